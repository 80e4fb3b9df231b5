# SPDX-License-Identifier: Apache-2.0
"""Somebody must never be alone: a round is overdue, and one key says that she was seen."""

from PySide6.QtCore import Qt

from app.devtools.tour.clock import TourClock
from app.devtools.tour.hands import Hands
from app.devtools.tour.stages import desk_of, view_of
from app.policies.dormitory.beds.board import BedState
from app.policies.dormitory.rules.needs import MOST_WATCH
from app.policies.people.age import TreatedAs
from app.ui.dormitory.beds.tiles import BedTile
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.dormitory.rules.needs import NeedsPanel
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell

_DEED_OF_NEEDS = 0
_OVERDUE = (2, 25)


def rounds(hands: Hands, shell: Shell, main: MainPage, clock: TourClock) -> None:
    """Note the highest level of watch on the board, be late for the round, and look."""
    rooms = view_of(main, "dormitory", DormitoryView)
    main.go("dormitory")
    hands.wait(lambda: shell.tasks.idle, "the board")
    hands.click(_somebody(rooms))
    hands.wait(lambda: shell.tasks.idle, "who is selected")
    hands.click(rooms.chosen.side.deeds[_DEED_OF_NEEDS])
    form = next(each for each in rooms.findChildren(NeedsPanel) if each.isVisible())
    hands.wait(lambda: form.save_button.isEnabled(), "her needs")
    form.watch.setFocus()
    for _level in range(MOST_WATCH):
        hands.key(Qt.Key.Key_Down)
    hands.control(Qt.Key.Key_Return)
    hands.wait(lambda: shell.tasks.idle, "her level of watch")
    clock.put_to(*_OVERDUE)
    hands.key(Qt.Key.Key_F7)
    card = desk_of(main).tonight.rounds
    with hands.step("watch-round-overdue"):
        hands.wait(card.list.hasFocus, "the rounds")
        hands.wait(lambda: card.chosen is not None and card.chosen.loud, "a late round")
    with hands.step("looked-in"):
        while card.chosen is not None and card.chosen.loud:
            hands.key(Qt.Key.Key_Space)
            hands.wait(lambda: shell.tasks.idle, "the look")


def _somebody(rooms: DormitoryView) -> BedTile:
    """Return the bed of a grown-up who lies in it for longer than tonight."""
    return next(
        rooms.plan.tiles[bed.bed_id]
        for _room, bed in rooms.plan.lines.values()
        if bed.state is BedState.TAKEN
        and bed.sleeper is not None
        and bed.sleeper.treated_as is TreatedAs.ADULT
    )
