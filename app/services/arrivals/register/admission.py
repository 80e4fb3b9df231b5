# SPDX-License-Identifier: Apache-2.0
"""What is kept for her, and what she may not eat or take (domain §3.1)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.care import Belonging
from app.models.base import new_id
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.care import BelongingKind
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.arrivals.care.care import answers_of, arrival_here, must_see, one_line
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class KeepBelonging:
    """One thing taken into keeping for her."""

    arrival_id: UUID
    kind: BelongingKind
    what: str
    kept_where: str = ""


@dataclass(frozen=True, slots=True)
class BelongingMark:
    """A thing that is kept, in the version that was seen."""

    belonging_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class NoteDiet:
    """What she may not eat or take, in five states; ``version`` of the person as seen.

    "Not applicable" says that she has none; None leaves an answer as it is.
    """

    arrival_id: UUID
    version: int
    allergy: Answer[str] | None = None
    diet: Answer[str] | None = None


@dataclass(frozen=True, slots=True)
class DietNoted:
    """The person's new version, and the answers that stood there before."""

    arrival_id: UUID
    version: int
    allergy_before: Answer[str]
    diet_before: Answer[str]


def _keep_again(done: BelongingMark) -> Inverse:
    return Inverse(unreturn_belonging, done)


def _note_before(done: DietNoted) -> Inverse:
    before = NoteDiet(done.arrival_id, done.version, done.allergy_before, done.diet_before)
    return Inverse(note_diet_and_allergy, before)


@act(Right.RECORD_ADMISSION, Topic.CARE)
def keep_belonging(session: Session, context: Context, command: KeepBelonging) -> BelongingMark:
    """Take one thing into keeping; nothing kept is ever deleted, only returned.

    Raises:
        Refused: nothing written (``what``), a text too long, or she is no longer here.
    """
    arrival = arrival_here(session, command.arrival_id)
    context.record(arrival.id, kind=command.kind)
    belonging = Belonging(
        id=new_id(),
        origin_id=context.origin_id,
        arrival_id=arrival.id,
        kind=command.kind,
        what=one_line(command.what, "what"),
        kept_where=one_line(command.kept_where, "kept_where", needed=False),
        kept_at=context.now,
        kept_by=context.actor.account_id,
    )
    session.add(belonging)
    session.flush()
    return BelongingMark(belonging.id, belonging.version)


@act(Right.RECORD_ADMISSION, Topic.CARE, undo=_keep_again)
def return_belonging(session: Session, context: Context, command: BelongingMark) -> BelongingMark:
    """Note that a thing went back to her.

    Raises:
        Refused: it went back already.
    """
    belonging = session.get_one(Belonging, command.belonging_id)
    context.record(belonging.arrival_id, kind=belonging.kind)
    if belonging.version != command.version or belonging.returned_at is not None:
        raise Refused(Reason.STALE)
    belonging.returned_at, belonging.returned_by = context.now, context.actor.account_id
    session.flush()
    return BelongingMark(belonging.id, belonging.version)


@act(Right.RECORD_ADMISSION, Topic.CARE)
def unreturn_belonging(session: Session, context: Context, command: BelongingMark) -> UUID:
    """Undo a return: the thing is still kept.

    Raises:
        Refused: it has changed since.
    """
    belonging = session.get_one(Belonging, command.belonging_id)
    context.record(belonging.arrival_id, kind=belonging.kind)
    if belonging.version != command.version:
        raise Refused(Reason.MOVED_ON)
    belonging.returned_at = belonging.returned_by = None
    return belonging.id


@act(Right.RECORD_ADMISSION, Topic.CARE, undo=_note_before)
def note_diet_and_allergy(session: Session, context: Context, command: NoteDiet) -> DietNoted:
    """Note allergy and diet; "not asked" is an answer of its own and never means none.

    Raises:
        Denied: her post sees only that something is recorded, so it may not replace it.
        Refused: an empty or too long text (``allergy``, ``diet``), or somebody changed
            what is known of her meanwhile.
    """
    arrival = arrival_here(session, command.arrival_id)
    context.record(arrival.id)
    must_see(context)
    person = session.get_one(Person, arrival.person_id)
    if person.version != command.version:
        raise Refused(Reason.STALE)
    before = answers_of(person)
    if command.allergy is not None:
        person.allergy = _text(command.allergy, "allergy")
        person.allergy_state = command.allergy.state
    if command.diet is not None:
        person.diet = _text(command.diet, "diet")
        person.diet_state = command.diet.state
    session.flush()
    return DietNoted(arrival.id, person.version, *before)


def _text(answer: Answer[str], field: str) -> str | None:
    return one_line(answer.value or "", field) if answer.state is AnswerState.GIVEN else None
