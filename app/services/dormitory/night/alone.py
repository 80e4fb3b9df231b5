# SPDX-License-Identifier: Apache-2.0
"""Children who are left alone now, and who is noted to look after them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.orm import Session

from app.db.rows import run
from app.errors import Refused
from app.models.dormitory.absences import Absence
from app.models.dormitory.stays import Stay
from app.models.people.kin import Kinship
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare
from app.policies.dormitory.beds import facts
from app.policies.dormitory.night.alone import LeftAlone, left_alone
from app.policies.dormitory.night.findings import FindingKind
from app.policies.people.born import birthday
from app.policies.people.kinship import ROOMS_TOGETHER
from app.policies.reasons import Reason
from app.services.acts import Context, act
from app.services.dormitory.away.absences import open_absence
from app.services.dormitory.facts import read
from app.services.dormitory.facts.house import away_now
from app.services.dormitory.facts.known import Known, known
from app.services.topics import Topic

_CARERS = select(Kinship.elder_id, Kinship.younger_id).where(
    Kinship.ended_at.is_(None),
    or_(*(Kinship.kind == kind for kind in sorted(ROOMS_TOGETHER))),
)
_ANY_SMALL = select(
    exists(
        select(Stay.id)
        .join(Person, Person.id == Stay.person_id)
        .where(read.ASLEEP, Person.born_latest > bindparam("since"))
    ).label("some")
)
_AT_ONCE = frozenset({FindingKind.INFANT_WITHOUT_MOTHER, FindingKind.SMALL_CHILD_ALONE})


@dataclass(frozen=True, slots=True)
class MindedNow:
    """The absence on which it is noted who looks after the children."""

    absence_id: UUID
    version: int


@act(Right.SEND_OUT, Topic.WHEREABOUTS, Topic.BEDS)
def caretaker_minds(session: Session, context: Context, mother_id: UUID) -> MindedNow:
    """Note that the caretaker looks after the children of somebody who is out.

    Raises:
        Refused: she is not out.
    """
    context.record(mother_id)
    absence = open_absence(session, mother_id)
    if absence is None:
        raise Refused(Reason.NOT_AWAY)
    absence.child_care, absence.carer_id = ChildCare.CARETAKER, None
    session.flush()
    return MindedNow(absence.id, absence.version)


def out_of_house(away: dict[UUID, Absence]) -> frozenset[UUID]:
    """Return who has a bed and is not in the house; whoever is with staff is near."""
    return frozenset(
        person_id for person_id, row in away.items() if row.kind is not AbsenceKind.WITH_STAFF
    )


def children_alone(
    session: Session,
    context: Context,
    about: Known,
    house: tuple[facts.Room, ...],
    away: dict[UUID, Absence],
) -> tuple[LeftAlone, ...]:
    """Return the children who are left alone now."""
    carers = [(row.elder_id, row.younger_id) for row in run(session, _CARERS)]
    noted = {ChildCare.CARETAKER, ChildCare.RELATIVE}
    minded = {
        younger for elder, younger in carers if elder in away and away[elder].child_care in noted
    }
    out = out_of_house(away)
    return left_alone(house, out, context.today, about.rules, carers, minded)


def alone_at_once(session: Session, context: Context) -> int:
    """Return how many children somebody has to see to at once, whatever the hour."""
    about = known(session)
    oldest = max(about.rules.small_alone_under, about.rules.infant_under)
    if not run(session, _ANY_SMALL, since=birthday(context.today, -oldest)).one().some:
        return 0
    house = read.rooms(session, context.today, context.now, about)
    found = children_alone(session, context, about, house, away_now(session))
    return sum(each.kind in _AT_ONCE for each in found)
