# SPDX-License-Identifier: Apache-2.0
"""After the power cut: resume, two right beds, a refusal, the handover, lock, looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.devtools.tour.clock import TourClock
from app.devtools.tour.family import uncertain_ages
from app.devtools.tour.group import group
from app.devtools.tour.hands import Hands
from app.devtools.tour.house import empty_a_room, house
from app.devtools.tour.rounds import rounds
from app.devtools.tour.stages import PIN, desk_of, sign_in, to_training, view_of
from app.policies.reasons import Verdict
from app.services.staff.training import published_password
from app.ui.arrivals.shift.handover import HandoverView
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.shell.help import HelpDialog
from app.ui.shell.main_page import MainPage
from app.ui.shell.palette import Palette
from app.ui.shell.shell import Shell

INCOMING = "hendra"


def night(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """Go on where the power cut came, until the next shift has taken over."""
    to_training(hands)
    main = sign_in(hands, shell, "dewi")
    _resume(hands, shell, main)
    _plain_arrival(hands, shell, main)
    _refusal(hands, shell, main)
    empty_a_room(hands, shell, main)
    _veil(hands, shell)
    group(hands, shell, main)
    rounds(hands, shell, main, clock)
    clock.put_to(7, 0)
    hands.key(Qt.Key.Key_F9)
    _handover(hands, shell, main)
    main = hands.wait_for(MainPage)
    _alarm(hands, shell, main)
    house(hands, shell, main)
    uncertain_ages(hands, shell, main)
    _looks(hands, shell)


def _settled(hands: Hands, shell: Shell, what: str) -> None:
    hands.wait(lambda: shell.tasks.idle, what)


def _resume(hands: Hands, shell: Shell, main: MainPage) -> None:
    desk = desk_of(main)
    with hands.step("draft-in-the-queue"):
        _settled(hands, shell, "queue")
    desk.queue.list.setFocus()
    desk.queue.list.setCurrentRow(0)
    hands.key(Qt.Key.Key_Return)
    with hands.step("resumed-at-the-same-field"):
        hands.wait(lambda: desk.register.fields.age.text() == "1", "the half-typed age")
        hands.wait(lambda: desk.register.fields.age.hasFocus(), "the cursor in the age")
    hands.letters("2")
    hands.tab(2)
    hands.letters("p")
    with hands.step("child-presumed-while-typing"):
        _settled(hands, shell, "autosave")
    hands.control(Qt.Key.Key_Return)
    with hands.step("beds-for-the-girl"):
        hands.wait(lambda: desk.beds.current is not None and desk.beds.hasFocus(), "beds")
    hands.letters("1")
    _settled(hands, shell, "bed")


def _plain_arrival(hands: Hands, shell: Shell, main: MainPage) -> None:
    desk = desk_of(main)
    hands.start_counting()
    with hands.step("plain-arrival"):
        hands.control(Qt.Key.Key_N)
        hands.name("Soekarti")
        hands.tab()
        hands.letters("p")
        hands.tab()
        hands.letters("34")
        hands.tab(2)
        hands.letters("p")
        hands.tab(4)
        hands.letters("t")
        hands.tab()
        hands.letters("0")
        hands.tab(2)
        hands.letters("t")
    hands.control(Qt.Key.Key_Return)
    hands.report(keystrokes=hands.keystrokes, of="one_arrival")
    with hands.step("beds-for-the-woman"):
        hands.wait(lambda: desk.beds.current is not None and desk.beds.hasFocus(), "beds")


def _refusal(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.control(Qt.Key.Key_2)
    rooms = view_of(main, "dormitory", DormitoryView)
    _settled(hands, shell, "rooms")
    hands.wait(lambda: rooms.waiting.people, "who waits")
    hands.click(next(iter(rooms.waiting.people.values())))
    with hands.step("every-room-says-its-verdict"):
        hands.wait(lambda: rooms.chosen.verdicts is not None, "verdicts")
    hands.click(_bed_of_the_other_side(rooms))
    with hands.step("illegal-bed-refused"):
        hands.wait(lambda: rooms.chosen.side.banner.text, "the refusal")
    _settled(hands, shell, "the verdicts again")
    next(iter(rooms.waiting.people.values())).setFocus()
    hands.key(Qt.Key.Key_Return)
    _settled(hands, shell, "bed")
    with hands.step("both-in-bed"):
        hands.wait(lambda: not rooms.waiting.people, "everybody in bed")


def _bed_of_the_other_side(rooms: DormitoryView) -> QPushButton | None:
    """Return a free bed of a room that is not for whoever is selected."""
    said = rooms.chosen.verdicts.rooms if rooms.chosen.verdicts else ()
    refused = {each.room_id for each in said if each.verdict is Verdict.FORBIDDEN}
    return next(
        (
            tile
            for bed_id, tile in rooms.plan.tiles.items()
            if rooms.plan.lines[bed_id][0].room_id in refused
            and rooms.plan.lines[bed_id][1].sleeper is None
            and tile.isVisible()
        ),
        None,
    )


def _veil(hands: Hands, shell: Shell) -> None:
    with hands.step("locked"):
        hands.control(Qt.Key.Key_L)
        hands.wait(lambda: shell.locked, "the veil")
    hands.letters(PIN)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: not shell.locked, "unlocking")


def _handover(hands: Hands, shell: Shell, main: MainPage) -> None:
    sheet = view_of(main, "handover", HandoverView)
    _settled(hands, shell, "handover sheet")
    sheet.note.setFocus()
    hands.letters("Kenanga takut gelap; lampu kecil dibiarkan menyala.")
    with hands.step("handover-preview"):
        hands.wait(lambda: sheet.paper.pages and shell.tasks.idle and not sheet.pending, "preview")
    hands.paper("handover", sheet.paper.content)
    sheet.incoming.setCurrentIndex(sheet.incoming.findData(INCOMING))
    sheet.password.setFocus()
    hands.letters(published_password())
    with hands.step("handed-over"):
        hands.key(Qt.Key.Key_Return)
        hands.wait(
            lambda: shell.workplace is not None and shell.workplace.actor.login == INCOMING,
            "the next officer",
        )
        _settled(hands, shell, "the next shift")


def _alarm(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Correct a fact that nobody placed: the alarm and its cure."""
    hands.control(Qt.Key.Key_K)
    hands.wait(lambda: isinstance(QApplication.activePopupWidget(), Palette), "the box")
    with hands.step("search-in-old-spelling"):
        hands.wait(lambda: shell.tasks.idle, "index")
        hands.letters("cahyani")
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: QApplication.activePopupWidget() is None, "the box to close")
    desk = desk_of(main)
    hands.wait(lambda: desk.register.opened is not None, "her answers")
    age = desk.register.fields.age
    age.setFocus()
    age.selectAll()
    hands.letters("1/2/1999")
    hands.tab()
    hands.letters("d")
    hands.control(Qt.Key.Key_Return)
    _settled(hands, shell, "the corrected fact")
    hands.control(Qt.Key.Key_2)
    rooms = view_of(main, "dormitory", DormitoryView)
    with hands.step("alarm-with-its-cure"):
        hands.wait(lambda: rooms.cures, "an alarm")
        _settled(hands, shell, "alarms")
    while rooms.cures:
        hands.click(rooms.cures[0])
        _settled(hands, shell, "the cure")
    with hands.step("alarm-cured"):
        hands.wait(lambda: not rooms.cures, "no alarm")


def _looks(hands: Hands, shell: Shell) -> None:
    main = hands.wait_for(MainPage)
    hands.key(Qt.Key.Key_F1)
    dialog = next(box for box in main.findChildren(HelpDialog) if box.isVisible())
    with hands.step("help"):
        hands.wait(dialog.isVisible, "help")
    dialog.accept()
    main.go("desk")
    with hands.step("english"):
        shell.switch_language()
        _settled(hands, shell, "English")
    with hands.step("dark"):
        shell.switch_looks()
        _settled(hands, shell, "dark")
    with hands.step("dark-rooms"):
        hands.wait_for(MainPage).go("dormitory")
        _settled(hands, shell, "dark rooms")
    with hands.step("high-contrast"):
        shell.switch_looks()
        _settled(hands, shell, "high contrast")
    shell.switch_looks()
    shell.switch_language()
    hands.front.resize(1093, 543)
    for page in ("desk", "dormitory", "handover", "admin"):
        with hands.step(f"small-window-{page}"):
            hands.wait_for(MainPage).go(page)
            _settled(hands, shell, page)
    shell.switch_looks()
    shell.switch_language()
    with hands.step("small-window-dark-english-rooms"):
        hands.wait_for(MainPage).go("dormitory")
        _settled(hands, shell, "small dark rooms")
