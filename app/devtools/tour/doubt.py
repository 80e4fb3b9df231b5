# SPDX-License-Identifier: Apache-2.0
"""What cannot be believed: the PC's clock in 2009, and a woman estimated at 24."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.clock import Pc, Timepiece, Zone
from app.devtools.tour.clock import TourClock
from app.devtools.tour.hands import Hands
from app.devtools.tour.stages import desk_of, knock, take_pin, to_training
from app.ui.login.clock_page import ClockPage
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell

_BEHIND = timedelta(days=6_500)


def empty_battery(clock: TourClock) -> Timepiece:
    """Return the clock of a PC whose battery is empty."""
    return Timepiece(Pc(lambda: clock() - _BEHIND, lambda: Zone.WIB.ahead))


def doubt(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """Answer which day it is, then look for a bed for a woman who may be a child."""
    to_training(hands)
    knock(hands, "dewi")
    asked = hands.wait_for(ClockPage)
    with hands.step("which-day-is-it"):
        hands.wait(asked.day.hasFocus, "the question")
    now = Zone.WIB.local(clock())
    hands.letters(f"{now:%d/%m/%Y}")
    hands.tab()
    with hands.step("a-day-from-a-watch"):
        hands.letters(f"{now:%H.%M}")
    hands.key(Qt.Key.Key_Return)
    with hands.step("corrected-clock-in-the-bar"):
        main = take_pin(hands, shell)
    _maybe_a_woman(hands, shell, main)


def _maybe_a_woman(hands: Hands, shell: Shell, main: MainPage) -> None:
    desk = desk_of(main)
    hands.control(Qt.Key.Key_N)
    hands.name("Puspa")
    hands.tab()
    hands.letters("p")
    hands.tab()
    with hands.step("estimated-at-24"):
        hands.letters("24")
        hands.wait(lambda: shell.tasks.idle, "autosave")
    hands.control(Qt.Key.Key_Return)
    with hands.step("beds-for-who-may-be-a-woman"):
        hands.wait(lambda: desk.beds.current is not None and desk.beds.hasFocus(), "beds")
