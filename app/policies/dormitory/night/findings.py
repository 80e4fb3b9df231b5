# SPDX-License-Identifier: Apache-2.0
"""What the nightly check of the dormitory looks for."""

from enum import StrEnum


class FindingKind(StrEnum):
    """One kind of violation; the order is that of the list, the worst first."""

    CHILD_WITH_ADULT = "child_with_adult"
    FAMILY_SHARED = "family_shared"
    MAYBE_ADULT_WITH_YOUNG = "maybe_adult_with_young"
    MAN_IN_BED = "man_in_bed"
    SEX_UNKNOWN = "sex_unknown"
    INFANT_WITHOUT_MOTHER = "infant_without_mother"
    SMALL_CHILD_ALONE = "small_child_alone"
    CHILD_ALONE = "child_alone"
    MAYBE_ADULT_WITH_TEEN = "maybe_adult_with_teen"
    KEPT_APART = "kept_apart"
    OWN_ROOM_SHARED = "own_room_shared"
    EXPLOITED_MIX = "exploited_mix"
    HOUSE_MIX = "house_mix"
    BOY_WITHOUT_FAMILY = "boy_without_family"
    BOY_TOO_OLD = "boy_too_old"
    WRONG_SIDE = "wrong_side"
    WATCH = "watch"
    STEP_FREE = "step_free"
    LOWER_BUNK = "lower_bunk"
    OVER_CAPACITY = "over_capacity"
    NOT_IN_USE = "not_in_use"
    PERMIT_OVER = "permit_over"
    WITHOUT_BED = "without_bed"
    NOT_RECEIVED = "not_received"
    BED_OF_MISSING = "bed_of_missing"
    NO_CARETAKER = "no_caretaker"
    ONE_FOR_BOTH = "one_for_both"
