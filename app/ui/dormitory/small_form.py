# SPDX-License-Identifier: Apache-2.0
"""What the small forms of the board's drawer share: keys, problems at fields, one act."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.errors import Refused
from app.policies.arrivals.moments import read_coming
from app.policies.people.names import TextProblem
from app.services.acts import Act
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting, day_typed
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row, scrolling
from app.ui.workplace import Workplace

_NOTE_LINES = 4


class SmallForm(Acting):
    """A form as wide as the drawer; Esc closes, Ctrl+Return saves, nothing typed is lost.

    Signals:
        closed: it is done with, saved or not.
    """

    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._deed: Callable[[], None] = self.close_form
        self.about = sentence()

    def lay_out(
        self,
        title: str,
        fields: dict[str, Field],
        save: tuple[str, Callable[[], None]],
        *more: QWidget,
    ) -> None:
        """Put the fields between heading and buttons.

        Args:
            title: heads the form.
            fields: in the order they are filled in, by the names that acts refuse.
            save: the words of the button that does what the form says, and what it does.
            *more: what stands beneath the fields.
        """
        looks = self._workplace.looks
        text, self._deed = save
        self.fields = fields
        self.save_button = button(
            looks, text, self.save, role="primary", icon=Icon.SAVE, shortcut="Ctrl+Return"
        )
        self.cancel_button = button(
            looks, self.tr("Cancel"), self.close_form, role="quiet", shortcut="Esc"
        )
        content = QWidget()
        content.setLayout(
            column(
                heading(title),
                self.about,
                self.banner,
                *fields.values(),
                *more,
                row(self.cancel_button, None, self.save_button),
                None,
                margin=8,
            )
        )
        self.setLayout(column(scrolling(content)))

    def save(self) -> None:
        """Do what the form says."""
        self._deed()

    def start(self, about: str) -> None:
        """Begin anew about a place or a person, at the first field."""
        self._busy = False
        self.about.setText(about)
        self.forget_problems()
        for field in self.fields.values():
            _empty(field.editor)
        next(iter(self.fields.values())).setFocus()

    def close_form(self) -> None:
        """Let the board have the drawer again."""
        self.closed.emit()

    def finish(
        self,
        what: Act[Any, Any],
        command: Callable[[], object],
        done: Callable[[Any], object],
        label: str = "",
    ) -> None:
        """Do an act once; ``done`` gives what to say of it, and the form is closed."""

        def kept(value: Any) -> None:
            self.said.emit(done(value))
            self.closed.emit()

        self.perform(what, command, kept, label)

    def deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here: besides saving, Esc closes."""
        return self.close_form if event.key() == Qt.Key.Key_Escape else super().deed_of(event)

    def moment(self, editor: QLineEdit, field: str) -> datetime | None:
        """Return the instant to come that is typed, in UTC.

        Raises:
            Refused: it is no time (``field``).
        """
        workplace = self._workplace
        try:
            said = read_coming(editor.text(), workplace.zone.local(workplace.now()))
        except TextProblem as problem:
            raise Refused(problem.reason, field=field) from problem
        return None if said is None else said.astimezone(UTC)

    def day(self, editor: QLineEdit, field: str) -> date | None:
        """Return the day that is typed.

        Raises:
            Refused: it is no day (``field``).
        """
        return day_typed(self._workplace, editor, field)


def note_box() -> QPlainTextEdit:
    """Return a few lines to write in; Tab goes on to the next field."""
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    measure(box, height=_NOTE_LINES)
    return box


def _empty(editor: QWidget) -> None:
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.clear()
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex(0)
