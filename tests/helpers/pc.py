# SPDX-License-Identifier: Apache-2.0
"""A PC whose clock anybody can set and whose battery may be empty."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.clock import Pc, Timepiece, Zone

IN_JAKARTA = Pc(shown=lambda: Zone.WIB.ahead)
"""This PC, in the zone of the shelters of the tests."""


@dataclass
class WrongPc:
    """What this PC shows; time passes for both of its clocks, somebody sets only one."""

    moment: datetime
    shown: timedelta = Zone.WIB.ahead
    _passed: float = field(default=0.0)

    def timepiece(self) -> Timepiece:
        """Return a clock that goes by this PC."""
        return Timepiece(Pc(lambda: self.moment, lambda: self.shown, lambda: self._passed))

    def wait(self, **by: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**by)
        self._passed += timedelta(**by).total_seconds()

    def set_to(self, moment: datetime) -> None:
        """Set the clock people see."""
        self.moment = moment
