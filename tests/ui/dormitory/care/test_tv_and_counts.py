# SPDX-License-Identifier: Apache-2.0
"""The TV timetable, the headcount and what is good to know, typed and read by keys."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.models.dormitory.rooms import Room
from app.policies.answers import given
from app.policies.arrivals.care import MedicineOutcome
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.reasons import Reason
from app.services.arrivals.care.care import GiveMedicine, give_medicine
from app.services.arrivals.care.care_of import care_of
from app.services.arrivals.register.admission import NoteDiet, note_diet_and_allergy
from app.services.arrivals.shift.log import log_of_watch
from app.services.dormitory.care.headcount import headcounts
from app.services.dormitory.care.tv import tv_week
from app.ui.dormitory.care.headcount_panel import HeadcountPanel
from app.ui.dormitory.care.must_know_panel import MustKnowPanel
from app.ui.dormitory.care.tv_panel import TvPanel
from app.ui.texts import words
from tests.services.dormitory.rows import keep_apart, note, on_duty
from tests.ui.dormitory.care.test_caretaking_panels import choose, save
from tests.ui.widgets.screens import (
    press,
    rows,
    tells,
    write,
)

Key = Qt.Key
CHILDREN = "Lantai 2 Anak"


def test_a_week_of_tv_is_typed_once_and_repeated_by_one_key(shelter, screen, settle) -> None:
    panel = screen(TvPanel)
    assert tells(panel, "This room has no times yet. Give children and adults their own hours.")
    panel.first.setFocus()
    write(panel, "16.00")
    press(panel, Key.Key_Tab)
    write(panel, "1730")
    for _day in range(7):
        save(panel)
        settle()
    slots = shelter.ask(tv_week)[0].slots
    assert [(each.weekday, each.from_minute, each.to_minute) for each in slots] == [
        (day, 960, 1050) for day in range(7)
    ]
    assert {each.side for each in slots} == {Side.CHILD}
    assert rows(panel.slots)[0] == "Monday · 16.00–17.30 · Children"
    panel.slots.setFocus()
    panel.slots.setCurrentRow(0)
    press(panel, Key.Key_Delete)
    settle()
    assert len(shelter.ask(tv_week)[0].slots) == 6
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert len(rows(panel.slots)) == 7


@pytest.mark.parametrize(
    ("first", "last", "field", "reason"),
    [
        ("", "17.00", "from_minute", Reason.TIME_UNREADABLE),
        ("sore", "17.00", "from_minute", Reason.TIME_UNREADABLE),
        ("25.00", "26.00", "from_minute", Reason.TIME_UNREADABLE),
        ("16.00", "16.60", "to_minute", Reason.TIME_UNREADABLE),
        ("17.00", "16.00", "to_minute", Reason.ENDS_BEFORE_IT_BEGINS),
        ("15.30", "17.30", "from_minute", Reason.TIMES_OVERLAP),
    ],
)
def test_times_that_cannot_be_stay_typed(
    shelter, screen, settle, first, last, field, reason
) -> None:
    panel = screen(TvPanel)
    choose(panel.side, "Adults")
    panel.first.setText("16.00")
    panel.last.setText("17.00")
    panel.first.setFocus()
    save(panel)
    settle()
    panel.weekday.setCurrentIndex(0)
    choose(panel.side, "Children")
    panel.first.setText(first)
    panel.last.setText(last)
    save(panel)
    settle()
    assert panel.fields[field].problem == words(reason)
    assert (panel.first.text(), panel.last.text()) == (first, last)
    assert len(shelter.ask(tv_week)[0].slots) == 1


def test_the_last_hour_of_a_day_ends_at_24(shelter, screen, settle) -> None:
    panel = screen(TvPanel)
    panel.first.setText("22.00")
    panel.last.setText("24.00")
    panel.last.setFocus()
    save(panel)
    settle()
    assert rows(panel.slots) == ["Monday · 22.00–24.00 · Children"]


def test_a_house_without_a_tv_room_says_what_to_do(shelter, screen, settle) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for room in session.execute(
            select(Room).where(Room.purpose == RoomPurpose.TV_ROOM)
        ).scalars():
            room.purpose = RoomPurpose.SPARE
    panel = screen(TvPanel)
    assert tells(panel, "No room is a TV room. Change the use of a room under Admin first.")
    assert not panel.add_button.isEnabled()


def test_others_read_the_timetable(shelter, screen, settle) -> None:
    panel = screen(TvPanel, "tania")
    assert not panel.add_button.isVisible()
    assert not panel.first.isVisible()
    assert tells(panel, "Ruang TV anak")


def test_a_count_that_fits_goes_on_to_the_next_wing(shelter, screen, bunga, settle) -> None:
    panel = screen(HeadcountPanel)
    assert rows(panel.wings)[0] == "Lantai 1 Dewasa · Adults · not counted yet"
    panel.counted.setFocus()
    write(panel, "1")
    press(panel, Key.Key_Return)
    settle()
    assert panel.banner.text == "Lantai 1 Dewasa: counted 1, as it should be."
    assert panel.wings.currentRow() == 1
    assert panel.counted.hasFocus()
    write(panel, "0")
    save(panel)
    settle()
    assert rows(panel.wings)[1] == (
        f"{CHILDREN} · Children · counted 0, as it should be · 24 Nov 2026 01.50 · Rina"
    )


def test_a_difference_is_loud_and_both_numbers_stay(shelter, screen, bunga, settle) -> None:
    panel = screen(HeadcountPanel)
    panel.note.setText("di kamar mandi?")
    panel.counted.setText("0")
    panel.counted.setFocus()
    save(panel)
    settle()
    assert "counted 0, but 1 should be there." in panel.banner.text
    assert panel.wings.currentRow() == 0
    assert "counted 0, should be 1" in rows(panel.wings)[0]
    assert "di kamar mandi?" in rows(panel.wings)[0]
    (entry,) = shelter.ask(log_of_watch, by="dewi")
    assert "hitungan 0, seharusnya 1" in entry.words


@pytest.mark.parametrize("typed", ["", "-1", "501", "tujuh", "7,5", "--7"])
def test_a_number_nobody_counted_is_told_and_stays(shelter, screen, bunga, settle, typed) -> None:
    panel = screen(HeadcountPanel)
    panel.counted.setText(typed)
    panel.counted.setFocus()
    save(panel)
    settle()
    assert panel.fields["counted"].problem == words(Reason.COUNTED_LIMIT)
    assert panel.counted.text() == typed
    assert {each.last for each in shelter.ask(headcounts, by="rina")} == {None}


@pytest.fixture
def known(shelter, bunga):
    other = shelter.arrive("Citra", "31")
    girl = shelter.arrive("Kenanga", "14")
    shelter.place(other.person_id, "102-A")
    shelter.place(girl.person_id, "201-A")
    version = shelter.ask(care_of, bunga.arrival_id, by="rina").person_version
    command = NoteDiet(bunga.arrival_id, version, allergy=given("kacang"))
    shelter.act(note_diet_and_allergy, command)
    medicine = GiveMedicine(bunga.arrival_id, "Efavirenz", "1", MedicineOutcome.GIVEN)
    shelter.act(give_medicine, medicine)
    keep_apart(shelter, bunga.person_id, other.person_id)
    note(shelter, bunga.person_id, watch=3)


def table(panel: MustKnowPanel) -> list[list[str]]:
    of = panel.table
    return [
        [of.item(at, place).text() for place in range(of.columnCount())]
        for at in range(of.rowCount())
    ]


def test_one_line_for_each_person_wing_by_wing(shelter, screen, known) -> None:
    panel = screen(MustKnowPanel)
    lines = table(panel)
    assert [line[0] for line in lines] == [
        "Lantai 1 Dewasa",
        "101-A",
        "102-A",
        CHILDREN,
        "201-A",
    ]
    assert lines[1][1:] == ["Bunga", "kacang", "not asked yet", "01.50", "Citra", "3"]
    assert lines[4][1:] == ["Kenanga", "not asked yet", "not asked yet", "–", "–", "–"]
    everything = "\n".join(" ".join(line) for line in lines)
    assert "Efavirenz" not in everything
    panel.only_special.setChecked(True)
    assert [line[0] for line in table(panel)] == ["Lantai 1 Dewasa", "101-A", "102-A"]


def test_masking_hides_her_name_and_those_she_is_kept_from(shelter, screen, known) -> None:
    panel = screen(MustKnowPanel, masked=True)
    assert table(panel)[1][1] == "Bu** 2611-001"
    assert table(panel)[1][5] == "Ci** 2611-002"


def test_on_the_roster_only_her_own_wing(shelter, screen, known, settle) -> None:
    panel = screen(MustKnowPanel)
    assert panel.about.text().startswith("You are on no roster now")
    on_duty(shelter, "rina", CHILDREN)
    panel.reload()
    settle()
    assert panel.about.text() == f"You look after {CHILDREN} now: only its people stand here."
    assert [line[0] for line in table(panel)] == [CHILDREN, "201-A"]


def test_who_leads_sees_that_something_is_recorded(shelter, screen, known) -> None:
    lines = table(screen(MustKnowPanel, "hendra"))
    assert lines[1][1:] == ["Bunga", "recorded", "–", "recorded", "Citra", "3"]


def test_an_empty_house_says_what_to_do(screen) -> None:
    panel = screen(MustKnowPanel)
    assert not panel.table.isVisible()
    assert tells(panel, "Nobody is here yet. Whoever arrives is registered at the duty desk.")
