# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL against ages and sex: who may be a woman, men, and who nobody asked."""

from uuid import UUID

import pytest
from sqlalchemy import select

from app.models.dormitory.rooms import Wing
from app.policies.answers import Answer, AnswerState
from app.policies.answers import given as answered
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.beds.facts import Side
from app.policies.people.age import AgeBasis
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.night.time_up import check_rooms, time_is_up
from app.services.people.ages import SayAge, say_age
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.services.people.kin_exceptions import SignException, sign_exception
from tests.conftest import Shelter
from tests.db.by_hand import House, attack

UNASKED = Answer(AnswerState.NOT_ASKED)
MALE = answered(Sex.MALE)


@pytest.fixture
def open_house(shelter: Shelter) -> House:
    """A house whose wings are for everybody."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    return House(shelter)


@pytest.mark.parametrize(
    ("age", "basis", "stopped"),
    [
        ("24", AgeBasis.ESTIMATE, "maybe_adult_with_under_13"),
        ("20", AgeBasis.SELF, "maybe_adult_with_under_13"),
        ("16", AgeBasis.ESTIMATE, "maybe_adult_with_under_13"),
        ("17", AgeBasis.SELF, "maybe_adult_with_under_13"),
        ("?", AgeBasis.ESTIMATE, "maybe_adult_with_under_13"),
        ("34", AgeBasis.ESTIMATE, "child_with_adult"),
        ("15", AgeBasis.ESTIMATE, ""),
        ("16", AgeBasis.SELF, ""),
        ("3/2/2009", AgeBasis.DOCUMENT, ""),
    ],
)
def test_nobody_who_may_be_a_woman_is_put_beside_a_small_girl(
    open_house: House, age: str, basis: AgeBasis, stopped: str
) -> None:
    other = open_house.shelter.arrive("Mawar", age, age_basis=basis).person_id.hex
    assert attack(open_house.shelter, open_house.stay(other, "201-B")) == stopped


@pytest.mark.parametrize(
    ("age", "stopped"), [("30", True), ("16", True), ("?", True), ("d", True), ("9", False)]
)
def test_no_man_is_given_a_bed_even_in_an_empty_room(
    open_house: House, age: str, stopped: bool
) -> None:
    shelter = open_house.shelter
    he = shelter.arrive("Budi", age, sex=MALE)
    assert (
        "no_bed_for_men" in attack(shelter, open_house.stay(he.person_id.hex, "205-A"))
    ) is stopped
    if stopped:
        command = PlaceClient(he.person_id, shelter.bed_id("105-A"), "tidak ada tempat lain")
        refused = shelter.refused(place_client, command)
        assert Reason.NO_BED_FOR_MEN in refused.reasons
        assert not refused.signable


def test_of_whom_nobody_asked_the_sex_she_sleeps_alone_or_with_her_mother(
    open_house: House,
) -> None:
    shelter = open_house.shelter
    unasked = shelter.arrive("Seroja", "11", sex=UNASKED)
    assert "sex_unknown" in attack(shelter, open_house.stay(unasked.person_id.hex, "201-B"))
    refused = shelter.refused(
        place_client, PlaceClient(unasked.person_id, shelter.bed_id("201-B"), "penuh sekali")
    )
    assert refused.reasons == (Reason.SEX_UNKNOWN,)
    shelter.place(unasked.person_id, "202-A")
    woman = UUID(hex=open_house.woman)
    baby = shelter.arrive("Bayi", "8b", sex=UNASKED)
    kin = shelter.act(declare_kin, DeclareKin(woman, baby.person_id, KinKind.MOTHER)).value
    shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
    shelter.place(baby.person_id, "101-B")


def test_a_fact_that_makes_her_a_woman_is_loud_and_moves_nobody(open_house: House) -> None:
    shelter = open_house.shelter
    friend = shelter.arrive("Mawar", "12")
    shelter.place(friend.person_id, "201-B")
    assert shelter.ask(open_alarms) == ()
    shelter.act(say_age, SayAge(friend.person_id, "19", AgeBasis.ESTIMATE))
    (alarm,) = shelter.ask(open_alarms)
    assert alarm.rule == "maybe_adult_with_young"
    shelter.act(say_age, SayAge(friend.person_id, "12", AgeBasis.ESTIMATE))
    assert shelter.ask(open_alarms) == ()


def test_an_age_that_grows_is_loud_at_the_next_look(open_house: House) -> None:
    """A girl who says 16 and a child of 9: after a year the one may be 18, the other is 10."""
    shelter = open_house.shelter
    big, small = (
        shelter.arrive("Mawar", "16", age_basis=AgeBasis.SELF),
        shelter.arrive("Lili", "9", age_basis=AgeBasis.SELF),
    )
    shelter.place(big.person_id, "203-A")
    shelter.place(small.person_id, "203-B")
    shelter.clock.move(days=360)
    assert not shelter.ask(time_is_up)
    shelter.clock.move(days=10)
    assert shelter.ask(time_is_up)
    shelter.act(check_rooms, None)
    (alarm,) = shelter.ask(open_alarms)
    assert (alarm.rule, alarm.cause) == ("maybe_adult_with_young", "birthday")


def test_a_mother_keeps_her_big_and_her_small_child(open_house: House) -> None:
    shelter, woman = open_house.shelter, UUID(hex=open_house.woman)
    big, small = shelter.arrive("Mawar", "17"), shelter.arrive("Lili", "5", sex=UNASKED)
    for child in (big, small):
        kin = shelter.act(declare_kin, DeclareKin(woman, child.person_id, KinKind.MOTHER)).value
        shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
    shelter.place(big.person_id, "101-B")
    shelter.place(small.person_id, "101-C")
    assert shelter.ask(open_alarms) == ()
    stranger = shelter.arrive("Dahlia", "6")
    refused = shelter.refused(
        place_client, PlaceClient(stranger.person_id, shelter.bed_id("101-A"), "")
    )
    assert Reason.MAYBE_ADULT_WITH_UNDER_13 in refused.reasons


def test_sisters_share_by_a_signature_as_they_do_when_one_is_grown_up(open_house: House) -> None:
    shelter = open_house.shelter
    big, small = shelter.arrive("Mawar", "17"), shelter.arrive("Lili", "9")
    kin = shelter.act(declare_kin, DeclareKin(big.person_id, small.person_id, KinKind.SISTER)).value
    shelter.place(big.person_id, "204-A")
    refused = shelter.refused(place_client, PlaceClient(small.person_id, shelter.bed_id("204-B")))
    assert refused.reasons == (Reason.MAYBE_ADULT_WITH_UNDER_13,)
    shelter.act(sign_exception, SignException(kin.kinship_id, "adik memeluk kakaknya"))
    shelter.place(small.person_id, "204-B")
