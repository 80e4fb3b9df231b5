# SPDX-License-Identifier: Apache-2.0
"""An index in memory over everything Ctrl+K can open, and the matching of what is typed.

Names are compared by their spelling key (Soe/Su, Dj/J, Tj/C fold together), so old
and new spellings meet, and by RapidFuzz for the rest (20,000 people within 50 ms).
"""

from dataclasses import dataclass
from enum import StrEnum
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
    """

    results: tuple[Found, ...] = ()
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


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
    return SearchIndex(tuple(results), tuple(names), tuple(keys))


def find(index: SearchIndex, typed: str, limit: int = 12) -> tuple[Found, ...]:
    """Return the best matches for ``typed``; prefixes first, then what sounds alike."""
    wanted = spelling_key(typed) if not typed.strip().isdigit() else typed.strip()
    if not wanted:
        return index.results[:limit]
    later = f" {wanted}"
    starts = [
        place for place, key in enumerate(index.keys) if later in key or key.startswith(wanted)
    ][:limit]
    if len(starts) < limit:
        from rapidfuzz import fuzz, process

        numbered = any(letter.isdigit() for letter in wanted)
        among = index.keys if numbered else index.names
        fuzzy = process.extract(wanted, among, scorer=fuzz.WRatio, score_cutoff=ENOUGH, limit=limit)
        starts += [place for _, _, place in fuzzy if place not in starts]
    return tuple(index.results[place] for place in starts[:limit])
