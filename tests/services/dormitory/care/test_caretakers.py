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
from app.policies.access import Role
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.beds.rooming import RoomPurpose
from app.policies.dormitory.night.findings import FindingKind
from app.policies.reasons import Reason
from app.services.arrivals.shift.roster import CopyWeek
from app.services.dormitory.care.caretakers import (
    DropCaretaker,
    PlanCaretaker,
    caretaker_colleagues,
    caretaker_now,
    caretaker_week,
    copy_caretakers,
    drop_caretaker,
    plan_caretaker,
)
from app.services.dormitory.night.night_list import night_list
from app.services.staff.accounts import CloseAccount, close_account
from app.services.staff.setup import NewAccount, add_account
from tests.conftest import Shelter

MONDAY = date(2026, 11, 23)
ADULTS, CHILDREN = "Lantai 1 Dewasa", "Lantai 2 Anak"
NIGHT = ShiftKind.NIGHT


def wing(shelter: Shelter, name: str):
    with shelter.house.database.reading() as session:
        return session.execute(select(Wing.id).where(Wing.name == name)).scalar_one()


def planning(shelter: Shelter, login: str, where: str = ADULTS, day=MONDAY, watch=NIGHT):
    return PlanCaretaker(day, watch, wing(shelter, where), shelter.actors[login].account_id)


def plan(shelter: Shelter, login: str, where: str = ADULTS, day=MONDAY, watch=NIGHT):
    return shelter.act(plan_caretaker, planning(shelter, login, where, day, watch), "hendra")


def now(shelter: Shelter, where: str):
    found = {each.wing_id: each for each in shelter.ask(caretaker_now, by="eko")}
    return found[wing(shelter, where)]


def cells(shelter: Shelter, day=MONDAY):
    return [
        (each.day, each.watch, each.name, each.covers_both)
        for each in shelter.ask(caretaker_week, day).cells
    ]


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
    assert not plan(shelter, "rina").value.covers_both
    second = plan(shelter, "rina", CHILDREN)
    assert second.value.covers_both
    assert now(shelter, ADULTS).covers_both
    assert now(shelter, CHILDREN).covers_both
    assert [each[3] for each in cells(shelter)] == [True, True]
    with shelter.house.database.reading() as session:
        payloads = session.execute(
            select(AuditPayload.payload)
            .join(AuditEntry, AuditEntry.entry_hash == AuditPayload.entry_hash)
            .where(AuditEntry.act == "plan_caretaker")
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
    both = {each.name: each.covers_both for each in shelter.ask(caretaker_week, MONDAY).cells}
    assert both == {"Rina": False, "Sri": True}
    assert now(shelter, ADULTS).accounts == ("Rina", "Sri")


def test_dropped_and_put_back(shelter: Shelter) -> None:
    done = plan(shelter, "rina")
    key = DropCaretaker(done.value.duty_id, done.value.version)
    dropped = shelter.act(drop_caretaker, key, "hendra")
    assert cells(shelter) == []
    assert shelter.refused(drop_caretaker, key, "hendra").reasons == (Reason.STALE,)
    shelter.act(dropped.inverse.act, dropped.inverse.command, "hendra")
    assert cells(shelter) == [(MONDAY, NIGHT, "Rina", False)]


def test_who_cannot_be_planned_is_told_at_the_field(shelter: Shelter) -> None:
    plan(shelter, "rina")
    twice = shelter.refused(plan_caretaker, planning(shelter, "rina"), "hendra")
    assert (twice.reasons, twice.field) == ((Reason.DUTY_TWICE,), "account")
    office = shelter.refused(plan_caretaker, planning(shelter, "eko"), "hendra")
    assert (office.reasons, office.field) == ((Reason.DUTY_NOT_FOR_WING,), "account")
    close(shelter, "sri")
    closed = shelter.refused(plan_caretaker, planning(shelter, "sri"), "hendra")
    assert (closed.reasons, closed.field) == ((Reason.DUTY_ACCOUNT_CLOSED,), "account")
    nobody = PlanCaretaker(MONDAY, NIGHT, wing(shelter, ADULTS), uuid4())
    assert shelter.refused(plan_caretaker, nobody, "hendra").field == "account"
    nowhere = PlanCaretaker(MONDAY, NIGHT, uuid4(), shelter.actors["rina"].account_id)
    assert shelter.refused(plan_caretaker, nowhere, "hendra").reasons == (Reason.STALE,)
    old = planning(shelter, "rina", day=MONDAY - timedelta(days=60))
    past = shelter.refused(plan_caretaker, old, "hendra")
    assert (past.reasons, past.field) == ((Reason.DUTY_TOO_OLD,), "day")
    last = planning(shelter, "rina", day=date.max)
    assert shelter.act(plan_caretaker, last, "hendra").value.version == 1


def test_a_closed_account_does_not_come_and_stands_out_in_the_week(shelter: Shelter) -> None:
    plan(shelter, "sri")
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    missing = FindingKind.NO_CARETAKER
    assert missing not in {line.kind for line in shelter.ask(night_list).lines}
    close(shelter, "sri")
    assert now(shelter, ADULTS).accounts == ()
    assert missing in {line.kind for line in shelter.ask(night_list).lines}
    (cell,) = shelter.ask(caretaker_week, MONDAY).cells
    assert (cell.name, cell.closed) == ("Sri", True)


def test_only_who_leads_plans(shelter: Shelter) -> None:
    for login in ("dewi", "rina", "ani", "eko"):
        with pytest.raises(Denied):
            shelter.act(plan_caretaker, planning(shelter, "rina"), login)


def test_caretakers_are_offered_before_those_who_stand_in(shelter: Shelter) -> None:
    shelter.act(add_account, NewAccount("wati", "Wati", Role.CARETAKER), "ratna")
    offered = [each.name for each in shelter.ask(caretaker_colleagues, by="hendra")]
    assert offered == ["Rina", "Wati", "Dewi", "Hendra", "Ratna", "Sri"]


def test_the_week_shows_wings_people_sleep_in(shelter: Shelter) -> None:
    week = shelter.ask(caretaker_week, MONDAY + timedelta(days=5))
    assert week.monday == MONDAY
    assert [each.name for each in week.wings] == [ADULTS, CHILDREN]
    plan(shelter, "rina", "Ruang lain")
    shown = shelter.ask(caretaker_week, MONDAY).wings
    assert [each.name for each in shown] == [ADULTS, CHILDREN, "Ruang lain"]


def test_a_week_is_copied_without_overwriting_and_taken_back(shelter: Shelter) -> None:
    plan(shelter, "rina")
    plan(shelter, "dewi", CHILDREN)
    plan(shelter, "sri", CHILDREN, day=MONDAY + timedelta(days=1))
    following = MONDAY + timedelta(days=7)
    plan(shelter, "ratna", ADULTS, day=following)
    close(shelter, "sri")
    copied = shelter.act(copy_caretakers, CopyWeek(MONDAY, following), "hendra")
    assert [(each[0], each[2]) for each in cells(shelter, following)] == [
        (following, "Ratna"),
        (following, "Dewi"),
    ]
    again = shelter.act(copy_caretakers, CopyWeek(MONDAY, following), "hendra")
    assert (again.value.duties, again.inverse) == ((), None)
    shelter.act(copied.inverse.act, copied.inverse.command, "hendra")
    assert [each[2] for each in cells(shelter, following)] == ["Ratna"]
    gone = shelter.refused(copied.inverse.act, copied.inverse.command, "hendra")
    assert gone.reasons == (Reason.MOVED_ON,)
