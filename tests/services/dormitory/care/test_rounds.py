# SPDX-License-Identifier: Apache-2.0
"""Watch rounds: who is looked at next, a look and its undo, tasks of the highest level."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditPayload
from app.models.dormitory.watch import WatchLook
from app.policies.access import Role
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.dormitory.care.rounds import Found, RoundState, state
from app.policies.dormitory.rules.settings import PROPOSED
from app.policies.reasons import Reason
from app.services.acts import Done
from app.services.arrivals.desk.desk import queue_tonight, tasks_open
from app.services.arrivals.register.complete import CompleteArrival, complete_arrival, open_arrival
from app.services.dormitory.away.absences import (
    EndAbsence,
    NoteAbsence,
    end_absence,
    note_absence,
)
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.care.rounds import (
    SLIP_WITHIN,
    LookIn,
    RoundLine,
    WatchRounds,
    look_in,
    take_back_look,
    watch_rounds,
)
from app.services.dormitory.care.watch_tasks import WatchTaskDone, watch_task_done
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from tests.conftest import NIGHT, Shelter
from tests.services.dormitory.rows import on_duty


def watch(shelter: Shelter, person_id: UUID, level: int, by: str = "dewi") -> None:
    shelter.act(note_needs, NoteNeeds(person_id, None, level, None, None, None), by)


def arrived(shelter: Shelter, name: str, level: int, place: str = "") -> UUID:
    person_id = shelter.arrive(name, "30").person_id
    if place:
        shelter.place(person_id, place)
    watch(shelter, person_id, level)
    return person_id


def look(shelter: Shelter, person_id: UUID, *how: object, by: str = "dewi") -> Done:
    return shelter.act(look_in, LookIn(person_id, *how), by)


def lines(shelter: Shelter, by: str = "dewi") -> tuple[RoundLine, ...]:
    return shelter.ask(watch_rounds, None, by).lines


def stands(shelter: Shelter) -> RoundState:
    (line,) = lines(shelter)
    return state(line.opens_in, line.due_in)


def undo(shelter: Shelter, done: Done, by: str = "dewi") -> None:
    shelter.act(done.inverse.act, done.inverse.command, by)


def test_nobody_is_watched_until_somebody_says_so(shelter: Shelter) -> None:
    arrived(shelter, "Melati", 0)
    assert shelter.ask(watch_rounds) == WatchRounds()


def test_five_watched_women_stand_in_one_list_by_when_they_are_due(shelter: Shelter) -> None:
    names = {
        arrived(shelter, name, level, place): name
        for name, level, place in (
            ("Anggrek", 1, "102-A"),
            ("Bakung", 3, "101-A"),
            ("Cempaka", 2, "101-B"),
            ("Dahlia", 2, ""),
            ("Edelweis", 3, "102-B"),
        )
    }
    by_name = {name: person for person, name in names.items()}
    look(shelter, by_name["Cempaka"])
    shelter.clock.move(minutes=10)
    look(shelter, by_name["Bakung"])
    shelter.clock.move(minutes=10)
    told = [(each.name, each.level, each.due_in // timedelta(minutes=1)) for each in lines(shelter)]
    assert told == [
        ("Edelweis", 3, -5),
        ("Bakung", 3, 5),
        ("Cempaka", 2, 40),
        ("Dahlia", 2, 40),
        ("Anggrek", 1, 220),
    ]
    assert [each.place for each in lines(shelter)][:2] == ["102-B", "101-A"]


def test_a_level_that_rises_falls_or_ends(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 2, "101-A")
    assert stands(shelter) is RoundState.DUE
    look(shelter, woman)
    assert stands(shelter) is RoundState.LATER
    shelter.clock.move(minutes=20)
    watch(shelter, woman, 3)
    assert stands(shelter) is RoundState.DUE
    assert lines(shelter)[0].due_in == timedelta(minutes=15)
    assert lines(shelter)[0].seen_at is None
    look(shelter, woman)
    shelter.clock.move(minutes=20)
    assert stands(shelter) is RoundState.OVERDUE
    watch(shelter, woman, 2)
    assert stands(shelter) is RoundState.LATER
    assert lines(shelter)[0].due_in == timedelta(minutes=40)
    watch(shelter, woman, 0)
    assert lines(shelter) == ()
    assert shelter.refused(look_in, LookIn(woman)).reasons == (Reason.NOT_WATCHED,)


def test_noting_other_needs_begins_no_new_round(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    look(shelter, woman)
    shelter.clock.move(minutes=10)
    shelter.act(note_needs, NoteNeeds(woman, None, 3, True, None, None), "ani")
    assert lines(shelter)[0].due_in == timedelta(minutes=5)


@pytest.mark.parametrize("found", [Found.WELL, Found.ASLEEP, Found.AWAKE])
def test_a_look_says_who_saw_what_when(shelter: Shelter, found: Found) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    shelter.clock.move(minutes=3)
    look(shelter, woman, found, "  duduk di\n ranjang ", by="rina")
    (line,) = lines(shelter)
    assert (line.seen_at, line.seen_by, line.found) == (shelter.clock(), "Rina", found)
    assert line.words == "duduk di ranjang"
    assert line.due_in == timedelta(minutes=15)
    with shelter.house.database.reading() as session:
        (row,) = session.execute(select(WatchLook)).scalars()
        assert (row.level, row.words) == (3, "duduk di ranjang")
        payloads = session.execute(select(AuditPayload.payload)).scalars().all()
    assert not any("ranjang" in str(each) for each in payloads)


def test_too_long_a_line_is_told_at_its_field(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3)
    refused = shelter.refused(look_in, LookIn(woman, Found.AWAKE, "x" * 201))
    assert (refused.field, refused.reasons) == ("words", (Reason.TEXT_TOO_LONG,))
    assert lines(shelter)[0].seen_at is None


def test_a_look_that_was_a_slip_is_taken_back_and_stays_in_the_file(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    look(shelter, woman)
    shelter.clock.move(minutes=14)
    slip = look(shelter, woman)
    assert lines(shelter)[0].due_in == timedelta(minutes=15)
    undo(shelter, slip)
    assert lines(shelter)[0].due_in == timedelta(minutes=1)
    refused = shelter.refused(take_back_look, slip.inverse.command)
    assert refused.reasons == (Reason.MOVED_ON,)
    with shelter.house.database.reading() as session:
        rows = session.execute(select(WatchLook).order_by(WatchLook.seq)).scalars().all()
        assert [row.found for row in rows] == [Found.WELL, Found.WELL, None]
        assert rows[2].takes_back_id == rows[1].id
    look(shelter, woman)
    assert lines(shelter)[0].due_in == timedelta(minutes=15)


def test_only_the_newest_look_is_taken_back_and_only_for_a_short_time(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    first, second = look(shelter, woman), look(shelter, woman, by="rina")
    assert shelter.refused(take_back_look, first.inverse.command).reasons == (Reason.MOVED_ON,)
    shelter.clock.move(seconds=SLIP_WITHIN.total_seconds() + 1)
    assert shelter.refused(take_back_look, second.inverse.command).reasons == (Reason.MOVED_ON,)


def test_two_slips_are_taken_back_one_after_the_other(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    slips = [look(shelter, woman), look(shelter, woman, Found.ASLEEP)]
    for slip in reversed(slips):
        undo(shelter, slip)
    assert lines(shelter)[0].seen_at is None


def test_who_is_not_there_is_missing_as_after_a_bed_check(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    other = arrived(shelter, "Mawar", 3, "101-B")
    shelter.clock.move(minutes=20)
    gone = look(shelter, other, Found.NOT_THERE)
    assert shelter.ask(census).count(Whereabouts.MISSING) == 1
    shelter.clock.move(minutes=3)
    first, second = lines(shelter)
    assert (first.person_id, first.missing_since) == (other, NIGHT + timedelta(minutes=20))
    assert first.seen_at is None
    assert second.person_id == woman
    look(shelter, other, Found.NOT_THERE)
    assert shelter.refused(take_back_look, gone.inverse.command).reasons == (Reason.MOVED_ON,)
    back = look(shelter, other)
    assert shelter.ask(census).count(Whereabouts.MISSING) == 0
    assert {each.person_id: each.due_in for each in lines(shelter)}[other] == timedelta(minutes=15)
    undo(shelter, back)
    assert shelter.ask(census).count(Whereabouts.MISSING) == 1


def test_not_there_taken_back_was_never_an_absence(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    look(shelter, woman)
    shelter.clock.move(minutes=5)
    undo(shelter, look(shelter, woman, Found.NOT_THERE))
    (line,) = lines(shelter)
    assert (line.missing_since, line.due_in) == (None, timedelta(minutes=10))
    assert shelter.ask(census).count(Whereabouts.MISSING) == 0


@pytest.mark.parametrize("kind", [kind for kind in AbsenceKind if kind is not AbsenceKind.MISSING])
def test_who_is_out_keeps_her_level_and_is_looked_at_when_she_is_back(
    shelter: Shelter, kind: AbsenceKind
) -> None:
    woman = arrived(shelter, "Melati", 2, "101-A")
    look(shelter, woman)
    shelter.act(note_absence, NoteAbsence(woman, kind))
    shelter.clock.move(hours=5)
    assert shelter.ask(watch_rounds) == WatchRounds((), 1)
    assert shelter.refused(look_in, LookIn(woman)).reasons == (Reason.IS_AWAY,)
    shelter.act(end_absence, EndAbsence(woman))
    assert stands(shelter) is RoundState.DUE
    assert lines(shelter)[0].due_in == timedelta(minutes=60)
    look(shelter, woman)
    assert stands(shelter) is RoundState.LATER


def test_the_minutes_are_settings_and_hold_for_the_round_that_runs(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    look(shelter, woman)
    shelter.act(propose_rules, ProposeRules(replace(PROPOSED, look_3=10)), "hendra")
    (line,) = lines(shelter)
    assert (line.minutes, line.due_in) == (10, timedelta(minutes=10))


def test_a_clock_that_went_back_asks_for_a_look_now(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    look(shelter, woman)
    shelter.clock.move(hours=-6)
    assert stands(shelter) is RoundState.DUE
    assert lines(shelter)[0].due_in == timedelta()
    look(shelter, woman)
    assert stands(shelter) is RoundState.LATER
    shelter.clock.move(minutes=16)
    assert stands(shelter) is RoundState.OVERDUE


def test_a_level_that_rose_before_the_clock_went_back_is_followed_by_a_look(
    shelter: Shelter,
) -> None:
    woman = arrived(shelter, "Melati", 2, "101-A")
    shelter.act(note_absence, NoteAbsence(woman, AbsenceKind.HOSPITAL))
    shelter.clock.move(minutes=30)
    shelter.act(end_absence, EndAbsence(woman))
    shelter.clock.move(hours=-3)
    assert stands(shelter) is RoundState.DUE
    look(shelter, woman)
    assert stands(shelter) is RoundState.LATER
    assert lines(shelter)[0].due_in == timedelta(minutes=60)


def test_level_three_asks_for_belongings_and_the_psychologist(shelter: Shelter) -> None:
    woman = arrived(shelter, "Melati", 2, "101-A")
    assert not watched_tasks(shelter)
    watch(shelter, woman, 3, by="tania")
    assert watched_tasks(shelter) == {
        FollowUpKind.BELONGINGS: (Role.CARETAKER, NIGHT + timedelta(minutes=30)),
        FollowUpKind.PSYCHOLOGIST: (Role.DUTY_OFFICER, NIGHT + timedelta(hours=1)),
    }
    watch(shelter, woman, 3)
    assert len(watched_tasks(shelter)) == 2
    belongings, _call = lines(shelter, "rina")[0].tasks
    done = WatchTaskDone(belongings.task_id, belongings.version)
    shelter.act(watch_task_done, done, "rina")
    assert list(watched_tasks(shelter)) == [FollowUpKind.PSYCHOLOGIST]
    assert shelter.refused(watch_task_done, done, "rina").reasons == (Reason.STALE,)
    watch(shelter, woman, 1)
    assert not watched_tasks(shelter)
    watch(shelter, woman, 3)
    assert len(watched_tasks(shelter)) == 2


def watched_tasks(shelter: Shelter) -> dict:
    kinds = {FollowUpKind.BELONGINGS, FollowUpKind.PSYCHOLOGIST}
    return {
        task.kind: (task.owner, task.due_at)
        for task in shelter.ask(tasks_open)
        if task.kind in kinds
    }


def test_a_caretaker_settles_no_other_task_on_this_way(shelter: Shelter) -> None:
    shelter.arrive("Melati", "30")
    task = shelter.ask(tasks_open)[0]
    command = WatchTaskDone(task.task_id, task.version)
    assert shelter.refused(watch_task_done, command, "rina").reasons == (Reason.STALE,)


def test_completing_an_arrival_does_not_settle_what_her_watch_asks_for(shelter: Shelter) -> None:
    made = shelter.arrive("Melati", "30")
    watch(shelter, made.person_id, 3)
    seen = shelter.act(open_arrival, made.arrival_id).value
    shelter.act(
        complete_arrival,
        CompleteArrival(seen.arrival_id, seen.version, seen.person_version, seen.form),
    )
    assert len(watched_tasks(shelter)) == 2


def test_the_queue_calls_those_tasks_no_missing_facts(shelter: Shelter) -> None:
    made = shelter.arrive("Melati", "30")
    shelter.place(made.person_id, "101-A")
    before = [line.next_step for line in shelter.ask(queue_tonight)]
    watch(shelter, made.person_id, 3)
    assert [line.next_step for line in shelter.ask(queue_tonight)] == before


@pytest.mark.parametrize(
    ("by", "may"),
    [
        ("ratna", True),
        ("hendra", True),
        ("dewi", True),
        ("rina", True),
        ("ani", True),
        ("tania", False),
        ("eko", False),
    ],
)
def test_desk_caretaker_social_worker_and_those_in_charge_look_in(
    shelter: Shelter, by: str, may: bool
) -> None:
    woman = arrived(shelter, "Melati", 3, "101-A")
    if may:
        look(shelter, woman, by=by)
        assert lines(shelter, by)[0].level == 3
    else:
        with pytest.raises(Denied):
            look(shelter, woman, by=by)
        with pytest.raises(Denied):
            shelter.ask(watch_rounds, None, by)


def test_a_caretaker_on_the_roster_sees_her_own_wings(shelter: Shelter) -> None:
    here, there = arrived(shelter, "Melati", 3, "101-A"), shelter.arrive("Kenanga", "12").person_id
    shelter.place(there, "201-A")
    watch(shelter, there, 3)
    assert {each.person_id for each in lines(shelter, "rina")} == {here, there}
    wing = next(line.wing for line in shelter.ask(census).lines if line.person_id == there)
    on_duty(shelter, "rina", wing)
    assert [each.person_id for each in lines(shelter, "rina")] == [there]
    assert len(lines(shelter)) == 2
