# SPDX-License-Identifier: Apache-2.0
"""The room checklist: each point is not looked at, fine, or not fine; one key goes on."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from app.policies.dormitory.care.caretaking import InspectionPoint
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.short_list import WrappedList

_POINT = Qt.ItemDataRole.UserRole + 1
_NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}


class Checklist(WrappedList):
    """Every point of a walk; Space or a click changes one.

    Signals:
        changed: another mark stands there.
    """

    changed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(self.tr("Checklist of the room"))
        self._looks = looks
        self._marks: dict[InspectionPoint, bool | None] = {}
        for point in InspectionPoint:
            item = QListWidgetItem()
            item.setData(_POINT, point.value)
            self.addItem(item)
        self.begin()
        self.itemClicked.connect(self._turn)
        looks.changed.connect(self._paint)

    @property
    def marks(self) -> Mapping[InspectionPoint, bool]:
        """Return what was looked at, and whether it is fine."""
        return {point: fine for point, fine in self._marks.items() if fine is not None}

    def begin(self, marks: Mapping[InspectionPoint, bool] | None = None) -> None:
        """Start with nothing looked at, or with marks that stood there before."""
        self._marks = {point: (marks or {}).get(point) for point in InspectionPoint}
        self._paint()
        self.setCurrentRow(0)

    def all_fine(self) -> None:
        """Mark what was not looked at as fine; what is not fine stays so."""
        for point, fine in self._marks.items():
            self._marks[point] = fine is not False
        self._paint()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space changes the point under the cursor."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._turn(item)
        else:
            super().keyPressEvent(event)

    def _turn(self, item: QListWidgetItem) -> None:
        point = InspectionPoint(item.data(_POINT))
        self._marks[point] = _NEXT[self._marks[point]]
        self._paint()
        self.changed.emit()

    def _paint(self) -> None:
        told = {
            None: (self.tr("not looked at"), Icon.HELP, "muted"),
            True: (self.tr("fine"), Icon.ALLOWED, "ok"),
            False: (self.tr("not fine"), Icon.WARN, "warn"),
        }
        for at, (point, fine) in enumerate(self._marks.items()):
            text, meaning, token = told[fine]
            self.item(at).setText(f"{words(point)} · {text}")
            self.item(at).setIcon(self._looks.icon(meaning, token))
