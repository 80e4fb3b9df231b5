# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL against pairs that are kept apart: none is forged, none meets."""

from uuid import uuid4

import pytest

from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.rules.apart import KeepApart, end_apart, keep_apart
from tests.conftest import Shelter
from tests.db.hands import LATER, NOW, PAST, Night


@pytest.fixture
def night(shelter: Shelter) -> Night:
    return Night(shelter)


@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"])
@pytest.mark.parametrize("at", [NOW, PAST, LATER])
@pytest.mark.parametrize("first", ["one", "other"])
def test_no_insert_puts_two_together_who_are_apart(
    night: Night, first: str, at: str, verb: str
) -> None:
    """Whoever of the two came first, and whenever the stay is said to begin."""
    second = night.other
    if first == "other":
        night.shelter.act(move_client, PlaceClient(night.one, night.shelter.bed_id("102-A")))
        night.shelter.place(night.other, "101-A")
        second = night.one
        night.attack(
            "UPDATE stay SET ends_at = '{now}', ended_by = '{by}', end_reason = 'left'"
            " WHERE person_id = '{one}' AND ends_at IS NULL"
        )
    assert night.enter(second, "101-B", at, verb) in {"kept_apart", "stay.ahead"}
    assert not night.silent()
    assert night.shelter.bed("101-B").sleeper is None


def test_no_ended_stay_says_that_they_once_slept_together(night: Night) -> None:
    night.shelter.clock.move(hours=2)
    assert night.enter(night.other, "101-B", NOW, until="2026-11-23T19:50:00.000000Z") == (
        "kept_apart"
    )


def test_one_statement_puts_nobody_together(night: Night) -> None:
    two = sorted((night.third, night.fourth))
    assert night.note(*(night.id_of(each) for each in two)) == ""
    beds = [night.shelter.bed_id(place).hex for place in ("102-A", "102-B")]
    rows = [
        f"('{uuid4().hex}', '{{origin}}', 1, '{person.hex}', '{bed}', '{{now}}', '{{by}}', {seq})"
        for person, bed, seq in zip(two, beds, (991, 992), strict=True)
    ]
    columns = "(id, origin_id, version, person_id, bed_id, starts_at, placed_by, seq)"
    said = night.attack(f"INSERT INTO stay {columns} VALUES {rows[0]}, {rows[1]}")
    assert said == "kept_apart"
    assert night.shelter.bed("102-A").sleeper is None


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM keep_apart",
        "UPDATE keep_apart SET one_id = '{third}'",
        "UPDATE keep_apart SET other_id = '{third}'",
        "UPDATE keep_apart SET one_id = other_id, other_id = one_id",
        "UPDATE keep_apart SET id = '{fresh}'",
        "UPDATE keep_apart SET why = 'tidak apa-apa'",
        "UPDATE keep_apart SET noted_at = '{later}'",
        "UPDATE keep_apart SET noted_by = (SELECT id FROM account WHERE login = 'eko')",
        "UPDATE keep_apart SET ended_at = '{now}'",
        "UPDATE keep_apart SET ended_at = 'never', ended_by = '{by}'",
        "UPDATE OR REPLACE keep_apart SET other_id = '{third}'",
        "UPDATE OR IGNORE keep_apart SET other_id = '{third}', one_id = '{fourth}'",
        "REPLACE INTO keep_apart SELECT * FROM keep_apart",
        "INSERT OR REPLACE INTO keep_apart (id, origin_id, version, one_id, other_id, why,"
        " noted_at, noted_by) SELECT '{fresh}', origin_id, 1, one_id, other_id, why, '{now}',"
        " noted_by FROM keep_apart",
        "INSERT INTO keep_apart SELECT * FROM keep_apart WHERE true"
        " ON CONFLICT (id) DO UPDATE SET other_id = '{third}'",
        "UPDATE person SET id = '{fresh}' WHERE id = '{other}'",
        "DELETE FROM person WHERE id = '{other}'",
        "UPDATE stay SET person_id = '{other}'",
    ],
)
def test_no_pair_is_rewritten_by_hand(night: Night, sql: str) -> None:
    assert night.attack(sql) != ""
    (pair,) = night.pairs()
    assert (pair.one_id, pair.other_id, pair.ended_at) == (night.one, night.other, None)
    assert pair.why == "Pernah saling memukul"
    assert night.enter(night.other, "101-B") == "kept_apart"


def test_no_pair_is_born_wrong(night: Night) -> None:
    small, great = (night.id_of(each) for each in sorted((night.third, night.fourth)))
    by = f"'{night.words()['by']}'"
    for one, other, more in (
        (great, small, {}),
        (small, small, {}),
        ("NULL", small, {}),
        (small, "NULL", {}),
        (small, f"'{uuid4().hex}'", {}),
        (small, great, {"at": PAST}),
        (small, great, {"at": LATER}),
        (small, great, {"at": "now"}),
        (small, great, {"ended": f"'{NOW}'", "ender": by}),
        (small, great, {"ended": f"'{NOW}'"}),
        (small, great, {"ender": by}),
        (f"upper({small})", great, {}),
        (f"{small} || ' '", great, {}),
    ):
        assert night.note(one, other, **more) != "", (one, other, more)
    assert len(night.pairs()) == 1


def test_a_pair_is_noted_once_also_by_hand(night: Night) -> None:
    assert night.note(night.id_of(night.one), night.id_of(night.other)) != ""
    assert len(night.pairs()) == 1


def test_what_has_ended_is_not_opened_again(night: Night) -> None:
    night.shelter.act(end_apart, night.pair.inverse.command, "ani")
    reopened = night.attack("UPDATE keep_apart SET ended_at = NULL, ended_by = NULL")
    assert reopened == "keep_apart.over"
    later = night.attack("UPDATE keep_apart SET ended_at = '{later}'")
    assert later == "keep_apart.over"
    assert night.enter(night.other, "101-B") == ""


def test_a_pair_noted_by_hand_is_loud_when_they_share_a_room(night: Night) -> None:
    night.shelter.place(night.third, "101-B")
    two = sorted((night.one, night.third))
    assert night.note(*(night.id_of(each) for each in two)) == ""
    assert night.loud() == 1
    for sql in (
        "UPDATE rooming_alarm SET closed_at = '{now}'",
        "UPDATE rooming_alarm SET rule = 'child_with_adult'",
        "DELETE FROM rooming_alarm",
    ):
        assert night.attack(sql) != ""
    assert night.loud() == 1
    assert not night.silent()


def test_an_alarm_of_a_pair_is_not_closed_by_a_clock_that_went_back(night: Night) -> None:
    night.shelter.place(night.third, "101-B")
    two = sorted((night.one, night.third))
    night.note(*(night.id_of(each) for each in two))
    night.shelter.clock.move(days=-400)
    assert night.attack("UPDATE rooming_alarm SET closed_at = '{now}'") == "rooming_alarm.loud"


def test_an_alarm_ends_with_the_pair_it_is_about(night: Night) -> None:
    night.shelter.place(night.third, "101-B")
    command = KeepApart(night.one, night.third, "Bertengkar tadi malam")
    done = night.shelter.act(keep_apart, command, "ani")
    assert night.loud() == 1
    night.shelter.act(end_apart, done.inverse.command, "ani")
    assert night.loud() == 0


def test_no_alarm_is_invented_for_two_who_are_not_apart(night: Night) -> None:
    night.shelter.place(night.third, "101-B")
    two = [each.hex for each in sorted((night.one, night.third))]
    said = night.attack(
        "INSERT INTO rooming_alarm (id, origin_id, version, room_id, child_id, adult_id, rule,"
        " cause, opened_at) SELECT '{fresh}', origin_id, 1, room_id, '{first}', '{second}',"
        " 'kept_apart', 'fact', act_moment() FROM bed WHERE id = '{bed}'",
        first=two[0],
        second=two[1],
        bed=night.shelter.bed_id("101-A").hex,
    )
    assert said == "rooming_alarm.untrue"
