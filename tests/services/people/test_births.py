# SPDX-License-Identifier: Apache-2.0
"""A child born here: in her mother's bed, on every list that saves her, no client."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.models.arrivals.arrival import Arrival
from app.models.people.person import Person
from app.policies.answers import given
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.night.findings import FindingKind
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason
from app.services.arrivals.care.care_of import care_of
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.care.headcount import headcounts
from app.services.dormitory.care.must_know import must_know
from app.services.dormitory.night.night_list import night_list
from app.services.dormitory.night.roll_call import PrintRollCall, print_roll_call, roll_call_counts
from app.services.people.births import NoteBirth, end_birth, note_birth
from tests.conftest import Shelter
from tests.db.by_hand import attack


@pytest.fixture
def mother(shelter: Shelter):
    arrived = shelter.arrive("Melur", "24", doubt=False)
    shelter.place(arrived.person_id, "101-A")
    return arrived


def born(shelter: Shelter, person_id, hours: int = 1, name: str = "Putri"):
    command = NoteBirth(person_id, shelter.clock() - timedelta(hours=hours), name, Sex.FEMALE)
    return shelter.act(note_birth, command)


def heads(shelter: Shelter) -> int:
    return sum(wing.expected for wing in shelter.ask(headcounts))


def named(shelter: Shelter) -> list[str]:
    content = shelter.act(print_roll_call, PrintRollCall()).value
    return [each.name for wing in content.wings for room in wing.rooms for each in room.people]


def test_she_stands_in_the_lists_for_milk_fire_and_headcount(shelter: Shelter, mother) -> None:
    before = shelter.ask(roll_call_counts).people
    born(shelter, mother.person_id)
    assert named(shelter) == ["Melur", "bayi Putri (anak Melur)"]
    assert shelter.ask(roll_call_counts).people == before + 1
    assert heads(shelter) == 2
    (line,) = (each for wing in shelter.ask(must_know).wings for each in wing.people)
    assert (line.newborns, line.special) == ((0,), True)
    assert [baby.name for baby in shelter.ask(care_of, mother.arrival_id).babies] == ["Putri"]


def test_she_is_no_client_and_has_no_number(shelter: Shelter, mother) -> None:
    born(shelter, mother.person_id)
    with shelter.house.database.reading() as session:
        counts = [
            session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (Person, Arrival)
        ]
    assert counts == [1, 1]


def test_where_her_mother_goes_she_goes(shelter: Shelter, mother) -> None:
    born(shelter, mother.person_id)
    shelter.act(move_client, PlaceClient(mother.person_id, shelter.bed_id("102-A")))
    assert named(shelter) == ["Melur", "bayi Putri (anak Melur)"]
    shelter.act(send_out, SendOut(mother.person_id, AbsenceKind.HOSPITAL))
    assert (heads(shelter), shelter.ask(roll_call_counts).people) == (0, 0)
    left = shelter.act(vacate_bed, Vacate(mother.person_id, Outcome.HOME, "Cianjur", "Ibu Sartika"))
    assert named(shelter) == []
    shelter.clock.move(minutes=1)
    shelter.act(left.inverse.act, left.inverse.command)
    assert "bayi Putri (anak Melur)" in named(shelter)


def test_one_undo_takes_it_back(shelter: Shelter, mother) -> None:
    done = born(shelter, mother.person_id)
    shelter.act(done.inverse.act, done.inverse.command)
    assert named(shelter) == ["Melur"]
    assert shelter.refused(end_birth, done.value).reasons == (Reason.STALE,)


def test_with_a_newborn_she_shares_a_room_with_her_family_only(shelter: Shelter, mother) -> None:
    """A newborn is a small child: no unrelated woman sleeps beside her either."""
    other = shelter.arrive("Seruni", "40").person_id
    shelter.place(other, "101-B")
    born(shelter, mother.person_id)
    kinds = [line.kind for line in shelter.ask(night_list, None, "ani").lines]
    assert FindingKind.OWN_ROOM_SHARED in kinds
    third = shelter.arrive("Dahlia", "40").person_id
    refused = shelter.refused(place_client, PlaceClient(third, shelter.bed_id("101-C")))
    assert Reason.MASKED_RULE in refused.reasons


@pytest.mark.parametrize(
    ("hours", "name", "reason", "field"),
    [
        (-1, "", Reason.TIME_IN_FUTURE, "born_at"),
        (24 * 61, "", Reason.BORN_TOO_LONG_AGO, "born_at"),
        (1, "x" * 121, Reason.NAME_TOO_LONG, "name"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    shelter: Shelter, mother, hours: int, name: str, reason: Reason, field: str
) -> None:
    command = NoteBirth(mother.person_id, shelter.clock() - timedelta(hours=hours), name)
    refused = shelter.refused(note_birth, command)
    assert (refused.reasons, refused.field) == ((reason,), field)


def test_no_boy_is_a_mother_and_nobody_who_has_left(shelter: Shelter, mother) -> None:
    boy = shelter.arrive("Adi", "8", sex=given(Sex.MALE)).person_id
    command = NoteBirth(boy, shelter.clock())
    assert shelter.refused(note_birth, command).reasons == (Reason.NO_MOTHER,)
    shelter.act(vacate_bed, Vacate(mother.person_id, Outcome.HOME, "Cianjur", "Ibu Sartika"))
    gone = NoteBirth(mother.person_id, shelter.clock())
    assert shelter.refused(note_birth, gone).reasons == (Reason.PERSON_LEFT,)


@pytest.mark.parametrize(
    ("sql", "stopped"),
    [
        ("DELETE FROM birth", "birth.kept"),
        ("UPDATE birth SET born_at = noted_at", "birth.frozen"),
        ("UPDATE birth SET mother_id = (SELECT max(id) FROM person)", "birth.frozen"),
    ],
)
def test_no_hand_written_sql_takes_her_away(
    shelter: Shelter, mother, sql: str, stopped: str
) -> None:
    shelter.arrive("Zaitun", "40")
    born(shelter, mother.person_id)
    assert attack(shelter, sql) == stopped
