# SPDX-License-Identifier: Apache-2.0
"""What whoever looks after a wing has to know of each person, and nothing else.

Source: domain §6.2 and the matrix of §6.7: bed, called name, diet, allergy, the hours at
which medicine was given (never which or why), whom to keep away from (names, no reason)
and the level of watch. Nothing of the case.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.care import Medicine
from app.models.dormitory.needs import PlacementNeed
from app.models.dormitory.rooms import Wing
from app.models.people.person import Person
from app.policies.access import Right, Role
from app.policies.answers import Answer
from app.policies.arrivals.care import MedicineOutcome
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.arrivals.care.care import answers_of, sees_care
from app.services.dormitory.away.whereabouts import CensusLine, census_lines
from app.services.dormitory.rules.apart import apart_names
from app.services.people.alike import NOTHING_ELSE, alike, eaten_elsewhere, watched_elsewhere
from app.services.people.births import babies
from app.services.roster.week import own_wings

MEDICINE_SPAN = timedelta(hours=24)
"""How far back given medicine is told; a day shows the hours of the next one."""


@dataclass(frozen=True, slots=True)
class CalledPerson:
    """Somebody by the name she is called, and her number where no name is known."""

    person_id: UUID
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class CareNoted:
    """That something is recorded, for posts that may not see what (domain §6.7, class I4a)."""

    allergy: bool
    diet: bool
    medicine: bool


@dataclass(frozen=True, slots=True)
class MustKnowLine:
    """One person.

    Attributes:
        allergy: None where only ``noted`` may be seen.
        diet: likewise.
        medicine_at: when medicine was given in the last 24 hours, the latest first.
        noted: what is recorded, for posts that may not see it; None for those that may.
        apart: names only; never why.
        watch: the level 0 to 3; None where it may not be seen.
        newborns: age in days of each child born here who lies with her.
    """

    who: CalledPerson
    place: str
    allergy: Answer[str] | None
    diet: Answer[str] | None
    medicine_at: tuple[datetime, ...]
    noted: CareNoted | None
    apart: tuple[CalledPerson, ...]
    watch: int | None
    newborns: tuple[int, ...] = ()

    @property
    def special(self) -> bool:
        """Say whether there is anything to know beyond her name and bed."""
        told = any(answer is not None and answer.is_given for answer in (self.allergy, self.diet))
        noted = self.noted is not None and self.noted != _NOTHING_NOTED
        return bool(told or self.medicine_at or self.apart or self.watch or noted or self.newborns)


_NOTHING_NOTED = CareNoted(allergy=False, diet=False, medicine=False)


@dataclass(frozen=True, slots=True)
class MustKnowWing:
    """One wing; no id and no name for those who have no bed yet."""

    wing_id: UUID | None
    name: str
    people: tuple[MustKnowLine, ...]


@dataclass(frozen=True, slots=True)
class MustKnow:
    """The wings she sees; ``own_only`` when the roster narrows them to her own."""

    wings: tuple[MustKnowWing, ...]
    own_only: bool


@query(Right.KEEP_DORMITORY)
def must_know(session: Session, context: Context, _question: None) -> MustKnow:
    """Return what has to be known, wing by wing in the order of the house.

    A caretaker who is on the roster now sees her own wings; one who is not on it sees all,
    so that nobody stands before an empty list in an emergency.
    """
    role = context.actor.role
    if sight(role, InfoClass.PRESENCE) is not Sight.FULL:
        return MustKnow((), own_only=False)
    own = own_wings(session, context) if role is Role.CARETAKER else frozenset()
    told = _Telling(session, context)
    people: dict[str, list[CensusLine]] = {}
    for line in census_lines(session, context):
        people.setdefault(line.wing, []).append(line)
    wings = [
        MustKnowWing(wing.id, wing.name, told.of(people[wing.name]))
        for wing in session.execute(select(Wing).order_by(Wing.position)).scalars()
        if wing.name in people and (not own or wing.id in own)
    ]
    if not own and "" in people:
        wings.append(MustKnowWing(None, "", told.of(people[""])))
    return MustKnow(tuple(wings), own_only=bool(own))


class _Telling:
    """Everything the lines are made of, read once."""

    def __init__(self, session: Session, context: Context) -> None:
        self._full = sees_care(context)
        self._watched = sight(context.actor.role, InfoClass.SAFETY) is not Sight.NONE
        ids = [line.person_id for line in census_lines(session, context)]
        self._people = {
            person.id: person
            for person in session.execute(select(Person).where(Person.id.in_(ids))).scalars()
        }
        self._born = babies(session, context)
        self._elsewhere = eaten_elsewhere(session)
        self._levels = {
            row.person_id: row.watch
            for row in session.execute(select(PlacementNeed.person_id, PlacementNeed.watch))
        }
        for key, level in watched_elsewhere(session, alike(session)).items():
            self._levels[key] = max(level, self._levels.get(key, 0))
        self._given: dict[UUID, list[datetime]] = {}
        for person_id, given_at in session.execute(
            select(Medicine.person_id, Medicine.given_at)
            .where(
                Medicine.outcome == MedicineOutcome.GIVEN,
                Medicine.given_at > context.now - MEDICINE_SPAN,
            )
            .order_by(Medicine.given_at.desc())
        ):
            self._given.setdefault(person_id, []).append(given_at)
        self._apart: dict[UUID, list[CalledPerson]] = {}
        for pair in apart_names.answer(session, context, None):
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                self._apart.setdefault(one.person_id, []).append(
                    CalledPerson(other.person_id, other.name, other.number)
                )

    def of(self, lines: list[CensusLine]) -> tuple[MustKnowLine, ...]:
        """Return some people as they may be told."""
        return tuple(self._line(line) for line in lines)

    def _line(self, line: CensusLine) -> MustKnowLine:
        also = self._elsewhere.get(line.person_id, NOTHING_ELSE)
        allergy, diet = answers_of(self._people[line.person_id], also)
        given = tuple(self._given.get(line.person_id, ()))
        noted = CareNoted(allergy.is_given, diet.is_given, bool(given))
        return MustKnowLine(
            CalledPerson(line.person_id, line.name, line.number),
            line.place,
            allergy if self._full else None,
            diet if self._full else None,
            given if self._full else (),
            None if self._full else noted,
            tuple(self._apart.get(line.person_id, ())),
            self._levels.get(line.person_id, 0) if self._watched else None,
            tuple(baby.days for baby in self._born.get(line.person_id, ())),
        )
