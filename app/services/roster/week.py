# SPDX-License-Identifier: Apache-2.0
"""The roster as it is read: a week of watches, who is there now, who can be planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.dormitory.rooms import Room, Wing
from app.models.roster.duty import Duty
from app.models.staff.account import Account
from app.policies.access import Right, Role, may
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.roster.duties import KINDS, DutyKind, Roster, covers_both, monday_of, watch_at
from app.services.acts import Context, query
from app.services.staff.vault_file import actor_of

WEEK = timedelta(days=7)
_NEEDED = {DutyKind.AT_DESK: Right.RUN_SHIFT, DutyKind.WING: Right.KEEP_DORMITORY}


@dataclass(frozen=True, slots=True)
class DutyName:
    """Somebody on a watch.

    Attributes:
        planned: who was planned, when it was swapped; else empty.
        closed: her account is.
        both: she has wings of adults and of children on this watch.
    """

    duty_id: UUID
    version: int
    account_id: UUID
    name: str
    kind: DutyKind
    planned: str = ""
    closed: bool = False
    both: bool = False


@dataclass(frozen=True, slots=True)
class KeptWing:
    """A wing that needs a caretaker: people can sleep there."""

    wing_id: UUID
    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class WatchLine:
    """One watch of one day, at the desk (no wing) or in a wing; the desk comes before calls."""

    day: date
    watch: ShiftKind
    wing: KeptWing | None
    people: tuple[DutyName, ...]

    @property
    def key(self) -> tuple[date, ShiftKind, UUID | None]:
        """Return what stays the same when somebody else is planned."""
        return self.day, self.watch, self.wing.wing_id if self.wing else None

    def named(self, kind: DutyKind) -> tuple[str, ...]:
        """Return who comes for one kind of duty; whose account was closed does not."""
        return tuple(each.name for each in self.people if each.kind is kind and not each.closed)


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of a roster; any day stands for its week."""

    roster: Roster
    day: date


@dataclass(frozen=True, slots=True)
class RosterWeek:
    """A week from its Monday.

    Attributes:
        wings: those of the rows, in the order of the house; one None at the desk.
        lines: day by day, in a day row by row: each wing's three watches.
    """

    monday: date
    wings: tuple[KeptWing | None, ...]
    lines: tuple[WatchLine, ...]


@dataclass(frozen=True, slots=True)
class WingDuty:
    """Who looks after a wing; ``covers_both`` warns of one person for adults and children."""

    wing_id: UUID
    accounts: tuple[str, ...]
    covers_both: bool = False


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can be planned, and the duties her post allows."""

    account_id: UUID
    name: str
    role: Role
    fit: frozenset[DutyKind]


@query(Right.READ_ROSTER)
def week(session: Session, _context: Context, question: WeekOf) -> RosterWeek:
    """Return a week of a roster, from Monday morning to Sunday night.

    A wing without bedrooms is left out unless somebody is planned for it.
    """
    first = monday_of(question.day)
    duties = duties_between(session, question.roster, first, first + WEEK)
    wings: tuple[KeptWing | None, ...] = (None,)
    if question.roster is Roster.WINGS:
        wings = kept_wings(session, {each.wing_id for each in duties if each.wing_id})
    days = [first + timedelta(days=number) for number in range(7)]
    watches = [(day, watch) for day in days for watch in ShiftKind]
    lines = {line.key: line for line in _lines(session, watches, wings, duties)}
    keys = (
        (day, watch, wing.wing_id if wing else None)
        for day in days
        for wing in wings
        for watch in ShiftKind
    )
    return RosterWeek(first, wings, tuple(lines[key] for key in keys))


@query(Right.READ_ROSTER)
def on_duty_now(session: Session, context: Context, _question: None) -> WatchLine:
    """Return who should be at the desk now by plan, and who is on call."""
    day, watch = watch_at(context.zone.local(context.now))
    duties = duties_between(session, Roster.DESK, day, day + timedelta(days=1))
    (line,) = _lines(session, [(day, watch)], (None,), duties)
    return line


@query(Right.READ_ROOMS)
def caretaker_now(session: Session, context: Context, _question: None) -> tuple[WingDuty, ...]:
    """Return who looks after each wing with bedrooms now; one without anybody has no names.

    Whose account was closed after the plan was made is not coming.
    """
    duties = coming_now(session, context)
    both = of_both_sides(duties, sides_of(session))
    names = _names(session)
    return tuple(
        WingDuty(
            wing.wing_id,
            tuple(names[each.account_id].name for each in duties if each.wing_id == wing.wing_id),
            any(each.account_id in both for each in duties if each.wing_id == wing.wing_id),
        )
        for wing in kept_wings(session, set())
    )


@query(Right.READ_ROSTER)
def colleagues(session: Session, _context: Context, _question: None) -> tuple[Colleague, ...]:
    """Return everybody with an open account, by name."""
    rows = session.execute(select(Account).where(Account.closed_at.is_(None))).scalars()
    found = (Colleague(row.id, row.name, row.role, fit_for(row)) for row in rows)
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def fit_for(account: Account) -> frozenset[DutyKind]:
    """Return the duties that the post of an account allows; anybody can be called."""
    actor = actor_of(account)
    return frozenset(kind for kind in DutyKind if kind not in _NEEDED or may(actor, _NEEDED[kind]))


def own_wings(session: Session, context: Context) -> frozenset[UUID]:
    """Return the wings the acting officer looks after now by the roster."""
    account_id = context.actor.account_id
    return frozenset(
        each.wing_id
        for each in coming_now(session, context)
        if each.account_id == account_id and each.wing_id is not None
    )


def coming_now(session: Session, context: Context) -> list[Duty]:
    """Return the wings' duties of the watch that is running, without closed accounts."""
    day, watch = watch_at(context.zone.local(context.now))
    return list(
        session.execute(
            select(Duty)
            .join(Account, Account.id == Duty.account_id)
            .where(
                Duty.kind == DutyKind.WING,
                Duty.day == day,
                Duty.watch == watch,
                Account.closed_at.is_(None),
            )
            .order_by(Duty.id)
        ).scalars()
    )


def duties_between(session: Session, roster: Roster, first: date, end: date) -> list[Duty]:
    """Return what a roster plans from ``first`` up to the day before ``end``."""
    return list(
        session.execute(
            select(Duty)
            .outerjoin(Wing, Wing.id == Duty.wing_id)
            .where(Duty.kind.in_(KINDS[roster]), Duty.day >= first, Duty.day < end)
            .order_by(Duty.day, Wing.position, Duty.id)
        ).scalars()
    )


def sides_of(session: Session) -> dict[UUID, Side]:
    """Return the side of each wing."""
    return {row.id: row.side for row in session.execute(select(Wing.id, Wing.side))}


def of_both_sides(duties: Iterable[Duty], sides: dict[UUID, Side]) -> frozenset[UUID]:
    """Return who has a wing of adults and one of children, of the duties of one watch."""
    found: dict[UUID, set[Side]] = {}
    for duty in duties:
        if duty.wing_id is not None:
            found.setdefault(duty.account_id, set()).add(sides[duty.wing_id])
    return frozenset(who for who, several in found.items() if covers_both(several))


def kept_wings(session: Session, besides: set[UUID]) -> tuple[KeptWing, ...]:
    """Return the wings with bedrooms and those ``besides``, in the order of the house."""
    bedrooms = select(Room.wing_id).where(Room.purpose == RoomPurpose.BEDROOM)
    rows = session.execute(
        select(Wing).where(or_(Wing.id.in_(bedrooms), Wing.id.in_(besides))).order_by(Wing.position)
    ).scalars()
    return tuple(KeptWing(wing.id, wing.name, wing.side) for wing in rows)


def _lines(
    session: Session,
    watches: Iterable[tuple[date, ShiftKind]],
    wings: tuple[KeptWing | None, ...],
    duties: list[Duty],
) -> Iterator[WatchLine]:
    names, sides = _names(session), sides_of(session)
    for day, watch in watches:
        here = [each for each in duties if (each.day, each.watch) == (day, watch)]
        both = of_both_sides(here, sides)
        for wing in wings:
            wing_id = wing.wing_id if wing else None
            told = [
                _told(each, names, each.account_id in both)
                for each in here
                if each.wing_id == wing_id
            ]
            told.sort(key=_order)
            yield WatchLine(day, watch, wing, tuple(told))


def _order(name: DutyName) -> tuple[int, str]:
    return list(DutyKind).index(name.kind), name.name.casefold()


def _told(duty: Duty, names: dict[UUID, Account], both: bool) -> DutyName:
    who = names[duty.account_id]
    swapped = duty.planned_id != duty.account_id
    return DutyName(
        duty.id,
        duty.version,
        who.id,
        who.name,
        duty.kind,
        names[duty.planned_id].name if swapped else "",
        who.closed_at is not None,
        both,
    )


def _names(session: Session) -> dict[UUID, Account]:
    return {row.id: row for row in session.execute(select(Account)).scalars()}
