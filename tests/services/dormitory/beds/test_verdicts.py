# SPDX-License-Identifier: Apache-2.0
"""What every room says to one person: waiting, with a bed, masked, gone."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied, Refused
from app.models.dormitory.rooms import Bed, Room
from app.policies.answers import given
from app.policies.arrivals.registration import UrgentNeed
from app.policies.dormitory.beds.suggest import NoBedOption
from app.policies.dormitory.rules.needs import House
from app.policies.people.age import TreatedAs
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason, Verdict
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.block import BlockKind, BlockPlace, block_place
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.beds.verdicts import RoomAnswer, Verdicts, verdicts_for
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.rooms.move_list import BedsOn, beds_on
from tests.conftest import NIGHT, Shelter
from tests.services.dormitory.rows import keep_apart, note

BEDROOMS = {f"{floor}0{number}" for floor in (1, 2) for number in range(1, 6)}


def by_name(shelter: Shelter, said: Verdicts) -> dict[str, RoomAnswer]:
    names = {room.room_id: room.name for wing in shelter.ask(room_list) for room in wing.rooms}
    return {names[answer.room_id]: answer for answer in said.rooms}


def rooms(shelter: Shelter, person_id: UUID, by: str = "dewi") -> dict[str, RoomAnswer]:
    return by_name(shelter, shelter.ask(verdicts_for, person_id, by))


def woman(shelter: Shelter, name: str = "Melur") -> UUID:
    return shelter.arrive(name, "34").person_id


def test_every_bedroom_answers_somebody_who_waits(shelter: Shelter) -> None:
    her = woman(shelter)
    said = shelter.ask(verdicts_for, her)
    answers = by_name(shelter, said)
    assert set(answers) == BEDROOMS
    assert {name for name, each in answers.items() if each.verdict is Verdict.ALLOWED} == {
        name for name in BEDROOMS if name.startswith("1")
    }
    assert answers["201"].reasons == (Reason.WING_FOR_CHILDREN,)
    assert answers["201"].beds == ()
    assert len(answers["101"].beds) == 3
    assert (said.treated_as, said.presumed) == (TreatedAs.ADULT, False)
    assert not any(each.own for each in answers.values())
    assert len(said.suggestions) == 3
    assert said.when_full == ()


def test_what_it_offers_can_be_done_and_what_it_refuses_cannot(shelter: Shelter) -> None:
    her = woman(shelter)
    shelter.place(woman(shelter, "Lain"), "101-A")
    for name, answer in rooms(shelter, her).items():
        for bed in ("A", "B", "C"):
            bed_id = shelter.bed_id(f"{name}-{bed}")
            if bed_id in answer.beds:
                done = shelter.act(place_client, PlaceClient(her, bed_id))
                shelter.clock.move(seconds=1)
                shelter.act(done.inverse.act, done.inverse.command)
                shelter.clock.move(seconds=1)
            else:
                refusal = shelter.refused(place_client, PlaceClient(her, bed_id))
                assert refusal.reasons
    assert shelter.bed("101-A").sleeper.name == "Lain"


def test_somebody_with_a_bed_is_judged_as_if_she_had_none(shelter: Shelter) -> None:
    her = woman(shelter)
    shelter.place(her, "101-A")
    shelter.place(woman(shelter, "Lain"), "102-A")
    said = shelter.ask(verdicts_for, her)
    answers = by_name(shelter, said)
    assert [name for name, each in answers.items() if each.own] == ["101"]
    assert answers["101"].verdict is Verdict.ALLOWED
    assert shelter.bed_id("101-A") in answers["101"].beds
    assert shelter.bed_id("102-A") not in answers["102"].beds
    assert answers["101"].room_id not in {choice.room_id for choice in said.suggestions}
    shelter.act(move_client, PlaceClient(her, said.suggestions[0].bed_id))


def test_in_her_own_full_room_she_still_fits(shelter: Shelter) -> None:
    people = [woman(shelter, f"Ibu {number}") for number in range(3)]
    for person_id, place in zip(people, ("101-A", "101-B", "101-C"), strict=True):
        shelter.place(person_id, place)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(select(Room).where(Room.name == "101")).scalar_one().area_dm2 = 1050
    own = rooms(shelter, people[1])["101"]
    assert (own.verdict, own.beds) == (Verdict.ALLOWED, (shelter.bed_id("101-B"),))
    other = rooms(shelter, woman(shelter))["101"]
    assert (other.verdict, other.beds) == (Verdict.FORBIDDEN, ())
    assert set(other.reasons) == {Reason.BED_TAKEN, Reason.ROOM_TOO_SMALL}


def test_permission_names_what_would_be_signed(shelter: Shelter) -> None:
    her = woman(shelter)
    note(shelter, her, lower_bunk=True, step_free=True)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(select(Room).where(Room.name == "102")).scalar_one().step_free = False
        for bed in session.execute(
            select(Bed).join(Room).where(Room.name == "103", Bed.label != "B")
        ).scalars():
            bed.upper = True
        for bed in session.execute(select(Bed).join(Room).where(Room.name == "104")).scalars():
            bed.upper = True
    reserved = tuple(shelter.bed_id(f"105-{label}") for label in "ABC")
    shelter.act(reserve_beds, ReserveBeds(reserved, "Polres", NIGHT + timedelta(hours=3)))
    answers = rooms(shelter, her)
    assert (answers["102"].verdict, answers["102"].reasons) == (
        Verdict.PERMIT,
        (Reason.NOT_STEP_FREE,),
    )
    assert len(answers["102"].beds) == 3
    assert (answers["103"].verdict, answers["103"].beds) == (
        Verdict.ALLOWED,
        (shelter.bed_id("103-B"),),
    )
    assert answers["104"].reasons == (Reason.UPPER_BUNK,)
    assert (answers["105"].verdict, answers["105"].reasons) == (
        Verdict.PERMIT,
        (Reason.BED_RESERVED,),
    )


def test_who_is_pregnant_is_given_no_upper_bunk_without_a_signature(shelter: Shelter) -> None:
    urgent = given(frozenset({UrgentNeed.PREGNANT}))
    her = shelter.arrive("Melur", "34", urgent=urgent).person_id
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for bed in session.execute(select(Bed).join(Room).where(Room.name == "101")).scalars():
            bed.upper = bed.label != "C"
    answers = rooms(shelter, her)
    assert answers["101"].beds == (shelter.bed_id("101-C"),)
    shelter.place(her, "101-C")
    command = PlaceClient(her, shelter.bed_id("101-A"))
    refusal = shelter.refused(move_client, command)
    assert (list(refusal.reasons), refusal.signable) == ([Reason.UPPER_BUNK], True)


@pytest.mark.parametrize(
    ("login", "apart", "exploited", "watch"),
    [
        ("dewi", Reason.MASKED_RULE, Reason.MASKED_RULE, Reason.MASKED_RULE),
        ("rina", Reason.MASKED_RULE, Reason.MASKED_RULE, Reason.MASKED_RULE),
        ("hendra", Reason.KEPT_APART, Reason.MASKED_RULE, Reason.WATCH_NEAR),
        ("ratna", Reason.KEPT_APART, Reason.MASKED_RULE, Reason.WATCH_NEAR),
    ],
)
def test_secrets_are_masked_by_post(
    shelter: Shelter, login: str, apart: Reason, exploited: Reason, watch: Reason
) -> None:
    her, enemy, other = (woman(shelter, name) for name in ("Satu", "Dua", "Tiga"))
    shelter.place(enemy, "101-A")
    shelter.place(other, "102-A")
    keep_apart(shelter, her, enemy)
    note(shelter, other, exploited=False, house=House.RPSW)
    note(shelter, her, exploited=True, watch=2)
    answers = rooms(shelter, her, login)
    masked = apart is Reason.MASKED_RULE
    colour = Verdict.PERMIT if masked else Verdict.FORBIDDEN
    assert (answers["101"].verdict, answers["101"].reasons) == (colour, (apart,))
    assert answers["102"].verdict is Verdict.PERMIT
    assert set(answers["102"].reasons) == {exploited, watch}
    assert (answers["103"].verdict, answers["103"].reasons) == (Verdict.PERMIT, (watch,))


def with_a_secret(shelter: Shelter, secret: str) -> UUID:
    """Return a woman whom one secret keeps from 101, where somebody sleeps."""
    her, other = woman(shelter, "Satu"), woman(shelter, "Dua")
    shelter.place(other, "101-A")
    about_her = {"own_room": secret == "own room"}
    if secret == "kept apart":
        keep_apart(shelter, her, other)
    elif secret == "watch":
        with shelter.house.database.unit_of_work(shelter.clock()) as session:
            for room in session.execute(select(Room)).scalars():
                room.near_caretaker = room.name != "101"
        about_her["watch"] = 2
    elif secret == "exploited":
        note(shelter, other, exploited=False)
        about_her["exploited"] = True
    note(shelter, her, **about_her)
    return her


@pytest.mark.parametrize("login", ["dewi", "rina"])
@pytest.mark.parametrize("secret", ["kept apart", "own room", "exploited", "watch"])
def test_every_secret_looks_alike_in_colour_order_and_question(
    shelter: Shelter, login: str, secret: str
) -> None:
    her = with_a_secret(shelter, secret)
    answer = rooms(shelter, her, login)["101"]
    free = tuple(shelter.bed_id(place) for place in ("101-B", "101-C"))
    assert answer.verdict is Verdict.PERMIT
    assert (answer.reasons, answer.beds) == ((Reason.MASKED_RULE,), free)
    refused = shelter.refused(place_client, PlaceClient(her, free[0]), login)
    assert (refused.reasons, refused.signable) == ((Reason.MASKED_RULE,), True)
    tomorrow = BedsOn(her, shelter.house.zone.today(NIGHT) + timedelta(days=1))
    there = [bed for bed in shelter.ask(beds_on, tomorrow, login) if bed.bed_id in free]
    assert [(bed.verdict, bed.reasons) for bed in there] == [
        (Verdict.PERMIT, (Reason.MASKED_RULE,))
    ] * 2
    shelter.place(her, "102-A", "hendra")
    swap = shelter.refused(move_client, PlaceClient(her, free[0]), login)
    assert (swap.reasons, swap.signable) == ((Reason.MASKED_RULE,), True)


@pytest.mark.parametrize("secret", ["kept apart", "own room"])
def test_what_no_signature_sets_aside_is_refused_with_one_as_well(
    shelter: Shelter, secret: str
) -> None:
    her = with_a_secret(shelter, secret)
    signed = PlaceClient(her, shelter.bed_id("101-B"), "Semua kamar lain penuh malam ini")
    refused = shelter.refused(place_client, signed)
    assert (refused.reasons, refused.signable) == ((Reason.MASKED_RULE,), False)
    assert shelter.bed("101-B").sleeper is None


@pytest.mark.parametrize("login", ["ani", "tania", "eko"])
def test_who_places_nobody_asks_for_no_verdicts(shelter: Shelter, login: str) -> None:
    her = woman(shelter)
    with pytest.raises(Denied):
        shelter.ask(verdicts_for, her, login)


@pytest.mark.parametrize(
    ("login", "hours", "signs"),
    [
        ("dewi", 0, True),
        ("dewi", 10, False),
        ("dewi", 15, True),
        ("rina", 0, False),
        ("hendra", 10, True),
        ("ratna", 0, True),
    ],
)
def test_it_says_whether_the_reader_may_sign_now(
    shelter: Shelter, login: str, hours: int, signs: bool
) -> None:
    her = woman(shelter)
    shelter.clock.move(hours=hours)
    assert shelter.ask(verdicts_for, her, login).may_sign is signs


def test_who_has_left_and_who_never_came(shelter: Shelter) -> None:
    her = woman(shelter)
    shelter.place(her, "101-A")
    shelter.clock.move(minutes=1)
    going = Vacate(her, Outcome.HOME, "Kp. Melati", "Ibu Sartika (ibu kandung)")
    shelter.act(vacate_bed, going)
    for person_id in (her, uuid4()):
        with pytest.raises(Refused) as caught:
            shelter.ask(verdicts_for, person_id)
        assert list(caught.value.reasons) == [Reason.PERSON_LEFT]


def test_a_house_without_a_legal_bed_names_what_is_left(shelter: Shelter) -> None:
    places = [bed for wing in shelter.ask(room_list) for room in wing.bedrooms for bed in room.beds]
    day = shelter.house.zone.today(NIGHT)
    for bed in places:
        block = BlockPlace(bed.bed_id, None, BlockKind.PESTS, "kutu busuk di kasur", day)
        shelter.act(block_place, block)
    said = shelter.ask(verdicts_for, woman(shelter))
    assert (said.suggestions, said.when_full[0]) == ((), NoBedOption.SPARE_ROOM)
    assert said.when_full[-1] is NoBedOption.CALL_HEAD
    assert {each.verdict for each in said.rooms} == {Verdict.FORBIDDEN}


def test_a_presumed_child_is_told_as_one(shelter: Shelter) -> None:
    unknown = shelter.arrive("", "?").person_id
    said = shelter.ask(verdicts_for, unknown)
    assert (said.treated_as, said.presumed) == (TreatedAs.CHILD, True)
    assert by_name(shelter, said)["101"].reasons == (Reason.WING_FOR_ADULTS,)
