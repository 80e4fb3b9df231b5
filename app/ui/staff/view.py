# SPDX-License-Identifier: Apache-2.0
"""Admin: accounts, one's own password, backup, the recovery sheet."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.policies.access import Right, Role
from app.policies.reasons import Reason
from app.services.acts import House
from app.services.staff.accounts import CloseAccount, account_list, dismiss, new_password, welcome
from app.services.staff.setup import AccountLine, NewAccount
from app.services.staff.upkeep import back_up, renew_sheet
from app.services.staff.vault_file import MustWait
from app.services.topics import Topic
from app.ui.staff.partners import PartnersCard
from app.ui.staff.rules import RulesPanel
from app.ui.staff.thresholds import ThresholdsCard
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import beside, column, panel, row, scrolling
from app.ui.widgets.listing import Listing
from app.ui.widgets.refusal import tell
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace
from app.vault.errors import WrongPassword


class AdminView(QWidget):
    """What keeps the lock and the data in order.

    Signals:
        said(text): something worth a toast.
        backed_up(when): a verified backup was made.
        sheet_wanted(words): a new recovery sheet has to be printed.
    """

    said = Signal(str)
    backed_up = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._looks = workplace.looks
        self.banner = Banner(workplace.looks)
        self.own = line(secret=True)
        self.own_field = Field(self.tr("Your password, for every change on this page"), self.own)
        cards = [self._own_card()]
        if workplace.may(Right.MANAGE_ACCOUNTS):
            cards.append(self._accounts_card())
        if workplace.may(Right.MANAGE_PARTNERS):
            self.partners = PartnersCard(workplace)
            self.partners.said.connect(self.said)
            cards.append(self.partners)
        if workplace.may(Right.MANAGE_SHELTER):
            self.thresholds = ThresholdsCard(workplace)
            self.thresholds.said.connect(self.said)
            cards.append(self.thresholds)
        if workplace.may(Right.SET_RULES):
            self.rules = RulesPanel(workplace)
            self.rules.said.connect(self.said)
            cards.append(self.rules)
        if workplace.may(Right.MAKE_BACKUP):
            cards.append(self._upkeep_card())
        content = QWidget()
        content.setLayout(column(*cards, None, spacing=12, margin=12))
        content.setMaximumWidth(900)
        self.setLayout(
            column(
                row(heading(self.tr("Admin"), page=True), 24, self.own_field, None, margin=12),
                self.banner,
                scrolling(content),
                spacing=0,
            )
        )

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.STAFF, Topic.PARTNERS, Topic.SHELTER, Topic.RULES})

    def reload(self) -> None:
        """Ask for the accounts again."""
        if self._workplace.may(Right.MANAGE_ACCOUNTS):
            self._workplace.ask(self, account_list, None, self._show_accounts)
        if self._workplace.may(Right.MANAGE_PARTNERS):
            self.partners.reload()
        if self._workplace.may(Right.MANAGE_SHELTER):
            self.thresholds.reload()
        if self._workplace.may(Right.SET_RULES):
            self.rules.reload()

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
        self.accounts.setMinimumHeight(170)
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

    def _upkeep_card(self) -> QWidget:
        backup = button(
            self._looks, self.tr("Back up now"), self._back_up, role="primary", icon=Icon.BACKUP
        )
        pieces: list[QWidget] = [backup]
        if self._workplace.may(Right.MANAGE_SHELTER):
            pieces.append(
                button(self._looks, self.tr("New recovery sheet"), self._renew, icon=Icon.SHIELD)
            )
        return panel(
            column(
                heading(self.tr("Backup and recovery")),
                sentence(
                    self.tr(
                        "A backup is copied, opened again and counted. Copy the backups folder "
                        "to a USB stick. A new recovery sheet voids the old one."
                    ),
                    "muted",
                ),
                row(*pieces, None),
                margin=12,
            ),
            card=True,
        )

    def _show_accounts(self, lines: tuple[AccountLine, ...]) -> None:
        self.accounts.fill(((self._told(each), each) for each in lines), _same, begin=False)

    def _told(self, each: AccountLine) -> str:
        closed = self.tr("closed") if each.closed else ""
        return joined(each.name, each.login, words(each.role), closed)

    def _run(self, work: Any, on_done: Any) -> None:
        self.banner.clear()
        for field in self._all_fields():
            field.show_problem("")
        if not self.own.text():
            self.own_field.show_problem(self.tr("Type your password first."))
            self.own.setFocus()
            return
        self._workplace.tasks.write(self, work, on_done, self._failed)

    def _all_fields(self) -> tuple[Field, ...]:
        mine = (self.own_field, *self.password_fields.values())
        theirs = getattr(self, "account_fields", {}).values()
        return (*mine, *theirs)

    def _change_password(self) -> None:
        place, old = self._workplace, self.own.text()
        new, again = self.new.text(), self.again.text()
        self._target = self.password_fields
        self._run(
            lambda: new_password(place.paths, place.house, place.actor, old, new, again),
            lambda _none: self._done(self.tr("Your password was changed.")),
        )

    def _add(self) -> None:
        place, own = self._workplace, self.own.text()
        newcomer = NewAccount(
            self.login.text().strip(), self.name.text(), Role(self.role.currentData())
        )
        first = self.her_password.text()
        self._target = self.account_fields
        self._run(
            lambda: welcome(place.paths, place.house, place.actor, own, newcomer, first),
            lambda _done: self._done(self.tr("The account was opened.")),
        )

    def _close(self) -> None:
        account: AccountLine | None = self.accounts.chosen
        if account is None:
            self.banner.say("info", self.tr("Choose an account in the list first."))
            return
        place, own = self._workplace, self.own.text()
        command = CloseAccount(account.account_id, account.version)
        self._target = {}
        self._run(
            lambda: dismiss(place.paths, place.house, place.actor, own, command), self._closed
        )

    def _closed(self, house: House) -> None:
        self._workplace.replace_house(house)
        self._done(self.tr("The account was closed and the key changed."))

    def _back_up(self) -> None:
        place, own = self._workplace, self.own.text()
        self._target = {}
        self._run(lambda: back_up(place.paths, place.house, place.actor, own), self._backed_up)

    def _backed_up(self, when: datetime) -> None:
        self.backed_up.emit(when)
        self._done(self.tr("Backed up and verified."))

    def _renew(self) -> None:
        place, own = self._workplace, self.own.text()
        self._target = {}
        self._run(
            lambda: renew_sheet(place.paths, place.house, place.actor, own),
            self._renewed,
        )

    def _renewed(self, sheet: tuple[str, ...]) -> None:
        self.own.clear()
        self.sheet_wanted.emit(sheet)

    def _done(self, text: str) -> None:
        for editor in (self.own, self.new, self.again):
            editor.clear()
        if self._workplace.may(Right.MANAGE_ACCOUNTS):
            for editor in (self.name, self.login, self.her_password):
                editor.clear()
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


def _same(one: AccountLine, other: AccountLine) -> bool:
    return one.account_id == other.account_id
