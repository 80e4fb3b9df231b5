# SPDX-License-Identifier: Apache-2.0
"""Every control has a spoken name, whatever the post; closed dialogs are freed."""

import pytest
from PySide6.QtWidgets import QWidget

from app import BUILT
from app.clock import Zone
from app.policies.access import Role
from app.policies.timekeeping import ClockDoubt, Seen
from app.services.staff.timekeeping import ClockQuestion
from app.ui.front import Front
from app.ui.login.clock_page import ClockPage
from app.ui.login.lock_page import LockPage
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.staff_page import StaffPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.shell.help import HelpDialog
from app.ui.shell.main_page import MainPage
from app.ui.shell.palette import Palette
from tests.conftest import NIGHT, STAFF
from tests.helpers.accessible import nameless
from tests.helpers.freed import is_freed

LOGIN = {role: login for login, role in STAFF.items() if login != "sri"}
CLOCK = ClockQuestion(Zone.WIB, NIGHT, Seen(BUILT, NIGHT), tuple(ClockDoubt), NIGHT)


@pytest.mark.parametrize("role", list(Role))
def test_every_control_of_every_page_has_a_name(qtbot, shelter, at_work, settle, role):
    shelter.arrive("Kenanga", "12")
    main = MainPage(at_work(LOGIN[role]))
    qtbot.addWidget(main)
    settle()
    assert main.views
    for page in tuple(main.views):
        main.go(page)
        settle()
    assert nameless(main) == []


@pytest.mark.parametrize(
    "make",
    [
        WelcomePage,
        lambda looks: LoginPage(looks, ("dewi",), training=False),
        lambda looks: LoginPage(looks, ("dewi",), training=True),
        lambda looks: PinPage(looks, "Dewi"),
        lambda looks: RecoveryPage(looks, ("ratna",)),
        StaffPage,
        Wizard,
        LockPage,
        lambda looks: ClockPage(looks, CLOCK),
    ],
    ids=["welcome", "login", "training", "pin", "recovery", "staff", "wizard", "lock", "clock"],
)
def test_every_control_before_the_desk_has_a_name(qtbot, looks, make):
    page = make(looks)
    qtbot.addWidget(page)
    assert nameless(page) == []


def test_dialogs_are_freed_on_close(qtbot, shelter, at_work, settle):
    workplace = at_work()
    parent = QWidget()
    qtbot.addWidget(parent)
    assert is_freed(lambda: HelpDialog(workplace.looks, "desk", parent))
    assert is_freed(lambda: Palette(workplace, (), None, parent))
    settle()


def test_the_window_has_a_smallest_size_that_fits_old_screens(qtbot, qapp, paths, looks, languages):
    front = Front(paths, looks, languages)
    qtbot.addWidget(front)
    assert front.minimumWidth() <= 1024
    assert front.minimumHeight() <= 543
