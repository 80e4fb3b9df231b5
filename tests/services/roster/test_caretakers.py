# SPDX-License-Identifier: Apache-2.0
"""The caretakers' roster: separate people for adults and children, warned of, never blocked."""

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditEntry, AuditPayload
from app.models.dormitory.rooms import Room, Wing
from app.models.staff.account import Account
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.night.findings import FindingKind
from app.policies.reasons import Reason
from app.policies.roster.duties import DutyKind, Roster
from app.services.dormitory.night.night_list import night_list
from app.services.roster.plan import (
    CopyWeek,
    PlanDuty,
    SwapDuty,
    copy_week,
    drop_duty,
    plan_duty,
    swap_duty,
)
from app.services.roster.week import WeekOf, caretaker_now, colleagues, week
from app.services.staff.accounts import CloseAccount, close_account
from tests.conftest import Shelter

MONDAY = date(2026, 11, 23)
ADULTS, CHILDREN = "Lantai 1 Dewasa", "Lantai 2 Anak"
NIGHT = ShiftKind.NIGHT


def wing(shelter: Shelter, name: str):
    with shelter.house.database.reading() as session:
        return session.execute(select(Wing.id).where(Wing.name == name)).scalar_one()


def plan_in(day, watch, wing_id, account_id) -> PlanDuty:
    return PlanDuty(day, watch, DutyKind.WING, account_id, wing_id)


def planned(shelter: Shelter, day=MONDAY):
    lines = shelter.ask(week, WeekOf(Roster.WINGS, day)).lines
    return [(line, each) for line in lines for each in line.people]


def planning(shelter: Shelter, login: str, where: str = ADULTS, day=MONDAY, watch=NIGHT):
    return plan_in(day, watch, wing(shelter, where), shelter.actors[login].account_id)


def plan(shelter: Shelter, login: str, where: str = ADULTS, day=MONDAY, watch=NIGHT):
    return shelter.act(plan_duty, planning(shelter, login, where, day, watch), "hendra")


def now(shelter: Shelter, where: str):
    found = {each.wing_id: each for each in shelter.ask(caretaker_now, by="eko")}
    return found[wing(shelter, where)]


def cells(shelter: Shelter, day=MONDAY):
    return [(line.day, line.watch, each.name, each.both) for line, each in planned(shelter, day)]


def close(shelter: Shelter, login: str) -> None:
    account_id = shelter.actors[login].account_id
    with shelter.house.database.reading() as session:
        version = session.get_one(Account, account_id).version
    shelter.act(close_account, CloseAccount(account_id, version), "ratna")


def test_after_midnight_the_night_of_yesterday_is_on_duty(shelter: Shelter) -> None:
    plan(shelter, "rina")
    assert now(shelter, ADULTS).accounts == ("Rina",)
    assert now(shelter, CHILDREN).accounts == ()
    shelter.clock.move(hours=5)
    assert now(shelter, ADULTS).accounts == ()


def test_a_wing_without_bedrooms_is_not_missing_a_caretaker(shelter: Shelter) -> None:
    offices = wing(shelter, CHILDREN)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for room in session.execute(select(Room).where(Room.wing_id == offices)).scalars():
            room.purpose = RoomPurpose.COUNSELLING
    warned = [each.wing_id for each in shelter.ask(caretaker_now, by="eko")]
    assert warned == [wing(shelter, ADULTS)]


def test_one_person_for_both_sides_is_allowed_warned_of_and_recorded(shelter: Shelter) -> None:
    assert not plan(shelter, "rina").value.both
    second = plan(shelter, "rina", CHILDREN)
    assert second.value.both
    assert now(shelter, ADULTS).covers_both
    assert now(shelter, CHILDREN).covers_both
    assert [each[3] for each in cells(shelter)] == [True, True]
    with shelter.house.database.reading() as session:
        payloads = session.execute(
            select(AuditPayload.payload)
            .join(AuditEntry, AuditEntry.entry_hash == AuditPayload.entry_hash)
            .where(AuditEntry.act == "plan_duty")
            .order_by(AuditEntry.seq)
        ).scalars()
        assert [json.loads(each)["covers_both"] for each in payloads] == [False, True]
    plan(shelter, "rina", CHILDREN, watch=ShiftKind.MORNING)
    assert (MONDAY, ShiftKind.MORNING, "Rina", False) in cells(shelter)
    shelter.act(second.inverse.act, second.inverse.command, "hendra")
    assert not now(shelter, ADULTS).covers_both


def test_two_on_one_wing_and_only_one_of_them_on_both(shelter: Shelter) -> None:
    plan(shelter, "rina")
    plan(shelter, "sri")
    plan(shelter, "sri", CHILDREN)
    both = {each.name: each.both for _line, each in planned(shelter)}
    assert both == {"Rina": False, "Sri": True}
    assert now(shelter, ADULTS).accounts == ("Rina", "Sri")


def test_dropped_and_put_back(shelter: Shelter) -> None:
    done = plan(shelter, "rina")
    key = done.value.key
    dropped = shelter.act(drop_duty, key, "hendra")
    assert cells(shelter) == []
    assert shelter.refused(drop_duty, key, "hendra").reasons == (Reason.STALE,)
    shelter.act(dropped.inverse.act, dropped.inverse.command, "hendra")
    assert cells(shelter) == [(MONDAY, NIGHT, "Rina", False)]


def test_who_cannot_be_planned_is_told_at_the_field(shelter: Shelter) -> None:
    plan(shelter, "rina")
    twice = shelter.refused(plan_duty, planning(shelter, "rina"), "hendra")
    assert (twice.reasons, twice.field) == ((Reason.DUTY_TWICE,), "account")
    office = shelter.refused(plan_duty, planning(shelter, "eko"), "hendra")
    assert (office.reasons, office.field) == ((Reason.DUTY_NOT_FOR_WING,), "account")
    close(shelter, "sri")
    closed = shelter.refused(plan_duty, planning(shelter, "sri"), "hendra")
    assert (closed.reasons, closed.field) == ((Reason.DUTY_ACCOUNT_CLOSED,), "account")
    nobody = plan_in(MONDAY, NIGHT, wing(shelter, ADULTS), uuid4())
    assert shelter.refused(plan_duty, nobody, "hendra").field == "account"
    nowhere = plan_in(MONDAY, NIGHT, uuid4(), shelter.actors["rina"].account_id)
    assert shelter.refused(plan_duty, nowhere, "hendra").reasons == (Reason.STALE,)
    old = planning(shelter, "rina", day=MONDAY - timedelta(days=60))
    past = shelter.refused(plan_duty, old, "hendra")
    assert (past.reasons, past.field) == ((Reason.DUTY_TOO_OLD,), "day")
    last = planning(shelter, "rina", day=date.max)
    assert shelter.act(plan_duty, last, "hendra").value.key.version == 1


def test_a_closed_account_does_not_come_and_stands_out_in_the_week(shelter: Shelter) -> None:
    plan(shelter, "sri")
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    missing = FindingKind.NO_CARETAKER
    assert missing not in {line.kind for line in shelter.ask(night_list).lines}
    close(shelter, "sri")
    assert now(shelter, ADULTS).accounts == ()
    assert missing in {line.kind for line in shelter.ask(night_list).lines}
    ((_line, cell),) = planned(shelter)
    assert (cell.name, cell.closed) == ("Sri", True)


def test_only_who_leads_plans(shelter: Shelter) -> None:
    for login in ("dewi", "rina", "ani", "eko"):
        with pytest.raises(Denied):
            shelter.act(plan_duty, planning(shelter, "rina"), login)


def test_everybody_is_told_whether_she_may_look_after_a_wing(shelter: Shelter) -> None:
    fit = [each.name for each in shelter.ask(colleagues) if DutyKind.WING in each.fit]
    assert fit == ["Dewi", "Hendra", "Ratna", "Rina", "Sri"]


def test_a_wing_is_swapped_by_who_plans_it_and_both_sides_are_warned_of(shelter: Shelter) -> None:
    key = plan(shelter, "rina").value.key
    plan(shelter, "sri", CHILDREN)
    wanted = SwapDuty(key.duty_id, key.version, shelter.actors["sri"].account_id)
    with pytest.raises(Denied):
        shelter.act(swap_duty, wanted, "dewi")
    assert now(shelter, ADULTS).accounts == ("Rina",)
    done = shelter.act(swap_duty, wanted, "hendra")
    assert done.value.both
    assert now(shelter, ADULTS).accounts == ("Sri",)
    assert [(each.name, each.planned) for _line, each in planned(shelter)] == [
        ("Sri", "Rina"),
        ("Sri", ""),
    ]
    shelter.act(done.inverse.act, done.inverse.command, "hendra")
    assert not now(shelter, ADULTS).covers_both


def test_one_person_may_stand_at_the_desk_and_in_a_wing(shelter: Shelter) -> None:
    plan(shelter, "dewi")
    desk = PlanDuty(MONDAY, NIGHT, DutyKind.AT_DESK, shelter.actors["dewi"].account_id)
    assert not shelter.act(plan_duty, desk, "hendra").value.both
    assert now(shelter, ADULTS).accounts == ("Dewi",)
    following = MONDAY + timedelta(days=7)
    copied = shelter.act(copy_week, CopyWeek(Roster.WINGS, MONDAY, following), "hendra")
    assert len(copied.value.duties) == 1


def test_the_week_shows_wings_people_sleep_in(shelter: Shelter) -> None:
    found = shelter.ask(week, WeekOf(Roster.WINGS, MONDAY + timedelta(days=5)))
    assert found.monday == MONDAY
    assert len(found.lines) == 2 * 21
    assert [each.name for each in found.wings] == [ADULTS, CHILDREN]
    plan(shelter, "rina", "Ruang lain")
    shown = shelter.ask(week, WeekOf(Roster.WINGS, MONDAY)).wings
    assert [each.name for each in shown] == [ADULTS, CHILDREN, "Ruang lain"]


def test_a_week_is_copied_without_overwriting_and_taken_back(shelter: Shelter) -> None:
    plan(shelter, "rina")
    plan(shelter, "dewi", CHILDREN)
    plan(shelter, "sri", CHILDREN, day=MONDAY + timedelta(days=1))
    following = MONDAY + timedelta(days=7)
    plan(shelter, "ratna", ADULTS, day=following)
    close(shelter, "sri")
    copied = shelter.act(copy_week, CopyWeek(Roster.WINGS, MONDAY, following), "hendra")
    assert [(each[0], each[2]) for each in cells(shelter, following)] == [
        (following, "Ratna"),
        (following, "Dewi"),
    ]
    again = shelter.act(copy_week, CopyWeek(Roster.WINGS, MONDAY, following), "hendra")
    assert (again.value.duties, again.inverse) == ((), None)
    shelter.act(copied.inverse.act, copied.inverse.command, "hendra")
    assert [each[2] for each in cells(shelter, following)] == ["Ratna"]
    gone = shelter.refused(copied.inverse.act, copied.inverse.command, "hendra")
    assert gone.reasons == (Reason.MOVED_ON,)
