# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL cannot hide that nobody looked, nor since when somebody is watched."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from tests.db.by_hand import House, attack, run

NOW = "2026-11-23T18:50:00.000000Z"
LATER = "2026-11-23T19:50:00.000000Z"


@pytest.fixture
def watched(house: House) -> House:
    who = UUID(hex=house.woman)
    house.shelter.act(note_needs, NoteNeeds(who, None, 3, None, None, None))
    house.shelter.act(look_in, LookIn(who))
    return house


def history(house: House) -> list[tuple[int, str]]:
    with house.shelter.house.database.reading() as session:
        rows = session.execute(text("SELECT level, changed_at FROM watch_level ORDER BY seq"))
        return [tuple(row) for row in rows]


def a_look(house: House, at: str = NOW, level: int = 3, verb: str = "INSERT", **other: str) -> str:
    values = {
        "id": f"'{uuid4().hex}'",
        "origin_id": f"'{house.origin}'",
        "version": "1",
        "person_id": f"'{house.woman}'",
        "seen_at": f"'{at}'",
        "seen_by": f"'{house.by}'",
        "level": str(level),
        "found": "'well'",
        "words": "''",
        "seq": "(SELECT value FROM counter WHERE name = 'event')",
        **other,
    }
    return f"{verb} INTO watch_look ({', '.join(values)}) VALUES ({', '.join(values.values())})"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE watch_look SET seen_at = '" + LATER + "'",
        "UPDATE watch_look SET found = 'asleep'",
        "UPDATE watch_look SET takes_back_id = NULL",
        "DELETE FROM watch_look",
        "REPLACE INTO watch_look SELECT * FROM watch_look",
        "UPDATE watch_level SET changed_at = '" + LATER + "'",
        "UPDATE OR REPLACE watch_level SET level = 0",
        "DELETE FROM watch_level",
        "REPLACE INTO watch_level SELECT * FROM watch_level",
    ],
)
def test_what_was_written_stays(watched: House, sql: str) -> None:
    said = attack(watched.shelter, sql)
    assert said.endswith((".kept", ".untrue"))
    assert history(watched) == [(3, NOW)]


def test_a_look_happens_now_at_the_level_that_holds(watched: House) -> None:
    shelter = watched.shelter
    assert attack(shelter, a_look(watched)) == ""
    for forged in (
        a_look(watched, at=LATER),
        a_look(watched, at="2026-11-23T18:40:00.000000Z"),
        a_look(watched, level=2),
        a_look(watched, person_id=f"'{watched.girl}'"),
        a_look(watched, seq="999999"),
        a_look(watched, found="NULL", takes_back_id=f"'{uuid4().hex}'"),
        a_look(watched, verb="INSERT OR REPLACE", at=LATER),
    ):
        assert attack(shelter, forged) == "watch_look.untrue"


def test_a_slip_takes_back_a_look_of_the_same_woman_once(watched: House) -> None:
    shelter = watched.shelter
    with shelter.house.database.reading() as session:
        look = session.execute(text("SELECT id FROM watch_look")).scalar_one()
    slip = {"found": "NULL", "takes_back_id": f"'{look}'"}
    stranger = {**slip, "person_id": f"'{watched.girl}'"}
    assert attack(shelter, a_look(watched, **stranger)) == "watch_look.untrue"
    assert "look_or_slip" in attack(shelter, a_look(watched, takes_back_id=f"'{look}'"))
    fresh = uuid4().hex
    assert attack(shelter, a_look(watched, **slip, id=f"'{fresh}'")) == ""
    assert "UNIQUE" in attack(shelter, a_look(watched, **slip))
    again = {**slip, "takes_back_id": f"'{fresh}'"}
    assert attack(shelter, a_look(watched, **again)) == "watch_look.untrue"


def test_a_level_changed_past_the_program_is_written_down_all_the_same(watched: House) -> None:
    watched.shelter.clock.move(hours=1)
    run(watched.shelter, f"UPDATE placement_need SET watch = 1 WHERE person_id = '{watched.woman}'")
    run(watched.shelter, "UPDATE placement_need SET own_room = 1")
    assert history(watched) == [(3, NOW), (1, LATER)]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM placement_need",
        "REPLACE INTO placement_need SELECT * FROM placement_need",
        "UPDATE placement_need SET person_id = '{girl}'",
    ],
)
def test_who_is_watched_is_not_lost_from_the_list(watched: House, sql: str) -> None:
    said = attack(watched.shelter, sql.format(girl=watched.girl))
    assert said in {"placement_need.watched", "placement_need.frozen"}
    assert len(watched.shelter.ask(watch_rounds).lines) == 1


@pytest.mark.parametrize(
    ("level", "at", "seq"),
    [(0, NOW, "value"), (3, NOW, "value"), (2, LATER, "value"), (0, NOW, "value + 7")],
)
def test_no_level_is_invented(watched: House, level: int, at: str, seq: str) -> None:
    forged = (
        "INSERT INTO watch_level (id, origin_id, version, person_id, level, changed_at,"
        f" changed_by, seq) SELECT '{uuid4().hex}', '{watched.origin}', 1, '{watched.woman}',"
        f" {level}, '{at}', '{watched.by}', {seq} FROM counter WHERE name = 'event'"
    )
    assert attack(watched.shelter, forged) == "watch_level.untrue"
    assert history(watched) == [(3, NOW)]
