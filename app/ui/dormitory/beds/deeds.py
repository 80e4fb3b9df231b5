# SPDX-License-Identifier: Apache-2.0
"""What can be done on the board besides placing, each in a panel of the drawer."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import Refused
from app.policies.access import Right
from app.policies.dormitory.beds.board import BedState
from app.policies.people.age import TreatedAs
from app.services.acts import Act
from app.services.dormitory.away.absences import EndAbsence, end_absence
from app.services.dormitory.beds.block import LiftBlock, lift_block
from app.services.dormitory.beds.mattress import lay_mattress
from app.services.dormitory.beds.receive import Receive, receive_client
from app.services.dormitory.beds.reserve import ReleaseBeds, release_beds
from app.services.dormitory.facts.room_list import BedLine, RoomLine
from app.ui import format as shown
from app.ui.dormitory.away.send_out_panel import SendOutPanel
from app.ui.dormitory.away.vacate_panel import VacatePanel
from app.ui.dormitory.beds.block_panel import BlockPanel
from app.ui.dormitory.beds.reserve_panel import ReservePanel
from app.ui.dormitory.beds.selected import Selected
from app.ui.dormitory.beds.side import Deed
from app.ui.dormitory.rooms.plan_move_form import PlanMoveForm
from app.ui.dormitory.rules.needs import NeedsPanel
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.workplace import Workplace


class Deeds(QObject):
    """Knows which deeds fit a person or a bed and this post.

    Signals:
        said(text): something worth a toast.
        swap_wanted(person_id): the selected person should change beds with this one.
        closed: a panel of the drawer is done with.
    """

    said = Signal(str)
    swap_wanted = Signal(object)
    closed = Signal()

    def __init__(self, workplace: Workplace, drawer: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drawer = drawer
        self._panels: dict[type[QWidget], Any] = {}

    def of_person(self, who: Selected, before: Selected | None) -> list[Deed]:
        """Return what can be done with a person; ``before`` was selected before her."""
        name = shown.person(who.name, who.number, hide=self._workplace.masking)
        masked = shown.person(who.name, who.number, hide=True)
        child = who.treated_as is TreatedAs.CHILD
        swaps = before is not None and before.has_bed and who.has_bed
        wanted: list[tuple[bool, Right, Deed]] = [
            (
                who.on_the_way and who.stay_id is not None,
                Right.PLACE_CLIENT,
                Deed(self.tr("Received in the wing"), Icon.ALLOWED, partial(self._receive, who)),
            ),
            (
                who.away,
                Right.NOTE_BACK,
                Deed(self.tr("She is back"), Icon.HOME, partial(self._back, who, masked)),
            ),
            (
                swaps,
                Right.PLACE_CLIENT,
                Deed(self._swap_text(before), Icon.SWAP, partial(self._swap, before)),
            ),
            (
                True,
                Right.NOTE_NEEDS,
                Deed(
                    self.tr("Needs"),
                    Icon.SHIELD,
                    lambda: self._open(NeedsPanel).open_for(who.person_id, name),
                ),
            ),
            (
                not who.away,
                Right.SEND_OUT,
                Deed(
                    self.tr("Goes out"),
                    Icon.AWAY,
                    lambda: self._open(SendOutPanel).open_for(who.person_id, name),
                ),
            ),
            (
                who.has_bed,
                Right.PLACE_CLIENT,
                Deed(
                    self.tr("Plan a move"),
                    Icon.CLOCK,
                    lambda: self._open(PlanMoveForm).open_for(
                        who.person_id, name, self._tomorrow()
                    ),
                ),
            ),
            (
                True,
                Right.VACATE_BED,
                Deed(
                    self.tr("Leaves for good"),
                    Icon.CLOSE_ACCOUNT,
                    lambda: self._open(VacatePanel).open_for(who.person_id, name, child),
                ),
            ),
        ]
        return [deed for fits, right, deed in wanted if fits and self._workplace.may(right)]

    def of_bed(self, room: RoomLine, bed: BedLine) -> list[Deed]:
        """Return what can be done with a bed that nobody has."""
        place = f"{room.name}-{bed.label}"
        closed = bed.closed or room.closed
        wanted: list[tuple[bool, Right, Deed]] = [
            (
                bed.state is BedState.FREE,
                Right.RESERVE_BED,
                Deed(
                    self.tr("Reserve"),
                    Icon.CLOCK,
                    lambda: self._open(ReservePanel).open_for(((bed.bed_id, place),)),
                ),
            ),
            (
                bed.hold_id is not None,
                Right.RESERVE_BED,
                Deed(self.tr("Release"), Icon.ALLOWED, partial(self._release, bed, place)),
            ),
            (
                closed is not None,
                Right.BLOCK_BED,
                Deed(self.tr("Lift the block"), Icon.ALLOWED, partial(self._lift, bed, room)),
            ),
            (
                bed.closed is None and not bed.out_of_use,
                Right.BLOCK_BED,
                Deed(
                    self.tr("Block this bed"),
                    Icon.BED_BROKEN,
                    lambda: self._open(BlockPanel).open_for(bed.bed_id, None, place),
                ),
            ),
            (
                room.closed is None and not any(each.sleeper for each in room.beds),
                Right.BLOCK_BED,
                Deed(
                    self.tr("Block the room"),
                    Icon.ROOM,
                    lambda: self._open(BlockPanel).open_for(None, room.room_id, room.name),
                ),
            ),
            (
                True,
                Right.PLACE_CLIENT,
                Deed(self.tr("Lay a mattress"), Icon.DORMITORY, partial(self._lay, room)),
            ),
        ]
        return [deed for fits, right, deed in wanted if fits and self._workplace.may(right)]

    def _open(self, kind: type[QWidget]) -> Any:
        panel = self._panels.get(kind)
        if panel is None:
            made: Any = kind(self._workplace)  # type: ignore[call-arg, arg-type]
            panel = self._panels[kind] = made
            panel.closed.connect(self._close)
            if hasattr(panel, "said"):
                panel.said.connect(self.said)
            self._drawer.addWidget(panel)
        self._drawer.setCurrentWidget(panel)
        return panel

    def _close(self) -> None:
        self._drawer.setCurrentIndex(0)
        self.closed.emit()

    def _tomorrow(self) -> date:
        workplace = self._workplace
        return workplace.zone.today(workplace.now()) + timedelta(days=1)

    def _do(self, act: Act[Any, Any], command: object, label: str = "") -> None:
        self._workplace.act(self, act, command, None, self._refused, label=label)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.said.emit(sentences(error.reasons))
        else:
            self._workplace.tasks.failed.emit(error)

    def _receive(self, who: Selected) -> None:
        if who.stay_id is not None:
            self._do(receive_client, Receive(who.stay_id))

    def _back(self, who: Selected, masked: str) -> None:
        label = self.tr("{0} is back").format(masked)
        self._do(end_absence, EndAbsence(who.person_id), label)

    def _swap_text(self, before: Selected | None) -> str:
        if before is None:
            return ""
        name = shown.person(before.name, before.number, hide=self._workplace.masking)
        return self.tr("Swap with {0} ({1})").format(name, before.place)

    def _swap(self, before: Selected | None) -> None:
        if before is not None:
            self.swap_wanted.emit(before.person_id)

    def _release(self, bed: BedLine, place: str) -> None:
        if bed.hold_id is not None:
            self._do(
                release_beds,
                ReleaseBeds((bed.hold_id,)),
                self.tr("Releasing {0}").format(place),
            )

    def _lift(self, bed: BedLine, room: RoomLine) -> None:
        closed = bed.closed or room.closed
        if closed is not None:
            self._do(
                lift_block,
                LiftBlock(closed.block_id, closed.version),
                self.tr("Lifting the block of {0}").format(room.name),
            )

    def _lay(self, room: RoomLine) -> None:
        self._do(lay_mattress, room.room_id, self.tr("Laying a mattress in {0}").format(room.name))
