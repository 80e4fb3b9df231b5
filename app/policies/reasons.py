# SPDX-License-Identifier: Apache-2.0
"""Answers of the rules: codes, never text.

Each reason is public (may be shown as it is) or masked (all masked reasons read the
same on screen, so that nobody learns a secret by trying beds one after another).
"""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why an act is refused; ``app/ui/texts.py`` holds the one sentence for each."""

    # access
    MASKED_RULE = "masked_rule"
    # what was typed
    NOTHING_FILLED = "nothing_filled"
    NAME_TOO_LONG = "name_too_long"
    NAME_UNREADABLE = "name_unreadable"
    AGE_UNREADABLE = "age_unreadable"
    AGE_NEGATIVE = "age_negative"
    AGE_IMPOSSIBLE = "age_impossible"
    BIRTH_IN_FUTURE = "birth_in_future"
    DATE_IMPOSSIBLE = "date_impossible"
    COUNT_UNREADABLE = "count_unreadable"
    TEXT_TOO_LONG = "text_too_long"
    PARTNER_KNOWN = "partner_known"
    # beds
    CHILD_WITH_ADULT = "child_with_adult"
    BED_TAKEN = "bed_taken"
    BED_OUT_OF_USE = "bed_out_of_use"
    BED_UNKNOWN = "bed_unknown"
    PERSON_HAS_BED = "person_has_bed"
    PERSON_LEFT = "person_left"
    ROOM_NOT_A_BEDROOM = "room_not_a_bedroom"
    WING_FOR_ADULTS = "wing_for_adults"
    WING_FOR_CHILDREN = "wing_for_children"
    UNKNOWN_AGE_WITH_UNDER_13 = "unknown_age_with_under_13"
    # shifts
    SHIFT_OPEN = "shift_open"
    SHIFT_NOT_OPEN = "shift_not_open"
    SAME_OFFICER = "same_officer"
    # undo
    MOVED_ON = "moved_on"
    NOTHING_TO_UNDO = "nothing_to_undo"
    # accounts
    LOGIN_TAKEN = "login_taken"
    LOGIN_UNREADABLE = "login_unreadable"
    PASSWORD_SHORT = "password_short"  # noqa: S105
    PASSWORD_COMMON = "password_common"  # noqa: S105
    PASSWORD_LIKE_LOGIN = "password_like_login"  # noqa: S105
    PASSWORDS_DIFFER = "passwords_differ"
    PIN_NOT_SIX_DIGITS = "pin_not_six_digits"
    PIN_TOO_SIMPLE = "pin_too_simple"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105
    WRONG_PIN = "wrong_pin"
    WRONG_RECOVERY_WORD = "wrong_recovery_word"
    LAST_HEAD = "last_head"
    OWN_ACCOUNT = "own_account"
    ACCOUNT_CLOSED = "account_closed"
    STALE = "stale"


PUBLIC_PLACING_REASONS = frozenset(
    {
        Reason.BED_TAKEN,
        Reason.BED_OUT_OF_USE,
        Reason.BED_UNKNOWN,
        Reason.PERSON_HAS_BED,
        Reason.PERSON_LEFT,
        Reason.ROOM_NOT_A_BEDROOM,
        Reason.CHILD_WITH_ADULT,
        Reason.WING_FOR_ADULTS,
        Reason.WING_FOR_CHILDREN,
        Reason.UNKNOWN_AGE_WITH_UNDER_13,
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules answer: allowed when there is no reason against it."""

    reasons: tuple[Reason, ...] = ()

    @property
    def allowed(self) -> bool:
        """Say whether nothing stands against the act."""
        return not self.reasons


ALLOWED = Decision()
