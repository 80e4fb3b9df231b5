# SPDX-License-Identifier: Apache-2.0
"""Five from Polres Bogor, an unconscious woman, a full house, the night around them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.devtools.tour.hands import Hands
from app.devtools.tour.stages import desk_of, view_of
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.people.kinship import KinKind
from app.ui.arrivals.desk.book import BookPanel
from app.ui.arrivals.desk.view import DeskView
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.roster.panel import RosterPanel
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from app.ui.widgets.paper_dialog import PaperDialog
from app.ui.widgets.tabs import TabbedPage

_SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FIVE = (
    ("Ratmi", ("p", "34", "t", "A")),
    ("Bayi Ratmi", ("p", "8b", "t", "A")),
    ("Wulan", ("p", "19", "t", "B")),
    ("Ayu", ("p", "17", "t", "B")),
    ("Sinta", ("p", "18", "t", "")),
)
"""A mother with her baby, sisters of 19 and 17, a girl who says she is 18."""
_TOO_MANY = 14


def group(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Register, place and look after a group through the window."""
    _five(hands, shell, main)
    _family(hands, shell, main)
    _unconscious(hands, shell, main)
    _full_house(hands, shell, main)
    _night(hands, shell, main)
    _books(hands, shell, main)


def _settled(hands: Hands, shell: Shell) -> None:
    hands.wait(lambda: shell.tasks.idle, "rest")


def _five(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.start_counting()
    hands.key(Qt.Key.Key_N, _SHIFT_CTRL)
    desk = desk_of(main)
    _settled(hands, shell)
    hands.letters("p")
    hands.tab()
    hands.name("Polres Bogor")
    hands.tab(3)
    for name, cells in FIVE:
        hands.name(name)
        for cell in cells:
            hands.tab()
            hands.letters(cell)
        hands.key(Qt.Key.Key_Return)
    with hands.step("group-in-the-grid"):
        _settled(hands, shell)
    hands.control(Qt.Key.Key_Return)
    with hands.step("group-saved-beds-proposed"):
        _proposed(hands, shell, desk, len(FIVE))
    hands.report(keystrokes=hands.keystrokes + 1, of="five_arrivals")


def _proposed(hands: Hands, shell: Shell, desk: DeskView, people: int) -> None:
    hands.wait(lambda: desk.middle.currentWidget() is desk.joint, "the proposal")
    hands.wait(
        lambda: desk.joint.proposal is not None and len(desk.joint.proposal.lines) >= people,
        "everybody in the proposal",
    )
    _settled(hands, shell)


def _family(hands: Hands, shell: Shell, main: MainPage) -> None:
    desk = desk_of(main)
    hands.key(Qt.Key.Key_K, _SHIFT_CTRL)
    panel = desk.families
    hands.wait(lambda: panel.elder.count() >= len(FIVE) and shell.tasks.idle, "the people")
    for box, name in ((panel.elder, "Ra** · 34"), (panel.younger, "Ba**")):
        box.setCurrentIndex(box.findText(name, Qt.MatchFlag.MatchStartsWith))
    panel.kind.setCurrentIndex(panel.kind.findData(KinKind.MOTHER))
    hands.click(panel.declare_button)
    hands.wait(lambda: panel.chosen is not None and shell.tasks.idle, "the family")
    panel.note.setFocus()
    hands.letters("bayi menyusu dan tenang di pelukannya")
    hands.click(panel.sign_button)
    with hands.step("mother-and-baby-signed-for-tonight"):
        hands.wait(lambda: panel.chosen is not None and panel.chosen.until, "the signature")
        _settled(hands, shell)
    hands.key(Qt.Key.Key_B, _SHIFT_CTRL)
    with hands.step("beds-with-the-family-together"):
        _proposed(hands, shell, desk, len(FIVE))
    desk.joint.setFocus()
    hands.key(Qt.Key.Key_Return)
    with hands.step("everybody-placed"):
        hands.wait(
            lambda: desk.joint.proposal is not None and not desk.joint.proposal.beds, "beds for all"
        )
        _settled(hands, shell)


def _unconscious(hands: Hands, shell: Shell, main: MainPage) -> None:
    desk = desk_of(main)
    hands.control(Qt.Key.Key_N)
    with hands.step("unconscious-woman"):
        hands.name("Tidak sadar, baju biru, 02.40")
        hands.tab()
        hands.letters("p")
        hands.tab()
        hands.letters("?")
        desk.register.fields.urgent.setFocus()
        hands.letters("s")
    hands.control(Qt.Key.Key_Return)
    with hands.step("beds-for-the-unconscious-woman"):
        hands.wait(lambda: desk.beds.current is not None and desk.beds.hasFocus(), "beds")
        _settled(hands, shell)
    hands.letters("1")
    _settled(hands, shell)


def _full_house(hands: Hands, shell: Shell, main: MainPage) -> None:
    desk = desk_of(main)
    hands.key(Qt.Key.Key_N, _SHIFT_CTRL)
    _settled(hands, shell)
    hands.click(desk.group.new_button)
    _settled(hands, shell)
    desk.group.table.go_to(0, "name")
    for number in range(1, _TOO_MANY + 1):
        hands.letters(f"Rombongan {number}\tp\t{30 + number}")
        hands.key(Qt.Key.Key_Return)
    hands.control(Qt.Key.Key_Return)
    with hands.step("full-house-next-steps-named"):
        _proposed(hands, shell, desk, _TOO_MANY)


def _night(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.control(Qt.Key.Key_4)
    page = view_of(main, "night", TabbedPage)
    log = page.show_panel("LogPanel")
    _settled(hands, shell)
    log.begin(LogKind.CALL)
    log.words.setFocus()
    hands.letters("Polres menanyakan kedatangan; dijawab tidak dapat memastikan.")
    log.to_next.setChecked(True)
    hands.control(Qt.Key.Key_Return)
    with hands.step("duty-log"):
        _settled(hands, shell)
    check = page.show_panel("BedCheckPanel")
    _settled(hands, shell)
    hands.click(check.start_button)
    _settled(hands, shell)
    check.list.setFocus()
    for state in (*[MarkState.PRESENT] * 3, MarkState.ABSENT, MarkState.PRESENT):
        check.mark(state)
        _settled(hands, shell)
    with hands.step("bed-check-one-missing"):
        _settled(hands, shell)
    care = page.show_panel("CarePage")
    hands.wait(lambda: care.people.count() and shell.tasks.idle, "people")
    care.people.setCurrentRow(_TOO_MANY + 1)
    with hands.step("needs-and-belongings"):
        _settled(hands, shell)
    hands.click(care.receipt_button)
    paper_of(hands, shell, care, "receipt")
    hands.click(care.card_button)
    paper_of(hands, shell, care, "dormitory-card")
    hands.control(Qt.Key.Key_2)
    rooms = view_of(main, "dormitory", DormitoryView)
    _settled(hands, shell)
    with hands.step("rooms-at-night"):
        _settled(hands, shell)
    hands.click(rooms.roll_call)
    paper_of(hands, shell, rooms, "fire-roll-call")


def paper_of(hands: Hands, shell: Shell, around: QWidget, name: str) -> None:
    """Keep the paper that was just opened, as a picture of its dialog and as PDF."""
    hands.wait(lambda: _open_paper(around) is not None, name)
    _settled(hands, shell)
    dialog = _open_paper(around)
    if dialog is None:
        return
    with hands.step(name):
        hands.wait(lambda: dialog.paper.pages, name)
    hands.paper(name, dialog.paper.content)
    dialog.reject()
    hands.wait(lambda: _open_paper(around) is None, "the paper to close")
    hands.front.activateWindow()
    hands.wait(hands.front.isActiveWindow, "the window again")


def _open_paper(around: QWidget) -> PaperDialog | None:
    return next((each for each in around.findChildren(PaperDialog) if each.isVisible()), None)


def _books(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.control(Qt.Key.Key_5)
    page = view_of(main, "book", TabbedPage)
    for kind, name in ((BookPanel, "arrival-book"), (RosterPanel, "duty-roster")):
        page.show_panel(kind.__name__)
        with hands.step(name):
            _settled(hands, shell)
