# SPDX-License-Identifier: Apache-2.0
"""Whatever moves a script sends: legal or refused as a whole, and never past a hard rule."""

import random

import pytest
from sqlalchemy import select

from app.errors import Denied, Refused
from app.models.dormitory.holds import PlacementPermit
from app.models.dormitory.rooms import Wing
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.beds.pairs import forbidden_pairs
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import PERMITTABLE, Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.replan.apply import ApplyReplan, apply_replan
from app.services.dormitory.replan.propose import replan_facts
from tests.services.dormitory.replan.test_replan_apply import beds, cycle_of, whole
from tests.services.dormitory.rows import keep_apart, note

LEGAL = Goal(GoalKind.LEGAL)
WHY = "tidak ada ranjang lain malam ini"
PLACES = [f"{room}-{bed}" for room in (101, 102, 201, 202) for bed in "AB"]


@pytest.fixture
def sleeping(shelter):
    def lie(place: str, name: str, age: str = "30"):
        arrived = shelter.arrive(name, age)
        shelter.place(arrived.person_id, place, "rina")
        return arrived.person_id

    return lie


@pytest.fixture
def mixed(shelter, sleeping):
    """A house without sides: women, girls, two kept apart, one of the other house."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    people = [sleeping("101-A", "Melati"), sleeping("101-B", "Kenanga")]
    people += [sleeping("102-A", "Sekar"), sleeping("201-A", "Kuncup", "12")]
    people.append(sleeping("201-B", "Tunas", "9"))
    keep_apart(shelter, people[0], people[2])
    note(shelter, people[1], house=House.PSKW)
    return people


def known(shelter):
    return shelter.ask(replan_facts, LEGAL, "hendra")


def apply(shelter, moves, why: str = "", by: str = "rina") -> None:
    command = ApplyReplan(tuple(moves), (), known(shelter).revision, why)
    shelter.act(apply_replan, command, by)


def permits(shelter) -> list[PlacementPermit]:
    with shelter.house.database.reading() as session:
        return list(session.execute(select(PlacementPermit)).scalars())


@pytest.mark.parametrize("seed", range(4))
def test_no_script_gets_past_a_hard_rule(shelter, mixed, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    ids = {place: shelter.bed_id(place) for place in PLACES}
    refused = done = 0
    for _ in range(25):
        before = beds(shelter)
        movers = chance.sample(mixed, chance.randint(1, 4))
        moves = zip(movers, chance.sample(PLACES, len(movers)), strict=True)
        try:
            apply(shelter, [(person, ids[place]) for person, place in moves], WHY, "hendra")
            done += 1
        except Refused:
            refused += 1
            assert beds(shelter) == before
        house = known(shelter).house
        assert not any(forbidden_pairs(room, house.today, house.kin) for room in house.rooms)
    assert done > 0
    assert refused > 0
    assert {Reason(r) for each in permits(shelter) for r in each.rules.split()} <= PERMITTABLE
    assert whole(shelter)


@pytest.mark.parametrize(
    ("who", "place", "reason"),
    [(3, "102-B", Reason.CHILD_WITH_ADULT), (0, "102-B", Reason.KEPT_APART)],
)
@pytest.mark.parametrize("login", ["hendra", "ratna", "dewi"])
def test_a_typed_reason_sets_no_hard_rule_aside(
    shelter, mixed, login: str, who: int, place: str, reason: Reason
) -> None:
    before = beds(shelter)
    with pytest.raises(Refused) as refused:
        apply(shelter, [(mixed[who], shelter.bed_id(place))], WHY, login)
    masked = reason is Reason.KEPT_APART and login == "dewi"
    assert (Reason.MASKED_RULE if masked else reason) in refused.value.reasons
    assert not refused.value.signable
    assert beds(shelter) == before
    assert permits(shelter) == []


def test_one_takes_the_bed_of_another_who_moves_on(shelter, sleeping) -> None:
    one, two = sleeping("101-A", "Melati"), sleeping("102-A", "Kenanga")
    moves = [(one, shelter.bed_id("102-A")), (two, shelter.bed_id("103-A"))]
    with pytest.raises(Refused) as refused:
        apply(shelter, moves[:1])
    assert refused.value.reasons == (Reason.BED_TAKEN,)
    apply(shelter, moves)
    assert beds(shelter) == {"Melati": "102-A", "Kenanga": "103-A"}


@pytest.mark.parametrize(
    ("login", "why", "field"),
    [("rina", WHY, None), ("dewi", "penuh", "why"), ("hendra", " \u200b ", "why")],
)
def test_a_signature_that_fails_moves_nobody_of_the_ring(
    shelter, sleeping, login: str, why: str, field: str | None
) -> None:
    ring = cycle_of(shelter, sleeping, "Melati", "Kenanga", "Sekar")
    other = sleeping("104-A", "Seruni")
    note(shelter, other, house=House.PSKW)
    before = beds(shelter)
    with pytest.raises(Refused) as refused:
        apply(shelter, [*ring, (other, shelter.bed_id("101-B"))], why, login)
    assert refused.value.field == field
    assert beds(shelter) == before
    assert permits(shelter) == []
    assert whole(shelter)


def test_only_who_needs_it_is_signed_for(shelter, sleeping) -> None:
    ring = cycle_of(shelter, sleeping, "Melati", "Kenanga")
    other = sleeping("104-A", "Seruni")
    note(shelter, other, house=House.PSKW)
    apply(shelter, [*ring, (other, shelter.bed_id("101-B"))], WHY, "dewi")
    signed = permits(shelter)
    assert len(signed) == 1
    assert signed[0].rules == Reason.HOUSES_APART
    assert beds(shelter)["Seruni"] == "101-B"


def test_the_ring_is_taken_back_as_one_or_not_at_all(shelter, sleeping) -> None:
    ring = cycle_of(shelter, sleeping, "Melati", "Kenanga", "Sekar")
    before = beds(shelter)
    command = ApplyReplan(ring, (), known(shelter).revision)
    done = shelter.act(apply_replan, command)
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command)
    assert beds(shelter) == before
    assert shelter.refused(done.inverse.act, done.inverse.command).reasons == (Reason.MOVED_ON,)
    again = shelter.act(apply_replan, ApplyReplan(ring, (), known(shelter).revision))
    shelter.act(move_client, PlaceClient(ring[0][0], shelter.bed_id("105-C")))
    moved = beds(shelter)
    assert shelter.refused(again.inverse.act, again.inverse.command).reasons == (Reason.MOVED_ON,)
    assert beds(shelter) == moved
    assert whole(shelter)


def test_nothing_is_taken_back_when_somebody_sleeps_there_now(shelter, sleeping) -> None:
    people = [sleeping("101-A", "Melati"), sleeping("101-B", "Kenanga")]
    away = [(people[0], shelter.bed_id("102-A")), (people[1], shelter.bed_id("102-B"))]
    command = ApplyReplan(tuple(away), (), known(shelter).revision)
    done = shelter.act(apply_replan, command)
    sleeping("101-B", "Sekar")
    after = beds(shelter)
    refused = shelter.refused(done.inverse.act, done.inverse.command)
    assert Reason.BED_TAKEN in refused.reasons
    assert beds(shelter) == after


@pytest.mark.parametrize("login", ["tania", "eko", "ani"])
def test_who_does_not_run_the_dormitory_moves_nobody(shelter, sleeping, login: str) -> None:
    moves = ((sleeping("101-A", "Melati"), shelter.bed_id("102-A")),)
    with pytest.raises(Denied):
        shelter.act(apply_replan, ApplyReplan(moves, (), known(shelter).revision), login)
    assert beds(shelter) == {"Melati": "101-A"}
