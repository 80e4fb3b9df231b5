# SPDX-License-Identifier: Apache-2.0
"""Two who never share a room: both ways, loud when they do, told without the reason."""

from dataclasses import fields
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.dormitory.needs import KeepApart as Pair
from app.models.dormitory.rooms import Wing
from app.models.dormitory.stays import AlarmRule, RoomingAlarm
from app.policies.dormitory.beds.facts import Side
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason, Verdict
from app.services.acts import Done
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.verdicts import verdicts_for
from app.services.dormitory.facts.present import people_to_keep_apart
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.rules.apart import (
    EndApart,
    KeepApart,
    apart_names,
    end_apart,
    keep_apart,
    kept_apart,
)
from app.services.topics import Topic
from tests.conftest import Shelter

WHY = "Pernah saling memukul di jalan"


class Two:
    """Two women who came and have no bed yet."""

    def __init__(self, shelter: Shelter) -> None:
        self.shelter = shelter
        self.one = shelter.arrive("Melur", "34").person_id
        self.other = shelter.arrive("Seruni", "40").person_id

    def apart(self, by: str = "ani", why: str = WHY, *, turned: bool = False) -> Done:
        pair = (self.other, self.one) if turned else (self.one, self.other)
        return self.shelter.act(keep_apart, KeepApart(*pair, why), by)

    def refused(self, person: UUID, place: str, by: str = "dewi") -> tuple[Reason, ...]:
        act = move_client if self.sleeps(person) else place_client
        command = PlaceClient(person, self.shelter.bed_id(place))
        return tuple(self.shelter.refused(act, command, by).reasons)

    def sleeps(self, person: UUID) -> bool:
        beds = [self.shelter.bed(place).sleeper for place in ("101-A", "101-B", "102-A")]
        return any(sleeper is not None and sleeper.person_id == person for sleeper in beds)

    def alarms(self) -> list[RoomingAlarm]:
        with self.shelter.house.database.reading() as session:
            return list(
                session.execute(
                    select(RoomingAlarm).where(RoomingAlarm.closed_at.is_(None))
                ).scalars()
            )


@pytest.fixture
def two(shelter: Shelter) -> Two:
    return Two(shelter)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("first", ["one", "other"])
def test_neither_is_placed_with_the_other(two: Two, turned: bool, first: str) -> None:
    done = two.apart(turned=turned)
    assert done.topics >= {Topic.NEEDS, Topic.BEDS, Topic.ALARMS}
    assert done.value.room_name == ""
    second = "other" if first == "one" else "one"
    two.shelter.place(getattr(two, first), "101-A")
    assert two.refused(getattr(two, second), "101-B") == (Reason.MASKED_RULE,)
    two.shelter.place(getattr(two, second), "102-A")
    assert two.refused(getattr(two, second), "101-B") == (Reason.MASKED_RULE,)


@pytest.mark.parametrize("by", ["hendra", "ratna"])
def test_who_may_know_it_reads_the_rule_and_cannot_sign_it_away(two: Two, by: str) -> None:
    two.apart()
    two.shelter.place(two.one, "101-A")
    command = PlaceClient(two.other, two.shelter.bed_id("101-B"), "tidak ada tempat lain")
    refused = two.shelter.refused(place_client, command, by)
    assert (tuple(refused.reasons), refused.signable) == ((Reason.KEPT_APART,), False)


def test_the_board_masks_the_rule_for_the_desk(two: Two) -> None:
    two.apart()
    two.shelter.place(two.one, "101-A")
    room = two.shelter.bed("101-B")
    for by, reason, colour in (
        ("dewi", Reason.MASKED_RULE, Verdict.PERMIT),
        ("hendra", Reason.KEPT_APART, Verdict.FORBIDDEN),
    ):
        said = two.shelter.ask(verdicts_for, two.other, by)
        (answer,) = [each for each in said.rooms if reason in each.reasons]
        assert answer.verdict is colour
        assert (room.bed_id in answer.beds) is (colour is Verdict.PERMIT)


def test_an_end_lets_them_share_a_room_and_undo_keeps_them_apart_again(two: Two) -> None:
    pair = two.apart().value
    ended = two.shelter.act(end_apart, EndApart(pair.pair_id, pair.version), "hendra")
    assert two.shelter.ask(kept_apart, None, "ani") == ()
    two.shelter.place(two.one, "101-A")
    two.shelter.place(two.other, "101-B")
    assert WHY not in repr(ended.inverse)
    again = two.shelter.act(ended.inverse.act, ended.inverse.command, "hendra").value
    assert again.room_name == "101"
    (line,) = two.shelter.ask(kept_apart, None, "ani")
    assert (line.why, line.room_name) == (WHY, "101")
    assert len(two.alarms()) == 1


def test_undo_of_a_pair_ends_it_and_closes_its_alarm(two: Two) -> None:
    two.shelter.place(two.one, "101-A")
    two.shelter.place(two.other, "101-B")
    done = two.apart()
    assert done.value.room_name == "101"
    assert len(two.alarms()) == 1
    two.shelter.act(done.inverse.act, done.inverse.command, "ani")
    assert two.alarms() == []
    assert two.shelter.ask(kept_apart, None, "ani") == ()


@pytest.mark.parametrize("mover", ["one", "other"])
def test_two_who_share_a_room_are_loud_until_one_moves(two: Two, mover: str) -> None:
    two.shelter.place(two.one, "101-A")
    two.shelter.place(two.other, "101-B")
    two.apart()
    (alarm,) = two.shelter.ask(open_alarms, None, "hendra")
    assert {alarm.child.person_id, alarm.adult.person_id} == {two.one, two.other}
    assert alarm.rule is AlarmRule.KEPT_APART
    assert alarm.cure.bed_id is not None
    two.shelter.clock.move(minutes=5)
    command = PlaceClient(getattr(two, mover), two.shelter.bed_id("102-A"))
    two.shelter.act(move_client, command, "rina")
    assert two.shelter.ask(open_alarms) == two.shelter.ask(open_alarms, None, "hendra") == ()


@pytest.mark.parametrize("by", ["dewi", "rina"])
def test_the_alarm_tells_the_desk_only_that_one_has_to_move(two: Two, by: str) -> None:
    two.shelter.place(two.one, "101-A")
    two.shelter.place(two.other, "101-B")
    two.apart()
    (alarm,) = two.shelter.ask(open_alarms, None, by)
    assert alarm.rule is None
    told = " ".join(str(getattr(alarm, field.name)) for field in fields(alarm))
    assert "apart" not in told
    assert WHY not in told
    command = PlaceClient(alarm.cure.person_id, alarm.cure.bed_id)
    two.shelter.act(move_client, command, by)
    assert two.shelter.ask(open_alarms, None, by) == ()


def test_other_alarms_are_told_to_the_desk_as_before(shelter: Shelter) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    girl, other = (shelter.arrive(name, "14").person_id for name in ("Kenanga", "Mawar"))
    shelter.place(girl, "101-A")
    shelter.place(other, "101-B")
    shelter.grown(other)
    (alarm,) = shelter.ask(open_alarms)
    assert alarm.rule is AlarmRule.CHILD_WITH_ADULT
    assert (alarm.child.person_id, alarm.adult.person_id) == (girl, other)


@pytest.mark.parametrize("turned", [False, True])
def test_an_ended_pair_that_is_child_and_adult_by_now_stays_loud(
    shelter: Shelter, turned: bool
) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    two = sorted(shelter.arrive(name, "14").person_id for name in ("Kenanga", "Mawar"))
    shelter.place(two[0], "101-A")
    shelter.place(two[1], "101-B")
    pair = shelter.act(keep_apart, KeepApart(*two, WHY), "ani").value
    child, adult = reversed(two) if turned else two
    shelter.grown(adult)
    shelter.act(end_apart, EndApart(pair.pair_id, pair.version), "hendra")
    for by in ("dewi", "hendra"):
        for alarm in shelter.ask(open_alarms, None, by):
            assert alarm.rule is AlarmRule.CHILD_WITH_ADULT
            assert (alarm.child.person_id, alarm.adult.person_id) == (child, adult)
    assert shelter.ask(open_alarms)
    shelter.act(move_client, PlaceClient(adult, shelter.bed_id("102-A")))
    assert shelter.ask(open_alarms) == ()


def test_kept_apart_from_herself_is_refused(two: Two) -> None:
    command = KeepApart(two.one, two.one, WHY)
    assert two.shelter.refused(keep_apart, command, "ani").reasons == (Reason.APART_FROM_HERSELF,)


@pytest.mark.parametrize("turned", [False, True])
def test_a_pair_is_noted_once_in_either_direction(two: Two, turned: bool) -> None:
    two.apart()
    pair = (two.other, two.one) if turned else (two.one, two.other)
    refused = two.shelter.refused(keep_apart, KeepApart(*pair, WHY), "hendra")
    assert refused.reasons == (Reason.APART_KNOWN,)


@pytest.mark.parametrize("why", ["", "   ", "musuh", "a b c d e f g h i"])
def test_a_reason_that_is_too_short_is_told_at_its_field(two: Two, why: str) -> None:
    refused = two.shelter.refused(keep_apart, KeepApart(two.one, two.other, why), "ani")
    assert (refused.reasons, refused.field) == ((Reason.WHY_SHORT,), "why")
    assert two.shelter.ask(kept_apart, None, "ani") == ()


def test_who_is_not_here_is_not_kept_apart(two: Two) -> None:
    refused = two.shelter.refused(keep_apart, KeepApart(two.one, uuid4(), WHY), "ani")
    assert refused.reasons == (Reason.PERSON_LEFT,)


def test_a_pair_ends_once(two: Two) -> None:
    pair = two.apart().value
    command = EndApart(pair.pair_id, pair.version)
    two.shelter.act(end_apart, command, "ani")
    assert two.shelter.refused(end_apart, command, "hendra").reasons == (Reason.STALE,)
    unknown = EndApart(uuid4(), 1)
    assert two.shelter.refused(end_apart, unknown, "hendra").reasons == (Reason.STALE,)


def test_the_end_of_a_pair_is_not_undone_into_a_second_one(two: Two) -> None:
    pair = two.apart().value
    ended = two.shelter.act(end_apart, EndApart(pair.pair_id, pair.version), "ani")
    two.apart(why="Mereka bertengkar lagi tadi malam")
    refused = two.shelter.refused(ended.inverse.act, ended.inverse.command, "ani")
    assert refused.reasons == (Reason.APART_KNOWN,)


@pytest.mark.parametrize("by", ["dewi", "rina", "eko"])
def test_the_desk_neither_writes_nor_lists_pairs(two: Two, by: str) -> None:
    with pytest.raises(Denied):
        two.apart(by)
    with pytest.raises(Denied):
        two.shelter.ask(kept_apart, None, by)


def test_why_is_read_only_by_who_knows_the_case(two: Two) -> None:
    two.apart("hendra")
    for by, why in (("ani", WHY), ("tania", WHY), ("hendra", ""), ("ratna", "")):
        (line,) = two.shelter.ask(kept_apart, None, by)
        assert (line.why, line.noted_by) == (why, "Hendra")
        assert {line.one.name, line.other.name} == {"Melur", "Seruni"}


def test_caretakers_read_the_names_and_not_the_reason(two: Two) -> None:
    two.apart()
    for by in ("rina", "dewi", "hendra", "ani"):
        (pair,) = two.shelter.ask(apart_names, None, by)
        assert {pair.one.name, pair.other.name} == {"Melur", "Seruni"}
        assert WHY not in repr(pair)
    assert two.shelter.ask(apart_names, None, "eko") == ()


def test_a_pair_lasts_while_one_is_gone_but_is_not_read_out(two: Two) -> None:
    two.apart()
    two.shelter.act(vacate_bed, Vacate(two.other, Outcome.OWN_WISH, "", ""), "dewi")
    assert two.shelter.ask(apart_names, None, "rina") == ()
    (line,) = two.shelter.ask(kept_apart, None, "ani")
    assert {line.one.here, line.other.here} == {True, False}


def test_those_who_share_a_room_head_the_list(two: Two) -> None:
    third = two.shelter.arrive("Dahlia", "30").person_id
    two.shelter.place(two.one, "101-A")
    two.shelter.place(two.other, "101-B")
    two.apart()
    two.shelter.clock.move(minutes=5)
    two.shelter.act(keep_apart, KeepApart(two.one, third, WHY), "ani")
    first, second = two.shelter.ask(kept_apart, None, "hendra")
    assert (first.room_name, second.room_name) == ("101", "")


@pytest.mark.parametrize("by", ["ani", "tania", "hendra"])
def test_whoever_notes_a_pair_finds_everybody_who_is_here(two: Two, by: str) -> None:
    lines = two.shelter.ask(people_to_keep_apart, None, by)
    assert [line.person_id for line in lines] == [two.other, two.one]
    with pytest.raises(Denied):
        two.shelter.ask(people_to_keep_apart, None, "rina")


def test_probing_who_is_apart_tells_the_same_each_time(two: Two) -> None:
    two.apart()
    two.shelter.place(two.one, "101-A")
    told = {two.refused(two.other, place) for place in ("101-B", "101-C", "101-B")}
    assert told == {(Reason.MASKED_RULE,)}


def test_nothing_of_a_pair_is_deleted(two: Two) -> None:
    pair = two.apart().value
    two.shelter.act(end_apart, EndApart(pair.pair_id, pair.version), "ani")
    two.apart()
    with two.shelter.house.database.reading() as session:
        kept = session.execute(select(Pair).order_by(Pair.noted_at, Pair.ended_at)).scalars().all()
        assert [row.ended_at is None for row in kept].count(True) == 1
        assert len(kept) == 2
        assert all(row.one_id < row.other_id for row in kept)
