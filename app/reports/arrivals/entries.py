# SPDX-License-Identifier: Apache-2.0
"""What is on screen when the disk refuses it: printed, so that nothing is lost."""

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from app.reports import style
from app.reports.words import DOTTED, clock, long_day


def render(
    sheet: style.Sheet, local: datetime, zone: str, entries: Sequence[tuple[str, str]]
) -> bytes:
    """Return the entries as a paper; what was not filled prints as dots, never as "no"."""
    return style.build(sheet, lambda: _story(local, zone, entries), "Isian registrasi")[0]


def _story(local: datetime, zone: str, entries: Sequence[tuple[str, str]]) -> list[Flowable]:
    rows = [
        [style.text(name, 9, bold=True), style.text(said or DOTTED, 10)] for name, said in entries
    ]
    return [
        style.title("ISIAN REGISTRASI YANG BELUM TERSIMPAN"),
        style.text(
            f"{long_day(local.date())}, pukul {clock(local, zone)}. Ketik ulang ke dalam Teduh "
            "begitu penyimpanan berfungsi kembali, lalu musnahkan lembar ini.",
            9,
        ),
        Spacer(1, 5 * mm),
        Table(
            rows,
            colWidths=[0.38 * style.WIDTH, 0.62 * style.WIDTH],
            style=[
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ],
        ),
    ]
