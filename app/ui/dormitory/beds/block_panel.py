# SPDX-License-Identifier: Apache-2.0
"""Closing a bed or a room for a time."""

from uuid import UUID

from PySide6.QtWidgets import QComboBox

from app.errors import Refused
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason
from app.services.dormitory.beds.block import Blocked, BlockPlace, block_place
from app.ui.dormitory.small_form import SmallForm
from app.ui.texts import words
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.workplace import Workplace


class BlockPanel(SmallForm):
    """Why nobody may sleep there, and up to which day."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._bed_id: UUID | None = None
        self._room_id: UUID | None = None
        self.kind = narrow(QComboBox())
        for kind in BlockKind:
            self.kind.addItem(words(kind), kind)
        self.why = line(longest=LONGEST_NOTE)
        self.until = line(longest=40)
        self.lay_out(
            self.tr("Block"),
            {
                "kind": Field(self.tr("Kind"), self.kind),
                "why": Field(self.tr("Why (at least 10 letters)"), self.why),
                "until_day": Field(
                    self.tr("Up to and including"), self.until, self.tr("Such as 30/11")
                ),
            },
            (self.tr("Block"), self._block),
        )

    def open_for(self, bed_id: UUID | None, room_id: UUID | None, place: str) -> None:
        """Begin with one bed or one room."""
        self._bed_id, self._room_id = bed_id, room_id
        self.start(place)

    def _block(self) -> None:
        self.finish(
            block_place,
            self._command,
            self._done,
            self.tr("Blocking {0}").format(self.about.text()),
        )

    def _command(self) -> BlockPlace:
        until = self.day(self.until, "until_day")
        if until is None:
            raise Refused(Reason.DAY_PAST, field="until_day")
        kind = BlockKind(self.kind.currentData())
        return BlockPlace(self._bed_id, self._room_id, kind, self.why.text(), until)

    def _done(self, blocked: Blocked) -> str:
        if blocked.reserved:
            return self.tr("{0} is blocked. Reserved beds that need another place: {1}.").format(
                self.about.text(), blocked.reserved
            )
        return self.tr("{0} is blocked.").format(self.about.text())
