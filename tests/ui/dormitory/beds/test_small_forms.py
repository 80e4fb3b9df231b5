# SPDX-License-Identifier: Apache-2.0
"""The small forms of the drawer: typed in words people use, refused at the field, by keys."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.policies.dormitory.beds.holds import BlockKind
from app.policies.reasons import Reason
from app.services.dormitory.away.send_out import away
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.beds.block import blocks
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.facts.room_list import room_list
from app.ui.dormitory.away.send_out_panel import SendOutPanel
from app.ui.dormitory.away.vacate_panel import VacatePanel
from app.ui.dormitory.beds.block_panel import BlockPanel
from app.ui.dormitory.beds.reserve_panel import ReservePanel
from app.ui.i18n import Language
from app.ui.texts import words
from tests.ui.widgets.screens import (
    counted,
    heard,
    press,
    tells,
    unnamed,
    write,
)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
DRAWER = 280
FORMS = (ReservePanel, BlockPanel, SendOutPanel, VacatePanel)


def choose(box, value) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))


def bed(shelter, place: str):
    return shelter.bed_id(place), place


def open_anyhow(panel: QWidget, shelter, person_id) -> None:
    """Open a form of any kind."""
    if isinstance(panel, ReservePanel):
        panel.open_for((bed(shelter, "102-A"),))
    elif isinstance(panel, BlockPanel):
        panel.open_for(*bed(shelter, "102-A")[:1], None, "102-A")
    elif isinstance(panel, SendOutPanel):
        panel.open_for(person_id, "Bu**")
    else:
        panel.open_for(person_id, "Bu**", False)


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("language", list(Language))
def test_every_form_fits_the_drawer_and_names_its_controls(
    shelter, bunga, form, settle, languages, kind, language
) -> None:
    languages.speak(language)
    panel = form(kind)
    open_anyhow(panel, shelter, bunga.person_id)
    settle()
    assert unnamed(panel) == []
    content = panel.save_button.parentWidget()
    assert content.minimumSizeHint().width() <= DRAWER


@pytest.mark.parametrize("kind", FORMS)
def test_esc_closes_and_does_nothing(shelter, bunga, form, settle, kind) -> None:
    panel = form(kind)
    closed = counted(panel.closed)
    open_anyhow(panel, shelter, bunga.person_id)
    settle()
    press(panel, Key.Key_Escape)
    settle()
    assert len(closed) == 1
    assert shelter.ask(reservations) == shelter.ask(blocks) == shelter.ask(away) == ()
    assert shelter.ask(census).total == 1


def test_twelve_from_polres_until_eleven_by_keys(shelter, form, settle) -> None:
    panel = form(ReservePanel)
    said, closed = heard(panel.said), counted(panel.closed)
    panel.open_for((bed(shelter, "101-A"), bed(shelter, "101-B")))
    settle()
    write(panel, "12 dari Polres")
    press(panel, Key.Key_Tab)
    write(panel, "23.00")
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    (line,) = shelter.ask(reservations)
    assert (line.label, line.places) == ("12 dari Polres", ("101-A", "101-B"))
    assert line.expires_at == datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    assert said == ["Reserved: 101-A, 101-B."]
    assert len(closed) == 1
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert shelter.ask(reservations) == ()


@pytest.mark.parametrize(
    ("label", "until", "field", "reason"),
    [
        ("", "23.00", "label", Reason.NOTHING_TO_WRITE),
        ("Polres", "", "expires_at", Reason.HOLD_LIMIT),
        ("Polres", "nanti malam", "expires_at", Reason.TIME_UNREADABLE),
        ("Polres", "31/11 09.00", "expires_at", Reason.DATE_IMPOSSIBLE),
        ("Polres", "20/12 09.00", "expires_at", Reason.HOLD_LIMIT),
        ("Polres", "20/11 09.00", "expires_at", Reason.HOLD_LIMIT),
    ],
)
def test_what_cannot_be_reserved_is_told_at_the_field_and_stays(
    shelter, form, settle, label, until, field, reason
) -> None:
    panel = form(ReservePanel)
    panel.open_for((bed(shelter, "101-A"),))
    settle()
    panel.label.setText(label)
    panel.until.setText(until)
    panel.save()
    settle()
    assert panel.fields[field].problem == words(reason)
    assert (panel.label.text(), panel.until.text()) == (label, until)
    assert panel.fields[field].editor.hasFocus()
    assert shelter.ask(reservations) == ()


def test_a_bed_for_somebody_who_is_here_carries_her_number(shelter, bunga, form, settle) -> None:
    girl = shelter.arrive("Kenanga", "12")
    panel = form(ReservePanel)
    panel.open_for((bed(shelter, "102-A"),))
    settle()
    assert tells(panel, f"Ke** · {girl.number}")
    panel.person.setCurrentIndex(panel.person.findData(girl.person_id.hex))
    panel.person.activated.emit(panel.person.currentIndex())
    assert panel.label.text() == girl.number
    panel.until.setText("23.00")
    panel.save()
    settle()
    assert panel.banner.text == words(Reason.WING_FOR_ADULTS)
    panel.person.setCurrentIndex(panel.person.findData(bunga.person_id.hex))
    panel.person.activated.emit(panel.person.currentIndex())
    panel.save()
    settle()
    (line,) = shelter.ask(reservations)
    assert (line.person_id, line.label) == (bunga.person_id, bunga.number)


def test_a_form_that_is_opened_again_is_empty(shelter, form, settle) -> None:
    panel = form(ReservePanel)
    panel.open_for((bed(shelter, "101-A"),))
    settle()
    write(panel, "Polres")
    panel.save()
    settle()
    assert panel.fields["expires_at"].problem
    panel.open_for((bed(shelter, "101-B"),))
    settle()
    assert (panel.label.text(), panel.fields["expires_at"].problem) == ("", "")
    assert panel.about.text() == "101-B"


def test_a_bed_is_blocked_up_to_a_day(shelter, form, settle) -> None:
    panel = form(BlockPanel)
    said = heard(panel.said)
    panel.open_for(bed(shelter, "101-A")[0], None, "101-A")
    choose(panel.kind, BlockKind.PESTS)
    panel.why.setText("kutu di kasur, disemprot")
    panel.until.setText("30/11")
    panel.save()
    settle()
    (line,) = shelter.ask(blocks)
    assert (line.place, line.kind, line.until_day) == ("101-A", BlockKind.PESTS, date(2026, 11, 30))
    assert said == ["101-A is blocked."]


def test_blocking_a_room_tells_of_reserved_beds(shelter, form, settle) -> None:
    reserving = form(ReservePanel)
    reserving.open_for((bed(shelter, "102-A"),))
    reserving.label.setText("Polres")
    reserving.until.setText("23.00")
    reserving.save()
    settle()
    rooms = [room for wing in shelter.ask(room_list) for room in wing.rooms]
    room_id = next(room.room_id for room in rooms if room.name == "102")
    panel = form(BlockPanel)
    said = heard(panel.said)
    panel.open_for(None, room_id, "102")
    panel.why.setText("pipa air pecah semalam")
    panel.until.setText("24/11")
    panel.save()
    settle()
    assert said == ["102 is blocked. Reserved beds that need another place: 1."]


@pytest.mark.parametrize(
    ("why", "until", "field", "reason"),
    [
        ("rusak", "30/11", "why", Reason.WHY_SHORT),
        ("rangka patah dua", "", "until_day", Reason.DAY_PAST),
        ("rangka patah dua", "23/11", "until_day", Reason.DAY_PAST),
        ("rangka patah dua", "31/11", "until_day", Reason.DATE_IMPOSSIBLE),
        ("rangka patah dua", "sampai beres", "until_day", Reason.DATE_IMPOSSIBLE),
    ],
)
def test_what_cannot_be_blocked_is_told_at_the_field_and_stays(
    shelter, form, settle, why, until, field, reason
) -> None:
    panel = form(BlockPanel)
    panel.open_for(bed(shelter, "101-A")[0], None, "101-A")
    panel.why.setText(why)
    panel.until.setText(until)
    panel.save()
    settle()
    assert panel.fields[field].problem == words(reason)
    assert (panel.why.text(), panel.until.text()) == (why, until)
    assert shelter.ask(blocks) == ()


def test_an_occupied_bed_is_told_in_the_banner(shelter, bunga, form, settle) -> None:
    panel = form(BlockPanel)
    panel.open_for(bed(shelter, "101-A")[0], None, "101-A")
    panel.why.setText("rangka patah dua")
    panel.until.setText("30/11")
    panel.save()
    settle()
    assert panel.banner.text == words(Reason.BED_TAKEN)
    assert panel.why.text() == "rangka patah dua"
