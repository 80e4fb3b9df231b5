# SPDX-License-Identifier: Apache-2.0
"""Random nights through the real services: no act places a forbidden pair, and every pair
that a fact, a quarrel, a kinship, an expired exception or a birthday made forbidden is loud
after the next check."""

import contextlib
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from app.db.audit import Head, head
from app.db.integrity import examine
from app.errors import Refused
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import RoomingAlarm, Stay
from app.policies.answers import Answer, given
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules.needs import House
from app.policies.people.age import AgeBasis
from app.policies.people.kinship import KinKind
from app.services.acts import Done
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
from app.services.arrivals.shift.shifts import shift_now, start_shift
from app.services.dormitory.beds.block import BlockPlace, block_place
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.beds.swap import Swap, swap_clients
from app.services.dormitory.replan.apply import ApplyReplan, apply_replan
from app.services.dormitory.replan.propose import propose_replan, replan_facts
from app.services.dormitory.rules.apart import (
    EndApart,
    KeepApart,
    KeptApart,
    end_apart,
    keep_apart,
    keep_apart_again,
)
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.services.people.ages import SayAge, say_age
from app.services.people.family import (
    DeclareKin,
    EndKin,
    KinLine,
    VerifyKin,
    declare_kin,
    end_kin,
    families,
    verify_kin,
)
from app.services.people.kin_exceptions import SignException, end_exception, sign_exception
from app.services.people.possible_returns import possible_returns
from app.services.people.presumption import AskEnd, agree_end, ask_end
from app.services.people.returning import ReturnVerdict, SettleReturn, settle_return
from app.services.staff.opening import sign_in
from tests.conftest import PASSWORD, Founded, SetClock
from tests.db.oracle import Pair, closed_beds, forbidden_pairs, kept_for, men

ROOMS, BEDS = 3, 3
ages = st.sampled_from(
    ["8", "12", "14", "16", "17", "22", "34", "?", "d", "15-17", "23/11/2008", "25/11/2008", "2008"]
)
bases = st.sampled_from([AgeBasis.DOCUMENT, AgeBasis.ESTIMATE, AgeBasis.SELF])
sexes = st.sampled_from([given(Sex.FEMALE)] * 5 + [given(Sex.MALE), Answer()])
names = st.sampled_from(["", "Bunga Pertiwi", "Lastri Ningsih"])
verdicts = st.sampled_from([ReturnVerdict.SAME, ReturnVerdict.DIFFERENT])
numbers = st.integers(min_value=0, max_value=8)
kinds = st.sampled_from([KinKind.MOTHER, KinKind.GUARDIAN, KinKind.SISTER])
reasons = st.sampled_from(["", "tidak ada tempat lain"])
answers = st.sampled_from([None, given(True), given(False)])
signers = st.sampled_from(["dewi", "hendra"])
plans = st.sampled_from([GoalKind.LEGAL, GoalKind.PLACE])
journeys = st.sampled_from(
    [
        timedelta(minutes=10),
        timedelta(hours=6),
        timedelta(days=1),
        timedelta(days=-1),
        timedelta(days=366),
        timedelta(days=-366),
    ]
)


class Rooming(RuleBasedStateMachine):
    """Three rooms open to anybody, a few people, a clock that goes both ways."""

    founded: Founded

    @initialize()
    def open_the_house(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        paths, clock = self.founded.copied(Path(self.folder.name)), SetClock()
        self.shelter = self.founded.opened(paths, clock)
        self.people: list[UUID] = []
        self.undoable: list[Done[Any]] = []
        self.heads: list[Head] = []
        self.exceptions: list[UUID] = []
        self.pairs: list[KeptApart] = []
        self.checked = True
        with self.shelter.house.database.unit_of_work(clock()) as session:
            for wing in session.execute(select(Wing)).scalars():
                wing.side = Side.ANY
            beds = session.execute(select(Bed).order_by(Bed.room_id, Bed.label)).scalars()
            rooms: dict[UUID, list[UUID]] = {}
            for bed in beds:
                rooms.setdefault(bed.room_id, []).append(bed.id)
            sleeping = sorted(rooms.values(), key=len, reverse=True)[:ROOMS]
            self.beds = [bed for room in sleeping for bed in room[:BEDS]]
        for bed, age in enumerate(("25/11/2008", "12/3/2012", "", "34", "40")):
            if age:
                self._register(age, AgeBasis.DOCUMENT)
                self._placing(place_client, len(self.people) - 1, bed)

    def teardown(self) -> None:
        if hasattr(self, "shelter"):
            self.shelter.house.database.close()
            self.folder.cleanup()

    @rule(age=ages, basis=bases, sex=sexes, name=names)
    def register(self, age: str, basis: AgeBasis, sex: Answer[Sex], name: str) -> None:
        """She may sound like somebody who is kept apart from others, or whose age differs."""
        before = self._wrong()
        if len(self.people) < 6:
            self._register(age, basis, sex, name)
        assert self._wrong() - before <= self._loud()

    @rule(which=numbers, verdict=verdicts)
    def a_likeness_is_settled(self, which: int, verdict: ReturnVerdict) -> None:
        before = self._wrong()
        lines = self.shelter.ask(possible_returns, None, "ani")
        if lines:
            line = lines[which % len(lines)]
            command = SettleReturn(line.possible_id, line.version, verdict)
            self.shelter.act(settle_return, command, "ani")
        assert self._wrong() - before <= self._loud()

    @precondition(lambda self: self.people)
    @rule(who=numbers)
    def two_persons_end_a_presumption(self, who: int) -> None:
        before = self._wrong()
        today = self.shelter.house.zone.today(self.shelter.clock())
        wish = AskEnd(
            self._one(who), AgeBasis.DOCUMENT, "1/1/2000", "KTP", today, "KTP asli diperiksa"
        )
        with contextlib.suppress(Refused):
            key = self.shelter.act(ask_end, wish, "ani").value
            self.shelter.act(agree_end, key, "hendra")
        assert self._wrong() - before <= self._loud()

    @precondition(lambda self: self.people)
    @rule(who=numbers, where=numbers, why=reasons)
    def place(self, who: int, where: int, why: str) -> None:
        self._placing(place_client, who, where, why)

    @precondition(lambda self: self.people)
    @rule(who=numbers, where=numbers, why=reasons)
    def move(self, who: int, where: int, why: str) -> None:
        self._placing(move_client, who, where, why)

    @precondition(lambda self: len(self.people) > 1)
    @rule(one=numbers, other=numbers, why=reasons)
    def swap(self, one: int, other: int, why: str) -> None:
        before, asleep = self._wrong(), [stay.person_id for stay in self._stays()]
        who = asleep or self.people
        two = (who[at % len(who)] for at in (one, one + 1 + other % max(1, len(who) - 1)))
        try:
            done = self.shelter.act(swap_clients, Swap(*two, why))
        except Refused:
            assert self._wrong() == before
        else:
            self.undoable.append(done)
            assert self._wrong() <= before
            assert not {done.value.one.stay_id, done.value.other.stay_id} & self._lying_in_closed()

    @rule(kind=plans, why=reasons, by=signers)
    def plan_anew(self, kind: GoalKind, why: str, by: str) -> None:
        plan = self.shelter.ask(propose_replan, Goal(kind), by)
        self._planning(ApplyReplan(plan.moves, plan.placements, plan.revision, why), by)

    @precondition(lambda self: self.people)
    @rule(turn=st.integers(1, 8), some=st.integers(2, 6), why=reasons, by=signers)
    def plan_by_script(self, turn: int, some: int, why: str, by: str) -> None:
        """Hand out beds in a ring, whatever the rules say of it."""
        beds = {stay.person_id: stay.bed_id for stay in self._stays()}
        wanted = [
            (person, self.beds[(at + turn) % len(self.beds)])
            for at, person in enumerate(self.people[:some])
        ]
        moves = tuple(pair for pair in wanted if pair[0] in beds and pair[1] != beds[pair[0]])
        new = tuple(pair for pair in wanted if pair[0] not in beds)
        revision = self.shelter.ask(replan_facts, Goal(), by).revision
        self._planning(ApplyReplan(moves, new, revision, why), by)

    @precondition(lambda self: len(self.people) > 1)
    @rule(one=numbers, other=numbers)
    def two_are_kept_apart(self, one: int, other: int) -> None:
        """They may share a room now: a fact, and loud."""
        before = self._wrong()
        step = 1 + other % (len(self.people) - 1)
        command = KeepApart(self._one(one), self._one(one + step), "saling memukul di jalan")
        with contextlib.suppress(Refused):
            self.pairs.append(self.shelter.act(keep_apart, command, "ani").value)
        assert self._wrong() - before <= self._loud()

    @precondition(lambda self: self.pairs)
    @rule(again=st.booleans())
    def two_are_kept_apart_no_longer(self, again: bool) -> None:
        before = self._wrong()
        pair = self.pairs.pop()
        done = self.shelter.act(end_apart, EndApart(pair.pair_id, pair.version), "hendra")
        assert self._wrong() <= before
        if again:
            undone = self.shelter.act(keep_apart_again, done.inverse.command, "ani")
            self.pairs.append(undone.value)
            assert self._wrong() == before <= self._loud() or not self.checked

    @precondition(lambda self: self.people)
    @rule(who=numbers, watch=st.integers(0, 3), bunk=st.booleans(), exploited=answers)
    def needs_are_noted(self, who: int, watch: int, bunk: bool, exploited: Any) -> None:
        before = self._wrong()
        house = House.PSKW if watch == 1 else House.RPSW
        command = NoteNeeds(self._one(who), house, watch, watch == 3, None, bunk, exploited)
        self.shelter.act(note_needs, command, "ani")
        assert self._wrong() == before

    @rule(where=numbers, whole_room=st.booleans())
    def a_place_is_blocked(self, where: int, whole_room: bool) -> None:
        before, bed_id = self._wrong(), self.beds[where % len(self.beds)]
        with self.shelter.house.database.reading() as session:
            room_id = session.get_one(Bed, bed_id).room_id
        place = (None, room_id) if whole_room else (bed_id, None)
        day = self.shelter.house.zone.today(self.shelter.clock())
        command = BlockPlace(*place, BlockKind.PESTS, "kutu di kasur ini", day)
        with contextlib.suppress(Refused):
            self.shelter.act(block_place, command, "rina")
        assert self._wrong() == before

    @precondition(lambda self: self.people)
    @rule(who=st.none() | numbers, where=numbers)
    def a_bed_is_reserved(self, who: int | None, where: int) -> None:
        before = self._wrong()
        person = None if who is None else self._one(who)
        until = self.shelter.clock() + timedelta(hours=3)
        command = ReserveBeds((self.beds[where % len(self.beds)],), "Polres", until, person)
        with contextlib.suppress(Refused):
            self.shelter.act(reserve_beds, command)
        assert self._wrong() == before

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        done = self.undoable.pop()
        assert done.inverse is not None
        before = self._wrong()
        with contextlib.suppress(Refused):
            self.shelter.act(done.inverse.act, done.inverse.command)
        assert self._wrong() <= before

    @precondition(lambda self: self.people)
    @rule(who=numbers, age=ages, basis=bases)
    def correct(self, who: int, age: str, basis: AgeBasis) -> None:
        before = self._wrong()
        person = self.people[who % len(self.people)]
        self.shelter.act(say_age, SayAge(person, age, basis), "ani")
        assert self._wrong() - before <= self._loud()

    @precondition(lambda self: len(self.people) > 1)
    @rule(elder=numbers, younger=numbers, kind=kinds)
    def declare(self, elder: int, younger: int, kind: KinKind) -> None:
        one, other = (self.people[at % len(self.people)] for at in (elder, younger))
        with contextlib.suppress(Refused):
            self.shelter.act(declare_kin, DeclareKin(one, other, kind))

    @rule(which=numbers)
    def verify(self, which: int) -> None:
        for line in self._family(which):
            command = VerifyKin(line.kinship_id, line.version, "akta kelahiran")
            with contextlib.suppress(Refused):
                self.shelter.act(verify_kin, command, "ani")

    @rule(which=numbers, by=signers)
    def sign(self, which: int, by: str) -> None:
        for line in self._family(which):
            with contextlib.suppress(Refused):
                done = self.shelter.act(
                    sign_exception, SignException(line.kinship_id, "saling berpelukan"), by
                )
                self.exceptions.append(done.value.exception_id)

    @rule(which=numbers)
    def a_kinship_ends(self, which: int) -> None:
        before = self._wrong()
        for line in self._family(which):
            self.shelter.act(end_kin, EndKin(line.kinship_id, line.version), "hendra")
        assert self._wrong() - before <= self._loud()

    @precondition(lambda self: self.exceptions)
    @rule()
    def an_exception_is_taken_back(self) -> None:
        before = self._wrong()
        with contextlib.suppress(Refused):
            self.shelter.act(end_exception, self.exceptions.pop())
        assert self._wrong() - before <= self._loud()

    @rule(where=numbers)
    def a_room_changes(self, where: int) -> None:
        """An empty bed goes out of use or comes back; an empty room changes its purpose."""
        before = self._wrong()
        taken = {stay.bed_id for stay in self._stays()}
        with self.shelter.house.database.unit_of_work(self.shelter.clock()) as session:
            bed = session.get_one(Bed, self.beds[where % len(self.beds)])
            if bed.id not in taken:
                bed.out_of_use = not bed.out_of_use
            room = session.get_one(Room, bed.room_id)
            beside = session.execute(select(Bed.id).where(Bed.room_id == room.id)).scalars()
            if not taken & set(beside):
                bedroom = room.purpose is RoomPurpose.BEDROOM
                room.purpose = RoomPurpose.SPARE if bedroom else RoomPurpose.BEDROOM
        assert self._wrong() == before

    @rule(by=journeys)
    def the_clock_goes(self, by: timedelta) -> None:
        self.shelter.clock.moment += by
        self.checked = False

    @rule()
    def the_watch_changes(self) -> None:
        self.shelter.clock.move(minutes=1)
        open_watch = self.shelter.ask(shift_now)
        if open_watch is None:
            self.shelter.act(start_shift, None)
        else:
            names = {actor.account_id: login for login, actor in self.shelter.actors.items()}
            outgoing = names[open_watch.officer_id]
            incoming = "sri" if outgoing == "dewi" else "dewi"
            command = ConfirmHandover(self.shelter.actors[incoming], "")
            self.shelter.act(hand_over, command, outgoing)
        self.checked = True

    @rule()
    def the_program_opens_again(self) -> None:
        self.shelter.house.database.close()
        opened = sign_in(self.shelter.paths, "ratna", PASSWORD, self.shelter.clock)
        self.shelter.house = opened.house
        self.checked = True

    @invariant()
    def every_pair_is_loud_after_a_check(self) -> None:
        if hasattr(self, "shelter") and self.checked:
            assert self._pairs() <= self._loud()

    @invariant()
    def the_file_is_whole(self) -> None:
        if not hasattr(self, "shelter"):
            return
        with self.shelter.house.database.reading() as session:
            found = examine(session, self.heads, pages=False, moment=self.shelter.clock())
            wrong = {finding.check: finding.problems for finding in found if not finding.ok}
            self.heads.append(head(session, self.shelter.house.origin_id))
        if not self.checked:
            wrong.pop("rooming", None)  # a birthday stays silent until the next check
        assert wrong == {}

    @invariant()
    def one_person_has_one_bed(self) -> None:
        if hasattr(self, "shelter"):
            lying = [(stay.person_id, stay.bed_id) for stay in self._stays()]
            assert len({person for person, _ in lying}) == len(lying)
            assert len({bed for _, bed in lying}) == len(lying)

    def _register(
        self,
        age: str,
        basis: AgeBasis,
        sex: Answer[Sex] = given(Sex.FEMALE),  # noqa: B008
        name: str = "",
    ) -> None:
        name = name or f"Melati {len(self.people)}"
        saved = self.shelter.arrive(name, age, age_basis=basis, sex=sex)
        self.people.append(saved.person_id)

    def _placing(self, act: Any, who: int, where: int, why: str = "") -> None:
        person, bed = self._one(who), self.beds[where % len(self.beds)]
        before, kept = self._wrong(), self._kept()
        try:
            done = self.shelter.act(act, PlaceClient(person, bed, why))
        except Refused:
            assert self._wrong() == before
        else:
            self.undoable.append(done)
            assert self._wrong() <= before
            assert bed not in self._closed()
            assert why or kept.get(bed, person) == person

    def _planning(self, command: ApplyReplan, by: str) -> None:
        before, asleep = self._wrong(), {(s.person_id, s.bed_id) for s in self._stays()}
        try:
            done = self.shelter.act(apply_replan, command, by)
        except Refused:
            assert {(stay.person_id, stay.bed_id) for stay in self._stays()} == asleep
            assert self._wrong() == before
        else:
            self.undoable.append(done)
            assert self._wrong() <= before
            assert not {placed.stay_id for placed in done.value.placed} & self._lying_in_closed()

    def _one(self, who: int) -> UUID:
        return self.people[who % len(self.people)]

    def _family(self, which: int) -> list[KinLine]:
        lines = self.shelter.ask(families)
        return [lines[which % len(lines)]] if lines else []

    def _stays(self) -> list[Stay]:
        with self.shelter.house.database.reading() as session:
            return list(session.execute(select(Stay).where(Stay.ends_at.is_(None))).scalars())

    def _pairs(self) -> set[Pair]:
        with self.shelter.house.database.reading() as session:
            return forbidden_pairs(session, self.shelter.clock(), self.shelter.house.zone)

    def _wrong(self) -> set[Pair]:
        """Return what no act may add to: pairs, and men who have a bed."""
        with self.shelter.house.database.reading() as session:
            return self._pairs() | men(session, self.shelter.clock(), self.shelter.house.zone)

    def _kept(self) -> dict[UUID, UUID | None]:
        with self.shelter.house.database.reading() as session:
            return kept_for(session, self.shelter.clock())

    def _lying_in_closed(self) -> set[UUID]:
        closed = self._closed()
        return {stay.id for stay in self._stays() if stay.bed_id in closed}

    def _closed(self) -> set[UUID]:
        with self.shelter.house.database.reading() as session:
            return closed_beds(session, self.shelter.clock(), self.shelter.house.zone)

    def _loud(self) -> set[Pair]:
        with self.shelter.house.database.reading() as session:
            return {
                frozenset({alarm.child_id, alarm.adult_id})
                for alarm in session.execute(
                    select(RoomingAlarm).where(RoomingAlarm.closed_at.is_(None))
                ).scalars()
            }


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    ("nights", "steps"), [(10, 25), pytest.param(300, 50, marks=pytest.mark.long)]
)
def test_no_night_puts_a_child_with_an_adult(founded: Founded, nights: int, steps: int) -> None:
    Rooming.founded = founded
    run = settings(
        max_examples=nights,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(Rooming, settings=run)
