# SPDX-License-Identifier: Apache-2.0
"""In the training shelter no list on any page of the head stands empty."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QWidget

from app.services.staff.training import published_password
from app.ui.login.login_page import LoginPage
from app.ui.widgets.listing import Listing
from app.ui.widgets.tabs import TabbedPage
from tests.ui.login.ways import idle, in_english, press_button, sign_in, wait_page

EMPTY = {"Children born here": "who stands first in the list came tonight, without a child"}
"""What is empty on purpose, and why."""


@pytest.fixture
def main(qtbot, shell):
    in_english(shell)
    press_button(shell.front.page, "Training mode")
    wait_page(qtbot, shell, LoginPage)
    return sign_in(qtbot, shell, "ratna", published_password())


def lists(page: QWidget) -> Iterator[QAbstractItemView]:
    """Yield the lists and tables that a page shows, or whose sentence for none it shows."""
    for each in page.findChildren(QAbstractItemView):
        around = each.parentWidget()
        inner = isinstance(each, QHeaderView) or isinstance(around.parentWidget(), QComboBox)
        listed = isinstance(around, Listing) and around.isVisible()
        if (each.isVisible() or listed) and not inner:
            yield each


def lines(view: QAbstractItemView) -> int:
    """Return how many lines a list has; of a grid, how many cells say something."""
    model = view.model()
    if not isinstance(view, QTableWidget):
        return model.rowCount()
    cells = ((at, place) for at in range(view.rowCount()) for place in range(view.columnCount()))
    return sum(bool(model.index(*cell).data()) for cell in cells)


def test_every_list_that_the_head_sees_has_lines(qtbot, shell, main) -> None:
    seen, empty = set(), set()
    for page in main.views:
        main.go(page)
        view = main.views[page]
        tabs = view.tabs.count() if isinstance(view, TabbedPage) else 1
        for at in range(tabs):
            if isinstance(view, TabbedPage):
                view.tabs.setCurrentIndex(at)
            idle(qtbot, shell)
            for each in lists(view):
                if lines(each) and not each.currentIndex().isValid():
                    each.setCurrentIndex(each.model().index(0, 0))
            idle(qtbot, shell)
            for each in lists(view):
                seen.add(each.accessibleName())
                if not lines(each):
                    empty.add(each.accessibleName())
    assert len(seen) > 25
    assert empty == EMPTY.keys()
