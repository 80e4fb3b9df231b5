# SPDX-License-Identifier: Apache-2.0
"""Why something is refused, and why the file or the disk stands in the way."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.errors import Cause
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
        Reason.PAPER_NUMBER_USED: QT_TRANSLATE_NOOP(
            "Texts", "This paper sheet was already entered. Check the number on the sheet."
        ),
        Reason.ARRIVED_TOO_LONG_AGO: QT_TRANSLATE_NOOP(
            "Texts",
            "This is more than two days ago. Check the day, or leave this empty and write "
            "the time into the duty log.",
        ),
        Reason.SEX_LETTER: QT_TRANSLATE_NOOP(
            "Texts", "Write p for female, l for male, or ? if not known."
        ),
        Reason.URGENT_LETTERS: QT_TRANSLATE_NOOP(
            "Texts", "Write t for none visible, or letters: l injured, h pregnant, s ill."
        ),
        Reason.TIE_UNREADABLE: QT_TRANSLATE_NOOP(
            "Texts", "Write one letter for those who stay together, such as A."
        ),
        Reason.TWICE_IN_GROUP: QT_TRANSLATE_NOOP(
            "Texts",
            "This group already has her. If she is another person, save this row once more.",
        ),
        Reason.PARTNER_KNOWN: QT_TRANSLATE_NOOP(
            "Texts", "This partner is already in the list. Choose it there to correct it."
        ),
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
        Reason.MATTRESSES_ENOUGH: QT_TRANSLATE_NOOP(
            "Texts", "Two mattresses already lie in this room. Choose another room."
        ),
        Reason.BOY_WITHOUT_FAMILY: QT_TRANSLATE_NOOP(
            "Texts", "A boy shares a room only with his own family."
        ),
        Reason.FAMILY_ALONE: QT_TRANSLATE_NOOP(
            "Texts", "This family may only sleep in a room without others."
        ),
        Reason.KEPT_APART: QT_TRANSLATE_NOOP(
            "Texts", "These two are kept apart. Choose another room."
        ),
        Reason.OWN_ROOM_NEEDED: QT_TRANSLATE_NOOP(
            "Texts", "One of them needs a room of her own. Choose another room."
        ),
        Reason.EXPLOITED_APART: QT_TRANSLATE_NOOP(
            "Texts", "Exploited and not exploited clients do not share a room."
        ),
        Reason.WATCH_NEAR: QT_TRANSLATE_NOOP(
            "Texts", "She needs a bed near the caretaker on the ground floor."
        ),
        Reason.WATCH_ALONE: QT_TRANSLATE_NOOP("Texts", "She should not sleep alone in a room."),
        Reason.HOUSES_APART: QT_TRANSLATE_NOOP(
            "Texts", "Clients of RPSW and PSKW do not share a room."
        ),
        Reason.BOY_TOO_OLD: QT_TRANSLATE_NOOP(
            "Texts",
            "This boy is older than the rules allow in women's rooms. Call a partner shelter.",
        ),
        Reason.ROOM_TOO_SMALL: QT_TRANSLATE_NOOP(
            "Texts", "This room has no floor space for one more."
        ),
        Reason.NOT_STEP_FREE: QT_TRANSLATE_NOOP("Texts", "A wheelchair cannot reach this room."),
        Reason.UPPER_BUNK: QT_TRANSLATE_NOOP("Texts", "She needs a lower bunk."),
        Reason.BED_RESERVED: QT_TRANSLATE_NOOP("Texts", "This bed is reserved for somebody else."),
        Reason.BED_BLOCKED: QT_TRANSLATE_NOOP("Texts", "This bed is blocked. Choose another bed."),
        Reason.ROOM_BLOCKED: QT_TRANSLATE_NOOP(
            "Texts", "This room is blocked. Choose another room."
        ),
        Reason.ALREADY_THERE: QT_TRANSLATE_NOOP("Texts", "She already has this bed."),
        Reason.APART_FROM_HERSELF: QT_TRANSLATE_NOOP(
            "Texts", "Choose two different people to keep apart."
        ),
        Reason.APART_KNOWN: QT_TRANSLATE_NOOP("Texts", "These two are already kept apart."),
        Reason.WHY_SHORT: QT_TRANSLATE_NOOP(
            "Texts", "Write in a few words why, at least 10 letters."
        ),
        Reason.NOT_YOURS_TO_SIGN: QT_TRANSLATE_NOOP(
            "Texts",
            "This needs the signature of the coordinator or the head; at night the duty officer signs.",
        ),
        Reason.ROOM_OCCUPIED: QT_TRANSLATE_NOOP(
            "Texts", "People sleep in this room. Move them first, or plan the change for a day."
        ),
        Reason.ROOM_KNOWN: QT_TRANSLATE_NOOP(
            "Texts", "Another room or wing already has this name. Choose another name."
        ),
        Reason.NAME_MISSING: QT_TRANSLATE_NOOP("Texts", "Write a name."),
        Reason.NO_BEDS: QT_TRANSLATE_NOOP("Texts", "A bedroom needs at least one bed."),
        Reason.AREA_LIMIT: QT_TRANSLATE_NOOP(
            "Texts", "Write the floor space in square metres, from 4 to 200."
        ),
        Reason.DAY_PAST: QT_TRANSLATE_NOOP(
            "Texts", "This day has passed. Choose today or a later day."
        ),
        Reason.HOLD_LIMIT: QT_TRANSLATE_NOOP(
            "Texts", "Keep a bed for at most 14 days, until a time that is still to come."
        ),
        Reason.RECEIVER_MISSING: QT_TRANSLATE_NOOP(
            "Texts", "Write where she goes and who receives her."
        ),
        Reason.NOBODY_TO_SWAP: QT_TRANSLATE_NOOP("Texts", "Choose two people who both have a bed."),
        Reason.UPPER_UNKNOWN: QT_TRANSLATE_NOOP(
            "Texts", "Write the letters of beds in this room, such as B, D."
        ),
        Reason.CHANGE_PLANNED: QT_TRANSLATE_NOOP(
            "Texts", "A change of use is already planned for this room. Cancel it first."
        ),
        Reason.MOVE_PLANNED: QT_TRANSLATE_NOOP(
            "Texts", "A move is already planned for her. Cancel it first."
        ),
        Reason.PLAN_LIMIT: QT_TRANSLATE_NOOP("Texts", "Choose a day within the next year."),
        Reason.WING_HAS_ROOMS: QT_TRANSLATE_NOOP(
            "Texts", "This wing still has rooms. Remove them first."
        ),
        Reason.CHOOSE_BED: QT_TRANSLATE_NOOP(
            "Texts", "Choose a bed. If none is offered, choose another day."
        ),
        Reason.NIGHT_AHEAD: QT_TRANSLATE_NOOP(
            "Texts", "This night has not come yet. Choose an earlier day."
        ),
        Reason.ROOM_KEPT: QT_TRANSLATE_NOOP(
            "Texts", "This room has a past. It stays in the plan as a spare room without beds."
        ),
        Reason.BOYS_LIMIT: QT_TRANSLATE_NOOP("Texts", "Write an age from 0 to 17."),
        Reason.SPACE_LIMIT: QT_TRANSLATE_NOOP(
            "Texts", "Write from 2.0 to 12.0 square metres a person, or 0 for beds only."
        ),
        Reason.WATCH_LIMIT: QT_TRANSLATE_NOOP("Texts", "Choose a level from 1 to 3, or never."),
        Reason.NOTHING_CHANGED: QT_TRANSLATE_NOOP(
            "Texts", "Nothing has changed. Change something first."
        ),
        Reason.SECOND_PERSON: QT_TRANSLATE_NOOP(
            "Texts", "A second person approves this change: the head or another coordinator."
        ),
        Reason.RULES_WAITING: QT_TRANSLATE_NOOP(
            "Texts", "Another change waits for its second person. Approve or drop it first."
        ),
        Reason.COUNT_LIMIT: QT_TRANSLATE_NOOP("Texts", "Write how many as a number from 1 to 20."),
        Reason.TIMES_OVERLAP: QT_TRANSLATE_NOOP(
            "Texts", "This time is already given to somebody else. Choose another time."
        ),
        Reason.ENDS_BEFORE_IT_BEGINS: QT_TRANSLATE_NOOP(
            "Texts", "The end has to be later than the beginning, and not after 24.00."
        ),
        Reason.ROOM_NOT_FOR_TV: QT_TRANSLATE_NOOP("Texts", "This is no TV room. Choose a TV room."),
        Reason.SIDE_NEEDED: QT_TRANSLATE_NOOP(
            "Texts", "Choose adults or children: they never share a time."
        ),
        Reason.NOTHING_LOOKED_AT: QT_TRANSLATE_NOOP("Texts", "Mark at least one point."),
        Reason.REPAIR_CLOSED: QT_TRANSLATE_NOOP(
            "Texts", "This request is closed. Ask for the repair again."
        ),
        Reason.COUNTED_LIMIT: QT_TRANSLATE_NOOP(
            "Texts", "Write how many you counted as a number from 0 to 500."
        ),
        Reason.DUTY_NOT_FOR_WING: QT_TRANSLATE_NOOP(
            "Texts", "This post looks after no wing. Choose a caretaker or a duty officer."
        ),
        Reason.KIN_WITH_HERSELF: QT_TRANSLATE_NOOP("Texts", "Choose two different people."),
        Reason.KIN_KNOWN: QT_TRANSLATE_NOOP(
            "Texts", "These two are already noted as family. Look at the list."
        ),
        Reason.KIN_IN_A_CIRCLE: QT_TRANSLATE_NOOP(
            "Texts", "She cannot be above and below in the same family. Check who is the elder."
        ),
        Reason.KIN_SECOND_MOTHER: QT_TRANSLATE_NOOP(
            "Texts", "Another mother is already noted for this child. End that first."
        ),
        Reason.KIN_MOTHER_TOO_YOUNG: QT_TRANSLATE_NOOP(
            "Texts", "By their ages she cannot be the mother. Check both ages."
        ),
        Reason.KIN_ELDER_YOUNGER: QT_TRANSLATE_NOOP(
            "Texts", "The elder is younger than the other one. Swap them or check both ages."
        ),
        Reason.KIN_NOT_VERIFIED: QT_TRANSLATE_NOOP(
            "Texts", "This relation must be verified before they share a room."
        ),
        Reason.PROOF_MISSING: QT_TRANSLATE_NOOP(
            "Texts", "Write what proves it, such as a birth certificate."
        ),
        Reason.ONLY_IN_CHARGE: QT_TRANSLATE_NOOP(
            "Texts", "Only the coordinator or the head may do this."
        ),
        Reason.ONLY_OF_THE_CASE: QT_TRANSLATE_NOOP(
            "Texts", "Only the social worker or the psychologist notes this."
        ),
        Reason.OBSERVATION_SHORT: QT_TRANSLATE_NOOP(
            "Texts", "Write what you saw, at least ten letters."
        ),
        Reason.SHIFT_OPEN: QT_TRANSLATE_NOOP(
            "Texts", "A shift is still open. Hand it over first (F9)."
        ),
        Reason.SHIFT_NOT_OPEN: QT_TRANSLATE_NOOP(
            "Texts", "No shift has been started. Start the shift first."
        ),
        Reason.SHIFT_STILL_RUNS: QT_TRANSLATE_NOOP(
            "Texts", "This shift is still running. Let its officer hand it over (F9)."
        ),
        Reason.SAME_OFFICER: QT_TRANSLATE_NOOP("Texts", "The next officer must be another person."),
        Reason.DUTY_ACCOUNT_CLOSED: QT_TRANSLATE_NOOP(
            "Texts", "This account is closed. Choose a colleague who is here."
        ),
        Reason.DUTY_NOT_FOR_DESK: QT_TRANSLATE_NOOP(
            "Texts", "This post does not run the desk. Plan her on call, or choose somebody else."
        ),
        Reason.DUTY_TWICE: QT_TRANSLATE_NOOP("Texts", "She is already planned for this shift."),
        Reason.DUTY_TOO_OLD: QT_TRANSLATE_NOOP(
            "Texts", "This day is more than 31 days ago. Its roster stays as it was."
        ),
        Reason.PRESUMED_LIMIT: QT_TRANSLATE_NOOP("Texts", "Write whole years from 17 to 30."),
        Reason.DOUBT_LIMIT: QT_TRANSLATE_NOOP(
            "Texts", "Write whole years, from the age above to 40."
        ),
        Reason.NOTHING_TO_WRITE: QT_TRANSLATE_NOOP("Texts", "Write something here first."),
        Reason.TIME_UNREADABLE: QT_TRANSLATE_NOOP("Texts", "Write the time as 02.14."),
        Reason.TIME_IN_FUTURE: QT_TRANSLATE_NOOP(
            "Texts", "This time has not come yet. Check the hour."
        ),
        Reason.TIME_TOO_OLD: QT_TRANSLATE_NOOP(
            "Texts", "This is more than two days ago. Write the date into the text."
        ),
        Reason.NOT_FOR_THIS_SHIFT: QT_TRANSLATE_NOOP(
            "Texts", "This message waits for the next shift."
        ),
        Reason.CHECK_UNFINISHED: QT_TRANSLATE_NOOP("Texts", "Some beds have no mark yet."),
        Reason.CHECK_FINISHED: QT_TRANSLATE_NOOP(
            "Texts", "This bed check is already finished. Start a new one."
        ),
        Reason.NOT_AWAY: QT_TRANSLATE_NOOP("Texts", "She is not noted as away."),
        Reason.TIME_PAST: QT_TRANSLATE_NOOP(
            "Texts", "This time has passed. Write a time that is still to come."
        ),
        Reason.BED_KEPT: QT_TRANSLATE_NOOP(
            "Texts",
            "Her bed is kept while she is away, and for 24 hours when she left without a plan.",
        ),
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
        Cause.NO_PLANNER: QT_TRANSLATE_NOOP(
            "Texts",
            "The planner does not run on this PC. Move people one by one on the board; "
            "everything else works.",
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
}
