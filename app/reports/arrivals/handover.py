# SPDX-License-Identifier: Apache-2.0
"""The handover sheet: one A4 page that the outgoing and the incoming officer sign.

Structure "Situasi – Perhatian – Tugas – Pertanyaan" (ux §5.4), content of a laporan
piket (domain §3.8). Codes stand for people unless names were asked for.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from app.reports import style
from app.reports.arrivals.content import ArrivalRow, HandoverSheet, Signature, TaskRow
from app.reports.style import CENTRED, LIGHT, section, text, title
from app.reports.words import clock, long_day

NOTHING = "tidak ada yang tercatat"
_CUT = "… (lihat aplikasi)"


class _Most(NamedTuple):
    """How much is shown at most: rows of a table, items of a list, characters of a message."""

    rows: int
    items: int
    words: int


_STEPS = (
    _Most(14, 16, 400),
    _Most(11, 14, 300),
    _Most(9, 12, 240),
    _Most(7, 10, 200),
    _Most(6, 9, 180),
    _Most(5, 8, 160),
    _Most(4, 7, 140),
    _Most(3, 5, 120),
    _Most(2, 3, 100),
    _Most(1, 1, 80),
)
_NUMBERS_ONLY = _Most(0, 0, 0)
_LONGEST_NOTE = 200
_SUBJECT = "Serah terima piket"


def render(content: HandoverSheet) -> bytes:
    """Return the sheet as one page; long lists end with how many more are on screen."""
    short = replace(content, note=_shortened(content.note, _LONGEST_NOTE))
    tries = [(content, most) for most in _STEPS]
    tries += [(short, _STEPS[-1]), (short, _NUMBERS_ONLY)]
    made, pages = b"", 0
    for said, most in tries:
        made, pages = style.build(said.sheet, partial(_story, said, most), _SUBJECT)
        if pages == 1:
            break
    return made


def _story(content: HandoverSheet, most: _Most) -> list[Flowable]:
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
        *([text(content.census, 8.5), Spacer(1, 0.7 * mm)] if content.census else []),
        text("Kedatangan", 8.5, bold=True),
        _arrivals(content.arrivals, most.rows),
        *_bullets("Kepergian", content.departures, most.items),
        *_lines("Catatan lain sif ini", content.logged),
        section("2  Perhatian"),
        *_bullets("Belum mendapat tempat tidur", content.unplaced, most.items),
        *_bullets("Anak dan dewasa sekamar (bukan karena penempatan)", content.alarms, most.rows),
        *_bullets("Izin sekamar yang berakhir pukul 08.00", content.expiring, most.items),
        *_bullets("Tidak di tempat", content.absent, most.items),
        *_lines("Putaran pengawasan", _joined(content.rounds, most.items)),
        *_bullets("Kesehatan dan keamanan", content.attention, most.items),
        *_bullets("Anak tanpa wali yang diketahui", content.unguarded, most.items),
        *_lines("Wali baru dinyatakan, belum diverifikasi", _joined(content.unproven, most.items)),
        section("3  Tugas"),
        _tasks(content.tasks, most.rows),
        section("4  Pertanyaan dan pesan untuk sif berikut"),
        *_messages(content.messages, most),
        text(content.note or NOTHING, 8.5),
        Spacer(1, 4 * mm),
        _signatures(content),
    ]


def _more(rows: Sequence[object], most: int) -> str:
    if rows and not most:
        return f"{len(rows)} baris, lihat aplikasi"
    left = len(rows) - most
    return f"… dan {left} lainnya, lihat aplikasi" if left > 0 else ""


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
    return _table(cells, (0.26, 0.12, 0.27, 0.2, 0.15), _more(rows, most))


def _tasks(rows: Sequence[TaskRow], most: int) -> Flowable:
    if not rows:
        return text(NOTHING, 8.5)
    cells = [[_cell(name, bold=True) for name in ("Untuk", "Tugas", "Penanggung jawab", "Batas")]]
    cells += [[_cell(r.who), _cell(r.what), _cell(r.owner), _cell(r.due)] for r in rows[:most]]
    return _table(cells, (0.26, 0.32, 0.25, 0.17), _more(rows, most))


def _bullets(name: str, lines: Sequence[str], most: int) -> list[Flowable]:
    return _lines(name, _joined(lines, most) or NOTHING)


def _joined(lines: Sequence[str], most: int) -> str:
    return "; ".join([*lines[:most], *([_more(lines, most)] if len(lines) > most else [])])


def _lines(name: str, said: str) -> list[Flowable]:
    """Return what was said under its name, or nothing at all."""
    if not said:
        return []
    words = f"<b>{style.safe(name)}:</b> {style.safe(said)}"
    return [Paragraph(words, style.style(8.5)), Spacer(1, 0.7 * mm)]


def _messages(messages: Sequence[str], most: _Most) -> list[Flowable]:
    """Return what the log leaves for the next watch, each message on lines of its own."""
    shown = [_shortened(message, most.words) for message in messages[: most.rows]]
    if more := _more(messages, most.rows):
        shown.append(more)
    return [each for words in shown for each in (text(f"• {words}", 8.5), Spacer(1, 0.5 * mm))]


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[:longest].rstrip()}{_CUT}"


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


def _table(rows: list[list[Flowable]], shares: tuple[float, ...], more: str = "") -> Flowable:
    """Return a table; what is left out stands in one row across all columns."""
    last = [[_cell(more), *[""] * (len(shares) - 1)]] if more else []
    return Table(
        [*rows, *last],
        colWidths=[share * style.WIDTH for share in shares],
        style=[
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), LIGHT),
            *([("SPAN", (0, -1), (-1, -1))] if more else []),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ],
        spaceAfter=1.6 * mm,
    )
