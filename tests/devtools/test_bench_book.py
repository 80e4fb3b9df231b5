# SPDX-License-Identifier: Apache-2.0
"""The bench of the arrival book: equal last weeks, and what the lines speak of."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import now
from app.config import Paths
from app.devtools.bench import book as bench
from app.devtools.bench.saving import LOGIN, copied
from app.services.acts import ask
from app.services.arrivals.desk.book import BookQuestion, book
from app.services.people.returning import HintQuestion, hint
from app.services.staff.opening import sign_in
from app.services.staff.training import found_training, published_password


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = Paths(tmp_path_factory.mktemp("practice"))
    found_training(paths.training, now)
    return paths.training


def test_ten_years_are_filled_evenly_and_found(practice: Paths, tmp_path: Path) -> None:
    paths = copied(practice, tmp_path / "full")
    opened = sign_in(paths, LOGIN, published_password(), now)
    today = opened.house.zone.today(now())
    decade = BookQuestion(today - timedelta(days=3650), today)
    before = ask(opened.house, opened.actor, book, decade)
    bench.fill(opened, 1000)
    after = ask(opened.house, opened.actor, book, decade)
    last_year = ask(
        opened.house, opened.actor, book, BookQuestion(today - timedelta(days=364), today)
    )
    name = after.lines[-1].name
    seen = ask(opened.house, opened.actor, hint, HintQuestion(name, None))
    opened.house.database.close()
    assert after.total - before.total == 1000
    assert abs(last_year.total - before.total - 100) <= 1
    assert seen.check


def test_both_lines_are_measured(practice: Paths) -> None:
    opening, typing = bench.measure(practice, arrivals=600, people=300)
    assert (opening.name, opening.limit) == ("book_open.ratio", 1.3)
    assert (typing.name, typing.limit, typing.unit) == ("return_hint.value", 50, "ms")
    assert min(opening.value, opening.baseline, typing.value, typing.baseline) > 0
