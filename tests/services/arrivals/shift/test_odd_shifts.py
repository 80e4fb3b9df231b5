# SPDX-License-Identifier: Apache-2.0
"""Watches that were never started, never handed over, or lie across midnight and New Year."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from app.models.arrivals.arrival import Arrival
from app.models.arrivals.shift import Handover, Shift
from app.policies.access import Role
from app.policies.arrivals.shifts import ShiftKind
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over, take_over
from app.services.arrivals.shift.shifts import shift_now, start_shift
from tests.conftest import SetClock, Shelter


def test_without_a_shift_everything_is_registered_and_nothing_is_handed_over(
    shelter: Shelter,
) -> None:
    saved = shelter.arrive("Melati", "12")
    refused = shelter.refused(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    assert refused.reasons == (Reason.SHIFT_NOT_OPEN,)
    with shelter.house.database.reading() as session:
        assert session.get_one(Arrival, saved.arrival_id).shift_id is None
    shelter.act(start_shift, None)
    assert [line.number for line in shelter.ask(queue_tonight)] == [saved.number]


def test_a_shift_that_nobody_handed_over_is_taken_over_when_its_hours_are_past(
    shelter: Shelter, clock: SetClock
) -> None:
    shelter.act(start_shift, None)
    clock.move(hours=1)
    assert shelter.refused(take_over, None, "sri").reasons == (Reason.SHIFT_STILL_RUNS,)
    clock.move(hours=10)
    assert shelter.refused(take_over, None, "dewi").reasons == (Reason.SAME_OFFICER,)
    assert shelter.refused(start_shift, None, "sri").reasons == (Reason.SHIFT_OPEN,)
    shelter.act(take_over, None, "sri")
    now = shelter.ask(shift_now)
    assert (now.officer, now.kind) == ("Sri", ShiftKind.MORNING)
    with shelter.house.database.reading() as session:
        (handover,) = session.execute(select(Handover)).scalars().all()
        before = session.execute(select(Shift).order_by(Shift.seq)).scalars().first()
    assert handover.outgoing_id == shelter.actors["dewi"].account_id
    assert before is not None
    assert before.note == "Diambil alih tanpa penyerahan oleh Sri."


def test_with_nobody_to_receive_the_watch_simply_stays_open(shelter: Shelter) -> None:
    shelter.act(start_shift, None)
    for login in ("rina", "tania", "eko"):
        refused = shelter.refused(hand_over, ConfirmHandover(shelter.actors[login], "x"))
        assert (refused.field, refused.reasons) == ("incoming", (Reason.ACCOUNT_CLOSED,))
    itself = shelter.refused(hand_over, ConfirmHandover(shelter.actors["dewi"], "x"))
    assert itself.reasons == (Reason.SAME_OFFICER,)
    assert shelter.ask(shift_now).officer == "Dewi"
    assert shelter.actors["eko"].role is Role.SECRETARIAT


def test_a_night_across_midnight_and_new_year_is_one_watch(
    shelter: Shelter, clock: SetClock
) -> None:
    clock.moment = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)
    shelter.act(start_shift, None)
    clock.move(hours=1, minutes=50)
    old = shelter.arrive("Sebelum", "12")
    clock.move(minutes=20)
    new = shelter.arrive("Sesudah", "13")
    assert (old.number, new.number) == ("REG-2612-001", "REG-2701-001")
    clock.move(hours=1)
    assert [line.number for line in shelter.ask(queue_tonight)] == [old.number, new.number]
    clock.moment = datetime(2027, 1, 1, 0, 0, tzinfo=UTC)
    done = shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], "")).value
    assert done.confirmed_at == clock()
    with shelter.house.database.reading() as session:
        night, morning = session.execute(select(Shift).order_by(Shift.seq)).scalars().all()
    assert (night.kind, morning.kind) == (ShiftKind.NIGHT, ShiftKind.MORNING)
    assert night.ended_at - night.started_at == timedelta(hours=9)
