# SPDX-License-Identifier: Apache-2.0
"""The veil and the lock: opaque at once, no names, drafts kept (ux §3, §4)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks, mark
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row


class LockPage(QWidget):
    """Covers everything until a PIN or a password fits.

    Signals:
        pin_typed(pin): the officer's PIN.
        password_typed(login, password): somebody's password; another officer takes over.
    """

    pin_typed = Signal(str)
    password_typed = Signal(str, str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        mark(self, veil=True)
        self.setAutoFillBackground(True)
        self.pin = line(secret=True, longest=6)
        self.password = line(secret=True)
        self.login = QComboBox()
        self.pin_field = Field(self.tr("PIN"), self.pin)
        self.password_field = Field(self.tr("Password"), self.password)
        self.login_field = Field(self.tr("Officer"), self.login)
        self.drafts = sentence(tone="muted")
        self.rounds = sentence(tone="stop")
        self.rounds.hide()
        self.banner = Banner(looks)
        self.change = button(
            looks, self.tr("Change officer"), self.ask_password, role="quiet", icon=Icon.PEOPLE
        )
        self.unlock = button(looks, self.tr("Unlock"), self._go, role="primary", icon=Icon.KEY)
        with_pin = panel(column(self.pin_field))
        with_password = panel(column(self.login_field, self.password_field))
        self._ways = QStackedWidget()
        self._ways.addWidget(with_pin)
        self._ways.addWidget(with_password)
        card = panel(
            column(
                heading(self.tr("Locked"), page=True),
                self.drafts,
                self.rounds,
                self._ways,
                self.banner,
                row(self.change, None, self.unlock),
                spacing=10,
                margin=24,
            ),
            card=True,
        )
        self.setLayout(centred(card))
        self.pin.returnPressed.connect(self._go)
        self.password.returnPressed.connect(self._go)

    def cover(self, login: str, names: dict[str, str], drafts: int, *, has_pin: bool) -> None:
        """Get ready to be shown; says only how many drafts there are."""
        self.login.clear()
        for name_login, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            self.login.addItem(name, name_login)
        self.login.setCurrentIndex(max(self.login.findData(login), 0))
        self.drafts.setText(self.tr("Drafts kept: {0}").format(drafts))
        self.pin.clear()
        self.password.clear()
        self.pin_field.show_problem("")
        self.password_field.show_problem("")
        self._ways.setCurrentIndex(0 if has_pin else 1)
        (self.pin if has_pin else self.password).setFocus()

    def show_rounds(self, due: int) -> None:
        """Say at how many somebody has to look in now; nothing says at whom."""
        self.rounds.setText(self.tr("Watch rounds to be made now: {0}").format(due))
        self.rounds.setHidden(not due)

    def ask_password(self) -> None:
        """Ask for a password instead of the PIN."""
        self._ways.setCurrentIndex(1)
        self.password.setFocus()

    def _go(self) -> None:
        if self._ways.currentIndex() == 0:
            self.pin_typed.emit(self.pin.text())
        else:
            self.password_typed.emit(self.login.currentData() or "", self.password.text())

    def refuse_pin(self, tries_left: int) -> None:
        """Say how many tries are left; then the password is asked for."""
        self.pin.clear()
        if tries_left <= 0:
            self.ask_password()
            self.password_field.show_problem(self.tr("Type your password now."))
            return
        self.pin_field.show_problem(
            self.tr(
                "That PIN does not match. {0} tries left before your password is needed."
            ).format(tries_left)
        )
        self.pin.setFocus()

    def refuse_password(self, text: str) -> None:
        """Say why not."""
        self.password.clear()
        self.password_field.show_problem(text)
        self.password.setFocus()
