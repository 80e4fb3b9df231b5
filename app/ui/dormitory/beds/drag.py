# SPDX-License-Identifier: Apache-2.0
"""Somebody is picked up with the mouse and carried to a bed."""

from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy

from app.ui.widgets.buttons import Button

PERSON = "application/x-teduh-person"
ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


def dragged(person_id: UUID) -> QMimeData:
    """Return what a dragged person carries: her id inside this program, nothing readable."""
    data = QMimeData()
    data.setData(PERSON, QByteArray(person_id.bytes))
    return data


def dropped(data: QMimeData) -> UUID | None:
    """Return who was dropped, or None."""
    if not data.hasFormat(PERSON):
        return None
    return UUID(bytes=bytes(data.data(PERSON).data()))


class Draggable(Button):
    """A button of one person that can be picked up with the mouse.

    Args:
        left: keys that are left to whoever walks from button to button.

    Signals:
        carried(person_id): she is picked up, and not yet dropped.
    """

    carried = Signal(object)

    def __init__(self, left: frozenset[Qt.Key] = ARROWS) -> None:
        super().__init__()
        self._left = left
        self.person_id: UUID | None = None
        self._pressed_at: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag once the mouse has gone far enough."""
        far = QApplication.startDragDistance()
        start = self._pressed_at
        if (
            self.person_id is None
            or start is None
            or not event.buttons() & Qt.MouseButton.LeftButton
            or (event.position().toPoint() - start).manhattanLength() < far
        ):
            super().mouseMoveEvent(event)
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(dragged(self.person_id))
        drag.setPixmap(self.grab())
        self.carried.emit(self.person_id)
        drag.exec(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave some keys to what stands around."""
        if event.key() in self._left:
            event.ignore()
        else:
            super().keyPressEvent(event)


class InTwoLines(Draggable):
    """Somebody in a list: two lines, and of each as much as fits; the tooltip has all."""

    def __init__(self, left: frozenset[Qt.Key] = ARROWS) -> None:
        super().__init__(left)
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, *lines: str) -> None:
        """Show two lines."""
        self._lines = lines
        self.setToolTip("\n".join(lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the lines as fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        room = self.width() - (self.sizeHint().width() - words)
        elided = [
            metrics.elidedText(each, Qt.TextElideMode.ElideRight, room) for each in self._lines
        ]
        self.setText("\n".join(elided))
