# SPDX-License-Identifier: Apache-2.0
"""Turning 18: listed 90, 30 and 7 days ahead; the day changes rules and moves nobody."""

from datetime import date, timedelta

import pytest

from app.errors import Denied
from app.policies.dormitory.night.turning import Turning
from app.policies.people.age import AgeBasis
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.night.time_up import check_rooms
from app.services.dormitory.night.turning_list import PlanStatus, TurningLine, turning_18
from app.services.dormitory.rooms.move_list import planned_moves
from app.services.dormitory.rooms.moves import CarryOut, PlanMove, carry_out, plan_move
from tests.conftest import Shelter

TODAY = date(2026, 11, 24)
WHY = "menjelang usia 18 tahun"


def child(shelter: Shelter, name: str, day: date, place: str = ""):
    """Register somebody who becomes an adult on a day."""
    born = f"{day.day}/{day.month}/{day.year - 18}"
    made = shelter.arrive(name, born, age_basis=AgeBasis.DOCUMENT).person_id
    if place:
        shelter.place(made, place)
    return made


def listed(shelter: Shelter, by: str = "ani") -> tuple[TurningLine, ...]:
    return shelter.ask(turning_18, None, by)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_three_bands_and_nobody_else(shelter: Shelter) -> None:
    for days, name in ((91, "Jauh"), (90, "Ceni"), (30, "Besti"), (7, "Ani"), (1, "Aya")):
        child(shelter, name, in_days(days))
    shelter.arrive("Melur", "34")
    shelter.arrive("Kenanga", "12")
    shelter.arrive("", "?")
    assert [(line.name, line.days, line.band) for line in listed(shelter)] == [
        ("Aya", 1, Turning.WEEK),
        ("Ani", 7, Turning.WEEK),
        ("Besti", 30, Turning.MONTH),
        ("Ceni", 90, Turning.QUARTER),
    ]


def test_what_her_bed_says_and_what_is_planned(shelter: Shelter) -> None:
    one = child(shelter, "Nen", in_days(15), "201-A")
    (line,) = listed(shelter)
    assert (line.place, line.adult_from, line.status) == (
        "201-A",
        date(2026, 12, 9),
        PlanStatus.MISSING,
    )
    assert line.against == (Reason.WING_FOR_CHILDREN,)
    order = PlanMove(one, shelter.bed_id("101-A"), in_days(15), WHY)
    shelter.act(plan_move, order)
    (line,) = listed(shelter)
    assert (line.status, line.plan_place, line.plan_day) == (
        PlanStatus.PLANNED,
        "101-A",
        in_days(15),
    )


def test_without_a_bed_or_in_a_bed_that_fits_nothing_has_to_be_planned(shelter: Shelter) -> None:
    child(shelter, "Nen", in_days(15))
    (line,) = listed(shelter)
    assert (line.place, line.against, line.status) == ("", (), PlanStatus.NOT_NEEDED)


def test_on_the_day_the_rules_change_and_the_bed_does_not(shelter: Shelter) -> None:
    one = child(shelter, "Nen", in_days(2), "201-A")
    child(shelter, "Kecil", in_days(900), "201-B")
    order = PlanMove(one, shelter.bed_id("101-A"), in_days(2), WHY)
    shelter.act(plan_move, order)
    shelter.clock.move(days=2)
    shelter.act(check_rooms, None)
    assert shelter.bed("201-A").sleeper.person_id == one
    (line,) = listed(shelter)
    assert (line.band, line.days, line.status) == (Turning.TURNED, 0, PlanStatus.PLANNED)
    assert set(line.against) == {Reason.WING_FOR_CHILDREN, Reason.CHILD_WITH_ADULT}
    shelter.clock.move(days=1)
    assert listed(shelter)[0].status is PlanStatus.OVERDUE
    (move,) = shelter.ask(planned_moves)
    shelter.act(carry_out, CarryOut(move.move_id, move.version))
    assert listed(shelter) == ()


def test_who_turned_and_has_no_plan_stays_listed_until_her_bed_fits(shelter: Shelter) -> None:
    one = child(shelter, "Nen", in_days(1), "201-A")
    shelter.clock.move(days=200)
    (line,) = listed(shelter)
    assert (line.days, line.status) == (-199, PlanStatus.MISSING)
    shelter.act(move_client, PlaceClient(one, shelter.bed_id("101-A")))
    assert listed(shelter) == ()


def test_who_was_an_adult_when_she_came_is_never_listed(shelter: Shelter) -> None:
    child(shelter, "Hari ini", TODAY, "101-A")
    assert listed(shelter) == ()


@pytest.mark.parametrize("login", ["dewi", "rina", "tania", "eko"])
def test_who_may_not_read_it(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        listed(shelter, login)
