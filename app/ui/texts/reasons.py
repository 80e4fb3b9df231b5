# SPDX-License-Identifier: Apache-2.0
"""Why something is refused."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.reasons import Reason
from app.ui.texts.bed_reasons import SENTENCES

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Reason: {
        **SENTENCES,
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
        Reason.LETTERHEAD_LINES: QT_TRANSLATE_NOOP(
            "Texts", "Write fewer or shorter lines here, each at most 100 characters."
        ),
        Reason.EMAIL_UNREADABLE: QT_TRANSLATE_NOOP(
            "Texts", "Write one e-mail address, such as rumah@contoh.go.id."
        ),
        Reason.LOGO_UNREADABLE: QT_TRANSLATE_NOOP(
            "Texts", "This is no whole PNG or JPEG picture. Choose another file."
        ),
        Reason.LOGO_HEAVY: QT_TRANSLATE_NOOP(
            "Texts", "The file is larger than 1 MB. Choose a smaller picture."
        ),
        Reason.LOGO_SIZE: QT_TRANSLATE_NOOP(
            "Texts", "Choose a picture of 32 to 4000 pixels on each side."
        ),
        Reason.PAPER_NUMBER_USED: QT_TRANSLATE_NOOP(
            "Texts", "This paper sheet was already entered. Check the number on the sheet."
        ),
        Reason.CLOCK_BEFORE_BUILD: QT_TRANSLATE_NOOP(
            "Texts", "This version of Teduh did not exist yet on that day. Check the year."
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
        Reason.AGE_ADULT_ALREADY: QT_TRANSLATE_NOOP("Texts", "She is treated as an adult already."),
        Reason.AGE_SHOWS_CHILD: QT_TRANSLATE_NOOP(
            "Texts", "This shows somebody under 18. Write a birth date or an age of 18 or more."
        ),
        Reason.AGE_WAITING: QT_TRANSLATE_NOOP(
            "Texts", "A proposal about her age already waits for a second person."
        ),
        Reason.PROOF_DAY: QT_TRANSLATE_NOOP(
            "Texts", "Write the date of the document or the assessment, such as 24/11/2026."
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
        Reason.MARGIN_LIMIT: QT_TRANSLATE_NOOP("Texts", "Write whole years, from 0 to 5."),
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
        Reason.IS_AWAY: QT_TRANSLATE_NOOP(
            "Texts", "She is noted as away. Note that she is back first."
        ),
        Reason.NOT_WATCHED: QT_TRANSLATE_NOOP("Texts", "She is not watched any more."),
        Reason.LOOK_LIMIT: QT_TRANSLATE_NOOP(
            "Texts",
            "Write whole minutes: 5 to 60 for level 3, 15 to 240 for level 2, 30 to 480 for "
            "level 1.",
        ),
        Reason.LOOK_ORDER: QT_TRANSLATE_NOOP(
            "Texts", "Level 2 is not looked at more often than level 3. Write more minutes."
        ),
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
}
