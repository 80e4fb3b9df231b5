# SPDX-License-Identifier: Apache-2.0
"""On the board: rooms emptied or turned over in one go; a swap and the room plan by day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.devtools.tour.clock import TourClock
from app.devtools.tour.family import family
from app.devtools.tour.group import paper_of
from app.devtools.tour.hands import Hands, Stuck
from app.devtools.tour.large import IN_CHARGE
from app.devtools.tour.stages import sign_in, to_training, view_of
from app.policies.dormitory.replan.goals import GoalKind
from app.policies.people.age import TreatedAs
from app.ui.dormitory.beds.tiles import BedTile
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.dormitory.night.night_list_panel import NightListPanel
from app.ui.dormitory.replan.panel import ReplanPanel
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell

_DEED_OF_SWAP = 0
_FIRST_ROOM = "101"
_TURNED_OVER = ("301", "302")


def house(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Go on as the coordinator, with the board in front."""
    _swap(hands, shell, main)
    _check(hands, shell, main)


def _settled(hands: Hands, shell: Shell, what: str) -> None:
    hands.wait(lambda: shell.tasks.idle, what)


def _swap(hands: Hands, shell: Shell, main: MainPage) -> None:
    rooms = view_of(main, "dormitory", DormitoryView)
    one, other = _two_grown_ups(rooms)
    hands.click(one)
    _settled(hands, shell, "the first of two")
    hands.click(other)
    _settled(hands, shell, "the second of two")
    hands.click(rooms.chosen.side.deeds[_DEED_OF_SWAP])
    with hands.step("swap-offered"):
        hands.wait(lambda: rooms.chosen.side.swap is not None, "the question")
    hands.click(_there(rooms.chosen.side.swap))
    with hands.step("swapped"):
        _settled(hands, shell, "the swap")
        hands.wait(lambda: rooms.chosen.side.banner.text, "what was done")
    hands.click(rooms.room_plan)
    paper_of(hands, shell, rooms, "room-plan")


def _two_grown_ups(rooms: DormitoryView) -> tuple[BedTile, BedTile]:
    """Return the beds of two adults in different rooms."""
    firsts = {
        room.room_id: rooms.plan.tiles[bed.bed_id]
        for room, bed in reversed(tuple(rooms.plan.lines.values()))
        if bed.sleeper is not None
        and bed.sleeper.treated_as is TreatedAs.ADULT
        and bed.away is None
    }
    *_, other, one = firsts.values()
    return one, other


def _there(button: QPushButton | None) -> QPushButton:
    if button is None:
        raise Stuck("a button is missing")
    return button


def empty_a_room(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Empty the first room with the fewest moves, see the board, and take it back."""
    panel = view_of(main, "dormitory", ReplanPanel)
    _settled(hands, shell, "the house")
    look_for(hands, panel, GoalKind.EMPTY, (_FIRST_ROOM,))
    with hands.step("new-plan-before-and-after"):
        hands.wait(lambda: panel.plan is not None and shell.tasks.idle, "a plan")
    hands.press(panel.apply_button)
    with hands.step("new-plan-carried-out"):
        hands.wait(lambda: panel.plan is None and shell.tasks.idle, "the moves")
    with hands.step("the-house-after-the-plan"):
        view_of(main, "dormitory", DormitoryView)
        _settled(hands, shell, "the board")
    hands.control(Qt.Key.Key_Z)
    _settled(hands, shell, "everybody back in her bed")


def look_for(hands: Hands, panel: ReplanPanel, kind: GoalKind, rooms: Sequence[str]) -> None:
    """Choose what a plan is for and tick rooms by their names, all by keys, and look."""
    panel.goals.setFocus()
    while panel.goals.kind is not kind:
        hands.key(Qt.Key.Key_Right)
        hands.key(Qt.Key.Key_Space)
    tree = panel.rooms.tree
    tree.setFocus()
    for room in rooms:
        while not tree.currentItem().text(0).startswith(f"{room} "):
            hands.key(Qt.Key.Key_Down)
        hands.key(Qt.Key.Key_Space)
    hands.press(panel.look_button, back=True)


def large_house(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """Turn two rooms of grown-ups over to children, see that no plan is better, carry it out."""
    to_training(hands)
    main = sign_in(hands, shell, IN_CHARGE)
    hands.control(Qt.Key.Key_2)
    family(hands, shell, main)
    panel = view_of(main, "dormitory", ReplanPanel)
    _settled(hands, shell, "the house")
    look_for(hands, panel, GoalKind.SEPARATE, _TURNED_OVER)
    with hands.step("large-house-proven"):
        hands.wait(lambda: panel.plan is not None and shell.tasks.idle, "a plan")
    if panel.plan is None or panel.plan.short is not None or not panel.plan.complete:
        raise Stuck("no proven plan")
    hands.press(panel.apply_button)
    with hands.step("large-house-carried-out"):
        hands.wait(lambda: panel.plan is None and shell.tasks.idle, "the moves")
    with hands.step("large-house-board"):
        view_of(main, "dormitory", DormitoryView)
        _settled(hands, shell, "the board")


def _check(hands: Hands, shell: Shell, main: MainPage) -> None:
    check = view_of(main, "dormitory", NightListPanel)
    _settled(hands, shell, "the list")
    hands.click(check.check_button)
    with hands.step("nightly-check"):
        _settled(hands, shell, "the check")
    view_of(main, "dormitory", DormitoryView)
