# SPDX-License-Identifier: Apache-2.0
"""The PIN of one shift: its verifier lives in memory only and wraps no key."""

import hmac
from typing import NoReturn

from app.vault.cost import KdfCost
from app.vault.sealing import key_from_password, new_salt

_COST = KdfCost(memory=8 * 1024, passes=1, lanes=1)


class PinVerifier:
    """Checks a PIN a few times, then asks for the password again.

    ``tries_left`` counts down with each wrong PIN and starts anew with a right one.
    """

    def __init__(self, pin: str, tries: int) -> None:
        self._salt = new_salt()
        self._answer = key_from_password(pin, self._salt, _COST)
        self._tries = tries
        self.tries_left = tries

    def fits(self, pin: str) -> bool:
        """Say whether this is the PIN; always no once the tries are used up."""
        if self.tries_left <= 0:
            return False
        right = hmac.compare_digest(key_from_password(pin, self._salt, _COST), self._answer)
        self.tries_left = self._tries if right else self.tries_left - 1
        return right

    def __repr__(self) -> str:
        return "PinVerifier()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a PIN never leaves memory")
