# SPDX-License-Identifier: Apache-2.0
"""“Together with …?” on screen: asked wherever somebody of a family lies down or leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare
from app.policies.people.kinship import KinKind
from app.services.dormitory.away.departed import departed
from app.services.dormitory.away.send_out import away
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.facts.room_list import room_list
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.ui.dormitory.away.send_out_panel import SendOutPanel
from app.ui.dormitory.away.vacate_panel import VacatePanel
from app.ui.dormitory.beds.reserve_panel import ReservePanel
from app.ui.widgets.bed_choice import BedChoice
from app.ui.widgets.together import Together
from tests.ui.dormitory.beds.test_small_forms import choose
from tests.ui.widgets.screens import open_screen, tells, unnamed

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def question() -> Together:
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, Together))
    return found


def asked() -> bool:
    return any(isinstance(w, Together) for w in QApplication.topLevelWidgets())


@pytest.fixture
def family(shelter):
    """Melur of 34 in 101-A and Lili of 8 months in 101-B."""
    mother, child = shelter.arrive("Melur", "34"), shelter.arrive("Lili", "8b")
    kin = shelter.act(
        declare_kin, DeclareKin(mother.person_id, child.person_id, KinKind.MOTHER)
    ).value
    shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
    shelter.place(mother.person_id, "101-A")
    shelter.place(child.person_id, "101-B")
    return mother, child


def sleeper(shelter, place):
    who = shelter.bed(place).sleeper
    return who.name if who else ""


def test_on_the_board_enter_moves_both_and_one_undo_brings_both_back(
    qtbot, shelter, rooms, settle, family
) -> None:
    view = rooms()
    view.chosen.select(family[0].person_id)
    settle()
    view.chosen.choose_bed(shelter.bed_id("102-A"))
    settle()
    asking = question()
    assert unnamed(asking) == []
    assert tells(asking, "Me** 2611-001 · 102-A. Together?")
    qtbot.keyClick(asking.go_button, Key.Key_Return)
    settle()
    assert (sleeper(shelter, "102-A"), sleeper(shelter, "102-B")) == ("Melur", "Lili")
    assert tells(view, "Me** 2611-001 sleeps in 102-A, and 1 with her.")
    shelter.clock.move(minutes=1)
    view._workplace.undo(view, lambda _label: None, lambda error: pytest.fail(str(error)))
    settle()
    assert (sleeper(shelter, "101-A"), sleeper(shelter, "101-B")) == ("Melur", "Lili")


def test_esc_moves_nobody_and_the_board_goes_on(qtbot, shelter, rooms, settle, family) -> None:
    view = rooms()
    for _twice in range(2):
        view.chosen.select(family[0].person_id)
        settle()
        view.chosen.choose_bed(shelter.bed_id("102-A"))
        settle()
        qtbot.keyClick(question(), Key.Key_Escape)
        settle()
        assert sleeper(shelter, "101-A") == "Melur"


def test_with_the_tick_taken_away_she_moves_alone(shelter, rooms, settle, family) -> None:
    view = rooms()
    view.chosen.select(family[0].person_id)
    settle()
    view.chosen.choose_bed(shelter.bed_id("102-A"))
    settle()
    asking = question()
    (tick,) = asking.ticks.values()
    tick.setChecked(False)
    asking.go_button.click()
    settle()
    assert (sleeper(shelter, "102-A"), sleeper(shelter, "101-B")) == ("Melur", "Lili")


def test_where_no_bed_is_left_for_the_child_enter_goes_back_to_the_choice(
    qtbot, shelter, rooms, settle, family
) -> None:
    for label in "BC":
        shelter.place(shelter.arrive(f"Seruni {label}", "40").person_id, f"102-{label}")
    view = rooms()
    view.chosen.select(family[0].person_id)
    settle()
    view.chosen.choose_bed(shelter.bed_id("102-A"))
    settle()
    asking = question()
    assert tells(asking, "She stays behind alone.")
    assert asking.cancel_button.hasFocus() or asking.cancel_button.isDefault()
    qtbot.keyClick(asking, Key.Key_Return)
    settle()
    assert sleeper(shelter, "101-A") == "Melur"


def test_who_has_no_family_here_is_asked_nothing(shelter, rooms, settle) -> None:
    alone = shelter.arrive("Seruni", "40")
    shelter.place(alone.person_id, "101-A")
    view = rooms()
    view.chosen.select(alone.person_id)
    settle()
    view.chosen.choose_bed(shelter.bed_id("102-A"))
    settle()
    assert not asked()
    assert sleeper(shelter, "102-A") == "Seruni"


def test_a_swap_takes_the_child_along(shelter, rooms, settle, family) -> None:
    other = shelter.arrive("Seruni", "40")
    shelter.place(other.person_id, "102-A")
    view = rooms()
    view.chosen.drop(family[0].person_id, shelter.bed_id("102-A"))
    settle()
    view.chosen.side.swap.click()
    settle()
    question().go_button.click()
    settle()
    places = ("102-A", "102-B", "101-A")
    assert [sleeper(shelter, place) for place in places] == ["Melur", "Lili", "Seruni"]


def test_at_the_desk_both_who_wait_lie_down_with_one_key(qtbot, shelter, at_work, settle) -> None:
    mother, child = shelter.arrive("Melur", "34"), shelter.arrive("Lili", "8b")
    kin = shelter.act(
        declare_kin, DeclareKin(mother.person_id, child.person_id, KinKind.MOTHER)
    ).value
    shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
    choice = BedChoice(at_work("dewi"))
    open_screen(qtbot, choice)
    choice.reload()
    choice.choose(mother.person_id)
    settle()
    choice.take(0)
    settle()
    question().go_button.click()
    settle()
    beds = [bed for wing in shelter.ask(room_list) for room in wing.rooms for bed in room.beds]
    assert {bed.sleeper.name for bed in beds if bed.sleeper} == {"Melur", "Lili"}


@pytest.mark.parametrize(
    ("care", "out"), [(ChildCare.ALONG, 2), (ChildCare.CARETAKER, 1), (ChildCare.RELATIVE, 1)]
)
def test_a_mother_who_goes_to_hospital_is_asked_who_looks_after_her_child(
    shelter, form, settle, family, care, out
) -> None:
    aunt = shelter.arrive("Sari", "40").person_id
    shelter.act(declare_kin, DeclareKin(aunt, family[1].person_id, KinKind.OTHER))
    panel = form(SendOutPanel)
    panel.open_for(family[0].person_id, "Me**")
    settle()
    assert panel.fields["child_care"].isVisible()
    choose(panel.kind, AbsenceKind.HOSPITAL)
    panel.care.setCurrentIndex(list(ChildCare).index(care))
    panel.save()
    settle()
    lines = shelter.ask(away)
    assert len(lines) == out
    mother = next(line for line in lines if line.person_id == family[0].person_id)
    assert (mother.child_care, bool(mother.carer)) == (care, care is ChildCare.RELATIVE)
    shelter.clock.move(minutes=1)
    undo = panel._workplace.undoable.inverse
    shelter.act(undo.act, undo.command)
    assert shelter.ask(away) == ()


def test_who_has_no_child_here_is_not_asked(bunga, form, settle) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    settle()
    assert panel.fields["child_care"].isHidden()


def test_a_mother_leaves_with_her_child_and_both_come_back(shelter, form, settle, family) -> None:
    panel = form(VacatePanel)
    panel.open_for(family[0].person_id, "Me**", False)
    settle()
    assert list(panel.along.ticks) == [family[1].person_id]
    panel.destination.setText("Cianjur")
    panel.receiver.setText("Ibu Sartika")
    panel.save()
    settle()
    assert len(shelter.ask(departed)) == 2
    shelter.clock.move(minutes=1)
    undo = panel._workplace.undoable.inverse
    shelter.act(undo.act, undo.command)
    assert (sleeper(shelter, "101-A"), sleeper(shelter, "101-B")) == ("Melur", "Lili")


def test_a_bed_kept_for_a_mother_keeps_one_for_her_child(shelter, form, settle, family) -> None:
    panel = form(ReservePanel)
    panel.open_for(((shelter.bed_id("102-A"), "102-A"),))
    settle()
    panel.person.setCurrentIndex(panel.person.findData(family[0].person_id.hex))
    panel.label.setText("Melur")
    panel.until.setText("23.00")
    panel.save()
    settle()
    question().go_button.click()
    settle()
    (line,) = shelter.ask(reservations)
    assert line.places == ("102-A", "102-B")
