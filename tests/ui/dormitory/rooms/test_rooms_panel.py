# SPDX-License-Identifier: Apache-2.0
"""Rooms and beds on screen: added, changed, converted with a move list, removed, by keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.reasons import Reason
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.rooms.building import building
from app.services.dormitory.rooms.move_list import planned_moves
from app.services.dormitory.rooms.purpose_list import purposes
from app.ui.dormitory.rooms.rooms_panel import RoomsPanel
from app.ui.i18n import Language
from app.ui.texts import words
from tests.ui.widgets.screens import (
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
LATER = "27/11"


@pytest.fixture
def panel(qtbot, at_work, settle):
    def open_panel(login: str = "hendra") -> RoomsPanel:
        workplace = at_work(login)
        made = RoomsPanel(workplace)
        open_screen(qtbot, made)
        keep_fresh(made, workplace)
        settle()
        return made

    return open_panel


def choose(panel: RoomsPanel, name: str) -> None:
    """Choose the line of a wing or room."""
    found = panel.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0)
    panel.tree.setCurrentItem(found[0])
    panel.tree.setFocus()


def room(shelter, name: str):
    return next(r for w in shelter.ask(building, None, "hendra") for r in w.rooms if r.name == name)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1366, 600), (1093, 450)])
def test_every_form_fits_and_names_its_controls(panel, settle, languages, language, size) -> None:
    languages.speak(language)
    made = panel()
    made.resize(*size)
    assert unnamed(made) == []
    assert made.minimumSizeHint().width() <= size[0]
    for open_form in (
        made.wing_button.click,
        made.room_button.click,
        made.change_button.click,
        lambda: (choose(made, "101"), made.use_button.click()),
    ):
        open_form()
        settle()
        assert unnamed(made) == []
        form = made.drawer.currentWidget()
        assert form.save_button.parentWidget().minimumSizeHint().width() <= 300


def test_a_room_with_four_beds_by_keys(panel, shelter, settle) -> None:
    made = panel()
    said = heard(made.said)
    choose(made, "Lantai 1 Dewasa")
    made.room_button.click()
    settle()
    write(made, "106")
    press(made, Key.Key_Return, held=CTRL)
    settle()
    assert len(room(shelter, "106").in_use) == 4
    assert room(shelter, "106").step_free
    assert said == ["Room 106 is saved."]
    assert made.tree.findItems("106", Qt.MatchFlag.MatchRecursive, 0)
    made._workplace.undo(made, lambda _label: None, lambda _error: None)
    settle()
    assert not made.tree.findItems("106", Qt.MatchFlag.MatchRecursive, 0)


@pytest.mark.parametrize(
    ("typed", "field", "reason"),
    [
        ({"name": "101"}, "name", Reason.ROOM_KNOWN),
        ({"name": ""}, "name", Reason.NAME_MISSING),
        ({"area": "3"}, "area_dm2", Reason.AREA_LIMIT),
        ({"area": "luas"}, "area_dm2", Reason.AREA_LIMIT),
        ({"beds": "0"}, "beds", Reason.NO_BEDS),
        ({"beds": "tiga"}, "beds", Reason.COUNT_LIMIT),
        ({"beds": "99"}, "beds", Reason.COUNT_LIMIT),
        ({"upper": "Z"}, "upper", Reason.UPPER_UNKNOWN),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_stays(
    panel, shelter, settle, typed, field, reason
) -> None:
    made = panel()
    choose(made, "Lantai 1 Dewasa")
    made.room_button.click()
    form = made.room_form
    form.name.setText("106")
    for name, text in typed.items():
        getattr(form, name).setText(text)
    form.save()
    settle()
    assert form.fields[field].problem == words(reason)
    assert made.drawer.currentWidget() is form
    for name, text in typed.items():
        assert getattr(form, name).text() == text
    assert "106" not in [r.name for w in shelter.ask(room_list) for r in w.rooms]


def test_a_room_is_changed_and_not_below_its_sleepers(panel, shelter, settle) -> None:
    for name, place in (("Bunga", "101-A"), ("Sari", "101-B")):
        shelter.place(shelter.arrive(name, "30").person_id, place)
    made = panel()
    choose(made, "101")
    press(made.tree, Key.Key_Return)
    form = made.room_form
    assert (form.name.text(), form.area.text(), form.beds.text()) == ("101", "16", "3")
    form.beds.setText("1")
    form.save()
    settle()
    assert form.fields["beds"].problem == words(Reason.ROOM_OCCUPIED)
    form.beds.setText("5")
    form.upper.setText("d, E")
    form.area.setText("16,5 m²")
    form.save()
    settle()
    changed = room(shelter, "101")
    assert (changed.area_dm2, [bed.label for bed in changed.beds if bed.upper]) == (
        1650,
        ["D", "E"],
    )


def test_a_wing_is_added_and_its_side_is_refused_with_what_stands_in_the_way(
    panel, shelter, settle
) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    made = panel()
    made.wing_button.click()
    write(made, "Sayap timur")
    press(made, Key.Key_Return, held=CTRL)
    settle()
    assert "Sayap timur" in [w.name for w in shelter.ask(building, None, "hendra")]
    choose(made, "Lantai 1 Dewasa")
    made.change_button.click()
    form = made.wing_form
    form.side.setCurrentIndex(form.side.findData(Side.CHILD))
    form.save()
    settle()
    assert form.fields["side"].problem == words(Reason.WING_FOR_CHILDREN)
    form.side.setCurrentIndex(form.side.findData(Side.ANY))
    form.floor.setText("dua")
    form.save()
    settle()
    assert form.fields["floor"].problem == words(Reason.COUNT_LIMIT)


def test_a_room_with_a_past_is_kept_as_a_spare_one(panel, shelter, settle) -> None:
    done = shelter.place(shelter.arrive("Bunga", "30").person_id, "103-A")
    made = panel()
    said = heard(made.said)
    choose(made, "103")
    press(made.tree, Key.Key_Delete)
    settle()
    assert made.banner.text == words(Reason.ROOM_OCCUPIED)
    shelter.act(done.inverse.act, done.inverse.command)
    made.remove()
    settle()
    assert room(shelter, "103").purpose is RoomPurpose.SPARE
    assert said == ["The room has a past: it is a spare room now, its beds are out of use."]
    choose(made, "102")
    made.remove()
    settle()
    assert not made.tree.findItems("102", Qt.MatchFlag.MatchRecursive, 0)


def test_a_conversion_is_planned_with_a_bed_for_everybody(panel, shelter, settle) -> None:
    women = [shelter.arrive(name, "30").person_id for name in ("Bunga", "Sari")]
    for person_id, place in zip(women, ("101-A", "101-B"), strict=True):
        shelter.place(person_id, place)
    made = panel()
    choose(made, "101")
    made.use_button.click()
    form = made.purpose_form
    form.why.setText("jadi ruang konseling")
    form.save()
    settle()
    assert form.fields["from_day"].problem == words(Reason.ROOM_OCCUPIED)
    form.from_day.setText(LATER)
    form.from_day.editingFinished.emit()
    settle()
    assert set(form.choices) == set(women)
    chosen = [choice.currentText() for choice in form.choices.values()]
    assert len(set(chosen)) == 2
    assert not [place for place in chosen if place.startswith(("101", "2"))]
    assert tells(form, "Bu** 2611-001, bed A")
    form.from_day.setFocus()
    press(made, Key.Key_Return, held=CTRL)
    settle()
    (line,) = shelter.ask(purposes)
    assert (line.purpose, line.from_day, line.moves) == (
        RoomPurpose.COUNSELLING,
        date(2026, 11, 27),
        2,
    )
    assert {m.to_place for m in shelter.ask(planned_moves)} == set(chosen)
    assert "Counselling" in rows(made.dates.lines)[0]
    made.dates.cancel()
    settle()
    assert shelter.ask(purposes) == shelter.ask(planned_moves) == ()


def test_what_waits_for_its_people_says_so(panel, shelter, settle, clock) -> None:
    woman = shelter.arrive("Bunga", "30").person_id
    shelter.place(woman, "101-A")
    made = panel()
    choose(made, "101")
    made.use_button.click()
    form = made.purpose_form
    form.why.setText("jadi ruang konseling")
    form.from_day.setText(LATER)
    form.from_day.editingFinished.emit()
    settle()
    form.save()
    settle()
    clock.moment += timedelta(days=3)
    made.reload()
    settle()
    assert words(Reason.ROOM_OCCUPIED) in rows(made.dates.lines)[0]


def test_names_are_masked_with_the_rest(panel, shelter, settle) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    made = panel()
    choose(made, "A")
    assert made.tree.currentItem().text(4) == "Bu** 2611-001"
    made._workplace.set_masking(False)
    settle()
    assert made.tree.currentItem().text(4) == "Bunga"


def test_esc_closes_a_form_and_does_nothing(panel, shelter, settle) -> None:
    made = panel()
    before = [w.name for w in shelter.ask(building, None, "hendra")]
    made.wing_button.click()
    write(made, "Sayap")
    press(made, Key.Key_Escape)
    settle()
    assert made.drawer.currentWidget() is made.dates
    assert [w.name for w in shelter.ask(building, None, "hendra")] == before
