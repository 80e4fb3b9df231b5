# SPDX-License-Identifier: Apache-2.0
"""The duty log and the bed check (paper: "buku piket"; domain §3.8)."""

from datetime import timedelta
from enum import StrEnum

LONGEST_ENTRY = 600
ABSENT_ALARM = timedelta(minutes=15)
"""How long a bed may be found empty before it stands out."""


class LogKind(StrEnum):
    """What an entry of the duty log is about; one key each."""

    INCIDENT = "incident"
    VISITOR = "visitor"
    CALL = "call"
    CHECK = "check"
    MEDICINE = "medicine"
    BUILDING = "building"


class MarkState(StrEnum):
    """What a bed check found; one key each."""

    PRESENT = "present"
    ABSENT = "absent"
    HOSPITAL = "hospital"
    LEAVE = "leave"
