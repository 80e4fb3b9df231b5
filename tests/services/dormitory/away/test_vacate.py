# SPDX-License-Identifier: Apache-2.0
"""Leaving for good: the bed is free, nothing waits, and everything can be taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.arrivals.arrival import Arrival
from app.models.audit import AuditPayload
from app.models.base import new_id
from app.models.dormitory.plans import PlannedMove
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.departures import Departure
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.people.age import AgeBasis
from app.policies.people.departures import RECEIVED, Outcome
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import queue_tonight, tasks_open
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.away.departed import departed
from app.services.dormitory.away.send_out import SendOut, away, send_out
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.facts.counts import open_counts
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.night.roll_call import roll_call_counts
from app.services.people.family import DeclareKin, declare_kin
from tests.conftest import NIGHT, Shelter


def going(person_id, outcome: Outcome = Outcome.HOME, **other) -> Vacate:
    told = {"destination": "Kp. Melati, Cianjur", "receiver": "Ibu Sartika (ibu kandung)"}
    return Vacate(person_id, outcome, **{**told, **other})


def asleep(shelter: Shelter, name: str = "Bunga", place: str = "101-A", age: str = "30"):
    arrived = shelter.arrive(name, age)
    shelter.place(arrived.person_id, place)
    return arrived


def stays(shelter: Shelter) -> list[StayEnd | None]:
    with shelter.house.database.reading() as session:
        return list(session.execute(select(Stay.end_reason).order_by(Stay.seq)).scalars())


def plan_a_move(shelter: Shelter, person_id, place: str) -> None:
    """Write a planned move as its own act would."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.add(
            PlannedMove(
                id=new_id(),
                origin_id=shelter.house.origin_id,
                person_id=person_id,
                bed_id=shelter.bed_id(place),
                on_day=NIGHT.date() + timedelta(days=5),
                why="",
                planned_at=shelter.clock(),
                planned_by=shelter.actors["dewi"].account_id,
            )
        )


def open_moves(shelter: Shelter) -> int:
    with shelter.house.database.reading() as session:
        return len(
            session.execute(select(PlannedMove.id).where(PlannedMove.cancelled_at.is_(None))).all()
        )


def test_she_is_gone_from_every_list_and_her_bed_is_free(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    shelter.act(vacate_bed, going(arrived.person_id))
    assert shelter.bed("101-A").sleeper is None
    assert stays(shelter) == [StayEnd.LEFT]
    assert shelter.ask(census).total == 0
    assert shelter.ask(queue_tonight) == shelter.ask(tasks_open) == ()
    assert shelter.ask(open_counts).waiting == 0
    assert shelter.ask(roll_call_counts).people == 0
    for what, command in (
        (place_client, PlaceClient(arrived.person_id, shelter.bed_id("101-A"))),
        (note_absence, NoteAbsence(arrived.person_id, AbsenceKind.LEAVE)),
        (send_out, SendOut(arrived.person_id, AbsenceKind.LEAVE)),
        (vacate_bed, going(arrived.person_id)),
    ):
        assert shelter.refused(what, command).reasons == (Reason.PERSON_LEFT,)
    asleep(shelter, "Citra", "101-A")


def test_absence_moves_and_reservations_end_with_her_and_undo_brings_all_back(
    shelter: Shelter,
) -> None:
    arrived = asleep(shelter)
    shelter.act(send_out, SendOut(arrived.person_id, AbsenceKind.MISSING))
    plan_a_move(shelter, arrived.person_id, "102-A")
    shelter.act(
        reserve_beds,
        ReserveBeds(
            (shelter.bed_id("102-A"),), "pindah", NIGHT + timedelta(days=5), arrived.person_id
        ),
    )
    tasks = {task.kind for task in shelter.ask(tasks_open)}
    shelter.clock.move(hours=1)
    done = shelter.act(vacate_bed, going(arrived.person_id, Outcome.WITHOUT_PLAN))
    assert (shelter.ask(away), shelter.ask(reservations), open_moves(shelter)) == ((), (), 0)
    shelter.act(done.inverse.act, done.inverse.command)
    (line,) = shelter.ask(away)
    assert (line.kind, line.since, line.place) == (AbsenceKind.MISSING, NIGHT, "101-A")
    assert [line.places for line in shelter.ask(reservations)] == [("102-A",)]
    assert open_moves(shelter) == 1
    assert {task.kind for task in shelter.ask(tasks_open)} == tasks
    assert stays(shelter) == [StayEnd.LEFT, None]


def test_back_after_all_but_the_bed_is_taken_so_she_waits_for_one(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    done = shelter.act(vacate_bed, going(arrived.person_id))
    asleep(shelter, "Citra", "101-A")
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.bed("101-A").sleeper.name == "Citra"
    assert shelter.ask(census).total == 2
    assert FollowUpKind.BED in {
        task.kind for task in shelter.ask(tasks_open) if task.person_id == arrived.person_id
    }
    again = shelter.refused(done.inverse.act, done.inverse.command)
    assert again.reasons == (Reason.MOVED_ON,)
    shelter.act(vacate_bed, going(arrived.person_id))


def test_back_after_all_never_into_a_room_that_is_no_longer_legal(shelter: Shelter) -> None:
    girl = asleep(shelter, "Kenanga", "201-A", "12")
    done = shelter.act(vacate_bed, going(girl.person_id))
    shelter.place(shelter.arrive("", "?").person_id, "201-B")
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.bed("201-A").sleeper is None
    assert [line.place for line in shelter.ask(queue_tonight)].count("") == 1


def test_a_reservation_made_meanwhile_keeps_the_bed(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    done = shelter.act(vacate_bed, going(arrived.person_id))
    bed_id = shelter.bed_id("101-A")
    shelter.act(reserve_beds, ReserveBeds((bed_id,), "Polres", NIGHT + timedelta(hours=1)))
    shelter.act(done.inverse.act, done.inverse.command)
    assert [line.label for line in shelter.ask(reservations)] == ["Polres"]
    assert shelter.bed("101-A").sleeper is None


def test_somebody_who_never_had_a_bed_leaves_too(shelter: Shelter) -> None:
    arrived = shelter.arrive("Bunga", "30")
    done = shelter.act(vacate_bed, going(arrived.person_id))
    assert (shelter.ask(census).total, done.value.bed_id) == (0, None)
    shelter.act(done.inverse.act, done.inverse.command)
    assert FollowUpKind.BED in {task.kind for task in shelter.ask(tasks_open)}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_who_receives_her_is_asked_where_somebody_must(shelter: Shelter, outcome: Outcome) -> None:
    arrived = asleep(shelter)
    for field, told in (
        ("destination", {"destination": " \n"}),
        ("receiver", {"receiver": ""}),
    ):
        if outcome in RECEIVED:
            refused = shelter.refused(vacate_bed, going(arrived.person_id, outcome, **told))
            assert (refused.field, refused.reasons) == (field, (Reason.RECEIVER_MISSING,))
    assert shelter.bed("101-A").sleeper is not None
    blank = {} if outcome in RECEIVED else {"destination": "", "receiver": ""}
    shelter.act(vacate_bed, going(arrived.person_id, outcome, **blank))
    with shelter.house.database.reading() as session:
        assert session.execute(select(Departure.outcome)).scalar_one() is outcome


def test_a_child_never_leaves_at_her_own_wish_without_a_word(shelter: Shelter) -> None:
    girl, unknown = shelter.arrive("Kenanga", "12"), shelter.arrive("", "?")
    for child in (girl, unknown):
        for note in ("", "mau pergi", " . \n"):
            command = going(child.person_id, Outcome.OWN_WISH, note=note)
            refused = shelter.refused(vacate_bed, command)
            assert (refused.field, refused.reasons) == ("note", (Reason.WHY_SHORT,))
    shelter.act(vacate_bed, going(girl.person_id, Outcome.OWN_WISH, note="dijemput bibi, setuju"))
    woman = shelter.arrive("Bunga", "30")
    shelter.act(vacate_bed, going(woman.person_id, Outcome.OWN_WISH))


def test_who_turned_18_leaves_like_an_adult(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    command = going(girl.person_id, Outcome.OWN_WISH)
    assert shelter.refused(vacate_bed, command).field == "note"
    shelter.clock.move(days=1)
    shelter.act(vacate_bed, command)
    assert shelter.ask(census).total == 0


@pytest.mark.parametrize(
    ("field", "text"),
    [("destination", "x" * 121), ("receiver", "x" * 121), ("note", "x" * 601)],
)
def test_long_texts_are_told_at_their_fields(shelter: Shelter, field: str, text: str) -> None:
    arrived = asleep(shelter)
    refused = shelter.refused(vacate_bed, going(arrived.person_id, **{field: text}))
    assert (refused.field, refused.reasons) == (field, (Reason.TEXT_TOO_LONG,))


def test_where_she_went_is_masked_in_lists_and_never_in_the_audit(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    shelter.act(vacate_bed, going(arrived.person_id, note="alamat rahasia"))
    (full,) = shelter.ask(departed, None, "ani")
    assert (full.outcome, full.destination, full.note) == (
        Outcome.HOME,
        "Kp. Melati, Cianjur",
        "alamat rahasia",
    )
    for login in ("dewi", "rina"):
        (line,) = shelter.ask(departed, None, login)
        assert (line.name, line.left_at) == ("Bunga", NIGHT)
        assert (line.outcome, line.destination, line.receiver, line.note) == (
            None,
            "Kp**",
            "Ib**",
            "",
        )
    with pytest.raises(Denied):
        shelter.ask(departed, None, "tania")
    with shelter.house.database.reading() as session:
        told = " ".join(session.execute(select(AuditPayload.payload)).scalars())
    for secret in ("Melati", "Sartika", "rahasia", "home"):
        assert secret not in told


def test_an_undone_leaving_is_no_longer_listed(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    done = shelter.act(vacate_bed, going(arrived.person_id))
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(departed) == ()
    with shelter.house.database.reading() as session:
        assert session.execute(select(Arrival.departed_at)).scalar_one() is None
        assert session.execute(select(Departure.undone_at)).scalar_one() == NIGHT


def test_her_leaving_ends_an_alarm_about_her_and_undo_never_mixes_them_again(
    shelter: Shelter,
) -> None:
    asleep(shelter, "Kenanga", "201-A", "12")
    other = asleep(shelter, "Anggrek", "201-B", "13")
    shelter.grown(other.person_id)
    assert len(shelter.ask(open_alarms)) == 1
    done = shelter.act(vacate_bed, going(other.person_id))
    assert shelter.ask(open_alarms) == ()
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.bed("201-B").sleeper is None
    assert shelter.ask(open_alarms) == ()


def test_children_left_behind_are_counted(shelter: Shelter) -> None:
    mother, child = shelter.arrive("Melur", "34"), shelter.arrive("Kenanga", "7")
    shelter.act(declare_kin, DeclareKin(mother.person_id, child.person_id, KinKind.MOTHER))
    assert shelter.act(vacate_bed, going(mother.person_id)).value.children == 1
    again = shelter.arrive("Mawar", "34")
    assert shelter.act(vacate_bed, going(again.person_id)).value.children == 0


def test_a_clock_that_went_back_still_lets_her_leave_and_return(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    shelter.clock.move(hours=-3)
    done = shelter.act(vacate_bed, going(arrived.person_id))
    assert shelter.ask(census).total == 0
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(census).total == 1


def test_who_may_not_let_anybody_leave(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    for login in ("tania", "eko"):
        with pytest.raises(Denied):
            shelter.act(vacate_bed, going(arrived.person_id), login)
