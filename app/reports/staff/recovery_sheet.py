# SPDX-License-Identifier: Apache-2.0
"""The recovery sheet: the only place where the recovery words exist."""

from datetime import datetime
from itertools import chain

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from app.reports import style
from app.reports.words import long_day

_ACROSS = 3
_QR = 42 * mm


def render(sheet: style.Sheet, local: datetime, words: tuple[str, ...]) -> bytes:
    """Return the sheet with its seventeen words and the same words as a QR code."""
    return style.build(sheet, lambda: _story(local, words), "Lembar pemulihan")[0]


def _story(local: datetime, words: tuple[str, ...]) -> list[Flowable]:
    cells = [
        [style.text(f"{place}.", 9), style.text(word, 12.5, bold=True)]
        for place, word in enumerate(words, start=1)
    ]
    cells += [[style.text("", 9), style.text("", 9)]] * (-len(cells) % _ACROSS)
    rows = [
        [*chain.from_iterable(cells[at : at + _ACROSS])] for at in range(0, len(cells), _ACROSS)
    ]
    share = style.WIDTH / _ACROSS
    return [
        style.title("LEMBAR PEMULIHAN"),
        style.text(f"Dibuat {long_day(local.date())}", 9, align=style.CENTRED),
        Spacer(1, 4 * mm),
        style.text(
            "Kata-kata ini membuka seluruh data rumah perlindungan bila semua kata sandi hilang. "
            "Komputer tidak menyimpannya; lembar ini satu-satunya.",
            10,
        ),
        Spacer(1, 4 * mm),
        Table(
            rows,
            colWidths=[0.22 * share, 0.78 * share] * _ACROSS,
            rowHeights=9.5 * mm,
            style=[
                ("BOX", (0, 0), (-1, -1), 0.8, colors.black),
                ("INNERGRID", (0, 0), (-1, -1), 0.25, colors.lightgrey),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ],
        ),
        Spacer(1, 5 * mm),
        Table(
            [[_qr(" ".join(words)), [style.text(line, 9.5) for line in _RULES]]],
            colWidths=[_QR + 6 * mm, style.WIDTH - _QR - 6 * mm],
            style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
        ),
        Spacer(1, 8 * mm),
        style.text("Disimpan oleh: …………………………………      Tempat: …………………………………", 9.5),
    ]


_RULES = (
    "1. Simpan dalam amplop tertutup di lemari besi Ketua.",
    "2. Jangan difoto, difotokopi, diketik, atau dikirim.",
    "3. Setelah dipakai sekali, lembar ini tidak berlaku lagi dan Teduh mencetak yang baru.",
    "4. Bila hilang, buat lembar baru di Admin; lembar yang lama langsung tidak berlaku.",
)


def _qr(content: str) -> Drawing:
    widget = QrCodeWidget(content, barLevel="M")
    x0, y0, x1, y1 = widget.getBounds()
    drawing = Drawing(_QR, _QR, transform=[_QR / (x1 - x0), 0, 0, _QR / (y1 - y0), 0, 0])
    drawing.add(widget)
    return drawing
