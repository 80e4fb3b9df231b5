# SPDX-License-Identifier: Apache-2.0
"""Passwords: long enough, not guessable at first try; a sentence is welcome."""

from app.policies.reasons import Reason

SHORTEST = 10
_COMMON = frozenset(
    {
        "1234567890",
        "0123456789",
        "12345678910",
        "password123",
        "katasandi123",
        "katasandi1",
        "indonesia1",
        "indonesia123",
        "rahasia123",
        "bismillah1",
        "bismillah123",
        "qwertyuiop",
        "sayangkamu",
        "administrator",
        "adminadmin",
        "passwordpassword",
        "merdeka1945",
        "pancasila1945",
    }
)


def password_problem(password: str, login: str) -> Reason | None:
    """Return why a password is not taken, or None when it is."""
    folded = password.casefold()
    if len(password) < SHORTEST:
        return Reason.PASSWORD_SHORT
    if login and folded.strip() in {login.casefold(), login.casefold() * 2}:
        return Reason.PASSWORD_LIKE_LOGIN
    if folded in _COMMON or len(set(folded)) < 3:
        return Reason.PASSWORD_COMMON
    return None
