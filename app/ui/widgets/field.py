# SPDX-License-Identifier: Apache-2.0
"""A field with its label above and its sentence beneath, bound for screen readers."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme.style import mark
from app.ui.widgets.banner import announce
from app.ui.widgets.labels import sentence
from app.ui.widgets.lines.line import Line
from app.ui.widgets.lines.secret import Secret


class Field(QWidget):
    """Label, editor and, when something is wrong, one sentence next to it."""

    def __init__(
        self, label: str, editor: QWidget, hint: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.editor = editor
        self.label = QLabel(label)
        self.label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self.setFocusProxy(editor)
        self._problem = sentence(tone="stop")
        self._problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.label, 1)
        if isinstance(editor, Secret):
            head.addWidget(self._caps_of(editor))
        if beside is not None:
            head.addWidget(beside)
        box.addLayout(head)
        box.addWidget(editor)
        self._hint = sentence(tone="muted")
        box.addWidget(self._hint)
        self.show_hint(hint)
        box.addWidget(self._problem)

    def _caps_of(self, editor: Secret) -> QLabel:
        """Return what is told of Caps Lock, beside the label, where it takes no room."""
        told = sentence(self.tr("Caps Lock is on"), "warn")
        told.setWordWrap(False)
        told.hide()

        def tell(on: bool) -> None:
            told.setVisible(on)
            if on:
                announce(editor, told.text())

        editor.caps_told.connect(tell)
        return told

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


def line(text: str = "", *, secret: bool = False, longest: int = 4000) -> QLineEdit:
    """Return a line to type in; pasting is always allowed."""
    editor = Secret(text) if secret else Line(text)
    editor.setMaxLength(longest)
    return editor
