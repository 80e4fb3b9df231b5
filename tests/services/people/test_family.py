# SPDX-License-Identifier: Apache-2.0
"""Mothers, guardians and sisters in the house: declared, verified, allowed for a night."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.errors import Denied, Refused
from app.models.dormitory.rooms import Wing
from app.models.dormitory.stays import AlarmCause, RoomingAlarm
from app.policies.dormitory.beds.facts import Side
from app.policies.people.age import AgeBasis
from app.policies.people.kinship import KinKind, KinStanding
from app.policies.reasons import Reason
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.night.time_up import check_rooms, time_is_up
from app.services.people.ages import SayAge, say_age
from app.services.people.family import (
    Declared,
    DeclareKin,
    EndKin,
    VerifyKin,
    declare_kin,
    end_kin,
    families,
    verify_kin,
)
from app.services.people.kin_exceptions import Signed, SignException, end_exception, sign_exception
from tests.conftest import SetClock, Shelter

SEEN = "bayi menyusu dan tenang di pelukannya"


@dataclass
class Families:
    """Short ways to declare and sign."""

    shelter: Shelter

    def declare(self, elder: Any, younger: Any, kind: KinKind = KinKind.MOTHER) -> Declared:
        command = DeclareKin(elder.person_id, younger.person_id, kind)
        return self.shelter.act(declare_kin, command).value

    def sign(self, kin: Declared, by: str = "dewi") -> Signed:
        return self.shelter.act(sign_exception, SignException(kin.kinship_id, SEEN), by).value

    def verify(self, kin: Declared) -> None:
        command = VerifyKin(kin.kinship_id, kin.version, "akta kelahiran")
        self.shelter.act(verify_kin, command, "ani")

    def alarms(self) -> list[AlarmCause]:
        with self.shelter.house.database.reading() as session:
            rows = session.execute(
                select(RoomingAlarm).where(RoomingAlarm.closed_at.is_(None))
            ).scalars()
            return [row.cause for row in rows]


@pytest.fixture
def family(shelter: Shelter, clock: SetClock) -> Families:
    """A house whose wings are open to all, so that only the pair rules speak."""
    with shelter.house.database.unit_of_work(clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    return Families(shelter)


def refusal(shelter: Shelter, person: Any, place: str) -> tuple[Reason, ...]:
    with pytest.raises(Refused) as refused:
        shelter.place(person.person_id, place)
    return refused.value.reasons


def test_a_declared_mother_needs_a_signature_and_an_empty_room(
    shelter: Shelter, family: Families
) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    shelter.place(mother.person_id, "101-A")
    kin = family.declare(mother, child)
    assert refusal(shelter, child, "101-B") == (Reason.CHILD_WITH_ADULT,)
    family.sign(kin)
    other = shelter.arrive("Lain", "40")
    shelter.place(child.person_id, "101-B")
    assert Reason.CHILD_WITH_ADULT in refusal(shelter, other, "101-C")
    assert family.alarms() == []


def test_nobody_joins_a_family_that_may_only_sleep_alone(
    shelter: Shelter, family: Families
) -> None:
    """The child's verified guardian may sleep with her, but not while this exception lasts."""
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    aunt = shelter.arrive("Bibi", "50")
    family.sign(family.declare(mother, child))
    family.verify(family.declare(aunt, child, KinKind.GUARDIAN))
    shelter.place(mother.person_id, "101-A")
    shelter.place(child.person_id, "101-B")
    assert refusal(shelter, aunt, "101-C") == (Reason.FAMILY_ALONE,)


def test_a_mother_keeps_all_her_declared_children(shelter: Shelter, family: Families) -> None:
    mother = shelter.arrive("Ibu", "34")
    shelter.place(mother.person_id, "101-A")
    for number, bed in enumerate(("101-B", "101-C")):
        child = shelter.arrive(f"Anak {number}", "3")
        family.sign(family.declare(mother, child))
        shelter.place(child.person_id, bed)
    assert family.alarms() == []


def test_the_exception_ends_at_eight_and_the_next_check_is_loud(
    shelter: Shelter, family: Families, clock: SetClock
) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    signed = family.sign(family.declare(mother, child))
    assert shelter.house.zone.local(signed.expires_at).strftime("%H.%M") == "08.00"
    shelter.place(mother.person_id, "101-A")
    shelter.place(child.person_id, "101-B")
    clock.moment = signed.expires_at + timedelta(minutes=1)
    shelter.act(start_shift, None)
    assert family.alarms() == [AlarmCause.EXPIRED]


def test_a_verified_mother_stays_and_the_alarm_falls_silent(
    shelter: Shelter, family: Families, clock: SetClock
) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    kin = family.declare(mother, child)
    signed = family.sign(kin)
    shelter.place(mother.person_id, "101-A")
    shelter.place(child.person_id, "101-B")
    clock.moment = signed.expires_at + timedelta(minutes=1)
    shelter.act(start_shift, None)
    family.verify(kin)
    assert family.alarms() == []


def test_a_guardian_counts_only_when_verified(shelter: Shelter, family: Families) -> None:
    aunt, child = shelter.arrive("Bibi", "50"), shelter.arrive("Anak", "9")
    shelter.place(aunt.person_id, "101-A")
    kin = family.declare(aunt, child, KinKind.GUARDIAN)
    with pytest.raises(Refused) as refused:
        family.sign(kin)
    assert refused.value.reasons == (Reason.KIN_NOT_VERIFIED,)
    assert refusal(shelter, child, "101-B") == (Reason.CHILD_WITH_ADULT,)
    family.verify(kin)
    shelter.place(child.person_id, "101-B")
    assert family.alarms() == []


def test_sisters_of_17_and_19_share_a_room_by_signature(shelter: Shelter, family: Families) -> None:
    elder = shelter.arrive("Kakak", "24/11/2007", age_basis=AgeBasis.DOCUMENT)
    younger = shelter.arrive("Adik", "24/11/2009", age_basis=AgeBasis.DOCUMENT)
    kin = family.declare(elder, younger, KinKind.SISTER)
    family.verify(kin)
    shelter.place(elder.person_id, "101-A")
    assert refusal(shelter, younger, "101-B") == (Reason.CHILD_WITH_ADULT,)
    signed = family.sign(kin, "hendra")
    assert signed.expires_at - shelter.clock() == timedelta(days=14)
    shelter.place(younger.person_id, "101-B")
    assert family.alarms() == []


def test_a_kinship_that_ends_while_they_share_a_room_opens_an_alarm(
    shelter: Shelter, family: Families
) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    kin = family.declare(mother, child)
    signed = family.sign(kin)
    shelter.place(mother.person_id, "101-A")
    shelter.place(child.person_id, "101-B")
    shelter.act(end_exception, signed.exception_id)
    assert family.alarms() == [AlarmCause.FACT]
    family.sign(kin)
    assert family.alarms() == []
    shelter.act(end_kin, EndKin(kin.kinship_id, kin.version))
    assert family.alarms() == [AlarmCause.FACT]


def test_an_unknown_mother_keeps_her_baby_and_nobody_elses(
    shelter: Shelter, family: Families
) -> None:
    mother, baby = shelter.arrive("Ibu", "?"), shelter.arrive("Bayi", "8b")
    shelter.place(mother.person_id, "201-A")
    assert refusal(shelter, baby, "201-B") == (Reason.MAYBE_ADULT_WITH_UNDER_13,)
    family.sign(family.declare(mother, baby))
    shelter.place(baby.person_id, "201-B")
    other = shelter.arrive("Kecil", "6")
    assert Reason.MAYBE_ADULT_WITH_UNDER_13 in refusal(shelter, other, "201-C")


def test_an_age_that_becomes_unknown_beside_a_small_child_is_loud(
    shelter: Shelter, family: Families
) -> None:
    big, small = shelter.arrive("Besar", "15"), shelter.arrive("Kecil", "6")
    shelter.place(big.person_id, "201-A")
    shelter.place(small.person_id, "201-B")
    shelter.act(say_age, SayAge(big.person_id, "?", AgeBasis.ESTIMATE))
    assert family.alarms() == [AlarmCause.FACT]


def test_a_boy_shares_a_room_only_with_his_family(shelter: Shelter, family: Families) -> None:
    from app.policies.answers import given
    from app.policies.arrivals.registration import Sex

    mother = shelter.arrive("Ibu", "34")
    son = shelter.arrive("Putra", "9", sex=given(Sex.MALE))
    girl = shelter.arrive("Gadis", "9")
    shelter.place(girl.person_id, "201-A")
    assert refusal(shelter, son, "201-B") == (Reason.BOY_WITHOUT_FAMILY,)
    family.verify(family.declare(mother, son))
    shelter.place(mother.person_id, "101-A")
    shelter.place(son.person_id, "101-B")


@pytest.mark.parametrize(
    ("elder", "younger", "reason"),
    [("3", "34", Reason.KIN_MOTHER_TOO_YOUNG), ("12", "10", Reason.KIN_MOTHER_TOO_YOUNG)],
)
def test_a_mother_younger_than_her_child_is_told_so(
    shelter: Shelter, family: Families, elder: str, younger: str, reason: Reason
) -> None:
    one, other = shelter.arrive("Satu", elder), shelter.arrive("Dua", younger)
    with pytest.raises(Refused) as refused:
        family.declare(one, other)
    assert (refused.value.reasons, refused.value.field) == ((reason,), "kin")
    assert shelter.ask(families) == ()


def test_undo_takes_the_signature_and_the_claim_back(shelter: Shelter, family: Families) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    declared = shelter.act(
        declare_kin, DeclareKin(mother.person_id, child.person_id, KinKind.MOTHER)
    )
    signed = shelter.act(sign_exception, SignException(declared.value.kinship_id, SEEN))
    assert shelter.ask(families)[0].until == signed.value.expires_at
    shelter.act(signed.inverse.act, signed.inverse.command)
    assert shelter.ask(families)[0].until is None
    shelter.act(declared.inverse.act, declared.inverse.command)
    assert shelter.ask(families) == ()


def test_only_those_who_check_papers_verify_and_only_the_head_unmakes(
    shelter: Shelter, family: Families
) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    kin = family.declare(mother, child)
    with pytest.raises(Denied):
        shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta"))
    with pytest.raises(Denied):
        shelter.act(sign_exception, SignException(kin.kinship_id, SEEN), "rina")
    refused = shelter.refused(verify_kin, VerifyKin(kin.kinship_id, kin.version, " "), "ani")
    assert refused.reasons == (Reason.PROOF_MISSING,)
    family.verify(kin)
    (line,) = shelter.ask(families)
    assert line.standing is KinStanding.VERIFIED
    refused = shelter.refused(end_kin, EndKin(line.kinship_id, line.version))
    assert refused.reasons == (Reason.ONLY_IN_CHARGE,)


@pytest.mark.parametrize("seen", ["", "ok", "x" * 601])
def test_a_signature_says_what_was_seen(shelter: Shelter, family: Families, seen: str) -> None:
    kin = family.declare(shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3"))
    refused = shelter.refused(sign_exception, SignException(kin.kinship_id, seen))
    assert refused.field == "observation"


def test_at_eight_the_open_window_looks_again(
    shelter: Shelter, family: Families, clock: SetClock
) -> None:
    mother, child = shelter.arrive("Ibu", "34"), shelter.arrive("Anak", "3")
    signed = family.sign(family.declare(mother, child))
    shelter.place(mother.person_id, "101-A")
    shelter.place(child.person_id, "101-B")
    assert not shelter.ask(time_is_up, by="rina")
    clock.moment = signed.expires_at
    assert shelter.ask(time_is_up, by="rina")
    assert shelter.act(check_rooms, None, "rina").value == 1
    assert family.alarms() == [AlarmCause.EXPIRED]
    assert not shelter.ask(time_is_up, by="rina")


def test_a_birthday_at_midnight_is_looked_for_too(
    shelter: Shelter, family: Families, clock: SetClock
) -> None:
    turning = shelter.arrive("Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    child = shelter.arrive("Kenanga", "16", age_basis=AgeBasis.SELF)
    shelter.place(turning.person_id, "201-A")
    shelter.place(child.person_id, "201-B")
    clock.move(hours=22, minutes=9)
    assert not shelter.ask(time_is_up)
    clock.move(minutes=1)
    assert shelter.ask(time_is_up)
    shelter.act(check_rooms, None)
    assert family.alarms() == [AlarmCause.BIRTHDAY]
