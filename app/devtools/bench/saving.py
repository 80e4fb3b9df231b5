# SPDX-License-Identifier: Apache-2.0
"""Saving an arrival beside the same rows written by bare ``sqlcipher3``.

Both write to equal copies of the training shelter, in turn, so that both meet the same
disk. The bare side has the same key, PRAGMAs and triggers, counts the same counters, and
writes the same rows with the same hashes; it knows no session, no form and no rule.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

import sqlcipher3.dbapi2 as sqlcipher

from app.clock import now
from app.config import Paths
from app.devtools.bench.names import names
from app.devtools.bench.verdict import Limits, Line, judge
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex
from app.policies.people.age import AgeBasis
from app.services.acts import execute
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.staff.opening import OpenedHouse, sign_in
from app.services.staff.training import published_password
from app.services.staff.vault_file import check_password, header_of

LOGIN = "dewi"
_SAVES = 250
_WARMING = 20
_MILLISECONDS = 10
_RATIO = 6.0
_COUNTERS = (
    "INSERT INTO counter (name, value) VALUES (?, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"
)
_HEAD = "SELECT seq, entry_hash FROM audit_entry WHERE origin_id = ? ORDER BY seq DESC LIMIT 1"
_PRAGMAS = (
    "journal_mode = WAL",
    "secure_delete = ON",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "recursive_triggers = ON",
    "foreign_keys = ON",
    "trusted_schema = ON",
)
Row = dict[str, Any]


def form(name: str) -> ArrivalForm:
    """Return a plain filled form."""
    return ArrivalForm(
        name=name,
        name_state=AnswerState.GIVEN,
        sex=given(Sex.FEMALE),
        age_text="31",
        age_state=AnswerState.GIVEN,
        age_basis=AgeBasis.ESTIMATE,
        came_by=given(CameBy.POLICE),
        urgent=Answer(AnswerState.GIVEN, frozenset()),
        accompanied_text="0",
        accompanied_state=AnswerState.GIVEN,
        threatened=given(False),
    )


def measure(paths: Paths, saves: int = _SAVES) -> Iterator[Line]:
    """Yield how long saving takes, beside the bare rows and absolutely.

    Args:
        paths: the training shelter's own folder; copies of it are written to.
        saves: how many arrivals to save.
    """
    with TemporaryDirectory() as folder:
        ours, theirs = (copied(paths, Path(folder) / name) for name in ("ours", "bare"))
        opened = sign_in(ours, LOGIN, published_password(), now)
        bare = Bare(theirs)
        try:
            times = [(_save(opened, name), bare.save(name)) for name in names(saves + _WARMING)]
        finally:
            opened.house.database.close()
            bare.connection.close()
    value, baseline = (median(each) * 1000 for each in zip(*times[_WARMING:], strict=True))
    yield judge("save_arrival", Limits.RATIO, value, baseline, "ms", _RATIO)
    yield judge("save_arrival", Limits.VALUE, value, baseline, "ms", _MILLISECONDS)


def copied(paths: Paths, target: Path) -> Paths:
    """Return a copy of a closed shelter's folder."""
    shutil.copytree(paths.data, target)
    return Paths(target)


def _save(opened: OpenedHouse, name: str) -> float:
    command = RegisterArrival(form(name))
    began = perf_counter()
    execute(opened.house, opened.actor, register_arrival, command)
    return perf_counter() - began


class Bare:
    """The same rows without the program: what one arrival left behind, written again.

    Args:
        paths: a shelter of its own; one arrival is saved by the program to learn the rows.
    """

    def __init__(self, paths: Paths) -> None:
        opened = sign_in(paths, LOGIN, published_password(), now)
        head = execute(
            opened.house, opened.actor, register_arrival, RegisterArrival(form("Melati"))
        ).head
        opened.house.database.close()
        key = check_password(paths, header_of(paths), LOGIN, published_password(), now).keys[-1][1]
        self.connection = sqlcipher.connect(str(paths.database), isolation_level=None)
        self.connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.create_function("audit_expected", 1, lambda _hash: 1)
        self.connection.create_function("act_moment", 0, lambda: self._moment)
        self._moment = ""
        self._learn(head.seq)

    def _learn(self, seq: int) -> None:
        entry = self._rows("audit_entry", "seq", seq)[0]
        arrival = self._rows("arrival", "id", entry["subject_id"])[0]
        self._entry = entry
        self._arrival = arrival
        self._person = self._rows("person", "id", arrival["person_id"])[0]
        self._said = self._rows("age_statement", "person_id", arrival["person_id"])[0]
        self._tasks = self._rows("task", "arrival_id", arrival["id"])
        self._payload = self._rows("audit_payload", "entry_hash", entry["entry_hash"])[0]
        self._month = arrival["number"].rsplit("-", 1)[0]
        self._last = (self._person["id"], arrival["id"])

    def _rows(self, table: str, column: str, value: object) -> list[Row]:
        cursor = self.connection.execute(
            f"SELECT * FROM {table} WHERE {column} = ?",  # noqa: S608
            (value,),
        )
        columns = [each[0] for each in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor]

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
        return {
            name: self.connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for (name,) in self.connection.execute(tables).fetchall()
        }

    def open_group(self, group_id: str) -> str:
        """Write one group's own row and return its id."""
        self._moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        number = self._count("ROM")
        self._insert(
            "arrival_group",
            {
                "id": group_id,
                "origin_id": self._entry["origin_id"],
                "version": 1,
                "number": f"ROM-{number:03d}",
                "arrived_at": self._moment,
                "opened_at": self._moment,
                "opened_by": self._entry["actor_id"],
            },
        )
        return group_id

    def save(self, name: str, group_id: str | None = None) -> float:
        """Write one arrival in one transaction and return the seconds it took."""
        began = perf_counter()
        self._moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self.connection.execute("BEGIN IMMEDIATE")
        number = self._count(self._month)
        event = self._count("event")
        person = {**self._person, "id": uuid4().hex, "called_name": name}
        arrival = {
            **self._arrival,
            "id": uuid4().hex,
            "person_id": person["id"],
            "group_id": group_id,
            "number": f"{self._month}-{number:03d}",
            "seq": event,
            "registered_at": self._moment,
        }
        self._insert("person", person)
        self._insert("arrival", arrival)
        said = {"id": uuid4().hex, "person_id": person["id"], "noted_at": self._moment}
        self._insert("age_statement", {**self._said, **said})
        for task in self._tasks:
            self._insert("task", {**task, "id": uuid4().hex, "arrival_id": arrival["id"]})
        self._write_down(arrival["id"])
        self.connection.execute("COMMIT")
        return perf_counter() - began

    def place(self, bed_id: UUID) -> float:
        """Put the last saved person in a bed in one transaction, then take her out again.

        Returns the seconds of the first: the stay, its task and its audit entry.
        """
        person, arrival = self._last
        began = perf_counter()
        self._moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self.connection.execute("BEGIN IMMEDIATE")
        event = self._count("event")
        stay = {
            "id": uuid4().hex,
            "origin_id": self._entry["origin_id"],
            "version": 1,
            "person_id": person,
            "bed_id": bed_id.hex,
            "starts_at": self._moment,
            "placed_by": self._entry["actor_id"],
            "seq": event,
        }
        self._insert("stay", stay)
        self.connection.execute(
            "UPDATE task SET settled_at = ?, settled_by = ? WHERE arrival_id = ? AND kind = 'bed'",
            (self._moment, self._entry["actor_id"], arrival),
        )
        self._write_down(person)
        self.connection.execute("COMMIT")
        seconds = perf_counter() - began
        self._moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self.connection.execute(
            "UPDATE stay SET ends_at = ?, ended_by = ?, end_reason = 'undone' WHERE id = ?",
            (self._moment, self._entry["actor_id"], stay["id"]),
        )
        return seconds

    def _count(self, name: str) -> int:
        return int(self.connection.execute(_COUNTERS, (name,)).fetchone()[0])

    def _write_down(self, subject: str) -> None:
        seq, last = self.connection.execute(_HEAD, (self._entry["origin_id"],)).fetchone()
        entry = {
            **self._entry,
            "seq": seq + 1,
            "at": self._moment,
            "subject_id": subject,
            "prev_hash": last,
            "payload_hash": _sha(self._payload["payload"]),
        }
        entry["entry_hash"] = _sha(json.dumps([str(value) for value in entry.values()]))
        self._insert("audit_entry", entry)
        self._insert("audit_payload", {**self._payload, "entry_hash": entry["entry_hash"]})

    def _insert(self, table: str, row: Row) -> None:
        marks = ", ".join("?" * len(row))
        self.connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})",  # noqa: S608
            tuple(row.values()),
        )


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
