# SPDX-License-Identifier: Apache-2.0
"""Counting a wing: both numbers stay, a difference stands in the duty log."""

from uuid import uuid4

import pytest

from app.errors import Denied
from app.policies.arrivals.night import LogKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.reasons import Reason
from app.services.arrivals.shift.log import log_of_watch
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.care.headcount import CountWing, count_wing, headcounts
from tests.conftest import Shelter

CHILDREN = "Lantai 2 Anak"


def wing(shelter: Shelter, name: str = CHILDREN):
    return next(each for each in shelter.ask(headcounts, by="rina") if each.name == name)


def count(shelter: Shelter, counted: int, note: str = ""):
    return shelter.act(count_wing, CountWing(wing(shelter).wing_id, counted, note), "rina")


@pytest.fixture
def children(shelter: Shelter) -> list:
    girls = [shelter.arrive(name, "14").person_id for name in ("Kenanga", "Padma", "Tulip")]
    for girl, place in zip(girls, ("201-A", "201-B", "202-A"), strict=True):
        shelter.place(girl, place)
    return girls


def test_a_count_that_fits_writes_nothing_into_the_log(shelter: Shelter, children) -> None:
    done = count(shelter, 3).value
    assert (done.counted, done.expected, done.differs) == (3, 3, False)
    assert shelter.ask(log_of_watch, by="rina") == ()
    last = wing(shelter).last
    assert (last.counted, last.expected, last.counted_by) == (3, 3, "Rina")
    assert last.counted_at == shelter.clock()


def test_a_difference_stays_in_the_duty_log_with_both_numbers(shelter: Shelter, children) -> None:
    assert count(shelter, 2, "satu di kamar\nmandi").value.differs
    (entry,) = shelter.ask(log_of_watch, by="rina")
    assert entry.kind is LogKind.CHECK
    assert entry.words == f"{CHILDREN} · hitungan 2, seharusnya 3 · satu di kamar mandi"
    shelter.clock.move(minutes=10)
    count(shelter, 3)
    assert wing(shelter).last.counted == 3
    assert len(shelter.ask(log_of_watch, by="rina")) == 1
    assert len(shelter.ask(log_of_watch, by="dewi")) == 1


def test_who_is_out_is_not_expected(shelter: Shelter, children) -> None:
    shelter.act(send_out, SendOut(children[0], AbsenceKind.HOSPITAL))
    shelter.act(send_out, SendOut(children[1], AbsenceKind.WITH_STAFF))
    shelter.arrive("Melati", "13")
    here = wing(shelter)
    assert (here.expected, here.out) == (1, 2)
    assert count(shelter, 1).value.expected == 1


def test_every_wing_people_can_sleep_in_is_listed(shelter: Shelter) -> None:
    lines = shelter.ask(headcounts, by="rina")
    assert [(each.name, each.expected, each.last) for each in lines] == [
        ("Lantai 1 Dewasa", 0, None),
        (CHILDREN, 0, None),
    ]
    assert not count(shelter, 0).value.differs


@pytest.mark.parametrize("counted", [-1, 501, 10**20])
def test_a_number_nobody_can_have_counted(shelter: Shelter, children, counted: int) -> None:
    command = CountWing(wing(shelter).wing_id, counted)
    refused = shelter.refused(count_wing, command, "rina")
    assert (refused.reasons, refused.field) == ((Reason.COUNTED_LIMIT,), "counted")
    assert wing(shelter).last is None
    assert shelter.ask(log_of_watch, by="rina") == ()


def test_an_unknown_wing_and_a_long_note(shelter: Shelter) -> None:
    unknown = shelter.refused(count_wing, CountWing(uuid4(), 3), "rina")
    assert (unknown.reasons, unknown.field) == ((Reason.STALE,), "wing_id")
    long = CountWing(wing(shelter).wing_id, 3, "x" * 201)
    refused = shelter.refused(count_wing, long, "rina")
    assert (refused.reasons, refused.field) == ((Reason.TEXT_TOO_LONG,), "note")


def test_of_two_counts_in_one_instant_the_later_is_the_last(shelter: Shelter, children) -> None:
    count(shelter, 2)
    count(shelter, 3)
    assert wing(shelter).last.counted == 3


def test_the_office_counts_nobody(shelter: Shelter) -> None:
    with pytest.raises(Denied):
        shelter.act(count_wing, CountWing(wing(shelter).wing_id, 0), "eko")
