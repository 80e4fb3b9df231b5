# SPDX-License-Identifier: Apache-2.0
"""A whole night, 22.00 to 07.00, by keys alone, through the real window, killed twice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.clock import now
from app.config import Paths
from app.db.head import seen as heads_seen
from app.db.integrity import Check, examine
from app.devtools import doctor
from app.devtools.tour.clock import ten_to_two
from app.devtools.tour.run import Seen, run_stage
from app.services.staff.opening import close_house, sign_in
from app.services.staff.training import published_password, sample
from tests.helpers import by_keys
from tests.helpers import whole_night as story
from tests.helpers.pc import IN_JAKARTA

MODULE = "tests.helpers.whole_night"
BEGINS = {
    "evening": timedelta(hours=22),
    "midnight": timedelta(hours=23, minutes=18),
    "morning": timedelta(hours=25, minutes=57),
}
TEN_TO_TWO = timedelta(hours=25, minutes=50)
OVER = timedelta(hours=31, minutes=30)
GROUP = [name for name, _ in story.GROUP]
EVERYBODY = [story.ALONE, story.INTERRUPTED, *GROUP]
TOO_LONG_FOR_CHANCE = 5
"""Letters; three of them stand somewhere in a megabyte of encrypted bytes by chance."""
ADULTS = {story.ALONE, "Ratmi"}


@dataclass(frozen=True)
class Night:
    """What the screens said, and the file that is left."""

    folder: Path
    midnight: datetime
    seen: Seen
    cuts: tuple[str, ...]

    def said(self, kind: str, key: str) -> list[Any]:
        return [line[key] for line in self.seen.noted if line["noted"] == kind]


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    """Live through the night once."""
    folder, seen = tmp_path_factory.mktemp("night"), Seen()
    midnight = ten_to_two(now() - (OVER - TEN_TO_TWO)) - TEN_TO_TWO
    cuts = []
    for name, begins in BEGINS.items():
        start = (midnight + begins).isoformat()
        if run_stage(name, folder / "data", folder, start, seen, MODULE):
            cuts.append(name)
        assert not seen.stuck, f"{seen.stuck}; see {folder / 'stuck.png'}"
    return Night(folder, midnight, seen, tuple(cuts))


@pytest.fixture(scope="module")
def left(night: Night) -> Iterator[Session]:
    """Open the encrypted file that is left, with the next officer's password."""
    paths = Paths(night.folder / "data").training
    opened = sign_in(paths, story.INCOMING, published_password(), lambda: night.midnight + OVER)
    with opened.house.database.reading() as session:
        yield session
    close_house(paths, opened.house)


def rows(session: Session, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in session.execute(text(sql))]


def test_the_power_was_cut_twice_while_typing_and_both_times_typing_went_on(night: Night) -> None:
    assert night.cuts == ("evening", "midnight")
    assert night.said("resumed", "age") in (["1"], ["12"])
    ((*whole, half),) = night.said("rows", "rows")
    typed = [[name, *cells] for name, cells in story.GROUP[: story.KEPT_ROWS]]
    assert whole == typed
    assert half in (["Ay", "", "", "", ""], ["Ayu", "", "", "", ""])


def test_every_acknowledged_arrival_is_in_the_register_exactly_once(
    night: Night, left: Session
) -> None:
    told = night.said("arrival", "number")
    assert len(told) == len(EVERYBODY)
    there = rows(
        left,
        """SELECT a.number, p.called_name FROM arrival a JOIN person p ON p.id = a.person_id
           WHERE a.withdrawn_at IS NULL
             AND a.registered_at >= (SELECT max(started_at) FROM shift WHERE ended_at IS NOT NULL)
           ORDER BY a.seq""",
    )
    assert [number for number, _ in there] == told
    assert [name for _, name in there] == EVERYBODY
    numbers = Counter(number for (number,) in rows(left, "SELECT number FROM arrival"))
    assert set(numbers.values()) == {1}


def test_the_group_is_one_group_from_one_station(left: Session) -> None:
    there = rows(
        left,
        """SELECT p.called_name, p.age_text, a.referrer, a.tie, g.number FROM arrival_group g
           JOIN arrival a ON a.group_id = g.id JOIN person p ON p.id = a.person_id
           WHERE g.arrived_at = (SELECT max(arrived_at) FROM arrival_group) ORDER BY a.seq""",
    )
    assert [(name, age, tie) for name, age, _, tie, _ in there] == [
        (name, cells[1], cells[3]) for name, cells in story.GROUP
    ]
    assert {station for _, _, station, _, _ in there} == {"Polres Bogor"}
    assert len({number for *_, number in there}) == 1


def test_everybody_sleeps_and_nobody_forbidden_together(left: Session) -> None:
    beds = rows(
        left,
        """SELECT p.called_name, b.room_id, s.bed_id FROM stay s JOIN bed b ON b.id = s.bed_id
           JOIN person p ON p.id = s.person_id WHERE s.ends_at IS NULL""",
    )
    room_of = {name: room for name, room, _ in beds if name in EVERYBODY}
    assert sorted(room_of) == sorted(EVERYBODY)
    assert len({bed for _, _, bed in beds}) == len(beds)
    children = set(EVERYBODY) - ADULTS
    assert not {room_of[name] for name in ADULTS} & {room_of[name] for name in children}
    assert rows(left, "SELECT id FROM rooming_alarm") == []


def test_the_night_is_written_checked_and_handed_over(night: Night, left: Session) -> None:
    (entry,) = rows(left, "SELECT words, to_next FROM log_entry WHERE kind = 'call'")
    assert entry == (story.LOGGED, 1)
    (check,) = rows(
        left,
        """SELECT c.finished_at IS NOT NULL, count(DISTINCT m.person_id), min(m.state), max(m.state)
           FROM bed_check c JOIN bed_check_mark m ON m.check_id = c.id GROUP BY c.id""",
    )
    assert check == (1, *night.said("checked", "number"), "present", "present")
    handovers = rows(
        left,
        """SELECT o.login, i.login, s.note, s.ended_at = h.confirmed_at FROM handover h
           JOIN shift s ON s.id = h.shift_id JOIN account o ON o.id = h.outgoing_id
           JOIN account i ON i.id = h.incoming_id""",
    )
    assert handovers == [(story.OUTGOING, story.INCOMING, story.LEFT_WORD, 1)]
    assert rows(left, "SELECT count(*) FROM shift WHERE ended_at IS NULL") == [(1,)]


def test_no_draft_is_left_but_the_one_of_the_training(left: Session) -> None:
    (draft,) = rows(left, "SELECT kind, entries FROM draft")
    assert draft[0] == "arrival"
    assert sample()["draft"]["name"] in draft[1]


def test_the_file_is_whole_and_so_is_the_audit_chain(night: Night, left: Session) -> None:
    paths = Paths(night.folder / "data").training
    found = {
        each.check: each.problems
        for each in examine(left, heads_seen(paths.head), moment=night.midnight + OVER)
    }
    assert found == dict.fromkeys(Check, ())


def test_doctor_says_so_too(night: Night, capsys: pytest.CaptureFixture) -> None:
    assert doctor.main(Paths(night.folder / "data"), training=True, pc=IN_JAKARTA) == 0
    assert "FAIL" not in capsys.readouterr().out


def test_no_name_typed_that_night_stands_in_plain_on_the_disk(night: Night) -> None:
    names = [name.encode() for name in EVERYBODY if len(name) >= TOO_LONG_FOR_CHANCE]
    for path in (night.folder / "data").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(name in content for name in names), path.name


def test_what_the_stages_press_are_keys() -> None:
    code = "".join(Path(each.__file__).read_text("utf-8") for each in (story, by_keys))
    for forbidden in (".click(", "setFocus", "setCurrent", ".setText", "mouse"):
        assert forbidden not in code, forbidden
