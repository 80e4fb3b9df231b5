# SPDX-License-Identifier: Apache-2.0
"""Indonesian official wording of dates, times and roles (domain §3.0); never the UI's."""

from datetime import date, datetime

from app.policies.access import Role
from app.policies.answers import AnswerState
from app.policies.arrivals.care import BelongingKind
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.arrivals.registration import CameBy
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.holds import BlockKind
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
    FollowUpKind.MAYBE_18: "mungkin sudah 18: pastikan usia",
    FollowUpKind.CAME_BY: "catat siapa yang membawa",
    FollowUpKind.REFERRER: "catat instansi perujuk",
    FollowUpKind.URGENT: "lihat: luka, hamil, sakit?",
    FollowUpKind.ACCOMPANIED: "catat siapa yang menyertai",
    FollowUpKind.LANGUAGE: "catat bahasa",
    FollowUpKind.THREAT: "tanyakan: ada yang mencari?",
    FollowUpKind.BED: "carikan tempat tidur",
    FollowUpKind.RETURNING: "periksa: pernah dilayani di sini?",
    FollowUpKind.BELONGINGS: "periksa barang bawaannya",
    FollowUpKind.PSYCHOLOGIST: "hubungi psikolog",
}
NEWBORN = "bayi {0} (anak {1})"
CAME_BY = {
    CameBy.ALONE: "datang sendiri",
    CameBy.POLICE: "dibawa polisi",
    CameBy.REFERRAL: "rujukan",
    CameBy.COMMUNITY: "dibawa masyarakat",
}
NOT_SAID = {
    AnswerState.NOT_ASKED: "belum ditanya",
    AnswerState.UNKNOWN: "belum diketahui",
    AnswerState.DECLINED: "memilih tidak menjawab",
    AnswerState.NOT_APPLICABLE: "tidak berlaku",
}
BELONGINGS = {
    BelongingKind.DOCUMENT: "dokumen",
    BelongingKind.MONEY: "uang",
    BelongingKind.PHONE: "telepon",
    BelongingKind.OTHER: "barang lain",
}
ABSENCES = {
    AbsenceKind.HOSPITAL: "rumah sakit",
    AbsenceKind.WITH_STAFF: "bersama petugas",
    AbsenceKind.POLICE: "kantor polisi",
    AbsenceKind.COURT: "pengadilan",
    AbsenceKind.LEAVE: "izin keluar",
    AbsenceKind.MISSING: "pergi tanpa rencana",
}
CENSUS = {
    Whereabouts.BED: "di ranjang",
    Whereabouts.MATTRESS: "di kasur",
    Whereabouts.HOSPITAL: "rumah sakit",
    Whereabouts.WITH_STAFF: "bersama petugas",
    Whereabouts.POLICE: "kantor polisi",
    Whereabouts.COURT: "pengadilan",
    Whereabouts.LEAVE: "izin keluar",
    Whereabouts.MISSING: "pergi tanpa rencana",
    Whereabouts.UNPLACED: "belum ditempatkan",
}
BLOCKS = {
    BlockKind.REPAIR: "perbaikan",
    BlockKind.CLEANING: "pembersihan",
    BlockKind.PESTS: "hama",
    BlockKind.NO_BEDDING: "tanpa perlengkapan tidur",
    BlockKind.KEPT_FREE: "sengaja dikosongkan",
    BlockKind.CONVERSION: "alih fungsi",
    BlockKind.OTHER: "sebab lain",
}
PURPOSES = {
    RoomPurpose.BEDROOM: "kamar tidur",
    RoomPurpose.SPARE: "cadangan",
    RoomPurpose.SECRETARIAT: "sekretariat",
    RoomPurpose.TV_ROOM: "ruang TV",
    RoomPurpose.FIELD: "lapangan",
    RoomPurpose.COUNSELLING: "ruang konseling",
    RoomPurpose.THERAPY: "ruang terapi",
}
LOGGED = {
    LogKind.INCIDENT: "kejadian",
    LogKind.VISITOR: "tamu",
    LogKind.CALL: "telepon",
    LogKind.CHECK: "pemeriksaan",
    LogKind.MEDICINE: "obat",
    LogKind.BUILDING: "bangunan",
}
MARKS = {
    MarkState.PRESENT: "hadir",
    MarkState.ABSENT: "tidak ada",
    MarkState.HOSPITAL: "rumah sakit",
    MarkState.LEAVE: "izin",
}
UNMARKED = "belum dilihat"
MEDICINE_NOTED = "obat dicatat"
HEADCOUNT_DIFFERS = "{0} · hitungan {1}, seharusnya {2}"
_DIGITS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)
_UNITS = ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "sepuluh", "puluh"))
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def long_day(day: date) -> str:
    """Return ``Selasa, 24 November 2026``."""
    return _written(day, "EEEE, d MMMM y")


def clock(local: datetime, zone: str) -> str:
    """Return ``02.15 WIB``."""
    return f"{local:%H.%M} {zone}"


def treatment(treated_as: TreatedAs, *, presumed: bool) -> str:
    """Return how somebody is treated; a presumption is printed as one (ux §5.3)."""
    if treated_as is TreatedAs.ADULT:
        return "dewasa"
    return "diperlakukan sebagai anak" if presumed else "anak"


def in_words(number: int) -> str:
    """Return a whole number from 0 to 999,999 in words (terbilang): ``dua puluh empat``.

    Written out here because num2words needs a package that has no wheel (decision 0013).

    Raises:
        ValueError: outside that range.
    """
    if not 0 <= number < 1_000_000:
        raise ValueError("no words for this number")
    if number < len(_DIGITS):
        return _DIGITS[number]
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    unit, one, many = next(each for each in _UNITS if number >= each[0])
    times, rest = divmod(number, unit)
    head = one if times == 1 else f"{in_words(times)} {many}"
    return f"{head} {in_words(rest)}" if rest else head


def counted(number: int, noun: str = "orang") -> str:
    """Return ``5 (lima) orang``; the number and its words stay on one line."""
    return f"{number}\u00a0({in_words(number)}) {noun}"


def day_in_words(day: date) -> str:
    """Return the official form: weekday, day, month and year in words, digits in brackets."""
    weekday, month = (_written(day, part) for part in ("EEEE", "MMMM"))
    said, year = (in_words(number).title() for number in (day.day, day.year))
    return f"{weekday}, tanggal {said} bulan {month} tahun {year} ({day:%d-%m-%Y})"


def time_in_words(local: datetime) -> str:
    """Return ``satu lewat lima puluh menit``."""
    minutes = f"lewat {in_words(local.minute)} menit" if local.minute else "tepat"
    return f"{in_words(local.hour)} {minutes}"


def roman_month(day: date) -> str:
    """Return the month as numbers of letters write it: ``XI``."""
    return _ROMAN[day.month - 1]


def until(day: date) -> str:
    """Return ``s.d. 30 Nov 2026``."""
    return f"s.d. {_written(day, 'd MMM y')}"


def _written(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale="id_ID")
