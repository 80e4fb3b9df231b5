# SPDX-License-Identifier: Apache-2.0
"""Login names are opaque: short, plain, and no more than what stands beside the lock."""

import re

from app.policies.reasons import Reason

_LOGIN = re.compile(r"[a-z0-9](?:[a-z0-9.\-]{0,22}[a-z0-9])")


def login_problem(login: str) -> Reason | None:
    """Return why a login is not taken: 2 to 24 of a-z, 0-9, dot and hyphen inside."""
    return None if _LOGIN.fullmatch(login) else Reason.LOGIN_UNREADABLE
