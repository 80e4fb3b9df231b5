# SPDX-License-Identifier: Apache-2.0
"""A masked reason reads the same for whoever may not know it; who may sign, and when."""

from datetime import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.access import Role
from app.policies.dormitory.beds.facts import Guest, Room
from app.policies.dormitory.beds.holds import may_sign
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.beds.secrecy import told
from app.policies.reasons import MASKED_REASONS, Reason
from tests.helpers.ages import TODAY
from tests.policies.dormitory.houses import people, rooms

WITHOUT_SIGHT = (Role.DUTY_OFFICER, Role.CARETAKER, Role.SECRETARIAT)
IN_CHARGE = (Role.HEAD, Role.COORDINATOR)
OF_THE_CASE = (Role.SOCIAL_WORKER, Role.PSYCHOLOGIST)
OPEN = sorted(set(Reason) - MASKED_REASONS - {Reason.MASKED_RULE})
some_reasons = st.lists(st.sampled_from(sorted(Reason)), max_size=8)


@pytest.mark.parametrize("role", WITHOUT_SIGHT)
@given(
    st.lists(st.sampled_from(OPEN), max_size=5),
    st.lists(st.sampled_from(sorted(MASKED_REASONS)), min_size=1, max_size=3),
    st.randoms(use_true_random=False),
)
def test_every_secret_reads_alike_wherever_it_stands(
    role: Role, public: list[Reason], secret: list[Reason], chance: Random
) -> None:
    mixed = [*public, *secret]
    chance.shuffle(mixed)
    order = [reason for reason in mixed if reason not in MASKED_REASONS]
    assert told(role, mixed) == (*dict.fromkeys(order), Reason.MASKED_RULE)


@pytest.mark.parametrize("role", Role)
@given(some_reasons)
def test_nobody_reads_more_than_she_may_know(role: Role, reasons: list[Reason]) -> None:
    read = told(role, reasons)
    assert len(set(read)) == len(read)
    assert bool(read) is bool(reasons)
    assert set(read) <= {*reasons, Reason.MASKED_RULE}
    if role in WITHOUT_SIGHT:
        assert not MASKED_REASONS & set(read)
    if role in IN_CHARGE:
        assert Reason.EXPLOITED_APART not in read
    if role in OF_THE_CASE and Reason.MASKED_RULE not in reasons:
        assert read == tuple(dict.fromkeys(reasons))
    assert told(role, read) == read


@pytest.mark.parametrize("role", IN_CHARGE)
def test_who_leads_knows_about_safety_and_not_about_the_case(role: Role) -> None:
    assert told(role, [Reason.KEPT_APART, Reason.EXPLOITED_APART]) == (
        Reason.KEPT_APART,
        Reason.MASKED_RULE,
    )


@given(people(1), rooms(), st.sampled_from(WITHOUT_SIGHT))
def test_trying_beds_one_by_one_tells_no_secret_apart(her: Guest, where: Room, role: Role) -> None:
    for bed in where.beds:
        reasons = why_not(her, bed, where, TODAY).reasons
        public = tuple(reason for reason in reasons if reason not in MASKED_REASONS)
        hidden = (Reason.MASKED_RULE,) if public != reasons else ()
        assert told(role, reasons) == (*public, *hidden)


@pytest.mark.parametrize(
    ("hour", "minute", "signs"),
    [
        (16, 0, True),
        (23, 59, True),
        (0, 0, True),
        (2, 0, True),
        (7, 59, True),
        (8, 0, False),
        (12, 0, False),
        (15, 59, False),
    ],
)
def test_the_duty_officer_signs_at_night_only(hour: int, minute: int, signs: bool) -> None:
    local = datetime(2026, 11, 24, hour, minute)
    assert may_sign(Role.DUTY_OFFICER, local) is signs
    assert all(may_sign(role, local) for role in IN_CHARGE)
    others = set(Role) - {*IN_CHARGE, Role.DUTY_OFFICER}
    assert not any(may_sign(role, local) for role in others)
