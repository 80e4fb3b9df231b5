# SPDX-License-Identifier: Apache-2.0
"""Passwords, PINs, logins, waiting, and the access matrix."""

from uuid import UUID

import pytest

from app.policies.access import Actor, Right, Role, may
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.policies.staff.backoff import wait_seconds
from app.policies.staff.logins import login_problem
from app.policies.staff.passwords import password_problem
from app.policies.staff.pin import pin_problem


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("hujan di bulan juni", None),
        ("pendek", Reason.PASSWORD_SHORT),
        ("dewidewi", Reason.PASSWORD_SHORT),
        ("dewikartikadewikartika", Reason.PASSWORD_LIKE_LOGIN),
        ("KataSandi123", Reason.PASSWORD_COMMON),
        ("aaaaaaaaaaaa", Reason.PASSWORD_COMMON),
        ("abababababab", Reason.PASSWORD_COMMON),
    ],
)
def test_passwords(password: str, reason: Reason | None) -> None:
    assert password_problem(password, "dewikartika") is reason


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("274916", None),
        ("27491", Reason.PIN_NOT_SIX_DIGITS),
        ("27491a", Reason.PIN_NOT_SIX_DIGITS),
        ("٢٧٤٩١٦", Reason.PIN_NOT_SIX_DIGITS),
        ("111111", Reason.PIN_TOO_SIMPLE),
        ("123456", Reason.PIN_TOO_SIMPLE),
        ("654321", Reason.PIN_TOO_SIMPLE),
        ("890123", Reason.PIN_TOO_SIMPLE),
        ("123123", Reason.PIN_TOO_SIMPLE),
        ("112211", Reason.PIN_TOO_SIMPLE),
    ],
)
def test_pins(pin: str, reason: Reason | None) -> None:
    assert pin_problem(pin) is reason


def test_waiting_grows_and_never_becomes_for_good() -> None:
    waits = [wait_seconds(failures) for failures in range(12)]
    assert waits[:5] == [0] * 5
    assert waits[5:8] == [30, 60, 120]
    assert waits == sorted(waits)
    assert wait_seconds(10**9) == 300


@pytest.mark.parametrize("login", ["dewi", "d2", "dewi.k", "a-b"])
def test_logins(login: str) -> None:
    assert login_problem(login) is None


@pytest.mark.parametrize("login", ["", "d", "Dewi", "dewi kartika", ".dewi", "dewi-", "x" * 25])
def test_unreadable_logins(login: str) -> None:
    assert login_problem(login) is Reason.LOGIN_UNREADABLE


def _actor(role: Role) -> Actor:
    return Actor(UUID(int=1), "x", "X", role)


@pytest.mark.parametrize(
    ("right", "roles"),
    [
        (Right.REGISTER_ARRIVAL, {Role.HEAD, Role.COORDINATOR, Role.DUTY_OFFICER}),
        (Right.PLACE_CLIENT, {Role.HEAD, Role.COORDINATOR, Role.DUTY_OFFICER, Role.CARETAKER}),
        (Right.MANAGE_ACCOUNTS, {Role.HEAD, Role.COORDINATOR}),
        (Right.READ_AUDIT, {Role.HEAD, Role.COORDINATOR}),
        (Right.READ_ROOMS, set(Role)),
    ],
)
def test_who_may(right: Right, roles: set[Role]) -> None:
    assert {role for role in Role if may(_actor(role), right)} == roles


@pytest.mark.parametrize(
    ("info", "role", "seen"),
    [
        (InfoClass.HEALTH, Role.DUTY_OFFICER, Sight.MASKED),
        (InfoClass.HEALTH, Role.HEAD, Sight.NONE),
        (InfoClass.HEALTH, Role.SECRETARIAT, Sight.NONE),
        (InfoClass.PRESENCE, Role.SECRETARIAT, Sight.MASKED),
        (InfoClass.IDENTITY, Role.CARETAKER, Sight.NONE),
        (InfoClass.AUDIT, Role.DUTY_OFFICER, Sight.NONE),
        (InfoClass.SECRET, Role.HEAD, Sight.NONE),
    ],
)
def test_who_sees_what(info: InfoClass, role: Role, seen: Sight) -> None:
    assert sight(role, info) is seen


@pytest.mark.parametrize("role", list(Role))
def test_whoever_may_send_somebody_out_may_note_that_she_is_back(role: Role) -> None:
    actor = _actor(role)
    assert may(actor, Right.NOTE_BACK) or not may(actor, Right.SEND_OUT)
