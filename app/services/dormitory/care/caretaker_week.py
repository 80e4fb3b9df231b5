# SPDX-License-Identifier: Apache-2.0
"""The caretakers' roster as it is read: a week of wings, who is there now, who can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.dormitory.caretaking import CaretakerDuty
from app.models.dormitory.rooms import Room, Wing
from app.models.staff.account import Account
from app.policies.access import Right, Role, may
from app.policies.arrivals.roster import monday_of, watch_at
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.beds.rooming import RoomPurpose, Side
from app.policies.dormitory.care.caretaking import covers_both
from app.services.acts import Context, query
from app.services.arrivals.shift.roster_week import WEEK, Colleague, runs_desk
from app.services.staff.vault_file import actor_of


@dataclass(frozen=True, slots=True)
class WingDuty:
    """Who looks after a wing; ``covers_both`` warns of one person for adults and children."""

    wing_id: UUID
    accounts: tuple[str, ...]
    covers_both: bool = False


@dataclass(frozen=True, slots=True)
class KeptWing:
    """A wing that needs a caretaker: people can sleep there."""

    wing_id: UUID
    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class CaretakerCell:
    """One person on one wing and watch of the week; ``closed`` says her account is."""

    duty_id: UUID
    version: int
    day: date
    watch: ShiftKind
    wing_id: UUID
    account_id: UUID
    name: str
    covers_both: bool
    closed: bool = False


@dataclass(frozen=True, slots=True)
class CaretakerWeek:
    """A week from its Monday: the wings in the order of the house, and who is planned."""

    monday: date
    wings: tuple[KeptWing, ...]
    cells: tuple[CaretakerCell, ...]


@query(Right.READ_ROSTER)
def caretaker_week(session: Session, _context: Context, monday: date) -> CaretakerWeek:
    """Return a week of caretakers; any day stands for its week.

    A wing without bedrooms is left out unless somebody is planned for it.
    """
    first = monday_of(monday)
    duties = duties_between(session, first, first + WEEK)
    accounts = {row.id: row for row in session.execute(select(Account)).scalars()}
    sides = sides_of(session)
    watches: dict[tuple[date, ShiftKind], list[CaretakerDuty]] = {}
    for each in duties:
        watches.setdefault((each.day, each.watch), []).append(each)
    both = {at: of_both_sides(several, sides) for at, several in watches.items()}
    return CaretakerWeek(
        first,
        kept_wings(session, {each.wing_id for each in duties}),
        tuple(
            CaretakerCell(
                each.id,
                each.version,
                each.day,
                each.watch,
                each.wing_id,
                each.account_id,
                accounts[each.account_id].name,
                each.account_id in both[each.day, each.watch],
                accounts[each.account_id].closed_at is not None,
            )
            for each in duties
        ),
    )


@query(Right.READ_ROOMS)
def caretaker_now(session: Session, context: Context, _question: None) -> tuple[WingDuty, ...]:
    """Return who looks after each wing with bedrooms now; one without anybody has no names.

    Whose account was closed after the plan was made is not coming.
    """
    duties, sides = coming_now(session, context), sides_of(session)
    both = of_both_sides(duties, sides)
    names = {row.id: row.name for row in session.execute(select(Account.id, Account.name))}
    slept_in = select(Room.wing_id).where(Room.purpose == RoomPurpose.BEDROOM)
    with_bedrooms = set(session.execute(slept_in).scalars())
    return tuple(
        WingDuty(
            wing_id,
            tuple(names[each.account_id] for each in duties if each.wing_id == wing_id),
            any(each.account_id in both for each in duties if each.wing_id == wing_id),
        )
        for wing_id in sides
        if wing_id in with_bedrooms
    )


@query(Right.PLAN_CARETAKERS)
def caretaker_colleagues(
    session: Session, _context: Context, _question: None
) -> tuple[Colleague, ...]:
    """Return who can look after a wing: caretakers first, then whoever may stand in."""
    rows = session.execute(select(Account).where(Account.closed_at.is_(None))).scalars()
    found = (
        Colleague(row.id, row.name, row.role, runs_desk(row)) for row in rows if keeps_wings(row)
    )
    return tuple(
        sorted(found, key=lambda each: (each.role is not Role.CARETAKER, each.name.casefold()))
    )


def own_wings(session: Session, context: Context) -> frozenset[UUID]:
    """Return the wings the acting officer looks after now by the caretakers' roster."""
    account_id = context.actor.account_id
    return frozenset(
        each.wing_id for each in coming_now(session, context) if each.account_id == account_id
    )


def keeps_wings(account: Account) -> bool:
    """Say whether the post of an account may look after a wing."""
    return may(actor_of(account), Right.KEEP_DORMITORY)


def coming_now(session: Session, context: Context) -> list[CaretakerDuty]:
    """Return the duties of the watch that is running, without closed accounts."""
    day, watch = watch_at(context.zone.local(context.now))
    return list(
        session.execute(
            select(CaretakerDuty)
            .join(Account, Account.id == CaretakerDuty.account_id)
            .where(
                CaretakerDuty.day == day,
                CaretakerDuty.watch == watch,
                Account.closed_at.is_(None),
            )
            .order_by(CaretakerDuty.id)
        ).scalars()
    )


def duties_between(session: Session, first: date, end: date) -> list[CaretakerDuty]:
    """Return what is planned from ``first`` up to the day before ``end``."""
    return list(
        session.execute(
            select(CaretakerDuty)
            .join(Wing, Wing.id == CaretakerDuty.wing_id)
            .where(CaretakerDuty.day >= first, CaretakerDuty.day < end)
            .order_by(CaretakerDuty.day, Wing.position, CaretakerDuty.id)
        ).scalars()
    )


def sides_of(session: Session) -> dict[UUID, Side]:
    """Return the side of each wing, in the order of the house."""
    rows = session.execute(select(Wing.id, Wing.side).order_by(Wing.position))
    return {row.id: row.side for row in rows}


def of_both_sides(duties: Iterable[CaretakerDuty], sides: dict[UUID, Side]) -> frozenset[UUID]:
    """Return who has a wing of adults and one of children, of the duties of one watch."""
    found: dict[UUID, set[Side]] = {}
    for duty in duties:
        found.setdefault(duty.account_id, set()).add(sides[duty.wing_id])
    return frozenset(who for who, several in found.items() if covers_both(several))


def kept_wings(session: Session, besides: set[UUID]) -> tuple[KeptWing, ...]:
    """Return the wings with bedrooms and those ``besides``, in the order of the house."""
    bedrooms = select(Room.wing_id).where(Room.purpose == RoomPurpose.BEDROOM)
    rows = session.execute(
        select(Wing).where(or_(Wing.id.in_(bedrooms), Wing.id.in_(besides))).order_by(Wing.position)
    ).scalars()
    return tuple(KeptWing(wing.id, wing.name, wing.side) for wing in rows)
