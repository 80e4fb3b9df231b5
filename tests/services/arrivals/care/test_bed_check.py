# SPDX-License-Identifier: Apache-2.0
"""The bed check: one mark for everybody, absences that open and end with it."""

import pytest

from app.errors import Denied
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.reasons import Reason
from app.services.arrivals.care.bed_check import (
    CheckSheet,
    FinishCheck,
    Unfinished,
    check_sheet,
    finish_check,
    start_check,
)
from app.services.arrivals.care.bed_marks import MarkBed, Marked, mark_bed, take_back_mark
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
from app.services.arrivals.shift.log import log_of_watch
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.away.absences import (
    EndAbsence,
    NoteAbsence,
    end_absence,
    note_absence,
)
from app.services.dormitory.away.whereabouts import census
from tests.conftest import NIGHT, Shelter


@pytest.fixture
def house(shelter: Shelter) -> Shelter:
    """Return a shelter on watch with three in bed and one without."""
    shelter.act(start_shift, None)
    for name, place in (("Bunga", "102-A"), ("Citra", "101-B"), ("Dara", "101-A")):
        shelter.place(shelter.arrive(name, "30").person_id, place)
    shelter.arrive("Eka", "30")
    return shelter


def sheet(shelter: Shelter, by: str = "dewi") -> CheckSheet:
    return shelter.ask(check_sheet, None, by)


def who(shelter: Shelter, name: str):
    return next(line for line in sheet(shelter).lines if line.person.name == name)


def mark(shelter: Shelter, check_id, name: str, state: MarkState) -> None:
    shelter.act(mark_bed, MarkBed(check_id, who(shelter, name).person.person_id, state))


def test_the_sheet_lists_rooms_in_house_order_then_who_has_no_bed(house: Shelter) -> None:
    before = sheet(house)
    assert (before.check_id, before.started_at, before.marked, before.total) == (None, None, 0, 4)
    assert [(room.name, [line.person.name for line in room.lines]) for room in before.rooms] == [
        ("101", ["Dara", "Citra"]),
        ("102", ["Bunga"]),
        ("", ["Eka"]),
    ]


def test_a_round_is_resumed_by_its_watch_and_begun_anew_by_the_next(house: Shelter) -> None:
    first = house.act(start_check, None).value
    assert house.act(start_check, None, "rina").value == first
    house.act(hand_over, ConfirmHandover(house.actors["sri"], ""))
    assert sheet(house).check_id is None
    second = house.act(start_check, None, "sri").value
    assert second != first
    assert sheet(house).check_id == second


def test_marking_again_replaces(house: Shelter) -> None:
    check_id = house.act(start_check, None).value
    mark(house, check_id, "Bunga", MarkState.PRESENT)
    mark(house, check_id, "Bunga", MarkState.LEAVE)
    assert who(house, "Bunga").mark is MarkState.LEAVE
    assert sheet(house).marked == 1


def test_a_missing_one_gets_a_timer_that_a_later_round_ends(house: Shelter) -> None:
    check_id = house.act(start_check, None).value
    mark(house, check_id, "Bunga", MarkState.ABSENT)
    house.clock.move(minutes=16)
    line = who(house, "Bunga").person
    assert (line.where, line.minutes, line.overdue) == (Whereabouts.MISSING, 16, True)
    mark(house, check_id, "Bunga", MarkState.ABSENT)
    assert who(house, "Bunga").person.minutes == 16
    house.act(finish_check, FinishCheck(check_id, anyway=True))
    again = house.act(start_check, None).value
    mark(house, again, "Bunga", MarkState.PRESENT)
    assert who(house, "Bunga").person.where is Whereabouts.BED


@pytest.mark.parametrize(
    ("state", "where"),
    [
        (MarkState.HOSPITAL, Whereabouts.HOSPITAL),
        (MarkState.LEAVE, Whereabouts.LEAVE),
        (MarkState.ABSENT, Whereabouts.MISSING),
    ],
)
def test_a_mark_opens_its_absence_and_present_ends_it(
    house: Shelter, state: MarkState, where: Whereabouts
) -> None:
    check_id = house.act(start_check, None).value
    mark(house, check_id, "Eka", state)
    assert who(house, "Eka").person.where is where
    mark(house, check_id, "Eka", MarkState.PRESENT)
    assert who(house, "Eka").person.where is Whereabouts.UNPLACED
    assert house.ask(census).count(where) == 0


def test_an_empty_bed_of_somebody_known_to_be_away_is_no_alarm(house: Shelter) -> None:
    for name, kind in (("Bunga", AbsenceKind.HOSPITAL), ("Citra", AbsenceKind.POLICE)):
        house.act(note_absence, NoteAbsence(who(house, name).person.person_id, kind))
    check_id = house.act(start_check, None).value
    for name in ("Bunga", "Citra"):
        mark(house, check_id, name, MarkState.ABSENT)
    assert who(house, "Bunga").person.where is Whereabouts.HOSPITAL
    assert who(house, "Citra").person.where is Whereabouts.POLICE
    mark(house, check_id, "Citra", MarkState.PRESENT)
    assert who(house, "Citra").person.where is Whereabouts.POLICE


@pytest.mark.parametrize("slip", [MarkState.PRESENT, MarkState.HOSPITAL])
def test_a_slip_of_the_finger_does_not_reset_the_timer(house: Shelter, slip: MarkState) -> None:
    check_id = house.act(start_check, None).value
    mark(house, check_id, "Bunga", MarkState.ABSENT)
    house.clock.move(minutes=20)
    mark(house, check_id, "Bunga", slip)
    house.clock.move(seconds=3)
    mark(house, check_id, "Bunga", MarkState.ABSENT)
    line = who(house, "Bunga").person
    assert (line.where, line.since, line.minutes) == (Whereabouts.MISSING, NIGHT, 20)


def test_finishing_names_how_many_have_no_mark_and_writes_one_line(house: Shelter) -> None:
    check_id = house.act(start_check, None).value
    for name, state in (("Bunga", MarkState.PRESENT), ("Citra", MarkState.ABSENT)):
        mark(house, check_id, name, state)
    refused = house.refused(finish_check, FinishCheck(check_id))
    assert isinstance(refused, Unfinished)
    assert (refused.reasons, refused.unmarked) == ((Reason.CHECK_UNFINISHED,), 2)
    assert house.ask(log_of_watch) == ()
    done = house.act(finish_check, FinishCheck(check_id, anyway=True)).value
    assert done.unmarked == 2
    (line,) = house.ask(log_of_watch)
    assert (line.kind, line.entry_id) == (LogKind.CHECK, done.entry_id)
    assert line.words == "hadir 1 · tidak ada 1 · rumah sakit 0 · izin 0 · belum dilihat 2"


def test_a_full_round_finishes_at_once_and_stays_finished(house: Shelter) -> None:
    check_id = house.act(start_check, None, "rina").value
    for name in ("Bunga", "Citra", "Dara", "Eka"):
        mark(house, check_id, name, MarkState.PRESENT)
    house.act(finish_check, FinishCheck(check_id), "rina")
    (line,) = house.ask(log_of_watch, None, "rina")
    assert line.words == "hadir 4 · tidak ada 0 · rumah sakit 0 · izin 0"
    person_id = who(house, "Bunga").person.person_id
    for act, command in (
        (mark_bed, MarkBed(check_id, person_id, MarkState.ABSENT)),
        (finish_check, FinishCheck(check_id)),
    ):
        assert house.refused(act, command).reasons == (Reason.CHECK_FINISHED,)
    assert who(house, "Bunga").mark is None


def test_who_left_meanwhile_counts_no_longer(house: Shelter) -> None:
    leaves = house.arrive("Fitri", "30")
    check_id = house.act(start_check, None).value
    house.act(mark_bed, MarkBed(check_id, leaves.person_id, MarkState.PRESENT))
    house.act(withdraw_arrival, WithdrawArrival(leaves.arrival_id, leaves.version))
    refused = house.refused(mark_bed, MarkBed(check_id, leaves.person_id, MarkState.ABSENT))
    assert refused.reasons == (Reason.PERSON_LEFT,)
    done = house.act(finish_check, FinishCheck(check_id, anyway=True)).value
    assert (dict(done.counts)[MarkState.PRESENT], done.unmarked) == (0, 4)


@pytest.mark.parametrize("login", ["ani", "tania", "eko"])
def test_only_the_night_checks_beds(house: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        house.act(start_check, None, login)
    with pytest.raises(Denied):
        sheet(house, login)


@pytest.mark.parametrize("first", [None, *MarkState])
@pytest.mark.parametrize("second", list(MarkState))
@pytest.mark.parametrize("away", [None, *AbsenceKind])
def test_a_mark_taken_back_leaves_everything_as_it_was(
    house: Shelter, first: MarkState | None, second: MarkState, away: AbsenceKind | None
) -> None:
    person_id = who(house, "Bunga").person.person_id
    if away is not None:
        house.act(note_absence, NoteAbsence(person_id, away))
    house.clock.move(minutes=30)
    check_id = house.act(start_check, None).value
    if first is not None:
        mark(house, check_id, "Bunga", first)
    house.clock.move(minutes=5)
    before = sheet(house)
    done = house.act(mark_bed, MarkBed(check_id, person_id, second))
    house.act(done.inverse.act, done.inverse.command)
    assert sheet(house) == before
    house.clock.move(minutes=1)
    mark(house, check_id, "Bunga", MarkState.PRESENT)
    assert who(house, "Bunga").mark is MarkState.PRESENT


def test_marks_are_taken_back_one_after_another(house: Shelter) -> None:
    check_id = house.act(start_check, None).value
    person_id = who(house, "Bunga").person.person_id
    sheets, done = [], []
    for state in (MarkState.ABSENT, MarkState.PRESENT, MarkState.HOSPITAL, MarkState.ABSENT):
        sheets.append(sheet(house))
        done.append(house.act(mark_bed, MarkBed(check_id, person_id, state)))
    for before in reversed(sheets):
        last = done.pop()
        house.act(take_back_mark, last.value)
        assert sheet(house) == before


def test_a_mark_on_which_somebody_built_is_not_taken_back(house: Shelter) -> None:
    check_id = house.act(start_check, None).value
    person_id = who(house, "Bunga").person.person_id

    def marked(state: MarkState) -> Marked:
        return house.act(mark_bed, MarkBed(check_id, person_id, state)).value

    first = marked(MarkState.ABSENT)
    marked(MarkState.PRESENT)
    assert house.refused(take_back_mark, first).reasons == (Reason.MOVED_ON,)
    again = marked(MarkState.ABSENT)
    house.act(end_absence, EndAbsence(person_id))
    assert house.refused(take_back_mark, again).reasons == (Reason.MOVED_ON,)
    last = marked(MarkState.LEAVE)
    house.act(finish_check, FinishCheck(check_id, anyway=True))
    assert house.refused(take_back_mark, last).reasons == (Reason.CHECK_FINISHED,)
