# SPDX-License-Identifier: Apache-2.0
"""The quick registration, what it leaves behind, the queue, the clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.policies.access import Role
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind, follow_ups
from app.policies.arrivals.queue import (
    NextStep,
    Waiting,
    next_step,
    queue_order,
    waiting_minutes,
)
from app.policies.arrivals.registration import (
    ArrivalForm,
    CameBy,
    Sex,
    UrgentNeed,
    is_blank,
    problems,
)
from app.policies.arrivals.shifts import ShiftKind, clock_jumped_back, kind_at, planned_end
from app.policies.people.age import NOTHING_STATED, TreatedAs, judge_age
from app.policies.people.age_reading import read_age
from app.policies.reasons import Reason

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
EMPTY = ArrivalForm()


def test_an_answer_has_a_value_exactly_when_given() -> None:
    with pytest.raises(ValueError, match="value"):
        Answer(AnswerState.GIVEN)
    with pytest.raises(ValueError, match="value"):
        Answer(AnswerState.UNKNOWN, 3)


@pytest.mark.parametrize(
    "filled",
    [
        {"name": "K"},
        {"name_state": AnswerState.UNKNOWN},
        {"sex": given(Sex.FEMALE)},
        {"age_text": "12", "age_state": AnswerState.GIVEN},
        {"age_state": AnswerState.UNKNOWN},
        {"urgent": given(frozenset())},
        {"threatened": given(False)},
        {"language": given("Sunda")},
        {"accompanied_text": "2", "accompanied_state": AnswerState.GIVEN},
    ],
)
def test_any_single_field_is_enough(filled: dict[str, object]) -> None:
    form = replace(EMPTY, **filled)  # type: ignore[arg-type]
    assert not is_blank(form)
    assert problems(form, TODAY) == {}


def test_nothing_filled_says_so_at_the_name() -> None:
    assert problems(EMPTY, TODAY) == {"name": Reason.NOTHING_FILLED}
    assert problems(replace(EMPTY, name="  \n"), TODAY) == {"name": Reason.NOTHING_FILLED}


def test_each_problem_stands_at_its_field() -> None:
    form = replace(
        EMPTY,
        name="a" * 300,
        age_text="dua belas",
        age_state=AnswerState.GIVEN,
        accompanied_text="banyak",
        accompanied_state=AnswerState.GIVEN,
        language=given("x" * 61),
    )
    assert problems(form, TODAY) == {
        "name": Reason.NAME_TOO_LONG,
        "age": Reason.AGE_UNREADABLE,
        "accompanied": Reason.COUNT_UNREADABLE,
        "language": Reason.TEXT_TOO_LONG,
    }


def test_missing_facts_become_tasks_with_owner_and_time() -> None:
    left = follow_ups(replace(EMPTY, name="K"), judge_age(NOTHING_STATED, None, TODAY), NOW)
    kinds = {task.kind for task in left}
    answered = {
        FollowUpKind.NAME,
        FollowUpKind.LANGUAGE,
        FollowUpKind.REFERRER,
        FollowUpKind.RETURNING,
        FollowUpKind.MAYBE_18,
    }
    assert kinds == set(FollowUpKind) - answered - WATCH_TASKS
    assert all(task.due_at > NOW for task in left)
    owners = {task.kind: task.owner for task in left}
    assert owners[FollowUpKind.BED] is Role.DUTY_OFFICER
    assert owners[FollowUpKind.VERIFY_AGE] is Role.SOCIAL_WORKER


def test_a_declined_answer_is_not_asked_again() -> None:
    form = replace(EMPTY, name_state=AnswerState.DECLINED, threatened=Answer(AnswerState.DECLINED))
    kinds = {task.kind for task in follow_ups(form, judge_age(NOTHING_STATED, None, TODAY), NOW)}
    assert FollowUpKind.NAME not in kinds
    assert FollowUpKind.THREAT not in kinds


def test_a_complete_arrival_leaves_only_the_bed() -> None:
    form = replace(
        EMPTY,
        name="K",
        sex=given(Sex.FEMALE),
        urgent=given(frozenset({UrgentNeed.ILL})),
        accompanied_text="0",
        accompanied_state=AnswerState.GIVEN,
        threatened=given(True),
        came_by=Answer(AnswerState.DECLINED),
    )
    judged = judge_age(read_age("30", TODAY), None, TODAY)
    assert [task.kind for task in follow_ups(form, judged, NOW)] == [FollowUpKind.BED]


def _waiting(
    *, urgent: bool = False, child: bool = False, minutes: int = 0, bed: bool = False
) -> Waiting:
    treated = TreatedAs.CHILD if child else TreatedAs.ADULT
    return Waiting(urgent, treated, NOW - timedelta(minutes=minutes), bed)


def test_urgent_first_then_children_then_the_longest_wait() -> None:
    urgent = _waiting(urgent=True)
    child = _waiting(child=True)
    long, short, done = _waiting(minutes=90), _waiting(minutes=5), _waiting(bed=True, minutes=200)
    assert sorted([done, short, long, child, urgent], key=queue_order) == [
        urgent,
        child,
        long,
        short,
        done,
    ]


@pytest.mark.parametrize(
    ("bed", "tasks", "step"),
    [
        (False, {FollowUpKind.URGENT, FollowUpKind.BED}, NextStep.LOOK_AT_URGENT),
        (False, {FollowUpKind.BED}, NextStep.FIND_BED),
        (True, {FollowUpKind.THREAT, FollowUpKind.NAME}, NextStep.ASK_THREAT),
        (True, {FollowUpKind.NAME}, NextStep.COMPLETE),
        (True, set(), NextStep.DONE),
    ],
)
def test_next_step(bed: bool, tasks: set[FollowUpKind], step: NextStep) -> None:
    assert next_step(_waiting(bed=bed), tasks) is step


def test_who_is_away_without_a_bed_comes_after_those_who_wait_and_needs_none_tonight() -> None:
    away = replace(_waiting(urgent=True, child=True, minutes=300), away=True)
    assert sorted([away, _waiting()], key=queue_order) == [_waiting(), away]
    assert next_step(away, {FollowUpKind.NAME}) is NextStep.COMPLETE


def test_waiting_is_never_negative() -> None:
    assert waiting_minutes(NOW + timedelta(days=365), NOW) == 0
    assert waiting_minutes(NOW - timedelta(minutes=12, seconds=59), NOW) == 12


@pytest.mark.parametrize(
    ("hour", "kind"),
    [
        (6, ShiftKind.MORNING),
        (13, ShiftKind.MORNING),
        (14, ShiftKind.AFTERNOON),
        (22, ShiftKind.NIGHT),
        (0, ShiftKind.NIGHT),
        (5, ShiftKind.NIGHT),
    ],
)
def test_watches(hour: int, kind: ShiftKind) -> None:
    assert kind_at(datetime(2026, 11, 24, hour, 30)) is kind


def test_a_night_ends_in_the_morning_even_over_new_year() -> None:
    began = datetime(2026, 12, 31, 22, 5)
    assert planned_end(ShiftKind.NIGHT, began) == datetime(2027, 1, 1, 6)


def test_a_clock_set_back_is_noticed_and_small_drift_is_not() -> None:
    assert clock_jumped_back(NOW, NOW - timedelta(days=365))
    assert not clock_jumped_back(NOW, NOW - timedelta(seconds=90))


@pytest.mark.parametrize(
    ("came_by", "referrer", "asked"),
    [
        (CameBy.POLICE, "", True),
        (CameBy.REFERRAL, "  ", True),
        (CameBy.POLICE, "Polres Bogor", False),
        (CameBy.ALONE, "", False),
        (CameBy.COMMUNITY, "", False),
    ],
)
def test_an_unnamed_station_or_office_is_to_be_found_out(
    came_by: CameBy, referrer: str, asked: bool
) -> None:
    form = replace(EMPTY, came_by=given(came_by), referrer=referrer)
    left = follow_ups(form, judge_age(NOTHING_STATED, None, TODAY), NOW)
    assert (FollowUpKind.REFERRER in {task.kind for task in left}) is asked
