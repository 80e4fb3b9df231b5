# SPDX-License-Identifier: Apache-2.0
"""The board: verdicts, repainting, placing, and what five years of stays cost it."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from app.clock import now
from app.config import Paths
from app.devtools.bench.child import child
from app.devtools.bench.proposing import TODAY, busy_night
from app.devtools.bench.saving import LOGIN, Bare, copied, form
from app.devtools.bench.verdict import Limits, Line, judge
from app.models.dormitory.rooms import Bed
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.policies.access import Role
from app.policies.dormitory.beds.board import verdicts
from app.policies.dormitory.beds.rooming import why_not
from app.services.acts import ask, execute
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.dormitory.beds.place import PlaceClient, place_client, take_back_placement
from app.services.dormitory.facts.room_list import room_list
from app.services.staff.opening import OpenedHouse, sign_in
from app.services.staff.training import published_password

_STAYS = 20_000
_YEARS = timedelta(days=5 * 365)
_RUNS = 25
_WARMING = 5
_VERDICTS_MS, _REPAINT_MS, _PLACE_RATIO, _OPEN_RATIO = 20, 100, 3.0, 1.3


def measure(paths: Paths, stays: int = _STAYS) -> Iterator[Line]:
    """Yield the four lines of the board.

    Args:
        paths: the training shelter's own folder; copies of it are written to.
        stays: how many stays of the past the full house has.
    """
    yield _verdicts()
    yield _repaint()
    with TemporaryDirectory() as folder:
        yield _placing(copied(paths, Path(folder) / "ours"), copied(paths, Path(folder) / "bare"))
        yield _opening(
            copied(paths, Path(folder) / "full"), copied(paths, Path(folder) / "young"), stays
        )


def _verdicts() -> Line:
    night = busy_night(3)
    guests = [newcomer.guest for newcomer in night.newcomers]
    ours = max(
        _milliseconds(lambda g=guest: verdicts(Role.DUTY_OFFICER, g, night.rooms, TODAY, night.kin))
        for guest in guests
    )
    bare = _milliseconds(
        lambda: [
            why_not(guests[0], room.free_beds[0], room, TODAY, night.kin)
            for room in night.rooms
            if room.free_beds
        ]
    )
    return judge("board_verdicts", Limits.VALUE, ours, bare, "ms", _VERDICTS_MS)


def _repaint() -> Line:
    with child("board_window") as process:
        said = json.loads(process.said)
    return judge("board_repaint", Limits.VALUE, said["ours"], said["bare"], "ms", _REPAINT_MS)


def _placing(ours: Paths, theirs: Paths) -> Line:
    bare = Bare(theirs)
    opened = sign_in(ours, LOGIN, published_password(), now)
    try:
        person, beds = _somebody(opened)
        times = [
            (_place(opened, person, beds[0]), bare.place(beds[1])) for _ in range(_RUNS + _WARMING)
        ]
    finally:
        opened.house.database.close()
        bare.connection.close()
    value, baseline = (median(each) * 1000 for each in zip(*times[_WARMING:], strict=True))
    return judge("place", Limits.RATIO, value, baseline, "ms", _PLACE_RATIO)


def _somebody(opened: OpenedHouse) -> tuple[UUID, tuple[UUID, UUID]]:
    command = RegisterArrival(form("Cempaka"))
    person = execute(opened.house, opened.actor, register_arrival, command).value.person_id
    free = [
        bed.bed_id
        for wing in ask(opened.house, opened.actor, room_list, None)
        for room in wing.bedrooms
        for bed in room.beds
        if wing.side == "adult" and bed.sleeper is None
    ]
    return person, (free[0], free[1])


def _place(opened: OpenedHouse, person: UUID, bed: UUID) -> float:
    began = perf_counter()
    done = execute(opened.house, opened.actor, place_client, PlaceClient(person, bed))
    seconds = perf_counter() - began
    inverse = done.inverse
    if inverse is None:
        raise RuntimeError("placing cannot be taken back")
    execute(opened.house, opened.actor, take_back_placement, inverse.command)
    return seconds


def _opening(full: Paths, young: Paths, stays: int) -> Line:
    big, small = (sign_in(each, LOGIN, published_password(), now) for each in (full, young))
    try:
        _fill(big, stays)
        times = [(_open(big), _open(small)) for _ in range(_RUNS)]
    finally:
        big.house.database.close()
        small.house.database.close()
    value, baseline = (median(each) * 1000 for each in zip(*times, strict=True))
    return judge("board_open", Limits.RATIO, value, baseline, "ms", _OPEN_RATIO)


def _fill(opened: OpenedHouse, count: int) -> None:
    """Add ended stays of people who sleep here, spread evenly over five years.

    They lie before everything else that was recorded, one after another in one bed, as the
    triggers want it.
    """
    moment = now()
    with opened.house.database.unit_of_work(moment) as session:
        bed = session.execute(select(Bed.id).limit(1)).scalar_one()
        person = session.execute(select(Person.id).limit(1)).scalar_one()
        start = moment - timedelta(days=120) - _YEARS
        rows = [_row(opened, person, bed, start, _YEARS / count, at) for at in range(count)]
        session.execute(insert(Stay.__table__), rows)


def _row(
    opened: OpenedHouse, person: UUID, bed: UUID, start: datetime, each: timedelta, at: int
) -> dict[str, Any]:
    by = opened.actor.account_id
    return {
        "id": uuid4(),
        "origin_id": opened.house.origin_id,
        "version": 1,
        "person_id": person,
        "bed_id": bed,
        "starts_at": start + each * at,
        "ends_at": start + each * (at + 1),
        "placed_by": by,
        "ended_by": by,
        "end_reason": StayEnd.MOVED,
        "seq": -at - 1,
    }


def _open(opened: OpenedHouse) -> float:
    began = perf_counter()
    ask(opened.house, opened.actor, room_list, None)
    return perf_counter() - began


def _milliseconds(run: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        began = perf_counter()
        run()
        times.append(perf_counter() - began)
    return median(times) * 1000
