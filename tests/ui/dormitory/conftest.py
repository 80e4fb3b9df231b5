# SPDX-License-Identifier: Apache-2.0
"""What the tests of these screens share: a screen at rest, forms, panels, somebody in a bed."""

import pytest

from app.ui.dormitory.beds.view import DormitoryView
from tests.ui.widgets.screens import (
    keep_fresh,
    open_screen,
)


@pytest.fixture
def form(qtbot, at_work):
    def open_form(kind, login: str = "dewi"):
        made = kind(at_work(login))
        open_screen(qtbot, made)
        return made

    return open_form


@pytest.fixture
def bunga(shelter):
    arrived = shelter.arrive("Bunga", "30")
    shelter.place(arrived.person_id, "101-A")
    return arrived


@pytest.fixture
def rooms(qtbot, at_work, settle):
    def show(login="dewi"):
        workplace = at_work(login)
        made = DormitoryView(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return show


@pytest.fixture
def screen(qtbot, at_work, settle):
    def open_panel(kind, login: str = "rina", *, masked: bool = False):
        workplace = at_work(login)
        workplace.set_masking(masked)
        made = kind(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return open_panel


@pytest.fixture
def panel(qtbot, at_work, settle):
    def open_panel(kind, login: str = "hendra"):
        workplace = at_work(login)
        made = kind(workplace)
        open_screen(qtbot, made)
        keep_fresh(made, workplace)
        settle()
        return made

    return open_panel
