# SPDX-License-Identifier: Apache-2.0
"""The bed check on screen: a letter for each bed, progress, minutes of who is missing."""

import pytest
from PySide6.QtCore import Qt

from app.policies.arrivals.night import MarkState
from app.policies.reasons import Reason
from app.services.arrivals.care.bed_check import FinishCheck, check_sheet, finish_check
from app.services.arrivals.shift.log import log_of_watch
from app.services.arrivals.shift.shifts import start_shift
from app.ui.arrivals.care.bed_check import BedCheckPanel
from app.ui.texts import words
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    told,
    unnamed,
    write,
)


@pytest.fixture
def house(shelter):
    shelter.act(start_shift, None)
    for name, place in (("Bunga", "101-A"), ("Citra", "101-B"), ("Dara", "102-A")):
        shelter.place(shelter.arrive(name, "30").person_id, place)
    shelter.arrive("Eka", "30")
    return shelter


@pytest.fixture
def check(qtbot, at_work, house, settle):
    """Return a way to open the bed check for an officer."""

    def sit_down(login="dewi"):
        workplace = at_work(login)
        made = BedCheckPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return sit_down


@pytest.fixture
def under_way(check, settle):
    panel = check()
    panel.start_button.click()
    settle()
    return panel


def marks(house):
    return [line.mark for line in house.ask(check_sheet).lines]


def test_beds_stand_in_the_order_of_the_round(check):
    panel = check()
    assert rows(panel.list) == [
        "101-A · Bu** 2611-001",
        "101-B · Ci** 2611-002",
        "102-A · Da** 2611-003",
        "no bed · Ek** 2611-004",
    ]
    assert panel.progress.text() == "4 on the list"
    assert panel.finish_button.isHidden()


def test_letters_mark_and_go_on_and_arrows_go_back(house, under_way, settle):
    panel = under_way
    write(panel, "hrt")
    settle()
    assert marks(house) == [MarkState.PRESENT, MarkState.HOSPITAL, MarkState.ABSENT, None]
    assert panel.progress.text() == "3 of 4"
    press(panel, Qt.Key.Key_Up, Qt.Key.Key_Up)
    write(panel, "I")
    settle()
    assert marks(house)[1] is MarkState.LEAVE
    assert panel.list.currentRow() == 2
    assert rows(panel.list) == [
        "101-A · Bu** 2611-001 · Present",
        "101-B · Ci** 2611-002 · On leave for 0 min",
        "102-A · Da** 2611-003 · Not found for 0 min",
        "no bed · Ek** 2611-004 · no mark yet",
    ]


def test_the_buttons_do_what_the_letters_do(house, under_way, settle):
    button_named(under_way, "Not there").click()
    settle()
    assert marks(house)[0] is MarkState.ABSENT


def test_a_letter_before_the_start_changes_nothing_and_says_so(house, check, settle):
    panel = check()
    panel.list.setFocus()
    write(panel, "h")
    settle()
    assert panel.banner.text == "No bed check is under way."
    assert marks(house) == [None] * 4
    panel.banner._button.click()
    settle()
    write(panel, "h")
    settle()
    assert marks(house) == [MarkState.PRESENT, None, None, None]


def test_other_letters_do_not_search_the_list(under_way):
    write(under_way, "x")
    assert under_way.list.currentRow() == 0


def test_finishing_too_early_says_how_many_and_may_go_on(house, under_way, settle):
    write(under_way, "hh")
    settle()
    under_way.finish_button.click()
    settle()
    assert under_way.banner.text == "2 without a mark yet."
    assert under_way.list.currentRow() == 2
    assert house.ask(log_of_watch) == ()
    said = heard(under_way.said)
    button_named(under_way, "Finish anyway").click()
    settle()
    assert said == ["The bed check stands in the log."]
    assert under_way.finish_button.isHidden()
    (line,) = house.ask(log_of_watch)
    assert line.words.startswith("hadir 2")


def test_a_full_round_finishes_at_once(house, under_way, settle):
    write(under_way, "hhhh")
    settle()
    assert under_way.progress.text() == "4 of 4"
    under_way.finish_button.click()
    settle()
    assert under_way.banner.text == ""
    assert len(house.ask(log_of_watch)) == 1


def test_minutes_of_who_is_missing_run_and_stand_out(clock, under_way, settle):
    write(under_way, "t")
    settle()
    assert under_way.missing.text == "Not found: Bu** 2611-001 for 0 min."
    assert not under_way.list.item(0).icon().isNull()
    clock.move(minutes=17)
    under_way._minute.timeout.emit()
    settle()
    assert under_way.missing.text == (
        "Not found: Bu** 2611-001 for 17 min. Look together and call the coordinator."
    )
    assert rows(under_way.list)[0] == "101-A · Bu** 2611-001 · Not found for 17 min"
    press(under_way, Qt.Key.Key_Up)
    write(under_way, "h")
    settle()
    assert under_way.missing.text == ""


def test_names_are_masked_until_somebody_unmasks(under_way):
    assert not any("Bunga" in text for text in told(under_way))
    under_way._workplace.set_masking(False)
    assert rows(under_way.list)[0] == "101-A · Bunga · no mark yet"


def test_a_mark_in_a_round_that_somebody_finished_is_refused_calmly(house, under_way, settle):
    check_id = house.ask(check_sheet).check_id
    house.act(finish_check, FinishCheck(check_id, anyway=True), "rina")
    write(under_way, "t")
    settle()
    assert under_way.banner.text == words(Reason.CHECK_FINISHED)
    assert not under_way.start_button.isHidden()


def test_the_timer_rests_while_nobody_looks(under_way):
    assert under_way._minute.isActive()
    under_way.hide()
    assert not under_way._minute.isActive()


def test_every_control_tells_its_name(under_way):
    assert unnamed(under_way) == []
