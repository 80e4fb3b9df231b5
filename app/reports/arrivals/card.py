# SPDX-License-Identifier: Apache-2.0
"""Dormitory cards, "kartu asrama": each a quarter of A4, to be cut along the marks.

A card hangs where others walk by, so it holds the called name, the bed, what she may and
may not eat, and the day she came (domain §3.8) and nothing else: no register number, age,
case, diagnosis, and not the shelter's name either, for a lost card must not tell where she
is. What was not asked says so and never reads as "none".
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from app.reports import style
from app.reports.arrivals.content import Card, Cards
from app.reports.sheet import Sheet
from app.reports.style import BOLD, CENTRED, FONT, GREY, TRAINING
from app.reports.words import DOTTED, long_day

NO_BED = "belum mendapat tempat tidur"
MORE = "… lanjutannya: tanyakan pengasuh"
_WIDTH, _HEIGHT = A4[0] / 2, A4[1] / 2
_EDGE = 9 * mm
_INNER = _WIDTH - 2 * _EDGE
_ON_A_PAGE = 4


def render(content: Cards) -> bytes:
    """Return the cards as PDF, four on a page; the same cards give the same bytes."""
    style.fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, lang="id")
    canvas.setTitle("Kartu asrama")
    canvas.setAuthor("Teduh")
    canvas.setSubject(content.sheet.code)
    for start in range(0, len(content.cards), _ON_A_PAGE):
        page = content.cards[start : start + _ON_A_PAGE]
        for place, card in enumerate(page):
            canvas.saveState()
            canvas.translate(place % 2 * _WIDTH, (1 - place // 2) * _HEIGHT)
            _draw(canvas, content.sheet, card)
            canvas.restoreState()
        _cutting_marks(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, card: Card) -> None:
    if sheet.training:
        _mark_training(canvas)
    canvas.setFont(BOLD, 11)
    canvas.drawCentredString(_WIDTH / 2, _HEIGHT - 14 * mm, "KARTU ASRAMA")
    canvas.setLineWidth(1.2)
    canvas.line(_EDGE, _HEIGHT - 17 * mm, _WIDTH - _EDGE, _HEIGHT - 17 * mm)
    _fit(canvas, card.name or DOTTED, (49, 30), sizes=(26, 22, 18, 15, 12, 10), centred=True)
    where = f"Kamar {card.room}  ·  {card.bed}" if card.room else NO_BED
    _fit(canvas, where, (63, 13), sizes=(17, 14, 12, 10, 8), centred=True)
    _fit(canvas, f"Masuk: {long_day(card.came)}", (70, 6), sizes=(10,), centred=True, bold=False)
    _box(canvas, "ALERGI", card.allergy, bottom=39 * mm, height=36 * mm)
    _box(canvas, "MAKANAN", card.diet, bottom=14 * mm, height=23 * mm)
    canvas.setFont(FONT, 6.5)
    canvas.setFillColor(GREY)
    canvas.drawString(_EDGE, 9 * mm, f"RAHASIA  ·  {sheet.code}")


def _box(canvas: Canvas, name: str, words: str, *, bottom: float, height: float) -> None:
    canvas.setLineWidth(0.8)
    canvas.rect(_EDGE, bottom, _INNER, height)
    canvas.setFont(BOLD, 8.5)
    canvas.drawString(_EDGE + 2 * mm, bottom + height - 4.6 * mm, name)
    below = (_HEIGHT - bottom - 1.5 * mm) / mm
    _fit(canvas, words, (below, height / mm - 8), sizes=(14, 12, 10, 8, 7), inset=2 * mm)


def _fit(
    canvas: Canvas,
    words: str,
    place: tuple[float, float],
    *,
    sizes: Sequence[float],
    inset: float = 0,
    centred: bool = False,
    bold: bool = True,
) -> None:
    """Write words in the largest size that fits; cut only what fits in none, visibly.

    Args:
        canvas: the page, moved to the card's lower left corner.
        words: what to write.
        place: how far below the card's upper edge the text ends, and its height, in mm.
        sizes: sizes to try, in points, the largest first.
        inset: room left free on both sides, in points.
        centred: whether it stands in the middle of its place.
        bold: whether it is set bold.
    """
    bottom, height = place[0] * mm, place[1] * mm
    align = CENTRED if centred else 0
    room = _INNER - 2 * inset
    kept, ending = words, ""
    for size in (*sizes, *[sizes[-1]] * 40):
        said = Paragraph(
            style.safe(kept + ending), style.style(size, bold=bold, align=align, leading=size * 1.2)
        )
        _, used = said.wrap(room, height)
        if used <= height:
            break
        if size == sizes[-1]:
            kept, ending = kept[: len(kept) * 9 // 10].rstrip(), f" {MORE}"
    spare = (height - used) / 2 if centred else height - used
    said.drawOn(canvas, _EDGE + inset, _HEIGHT - bottom + spare)


def _cutting_marks(canvas: Canvas, page: Sequence[Card]) -> None:
    canvas.setLineWidth(0.4)
    canvas.setStrokeColor(GREY)
    canvas.setDash(3, 3)
    canvas.line(_WIDTH, 0 if len(page) > 2 else _HEIGHT, _WIDTH, A4[1])
    canvas.line(0, _HEIGHT, A4[0] if len(page) > 1 else _WIDTH, _HEIGHT)


def _mark_training(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.87)
    canvas.setFont(BOLD, 17)
    canvas.translate(_WIDTH / 2, _HEIGHT / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, 0, TRAINING)
    canvas.restoreState()
    canvas.setFont(BOLD, 7)
    canvas.drawCentredString(_WIDTH / 2, _HEIGHT - 8 * mm, TRAINING)
