# SPDX-License-Identifier: Apache-2.0
"""Screens of the duty desk on a real shelter, and a disk that can be full."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from app.db.guard import authorize
from app.errors import Cause, Unavailable
from app.policies.arrivals.registration import ArrivalForm
from app.services.acts import save_quietly
from app.services.arrivals.register.drafts import KeepDraft, discard_draft, keep_draft
from app.services.arrivals.shift.shifts import start_shift
from app.ui.arrivals.care.care import CarePanel
from app.ui.arrivals.desk.view import DeskView
from app.ui.arrivals.register.form import ArrivalFields
from app.ui.arrivals.register.register import RegisterPanel
from app.ui.workplace import Workplace
from tests.conftest import Shelter, a_form
from tests.ui.widgets.screens import (
    keep_fresh,
    open_screen,
)

_UNLIMITED = 4_294_967_294


@pytest.fixture
def fields(qtbot: QtBot, at_work: Callable[..., Workplace]) -> ArrivalFields:
    """Return the empty form, shown, the cursor in its first field."""
    made = ArrivalFields(at_work())
    open_screen(qtbot, made)
    made.focus("name")
    return made


@pytest.fixture
def panel(qtbot: QtBot, at_work: Callable[..., Workplace]) -> RegisterPanel:
    """Return an empty registration, shown, the cursor in its first field."""
    made = RegisterPanel(at_work())
    open_screen(qtbot, made)
    made.fields.focus("name")
    return made


@pytest.fixture
def desk(
    qtbot: QtBot, at_work: Callable[..., Workplace], settle: Callable[[], None]
) -> Callable[[str], DeskView]:
    """Return a way to open the duty desk for an officer."""

    def sit_down(login: str = "dewi") -> DeskView:
        workplace = at_work(login)
        made = DeskView(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        made.register.fields.focus("name")
        settle()
        return made

    return sit_down


@dataclass
class Disk:
    """Room on the disk under one shelter; SQLite itself refuses what does not fit."""

    shelter: Shelter

    def fill(self) -> None:
        """Leave no room for one more row of an act or of a draft."""
        self._limit(1)
        house, officer = self.shelter.house, self.shelter.actors["sri"]
        for form in (a_form("x" * 4000), a_form(), ArrivalForm(name="x")):
            draft = KeepDraft(form, "name")
            while self._fits(partial(save_quietly, house, officer, keep_draft, draft)):
                pass
        while self._fits(lambda: self.shelter.act(discard_draft, uuid4())):
            pass

    def make_room(self) -> None:
        """Let the file grow again."""
        self._limit(_UNLIMITED)

    def _fits(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except Unavailable as error:
            assert error.cause is Cause.DISK_FULL
            return False
        return True

    def _limit(self, pages: int) -> None:
        with self.shelter.house.database.unit_of_work(self.shelter.clock()) as session:
            raw = session.connection().connection.dbapi_connection
            raw.set_authorizer(None)
            raw.execute(f"PRAGMA max_page_count = {pages}").fetchone()
            raw.set_authorizer(authorize)


@pytest.fixture
def disk(shelter: Shelter) -> Iterator[Disk]:
    """Return the disk; it has room again at the end."""
    made = Disk(shelter)
    yield made
    made.make_room()


@pytest.fixture
def melati(shelter):
    shelter.act(start_shift, None)
    return shelter.arrive("Melati", "30")


@pytest.fixture
def open_care(qtbot, at_work, melati, settle):
    """Return a way to open Melati's care for an officer."""

    def sit_down(login="dewi"):
        workplace = at_work(login)
        made = CarePanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        made.open(melati.arrival_id)
        settle()
        return made

    return sit_down


@pytest.fixture
def care(open_care):
    return open_care()
