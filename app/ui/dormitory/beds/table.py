# SPDX-License-Identifier: Apache-2.0
"""The board as a sortable list, for screen readers, printing and very large houses (ux §7)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.policies.dormitory.beds.board import BedState
from app.services.dormitory.facts.room_list import BedLine, RoomLine, Sleeper, WingLine
from app.ui import format as shown
from app.ui.texts import words
from app.ui.widgets.age_chip import treatment_text
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.still.place import unmoved

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Row:
    bed_id: UUID
    texts: tuple[str, ...]


class _Beds(QAbstractTableModel):
    """One row for each bed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []
        self._heads = (
            self.tr("Wing"),
            self.tr("Bed"),
            self.tr("State"),
            self.tr("Name"),
            self.tr("Age"),
        )

    def fill(self, rows: list[_Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many beds there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].texts[index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None


class BedTable(QTableView):
    """Every bed as a row.

    Signals:
        bed_clicked(bed_id): Enter on a row, or a double click.
    """

    bed_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Beds(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(self.tr("All beds"))
        self.doubleClicked.connect(self._open)

    def show_house(
        self, wings: tuple[WingLine, ...], *, hide: bool, matches: frozenset[UUID] | None
    ) -> None:
        """Show every bed that the search leaves."""
        rows = [
            _Row(bed.bed_id, _texts(wing, room, bed, hide=hide))
            for wing in wings
            for room in wing.bedrooms
            for bed in room.beds
            if not bed.put_away and (matches is None or bed.bed_id in matches)
        ]
        with unmoved(self, self._bed):
            self._model.fill(rows)

    def _bed(self, index: QModelIndex) -> UUID:
        return self._model.rows[self._sorted.mapToSource(index).row()].bed_id

    def _open(self, index: QModelIndex) -> None:
        self.bed_clicked.emit(self._bed(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as choosing the bed."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _texts(wing: WingLine, room: RoomLine, bed: BedLine, *, hide: bool) -> tuple[str, ...]:
    who = bed.sleeper
    state = words(bed.away) if bed.away and bed.state is BedState.AWAY else words(bed.state)
    return (
        wing.name,
        f"{room.name}-{bed.label}",
        f"{state} · {bed.kept_for}" if bed.kept_for else state,
        shown.person(who.name, who.number, hide=hide) if who else "",
        _age(who) if who else "",
    )


def _age(who: Sleeper) -> str:
    treated = treatment_text(who.treated_as, presumed=who.presumed)
    return treated if who.age_years is None else f"{treated} {who.age_years}"
