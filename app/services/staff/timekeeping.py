# SPDX-License-Identifier: Apache-2.0
"""Whether the PC's clock is believed, asked at every opening and when somebody sets it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import BUILT
from app.clock import Clock, Timepiece, Zone
from app.config import Paths
from app.db import audit, backup
from app.errors import Refused
from app.models.audit import AuditEntry
from app.models.staff.clock import ClockAnswer
from app.policies.access import Actor, Right
from app.policies.reasons import Reason
from app.policies.timekeeping import (
    Answered,
    ClockDoubt,
    Seen,
    at_most,
    doubts,
    reckon,
)
from app.services.acts import Context, Done, House, act, execute
from app.services.dormitory.night.alarms import check_the_night
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class ClockQuestion:
    """What whoever is asked for day and hour has to know.

    Attributes:
        zone: of the shelter.
        wall: what the PC's clock says.
        seen: what is known to be past.
        doubts: why she is asked.
        corrected: what the clock says with the correction that was in force, if there was one.
    """

    zone: Zone
    wall: datetime
    seen: Seen
    doubts: tuple[ClockDoubt, ...]
    corrected: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """How the clock goes from now on; ``dropped`` when a correction is needed no longer."""

    question: ClockQuestion | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class NoteClock:
    """What the PC said, and how far its hour was ahead of UTC, at the instant of the act."""

    wall: datetime
    shown: timedelta


def settle(session: Session, paths: Paths, zone: Zone, clock: Clock) -> Settled:
    """Make a clock go by what is known in the file; any but a ``Timepiece`` is believed."""
    if not isinstance(clock, Timepiece):
        return Settled()
    row = session.execute(
        select(ClockAnswer).order_by(ClockAnswer.after_seq.desc()).limit(1)
    ).scalar_one_or_none()
    seen = _seen(session, paths, row.after_seq if row else 0)
    wall, shown = clock.pc.wall(), clock.pc.shown()
    said = Answered(row.at - row.wall, timedelta(minutes=row.shown_minutes)) if row else None
    found = reckon(wall, shown, zone, seen, said)
    clock.trust(found.offset, at_most(wall, found, seen))
    if not found.doubts:
        return Settled(dropped=found.dropped)
    corrected = wall + found.offset if found.offset else None
    return Settled(ClockQuestion(zone, wall, seen, found.doubts, corrected))


def likely_zone(clock: Clock) -> Zone:
    """Return the zone whose hour the PC shows; that of Jakarta where it shows another."""
    shown = clock.pc.shown() if isinstance(clock, Timepiece) else Zone.WIB.ahead
    return next((zone for zone in Zone if zone.ahead == shown), Zone.WIB)


def first_question(zone: Zone, clock: Clock) -> ClockQuestion | None:
    """Return what to ask before a shelter in ``zone`` is founded, or None."""
    if not isinstance(clock, Timepiece):
        return None
    wall, seen = clock.pc.wall(), Seen(BUILT)
    found = reckon(wall, clock.pc.shown(), zone, seen, None)
    return ClockQuestion(zone, wall, seen, found.doubts) if found.doubts else None


def go_by(clock: Clock, said: datetime) -> None:
    """Make a ``Timepiece`` say ``said`` now; within a minute of the PC's clock that is right."""
    piece = _correctable(clock)
    offset = said - piece.pc.wall()
    piece.trust(timedelta() if abs(offset) <= Timepiece.APART else offset)


def look_again(paths: Paths, house: House, actor: Actor) -> ClockQuestion | None:
    """Settle the clock of an open shelter after somebody set the PC's; return what to ask."""
    with house.database.reading() as session:
        settled = settle(session, paths, house.zone, house.clock)
    if settled.dropped:
        execute(house, actor, note_clock, noted(house.clock))
    return settled.question


def answer_problem(asked: ClockQuestion, said: datetime) -> Refused | None:
    """Return why an answer cannot be; a program is not older than the day it was built."""
    if asked.zone.today(said) < asked.seen.built:
        return Refused(Reason.CLOCK_BEFORE_BUILD, field="day")
    return None


def surprising(asked: ClockQuestion, said: datetime) -> tuple[ClockDoubt, ...]:
    """Return what speaks against an answer; it counts if somebody says it twice."""
    return doubts(said, asked.seen, asked.zone)


def answer_clock(house: House, actor: Actor, said: datetime) -> Done[None]:
    """Go by ``said`` from now on, and write down who said so.

    Within a minute of the PC's clock it means that the PC is right.

    Raises:
        Unavailable: it cannot be written down; the clock is doubted as before.
    """
    clock = _correctable(house.clock)
    before = clock.offset, clock.most
    go_by(clock, said)
    try:
        return execute(house, actor, note_clock, noted(clock))
    except BaseException:
        clock.trust(*before)
        raise


def noted(clock: Clock) -> NoteClock:
    """Return what a correctable clock's PC says now."""
    pc = _correctable(clock).pc
    return NoteClock(pc.wall(), pc.shown())


def _correctable(clock: Clock) -> Timepiece:
    if not isinstance(clock, Timepiece):
        raise TypeError("this clock cannot be corrected")
    return clock


@act(Right.SIGN_IN, Topic.BEDS, Topic.ALARMS, Topic.TASKS, Topic.SHIFT)
def note_clock(session: Session, context: Context, command: NoteClock) -> None:
    """Write down what the PC's clock said when it was this instant, and look at the night."""
    keep_answer(session, context, command)
    check_the_night(session, context)


def keep_answer(session: Session, context: Context, command: NoteClock) -> None:
    """Write the row inside a running act or founding."""
    session.add(
        ClockAnswer(
            origin_id=context.origin_id,
            at=context.now,
            wall=command.wall,
            shown_minutes=round(command.shown.total_seconds() / 60),
            after_seq=audit.head(session, context.origin_id).seq,
            answered_by=context.actor.account_id,
        )
    )
    offset = context.now - command.wall
    context.record(None, pc=command.wall.isoformat(), minutes=round(offset.total_seconds() / 60))


def _seen(session: Session, paths: Paths, after: int) -> Seen:
    latest = session.execute(
        select(func.max(AuditEntry.at)).where(AuditEntry.seq > after)
    ).scalar_one()
    copy = backup.latest(paths.backups)
    later = copy is not None and copy.head.seq > after
    return Seen(BUILT, latest, copy.made_at if copy is not None and later else None)
