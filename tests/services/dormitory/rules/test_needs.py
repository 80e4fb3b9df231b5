# SPDX-License-Identifier: Apache-2.0
"""What a bed has to respect: noted by whoever may, read as far as a post may know it."""

import json
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditEntry, AuditPayload
from app.models.dormitory.needs import PlacementNeed
from app.models.people.person import Person
from app.policies.answers import Answer, AnswerState, given
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.rules.needs import House
from app.policies.dormitory.rules.settings import PROPOSED
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.facts import read
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.rules.needs import NeedsLine, NoteNeeds, needs_of, note_needs
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from app.services.topics import Topic
from tests.conftest import NIGHT, Shelter


def plain(person_id: UUID, **noted) -> NoteNeeds:
    usual = {
        "house": House.RPSW,
        "watch": 0,
        "own_room": False,
        "step_free": False,
        "lower_bunk": False,
    }
    return NoteNeeds(person_id, **{**usual, **noted})


def audited(shelter: Shelter, name: str) -> list[dict]:
    with shelter.house.database.reading() as session:
        rows = session.execute(
            select(AuditPayload.payload)
            .join(AuditEntry, AuditEntry.entry_hash == AuditPayload.entry_hash)
            .where(AuditEntry.act == name)
            .order_by(AuditEntry.seq)
        ).scalars()
        return [row if isinstance(row, dict) else json.loads(row) for row in rows]


def test_of_whom_nothing_was_noted_she_is_a_client_of_this_house(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    assert shelter.ask(needs_of, woman, "ani") == NeedsLine(
        woman, 0, House.RPSW, 0, False, False, False, Answer()
    )


@pytest.mark.parametrize("by", ["dewi", "rina", "hendra", "ani", "tania"])
def test_needs_are_noted_and_noted_anew_in_one_row(shelter: Shelter, by: str) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.act(note_needs, plain(woman, watch=2, own_room=True), by)
    assert done.topics == {Topic.NEEDS, Topic.BEDS, Topic.TASKS}
    shelter.clock.move(minutes=5)
    shelter.act(note_needs, plain(woman, watch=3, step_free=True), by)
    line = shelter.ask(needs_of, woman, "ani")
    assert (line.watch, line.own_room, line.step_free, line.version) == (3, False, True, 2)
    with shelter.house.database.reading() as session:
        (row,) = session.execute(select(PlacementNeed)).scalars()
        assert row.noted_at == shelter.clock()
        assert row.noted_by == shelter.actors[by].account_id


def test_each_post_reads_what_the_matrix_gives_it(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    everything = plain(
        woman,
        house=House.PSKW,
        watch=2,
        own_room=True,
        step_free=True,
        lower_bunk=True,
        exploited=given(True),
    )
    shelter.act(note_needs, everything, "ani")
    known = (House.PSKW, 2, True, True, True)
    for by, seen, exploited in (
        ("ani", known, given(True)),
        ("tania", known, given(True)),
        ("dewi", known, None),
        ("rina", known, None),
        ("hendra", (House.PSKW, 2, None, True, None), None),
        ("ratna", (House.PSKW, 2, None, True, None), None),
    ):
        line = shelter.ask(needs_of, woman, by)
        read = (line.house, line.watch, line.own_room, line.step_free, line.lower_bunk)
        assert (read, line.exploited) == (seen, exploited), by
    with pytest.raises(Denied):
        shelter.ask(needs_of, woman, "eko")


def test_what_a_post_does_not_see_it_leaves_as_it_was(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    shelter.act(note_needs, plain(woman, own_room=True, exploited=given(True)), "ani")
    shelter.act(note_needs, NoteNeeds(woman, House.PSKW, 1, None, True, None), "hendra")
    line = shelter.ask(needs_of, woman, "ani")
    assert (line.house, line.watch, line.own_room, line.step_free) == (House.PSKW, 1, True, True)
    assert line.exploited == given(True)


@pytest.mark.parametrize("by", ["dewi", "rina", "hendra", "ratna"])
def test_only_who_knows_the_case_says_what_happened_to_her(shelter: Shelter, by: str) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    refused = shelter.refused(note_needs, plain(woman, watch=1, exploited=given(False)), by)
    assert (refused.reasons, refused.field) == ((Reason.ONLY_OF_THE_CASE,), "exploited")
    assert shelter.ask(needs_of, woman, "ani").version == 0


@pytest.mark.parametrize(
    "answer",
    [
        given(True),
        given(False),
        Answer(AnswerState.UNKNOWN),
        Answer(AnswerState.DECLINED),
        Answer(),
    ],
)
def test_what_happened_to_her_keeps_its_five_states(shelter: Shelter, answer: Answer) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    shelter.act(note_needs, plain(woman, exploited=given(True)), "tania")
    shelter.act(note_needs, plain(woman, exploited=answer), "tania")
    assert shelter.ask(needs_of, woman, "ani").exploited == answer
    assert shelter.ask(needs_of, woman, "dewi").exploited is None


def test_needs_that_the_present_room_breaks_are_noted_all_the_same(shelter: Shelter) -> None:
    one, other = shelter.arrive("Melur", "34"), shelter.arrive("Seruni", "40")
    shelter.place(one.person_id, "101-A")
    shelter.place(other.person_id, "101-B")
    shelter.act(note_needs, plain(one.person_id, own_room=True, watch=3))
    assert shelter.bed("101-A").sleeper.person_id == one.person_id
    third = shelter.arrive("Dahlia", "30")
    command = PlaceClient(third.person_id, shelter.bed_id("101-C"))
    assert shelter.refused(place_client, command).reasons == (Reason.MASKED_RULE,)


@pytest.mark.parametrize("level", [-1, 4, 1_000_000])
def test_a_watch_that_does_not_exist_is_refused_at_its_field(shelter: Shelter, level: int) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    refused = shelter.refused(note_needs, plain(woman, watch=level))
    assert (refused.reasons, refused.field) == ((Reason.WATCH_LIMIT,), "watch")


def test_who_is_not_here_has_no_needs_to_note(shelter: Shelter) -> None:
    assert shelter.refused(note_needs, plain(uuid4())).reasons == (Reason.PERSON_LEFT,)


def test_two_who_note_at_once_do_not_overwrite_each_other(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    shelter.act(note_needs, plain(woman, watch=1, version=0))
    assert shelter.refused(note_needs, plain(woman, version=0)).reasons == (Reason.STALE,)
    shelter.act(note_needs, plain(woman, watch=2, version=1), "rina")
    assert shelter.refused(note_needs, plain(woman, version=1)).reasons == (Reason.STALE,)
    assert shelter.ask(needs_of, woman).watch == 2


def test_the_audit_names_what_changed_and_never_to_what(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    shelter.act(note_needs, plain(woman, watch=3, exploited=given(True)), "ani")
    shelter.act(note_needs, plain(woman, watch=3, lower_bunk=True), "ani")
    first, second = audited(shelter, "note_needs")
    assert first == {"changed": "exploited watch"}
    assert second == {"changed": "lower_bunk"}


def test_probing_bed_by_bed_tells_the_same_text_and_is_audited(shelter: Shelter) -> None:
    """Domain §6.7: whatever the secret is, the desk reads one sentence, and each try is kept."""
    secrets = {
        "101": {"own_room": True},
        "102": {"exploited": given(True)},
    }
    for room, noted in secrets.items():
        sleeper = shelter.arrive(f"Di {room}", "30").person_id
        shelter.place(sleeper, f"{room}-A")
        shelter.act(note_needs, plain(sleeper, **noted), "ani")
    guest = shelter.arrive("Seruni", "30").person_id
    shelter.act(note_needs, plain(guest, watch=3, exploited=given(False)), "ani")
    tried = ["101-B", "101-C", "102-B", "102-C", "103-A"]
    told = set()
    for place in tried:
        refused = shelter.refused(place_client, PlaceClient(guest, shelter.bed_id(place)))
        told.add((tuple(refused.reasons), str(refused)))
    assert told == {((Reason.MASKED_RULE,), "masked_rule")}
    entries = audited(shelter, "place_client")
    refusals = [entry for entry in entries if "reasons" in entry]
    assert [entry["bed"] for entry in refusals] == [shelter.bed_id(p).hex for p in tried]
    with shelter.house.database.reading() as session:
        kept = session.execute(
            select(AuditEntry.outcome, AuditEntry.subject_id, AuditEntry.actor_id).where(
                AuditEntry.act == "place_client", AuditEntry.outcome == "refused"
            )
        ).all()
    assert kept == [("refused", guest, shelter.actors["dewi"].account_id)] * len(tried)


def test_moving_is_no_way_to_probe_either(shelter: Shelter) -> None:
    sleeper, guest = (shelter.arrive(name, "30").person_id for name in ("Melur", "Seruni"))
    shelter.place(sleeper, "101-A")
    shelter.place(guest, "102-A")
    shelter.act(note_needs, plain(sleeper, own_room=True), "ani")
    for place in ("101-B", "101-C", "101-B"):
        command = PlaceClient(guest, shelter.bed_id(place))
        assert shelter.refused(move_client, command).reasons == (Reason.MASKED_RULE,)
        assert shelter.bed("102-A").sleeper.person_id == guest
    assert len([e for e in audited(shelter, "move_client") if "reasons" in e]) == 3


def near_of(shelter: Shelter) -> dict[str, tuple[int, bool]]:
    """Return floor and nearness of every bedroom by its name."""
    return {
        room.name: (wing.floor, room.near_caretaker)
        for wing in shelter.ask(room_list)
        for room in wing.rooms
    }


@pytest.mark.parametrize(("name", "years"), [("Kenanga", "12"), ("Melati", "17"), ("Sekar", "?")])
def test_a_watched_child_sleeps_upstairs_where_the_children_do(
    shelter: Shelter, name: str, years: str
) -> None:
    """The template's children's floor is upstairs; its rooms near the caretaker are enough."""
    person = shelter.arrive(name, years).person_id
    shelter.act(note_needs, plain(person, watch=2))
    rooms = near_of(shelter)
    for place in ("201-A", "204-A"):
        floor, near = rooms[place.split("-")[0]]
        assert floor == 2
        command = PlaceClient(person, shelter.bed_id(place))
        if near:
            done = shelter.act(place_client, command)
            shelter.act(done.inverse.act, done.inverse.command)
        else:
            refused = shelter.refused(place_client, command, "hendra")
            assert refused.reasons == (Reason.WATCH_NEAR,)


def test_a_watched_woman_sleeps_on_the_ground_floor_as_long_as_the_rules_say_so(
    shelter: Shelter,
) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    shelter.act(note_needs, plain(woman, watch=2))
    with shelter.house.database.reading() as session:
        (upstairs,) = [
            replace(each, side=Side.ADULT, floor=2, near_caretaker=True)
            for each in read.rooms(session, NIGHT.date(), NIGHT)
            if each.name == "101"
        ]
        guest = read.guest(session, session.get_one(Person, woman), NIGHT.date())
    against = (Reason.WATCH_GROUND,)
    assert why_not(guest, upstairs.beds[0], upstairs, NIGHT.date()).reasons == against
    shelter.act(propose_rules, ProposeRules(replace(PROPOSED, ground_floor=False)), "ratna")
    with shelter.house.database.reading() as session:
        rooms = read.rooms(session, NIGHT.date(), NIGHT)
    assert all(room.ground == frozenset() for room in rooms)
