# SPDX-License-Identifier: Apache-2.0
"""Beds that are kept, blocked, or given by a signature."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.policies.access import IN_CHARGE, Role
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason

SHORTEST_WHY = 10
"""Letters of a typed reason."""
LONGEST_HOLD = timedelta(days=14)
LONGEST_LABEL = 80
NOT_ACCEPTED_AFTER = timedelta(minutes=20)
"""After this the duty desk is told that nobody received the person (ux §7)."""
KEPT_FOR_THE_MISSING = timedelta(hours=24)
_MORNING = 8


class BlockKind(StrEnum):
    """Why a bed or room cannot be slept in for a time; never a disease."""

    REPAIR = "repair"
    CLEANING = "cleaning"
    PESTS = "pests"
    NO_BEDDING = "no_bedding"
    KEPT_FREE = "kept_free"
    CONVERSION = "conversion"
    OTHER = "other"


class HoldEnd(StrEnum):
    """What became of a reserved bed."""

    TAKEN = "taken"
    RELEASED = "released"
    EXPIRED = "expired"


class PermitEnd(StrEnum):
    """What became of a signature in the morning."""

    CONFIRMED = "confirmed"
    MOVED = "moved"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Reserved:
    """A bed that is kept, for one person or for a group that is on its way."""

    hold_id: UUID
    label: str
    person_id: UUID | None
    expires_at: datetime


def may_sign(role: Role, local: datetime) -> bool:
    """Say whether a post may sign a "needs permission" alone at this hour.

    The head and the coordinator always; the duty officer from 16:00 to 08:00, when nobody
    of them is in the house (issue "every bed on one board").
    """
    if role in IN_CHARGE:
        return True
    return role is Role.DUTY_OFFICER and not _MORNING <= local.hour < 16


def clean_why(text: str) -> str:
    """Return a typed reason without invisible characters.

    Raises:
        TextProblem: fewer than 10 letters, blanks not counted, or longer than a note.
    """
    why = clean_note(text)
    if len("".join(why.split())) < SHORTEST_WHY:
        raise TextProblem(Reason.WHY_SHORT)
    return why


def clean_label(text: str) -> str:
    """Return whom a bed is kept for, on one line.

    Raises:
        TextProblem: empty, or longer than 80 characters.
    """
    label = " ".join(clean_note(text).split())
    if not label:
        raise TextProblem(Reason.NOTHING_TO_WRITE)
    if len(label) > LONGEST_LABEL:
        raise TextProblem(Reason.TEXT_TOO_LONG)
    return label
