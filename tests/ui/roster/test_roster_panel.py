# SPDX-License-Identifier: Apache-2.0
"""The duty roster on screen: walked, planned, swapped, copied by keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.arrivals.shifts import ShiftKind
from app.policies.reasons import Reason
from app.policies.roster.duties import DutyKind, Roster
from app.services.roster.plan import PlanDuty, SwapDuty, plan_duty, swap_duty
from app.services.roster.week import WeekOf, week
from app.ui.roster.panel import RosterPanel
from app.ui.texts import words
from tests.ui.widgets.screens import (
    button_named,
    counted,
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    unnamed,
)

MONDAY = date(2026, 11, 23)
NIGHT = ShiftKind.NIGHT
Key = Qt.Key


@pytest.fixture
def roster(qtbot, at_work, settle):
    def open_panel(login: str = "hendra") -> RosterPanel:
        workplace = at_work(login)
        made = RosterPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        made.grid.setFocus()
        return made

    return open_panel


def plan(shelter, login: str, day=MONDAY, watch=NIGHT, kind=DutyKind.AT_DESK):
    account = shelter.actors[login].account_id
    return shelter.act(plan_duty, PlanDuty(day, watch, kind, account), "hendra").value.key


def cell(panel: RosterPanel, column: int, at: int) -> str:
    return panel.grid.item(at, column).text()


def names(shelter, day=MONDAY) -> list[str]:
    lines = shelter.ask(week, WeekOf(Roster.DESK, day)).lines
    return [each.name for line in lines for each in line.people]


def choose(panel: RosterPanel, name: str) -> None:
    who = panel.editor.who
    who.setCurrentIndex(next(at for at in range(who.count()) if who.itemText(at).startswith(name)))


def test_the_cursor_begins_on_the_running_watch_which_is_marked(shelter, roster) -> None:
    plan(shelter, "dewi")
    plan(shelter, "rina", kind=DutyKind.ON_CALL)
    panel = roster()
    assert (panel.grid.currentRow(), panel.grid.currentColumn()) == (2, 0)
    assert cell(panel, 0, 2) == "Running now\nDewi\nOn call: Rina"
    assert not panel.grid.item(2, 0).icon().isNull()
    assert cell(panel, 1, 2) == "nobody yet"
    assert panel.grid.horizontalHeaderItem(1).text() == "Tue\n24 Nov\ntoday"
    assert not panel.grid.horizontalHeaderItem(1).icon().isNull()
    assert "today" not in panel.grid.horizontalHeaderItem(0).text()
    assert panel.told.text() == "Now: Night shift · at the desk: Dewi · on call: Rina"
    assert unnamed(panel) == []


def test_enter_plans_without_the_mouse_and_escape_goes_back(shelter, roster, settle) -> None:
    panel = roster()
    press(panel, Key.Key_Right, Key.Key_Up, Key.Key_Return)
    assert panel.editor.who.hasFocus()
    assert tells(panel.editor, "24 Nov 2026 · Afternoon shift")
    press(panel, "s", Key.Key_Return)
    settle()
    (line,) = [each for each in shelter.ask(week, WeekOf(Roster.DESK, MONDAY)).lines if each.people]
    assert (line.day, line.watch) == (date(2026, 11, 24), ShiftKind.AFTERNOON)
    assert line.named(DutyKind.AT_DESK) == ("Sri",)
    assert rows(panel.editor.duties) == ["Sri · At the desk"]
    assert cell(panel, 1, 1) == "Sri"
    press(panel, Key.Key_Escape)
    assert not panel.editor.isVisible()
    assert panel.grid.hasFocus()
    assert (panel.grid.currentRow(), panel.grid.currentColumn()) == (1, 1)


def test_only_those_who_run_the_desk_are_offered_for_it(roster) -> None:
    panel = roster()
    press(panel, Key.Key_Return)
    who = panel.editor.who
    desk = [who.itemText(at) for at in range(who.count())]
    panel.editor.kind.setCurrentIndex(1)
    call = [who.itemText(at) for at in range(who.count())]
    assert "Rina · Dormitory caretaker" not in desk
    assert "Rina · Dormitory caretaker" in call
    assert set(desk) < set(call)


def test_a_refusal_stands_next_to_the_colleague(shelter, roster, settle) -> None:
    plan(shelter, "dewi")
    panel = roster()
    press(panel, Key.Key_Return)
    choose(panel, "Dewi")
    press(panel, Key.Key_Return)
    settle()
    assert panel.editor.fields["account"].problem == words(Reason.DUTY_TWICE)
    assert names(shelter) == ["Dewi"]


def test_delete_takes_one_off_and_undo_puts_her_back(shelter, roster, settle) -> None:
    plan(shelter, "dewi")
    panel = roster()
    said = heard(panel.said)
    press(panel, Key.Key_Delete)
    settle()
    assert names(shelter) == []
    assert said == ["Taken off the roster."]
    place = panel._workplace
    assert place.undoable.label == "Taking off a duty of 23 Nov 2026"
    place.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert names(shelter) == ["Dewi"]
    assert "Dewi" in cell(panel, 0, 2)


def test_delete_with_two_on_a_watch_asks_whom(shelter, roster, settle) -> None:
    plan(shelter, "dewi")
    plan(shelter, "rina", kind=DutyKind.ON_CALL)
    panel = roster()
    press(panel, Key.Key_Delete)
    settle()
    assert panel.editor.duties.hasFocus()
    assert names(shelter) == ["Dewi", "Rina"]
    press(panel, Key.Key_Down, Key.Key_Delete)
    settle()
    assert names(shelter) == ["Dewi"]
    assert rows(panel.editor.duties) == ["Dewi · At the desk"]


def test_a_duty_officer_swaps_and_plans_nothing(shelter, roster, settle) -> None:
    plan(shelter, "dewi")
    panel = roster("dewi")
    assert not panel.copy_button.isVisible()
    press(panel, Key.Key_Delete)
    settle()
    assert names(shelter) == ["Dewi"]
    press(panel, Key.Key_Return)
    assert not panel.editor.plan_button.isVisible()
    assert not panel.editor.drop_button.isVisible()
    choose(panel, "Sri")
    button_named(panel, "Swap").click()
    settle()
    assert rows(panel.editor.duties) == ["Sri for Dewi · At the desk"]
    assert cell(panel, 0, 2) == "Running now\nSri for Dewi"
    assert names(shelter) == ["Sri"]


def test_who_may_change_nothing_reads_only(shelter, roster, settle) -> None:
    plan(shelter, "dewi")
    panel = roster("rina")
    assert "Dewi" in cell(panel, 0, 2)
    press(panel, Key.Key_Return, Key.Key_Delete)
    settle()
    assert not panel.editor.isVisible()
    assert names(shelter) == ["Dewi"]


def test_weeks_turn_and_last_week_is_copied_over_nothing(shelter, roster, settle) -> None:
    plan(shelter, "dewi")
    plan(shelter, "sri", MONDAY + timedelta(days=7))
    plan(shelter, "ani", MONDAY + timedelta(days=1))
    panel = roster()
    said = heard(panel.said)
    press(panel, Key.Key_PageDown)
    settle()
    assert tells(panel, "30 Nov 2026 to 6 Dec 2026")
    assert cell(panel, 0, 2) == "Sri"
    button_named(panel, "Copy last week").click()
    settle()
    assert [cell(panel, 0, 2), cell(panel, 1, 2)] == ["Sri", "Ani"]
    assert said == ["1 duties were copied; nothing was overwritten."]
    button_named(panel, "Copy last week").click()
    settle()
    assert said[-1].startswith("Nothing to copy")
    button_named(panel, "This week").click()
    settle()
    assert tells(panel, "23 Nov 2026 to 29 Nov 2026")
    button_named(panel, "Previous week").click()
    settle()
    assert tells(panel, "16 Nov 2026 to 22 Nov 2026")
    button_named(panel, "Next week").click()
    settle()
    assert "Dewi" in cell(panel, 0, 2)


def test_a_watch_that_somebody_else_changed_is_shown_anew(shelter, roster, settle) -> None:
    key = plan(shelter, "dewi")
    panel = roster()
    press(panel, Key.Key_Return)
    shelter.act(swap_duty, SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id))
    button_named(panel, "Take off duty").click()
    settle()
    assert panel.editor.banner.text == words(Reason.STALE)
    assert rows(panel.editor.duties) == ["Sri for Dewi · At the desk"]
    assert names(shelter) == ["Sri"]


def test_an_old_week_stays_as_it_was(shelter, roster, settle) -> None:
    plan(shelter, "dewi", MONDAY)
    shelter.clock.move(days=40)
    panel = roster()
    for _week in range(5):
        press(panel, Key.Key_PageUp)
        settle()
    assert cell(panel, 0, 2) == "Dewi"
    panel.grid.setCurrentCell(2, 0)
    press(panel, Key.Key_Delete)
    settle()
    assert panel.banner.text == words(Reason.DUTY_TOO_OLD)
    assert names(shelter) == ["Dewi"]


def test_closing_the_editor_is_told_once(roster) -> None:
    panel = roster()
    closed = counted(panel.editor.closed)
    press(panel, Key.Key_Return)
    button_named(panel, "Back to the week").click()
    assert len(closed) == 1
    assert panel.editor.line is None
