# SPDX-License-Identifier: Apache-2.0
"""Needs and pairs on screen: only what a post may read, by keys, nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.policies.answers import Answer, AnswerState, given
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import Reason
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.rules.apart import (
    EndApart,
    KeepApart,
    end_apart,
    keep_apart,
    kept_apart,
)
from app.services.dormitory.rules.needs import NoteNeeds, needs_of, note_needs
from app.ui.dormitory.rules.apart import ApartPanel
from app.ui.dormitory.rules.needs import NeedsPanel
from app.ui.i18n import Language
from app.ui.texts import words
from tests.ui.widgets.screens import (
    counted,
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    unnamed,
    write,
)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
DRAWER = 280
WHY = "Pernah saling memukul"


@pytest.fixture
def form(qtbot, at_work):
    def open_form(kind, login: str = "ani"):
        made = kind(at_work(login))
        open_screen(qtbot, made)
        return made

    return open_form


@pytest.fixture
def bunga(shelter):
    return shelter.arrive("Bunga", "30")


@pytest.fixture
def citra(shelter):
    return shelter.arrive("Citra", "31")


def choose(box, arrived) -> None:
    box.setCurrentIndex(box.findData(arrived.person_id.hex))


def seen(panel: NeedsPanel) -> list[str]:
    """Return which needs a post can read."""
    named: dict[str, QWidget] = {
        **panel.fields,
        "own_room": panel.own_room,
        "step_free": panel.step_free,
        "lower_bunk": panel.lower_bunk,
    }
    return [name for name, widget in named.items() if not widget.isHidden()]


@pytest.mark.parametrize("kind", [NeedsPanel, ApartPanel])
@pytest.mark.parametrize("language", list(Language))
def test_both_fit_the_drawer_and_name_their_controls(
    shelter, bunga, citra, form, settle, languages, kind, language
) -> None:
    languages.speak(language)
    shelter.act(keep_apart, KeepApart(bunga.person_id, citra.person_id, WHY), "ani")
    panel = form(kind)
    if kind is NeedsPanel:
        panel.open_for(bunga.person_id, "Bu**")
    else:
        panel.open_for()
    settle()
    assert unnamed(panel) == []
    assert panel.save_button.parentWidget().minimumSizeHint().width() <= DRAWER


@pytest.mark.parametrize("kind", [NeedsPanel, ApartPanel])
def test_esc_closes_and_does_nothing(shelter, bunga, form, settle, kind) -> None:
    panel = form(kind)
    closed = counted(panel.closed)
    panel.open_for(*((bunga.person_id, "Bu**") if kind is NeedsPanel else ()))
    settle()
    (panel.house if kind is NeedsPanel else panel.one).setFocus()
    press(panel, Key.Key_Escape)
    settle()
    assert len(closed) == 1
    assert shelter.ask(needs_of, bunga.person_id, "ani").version == 0
    assert shelter.ask(kept_apart, None, "ani") == ()


def test_needs_are_noted_by_keys(shelter, bunga, form, settle) -> None:
    panel = form(NeedsPanel, "rina")
    said, closed = heard(panel.said), counted(panel.closed)
    panel.open_for(bunga.person_id, "Bu**")
    settle()
    panel.house.setFocus()
    press(panel, Key.Key_Down, Key.Key_Tab, "2", Key.Key_Tab, Key.Key_Space)
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    line = shelter.ask(needs_of, bunga.person_id)
    assert (line.house, line.watch, line.own_room) == (House.PSKW, 2, True)
    assert (line.step_free, line.lower_bunk) == (False, False)
    assert (said, len(closed)) == (["Needs noted."], 1)


def test_what_was_noted_stands_in_the_form(shelter, bunga, form, settle) -> None:
    command = NoteNeeds(bunga.person_id, House.PSKW, 3, False, True, True, given(False))
    shelter.act(note_needs, command, "ani")
    panel = form(NeedsPanel)
    panel.open_for(bunga.person_id, "Bu**")
    assert not panel.save_button.isEnabled()
    settle()
    assert panel.house.currentText() == "PSKW"
    assert panel.watch.currentText() == "3 · never alone"
    ticked = [box.isChecked() for box in (panel.own_room, panel.step_free, panel.lower_bunk)]
    assert ticked == [False, True, True]
    assert panel.exploited.currentText() == "no"
    panel.save()
    settle()
    assert shelter.ask(needs_of, bunga.person_id, "ani").exploited == given(False)


def test_each_post_sees_its_own_questions(shelter, bunga, form, settle) -> None:
    plain = ["house", "watch", "own_room", "step_free", "lower_bunk"]
    for login, questions in (
        ("ani", ["house", "watch", "exploited", "own_room", "step_free", "lower_bunk"]),
        ("dewi", plain),
        ("rina", plain),
        ("hendra", ["house", "watch", "step_free"]),
    ):
        panel = form(NeedsPanel, login)
        panel.open_for(bunga.person_id, "Bu**")
        assert seen(panel) == []
        settle()
        assert seen(panel) == questions, login
        assert tells(panel, "exploited") == (login == "ani")


def test_saving_leaves_what_is_hidden_as_it_was(shelter, bunga, form, settle) -> None:
    command = NoteNeeds(bunga.person_id, House.RPSW, 1, True, False, True, given(True))
    shelter.act(note_needs, command, "ani")
    panel = form(NeedsPanel, "hendra")
    panel.open_for(bunga.person_id, "Bu**")
    settle()
    panel.step_free.setChecked(True)
    panel.save()
    settle()
    line = shelter.ask(needs_of, bunga.person_id, "ani")
    assert (line.own_room, line.step_free, line.lower_bunk) == (True, True, True)
    assert line.exploited == given(True)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", given(True)),
        ("not known", Answer(AnswerState.UNKNOWN)),
        ("prefers not to say", Answer(AnswerState.DECLINED)),
        ("not assessed yet", Answer()),
    ],
)
def test_an_assessment_is_said_in_words(shelter, bunga, form, settle, text, answer) -> None:
    panel = form(NeedsPanel, "tania")
    panel.open_for(bunga.person_id, "Bu**")
    settle()
    panel.exploited.setCurrentText(text)
    panel.save()
    settle()
    assert shelter.ask(needs_of, bunga.person_id, "ani").exploited == answer


def test_what_somebody_else_noted_meanwhile_is_told_and_shown(shelter, bunga, form, settle) -> None:
    panel = form(NeedsPanel, "dewi")
    panel.open_for(bunga.person_id, "Bu**")
    settle()
    shelter.act(note_needs, NoteNeeds(bunga.person_id, None, 2, None, None, None), "rina")
    panel.lower_bunk.setChecked(True)
    panel.save()
    settle()
    assert panel.banner.text == words(Reason.STALE)
    assert panel.watch.currentIndex() == 2
    panel.lower_bunk.setChecked(True)
    panel.save()
    settle()
    line = shelter.ask(needs_of, bunga.person_id)
    assert (line.watch, line.lower_bunk) == (2, True)


def test_an_answer_about_somebody_else_is_not_shown(shelter, bunga, citra, form, settle) -> None:
    shelter.act(note_needs, NoteNeeds(bunga.person_id, None, 3, None, None, None), "ani")
    panel = form(NeedsPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.open_for(citra.person_id, "Ci**")
    settle()
    assert panel.watch.currentIndex() == 0
    panel.watch.setCurrentIndex(1)
    panel.save()
    settle()
    assert shelter.ask(needs_of, bunga.person_id, "ani").watch == 3
    assert shelter.ask(needs_of, citra.person_id, "ani").watch == 1


def test_a_pair_is_noted_by_keys_and_undone(shelter, bunga, citra, form, settle) -> None:
    panel = form(ApartPanel)
    said, closed = heard(panel.said), counted(panel.closed)
    panel.open_for()
    settle()
    assert tells(panel, "Nobody is kept apart.")
    assert panel.one.hasFocus()
    press(panel, Key.Key_Down, Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    write(panel, WHY)
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    (pair,) = shelter.ask(kept_apart, None, "ani")
    assert {pair.one.name, pair.other.name} == {"Bunga", "Citra"}
    assert (pair.why, pair.noted_by) == (WHY, "Ani")
    assert (said, len(closed)) == (["Noted. They are kept apart."], 1)
    offer = panel._workplace.undoable.label
    assert offer == f"Ci** · {citra.number} and Bu** · {bunga.number} are kept apart"
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert shelter.ask(kept_apart, None, "ani") == ()


def test_two_who_share_a_room_are_named_at_once(shelter, bunga, citra, form, settle) -> None:
    shelter.place(bunga.person_id, "101-A")
    shelter.place(citra.person_id, "101-B")
    panel = form(ApartPanel, "hendra")
    said = heard(panel.said)
    panel.open_for(bunga.person_id)
    settle()
    assert panel.one.currentData() == bunga.person_id.hex
    choose(panel.other, citra)
    panel.why.setText(WHY)
    panel.save()
    settle()
    assert said == ["Noted. They share room 101 now: move one of them."]
    assert len(shelter.ask(open_alarms)) == 1
    panel.open_for()
    settle()
    (row,) = rows(panel.pairs)
    assert "room 101 now: move one of them" in row


@pytest.mark.parametrize(
    ("one", "other", "why", "field", "reason"),
    [
        (None, "citra", WHY, "one_id", Reason.APART_FROM_HERSELF),
        ("citra", None, WHY, "other_id", Reason.APART_FROM_HERSELF),
        ("citra", "citra", WHY, "other_id", Reason.APART_FROM_HERSELF),
        ("citra", "bunga", "musuh", "why", Reason.WHY_SHORT),
        ("citra", "bunga", "", "why", Reason.WHY_SHORT),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_stays(
    shelter, bunga, citra, form, settle, one, other, why, field, reason
) -> None:
    panel = form(ApartPanel)
    panel.open_for()
    settle()
    people = {"bunga": bunga, "citra": citra}
    for box, name in ((panel.one, one), (panel.other, other)):
        if name:
            choose(box, people[name])
    panel.why.setText(why)
    panel.save()
    settle()
    assert panel.fields[field].problem == words(reason)
    assert panel.fields[field].editor.hasFocus()
    assert panel.why.text() == why
    assert panel.one.currentData() == (people[one].person_id.hex if one else None)
    assert shelter.ask(kept_apart, None, "ani") == ()


def test_a_pair_that_is_known_is_told_in_the_banner(shelter, bunga, citra, form, settle) -> None:
    shelter.act(keep_apart, KeepApart(bunga.person_id, citra.person_id, WHY), "ani")
    panel = form(ApartPanel, "tania")
    panel.open_for()
    settle()
    choose(panel.one, citra)
    choose(panel.other, bunga)
    panel.why.setText(WHY)
    panel.save()
    settle()
    assert panel.banner.text == words(Reason.APART_KNOWN)
    assert panel.why.text() == WHY


def test_the_chosen_pair_ends_by_keys_and_undo_brings_it_back(
    shelter, bunga, citra, form, settle
) -> None:
    third = shelter.arrive("Dahlia", "40")
    for other in (citra, third):
        shelter.act(keep_apart, KeepApart(bunga.person_id, other.person_id, WHY), "ani")
        shelter.clock.move(minutes=1)
    panel = form(ApartPanel, "hendra")
    said = heard(panel.said)
    panel.open_for()
    settle()
    assert len(rows(panel.pairs)) == 2
    panel.pairs.setFocus()
    press(panel, Key.Key_Down)
    panel.end_button.setFocus()
    press(panel, Key.Key_Space)
    settle()
    (left,) = shelter.ask(kept_apart, None, "ani")
    assert {left.one.name, left.other.name} == {"Bunga", "Dahlia"}
    assert said == ["They may share a room again."]
    assert len(rows(panel.pairs)) == 1
    assert panel._workplace.undoable.label.startswith(("Bu**", "Ci**"))
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert len(shelter.ask(kept_apart, None, "ani")) == 2


def test_a_pair_that_was_ended_meanwhile_is_told_and_leaves_the_list(
    shelter, bunga, citra, form, settle
) -> None:
    pair = shelter.act(keep_apart, KeepApart(bunga.person_id, citra.person_id, WHY), "ani").value
    panel = form(ApartPanel)
    panel.open_for()
    settle()
    shelter.act(end_apart, EndApart(pair.pair_id, pair.version), "hendra")
    panel.end()
    settle()
    assert panel.banner.text == words(Reason.STALE)
    assert rows(panel.pairs) == []
    assert tells(panel, "Nobody is kept apart.")


def test_names_and_reasons_hide_together_and_choices_stay(
    shelter, bunga, citra, form, settle
) -> None:
    shelter.act(keep_apart, KeepApart(bunga.person_id, citra.person_id, WHY), "ani")
    panel = form(ApartPanel)
    panel.open_for()
    settle()
    choose(panel.one, citra)
    panel.why.setText("masih ditulis")
    assert not any(tells(panel, secret) for secret in ("Bunga", "Citra", WHY))
    panel._workplace.set_masking(False)
    assert all(tells(panel, secret) for secret in ("Bunga", "Citra", WHY))
    assert panel.one.currentData() == citra.person_id.hex
    panel._workplace.set_masking(True)
    assert not any(tells(panel, secret) for secret in ("Bunga", "Citra", WHY))
    assert panel.one.currentData() == citra.person_id.hex
    assert panel.why.text() == "masih ditulis"


def test_who_leads_lists_pairs_without_the_reason(shelter, bunga, citra, form, settle) -> None:
    shelter.act(keep_apart, KeepApart(bunga.person_id, citra.person_id, WHY), "ani")
    panel = form(ApartPanel, "hendra")
    panel._workplace.set_masking(False)
    panel.open_for()
    settle()
    assert tells(panel, "Bunga")
    assert not tells(panel, WHY)


def test_an_open_list_follows_what_others_do(shelter, bunga, citra, form, settle) -> None:
    panel = form(ApartPanel)
    panel.open_for()
    keep_fresh(panel, panel._workplace)
    settle()
    command = KeepApart(bunga.person_id, citra.person_id, WHY)
    panel._workplace.act(form(ApartPanel), keep_apart, command)
    settle()
    assert len(rows(panel.pairs)) == 1
