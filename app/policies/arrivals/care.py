# SPDX-License-Identifier: Apache-2.0
"""What she needs at once, what she brought, what she was given, what she was told."""

from enum import StrEnum

LONGEST_ITEM = 200


class NeedKind(StrEnum):
    """Basic needs of the first hour (paper: bed, clothes, food) and what must be looked at."""

    BED = "bed"
    CLOTHES = "clothes"
    FOOD = "food"
    INJURY = "injury"
    PREGNANCY = "pregnancy"
    INFANT = "infant"


class MedicineOutcome(StrEnum):
    """Whether she took it; refusing is an answer, not a fault."""

    GIVEN = "given"
    REFUSED = "refused"


class BelongingKind(StrEnum):
    """What is kept for her."""

    DOCUMENT = "document"
    MONEY = "money"
    PHONE = "phone"
    OTHER = "other"


class ToldKind(StrEnum):
    """What a referrer promised (the paper found pocket money and "one or two weeks")."""

    POCKET_MONEY = "pocket_money"
    ONE_TWO_WEEKS = "one_two_weeks"
    JOB = "job"
    FAMILY_VISIT = "family_visit"
    OTHER = "other"
