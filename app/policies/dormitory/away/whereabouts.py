# SPDX-License-Identifier: Apache-2.0
"""Where everybody is: nobody is ever nowhere in the census (domain §7.30)."""

from enum import StrEnum


class AbsenceKind(StrEnum):
    """Where somebody is while her bed, if she has one, is kept."""

    HOSPITAL = "hospital"
    WITH_STAFF = "with_staff"
    POLICE = "police"
    COURT = "court"
    LEAVE = "leave"
    MISSING = "missing"


class ChildCare(StrEnum):
    """Who looks after the children of somebody who is out; they never stay behind unseen."""

    ALONG = "along"
    CARETAKER = "caretaker"
    RELATIVE = "relative"


class Whereabouts(StrEnum):
    """One line of the census."""

    BED = "bed"
    MATTRESS = "mattress"
    HOSPITAL = "hospital"
    WITH_STAFF = "with_staff"
    POLICE = "police"
    COURT = "court"
    LEAVE = "leave"
    MISSING = "missing"
    UNPLACED = "unplaced"


def whereabouts(
    absence: AbsenceKind | None, *, in_bed: bool = False, mattress: bool = False
) -> Whereabouts:
    """Return where somebody is; away counts before the bed that is kept for her."""
    if absence is not None:
        return Whereabouts(absence.value)
    if in_bed:
        return Whereabouts.MATTRESS if mattress else Whereabouts.BED
    return Whereabouts.UNPLACED
