# SPDX-License-Identifier: Apache-2.0
"""Rooming rules as settings: one person or two, never backwards, and what they would mean."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditEntry, AuditPayload
from app.models.dormitory.stays import Stay
from app.policies.dormitory.rules.needs import House
from app.policies.dormitory.rules.settings import LKSA_DM2, PROPOSED, RoomingRules
from app.policies.reasons import Reason
from app.services.dormitory.facts.known import rules_now
from app.services.dormitory.rules.settings import (
    ApproveRules,
    DropRules,
    ProposeRules,
    approve_rules,
    drop_rules,
    preview_rules,
    propose_rules,
    rules_line,
)
from tests.conftest import Shelter
from tests.services.dormitory.rows import note

ROOMIER = replace(PROPOSED, space_dm2=LKSA_DM2)
MIXED_HOUSES = replace(PROPOSED, houses_apart=False)


def in_force(shelter: Shelter) -> RoomingRules:
    with shelter.house.database.reading() as session:
        return rules_now(session)


def propose(shelter: Shelter, rules: RoomingRules, by: str = "hendra", basis: str = ""):
    return shelter.act(propose_rules, ProposeRules(rules, basis), by).value


def test_what_touches_no_separation_is_in_force_at_once(shelter: Shelter) -> None:
    assert shelter.ask(rules_line).now == PROPOSED
    done = propose(shelter, ROOMIER, basis="Permensos 26/2019, ruang tidur anak")
    assert not done.waits
    line = shelter.ask(rules_line)
    assert (line.now, line.waiting) == (ROOMIER, None)
    (version,) = line.history
    assert version.changed == frozenset({"space_dm2"})
    assert (version.proposed_by, version.approved_by) == ("Hendra", "Hendra")
    assert version.basis == "Permensos 26/2019, ruang tidur anak"
    assert line.set_by("space_dm2") == version
    assert line.set_by("boys_up_to") is None


@pytest.mark.parametrize(
    "wanted",
    [
        MIXED_HOUSES,
        replace(PROPOSED, exploited_apart=False),
        replace(PROPOSED, boys_up_to=12),
        replace(ROOMIER, boys_up_to=6),
    ],
)
def test_a_separation_rule_waits_for_another_person(shelter: Shelter, wanted: RoomingRules) -> None:
    done = propose(shelter, wanted)
    assert done.waits
    assert in_force(shelter) == PROPOSED
    key = ApproveRules(done.version_id, done.version)
    assert shelter.refused(approve_rules, key, "hendra").reasons == (Reason.SECOND_PERSON,)
    assert in_force(shelter) == PROPOSED
    shelter.act(approve_rules, key, "ratna")
    assert in_force(shelter) == wanted
    line = shelter.ask(rules_line)
    assert line.waiting is None
    assert (line.history[0].proposed_by, line.history[0].approved_by) == ("Hendra", "Ratna")
    assert shelter.refused(approve_rules, key, "ratna").reasons == (Reason.STALE,)


def test_other_rules_in_the_meantime_make_a_proposal_stale(shelter: Shelter) -> None:
    waiting = propose(shelter, MIXED_HOUSES)
    propose(shelter, ROOMIER, "ratna")
    key = ApproveRules(waiting.version_id, waiting.version)
    assert shelter.refused(approve_rules, key, "ratna").reasons == (Reason.STALE,)
    assert in_force(shelter) == ROOMIER
    shelter.act(drop_rules, DropRules(waiting.version_id, waiting.version), "ratna")
    assert shelter.ask(rules_line).waiting is None
    again = propose(shelter, replace(ROOMIER, houses_apart=False))
    shelter.act(approve_rules, ApproveRules(again.version_id, again.version), "ratna")
    assert in_force(shelter) == replace(ROOMIER, houses_apart=False)


def test_one_proposal_waits_at_a_time(shelter: Shelter) -> None:
    waiting = propose(shelter, MIXED_HOUSES)
    other = ProposeRules(replace(PROPOSED, boys_up_to=5))
    assert shelter.refused(propose_rules, other, "ratna").reasons == (Reason.RULES_WAITING,)
    shelter.act(drop_rules, DropRules(waiting.version_id, waiting.version), "hendra")
    assert propose(shelter, other.rules, "ratna").waits
    key = DropRules(waiting.version_id, waiting.version)
    assert shelter.refused(drop_rules, key, "hendra").reasons == (Reason.STALE,)


def test_the_order_of_approvals_decides_when_the_clock_went_back(shelter: Shelter) -> None:
    propose(shelter, ROOMIER)
    shelter.clock.move(hours=-5)
    propose(shelter, replace(ROOMIER, near_from=1), "ratna")
    assert in_force(shelter) == replace(ROOMIER, near_from=1)
    assert [each.proposed_by for each in shelter.ask(rules_line).history] == ["Ratna", "Hendra"]


@pytest.mark.parametrize(
    ("command", "field", "reason"),
    [
        (ProposeRules(replace(PROPOSED, boys_up_to=18)), "boys_up_to", Reason.BOYS_LIMIT),
        (ProposeRules(replace(PROPOSED, boys_up_to=-1)), "boys_up_to", Reason.BOYS_LIMIT),
        (ProposeRules(replace(PROPOSED, space_dm2=199)), "space_dm2", Reason.SPACE_LIMIT),
        (ProposeRules(replace(PROPOSED, space_dm2=1201)), "space_dm2", Reason.SPACE_LIMIT),
        (ProposeRules(replace(PROPOSED, near_from=0)), "near_from", Reason.WATCH_LIMIT),
        (ProposeRules(replace(PROPOSED, company_from=5)), "company_from", Reason.WATCH_LIMIT),
        (ProposeRules(replace(PROPOSED, look_3=4)), "look_3", Reason.LOOK_LIMIT),
        (ProposeRules(replace(PROPOSED, look_3=61)), "look_3", Reason.LOOK_LIMIT),
        (ProposeRules(replace(PROPOSED, look_2=14)), "look_2", Reason.LOOK_LIMIT),
        (ProposeRules(replace(PROPOSED, look_1=481)), "look_1", Reason.LOOK_LIMIT),
        (ProposeRules(replace(PROPOSED, look_3=30, look_2=20)), "look_2", Reason.LOOK_ORDER),
        (ProposeRules(ROOMIER, "x" * 201), "basis", Reason.TEXT_TOO_LONG),
        (ProposeRules(PROPOSED), None, Reason.NOTHING_CHANGED),
    ],
)
def test_what_cannot_be_set_is_told_at_its_field(
    shelter: Shelter, command: ProposeRules, field: str | None, reason: Reason
) -> None:
    refused = shelter.refused(propose_rules, command, "hendra")
    assert (refused.field, refused.reasons) == (field, (reason,))
    assert shelter.ask(rules_line).history == ()


@pytest.mark.parametrize("login", ["dewi", "rina", "ani", "tania", "eko"])
def test_only_head_and_coordinator_set_rules(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.act(propose_rules, ProposeRules(ROOMIER), login)
    with pytest.raises(Denied):
        shelter.ask(preview_rules, ROOMIER, login)
    assert shelter.ask(rules_line, None, login).now == PROPOSED


def test_the_audit_tells_what_changed_and_no_text(shelter: Shelter) -> None:
    propose(shelter, replace(PROPOSED, boys_up_to=11), basis="Rapat 3 November")
    with shelter.house.database.reading() as session:
        payload = session.execute(
            select(AuditPayload.payload)
            .join(AuditEntry, AuditEntry.entry_hash == AuditPayload.entry_hash)
            .where(AuditEntry.act == "propose_rules")
        ).scalar_one()
    assert "boys_up_to" in payload
    assert "Rapat" not in payload


def test_a_changed_rule_moves_nobody_and_the_preview_counts_it(shelter: Shelter) -> None:
    for bed, name in zip("ABC", ("Melati", "Kenanga", "Mawar"), strict=True):
        shelter.place(shelter.arrive(name, "30").person_id, f"101-{bed}")
    other = shelter.arrive("Dahlia", "31").person_id
    shelter.place(other, "102-A")
    crowded = replace(PROPOSED, space_dm2=800)
    seen = shelter.ask(preview_rules, crowded, "hendra")
    assert (seen.rooms, seen.unnamed, seen.people, seen.fitting_again) == (("101",), 0, 3, 0)
    assert (seen.free_before, seen.free_after) == (26, 17)
    with shelter.house.database.reading() as session:
        before = [(stay.person_id, stay.bed_id) for stay in session.execute(select(Stay)).scalars()]
    propose(shelter, crowded)
    with shelter.house.database.reading() as session:
        rows = session.execute(select(Stay)).scalars()
        assert [(stay.person_id, stay.bed_id) for stay in rows] == before
    again = shelter.ask(preview_rules, PROPOSED, "hendra")
    assert (again.rooms, again.fitting_again) == ((), 1)


def test_the_preview_names_no_room_for_a_secret_of_the_case(shelter: Shelter) -> None:
    mixed = replace(PROPOSED, exploited_apart=False)
    done = propose(shelter, mixed)
    shelter.act(approve_rules, ApproveRules(done.version_id, done.version), "ratna")
    one, two = (shelter.arrive(name, "30").person_id for name in ("Melati", "Kenanga"))
    note(shelter, one, exploited=True)
    note(shelter, two, exploited=False)
    shelter.place(one, "101-A")
    shelter.place(two, "101-B")
    seen = shelter.ask(preview_rules, PROPOSED, "ratna")
    assert (seen.rooms, seen.unnamed, seen.people, seen.not_fitting) == ((), 1, 2, 1)


def test_the_preview_names_rooms_of_two_houses_and_of_boys(shelter: Shelter) -> None:
    done = propose(shelter, MIXED_HOUSES)
    shelter.act(approve_rules, ApproveRules(done.version_id, done.version), "ratna")
    one, two = (shelter.arrive(name, "30").person_id for name in ("Melati", "Kenanga"))
    note(shelter, two, house=House.PSKW)
    shelter.place(one, "101-A")
    shelter.place(two, "101-B")
    seen = shelter.ask(preview_rules, PROPOSED, "hendra")
    assert (seen.rooms, seen.people) == (("101",), 2)
