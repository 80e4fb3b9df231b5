# SPDX-License-Identifier: Apache-2.0
"""Opening again with the recovery sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row


class RecoveryPage(QWidget):
    """The seventeen words, a login in charge, and a new password.

    Signals:
        recover(words, login, password): try it.
        back: return to the login.
    """

    recover = Signal(str, str, str)
    back = Signal()

    def __init__(self, looks: Looks, logins: tuple[str, ...]) -> None:
        super().__init__()
        self.words = line()
        self.login = QComboBox()
        self.login.addItems(list(logins))
        self.password = line(secret=True)
        self.again = line(secret=True)
        self.fields = {
            "words": Field(
                self.tr("The 17 words of the sheet, in order"),
                self.words,
                self.tr("The first four letters of each word are enough."),
            ),
            "login": Field(self.tr("Login of the head or coordinator"), self.login),
            "password": Field(self.tr("New password"), self.password),
            "again": Field(self.tr("New password again"), self.again),
        }
        self.banner = Banner(looks, reserved=True)
        go = button(looks, self.tr("Open with the sheet"), self._go, role="primary", icon=Icon.KEY)
        leave = button(looks, self.tr("Back"), self.back.emit, icon=Icon.BACK)
        card = panel(
            column(
                heading(self.tr("Recovery sheet"), page=True),
                sentence(
                    self.tr("Afterwards this sheet is void and a new one is printed."), "muted"
                ),
                *self.fields.values(),
                self.banner,
                row(leave, None, go),
                spacing=10,
                margin=24,
            ),
            card=True,
        )
        for editor in (self.words, self.password, self.again):
            editor.returnPressed.connect(self._go)
        self.setLayout(centred(card, 85))
        self.first = self.words

    def _go(self) -> None:
        for field in self.fields.values():
            field.show_problem("")
        if self.password.text() != self.again.text():
            self.fields["again"].show_problem(
                self.tr("The two passwords differ. Type the second one again.")
            )
            return
        self.recover.emit(self.words.text(), self.login.currentText(), self.password.text())
