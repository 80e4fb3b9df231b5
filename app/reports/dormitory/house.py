# SPDX-License-Identifier: Apache-2.0
"""What the papers of the whole house share: rooms as blocks, two in a row, wing by wing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any, TypeVar

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from app.reports import style
from app.reports.style import CENTRED, LIGHT, text, title
from app.reports.words import clock, long_day

Line = TypeVar("Line")
_GAP = 6 * mm
COLUMN = (style.WIDTH - _GAP) / 2
ALL = ((0, 0), (-1, -1))
TIGHT = tuple((f"{side}PADDING", *ALL, 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT"))


def opening(
    heading: str, printed: datetime, zone: str, size: int, told: Sequence[Flowable], frame: float
) -> list[Flowable]:
    """Return title, moment and the framed sums of a paper.

    Args:
        heading: in capitals.
        printed: local already.
        zone: what the clock of the shelter is called.
        size: of the letters of the moment, in points.
        told: one line of the sums each.
        frame: how thick its line is, in points.
    """
    moment = f"{long_day(printed.date())}, pukul {clock(printed, zone)}"
    sums = Table(
        [[each] for each in told],
        colWidths=[style.WIDTH],
        style=[("BOX", *ALL, frame, colors.black), ("BOTTOMPADDING", *ALL, 4.5)],
    )
    return [title(heading), text(moment, size, align=CENTRED), Spacer(1, 2 * mm), sums]


def wing_name(level: int, name: str) -> str:
    """Return a wing with its floor, once."""
    floor = f"Lantai {level}"
    return name if name.startswith(floor) else f"{floor} · {name}"


def room_name(name: str) -> str:
    """Return a room as it is called: a bare number is a room."""
    return f"Kamar {name}" if name[:1].isdigit() else name


def part(heading: str, blocks: Sequence[Flowable]) -> Flowable:
    """Return blocks two in a row, to be read from left to right; the heading is repeated."""
    pairs = zip_longest(blocks[::2], blocks[1::2], fillvalue="")
    rows: list[list[Any]] = [[text(heading, 13, bold=True), "", ""]]
    rows += [[left, "", right] for left, right in pairs]
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


def parts(
    lines: Iterable[Line], letters: Callable[[Line], int], narrowest: int, most: int
) -> list[list[Line]]:
    """Return the lines of a room in parts that each stand on one page.

    Args:
        lines: who or what stands in the room.
        letters: how many characters one of them takes.
        narrowest: fewest characters on a printed line, for the estimate.
        most: printed lines in one part.
    """
    made: list[list[Line]] = [[]]
    left = most
    for each in lines:
        tall = 1 + letters(each) // narrowest
        if made[-1] and tall > left:
            made.append([])
            left = most
        made[-1].append(each)
        left -= tall
    return made


def block(
    heading: Flowable | None, rows: Sequence[Sequence[Any]], first: float, airy: bool = False
) -> Flowable:
    """Return a room: its heading, underlined, and a narrow column before a wide one.

    Args:
        heading: the room; None leaves the line out.
        rows: what stands in the two columns.
        first: how wide the narrow one is.
        airy: with room for a hand that ticks.
    """
    head = [("SPAN", (0, 0), (1, 0)), ("LINEBELOW", (0, 0), (1, 0), 0.8, colors.black)]
    return Table(
        [*([[heading, ""]] if heading is not None else []), *rows],
        colWidths=[first, COLUMN - first],
        style=[
            *TIGHT,
            *(head if heading is not None else ()),
            ("VALIGN", *ALL, "TOP"),
            ("TOPPADDING", *ALL, 2.2 if airy else 1.8),
            ("BOTTOMPADDING", *ALL, 1.4 if airy else 1.2),
            ("LEFTPADDING", (0, 0), (0, -1), 1.5 * mm),
        ],
    )
