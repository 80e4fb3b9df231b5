# SPDX-License-Identifier: Apache-2.0
"""Absences and the census, in which nobody is ever nowhere."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from app.errors import Denied, Refused
from app.models.arrivals.arrival import Arrival
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed
from app.policies.access import Right
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason
from app.services.acts import Inverse, act
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.dormitory.away.absences import (
    EndAbsence,
    NoteAbsence,
    end_absence,
    note_absence,
)
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.away.whereabouts import Census, census
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.facts.room_list import room_list
from tests.conftest import NIGHT, Shelter


@act(Right.PLACE_CLIENT)
def make_mattress(session, _context, bed_id) -> None:
    """Stand in for the act that lays a mattress out."""
    session.execute(update(Bed).where(Bed.id == bed_id).values(mattress=True))


def where(shelter: Shelter) -> dict[str, Whereabouts]:
    return {line.name: line.where for line in shelter.ask(census).lines}


def present(shelter: Shelter) -> int:
    with shelter.house.database.reading() as session:
        return session.execute(
            select(func.count(func.distinct(Arrival.person_id))).where(
                Arrival.withdrawn_at.is_(None), Arrival.departed_at.is_(None)
            )
        ).scalar_one()


def counted(found: Census) -> dict[Whereabouts, int]:
    return {place: count for place, count in found.counts if count}


def test_bed_mattress_no_bed_and_away_are_told_apart(shelter: Shelter) -> None:
    for name, place in (("Bunga", "101-A"), ("Citra", "101-B"), ("Dara", "102-A")):
        shelter.place(shelter.arrive(name, "30").person_id, place)
    shelter.arrive("Eka", "30")
    shelter.act(make_mattress, shelter.bed_id("101-B"))
    away = next(line for line in shelter.ask(census).lines if line.name == "Dara")
    shelter.act(note_absence, NoteAbsence(away.person_id, AbsenceKind.HOSPITAL, "RSCM"))
    assert where(shelter) == {
        "Bunga": Whereabouts.BED,
        "Citra": Whereabouts.MATTRESS,
        "Dara": Whereabouts.HOSPITAL,
        "Eka": Whereabouts.UNPLACED,
    }
    assert [line.place for line in shelter.ask(census).lines] == ["101-A", "101-B", "102-A", ""]


def test_counts_of_the_wings_add_up_to_the_house(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    shelter.place(shelter.arrive("Dini", "9").person_id, "201-A")
    shelter.arrive("Eka", "30")
    found = shelter.ask(census)
    assert found.total == present(shelter) == 3
    assert sum(wing.total for wing in found.wings) == 3
    assert [wing.total for wing in found.wings if not wing.wing] == [1]
    summed = Counter()
    for wing in found.wings:
        summed.update(dict(wing.counts))
    assert dict(summed) == dict(found.counts)


def test_a_new_absence_replaces_the_open_one_and_undo_brings_it_back(shelter: Shelter) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.MISSING))
    shelter.clock.move(minutes=40)
    done = shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.POLICE))
    (line,) = shelter.ask(census).lines
    assert (line.where, line.minutes) == (Whereabouts.POLICE, 0)
    shelter.act(done.inverse.act, done.inverse.command)
    (line,) = shelter.ask(census).lines
    assert (line.where, line.minutes, line.since) == (Whereabouts.MISSING, 40, NIGHT)
    again = shelter.refused(done.inverse.act, done.inverse.command)
    assert again.reasons == (Reason.MOVED_ON,)


def test_noting_the_same_absence_twice_keeps_the_first_hour(shelter: Shelter) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.LEAVE))
    shelter.clock.move(hours=2)
    again = shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.LEAVE, "ke pasar"))
    assert again.inverse is None
    (line,) = shelter.ask(census).lines
    assert (line.since, line.minutes) == (NIGHT, 120)


def test_back_and_away_again_after_all(shelter: Shelter) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    assert shelter.refused(end_absence, EndAbsence(person_id)).reasons == (Reason.NOT_AWAY,)
    shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.WITH_STAFF))
    shelter.clock.move(minutes=5)
    back = shelter.act(end_absence, EndAbsence(person_id))
    assert where(shelter) == {"Bunga": Whereabouts.UNPLACED}
    shelter.act(back.inverse.act, back.inverse.command)
    assert where(shelter) == {"Bunga": Whereabouts.WITH_STAFF}
    stale = shelter.refused(back.inverse.act, back.inverse.command)
    assert stale.reasons == (Reason.MOVED_ON,)


def test_a_missing_one_stands_out_after_fifteen_minutes(shelter: Shelter) -> None:
    for name, kind in (("Bunga", AbsenceKind.MISSING), ("Citra", AbsenceKind.HOSPITAL)):
        shelter.act(note_absence, NoteAbsence(shelter.arrive(name, "30").person_id, kind))
    shelter.clock.move(minutes=14, seconds=59)
    assert not any(line.overdue for line in shelter.ask(census).lines)
    shelter.clock.move(seconds=1)
    assert [line.name for line in shelter.ask(census).lines if line.overdue] == ["Bunga"]


def test_a_clock_that_went_back_never_turns_an_absence_round(shelter: Shelter) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.MISSING))
    shelter.clock.move(hours=-5)
    shelter.act(end_absence, EndAbsence(person_id))
    shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.LEAVE))
    with shelter.house.database.reading() as session:
        rows = session.execute(select(Absence).order_by(Absence.seq)).scalars().all()
        assert [(row.starts_at, row.ends_at) for row in rows] == [(NIGHT, NIGHT), (NIGHT, None)]


def test_who_was_withdrawn_is_not_counted_and_goes_nowhere(shelter: Shelter) -> None:
    arrived = shelter.arrive("Bunga", "30")
    shelter.act(withdraw_arrival, WithdrawArrival(arrived.arrival_id, arrived.version))
    assert shelter.ask(census).total == 0
    refused = shelter.refused(note_absence, NoteAbsence(arrived.person_id, AbsenceKind.LEAVE))
    assert refused.reasons == (Reason.PERSON_LEFT,)


def test_a_long_note_is_told_at_its_field(shelter: Shelter) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    refused = shelter.refused(note_absence, NoteAbsence(person_id, AbsenceKind.LEAVE, "x" * 601))
    assert (refused.field, refused.reasons) == ("note", (Reason.TEXT_TOO_LONG,))


def test_the_secretariat_sees_numbers_and_nobody(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    found = shelter.ask(census, None, "eko")
    assert (found.lines, counted(found)) == ((), {Whereabouts.BED: 1})
    with pytest.raises(Denied):
        shelter.act(end_absence, EndAbsence(shelter.arrive("Citra").person_id), "eko")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["arrive", "place", "away", "back", "withdraw", "leave", "undo"]),
        st.integers(0, 3),
        st.sampled_from(list(AbsenceKind)),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25)
@given(steps=STEPS)
def test_whatever_happens_everybody_is_somewhere_exactly_once(
    shelter: Shelter, steps: list[tuple[str, int, AbsenceKind]]
) -> None:
    arrived = [shelter.arrive(f"Orang {number}", "30") for number in range(2)]
    beds = [
        bed.bed_id for wing in shelter.ask(room_list) for room in wing.bedrooms for bed in room.beds
    ]
    leavings: list[Inverse] = []
    for step, at, kind in steps:
        who = arrived[at % len(arrived)]
        try:
            if step == "arrive":
                arrived.append(shelter.arrive("Orang lagi", "30"))
            elif step == "place":
                shelter.act(place_client, PlaceClient(who.person_id, beds[at * 3]))
            elif step == "away":
                shelter.act(note_absence, NoteAbsence(who.person_id, kind))
            elif step == "back":
                shelter.act(end_absence, EndAbsence(who.person_id))
            elif step == "leave":
                left = shelter.act(vacate_bed, Vacate(who.person_id, Outcome.OWN_WISH, "", ""))
                leavings.append(left.inverse)
            elif step == "undo" and leavings:
                undo = leavings.pop()
                shelter.act(undo.act, undo.command)
            else:
                shelter.act(withdraw_arrival, WithdrawArrival(who.arrival_id, who.version))
        except Refused:
            continue
    found = shelter.ask(census)
    assert found.total == len(found.lines) == present(shelter)
    assert len({line.person_id for line in found.lines}) == len(found.lines)
    assert dict(found.counts) == {
        place: sum(line.where is place for line in found.lines) for place in Whereabouts
    }
