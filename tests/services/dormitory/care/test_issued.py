# SPDX-License-Identifier: Apache-2.0
"""Linen and kits: handed out, brought back, not forgotten when she leaves."""

from uuid import uuid4

import pytest

from app.errors import Denied
from app.policies.dormitory.care.caretaking import Item
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.care.issued import (
    IssueItem,
    issue_item,
    issued_to,
    items_out,
    return_item,
    still_out,
)
from tests.conftest import Shelter


def issue(shelter: Shelter, person_id, item=Item.BLANKET, count: int = 1):
    return shelter.act(issue_item, IssueItem(person_id, item, count), "rina")


def test_handed_out_and_back_with_who_and_when(shelter: Shelter) -> None:
    her = shelter.arrive("Melur", "34")
    shelter.place(her.person_id, "101-A")
    done = issue(shelter, her.person_id, Item.SHEET, 2)
    (line,) = shelter.ask(items_out, by="rina")
    assert (line.name, line.place, line.item, line.count) == ("Melur", "101-A", Item.SHEET, 2)
    assert (line.number, line.issued_by, line.here) == (her.number, "Rina", True)
    shelter.clock.move(hours=3)
    back = shelter.act(return_item, done.value, "dewi")
    assert shelter.ask(items_out, by="rina") == ()
    (kept,) = shelter.ask(issued_to, her.person_id, by="rina")
    assert (kept.returned_at, kept.returned_to) == (shelter.clock(), "Dewi")
    assert shelter.refused(return_item, done.value, "rina").reasons == (Reason.STALE,)
    shelter.act(back.inverse.act, back.inverse.command, "dewi")
    assert len(shelter.ask(items_out, by="rina")) == 1


def test_a_slip_is_taken_back_until_it_was_brought_back(shelter: Shelter) -> None:
    her = shelter.arrive("Melur", "34").person_id
    slip = issue(shelter, her)
    shelter.act(slip.inverse.act, slip.inverse.command, "rina")
    assert shelter.ask(issued_to, her, by="rina") == ()
    kept = issue(shelter, her)
    shelter.act(return_item, kept.value, "rina")
    late = shelter.refused(kept.inverse.act, kept.inverse.command, "rina")
    assert late.reasons == (Reason.MOVED_ON,)


@pytest.mark.parametrize("count", [0, -1, 21, 1_000_000_000_000_000_000_000])
def test_no_odd_number_of_pieces(shelter: Shelter, count: int) -> None:
    her = shelter.arrive("Melur", "34").person_id
    refused = shelter.refused(issue_item, IssueItem(her, Item.TOWEL, count), "rina")
    assert (refused.reasons, refused.field) == ((Reason.COUNT_LIMIT,), "count")


def test_nothing_for_somebody_who_is_not_here(shelter: Shelter) -> None:
    unknown = shelter.refused(issue_item, IssueItem(uuid4(), Item.TOWEL, 1), "rina")
    assert unknown.reasons == (Reason.PERSON_LEFT,)


def test_what_she_took_with_her_stands_first(shelter: Shelter) -> None:
    stays, left = shelter.arrive("Anggrek", "30").person_id, shelter.arrive("Melur", "34").person_id
    shelter.place(stays, "101-A")
    shelter.place(left, "102-A")
    issue(shelter, stays)
    key = issue(shelter, left, Item.PILLOW).value
    shelter.act(vacate_bed, Vacate(left, Outcome.OWN_WISH, "", "", "Ingin pulang ke Bogor"))
    lines = shelter.ask(items_out, by="rina")
    assert [(line.name, line.here, line.place) for line in lines] == [
        ("Melur", False, ""),
        ("Anggrek", True, "101-A"),
    ]
    shelter.act(return_item, key, "rina")
    assert [line.name for line in shelter.ask(items_out, by="rina")] == ["Anggrek"]


def test_what_is_out_stands_before_what_came_back(shelter: Shelter) -> None:
    her = shelter.arrive("Melur", "34").person_id
    for item in (Item.SHEET, Item.TOWEL, Item.PILLOW):
        key = issue(shelter, her, item).value
        shelter.clock.move(minutes=5)
        if item is Item.PILLOW:
            shelter.act(return_item, key, "rina")
    items = [line.item for line in shelter.ask(issued_to, her, by="rina")]
    assert items == [Item.TOWEL, Item.SHEET, Item.PILLOW]


def test_who_does_not_keep_the_dormitory_does_not_read_it(shelter: Shelter) -> None:
    for login in ("eko", "tania", "ani"):
        with pytest.raises(Denied):
            shelter.ask(items_out, by=login)


def test_whoever_lets_her_leave_is_reminded_and_it_stays_out_until_it_is_back(
    shelter: Shelter,
) -> None:
    her = shelter.arrive("Melur", "34").person_id
    shelter.place(her, "101-A")
    towel = shelter.act(issue_item, IssueItem(her, Item.TOWEL, 1), "rina").value
    blanket = shelter.act(issue_item, IssueItem(her, Item.BLANKET, 2), "rina").value
    shelter.act(return_item, towel, "rina")
    for by in ("ani", "dewi", "rina"):
        (line,) = shelter.ask(still_out, her, by)
        assert (line.item, line.count) == (Item.BLANKET, 2)
    shelter.act(vacate_bed, Vacate(her, Outcome.HOME, "Bogor", "Ibu"), "ani")
    (line,) = shelter.ask(items_out, by="rina")
    assert (line.issued_id, line.here, line.place) == (blanket.issued_id, False, "")
    shelter.act(return_item, blanket, "rina")
    assert shelter.ask(items_out, by="rina") == ()
    with pytest.raises(Denied):
        shelter.ask(still_out, her, "tania")
