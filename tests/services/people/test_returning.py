# SPDX-License-Identifier: Apache-2.0
"""Somebody who may have lived here before: hinted, noted, settled, never merged."""

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.people.person import Person
from app.models.people.returning import PossibleReturn
from app.policies.access import Role
from app.policies.answers import AnswerState
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.register.complete import CompleteArrival, complete_arrival, open_arrival
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.people.possible_returns import possible_returns
from app.services.people.returning import (
    HintQuestion,
    ReturnHint,
    ReturnVerdict,
    SettleReturn,
    hint,
    settle_return,
)
from tests.conftest import Shelter, a_form

NOBODY, CHECK = ReturnHint(False), ReturnHint(True)


def allergic(shelter: Shelter, person_id, allergy: str) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        person = session.get_one(Person, person_id)
        person.allergy, person.allergy_state = allergy, AnswerState.GIVEN


def returning_tasks(shelter: Shelter) -> list:
    return [task for task in shelter.ask(tasks_open) if task.kind is FollowUpKind.RETURNING]


@pytest.mark.parametrize(
    ("typed", "years", "answer"),
    [
        ("Sukarti Lestari", 31, CHECK),
        ("SOEKARTI  lestari", 34, CHECK),
        ("Lestari Soekarti", 28, CHECK),
        ("Sukarti Lestary", 31, CHECK),
        ("Sukarti Lestari", 35, NOBODY),
        ("Sukarti Lestari", None, CHECK),
        ("Sukarti Lestary", None, NOBODY),
        ("Sukarti", 31, NOBODY),
        ("Melati", 31, NOBODY),
        ("S", 31, NOBODY),
        ("", None, NOBODY),
        ("'!?", 31, NOBODY),
    ],
)
def test_a_name_that_sounds_alike_at_a_like_age_is_hinted_at(
    shelter: Shelter, typed: str, years: int | None, answer: ReturnHint
) -> None:
    shelter.arrive("Soekarti Lestari", "31")
    assert shelter.ask(hint, HintQuestion(typed, years)) == answer


def test_ages_grow_with_the_years(shelter: Shelter) -> None:
    shelter.arrive("Kenanga", "14")
    shelter.clock.move(days=6 * 366)
    assert shelter.ask(hint, HintQuestion("Kenanga", 14)) == NOBODY
    assert shelter.ask(hint, HintQuestion("Kenanga", 21)) == CHECK


def test_the_hint_tells_allergies_and_nothing_else(shelter: Shelter) -> None:
    for name, allergy in (("Kenanga", "udang"), ("Kenanga", "Kacang"), ("Kenanga", "kacang")):
        allergic(shelter, shelter.arrive(name, "30").person_id, allergy)
    allergic(shelter, shelter.arrive("Melati", "30").person_id, "susu")
    said = shelter.ask(hint, HintQuestion("Kenangga", 31))
    assert said.check
    assert said.allergies.casefold() == "kacang; udang"
    assert shelter.ask(hint, HintQuestion("Kenangga", 31), "ratna") == CHECK


def test_somebody_is_never_her_own_double(shelter: Shelter) -> None:
    done = shelter.arrive("Kenanga", "30")
    assert shelter.ask(hint, HintQuestion("Kenanga", 30, done.person_id)) == NOBODY
    assert shelter.ask(possible_returns, None, "ani") == ()
    assert returning_tasks(shelter) == []


def test_who_was_withdrawn_is_no_earlier_client(shelter: Shelter) -> None:
    done = shelter.act(register_arrival, RegisterArrival(a_form("Kenanga", "30")))
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(hint, HintQuestion("Kenanga", 30)) == NOBODY


def test_registering_notes_the_three_most_alike_and_leaves_a_task(shelter: Shelter) -> None:
    names = ("Kenanga Puspa", "Kenanga Puspita", "Kenanga Puspasari", "Kenanga Puspas")
    earlier = [shelter.arrive(name, "30") for name in names]
    settle_all_of(shelter, ReturnVerdict.DIFFERENT)
    assert returning_tasks(shelter) == []
    shelter.clock.move(days=400)
    again = shelter.arrive("Kenanga Puspas", "31")
    lines = shelter.ask(possible_returns, None, "ani")
    assert {line.newcomer.number for line in lines} == {again.number}
    assert {line.earlier.number for line in lines} == {earlier[place].number for place in (0, 2, 3)}
    assert {(line.newcomer.years, line.earlier.years) for line in lines} == {(31, 31)}
    assert {line.earlier.name for line in lines} == {names[place] for place in (0, 2, 3)}
    (task,) = returning_tasks(shelter)
    assert (task.arrival_id, task.owner) == (again.arrival_id, Role.SOCIAL_WORKER)
    assert (task.due_at - shelter.clock()).total_seconds() == 24 * 3600


def test_settling_merges_nothing_and_the_last_pair_ends_the_task(shelter: Shelter) -> None:
    first = shelter.arrive("Kenanga", "30")
    second = shelter.arrive("Kenanga", "31")
    settle_all_of(shelter, ReturnVerdict.DIFFERENT)
    third = shelter.arrive("Kenanga", "30")
    one, other = shelter.ask(possible_returns, None, "ani")
    said = shelter.act(
        settle_return, SettleReturn(one.possible_id, one.version, ReturnVerdict.SAME), "ani"
    )
    assert said.value is ReturnVerdict.SAME
    (task,) = returning_tasks(shelter)
    assert task.arrival_id == third.arrival_id
    stale = SettleReturn(one.possible_id, one.version, ReturnVerdict.DIFFERENT)
    assert shelter.refused(settle_return, stale, "ani").reasons == (Reason.STALE,)
    shelter.act(
        settle_return,
        SettleReturn(other.possible_id, other.version, ReturnVerdict.DIFFERENT),
        "ratna",
    )
    assert returning_tasks(shelter) == []
    assert shelter.ask(possible_returns, None, "hendra") == ()
    with shelter.house.database.reading() as session:
        people = session.execute(select(Person.id)).scalars().all()
        verdicts = [
            (row.verdict, row.settled_by)
            for row in session.execute(
                select(PossibleReturn).where(PossibleReturn.person_id == third.person_id)
            ).scalars()
        ]
    assert set(people) == {first.person_id, second.person_id, third.person_id}
    assert sorted(verdicts, key=str) == sorted(
        [
            (ReturnVerdict.SAME, shelter.actors["ani"].account_id),
            (ReturnVerdict.DIFFERENT, shelter.actors["ratna"].account_id),
        ],
        key=str,
    )


def settle_all_of(shelter: Shelter, verdict: ReturnVerdict) -> None:
    for line in shelter.ask(possible_returns, None, "ani"):
        shelter.act(settle_return, SettleReturn(line.possible_id, line.version, verdict), "ani")


def test_open_is_no_finding(shelter: Shelter) -> None:
    shelter.arrive("Kenanga", "30")
    shelter.arrive("Kenanga", "30")
    (line,) = shelter.ask(possible_returns, None, "ani")
    with pytest.raises(ValueError, match="finding"):
        shelter.act(
            settle_return, SettleReturn(line.possible_id, line.version, ReturnVerdict.OPEN), "ani"
        )


def test_completing_the_form_leaves_the_look_to_the_social_worker(shelter: Shelter) -> None:
    shelter.arrive("Kenanga", "30")
    again = shelter.arrive("Kenanga", "30")
    opened = shelter.act(open_arrival, again.arrival_id).value
    shelter.act(
        complete_arrival,
        CompleteArrival(again.arrival_id, opened.version, opened.person_version, opened.form),
    )
    assert [task.arrival_id for task in returning_tasks(shelter)] == [again.arrival_id]


def test_a_withdrawn_newcomer_takes_her_pairs_and_her_task_along(shelter: Shelter) -> None:
    shelter.arrive("Kenanga", "30")
    done = shelter.act(register_arrival, RegisterArrival(a_form("Kenanga", "30")))
    assert len(shelter.ask(possible_returns, None, "ani")) == 1
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(possible_returns, None, "ani") == ()
    assert returning_tasks(shelter) == []


@pytest.mark.parametrize("login", ["dewi", "rina", "tania", "eko"])
def test_the_pairs_are_for_the_social_worker_and_those_in_charge(
    shelter: Shelter, login: str
) -> None:
    with pytest.raises(Denied):
        shelter.ask(possible_returns, None, login)


@pytest.mark.parametrize("login", ["rina", "tania", "eko"])
def test_the_hint_is_for_those_who_register(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.ask(hint, HintQuestion("Kenanga", 30), login)
