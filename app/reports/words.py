# SPDX-License-Identifier: Apache-2.0
"""Indonesian official wording of dates, times and roles (domain §3.0); never the UI's."""

from datetime import date, datetime

from babel.dates import format_date

from app.policies.access import Role
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.registration import CameBy
from app.policies.arrivals.shifts import ShiftKind
from app.policies.people.age import TreatedAs

DOTTED = "………………"
ROLES = {
    Role.HEAD: "Ketua",
    Role.COORDINATOR: "Koordinator",
    Role.DUTY_OFFICER: "Petugas piket",
    Role.CARETAKER: "Pengasuh asrama",
    Role.SOCIAL_WORKER: "Pekerja sosial",
    Role.PSYCHOLOGIST: "Psikolog",
    Role.SECRETARIAT: "Sekretariat",
}
SHIFTS = {
    ShiftKind.MORNING: "Sif pagi",
    ShiftKind.AFTERNOON: "Sif sore",
    ShiftKind.NIGHT: "Sif malam",
}
TASKS = {
    FollowUpKind.NAME: "tanyakan nama",
    FollowUpKind.SEX: "catat jenis kelamin",
    FollowUpKind.AGE: "tanyakan atau perkirakan usia",
    FollowUpKind.VERIFY_AGE: "pastikan usia",
    FollowUpKind.CAME_BY: "catat siapa yang membawa",
    FollowUpKind.REFERRER: "catat instansi perujuk",
    FollowUpKind.URGENT: "lihat: luka, hamil, sakit?",
    FollowUpKind.ACCOMPANIED: "catat siapa yang menyertai",
    FollowUpKind.LANGUAGE: "catat bahasa",
    FollowUpKind.THREAT: "tanyakan: ada yang mencari?",
    FollowUpKind.BED: "carikan tempat tidur",
}
CAME_BY = {
    CameBy.ALONE: "datang sendiri",
    CameBy.POLICE: "dibawa polisi",
    CameBy.REFERRAL: "rujukan",
    CameBy.COMMUNITY: "dibawa masyarakat",
}


def long_day(day: date) -> str:
    """Return ``Selasa, 24 November 2026``."""
    return format_date(day, "EEEE, d MMMM y", locale="id_ID")


def clock(local: datetime, zone: str) -> str:
    """Return ``02.15 WIB``."""
    return f"{local:%H.%M} {zone}"


def treatment(treated_as: TreatedAs, *, presumed: bool) -> str:
    """Return how somebody is treated; a presumption is printed as one (ux §5.3)."""
    if treated_as is TreatedAs.ADULT:
        return "dewasa"
    return "diperlakukan sebagai anak" if presumed else "anak"
