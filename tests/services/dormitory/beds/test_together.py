# SPDX-License-Identifier: Apache-2.0
"""A mother and her child are one move: asked, in one act, with one undo."""

from typing import Any

import pytest
from sqlalchemy import select

from app.db.integrity import examine
from app.models.dormitory.stays import Stay
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.dormitory.beds.together import (
    AlongLine,
    MoveTogether,
    along_with,
    move_together,
)
from app.services.dormitory.facts.room_list import room_list
from app.services.people.companions import own_here
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from tests.conftest import Shelter


def family(shelter: Shelter, *, age: str = "8b", verified: bool = True) -> tuple[Any, Any]:
    """A mother of 34 in 101-A and her child in 101-B."""
    mother, child = (shelter.arrive(*who).person_id for who in (("Melur", "34"), ("Lili", age)))
    kin = shelter.act(declare_kin, DeclareKin(mother, child, KinKind.MOTHER)).value
    if verified:
        shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
        shelter.place(mother, "101-A")
        shelter.place(child, "101-B")
    return mother, child


def asked(shelter: Shelter, *beds: tuple[Any, str]) -> tuple[AlongLine, ...]:
    wanted = tuple((person, shelter.bed_id(place)) for person, place in beds)
    return shelter.ask(along_with, wanted)


def places(shelter: Shelter) -> dict[Any, str]:
    return {
        bed.sleeper.person_id: place
        for place in ("101-A", "101-B", "102-A", "102-B", "103-A", "103-B")
        if (bed := shelter.bed(place)).sleeper is not None
    }


def test_a_mother_who_moves_is_asked_for_her_child_in_the_same_room(shelter: Shelter) -> None:
    mother, child = family(shelter)
    (line,) = asked(shelter, (mother, "102-A"))
    assert (line.who.person_id, line.who.place, line.bed) == (child, "101-B", "102-B")
    assert asked(shelter, (mother, "102-A"), (child, "102-B")) == ()


def test_both_move_in_one_act_and_one_undo_brings_both_back(shelter: Shelter) -> None:
    mother, child = family(shelter)
    (line,) = asked(shelter, (mother, "102-A"))
    beds = ((mother, shelter.bed_id("102-A")), (child, line.bed_id))
    done = shelter.act(move_together, MoveTogether(beds), "rina")
    assert places(shelter) == {mother: "102-A", child: "102-B"}
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command, "rina")
    assert places(shelter) == {mother: "101-A", child: "101-B"}
    with shelter.house.database.reading() as session:
        found = examine(session, pages=False, moment=shelter.clock())
    assert [finding for finding in found if not finding.ok] == []


def test_both_who_wait_lie_down_together(shelter: Shelter) -> None:
    mother, child = (shelter.arrive(*who).person_id for who in (("Melur", "34"), ("Lili", "8b")))
    kin = shelter.act(declare_kin, DeclareKin(mother, child, KinKind.MOTHER)).value
    shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
    (line,) = asked(shelter, (mother, "101-A"))
    assert (line.who.place, line.bed) == ("", "101-B")
    beds = ((mother, shelter.bed_id("101-A")), (child, line.bed_id))
    done = shelter.act(move_together, MoveTogether(beds))
    assert places(shelter) == {mother: "101-A", child: "101-B"}
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command)
    assert places(shelter) == {}


def test_where_the_room_has_no_other_bed_it_is_said(shelter: Shelter) -> None:
    mother, _child = family(shelter)
    for at, name in enumerate(("Seruni", "Dahlia", "Cempaka")):
        room = [bed for wing in shelter.ask(room_list) for r in wing.rooms if r.name == "102"
                for bed in r.beds]  # fmt: skip
        if at + 1 < len(room):
            shelter.place(shelter.arrive(name, "40").person_id, f"102-{room[at + 1].label}")
    (line,) = asked(shelter, (mother, "102-A"))
    assert (line.bed_id, line.bed) == (None, "")


def test_a_child_whose_mother_is_only_claimed_is_asked_for_and_lies_nowhere_illegal(
    shelter: Shelter,
) -> None:
    mother, child = family(shelter, verified=False)
    shelter.place(mother, "101-A")
    (line,) = asked(shelter, (mother, "102-A"))
    assert (line.who.person_id, line.bed_id) == (child, None)


def test_one_refusal_keeps_everybody_where_she_is(shelter: Shelter) -> None:
    mother, child = family(shelter)
    shelter.place(shelter.arrive("Seruni", "40").person_id, "102-B")
    before = places(shelter)
    beds = ((mother, shelter.bed_id("102-A")), (child, shelter.bed_id("102-B")))
    refused = shelter.refused(move_together, MoveTogether(beds))
    assert Reason.BED_TAKEN in refused.reasons
    assert places(shelter) == before


def test_in_a_swap_the_child_goes_with_her_mother(shelter: Shelter) -> None:
    mother, child = family(shelter)
    other = shelter.arrive("Seruni", "40").person_id
    shelter.place(other, "102-A")
    (line,) = asked(shelter, (mother, "102-A"), (other, "101-A"))
    assert (line.who.person_id, line.bed) == (child, "102-B")
    beds = (
        (mother, shelter.bed_id("102-A")),
        (other, shelter.bed_id("101-A")),
        (child, line.bed_id),
    )
    shelter.act(move_together, MoveTogether(beds))
    assert places(shelter) == {mother: "102-A", child: "102-B", other: "101-A"}


@pytest.mark.parametrize("twice", ["person", "bed"])
def test_nobody_lies_in_two_beds_nor_two_in_one(shelter: Shelter, twice: str) -> None:
    mother, child = family(shelter)
    here, there = shelter.bed_id("102-A"), shelter.bed_id("102-B")
    beds = ((mother, here), (mother, there)) if twice == "person" else (
        (mother, here), (child, here))  # fmt: skip
    shelter.refused(move_together, MoveTogether(beds))
    with shelter.house.database.reading() as session:
        assert len(session.execute(select(Stay).where(Stay.ends_at.is_(None))).all()) == 2


def test_who_leaves_the_house_is_asked_for_her_children_only(shelter: Shelter) -> None:
    mother, child = family(shelter)
    assert [each.person_id for each in shelter.ask(own_here, mother).children] == [child]
    assert shelter.ask(own_here, child).children == ()
