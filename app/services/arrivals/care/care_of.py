# SPDX-License-Identifier: Apache-2.0
"""Care of one person as a screen shows it: what, or only that something is recorded."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.care import Belonging, Medicine, Need, Told
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.care import BelongingKind, MedicineOutcome, NeedKind, ToldKind
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.arrivals.care.care import answers_of, arrival_here, sees_care
from app.services.people.alike import NOTHING_ELSE, Plate, eaten_elsewhere
from app.services.people.births import Baby, babies


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need that was met."""

    kind: NeedKind
    met_at: datetime
    met_by: str


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """One medicine offered."""

    name: str
    dose: str
    outcome: MedicineOutcome
    given_at: datetime
    given_by: str


@dataclass(frozen=True, slots=True)
class BelongingLine:
    """One thing kept, and when it went back."""

    belonging_id: UUID
    version: int
    kind: BelongingKind
    what: str
    kept_where: str
    kept_at: datetime
    kept_by: str
    returned_at: datetime | None


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Something she was told before she came."""

    kind: ToldKind
    words: str
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """How much is recorded, for posts that may not see what."""

    needs: int
    medicines: int
    allergy: bool
    diet: bool


@dataclass(frozen=True, slots=True)
class Care:
    """What was done for one person; ``full`` is false where only ``recorded`` may be seen.

    ``allergy`` and ``diet`` are None where they may not be seen, never an answer; ``also`` is
    what is noted of somebody who may be the same person.
    """

    arrival_id: UUID
    person_id: UUID
    person_version: int
    number: str
    name: str
    full: bool
    recorded: Recorded
    needs: tuple[NeedLine, ...]
    medicines: tuple[MedicineLine, ...]
    allergy: Answer[str] | None
    diet: Answer[str] | None
    also: Plate
    babies: tuple[Baby, ...]
    belongings: tuple[BelongingLine, ...]
    told: tuple[ToldLine, ...]


@query(Right.RECORD_CARE)
def care_of(session: Session, context: Context, arrival_id: UUID) -> Care:
    """Return the care of one person, masked for the post that asks (domain §6.7).

    Raises:
        Refused: she is no longer registered here.
    """
    arrival = arrival_here(session, arrival_id)
    person = session.get_one(Person, arrival.person_id)
    full = sees_care(context)
    present = sight(context.actor.role, InfoClass.PRESENCE) is Sight.FULL
    needs = _needs(session, arrival_id)
    medicines = _medicines(session, person.id)
    allergy, diet = answers_of(person)
    return Care(
        arrival_id=arrival.id,
        person_id=person.id,
        person_version=person.version,
        number=arrival.number,
        name=(person.called_name or "") if present else "",
        full=full,
        recorded=Recorded(
            len(needs),
            len(medicines),
            allergy.state is not AnswerState.NOT_ASKED,
            diet.state is not AnswerState.NOT_ASKED,
        ),
        needs=needs if full else (),
        medicines=medicines if full else (),
        allergy=allergy if full else None,
        diet=diet if full else None,
        also=eaten_elsewhere(session).get(person.id, NOTHING_ELSE) if full else NOTHING_ELSE,
        babies=babies(session, context).get(person.id, ()) if present else (),
        belongings=_belongings(session, arrival_id) if present else (),
        told=_told(session, arrival_id) if present else (),
    )


def _needs(session: Session, arrival_id: UUID) -> tuple[NeedLine, ...]:
    rows = session.execute(
        select(Need, Account.name)
        .join(Account, Account.id == Need.met_by)
        .where(Need.arrival_id == arrival_id)
        .order_by(Need.kind)
    )
    return tuple(NeedLine(need.kind, need.met_at, who) for need, who in rows)


def _medicines(session: Session, person_id: UUID) -> tuple[MedicineLine, ...]:
    """Return what she was offered in every stay, newest first."""
    rows = session.execute(
        select(Medicine, Account.name)
        .join(Account, Account.id == Medicine.given_by)
        .where(Medicine.person_id == person_id)
        .order_by(Medicine.seq.desc())
    )
    return tuple(
        MedicineLine(each.name, each.dose, each.outcome, each.given_at, who) for each, who in rows
    )


def _belongings(session: Session, arrival_id: UUID) -> tuple[BelongingLine, ...]:
    rows = session.execute(
        select(Belonging, Account.name)
        .join(Account, Account.id == Belonging.kept_by)
        .where(Belonging.arrival_id == arrival_id)
        .order_by(Belonging.returned_at.is_not(None), Belonging.kept_at, Belonging.what)
    )
    return tuple(
        BelongingLine(
            each.id,
            each.version,
            each.kind,
            each.what,
            each.kept_where,
            each.kept_at,
            who,
            each.returned_at,
        )
        for each, who in rows
    )


def _told(session: Session, arrival_id: UUID) -> tuple[ToldLine, ...]:
    rows = session.execute(select(Told).where(Told.arrival_id == arrival_id).order_by(Told.kind))
    return tuple(ToldLine(each.kind, each.words, each.noted_at) for each in rows.scalars())
