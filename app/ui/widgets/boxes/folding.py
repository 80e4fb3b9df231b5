# SPDX-License-Identifier: Apache-2.0
"""Three columns of which the right one goes below the left where they do not fit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.measures import letters
from app.ui.theme.style import Looks
from app.ui.widgets.boxes.tall import Tall

_EDGE = 12
"""Pixels beside the middle one where it is the last."""


class Folding(QWidget):
    """Left, middle, right; the left and the right one scroll where they are taller.

    Args:
        looks: tells when letters have another size.
        pieces: the three, each with its share of the width.
        below: letters of the whole width below which it folds.
    """

    def __init__(self, looks: Looks, pieces: tuple[tuple[QWidget, int], ...], below: float) -> None:
        super().__init__()
        self._below = below
        (left, left_share), (middle, share), (self._right, right_share) = pieces
        self._left, self._aside = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(left, 1)
        self._aside.addWidget(self._right, 1)
        self._edge = _scrolled(self._aside, right_share)
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._side = _scrolled(self._left, left_share)
        for piece, part in (
            (self._side, left_share),
            (middle, share),
            (self._edge, right_share),
        ):
            box.addWidget(piece, part)
        looks.changed.connect(self._fit)

    @property
    def folded(self) -> bool:
        """Say whether the right column stands below the left."""
        return self._left.indexOf(self._right) >= 0

    def reveal(self) -> None:
        """Scroll to the right column where it stands below the left."""
        if self.folded:
            self._side.verticalScrollBar().setValue(self._right.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < letters(self._below)
        if narrow == self.folded:
            return
        focused = QApplication.focusWidget()
        (self._left if narrow else self._aside).addWidget(self._right, 1)
        self._edge.setHidden(narrow)
        self._box.setContentsMargins(0, 0, _EDGE if narrow else 0, 0)
        if focused is not None and self._right.isAncestorOf(focused):
            focused.setFocus()


class _Slim(Tall):
    """As narrow as it can be."""

    def sizeHint(self) -> QSize:
        """Return the width its content cannot do without."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())


def _scrolled(layout: QVBoxLayout, share: int) -> Tall:
    layout.setContentsMargins(0, 0, 0, 0)
    content = QWidget()
    content.setLayout(layout)
    return Tall(content) if share else _Slim(content)
