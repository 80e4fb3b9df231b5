# SPDX-License-Identifier: Apache-2.0
"""What ends a line of the nightly check: one button each, for posts that may press it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from app.policies.access import Right
from app.services.acts import Act
from app.services.dormitory.away.vacate import release_bed
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.beds.receive import Receive, receive_client
from app.services.dormitory.beds.signing import ConfirmPermit, confirm_permit
from app.services.dormitory.beds.together import MoveTogether, move_together
from app.services.dormitory.night.alone import caretaker_minds
from app.services.dormitory.night.night_list import CureKind, Named, NightLine
from app.services.dormitory.replan.apply import Beds
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.short_list import joined
from app.ui.widgets.together import with_family
from app.ui.workplace import Workplace

_RIGHTS: dict[CureKind, Right] = {
    CureKind.MOVE: Right.PLACE_CLIENT,
    CureKind.REPLAN: Right.REPLAN,
    CureKind.FIND_BED: Right.PLACE_CLIENT,
    CureKind.RECEIVE: Right.PLACE_CLIENT,
    CureKind.RELEASE_BED: Right.VACATE_BED,
    CureKind.CONFIRM: Right.SETTLE_PERMIT,
    CureKind.PLAN_CARETAKER: Right.PLAN_DUTY,
}


class NightCures(QObject):
    """Makes the button of a line and does what it says.

    Signals:
        begun: an act is on its way.
        done: it is done.
        failed(error): it could not be done.
        bed_wanted(id): somebody needs a bed.
        replan_wanted: no single legal move ends a line.
        caretakers_wanted: the roster of caretakers has a gap.
    """

    begun = Signal()
    done = Signal()
    failed = Signal(object)
    bed_wanted = Signal(object)
    replan_wanted = Signal()
    caretakers_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._owner = workplace, parent

    def of(self, line: NightLine) -> QPushButton | None:
        """Return the button that ends a line, or None where this post may not or nothing has to."""
        right = _RIGHTS.get(line.cure.kind)
        if right is None or not self._workplace.may(right):
            return None
        who = self._who(line)
        ways: dict[CureKind, tuple[str, Icon, Callable[[], None]]] = {
            CureKind.MOVE: (
                self.tr("Move {0} to {1}").format(who, line.cure.place),
                Icon.DORMITORY,
                partial(self._move, line, who),
            ),
            CureKind.REPLAN: (
                self.tr("Plan the house anew"),
                Icon.SWAP,
                self.replan_wanted.emit,
            ),
            CureKind.FIND_BED: (
                self.tr("Find a bed"),
                Icon.DORMITORY,
                partial(self.bed_wanted.emit, line.cure.person_id),
            ),
            CureKind.RECEIVE: (
                self.tr("Received"),
                Icon.ALLOWED,
                partial(self._receive, line, who),
            ),
            CureKind.RELEASE_BED: (
                self.tr("Release the bed"),
                Icon.AWAY,
                partial(self._release, line, who),
            ),
            CureKind.CONFIRM: (
                self.tr("Confirm the signature"),
                Icon.ALLOWED,
                partial(self._confirm, line, who),
            ),
            CureKind.MIND: (
                self.tr("The caretaker looks after the child"),
                Icon.SHIELD,
                partial(self._mind, line, who),
            ),
            CureKind.PLAN_CARETAKER: (
                self.tr("Plan a caretaker"),
                Icon.PEOPLE,
                self.caretakers_wanted.emit,
            ),
        }
        text, icon, act = ways[line.cure.kind]
        about = who if line.people else line.wing
        name = text if line.cure.kind is CureKind.MOVE or not about else f"{text}: {about}"
        return button(self._workplace.looks, text, act, icon=icon, name=name)

    def called(self, her: Named) -> str:
        """Return what somebody is called on screen now, with her code."""
        called = shown.called(her.name, her.number, hide=self._workplace.masking)
        return called if called == her.number else f"{called} ({her.number})"

    def _who(self, line: NightLine) -> str:
        moves = [each for each in line.people if each.person_id == line.cure.person_id]
        return self.called((moves or line.people)[0]) if line.people else ""

    def _move(self, line: NightLine, who: str) -> None:
        if line.cure.person_id is None or line.cure.bed_id is None:
            return
        alone = PlaceClient(line.cure.person_id, line.cure.bed_id)
        label = self.tr("Moving {0} to {1}").format(who, line.cure.place)

        def go(beds: Beds) -> None:
            if len(beds) > 1:
                self._do(move_together, MoveTogether(beds), label)
            else:
                self._do(move_client, alone, label)

        title = joined(who, line.cure.place)
        beds = ((alone.person_id, alone.bed_id),)
        with_family(self._owner, self._workplace, title, beds, go, lambda: None)

    def _receive(self, line: NightLine, who: str) -> None:
        if line.cure.stay_id is not None:
            label = self.tr("Receiving {0}").format(who)
            self._do(receive_client, Receive(line.cure.stay_id), label)

    def _mind(self, line: NightLine, who: str) -> None:
        label = self.tr("The caretaker looks after the child")
        self._do(caretaker_minds, line.cure.person_id, joined(label, who))

    def _release(self, line: NightLine, who: str) -> None:
        label = self.tr("Releasing the bed of {0}").format(who)
        self._do(release_bed, line.cure.person_id, label)

    def _confirm(self, line: NightLine, who: str) -> None:
        if line.cure.permit_id is not None:
            key = ConfirmPermit(line.cure.permit_id, line.cure.version)
            self._do(confirm_permit, key, self.tr("Confirming the signature for {0}").format(who))

    def _do(self, act: Act[Any, Any], command: Any, label: str) -> None:
        self.begun.emit()
        self._workplace.act(
            self._owner,
            act,
            command,
            lambda _value: self.done.emit(),
            self.failed.emit,
            label=label,
        )
