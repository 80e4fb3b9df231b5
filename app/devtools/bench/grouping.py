# SPDX-License-Identifier: Apache-2.0
"""Saving a group of five beside the same rows written by bare ``sqlcipher3``."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

from uuid6 import uuid7

from app.clock import now
from app.config import Paths
from app.devtools.bench.names import names
from app.devtools.bench.saving import LOGIN, Bare, copied
from app.devtools.bench.verdict import Limits, Line, judge
from app.policies.answers import given
from app.policies.arrivals.groups import GroupHeader, GroupRow
from app.policies.arrivals.registration import CameBy
from app.services.acts import execute
from app.services.arrivals.register.groups import RegisterRow, register_row
from app.services.staff.opening import OpenedHouse, sign_in
from app.services.staff.training import published_password

_FIVE = 5
_GROUPS = 40
_WARMING = 4
_RATIO = 6.0
_HEADER = GroupHeader(given(CameBy.POLICE), "Polres Bogor")


def measure(paths: Paths, groups: int = _GROUPS) -> Iterator[Line]:
    """Yield how long saving five takes, beside the bare rows.

    Args:
        paths: the training shelter's own folder; copies of it are written to.
        groups: how many groups of five to save.
    """
    with TemporaryDirectory() as folder:
        ours, theirs = (copied(paths, Path(folder) / name) for name in ("ours", "bare"))
        opened = sign_in(ours, LOGIN, published_password(), now)
        bare = Bare(theirs)
        try:
            times = [
                (_save(opened, five), _bare(bare, five))
                for five in zip(*[iter(names(_FIVE * (groups + _WARMING)))] * _FIVE, strict=True)
            ]
        finally:
            opened.house.database.close()
            bare.connection.close()
    value, baseline = (median(each) * 1000 for each in zip(*times[_WARMING:], strict=True))
    yield judge("save_group_of_five", Limits.RATIO, value, baseline, "ms", _RATIO)


def _save(opened: OpenedHouse, five: tuple[str, ...]) -> float:
    group_id = uuid7()
    rows = [RegisterRow(group_id, _HEADER, GroupRow(name, "p", "31", "t")) for name in five]
    began = perf_counter()
    for row in rows:
        execute(opened.house, opened.actor, register_row, row)
    return perf_counter() - began


def _bare(bare: Bare, five: tuple[str, ...]) -> float:
    began = perf_counter()
    group_id = bare.open_group(uuid4().hex)
    for name in five:
        bare.save(name, group_id)
    return perf_counter() - began
