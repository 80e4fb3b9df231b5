# SPDX-License-Identifier: Apache-2.0
"""Names are kept as people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.people.names import LONGEST_NAME, TextProblem, clean_name, clean_note, masked
from app.policies.people.spelling import spelling_key
from app.policies.reasons import Reason


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Su", "Su"),
        ("  Siti   Aminah ", "Siti Aminah"),
        ("Siti\nAminah\r\n", "Siti Aminah"),
        ("Siti\tAminah", "Siti Aminah"),
        ("O’Hara", "O’Hara"),
        ("🙂 Melati", "🙂 Melati"),
        ("'; DROP TABLE person; --", "'; DROP TABLE person; --"),
        ("سيتي", "سيتي"),
        ("\u202eitiS\u202c", "itiS"),
        ("\u200b\u2066\u2069", ""),
        ("a\x00b", "ab"),
    ],
)
def test_names(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


def test_a_name_of_300_characters_is_refused_with_a_reason() -> None:
    with pytest.raises(TextProblem) as caught:
        clean_name("a" * 300)
    assert caught.value.reason is Reason.NAME_TOO_LONG
    assert clean_name("a" * LONGEST_NAME)


def test_notes_keep_their_lines() -> None:
    assert clean_note("satu\r\ndua\rtiga ") == "satu\ndua\ntiga"
    with pytest.raises(TextProblem):
        clean_note("x" * 601)


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    once = clean_name(typed)
    assert clean_name(once) == once
    assert "\n" not in once


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Kenanga", "Ke**"), ("Su", "Su**"), ("A", "A**"), ("", ""), ("e\u0301ka", "\xe9k**")],
)
def test_masking(name: str, shown: str) -> None:
    assert masked(name) == shown


@given(st.text(min_size=3, max_size=40))
def test_a_mask_never_shows_a_whole_name(name: str) -> None:
    cleaned = clean_name(name)
    shown = masked(name).removesuffix("**")
    assert len(shown) <= len(cleaned)
    assert cleaned.startswith(shown)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Soekarno", "Sukarno"),
        ("Djoko", "Joko"),
        ("Tjahyani", "Cahyani"),
        ("Soetinah", "Sutinah"),
        ("Achmad", "Akhmad"),
        ("Sjarifah", "Syarifah"),
        ("Anisa", "Annisa"),
        ("Nur'aini", "Nuraini"),
        ("Renée", "Rene"),
    ],
)
def test_old_and_new_spellings_meet(old: str, new: str) -> None:
    assert spelling_key(old) == spelling_key(new)
