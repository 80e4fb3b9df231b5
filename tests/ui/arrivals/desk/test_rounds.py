# SPDX-License-Identifier: Apache-2.0
"""Watch rounds at the desk: one list by when, one key to look, red when it is late."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.dormitory.care.rounds import Found
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.ui.i18n import Language
from tests.ui.widgets.screens import heard, press, rows, tells, unnamed, write

Key = Qt.Key
NAMES = ("Anggrek", "Bakung", "Cempaka", "Dahlia", "Edelweis")


@pytest.fixture
def watch(shelter):
    def note(person_id, level: int) -> None:
        shelter.act(note_needs, NoteNeeds(person_id, None, level, None, None, None))

    return note


@pytest.fixture
def five(shelter, watch):
    """Five women, all at the highest level, seen a minute after each other."""
    people = {name: shelter.arrive(name, "30").person_id for name in NAMES}
    for person_id in people.values():
        watch(person_id, 3)
    for person_id in people.values():
        shelter.act(look_in, LookIn(person_id))
        shelter.clock.move(minutes=1)
    return people


@pytest.fixture
def card(desk, settle):
    def show(login: str = "dewi"):
        at = desk(login)
        at._workplace.set_masking(False)
        settle()
        return at.tonight.rounds

    return show


def names(card) -> list[str]:
    return [row.split(" · ")[0] for row in rows(card.list)]


def seen(shelter) -> dict:
    return {line.name: line for line in shelter.ask(watch_rounds).lines}


def red(card, at: int) -> bool:
    wanted = card._workplace.looks.colour("stop")
    return card.list.item(at).foreground().color().name().upper() == wanted.upper()


def test_where_nobody_is_watched_nothing_is_shown(card, shelter):
    shelter.arrive("Melati", "30")
    assert not card().isVisible()


def test_the_list_counts_down_and_what_is_late_is_red(card, shelter, five):
    made = card()
    assert rows(made.list)[0] == "Anggrek · level 3\nin 10 min"
    assert rows(made.list)[-1] == "Edelweis · level 3\nin 14 min"
    shelter.clock.move(minutes=9, seconds=30)
    made._workplace.rounds.ticked.emit()
    assert rows(made.list)[0] == "Anggrek · level 3\nnow · 1 min left"
    assert not red(made, 0)
    shelter.clock.move(minutes=1, seconds=40)
    made._workplace.rounds.ticked.emit()
    assert rows(made.list)[0] == "Anggrek · level 3\nOVERDUE by 2 min"
    assert names(made) == list(NAMES)
    assert red(made, 0)
    assert not red(made, 2)
    assert made.list.property("late") == "true"
    assert tells(made, "Late 2 · Now 3")


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_one_key_looks_and_goes_on_to_who_is_due_next(card, shelter, settle, five, key):
    made = card()
    said = heard(made.said)
    shelter.clock.move(minutes=12)
    made._workplace.rounds.ticked.emit()
    made.start_looking()
    settle()
    for name in NAMES:
        assert made.chosen.line.name == name
        press(made, key)
        settle()
    assert said[-1] == "Looked in on Edelweis."
    assert all(line.seen_at == shelter.clock() for line in seen(shelter).values())
    assert made.list.hasFocus()


def test_a_key_that_is_held_down_looks_once(card, shelter, settle, five):
    made = card()
    made.start_looking()
    settle()
    shelter.clock.move(minutes=14)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True
    )
    made.list.keyPressEvent(held)
    settle()
    assert not any(line.seen_at == shelter.clock() for line in seen(shelter).values())


def test_what_was_seen_is_written_in_one_line(card, shelter, settle, five):
    made = card()
    made.start_looking()
    settle()
    press(made, Key.Key_F2)
    assert tells(made, "About Anggrek")
    press(made, Key.Key_Down, Key.Key_Tab)
    write(made, "tidur, lampu menyala")
    press(made, Key.Key_Return)
    settle()
    line = seen(shelter)["Anggrek"]
    assert (line.found, line.words) == (Found.ASLEEP, "tidur, lampu menyala")
    made.list.setCurrentRow(names(made).index("Anggrek"))
    assert tells(made, "01.55 by Dewi · Asleep · tidur, lampu menyala")


def test_a_line_too_long_is_told_beneath_it_and_stays(card, shelter, settle, five):
    made = card()
    made.start_looking()
    settle()
    press(made, Key.Key_F2, Key.Key_Tab)
    made.words.setText("x" * 201)
    press(made, Key.Key_Return)
    settle()
    assert made.fields["words"].problem == "Shorten this text."
    assert tells(made, "Shorten this text.")
    assert made.words.text() == "x" * 201
    assert seen(shelter)["Anggrek"].words == ""


def test_the_form_stays_with_her_while_the_list_goes_on(card, shelter, settle, five):
    made = card()
    made.start_looking()
    settle()
    press(made, Key.Key_F2, Key.Key_Tab)
    write(made, "menangis")
    shelter.act(look_in, LookIn(five["Anggrek"]), "rina")
    made.reload()
    settle()
    made.list.setCurrentRow(0)
    assert made.words.text() == "menangis"
    press(made, Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    settle()
    assert seen(shelter)["Anggrek"].words == "menangis"
    press(made, Key.Key_F2, Key.Key_Tab)
    write(made, "x")
    press(made, Key.Key_Escape)
    assert not tells(made, "About")
    assert made.list.hasFocus()


def test_not_there_opens_the_search_for_her_and_found_again_ends_it(card, shelter, settle, five):
    made = card()
    made.start_looking()
    settle()
    press(made, Key.Key_F2, Key.Key_End, Key.Key_Tab, Key.Key_Return)
    settle()
    assert shelter.ask(census).count(Whereabouts.MISSING) == 1
    assert rows(made.list)[0] == "Anggrek · level 3\nNOT FOUND since 01.55"
    assert red(made, 0)
    made.list.setCurrentRow(0)
    press(made, Key.Key_Space)
    settle()
    assert shelter.ask(census).count(Whereabouts.MISSING) == 0


def test_who_is_out_of_the_house_is_counted_and_not_listed(card, shelter, settle, five):
    for name in NAMES[1:]:
        shelter.act(note_absence, NoteAbsence(five[name], AbsenceKind.HOSPITAL))
    made = card()
    assert names(made) == ["Anggrek"]
    assert tells(made, "Out of the house 4")
    shelter.act(note_absence, NoteAbsence(five["Anggrek"], AbsenceKind.POLICE))
    made.reload()
    settle()
    assert made.isVisible()
    assert not made.well_button.isVisible()


def test_names_are_masked_and_no_reason_is_told(desk, shelter, five):
    made = desk().tonight.rounds
    assert rows(made.list)[0].startswith("An** 2611-001 · ")
    assert not any(tells(made, name) for name in NAMES)


def test_a_look_refused_says_why_and_the_list_is_asked_again(card, shelter, settle, five, watch):
    made = card()
    made.start_looking()
    settle()
    watch(five["Anggrek"], 0)
    press(made, Key.Key_Space)
    settle()
    assert tells(made, "She is not watched any more.")
    assert names(made) == list(NAMES[1:])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("login", ["dewi", "hendra", "ani"])
def test_every_control_has_a_name(languages, card, settle, five, language, login):
    languages.speak(language)
    made = card(login)
    assert unnamed(made) == []
    made.start_looking()
    settle()
    press(made, Key.Key_F2)
    assert unnamed(made) == []
