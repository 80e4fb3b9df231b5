# SPDX-License-Identifier: Apache-2.0
"""Names in any order, glued, misspelt or longer than she is called; numbers as they are."""

from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.people.spelling import spelling_key
from app.services.search.index import Found, FoundKind, SearchIndex, find, indexed

NAMES = (
    "Siti Nur Lestari",
    "Nurhayati",
    "Lestari Nur Situmorang",
    "Dewi Kusuma",
    "Djumilah",
    "Endang Wulandari",
    "Sri Wulan",
    "Ani",
)


def index_of(names: tuple[str, ...]) -> SearchIndex:
    keys = tuple(spelling_key(name) for name in names)
    numbers = tuple(f"REG-2611-{place:03d}" for place in range(len(names)))
    results = [
        Found(FoundKind.PERSON, UUID(int=place), *told)
        for place, told in enumerate(zip(names, numbers, strict=True))
    ]
    return indexed(
        results,
        keys,
        (f"{key} {spelling_key(number)}" for key, number in zip(keys, numbers, strict=True)),
    )


INDEX = index_of(NAMES)


def labels(typed: str) -> list[str]:
    return [found.label for found in find(INDEX, typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lestari siti", "Siti Nur Lestari"),
        ("nurlestari", "Siti Nur Lestari"),
        ("Nur Hayati", "Nurhayati"),
        ("wulandri", "Endang Wulandari"),
        ("wulandari endang", "Endang Wulandari"),
        ("Dewi Kusuma Putri Rahayu", "Dewi Kusuma"),
        ("jumila", "Djumilah"),
        ("jumlah binti ahmad", "Djumilah"),
        ("2611 00", "Siti Nur Lestari"),
    ],
)
def test_the_first_of_what_is_found(typed: str, first: str) -> None:
    assert labels(typed)[0] == first


@pytest.mark.parametrize(
    "typed", ["zzyx", "qq", "hantiputri", "reg 9999 888", "reg-2161-006", "0061"]
)
def test_what_is_like_nothing_finds_nobody(typed: str) -> None:
    assert labels(typed) == []


def test_a_name_is_no_part_of_what_was_typed() -> None:
    assert "Ani" not in labels("handayani")


def test_her_words_are_found_in_any_order() -> None:
    for name in NAMES:
        for words in permutations(name.split()):
            assert labels(" ".join(words))[0] == name


@given(st.sampled_from([name for name in NAMES if len(name) > 5]), st.data())
def test_one_letter_left_out_still_finds_her(name: str, data: st.DataObject) -> None:
    places = [at for at, letter in enumerate(name) if letter != " "]
    at = data.draw(st.sampled_from(places))
    assert name in labels(name[:at] + name[at + 1 :])


@pytest.mark.parametrize("typed", ["REG-2611-006", "reg 2611 006", "2611006", "2611-006", "006"])
def test_a_number_typed_whole_finds_one_person(typed: str) -> None:
    assert labels(typed) == ["Sri Wulan"]
