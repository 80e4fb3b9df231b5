# SPDX-License-Identifier: Apache-2.0
"""The stages of a night at the desk by keys alone, each a process that can be killed.

``python -m tests.helpers.whole_night STAGE``, as ``app.devtools.tour.stage``. The stages
press keys and look; they never click, never call what acts and never move the cursor by
code. Tabs are pressed until the cursor is where it should be.
"""

import re
import sys
from dataclasses import astuple

from PySide6.QtCore import Qt

from app.devtools.tour.clock import TourClock
from app.devtools.tour.hands import Hands, Stuck
from app.devtools.tour.stage import main as run
from app.devtools.tour.stages import Stage, desk_of, view_of
from app.services.staff.training import published_password
from app.ui.arrivals.care.bed_check import BedCheckPanel
from app.ui.arrivals.desk.view import DeskView
from app.ui.arrivals.register.group_table import RESULT
from app.ui.arrivals.shift.handover import HandoverView
from app.ui.arrivals.shift.log import LogPanel
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from tests.helpers.by_keys import enter, lock, panel, settled, sign_in, start_shift

OUTGOING, INCOMING = "dewi", "sri"
ALONE, INTERRUPTED = "Mawar", "Kenanga"
GROUP = (
    ("Ratmi", ("p", "34", "t", "")),
    ("Wulan", ("p", "19", "t", "A")),
    ("Ayu", ("p", "17", "t", "A")),
    ("Sinta", ("p", "18", "h", "")),
    ("Murni", ("p", "12", "t", "B")),
)
KEPT_ROWS = 2
LOGGED = "Polres menelepon; dijawab tidak dapat memastikan."
LEFT_WORD = "Murni minta lampu kecil menyala."
_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier
_NUMBER = re.compile(r"\b[A-Z]{2,4}-\d{4}-\d+\b")


def evening(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """22.00 to 23.14: the shift starts, one woman has a bed, the next is half typed."""
    main = sign_in(hands, shell, OUTGOING)
    start_shift(hands, shell, main)
    clock.put_to(23, 10)
    _alone(hands, shell, main)
    desk = desk_of(main)
    hands.control(Qt.Key.Key_N)
    hands.letters(INTERRUPTED)
    for answer in ("p", "1"):
        hands.tab()
        hands.letters(answer)
    hands.wait(lambda: desk.register.saved, "autosave")
    hands.letters("2")
    _power_cut(hands)


def midnight(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """23.18 to 01.53: her form opens where it stopped; a group is typed up to the third row."""
    main = sign_in(hands, shell, OUTGOING)
    _go_on(hands, shell, main)
    clock.put_to(1, 50)
    desk = desk_of(main)
    hands.key(Qt.Key.Key_N, _CTRL_SHIFT)
    settled(hands, shell)
    hands.letters("p")
    hands.tab()
    hands.letters("Polres Bogor")
    hands.tab(3)
    for name, cells in GROUP[:KEPT_ROWS]:
        _row(hands, name, cells)
    name, _ = GROUP[KEPT_ROWS]
    hands.letters(name[:2])
    hands.wait(lambda: not desk.group.pending and shell.tasks.idle, "the rows on disk")
    hands.letters(name[2:])
    _power_cut(hands)


def morning(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """01.57 to 07.00: the group is offered, finished and placed; log, bed check, handover."""
    main = sign_in(hands, shell, OUTGOING)
    _rest_of_the_group(hands, shell, main)
    _log(hands, shell, main)
    clock.put_to(3, 0)
    _bed_check(hands, shell, main)
    lock(hands, shell)
    clock.put_to(7, 0)
    _handover(hands, shell, main)


STAGES: dict[str, Stage] = {"evening": evening, "midnight": midnight, "morning": morning}


def _power_cut(hands: Hands) -> None:
    hands.report(ready=1)
    hands.wait(lambda: False, "the power cut")


def _acknowledged(hands: Hands, said: str) -> None:
    """Note the number the screen gave, as an officer would copy it on paper."""
    found = _NUMBER.search(said)
    if found is None:
        raise Stuck(f"no number in: {said}")
    hands.report(noted="arrival", number=found[0])


def _bed_by_key(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Save the form, note the number, take the first bed."""
    desk = desk_of(main)
    hands.control(Qt.Key.Key_Return)
    hands.wait(lambda: desk.beds.current is not None and desk.beds.hasFocus(), "beds")
    _acknowledged(hands, main.toast.text)
    settled(hands, shell)
    hands.letters("1")
    hands.wait(lambda: shell.tasks.idle and desk.beds.current is None, "her bed")


def _alone(hands: Hands, shell: Shell, main: MainPage) -> None:
    fields = desk_of(main).register.fields
    hands.control(Qt.Key.Key_N)
    hands.letters(ALONE)
    for field, answer in (
        (fields.sex.focusProxy(), "p"),
        (fields.age, "34"),
        (fields.came_by.focusProxy(), "s"),
        (fields.urgent.focusProxy(), "t"),
        (fields.threatened.focusProxy(), "t"),
    ):
        hands.tab_to(field)
        hands.letters(answer)
    _bed_by_key(hands, shell, main)


def _go_on(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Open the draft from the queue; the cursor stands in the age, as before the cut."""
    desk = desk_of(main)
    hands.tab_to(desk.queue.list, back=True)
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Return)
    fields = desk.register.fields
    hands.wait(lambda: fields.name.text() == INTERRUPTED and fields.age.hasFocus(), "the same form")
    hands.report(noted="resumed", age=fields.age.text())
    hands.control(Qt.Key.Key_A)
    hands.letters("12")
    hands.tab_to(fields.came_by.focusProxy())
    hands.letters("s")
    _bed_by_key(hands, shell, main)


def _row(hands: Hands, name: str, cells: tuple[str, ...], *, last: bool = False) -> None:
    """Type a row; the last one is saved from the cell the cursor is in."""
    hands.letters(name)
    for cell in cells:
        hands.tab()
        hands.letters(cell)
    if not last:
        hands.key(Qt.Key.Key_Return)


def _rest_of_the_group(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.key(Qt.Key.Key_N, _CTRL_SHIFT)
    desk = desk_of(main)
    hands.wait(lambda: shell.tasks.idle and desk.group.banner.text, "the half-typed group")
    hands.key(Qt.Key.Key_F8)
    hands.key(Qt.Key.Key_Return)
    table = desk.group.table
    hands.wait(lambda: table.hasFocus() and len(table.unsaved()) > KEPT_ROWS, "its rows")
    hands.report(noted="rows", rows=[list(astuple(row)) for row in table.unsaved().values()])
    for place, (name, cells) in enumerate(GROUP[KEPT_ROWS:], start=KEPT_ROWS + 1):
        _row(hands, name, cells, last=place == len(GROUP))
    hands.control(Qt.Key.Key_Return)
    _beds_for_all(hands, shell, desk)


def _beds_for_all(hands: Hands, shell: Shell, desk: DeskView) -> None:
    hands.wait(lambda: desk.middle.currentWidget() is desk.joint, "the proposal")
    hands.wait(
        lambda: (
            desk.joint.proposal is not None
            and len(desk.joint.proposal.beds) == len(GROUP)
            and shell.tasks.idle
        ),
        "a bed for everybody of the group",
    )
    for place in range(len(GROUP)):
        _acknowledged(hands, desk.group.table.item(place, RESULT).text())
    with hands.step("beds-for-the-group"):
        hands.wait(desk.joint.hasFocus, "the cursor in the proposal")
    hands.key(Qt.Key.Key_Return)
    hands.wait(
        lambda: (
            desk.joint.proposal is not None and not desk.joint.proposal.lines and shell.tasks.idle
        ),
        "beds for all",
    )


def _log(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.control(Qt.Key.Key_4)
    settled(hands, shell)
    log = panel(main, LogPanel)
    hands.tab_to(log.kind.focusProxy())
    hands.letters("e")
    hands.tab_to(log.words)
    hands.letters(LOGGED)
    hands.press(log.to_next)
    hands.control(Qt.Key.Key_Return)
    hands.wait(lambda: shell.tasks.idle and not log.pending, "the entry in the log")


def _bed_check(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Mark everybody; the first is missed at first, then found and corrected."""
    hands.control(Qt.Key.Key_Tab)
    settled(hands, shell)
    check = panel(main, BedCheckPanel)
    hands.press(check.start_button)
    hands.wait(lambda: shell.tasks.idle and check.finish_button.isVisible(), "the round")
    hands.wait(check.list.hasFocus, "the cursor in the list")
    hands.letters("t")
    hands.key(Qt.Key.Key_Up)
    hands.letters("h" * check.list.count())
    settled(hands, shell)
    hands.report(noted="checked", number=check.list.count())
    with hands.step("bed-check"):
        settled(hands, shell)
    hands.press(check.finish_button)
    hands.wait(lambda: shell.tasks.idle and check.start_button.isVisible(), "the end of the round")


def _handover(hands: Hands, shell: Shell, main: MainPage) -> None:
    hands.key(Qt.Key.Key_F9)
    sheet = view_of(main, "handover", HandoverView)
    settled(hands, shell)
    hands.tab_to(sheet.note)
    hands.letters(LEFT_WORD)
    hands.wait(lambda: shell.tasks.idle and not sheet.pending, "the message")
    hands.tab_to(sheet.incoming)
    hands.letters(INCOMING)
    if sheet.incoming.currentData() != INCOMING:
        raise Stuck(f"{INCOMING} cannot be chosen by her letters")
    hands.tab_to(sheet.password)
    enter(hands, published_password())
    hands.wait(
        lambda: shell.workplace is not None and shell.workplace.actor.login == INCOMING,
        "the next officer",
    )
    settled(hands, shell)


if __name__ == "__main__":
    sys.exit(run(STAGES))
