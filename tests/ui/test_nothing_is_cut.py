# SPDX-License-Identifier: Apache-2.0
"""Nothing is cut off: every page, drawer and dialog at every zoom, in small windows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.policies.answers import given
from app.policies.arrivals.night import LogKind
from app.policies.arrivals.registration import ArrivalForm, CameBy, UrgentNeed
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.dormitory.rules.settings import PROPOSED
from app.policies.people.age import AgeBasis
from app.policies.people.departures import Outcome
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.acts import save_quietly
from app.services.arrivals.register.drafts import KeepDraft, keep_draft
from app.services.arrivals.shift.log import WriteEntry, write_entry
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.block import BlockPlace, block_place
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.night.checks import run_night_check
from app.services.dormitory.rooms.moves import PlanMove, plan_move
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from app.services.people.births import NoteBirth, note_birth
from app.services.people.family import DeclareKin, declare_kin
from app.services.people.presumption import AskEnd, ask_end
from app.ui.application import STYLE
from app.ui.arrivals.care.birth_card import BirthCard
from app.ui.dormitory.beds.block_panel import BlockPanel
from app.ui.dormitory.beds.reserve_panel import ReservePanel
from app.ui.i18n import Language
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from app.ui.theme.tokens import Theme
from app.ui.widgets.field import Field
from app.ui.widgets.tabs import TabbedPage
from tests.conftest import SetClock, Shelter
from tests.helpers.cut import cut
from tests.ui.login.ways import sign_in, standing
from tests.ui.widgets.screens import at_rest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SIZES = ((1366, 697), (1093, 543))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the application as the program does."""
    return ["teduh", *STYLE]


@pytest.fixture
def shell(
    qtbot: QtBot, qapp: QApplication, paths: Paths, clock: SetClock, lived_in: Shelter
) -> Iterator[Shell]:
    """Open the whole window at its login."""
    with standing(qtbot, qapp, paths, clock) as made:
        yield made
        made.front.looks.apply(Theme.LIGHT, 100)


@pytest.fixture
def lived_in(shelter: Shelter) -> Shelter:
    """A shelter in which every list has a line."""
    today = shelter.house.zone.today(shelter.clock())
    shelter.act(start_shift, None)
    girl, woman = shelter.arrive("Kenanga", "12"), shelter.arrive("Melati Anggraini", "34")
    shelter.place(girl.person_id, "201-A")
    shelter.place(woman.person_id, "101-A")
    other = shelter.arrive("Mawar Kusumawardhani", "41", referrer="Dinas Sosial Kabupaten Bogor")
    shelter.place(other.person_id, "102-B")
    away = shelter.arrive("Sekar", "29")
    shelter.place(away.person_id, "101-B")
    soon = shelter.arrive("Anggrek", "5/12/2008")
    shelter.place(soon.person_id, "202-A")
    gone = shelter.arrive("Bunga", "30")
    for name, age in (("Tulus Puspitasari", "19"), *((f"Roslina {at}", "33") for at in range(8))):
        shelter.arrive(name, age, urgent=given(frozenset({UrgentNeed.ILL})))
    doubted = shelter.arrive("", "?", urgent=given(frozenset({UrgentNeed.ILL})))
    proof = AskEnd(
        doubted.person_id, AgeBasis.DOCUMENT, "1/1/2000", "KTP", today, "KTP asli diperiksa"
    )
    soon_day = today + timedelta(days=2)
    rest = shelter.clock() + timedelta(hours=5)
    for act, command, by in (
        (keep_apart, KeepApart(woman.person_id, other.person_id, "berselisih di luar"), "ani"),
        (note_absence, NoteAbsence(away.person_id, AbsenceKind.HOSPITAL, due_back=rest), "dewi"),
        (reserve_beds, ReserveBeds((shelter.bed_id("103-A"),), "Polres Bogor", rest), "dewi"),
        (
            block_place,
            BlockPlace(shelter.bed_id("103-B"), None, BlockKind.REPAIR, "kasur basah", today),
            "rina",
        ),
        (declare_kin, DeclareKin(woman.person_id, girl.person_id, KinKind.MOTHER), "dewi"),
        (
            plan_move,
            PlanMove(woman.person_id, shelter.bed_id("104-A"), soon_day, "dekat pintu"),
            "hendra",
        ),
        (ask_end, proof, "ani"),
        (propose_rules, ProposeRules(replace(PROPOSED, boys_up_to=12)), "hendra"),
        (note_birth, NoteBirth(woman.person_id, shelter.clock(), "Aster Puspitasari"), "dewi"),
        (note_needs, NoteNeeds(woman.person_id, None, 3, None, None, None), "dewi"),
        (write_entry, WriteEntry(LogKind.INCIDENT, "Lampu lorong mati.", to_next=True), "dewi"),
        (vacate_bed, Vacate(gone.person_id, Outcome.HOME, "Bogor", "Ibu Tuti"), "dewi"),
        (run_night_check, None, "dewi"),
    ):
        shelter.act(act, command, by)
    draft = KeepDraft(ArrivalForm(name="Mawar"), "name")
    save_quietly(shelter.house, shelter.actors["dewi"], keep_draft, draft)
    shelter.clock.move(minutes=40)
    return shelter


def stations(main: MainPage) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield every place of the window with the way that shows it."""
    yield from _desk(main)
    for page in tuple(main.views):
        view = main.views[page]
        if isinstance(view, TabbedPage):
            for kind in view.kinds:
                yield f"{page} {kind.__name__}", partial(_panel, main, page, kind.__name__)
        elif page != "desk":
            yield page, partial(main.go, page)
    yield from _board(main)
    yield from _drawers(main)


def _desk(main: MainPage) -> Iterator[tuple[str, Callable[[], object]]]:
    desk = main.desk
    assert desk is not None
    fields = desk.register.fields

    def escorted() -> None:
        desk.new_arrival()
        fields.age.setText("17")
        fields.came_by.set_answer(given(CameBy.POLICE))
        fields.paper.copied.setChecked(True)
        fields.review()
        fields.show_problem("age", Reason.AGE_UNREADABLE)

    yield "desk", partial(main.go, "desk")
    yield "desk form", escorted
    yield "rounds form", desk.tonight.rounds.write
    yield "rounds again", desk.tonight.rounds.close_form
    yield "desk group", desk.new_group
    yield "desk joint", desk.propose
    yield "desk families", desk.show_families
    yield "desk beds", lambda: desk.find_bed(desk.beds.current.person_id)
    yield "desk again", desk.leave


def _panel(main: MainPage, page: str, kind: str) -> Any:
    main.go(page)
    return main.views[page].show_panel(kind)


def _board(main: MainPage) -> Iterator[tuple[str, Callable[[], object]]]:
    board = _panel(main, "dormitory", "DormitoryView")
    taken = next(each for each in board.plan.tiles.values() if each.line.sleeper is not None)
    free = next(each for each in board.plan.tiles.values() if each.line.sleeper is None)
    show = partial(_panel, main, "dormitory", "DormitoryView")

    def chosen() -> None:
        show()
        board.chosen.deselect()
        taken.click()

    def deed(at: int) -> None:
        chosen()
        board.chosen.side.deeds[at].click()

    yield "board waiting", lambda: (show(), next(iter(board.waiting.people.values())).click())
    yield "board chosen", chosen
    for at in range(4):
        yield f"board deed {at}", partial(deed, at)
    yield "board bed", lambda: (board.chosen.deselect(), free.click())
    for kind in (BlockPanel, ReservePanel):
        yield f"board {kind.__name__}", partial(board.chosen.deeds._open, kind)
    yield "board list", lambda: (board.drawer.setCurrentIndex(0), board.as_list.click())
    yield "board again", board.as_list.click
    yield "together", lambda: (chosen(), board.chosen.choose_bed(free.bed_id))
    yield "alone", _closed
    yield "help", main.help
    yield "no help", _closed
    yield "board with names", lambda: main.workplace.set_masking(False)
    yield "board without", lambda: main.workplace.set_masking(True)


def _closed() -> None:
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def _drawers(main: MainPage) -> Iterator[tuple[str, Callable[[], object]]]:
    eighteen = partial(_panel, main, "dormitory", "EighteenPanel")
    rooms = partial(_panel, main, "caretaking", "RoomsPanel")
    check = partial(_panel, main, "dormitory", "NightListPanel")
    night = partial(_panel, main, "book", "HistoryPanel")
    care = partial(_panel, main, "night", "CarePage")
    ages = partial(_panel, main, "book", "AgesPanel")

    def cared_for(at: int) -> None:
        care().people.setCurrentRow(at)
        cards = care().findChildren(BirthCard)
        cards[0].sex.setFocus()

    def proven(at: int) -> None:
        panel = ages()
        panel.people.setCurrentRow(at)
        panel.basis.set_answer(given(AgeBasis.DOCUMENT))
        panel.basis.changed.emit()

    for at in range(2):
        yield f"ages proven {at}", partial(proven, at)
    for at in (0, care().people.count() - 2):
        yield f"care {at}", partial(cared_for, at)
    yield "eighteen form", lambda: eighteen().plan()
    yield "eighteen again", lambda: eighteen().form.close_form()
    for way in ("_new_wing", "_new_room", "_use"):
        yield f"rooms {way}", partial(lambda way: getattr(rooms(), way)(), way)
    yield "kept checks", lambda: check().kept_button.click()
    yield "check again", lambda: check().kept.closed.emit()
    yield "her nights", lambda: night().hers_button.click()
    yield "watch", lambda: _panel(main, "book", "RosterPanel").grid.opened.emit()
    yield "notice", lambda: main.banner.say("warn", "The disk is full. " * 20, "Try again")


def wrong_at(qtbot: QtBot, shell: Shell, zoom: int) -> dict[str, list[str]]:
    """Return what is cut at a zoom, by place and window."""
    front, main = shell.front, shell.main
    front.looks.apply(Theme.LIGHT, zoom)
    wrong, sizes = {}, list(SIZES)
    for name, show in stations(main):
        show()
        for size in sizes:
            front.resize(*size)
            at_rest(qtbot, shell.tasks)
            if found := cut(QApplication.activeModalWidget() or front):
                wrong[f"{name} {size}"] = found
        sizes.reverse()
    return wrong


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "zoom", [100, 150, *(pytest.param(zoom, marks=pytest.mark.long) for zoom in (90, 125))]
)
def test_no_text_is_cut(qtbot: QtBot, shell: Shell, zoom: int, language: Language) -> None:
    sign_in(qtbot, shell, "ratna")
    if language is not Language.EN:
        shell.switch_language()
    at_rest(qtbot, shell.tasks)
    assert wrong_at(qtbot, shell, zoom) == {}


def places(main: MainPage) -> dict[QWidget, QRect]:
    """Return where every field, line and button stands."""
    return {
        each: QRect(each.mapTo(main, QPoint(0, 0)), each.size())
        for each in main.findChildren(QWidget)
        if each.isVisible() and isinstance(each, Field | QAbstractButton | QLineEdit)
    }


def test_what_is_wrong_with_a_field_moves_nothing(qtbot: QtBot, shell: Shell) -> None:
    main = sign_in(qtbot, shell, "ratna")
    shell.front.resize(*SIZES[0])
    moved = set()
    for name, show in stations(main):
        show()
        at_rest(qtbot, shell.tasks)
        before = places(main)
        for field in [each for each in before if isinstance(each, Field)]:
            field.show_problem("Write a number, such as 14.")
            QApplication.sendPostedEvents()
            after = places(main)
            if any(after.get(each) != place for each, place in before.items()):
                moved.add(f"{name}: {field.label.text()}")
            field.show_problem("")
            QApplication.sendPostedEvents()
    assert sorted(moved) == []
