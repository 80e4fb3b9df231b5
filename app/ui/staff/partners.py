# SPDX-License-Identifier: Apache-2.0
"""Admin: the directory of offices, stations and organisations that refer women."""

from PySide6.QtWidgets import QComboBox

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
from app.services.topics import Topic
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.short_list import ShortList, joined
from app.ui.workplace import Workplace


class PartnersCard(Acting):
    """The list, and one form that adds a partner or corrects the chosen one.

    Signals:
        said(text): something worth a toast.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._promises: tuple[PromiseLine, ...] = ()
        looks = workplace.looks
        self.partners = ShortList(self.tr("Partners"))
        measure(self.partners, lowest=10)
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
        self.save_button = button(looks, self.tr("Save partner"), self.save, role="primary")
        content = column(
            heading(self.tr("Partners who refer women")),
            self.banner,
            self.partners,
            beside(*self.fields.values()),
            row(self.new_button, self.retire_button, None, self.save_button),
            margin=12,
        )
        self.setLayout(column(panel(content, card=True)))
        self.begin()

    @property
    def chosen(self) -> PartnerLine | None:
        """Return the partner that is being corrected, or None for a new one."""
        line: PartnerLine | None = self.partners.chosen
        return line

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this card shows."""
        return frozenset({Topic.PARTNERS})

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
        before = self.chosen
        self.partners.blockSignals(True)
        self.partners.fill(((self._told(each), each) for each in lines), _same, begin=False)
        self.partners.blockSignals(False)
        after = self.chosen
        if before is not None and after is not None:
            self._write(_followed(self._typed(), before.facts, after.facts))
            self._offer(after)

    def _told(self, each: PartnerLine) -> str:
        facts = each.facts
        promised = [
            self.tr("told: {0} {1}").format(words(kind), count)
            for promised in self._promises
            if promised.partner_id == each.partner_id
            for kind, count in promised.counts
        ]
        return joined(
            facts.name,
            words(facts.kind),
            facts.city,
            facts.phone,
            facts.contact,
            self.tr("sent {0}").format(each.sent) if each.sent else "",
            *promised,
            self.tr("no longer offered") if each.retired else "",
        )

    def _chosen(self) -> None:
        self.forget_problems()
        chosen = self.chosen
        facts = chosen.facts if chosen is not None else PartnerFacts(PartnerKind.POLICE, "")
        self._write(facts)
        self._offer(chosen)

    def _offer(self, chosen: PartnerLine | None) -> None:
        self.retire_button.setEnabled(chosen is not None)
        self.retire_button.setText(
            self.tr("Offer again")
            if chosen is not None and chosen.retired
            else self.tr("No longer offer")
        )

    def save(self) -> None:
        """Keep the partner that is typed, a new one or the chosen one corrected."""
        chosen, facts = self.chosen, self._typed()
        if chosen is None:
            self.perform(add_partner, lambda: facts, self._saved)
        else:
            command = ChangePartner(chosen.partner_id, chosen.version, facts)
            self.perform(change_partner, lambda: command, self._saved)

    def _write(self, facts: PartnerFacts) -> None:
        self.kind.setCurrentIndex(self.kind.findData(facts.kind))
        for editor, text in (
            (self.name, facts.name),
            (self.city, facts.city),
            (self.phone, facts.phone),
            (self.contact, facts.contact),
        ):
            if editor.text() != text:
                editor.setText(text)

    def _typed(self) -> PartnerFacts:
        return PartnerFacts(
            PartnerKind(self.kind.currentData()),
            self.name.text(),
            self.city.text(),
            self.phone.text(),
            self.contact.text(),
        )

    def _retire(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            command = RetirePartner(chosen.partner_id, chosen.version, not chosen.retired)
            self.perform(retire_partner, lambda: command, self._saved)

    def _saved(self, _partner: object) -> None:
        self.begin()
        self.reload()
        self.said.emit(self.tr("The directory of partners is saved."))


def _followed(typed: PartnerFacts, before: PartnerFacts, now: PartnerFacts) -> PartnerFacts:
    """Return what is typed, and what is known now where nothing was typed."""
    return PartnerFacts(
        *(
            getattr(now if getattr(typed, name) == getattr(before, name) else typed, name)
            for name in PartnerFacts.__slots__
        )
    )


def _same(one: PartnerLine, other: PartnerLine) -> bool:
    return one.partner_id == other.partner_id
