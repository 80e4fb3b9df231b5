# SPDX-License-Identifier: Apache-2.0
"""The caretakers' books on screen: every act by keys, every refusal beside its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.policies.dormitory.care.caretaking import InspectionPoint, Item, RepairKind, RepairStatus
from app.policies.reasons import Reason
from app.services.dormitory.care.inspections import room_care
from app.services.dormitory.care.issued import IssueItem, issue_item, issued_to, items_out
from app.services.dormitory.care.repairs import repairs
from app.ui.dormitory.care.headcount_panel import HeadcountPanel
from app.ui.dormitory.care.issued_panel import IssuedPanel
from app.ui.dormitory.care.must_know_panel import MustKnowPanel
from app.ui.dormitory.care.room_care import RoomCarePanel
from app.ui.dormitory.care.tv_panel import TvPanel
from app.ui.i18n import Language
from app.ui.roster.panel import CaretakerRosterPanel
from app.ui.texts import words
from tests.helpers.cut import cut
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
PANELS = (
    CaretakerRosterPanel,
    IssuedPanel,
    RoomCarePanel,
    TvPanel,
    HeadcountPanel,
    MustKnowPanel,
)


def choose(box, start: str) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemText(at).startswith(start)))


def save(panel) -> None:
    press(panel, Key.Key_Return, held=CTRL)


@pytest.mark.parametrize("kind", PANELS)
@pytest.mark.parametrize("login", ["rina", "hendra"])
def test_every_control_has_a_name(screen, kind, login) -> None:
    assert unnamed(screen(kind, login)) == []


@pytest.mark.parametrize("kind", PANELS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1160, 600), (890, 440)])
def test_every_panel_fits_beside_the_sidebar(
    shelter, languages, qtbot, at_work, settle, bunga, kind, language, size
) -> None:
    languages.speak(language)
    workplace = at_work("hendra")
    made = kind(workplace)
    keep_fresh(made, workplace)
    open_screen(qtbot, made)
    settle()
    made.resize(*size)
    settle()
    assert made.minimumSizeHint().width() <= size[0]
    assert made.minimumSizeHint().height() <= size[1]
    for area in made.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    assert cut(made) == []


# things handed out


def test_handed_out_by_keys_and_brought_back_by_enter(shelter, screen, bunga, settle) -> None:
    panel = screen(IssuedPanel)
    said = heard(panel.said)
    assert tells(panel, "Nothing is out. Choose for whom and what, and hand it out.")
    panel.person.setFocus()
    press(panel, "B", Key.Key_Tab)
    choose(panel.item, "Blanket")
    panel.count.setFocus()
    panel.count.selectAll()
    write(panel, "2")
    settle()
    assert tells(panel, "She was given nothing yet. Choose what she gets and hand it out.")
    save(panel)
    settle()
    (line,) = shelter.ask(items_out, by="rina")
    assert (line.item, line.count, line.name) == (Item.BLANKET, 2, "Bunga")
    assert rows(panel.items)[0].startswith("2 × Blanket · 24 Nov 2026 01.50 by Rina")
    assert panel.count.text() == "1"
    choose(panel.person, "choose who gets it")
    settle()
    assert rows(panel.items)[0].startswith("Bunga · 101-A · 2 × Blanket")
    panel.items.setFocus()
    press(panel, Key.Key_Return)
    settle()
    assert rows(panel.items) == []
    assert said == ["Handed out and written down.", "It came back."]
    (kept,) = shelter.ask(issued_to, bunga.person_id, by="rina")
    assert kept.returned_to == "Rina"


@pytest.mark.parametrize("typed", ["0", "-2", "21", "dua", "", "1.5", "²", "99999999999999999999"])
def test_an_odd_count_is_told_at_its_field_and_stays(shelter, screen, bunga, settle, typed) -> None:
    panel = screen(IssuedPanel)
    choose(panel.person, "Bunga")
    panel.count.setText(typed)
    panel.count.setFocus()
    save(panel)
    settle()
    assert panel.fields["count"].problem == words(Reason.COUNT_LIMIT)
    assert panel.count.text() == typed
    assert shelter.ask(items_out, by="rina") == ()


def test_nobody_chosen_is_told_where_one_chooses(shelter, screen, bunga, settle) -> None:
    panel = screen(IssuedPanel)
    panel.count.setFocus()
    save(panel)
    settle()
    assert panel.fields["person_id"].problem == "Choose who gets it."
    assert panel.person.hasFocus()


def test_names_are_masked_in_choices_and_list(shelter, screen, bunga, settle) -> None:
    shelter.act(issue_item, IssueItem(bunga.person_id, Item.TOWEL, 1), "rina")
    panel = screen(IssuedPanel, masked=True)
    assert not tells(panel, "Bunga")
    panel._workplace.set_masking(False)
    assert tells(panel, "Bunga")
    panel._workplace.set_masking(True)
    assert not tells(panel, "Bunga")
    assert rows(panel.items)[0].startswith("Bu** 2611-001 · 101-A")


# rooms


def test_a_walk_by_keys_and_the_repair_it_asks_for(shelter, screen, settle) -> None:
    panel = screen(RoomCarePanel)
    said = heard(panel.said)
    assert rows(panel.rooms)[0] == "101 · nobody has looked yet"
    assert tells(panel, "Nothing is waiting for a repair.")
    panel.rooms.setFocus()
    press(panel, Key.Key_Return)
    assert panel.inspection.checklist.hasFocus()
    press(panel, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Space)
    panel.inspection.fine_button.click()
    assert panel.inspection.checklist.item(2).text() == "Fan · not fine"
    assert panel.inspection.checklist.item(0).text() == "Clean and dry · fine"
    save(panel)
    settle()
    line = shelter.ask(room_care)[0]
    assert line.wrong == (InspectionPoint.FAN,)
    assert len(line.fine) == len(InspectionPoint) - 1
    assert "101, not fine: Fan." in panel.inspection.banner.text
    assert rows(panel.rooms)[0] == "101 · looked at 24 Nov 2026 01.50, Rina · not fine: Fan"
    assert not panel.pending
    assert panel.repairs.kind.currentData() == RepairKind.FAN
    panel.repairs.note.setFocus()
    write(panel, "lepas")
    save(panel)
    settle()
    (request,) = shelter.ask(repairs)
    assert (request.room, request.kind, request.note) == ("101", RepairKind.FAN, "lepas")
    assert rows(panel.rooms)[0].endswith("repairs: 1")
    assert said == ["The walk is written down.", "The repair is asked for."]


def test_marks_of_each_room_stay_while_one_looks_at_another(shelter, screen, settle) -> None:
    panel = screen(RoomCarePanel)
    checklist = panel.inspection.checklist
    checklist.setFocus()
    press(panel, Key.Key_Space)
    panel.inspection.note.setText("kasur basah")
    panel.rooms.setCurrentRow(1)
    assert (checklist.marks, panel.inspection.note.text()) == ({}, "")
    assert panel.pending
    panel.rooms.setCurrentRow(0)
    assert checklist.marks == {InspectionPoint.CLEAN: True}
    assert panel.inspection.note.text() == "kasur basah"
    panel.reload()
    settle()
    assert checklist.marks == {InspectionPoint.CLEAN: True}


def test_a_walk_without_a_mark_is_told(shelter, screen, settle) -> None:
    panel = screen(RoomCarePanel)
    panel.inspection.note.setText("x")
    panel.inspection.checklist.setFocus()
    save(panel)
    settle()
    assert panel.inspection.fields["fine"].problem == words(Reason.NOTHING_LOOKED_AT)
    assert panel.inspection.note.text() == "x"
    assert shelter.ask(room_care)[0].looked_at is None


def test_a_repair_moves_on_and_closes_with_undo(shelter, screen, settle) -> None:
    panel = screen(RoomCarePanel)
    panel.repairs.note.setFocus()
    save(panel)
    settle()
    steps = panel.repairs.steps
    assert rows(panel.repairs.requests)[0].startswith("101 · Fan · Asked for · asked 24 Nov 2026")
    steps[RepairStatus.IN_WORK].click()
    settle()
    assert not steps[RepairStatus.IN_WORK].isVisible()
    steps[RepairStatus.DONE].click()
    settle()
    assert shelter.ask(repairs)[0].status is RepairStatus.DONE
    assert not any(step.isVisible() for step in steps.values())
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert shelter.ask(repairs)[0].status is RepairStatus.IN_WORK
    assert steps[RepairStatus.DONE].isVisible()


def test_something_else_broken_needs_words(shelter, screen, settle) -> None:
    panel = screen(RoomCarePanel)
    choose(panel.repairs.kind, "Other")
    panel.repairs.note.setFocus()
    save(panel)
    settle()
    assert panel.repairs.fields["note"].problem == words(Reason.NOTHING_TO_WRITE)
    assert shelter.ask(repairs) == ()


# the TV room


# heads


# what to know
