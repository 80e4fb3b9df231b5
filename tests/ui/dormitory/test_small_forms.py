# SPDX-License-Identifier: Apache-2.0
"""The small forms of the drawer: typed in words people use, refused at the field, by keys."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.policies.dormitory.holds import BlockKind
from app.policies.dormitory.whereabouts import AbsenceKind
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason
from app.services.dormitory.block import blocks
from app.services.dormitory.departed import departed
from app.services.dormitory.reserve import reservations
from app.services.dormitory.room_list import room_list
from app.services.dormitory.send_out import away
from app.services.dormitory.whereabouts import census
from app.ui.dormitory.block_panel import BlockPanel
from app.ui.dormitory.reserve_panel import ReservePanel
from app.ui.dormitory.send_out_panel import SendOutPanel
from app.ui.dormitory.vacate_panel import VacatePanel
from app.ui.i18n import Language
from app.ui.texts import words
from tests.ui.widgets.screens import (
    button_named,
    counted,
    heard,
    open_screen,
    press,
    tells,
    unnamed,
    write,
)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
DRAWER = 280
FORMS = (ReservePanel, BlockPanel, SendOutPanel, VacatePanel)


@pytest.fixture
def form(qtbot, at_work):
    def open_form(kind, login: str = "dewi"):
        made = kind(at_work(login))
        open_screen(qtbot, made)
        return made

    return open_form


@pytest.fixture
def bunga(shelter):
    arrived = shelter.arrive("Bunga", "30")
    shelter.place(arrived.person_id, "101-A")
    return arrived


def choose(box, value) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))


def bed(shelter, place: str):
    return shelter.bed(place).bed_id, place


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


def test_to_court_with_an_escort_and_back_at_half_past_four(shelter, bunga, form, settle) -> None:
    panel = form(SendOutPanel)
    said, closed = heard(panel.said), counted(panel.closed)
    panel.open_for(bunga.person_id, "Bu**")
    choose(panel.kind, AbsenceKind.COURT)
    panel.escort.setText("Bu Ani")
    panel.due_back.setText("16.30")
    panel.due_back.setFocus()
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    (line,) = shelter.ask(away)
    assert (line.kind, line.escort, line.due_back) == (
        AbsenceKind.COURT,
        "Bu Ani",
        datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    )
    assert (said, len(closed)) == (["Noted. Her bed is kept."], 1)
    assert panel._workplace.undoable.label == "Bu** goes out"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("sore", Reason.TIME_UNREADABLE),
        ("25.00", Reason.TIME_UNREADABLE),
        ("30/2 09.00", Reason.DATE_IMPOSSIBLE),
        ("23/11 09.00", Reason.TIME_PAST),
    ],
)
def test_a_due_hour_that_cannot_be_is_told_at_its_field(
    shelter, bunga, form, settle, typed, reason
) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.escort.setText("Bu Ani")
    panel.due_back.setText(typed)
    panel.save()
    settle()
    assert panel.fields["due_back"].problem == words(reason)
    assert (panel.escort.text(), panel.due_back.text()) == ("Bu Ani", typed)
    assert shelter.ask(away) == ()


def test_without_a_plan_nobody_is_asked_when_and_with_whom(shelter, bunga, form, settle) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.due_back.setText("sore")
    choose(panel.kind, AbsenceKind.MISSING)
    assert panel.fields["escort"].isHidden()
    assert panel.fields["due_back"].isHidden()
    assert tells(panel, "24 hours")
    panel.save()
    settle()
    (line,) = shelter.ask(away)
    assert (line.kind, line.due_back) == (AbsenceKind.MISSING, None)


def test_she_leaves_home_to_her_mother_and_undo_brings_her_back(
    shelter, bunga, form, settle
) -> None:
    panel = form(VacatePanel, "ani")
    said = heard(panel.said)
    panel.open_for(bunga.person_id, "Bu**", False)
    press(panel, Key.Key_Tab)
    write(panel, "Cianjur")
    press(panel, Key.Key_Tab)
    write(panel, "Ibu Sartika")
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    assert shelter.ask(census).total == 0
    (line,) = shelter.ask(departed, None, "ani")
    assert (line.outcome, line.destination, line.receiver) == (
        Outcome.HOME,
        "Cianjur",
        "Ibu Sartika",
    )
    assert said == ["She has left. Her bed is free."]
    assert panel._workplace.undoable.label == "Bu** leaves for good"
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert shelter.bed("101-A").sleeper.person_id == bunga.person_id


@pytest.mark.parametrize(
    ("outcome", "destination", "receiver", "field", "reason"),
    [
        (Outcome.REFERRED, "", "Bu Ani", "destination", Reason.RECEIVER_MISSING),
        (Outcome.WORK, "Pabrik roti", " ", "receiver", Reason.RECEIVER_MISSING),
        (Outcome.OWN_WISH, "", "", "note", Reason.WHY_SHORT),
    ],
)
def test_what_is_missing_is_told_at_the_field_and_nothing_is_lost(
    shelter, form, settle, outcome, destination, receiver, field, reason
) -> None:
    girl = shelter.arrive("Kenanga", "12")
    panel = form(VacatePanel)
    panel.open_for(girl.person_id, "Ke**", True)
    choose(panel.outcome, outcome)
    panel.destination.setText(destination)
    panel.receiver.setText(receiver)
    panel.note.setPlainText("pulang")
    panel.save()
    settle()
    assert panel.fields[field].problem == words(reason)
    assert panel.fields[field].editor.hasFocus()
    assert (panel.destination.text(), panel.receiver.text(), panel.note.toPlainText()) == (
        destination,
        receiver,
        "pulang",
    )
    assert shelter.ask(census).total == 1


def test_a_child_at_her_own_wish_is_asked_why_before_saving(shelter, form) -> None:
    girl = shelter.arrive("Kenanga", "12")
    panel = form(VacatePanel)
    panel.open_for(girl.person_id, "Ke**", True)
    assert not tells(panel, "A child leaves")
    choose(panel.outcome, Outcome.OWN_WISH)
    assert tells(panel, "A child leaves: write why, at least 10 letters")
    panel.open_for(girl.person_id, "Ke**", False)
    choose(panel.outcome, Outcome.OWN_WISH)
    assert not tells(panel, "A child leaves")
    assert tells(panel, "Only if it is known")


def test_who_left_meanwhile_is_told_in_the_banner(shelter, bunga, form, settle) -> None:
    panel = form(VacatePanel)
    panel.open_for(bunga.person_id, "Bu**", False)
    choose(panel.outcome, Outcome.DIED)
    panel.save()
    panel.save()
    settle()
    assert panel.banner.text == ""
    panel.open_for(bunga.person_id, "Bu**", False)
    choose(panel.outcome, Outcome.DIED)
    panel.save()
    settle()
    assert panel.banner.text == words(Reason.PERSON_LEFT)


def test_names_are_masked_in_an_open_form_as_soon_as_they_are_masked(bunga, form) -> None:
    panel = form(SendOutPanel)
    panel._workplace.set_masking(False)
    panel.open_for(bunga.person_id, "Bunga")
    assert tells(panel, "Bunga")
    assert panel.label == "Bu**"
    panel._workplace.set_masking(True)
    assert not tells(panel, "Bunga")
    assert panel.about.text() == "Bu**"


def test_the_hour_is_read_at_the_moment_of_saving(shelter, bunga, form, settle, clock) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.due_back.setText("02.00")
    clock.move(minutes=15)
    button_named(panel, "Note it").click()
    settle()
    (line,) = shelter.ask(away)
    assert line.due_back == datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
    assert line.due_back - clock() < timedelta(days=1)
