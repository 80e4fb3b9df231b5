# SPDX-License-Identifier: Apache-2.0
"""An index in memory over everything Ctrl+K can open, and the matching of what is typed.

Names are compared by their spelling key (Soe/Su, Dj/J, Tj/C fold together), so old
and new spellings meet, and by RapidFuzz for the rest, word by word: many people share
few words, and nobody remembers which of three names comes first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import nlargest
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import Arrival
from app.models.dormitory.rooms import Room, Wing
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.people.age import AgeBand, TreatedAs
from app.policies.people.spelling import spelling_key
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query

ENOUGH = 68.0
"""Least likeness, of 100, that counts as a match."""
_SHORTER = 0.9
"""What a match of her whole name counts when more words were typed than she has."""
_TELLING = 6
"""So many letters in a row are no chance, wherever a word ends."""
_NUMBER = re.compile(r"(?:reg)?[\s-]*\d[\d\s-]*")
Words = Mapping[str, Sequence[int]]
"""Where each word occurs: the places of the results it stands in."""


class FoundKind(StrEnum):
    """What a search result opens."""

    PERSON = "person"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Found:
    """One result: masked on screen, opened by its id; ``left`` for good or still here."""

    kind: FoundKind
    id: UUID
    label: str
    detail: str
    band: AgeBand | None = None
    treated_as: TreatedAs | None = None
    arrival_id: UUID | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Results with their search keys, built once and rebuilt when people change.

    Attributes:
        results: everything that can be found.
        names: how each is called, which sounds alike or not.
        keys: the same with its number.
        words: of the names.
        codes: numbers as they are typed whole, with or without their month.
    """

    results: tuple[Found, ...] = ()
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    words: Words = field(default_factory=dict)
    codes: Words = field(default_factory=dict)


def indexed(results: Iterable[Found], names: Iterable[str], keys: Iterable[str]) -> SearchIndex:
    """Return the index of results by their names and keys, all in the same order."""
    called, found = tuple(names), tuple(results)
    words = (text.split() for text in called)
    return SearchIndex(found, called, tuple(keys), _places(words), _places(map(_codes, found)))


def _places(texts: Iterable[Iterable[str]]) -> Words:
    places = defaultdict(list)
    for place, words in enumerate(texts):
        for word in set(words):
            places[word].append(place)
    return dict(places)


def _codes(found: Found) -> tuple[str, ...]:
    """Return the digits by which somebody asks for a person or a room: 2611011, 011; 204."""
    if found.kind is FoundKind.ROOM:
        return (_digits(found.label),)
    return _digits(found.detail), _digits(found.detail.rsplit("-", 1)[-1])


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


@query(Right.SEARCH)
def build_index(session: Session, context: Context, _question: None) -> SearchIndex:
    """Return the index of what this role may find; who is here before who has left.

    Somebody at risk ("is anyone looking for her") is left out for roles that do not
    see the safety class at all (ux §5.1, field 8).
    """
    results: list[Found] = []
    names: list[str] = []
    keys: list[str] = []
    role = context.actor.role
    if sight(role, InfoClass.PRESENCE) is Sight.FULL:
        safe_only = sight(role, InfoClass.SAFETY) is Sight.NONE
        rows = session.execute(
            select(
                Person.id,
                Person.called_name,
                Person.spelling_key,
                Person.age_band,
                Person.treated_as,
                Arrival.id,
                Arrival.number,
                Arrival.threatened,
                Arrival.departed_at,
            )
            .join(Arrival, Arrival.person_id == Person.id)
            .where(Arrival.withdrawn_at.is_(None))
            .order_by(Arrival.departed_at.is_not(None), Arrival.seq.desc())
        )
        for person_id, name, key, band, treated, arrival_id, number, threatened, left_at in rows:
            if safe_only and threatened:
                continue
            results.append(
                Found(
                    FoundKind.PERSON,
                    person_id,
                    name or "",
                    number,
                    band,
                    treated,
                    arrival_id,
                    left_at is not None,
                )
            )
            names.append(key)
            keys.append(f"{key} {spelling_key(number)}".strip())
    rooms = session.execute(
        select(Room.id, Room.name, Wing.name).join(Wing, Wing.id == Room.wing_id)
    )
    for room_id, name, wing in rooms:
        results.append(Found(FoundKind.ROOM, room_id, name, wing))
        names.append(f"{name} {wing}".lower())
        keys.append(names[-1])
    return indexed(results, names, keys)


def find(index: SearchIndex, typed: str, limit: int = 12) -> tuple[Found, ...]:
    """Return the best matches for ``typed``; prefixes first, then what sounds alike.

    A number typed whole finds what has that number and nothing else; a part of one what goes
    on from there.
    """
    number = bool(_NUMBER.fullmatch(typed.strip().casefold()))
    exact = index.codes.get(_digits(typed), ()) if number else ()
    if exact:
        return tuple(index.results[place] for place in exact[:limit])
    wanted = spelling_key(typed) if not typed.strip().isdigit() else typed.strip()
    if not wanted:
        return index.results[:limit]
    later = f" {wanted}"
    starts = [
        place for place, key in enumerate(index.keys) if later in key or key.startswith(wanted)
    ][:limit]
    if len(starts) < limit and not number:
        alike = (*_run_together(index, wanted), *_alike(index, wanted, limit))
        starts += [place for place in dict.fromkeys(alike) if place not in starts]
    return tuple(index.results[place] for place in starts[:limit])


def _run_together(index: SearchIndex, wanted: str) -> list[int]:
    """Return the places of names with the same letters, in one word or several."""
    letters = wanted.replace(" ", "")
    if len(letters) < _TELLING:
        return []
    return [at for at, name in enumerate(index.names) if letters in name.replace(" ", "")]


def _alike(index: SearchIndex, wanted: str, limit: int) -> list[int]:
    """Return the places of the names most like ``wanted``, the likest first.

    Each word counts by its letters and as much as the likest word there. All of what was typed
    has to be like the name, or all of the name like a part of it.
    """
    words = index.words
    likeness: dict[int, float] = defaultdict(float)
    typed = wanted.split()
    for word in typed:
        best: dict[int, float] = {}
        for known, score in _like(word, tuple(words)):
            for place in words[known]:
                best[place] = max(best.get(place, 0), score * len(word))
        for place, score in best.items():
            likeness[place] += score
    letters = sum(map(len, typed))

    def likest(place: int) -> float:
        """Return how like the whole is, of 100."""
        name = len(index.names[place].replace(" ", ""))
        if name >= letters:
            return likeness[place] / letters
        return max(likeness[place] / letters, min(likeness[place] / name, 100) * _SHORTER)

    return nlargest(limit, (place for place in likeness if likest(place) >= ENOUGH), key=likest)


def _like(word: str, known: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield known words like a typed one, of 100; it may be a part of them, not they of it."""
    from rapidfuzz import fuzz, process

    found = process.extract(word, known, scorer=fuzz.WRatio, score_cutoff=ENOUGH, limit=None)
    for other, score, _ in found:
        alike = score if len(other) >= len(word) else fuzz.ratio(word, other)
        if alike >= ENOUGH:
            yield other, alike
