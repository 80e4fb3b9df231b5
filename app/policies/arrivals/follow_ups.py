# SPDX-License-Identifier: Apache-2.0
"""What is still missing becomes a task with an owner and a time, never an error (ux §0.2)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.policies.access import Role
from app.policies.answers import AnswerState
from app.policies.arrivals.registration import ArrivalForm, needs_referrer
from app.policies.people.age import AgeJudgement, AgeReason


class FollowUpKind(StrEnum):
    """A fact to find out or a thing to do."""

    NAME = "name"
    SEX = "sex"
    AGE = "age"
    VERIFY_AGE = "verify_age"
    MAYBE_18 = "maybe_18"
    CAME_BY = "came_by"
    REFERRER = "referrer"
    URGENT = "urgent"
    ACCOMPANIED = "accompanied"
    LANGUAGE = "language"
    THREAT = "threat"
    BED = "bed"
    RETURNING = "returning"
    BELONGINGS = "belongings"
    PSYCHOLOGIST = "psychologist"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One task: who owns it, and when it is due (UTC)."""

    kind: FollowUpKind
    owner: Role
    due_at: datetime


_DUE: dict[FollowUpKind, tuple[Role, timedelta]] = {
    FollowUpKind.BED: (Role.DUTY_OFFICER, timedelta(hours=1)),
    FollowUpKind.URGENT: (Role.DUTY_OFFICER, timedelta(minutes=30)),
    FollowUpKind.THREAT: (Role.DUTY_OFFICER, timedelta(hours=2)),
    FollowUpKind.CAME_BY: (Role.DUTY_OFFICER, timedelta(hours=6)),
    FollowUpKind.REFERRER: (Role.DUTY_OFFICER, timedelta(hours=6)),
    FollowUpKind.NAME: (Role.SOCIAL_WORKER, timedelta(hours=24)),
    FollowUpKind.SEX: (Role.SOCIAL_WORKER, timedelta(hours=24)),
    FollowUpKind.AGE: (Role.SOCIAL_WORKER, timedelta(hours=24)),
    FollowUpKind.ACCOMPANIED: (Role.SOCIAL_WORKER, timedelta(hours=24)),
    FollowUpKind.LANGUAGE: (Role.SOCIAL_WORKER, timedelta(hours=24)),
    FollowUpKind.VERIFY_AGE: (Role.SOCIAL_WORKER, timedelta(days=7)),
    FollowUpKind.MAYBE_18: (Role.SOCIAL_WORKER, timedelta(days=7)),
    FollowUpKind.RETURNING: (Role.SOCIAL_WORKER, timedelta(hours=24)),
    FollowUpKind.BELONGINGS: (Role.CARETAKER, timedelta(minutes=30)),
    FollowUpKind.PSYCHOLOGIST: (Role.DUTY_OFFICER, timedelta(hours=1)),
}
WATCH_TASKS = frozenset({FollowUpKind.BELONGINGS, FollowUpKind.PSYCHOLOGIST})
"""What is to be done when somebody must not be alone any more (domain §7.13)."""


def watch_tasks(now: datetime) -> tuple[FollowUp, ...]:
    """Return what has to be done because somebody must not be alone from now on."""
    return tuple(due(kind, now) for kind in _DUE if kind in WATCH_TASKS)


def follow_ups(
    form: ArrivalForm, judgement: AgeJudgement, now: datetime, *, returning: bool = False
) -> tuple[FollowUp, ...]:
    """Return the tasks an arrival leaves behind.

    What keeps her safe tonight belongs to the duty officer and is due within hours;
    the rest waits for the social worker's next day. An age that no document proves is
    to be settled within seven days (ux §10.1). ``returning`` says that she may have lived
    here before, which a social worker looks into (domain §7.10).
    """
    silent = {AnswerState.NOT_ASKED, AnswerState.UNKNOWN}
    nameless = not form.name.strip() and form.name_state is not AnswerState.DECLINED
    missing = {
        FollowUpKind.BED: True,
        FollowUpKind.URGENT: form.urgent.state in silent,
        FollowUpKind.THREAT: form.threatened.state in silent,
        FollowUpKind.CAME_BY: form.came_by.state in silent,
        FollowUpKind.REFERRER: needs_referrer(form),
        FollowUpKind.NAME: nameless,
        FollowUpKind.SEX: form.sex.state in silent,
        FollowUpKind.AGE: judgement.reason is AgeReason.AGE_UNKNOWN,
        FollowUpKind.ACCOMPANIED: form.accompanied_state in silent,
        FollowUpKind.LANGUAGE: form.language.state in silent,
        FollowUpKind.VERIFY_AGE: judgement.presumed,
        FollowUpKind.RETURNING: returning,
    }
    return tuple(due(kind, now) for kind in _DUE if missing.get(kind))


def due(kind: FollowUpKind, now: datetime) -> FollowUp:
    """Return one task that begins now: who owns it, and by when."""
    owner, wait = _DUE[kind]
    return FollowUp(kind, owner, now + wait)
