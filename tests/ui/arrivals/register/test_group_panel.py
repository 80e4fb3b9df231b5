# SPDX-License-Identifier: Apache-2.0
"""The grid of a group arrival, typed like a ledger, by keys only."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.models.arrivals.arrival import Arrival
from app.policies.arrivals.groups import GroupRow
from app.policies.reasons import Reason
from app.services.arrivals.register.groups import group_waiting
from app.ui.arrivals.register.group import GroupPanel
from app.ui.arrivals.register.group_table import RESULT
from app.ui.texts import words
from tests.ui.widgets.screens import heard, open_screen, press, tells, write


@pytest.fixture
def group(qtbot, at_work, settle):
    def show(login="dewi"):
        made = GroupPanel(at_work(login))
        open_screen(qtbot, made)
        settle()
        made.table.go_to(0, "name")
        return made

    return show


def arrivals(shelter):
    with shelter.house.database.reading() as session:
        return [
            (row.number[-3:], row.tie, row.referrer)
            for row in session.execute(select(Arrival).order_by(Arrival.seq)).scalars()
        ]


def result(panel, place):
    return panel.table.item(place, RESULT).text()


def type_rows(panel, *rows):
    for row in rows:
        write(panel, row)
        press(panel, Qt.Key.Key_Return)


def test_five_rows_are_typed_and_saved_by_keys(group, shelter, settle):
    panel = group()
    saved = heard(panel.saved)
    panel.brought.referrer.setText("Polres Bogor")
    type_rows(
        panel, "Kenanga\tp\t12\tt\ta", "Melur\tp\t34\tl\ta", "Biru\tp\t?\tt", "Tiga\t\t17", "?\tp"
    )
    panel.save()
    settle()
    assert arrivals(shelter) == [
        ("001", "A", "Polres Bogor"),
        ("002", "A", "Polres Bogor"),
        ("003", "", "Polres Bogor"),
        ("004", "", "Polres Bogor"),
        ("005", "", "Polres Bogor"),
    ]
    assert saved == [5]
    assert result(panel, 0) == "CHILD · saved as REG-2611-001"
    assert result(panel, 2).startswith("CHILD (PRESUMED)")
    assert shelter.ask(group_waiting) is None


def test_a_row_that_cannot_be_read_stays_with_its_sentence_while_the_others_are_saved(
    group, shelter, settle
):
    panel = group()
    saved = heard(panel.saved)
    type_rows(panel, "Satu\tp\t12", "Dua\tx\t13", "Tiga\tp\t14")
    panel.save()
    settle()
    assert [number for number, _, _ in arrivals(shelter)] == ["001", "002"]
    assert result(panel, 1) == words(Reason.SEX_LETTER)
    assert panel.table.unsaved() == {1: GroupRow("Dua", "x", "13")}
    assert (saved, tells(panel, "2 saved. 1 rows still need a look; they are kept.")) == ([], True)
    panel.table.item(1, 1).setText("p")
    panel.save()
    settle()
    assert (len(arrivals(shelter)), saved) == (3, [1])


def test_a_wrong_age_is_told_while_typing(group, settle):
    panel = group()
    write(panel, "Satu\tp\tdua belas\t")
    assert result(panel, 0) == words(Reason.AGE_UNREADABLE)


def test_the_same_woman_is_asked_about_once_and_saved_when_saved_again(group, shelter, settle):
    panel = group()
    type_rows(panel, "Sukarti\tp\t31", "Soekarti\tp\t31")
    panel.save()
    settle()
    assert (len(arrivals(shelter)), result(panel, 1)) == (1, words(Reason.TWICE_IN_GROUP))
    panel.save()
    settle()
    assert len(arrivals(shelter)) == 2


def test_control_d_copies_from_above_and_the_grid_grows(group, qtbot):
    panel = group()
    type_rows(panel, *(f"Orang {number}\tp" for number in range(8)))
    assert panel.table.rowCount() == 9
    write(panel, "Orang 8\t")
    panel.table.copy_from_above()
    write(panel, "14\t")
    assert panel.table.row_at(8) == GroupRow("Orang 8", "p", "14")


def test_what_is_typed_is_kept_and_offered_again_to_the_next_officer(
    group, shelter, settle, qtbot, at_work
):
    panel = group()
    panel.brought.referrer.setText("Polres Bogor")
    type_rows(panel, "Kenanga\tp\t12", "Melur")
    panel.autosave()
    settle()
    other = GroupPanel(at_work("sri"))
    open_screen(qtbot, other)
    other.reload()
    settle()
    assert tells(other, "A group of 01.50 by Dewi is not finished.")
    other.banner.answer()
    assert other.header().referrer == "Polres Bogor"
    assert list(other.table.unsaved().values()) == [
        GroupRow("Kenanga", "p", "12"),
        GroupRow("Melur"),
    ]


def test_nothing_typed_is_nothing_saved(group, shelter, settle):
    panel = group()
    panel.save()
    settle()
    assert arrivals(shelter) == []
    assert tells(panel, words(Reason.NOTHING_FILLED))


def test_what_is_half_typed_in_a_cell_is_kept_and_saved(group, shelter, settle):
    panel = group()
    write(panel, "Kenanga\tp\t1")
    panel.autosave()
    settle()
    assert shelter.ask(group_waiting).rows == (GroupRow("Kenanga", "p", "1"),)
    write(panel, "2")
    panel.save()
    settle()
    assert result(panel, 0) == "CHILD · saved as REG-2611-001"


def test_letters_typed_in_the_middle_of_a_cell_stay_in_their_order(group):
    panel = group()
    write(panel, "Kga")
    press(panel, Qt.Key.Key_Left)
    press(panel, Qt.Key.Key_Left)
    write(panel, "enan")
    assert panel.table.row_at(0).name == "Kenanga"


def test_a_group_goes_on_in_its_last_row_whatever_cell_was_open(group, settle):
    panel = group()
    type_rows(panel, "Kenanga\tp\t12", "Melur\tp\t34")
    write(panel, "Biru")
    panel.table.go_to(0, "age")
    assert panel.table.currentRow() == 0
    panel.autosave()
    settle()
    panel.begin()
    panel.reload()
    settle()
    panel.banner.answer()
    write(panel, "Biru\tp\t9")
    assert panel.table.row_at(2) == GroupRow("Biru", "p", "9")
