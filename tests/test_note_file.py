# SPDX-License-Identifier: Apache-2.0
"""Whatever bytes lie beside the database: the documented default or one calm error, always."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import note_file
from app.config import Paths
from app.db import backup, head
from app.db.audit import Head
from app.errors import Cause, Unavailable
from app.policies.staff.backoff import wait_seconds
from app.services.staff.vault_file import check_password, header_of
from app.ui.preferences import Preferences, load
from app.vault import vault
from app.vault.attempts import Attempts
from app.vault.errors import HeaderUnreadable, WrongPassword
from app.vault.header import load as load_header
from tests.conftest import NIGHT, PASSWORD

DEEP = 100_000
NASTY = {
    "empty": b"",
    "blank": b" \n",
    "nul": b"\0" * 64,
    "not utf-8": b"\xff\xfe{}",
    "byte order mark": b"\xef\xbb\xbf{}",
    "lone surrogate": b'{"a": "\\ud800"}',
    "deep list": b"[" * DEEP,
    "deep list, closed": b"[" * DEEP + b"]" * DEEP,
    "deep object": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "deep beneath a name of ours": b'{"teduh": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "nan": b'{"seq": NaN, "hash": "a", "zoom": NaN}',
    "infinite": b'{"seq": Infinity, "hash": "a", "zoom": -Infinity}',
    "huge number": b'{"seq": 1' + b"0" * 5000 + b', "hash": "a"}',
    "overflowing number": b'{"seq": 1e999, "hash": "a", "zoom": 1e999, "format": 1e999}',
    "below zero": b'{"seq": -1, "hash": "a"}',
    "a name twice": b'{"seq": 1, "seq": 2, "hash": "a"}',
    "a number alone": b"7",
    "a text alone": b'"teduh"',
    "nothing": b"null",
    "a list": b'[{"seq": 1}]',
    "wrong types": b'{"seq": "1", "hash": 1, "zoom": "100", "language": 1, "theme": []}',
    "too large": b'{"a": "' + b"x" * 2_000_000 + b'"}',
    "an instant without zone": b'{"dewi": [9, "2026-11-23T18:50:00"], "made_at": "2026-11-23"}',
}


def a_folder(path: Path) -> None:
    path.mkdir()


def nobody_may_read(path: Path) -> None:
    path.write_bytes(b"{}")
    path.chmod(0)


def a_way_to_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nothing there"))


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


PLACES = [a_folder, nobody_may_read, a_way_to_nowhere, a_pipe]


def read_head(path: Path) -> bool:
    return head.seen(path) == ()


def read_attempts(path: Path) -> bool:
    return Attempts(path, wait_seconds).seconds_left("dewi", NIGHT) == 0


def read_preferences(path: Path) -> bool:
    return load(path) == Preferences()


def read_backups(path: Path) -> bool:
    inside = path.parent / "backups" / "teduh-20261123-185000"
    inside.mkdir(parents=True, exist_ok=True)
    note = inside / "backup.json"
    if not note.exists() and not note.is_symlink():
        path.rename(note)
    return backup.latest(path.parent / "backups") is None


def read_header(path: Path) -> bool:
    try:
        load_header(path)
    except HeaderUnreadable:
        return True
    return False


READERS = [read_head, read_attempts, read_preferences, read_backups, read_header]
Reader = Callable[[Path], bool]


def everything_below(folder: Path) -> list[tuple[str, bytes]]:
    return sorted(
        (each.name, each.read_bytes())
        for each in folder.rglob("*")
        if each.is_file() and os.access(each, os.R_OK)
    )


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("content", NASTY.values(), ids=NASTY.keys())
def test_nasty_bytes_are_the_default_and_stay_as_they_are(
    tmp_path: Path, read: Reader, content: bytes
) -> None:
    path = tmp_path / "note.json"
    path.write_bytes(content)
    assert read(path)
    assert [kept for _, kept in everything_below(tmp_path)] == [content]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("put", PLACES)
def test_what_is_no_file_is_the_default(
    tmp_path: Path, read: Reader, put: Callable[[Path], None]
) -> None:
    if put is nobody_may_read and os.geteuid() == 0:
        put = a_folder
    path = tmp_path / "note.json"
    put(path)
    assert read(path)
    assert everything_below(tmp_path) == []


@pytest.mark.parametrize("read", READERS)
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_answered(
    tmp_path_factory: pytest.TempPathFactory, read: Reader, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "note.json"
    path.write_bytes(content)
    assert read(path) or content.strip() == b"{}"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
NAMES = ("seq", "hash", "made_at", "language", "theme", "zoom", "dewi", "teduh", "format", "slots")


@pytest.mark.parametrize("read", READERS)
@given(kept=st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_any_values_under_our_names_are_answered(
    tmp_path_factory: pytest.TempPathFactory, read: Reader, kept: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("values") / "note.json"
    path.write_text(json.dumps(kept))
    assert read(path) in {True, False}


@given(data=st.data())
def test_a_lock_changed_anywhere_opens_or_says_why(
    tmp_path_factory: pytest.TempPathFactory, paths: Paths, data: st.DataObject
) -> None:
    changed = Paths(tmp_path_factory.mktemp("changed"))
    kept = json.loads(paths.vault.read_text())
    inside: Any = kept
    while isinstance(inside, dict | list) and inside:
        within, at = inside, data.draw(st.sampled_from(sorted(_ways(inside), key=str)))
        inside = inside[at]
    within[at] = data.draw(VALUES)
    changed.vault.write_text(json.dumps(kept))
    try:
        header = header_of(changed)
        check_password(changed, header, "dewi", PASSWORD, lambda: NIGHT)
        vault.settle_rekey(header, header.generation)
    except WrongPassword:
        return
    except Unavailable as error:
        assert error.cause in {Cause.CORRUPT, Cause.NEWER}


def _ways(inside: dict[str, Any] | list[Any]) -> list[Any]:
    return list(inside) if isinstance(inside, dict) else list(range(len(inside)))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    head.note(path, Head(7, "ab"))
    assert head.seen(path) == (Head(7, "ab"),)


def test_a_note_that_cannot_be_replaced_is_said_calmly(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    path.mkdir()
    with pytest.raises(Unavailable) as caught:
        head.note(path, Head(7, "ab"))
    assert caught.value.cause is Cause.READ_ONLY


def test_missing_and_unreadable_are_two_things(tmp_path: Path) -> None:
    with pytest.raises(note_file.Missing):
        note_file.read(tmp_path / "none", dict)
    with pytest.raises(note_file.Unreadable) as caught:
        note_file.read(tmp_path, dict)
    assert not isinstance(caught.value, note_file.Missing)
