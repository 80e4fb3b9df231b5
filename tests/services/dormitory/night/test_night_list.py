# SPDX-License-Identifier: Apache-2.0
"""The nightly list: every wrong with its cure, secrets as "somebody has to move", kept checks."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.dormitory.findings import RoomingFinding
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules.needs import House
from app.policies.dormitory.rules.settings import PROPOSED, RoomingRules
from app.policies.people.age import AgeBasis
from app.policies.reasons import Reason
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.away.vacate import release_bed
from app.services.dormitory.beds.block import BlockKind, BlockPlace, block_place
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.signing import ConfirmPermit, confirm_permit
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.night_list import (
    CureKind,
    NightLine,
    NightList,
    Period,
    night_checks,
    night_list,
    run_night_check,
)
from app.services.dormitory.replan.propose import propose_replan
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from tests.conftest import Shelter
from tests.services.dormitory.beds.test_signing import narrow, signed, woman
from tests.services.dormitory.rows import keep_apart, note, on_duty

TODAY = date(2026, 11, 24)
SECRETS = (
    FindingKind.KEPT_APART,
    FindingKind.OWN_ROOM_SHARED,
    FindingKind.EXPLOITED_MIX,
    FindingKind.WATCH,
)


@pytest.fixture
def no_roster(shelter: Shelter) -> None:
    """Leave the roster of caretakers out of what is asked here."""
    shelter.act(propose_rules, ProposeRules(RoomingRules(caretaker_expected=False)), "hendra")


@pytest.fixture
def sleeping(shelter: Shelter) -> Callable[..., UUID]:
    """Return a way to let somebody arrive and be received in a bed."""

    def lie(place: str, name: str, age: str = "30", **form: Any) -> UUID:
        person_id: UUID = shelter.arrive(name, age, **form).person_id
        shelter.place(person_id, place, "rina")
        return person_id

    return lie


def seen(shelter: Shelter, by: str = "ani") -> NightList:
    found: NightList = shelter.ask(night_list, None, by)
    return found


def only(shelter: Shelter, kind: FindingKind | None, by: str = "ani") -> NightLine:
    (line,) = [each for each in seen(shelter, by).lines if each.kind is kind]
    return line


def test_a_quiet_house_has_an_empty_list(shelter: Shelter, sleeping, no_roster) -> None:
    assert seen(shelter).lines == ()
    sleeping("101-A", "Melati")
    found = seen(shelter)
    assert (found.lines, found.people, found.rooms, found.last) == ((), 1, 10, None)


def test_a_birthday_is_listed_and_the_move_cures_it(shelter: Shelter, sleeping, no_roster) -> None:
    turning = sleeping("201-A", "Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    younger = sleeping("201-B", "Kenanga", "16")
    assert seen(shelter).lines == ()
    shelter.clock.move(days=1)
    pair = only(shelter, FindingKind.CHILD_WITH_ADULT, "dewi")
    assert [each.person_id for each in pair.people] == [younger, turning]
    assert (pair.room, pair.cure.kind, pair.cure.person_id) == ("201", CureKind.MOVE, turning)
    assert only(shelter, FindingKind.WRONG_SIDE, "dewi").reason is Reason.WING_FOR_CHILDREN
    assert pair.cure.place == "101-A"
    shelter.act(move_client, PlaceClient(turning, pair.cure.bed_id), "rina")
    assert seen(shelter).lines == ()


def test_somebody_without_a_bed_and_somebody_not_received(shelter: Shelter, no_roster) -> None:
    waiting = shelter.arrive("Melati", "30")
    placed = shelter.arrive("Kenanga", "30")
    shelter.place(placed.person_id, "101-A")
    out = shelter.arrive("Mawar", "30").person_id
    shelter.act(note_absence, NoteAbsence(out, AbsenceKind.HOSPITAL))
    line = only(shelter, FindingKind.WITHOUT_BED)
    assert [(each.name, each.number) for each in line.people] == [("Melati", waiting.number)]
    assert (line.cure.kind, line.cure.person_id) == (CureKind.FIND_BED, waiting.person_id)
    shelter.clock.move(minutes=19)
    assert len(seen(shelter).lines) == 1
    shelter.clock.move(minutes=1)
    line = only(shelter, FindingKind.NOT_RECEIVED)
    assert (line.room, line.cure.kind) == ("101", CureKind.RECEIVE)
    assert line.people[0].person_id == placed.person_id
    assert line.cure.stay_id is not None


def test_the_bed_of_somebody_missing_is_released(shelter: Shelter, sleeping, no_roster) -> None:
    gone = sleeping("101-A", "Melati")
    shelter.act(note_absence, NoteAbsence(gone, AbsenceKind.MISSING))
    shelter.clock.move(hours=23)
    assert seen(shelter).lines == ()
    shelter.clock.move(hours=1)
    line = only(shelter, FindingKind.BED_OF_MISSING)
    assert (line.cure.kind, line.cure.person_id) == (CureKind.RELEASE_BED, gone)
    shelter.act(release_bed, gone, "rina")
    assert seen(shelter).lines == ()


def test_a_signature_is_marked_and_has_to_be_confirmed(
    shelter: Shelter, sleeping, no_roster
) -> None:
    sleeping("101-A", "Melati")
    other = shelter.arrive("Kenanga", "30").person_id
    note(shelter, other, house=House.PSKW)
    why = "Malam ini tidak ada ranjang lain"
    bed = shelter.bed_id("101-B")
    shelter.act(place_client, PlaceClient(other, bed, why))
    mix = only(shelter, FindingKind.HOUSE_MIX, "dewi")
    assert mix.signed
    assert FindingKind.PERMIT_OVER not in {each.kind for each in seen(shelter).lines}
    shelter.clock.move(hours=7)
    line = only(shelter, FindingKind.PERMIT_OVER, "hendra")
    assert (line.cure.kind, line.cure.person_id, line.room) == (CureKind.CONFIRM, other, "101")
    shelter.act(confirm_permit, ConfirmPermit(line.cure.permit_id, line.cure.version), "hendra")
    kinds = {each.kind for each in seen(shelter, "hendra").lines}
    assert FindingKind.PERMIT_OVER not in kinds
    assert FindingKind.HOUSE_MIX in kinds


def _secrets(shelter: Shelter, sleeping: Callable[..., UUID]) -> dict[FindingKind, UUID]:
    """Make one finding of each secret kind and return who moves."""
    apart, enemy = sleeping("101-A", "Melati"), sleeping("101-B", "Kenanga")
    keep_apart(shelter, apart, enemy)
    own, _other, _third = (
        sleeping(f"102-{bed}", name)
        for bed, name in zip("ABC", ("Mawar", "Dahlia", "Cempaka"), strict=True)
    )
    note(shelter, own, own_room=True)
    exploited, not_exploited = sleeping("103-A", "Anggrek"), sleeping("103-B", "Seruni")
    note(shelter, exploited, exploited=True)
    note(shelter, not_exploited, exploited=False)
    watched = sleeping("104-A", "Tanjung")
    note(shelter, watched, watch=2)
    return {
        FindingKind.KEPT_APART: max(apart, enemy),
        FindingKind.OWN_ROOM_SHARED: own,
        FindingKind.EXPLOITED_MIX: min(exploited, not_exploited),
        FindingKind.WATCH: watched,
    }


def test_the_social_worker_reads_why_and_the_desk_only_that_somebody_moves(
    shelter: Shelter, sleeping, no_roster
) -> None:
    moves = _secrets(shelter, sleeping)
    full = seen(shelter, "ani")
    assert tuple(line.kind for line in full.lines) == SECRETS
    assert {line.kind: line.cure.person_id or line.people[0].person_id for line in full.lines} == (
        moves
    )
    for login in ("dewi", "rina"):
        masked = seen(shelter, login).lines
        assert [line.room for line in masked] == ["101", "102", "103", "104"]
        for line in masked:
            assert (line.kind, line.reason) == (None, Reason.MASKED_RULE)
            assert (line.since, line.signed, line.caretaker) == (None, False, "")
            assert [each.person_id for each in line.people] == [line.cure.person_id]
        assert {line.cure.person_id for line in masked} == set(moves.values())
        assert len(list(seen(shelter, login).groups())) == 1


def test_the_head_reads_about_safety_and_not_about_the_case(
    shelter: Shelter, sleeping, no_roster
) -> None:
    _secrets(shelter, sleeping)
    kinds = [line.kind for line in seen(shelter, "ratna").lines]
    assert kinds == [None, FindingKind.KEPT_APART, FindingKind.OWN_ROOM_SHARED, FindingKind.WATCH]


def test_the_secretariat_reads_numbers_only(shelter: Shelter, sleeping, no_roster) -> None:
    shelter.arrive("Melati", "30")
    line = only(shelter, FindingKind.WITHOUT_BED, "eko")
    assert line.people[0].name == ""
    assert line.people[0].number.startswith("REG-")


def test_several_secrets_of_one_person_are_one_masked_line(
    shelter: Shelter, sleeping, no_roster
) -> None:
    watched = sleeping("104-A", "Tanjung")
    note(shelter, watched, watch=3, own_room=True)
    sleeping("101-A", "Melati")
    assert len(seen(shelter, "dewi").lines) == 1


def test_nobody_planned_is_said_once(shelter: Shelter, sleeping) -> None:
    assert seen(shelter).lines == ()
    sleeping("101-A", "Melati")
    sleeping("201-A", "Kenanga", "16")
    (line,) = seen(shelter).lines
    assert (line.kind, line.wing, line.cure.kind) == (
        FindingKind.NO_CARETAKER,
        "",
        CureKind.PLAN_CARETAKER,
    )


def test_a_wing_without_a_caretaker_and_one_caretaker_for_both(shelter: Shelter, sleeping) -> None:
    sleeping("101-A", "Melati")
    sleeping("201-A", "Kenanga", "12")
    on_duty(shelter, "rina", "Lantai 1 Dewasa")
    line = only(shelter, FindingKind.NO_CARETAKER)
    assert line.wing == "Lantai 2 Anak"
    on_duty(shelter, "rina", "Lantai 2 Anak")
    line = only(shelter, FindingKind.ONE_FOR_BOTH)
    assert (line.wing, line.caretaker) == ("Lantai 2 Anak", "Rina")
    on_duty(shelter, "sri", "Lantai 2 Anak", ShiftKind.MORNING)
    shelter.clock.move(hours=4, minutes=30)
    missing = [each.wing for each in seen(shelter).lines if each.kind is FindingKind.NO_CARETAKER]
    assert missing == ["Lantai 1 Dewasa", "Lantai 2 Anak"]


def test_rules_that_are_off_are_not_listed(shelter: Shelter, sleeping) -> None:
    sleeping("101-A", "Melati")
    assert {each.kind for each in seen(shelter).lines} == {FindingKind.NO_CARETAKER}
    shelter.act(propose_rules, ProposeRules(RoomingRules(caretaker_expected=False)), "hendra")
    assert seen(shelter).lines == ()


def test_a_check_is_kept_with_what_it_found(shelter: Shelter, sleeping, no_roster) -> None:
    _secrets(shelter, sleeping)
    shelter.arrive("Waiting", "30")
    done = shelter.act(run_night_check, None, "rina").value
    assert done.findings == 5
    with shelter.house.database.reading() as session:
        kept = session.execute(select(RoomingFinding.kind)).scalars()
        assert sorted(kept) == sorted([*SECRETS, FindingKind.WITHOUT_BED])
    (line,) = shelter.ask(night_checks, Period(TODAY, TODAY), "dewi")
    assert (line.checked_by, line.people, line.rooms) == ("Rina", 8, 10)
    assert line.counts == ((None, 4), (FindingKind.WITHOUT_BED, 1))
    assert line == seen(shelter, "dewi").last
    (line,) = shelter.ask(night_checks, Period(TODAY, TODAY), "hendra")
    assert line.counts == (
        (None, 1),
        (FindingKind.KEPT_APART, 1),
        (FindingKind.OWN_ROOM_SHARED, 1),
        (FindingKind.WATCH, 1),
        (FindingKind.WITHOUT_BED, 1),
    )


def test_a_watch_begins_with_a_check_and_days_are_local(shelter: Shelter, no_roster) -> None:
    shelter.act(start_shift, None)
    shelter.clock.move(days=1)
    shelter.act(run_night_check, None, "hendra")
    first = shelter.ask(night_checks, Period(TODAY, TODAY))
    assert [(each.checked_by, each.findings) for each in first] == [("Dewi", 0)]
    both = shelter.ask(night_checks, Period(TODAY, date(2026, 11, 25)))
    assert [each.checked_by for each in both] == ["Hendra", "Dewi"]
    assert shelter.ask(night_checks, Period(date(2026, 11, 1), date(2026, 11, 23))) == ()


@pytest.mark.parametrize("login", ["ani", "tania", "eko"])
def test_only_who_runs_the_dormitory_keeps_checks(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.act(run_night_check, None, login)
    with pytest.raises(Denied):
        shelter.ask(night_checks, Period(TODAY, TODAY), login)


def test_without_any_legal_bed_the_line_leads_to_a_new_plan(shelter: Shelter, sleeping) -> None:
    for room in range(101, 106):
        for bed in "ABC":
            sleeping(f"{room}-{bed}", f"Melati {room}{bed}")
    crowded = RoomingRules(space_dm2=800, caretaker_expected=False)
    assert crowded != PROPOSED
    shelter.act(propose_rules, ProposeRules(crowded), "hendra")
    lines = seen(shelter).lines
    assert [line.kind for line in lines] == [FindingKind.OVER_CAPACITY] * 5
    assert {line.cure.kind for line in lines} == {CureKind.REPLAN}


def test_where_a_signature_holds_no_new_plan_is_offered(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    signed(shelter, her)
    day = shelter.house.zone.today(shelter.clock()) + timedelta(days=2)
    for wing in shelter.ask(room_list):
        for room in wing.bedrooms:
            if room.name != "101":
                block = BlockPlace(None, room.room_id, BlockKind.PESTS, "kutu busuk di kasur", day)
                shelter.act(block_place, block)
    (line,) = [each for each in seen(shelter).lines if each.signed]
    assert line.cure.kind is CureKind.SIGNED
    assert shelter.ask(propose_replan, Goal(GoalKind.LEGAL)).lines == ()
    shelter.clock.move(hours=12)
    again = [each for each in seen(shelter).lines if each.kind is line.kind]
    assert [each.cure.kind for each in again] == [CureKind.REPLAN]
