# SPDX-License-Identifier: Apache-2.0
"""Groups at the door: rows one by one, one header, drafts, forty at once."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select
from uuid6 import uuid7

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.group import ArrivalGroup
from app.policies.answers import given
from app.policies.arrivals.groups import GroupHeader, GroupRow
from app.policies.arrivals.registration import CameBy
from app.policies.people.age import TreatedAs
from app.policies.reasons import Reason
from app.services.acts import save_quietly
from app.services.arrivals.register.drafts import drafts_waiting
from app.services.arrivals.register.groups import (
    KeepGroup,
    RegisterRow,
    group_waiting,
    keep_group,
    register_row,
)
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from tests.conftest import Shelter, a_form

HEADER = GroupHeader(given(CameBy.POLICE), "Polres Bogor", "Bripka Dian")
GROUP = uuid7()


def save(shelter: Shelter, row: GroupRow, group_id: UUID = GROUP, *, anyway: bool = False):
    return shelter.act(register_row, RegisterRow(group_id, HEADER, row, anyway=anyway))


def arrivals(shelter: Shelter) -> list[Arrival]:
    with shelter.house.database.reading() as session:
        return list(session.execute(select(Arrival).order_by(Arrival.seq)).scalars())


def test_five_come_together_and_share_one_number(shelter: Shelter) -> None:
    for name, age in (("Satu", "12"), ("Dua", "34"), ("Tiga", "?"), ("Empat", "17"), ("?", "d")):
        save(shelter, GroupRow(name, "p", age, "t", "a"))
    rows = arrivals(shelter)
    assert {(row.group_id, row.tie, row.referrer) for row in rows} == {(GROUP, "A", "Polres Bogor")}
    assert len({row.number for row in rows}) == 5
    with shelter.house.database.reading() as session:
        (group,) = session.execute(select(ArrivalGroup)).scalars().all()
    assert group.number == "ROM-2611-001"


def test_a_wrong_row_never_holds_the_others(shelter: Shelter) -> None:
    save(shelter, GroupRow("Satu", "p", "12"))
    with pytest.raises(Refused) as refused:
        save(shelter, GroupRow("Dua", "p", "dua belas"))
    assert (refused.value.field, refused.value.reasons) == ("age", (Reason.AGE_UNREADABLE,))
    save(shelter, GroupRow("Tiga", "p", "14"))
    assert [row.number[-3:] for row in arrivals(shelter)] == ["001", "002"]


def test_the_same_woman_twice_is_asked_once_and_may_be_another(shelter: Shelter) -> None:
    save(shelter, GroupRow("Sukarti", "p", "31"))
    with pytest.raises(Refused) as refused:
        save(shelter, GroupRow("Soekarti", "p", "31"))
    assert refused.value.reasons == (Reason.TWICE_IN_GROUP,)
    save(shelter, GroupRow("Soekarti", "p", "31"), anyway=True)
    save(shelter, GroupRow("Soekarti", "p", "31"), uuid7())
    assert len(arrivals(shelter)) == 3


def test_forty_arrive(shelter: Shelter) -> None:
    for number in range(40):
        done = save(shelter, GroupRow(f"Orang {number}", "p", str(5 + number)))
        assert done.value.treated_as is (TreatedAs.CHILD if number < 20 else TreatedAs.ADULT)
    with shelter.house.database.reading() as session:
        assert session.execute(select(func.count()).select_from(ArrivalGroup)).scalar_one() == 1


def test_the_unsaved_rows_are_kept_and_let_go_when_all_are_saved(shelter: Shelter) -> None:
    draft_id = uuid7()
    rows = (GroupRow("Satu", age="1"), GroupRow(), GroupRow("Dua", "p"))
    keep = KeepGroup(draft_id, GROUP, HEADER, rows)
    dewi = shelter.actors["dewi"]
    save_quietly(shelter.house, dewi, keep_group, keep)
    waiting = shelter.ask(group_waiting, by="sri")
    assert (waiting.group_id, waiting.header, waiting.rows) == (GROUP, HEADER, rows)
    assert waiting.saved_by == "Dewi"
    assert shelter.ask(drafts_waiting) == ()
    save_quietly(shelter.house, dewi, keep_group, KeepGroup(draft_id, GROUP, HEADER, ()))
    assert shelter.ask(group_waiting) is None


def test_undo_takes_one_row_back(shelter: Shelter) -> None:
    done = save(shelter, GroupRow("Satu", "p", "12"))
    save(shelter, GroupRow("Dua", "p", "13"))
    shelter.act(done.inverse.act, done.inverse.command)
    assert [row.withdrawn_at is None for row in arrivals(shelter)] == [False, True]


def test_a_paper_sheet_is_entered_once_and_keeps_both_times(shelter: Shelter, clock) -> None:
    at_the_door = clock()
    clock.move(hours=6)
    command = RegisterArrival(a_form("Melati"), at_the_door, paper_number=" k-017 ")
    shelter.act(register_arrival, command)
    (row,) = arrivals(shelter)
    assert (row.paper_number, row.arrived_at, row.registered_at) == ("K-017", at_the_door, clock())
    again = shelter.refused(register_arrival, RegisterArrival(a_form("X"), paper_number="K-017"))
    assert (again.field, again.reasons) == ("paper_number", (Reason.PAPER_NUMBER_USED,))


def test_a_late_row_keeps_the_time_of_its_group_but_no_group_comes_from_the_future(
    shelter: Shelter, clock
) -> None:
    at_the_door = clock()
    save(shelter, GroupRow("Satu", "p", "12"))
    clock.move(days=3)
    save(shelter, GroupRow("Dua", "p", "13"))
    clock.move(days=-10)
    save(shelter, GroupRow("Tiga", "p", "14"))
    assert {row.arrived_at for row in arrivals(shelter)} == {at_the_door}
    tomorrow = RegisterRow(uuid7(), HEADER, GroupRow("Empat", "p"), clock() + timedelta(days=1))
    refusal = shelter.refused(register_row, tomorrow)
    assert (refusal.field, refusal.reasons) == ("arrived", (Reason.TIME_IN_FUTURE,))
