# SPDX-License-Identifier: Apache-2.0
"""Lets the rows of a list, table or tree change under somebody's eyes without moving them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import eq
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView

Read = Callable[[QModelIndex], Any]
Same = Callable[[Any, Any], bool]


@contextmanager
def unmoved(view: QAbstractItemView, read: Read, same: Same = eq) -> Iterator[None]:
    """Change the rows of ``view`` inside; what was chosen and what is looked at stays.

    The row under the mouse stays where it is, else the first row in view; where that one is
    gone, the way scrolled stays.

    Args:
        view: scrolls by pixels.
        read: what a row stands for.
        same: whether two things stand for the same, seen at two times.
    """
    bar = view.verticalScrollBar()
    chosen, way, column = view.currentIndex(), bar.value(), view.currentIndex().column()
    kept = read(chosen) if chosen.isValid() else None
    anchor = _looked_at(view)
    looked, top = (read(anchor), view.visualRect(anchor).top()) if anchor.isValid() else (None, 0)
    view.setUpdatesEnabled(False)
    try:
        yield
        now = view.currentIndex()
        if kept is not None and not (now.isValid() and same(read(now), kept)):
            again = _found(view, read, same, kept)
            if again is not None:
                view.setCurrentIndex(again.siblingAtColumn(max(column, 0)))
        if not view.isVisible():
            return
        view.doItemsLayout()
        bar.setValue(way)
        still = _found(view, read, same, looked) if looked is not None else None
        if still is not None:
            bar.setValue(bar.value() + view.visualRect(still).top() - top)
    finally:
        view.setUpdatesEnabled(True)


def _looked_at(view: QAbstractItemView) -> QModelIndex:
    if not view.isVisible():
        return QModelIndex()
    pane = view.viewport()
    pointed = pane.mapFromGlobal(pane.cursor().pos())
    under = view.indexAt(pointed) if pane.underMouse() else QModelIndex()
    return under if under.isValid() else view.indexAt(QPoint(1, 1))


def _found(view: QAbstractItemView, read: Read, same: Same, wanted: object) -> QModelIndex | None:
    for index in _rows(view, QModelIndex()):
        here = read(index)
        if here is not None and same(here, wanted):
            return index
    return None


def _rows(view: QAbstractItemView, above: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    for at in range(model.rowCount(above)):
        index = model.index(at, 0, above)
        yield index
        yield from _rows(view, index)
