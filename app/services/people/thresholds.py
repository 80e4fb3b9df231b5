# SPDX-License-Identifier: Apache-2.0
"""The years up to which an undocumented age counts as a child's, as a setting (ux §5.3).

A changed threshold holds for the next age that is written down; nobody is judged anew
by it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.base import new_id
from app.models.people.person import Person
from app.models.people.thresholds import AgeThresholds
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.people.age import AgeBasis, AgeReason, StatedAge, Thresholds, TreatedAs, judge_age
from app.policies.reasons import Reason
from app.services.acts import Context, act, query
from app.services.numbers import next_event
from app.services.topics import Topic

LOWEST, HIGHEST_PRESUMED, HIGHEST_DOUBT, WIDEST_MARGIN = 17, 30, 40, 5
"""Limits in years; the table has the same ones."""
_IN_FORCE = (
    select(AgeThresholds.presumed_child_up_to, AgeThresholds.doubt_up_to, AgeThresholds.margin)
    .order_by(AgeThresholds.seq.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class ThresholdVersion:
    """What somebody set, and when (UTC)."""

    thresholds: Thresholds
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ThresholdsLine:
    """What is in force, and every version, the newest first; none means the default."""

    now: Thresholds
    history: tuple[ThresholdVersion, ...]


def out_of_order(wanted: Thresholds) -> dict[str, Reason]:
    """Return what stands outside its limits, by field; empty when they can be in force."""
    if not LOWEST <= wanted.presumed_child_up_to <= HIGHEST_PRESUMED:
        return {"presumed_child_up_to": Reason.PRESUMED_LIMIT}
    if not wanted.presumed_child_up_to <= wanted.doubt_up_to <= HIGHEST_DOUBT:
        return {"doubt_up_to": Reason.DOUBT_LIMIT}
    if not 0 <= wanted.margin <= WIDEST_MARGIN:
        return {"margin": Reason.MARGIN_LIMIT}
    return {}


def thresholds_now(session: Session) -> Thresholds:
    """Return the thresholds in force."""
    row = session.connection().execute(_IN_FORCE).one_or_none()
    return Thresholds() if row is None else Thresholds(*row)


@act(Right.MANAGE_SHELTER, Topic.SHELTER)
def change_thresholds(session: Session, context: Context, command: Thresholds) -> Thresholds:
    """Put new thresholds in force for ages that are written down from now on.

    Raises:
        Refused: a limit is out of order; ``field`` says which.
    """
    context.record(
        None,
        presumed_child_up_to=command.presumed_child_up_to,
        doubt_up_to=command.doubt_up_to,
        margin=command.margin,
    )
    for field, reason in out_of_order(command).items():
        raise Refused(reason, field=field)
    session.add(
        AgeThresholds(
            id=new_id(),
            origin_id=context.origin_id,
            presumed_child_up_to=command.presumed_child_up_to,
            doubt_up_to=command.doubt_up_to,
            margin=command.margin,
            changed_at=context.now,
            changed_by=context.actor.account_id,
            seq=next_event(session),
        )
    )
    return command


@query(Right.SIGN_IN)
def thresholds(session: Session, _context: Context, _question: None) -> ThresholdsLine:
    """Return what is in force and who set what when."""
    rows = session.execute(
        select(AgeThresholds, Account.name)
        .join(Account, Account.id == AgeThresholds.changed_by)
        .order_by(AgeThresholds.seq.desc())
    )
    history = tuple(
        ThresholdVersion(
            Thresholds(row.presumed_child_up_to, row.doubt_up_to, row.margin),
            name,
            row.changed_at,
        )
        for row, name in rows
    )
    return ThresholdsLine(history[0].thresholds if history else Thresholds(), history)


@query(Right.MANAGE_SHELTER)
def effect_of(session: Session, context: Context, question: Thresholds) -> int:
    """Return how many registered people these thresholds would treat differently.

    Only counted: nobody changes. Ages that a document proves depend on no threshold.
    """
    now = thresholds_now(session)
    rows = session.execute(
        select(
            Person.stated_months,
            Person.birth_date,
            Person.birth_precision,
            Person.age_basis,
            Person.age_doubt,
        ).where(
            Person.id.in_(select(Arrival.person_id).where(PRESENT)),
            Person.treated_reason != AgeReason.EVIDENTLY_ADULT,
            or_(Person.age_basis.is_(None), Person.age_basis != AgeBasis.DOCUMENT),
            or_(
                Person.birth_date.is_not(None),
                and_(
                    Person.stated_months >= 12 * LOWEST,
                    Person.stated_months < 12 * (HIGHEST_DOUBT + 1),
                ),
            ),
        )
    )

    def treated(
        stated: StatedAge, basis: AgeBasis | None, doubt: bool, limits: Thresholds
    ) -> TreatedAs:
        return judge_age(stated, basis, context.today, doubt=doubt, thresholds=limits).treated_as

    return sum(
        treated(stated, basis, doubt, now) is not treated(stated, basis, doubt, question)
        for stated, basis, doubt in (
            (StatedAge(months, birth_date, precision), basis, doubt)
            for months, birth_date, precision, basis, doubt in rows
        )
    )
