# SPDX-License-Identifier: Apache-2.0
"""Papers are made beside the window, and what cannot be made is told."""

from datetime import datetime

import pytest

from app.child import ChildFailed
from app.reports.arrivals.content import Cards
from app.reports.printer import PRINTER, printed
from app.reports.sheet import NO_HEAD, Letterhead, Sheet

CARDS = Cards(Sheet(NO_HEAD, "KARTU-20261124-0150", training=False), ())


def test_a_paper_comes_as_pdf_from_one_process() -> None:
    sheet = Sheet(Letterhead(name="RUMAH UJI"), "LEMBAR-1", training=False)
    words = ("bunga",) * 12
    for _ in range(2):
        paper = printed("staff.recovery_sheet", sheet, datetime(2026, 11, 24, 1, 50), words)
        assert paper.startswith(b"%PDF-")
        assert PRINTER.running


@pytest.mark.parametrize("paper", ["arrivals.nothing", "staff.recovery_sheet"])
def test_what_cannot_be_made_is_told_and_the_next_paper_is_made(paper: str) -> None:
    with pytest.raises(ChildFailed):
        printed(paper, CARDS)
    assert printed("arrivals.card", CARDS).startswith(b"%PDF-")
