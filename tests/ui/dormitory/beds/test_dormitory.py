# SPDX-License-Identifier: Apache-2.0
"""The board: placing by click, keys and drag, swaps, signatures, alarms, who sees what."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.models.dormitory.rooms import Room, Wing
from app.policies.dormitory.beds.facts import Side
from app.services.dormitory.beds.mattress import lay_mattress
from app.services.dormitory.facts.waiting import waiting_list
from app.ui.dormitory.beds.drag import dragged
from tests.ui.widgets.screens import (
    button_named,
    outcomes,
    tells,
)


def tile(view, place):
    """Return the tile of a bed such as 201-A."""
    room, label = place.split("-")
    for bed_id, (line, bed) in view.plan.lines.items():
        if (line.name, bed.label) == (room, label):
            return view.plan.tiles[bed_id]
    raise LookupError(place)


def card(view, name):
    return next(each for each in view.plan.cards.values() if each.name.text() == name)


def pick(view, settle, person_id):
    view.waiting.people[person_id].click()
    settle()


def drop(view, settle, person_id, place):
    target, carried = tile(view, place), dragged(person_id)
    target.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.MoveAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()


def test_two_clicks_place_who_waits(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    view = rooms()
    pick(view, settle, girl.person_id)
    view.chosen.side.suggestions[0].click()
    settle()
    assert shelter.bed("201-A").sleeper.person_id == girl.person_id
    assert tells(view, "Ke** 2611-001 sleeps in 201-A.")
    assert view.chosen.who is None
    assert view._workplace.undoable.label == "Placing Ke** 2611-001 in 201-A"


def test_selecting_somebody_paints_every_room(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    for number, label in enumerate("ABC"):
        shelter.place(shelter.arrive(f"Anak {number}", "12").person_id, f"202-{label}")
    view = rooms()
    assert card(view, "201").property("verdict") == ""
    pick(view, settle, girl.person_id)
    assert card(view, "201").property("verdict") == "allowed"
    assert card(view, "201").says.text() == "Allowed"
    assert card(view, "101").property("verdict") == "forbidden"
    assert card(view, "101").says.text() == "For adults"
    assert card(view, "202").says.text() == "Full"
    assert card(view, "101").accessibleDescription() == "These rooms are for adults."
    assert tile(view, "201-A").property("offered") == "true"
    assert tile(view, "101-A").property("offered") is False


def test_a_free_bed_takes_who_is_selected(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    view = rooms()
    pick(view, settle, girl.person_id)
    tile(view, "203-B").click()
    settle()
    assert shelter.bed("203-B").sleeper.person_id == girl.person_id
    assert tile(view, "203-B").property("tile") == "on_the_way"


def test_a_forbidden_bed_says_why_and_she_still_waits(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    view = rooms()
    pick(view, settle, girl.person_id)
    tile(view, "101-A").click()
    settle()
    sentence = "Ke** 2611-001 was not placed in 101-A. These rooms are for adults."
    assert view.chosen.side.banner.text == sentence
    assert len(shelter.ask(waiting_list)) == 1
    assert outcomes(shelter.house)[-1] == ("place_client", "refused")
    assert view.chosen.who.person_id == girl.person_id


def test_the_hard_rule_speaks_where_wings_take_anybody(rooms, shelter, settle):
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    girl = shelter.arrive("Kenanga", "12")
    view = rooms()
    drop(view, settle, girl.person_id, "101-B")
    assert tells(view, "A child and an adult cannot share a room.")
    assert shelter.bed("101-B").sleeper is None


def test_a_drop_moves_and_its_undo_moves_back(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A")
    view = rooms()
    drop(view, settle, girl.person_id, "202-B")
    assert shelter.bed("202-B").sleeper.person_id == girl.person_id
    view._workplace.undo(view, lambda _label: None, lambda error: pytest.fail(str(error)))
    settle()
    assert shelter.bed("201-A").sleeper.person_id == girl.person_id


def test_a_drop_on_her_own_bed_changes_nothing(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A")
    before = len(outcomes(shelter.house))
    view = rooms()
    drop(view, settle, girl.person_id, "201-A")
    assert len(outcomes(shelter.house)) == before


@pytest.mark.parametrize("has_bed", [False, True])
def test_who_is_carried_is_judged_by_every_room_before_she_is_dropped(
    rooms, shelter, settle, monkeypatch, has_bed
):
    girl = shelter.arrive("Kenanga", "12")
    if has_bed:
        shelter.place(girl.person_id, "201-A")
    view = rooms()
    seen = []

    def carry(_drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        settle()
        seen.append((card(view, "101").says.text(), view.chosen.who.person_id))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", carry)
    held = tile(view, "201-A") if has_bed else view.waiting.people[girl.person_id]
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    moved = QPointF(60, 20)
    held.mouseMoveEvent(
        QMouseEvent(
            QEvent.Type.MouseMove,
            moved,
            held.mapToGlobal(moved),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert seen == [("For adults", girl.person_id)]


def test_a_drop_on_an_occupied_bed_offers_a_swap(rooms, shelter, settle):
    one, other = shelter.arrive("Kenanga", "12"), shelter.arrive("Melati", "13")
    shelter.place(one.person_id, "201-A")
    shelter.place(other.person_id, "202-A")
    view = rooms()
    drop(view, settle, one.person_id, "202-A")
    assert tells(view, "Swap Ke** 2611-001 (201-A) and Me** 2611-002 (202-A)?")
    assert shelter.bed("201-A").sleeper.person_id == one.person_id
    view.chosen.side.swap.click()
    settle()
    assert shelter.bed("202-A").sleeper.person_id == one.person_id
    assert shelter.bed("201-A").sleeper.person_id == other.person_id
    assert tells(view, "Ke** 2611-001 sleeps in 202-A, Me** 2611-002 in 201-A.")


def test_two_clicks_and_a_button_offer_the_same_swap(rooms, shelter, settle):
    one, other = shelter.arrive("Kenanga", "12"), shelter.arrive("Melati", "13")
    shelter.place(one.person_id, "201-A")
    shelter.place(other.person_id, "202-A")
    view = rooms()
    tile(view, "201-A").click()
    settle()
    tile(view, "202-A").click()
    settle()
    button_named(view, "Swap with Ke** 2611-001 (201-A)").click()
    settle()
    assert tells(view, "Swap Me** 2611-002 (202-A) and Ke** 2611-001 (201-A)?")
    view.chosen.side.cancelled.emit()
    assert view.chosen.who is None


def test_nobody_swaps_who_has_no_bed(rooms, shelter, settle):
    one, other = shelter.arrive("Kenanga", "12"), shelter.arrive("Melati", "13")
    shelter.place(other.person_id, "202-A")
    view = rooms()
    drop(view, settle, one.person_id, "202-A")
    assert tells(view, "Choose two people who both have a bed.")


def test_a_signature_is_asked_for_and_kept_when_it_is_too_short(rooms, shelter, settle):
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        room = session.execute(select(Room).where(Room.name == "202")).scalar_one()
        room.area_dm2 = 1100
    shelter.act(lay_mattress, room.id)
    for label in "ABC":
        shelter.place(shelter.arrive(f"Anak {label}", "12").person_id, f"202-{label}")
    fourth = shelter.arrive("Kenanga", "12")
    view = rooms()
    pick(view, settle, fourth.person_id)
    assert card(view, "202").property("verdict") == "permit"
    tile(view, "202-M1").click()
    settle()
    assert tells(view, "This room has no floor space for one more.")
    view.chosen.side.why.setPlainText("penuh")
    view.chosen.side.sign.click()
    settle()
    assert tells(view, "at least 10 letters")
    assert view.chosen.side.why.toPlainText() == "penuh"
    view.chosen.side.why.setPlainText("semua kamar lain penuh malam ini")
    view.chosen.side.sign.click()
    settle()
    assert shelter.bed("202-M1").sleeper.person_id == fourth.person_id


def test_keys_alone_place_by_suggestion_and_by_walking(rooms, shelter, settle):
    one, other = shelter.arrive("Kenanga", "12"), shelter.arrive("Melati", "13")
    view = rooms()
    view.waiting.people[one.person_id].setFocus()
    QTest.keyClick(view.window().windowHandle(), Qt.Key.Key_Down)
    settle()
    assert view.chosen.who.person_id == other.person_id
    QTest.keyClick(view.window().windowHandle(), Qt.Key.Key_Return)
    settle()
    assert shelter.bed("201-A").sleeper.person_id == other.person_id
    tile(view, "201-A").setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view.window().windowHandle(), key)
        settle()
    assert shelter.bed("201-B").sleeper.person_id == other.person_id
    tile(view, "201-B").setFocus()
    QTest.keyClick(view.window().windowHandle(), Qt.Key.Key_Space)
    QTest.keyClick(view.window().windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert view.chosen.who is None


def test_a_caretaker_receives_who_comes_from_the_desk(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A")
    view = rooms("rina")
    assert tile(view, "201-A").property("tile") == "on_the_way"
    tile(view, "201-A").click()
    settle()
    button_named(view, "Received in the wing").click()
    settle()
    assert tile(view, "201-A").property("tile") == "child"
    with pytest.raises(LookupError):
        button_named(view, "Received in the wing")


def test_a_free_bed_offers_what_can_be_done_with_it(rooms, shelter, settle):
    view = rooms()
    tile(view, "203-A").click()
    settle()
    offered = {made.accessibleName() for made in view.chosen.side.deeds}
    assert offered == {"Reserve", "Block this bed", "Block the room", "Lay a mattress"}
    button_named(view, "Lay a mattress").click()
    settle()
    assert tile(view, "203-M1").line.mattress
