# SPDX-License-Identifier: Apache-2.0
"""Registering arrivals on a real encrypted database."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.draft import Draft
from app.models.audit import AuditEntry
from app.models.people.person import Person
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.queue import NextStep
from app.policies.arrivals.registration import ArrivalForm
from app.policies.people.age import TreatedAs
from app.policies.reasons import Reason
from app.services.acts import execute, save_quietly
from app.services.arrivals.desk.desk import SettleTask, queue_tonight, settle_task, tasks_open
from app.services.arrivals.register.drafts import (
    KeepDraft,
    discard_draft,
    drafts_waiting,
    keep_draft,
    open_draft,
)
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from tests.conftest import Shelter, a_form


def test_one_arrival_stands_in_the_queue_with_its_next_step(shelter: Shelter) -> None:
    saved = shelter.arrive("Kenanga", "12")
    assert saved.number == "REG-2611-001"
    (line,) = shelter.ask(queue_tonight)
    assert (line.number, line.name, line.minutes) == (saved.number, "Kenanga", 0)
    assert line.treated_as is TreatedAs.CHILD
    assert line.next_step is NextStep.FIND_BED


@pytest.mark.parametrize(
    "name",
    [
        "Su",
        "🙂 Melati",
        "'; DROP TABLE person; --",
        "سيتي نورhaliza",
        "Siti\nAminah\n",
        "O’Hara",
        "a" * 120,
    ],
)
def test_any_name_is_kept(shelter: Shelter, name: str) -> None:
    saved = shelter.arrive(name)
    with shelter.house.database.reading() as session:
        kept = session.get_one(Person, saved.person_id).called_name
    assert kept == " ".join(name.split())


@pytest.mark.parametrize(
    ("form", "field", "reason"),
    [
        (ArrivalForm(), "name", Reason.NOTHING_FILLED),
        (a_form(name="x" * 300), "name", Reason.NAME_TOO_LONG),
        (a_form(age="dua belas"), "age", Reason.AGE_UNREADABLE),
        (a_form(age="-3"), "age", Reason.AGE_NEGATIVE),
        (a_form(age="200"), "age", Reason.AGE_IMPOSSIBLE),
        (a_form(age="31-11-2026"), "age", Reason.DATE_IMPOSSIBLE),
        (a_form(age="1/1/2030"), "age", Reason.BIRTH_IN_FUTURE),
    ],
)
def test_what_cannot_be_kept_is_refused_whole(
    shelter: Shelter, form: ArrivalForm, field: str, reason: Reason
) -> None:
    refusal = shelter.refused(register_arrival, RegisterArrival(form))
    assert (refusal.field, list(refusal.reasons)) == (field, [reason])
    with shelter.house.database.reading() as session:
        assert session.execute(select(Person)).first() is None
        assert session.execute(select(Arrival)).first() is None
    assert shelter.arrive().number == "REG-2611-001"


def test_one_field_is_enough_and_the_rest_becomes_tasks(shelter: Shelter) -> None:
    form = ArrivalForm(name="perempuan, baju biru", name_state=AnswerState.GIVEN)
    shelter.act(register_arrival, RegisterArrival(form))
    kinds = {task.kind for task in shelter.ask(tasks_open)}
    assert {FollowUpKind.BED, FollowUpKind.AGE, FollowUpKind.VERIFY_AGE} <= kinds


def test_five_states_are_kept_apart(shelter: Shelter) -> None:
    saved = shelter.arrive(
        threatened=Answer(AnswerState.DECLINED), came_by=Answer(AnswerState.UNKNOWN)
    )
    with shelter.house.database.reading() as session:
        row = session.get_one(Arrival, saved.arrival_id)
    assert (row.threatened, row.threatened_state) == (None, AnswerState.DECLINED)
    assert (row.came_by, row.came_by_state) == (None, AnswerState.UNKNOWN)
    assert (row.injured, row.urgent_state) == (False, AnswerState.GIVEN)


def test_numbers_go_on_per_month_and_are_never_given_twice(shelter: Shelter) -> None:
    first = shelter.act(register_arrival, RegisterArrival(a_form()))
    shelter.act(first.inverse.act, first.inverse.command)
    assert shelter.arrive().number == "REG-2611-002"
    shelter.clock.move(days=30)
    assert shelter.arrive().number == "REG-2612-001"


def test_a_registration_can_be_taken_back_until_something_moved_on(shelter: Shelter) -> None:
    done = shelter.act(register_arrival, RegisterArrival(a_form()))
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(queue_tonight) == ()
    assert shelter.ask(tasks_open) == ()
    refusal = shelter.refused(done.inverse.act, done.inverse.command)
    assert list(refusal.reasons) == [Reason.MOVED_ON]
    placed = shelter.act(register_arrival, RegisterArrival(a_form("Melur", "34")))
    shelter.place(placed.value.person_id, "101-A")
    refusal = shelter.refused(placed.inverse.act, placed.inverse.command)
    assert list(refusal.reasons) == [Reason.MOVED_ON]


def test_a_clock_set_back_marks_the_time_doubtful_and_keeps_the_order(shelter: Shelter) -> None:
    first = shelter.arrive("Satu")
    shelter.clock.move(days=-365)
    second = shelter.arrive("Dua")
    assert not first.clock_doubtful
    assert second.clock_doubtful
    with shelter.house.database.reading() as session:
        rows = session.execute(select(Arrival).order_by(Arrival.seq)).scalars().all()
        entries = session.execute(select(AuditEntry).order_by(AuditEntry.seq)).scalars().all()
    assert [row.id for row in rows] == [first.arrival_id, second.arrival_id]
    assert entries[-1].at < entries[-2].at


def test_the_door_time_may_lie_before_but_not_after_now(shelter: Shelter) -> None:
    at = shelter.clock() - timedelta(hours=1)
    saved = shelter.act(register_arrival, RegisterArrival(a_form(), at)).value
    with shelter.house.database.reading() as session:
        row = session.get_one(Arrival, saved.arrival_id)
    assert (row.arrived_at, row.registered_at) == (at, shelter.clock())


@pytest.mark.parametrize(
    ("off", "reason"),
    [
        (timedelta(seconds=1), Reason.TIME_IN_FUTURE),
        (timedelta(days=-2, seconds=-1), Reason.ARRIVED_TOO_LONG_AGO),
    ],
)
def test_an_impossible_door_time_is_refused_and_never_changed(
    shelter: Shelter, off: timedelta, reason: Reason
) -> None:
    refusal = shelter.refused(register_arrival, RegisterArrival(a_form(), shelter.clock() + off))
    assert (refusal.field, refusal.reasons) == ("arrived", (reason,))
    assert shelter.ask(queue_tonight) == ()


def test_who_has_no_right_is_denied_and_that_is_written_down(shelter: Shelter) -> None:
    with pytest.raises(Denied):
        execute(shelter.house, shelter.actors["eko"], register_arrival, RegisterArrival(a_form()))
    with shelter.house.database.reading() as session:
        last = session.execute(
            select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)
        ).scalar_one()
    assert (last.act, last.outcome) == ("register_arrival", "denied")
    assert last.actor_id == shelter.actors["eko"].account_id


def test_a_draft_comes_back_at_the_same_field_and_leaves_no_audit(shelter: Shelter) -> None:
    form = a_form("Ken", "dua bel", accompanied_text="bany")
    dewi = shelter.actors["dewi"]
    with shelter.house.database.reading() as session:
        before = len(session.execute(select(AuditEntry.seq)).all())
    draft_id = save_quietly(shelter.house, dewi, keep_draft, KeepDraft(form, "age"))
    save_quietly(shelter.house, dewi, keep_draft, KeepDraft(form, "threatened", draft_id))
    with shelter.house.database.reading() as session:
        assert len(session.execute(select(AuditEntry.seq)).all()) == before
    (line,) = shelter.ask(drafts_waiting)
    assert (line.draft_id, line.started_by) == (draft_id, "Dewi")
    opened = shelter.act(open_draft, draft_id, by="sri").value
    assert (opened.form, opened.focused) == (form, "threatened")


def test_saving_adopts_the_draft_and_refusing_keeps_it(shelter: Shelter) -> None:
    dewi = shelter.actors["dewi"]
    wrong = a_form(age="dua belas")
    draft_id = save_quietly(shelter.house, dewi, keep_draft, KeepDraft(wrong, "age"))
    shelter.refused(register_arrival, RegisterArrival(wrong, None, draft_id))
    assert len(shelter.ask(drafts_waiting)) == 1
    shelter.act(register_arrival, RegisterArrival(a_form(), None, draft_id))
    assert shelter.ask(drafts_waiting) == ()
    assert shelter.act(open_draft, draft_id).value is None


def test_a_draft_is_dropped_only_on_purpose(shelter: Shelter) -> None:
    dewi = shelter.actors["dewi"]
    draft_id = save_quietly(shelter.house, dewi, keep_draft, KeepDraft(a_form(), "name"))
    shelter.act(discard_draft, draft_id)
    with shelter.house.database.reading() as session:
        assert session.execute(select(Draft)).first() is None


def test_a_settled_task_leaves_the_list(shelter: Shelter) -> None:
    shelter.arrive(threatened=Answer())
    task = next(t for t in shelter.ask(tasks_open) if t.kind is FollowUpKind.THREAT)
    shelter.act(settle_task, SettleTask(task.task_id, task.version))
    assert FollowUpKind.THREAT not in {t.kind for t in shelter.ask(tasks_open)}
