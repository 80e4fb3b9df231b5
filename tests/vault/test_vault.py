# SPDX-License-Identifier: Apache-2.0
"""The lock: round trips, tampering, recovery, closing an account."""

import json
import os
import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.staff.backoff import wait_seconds
from app.vault import recovery, vault
from app.vault.attempts import Attempts
from app.vault.cost import KdfCost
from app.vault.errors import (
    HeaderFault,
    HeaderUnreadable,
    RecoveryFault,
    RecoveryProblem,
    WrongPassword,
)
from app.vault.header import Header, load, save
from app.vault.pin import PinVerifier

CHEAP = KdfCost(memory=64, passes=1, lanes=1)
PASSWORD = "hujan di bulan juni"
ID = "0" * 31 + "1"


@pytest.fixture(scope="module")
def founded() -> vault.Founded:
    made = vault.found(ID, "real", "ratna", PASSWORD, CHEAP)
    keys = {1: made.key}
    return replace(
        made, header=vault.add_slot(made.header, keys, "dewi", "dewi punya kunci", CHEAP)
    )


def key_of(header: Header, login: str, password: str) -> bytes:
    return vault.unlock(header, login, password).keys[-1][1]


def test_a_real_vault_costs_what_the_design_says() -> None:
    assert KdfCost() == KdfCost(memory=64 * 1024, passes=3, lanes=4)


def test_every_account_opens_the_same_key(founded: vault.Founded, tmp_path: Path) -> None:
    save(tmp_path / "vault.json", founded.header)
    header = load(tmp_path / "vault.json")
    assert key_of(header, "ratna", PASSWORD) == founded.key
    assert key_of(header, "dewi", "dewi punya kunci") == founded.key
    shown_mode = 0o600 if os.name == "posix" else 0o666  # on Windows the folder's list decides
    assert (tmp_path / "vault.json").stat().st_mode & 0o777 == shown_mode
    assert [path.name for path in tmp_path.iterdir()] == ["vault.json"]


@pytest.mark.parametrize(
    ("login", "password"), [("ratna", "salah semua ini"), ("siapa", PASSWORD), ("dewi", PASSWORD)]
)
def test_wrong_login_and_wrong_password_read_the_same(
    founded: vault.Founded, login: str, password: str
) -> None:
    with pytest.raises(WrongPassword):
        vault.unlock(founded.header, login, password)


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept.update(kind="training"),
        lambda kept: kept.update(database_id="f" * 32),
        lambda kept: kept["slots"][0].update(login="hendra"),
        lambda kept: kept["slots"][0].update(id="f" * 32),
        lambda kept: kept["slots"][0].update(cost=[65, 1, 1]),
        lambda kept: kept["slots"][0].update(salt=kept["slots"][1]["salt"]),
        lambda kept: kept["slots"][0].update(wrapped=kept["slots"][1]["wrapped"]),
        lambda kept: kept["slots"][0].update(sealed=kept["slots"][1]["sealed"]),
        lambda kept: kept["slots"][0].update(sealed={}),
        lambda kept: kept["slots"][0].update(sealed={"2": kept["slots"][0]["sealed"]["1"]}),
    ],
)
def test_a_changed_header_opens_nothing(
    founded: vault.Founded, tmp_path: Path, change: Any
) -> None:
    path = tmp_path / "vault.json"
    save(path, founded.header)
    kept = json.loads(path.read_text())
    change(kept)
    path.write_text(json.dumps(kept))
    header = load(path)
    for login in ("ratna", "hendra"):
        with pytest.raises((WrongPassword, HeaderUnreadable)):
            vault.unlock(header, login, PASSWORD)


def test_a_training_slot_opens_no_real_vault(founded: vault.Founded) -> None:
    training = vault.found(ID, "training", "ratna", "latihan-teduh", CHEAP)
    smuggled = founded.header._replace(slots=training.header.slots)
    with pytest.raises(WrongPassword):
        vault.unlock(smuggled, "ratna", "latihan-teduh")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", HeaderFault.CORRUPT),
        ("{}", HeaderFault.CORRUPT),
        ("[1]", HeaderFault.CORRUPT),
        ('{"teduh": "other"}', HeaderFault.CORRUPT),
        ('{"teduh": "vault", "format": 99}', HeaderFault.NEWER),
        ('{"teduh": "vault", "format": 1}', HeaderFault.CORRUPT),
    ],
)
def test_what_is_no_header(tmp_path: Path, content: str, fault: HeaderFault) -> None:
    path = tmp_path / "vault.json"
    path.write_text(content)
    with pytest.raises(HeaderUnreadable) as caught:
        load(path)
    assert caught.value.fault is fault
    assert path.read_text() == content


def test_a_missing_header(tmp_path: Path) -> None:
    with pytest.raises(HeaderUnreadable) as caught:
        load(tmp_path / "vault.json")
    assert caught.value.fault is HeaderFault.MISSING


def test_a_new_password_replaces_the_old_one(founded: vault.Founded) -> None:
    changed = vault.change_password(founded.header, "dewi", "dewi punya kunci", "kunci yang baru")
    assert key_of(changed, "dewi", "kunci yang baru") == founded.key
    with pytest.raises(WrongPassword):
        vault.unlock(changed, "dewi", "dewi punya kunci")
    with pytest.raises(WrongPassword):
        vault.change_password(founded.header, "dewi", "salah", "kunci yang baru")
    with pytest.raises(WrongPassword):
        vault.change_password(founded.header, "siapa", PASSWORD, "kunci yang baru")


def test_closing_an_account_needs_nobody_elses_password(founded: vault.Founded) -> None:
    both, fresh = vault.begin_rekey(founded.header, founded.key, {"ratna"})
    assert vault.logins(both) == {"ratna"}
    assert [key for _, key in vault.unlock(both, "ratna", PASSWORD).keys] == [founded.key, fresh]
    settled = vault.settle_rekey(both, 2)
    assert vault.unlock(settled, "ratna", PASSWORD).keys == ((2, fresh),)
    back = vault.settle_rekey(both, 1)
    assert vault.unlock(back, "ratna", PASSWORD).keys == ((1, founded.key),)
    recovered = vault.recover(settled, " ".join(founded.words), "ratna", "baru dan panjang", CHEAP)
    assert recovered.opened.keys == ((2, fresh),)


def test_the_sheet_opens_once_and_gets_a_successor(founded: vault.Founded) -> None:
    typed = " ".join(founded.words)
    done = vault.recover(founded.header, typed, "ratna", "kata sandi baru", CHEAP)
    assert key_of(done.header, "ratna", "kata sandi baru") == founded.key
    with pytest.raises(RecoveryProblem) as caught:
        vault.recover(done.header, typed, "ratna", "sekali lagi ya", CHEAP)
    assert caught.value.fault is RecoveryFault.NOT_THIS_VAULT
    again = vault.recover(done.header, " ".join(done.words), "ratna", "yang ketiga ini", CHEAP)
    assert again.opened.keys == ((1, founded.key),)


def test_renewing_voids_the_old_sheet(founded: vault.Founded) -> None:
    renewed, fresh_words = vault.renew_sheet(founded.header, founded.key)
    assert vault.recover(renewed, " ".join(fresh_words), "ratna", "kata sandi baru", CHEAP)
    with pytest.raises(RecoveryProblem):
        vault.recover(renewed, " ".join(founded.words), "ratna", "kata sandi baru", CHEAP)


def test_no_secret_stands_in_the_header(founded: vault.Founded, tmp_path: Path) -> None:
    save(tmp_path / "vault.json", founded.header)
    text = (tmp_path / "vault.json").read_text()
    assert founded.key.hex() not in text
    assert not any(f'"{word}"' in text for word in founded.words)


@given(st.binary(min_size=16, max_size=16))
def test_words_carry_any_secret(secret: bytes) -> None:
    words = recovery.to_words(secret)
    assert len(words) == recovery.WORDS
    assert recovery.from_words(" ".join(words)) == secret
    assert recovery.from_words("  ".join(word[:4].upper() for word in words)) == secret


def test_the_word_list_is_plain_and_distinct() -> None:
    words = recovery.word_list()
    assert len(words) == len({word[:4] for word in words}) == 256
    assert all(4 <= len(word) <= 7 and word.isalpha() and word.islower() for word in words)


@given(st.binary(min_size=16, max_size=16), st.integers(0, 16), st.integers(0, 255))
def test_one_wrong_word_is_noticed(secret: bytes, at: int, other: int) -> None:
    words = list(recovery.to_words(secret))
    if words[at] == recovery.word_list()[other]:
        return
    words[at] = recovery.word_list()[other]
    try:
        read = recovery.from_words(" ".join(words))
    except RecoveryProblem as problem:
        assert problem.fault is RecoveryFault.CHECKSUM
    else:
        assert read != secret


def test_a_word_that_is_on_no_sheet_is_named_by_its_place() -> None:
    words = list(recovery.to_words(bytes(16)))
    words[6] = "kucing"
    with pytest.raises(RecoveryProblem) as caught:
        recovery.from_words(" ".join(words))
    assert (caught.value.fault, caught.value.position) == (RecoveryFault.UNKNOWN_WORD, 7)
    with pytest.raises(RecoveryProblem) as caught:
        recovery.from_words(" ".join(words[:6]))
    assert caught.value.fault is RecoveryFault.COUNT


def test_a_pin_is_checked_five_times_and_never_leaves_memory() -> None:
    pin = PinVerifier("274916", 5)
    assert not pin.fits("000000")
    assert pin.fits("274916")
    assert pin.tries_left == 5
    for _ in range(5):
        assert not pin.fits("111111")
    assert not pin.fits("274916")
    with pytest.raises(TypeError):
        pickle.dumps(pin)
    assert "274916" not in repr(pin)


def test_waiting_survives_a_restart_and_ends_by_itself(tmp_path: Path) -> None:
    now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    path = tmp_path / "attempts.json"
    for _ in range(5):
        Attempts(path, wait_seconds).failed("dewi", now)
    again = Attempts(path, wait_seconds)
    assert again.seconds_left("dewi", now) == 30
    assert again.seconds_left("sri", now) == 0
    assert again.seconds_left("dewi", now + timedelta(seconds=30)) == 0
    assert again.seconds_left("dewi", now - timedelta(days=365)) == 0
    again.succeeded("sri")
    assert again.seconds_left("dewi", now) == 0


def test_a_damaged_count_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "attempts.json"
    path.write_text("{broken")
    assert Attempts(path, wait_seconds).seconds_left("dewi", datetime.now(UTC)) == 0


def test_a_full_disk_keeps_the_old_header(founded: vault.Founded, tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    save(path, founded.header)
    before = path.read_bytes()
    path.with_name("vault.json.new").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)):
        save(path, founded.header)
    assert path.read_bytes() == before
