# SPDX-License-Identifier: Apache-2.0
"""Boxes with the spacing of the design: 4, 8, 12, 16, 24."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme.style import mark

Piece = QWidget | QLayout | int | None
_CARD_WIDTH = 420


def _fill(box: QBoxLayout, pieces: tuple[Piece, ...], spacing: int, margin: int) -> None:
    box.setSpacing(spacing)
    box.setContentsMargins(margin, margin, margin, margin)
    for piece in pieces:
        if piece is None:
            box.addStretch(1)
        elif isinstance(piece, int):
            box.addSpacing(piece)
        elif isinstance(piece, QLayout):
            box.addLayout(piece)
        else:
            box.addWidget(piece)


def column(*pieces: Piece, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Return a column; ``None`` stretches, a number is space."""
    box = QVBoxLayout()
    _fill(box, pieces, spacing, margin)
    return box


def row(*pieces: Piece, spacing: int = 8, margin: int = 0) -> QHBoxLayout:
    """Return a row; ``None`` stretches, a number is space."""
    box = QHBoxLayout()
    _fill(box, pieces, spacing, margin)
    return box


def beside(*fields: QWidget | None) -> QHBoxLayout:
    """Return fields side by side; their labels stay in line when one tells a problem."""
    box = row(*fields, spacing=16)
    for field in fields:
        if field is not None:
            box.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return box


def centred(card: QWidget, width: int = _CARD_WIDTH) -> QVBoxLayout:
    """Return a layout with a card in the middle of the window; ``width`` in pixels."""
    card.setMinimumWidth(width)
    return column(None, row(None, card, None), None)


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
