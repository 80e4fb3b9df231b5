# SPDX-License-Identifier: Apache-2.0
"""Admin: a tab whose changes each ask for one's own password."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.reasons import Reason
from app.services.staff.vault_file import MustWait
from app.services.topics import Topic
from app.ui.staff.cards import stacked
from app.ui.texts import words
from app.ui.widgets.banner import Banner
from app.ui.widgets.field import Field, line
from app.ui.widgets.layouts import column, row, wide
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace
from app.vault.errors import WrongPassword


class GuardedTab(QWidget):
    """The password above, the cards beneath; what opens or copies the vault needs it.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._looks = workplace.looks
        self._target: Mapping[str, Field] = {}
        self.banner = Banner(workplace.looks)
        self.own = line(secret=True)
        self.own_field = Field(self.tr("Your password, for every change on this page"), self.own)

    def lay_out(self, *cards: QWidget) -> None:
        """Put the cards beneath the password."""
        above = row(wide(self.own_field), margin=12)
        self.setLayout(column(above, self.banner, stacked(*cards), spacing=0))

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this tab shows."""
        return frozenset({Topic.STAFF})

    def reload(self) -> None:
        """Ask again for what is shown."""

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Return every field in which something can be wrong."""
        return (self.own_field,)

    def run(self, work: Any, on_done: Any, target: Mapping[str, Field] | None = None) -> None:
        """Do a change that the password opens.

        Args:
            work: the change, on the writing thread.
            on_done: hears what it gave back.
            target: the fields beside which a refusal is told.
        """
        self._target = target or {}
        self.banner.clear()
        for field in self.all_fields:
            field.show_problem("")
        if not self.own.text():
            self.own_field.show_problem(self.tr("Type your password first."))
            self.own.setFocus()
            return
        self._workplace.tasks.write(self, work, on_done, self._failed)

    def done(self, text: str) -> None:
        """Forget the password and say what was done."""
        self.own.clear()
        self.said.emit(text)
        self._workplace.tasks.announce(frozenset({Topic.STAFF}), self)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WrongPassword):
            self.own_field.show_problem(words(Reason.WRONG_PASSWORD))
            self.own.setFocus()
        elif isinstance(error, MustWait):
            self.own_field.show_problem(
                self.tr("Wait {0} seconds, then try again.").format(error.seconds)
            )
        else:
            tell(self._workplace, error, self.banner, self._target)
