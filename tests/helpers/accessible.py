# SPDX-License-Identifier: Apache-2.0
"""What a screen reader would be told about the widgets of a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget


def spoken_name(widget: QWidget) -> str:
    """Return the name Qt hands to a screen reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _takes_focus(widget: QWidget) -> bool:
    shown = not widget.isHidden() or widget.isWindow()
    own = not isinstance(widget.parent(), QComboBox) and not _in_popup_of_box(widget)
    return (
        shown
        and own
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
    )


def _in_popup_of_box(widget: QWidget) -> bool:
    """Say whether Qt made this for the list of a combo box, which speaks for itself."""
    around = widget.parentWidget()
    return around is not None and isinstance(around.parentWidget(), QComboBox)


def nameless(page: QWidget) -> list[str]:
    """Return every control of ``page`` that takes the focus and has no name."""
    controls = [w for w in (page, *page.findChildren(QWidget)) if _takes_focus(w)]
    inner = {"qt_scrollarea_viewport", "qt_spinbox_lineedit"}
    return [
        f"{type(control).__name__} {control.objectName()}".strip()
        for control in controls
        if control.objectName() not in inner and not spoken_name(control).strip()
    ]
