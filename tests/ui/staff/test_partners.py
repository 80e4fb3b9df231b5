# SPDX-License-Identifier: Apache-2.0
"""Admin: the directory of partners, added, corrected and no longer offered."""

from dataclasses import replace

from PySide6.QtCore import Qt

from app.policies.reasons import Reason
from app.services.arrivals.desk.partners import ChangePartner, change_partner
from app.ui.texts import words
from tests.ui.login.ways import idle, press_button, sign_in
from tests.ui.widgets.screens import rows


def directory(qtbot, shell, login="hendra"):
    main = sign_in(qtbot, shell, login)
    main.go("admin")
    idle(qtbot, shell)
    return main.views["admin"].show_panel("PartnersTab").partners


def add(qtbot, shell, card, name: str) -> None:
    card.name.setText(name)
    press_button(card, "Save partner")
    idle(qtbot, shell)


def test_a_partner_is_added_corrected_and_retired(qtbot, shell) -> None:
    card = directory(qtbot, shell)
    add(qtbot, shell, card, "Polres Bogor")
    assert rows(card.partners) == ["Polres Bogor · Police station"]
    card.partners.setCurrentRow(0)
    card.city.setText("Cibinong")
    press_button(card, "Save partner")
    idle(qtbot, shell)
    assert rows(card.partners) == ["Polres Bogor · Police station · Cibinong"]
    card.partners.setCurrentRow(0)
    press_button(card, "No longer offer")
    idle(qtbot, shell)
    assert rows(card.partners)[0].endswith("no longer offered")


def test_a_twin_is_told_next_to_the_name_and_what_was_typed_stays(qtbot, shell) -> None:
    card = directory(qtbot, shell)
    add(qtbot, shell, card, "Polres Bogor")
    card.phone.setText("0251")
    add(qtbot, shell, card, "POLRES BOGOR")
    assert card.fields["name"].problem == words(Reason.PARTNER_KNOWN)
    assert (card.name.text(), card.phone.text()) == ("POLRES BOGOR", "0251")


def test_a_half_typed_partner_stays_while_the_directory_is_read_again(qtbot, shell) -> None:
    card = directory(qtbot, shell)
    add(qtbot, shell, card, "Polres Bogor")
    card.name.setText("Polres Depok")
    card.reload()
    idle(qtbot, shell)
    assert (card.chosen, card.name.text()) == (None, "Polres Depok")


def test_a_half_corrected_partner_stays_too_and_takes_what_others_corrected(
    qtbot, shell, shelter
) -> None:
    card = directory(qtbot, shell)
    add(qtbot, shell, card, "Polres Bogor")
    card.partners.setCurrentRow(0)
    card.phone.setText("0251")
    known = card.chosen
    elsewhere = replace(known.facts, city="Cibinong", phone="0999")
    shelter.act(change_partner, ChangePartner(known.partner_id, known.version, elsewhere), "ani")
    card.reload()
    idle(qtbot, shell)
    assert (card.city.text(), card.phone.text()) == ("Cibinong", "0251")
    press_button(card, "Save partner")
    idle(qtbot, shell)
    assert rows(card.partners) == ["Polres Bogor · Police station · Cibinong · 0251"]


def test_the_desk_asks_who_brought_her_and_offers_the_directory(qtbot, shell) -> None:
    add(qtbot, shell, directory(qtbot, shell), "Polres Bogor")
    main = shell.main
    main.go("desk")
    idle(qtbot, shell)
    fields = main.views["desk"].register.fields
    assert fields.brought.isHidden()
    fields.came_by.setFocus()
    qtbot.keyClick(fields.focusWidget() or fields, Qt.Key.Key_P)
    assert not fields.brought.isHidden()
    main.views["desk"].register.begin()
    idle(qtbot, shell)
    completer = fields.brought.referrer.completer()
    completer.setCompletionPrefix("bogor")
    assert completer.currentCompletion() == "Polres Bogor"
