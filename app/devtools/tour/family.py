# SPDX-License-Identifier: Apache-2.0
"""A mother and her child are one move: asked, done, and taken back; and ages side by side."""

from PySide6.QtCore import Qt

from app.devtools.tour.hands import Hands
from app.devtools.tour.stages import view_of
from app.policies.dormitory.beds.board import BedState
from app.policies.people.kinship import KinKind
from app.services.people.family import families
from app.ui.arrivals.desk.ages import AgesPanel
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from app.ui.widgets.together import Together


def family(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Move a mother on the board with her child, and take both back."""
    rooms = view_of(main, "dormitory", DormitoryView)
    main.go("dormitory")
    hands.wait(lambda: shell.tasks.idle, "the board")
    question = _asked(hands, shell, main, rooms)
    with hands.step("together-with-her-child"):
        hands.wait(question.isVisible, "the question")
    hands.key(Qt.Key.Key_Return)
    with hands.step("moved-together"):
        hands.wait(lambda: shell.tasks.idle and rooms.chosen.side.banner.text, "both moved")
    hands.front.activateWindow()
    hands.wait(hands.front.isActiveWindow, "the window")
    hands.control(Qt.Key.Key_Z)
    hands.wait(lambda: shell.tasks.idle, "both back in their beds")


def uncertain_ages(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Look at what was said of ages, and go back to the board."""
    ages = view_of(main, "book", AgesPanel)
    main.go("book")
    with hands.step("ages-side-by-side"):
        hands.wait(lambda: shell.tasks.idle and ages.people.count(), "uncertain ages")
    hands.front.activateWindow()
    hands.wait(hands.front.isActiveWindow, "the window")
    view_of(main, "dormitory", DormitoryView)
    main.go("dormitory")


def _asked(hands: Hands, shell: Shell, main: MainPage, rooms: DormitoryView) -> Together:
    """Choose a mother, and a bed in a room where nobody sleeps."""
    place = main.workplace
    mothers: list[object] = []
    place.ask(
        rooms,
        families,
        None,
        lambda lines: mothers.extend(ln.elder_id for ln in lines if ln.kind is KinKind.MOTHER),
    )
    hands.wait(lambda: mothers and shell.tasks.idle, "a mother")
    lines = tuple(rooms.plan.lines.values())
    own = next(b for _room, b in lines if b.sleeper is not None and b.sleeper.person_id in mothers)
    empty = next(
        bed
        for room, bed in reversed(lines)
        if all(each.state is BedState.FREE for each in room.beds)
    )
    hands.click(rooms.plan.tiles[own.bed_id])
    hands.wait(lambda: shell.tasks.idle and rooms.chosen.verdicts, "the mother")
    hands.click(rooms.plan.tiles[empty.bed_id])
    hands.wait(lambda: shell.tasks.idle and rooms.findChildren(Together), "the question")
    (asking,) = rooms.findChildren(Together)
    return asking
