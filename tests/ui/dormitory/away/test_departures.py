# SPDX-License-Identifier: Apache-2.0
"""Who left for good and where one person slept, on screen and by keys."""

import pytest
from PySide6.QtCore import Qt

from app.policies.people.departures import Outcome
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.ui.dormitory.away.departures_panel import DeparturesPanel
from app.ui.dormitory.night.history_panel import HistoryPanel
from app.ui.i18n import Language
from tests.ui.dormitory.night.test_history_panel import cells
from tests.ui.login.ways import idle, sign_in
from tests.ui.widgets.screens import (
    button_named,
    heard,
    press,
    tells,
    unnamed,
)

Key = Qt.Key


@pytest.fixture
def bunga(shelter):
    """Somebody who slept in two beds, one night each, and was put into the wrong one between."""
    made = shelter.arrive("Bunga", "30")
    shelter.place(made.person_id, "101-A", by="rina")
    shelter.clock.move(days=1)
    shelter.act(move_client, PlaceClient(made.person_id, shelter.bed_id("102-B")), "dewi")
    shelter.clock.move(days=1)
    return made


def leave(shelter, person_id, note: str = "naik bus pagi") -> None:
    shelter.act(
        vacate_bed, Vacate(person_id, Outcome.HOME, "Kp. Melati, Cianjur", "Ibu Sartika", note)
    )


@pytest.mark.parametrize("kind", [DeparturesPanel, HistoryPanel])
@pytest.mark.parametrize("language", list(Language))
def test_every_control_has_a_name_and_fits(
    panel, shelter, bunga, settle, languages, kind, language
) -> None:
    languages.speak(language)
    leave(shelter, bunga.person_id)
    made = panel(kind)
    if kind is HistoryPanel:
        made.hers_button.click()
        settle()
        assert made.hers.isVisible()
    made.resize(1093, 450)
    assert unnamed(made) == []
    assert made.minimumSizeHint().width() <= 1093
    assert made.minimumSizeHint().height() <= 450


def test_before_anybody_left_a_sentence_says_so(panel) -> None:
    made = panel(DeparturesPanel)
    assert tells(made, "Nobody has left for good yet.")
    assert not made.hers_button.isEnabled()


def test_a_leaving_is_read_in_full_by_who_may_once_names_are_shown(
    panel, shelter, bunga, settle
) -> None:
    made = panel(DeparturesPanel)
    leave(shelter, bunga.person_id)
    made.reload()
    settle()
    hidden = [
        "26 Nov 2026 01.50",
        bunga.number,
        "Bu**",
        "Home to her family",
        "Kp**",
        "Ib**",
    ]
    assert cells(made.table) == [hidden]
    assert not tells(made, "naik bus")
    made._workplace.set_masking(False)
    assert cells(made.table)[0][2:] == [
        "Bunga",
        "Home to her family",
        "Kp. Melati, Cianjur",
        "Ibu Sartika",
    ]
    assert tells(made, "naik bus pagi")
    made._workplace.set_masking(True)
    assert cells(made.table) == [hidden]
    assert not tells(made, "naik bus")


@pytest.mark.parametrize("login", ["dewi", "rina"])
def test_the_desk_and_the_wing_see_only_that_she_left(panel, shelter, bunga, login) -> None:
    leave(shelter, bunga.person_id)
    made = panel(DeparturesPanel, login)
    made._workplace.set_masking(False)
    assert cells(made.table)[0][2:] == ["Bunga", "not for this post", "Kp**", "Ib**"]
    assert not tells(made, "naik bus")
    assert made.hers_button.isHidden()
    wanted = heard(made.nights_wanted)
    made.table.setFocus()
    press(made, Key.Key_Return)
    assert wanted == []


def test_the_newest_is_first_and_the_chosen_one_stays_chosen(panel, shelter, bunga, settle) -> None:
    other = shelter.arrive("Sari", "31")
    leave(shelter, bunga.person_id)
    made = panel(DeparturesPanel)
    shelter.clock.move(hours=1)
    leave(shelter, other.person_id)
    made.reload()
    settle()
    assert [row[1] for row in cells(made.table)] == [other.number, bunga.number]
    assert made.chosen.number == bunga.number


def test_where_one_person_slept_is_reached_from_a_night_by_keys(
    qtbot, panel, shelter, bunga, settle
) -> None:
    made = panel(HistoryPanel)
    made.table.setFocus()
    press(made, Key.Key_Return)
    settle()
    assert tells(made, f"Where Bu** ({bunga.number}) slept")
    assert tells(made, "Nights: 2, beds: 2.")
    assert cells(made.hers.table) == [
        ["102-B", "25 Nov 2026 01.50", "still here", "1", "Dewi", ""],
        ["101-A", "24 Nov 2026 01.50", "25 Nov 2026 01.50", "1", "Rina", "Dewi"],
    ]
    made._workplace.set_masking(False)
    assert tells(made, f"Where Bunga ({bunga.number}) slept")
    press(made, Key.Key_Escape)
    assert not made.hers.isVisible()
    assert made.table.hasFocus()


def test_a_placing_that_was_undone_is_shown_without_nights(panel, shelter, bunga, settle) -> None:
    done = shelter.act(move_client, PlaceClient(bunga.person_id, shelter.bed_id("103-A")))
    shelter.act(done.inverse.act, done.inverse.command)
    made = panel(HistoryPanel)
    made.show_person(bunga.person_id, "Bunga", bunga.number)
    settle()
    (slip,) = (row for row in cells(made.hers.table) if row[0] == "103-A")
    assert slip[2:4] == ["undone 26 Nov 2026 01.50", "0"]
    assert tells(made, "Nights: 2, beds: 2.")


def test_an_empty_room_has_nobody_to_choose(panel, shelter, settle) -> None:
    made = panel(HistoryPanel)
    assert not made.hers_button.isEnabled()
    made.table.setCurrentCell(0, 0)
    made.table.setFocus()
    press(made, Key.Key_Return)
    settle()
    assert not made.hers.isVisible()
    woman = shelter.arrive("Sari", "31")
    made.show_person(woman.person_id, "Sari", woman.number)
    settle()
    assert tells(made, "She has not slept in a bed here.")
    assert made.hers.back_button.hasFocus()


def test_departures_lead_to_past_nights(qtbot, shelter, shell, bunga) -> None:
    leave(shelter, bunga.person_id)
    main = sign_in(qtbot, shell, "hendra")
    main.go("book")
    left = main.views["book"].show_panel("DeparturesPanel")
    idle(qtbot, shell)
    button_named(left, "All her nights").click()
    idle(qtbot, shell)
    front = main.views["book"].tabs.currentWidget()
    assert tells(front, "Nights: 2, beds: 2.")
    press(main, Key.Key_Escape)
    assert front.findChild(HistoryPanel).table.hasFocus()
