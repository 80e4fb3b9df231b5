# SPDX-License-Identifier: Apache-2.0
"""While a name is typed: whether a social worker will check, and what to keep away tonight."""

from PySide6.QtCore import QObject, QTimer

from app.policies.access import Right
from app.services.people.returning import HintQuestion, ReturnHint, hint
from app.ui.widgets.field import Field
from app.ui.workplace import Workplace

_PAUSE_MILLISECONDS = 300


class ReturnHints(QObject):
    """Looks after each pause in typing; it never says who is meant (domain §7.10)."""

    def __init__(self, workplace: Workplace, field: Field) -> None:
        super().__init__(field)
        self._workplace = workplace
        self._field = field
        self._question = HintQuestion("")
        self._watching = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._ask)

    def watch(self, watching: bool) -> None:
        """Look from now on, or not: whoever is completed would only meet herself."""
        self._watching = watching
        self.forget()

    def forget(self) -> None:
        """Take the sentence away; another form is on screen."""
        self._pause.stop()
        self._question = HintQuestion("")
        self._field.show_hint("")

    def look(self, name: str, years: int | None) -> None:
        """Look for this name and age once typing pauses."""
        question = HintQuestion(name.strip(), years)
        may = self._watching and self._workplace.may(Right.REGISTER_ARRIVAL)
        if may and question != self._question:
            self._question = question
            self._pause.start()

    def _ask(self) -> None:
        asked = self._question
        self._workplace.ask(
            self, hint, asked, lambda said: self._show(said) if asked == self._question else None
        )

    def _show(self, said: ReturnHint) -> None:
        if not said.check:
            self._field.show_hint("")
            return
        text = self.tr("A social worker will check.")
        if said.allergies:
            text += " " + self.tr("Keep away from her tonight: {0}").format(said.allergies)
        self._field.show_hint(text)
