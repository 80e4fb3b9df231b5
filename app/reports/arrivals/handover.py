# SPDX-License-Identifier: Apache-2.0
"""The handover sheet: one A4 page that the outgoing and the incoming officer sign.

Structure "Situasi – Perhatian – Tugas – Pertanyaan" (ux §5.4), content of a laporan
piket (domain §3.8). Codes stand for people unless names were asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from app.reports import style
from app.reports.style import CENTRED, LIGHT, Sheet, section, text, title
from app.reports.words import clock, long_day


@dataclass(frozen=True, slots=True)
class WingCount:
    """Beds of one wing."""

    name: str
    beds: int
    occupied: int


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """One arrival of the watch; ``who`` is a code, or a name if names were asked for."""

    who: str
    arrived: str
    treated: str
    came_by: str
    place: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """An open task: for whom, what, whose, until when."""

    who: str
    what: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Name and post of one side; ``when`` is empty until confirmed in the program."""

    name: str
    post: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """Everything that stands on the sheet; instants are local already."""

    sheet: Sheet
    shift: str
    started: datetime
    printed: datetime
    zone: str
    city: str
    wings: tuple[WingCount, ...]
    arrivals: tuple[ArrivalRow, ...]
    unplaced: tuple[str, ...]
    attention: tuple[str, ...]
    alarms: tuple[str, ...]
    tasks: tuple[TaskRow, ...]
    note: str
    outgoing: Signature
    incoming: Signature | None


NOTHING = "tidak ada yang tercatat"
_LINES = (14, 10, 7, 5, 3)
_SUBJECT = "Serah terima piket"


def render(content: HandoverSheet) -> bytes:
    """Return the sheet as one page; long lists end with how many more are on screen."""
    made = b""
    for most in _LINES:
        made, pages = style.build(content.sheet, partial(_story, content, most), _SUBJECT)
        if pages == 1:
            return made
    short = replace(content, note=content.note[:200])
    return style.build(short.sheet, partial(_story, short, 2), _SUBJECT)[0]


def _story(content: HandoverSheet, most: int) -> list[Flowable]:
    began = clock(content.started, content.zone)
    day = long_day(content.printed.date())
    return [
        title("LEMBAR SERAH TERIMA PIKET"),
        text(
            f"{day}, pukul {clock(content.printed, content.zone)} · {content.shift} "
            f"sejak {long_day(content.started.date())} pukul {began}",
            8.5,
            align=CENTRED,
        ),
        section("1  Situasi"),
        _census(content),
        text("Kedatangan", 8.5, bold=True),
        _arrivals(content.arrivals, most),
        text("Kepergian", 8.5, bold=True),
        text(NOTHING, 8.5),
        section("2  Perhatian"),
        *_bullets("Belum mendapat tempat tidur", content.unplaced, most),
        *_bullets("Anak dan dewasa sekamar (bukan karena penempatan)", content.alarms, most),
        *_bullets("Kesehatan, keamanan, anak tanpa wali diketahui", content.attention, most),
        section("3  Tugas"),
        _tasks(content.tasks, most),
        section("4  Pertanyaan dan pesan untuk sif berikut"),
        text(content.note or NOTHING, 8.5),
        Spacer(1, 4 * mm),
        _signatures(content),
    ]


def _more(rows: Sequence[object], most: int) -> str:
    left = len(rows) - most
    return f"… dan {left} lagi, lihat layar" if left > 0 else ""


def _census(content: HandoverSheet) -> Flowable:
    rows = [[_cell(name, bold=True) for name in ("Sayap", "Ranjang", "Terisi", "Kosong")]]
    rows += [
        [_cell(w.name), _cell(w.beds), _cell(w.occupied), _cell(w.beds - w.occupied)]
        for w in content.wings
    ]
    beds, full = sum(w.beds for w in content.wings), sum(w.occupied for w in content.wings)
    rows.append([_cell(words, bold=True) for words in ("Jumlah", beds, full, beds - full)])
    return _table(rows, (0.49, 0.17, 0.17, 0.17))


def _arrivals(rows: Sequence[ArrivalRow], most: int) -> Flowable:
    if not rows:
        return text(NOTHING, 8.5)
    cells = [[_cell(n, bold=True) for n in ("Kode", "Tiba", "Usia", "Datang", "Tempat")]]
    cells += [
        [_cell(r.who), _cell(r.arrived), _cell(r.treated), _cell(r.came_by), _cell(r.place)]
        for r in rows[:most]
    ]
    if more := _more(rows, most):
        cells.append([_cell(more), *[_cell("")] * 4])
    return _table(cells, (0.26, 0.12, 0.27, 0.2, 0.15))


def _tasks(rows: Sequence[TaskRow], most: int) -> Flowable:
    if not rows:
        return text(NOTHING, 8.5)
    cells = [[_cell(name, bold=True) for name in ("Untuk", "Tugas", "Penanggung jawab", "Batas")]]
    cells += [[_cell(r.who), _cell(r.what), _cell(r.owner), _cell(r.due)] for r in rows[:most]]
    if more := _more(rows, most):
        cells.append([_cell(more), *[_cell("")] * 3])
    return _table(cells, (0.26, 0.36, 0.2, 0.18))


def _bullets(name: str, lines: Sequence[str], most: int) -> list[Flowable]:
    shown = [*lines[:most], *([_more(lines, most)] if len(lines) > most else [])]
    return [
        text(f"{name}: {'; '.join(shown) if shown else NOTHING}", 8.5),
        Spacer(1, 0.7 * mm),
    ]


def _signatures(content: HandoverSheet) -> Flowable:
    incoming = content.incoming or Signature("", "")
    place = f"{content.city}, {content.printed.day}-{content.printed.month}-{content.printed.year}"

    def side(head: str, signer: Signature) -> list[Flowable]:
        name = f"<u>{style.safe(signer.name)}</u>" if signer.name else "(………………………………)"
        return [
            text(head, 8.5, align=CENTRED),
            text(signer.post or " ", 8.5, align=CENTRED),
            Spacer(1, 13 * mm),
            Paragraph(name, style.style(9, bold=True, align=CENTRED)),
            text(signer.when or "menunggu konfirmasi", 7, align=CENTRED),
        ]

    left = side("Yang menyerahkan,", content.outgoing)
    right = side(f"{place}\nYang menerima,", incoming)
    left.insert(0, text(" ", 8.5))
    return Table([[left, right]], colWidths=[style.WIDTH / 2] * 2)


def _cell(words: object, *, bold: bool = False) -> Flowable:
    return text(str(words), 8, bold=bold)


def _table(rows: list[list[Flowable]], shares: tuple[float, ...]) -> Flowable:
    return Table(
        rows,
        colWidths=[share * style.WIDTH for share in shares],
        style=[
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), LIGHT),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ],
        spaceAfter=1.6 * mm,
    )
