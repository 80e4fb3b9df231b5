# SPDX-License-Identifier: Apache-2.0
"""Who slept where on any night; undone placements are no nights."""

from datetime import date, timedelta

import pytest

from app.errors import Denied
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.people.departures import Outcome
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.dormitory.away.absences import EndAbsence, NoteAbsence, end_absence, note_absence
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.stays import Night, NightOf, slept, stays_of
from app.services.dormitory.rooms.purposes import ChangePurpose, change_purpose
from app.services.dormitory.rooms.room_admin import AddRoom, add_room
from tests.conftest import NIGHT, Shelter

FIRST = date(2026, 11, 23)
"""The night that runs at 01.50 on the 24th."""


def night(shelter: Shelter, day: date = FIRST, by: str = "hendra") -> Night:
    return shelter.ask(slept, NightOf(day), by)


def beds(found: Night) -> dict[str, str]:
    return {f"{r.room}-{line.bed}": line.name for r in found.rooms for line in r.people}


def move(shelter: Shelter, person_id, place: str):
    return shelter.act(move_client, PlaceClient(person_id, shelter.bed_id(place)))


def test_every_night_is_told_as_it_was(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "101-A", by="rina")
    shelter.clock.move(days=1)
    move(shelter, woman.person_id, "102-B")
    shelter.clock.move(days=2)
    shelter.act(vacate_bed, Vacate(woman.person_id, Outcome.OWN_WISH, "", ""))
    shelter.clock.move(days=2)
    told = {day: beds(night(shelter, FIRST + timedelta(days=day))) for day in range(-1, 5)}
    assert told == {
        -1: {},
        0: {"101-A": "Bunga"},
        1: {"102-B": "Bunga"},
        2: {"102-B": "Bunga"},
        3: {},
        4: {},
    }
    (line,) = night(shelter).rooms[0].people
    assert (line.placed_by, line.since, line.away, line.number) == (
        "Rina",
        NIGHT,
        None,
        woman.number,
    )


def test_empty_rooms_are_told_and_a_running_night_is_not_over(shelter: Shelter) -> None:
    found = night(shelter)
    assert len(found.rooms) == 10
    assert (found.people, found.over, found.at) == (0, False, NIGHT)
    assert night(shelter, FIRST - timedelta(days=1)).over
    assert night(shelter, date.max).at == NIGHT
    assert night(shelter, date.min).rooms


def test_undone_placements_are_no_nights(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    done = shelter.place(woman.person_id, "101-A")
    shelter.clock.move(hours=4)
    shelter.act(done.inverse.act, done.inverse.command)
    found = night(shelter)
    assert beds(found) == {}
    assert [line.name for line in found.without_bed] == ["Bunga"]
    (line,) = shelter.ask(stays_of, woman.person_id, "hendra")
    assert (line.undone, line.nights, line.place, line.ended_by) == (True, 0, "101-A", "Dewi")


def test_who_was_moved_by_a_slip_slept_where_she_lay_before(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "101-A")
    shelter.clock.move(hours=1)
    done = move(shelter, woman.person_id, "102-A")
    shelter.clock.move(hours=3)
    shelter.act(done.inverse.act, done.inverse.command)
    shelter.clock.move(days=1)
    assert beds(night(shelter)) == {"101-A": "Bunga"}
    assert beds(night(shelter, FIRST + timedelta(days=1))) == {"101-A": "Bunga"}


def test_three_in_the_morning_decides(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "101-A")
    shelter.clock.move(minutes=69)
    move(shelter, woman.person_id, "102-A")
    shelter.clock.move(minutes=2)
    move(shelter, woman.person_id, "103-A")
    assert beds(night(shelter)) == {"102-A": "Bunga"}
    stays = shelter.ask(stays_of, woman.person_id, "hendra")
    assert [(line.place, line.nights) for line in stays] == [
        ("103-A", 0),
        ("102-A", 1),
        ("101-A", 0),
    ]
    shelter.clock.move(days=3)
    assert shelter.ask(stays_of, woman.person_id, "hendra")[0].nights == 3


def test_who_was_away_had_a_bed_that_was_kept(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "101-A")
    shelter.act(note_absence, NoteAbsence(woman.person_id, AbsenceKind.HOSPITAL))
    shelter.clock.move(hours=12)
    shelter.act(end_absence, EndAbsence(woman.person_id))
    shelter.clock.move(days=1)
    assert night(shelter).rooms[0].people[0].away is AbsenceKind.HOSPITAL
    assert night(shelter, FIRST + timedelta(days=1)).rooms[0].people[0].away is None


def test_a_withdrawn_registration_was_nobody(shelter: Shelter) -> None:
    slip = shelter.arrive("Salah", "30")
    shelter.act(withdraw_arrival, WithdrawArrival(slip.arrival_id, slip.version))
    shelter.arrive("Tanpa ranjang", "31")
    found = night(shelter)
    assert [line.name for line in found.without_bed] == ["Tanpa ranjang"]
    assert found.people == 1


def test_rooms_count_as_bedrooms_while_they_were(shelter: Shelter) -> None:
    shelter.clock.move(days=2)
    rooms = {r.name: r.room_id for w in shelter.ask(room_list) for r in w.rooms}
    today = FIRST + timedelta(days=3)
    change = ChangePurpose(rooms["105"], RoomPurpose.THERAPY, today, "jadi ruang terapi")
    shelter.act(change_purpose, change, "hendra")
    wing_id = shelter.ask(room_list)[0].wing_id
    shelter.act(add_room, AddRoom(wing_id, "106", 1600, 3), "hendra")
    assert {"105"} == {r.room for r in night(shelter).rooms} & {"105", "106"}
    now = night(shelter, FIRST + timedelta(days=2))
    assert {"106"} == {r.room for r in now.rooms} & {"105", "106"}


@pytest.mark.parametrize("login", ["dewi", "rina", "tania", "eko"])
def test_who_may_not_look_back(shelter: Shelter, login: str) -> None:
    woman = shelter.arrive("Bunga", "30")
    with pytest.raises(Denied):
        night(shelter, by=login)
    with pytest.raises(Denied):
        shelter.ask(stays_of, woman.person_id, login)
