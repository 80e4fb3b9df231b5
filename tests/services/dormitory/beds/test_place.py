# SPDX-License-Identifier: Apache-2.0
"""Placing on a real database: the two hard rules, alarms and their cure, undo."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.models.audit import AuditEntry
from app.models.dormitory.rooms import Room, Wing
from app.models.dormitory.stays import AlarmCause, RoomingAlarm, Stay
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.dormitory.beds.facts import Side
from app.policies.people.age import AgeBasis, TreatedAs
from app.policies.reasons import Reason
from app.services.acts import Context
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.facts.waiting import open_alarms, waiting_list
from app.services.people.ages import SayAge, say_age
from tests.conftest import Shelter


def open_to_all(shelter: Shelter) -> None:
    """Let wings take anybody, so that only the hard rules stand in the way."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY


def test_the_best_bed_is_taken_in_one_act(shelter: Shelter) -> None:
    saved = shelter.arrive("Kenanga", "12")
    (line,) = shelter.ask(waiting_list)
    best = line.suggestions[0]
    done = shelter.act(place_client, PlaceClient(saved.person_id, best.bed_id))
    assert done.value.room_name == best.room_name == "201"
    assert shelter.ask(waiting_list) == ()
    assert FollowUpKind.BED not in {task.kind for task in shelter.ask(tasks_open)}


def test_a_child_is_never_put_with_an_adult(shelter: Shelter) -> None:
    open_to_all(shelter)
    woman, girl = shelter.arrive("Melur", "34"), shelter.arrive("Kenanga", "12")
    unknown = shelter.arrive("", "?")
    shelter.place(woman.person_id, "101-A")
    for person in (girl, unknown):
        command = PlaceClient(person.person_id, shelter.bed_id("101-B"))
        assert Reason.CHILD_WITH_ADULT in shelter.refused(place_client, command).reasons
    shelter.place(girl.person_id, "201-A")
    command = PlaceClient(woman.person_id, shelter.bed_id("201-B"))
    assert Reason.CHILD_WITH_ADULT in shelter.refused(move_client, command).reasons
    assert shelter.bed("101-A").sleeper.person_id == woman.person_id


def test_a_refusal_is_audited_and_changes_nothing(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.refused(place_client, PlaceClient(girl.person_id, shelter.bed_id("101-A")))
    with shelter.house.database.reading() as session:
        assert session.execute(select(Stay)).first() is None
        last = session.execute(
            select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)
        ).scalar_one()
    assert (last.act, last.outcome, last.subject_id) == (
        "place_client",
        "refused",
        girl.person_id,
    )


def test_one_bed_one_person(shelter: Shelter) -> None:
    first, second = shelter.arrive("Satu", "12"), shelter.arrive("Dua", "13")
    shelter.place(first.person_id, "201-A")
    taken = PlaceClient(second.person_id, shelter.bed_id("201-A"))
    assert Reason.BED_TAKEN in shelter.refused(place_client, taken).reasons
    twice = PlaceClient(first.person_id, shelter.bed_id("201-B"))
    assert list(shelter.refused(place_client, twice).reasons) == [Reason.PERSON_HAS_BED]


def test_a_withdrawn_arrival_gets_no_bed(shelter: Shelter) -> None:
    done = shelter.act(*_registering("Kenanga"))
    shelter.act(done.inverse.act, done.inverse.command)
    command = PlaceClient(done.value.person_id, shelter.bed_id("201-A"))
    assert list(shelter.refused(place_client, command).reasons) == [Reason.PERSON_LEFT]


def _registering(name: str) -> tuple[object, object]:
    from app.services.arrivals.register.register import RegisterArrival, register_arrival
    from tests.conftest import a_form

    return register_arrival, RegisterArrival(a_form(name))


def test_undo_of_a_placement_and_of_a_move(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    placed = shelter.place(girl.person_id, "201-A")
    shelter.act(placed.inverse.act, placed.inverse.command)
    assert shelter.bed("201-A").sleeper is None
    assert len(shelter.ask(waiting_list)) == 1
    assert FollowUpKind.BED in {task.kind for task in shelter.ask(tasks_open)}
    shelter.clock.move(minutes=1)
    shelter.place(girl.person_id, "201-A")
    shelter.clock.move(minutes=1)
    moved = shelter.act(move_client, PlaceClient(girl.person_id, shelter.bed_id("202-A")))
    assert shelter.bed("201-A").sleeper is None
    shelter.clock.move(minutes=1)
    shelter.act(moved.inverse.act, moved.inverse.command)
    assert shelter.bed("201-A").sleeper.person_id == girl.person_id
    refusal = shelter.refused(moved.inverse.act, moved.inverse.command)
    assert list(refusal.reasons) == [Reason.MOVED_ON]


def test_a_corrected_fact_opens_an_alarm_at_once_and_the_cure_ends_it(shelter: Shelter) -> None:
    girl, other = shelter.arrive("Kenanga", "16"), shelter.arrive("Melati", "16")
    shelter.place(girl.person_id, "201-A")
    shelter.place(other.person_id, "201-B")
    corrected = shelter.grown(other.person_id, "1/1/2001").value
    assert corrected.treated_as is TreatedAs.ADULT
    assert corrected.open_alarms == 1
    (alarm,) = shelter.ask(open_alarms)
    assert (alarm.child.person_id, alarm.adult.person_id) == (girl.person_id, other.person_id)
    assert (alarm.cause, alarm.room_name) == (AlarmCause.FACT, "201")
    assert alarm.cure_place.startswith("10")
    shelter.clock.move(minutes=1)
    shelter.act(move_client, PlaceClient(alarm.cure.person_id, alarm.cure.bed_id), by="rina")
    assert shelter.ask(open_alarms) == ()


def test_taking_the_fact_back_closes_the_alarm(shelter: Shelter) -> None:
    girl, other = shelter.arrive("Kenanga", "16"), shelter.arrive("Melati", "16")
    shelter.place(girl.person_id, "201-A")
    shelter.place(other.person_id, "201-B")
    assert shelter.grown(other.person_id).value.open_alarms == 1
    shelter.clock.move(minutes=1)
    command = SayAge(other.person_id, "16", AgeBasis.SELF)
    assert shelter.act(say_age, command, by="dewi").value.open_alarms == 0


def test_duty_staff_start_a_presumption_and_never_end_it(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "16")
    for login, basis in (("dewi", AgeBasis.SELF), ("hendra", AgeBasis.DOCUMENT)):
        command = SayAge(girl.person_id, "34", basis)
        assert shelter.act(say_age, command, by=login).value.treated_as is TreatedAs.CHILD
    assert shelter.grown(girl.person_id, "34").value.treated_as is TreatedAs.ADULT
    back = SayAge(girl.person_id, "16", AgeBasis.SELF)
    assert shelter.act(say_age, back, by="dewi").value.treated_as is TreatedAs.CHILD


def test_turning_eighteen_opens_an_alarm_at_the_first_shift_check(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "16")
    turning = shelter.arrive("Anggrek", "24/11/2008", age_basis=AgeBasis.DOCUMENT)
    assert turning.treated_as is TreatedAs.ADULT
    tomorrow = shelter.arrive("Seroja", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    assert tomorrow.treated_as is TreatedAs.CHILD
    shelter.place(girl.person_id, "201-A")
    shelter.place(tomorrow.person_id, "201-B")
    assert shelter.ask(open_alarms) == ()
    shelter.clock.move(days=1)
    shelter.act(start_shift, None)
    (alarm,) = shelter.ask(open_alarms)
    assert alarm.cause is AlarmCause.BIRTHDAY
    assert alarm.adult.person_id == tomorrow.person_id
    assert shelter.bed("201-B").sleeper.person_id == tomorrow.person_id


def test_an_alarm_opens_once_however_often_it_is_looked_for(shelter: Shelter) -> None:
    girl, other = shelter.arrive("Kenanga", "16"), shelter.arrive("Melati", "16")
    shelter.place(girl.person_id, "201-A")
    shelter.place(other.person_id, "201-B")
    shelter.grown(other.person_id)
    shelter.act(say_age, SayAge(other.person_id, "40", AgeBasis.ESTIMATE), by="hendra")
    shelter.act(start_shift, None)
    with shelter.house.database.reading() as session:
        assert len(session.execute(select(RoomingAlarm)).all()) == 1


def test_the_room_list_shows_the_house_as_it_is(shelter: Shelter) -> None:
    saved = shelter.arrive("Kenanga", "12")
    shelter.place(saved.person_id, "201-B")
    wings = {wing.name: wing for wing in shelter.ask(room_list)}
    assert wings["Lantai 2 Anak"].side is Side.CHILD
    assert (wings["Lantai 2 Anak"].occupied, wings["Lantai 2 Anak"].beds) == (1, 15)
    hidden = {wing.name: wing for wing in shelter.ask(room_list, by="eko")}
    sleeper = hidden["Lantai 2 Anak"].rooms[0].beds[1].sleeper
    assert (sleeper.name, sleeper.age_years) == ("", None)


def test_a_bed_taken_between_proposal_and_acceptance(shelter: Shelter) -> None:
    first, second = shelter.arrive("Satu", "12"), shelter.arrive("Dua", "12")
    lines = {line.person_id: line for line in shelter.ask(waiting_list)}
    same = lines[first.person_id].suggestions[0].bed_id
    assert same == lines[second.person_id].suggestions[0].bed_id
    shelter.act(place_client, PlaceClient(first.person_id, same))
    refusal = shelter.refused(place_client, PlaceClient(second.person_id, same))
    assert Reason.BED_TAKEN in refusal.reasons
    (left,) = shelter.ask(waiting_list)
    assert same not in {choice.bed_id for choice in left.suggestions}


@pytest.mark.parametrize("login", ["ani", "tania", "eko"])
def test_who_may_not_place(shelter: Shelter, login: str) -> None:
    from app.errors import Denied

    saved = shelter.arrive()
    with pytest.raises(Denied):
        shelter.place(saved.person_id, "201-A", by=login)


def test_a_full_house_names_the_next_step(shelter: Shelter) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for room in session.execute(select(Room).where(Room.name.like("20%"))).scalars():
            room.name = f"x{room.name}"
    for number in range(15):
        saved = shelter.arrive(f"Anak {number}", "12")
        line = next(x for x in shelter.ask(waiting_list) if x.person_id == saved.person_id)
        shelter.act(place_client, PlaceClient(saved.person_id, line.suggestions[0].bed_id))
    shelter.arrive("Terakhir", "12")
    (line,) = shelter.ask(waiting_list)
    assert line.suggestions == ()
    assert line.when_full


def test_today_is_the_shelters_day(shelter: Shelter) -> None:
    context = Context(
        shelter.actors["dewi"], shelter.clock(), shelter.house.zone, shelter.house.origin_id
    )
    assert context.today.isoformat() == "2026-11-24"
    assert (shelter.clock() + timedelta(0)).date().isoformat() == "2026-11-23"


def test_a_clock_that_went_back_moves_only_her_and_the_people_of_that_room(
    shelter: Shelter,
) -> None:
    before, girl, after = (
        shelter.arrive(name, age).person_id
        for name, age in (("Melati", "34"), ("Kenanga", "12"), ("Dahlia", "30"))
    )
    shelter.clock.move(hours=2)
    shelter.place(before, "101-A")
    late = shelter.clock()
    shelter.clock.move(hours=-2)
    shelter.place(girl, "201-A")
    shelter.place(after, "101-B")
    with shelter.house.database.reading() as session:
        began = dict(session.execute(select(Stay.person_id, Stay.starts_at)).all())
    assert began == {before: late, girl: shelter.clock(), after: late}
