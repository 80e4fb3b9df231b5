# SPDX-License-Identifier: Apache-2.0
"""The caretakers' roster on screen: planned, doubled with a warning, copied, by keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.models.dormitory.rooms import Room, Wing
from app.models.roster.duty import Duty
from app.models.staff.account import Account
from app.policies.access import Role
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.reasons import Reason
from app.policies.roster.duties import DutyKind, Roster
from app.services.roster.plan import PlanDuty, plan_duty
from app.services.roster.week import WeekOf, week
from app.services.staff.setup import NewAccount, add_account
from app.ui.roster.panel import CaretakerRosterPanel
from app.ui.texts import words
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    unnamed,
)

MONDAY = date(2026, 11, 23)
ADULTS, CHILDREN = "Lantai 1 Dewasa", "Lantai 2 Anak"
Key = Qt.Key


@pytest.fixture
def roster(qtbot, at_work, settle):
    def open_panel(login: str = "hendra") -> CaretakerRosterPanel:
        workplace = at_work(login)
        made = CaretakerRosterPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        made.grid.setFocus()
        return made

    return open_panel


def plan(shelter, login: str, wing: str = ADULTS, day=MONDAY, watch=ShiftKind.NIGHT):
    with shelter.house.database.reading() as session:
        wing_id = session.execute(select(Wing.id).where(Wing.name == wing)).scalar_one()
    account = shelter.actors[login].account_id
    command = PlanDuty(day, watch, DutyKind.WING, account, wing_id)
    return shelter.act(plan_duty, command, "hendra")


def names(shelter, day=MONDAY) -> list[str]:
    return [each.name for _line, each in planned(shelter, day)]


def planned(shelter, day=MONDAY):
    lines = shelter.ask(week, WeekOf(Roster.WINGS, day)).lines
    return [(line, each) for line in lines for each in line.people]


def cell(panel: CaretakerRosterPanel, column: int, at: int) -> str:
    return panel.grid.item(at, column).text()


def choose(panel: CaretakerRosterPanel, name: str) -> None:
    who = panel.editor.who
    who.setCurrentIndex(next(at for at in range(who.count()) if who.itemText(at).startswith(name)))


def test_the_week_has_three_rows_for_each_wing_people_sleep_in(shelter, roster) -> None:
    plan(shelter, "rina")
    panel = roster()
    heads = [panel.grid.verticalHeaderItem(at).text() for at in range(panel.grid.rowCount())]
    assert heads[0] == f"{ADULTS}\nMorning shift 06–14"
    assert heads[5] == f"{CHILDREN}\nNight shift 22–06"
    assert len(heads) == 6
    assert (panel.grid.currentRow(), panel.grid.currentColumn()) == (2, 0)
    assert cell(panel, 0, 2) == "Running now\nRina"
    assert cell(panel, 0, 5) == "Running now\nnobody yet"
    assert cell(panel, 1, 2) == "nobody yet"
    assert not panel.told.isVisible()
    assert unnamed(panel) == []


def test_enter_plans_and_escape_goes_back_to_the_week(shelter, roster, settle) -> None:
    panel = roster()
    press(panel, Key.Key_Right, Key.Key_Return)
    assert panel.editor.who.hasFocus()
    assert tells(panel.editor, f"24 Nov 2026 · Night shift · {ADULTS}")
    press(panel, Key.Key_Return)
    settle()
    ((line, duty),) = planned(shelter)
    assert (line.day, line.watch, duty.name) == (
        date(2026, 11, 24),
        ShiftKind.NIGHT,
        "Rina",
    )
    assert cell(panel, 1, 2) == "Rina"
    assert rows(panel.editor.duties) == ["Rina"]
    press(panel, Key.Key_Escape)
    assert not panel.editor.isVisible()
    assert panel.grid.hasFocus()


def test_one_person_for_adults_and_children_is_warned_of_not_blocked(
    shelter, roster, settle
) -> None:
    plan(shelter, "rina")
    panel = roster()
    panel.grid.setCurrentCell(5, 0)
    press(panel, Key.Key_Return)
    choose(panel, "Rina")
    press(panel, Key.Key_Return)
    settle()
    assert "adults and children on this shift" in panel.editor.banner.text
    assert panel.told.text().startswith("On 1 shifts of this week")
    assert panel.told.isVisible()
    assert cell(panel, 0, 2) == "Running now\nRina (both)"
    assert not panel.grid.item(2, 0).icon().isNull()
    assert names(shelter) == ["Rina", "Rina"]


def test_a_refusal_stands_beside_the_colleague(shelter, roster, settle) -> None:
    plan(shelter, "rina")
    panel = roster()
    press(panel, Key.Key_Return)
    choose(panel, "Rina")
    press(panel, Key.Key_Return)
    settle()
    assert panel.editor.fields["account"].problem == words(Reason.DUTY_TWICE)
    assert names(shelter) == ["Rina"]


def test_an_account_closed_meanwhile_is_told_and_nothing_is_planned(
    shelter, roster, settle
) -> None:
    shelter.act(add_account, NewAccount("wati", "Wati", Role.CARETAKER), "ratna")
    panel = roster()
    press(panel, Key.Key_Return)
    choose(panel, "Wati")
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        account = session.execute(select(Account).where(Account.login == "wati")).scalar_one()
        account.closed_at = shelter.clock()
    press(panel, Key.Key_Return)
    settle()
    assert panel.editor.fields["account"].problem == words(Reason.DUTY_ACCOUNT_CLOSED)
    assert panel.editor.who.currentText().startswith("Wati")
    assert names(shelter) == []


def test_delete_takes_one_off_undo_puts_her_back(shelter, roster, settle) -> None:
    plan(shelter, "rina")
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
    assert names(shelter) == ["Rina"]
    assert "Rina" in cell(panel, 0, 2)


def test_delete_with_two_asks_whom(shelter, roster, settle) -> None:
    plan(shelter, "rina")
    plan(shelter, "sri")
    panel = roster()
    press(panel, Key.Key_Delete)
    settle()
    assert panel.editor.duties.hasFocus()
    press(panel, Key.Key_Down, Key.Key_Delete)
    settle()
    assert names(shelter) == ["Rina"]
    assert rows(panel.editor.duties) == ["Rina"]


def test_a_week_turned_and_copied(shelter, roster, settle) -> None:
    plan(shelter, "rina")
    panel = roster()
    said = heard(panel.said)
    press(panel, Key.Key_PageDown)
    settle()
    assert tells(panel.bar, "This week")
    assert panel.bar.period.text() == "30 Nov 2026 to 6 Dec 2026"
    assert cell(panel, 0, 2) == "nobody yet"
    button_named(panel, "Copy last week").click()
    settle()
    assert cell(panel, 0, 2) == "Rina"
    assert said == ["1 duties were copied; nothing was overwritten."]
    button_named(panel, "Copy last week").click()
    settle()
    assert said[-1].startswith("Nothing to copy")
    assert names(shelter, MONDAY + timedelta(days=7)) == ["Rina"]


def test_a_duty_changed_by_somebody_else_is_shown_anew(shelter, roster, settle) -> None:
    done = plan(shelter, "rina")
    panel = roster()
    press(panel, Key.Key_Return)
    shelter.act(done.inverse.act, done.inverse.command, "ratna")
    plan(shelter, "sri")
    button_named(panel, "Take off duty").click()
    settle()
    assert panel.editor.banner.text == words(Reason.STALE)
    assert rows(panel.editor.duties) == ["Sri"]


def test_a_caretaker_reads_only(shelter, roster, settle) -> None:
    plan(shelter, "rina")
    panel = roster("rina")
    assert "Rina" in cell(panel, 0, 2)
    press(panel, Key.Key_Return, Key.Key_Delete)
    settle()
    assert not panel.editor.isVisible()
    assert not panel.copy_button.isVisible()
    assert tells(panel, "The coordinator and the head plan who is on duty.")
    assert names(shelter) == ["Rina"]


def test_a_house_without_bedrooms_says_what_to_do(shelter, roster, settle) -> None:
    panel = roster()
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for room in session.execute(select(Room)).scalars():
            room.purpose = RoomPurpose.SPARE
        assert session.execute(select(Duty)).first() is None
    panel.reload()
    settle()
    assert not panel.grid.isVisible()
    assert tells(panel, "No wing has a bedroom yet. Set up rooms under Admin first.")
