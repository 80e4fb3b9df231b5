# SPDX-License-Identifier: Apache-2.0
"""The fire roll-call, "daftar hadir kebakaran": room by room, called names only.

Read outside, at night, by whoever holds it (domain §7.30): nothing below 12 points, a box
to tick for everybody who has to be found, a place instead of the box for who is away, every
other room to look into, and the count to be reached in figures and words.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import Any

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from app.reports import style
from app.reports.dormitory.content import Called, RollCall, RoomCalled
from app.reports.style import CENTRED, LIGHT, text, title
from app.reports.words import DOTTED, clock, counted, long_day


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
_GAP = 6 * mm
COLUMN = (style.WIDTH - _GAP) / 2
_MOST_LINES = 34
_NARROWEST = 14
"""Fewest characters on a line of a name, for the estimate of how long a room gets."""


def render(content: RollCall) -> bytes:
    """Return the roll-call as PDF, some sixty people on a page."""
    return style.build(content.sheet, partial(_story, content), _SUBJECT)[0]


def _story(content: RollCall) -> list[Flowable]:
    story: list[Flowable] = [
        title("DAFTAR HADIR KEBAKARAN"),
        text(
            f"{long_day(content.printed.date())}, pukul {clock(content.printed, content.zone)}",
            _SIZE,
            align=CENTRED,
        ),
        Spacer(1, 2 * mm),
        _summary(content.people),
    ]
    for wing in content.wings:
        blocks = [block for room in wing.rooms for block in _room(room)]
        blocks += [_look(f"{room_name(name)}: kosong") for name in wing.empty]
        blocks += [_look(name) for name in wing.other]
        if blocks:
            story.append(part(wing_name(wing.floor, wing.name), blocks))
    waiting: list[Flowable] = [_people([each]) for each in content.unplaced]
    story.append(part("Belum mendapat tempat tidur", waiting or [text(NOBODY, _SIZE)]))
    return story


def _summary(people: Sequence[Called]) -> Flowable:
    sought = sum(each.sought for each in people)
    away = Counter(each.away for each in people if not each.sought)
    where = ", ".join(f"{place} {number}" for place, number in away.items())
    rows = [
        [text(f"Harus ditemukan: {counted(sought)}", 13, bold=True)],
        [
            text(
                f"Tidak di rumah: {counted(len(people) - sought)}{f' ({where})' if where else ''}. "
                f"Jumlah penghuni: {counted(len(people))}.",
                _SIZE,
            )
        ],
        [text(f"Ditemukan: {DOTTED}   Belum: {DOTTED}   Oleh: {DOTTED}", _SIZE)],
    ]
    return Table(
        rows,
        colWidths=[style.WIDTH],
        style=[("BOX", *ALL, 1.2, colors.black), ("BOTTOMPADDING", *ALL, 5)],
    )


def wing_name(level: int, name: str) -> str:
    """Return a wing with its floor, once."""
    floor = f"Lantai {level}"
    return name if name.startswith(floor) else f"{floor} · {name}"


def room_name(name: str) -> str:
    """Return a room as it is called: a bare number is a room."""
    return f"Kamar {name}" if name[:1].isdigit() else name


def part(heading: str, blocks: Sequence[Flowable]) -> Flowable:
    """Return blocks two in a row, to be read from left to right; the heading is repeated."""
    rows: list[list[Any]] = [[text(heading, 13, bold=True), "", ""]]
    rows += [[left, "", right] for left, right in _pairs(blocks)]
    return Table(
        rows,
        colWidths=[COLUMN, _GAP, COLUMN],
        repeatRows=1,
        spaceBefore=3 * mm,
        style=[
            *TIGHT,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 0), (-1, 0), LIGHT),
            ("LEFTPADDING", (0, 0), (-1, 0), 1.5 * mm),
            ("VALIGN", *ALL, "TOP"),
            ("BOTTOMPADDING", *ALL, 1.6 * mm),
        ],
    )


def _pairs(blocks: Sequence[Flowable]) -> list[tuple[Any, Any]]:
    return list(zip_longest(blocks[::2], blocks[1::2], fillvalue=""))


def _room(room: RoomCalled) -> list[Flowable]:
    """Return a room as one block, or as several where long names would outgrow a page."""
    name = room_name(room.name)
    parts = _parts(room.people)
    return [_people(part, name if part is parts[0] else f"{name} (lanjutan)") for part in parts]


def _parts(people: Sequence[Called]) -> list[list[Called]]:
    parts: list[list[Called]] = []
    left = 0
    for each in people:
        lines = 1 + (len(each.name) + len(each.away)) // _NARROWEST
        if not parts or lines > left:
            parts.append([])
            left = _MOST_LINES
        parts[-1].append(each)
        left -= lines
    return parts


def _people(people: Sequence[Called], name: str = "") -> Flowable:
    rows: list[list[Any]] = [
        [TickBox() if each.sought else text("–", _SIZE, bold=True), _who(each)] for each in people
    ]
    if name:
        rows.insert(0, [text(name, _SIZE, bold=True), ""])
    return Table(
        rows,
        colWidths=[9 * mm, COLUMN - 9 * mm],
        style=[
            *TIGHT,
            *(
                [("SPAN", (0, 0), (1, 0)), ("LINEBELOW", (0, 0), (1, 0), 0.8, colors.black)]
                * bool(name)
            ),
            ("VALIGN", *ALL, "TOP"),
            ("TOPPADDING", *ALL, 2.2),
            ("BOTTOMPADDING", *ALL, 1.4),
            ("LEFTPADDING", (0, 0), (0, -1), 1.5 * mm),
        ],
    )


def _who(each: Called) -> Flowable:
    bed = f"<b>{style.safe(each.bed)}</b>\u00a0\u00a0" if each.bed else ""
    away = f" – <b>{style.safe(each.away)}</b>" if each.away else ""
    return Paragraph(f"{bed}{style.safe(each.name)}{away}", style.style(_SIZE))


def _look(words: str) -> Flowable:
    return Table(
        [[TickBox(), text(words, _SIZE)]],
        colWidths=[9 * mm, COLUMN - 9 * mm],
        style=[*TIGHT, ("VALIGN", *ALL, "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 1.5 * mm)],
    )


ALL = ((0, 0), (-1, -1))
TIGHT = tuple((f"{side}PADDING", *ALL, 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT"))
