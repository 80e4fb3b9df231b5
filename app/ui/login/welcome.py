# SPDX-License-Identifier: Apache-2.0
"""The first page of a PC without a shelter: set one up, or try it in training mode."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row


class WelcomePage(QWidget):
    """Two ways to begin.

    Signals:
        set_up_wanted: the wizard.
        training_wanted: training mode with an invented shelter.
        language_wanted: the other language.
    """

    set_up_wanted = Signal()
    training_wanted = Signal()
    language_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.banner = Banner(looks, reserved=True)
        self.set_up = button(
            looks, self.tr("Set up this shelter"), self.set_up_wanted.emit, role="primary"
        )
        self.training = button(
            looks, self.tr("Try it first: training mode"), self.training_wanted.emit
        )
        language = button(
            looks,
            "ID | EN",
            self.language_wanted.emit,
            role="quiet",
            name=self.tr("Switch language"),
        )
        card = panel(
            column(
                row(heading("Teduh", page=True), None, language),
                sentence(self.tr("Everything stays on this computer, encrypted.")),
                sentence(
                    self.tr(
                        "Set-up takes about five minutes: the shelter, your account, the "
                        "recovery sheet, the staff. Have a printer ready."
                    ),
                    "muted",
                ),
                self.banner,
                8,
                row(self.training, None, self.set_up),
                spacing=10,
                margin=24,
            ),
            card=True,
        )
        self.setLayout(centred(card, 79))
        self.first = self.set_up

    @property
    def wishes(self) -> tuple[SignalInstance, ...]:
        """Return the signals that ask for something."""
        return (self.set_up_wanted, self.training_wanted, self.language_wanted)

    def busy(self, text: str) -> None:
        """Say what is being done; nothing else can be started meanwhile."""
        self.banner.say("info", text)
        self.setEnabled(False)

    def trouble(self, text: str) -> None:
        """Say what stands in the way."""
        self.setEnabled(True)
        self.banner.say("stop", text)
