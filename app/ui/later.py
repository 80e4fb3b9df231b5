# SPDX-License-Identifier: Apache-2.0
"""Screens by their names: what nobody looks at is not even imported (ADR 0007)."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Later:
    """A kind of screen, or of steps through screens, that is imported when it is first made.

    Attributes:
        module: below ``app.ui``.
        name: of the class.
    """

    module: str
    name: str

    @property
    def kind(self) -> Any:
        """Return the class."""
        return getattr(import_module(f"app.ui.{self.module}"), self.name)

    def __call__(self, *arguments: object) -> Any:
        """Return a screen."""
        return self.kind(*arguments)


def lead(screen: QWidget, ways: dict[str, Callable[..., object]]) -> None:
    """Connect the signals that a screen has to where they lead.

    Args:
        screen: any screen.
        ways: by the names of signals; those the screen does not have are left out.
    """
    for signal, way in ways.items():
        if hasattr(screen, signal):
            getattr(screen, signal).connect(way)
