# SPDX-License-Identifier: Apache-2.0
"""A screen whose form does one act at a time; what was typed stays until it is kept."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.errors import Refused
from app.policies.arrivals.moments import read_day
from app.policies.people.names import TextProblem
from app.services.acts import Act
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.field import Field
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_NARROWEST = 12
Box = TypeVar("Box", bound=QComboBox)


class Acting(QWidget):
    """Banner, problems at fields, Ctrl+Return; the act itself is the screen's own.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._busy = False
        self.banner = Banner(workplace.looks)
        self.fields: dict[str, Field] = {}

    def reload(self) -> None:
        """Ask again for what is shown; each screen says what that is."""

    def save(self) -> None:
        """Do what Ctrl+Return does here; nothing, unless there is a form."""

    def forget_problems(self) -> None:
        """Take away what was wrong before."""
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")

    def perform(
        self,
        what: Act[Any, Any],
        command: Callable[[], object],
        done: Callable[[Any], object],
        label: str = "",
    ) -> None:
        """Do an act once.

        Args:
            what: the act.
            command: reads the form; raises ``Refused`` with the field that cannot be read.
            done: hears what the act gave back.
            label: names the act in the undo offer.
        """
        if self._busy:
            return
        self.forget_problems()
        try:
            wanted = command()
        except Refused as problem:
            self._failed(problem)
            return
        self._busy = True

        def finished(value: Any) -> None:
            self._busy = False
            done(value)

        self._workplace.act(self, what, wanted, finished, self._failed, label=label)

    def at_field(self, name: str, text: str) -> None:
        """Say at a field what to do differently and go there."""
        self.forget_problems()
        self.fields[name].show_problem(text)
        self.fields[name].setFocus()

    def deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here, or None where the window or the editor decides."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return self.save if control and event.key() in ENTER else None

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, self.fields, self.reload)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of this screen from the window's shortcuts while somebody works here."""
        over = event.type() == QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and self.deed_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of this screen does."""
        deed = self.deed_of(event)
        if deed is not None:
            deed()
        else:
            super().keyPressEvent(event)


def day_typed(workplace: Workplace, editor: QLineEdit, field: str) -> date | None:
    """Return the day that is typed in a line; None when nothing is.

    Raises:
        Refused: it is no day (``field``).
    """
    try:
        return read_day(editor.text(), workplace.zone.today(workplace.now()))
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from problem


def narrow(box: Box) -> Box:
    """Let a list to choose from be narrower than its longest line."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_NARROWEST)
    return box
