# SPDX-License-Identifier: Apache-2.0
"""What of a page cannot be read whole where it stands."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from app.ui.widgets.labels import Elided

_ONE_LINE = Qt.TextFlag.TextShowMnemonic
_DEEPEST = 6
"""How deep frames that scroll stand in each other, at most."""
_EDGE = 1
"""Pixels by which metrics may differ from what is painted."""


def cut(page: QWidget) -> list[str]:
    """Return every text of a page that is wider or higher than its room, once all is laid out."""
    for _time in range(_DEEPEST):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = []
    for each in (page, *page.findChildren(QWidget)):
        if each.isVisible() and not _seen(each).visibleRegion().isEmpty():
            found += [f"{type(each).__name__} {wrong}" for wrong in (*_own(each), *_around(each))]
        elif each.isVisible() and _reads(each) and not _scrolled_away(each):
            found.append(f"{type(each).__name__} {_reads(each)!r} is beyond the edge")
    return found


def _seen(each: QWidget) -> QWidget:
    """Return what is painted of a widget: of a frame that scrolls, what it scrolls."""
    return each.viewport() if isinstance(each, QAbstractScrollArea) else each


def _reads(each: QWidget) -> str:
    if isinstance(each, QLabel | QAbstractButton | QLineEdit):
        return each.text().strip()
    return ""


def _scrolled_away(each: QWidget) -> bool:
    """Say whether it is in a frame that scrolls down to it."""
    around = each.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget() is not None:
            return around.widget().width() <= around.viewport().width()
        if isinstance(around, QAbstractItemView):
            return True
        around = around.parentWidget()
    return False


def _own(each: QWidget) -> Iterator[str]:
    if isinstance(each, Elided):
        return
    if isinstance(each, QLabel):
        yield from _label(each)
    elif isinstance(each, QAbstractButton):
        yield from _button(each)
    elif isinstance(each, QComboBox):
        yield from _combo(each)
    elif isinstance(each, QLineEdit) and not isinstance(
        each.parentWidget(), QComboBox | QAbstractSpinBox
    ):
        yield from _line(each)
    elif isinstance(each, QHeaderView):
        yield from _heads(each)
    elif isinstance(each, QAbstractItemView):
        yield from _items(each)
    elif isinstance(each, QScrollArea) and each.widget() is not None:
        inside, room = each.widget().width(), each.viewport().width()
        if inside > room:
            yield f"{each.accessibleName()!r} is {inside} wide and shows {room}"


def _too_large(needed: QSize, room: QSize) -> bool:
    return needed.width() > room.width() + _EDGE or needed.height() > room.height() + _EDGE


def _told(text: str, needed: QSize, room: QSize) -> str:
    size = "{0}x{1}".format
    return (
        f"{text.strip()[:60]!r} needs {size(needed.width(), needed.height())}, "
        f"has {size(room.width(), room.height())}"
    )


def _label(each: QLabel) -> Iterator[str]:
    text, room = each.text(), each.contentsRect().size()
    if not text.strip():
        return
    if each.wordWrap():
        words = [each.fontMetrics().horizontalAdvance(word) for word in text.split()]
        needed = QSize(max(words), each.heightForWidth(each.width()))
        room = QSize(room.width(), each.height())
    else:
        needed = each.fontMetrics().size(_ONE_LINE, text)
    if _too_large(needed, room):
        yield _told(text, needed, room)


def _button(each: QAbstractButton) -> Iterator[str]:
    if each.text().strip() and _too_large(needed := _pressed(each), each.size()):
        yield _told(each.text(), needed, each.size())


def _pressed(each: QAbstractButton) -> QSize:
    """Return the least size of a button: its words, its picture and a border around."""
    if not each.property("tile"):
        return each.sizeHint()
    words = each.fontMetrics().size(_ONE_LINE, each.text())
    picture = 0 if each.icon().isNull() else each.iconSize().width() + 4
    return words.grownBy(each.contentsMargins()) + QSize(picture + 6, 4)


def _combo(each: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    each.initStyleOption(option)
    field = each.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, each
    )
    needed = each.fontMetrics().size(_ONE_LINE, each.currentText())
    if needed.width() > field.width() + _EDGE:
        yield _told(each.currentText(), needed, field.size())


def _line(each: QLineEdit) -> Iterator[str]:
    text = each.displayText() or each.placeholderText()
    needed = each.fontMetrics().size(_ONE_LINE, text)
    room = each.contentsRect().size() - QSize(_INSIDE, 0)
    if needed.width() > room.width() or each.height() < each.minimumSizeHint().height():
        yield _told(text, needed, room)


_INSIDE = 16
"""Pixels of a line beside its text: padding of the style sheet and Qt's own."""


def _heads(each: QHeaderView) -> Iterator[str]:
    if each.model() is None:
        return
    for at in range(each.count()):
        text = str(each.model().headerData(at, each.orientation()) or "")
        if text and not each.isSectionHidden(at):
            needed = each.fontMetrics().size(_ONE_LINE, text)
            room = (
                QSize(each.sectionSize(at), each.height())
                if each.orientation() is Qt.Orientation.Horizontal
                else QSize(each.width(), each.sectionSize(at))
            )
            if _too_large(needed, room):
                yield _told(text, needed, room)


def _items(view: QAbstractItemView) -> Iterator[str]:
    if isinstance(view.parentWidget(), QComboBox) or view.model() is None:
        return
    bar = view.horizontalScrollBar()
    if bar.maximum() > 0:
        yield f"{view.accessibleName()!r} scrolls sideways by {bar.maximum()}"
    for index in _cells(view.model(), QModelIndex()):
        room = view.visualRect(index)
        if not room.intersects(view.viewport().rect()) or _hidden(view, index):
            continue
        room.setWidth(min(room.width(), view.viewport().width()))
        needed = _needed(view, index, room)
        if needed.width() > room.width() + _EDGE or needed.height() > room.height() + _EDGE:
            yield _told(str(index.data() or ""), needed, room.size())


def _needed(view: QAbstractItemView, index: QModelIndex, room: QRect) -> QSize:
    text = str(index.data() or "")
    if not view.wordWrap() if hasattr(view, "wordWrap") else True:
        return view.sizeHintForIndex(index) if text else QSize()
    metrics = view.fontMetrics()
    line = isinstance(view, QListView)
    kind = QStyle.PixelMetric.PM_ListViewIconSize if line else QStyle.PixelMetric.PM_SmallIconSize
    icon = view.style().pixelMetric(kind) + _BESIDE_ICON
    picture = icon if index.data(Qt.ItemDataRole.DecorationRole) else 0
    around = _OF_LINE if line else _OF_CELL
    inside = max(1, room.width() - picture - around)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    wrapped = metrics.boundingRect(
        QRect(0, 0, inside, 10_000), int(flags.value if hasattr(flags, "value") else flags), text
    )
    words = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return QSize(words + picture, wrapped.height())


_OF_LINE, _OF_CELL, _BESIDE_ICON = 22, 6, 6
"""Pixels beside the words: padding and border of the style sheet, Qt's own margin."""


def _hidden(view: QAbstractItemView, index: QModelIndex) -> bool:
    if isinstance(view, QTableView):
        return view.isRowHidden(index.row()) or view.isColumnHidden(index.column())
    return False


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        for column in count():
            index = model.index(row, column, parent)
            if not index.isValid():
                break
            yield index
        if (first := model.index(row, 0, parent)).isValid():
            yield from _cells(model, first)


def _around(each: QWidget) -> Iterator[str]:
    """Say what of a text or control lies beyond what is around it, up to what scrolls."""
    if not isinstance(each, QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractScrollArea):
        return
    if isinstance(each, QLabel | QAbstractButton) and not each.text().strip():
        return
    around = each.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            break
        place = QRect(each.mapTo(around, QPoint(0, 0)), each.size())
        room = around.rect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        if not room.contains(place):
            out = f"{place.getRect()} reaches out of {type(around).__name__}"
            yield f"{_reads(each)[:60]!r} {out} {around.rect().getRect()}"
            break
        around = around.parentWidget()
