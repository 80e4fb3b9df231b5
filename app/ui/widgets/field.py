# SPDX-License-Identifier: Apache-2.0
"""A field with its label above and its sentence beneath, bound for screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme.measures import measure
from app.ui.theme.style import mark
from app.ui.widgets.banner import announce
from app.ui.widgets.labels import Caption, caption, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.lines.line import Line
from app.ui.widgets.lines.secret import Secret

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
        self._above, self._beneath = caption(tone="stop"), sentence(tone="stop")
        self._caps = self._caps_of(editor) if isinstance(editor, Secret) else None
        self._hint = sentence(tone="muted")
        self._aside = [each for each in (self._caps, beside) if each is not None]
        pieces = (self.label, self._above, None, *self._aside)
        box = column(row(*pieces, spacing=_GAP), editor, self._hint, self._beneath, spacing=2)
        if editor.maximumWidth() < _ANY:
            box.setAlignment(editor, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(box)
        self.show_hint(hint)
        self._fit()

    def _caps_of(self, editor: Secret) -> QLabel:
        """Return what is told of Caps Lock, beside the label, where it takes no room."""
        told = caption(self.tr("Caps Lock is on"), "warn")
        told.hide()

        def tell(on: bool) -> None:
            told.setVisible(on)
            self._fit()
            if on:
                announce(editor, told.text())

        editor.caps_told.connect(tell)
        return told

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
        caps = self._caps is not None and not self._caps.isHidden()
        aside = [each for each in self._aside if not each.isHidden()]
        above = here and self._fits(self._above, *aside)
        told = [*([self._above] if above else []), *aside]
        self.label.setVisible(not (above or caps) or self._fits(self.label, *told))
        self._above.setVisible(above)
        self._beneath.setVisible(here and not above)

    def _fits(self, *side_by_side: QWidget) -> bool:
        wide = sum(each.sizeHint().width() for each in side_by_side)
        return wide + _GAP * (len(side_by_side) - 1) <= self.width()


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


def line(text: str = "", *, secret: bool = False, longest: int = 4000) -> QLineEdit:
    """Return a line to type in; pasting is always allowed."""
    editor = Secret(text) if secret else Line(text)
    editor.setMaxLength(longest)
    return editor
