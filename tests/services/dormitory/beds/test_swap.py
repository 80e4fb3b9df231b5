# SPDX-License-Identifier: Apache-2.0
"""Two change beds in one act: judged as both will lie, all or nothing, undone as one."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from app.db.integrity import examine
from app.errors import Denied
from app.models.audit import AuditEntry
from app.models.dormitory.rooms import Room, Wing
from app.models.dormitory.stays import Stay, StayEnd
from app.policies.dormitory.rules.needs import House
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.beds.swap import Swap, swap_clients
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.services.topics import Topic
from tests.conftest import Shelter


def sleeps(shelter: Shelter, name: str, age: str, place: str) -> UUID:
    person = shelter.arrive(name, age).person_id
    shelter.place(person, place)
    return person


def whole(shelter: Shelter) -> bool:
    """Say whether the file explains every stay by an act."""
    with shelter.house.database.reading() as session:
        return all(each.ok for each in examine(session, pages=False, moment=shelter.clock()))


def lie(shelter: Shelter, *places: str) -> list[str]:
    found = []
    for place in places:
        sleeper = shelter.bed(place).sleeper
        found.append(sleeper.name if sleeper else "")
    return found


def note(shelter: Shelter, person: UUID, **noted) -> None:
    usual = {"house": House.RPSW, "watch": 0, "own_room": False, "step_free": False}
    command = NoteNeeds(person, **{**usual, "lower_bunk": False, **noted})
    shelter.act(note_needs, command, "ani")


def mother_of(shelter: Shelter, mother: UUID, child: UUID) -> None:
    kin = shelter.act(declare_kin, DeclareKin(mother, child, KinKind.MOTHER)).value
    command = VerifyKin(kin.kinship_id, kin.version, "akta kelahiran")
    shelter.act(verify_kin, command, "ani")


@pytest.mark.parametrize("by", ["dewi", "rina", "hendra"])
def test_two_change_beds_and_undo_changes_them_back(shelter: Shelter, by: str) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    shelter.clock.move(minutes=5)
    done = shelter.act(swap_clients, Swap(one, other), by)
    assert done.topics >= {Topic.BEDS, Topic.ALARMS}
    assert lie(shelter, "101-A", "102-A") == ["Seruni", "Melur"]
    assert (done.value.one.room_name, done.value.other.room_name) == ("102", "101")
    shelter.clock.move(minutes=5)
    shelter.act(done.inverse.act, done.inverse.command, by)
    assert lie(shelter, "101-A", "102-A") == ["Melur", "Seruni"]
    assert whole(shelter)
    with shelter.house.database.reading() as session:
        ends = session.execute(select(Stay.end_reason).order_by(Stay.seq)).scalars().all()
    assert ends == [StayEnd.MOVED] * 2 + [StayEnd.UNDONE] * 2 + [None] * 2


def test_in_the_same_second_they_were_placed(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    done = shelter.act(swap_clients, Swap(one, other))
    shelter.act(done.inverse.act, done.inverse.command)
    assert lie(shelter, "101-A", "102-A") == ["Melur", "Seruni"]


def test_a_pc_clock_that_went_back_lets_nobody_overlap(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    shelter.clock.move(days=-2)
    done = shelter.act(swap_clients, Swap(one, other))
    assert lie(shelter, "101-A", "102-A") == ["Seruni", "Melur"]
    shelter.act(done.inverse.act, done.inverse.command)
    assert whole(shelter)


def test_swaps_in_a_circle_are_swaps_like_any_other(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    third = sleeps(shelter, "Dahlia", "30", "103-A")
    for pair in ((one, other), (other, third), (third, one)):
        shelter.clock.move(minutes=1)
        shelter.act(swap_clients, Swap(*pair))
    assert whole(shelter)
    assert lie(shelter, "101-A", "102-A", "103-A") == ["Melur", "Dahlia", "Seruni"]


def test_beds_of_one_room_are_swapped(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "101-B")
    shelter.act(swap_clients, Swap(one, other))
    assert lie(shelter, "101-A", "101-B") == ["Seruni", "Melur"]


@pytest.mark.parametrize("first", ["mother", "child"])
def test_a_mother_and_her_child_swap_beds_in_a_wing_for_adults(
    shelter: Shelter, first: str
) -> None:
    """The child follows her mother although the mother has just left her own bed."""
    mother = sleeps(shelter, "Melur", "34", "101-A")
    child = shelter.arrive("Kenanga", "6").person_id
    mother_of(shelter, mother, child)
    shelter.place(child, "101-B")
    pair = (mother, child) if first == "mother" else (child, mother)
    done = shelter.act(swap_clients, Swap(*pair))
    assert lie(shelter, "101-A", "101-B") == ["Kenanga", "Melur"]
    shelter.act(done.inverse.act, done.inverse.command)
    assert lie(shelter, "101-A", "101-B") == ["Melur", "Kenanga"]


@pytest.mark.parametrize("first", ["watched", "friend"])
def test_who_is_never_alone_has_company_after_the_swap(shelter: Shelter, first: str) -> None:
    watched = sleeps(shelter, "Melur", "34", "101-A")
    friend = sleeps(shelter, "Seruni", "40", "101-B")
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(update(Wing).values(floor=1))
        session.execute(update(Room).values(near_caretaker=True))
    note(shelter, watched, watch=3)
    pair = (watched, friend) if first == "watched" else (friend, watched)
    shelter.act(swap_clients, Swap(*pair))
    assert lie(shelter, "101-A", "101-B") == ["Seruni", "Melur"]


def test_a_full_room_is_no_obstacle(shelter: Shelter) -> None:
    (room,) = [each for wing in shelter.ask(room_list) for each in wing.rooms if each.name == "101"]
    beds = [f"101-{bed.label}" for bed in room.beds]
    inside = [sleeps(shelter, f"Melur {bed}", "30", bed) for bed in beds]
    outside = sleeps(shelter, "Cempaka", "30", "102-A")
    shelter.act(swap_clients, Swap(outside, inside[-1]))
    assert lie(shelter, beds[-1], "102-A") == ["Cempaka", f"Melur {beds[-1]}"]


def test_with_herself_or_without_a_bed_there_is_nobody_to_swap(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    waiting = shelter.arrive("Seruni", "40").person_id
    for pair in ((one, one), (one, waiting), (waiting, one), (waiting, waiting)):
        assert shelter.refused(swap_clients, Swap(*pair)).reasons == (Reason.NOBODY_TO_SWAP,)
    assert shelter.refused(swap_clients, Swap(one, uuid4())).reasons == (Reason.PERSON_LEFT,)


def test_an_undo_is_refused_once_one_of_them_moved_on(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    done = shelter.act(swap_clients, Swap(one, other))
    shelter.clock.move(minutes=1)
    shelter.act(move_client, PlaceClient(other, shelter.bed_id("103-A")))
    refused = shelter.refused(done.inverse.act, done.inverse.command)
    assert refused.reasons == (Reason.MOVED_ON,)
    assert lie(shelter, "102-A", "103-A") == ["Melur", "Seruni"]


def test_an_undo_never_puts_two_together_who_are_apart_by_now(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    enemy = sleeps(shelter, "Dahlia", "30", "101-B")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    done = shelter.act(swap_clients, Swap(one, other))
    shelter.act(keep_apart, KeepApart(one, enemy, "Pernah saling memukul"), "ani")
    refused = shelter.refused(done.inverse.act, done.inverse.command)
    assert refused.reasons == (Reason.MASKED_RULE,)
    assert lie(shelter, "101-A", "102-A") == ["Seruni", "Melur"]


def test_the_audit_names_both(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    done = shelter.act(swap_clients, Swap(one, other))
    shelter.act(done.inverse.act, done.inverse.command)
    with shelter.house.database.reading() as session:
        rows = session.execute(
            select(AuditEntry.act, AuditEntry.outcome, AuditEntry.subject_id)
            .where(AuditEntry.act.in_(("swap_clients", "swap_back")))
            .order_by(AuditEntry.seq)
        ).all()
    assert rows == [("swap_clients", "done", one), ("swap_back", "done", one)]


def test_who_places_nobody_swaps_nobody(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    for by in ("ani", "eko", "tania"):
        with pytest.raises(Denied):
            shelter.act(swap_clients, Swap(one, other), by)


def test_the_same_moment_counts_once(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    shelter.clock.moment += timedelta(microseconds=1)
    shelter.act(swap_clients, Swap(one, other))
    with shelter.house.database.reading() as session:
        stays = session.execute(select(Stay).order_by(Stay.seq)).scalars().all()
        assert [stay.starts_at for stay in stays[2:]] == [stays[0].ends_at] * 2
