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
    PAPER_NUMBER_USED = "paper_number_used"
    ARRIVED_TOO_LONG_AGO = "arrived_too_long_ago"
    CLOCK_BEFORE_BUILD = "clock_before_build"
    SEX_LETTER = "sex_letter"
    URGENT_LETTERS = "urgent_letters"
    TIE_UNREADABLE = "tie_unreadable"
    TWICE_IN_GROUP = "twice_in_group"
    PARTNER_KNOWN = "partner_known"
    LETTERHEAD_LINES = "letterhead_lines"
    EMAIL_UNREADABLE = "email_unreadable"
    LOGO_UNREADABLE = "logo_unreadable"
    LOGO_HEAVY = "logo_heavy"
    LOGO_SIZE = "logo_size"
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
    MAYBE_ADULT_WITH_UNDER_13 = "maybe_adult_with_under_13"
    MAYBE_ADULT_WITH_TEEN = "maybe_adult_with_teen"
    NO_BED_FOR_MEN = "no_bed_for_men"
    SEX_UNKNOWN = "sex_unknown"
    MATTRESSES_ENOUGH = "mattresses_enough"
    BOY_WITHOUT_FAMILY = "boy_without_family"
    FAMILY_ALONE = "family_alone"
    KEPT_APART = "kept_apart"
    OWN_ROOM_NEEDED = "own_room_needed"
    EXPLOITED_APART = "exploited_apart"
    WATCH_NEAR = "watch_near"
    WATCH_GROUND = "watch_ground"
    WATCH_ALONE = "watch_alone"
    HOUSES_APART = "houses_apart"
    BOY_TOO_OLD = "boy_too_old"
    ROOM_TOO_SMALL = "room_too_small"
    NOT_STEP_FREE = "not_step_free"
    UPPER_BUNK = "upper_bunk"
    BED_RESERVED = "bed_reserved"
    BED_BLOCKED = "bed_blocked"
    ROOM_BLOCKED = "room_blocked"
    ALREADY_THERE = "already_there"
    APART_FROM_HERSELF = "apart_from_herself"
    APART_KNOWN = "apart_known"
    WHY_SHORT = "why_short"
    NOT_YOURS_TO_SIGN = "not_yours_to_sign"
    ROOM_OCCUPIED = "room_occupied"
    ROOM_KNOWN = "room_known"
    NAME_MISSING = "name_missing"
    NO_BEDS = "no_beds"
    AREA_LIMIT = "area_limit"
    DAY_PAST = "day_past"
    HOLD_LIMIT = "hold_limit"
    RECEIVER_MISSING = "receiver_missing"
    NOBODY_TO_SWAP = "nobody_to_swap"
    UPPER_UNKNOWN = "upper_unknown"
    CHANGE_PLANNED = "change_planned"
    MOVE_PLANNED = "move_planned"
    PLAN_LIMIT = "plan_limit"
    WING_HAS_ROOMS = "wing_has_rooms"
    ROOM_KEPT = "room_kept"
    CHOOSE_BED = "choose_bed"
    NIGHT_AHEAD = "night_ahead"
    CHILD_CARE_MISSING = "child_care_missing"
    NO_MOTHER = "no_mother"
    BORN_TOO_LONG_AGO = "born_too_long_ago"
    # settings of the rooming rules
    BOYS_LIMIT = "boys_limit"
    SPACE_LIMIT = "space_limit"
    WATCH_LIMIT = "watch_limit"
    ALONE_LIMIT = "alone_limit"
    LOOK_LIMIT = "look_limit"
    LOOK_ORDER = "look_order"
    NOTHING_CHANGED = "nothing_changed"
    SECOND_PERSON = "second_person"
    RULES_WAITING = "rules_waiting"
    # caretaking
    COUNT_LIMIT = "count_limit"
    TIMES_OVERLAP = "times_overlap"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    ROOM_NOT_FOR_TV = "room_not_for_tv"
    SIDE_NEEDED = "side_needed"
    NOTHING_LOOKED_AT = "nothing_looked_at"
    REPAIR_CLOSED = "repair_closed"
    COUNTED_LIMIT = "counted_limit"
    DUTY_NOT_FOR_WING = "duty_not_for_wing"
    # kinship
    KIN_WITH_HERSELF = "kin_with_herself"
    KIN_KNOWN = "kin_known"
    KIN_IN_A_CIRCLE = "kin_in_a_circle"
    KIN_SECOND_MOTHER = "kin_second_mother"
    KIN_MOTHER_TOO_YOUNG = "kin_mother_too_young"
    KIN_ELDER_YOUNGER = "kin_elder_younger"
    KIN_NOT_VERIFIED = "kin_not_verified"
    PROOF_MISSING = "proof_missing"
    ONLY_IN_CHARGE = "only_in_charge"
    ONLY_OF_THE_CASE = "only_of_the_case"
    OBSERVATION_SHORT = "observation_short"
    # shifts
    SHIFT_OPEN = "shift_open"
    SHIFT_NOT_OPEN = "shift_not_open"
    SHIFT_STILL_RUNS = "shift_still_runs"
    SAME_OFFICER = "same_officer"
    # the roster
    DUTY_ACCOUNT_CLOSED = "duty_account_closed"
    DUTY_NOT_FOR_DESK = "duty_not_for_desk"
    DUTY_TWICE = "duty_twice"
    DUTY_TOO_OLD = "duty_too_old"
    # ages as settings
    PRESUMED_LIMIT = "presumed_limit"
    DOUBT_LIMIT = "doubt_limit"
    MARGIN_LIMIT = "margin_limit"
    # ending the presumption of minority
    AGE_ADULT_ALREADY = "age_adult_already"
    AGE_SHOWS_CHILD = "age_shows_child"
    AGE_WAITING = "age_waiting"
    PROOF_DAY = "proof_day"
    # the night itself
    NOTHING_TO_WRITE = "nothing_to_write"
    TIME_UNREADABLE = "time_unreadable"
    TIME_IN_FUTURE = "time_in_future"
    TIME_TOO_OLD = "time_too_old"
    NOT_FOR_THIS_SHIFT = "not_for_this_shift"
    CHECK_UNFINISHED = "check_unfinished"
    CHECK_FINISHED = "check_finished"
    NOT_AWAY = "not_away"
    IS_AWAY = "is_away"
    NOT_WATCHED = "not_watched"
    TIME_PAST = "time_past"
    BED_KEPT = "bed_kept"
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


MASKED_REASONS = frozenset(
    {
        Reason.KEPT_APART,
        Reason.OWN_ROOM_NEEDED,
        Reason.EXPLOITED_APART,
        Reason.WATCH_NEAR,
        Reason.WATCH_GROUND,
        Reason.WATCH_ALONE,
    }
)
"""Reasons about somebody's secret: on screen all of them are ``MASKED_RULE``."""
PERMITTABLE = frozenset(
    {
        Reason.MAYBE_ADULT_WITH_TEEN,
        Reason.EXPLOITED_APART,
        Reason.WATCH_NEAR,
        Reason.WATCH_GROUND,
        Reason.WATCH_ALONE,
        Reason.HOUSES_APART,
        Reason.BOY_TOO_OLD,
        Reason.ROOM_TOO_SMALL,
        Reason.NOT_STEP_FREE,
        Reason.UPPER_BUNK,
        Reason.BED_RESERVED,
    }
)
"""Reasons that a signature can set aside; everything about child and adult never is."""


class Verdict(StrEnum):
    """The three answers of the board (ux §7)."""

    ALLOWED = "allowed"
    PERMIT = "permit"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules answer: allowed when there is no reason against it."""

    reasons: tuple[Reason, ...] = ()

    @property
    def allowed(self) -> bool:
        """Say whether nothing stands against the act."""
        return not self.reasons

    @property
    def verdict(self) -> Verdict:
        """Return whether it may be, may be with a signature, or may not be.

        A masked rule looks like one that may be signed, whichever it is; whoever signs for it
        learns no more than that it was refused.
        """
        if not self.reasons:
            return Verdict.ALLOWED
        signed = PERMITTABLE | {Reason.MASKED_RULE}
        return Verdict.PERMIT if set(self.reasons) <= signed else Verdict.FORBIDDEN


ALLOWED = Decision()
