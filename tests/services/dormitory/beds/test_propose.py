# SPDX-License-Identifier: Apache-2.0
"""The joint proposal on a real database: what is proposed is accepted whole or not at all."""

from typing import Any

import pytest
from sqlalchemy import select

from app.db.integrity import Check
from app.errors import Denied
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.group import ArrivalGroup
from app.models.audit import AuditEntry
from app.models.base import new_id
from app.models.dormitory.rooms import Bed
from app.models.dormitory.stays import Stay, StayEnd
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.registration import UrgentNeed
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.suggest import WhyHere
from app.policies.people.age import AgeBasis
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import tasks_open
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.propose import AcceptPlan, Proposal, accept_plan, proposals
from app.services.dormitory.facts.waiting import waiting_list
from app.services.people.ages import SayAge, say_age
from app.services.people.family import DeclareKin, declare_kin
from app.services.people.kin_exceptions import SignException, sign_exception
from tests.conftest import Shelter
from tests.db.test_integrity import foreign_program, found

URGENT = Answer(AnswerState.GIVEN, frozenset({UrgentNeed.INJURED}))


def accept(shelter: Shelter, proposal: Proposal) -> Any:
    return shelter.act(accept_plan, AcceptPlan(proposal.beds, proposal.revision))


def by_name(proposal: Proposal) -> dict[str, str]:
    return {
        line.name: f"{line.bed.room_name}-{line.bed.bed_label}"
        for line in proposal.lines
        if line.bed
    }


def tie(shelter: Shelter, letter: str, *arrivals: Any) -> None:
    """Write down that some of a group ask to be kept together."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        group = session.execute(select(ArrivalGroup)).scalar_one_or_none() or ArrivalGroup(
            id=new_id(),
            origin_id=shelter.house.origin_id,
            number="ROM-2611-001",
            arrived_at=shelter.clock(),
            opened_at=shelter.clock(),
            opened_by=shelter.actors["dewi"].account_id,
        )
        session.add(group)
        session.flush()
        for saved in arrivals:
            arrival = session.get_one(Arrival, saved.arrival_id)
            arrival.group_id, arrival.tie = group.id, letter


def a_mother(shelter: Shelter) -> tuple[Any, Any]:
    """Register a child and her declared mother, with the night's exception signed."""
    child, mother = shelter.arrive("Melati", "4"), shelter.arrive("Ibu", "34")
    kin = shelter.act(declare_kin, DeclareKin(mother.person_id, child.person_id, KinKind.MOTHER))
    signed = SignException(kin.value.kinship_id, "Anak memanggil ibu dan menyusu")
    shelter.act(sign_exception, signed)
    return child, mother


def test_who_was_taken_to_the_hospital_meanwhile_gets_no_bed_by_an_older_proposal(
    shelter: Shelter,
) -> None:
    girl = shelter.arrive("Kenanga", "12")
    proposal = shelter.ask(proposals)
    shelter.act(note_absence, NoteAbsence(girl.person_id, AbsenceKind.HOSPITAL))
    command = AcceptPlan(proposal.beds, proposal.revision)
    assert shelter.refused(accept_plan, command).reasons == (Reason.STALE,)
    assert shelter.ask(proposals).lines == ()


def test_a_bus_at_night_is_proposed_accepted_and_taken_back_as_one(shelter: Shelter) -> None:
    for number in range(4):
        shelter.arrive(f"Anak {number}", str(9 + number))
        shelter.arrive(f"Wanita {number}", str(30 + number))
    shelter.arrive("Luka", "31", urgent=URGENT)
    proposal = shelter.ask(proposals)
    assert proposal.proven
    assert proposal.lines[0].name == "Luka"
    assert len(proposal.beds) == len({bed for _, bed in proposal.beds}) == 9
    done = accept(shelter, proposal)
    assert shelter.ask(waiting_list) == ()
    assert FollowUpKind.BED not in {task.kind for task in shelter.ask(tasks_open)}
    assert {each.person_id for each in done.value.placed} == {p for p, _ in proposal.beds}
    for name, place in by_name(proposal).items():
        assert shelter.bed(place).sleeper.name == name
    assert shelter.act(done.inverse.act, done.inverse.command).value == 9
    assert len(shelter.ask(waiting_list)) == 9
    assert FollowUpKind.BED in {task.kind for task in shelter.ask(tasks_open)}
    assert by_name(shelter.ask(proposals)) == by_name(proposal)
    with shelter.house.database.reading() as session:
        acts = session.execute(select(AuditEntry.act, AuditEntry.outcome)).all()
        ends = set(session.execute(select(Stay.end_reason)).scalars())
    assert acts[-2:] == [("accept_plan", "done"), ("take_back_plan", "done")]
    assert ends == {StayEnd.UNDONE}


def test_every_stay_of_a_plan_is_traced_to_it_and_no_other_is(shelter: Shelter) -> None:
    for name in ("Satu", "Dua", "Tiga"):
        shelter.arrive(name, "12")
    done = accept(shelter, shelter.ask(proposals))
    assert found(shelter) == set()
    shelter.clock.move(minutes=-30)
    shelter.act(done.inverse.act, done.inverse.command)
    accept(shelter, shelter.ask(proposals))
    assert found(shelter) == set()
    free = shelter.bed_id("205-C").hex
    with foreign_program(shelter) as foreign:
        foreign.execute(
            f"UPDATE stay SET bed_id = '{free}' WHERE seq = (SELECT max(seq) FROM stay)"
        )
    assert found(shelter) == {Check.PLACINGS}


def test_a_mother_is_placed_before_the_child_who_follows_her(shelter: Shelter) -> None:
    child, mother = a_mother(shelter)
    shelter.arrive("Wanita", "33")
    proposal = shelter.ask(proposals)
    rooms = {name: place.split("-")[0] for name, place in by_name(proposal).items()}
    assert rooms["Ibu"] == rooms["Melati"] != rooms["Wanita"]
    assert rooms["Ibu"].startswith("1")
    line = next(line for line in proposal.lines if line.person_id == child.person_id)
    assert line.bed.reasons[0] is WhyHere.WITH_FAMILY
    placed = [each.person_id for each in accept(shelter, proposal).value.placed]
    assert placed.index(mother.person_id) < placed.index(child.person_id)


def test_ties_count_also_with_who_has_a_bed_already(shelter: Shelter) -> None:
    one, other = shelter.arrive("Satu", "30"), shelter.arrive("Dua", "52")
    same = shelter.arrive("Tiga", "31")
    tie(shelter, "A", one, other)
    shelter.place(same.person_id, "101-A")
    shelter.place(other.person_id, "102-A")
    (line,) = shelter.ask(proposals).lines
    assert (line.tie, line.bed.room_name) == ("A", "102")


def test_a_bed_that_was_taken_meanwhile_is_told_and_nobody_is_placed(shelter: Shelter) -> None:
    for name in ("Satu", "Dua", "Tiga"):
        shelter.arrive(name, "12")
    proposal = shelter.ask(proposals)
    late = shelter.arrive("Empat", "12")
    shelter.act(place_client, PlaceClient(late.person_id, proposal.beds[1][1]))
    command = AcceptPlan(proposal.beds, proposal.revision)
    assert Reason.BED_TAKEN in shelter.refused(accept_plan, command).reasons
    assert len(shelter.ask(waiting_list)) == 3
    assert len(accept(shelter, shelter.ask(proposals)).value.placed) == 3


def somebody_arrives(shelter: Shelter, _girl: Any) -> None:
    shelter.arrive("Baru", "40")


def somebody_moves(shelter: Shelter, _girl: Any) -> None:
    sleeper = shelter.bed("205-A").sleeper
    shelter.act(move_client, PlaceClient(sleeper.person_id, shelter.bed_id("205-C")))


def a_fact_is_corrected(shelter: Shelter, girl: Any) -> None:
    shelter.act(say_age, SayAge(girl.person_id, "9", AgeBasis.SELF))


def an_exception_is_signed(shelter: Shelter, girl: Any) -> None:
    sleeper = shelter.bed("205-A").sleeper
    kin = shelter.act(declare_kin, DeclareKin(girl.person_id, sleeper.person_id, KinKind.SISTER))
    shelter.act(sign_exception, SignException(kin.value.kinship_id, "Dua saudara kandung"))


def a_bed_breaks(shelter: Shelter, _girl: Any) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.get_one(Bed, shelter.bed_id("103-A")).out_of_use = True


@pytest.mark.parametrize(
    "change",
    [somebody_arrives, somebody_moves, a_fact_is_corrected, an_exception_is_signed, a_bed_breaks],
)
def test_a_plan_made_from_other_facts_is_stale(shelter: Shelter, change: Any) -> None:
    shelter.place(shelter.arrive("Adik", "11").person_id, "205-A")
    girl = shelter.arrive("Kenanga", "12")
    proposal = shelter.ask(proposals)
    assert shelter.ask(proposals).revision == proposal.revision
    change(shelter, girl)
    command = AcceptPlan(proposal.beds, proposal.revision)
    assert list(shelter.refused(accept_plan, command).reasons) == [Reason.STALE]
    assert shelter.ask(proposals).revision != proposal.revision


def test_waiting_alone_does_not_make_a_plan_stale(shelter: Shelter) -> None:
    shelter.arrive("Kenanga", "12")
    proposal = shelter.ask(proposals)
    shelter.clock.move(minutes=5)
    assert len(accept(shelter, proposal).value.placed) == 1


def test_the_officer_may_choose_otherwise_and_is_checked_as_a_whole(shelter: Shelter) -> None:
    girl, woman = shelter.arrive("Kenanga", "12"), shelter.arrive("Melur", "34")
    revision = shelter.ask(proposals).revision
    beds = {place: shelter.bed_id(place) for place in ("101-A", "201-A", "203-B")}

    def wish(*pairs: tuple[Any, str]) -> AcceptPlan:
        return AcceptPlan(tuple((who.person_id, beds[bed]) for who, bed in pairs), revision)

    for command, reason in (
        (wish((girl, "203-B"), (woman, "201-A")), Reason.WING_FOR_CHILDREN),
        (wish((girl, "203-B"), (girl, "201-A")), Reason.PERSON_HAS_BED),
        (AcceptPlan(((girl.person_id, new_id()),), revision), Reason.BED_UNKNOWN),
        (AcceptPlan(((new_id(), beds["201-A"]),), revision), Reason.PERSON_LEFT),
    ):
        assert reason in shelter.refused(accept_plan, command).reasons
    assert len(shelter.ask(waiting_list)) == 2
    shelter.act(accept_plan, wish((girl, "203-B"), (woman, "101-A")))
    assert shelter.bed("203-B").sleeper.person_id == girl.person_id
    again = wish((girl, "201-A"))
    assert list(shelter.refused(accept_plan, again).reasons) == [Reason.PERSON_HAS_BED]


def test_what_has_moved_on_is_not_taken_back(shelter: Shelter) -> None:
    first = shelter.arrive("Satu", "12")
    shelter.arrive("Dua", "12")
    done = accept(shelter, shelter.ask(proposals))
    shelter.clock.move(minutes=1)
    shelter.act(move_client, PlaceClient(first.person_id, shelter.bed_id("205-C")))
    refusal = shelter.refused(done.inverse.act, done.inverse.command)
    assert list(refusal.reasons) == [Reason.MOVED_ON]
    assert shelter.ask(waiting_list) == ()


def test_a_full_house_names_the_next_step_for_each(shelter: Shelter) -> None:
    for number in range(16):
        shelter.arrive(f"Anak {number}", "12")
    proposal = shelter.ask(proposals)
    assert len(proposal.beds) == 15
    (left,) = [line for line in proposal.lines if line.bed is None]
    assert left.name == "Anak 15"
    assert left.when_full
    assert left.others == ()


@pytest.mark.parametrize("login", ["ani", "tania", "eko"])
def test_who_may_not_place_may_not_ask(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.ask(proposals, by=login)
    with pytest.raises(Denied):
        shelter.act(accept_plan, AcceptPlan((), ""), by=login)
