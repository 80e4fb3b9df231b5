# SPDX-License-Identifier: Apache-2.0
"""Rows that change under somebody's eyes: the place and the choice stay."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from app.ui.dormitory.lines import Lines
from app.ui.widgets.short_list import ShortList
from app.ui.widgets.still.chooser import Chooser
from app.ui.widgets.still.place import unmoved
from tests.ui.widgets.screens import counted, open_screen

Fill = Callable[[QAbstractItemView, list[str]], None]


def a_list() -> ShortList:
    return ShortList("Names")


def fill_list(view: ShortList, names: list[str]) -> None:
    view.fill((name, name) for name in names)


def a_table() -> Lines:
    return Lines(["Name"], "Names")


def fill_table(view: Lines, names: list[str]) -> None:
    view.fill([(name,) for name in names])


def a_tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setVerticalScrollMode(tree.ScrollMode.ScrollPerPixel)
    return tree


def fill_tree(view: QTreeWidget, names: list[str]) -> None:
    with unmoved(view, lambda index: index.data()):
        view.clear()
        for letter in sorted({name[0] for name in names}):
            top = QTreeWidgetItem([letter])
            view.addTopLevelItem(top)
            top.addChildren([QTreeWidgetItem([name]) for name in names if name[0] == letter])
            top.setExpanded(True)


KINDS = [(a_list, fill_list), (a_table, fill_table), (a_tree, fill_tree)]
NAMES = [f"{letter}{number:02}" for letter in "BCDEF" for number in range(30)]


def first_in_view(view: QAbstractItemView) -> tuple[str, int]:
    index = view.indexAt(QPoint(1, 1))
    return index.data(), view.visualRect(index).top()


def row_named(view: QAbstractItemView, name: str):
    model = view.model()
    role = Qt.ItemDataRole.DisplayRole
    return model.match(model.index(0, 0), role, name, 1, Qt.MatchFlag.MatchRecursive)[0]


@pytest.mark.parametrize(("make", "fill"), KINDS)
@pytest.mark.parametrize(
    "change",
    [
        lambda names: names,
        lambda names: ["A00", "A01", *names],
        lambda names: [*names, "Z00"],
        lambda names: names[7:],
        lambda names: [name for name in names if name != "C01"],
    ],
)
def test_the_eye_and_the_choice_stay(qtbot, make, fill: Fill, change) -> None:
    view = make()
    open_screen(qtbot, view)
    fill(view, NAMES)
    view.setCurrentIndex(row_named(view, "C05"))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2 + 3)
    before = first_in_view(view)
    fill(view, change(NAMES))
    assert first_in_view(view) == before
    assert view.currentIndex().data() == "C05"


@pytest.mark.parametrize(("make", "fill"), KINDS)
def test_where_the_row_in_view_is_gone_the_way_scrolled_stays(qtbot, make, fill: Fill) -> None:
    view = make()
    open_screen(qtbot, view)
    fill(view, NAMES)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    name, way = first_in_view(view)[0], view.verticalScrollBar().value()
    fill(view, [each for each in NAMES if each != name])
    assert view.verticalScrollBar().value() == way


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
class TestAListToChooseFrom:
    """A combo box whose lines change."""

    @pytest.fixture
    def box(self, qtbot) -> Chooser:
        made = Chooser()
        open_screen(qtbot, made)
        made.setGeometry(20, 20, 200, 30)
        made.offer((name, name.lower()) for name in ("Ani", "Dewi", "Sri"))
        return made

    def test_the_choice_stays_and_is_not_told_again(self, box: Chooser) -> None:
        box.setCurrentIndex(2)
        told = counted(box.currentIndexChanged)
        box.offer((name, name.lower()) for name in ("Bela", "Dewi", "Sri", "Tia"))
        assert (box.currentText(), told) == ("Sri", [])

    def test_the_first_is_chosen_and_told_where_the_choice_is_gone(self, box: Chooser) -> None:
        box.setCurrentIndex(2)
        told = counted(box.currentIndexChanged)
        box.offer([("nobody", None), ("Dewi", "dewi")])
        assert (box.currentText(), told) == ("nobody", [None])

    def test_nothing_is_left_where_there_is_nothing(self, box: Chooser) -> None:
        box.offer([])
        assert (box.count(), box.currentIndex()) == (0, -1)

    def test_an_open_list_stays_as_it_is_until_somebody_has_chosen(
        self, qtbot, box: Chooser
    ) -> None:
        box.showPopup()
        box.offer((name, name.lower()) for name in ("Bela", "Dewi", "Sri"))
        assert box.view().isVisible()
        assert [box.itemText(at) for at in range(box.count())] == ["Ani", "Dewi", "Sri"]
        popup = box.view()
        QTest.mouseClick(
            popup.viewport(),
            Qt.MouseButton.LeftButton,
            pos=popup.visualRect(popup.model().index(1, 0)).center(),
        )
        qtbot.waitUntil(lambda: box.itemText(0) == "Bela", timeout=5000)
        assert box.currentText() == "Dewi"

    def test_escape_shows_what_came_meanwhile(self, qtbot, box: Chooser) -> None:
        box.showPopup()
        box.offer([("Ani", "ani"), ("Tia", "tia")])
        QTest.keyClick(box.view(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: box.itemText(1) == "Tia", timeout=5000)
        assert box.currentText() == "Ani"
