# SPDX-License-Identifier: Apache-2.0
"""The last step of the first run: an account for everybody on the staff."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Role
from app.services.staff.setup import NewAccount
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row

_FIRST = Role.DUTY_OFFICER


class StaffPage(QWidget):
    """One account after the other; more can be added in Admin at any time.

    Signals:
        wanted(account, password): an account should be opened.
        finished: nobody else tonight.
        unexpected(error): a bug.
    """

    wanted = Signal(object, str)
    finished = Signal()
    unexpected = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.name = line(longest=200)
        self.login = line(longest=40)
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(words(role), role)
        self.role.setCurrentIndex(self.role.findData(_FIRST))
        self.password = line(secret=True)
        self.fields = {
            "name": Field(self.tr("Name"), self.name),
            "login": Field(self.tr("Login name, such as ani"), self.login),
            "role": Field(self.tr("Post"), self.role),
            "password": Field(
                self.tr("Her first password"),
                self.password,
                self.tr("She changes it herself in Admin."),
            ),
        }
        self.banner = Banner(looks, reserved=True)
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("Accounts"))
        measure(self.people, highest=10)
        self.add = button(looks, self.tr("Add account"), self._add, icon=Icon.ARRIVAL)
        self.done = button(
            looks, self.tr("Done"), self.finished.emit, role="primary", icon=Icon.ALLOWED
        )
        card = panel(
            column(
                heading(self.tr("The staff (3 of 3)"), page=True),
                sentence(
                    self.tr(
                        "Duty officers, caretakers, social workers, psychologist, coordinator, "
                        "secretariat. Everybody signs in with her own account."
                    ),
                    "muted",
                ),
                beside(self.fields["name"], self.fields["login"]),
                beside(self.fields["role"], self.fields["password"]),
                self.banner,
                row(None, self.add),
                self.people,
                row(None, self.done),
                margin=24,
            ),
            card=True,
        )
        self.setLayout(centred(card, 94))
        self.first = self.name
        self.password.returnPressed.connect(self._add)

    def _add(self) -> None:
        for field in self.fields.values():
            field.show_problem("")
        self.banner.clear()
        self.add.setEnabled(False)
        account = NewAccount(
            self.login.text().strip(), self.name.text(), Role(self.role.currentData())
        )
        self.wanted.emit(account, self.password.text())

    def added(self, account: NewAccount) -> None:
        """Show the account and get ready for the next one."""
        self.people.addItem(f"{account.name} · {account.login} · {words(account.role)}")
        self.people.scrollToBottom()
        for editor in (self.name, self.login, self.password):
            editor.clear()
        self.add.setEnabled(True)
        self.name.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say next to the field what has to be typed differently."""
        self.add.setEnabled(True)
        if isinstance(error, Refused):
            field = self.fields.get(error.field or "name", self.fields["name"])
            field.show_problem(sentences(error.reasons))
            field.setFocus()
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause))
        else:
            self.unexpected.emit(error)
