# SPDX-License-Identifier: Apache-2.0
"""The room plan, "denah kamar": every bed by wing and room, called names only.

It hangs in the caretaker's room: who sleeps where, which beds are free, which are kept or
closed and until when. No age, no reason of a placement, no word of a secret (domain §6.7).
"""

from functools import partial
from typing import Any

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from app.reports import style
from app.reports.dormitory.content import PlanBed, PlanRoom, PlanState, PlanWing, PrintedPlan
from app.reports.dormitory.roll_call import ALL, COLUMN, TIGHT, part, room_name, wing_name
from app.reports.style import CENTRED, text, title
from app.reports.words import clock, counted, long_day

_SIZE = 10
_SUBJECT = "Denah kamar"
_LETTER = 10 * mm
_MOST_LINES = 44
_NARROWEST = 24
"""Fewest characters on a line, for the estimate of how long a room gets."""


def render(content: PrintedPlan) -> bytes:
    """Return the room plan as PDF."""
    return style.build(content.sheet, partial(_story, content), _SUBJECT)[0]


def _story(content: PrintedPlan) -> list[Flowable]:
    story: list[Flowable] = [
        title("DENAH KAMAR"),
        text(
            f"{long_day(content.printed.date())}, pukul {clock(content.printed, content.zone)}",
            _SIZE,
            align=CENTRED,
        ),
        Spacer(1, 2 * mm),
        _summary(content),
    ]
    for wing in content.wings:
        blocks = [block for room in wing.rooms for block in _room(room)]
        if blocks:
            free = sum(room.free for room in wing.rooms)
            heading = f"{wing_name(wing.floor, wing.name)} · {free} kosong"
            story.append(part(heading, blocks))
        if wing.other:
            story.append(_others(wing, named=not blocks))
    if content.unplaced:
        waiting: list[Flowable] = [text(name, _SIZE) for name in content.unplaced]
        story.append(part("Belum mendapat tempat tidur", waiting))
    return story


def _summary(content: PrintedPlan) -> Flowable:
    counts = content.counts
    beds = sum(counts.values())
    said = ", ".join(f"{state.value} {counts[state]}" for state in PlanState)
    rows = [
        [text(f"Tempat tidur: {counted(beds, 'buah')}", 11, bold=True)],
        [text(f"{said[:1].upper()}{said[1:]}. Tanpa tempat tidur: {len(content.unplaced)}.", 10)],
    ]
    return Table(
        rows,
        colWidths=[style.WIDTH],
        style=[("BOX", *ALL, 1.0, colors.black), ("BOTTOMPADDING", *ALL, 4)],
    )


def _others(wing: PlanWing, *, named: bool) -> Flowable:
    """Return the rooms of a wing that nobody sleeps in; the wing is named if it stands alone."""
    heading = wing_name(wing.floor, wing.name) if named else "Bukan kamar tidur"
    words = f"<b>{style.safe(heading)}:</b> {style.safe(', '.join(wing.other))}"
    return Paragraph(words, style.style(9, spaceBefore=2 * mm))


def _room(room: PlanRoom) -> list[Flowable]:
    """Return a room as one block, or as several where long names would outgrow a page."""
    parts: list[list[PlanBed]] = [[]]
    left = _MOST_LINES
    for bed in room.beds:
        lines = 1 + (len(bed.name) + len(bed.note)) // _NARROWEST
        if parts[-1] and lines > left:
            parts.append([])
            left = _MOST_LINES
        parts[-1].append(bed)
        left -= lines
    return [_block(room, beds, again=place > 0) for place, beds in enumerate(parts)]


def _block(room: PlanRoom, beds: list[PlanBed], *, again: bool) -> Flowable:
    name = style.safe(room_name(room.name)) + (" (lanjutan)" if again else "")
    closed = f" – {style.safe(room.closed)}" if room.closed else ""
    rows: list[list[Any]] = [[Paragraph(f"<b>{name}</b>{closed}", style.style(_SIZE)), ""]]
    rows += [[text(bed.label, _SIZE, bold=True), _bed(bed)] for bed in beds]
    return Table(
        rows,
        colWidths=[_LETTER, COLUMN - _LETTER],
        style=[
            *TIGHT,
            ("SPAN", (0, 0), (1, 0)),
            ("LINEBELOW", (0, 0), (1, 0), 0.8, colors.black),
            ("VALIGN", *ALL, "TOP"),
            ("TOPPADDING", *ALL, 1.8),
            ("BOTTOMPADDING", *ALL, 1.2),
            ("LEFTPADDING", (0, 0), (0, -1), 1.5 * mm),
        ],
    )


def _bed(bed: PlanBed) -> Flowable:
    """Return who has a bed in full words; free ones are written out, never left blank."""
    said = style.safe(bed.name) if bed.state is PlanState.TAKEN else f"({bed.state.value})"
    note = f" – {style.safe(bed.note)}" if bed.note else ""
    return Paragraph(f"{said}{note}", style.style(_SIZE))
