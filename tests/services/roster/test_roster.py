# SPDX-License-Identifier: Apache-2.0
"""The duty roster: planned, copied, swapped, read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Denied
from app.policies.arrivals.shifts import ShiftKind
from app.policies.reasons import Reason
from app.policies.roster.duties import DutyKind, Roster
from app.services.acts import execute
from app.services.roster.plan import (
    CopyWeek,
    PlanDuty,
    SwapDuty,
    copy_week,
    drop_duty,
    plan_duty,
    swap_duty,
)
from app.services.roster.week import WatchLine, WeekOf, colleagues, on_duty_now, week
from app.services.staff.accounts import CloseAccount, account_list, close_account
from tests.conftest import Shelter

TODAY = date(2026, 11, 24)
"""A Tuesday; the clock says 01.50, so the night of Monday is on."""
MONDAY = date(2026, 11, 23)
NIGHT, MORNING = ShiftKind.NIGHT, ShiftKind.MORNING
DESK, CALL = DutyKind.AT_DESK, DutyKind.ON_CALL


def plan(shelter: Shelter, login: str, day=MONDAY, watch=NIGHT, kind=DESK, by="hendra"):
    return shelter.act(plan_duty, plan_of(shelter, login, day, watch, kind), by)


def plan_of(shelter: Shelter, login: str, day=MONDAY, watch=NIGHT, kind=DESK) -> PlanDuty:
    return PlanDuty(day, watch, kind, shelter.actors[login].account_id)


def lines_of(shelter: Shelter, day: date, by: str = "dewi") -> tuple[WatchLine, ...]:
    return shelter.ask(week, WeekOf(Roster.DESK, day), by).lines


def taken_back(shelter: Shelter, done, by: str = "hendra"):
    return execute(shelter.house, shelter.actors[by], done.inverse.act, done.inverse.command)


def planned(lines: tuple[WatchLine, ...]) -> list[tuple[date, ShiftKind, str, str]]:
    return [(line.day, line.watch, each.kind, each.name) for line in lines for each in line.people]


def test_a_week_runs_from_monday_morning_to_sunday_night(shelter: Shelter) -> None:
    lines = lines_of(shelter, date(2026, 11, 29), "tania")
    assert [(line.day, line.watch) for line in (lines[0], lines[-1])] == [
        (MONDAY, MORNING),
        (date(2026, 11, 29), NIGHT),
    ]
    assert len({(line.day, line.watch) for line in lines}) == len(lines) == 21
    assert planned(lines) == []


def test_a_night_belongs_to_the_day_it_began(shelter: Shelter) -> None:
    plan(shelter, "dewi")
    plan(shelter, "rina", kind=CALL)
    plan(shelter, "sri", TODAY)
    now = shelter.ask(on_duty_now, by="rina")
    assert (now.day, now.watch) == (MONDAY, NIGHT)
    assert (now.named(DESK), now.named(CALL)) == (("Dewi",), ("Rina",))
    shelter.clock.move(hours=4, minutes=10)
    assert shelter.ask(on_duty_now) == WatchLine(TODAY, MORNING, None, ())
    shelter.clock.move(hours=16)
    later = shelter.ask(on_duty_now)
    assert (later.day, later.named(DESK)) == (TODAY, ("Sri",))


@pytest.mark.parametrize(
    ("login", "day", "kind", "reason", "field"),
    [
        ("rina", MONDAY, DESK, Reason.DUTY_NOT_FOR_DESK, "account"),
        ("eko", MONDAY, DESK, Reason.DUTY_NOT_FOR_DESK, "account"),
        ("dewi", MONDAY, DESK, Reason.DUTY_TWICE, "account"),
        ("dewi", MONDAY, CALL, Reason.DUTY_TWICE, "account"),
        ("tania", TODAY, CALL, Reason.DUTY_ACCOUNT_CLOSED, "account"),
        ("dewi", TODAY - timedelta(days=32), DESK, Reason.DUTY_TOO_OLD, "day"),
    ],
)
def test_what_cannot_be_planned_says_why(
    shelter: Shelter, login: str, day: date, kind: DutyKind, reason: Reason, field: str
) -> None:
    plan(shelter, "dewi")
    close(shelter, "tania")
    before = lines_of(shelter, MONDAY)
    refused = shelter.refused(plan_duty, plan_of(shelter, login, day, NIGHT, kind), "hendra")
    assert (refused.reasons, refused.field) == ((reason,), field)
    assert lines_of(shelter, MONDAY) == before


def close(shelter: Shelter, login: str) -> None:
    line = next(each for each in shelter.ask(account_list, None, "hendra") if each.login == login)
    shelter.act(close_account, CloseAccount(line.account_id, line.version), "hendra")


def test_thirty_one_days_back_can_still_be_set_right(shelter: Shelter) -> None:
    day = TODAY - timedelta(days=31)
    plan(shelter, "ani", day)
    assert planned(lines_of(shelter, day)) == [(day, NIGHT, DESK, "Ani")]


def test_everybody_open_can_be_chosen_and_is_told_for_what(shelter: Shelter) -> None:
    close(shelter, "eko")
    found = shelter.ask(colleagues, by="rina")
    assert [each.name for each in found if DESK in each.fit] == [
        "Ani",
        "Dewi",
        "Hendra",
        "Ratna",
        "Sri",
    ]
    assert [each.name for each in found if DESK not in each.fit] == ["Rina", "Tania"]


def test_a_swap_keeps_who_was_planned_and_can_be_taken_back(shelter: Shelter) -> None:
    key = plan(shelter, "dewi").value.key
    done = shelter.act(
        swap_duty, SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id)
    )
    line = shelter.ask(on_duty_now)
    assert [(each.name, each.planned) for each in line.people] == [("Sri", "Dewi")]
    taken_back(shelter, done, "dewi")
    line = shelter.ask(on_duty_now)
    assert [(each.name, each.planned) for each in line.people] == [("Dewi", "")]


def test_a_swap_needs_somebody_who_can_come_and_the_version_that_was_seen(
    shelter: Shelter,
) -> None:
    key = plan(shelter, "dewi").value.key
    plan(shelter, "sri", kind=CALL)
    wanted = SwapDuty(key.duty_id, key.version, shelter.actors["ani"].account_id)
    for login, reason in (("sri", Reason.DUTY_TWICE), ("rina", Reason.DUTY_NOT_FOR_DESK)):
        other = replace(wanted, account_id=shelter.actors[login].account_id)
        assert shelter.refused(swap_duty, other).reasons == (reason,)
    shelter.act(swap_duty, wanted)
    assert shelter.refused(swap_duty, wanted).reasons == (Reason.STALE,)
    shelter.clock.move(days=40)
    name = lines_of(shelter, MONDAY)[2].people[0]
    old = SwapDuty(name.duty_id, name.version, wanted.account_id)
    assert shelter.refused(swap_duty, old).reasons == (Reason.DUTY_TOO_OLD,)


def test_a_dropped_duty_comes_back_with_who_was_planned(shelter: Shelter) -> None:
    key = plan(shelter, "dewi").value.key
    swapped = shelter.act(
        swap_duty, SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id)
    ).value
    assert shelter.refused(drop_duty, key, "hendra").reasons == (Reason.STALE,)
    done = shelter.act(drop_duty, replace(key, version=swapped.version), "hendra")
    assert planned(lines_of(shelter, MONDAY)) == []
    taken_back(shelter, done)
    (name,) = shelter.ask(on_duty_now).people
    assert (name.name, name.planned) == ("Sri", "Dewi")


def test_a_plan_is_taken_back_unless_somebody_swapped_it(shelter: Shelter) -> None:
    done = plan(shelter, "dewi")
    taken_back(shelter, done)
    assert planned(lines_of(shelter, MONDAY)) == []
    done = plan(shelter, "dewi")
    key = done.value.key
    shelter.act(swap_duty, SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id))
    assert shelter.refused(done.inverse.act, done.inverse.command, "hendra").reasons == (
        Reason.STALE,
    )


def test_copying_a_week_overwrites_nothing_and_repeats_the_plan_not_the_swaps(
    shelter: Shelter,
) -> None:
    key = plan(shelter, "dewi").value.key
    plan(shelter, "rina", kind=CALL)
    plan(shelter, "tania", TODAY, MORNING, CALL)
    plan(shelter, "ani", TODAY, MORNING)
    shelter.act(swap_duty, SwapDuty(key.duty_id, key.version, shelter.actors["ani"].account_id))
    close(shelter, "tania")
    ahead = MONDAY + timedelta(days=7)
    plan(shelter, "sri", ahead + timedelta(days=1), MORNING)
    done = shelter.act(copy_week, CopyWeek(Roster.DESK, TODAY, ahead + timedelta(days=3)), "hendra")
    assert planned(lines_of(shelter, ahead)) == [
        (ahead, NIGHT, DESK, "Dewi"),
        (ahead, NIGHT, CALL, "Rina"),
        (ahead + timedelta(days=1), MORNING, DESK, "Sri"),
    ]
    again = shelter.act(copy_week, CopyWeek(Roster.DESK, MONDAY, ahead), "hendra")
    assert again.value.duties == ()
    taken_back(shelter, done)
    assert [name for *_, name in planned(lines_of(shelter, ahead))] == ["Sri"]


def test_a_copy_that_was_worked_on_stays(shelter: Shelter) -> None:
    plan(shelter, "dewi")
    ahead = MONDAY + timedelta(days=7)
    done = shelter.act(copy_week, CopyWeek(Roster.DESK, MONDAY, ahead), "hendra")
    (key,) = done.value.duties
    shelter.act(swap_duty, SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id))
    assert shelter.refused(done.inverse.act, done.inverse.command, "hendra").reasons == (
        Reason.MOVED_ON,
    )
    assert [name for *_, name in planned(lines_of(shelter, ahead))] == ["Sri"]


def test_days_too_far_back_are_not_copied_to(shelter: Shelter) -> None:
    plan(shelter, "dewi", MONDAY)
    plan(shelter, "sri", MONDAY + timedelta(days=6))
    partly = TODAY - timedelta(days=31) - timedelta(days=1)
    assert partly.weekday() == 4
    shelter.act(copy_week, CopyWeek(Roster.DESK, MONDAY, partly), "hendra")
    assert [name for *_, name in planned(lines_of(shelter, partly))] == ["Sri"]


def test_a_copied_week_never_plans_one_person_twice_on_a_watch(shelter: Shelter) -> None:
    plan(shelter, "dewi")
    ahead = MONDAY + timedelta(days=7)
    plan(shelter, "dewi", ahead, NIGHT, CALL)
    shelter.act(copy_week, CopyWeek(Roster.DESK, MONDAY, ahead), "hendra")
    assert planned(lines_of(shelter, ahead)) == [(ahead, NIGHT, CALL, "Dewi")]


@pytest.mark.parametrize("login", ["dewi", "ani", "rina", "eko"])
def test_only_those_in_charge_plan(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        plan(shelter, "dewi", by=login)
    with pytest.raises(Denied):
        shelter.act(copy_week, CopyWeek(Roster.DESK, MONDAY, MONDAY), login)


def test_a_caretaker_swaps_nothing(shelter: Shelter) -> None:
    key = plan(shelter, "dewi").value.key
    command = SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id)
    with pytest.raises(Denied):
        shelter.act(swap_duty, command, "rina")
