# SPDX-License-Identifier: Apache-2.0
"""A field with its label above and its sentence beneath, bound for screen readers."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.theme.measures import measure
from app.ui.theme.style import mark
from app.ui.widgets.labels import Caption, caption, sentence
from app.ui.widgets.layouts import column, row

_GAP = 4
_ANY = (1 << 24) - 1
"""The largest width of a widget that may be as wide as it likes."""


class Field(QWidget):
    """Label, editor and, when something is wrong, one sentence next to it.

    The sentence stands beside the label, or in its place, so that nothing around is moved; only
    where it is longer than the field is wide does it stand beneath.
    """

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
        self.problem = ""
        self.elsewhere: ProblemLine | None = None
        self._beside = beside
        self._above, self._beneath = caption(tone="stop"), sentence(tone="stop")
        self._hint = sentence(tone="muted")
        pieces = (self.label, self._above, None, *([] if beside is None else [beside]))
        box = column(row(*pieces, spacing=_GAP), editor, self._hint, self._beneath, spacing=2)
        if editor.maximumWidth() < _ANY:
            box.setAlignment(editor, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(box)
        self.show_hint(hint)
        self._fit()

    def show_hint(self, text: str) -> None:
        """Show a quiet sentence beneath; an empty text takes it away."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        """Show what to do differently; an empty text takes it away."""
        self.problem = text
        for told in (self._above, self._beneath):
            told.setText(text)
        self._fit()
        if self.elsewhere is not None:
            self.elsewhere.tell(self, text)
        told = self.editor.focusProxy() or self.editor
        told.setAccessibleDescription(text)
        if isinstance(told, QLineEdit):
            mark(told, wrong="true" if text else "false")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence where it fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        here = bool(self.problem) and self.elsewhere is None
        wide = self._above.sizeHint().width()
        if self._beside is not None:
            wide += _GAP + self._beside.sizeHint().width()
        above = here and wide <= self.width()
        both = wide + _GAP + self.label.sizeHint().width() <= self.width()
        self.label.setVisible(not above or both)
        self._above.setVisible(above)
        self._beneath.setVisible(here and not above)


class ProblemLine(Caption):
    """One line beneath fields that stand side by side, kept free for what is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: dict[Field, str] = {}
        mark(self, tone="stop")
        measure(self, lowest=1)

    def tell(self, field: Field, text: str) -> None:
        """Show what is wrong with one of the fields; an empty text takes it away."""
        self._problems[field] = text
        self.setText(" ".join(filter(None, self._problems.values())))


def beside(*fields: Field | None) -> QVBoxLayout:
    """Return fields side by side, and beneath them a line that tells what is wrong with one."""
    told = ProblemLine()
    line = row(*fields, spacing=16)
    for field in fields:
        if field is not None:
            field.elsewhere = told
            line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return column(line, told, spacing=2)


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
