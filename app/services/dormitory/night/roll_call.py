# SPDX-License-Identifier: Apache-2.0
"""Who has to be found when the house burns: the roll-call by name, and its bare counts.

Everybody but the secretariat may print it; the secretariat sees how many (domain §6.7, I1).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.facts import RoomPurpose
from app.reports.dormitory.content import Called, RollCall, RoomCalled, WingCalled
from app.reports.printer import printed
from app.reports.sheet import Sheet
from app.reports.words import ABSENCES, NEWBORN
from app.services.acts import Context, act, query
from app.services.dormitory.facts.house import away_now, called, wings_in_order
from app.services.dormitory.facts.read import ASLEEP
from app.services.people.births import Baby, babies
from app.services.staff.setup import shelter_facts

_MAY_BE_INSIDE = frozenset({AbsenceKind.MISSING, AbsenceKind.WITH_STAFF})
"""Away from her bed, but nobody knows her to be out of the house: she is looked for."""


@dataclass(frozen=True, slots=True)
class PrintRollCall:
    """Everybody, as things stand now."""

    training: bool = False


@dataclass(frozen=True, slots=True)
class WingCount:
    """How many people have to be found in one wing."""

    name: str
    floor: int
    people: int


@dataclass(frozen=True, slots=True)
class RollCounts:
    """How many have to be found, where, and how many are known to be out of the house."""

    wings: tuple[WingCount, ...]
    unplaced: int
    away: int

    @property
    def people(self) -> int:
        """Return how many have to be found."""
        return self.unplaced + sum(wing.people for wing in self.wings)


@act(Right.PRINT_ROLL_CALL)
def print_roll_call(session: Session, context: Context, command: PrintRollCall) -> RollCall:
    """Return everybody by floor, wing and room; audited, because it names them all."""
    shelter = shelter_facts(session)
    printed = shelter.zone.local(context.now)
    content = RollCall(
        sheet=Sheet(shelter.letterhead, f"HADIR-{printed:%Y%m%d-%H%M}", command.training),
        printed=printed,
        zone=shelter.zone.name,
        wings=_wings(session, context),
        unplaced=_unplaced(session, context),
    )
    context.record(
        None,
        people=len(content.people),
        away=sum(not each.sought for each in content.people),
    )
    return content


@query(Right.READ_ROOMS)
def roll_call_counts(session: Session, context: Context, _question: None) -> RollCounts:
    """Return the counts of the roll-call, without a name and without a place of absence."""
    wings = _wings(session, context)
    unplaced = _unplaced(session, context)
    everybody = [each for wing in wings for room in wing.rooms for each in room.people]
    return RollCounts(
        tuple(
            WingCount(
                wing.name,
                wing.floor,
                sum(each.sought for room in wing.rooms for each in room.people),
            )
            for wing in wings
        ),
        sum(each.sought for each in unplaced),
        sum(not each.sought for each in [*everybody, *unplaced]),
    )


def roll_call_paper(content: RollCall) -> bytes:
    """Return the roll-call as PDF; to be run on a reading thread."""
    return printed("dormitory.roll_call", content)


def _called(
    person: Person, bed: str, absence: Absence | None, born: Iterable[Baby] = ()
) -> list[Called]:
    """Return how somebody is called, and after her the children born to her here."""
    where = ABSENCES[absence.kind] if absence else ""
    sought = absence is None or absence.kind in _MAY_BE_INSIDE
    names = [called(person), *(NEWBORN.format(baby.name, called(person)) for baby in born)]
    return [Called(bed, " ".join(name.split()), where, sought) for name in names]


def _wings(session: Session, context: Context) -> tuple[WingCalled, ...]:
    away, born = away_now(session), babies(session, context)
    people: dict[UUID, list[Called]] = defaultdict(list)
    for person, bed in session.execute(
        select(Person, Bed)
        .join(Stay, Stay.person_id == Person.id)
        .join(Bed, Bed.id == Stay.bed_id)
        .where(ASLEEP)
        .order_by(Bed.label)
    ):
        own = born.get(person.id, ())
        people[bed.room_id] += _called(person, bed.label, away.get(person.id), own)
    return tuple(_wing(wing, rooms, people) for wing, rooms in wings_in_order(session))


def _wing(wing: Wing, rooms: list[Room], people: dict[UUID, list[Called]]) -> WingCalled:
    bare = [room for room in rooms if room.id not in people]
    return WingCalled(
        wing.floor,
        wing.name,
        tuple(RoomCalled(r.name, tuple(people[r.id])) for r in rooms if r.id in people),
        tuple(room.name for room in bare if room.purpose is RoomPurpose.BEDROOM),
        tuple(room.name for room in bare if room.purpose is not RoomPurpose.BEDROOM),
    )


def _unplaced(session: Session, context: Context) -> tuple[Called, ...]:
    """Return everybody who came and has no bed; once, however often she came."""
    away, born = away_now(session), babies(session, context)
    asleep = select(Stay.person_id).where(ASLEEP)
    came = select(Arrival.person_id).where(PRESENT)
    rows = session.execute(
        select(Person)
        .where(Person.id.in_(came), Person.id.not_in(asleep))
        .order_by(Person.called_name.is_(None), Person.called_name, Person.id)
    ).scalars()
    return tuple(
        each
        for person in rows
        for each in _called(person, "", away.get(person.id), born.get(person.id, ()))
    )
