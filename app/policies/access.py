# SPDX-License-Identifier: Apache-2.0
"""Who may do what.

The matrix follows domain §6.7 (least privilege); where two readings are possible the
stricter one is taken. Rights are checked in ``services.acts.execute``; what a role sees
stands in ``policies.sight``.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.policies.reasons import Reason


class Role(StrEnum):
    """A post in the shelter; one account holds exactly one."""

    HEAD = "head"
    COORDINATOR = "coordinator"
    DUTY_OFFICER = "duty_officer"
    CARETAKER = "caretaker"
    SOCIAL_WORKER = "social_worker"
    PSYCHOLOGIST = "psychologist"
    SECRETARIAT = "secretariat"


IN_CHARGE = (Role.HEAD, Role.COORDINATOR)


class Right(StrEnum):
    """One kind of act or query."""

    SIGN_IN = "sign_in"
    KEEP_DRAFT = "keep_draft"
    RUN_SHIFT = "run_shift"
    RECEIVE_SHIFT = "receive_shift"
    REGISTER_ARRIVAL = "register_arrival"
    READ_ARRIVALS = "read_arrivals"
    CORRECT_PERSON = "correct_person"
    SETTLE_TASK = "settle_task"
    PLACE_CLIENT = "place_client"
    READ_ROOMS = "read_rooms"
    NOTE_NEEDS = "note_needs"
    KEEP_APART = "keep_apart"
    RESERVE_BED = "reserve_bed"
    BLOCK_BED = "block_bed"
    SETTLE_PERMIT = "settle_permit"
    SEND_OUT = "send_out"
    VACATE_BED = "vacate_bed"
    REPLAN = "replan"
    MANAGE_ROOMS = "manage_rooms"
    SET_RULES = "set_rules"
    READ_STAYS = "read_stays"
    KEEP_DORMITORY = "keep_dormitory"
    CHECK_ROOMING = "check_rooming"
    PRINT_ROOM_PLAN = "print_room_plan"
    READ_PARTNERS = "read_partners"
    MANAGE_PARTNERS = "manage_partners"
    CURE_ALARM = "cure_alarm"
    DECLARE_KIN = "declare_kin"
    VERIFY_KIN = "verify_kin"
    SIGN_EXCEPTION = "sign_exception"
    PLAN_DUTY = "plan_duty"
    SWAP_DUTY = "swap_duty"
    READ_ROSTER = "read_roster"
    READ_BOOK = "read_book"
    SETTLE_RETURN = "settle_return"
    SETTLE_AGE = "settle_age"
    SEARCH = "search"
    PRINT_HANDOVER = "print_handover"
    PRINT_RECEIPT = "print_receipt"
    PRINT_CARD = "print_card"
    PRINT_ROLL_CALL = "print_roll_call"
    WRITE_LOG = "write_log"
    READ_LOG = "read_log"
    CHECK_BEDS = "check_beds"
    NOTE_BACK = "note_back"
    LOOK_IN = "look_in"
    RECORD_CARE = "record_care"
    RECORD_ADMISSION = "record_admission"
    READ_PROMISES = "read_promises"
    CHANGE_OWN_PASSWORD = "change_own_password"  # noqa: S105
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_SHELTER = "manage_shelter"
    MAKE_BACKUP = "make_backup"
    READ_AUDIT = "read_audit"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the keyboard."""

    account_id: UUID
    login: str
    name: str
    role: Role


_EVERYBODY = frozenset(
    {
        Right.SIGN_IN,
        Right.READ_ROOMS,
        Right.READ_ROSTER,
        Right.SEARCH,
        Right.CHANGE_OWN_PASSWORD,
    }
)
_DESK = frozenset(
    {
        Right.KEEP_DRAFT,
        Right.RUN_SHIFT,
        Right.RECEIVE_SHIFT,
        Right.REGISTER_ARRIVAL,
        Right.READ_ARRIVALS,
        Right.CORRECT_PERSON,
        Right.SETTLE_TASK,
        Right.PLACE_CLIENT,
        Right.CURE_ALARM,
        Right.DECLARE_KIN,
        Right.SIGN_EXCEPTION,
        Right.PRINT_HANDOVER,
        Right.PRINT_RECEIPT,
        Right.PRINT_CARD,
        Right.PRINT_ROLL_CALL,
        Right.READ_PARTNERS,
        Right.SWAP_DUTY,
        Right.READ_BOOK,
    }
)
_OFFICE = frozenset({Right.READ_PARTNERS, Right.MANAGE_PARTNERS})
_FAMILIES = frozenset({Right.DECLARE_KIN, Right.VERIFY_KIN})
_LEADING = frozenset({Right.PLAN_DUTY, Right.SETTLE_RETURN, Right.SETTLE_AGE})
_BEDS = frozenset(
    {
        Right.NOTE_NEEDS,
        Right.RESERVE_BED,
        Right.BLOCK_BED,
        Right.SEND_OUT,
        Right.VACATE_BED,
        Right.REPLAN,
        Right.KEEP_DORMITORY,
        Right.CHECK_ROOMING,
        Right.PRINT_ROOM_PLAN,
    }
)
"""What runs the dormitory from day to day; caretaker, duty desk and who leads."""
_HOUSE = frozenset(
    {
        Right.KEEP_APART,
        Right.SETTLE_PERMIT,
        Right.MANAGE_ROOMS,
        Right.SET_RULES,
        Right.READ_STAYS,
    }
)
_NIGHT = frozenset(
    {
        Right.WRITE_LOG,
        Right.READ_LOG,
        Right.CHECK_BEDS,
        Right.NOTE_BACK,
        Right.LOOK_IN,
        Right.RECORD_CARE,
    }
)
"""What the night itself asks for; the service narrows it for the caretaker."""
_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.HEAD: _EVERYBODY
    | _DESK
    | _NIGHT
    | _BEDS
    | _HOUSE
    | {Right.RECORD_ADMISSION, Right.READ_PROMISES}
    | _LEADING
    | _OFFICE
    | _FAMILIES
    | {Right.MANAGE_ACCOUNTS, Right.MANAGE_SHELTER, Right.MAKE_BACKUP, Right.READ_AUDIT},
    Role.COORDINATOR: _EVERYBODY
    | _DESK
    | _NIGHT
    | _BEDS
    | _HOUSE
    | {Right.RECORD_ADMISSION, Right.READ_PROMISES}
    | _LEADING
    | _OFFICE
    | _FAMILIES
    | {Right.MANAGE_ACCOUNTS, Right.MANAGE_SHELTER, Right.MAKE_BACKUP, Right.READ_AUDIT},
    Role.DUTY_OFFICER: _EVERYBODY
    | _DESK
    | _NIGHT
    | _BEDS
    | {Right.RECORD_ADMISSION, Right.MAKE_BACKUP},
    Role.CARETAKER: _EVERYBODY
    | _NIGHT
    | _BEDS
    | {Right.PLACE_CLIENT, Right.CURE_ALARM, Right.PRINT_CARD, Right.PRINT_ROLL_CALL},
    Role.SOCIAL_WORKER: _EVERYBODY
    | _OFFICE
    | _FAMILIES
    | {
        Right.NOTE_NEEDS,
        Right.KEEP_APART,
        Right.SEND_OUT,
        Right.NOTE_BACK,
        Right.LOOK_IN,
        Right.VACATE_BED,
        Right.READ_STAYS,
        Right.KEEP_DRAFT,
        Right.READ_ARRIVALS,
        Right.CORRECT_PERSON,
        Right.SETTLE_TASK,
        Right.RUN_SHIFT,
        Right.RECEIVE_SHIFT,
        Right.PRINT_HANDOVER,
        Right.PRINT_ROLL_CALL,
        Right.READ_BOOK,
        Right.SETTLE_RETURN,
        Right.SETTLE_AGE,
        Right.WRITE_LOG,
        Right.READ_LOG,
        Right.RECORD_CARE,
        Right.RECORD_ADMISSION,
    },
    Role.PSYCHOLOGIST: _EVERYBODY
    | {Right.PRINT_ROLL_CALL, Right.NOTE_NEEDS, Right.KEEP_APART, Right.SETTLE_AGE},
    Role.SECRETARIAT: _EVERYBODY | _OFFICE | {Right.MAKE_BACKUP, Right.READ_BOOK},
}


def may(actor: Actor, right: Right) -> bool:
    """Say whether ``actor`` may do acts of kind ``right``."""
    return right in _RIGHTS[actor.role]


def why_not_second(actor: Actor, first_id: UUID, first_role: Role) -> Reason | None:
    """Return why ``actor`` cannot be the second of two persons who decide; None when she can.

    Two people are two accounts, and one of them leads (ux §5.3: ending the presumption of
    minority takes two roles).
    """
    if actor.account_id == first_id:
        return Reason.SECOND_PERSON
    leads = actor.role in IN_CHARGE or first_role in IN_CHARGE
    return None if leads else Reason.ONLY_IN_CHARGE
