# SPDX-License-Identifier: Apache-2.0
"""Ages side by side: a paper may lie, and ending the presumption takes two persons and proof."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.people.ages import AgeStatement
from app.models.people.person import Person
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.people.age import AgeBasis, AgeReason, TreatedAs
from app.policies.reasons import Reason
from app.services.acts import Context
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.register.complete import CompleteArrival, complete_arrival, open_arrival
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.night.alarms import check_the_night
from app.services.people.ages import SayAge, say_age
from app.services.people.doubtful_ages import AgeLine, doubtful_ages
from app.services.people.presumption import AskEnd, EndKey, agree_end, ask_end, drop_end
from tests.conftest import TODAY, Shelter

PASSPORT = ("1/1/2004", AgeBasis.DOCUMENT)


def the(shelter: Shelter, person_id: object) -> Person:
    with shelter.house.database.reading() as session:
        return session.get_one(Person, person_id)


def line(shelter: Shelter, person_id: object, by: str = "ani") -> AgeLine:
    lines = shelter.ask(doubtful_ages, None, by)
    return next(each for each in lines if each.person_id == person_id)


def wish(person_id: object, **other: object) -> AskEnd:
    plain = AskEnd(person_id, AgeBasis.DOCUMENT, "1/1/2004", "paspor", TODAY, "paspor asli dilihat")
    return replace(plain, **other)


def completed(shelter: Shelter, arrival_id: object, age: str, basis: AgeBasis, by: str) -> None:
    opened = shelter.act(open_arrival, arrival_id, by).value
    form = replace(opened.form, age_text=age, age_basis=basis)
    command = CompleteArrival(arrival_id, opened.version, opened.person_version, form)
    shelter.act(complete_arrival, command, by)


def test_a_paper_that_says_22_moves_no_girl_who_says_16_among_women(shelter: Shelter) -> None:
    girl = shelter.arrive("Mawar", "16", age_basis=AgeBasis.SELF)
    completed(shelter, girl.arrival_id, *PASSPORT, "hendra")
    assert the(shelter, girl.person_id).treated_reason is AgeReason.PAPER_DOUBTED
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    shelter.place(shelter.arrive("Lili", "9").person_id, "201-A")
    for place, reason in (
        ("101-B", Reason.CHILD_WITH_ADULT),
        ("201-B", Reason.MAYBE_ADULT_WITH_UNDER_13),
    ):
        command = PlaceClient(girl.person_id, shelter.bed_id(place))
        assert reason in shelter.refused(place_client, command).reasons
    told = line(shelter, girl.person_id)
    assert [(each.text, each.basis) for each in told.statements] == [
        ("16", AgeBasis.SELF),
        PASSPORT,
    ]


def test_what_is_said_twice_alike_is_one_statement(shelter: Shelter) -> None:
    girl = shelter.arrive("Mawar", "16", age_basis=AgeBasis.SELF)
    completed(shelter, girl.arrival_id, "16", AgeBasis.SELF, "ani")
    with shelter.house.database.reading() as session:
        assert len(session.execute(select(AgeStatement)).all()) == 1


@pytest.mark.parametrize(
    ("asks", "agrees", "reason"),
    [
        ("ani", "ani", Reason.SECOND_PERSON),
        ("hendra", "hendra", Reason.SECOND_PERSON),
        ("ani", "tania", Reason.ONLY_IN_CHARGE),
        ("tania", "ani", Reason.ONLY_IN_CHARGE),
        ("ani", "hendra", None),
        ("hendra", "tania", None),
        ("hendra", "ratna", None),
    ],
)
def test_two_persons_end_a_presumption_and_one_of_them_leads(
    shelter: Shelter, asks: str, agrees: str, reason: Reason | None
) -> None:
    woman = shelter.arrive("Melur", "?")
    key = shelter.act(ask_end, wish(woman.person_id), asks).value
    assert line(shelter, woman.person_id).waiting.asked_by == shelter.actors[asks].name
    if reason is not None:
        assert shelter.refused(agree_end, key, agrees).reasons == (reason,)
        assert the(shelter, woman.person_id).treated_as is TreatedAs.CHILD
        return
    assert shelter.act(agree_end, key, agrees).value.treated_as is TreatedAs.ADULT
    assert shelter.ask(doubtful_ages, None, "ani") == ()
    assert shelter.refused(agree_end, key, agrees).reasons == (Reason.STALE,)


@pytest.mark.parametrize("by", ["dewi", "rina", "eko"])
def test_the_desk_neither_proposes_nor_agrees(shelter: Shelter, by: str) -> None:
    woman = shelter.arrive("Melur", "?")
    key = shelter.act(ask_end, wish(woman.person_id), "ani").value
    for what, command in ((ask_end, wish(woman.person_id)), (agree_end, key)):
        with pytest.raises(Denied):
            shelter.act(what, command, by)


@pytest.mark.parametrize(
    ("field", "value", "reason", "named"),
    [
        ("age_text", "17", Reason.AGE_SHOWS_CHILD, "age"),
        ("age_text", "1/1/2010", Reason.AGE_SHOWS_CHILD, "age"),
        ("age_text", "?", Reason.AGE_SHOWS_CHILD, "age"),
        ("age_text", "dua puluh", Reason.AGE_UNREADABLE, "age"),
        ("proof", " ", Reason.PROOF_MISSING, "proof"),
        ("proof_on", None, Reason.PROOF_DAY, "proof_on"),
        ("proof_on", TODAY + timedelta(days=1), Reason.PROOF_DAY, "proof_on"),
        ("why", "ya", Reason.WHY_SHORT, "why"),
    ],
)
def test_without_proof_its_date_and_a_reason_nothing_is_proposed(
    shelter: Shelter, field: str, value: object, reason: Reason, named: str
) -> None:
    woman = shelter.arrive("Melur", "?")
    refused = shelter.refused(ask_end, wish(woman.person_id, **{field: value}), "ani")
    assert (refused.reasons, refused.field) == ((reason,), named)


def test_one_proposal_waits_at_a_time_and_can_be_dropped(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "?")
    key: EndKey = shelter.act(ask_end, wish(woman.person_id), "ani").value
    again = wish(woman.person_id)
    assert shelter.refused(ask_end, again, "tania").reasons == (Reason.AGE_WAITING,)
    shelter.act(drop_end, key, "tania")
    assert line(shelter, woman.person_id).waiting is None
    shelter.act(agree_end, shelter.act(ask_end, again, "tania").value, "hendra")
    assert shelter.refused(ask_end, again, "ani").reasons == (Reason.AGE_ADULT_ALREADY,)


def test_the_day_of_a_birth_is_read_by_those_who_may(shelter: Shelter) -> None:
    girl = shelter.arrive("Mawar", "16", age_basis=AgeBasis.SELF)
    completed(shelter, girl.arrival_id, *PASSPORT, "hendra")
    assert [each.text for each in line(shelter, girl.person_id).statements] == ["16", "1/1/2004"]


def test_who_may_have_turned_18_becomes_a_task_once_and_stays_a_child(shelter: Shelter) -> None:
    girl = shelter.arrive("Mawar", "16", age_basis=AgeBasis.SELF)

    def reminded() -> list[object]:
        house = shelter.house
        context = Context(shelter.actors["dewi"], house.clock(), house.zone, house.origin_id)
        with house.database.unit_of_work(house.clock()) as session:
            check_the_night(session, context)
        return [task for task in shelter.ask(tasks_open) if task.kind is FollowUpKind.MAYBE_18]

    assert reminded() == []
    shelter.clock.move(days=2 * 366)
    assert [task.person_id for task in reminded()] == [girl.person_id]
    shelter.clock.move(days=1)
    assert len(reminded()) == 1
    assert the(shelter, girl.person_id).treated_as is TreatedAs.CHILD
    shelter.act(agree_end, shelter.act(ask_end, wish(girl.person_id), "ani").value, "hendra")
    assert reminded() == []


def test_an_estimate_added_beside_the_first_keeps_both(shelter: Shelter) -> None:
    """14 by estimate, then 20 by another: she may be a woman, and she may be 12."""
    girl = shelter.arrive("Mawar", "14")
    shelter.act(say_age, SayAge(girl.person_id, "20", AgeBasis.ESTIMATE), "ani")
    her = the(shelter, girl.person_id)
    assert (her.born_earliest.year, her.born_latest.year) == (2004, 2014)
    assert her.treated_as is TreatedAs.CHILD
