# SPDX-License-Identifier: Apache-2.0
"""The acts of the first run: the shelter, its rooms, its accounts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Zone
from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.staff.account import Account
from app.models.staff.shelter import Shelter
from app.policies.access import Right, Role
from app.policies.dormitory.beds.facts import GROUND, RoomPurpose, Side
from app.policies.people.names import clean_name
from app.policies.reasons import Reason
from app.policies.staff.logins import login_problem
from app.reports.sheet import Letterhead
from app.services.acts import Context, act
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class ShelterFacts:
    """What every paper and screen says of the shelter.

    ``superiors`` and ``address`` are lines; ``logo`` is a small PNG, or nothing.
    """

    name: str
    superiors: tuple[str, ...]
    city: str
    zone: Zone
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    logo: bytes = b""

    @property
    def letterhead(self) -> Letterhead:
        """Return what stands above every paper."""
        return Letterhead(
            self.superiors, self.name, self.address, self.phone, self.email, self.logo
        )


@dataclass(frozen=True, slots=True)
class NewAccount:
    """One member of the staff; the password never comes this far."""

    login: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """One room of a template; ``area_m2`` in square metres."""

    name: str
    purpose: RoomPurpose
    beds: int
    area_m2: float
    near_caretaker: bool = False


@dataclass(frozen=True, slots=True)
class WingPlan:
    """One wing of a template."""

    name: str
    floor: int
    side: Side
    rooms: tuple[RoomPlan, ...]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account as the list shows it."""

    account_id: UUID
    version: int
    login: str
    name: str
    role: Role
    closed: bool


_BED = RoomPurpose.BEDROOM
MOST_BEDROOMS, MOST_BEDS = 20, 12


def sleeping(floor: int, rooms: int, beds: int) -> tuple[RoomPlan, ...]:
    """Return the bedrooms of a floor, numbered by it; the first is near the caretaker."""
    return tuple(
        RoomPlan(f"{floor}{number:02d}", _BED, beds, 16.0, near_caretaker=number == 1)
        for number in range(1, rooms + 1)
    )


def two_floors(bedrooms: int = 5, beds: int = 3) -> tuple[WingPlan, ...]:
    """Return the building of the paper: adults on floor 1, children on floor 2.

    Args:
        bedrooms: on each floor, 1 to 20.
        beds: in each bedroom, 1 to 12.
    """
    return (
        WingPlan("Lantai 1 Dewasa", 1, Side.ADULT, sleeping(1, bedrooms, beds)),
        WingPlan("Lantai 2 Anak", 2, Side.CHILD, sleeping(2, bedrooms, beds)),
        WingPlan(
            "Ruang lain",
            1,
            Side.ANY,
            (
                *(RoomPlan(f"Cadangan {n}", RoomPurpose.SPARE, 0, 16.0) for n in range(1, 4)),
                RoomPlan("Sekretariat", RoomPurpose.SECRETARIAT, 0, 24.0),
                RoomPlan("Ruang TV dewasa", RoomPurpose.TV_ROOM, 0, 24.0),
                RoomPlan("Ruang TV anak", RoomPurpose.TV_ROOM, 0, 24.0),
                RoomPlan("Lapangan", RoomPurpose.FIELD, 0, 400.0),
            ),
        ),
    )


TWO_FLOORS = two_floors()


def write_shelter(session: Session, origin_id: UUID, facts: ShelterFacts) -> None:
    """Write the one row of the shelter inside the founding transaction."""
    row = Shelter(origin_id=origin_id, zone=facts.zone)
    set_facts(row, facts)
    session.add(row)


def set_facts(row: Shelter, facts: ShelterFacts) -> None:
    """Write all but the zone, which never changes."""
    row.name, row.city, row.logo = facts.name, facts.city, facts.logo
    row.superiors, row.address = "\n".join(facts.superiors), "\n".join(facts.address)
    row.phone, row.email = facts.phone, facts.email


def facts_of(row: Shelter) -> ShelterFacts:
    """Return what a row says of the shelter."""
    return ShelterFacts(
        row.name,
        tuple(row.superiors.splitlines()),
        row.city,
        row.zone,
        tuple(row.address.splitlines()),
        row.phone,
        row.email,
        row.logo,
    )


def shelter_facts(session: Session) -> ShelterFacts:
    """Return what is written of the shelter."""
    return facts_of(session.execute(select(Shelter)).scalar_one())


@act(Right.MANAGE_SHELTER, Topic.BEDS, Topic.SHELTER)
def furnish(session: Session, context: Context, wings: tuple[WingPlan, ...]) -> int:
    """Create wings, rooms and beds from a template; return how many beds.

    Rooms of the ground floor count as reached without stairs until somebody says otherwise.
    """
    made = 0
    for position, plan in enumerate(wings):
        wing = Wing(
            id=new_id(),
            origin_id=context.origin_id,
            name=plan.name,
            floor=plan.floor,
            side=plan.side,
            position=position,
        )
        session.add(wing)
        session.flush()
        for place, room_plan in enumerate(plan.rooms):
            room = Room(
                id=new_id(),
                origin_id=context.origin_id,
                wing_id=wing.id,
                name=room_plan.name,
                purpose=room_plan.purpose,
                area_dm2=round(room_plan.area_m2 * 100),
                near_caretaker=room_plan.near_caretaker,
                step_free=plan.floor <= GROUND,
                position=place,
            )
            session.add(room)
            session.flush()
            for number in range(room_plan.beds):
                label = chr(ord("A") + number)
                session.add(Bed(origin_id=context.origin_id, room_id=room.id, label=label))
                made += 1
    context.record(None, beds=made)
    return made


@act(Right.MANAGE_ACCOUNTS, Topic.STAFF)
def add_account(session: Session, context: Context, command: NewAccount) -> UUID:
    """Open an account; its key slot was added to the vault before.

    Raises:
        Refused: the login is taken or unreadable, or the name is empty.
    """
    return write_account(session, context, command)


def write_account(session: Session, context: Context, command: NewAccount) -> UUID:
    """Write an account row inside the running act."""
    problem = login_problem(command.login)
    if problem is not None:
        raise Refused(problem, field="login")
    name = clean_name(command.name)
    if not name:
        raise Refused(Reason.NOTHING_FILLED, field="name")
    if session.execute(select(Account.id).where(Account.login == command.login)).first():
        raise Refused(Reason.LOGIN_TAKEN, field="login")
    account = Account(
        id=new_id(),
        origin_id=context.origin_id,
        login=command.login,
        name=name,
        role=command.role,
        opened_at=context.now,
    )
    session.add(account)
    session.flush()
    context.record(account.id, role=command.role)
    return account.id
