# SPDX-License-Identifier: Apache-2.0
"""Admin: the directory of offices, stations and organisations that refer women."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.policies.access import Right
from app.policies.arrivals.partners import PartnerKind
from app.services.arrivals.desk.partners import (
    ChangePartner,
    PartnerFacts,
    PartnerLine,
    RetirePartner,
    add_partner,
    change_partner,
    partner_list,
    retire_partner,
)
from app.services.arrivals.desk.promises import PromiseLine, promises_by_partner
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1


class PartnersCard(QWidget):
    """The list, and one form that adds a partner or corrects the chosen one.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._promises: tuple[PromiseLine, ...] = ()
        looks = workplace.looks
        self.banner = Banner(looks)
        self.partners = QListWidget()
        self.partners.setAccessibleName(self.tr("Partners"))
        self.partners.setMinimumHeight(150)
        self.partners.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.kind = QComboBox()
        for kind in PartnerKind:
            self.kind.addItem(words(kind), kind)
        self.name, self.city = line(), line()
        self.phone, self.contact = line(), line()
        self.fields = {
            "kind": Field(self.tr("Kind"), self.kind),
            "name": Field(self.tr("Name of the partner"), self.name),
            "city": Field(self.tr("City or regency"), self.city),
            "phone": Field(self.tr("Telephone"), self.phone),
            "contact": Field(self.tr("Whom to ask for"), self.contact),
        }
        self.retire_button = button(looks, self.tr("No longer offer"), self._retire)
        self.new_button = button(looks, self.tr("New partner"), self.begin, icon=Icon.ARRIVAL)
        self.save_button = button(looks, self.tr("Save partner"), self._save, role="primary")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            panel(
                column(
                    heading(self.tr("Partners who refer women")),
                    self.banner,
                    self.partners,
                    row(*self.fields.values(), spacing=16),
                    row(self.new_button, self.retire_button, None, self.save_button),
                    margin=12,
                ),
                card=True,
            )
        )
        self.begin()

    @property
    def chosen(self) -> PartnerLine | None:
        """Return the partner that is being corrected, or None for a new one."""
        item = self.partners.currentItem()
        return item.data(_LINE) if item is not None else None

    def reload(self) -> None:
        """Ask for the directory again, and for what their women were told."""
        if self._workplace.may(Right.READ_PROMISES):
            self._workplace.ask(self, promises_by_partner, None, self._learn)
        self._workplace.ask(self, partner_list, None, self._show)

    def _learn(self, promises: tuple[PromiseLine, ...]) -> None:
        self._promises = promises

    def begin(self) -> None:
        """Start a new partner."""
        self.partners.setCurrentRow(-1)
        self._chosen()

    def _show(self, lines: tuple[PartnerLine, ...]) -> None:
        chosen = self.chosen
        self.partners.clear()
        for each in lines:
            facts = each.facts
            parts = [facts.name, words(facts.kind), facts.city, facts.phone, facts.contact]
            if each.sent:
                parts.append(self.tr("sent {0}").format(each.sent))
            parts += [
                self.tr("told: {0} {1}").format(words(kind), count)
                for promised in self._promises
                if promised.partner_id == each.partner_id
                for kind, count in promised.counts
            ]
            if each.retired:
                parts.append(self.tr("no longer offered"))
            item = QListWidgetItem(" · ".join(part for part in parts if part))
            item.setData(_LINE, each)
            self.partners.addItem(item)
            if chosen is not None and each.partner_id == chosen.partner_id:
                self.partners.setCurrentItem(item)

    def _chosen(self) -> None:
        self._clear_problems()
        chosen = self.chosen
        facts = chosen.facts if chosen is not None else PartnerFacts(PartnerKind.POLICE, "")
        self.kind.setCurrentIndex(self.kind.findData(facts.kind))
        self.name.setText(facts.name)
        self.city.setText(facts.city)
        self.phone.setText(facts.phone)
        self.contact.setText(facts.contact)
        self.retire_button.setEnabled(chosen is not None)
        self.retire_button.setText(
            self.tr("Offer again")
            if chosen is not None and chosen.retired
            else self.tr("No longer offer")
        )

    def _clear_problems(self) -> None:
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")

    def _save(self) -> None:
        self._clear_problems()
        chosen = self.chosen
        facts = PartnerFacts(
            PartnerKind(self.kind.currentData()),
            self.name.text(),
            self.city.text(),
            self.phone.text(),
            self.contact.text(),
        )
        if chosen is None:
            self._workplace.act(self, add_partner, facts, self._saved, self._failed)
        else:
            command = ChangePartner(chosen.partner_id, chosen.version, facts)
            self._workplace.act(self, change_partner, command, self._saved, self._failed)

    def _retire(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            command = RetirePartner(chosen.partner_id, chosen.version, not chosen.retired)
            self._workplace.act(self, retire_partner, command, self._saved, self._failed)

    def _saved(self, _partner: object) -> None:
        self.begin()
        self.reload()
        self.said.emit(self.tr("The directory of partners is saved."))

    def _failed(self, error: Exception) -> None:
        tell(self._workplace, error, self.banner, self.fields, self.reload)
