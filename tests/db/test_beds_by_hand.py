# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL against blocks, receipts, departures and the versions of the rules."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.models.arrivals.arrival import Arrival
from app.models.dormitory.stays import Stay
from app.policies.dormitory.rules.settings import PROPOSED, RoomingRules
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.beds.receive import Receive, receive_client
from app.services.dormitory.rules.settings import (
    ApproveRules,
    DropRules,
    ProposeRules,
    approve_rules,
    drop_rules,
    propose_rules,
    rules_line,
)
from tests.conftest import Shelter
from tests.db.hands import NOW, PAST, STAY, Night

BLOCK = (
    "INSERT INTO block (id, origin_id, version, bed_id, room_id, kind, why, starts_at, until_day,"
    " blocked_by) VALUES ('{fresh}', '{origin}', 1, {bed}, {room}, 'repair', 'lantai basah',"
    " '{now}', {until}, '{by}')"
)
RULES = (
    "INSERT INTO rules_version (id, origin_id, version, seq, houses_apart, exploited_apart,"
    " boys_up_to, space_dm2, near_from, company_from, caretaker_expected, needs_two, basis,"
    " proposed_at, proposed_by, approved_at, approved_by) VALUES ('{fresh}', '{origin}', 1, 999,"
    " {rules}, 350, 2, 3, 1, {two}, '', '{proposed}', '{by}', {at}, {approver})"
)
COLUMNS = ", ".join(column.name for column in Arrival.__table__.columns)
DEPARTED = COLUMNS.replace("departed_at", "'{now}'")


@pytest.fixture
def night(shelter: Shelter) -> Night:
    return Night(shelter)


@pytest.mark.parametrize("closed", ["bed", "room"])
def test_nobody_lies_down_in_what_is_blocked(night: Night, closed: str) -> None:
    bed = night.shelter.bed_id("102-A").hex
    place = {
        "bed": {"bed": f"'{bed}'", "room": "NULL"},
        "room": {"bed": "NULL", "room": f"(SELECT room_id FROM bed WHERE id = '{bed}')"},
    }[closed]
    assert night.attack(BLOCK, until="'2026-11-25'", **place) == ""
    for verb in ("INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"):
        assert night.enter(night.third, "102-A", verb=verb) == "bed_blocked"
    assert (night.enter(night.third, "102-B") == "bed_blocked") == (closed == "room")
    night.shelter.clock.move(days=3)
    assert night.enter(night.fourth, "102-A", NOW) == ""


def test_a_block_closes_one_place_and_no_day_opens_it_that_cannot_be_read(night: Night) -> None:
    bed = f"'{night.shelter.bed_id('102-A').hex}'"
    room = f"(SELECT room_id FROM bed WHERE id = {bed})"
    for place in ({"bed": "NULL", "room": "NULL"}, {"bed": bed, "room": room}):
        assert night.attack(BLOCK, until="'2026-11-25'", **place) != ""
    assert night.attack(BLOCK, until="NULL", bed=bed, room="NULL") != ""
    beds = [night.shelter.bed_id(place) for place in ("102-A", "102-B")]
    assert night.attack(BLOCK, until="'never'", bed=bed, room="NULL") == ""
    by = night.words()["by"]
    for bed_id, said in zip(beds, ("bed_blocked", ""), strict=True):
        words = {"until": "NULL", "ender": "NULL", "reason": "NULL", "at": NOW, "by": by}
        assert night.attack(STAY, who=night.third.hex, bed=bed_id.hex, **words) == said


def test_who_received_her_is_written_once(night: Night) -> None:
    shelter = night.shelter
    place = "received_at = '{now}', received_by = '{by}'"
    for half in ("received_at = '{now}'", "received_by = '{by}'"):
        assert night.attack(f"UPDATE stay SET {half}") != ""
    assert night.attack("UPDATE stay SET received_at = 'now', received_by = '{by}'") != ""
    with shelter.house.database.reading() as session:
        stay_id = session.execute(select(Stay.id)).scalar_one()
    shelter.act(receive_client, Receive(stay_id), "rina")
    for sql in (
        f"UPDATE stay SET {place}",
        "UPDATE stay SET received_at = NULL, received_by = NULL",
        "UPDATE stay SET received_by = (SELECT id FROM account WHERE login = 'eko')",
        "UPDATE OR REPLACE stay SET received_at = '{later}'",
    ):
        assert night.attack(sql) == "stay.received"
    with shelter.house.database.reading() as session:
        stay = session.execute(select(Stay)).scalar_one()
        assert stay.received_by == shelter.actors["rina"].account_id
        assert stay.received_at == shelter.clock()


def test_nobody_is_received_in_a_bed_she_has_left(night: Night) -> None:
    night.shelter.clock.move(minutes=1)
    night.shelter.act(move_client, PlaceClient(night.one, night.shelter.bed_id("102-A")))
    said = night.attack(
        "UPDATE stay SET received_at = '{now}', received_by = '{by}' WHERE ends_at IS NOT NULL"
    )
    assert said == "stay.over"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE arrival SET departed_at = '{now}' WHERE person_id = '{one}'",
        "UPDATE arrival SET departed_at = '{now}'",
        "UPDATE OR IGNORE arrival SET departed_at = '{now}' WHERE person_id = '{one}'",
        "UPDATE arrival SET departed_at = '{now}', person_id = '{third}' WHERE person_id = '{one}'",
        "DELETE FROM arrival WHERE person_id = '{one}'",
    ],
)
def test_nobody_leaves_and_keeps_her_bed(night: Night, sql: str) -> None:
    assert night.attack(sql) != ""
    assert night.shelter.bed("101-A").sleeper.person_id == night.one


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE rules_version SET houses_apart = 0",
        "UPDATE rules_version SET exploited_apart = 0",
        "UPDATE rules_version SET boys_up_to = 17",
        "UPDATE rules_version SET space_dm2 = 0",
        "UPDATE rules_version SET near_from = 4",
        "UPDATE rules_version SET company_from = 4",
        "UPDATE rules_version SET caretaker_expected = 0",
        "UPDATE rules_version SET needs_two = 0",
        "UPDATE rules_version SET proposed_by = (SELECT id FROM account WHERE login = 'eko')",
        "UPDATE rules_version SET id = '{fresh}'",
        "UPDATE rules_version SET approved_at = NULL, approved_by = NULL",
        "UPDATE rules_version SET seq = 0",
        "UPDATE rules_version SET basis = 'lain'",
        "UPDATE rules_version SET approved_by = (SELECT id FROM account WHERE login = 'eko')",
        "UPDATE rules_version SET dropped_at = '{now}', approved_at = NULL, approved_by = NULL",
        "UPDATE OR REPLACE rules_version SET houses_apart = 0",
        "DELETE FROM rules_version",
        "REPLACE INTO rules_version SELECT * FROM rules_version",
        "INSERT INTO rules_version SELECT * FROM rules_version WHERE true"
        " ON CONFLICT (id) DO UPDATE SET houses_apart = 0",
    ],
)
def test_no_version_in_force_is_rewritten(night: Night, sql: str) -> None:
    shelter = night.shelter
    stricter = replace(PROPOSED, boys_up_to=6)
    waiting = shelter.act(propose_rules, ProposeRules(stricter, "SOP 3"), "hendra").value
    command = ApproveRules(waiting.version_id, waiting.version)
    shelter.act(approve_rules, command, "ratna")
    assert night.attack(sql) != ""
    line = shelter.ask(rules_line)
    assert (line.now, line.waiting) == (stricter, None)
    (kept,) = line.history
    assert (kept.proposed_by, kept.approved_by) == ("Hendra", "Ratna")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE rules_version SET houses_apart = 0",
        "UPDATE rules_version SET needs_two = 0",
        "UPDATE rules_version SET approved_at = '{now}', approved_by = proposed_by",
        "UPDATE rules_version SET proposed_by = (SELECT id FROM account WHERE login = 'eko'),"
        " approved_at = '{now}', approved_by = proposed_by",
        "DELETE FROM rules_version",
    ],
)
def test_no_proposal_slips_past_its_second_person(night: Night, sql: str) -> None:
    shelter = night.shelter
    command = ProposeRules(replace(PROPOSED, exploited_apart=False), "")
    shelter.act(propose_rules, command, "hendra")
    assert night.attack(sql) != ""
    line = shelter.ask(rules_line)
    assert line.now == PROPOSED
    assert line.waiting is not None


def test_a_dropped_proposal_is_not_taken_up_again(night: Night) -> None:
    shelter = night.shelter
    command = ProposeRules(replace(PROPOSED, exploited_apart=False), "")
    waiting = shelter.act(propose_rules, command, "hendra").value
    shelter.act(drop_rules, DropRules(waiting.version_id, waiting.version), "hendra")
    for sql in (
        "UPDATE rules_version SET dropped_at = NULL",
        "UPDATE rules_version SET dropped_at = NULL, approved_at = '{now}', approved_by = '{by}'",
    ):
        assert night.attack(sql) == "rules_version.over"


@pytest.mark.parametrize(
    ("rules", "more"),
    [
        ("1, 1, 17", {"two": "0"}),
        ("0, 1, 9", {"two": "0"}),
        ("1, 0, 9", {"two": "0", "at": "NULL", "approver": "NULL"}),
        ("0, 0, 17", {"two": "1"}),
        ("1, 1, 9", {"two": "0", "at": f"'{PAST}'"}),
        ("1, 1, 9", {"two": "0", "proposed": PAST}),
    ],
)
def test_no_version_is_born_in_force_that_needs_two_people(
    night: Night, rules: str, more: dict[str, str]
) -> None:
    ratna = f"'{night.shelter.actors['ratna'].account_id.hex}'"
    words = {"at": f"'{NOW}'", "approver": ratna, "proposed": NOW, "rules": rules, **more}
    assert night.attack(RULES, **words) == "rules_version.untrue"
    assert night.shelter.ask(rules_line).now == PROPOSED


def test_no_setting_lets_two_together_who_are_apart(night: Night) -> None:
    shelter = night.shelter
    lax = RoomingRules(False, False, 17, 0, 4, 4, False)
    waiting = shelter.act(propose_rules, ProposeRules(lax, ""), "hendra").value
    command = ApproveRules(waiting.version_id, waiting.version)
    shelter.act(approve_rules, command, "ratna")
    assert night.enter(night.other, "101-B") == "kept_apart"
