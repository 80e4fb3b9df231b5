# SPDX-License-Identifier: Apache-2.0
"""Completing an arrival later: opened with a trace, saved as a whole, tasks settled."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.models.people.person import Person
from app.policies.access import Right, Role
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind, due, follow_ups
from app.policies.arrivals.registration import ArrivalForm, problems
from app.policies.people.age import BirthPrecision, TreatedAs
from app.policies.people.born import may_be_adult
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, act
from app.services.arrivals.register.drafts import adopt_draft
from app.services.arrivals.register.follow_ups import leave_tasks
from app.services.arrivals.register.forms import (
    form_of_rows,
    judgement_of,
    write_age,
    write_arrival,
    write_person,
)
from app.services.dormitory.night.alarms import settle_alarms
from app.services.people.ages import judge_anew, put_beside
from app.services.people.returning import note_possible_return
from app.services.people.thresholds import thresholds_now
from app.services.topics import Topic

_TOPICS = (Topic.ARRIVALS, Topic.PEOPLE, Topic.TASKS, Topic.BEDS, Topic.ALARMS)
_ANSWERED_ELSEWHERE = WATCH_TASKS | {
    FollowUpKind.BED,
    FollowUpKind.VERIFY_AGE,
    FollowUpKind.MAYBE_18,
    FollowUpKind.RETURNING,
}


@dataclass(frozen=True, slots=True)
class OpenArrival:
    """What was recorded, as far as this role may read it.

    ``hidden`` names the fields that hold an answer this role may replace but not read.
    """

    arrival_id: UUID
    version: int
    person_version: int
    number: str
    form: ArrivalForm
    hidden: frozenset[str]


@dataclass(frozen=True, slots=True)
class CompleteArrival:
    """The form as it stands now, over the versions that were opened."""

    arrival_id: UUID
    version: int
    person_version: int
    form: ArrivalForm
    draft_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Completed:
    """What the desk sees after saving."""

    arrival_id: UUID
    person_id: UUID
    number: str
    treated_as: TreatedAs


@act(Right.CORRECT_PERSON)
def open_arrival(session: Session, context: Context, arrival_id: UUID) -> OpenArrival:
    """Open what was recorded of an arrival; the opening itself is audited.

    Raises:
        Refused: it was taken back meanwhile.
    """
    arrival, person = _present(session, arrival_id)
    context.record(arrival.id, number=arrival.number)
    full = form_of_rows(person, arrival)
    hidden = _hidden(context.actor.role, person, full)
    return OpenArrival(
        arrival.id, arrival.version, person.version, arrival.number, _without(full, hidden), hidden
    )


@act(Right.CORRECT_PERSON, *_TOPICS)
def complete_arrival(session: Session, context: Context, command: CompleteArrival) -> Completed:
    """Save the answers of an arrival; facts are always recordable.

    A task whose fact is known now is settled. A pair that a new age makes forbidden
    opens an alarm in the same transaction.

    Raises:
        Refused: a field cannot be read (``field`` says which), somebody changed the same
            arrival meanwhile, or it was taken back.
    """
    arrival, person = _present(session, command.arrival_id)
    context.record(arrival.id, number=arrival.number)
    if (arrival.version, person.version) != (command.version, command.person_version):
        raise Refused(Reason.STALE)
    kept = form_of_rows(person, arrival)
    form = _merged(command.form, kept, _hidden(context.actor.role, person, kept))
    for field, reason in problems(form, context.today).items():
        raise Refused(reason, field=field)
    said_anew = _age_of(form) != _age_of(kept)
    said_on = context.today if said_anew else person.age_said_on
    judged = judgement_of(form, context.today, thresholds_now(session), said_on)
    name_before = person.spelling_key
    write_person(person, form)
    write_age(person, form, judged, said_on)
    if said_anew:
        put_beside(session, context, person.id, form.age_text, judged)
    write_arrival(session, arrival, form)
    session.flush()
    if person.spelling_key != name_before and note_possible_return(
        session, context, person, arrival.id
    ):
        looked_into = [due(FollowUpKind.RETURNING, context.now)]
        leave_tasks(session, context, arrival.id, looked_into)
    judgement = judge_anew(session, context, person)
    missing = {task.kind: task for task in follow_ups(form, judgement, context.now)}
    doubts = {
        FollowUpKind.VERIFY_AGE: judgement.presumed,
        FollowUpKind.MAYBE_18: may_be_adult(judgement.adult_from, judgement.born, context.today),
    }
    settled = {kind for kind, left in doubts.items() if not left}
    open_tasks = session.execute(
        select(Task).where(Task.arrival_id == arrival.id, Task.settled_at.is_(None))
    ).scalars()
    for task in open_tasks:
        known = task.kind not in missing and task.kind not in _ANSWERED_ELSEWHERE
        if known or task.kind in settled:
            task.settled_at = context.now
            task.settled_by = context.actor.account_id
    adopt_draft(session, command.draft_id)
    settle_alarms(session, context)
    return Completed(arrival.id, person.id, arrival.number, person.treated_as)


def _age_of(form: ArrivalForm) -> tuple[object, ...]:
    """Return what was said of an age; unchanged, it belongs to the day it was said."""
    return form.age_text.strip(), form.age_state, form.age_basis, form.doubt


def _present(session: Session, arrival_id: UUID) -> tuple[Arrival, Person]:
    arrival = session.get(Arrival, arrival_id)
    if arrival is None or arrival.withdrawn_at is not None:
        raise Refused(Reason.PERSON_LEFT)
    return arrival, session.get_one(Person, arrival.person_id)


def _hidden(role: Role, person: Person, form: ArrivalForm) -> frozenset[str]:
    """Return the answered fields of classes that this role does not see in full."""
    answered = {
        "urgent": (InfoClass.HEALTH, form.urgent.is_given),
        "threatened": (InfoClass.SAFETY, form.threatened.is_given),
        "age": (InfoClass.IDENTITY, person.birth_precision is BirthPrecision.DAY),
    }
    return frozenset(
        field
        for field, (info, given) in answered.items()
        if given and sight(role, info) is not Sight.FULL
    )


def _without(form: ArrivalForm, hidden: frozenset[str]) -> ArrivalForm:
    if "urgent" in hidden:
        form = replace(form, urgent=Answer())
    if "threatened" in hidden:
        form = replace(form, threatened=Answer())
    if "age" in hidden:
        form = replace(form, age_text="", age_state=AnswerState.NOT_ASKED)
    return form


def _merged(form: ArrivalForm, kept: ArrivalForm, hidden: frozenset[str]) -> ArrivalForm:
    """Return the form with hidden answers put back where nothing new was answered."""
    silent = AnswerState.NOT_ASKED
    if "urgent" in hidden and form.urgent.state is silent:
        form = replace(form, urgent=kept.urgent)
    if "threatened" in hidden and form.threatened.state is silent:
        form = replace(form, threatened=kept.threatened)
    if "age" in hidden and form.age_state is silent:
        form = replace(
            form,
            age_text=kept.age_text,
            age_state=kept.age_state,
            age_basis=kept.age_basis,
            doubt=kept.doubt,
        )
    return form
