# SPDX-License-Identifier: Apache-2.0
"""A frame whose content fills it, and scrolls down where it is taller than the frame."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.theme.measures import lines

_LEAST_HEIGHT, _LIKED_LINES = 40, 8


class Tall(QScrollArea):
    """Everything inside has the height it likes, or more; only then something scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        content.show()

    def minimumSizeHint(self) -> QSize:
        """Return the width its content needs beside the bar; the height is any."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, _LEAST_HEIGHT)

    def sizeHint(self) -> QSize:
        """Return the width its content likes, and no great height: the rest scrolls."""
        wish = self.widget().sizeHint()
        return QSize(wish.width(), min(wish.height(), lines(_LIKED_LINES)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the content again when it needs another size."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the content into another frame."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        content, frame = self.widget(), self.maximumViewportSize()
        tall = _height(content, frame.width())
        wide = frame.width()
        if tall > frame.height():
            wide -= self.verticalScrollBar().sizeHint().width()
            tall = _height(content, wide)
        content.resize(wide, max(frame.height(), tall))


def _height(content: QWidget, width: int) -> int:
    layout, width = content.layout(), min(width, content.maximumWidth())
    return layout.totalHeightForWidth(width) if layout else content.sizeHint().height()
