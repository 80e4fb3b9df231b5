# SPDX-License-Identifier: Apache-2.0
"""The fire roll-call, "daftar hadir kebakaran": room by room, called names only.

Read outside, at night, by whoever holds it (domain §7.30): nothing below 12 points, a box
to tick for everybody who has to be found, a place instead of the box for who is away, every
other room to look into, and the count to be reached in figures and words.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table

from app.reports import style
from app.reports.dormitory.content import Called, RollCall, RoomCalled
from app.reports.dormitory.house import (
    ALL,
    COLUMN,
    TIGHT,
    block,
    opening,
    part,
    parts,
    room_name,
    wing_name,
)
from app.reports.style import text
from app.reports.words import DOTTED, counted


class TickBox(Flowable):  # type: ignore[misc]
    """An empty square to be ticked; a drawn one, for □ stands for a missing glyph."""

    def __init__(self, side: float = 4.6 * mm) -> None:
        super().__init__()
        self.width = self.height = side

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return the side of the square twice."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it with a line that is seen in bad light."""
        self.canv.setLineWidth(1.3)
        self.canv.rect(0, 0, self.width, self.height)


NOBODY = "tidak ada"
_SIZE = 12
_SUBJECT = "Daftar hadir kebakaran"
_TICK = 9 * mm
_MOST_LINES = 34
_NARROWEST = 14


def render(content: RollCall) -> bytes:
    """Return the roll-call as PDF, some sixty people on a page."""
    return style.build(content.sheet, partial(_story, content), _SUBJECT)[0]


def _story(content: RollCall) -> list[Flowable]:
    told = _summary(content.people)
    story = opening("DAFTAR HADIR KEBAKARAN", content.printed, content.zone, _SIZE, told, 1.2)
    for wing in content.wings:
        blocks = [block for room in wing.rooms for block in _room(room)]
        blocks += [_look(f"{room_name(name)}: kosong") for name in wing.empty]
        blocks += [_look(name) for name in wing.other]
        if blocks:
            story.append(part(wing_name(wing.floor, wing.name), blocks))
    waiting: list[Flowable] = [_people([each]) for each in content.unplaced]
    story.append(part("Belum mendapat tempat tidur", waiting or [text(NOBODY, _SIZE)]))
    return story


def _summary(people: Sequence[Called]) -> list[Flowable]:
    sought = sum(each.sought for each in people)
    away = Counter(each.away for each in people if not each.sought)
    where = ", ".join(f"{place} {number}" for place, number in away.items())
    return [
        text(f"Harus ditemukan: {counted(sought)}", 13, bold=True),
        text(
            f"Tidak di rumah: {counted(len(people) - sought)}{f' ({where})' if where else ''}. "
            f"Jumlah penghuni: {counted(len(people))}.",
            _SIZE,
        ),
        text(f"Ditemukan: {DOTTED}   Belum: {DOTTED}   Oleh: {DOTTED}", _SIZE),
    ]


def _room(room: RoomCalled) -> list[Flowable]:
    """Return a room as one block, or as several where long names would outgrow a page."""
    name = room_name(room.name)
    return [
        _people(people, f"{name} (lanjutan)" if at else name)
        for at, people in enumerate(parts(room.people, _letters, _NARROWEST, _MOST_LINES))
    ]


def _letters(each: Called) -> int:
    return len(each.name) + len(each.away)


def _people(people: Sequence[Called], name: str = "") -> Flowable:
    rows = [
        [TickBox() if each.sought else text("–", _SIZE, bold=True), _who(each)] for each in people
    ]
    return block(text(name, _SIZE, bold=True) if name else None, rows, _TICK, airy=True)


def _who(each: Called) -> Flowable:
    bed = f"<b>{style.safe(each.bed)}</b>\u00a0\u00a0" if each.bed else ""
    away = f" – <b>{style.safe(each.away)}</b>" if each.away else ""
    return Paragraph(f"{bed}{style.safe(each.name)}{away}", style.style(_SIZE))


def _look(words: str) -> Flowable:
    return Table(
        [[TickBox(), text(words, _SIZE)]],
        colWidths=[_TICK, COLUMN - _TICK],
        style=[*TIGHT, ("VALIGN", *ALL, "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 1.5 * mm)],
    )
