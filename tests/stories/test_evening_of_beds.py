# SPDX-License-Identifier: Apache-2.0
"""A whole evening at the board by keys alone: the mouse is never touched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.devtools.tour.hands import Hands
from app.devtools.tour.stages import PIN, view_of
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.rules.needs import House
from app.policies.people.age import AgeBasis
from app.services.dormitory.facts.room_list import room_list
from app.ui.dormitory.beds.tiles import BedTile
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.dormitory.night.night_list_panel import NightListPanel
from app.ui.dormitory.replan.panel import ReplanPanel
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from tests.conftest import PASSWORD
from tests.helpers.by_keys import enter, settled
from tests.services.dormitory.rows import note
from tests.ui.login.ways import in_english, standing

MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Drop}


class Mouse(QObject):
    """Counts what only a mouse does."""

    def __init__(self) -> None:
        super().__init__()
        self.used = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.used += event.type() in MOUSE
        return False


class Evening:
    """The officer's keyboard, and the house as the file has it."""

    def __init__(self, shelter, shell: Shell, hands: Hands) -> None:
        self.shelter, self.shell, self.hands = shelter, shell, hands

    def sign_in(self, login: str) -> MainPage:
        door = self.hands.wait_for(LoginPage)
        self.hands.tab_to(door.login, back=True)
        self.hands.control(Qt.Key.Key_A)
        self.hands.letters(login)
        self.hands.tab_to(door.password)
        enter(self.hands, PASSWORD)
        self.hands.wait_for(PinPage)
        enter(self.hands, PIN)
        main = self.hands.wait_for(MainPage)
        self.rest()
        return main

    def board(self, login: str) -> DormitoryView:
        """Sign in and go to the board."""
        main = self.sign_in(login)
        self.hands.control(Qt.Key.Key_2)
        self.rest()
        return view_of(main, "dormitory", DormitoryView)

    def press_deed(self, board: DormitoryView, text: str) -> None:
        """Tab to a deed of the chosen person or bed and press it."""
        deed = next(each for each in board.chosen.side.deeds if text in each.accessibleName())
        self.hands.press(deed)
        self.rest()

    def rest(self) -> None:
        settled(self.hands, self.shell)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.hands.key(key)
            self.rest()

    def beds(self) -> dict[str, str]:
        """Return who sleeps where, by called name."""
        return {
            bed.sleeper.name: f"{room.name}-{bed.label}"
            for wing in self.shelter.ask(room_list, None, "hendra")
            for room in wing.bedrooms
            for bed in room.beds
            if bed.sleeper is not None
        }


@pytest.fixture
def evening(qtbot: QtBot, qapp: QApplication, shelter, clock, tmp_path: Path):
    with standing(qtbot, qapp, shelter.paths, clock) as shell:
        in_english(shell)
        mouse = Mouse()
        qapp.installEventFilter(mouse)
        yield Evening(shelter, shell, Hands(shell.front, tmp_path, 1))
        qapp.removeEventFilter(mouse)
        assert mouse.used == 0


def tile(board: DormitoryView, place: str) -> BedTile:
    room, label = place.rsplit("-", 1)
    return next(
        board.plan.tiles[bed_id]
        for bed_id, (line, bed) in board.plan.lines.items()
        if line.name == room and bed.label == label
    )


def walk_to(evening: Evening, board: DormitoryView, place: str) -> None:
    """Tab to the plan and walk with the arrows until the keyboard is on a bed."""
    goal = tile(board, place)
    stop = next(
        each
        for each in board.plan.tiles.values()
        if each.focusPolicy() is Qt.FocusPolicy.StrongFocus
    )
    if not any(each.hasFocus() for each in board.plan.tiles.values()):
        evening.hands.tab_to(stop)
    for _ in range(40):
        here = next(each for each in board.plan.tiles.values() if each.hasFocus())
        if here is goal:
            return
        a, b = (each.mapTo(board.plan, each.rect().center()) for each in (here, goal))
        if abs(a.y() - b.y()) > 4:
            evening.hands.key(Qt.Key.Key_Down if b.y() > a.y() else Qt.Key.Key_Up)
        else:
            evening.hands.key(Qt.Key.Key_Right if b.x() > a.x() else Qt.Key.Key_Left)
    raise AssertionError(f"no arrows lead to {place}")


def test_an_evening_of_placements(evening: Evening, shelter) -> None:
    for name, age, place in (
        ("Kenanga", "12", "201-A"),
        ("Melati", "13", "202-A"),
        ("Sekar", "30", "101-A"),
    ):
        shelter.place(shelter.arrive(name, age).person_id, place, "rina")
    waiting = [shelter.arrive("Ayu", "12"), shelter.arrive("Wulan", "14")]
    ratmi = shelter.arrive("Ratmi", "34")
    note(shelter, ratmi.person_id, house=House.PSKW)
    hands = evening.hands
    board = evening.board("dewi")

    hands.tab_to(board.waiting.people[waiting[0].person_id])
    evening.key(Qt.Key.Key_Return)
    assert board.chosen.verdicts is not None
    evening.key(Qt.Key.Key_Return)
    assert "Ayu" in evening.beds()
    assert board.waiting.people[waiting[1].person_id].hasFocus()
    evening.key(Qt.Key.Key_Return, Qt.Key.Key_2)
    assert "Wulan" in evening.beds()

    evening.key(Qt.Key.Key_Return)
    walk_to(evening, board, "101-B")
    evening.key(Qt.Key.Key_Return)
    assert board.chosen.side.why is not None
    assert board.chosen.side.why.hasFocus()
    hands.letters("Malam ini hanya kamar ini dekat pengasuh")
    hands.tab_to(board.chosen.side.sign)
    evening.key(Qt.Key.Key_Space)
    assert evening.beds()["Ratmi"] == "101-B"
    assert tile(board, "101-B").hasFocus()

    walk_to(evening, board, "201-A")
    evening.key(Qt.Key.Key_Space)
    walk_to(evening, board, "203-C")
    evening.key(Qt.Key.Key_Return)
    assert evening.beds()["Kenanga"] == "203-C"
    hands.control(Qt.Key.Key_Z)
    evening.rest()
    assert evening.beds()["Kenanga"] == "201-A"


def test_two_change_beds_and_change_back(evening: Evening, shelter) -> None:
    for name, place in (("Kenanga", "201-A"), ("Melati", "202-A")):
        shelter.place(shelter.arrive(name, "12").person_id, place, "rina")
    board = evening.board("rina")
    walk_to(evening, board, "201-A")
    evening.key(Qt.Key.Key_Space)
    walk_to(evening, board, "202-A")
    evening.key(Qt.Key.Key_Space)
    evening.press_deed(board, "Swap")
    assert board.chosen.side.swap is not None
    assert board.chosen.side.swap.hasFocus()
    evening.key(Qt.Key.Key_Space)
    assert evening.beds() == {"Kenanga": "202-A", "Melati": "201-A"}
    assert tile(board, "202-A").hasFocus()
    evening.hands.control(Qt.Key.Key_Z)
    evening.rest()
    assert evening.beds() == {"Kenanga": "201-A", "Melati": "202-A"}


def test_beds_are_kept_and_people_go_out_and_come_back(evening: Evening, shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A", "dewi")
    board = evening.board("rina")
    hands = evening.hands
    walk_to(evening, board, "201-A")
    evening.key(Qt.Key.Key_Space)
    evening.press_deed(board, "Received in the wing")
    assert tile(board, "201-A").property("tile") == "child"

    evening.press_deed(board, "Goes out")
    hands.tab()
    hands.letters("Bu Rina")
    hands.tab()
    hands.letters("16.30")
    hands.control(Qt.Key.Key_Return)
    evening.rest()
    assert shelter.bed("201-A").away is AbsenceKind.HOSPITAL
    assert tile(board, "201-A").hasFocus()
    evening.press_deed(board, "She is back")
    assert shelter.bed("201-A").away is None
    evening.key(Qt.Key.Key_Escape)

    walk_to(evening, board, "204-C")
    evening.key(Qt.Key.Key_Space)
    evening.press_deed(board, "Reserve")
    hands.letters("Polres")
    hands.tab()
    hands.letters("23.00")
    hands.control(Qt.Key.Key_Return)
    evening.rest()
    assert shelter.bed("204-C").kept_for == "Polres"
    assert tile(board, "204-C").hasFocus()


def test_the_list_places_like_the_board(evening: Evening, shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    board = evening.board("rina")
    hands = evening.hands
    hands.tab_to(board.waiting.people[girl.person_id])
    evening.key(Qt.Key.Key_Return, Qt.Key.Key_F6)
    hands.tab_to(board.table)
    hands.control(Qt.Key.Key_End)
    evening.key(Qt.Key.Key_Return)
    assert evening.beds()["Kenanga"].startswith("20")


def test_a_birthday_is_found_by_the_check_and_mended_by_a_new_plan(
    evening: Evening, shelter
) -> None:
    turning = shelter.arrive("Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    shelter.place(turning.person_id, "201-A", "rina")
    shelter.place(shelter.arrive("Kenanga", "16").person_id, "201-B", "rina")
    shelter.clock.move(days=1)
    board = evening.board("rina")
    hands = evening.hands
    hands.tab_to(board.waiting.search)
    for kind in (NightListPanel, ReplanPanel):
        hands.control(Qt.Key.Key_Tab)
        evening.rest()
        shown = evening.shell.front.findChildren(kind)
        assert [each for each in shown if each.isVisible()]
    panel = shown[0]
    hands.press(panel.look_button)
    hands.wait(lambda: panel.plan is not None, "a plan")
    evening.rest()
    assert panel.moves.list.hasFocus()
    hands.press(panel.apply_button)
    evening.rest()
    assert evening.beds() == {"Melati": "101-A", "Kenanga": "201-B"}
    assert panel.look_button.hasFocus()
    evening.hands.control(Qt.Key.Key_2)
    board.waiting.search.setFocus()
    evening.hands.control(Qt.Key.Key_Z)
    evening.rest()
    assert evening.shell.main.banner.text
    assert evening.beds()["Melati"] == "101-A"
