# SPDX-License-Identifier: Apache-2.0
"""Sizes in letters and lines of running text, so that they grow with the zoom."""

from typing import TypeVar

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)
_KEPT = "measures"


def letters(count: float) -> int:
    """Return how many pixels this many letters of running text take side by side."""
    return round(count * QFontMetricsF(QApplication.font()).averageCharWidth())


def lines(count: float) -> int:
    """Return how many pixels this many lines of running text take."""
    return round(count * QFontMetricsF(QApplication.font()).lineSpacing())


def measure(
    widget: W,
    *,
    width: float | None = None,
    least: float | None = None,
    most: float | None = None,
    height: float | None = None,
    lowest: float | None = None,
    highest: float | None = None,
) -> W:
    """Bound a widget at every zoom, and return it.

    Args:
        widget: what is bound.
        width: in letters.
        least: the smallest width, in letters.
        most: the largest width, in letters.
        height: in lines.
        lowest: the smallest height, in lines.
        highest: the largest height, in lines.
    """
    kept = {
        "setFixedWidth": width,
        "setMinimumWidth": least,
        "setMaximumWidth": most,
        "setFixedHeight": height,
        "setMinimumHeight": lowest,
        "setMaximumHeight": highest,
    }
    widget.setProperty(_KEPT, {name: size for name, size in kept.items() if size is not None})
    measure_again(widget)
    return widget


def measure_again(widget: QWidget) -> None:
    """Bound a widget anew, because running text has another size."""
    for name, size in (widget.property(_KEPT) or {}).items():
        getattr(widget, name)((lines if name.endswith("Height") else letters)(size))
