# SPDX-License-Identifier: Apache-2.0
"""Admin: one's own password; who has an account."""

from PySide6.QtWidgets import QComboBox, QWidget

from app.policies.access import Right, Role
from app.services.acts import House
from app.services.staff.accounts import CloseAccount, account_list, dismiss, new_password, welcome
from app.services.staff.setup import AccountLine, NewAccount
from app.ui.staff.guarded import GuardedTab
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class AccountsTab(GuardedTab):
    """Everybody changes her own password; who leads opens and closes accounts."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.account_fields: dict[str, Field] = {}
        cards = [self._own_card()]
        if workplace.may(Right.MANAGE_ACCOUNTS):
            cards.append(self._accounts_card())
        self.lay_out(*cards)

    def reload(self) -> None:
        """Ask for the accounts again."""
        if self._workplace.may(Right.MANAGE_ACCOUNTS):
            self._workplace.ask(self, account_list, None, self._show_accounts)

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Return the fields of both cards."""
        theirs = self.account_fields.values()
        return (self.own_field, *self.password_fields.values(), *theirs)

    def _own_card(self) -> QWidget:
        self.new = line(secret=True)
        self.again = line(secret=True)
        self.password_fields = {
            "password": Field(self.tr("New password"), self.new),
            "again": Field(self.tr("New password again"), self.again),
        }
        change = button(
            self._looks, self.tr("Change my password"), self._change_password, icon=Icon.KEY
        )
        fields = beside(*self.password_fields.values())
        return panel(
            column(heading(self.tr("My password")), fields, row(None, change), margin=12),
            card=True,
        )

    def _accounts_card(self) -> QWidget:
        self.name = line(longest=200)
        self.login = line(longest=40)
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(words(role), role)
        self.her_password = line(secret=True)
        self.account_fields = {
            "name": Field(self.tr("Name"), self.name),
            "login": Field(self.tr("Login name"), self.login),
            "role": Field(self.tr("Post"), self.role),
            "password": Field(self.tr("Her first password"), self.her_password),
        }
        add = button(
            self._looks, self.tr("Add account"), self._add, role="primary", icon=Icon.ARRIVAL
        )
        close = button(self._looks, self.tr("Close account"), self._close, icon=Icon.CLOSE_ACCOUNT)
        listing = Listing(self.tr("Accounts"), "", None, close, titled=True)
        self.accounts = listing.list
        measure(self.accounts, lowest=11)
        return panel(
            column(
                listing,
                heading(self.tr("New account")),
                beside(*self.account_fields.values()),
                row(None, add),
                margin=12,
            ),
            card=True,
        )

    def _show_accounts(self, lines: tuple[AccountLine, ...]) -> None:
        self.accounts.fill(((self._told(each), each) for each in lines), _same, begin=False)

    def _told(self, each: AccountLine) -> str:
        closed = self.tr("closed") if each.closed else ""
        return joined(each.name, each.login, words(each.role), closed)

    def _change_password(self) -> None:
        place, old = self._workplace, self.own.text()
        new, again = self.new.text(), self.again.text()
        self.run(
            lambda: new_password(place.paths, place.house, place.actor, old, new, again),
            lambda _none: self._finished(self.tr("Your password was changed.")),
            self.password_fields,
        )

    def _add(self) -> None:
        place, own = self._workplace, self.own.text()
        newcomer = NewAccount(
            self.login.text().strip(), self.name.text(), Role(self.role.currentData())
        )
        first = self.her_password.text()
        self.run(
            lambda: welcome(place.paths, place.house, place.actor, own, newcomer, first),
            lambda _done: self._finished(self.tr("The account was opened.")),
            self.account_fields,
        )

    def _close(self) -> None:
        account: AccountLine | None = self.accounts.chosen
        if account is None:
            self.banner.say("info", self.tr("Choose an account in the list first."))
            return
        place, own = self._workplace, self.own.text()
        command = CloseAccount(account.account_id, account.version)
        self.run(lambda: dismiss(place.paths, place.house, place.actor, own, command), self._closed)

    def _closed(self, house: House) -> None:
        self._workplace.replace_house(house)
        self._finished(self.tr("The account was closed and the key changed."))

    def _finished(self, text: str) -> None:
        typed = [self.new, self.again]
        if self.account_fields:
            typed += [self.name, self.login, self.her_password]
        for editor in typed:
            editor.clear()
        self.done(text)


def _same(one: AccountLine, other: AccountLine) -> bool:
    return one.account_id == other.account_id
