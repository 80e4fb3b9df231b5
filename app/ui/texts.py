# SPDX-License-Identifier: Apache-2.0
"""Words for every enum a screen shows; nothing else knows wording (ux §11.5)."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.errors import Cause
from app.policies.access import Role
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.queue import NextStep
from app.policies.arrivals.registration import CameBy, Sex, UrgentNeed
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.rooming import RoomPurpose, Side
from app.policies.dormitory.suggest import NoBedOption, WhyHere
from app.policies.people.age import AgeBand, AgeBasis, AgeReason, TreatedAs
from app.policies.reasons import Reason

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Reason: {
        Reason.MASKED_RULE: QT_TRANSLATE_NOOP("Texts", "This does not fit the placing rules."),
        Reason.NOTHING_FILLED: QT_TRANSLATE_NOOP(
            "Texts", "Fill in one thing: a name, a description, or an estimated age."
        ),
        Reason.NAME_TOO_LONG: QT_TRANSLATE_NOOP("Texts", "Shorten the name to 120 characters."),
        Reason.NAME_UNREADABLE: QT_TRANSLATE_NOOP("Texts", "Write the name with letters."),
        Reason.AGE_UNREADABLE: QT_TRANSLATE_NOOP(
            "Texts", "Write the age as a number, such as 14, or 8b for 8 months."
        ),
        Reason.AGE_NEGATIVE: QT_TRANSLATE_NOOP(
            "Texts", "Write the age without a minus sign, such as 3."
        ),
        Reason.AGE_IMPOSSIBLE: QT_TRANSLATE_NOOP(
            "Texts", "Write an age up to 120, or a birth date such as 12/3/2012."
        ),
        Reason.BIRTH_IN_FUTURE: QT_TRANSLATE_NOOP(
            "Texts", "This birth date is in the future. Check day, month and year."
        ),
        Reason.DATE_IMPOSSIBLE: QT_TRANSLATE_NOOP(
            "Texts", "This date does not exist. Check day and month, such as 12/3/2012."
        ),
        Reason.COUNT_UNREADABLE: QT_TRANSLATE_NOOP(
            "Texts", "Write how many as a number from 0 to 30."
        ),
        Reason.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("Texts", "Shorten this text."),
        Reason.CHILD_WITH_ADULT: QT_TRANSLATE_NOOP(
            "Texts", "A child and an adult cannot share a room."
        ),
        Reason.BED_TAKEN: QT_TRANSLATE_NOOP(
            "Texts", "This bed is already taken. Choose another one."
        ),
        Reason.BED_OUT_OF_USE: QT_TRANSLATE_NOOP("Texts", "This bed is out of use."),
        Reason.BED_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "This bed no longer exists."),
        Reason.PERSON_HAS_BED: QT_TRANSLATE_NOOP(
            "Texts", "She already has a bed. Move her instead."
        ),
        Reason.PERSON_LEFT: QT_TRANSLATE_NOOP("Texts", "She is no longer registered here."),
        Reason.ROOM_NOT_A_BEDROOM: QT_TRANSLATE_NOOP("Texts", "This room is not a bedroom."),
        Reason.WING_FOR_ADULTS: QT_TRANSLATE_NOOP("Texts", "These rooms are for adults."),
        Reason.WING_FOR_CHILDREN: QT_TRANSLATE_NOOP("Texts", "These rooms are for children."),
        Reason.UNKNOWN_AGE_WITH_UNDER_13: QT_TRANSLATE_NOOP(
            "Texts", "Somebody of unknown age and a child under 13 would share this room."
        ),
        Reason.SHIFT_OPEN: QT_TRANSLATE_NOOP(
            "Texts", "A shift is still open. Hand it over first (F9)."
        ),
        Reason.SHIFT_NOT_OPEN: QT_TRANSLATE_NOOP(
            "Texts", "No shift has been started. Start the shift first."
        ),
        Reason.SAME_OFFICER: QT_TRANSLATE_NOOP("Texts", "The next officer must be another person."),
        Reason.MOVED_ON: QT_TRANSLATE_NOOP(
            "Texts", "This can no longer be undone: something has changed since."
        ),
        Reason.NOTHING_TO_UNDO: QT_TRANSLATE_NOOP("Texts", "There is nothing to undo."),
        Reason.LOGIN_TAKEN: QT_TRANSLATE_NOOP(
            "Texts", "This login name is taken. Choose another one."
        ),
        Reason.LOGIN_UNREADABLE: QT_TRANSLATE_NOOP(
            "Texts", "Use 2 to 24 small letters or digits for the login, such as dewi2."
        ),
        Reason.PASSWORD_SHORT: QT_TRANSLATE_NOOP(
            "Texts", "Use at least 10 characters; a short sentence is easiest to remember."
        ),
        Reason.PASSWORD_COMMON: QT_TRANSLATE_NOOP(
            "Texts", "This password is guessed easily. Choose another one."
        ),
        Reason.PASSWORD_LIKE_LOGIN: QT_TRANSLATE_NOOP(
            "Texts", "The password must differ from the login name."
        ),
        Reason.PASSWORDS_DIFFER: QT_TRANSLATE_NOOP(
            "Texts", "The two passwords differ. Type the second one again."
        ),
        Reason.PIN_NOT_SIX_DIGITS: QT_TRANSLATE_NOOP("Texts", "A PIN has six digits."),
        Reason.PIN_TOO_SIMPLE: QT_TRANSLATE_NOOP(
            "Texts", "This PIN is guessed easily. Choose another one."
        ),
        Reason.WRONG_PASSWORD: QT_TRANSLATE_NOOP("Texts", "Login and password do not match."),
        Reason.WRONG_PIN: QT_TRANSLATE_NOOP("Texts", "That PIN does not match."),
        Reason.WRONG_RECOVERY_WORD: QT_TRANSLATE_NOOP(
            "Texts", "This word is not on the sheet. Check it letter by letter."
        ),
        Reason.LAST_HEAD: QT_TRANSLATE_NOOP(
            "Texts", "The last account in charge cannot be closed. Open another one first."
        ),
        Reason.OWN_ACCOUNT: QT_TRANSLATE_NOOP("Texts", "You cannot close your own account."),
        Reason.ACCOUNT_CLOSED: QT_TRANSLATE_NOOP(
            "Texts", "There is no open account in charge with this login."
        ),
        Reason.STALE: QT_TRANSLATE_NOOP(
            "Texts", "Somebody changed this meanwhile. Look at it again and repeat."
        ),
    },
    Cause: {
        Cause.DISK_FULL: QT_TRANSLATE_NOOP(
            "Texts",
            "The disk is full. Your entries are still on screen. Free some space, then try again.",
        ),
        Cause.DISK_FAILS: QT_TRANSLATE_NOOP(
            "Texts",
            "The disk did not answer. Your entries are still on screen. Try again; if it stays "
            "so, print them and call the coordinator.",
        ),
        Cause.LOCKED: QT_TRANSLATE_NOOP(
            "Texts", "The data is open in another program. Try again in 10 seconds."
        ),
        Cause.MISSING: QT_TRANSLATE_NOOP(
            "Texts",
            "A data file is missing. Nothing was changed. Do not set up anew; call the head and look for the backup.",
        ),
        Cause.CORRUPT: QT_TRANSLATE_NOOP(
            "Texts",
            "The data cannot be read. Nothing was changed. Keep the computer on and call the head; the backup is in the backups folder.",
        ),
        Cause.FOREIGN: QT_TRANSLATE_NOOP(
            "Texts", "This file does not belong to this shelter's lock. Nothing was changed."
        ),
        Cause.NEWER: QT_TRANSLATE_NOOP(
            "Texts",
            "This data was written by a newer Teduh. Install the newer program; nothing was changed.",
        ),
        Cause.NETWORK_PATH: QT_TRANSLATE_NOOP(
            "Texts", "The data folder is on a network. Choose a folder on this computer."
        ),
        Cause.READ_ONLY: QT_TRANSLATE_NOOP(
            "Texts", "The data folder cannot be written. Nothing was changed."
        ),
        Cause.WRONG_KIND: QT_TRANSLATE_NOOP(
            "Texts", "Lock and data do not belong together. Nothing was changed."
        ),
        Cause.UPGRADE_FAILED: QT_TRANSLATE_NOOP(
            "Texts", "The data could not be upgraded and was put back as it was."
        ),
        Cause.OCCUPIED: QT_TRANSLATE_NOOP(
            "Texts", "A shelter is already kept in this folder. Nothing was changed."
        ),
    },
    Role: {
        Role.HEAD: QT_TRANSLATE_NOOP("Texts", "Head"),
        Role.COORDINATOR: QT_TRANSLATE_NOOP("Texts", "Coordinator"),
        Role.DUTY_OFFICER: QT_TRANSLATE_NOOP("Texts", "Duty officer"),
        Role.CARETAKER: QT_TRANSLATE_NOOP("Texts", "Dormitory caretaker"),
        Role.SOCIAL_WORKER: QT_TRANSLATE_NOOP("Texts", "Social worker"),
        Role.PSYCHOLOGIST: QT_TRANSLATE_NOOP("Texts", "Psychologist"),
        Role.SECRETARIAT: QT_TRANSLATE_NOOP("Texts", "Secretariat"),
    },
    AgeBand: {
        AgeBand.UNDER_15: QT_TRANSLATE_NOOP("Texts", "under 15"),
        AgeBand.CHILD_15_17: QT_TRANSLATE_NOOP("Texts", "15 to 17"),
        AgeBand.ADULT: QT_TRANSLATE_NOOP("Texts", "18 or older"),
        AgeBand.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "age not known"),
    },
    AgeBasis: {
        AgeBasis.DOCUMENT: QT_TRANSLATE_NOOP("Texts", "Document"),
        AgeBasis.SELF: QT_TRANSLATE_NOOP("Texts", "Says so herself"),
        AgeBasis.ESCORT: QT_TRANSLATE_NOOP("Texts", "Escort says so"),
        AgeBasis.ESTIMATE: QT_TRANSLATE_NOOP("Texts", "Estimate"),
    },
    TreatedAs: {
        TreatedAs.CHILD: QT_TRANSLATE_NOOP("Texts", "Child"),
        TreatedAs.ADULT: QT_TRANSLATE_NOOP("Texts", "Adult"),
    },
    AgeReason: {
        AgeReason.AGE_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "the age is not known"),
        AgeReason.DOCUMENT_CHILD: QT_TRANSLATE_NOOP("Texts", "a document shows it"),
        AgeReason.DOCUMENT_ADULT: QT_TRANSLATE_NOOP("Texts", "a document shows it"),
        AgeReason.STATED_CHILD: QT_TRANSLATE_NOOP("Texts", "states an age under 18"),
        AgeReason.NOT_VERIFIED: QT_TRANSLATE_NOOP(
            "Texts", "no document yet, and the age is close to 18"
        ),
        AgeReason.DOUBT: QT_TRANSLATE_NOOP("Texts", "there is doubt about the age"),
        AgeReason.CLEARLY_ADULT: QT_TRANSLATE_NOOP("Texts", "the stated age is clearly above 18"),
        AgeReason.EVIDENTLY_ADULT: QT_TRANSLATE_NOOP("Texts", "evidently an adult"),
    },
    Sex: {
        Sex.FEMALE: QT_TRANSLATE_NOOP("Texts", "Female"),
        Sex.MALE: QT_TRANSLATE_NOOP("Texts", "Male"),
    },
    CameBy: {
        CameBy.ALONE: QT_TRANSLATE_NOOP("Texts", "On her own"),
        CameBy.POLICE: QT_TRANSLATE_NOOP("Texts", "Police"),
        CameBy.REFERRAL: QT_TRANSLATE_NOOP("Texts", "Referral"),
        CameBy.COMMUNITY: QT_TRANSLATE_NOOP("Texts", "Community"),
    },
    UrgentNeed: {
        UrgentNeed.INJURED: QT_TRANSLATE_NOOP("Texts", "Injured"),
        UrgentNeed.PREGNANT: QT_TRANSLATE_NOOP("Texts", "Pregnant"),
        UrgentNeed.ILL: QT_TRANSLATE_NOOP("Texts", "Ill"),
    },
    ShiftKind: {
        ShiftKind.MORNING: QT_TRANSLATE_NOOP("Texts", "Morning shift"),
        ShiftKind.AFTERNOON: QT_TRANSLATE_NOOP("Texts", "Afternoon shift"),
        ShiftKind.NIGHT: QT_TRANSLATE_NOOP("Texts", "Night shift"),
    },
    NextStep: {
        NextStep.LOOK_AT_URGENT: QT_TRANSLATE_NOOP("Texts", "Look: injured, pregnant, ill?"),
        NextStep.FIND_BED: QT_TRANSLATE_NOOP("Texts", "Find a bed"),
        NextStep.ASK_THREAT: QT_TRANSLATE_NOOP(
            "Texts", "Ask the escort: is anyone looking for her?"
        ),
        NextStep.COMPLETE: QT_TRANSLATE_NOOP("Texts", "Complete missing facts"),
        NextStep.DONE: QT_TRANSLATE_NOOP("Texts", "Done for tonight"),
    },
    FollowUpKind: {
        FollowUpKind.NAME: QT_TRANSLATE_NOOP("Texts", "Ask her name"),
        FollowUpKind.SEX: QT_TRANSLATE_NOOP("Texts", "Note the sex"),
        FollowUpKind.AGE: QT_TRANSLATE_NOOP("Texts", "Ask or estimate the age"),
        FollowUpKind.VERIFY_AGE: QT_TRANSLATE_NOOP("Texts", "Verify the age"),
        FollowUpKind.CAME_BY: QT_TRANSLATE_NOOP("Texts", "Note who brought her"),
        FollowUpKind.URGENT: QT_TRANSLATE_NOOP("Texts", "Look: injured, pregnant, ill?"),
        FollowUpKind.ACCOMPANIED: QT_TRANSLATE_NOOP("Texts", "Who came with her?"),
        FollowUpKind.LANGUAGE: QT_TRANSLATE_NOOP("Texts", "Which language?"),
        FollowUpKind.THREAT: QT_TRANSLATE_NOOP("Texts", "Is anyone looking for her?"),
        FollowUpKind.BED: QT_TRANSLATE_NOOP("Texts", "Find a bed"),
    },
    WhyHere: {
        WhyHere.OWN_ROOM: QT_TRANSLATE_NOOP("Texts", "room of her own"),
        WhyHere.NEAR_CARETAKER: QT_TRANSLATE_NOOP("Texts", "close to the caretaker"),
        WhyHere.SAME_AGE_GROUP: QT_TRANSLATE_NOOP("Texts", "others of her age"),
        WhyHere.CHILD_SIDE: QT_TRANSLATE_NOOP("Texts", "children's floor"),
        WhyHere.ADULT_SIDE: QT_TRANSLATE_NOOP("Texts", "adults' floor"),
        WhyHere.COMPANY: QT_TRANSLATE_NOOP("Texts", "not alone"),
    },
    NoBedOption: {
        NoBedOption.SPARE_ROOM: QT_TRANSLATE_NOOP("Texts", "Make a spare room a bedroom again"),
        NoBedOption.MATTRESS_NEAR_CARETAKER: QT_TRANSLATE_NOOP(
            "Texts", "A mattress in the caretaker's room"
        ),
        NoBedOption.PARTNER_SHELTER: QT_TRANSLATE_NOOP("Texts", "Call a partner shelter"),
        NoBedOption.CALL_HEAD: QT_TRANSLATE_NOOP("Texts", "Call the head"),
    },
    Side: {
        Side.ADULT: QT_TRANSLATE_NOOP("Texts", "Adults"),
        Side.CHILD: QT_TRANSLATE_NOOP("Texts", "Children"),
        Side.ANY: QT_TRANSLATE_NOOP("Texts", "All"),
    },
    RoomPurpose: {
        RoomPurpose.BEDROOM: QT_TRANSLATE_NOOP("Texts", "Bedroom"),
        RoomPurpose.SPARE: QT_TRANSLATE_NOOP("Texts", "Spare room"),
        RoomPurpose.SECRETARIAT: QT_TRANSLATE_NOOP("Texts", "Secretariat"),
        RoomPurpose.TV_ROOM: QT_TRANSLATE_NOOP("Texts", "TV room"),
        RoomPurpose.FIELD: QT_TRANSLATE_NOOP("Texts", "Field"),
        RoomPurpose.COUNSELLING: QT_TRANSLATE_NOOP("Texts", "Counselling room"),
        RoomPurpose.THERAPY: QT_TRANSLATE_NOOP("Texts", "Therapy room"),
    },
}
"""The English words of every enum member a screen shows; the catalogue holds the others."""


def words(member: StrEnum) -> str:
    """Return the words for an enum member in the language in force."""
    return QCoreApplication.translate("Texts", WORDS[type(member)][member])


def sentences(reasons: Iterable[Reason]) -> str:
    """Return what reasons say, one after another."""
    return " ".join(words(reason) for reason in reasons)
