# SPDX-License-Identifier: Apache-2.0
"""Panels side by side, or below each other where they do not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Columns(QBoxLayout):
    """A box that turns: across as long as every panel has the width it needs, else down.

    Args:
        panels: each with its share of the width.
    """

    def __init__(self, panels: Sequence[tuple[QWidget, int]]) -> None:
        super().__init__(_ACROSS)
        self._panels = [panel for panel, _share in panels]
        for panel, share in panels:
            self.addWidget(panel, share)

    def minimumSize(self) -> QSize:
        """Return the width of the widest panel, with the others below it."""
        edges = self.contentsMargins()
        widest = max(self._widths(), default=0) + edges.left() + edges.right()
        return QSize(widest, super().minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        """Say that less width may turn it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height it likes at a width."""
        self._turn(width)
        if super().hasHeightForWidth():
            return super().heightForWidth(width)
        return super().sizeHint().height()

    def setGeometry(self, rect: QRect) -> None:
        """Turn where needed, then put the panels in their places."""
        self._turn(rect.width())
        super().setGeometry(rect)

    def _widths(self) -> list[int]:
        return [
            max(panel.minimumWidth(), panel.minimumSizeHint().width())
            for panel in self._panels
            if not panel.isHidden()
        ]

    def _turn(self, width: int) -> None:
        shown, edges = self._widths(), self.contentsMargins()
        needed = sum(shown) + self.spacing() * max(0, len(shown) - 1)
        wanted = _ACROSS if needed + edges.left() + edges.right() <= width else _DOWN
        if self.direction() is not wanted:
            self.setDirection(wanted)
