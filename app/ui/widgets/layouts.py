# SPDX-License-Identifier: Apache-2.0
"""Boxes with the spacing of the design: 4, 8, 12, 16, 24."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme.measures import measure
from app.ui.theme.style import mark
from app.ui.widgets.boxes.columns import Columns
from app.ui.widgets.boxes.flow import Flow
from app.ui.widgets.boxes.tall import Tall

Piece = QWidget | QLayout | int | None
W = TypeVar("W", bound=QWidget)
_CARD_LETTERS = 64


def column(*pieces: Piece, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Return a column; ``None`` stretches, a number is space."""
    box = QVBoxLayout()
    _bound(box, spacing, margin)
    for piece in pieces:
        if piece is None:
            box.addStretch(1)
        elif isinstance(piece, int):
            box.addSpacing(piece)
        elif isinstance(piece, QLayout):
            box.addLayout(piece)
        else:
            box.addWidget(piece)

    return box


def row(*pieces: Piece, spacing: int = 8, margin: int = 0) -> Flow:
    """Return a row that goes on below where it is narrow; ``None`` stretches, a number is space."""
    line = Flow()
    _bound(line, spacing, margin)
    for piece in pieces:
        if piece is None:
            line.add_stretch()
        elif isinstance(piece, int):
            line.add_space(piece)
        elif isinstance(piece, QLayout):
            line.add_layout(piece)
        else:
            line.addWidget(piece)
    return line


def columns(*pieces: tuple[QWidget | QLayout, int], spacing: int = 12, margin: int = 0) -> Columns:
    """Return panels side by side, each with its share of the width; below each other if narrow."""
    box = Columns([(_holding(piece), share) for piece, share in pieces])
    _bound(box, spacing, margin)
    return box


def _holding(piece: QWidget | QLayout) -> QWidget:
    if isinstance(piece, QWidget):
        return piece
    holder = QWidget()
    holder.setLayout(piece)
    return holder


def wide(widget: W) -> W:
    """Let a widget have what its row leaves, and return it."""
    policy = widget.sizePolicy()
    policy.setHorizontalStretch(1)
    widget.setSizePolicy(policy)
    return widget


def _bound(layout: QLayout, spacing: int, margin: int) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)


def centred(card: QWidget, width: float = _CARD_LETTERS) -> QVBoxLayout:
    """Return a layout with a card in the middle of the window; ``width`` in letters."""
    return tall(column(None, row(None, measure(card, width=width), None), None))


def panel(layout: QLayout, **properties: str | bool) -> QFrame:
    """Return a frame around a layout with looks by property."""
    frame = QFrame()
    frame.setLayout(layout)
    if properties:
        mark(frame, **properties)
    return frame


def scrolling(content: QWidget) -> QScrollArea:
    """Return a frame that scrolls its content down and never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def tall(layout: QLayout) -> QVBoxLayout:
    """Return a layout whose content fills it, and scrolls down where it is taller."""
    return column(Tall(_holding(layout)))


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let Qt delete it."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            emptied(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def keep_place(widget: QWidget) -> None:
    """Let a widget keep its place in a layout while it is hidden, so that nothing jumps."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
