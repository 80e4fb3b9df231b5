# SPDX-License-Identifier: Apache-2.0
"""The look of an official paper: letterhead, class, footer, signatures, training mark."""

import io
from collections.abc import Callable, Sequence
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from app.config import RESOURCES
from app.reports.sheet import Letterhead, Sheet

FONT, BOLD = "Teduh", "Teduh-Bold"
LEFT, RIGHT, BOTTOM = 30 * mm, 18 * mm, 18 * mm
TOP, LEAST_HEAD, ABOVE_RULE, BELOW_RULE = 10 * mm, 21 * mm, 1.2 * mm, 5 * mm
LOGO, WIDEST_LOGO, LOGO_GAP = 19 * mm, 30 * mm, 4 * mm
WIDTH = A4[0] - LEFT - RIGHT
MISSING = "\u25a1"
TRAINING = "LATIHAN – BUKAN DATA NYATA"
GREY = colors.Color(0.35, 0.35, 0.35)
LIGHT = colors.Color(0.93, 0.93, 0.93)


@cache
def fonts() -> TTFont:
    """Register the fonts papers embed and return the regular one."""
    regular = TTFont(FONT, str(RESOURCES / "fonts" / "DejaVuSans.ttf"))
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(TTFont(BOLD, str(RESOURCES / "fonts" / "DejaVuSans-Bold.ttf")))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)
    return regular


def safe(text: str) -> str:
    """Return text that can be printed: markup escaped, missing glyphs marked with □."""
    known = fonts().face.charToGlyph
    shown = "".join(c if c == "\n" or ord(c) in known else MISSING for c in text)
    return escape(shown).replace("\n", "<br/>")


def style(
    size: float = 9, *, bold: bool = False, align: int = 0, **options: float
) -> ParagraphStyle:
    """Return a paragraph style; sizes are points."""
    fonts()
    return ParagraphStyle(
        "x",
        fontName=BOLD if bold else FONT,
        fontSize=size,
        leading=options.pop("leading", size * 1.3),
        alignment=align,
        **options,
    )


def text(words: str, size: float = 9, *, bold: bool = False, align: int = 0) -> Paragraph:
    """Return words that somebody typed or the program wrote, safe to print."""
    return Paragraph(safe(words), style(size, bold=bold, align=align))


def title(words: str) -> Paragraph:
    """Return the centred title of a paper."""
    return Paragraph(safe(words), style(13, bold=True, align=TA_CENTER, spaceAfter=2 * mm))


def section(words: str) -> Paragraph:
    """Return the heading of a part."""
    return Paragraph(safe(words), style(9.5, bold=True, spaceBefore=2.2 * mm, spaceAfter=0.8 * mm))


def build(sheet: Sheet, story: Callable[[], Sequence[Flowable]], subject: str) -> tuple[bytes, int]:
    """Return the PDF and its number of pages; the same content gives the same bytes.

    Args:
        sheet: what every paper carries.
        story: makes the content; called twice, because a flowable remembers where it was
            laid out and the footer has to know how many pages there are.
        subject: title in the file's properties; never a person.
    """
    fonts()
    pages = _pages(sheet, story(), subject, 0)[1]
    return _pages(sheet, story(), subject, pages)


def _lines(
    said: Sequence[str], sizes: Sequence[float], room: float, *, bold: bool
) -> list[Paragraph]:
    """Return lines in the largest size in which each fits on one line, else in the smallest."""
    kept = [line for line in said if line]
    font = BOLD if bold else FONT
    fits = (
        size
        for size in sizes
        if all(pdfmetrics.stringWidth(line, font, size) <= room for line in kept)
    )
    size = next(fits, sizes[-1])
    return [text(line, size, bold=bold, align=TA_CENTER) for line in kept]


class Head:
    """A letterhead laid out: the logo on the left, the lines beside it, two rules beneath."""

    def __init__(self, letterhead: Letterhead) -> None:
        self._logo, self._wide = None, 0.0
        room = WIDTH
        if letterhead.logo:
            self._logo = ImageReader(io.BytesIO(letterhead.logo))
            wide, high = self._logo.getSize()
            self._wide = min(LOGO * wide / high, WIDEST_LOGO)
            room -= max(self._wide, LOGO) + LOGO_GAP
        self._indent = WIDTH - room
        beneath = (*letterhead.address, letterhead.contact)
        self._lines = [
            *_lines(letterhead.superiors, (10.5, 9.5, 8.5, 7.5), room, bold=True),
            *_lines((letterhead.name.upper(),), (13, 12, 11, 10), room, bold=True),
            *_lines(beneath, (8, 7.5, 7), room, bold=False),
        ]
        self._tall = sum(line.wrap(room, A4[1])[1] for line in self._lines)
        self._height = max(self._tall + ABOVE_RULE, LEAST_HEAD)

    @property
    def bottom(self) -> float:
        """Return how far below the page's upper edge the content begins, in points."""
        return TOP + self._height + BELOW_RULE

    def draw(self, canvas: Canvas) -> None:
        """Draw it at the top of a page."""
        rule = A4[1] - TOP - self._height
        if self._logo is not None:
            middle = rule + ABOVE_RULE + (self._height - ABOVE_RULE - LOGO) / 2
            canvas.drawImage(
                self._logo, LEFT, middle, self._wide, LOGO, preserveAspectRatio=True, anchor="c"
            )
        y = A4[1] - TOP - (self._height - ABOVE_RULE - self._tall) / 2
        for line in self._lines:
            y -= line.height
            line.drawOn(canvas, LEFT + self._indent, y)
        canvas.setLineWidth(1.6)
        canvas.line(LEFT, rule, LEFT + WIDTH, rule)
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, rule - 1.1 * mm, LEFT + WIDTH, rule - 1.1 * mm)


def _pages(sheet: Sheet, story: Sequence[Flowable], subject: str, of: int) -> tuple[bytes, int]:
    out = io.BytesIO()
    document = BaseDocTemplate(
        out, pagesize=A4, invariant=1, title=subject, author="Teduh", subject=sheet.code, lang="id"
    )
    head = Head(sheet.letterhead)
    frame = Frame(LEFT, BOTTOM, WIDTH, A4[1] - head.bottom - BOTTOM, 0, 0, 0, 0)
    seen: list[int] = []

    def decorate(canvas: Canvas, page: BaseDocTemplate) -> None:
        seen.append(page.page)
        _draw(canvas, sheet, head, page.page, of)

    document.addPageTemplates(PageTemplate("paper", [frame], onPage=decorate))
    document.build(list(story))
    return out.getvalue(), max(seen)


def _draw(canvas: Canvas, sheet: Sheet, head: "Head", page: int, of: int) -> None:
    width, height = A4
    head.draw(canvas)
    canvas.setFont(BOLD, 8)
    canvas.drawRightString(width - RIGHT, height - 8 * mm, sheet.secrecy)
    canvas.setFont(FONT, 7)
    canvas.setFillColor(GREY)
    counted = f"Halaman {page} dari {of}" if of else f"Halaman {page}"
    canvas.drawString(LEFT, 10 * mm, f"{counted}  ·  {sheet.code}")
    canvas.drawRightString(width - RIGHT, 10 * mm, sheet.head)
    if sheet.training:
        _mark_training(canvas)


def _mark_training(canvas: Canvas) -> None:
    width, height = A4
    canvas.saveState()
    canvas.setFillColor(colors.Color(0.2, 0.2, 0.2, alpha=0.13))
    canvas.setFont(BOLD, 34)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, 0, TRAINING)
    canvas.restoreState()
    canvas.setFillColor(colors.black)
    canvas.setFont(BOLD, 8)
    canvas.drawString(LEFT, height - 8 * mm, TRAINING)


RIGHT_ALIGNED, CENTRED = TA_RIGHT, TA_CENTER
