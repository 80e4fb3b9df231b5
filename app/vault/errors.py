# SPDX-License-Identifier: Apache-2.0
"""What can go wrong with a lock, besides the disk."""

from enum import StrEnum


class WrongPassword(Exception):
    """Login or password do not fit; which of the two is not told."""


class RecoveryFault(StrEnum):
    """Why a recovery sheet was not taken."""

    COUNT = "count"
    UNKNOWN_WORD = "unknown_word"
    CHECKSUM = "checksum"
    NOT_THIS_VAULT = "not_this_vault"


class RecoveryProblem(Exception):
    """The words do not open this vault; ``position`` counts from 1 when one is at fault."""

    def __init__(self, fault: RecoveryFault, position: int | None = None) -> None:
        self.fault = fault
        self.position = position
        super().__init__(fault if position is None else f"{fault} at {position}")


class HeaderFault(StrEnum):
    """Why a header cannot be used."""

    MISSING = "missing"
    CORRUPT = "corrupt"
    NEWER = "newer"
    TAMPERED = "tampered"


class HeaderUnreadable(Exception):
    """The file beside the database is not a header this program can use."""

    def __init__(self, fault: HeaderFault) -> None:
        self.fault = fault
        super().__init__(fault)
