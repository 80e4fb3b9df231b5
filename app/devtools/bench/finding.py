# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K over 20,000 people, keystroke by keystroke, beside a bare RapidFuzz pass."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from uuid import uuid4

from rapidfuzz import fuzz, process

from app.devtools.bench.names import names
from app.devtools.bench.verdict import Limits, Line, judge
from app.policies.people.age import AgeBand, TreatedAs
from app.policies.people.spelling import spelling_key
from app.services.search.index import ENOUGH, Found, FoundKind, SearchIndex, find, indexed

_PEOPLE = 20_000
_REPEATS = 5
_SHOWN = 12
_MILLISECONDS = 50
_RATIO = 2.0
_TYPED = (
    "Siti Nur Lestari",
    "soelastri poespa",
    "Djumila kusuma",
    "wulandri",
    "Tjahyani",
    "zzyx",
    "reg-2611-0420",
    "204",
)
"""Right, in old spelling, misspelt, found nowhere, and by number."""


@dataclass(frozen=True, slots=True)
class Keystroke:
    """What one more letter cost, in milliseconds, beside the bare pass for the same text."""

    typed: str
    ours: float
    bare: float


def people(count: int = _PEOPLE) -> SearchIndex:
    """Return an index of invented people with their numbers."""
    results, sounds, keys = [], [], []
    for place, name in enumerate(names(count)):
        number = f"REG-{2000 + place // 1000}-{place % 1000:03d}"
        results.append(
            Found(FoundKind.PERSON, uuid4(), name, number, AgeBand.ADULT, TreatedAs.ADULT)
        )
        sounds.append(spelling_key(name))
        keys.append(f"{sounds[-1]} {spelling_key(number)}")
    return indexed(results, sounds, keys)


def keystrokes(index: SearchIndex, texts: Iterable[str] = _TYPED) -> Iterator[Keystroke]:
    """Yield the cost of every keystroke of the typed texts, as medians."""
    for text in texts:
        for letters in range(1, len(text) + 1):
            typed = text[:letters]
            wanted = spelling_key(typed)
            ours = _median(lambda typed=typed: find(index, typed, _SHOWN))
            bare = _median(
                lambda wanted=wanted: process.extract(
                    wanted, index.names, scorer=fuzz.WRatio, score_cutoff=ENOUGH, limit=_SHOWN
                )
            )
            yield Keystroke(typed, ours, bare)


def measure() -> Iterator[Line]:
    """Yield the slowest keystroke, judged by itself and beside its bare pass."""
    slowest = max(keystrokes(people()), key=lambda cost: cost.ours)
    yield judge("find_person", Limits.VALUE, slowest.ours, slowest.bare, "ms", _MILLISECONDS)
    yield judge("find_person", Limits.RATIO, slowest.ours, slowest.bare, "ms", _RATIO)


def _median(run: Callable[[], object]) -> float:
    times = []
    for _ in range(_REPEATS):
        began = perf_counter()
        run()
        times.append(perf_counter() - began)
    return median(times) * 1000
