# SPDX-License-Identifier: Apache-2.0
"""The arrival book after ten years, and the look for a returning client while typing.

Two equal copies of the training shelter have the same last week; one has ten years
before it, 30,000 arrivals in all. What is asked of both shows what the past costs.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import insert, select

from app.clock import now
from app.config import Paths
from app.devtools.bench.names import names
from app.devtools.bench.saving import LOGIN, copied
from app.devtools.bench.verdict import Limits, Line, judge
from app.models.arrivals.arrival import Arrival
from app.models.base import new_id
from app.models.people.person import Person
from app.policies.people.spelling import spelling_key
from app.services.acts import ask
from app.services.arrivals.desk.book import BookQuestion, book
from app.services.people.returning import HintQuestion, hint
from app.services.staff.opening import OpenedHouse, sign_in
from app.services.staff.training import published_password

_ARRIVALS = 30_000
_PEOPLE = 20_000
_DAYS = 3650
_WEEK = timedelta(days=6)
_RUNS = 25
_REPEATS = 3
_RATIO = 1.3
_MILLISECONDS = 50
_TYPED = ("Siti Nur Lestari", "soelastri poespa", "Djumila kusuma", "wulandri", "zzyx")
"""Right, in old spelling, misspelt, and found nowhere."""


def measure(paths: Paths, arrivals: int = _ARRIVALS, people: int = _PEOPLE) -> Iterator[Line]:
    """Yield what the past costs the book, and the slowest keystroke of the hint.

    Args:
        paths: the training shelter's own folder; copies of it are filled.
        arrivals: how many lie in the full book, spread over ten years.
        people: among how many the hint looks.
    """
    with TemporaryDirectory() as folder:
        full, young = (copied(paths, Path(folder) / name) for name in ("full", "young"))
        yield _book_line(full, young, arrivals)
        crowded, empty = (copied(paths, Path(folder) / name) for name in ("crowded", "empty"))
        yield _hint_line(crowded, empty, people)


def fill(opened: OpenedHouse, count: int, days: int = _DAYS) -> None:
    """Add ``count`` arrivals, spread evenly over the last ``days``, by bulk inserts."""
    moment = now()
    with opened.house.database.unit_of_work(moment) as session:
        person = session.execute(select(Person.__table__).limit(1)).mappings().one()
        arrival = session.execute(select(Arrival.__table__).limit(1)).mappings().one()
        people, comings = [], []
        for place, name in enumerate(names(count)):
            came = moment - timedelta(days=days * place / count)
            someone, coming = _rows(dict(person), dict(arrival), name, came, place)
            people.append(someone)
            comings.append(coming)
        session.execute(insert(Person.__table__), people)
        session.execute(insert(Arrival.__table__), comings)


def _rows(
    person: dict[str, Any], arrival: dict[str, Any], name: str, came: datetime, place: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    someone = {
        **person,
        "id": new_id(),
        "called_name": name,
        "spelling_key": spelling_key(name),
        "born_nominal": date(1975 + place % 40, 6, 1),
        "birth_date": None,
        "birth_precision": None,
    }
    coming = {
        **arrival,
        "id": new_id(),
        "number": f"LAMA-{place:06d}",
        "person_id": someone["id"],
        "shift_id": None,
        "group_id": None,
        "paper_number": None,
        "arrived_at": came,
        "registered_at": came,
        "seq": -place,
    }
    return someone, coming


def _book_line(full: Paths, young: Paths, arrivals: int) -> Line:
    week = max(arrivals * 7 // _DAYS, 1)
    big, small = (sign_in(each, LOGIN, published_password(), now) for each in (full, young))
    try:
        fill(big, arrivals)
        fill(small, week, 7)
        times = [(_open_book(big), _open_book(small)) for _ in range(_RUNS)]
    finally:
        big.house.database.close()
        small.house.database.close()
    value, baseline = (median(each) * 1000 for each in zip(*times, strict=True))
    return judge("book_open", Limits.RATIO, value, baseline, "ms", _RATIO)


def _open_book(opened: OpenedHouse) -> float:
    today = opened.house.zone.today(now())
    question = BookQuestion(today - _WEEK, today)
    return _seconds(lambda: ask(opened.house, opened.actor, book, question))


def _hint_line(crowded: Paths, empty: Paths, people: int) -> Line:
    big, small = (sign_in(each, LOGIN, published_password(), now) for each in (crowded, empty))
    try:
        fill(big, people)
        value, baseline = max(
            (_keystroke(big, typed), _keystroke(small, typed))
            for text in _TYPED
            for typed in (text[:letters] for letters in range(1, len(text) + 1))
        )
    finally:
        big.house.database.close()
        small.house.database.close()
    return judge("return_hint", Limits.VALUE, value, baseline, "ms", _MILLISECONDS)


def _keystroke(opened: OpenedHouse, typed: str) -> float:
    question = HintQuestion(typed, 31)
    runs = [
        _seconds(lambda: ask(opened.house, opened.actor, hint, question)) for _ in range(_REPEATS)
    ]
    return median(runs) * 1000


def _seconds(run: Callable[[], object]) -> float:
    began = perf_counter()
    run()
    return perf_counter() - began
