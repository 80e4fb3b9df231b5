# SPDX-License-Identifier: Apache-2.0
"""Choosing the PIN of this shift; it lives in memory until the program closes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.staff.pin import DIGITS, pin_problem
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row


class PinPage(QWidget):
    """Six digits, or none: then unlocking takes the password.

    Signals:
        chosen(pin): the PIN, or an empty text for none.
    """

    chosen = Signal(str)

    def __init__(self, looks: Looks, name: str) -> None:
        super().__init__()
        self.pin = line(secret=True, longest=DIGITS)
        self.field = Field(self.tr("PIN for this shift, six digits"), self.pin)
        take = button(looks, self.tr("Use this PIN"), self._take, role="primary", icon=Icon.LOCK)
        skip = button(looks, self.tr("Without a PIN"), lambda: self.chosen.emit(""))
        card = panel(
            column(
                heading(self.tr("Welcome, {0}").format(name), page=True),
                sentence(
                    self.tr(
                        "With a PIN the screen unlocks quickly. It is forgotten when Teduh closes."
                    ),
                    "muted",
                ),
                self.field,
                row(skip, None, take),
                spacing=10,
                margin=24,
            ),
            card=True,
        )
        self.setLayout(centred(card))
        self.pin.returnPressed.connect(self._take)
        self.first = self.pin

    def _take(self) -> None:
        problem = pin_problem(self.pin.text())
        if problem is None:
            self.chosen.emit(self.pin.text())
        else:
            self.field.show_problem(words(problem))
            self.pin.setFocus()
