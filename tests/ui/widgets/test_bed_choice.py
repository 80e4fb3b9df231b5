# SPDX-License-Identifier: Apache-2.0
"""A bed tonight: three keys or two clicks, reasons in words, refusals that say why."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select, update

from app.models.dormitory.rooms import Bed, Room
from app.policies.answers import given
from app.policies.arrivals.registration import Sex, UrgentNeed
from app.policies.dormitory.beds.facts import RoomPurpose
from app.services.dormitory.facts.waiting import waiting_list
from app.ui.arrivals.desk.view import DeskView
from app.ui.widgets.bed_choice import BedChoice
from tests.ui.widgets.screens import (
    button_named,
    counted,
    heard,
    keep_fresh,
    open_screen,
    press,
    tells,
    told,
    unnamed,
)


@pytest.fixture
def beds(qtbot, at_work, settle):
    def show(login="dewi", person_id=None):
        made = BedChoice(at_work(login))
        open_screen(qtbot, made)
        if person_id is None:
            made.reload()
        else:
            made.choose(person_id)
        settle()
        made.setFocus()
        return made

    return show


def places(shelter):
    return [f"{s.room_name}-{s.bed_label}" for s in shelter.ask(waiting_list)[0].suggestions]


def close_beds(shelter, but=()):
    """Take every bed out of use, except some rooms'."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        kept = select(Room.id).where(Room.name.in_(but))
        session.execute(update(Bed).where(Bed.room_id.not_in(kept)).values(out_of_use=True))


@pytest.mark.parametrize(
    ("key", "at"),
    [
        (Qt.Key.Key_1, 0),
        (Qt.Key.Key_2, 1),
        (Qt.Key.Key_3, 2),
        (Qt.Key.Key_Return, 0),
        (Qt.Key.Key_Enter, 0),
    ],
)
def test_one_key_takes_the_bed_it_stands_for(beds, shelter, settle, key, at):
    girl = shelter.arrive("Kenanga", "12")
    wanted = places(shelter)[at]
    made = beds()
    placed = heard(made.placed)
    press(made, key)
    settle()
    assert [f"{p.room_name}-{p.bed_label}" for p in placed] == [wanted]
    assert shelter.bed(wanted).sleeper.person_id == girl.person_id


def test_another_key_takes_no_bed(beds, shelter, settle):
    shelter.arrive("Kenanga", "12")
    made = beds()
    press(made, "4", "a", Qt.Key.Key_Space)
    settle()
    assert len(shelter.ask(waiting_list)) == 1


def test_two_clicks_are_enough_the_person_and_the_bed(beds, shelter, settle):
    shelter.arrive("Kenanga", "12")
    woman = shelter.arrive("Melur", "34")
    made = beds()
    button_named(made, "Me** 2611-002 · waiting 0 min").click()
    settle()
    button_named(made, "Place in 101-A").click()
    settle()
    assert shelter.bed("101-A").sleeper.person_id == woman.person_id


def test_each_bed_has_its_reasons_and_other_rooms_theirs(beds, shelter):
    shelter.place(shelter.arrive("Dahlia", "11").person_id, "203-A")
    shelter.arrive("Kenanga", "12")
    made = beds()
    shown = told(made)
    assert "1.  others of her age · children's floor" in shown
    assert any(text.startswith("2.  ") for text in shown)
    assert "Why not the others?" in shown
    assert tells(made, "101, 102, 103, 104, 105: These rooms are for adults.")


def test_who_is_presumed_a_child_is_told_why(beds, shelter):
    shelter.arrive("Kenanga", "19")
    made = beds()
    sentence = (
        "Age is not certain: no document yet, and the age is close to 18. Ke** 2611-001 is treated"
    )
    assert tells(made, sentence)
    assert tells(made, "CHILD (PRESUMED)")


def test_names_are_masked_until_that_is_switched_off(beds, shelter, settle):
    shelter.arrive("Kenanga", "19")
    made = beds()
    assert not tells(made, "Kenanga")
    made._workplace.masking_changed.connect(made.repaint_names)
    made._workplace.set_masking(False)
    settle()
    assert tells(made, "Kenanga")


def test_a_bed_taken_meanwhile_is_refused_with_the_reason_and_she_still_waits(
    beds, shelter, settle
):
    girl = shelter.arrive("Kenanga", "12")
    made = beds(person_id=girl.person_id)
    other = shelter.arrive("Dahlia", "11")
    taken = places(shelter)[0]
    shelter.place(other.person_id, taken, "sri")
    press(made, "1")
    settle()
    assert made.banner.text == (
        f"Ke** 2611-001 was not placed in {taken}. This bed is already taken. Choose another one."
    )
    assert made.current.person_id == girl.person_id
    assert not tells(made, f"Place in {taken}")
    press(made, "1")
    settle()
    assert made.banner.text == ""
    assert shelter.ask(waiting_list) == ()


def test_a_person_placed_meanwhile_is_not_placed_twice(beds, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    made = beds()
    shelter.place(girl.person_id, "205-C", "sri")
    press(made, "1")
    settle()
    assert tells(made, "She already has a bed. Move her instead.")
    assert shelter.bed("205-C").sleeper.person_id == girl.person_id


def test_a_second_press_before_the_answer_places_nobody_else(beds, shelter, settle):
    shelter.arrive("Kenanga", "12")
    shelter.arrive("Dahlia", "11")
    made = beds()
    press(made, "1", "1")
    settle()
    assert len(shelter.ask(waiting_list)) == 1


def test_when_nothing_is_legal_the_options_stand_in_order(beds, shelter, settle):
    close_beds(shelter, but=("101",))
    shelter.arrive("Kenanga", "12")
    made = beds()
    (text,) = [t for t in told(made) if t.startswith("No safe bed for Ke** 2611-001 tonight.")]
    assert text.splitlines()[1:] == [
        "1. Make a spare room a bedroom again",
        "2. A mattress in the caretaker's room",
        "3. Call a partner shelter",
        "4. Call the head",
    ]
    press(made, "1", Qt.Key.Key_Return)
    settle()
    assert len(shelter.ask(waiting_list)) == 1


def test_without_a_spare_room_that_option_is_not_offered(beds, shelter):
    close_beds(shelter)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(
            update(Room).where(Room.purpose == RoomPurpose.SPARE).values(purpose=RoomPurpose.FIELD)
        )
    shelter.arrive("Kenanga", "12")
    made = beds()
    assert tells(made, "1. A mattress in the caretaker's room")
    assert not tells(made, "spare room")


def test_everyone_has_a_bed_is_said(beds):
    assert tells(beds(), "Everyone has a bed.")


def test_urgent_ones_wait_on_top_and_are_served_first(beds, shelter):
    shelter.arrive("Kenanga", "12")
    ill = shelter.arrive("Cempaka", "30", urgent=given(frozenset({UrgentNeed.ILL})))
    assert beds().current.person_id == ill.person_id


def test_a_caretaker_places_by_the_same_keys(beds, shelter, settle):
    shelter.arrive("Kenanga", "12")
    press(beds("rina"), "1")
    settle()
    assert shelter.ask(waiting_list) == ()


def test_a_placement_is_undone_and_she_waits_again(beds, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    made = beds()
    press(made, "1")
    settle()
    assert made._workplace.undoable.label == "Placing Ke** 2611-001 in 201-A"
    undone, failed = [], []
    made._workplace.undo(made, undone.append, failed.append)
    settle()
    assert (undone, failed) == (["Placing Ke** 2611-001 in 201-A"], [])
    assert [line.person_id for line in shelter.ask(waiting_list)] == [girl.person_id]


def test_from_registering_to_bed_at_the_desk_by_keys_alone(qtbot, at_work, shelter, settle):
    workplace = at_work()
    desk = DeskView(workplace)
    keep_fresh(desk, workplace)
    open_screen(qtbot, desk)
    desk.register.fields.focus("name")
    settle()
    press(desk, *"Kenanga\tp\t12")
    desk.save()
    settle()
    assert desk.middle.currentWidget() is desk.beds
    gone = counted(desk.beds.finished)
    press(desk, "1")
    settle()
    assert shelter.ask(waiting_list) == ()
    assert len(gone) == 1
    assert desk.middle.currentWidget() is desk.register
    assert desk.register.fields.focused() == "name"


def test_every_control_has_a_name_for_a_screen_reader(beds, shelter):
    shelter.arrive("Kenanga", "12")
    assert unnamed(beds()) == []


def test_a_man_is_told_once_and_what_to_do(qtbot, shelter, at_work, settle) -> None:
    shelter.arrive("Budi", "30", sex=given(Sex.MALE))
    made = BedChoice(at_work("dewi"))
    open_screen(qtbot, made)
    made.reload()
    settle()
    shown = "\n".join(told(made))
    assert shown.count("There is no bed here for a man") == 1
    assert "1. Call the police station" in shown
    assert "A reserved bed" not in shown
