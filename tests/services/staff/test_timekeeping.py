# SPDX-License-Identifier: Apache-2.0
"""A wrong clock on the PC: asked at the opening, answered once, the same as a right one."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.clock import Timepiece, Zone
from app.config import Paths
from app.errors import Refused
from app.models.audit import AuditEntry
from app.models.registry import metadata
from app.models.staff.clock import ClockAnswer
from app.models.types import Id
from app.policies.people.age import AgeBasis, TreatedAs
from app.policies.timekeeping import ClockDoubt
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.night.time_up import check_rooms
from app.services.numbers import registration_number
from app.services.staff.accounts import recover_with_sheet
from app.services.staff.opening import OpenedHouse, close_house, sign_in
from app.services.staff.timekeeping import (
    ClockQuestion,
    answer_clock,
    answer_problem,
    look_again,
    surprising,
)
from app.services.staff.upkeep import back_up, renew_sheet
from tests.conftest import CHEAP, NIGHT, PASSWORD, Founded, SetClock, Shelter
from tests.helpers.pc import WrongPc

IN_2036 = datetime(2036, 3, 1, 12, tzinfo=UTC)
IN_2009 = datetime(2009, 1, 1, 1, tzinfo=UTC)
BORN_2013 = {"age": "30/6/2013", "age_basis": AgeBasis.DOCUMENT}


def enter(paths: Paths, clock: Timepiece) -> OpenedHouse:
    return sign_in(paths, "dewi", PASSWORD, clock)


def working(opened: OpenedHouse, paths: Paths) -> Shelter:
    return Shelter(paths, opened.house, opened.house.clock, {"dewi": opened.actor})


def answers(opened: OpenedHouse) -> list[ClockAnswer]:
    with opened.house.database.reading() as session:
        rows = session.execute(select(ClockAnswer).order_by(ClockAnswer.after_seq)).scalars()
        return list(rows)


@pytest.mark.parametrize(
    ("wall", "shown", "asked"),
    [
        (NIGHT + timedelta(hours=1), 7, ()),
        (IN_2036, 7, (ClockDoubt.LONG_PAUSE,)),
        (IN_2009, 7, (ClockDoubt.BEFORE_RECORD, ClockDoubt.BEFORE_BUILD)),
        (NIGHT - timedelta(minutes=5), 7, (ClockDoubt.BEFORE_RECORD,)),
        (NIGHT + timedelta(hours=1), 0, (ClockDoubt.OTHER_ZONE,)),
    ],
)
def test_day_and_hour_are_asked_at_the_opening(
    paths: Paths, wall: datetime, shown: int, asked: tuple[ClockDoubt, ...]
) -> None:
    opened = enter(paths, WrongPc(wall, timedelta(hours=shown)).timepiece())
    assert (opened.clock.doubts if opened.clock else ()) == asked
    if opened.clock:
        assert (opened.clock.wall, opened.clock.seen.latest) == (wall, NIGHT)
    opened.house.database.close()


def test_a_girl_born_in_2013_is_a_child_with_the_clock_in_2036(paths: Paths) -> None:
    opened = enter(paths, WrongPc(IN_2036).timepiece())
    place = working(opened, paths)
    assert place.arrive("Kenanga", **BORN_2013).treated_as is TreatedAs.CHILD
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(hours=2))
    registered = place.arrive("Melati", **BORN_2013)
    assert registered.treated_as is TreatedAs.CHILD
    assert registered.number.startswith("REG-2611-")
    opened.house.database.close()


def test_a_girl_born_in_2012_can_be_registered_with_the_clock_in_2009(paths: Paths) -> None:
    opened = enter(paths, WrongPc(IN_2009).timepiece())
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(hours=2))
    place = working(opened, paths)
    registered = place.arrive("Kenanga", age="1/2/2012", age_basis=AgeBasis.DOCUMENT)
    assert registered.number.startswith("REG-2611-")
    assert not registered.clock_doubtful
    opened.house.database.close()


def test_an_answer_is_written_down_and_holds_the_next_morning(paths: Paths) -> None:
    pc = WrongPc(IN_2009)
    opened = enter(paths, pc.timepiece())
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(hours=2))
    (row,) = answers(opened)
    assert (row.at, row.wall) == (NIGHT + timedelta(hours=2), IN_2009)
    assert row.answered_by == opened.actor.account_id
    close_house(paths, opened.house)
    pc.wait(hours=10)
    opened = enter(paths, pc.timepiece())
    assert opened.clock is None
    assert opened.house.clock() == NIGHT + timedelta(hours=12)
    opened.house.database.close()


def test_a_correction_is_dropped_with_a_trace_when_the_pc_is_right_again(paths: Paths) -> None:
    pc = WrongPc(IN_2009)
    opened = enter(paths, pc.timepiece())
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(hours=2))
    close_house(paths, opened.house)
    pc.set_to(NIGHT + timedelta(hours=9))
    for _ in range(2):
        opened = enter(paths, pc.timepiece())
        assert opened.clock is None
        assert opened.house.clock() == pc.moment
        assert [row.at - row.wall for row in answers(opened)][1:] == [timedelta()]
        with opened.house.database.reading() as session:
            noted = select(AuditEntry.outcome).where(AuditEntry.act == "note_clock")
            assert session.execute(noted).scalars().all() == ["done", "done"]
        close_house(paths, opened.house)


def test_a_small_correction_is_asked_again_rather_than_guessed(paths: Paths) -> None:
    pc = WrongPc(NIGHT - timedelta(hours=2))
    opened = enter(paths, pc.timepiece())
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(minutes=5))
    close_house(paths, opened.house)
    pc.wait(hours=8)
    opened = enter(paths, pc.timepiece())
    assert opened.clock is not None
    assert opened.clock.doubts == (ClockDoubt.EITHER,)
    assert opened.clock.corrected == NIGHT + timedelta(hours=8, minutes=5)
    opened.house.database.close()


def test_a_record_of_a_wrong_day_can_be_overruled(paths: Paths) -> None:
    """A file written under a clock in 2036 before anybody was asked does not stay in 2036."""
    wrong = sign_in(paths, "ratna", PASSWORD, lambda: IN_2036)
    back_up(paths, wrong.house, wrong.actor, PASSWORD)
    close_house(paths, wrong.house)
    pc = WrongPc(NIGHT + timedelta(days=1))
    opened = enter(paths, pc.timepiece())
    assert opened.clock is not None
    assert set(opened.clock.doubts) == {ClockDoubt.BEFORE_RECORD, ClockDoubt.BEFORE_BACKUP}
    assert surprising(opened.clock, pc.moment) == opened.clock.doubts
    answer_clock(opened.house, opened.actor, pc.moment)
    close_house(paths, opened.house)
    pc.wait(hours=5)
    opened = enter(paths, pc.timepiece())
    assert opened.clock is None
    opened.house.database.close()


def test_no_answer_lies_before_the_program_was_built(paths: Paths) -> None:
    opened = enter(paths, WrongPc(IN_2009).timepiece())
    asked = opened.clock
    assert isinstance(asked, ClockQuestion)
    assert answer_problem(asked, IN_2009) is not None
    assert answer_problem(asked, NIGHT) is None
    opened.house.database.close()


def test_the_recovery_sheet_leaves_no_record_of_a_doubtful_day(shelter: Shelter) -> None:
    words = renew_sheet(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    shelter.house.database.close()
    clock = WrongPc(IN_2036).timepiece()
    recover_with_sheet(shelter.paths, " ".join(words), "hendra", "baru sekali ya", clock, CHEAP)
    opened = sign_in(shelter.paths, "hendra", "baru sekali ya", clock)
    assert opened.clock is not None
    assert opened.clock.seen.latest == NIGHT
    opened.house.database.close()


@pytest.mark.parametrize("jump", [timedelta(days=-6500), timedelta(hours=-1), timedelta(days=900)])
def test_a_clock_set_while_running_is_asked_about(paths: Paths, jump: timedelta) -> None:
    pc = WrongPc(NIGHT + timedelta(hours=1))
    clock = pc.timepiece()
    opened = enter(paths, clock)
    working(opened, paths).arrive()
    pc.set_to(pc.moment + jump)
    assert working(opened, paths).arrive("Melati").number.startswith("REG-2611-")
    assert clock.set_meanwhile
    asked = look_again(paths, opened.house, opened.actor)
    assert asked is not None
    assert clock() <= NIGHT + timedelta(hours=1)
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(hours=1, minutes=2))
    assert clock() == NIGHT + timedelta(hours=1, minutes=2)
    assert look_again(paths, opened.house, opened.actor) is None
    opened.house.database.close()


def test_a_pc_set_right_while_running_drops_the_correction(paths: Paths) -> None:
    pc = WrongPc(IN_2009)
    clock = pc.timepiece()
    opened = enter(paths, clock)
    answer_clock(opened.house, opened.actor, NIGHT + timedelta(hours=2))
    pc.wait(minutes=30)
    pc.set_to(NIGHT + timedelta(hours=2, minutes=30))
    assert look_again(paths, opened.house, opened.actor) is None
    assert clock.offset == timedelta()
    assert [row.at - row.wall for row in answers(opened)][1:] == [timedelta()]
    opened.house.database.close()


def test_a_month_once_begun_is_not_left_backwards(shelter: Shelter) -> None:
    days = ("2026-11-30", "2026-12-01", "2026-11-28", "2026-12-02")
    with shelter.house.database.unit_of_work(NIGHT) as session:
        numbers = [registration_number(session, date.fromisoformat(day)) for day in days]
        registration_number(session, date(2036, 1, 1))
        numbers.append(registration_number(session, date(2026, 12, 3)))
    assert numbers == ["REG-2611-001", *(f"REG-2612-{count:03d}" for count in (1, 2, 3, 4))]


def dated(place: Shelter) -> dict[str, list[str]]:
    """Return all rows without their ids, of tables in which a date means something."""
    rows: dict[str, list[str]] = {}
    with place.house.database.reading() as session:
        for table in metadata.sorted_tables:
            if table.name in {"audit_entry", "audit_payload", "clock_answer", "installation"}:
                continue
            kept = [each for each in table.c if not isinstance(each.type, Id)]
            found = session.execute(select(*kept)).all()
            rows[table.name] = sorted(repr(tuple(row)) for row in found)
    return rows


def a_night(place: Shelter, wait: Callable[..., None]) -> list[str]:
    """Do what depends on dates, and return what was refused: ages, holds, signatures, numbers."""
    refused = []

    def act(what: Any, command: Any) -> None:
        try:
            place.act(what, command)
        except Refused as error:
            refused.append(f"{what.name}: {error.reasons}")

    act(start_shift, None)
    tomorrow = Zone.WIB.today(place.house.clock()) + timedelta(days=1)
    ages = {
        "Kenanga": f"{tomorrow:%d/%m/}{tomorrow.year - 18}",
        "Melati": f"{tomorrow:%d/%m/}{tomorrow.year - 13}",
        "Mawar": "34",
        "Anggrek": "8b",
    }
    made = {
        name: place.arrive(name, age=age, age_basis=AgeBasis.DOCUMENT) for name, age in ages.items()
    }
    for name, bed in (("Kenanga", "201-A"), ("Melati", "201-B"), ("Melati", "202-A")):
        act(place_client, PlaceClient(made[name].person_id, place.bed_id(bed)))
    kept = place.bed_id("102-A")
    until = place.house.clock() + timedelta(hours=6)
    act(reserve_beds, ReserveBeds((kept,), "rombongan", until))
    act(place_client, PlaceClient(made["Mawar"].person_id, kept, "tidak ada ranjang lain"))
    for hours in (9, 16):
        wait(hours=hours)
        act(check_rooms, None)
        place.arrive(f"Dahlia {hours}", age="16")
    return refused


@settings(max_examples=12)
@given(
    wall=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    shown=st.integers(-11, 13).map(lambda hours: timedelta(hours=hours)),
    later=st.timedeltas(timedelta(minutes=2), timedelta(days=29)),
)
def test_a_wrong_clock_with_the_right_answer_is_a_right_clock(
    founded: Founded,
    tmp_path_factory: pytest.TempPathFactory,
    wall: datetime,
    shown: timedelta,
    later: timedelta,
) -> None:
    right, wrong = (founded.copied(tmp_path_factory.mktemp(name)) for name in ("right", "wrong"))
    true, pc = SetClock(NIGHT + later), WrongPc(wall, shown)
    honest = working(sign_in(right, "dewi", PASSWORD, true), right)
    opened = enter(wrong, pc.timepiece())
    if opened.clock is not None:
        answer_clock(opened.house, opened.actor, NIGHT + later)
    else:
        opened.house.clock.trust(NIGHT + later - wall)
    corrected = working(opened, wrong)
    assert a_night(corrected, pc.wait) == a_night(honest, true.move)
    assert dated(corrected) == dated(honest)
    for place in (honest, corrected):
        place.house.database.close()
        shutil.rmtree(place.paths.data)
