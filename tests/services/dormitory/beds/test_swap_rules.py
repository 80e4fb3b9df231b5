# SPDX-License-Identifier: Apache-2.0
"""Swaps under the rules: what is refused, what cures, what needs a signature."""

from sqlalchemy import select, update

from app.models.dormitory.holds import PlacementPermit
from app.models.dormitory.rooms import Bed, Wing
from app.policies.answers import given
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.beds.holds import PermitEnd
from app.policies.reasons import Reason
from app.services.dormitory.beds.swap import Swap, swap_clients
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from tests.conftest import Shelter
from tests.services.dormitory.beds.test_swap import lie, mother_of, note, sleeps

WHY = "tidak ada tempat lain malam ini"


def open_to_all(shelter: Shelter) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(update(Wing).values(side=Side.ANY))


def upper(shelter: Shelter, place: str) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        bed_id = shelter.bed_id(place)
        session.execute(update(Bed).where(Bed.id == bed_id).values(upper=True))


def test_a_swap_that_would_be_illegal_is_refused_with_every_reason(shelter: Shelter) -> None:
    woman = sleeps(shelter, "Melur", "34", "101-A")
    sleeps(shelter, "Seruni", "40", "101-B")
    girl = sleeps(shelter, "Kenanga", "12", "201-A")
    sleeps(shelter, "Mawar", "13", "201-B")
    for pair in ((woman, girl), (girl, woman)):
        refused = shelter.refused(swap_clients, Swap(*pair))
        assert set(refused.reasons) == {
            Reason.WING_FOR_CHILDREN,
            Reason.WING_FOR_ADULTS,
            Reason.CHILD_WITH_ADULT,
        }
        assert not refused.signable
    assert lie(shelter, "101-A", "201-A") == ["Melur", "Kenanga"]


def test_only_one_side_illegal_is_refused_too(shelter: Shelter) -> None:
    open_to_all(shelter)
    woman = sleeps(shelter, "Melur", "34", "101-A")
    girl = sleeps(shelter, "Kenanga", "12", "201-A")
    sleeps(shelter, "Mawar", "13", "201-B")
    for pair in ((woman, girl), (girl, woman)):
        assert shelter.refused(swap_clients, Swap(*pair)).reasons == (Reason.CHILD_WITH_ADULT,)
    assert lie(shelter, "101-A", "201-A") == ["Melur", "Kenanga"]


def test_a_mother_does_not_swap_out_of_the_room_of_her_child(shelter: Shelter) -> None:
    """The child would be left with a stranger; that would be a placing act."""
    mother = sleeps(shelter, "Melur", "34", "101-A")
    child = shelter.arrive("Kenanga", "6").person_id
    mother_of(shelter, mother, child)
    shelter.place(child, "101-B")
    stranger = sleeps(shelter, "Seruni", "40", "102-A")
    refused = shelter.refused(swap_clients, Swap(mother, stranger))
    assert Reason.CHILD_WITH_ADULT in refused.reasons


def test_two_kept_apart_may_change_rooms_and_not_meet(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    friend = sleeps(shelter, "Dahlia", "30", "102-B")
    shelter.act(keep_apart, KeepApart(one, other, "Pernah saling memukul"), "ani")
    refused = shelter.refused(swap_clients, Swap(one, friend))
    assert refused.reasons == (Reason.MASKED_RULE,)
    assert shelter.refused(swap_clients, Swap(one, friend), "hendra").reasons == (
        Reason.KEPT_APART,
    )
    shelter.act(swap_clients, Swap(one, other))
    assert lie(shelter, "101-A", "102-A") == ["Seruni", "Melur"]


def test_a_swap_within_the_room_does_not_hide_two_who_are_apart(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "101-B")
    shelter.act(keep_apart, KeepApart(one, other, "Pernah saling memukul"), "ani")
    assert shelter.refused(swap_clients, Swap(one, other)).reasons == (Reason.MASKED_RULE,)
    assert len(shelter.ask(open_alarms)) == 1


def test_a_swap_cures_an_alarm(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "101-B")
    third = sleeps(shelter, "Dahlia", "30", "102-A")
    shelter.act(keep_apart, KeepApart(one, other, "Pernah saling memukul"), "ani")
    shelter.act(swap_clients, Swap(other, third), "rina")
    assert shelter.ask(open_alarms) == ()


def test_what_a_signature_sets_aside_is_swapped_with_one(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    note(shelter, one, lower_bunk=True)
    upper(shelter, "102-A")
    refused = shelter.refused(swap_clients, Swap(one, other))
    assert (refused.reasons, refused.signable) == ((Reason.UPPER_BUNK,), True)
    short = shelter.refused(swap_clients, Swap(one, other, "ya"))
    assert (short.reasons, short.field) == ((Reason.WHY_SHORT,), "why")
    assert lie(shelter, "101-A", "102-A") == ["Melur", "Seruni"]
    done = shelter.act(swap_clients, Swap(one, other, WHY))
    assert lie(shelter, "101-A", "102-A") == ["Seruni", "Melur"]
    with shelter.house.database.reading() as session:
        (permit,) = session.execute(select(PlacementPermit)).scalars().all()
        assert (permit.person_id, permit.rules) == (one, "upper_bunk")
    shelter.act(done.inverse.act, done.inverse.command)
    with shelter.house.database.reading() as session:
        (ended,) = session.execute(select(PlacementPermit.end_reason)).scalars().all()
    assert ended is PermitEnd.UNDONE


def test_both_sides_of_a_signature_are_signed(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    sleeps(shelter, "Dahlia", "30", "101-B")
    sleeps(shelter, "Cempaka", "30", "102-B")
    for person, exploited in ((one, True), (other, False)):
        note(shelter, person, exploited=given(exploited))
    note(shelter, shelter.bed("101-B").sleeper.person_id, exploited=given(True))
    note(shelter, shelter.bed("102-B").sleeper.person_id, exploited=given(False))
    refused = shelter.refused(swap_clients, Swap(one, other))
    assert (refused.reasons, refused.signable) == ((Reason.MASKED_RULE,), True)
    shelter.act(swap_clients, Swap(one, other, WHY))
    with shelter.house.database.reading() as session:
        signed = session.execute(select(PlacementPermit.person_id)).scalars().all()
    assert set(signed) == {one, other}


def test_a_post_that_may_not_sign_does_not_swap_so(shelter: Shelter) -> None:
    one = sleeps(shelter, "Melur", "34", "101-A")
    other = sleeps(shelter, "Seruni", "40", "102-A")
    note(shelter, one, lower_bunk=True)
    upper(shelter, "102-A")
    refused = shelter.refused(swap_clients, Swap(one, other, WHY), "rina")
    assert refused.reasons == (Reason.NOT_YOURS_TO_SIGN,)
    assert lie(shelter, "101-A", "102-A") == ["Melur", "Seruni"]
