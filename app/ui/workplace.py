# SPDX-License-Identifier: Apache-2.0
"""What every screen holds: the open shelter, who acts, and the way to act and to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.clock import Clock, Timepiece, Zone
from app.config import Paths
from app.policies.access import Actor, Right, may
from app.services.acts import Act, Done, House, Inverse, Query, ask, execute, save_quietly
from app.services.staff.setup import ShelterFacts
from app.ui.rounds import Rounds
from app.ui.tasks import Tasks
from app.ui.theme.style import Looks

C = TypeVar("C")
R = TypeVar("R")
_UNDO_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Undoable:
    """An act that can be taken back, with the words the status line shows for it."""

    label: str
    inverse: Inverse


class Workplace(QObject):
    """The open shelter as screens see it.

    Signals:
        kept(when): an act or a draft reached the disk.
        undo_changed: another act can be undone now, or none.
        masking_changed: names are shown or masked.
        actor_changed: another officer acts.
    """

    kept = Signal(object)
    undo_changed = Signal()
    masking_changed = Signal()
    actor_changed = Signal()

    def __init__(
        self,
        paths: Paths,
        house: House,
        actor: Actor,
        shelter: ShelterFacts,
        tasks: Tasks,
        looks: Looks,
        *,
        training: bool,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.house = house
        self.actor = actor
        self.shelter = shelter
        self.tasks = tasks
        self.looks = looks
        self.training = training
        self.masking = True
        self._undo: list[Undoable] = []
        self._fresh = False
        self.rounds = Rounds(self)

    @property
    def zone(self) -> Zone:
        """Return the shelter's zone."""
        return self.house.zone

    @property
    def clock(self) -> Clock:
        """Return the clock."""
        return self.house.clock

    @property
    def clock_offset(self) -> timedelta:
        """Return what is added to the PC's clock, because somebody said it is wrong."""
        return self.clock.offset if isinstance(self.clock, Timepiece) else timedelta()

    def now(self) -> datetime:
        """Return the present instant."""
        return self.house.clock()

    def may(self, right: Right) -> bool:
        """Say whether the acting officer has a right."""
        return may(self.actor, right)

    def act(
        self,
        owner: QObject,
        what: Act[C, R],
        command: C,
        on_done: Callable[[R], None] | None = None,
        on_failed: Callable[[Exception], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        """Perform an act; ``label`` names it in the undo offer where it has an inverse."""
        house, actor = self.house, self.actor

        def done(result: Done[R]) -> None:
            self.kept.emit(self.now())
            self._fresh = result.inverse is not None and bool(label)
            if result.inverse is not None and label:
                self._undo = [*self._undo, Undoable(label, result.inverse)][-_UNDO_DEPTH:]
                self.undo_changed.emit()
            if on_done is not None:
                on_done(result.value)
            self.tasks.announce(result.topics, owner)

        self.tasks.write(owner, lambda: execute(house, actor, what, command), done, on_failed)

    def keep(
        self,
        owner: QObject,
        what: Act[C, R],
        command: C,
        on_done: Callable[[R], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Autosave quietly."""
        house, actor = self.house, self.actor

        def done(value: R) -> None:
            self.kept.emit(self.now())
            on_done(value)

        self.tasks.write(owner, lambda: save_quietly(house, actor, what, command), done, on_failed)

    def ask(
        self,
        owner: QObject,
        what: Query[C, R],
        question: C,
        on_done: Callable[[R], None],
        on_failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Ask a question."""
        house, actor = self.house, self.actor
        self.tasks.read(owner, lambda: ask(house, actor, what, question), on_done, on_failed)

    @property
    def undoable(self) -> Undoable | None:
        """Return the act that undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def just_done(self) -> Undoable | None:
        """Return the very last act, when it can be taken back."""
        return self.undoable if self._fresh else None

    def undo(
        self,
        owner: QObject,
        on_done: Callable[[str], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Take the newest undoable act back; a refused one leaves the list too."""
        if not self._undo:
            return
        last = self._undo.pop()
        self.undo_changed.emit()
        self.act(
            owner,
            last.inverse.act,
            last.inverse.command,
            lambda _value: on_done(last.label),
            on_failed,
        )

    def forget_undo(self) -> None:
        """Drop the undo list; own acts only, so a change of officer empties it."""
        self._undo = []
        self.undo_changed.emit()

    def set_masking(self, masking: bool) -> None:
        """Mask names on screen or show them."""
        self.masking = masking
        self.masking_changed.emit()

    def become(self, actor: Actor) -> None:
        """Let another officer act from now on."""
        self.actor = actor
        self.forget_undo()
        self.actor_changed.emit()

    def replace_house(self, house: Any) -> None:
        """Go on with a house that was opened anew."""
        self.house = house
