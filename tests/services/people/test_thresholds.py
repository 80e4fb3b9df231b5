# SPDX-License-Identifier: Apache-2.0
"""Age thresholds as settings: in force for what is written down next, never backwards."""

import pytest

from app.errors import Denied
from app.models.people.person import Person
from app.policies.people.age import AgeBasis, AgeReason, Thresholds, TreatedAs
from app.policies.reasons import Reason
from app.services.arrivals.register.complete import CompleteArrival, complete_arrival, open_arrival
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.people.ages import SayAge, say_age
from app.services.people.thresholds import (
    change_thresholds,
    effect_of,
    thresholds,
    thresholds_now,
)
from tests.conftest import Shelter, a_form

STRICT = Thresholds(25, 28)


def person(shelter: Shelter, person_id) -> Person:
    with shelter.house.database.reading() as session:
        return session.get_one(Person, person_id)


def test_the_proposed_years_hold_until_somebody_sets_others(shelter: Shelter) -> None:
    seen = shelter.ask(thresholds, None)
    assert (seen.now, seen.history) == (Thresholds(), ())
    shelter.act(change_thresholds, STRICT, "ratna")
    shelter.clock.move(hours=-3)
    shelter.act(change_thresholds, Thresholds(19, 19), "hendra")
    seen = shelter.ask(thresholds, None)
    assert seen.now == Thresholds(19, 19)
    assert [(each.thresholds, each.changed_by) for each in seen.history] == [
        (Thresholds(19, 19), "Hendra"),
        (STRICT, "Ratna"),
    ]
    assert seen.history[0].changed_at == shelter.clock()
    with shelter.house.database.reading() as session:
        assert thresholds_now(session) == Thresholds(19, 19)


@pytest.mark.parametrize(
    ("wanted", "field", "reason"),
    [
        (Thresholds(16, 24), "presumed_child_up_to", Reason.PRESUMED_LIMIT),
        (Thresholds(31, 35), "presumed_child_up_to", Reason.PRESUMED_LIMIT),
        (Thresholds(20, 19), "doubt_up_to", Reason.DOUBT_LIMIT),
        (Thresholds(20, 41), "doubt_up_to", Reason.DOUBT_LIMIT),
    ],
)
def test_years_out_of_order_are_said_at_their_field(
    shelter: Shelter, wanted: Thresholds, field: str, reason: Reason
) -> None:
    refused = shelter.refused(change_thresholds, wanted, "ratna")
    assert (refused.field, refused.reasons) == (field, (reason,))
    assert shelter.ask(thresholds, None).history == ()


@pytest.mark.parametrize("edge", [Thresholds(17, 17), Thresholds(30, 40)])
def test_the_edges_are_allowed(shelter: Shelter, edge: Thresholds) -> None:
    shelter.act(change_thresholds, edge, "ratna")
    assert shelter.ask(thresholds, None).now == edge


@pytest.mark.parametrize("login", ["dewi", "ani", "rina", "eko"])
def test_only_those_in_charge_change_them(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.act(change_thresholds, STRICT, login)
    with pytest.raises(Denied):
        shelter.ask(effect_of, STRICT, login)


def test_a_changed_threshold_judges_nobody_anew(shelter: Shelter) -> None:
    before = shelter.arrive("Melati", "25")
    assert before.treated_as is TreatedAs.ADULT
    shelter.act(change_thresholds, STRICT, "ratna")
    assert person(shelter, before.person_id).treated_as is TreatedAs.ADULT
    after = shelter.arrive("Kenanga", "25")
    assert after.treated_as is TreatedAs.CHILD
    assert person(shelter, after.person_id).treated_reason is AgeReason.NOT_VERIFIED


def test_the_doubt_is_asked_up_to_the_second_year(shelter: Shelter) -> None:
    shelter.act(change_thresholds, Thresholds(18, 30), "ratna")
    doubted = shelter.act(register_arrival, RegisterArrival(a_form("Mawar", "30"))).value
    sure = shelter.act(register_arrival, RegisterArrival(a_form("Cempaka", "30", doubt=False)))
    assert person(shelter, doubted.person_id).treated_reason is AgeReason.DOUBT
    assert sure.value.treated_as is TreatedAs.ADULT


def test_what_is_in_force_judges_what_is_said_next_and_nothing_before(shelter: Shelter) -> None:
    first, second = shelter.arrive("Melati", "25"), shelter.arrive("Anggrek", "40")
    shelter.act(change_thresholds, STRICT, "ratna")
    opened = shelter.act(open_arrival, first.arrival_id).value
    done = shelter.act(
        complete_arrival,
        CompleteArrival(first.arrival_id, opened.version, opened.person_version, opened.form),
    ).value
    assert done.treated_as is TreatedAs.ADULT
    corrected = shelter.act(say_age, SayAge(second.person_id, "25", AgeBasis.ESTIMATE)).value
    assert corrected.treated_as is TreatedAs.CHILD


def test_the_effect_is_counted_before_anything_changes(shelter: Shelter) -> None:
    for name, age, form in (
        ("Melati", "25", {}),
        ("Kenanga", "26", {"doubt": False}),
        ("Mawar", "24", {}),
        ("Cempaka", "25", {"age_basis": AgeBasis.DOCUMENT}),
        ("Anggrek", "3/3/2001", {}),
        ("Dahlia", "d", {}),
        ("Seroja", "?", {}),
        ("Teratai", "12", {}),
    ):
        shelter.arrive(name, age, **form)
    assert shelter.ask(effect_of, Thresholds(), "ratna") == 0
    assert shelter.ask(effect_of, Thresholds(25, 25), "ratna") == 2
    assert shelter.ask(effect_of, Thresholds(26, 26), "ratna") == 3
    assert shelter.ask(effect_of, Thresholds(20, 20), "ratna") == 1
    shelter.act(change_thresholds, Thresholds(26, 26), "ratna")
    assert shelter.ask(effect_of, Thresholds(), "ratna") == 3


def test_a_withdrawn_arrival_is_not_counted(shelter: Shelter) -> None:
    done = shelter.act(register_arrival, RegisterArrival(a_form("Melati", "25")))
    assert shelter.ask(effect_of, STRICT, "ratna") == 1
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(effect_of, STRICT, "ratna") == 0
