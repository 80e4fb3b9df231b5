# SPDX-License-Identifier: Apache-2.0
"""The room plan, "denah kamar": every bed by wing and room, called names only.

It hangs in the caretaker's room: who sleeps where, which beds are free, which are kept or
closed and until when. No age, no reason of a placement, no word of a secret (domain §6.7).
"""

from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from app.reports import style
from app.reports.dormitory.content import PlanBed, PlanRoom, PlanState, PlanWing, PrintedPlan
from app.reports.dormitory.house import block, opening, part, parts, room_name, wing_name
from app.reports.style import text
from app.reports.words import counted

_SIZE = 10
_SUBJECT = "Denah kamar"
_LETTER = 10 * mm
_MOST_LINES = 44
_NARROWEST = 24


def render(content: PrintedPlan) -> bytes:
    """Return the room plan as PDF."""
    return style.build(content.sheet, partial(_story, content), _SUBJECT)[0]


def _story(content: PrintedPlan) -> list[Flowable]:
    told = _summary(content)
    story = opening("DENAH KAMAR", content.printed, content.zone, _SIZE, told, 1.0)
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


def _summary(content: PrintedPlan) -> list[Flowable]:
    counts = content.counts
    beds = sum(counts.values())
    said = ", ".join(f"{state.value} {counts[state]}" for state in PlanState)
    return [
        text(f"Tempat tidur: {counted(beds, 'buah')}", 11, bold=True),
        text(f"{said[:1].upper()}{said[1:]}. Tanpa tempat tidur: {len(content.unplaced)}.", 10),
    ]


def _others(wing: PlanWing, *, named: bool) -> Flowable:
    """Return the rooms of a wing that nobody sleeps in; the wing is named if it stands alone."""
    heading = wing_name(wing.floor, wing.name) if named else "Bukan kamar tidur"
    words = f"<b>{style.safe(heading)}:</b> {style.safe(', '.join(wing.other))}"
    return Paragraph(words, style.style(9, spaceBefore=2 * mm))


def _room(room: PlanRoom) -> list[Flowable]:
    """Return a room as one block, or as several where long names would outgrow a page."""
    return [
        _block(room, beds, again=at > 0)
        for at, beds in enumerate(parts(room.beds, _letters, _NARROWEST, _MOST_LINES))
    ]


def _letters(bed: PlanBed) -> int:
    return len(bed.name) + len(bed.note)


def _block(room: PlanRoom, beds: list[PlanBed], *, again: bool) -> Flowable:
    name = style.safe(room_name(room.name)) + (" (lanjutan)" if again else "")
    closed = f" – {style.safe(room.closed)}" if room.closed else ""
    rows = [[text(bed.label, _SIZE, bold=True), _bed(bed)] for bed in beds]
    return block(Paragraph(f"<b>{name}</b>{closed}", style.style(_SIZE)), rows, _LETTER)


def _bed(bed: PlanBed) -> Flowable:
    """Return who has a bed in full words; free ones are written out, never left blank."""
    said = style.safe(bed.name) if bed.state is PlanState.TAKEN else f"({bed.state.value})"
    note = f" – {style.safe(bed.note)}" if bed.note else ""
    return Paragraph(f"{said}{note}", style.style(_SIZE))
