# SPDX-License-Identifier: Apache-2.0
"""People, beds and rooms for the tests of the rooming rules, and strategies that draw them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from app.policies.dormitory.beds.facts import Bed, Guest, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.rules.needs import House, Needs
from tests.helpers.ages import born

ADULT = date(2010, 1, 1)
UNTIL = datetime(2026, 11, 24, 16, tzinfo=UTC)


def uid(number: int) -> UUID:
    return UUID(int=number)


def guest(number: int, years: int | None = 30, *, male: bool = False, **needs: Any) -> Guest:
    """Return somebody with needs: a child below 18 and where no age is known."""
    grown = years is not None and years >= 18
    return Guest(
        uid(number),
        ADULT if grown else None,
        years,
        born(years),
        male=male,
        needs=Needs(**needs),
    )


def in_bed(who: Guest, bed: Bed) -> Occupant:
    return who.lying(bed.bed_id)


def room(*inside: Guest, beds: int = 3, **facts: Any) -> Room:
    """Return a bedroom on the ground floor, near the caretaker, for anybody."""
    made = tuple(Bed(uid(10_100 + at), "ABCDEF"[at]) for at in range(beds))
    plain = Room(
        uid(101),
        "101",
        1,
        Side.ANY,
        RoomPurpose.BEDROOM,
        near_caretaker=True,
        beds=made,
        occupants=tuple(in_bed(who, bed) for who, bed in zip(inside, made, strict=False)),
    )
    return replace(plain, **facts)


def kept(whom: int | None = None) -> Reserved:
    return Reserved(uid(1), "12 dari Polres", None if whom is None else uid(whom), UNTIL)


def having(where: Room, label: str, **facts: Any) -> Room:
    """Return a room with one bed of it changed."""
    beds = tuple(replace(bed, **facts) if bed.label == label else bed for bed in where.beds)
    return replace(where, beds=beds)


_NUMBERS = st.integers(1, 6)
_PAIRS = st.frozensets(
    st.tuples(_NUMBERS, _NUMBERS)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: (uid(pair[0]), uid(pair[1]))),
    max_size=4,
)
kins = st.builds(
    lambda mothers, guardians, tonight, declared: Kin(
        mothers, guardians, tonight | declared, declared
    ),
    _PAIRS,
    _PAIRS,
    _PAIRS,
    _PAIRS,
)
needs = st.builds(
    Needs,
    house=st.sampled_from([None, *House]),
    exploited=st.sampled_from([None, True, False]),
    near=st.booleans(),
    company=st.booleans(),
    own_room=st.booleans(),
    step_free=st.booleans(),
    lower_bunk=st.booleans(),
    grown_boy=st.booleans(),
    apart_from=st.frozensets(_NUMBERS.map(uid), max_size=2),
)


def people(number: int) -> st.SearchStrategy[Guest]:
    """Draw one person of a number, of any age and with any needs."""
    return st.builds(
        lambda years, male, has_bed, wants: replace(
            guest(number, years, male=male), has_bed=has_bed, needs=wants
        ),
        st.sampled_from([None, 3, 8, 12, 13, 17, 18, 30, 60]),
        st.booleans(),
        st.booleans(),
        needs,
    )


@st.composite
def rooms(draw: st.DrawFn, most_inside: int = 3) -> Room:
    """Draw a room with any beds, and people 2, 3 and 4 in some of them."""
    flags = st.booleans()
    beds = tuple(
        Bed(
            uid(10_100 + at),
            "ABCD"[at],
            out_of_use=draw(st.sampled_from([False, False, False, True])),
            mattress=draw(flags),
            upper=draw(flags),
            blocked=draw(st.sampled_from([False, False, False, True])),
            reserved=draw(st.sampled_from([None, None, kept(), kept(1), kept(5)])),
        )
        for at in range(draw(st.integers(0, 4)))
    )
    lain = draw(st.permutations(beds))[: draw(st.integers(0, most_inside))]
    inside = tuple(in_bed(draw(people(2 + at)), bed) for at, bed in enumerate(lain))
    return Room(
        uid(101),
        "101",
        draw(st.integers(1, 2)),
        draw(st.sampled_from(Side)),
        draw(st.sampled_from([RoomPurpose.BEDROOM, RoomPurpose.BEDROOM, RoomPurpose.SPARE])),
        draw(flags),
        beds,
        inside,
        house=draw(st.sampled_from([None, *House])),
        step_free=draw(flags),
        blocked=draw(st.sampled_from([False, False, True])),
        most=draw(st.sampled_from([None, None, 0, 1, 2, 3])),
    )
