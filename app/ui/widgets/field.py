# SPDX-License-Identifier: Apache-2.0
"""A field with its label above and its sentence beneath, bound for screen readers."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme.style import mark
from app.ui.widgets.labels import Caption, sentence
from app.ui.widgets.layouts import column, row


class Field(QWidget):
    """Label, editor and, when something is wrong, one sentence next to it."""

    def __init__(
        self, label: str, editor: QWidget, hint: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.editor = editor
        self.label = Caption(label)
        self.label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self.setFocusProxy(editor)
        self._problem = sentence(tone="stop")
        self._problem.hide()
        self._hint = sentence(tone="muted")
        head = row(self.label, None, *([] if beside is None else [beside]), spacing=4)
        self.setLayout(column(head, editor, self._hint, self._problem, spacing=3))
        self.show_hint(hint)

    @property
    def problem(self) -> str:
        """Return the sentence shown, or nothing."""
        return self._problem.text()

    def show_hint(self, text: str) -> None:
        """Show a quiet sentence beneath; an empty text takes it away."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        """Show what to do differently; an empty text takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        told = self.editor.focusProxy() or self.editor
        told.setAccessibleDescription(text)
        if isinstance(told, QLineEdit):
            mark(told, wrong="true" if text else "false")


_BESIDE_TEXT = 20
"""Pixels of a line left and right of its text."""


class Line(QLineEdit):
    """A line as wide as its placeholder; leaves Ctrl+Z to the window when it is of no use here."""

    def sizeHint(self) -> QSize:
        """Return a size that shows the placeholder."""
        return self._with_placeholder(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows the placeholder."""
        return self._with_placeholder(super().minimumSizeHint())

    def _with_placeholder(self, size: QSize) -> QSize:
        text = self.placeholderText()
        if not text:
            return size
        wide = self.fontMetrics().horizontalAdvance(text) + _BESIDE_TEXT
        return size.expandedTo(QSize(wide, 0))

    def event(self, event: QEvent) -> bool:
        """Offer an undo that would do nothing here to the shortcuts of the window."""
        wants_undo = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        )
        if wants_undo and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


def line(text: str = "", *, secret: bool = False, longest: int = 4000) -> QLineEdit:
    """Return a line to type in; pasting is always allowed."""
    editor = Line(text)
    editor.setMaxLength(longest)
    if secret:
        editor.setEchoMode(QLineEdit.EchoMode.Password)
    return editor
