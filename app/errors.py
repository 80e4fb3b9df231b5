# SPDX-License-Identifier: Apache-2.0
"""The only three ways an act can end badly; anything else is a bug."""

from collections.abc import Sequence
from enum import StrEnum

from app.policies.access import Right
from app.policies.reasons import Reason


class Refused(Exception):
    """The rules speak: the act may not happen, for these reasons.

    ``field`` names the form field the reason belongs to, so that the screen can
    show the sentence beside it; ``signable`` says that a signature would set it aside.
    """

    def __init__(self, *reasons: Reason, field: str | None = None, signable: bool = False) -> None:
        self.reasons: Sequence[Reason] = reasons
        self.field = field
        self.signable = signable
        super().__init__(", ".join(reasons))

    def retold(self, reasons: Sequence[Reason]) -> None:
        """Say other reasons from now on, because not everybody may know the true ones."""
        self.reasons = reasons
        self.args = (", ".join(reasons),)


class Denied(Exception):
    """The person at the keyboard has no right to this act."""

    def __init__(self, right: Right) -> None:
        self.right = right
        super().__init__(right)


class Cause(StrEnum):
    """Why the environment cannot do what was asked; the user's situation, not a bug."""

    DISK_FULL = "disk_full"
    DISK_FAILS = "disk_fails"
    LOCKED = "locked"
    MISSING = "missing"
    CORRUPT = "corrupt"
    FOREIGN = "foreign"
    NEWER = "newer"
    NETWORK_PATH = "network_path"
    SYNCED_PATH = "synced_path"
    READ_ONLY = "read_only"
    WRONG_KIND = "wrong_kind"
    UPGRADE_FAILED = "upgrade_failed"
    OCCUPIED = "occupied"
    NO_PLANNER = "no_planner"


class Unavailable(Exception):
    """The disk, the file or another program stands in the way; nothing was damaged."""

    def __init__(self, cause: Cause, detail: str = "") -> None:
        self.cause = cause
        self.detail = detail
        super().__init__(f"{cause}: {detail}" if detail else str(cause))
