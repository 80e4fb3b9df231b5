# SPDX-License-Identifier: Apache-2.0
"""What a room was, is and will be used for, with the days."""

from uuid import UUID

from PySide6.QtGui import QIcon

from app.policies.access import Right
from app.services.dormitory.rooms.purpose_list import PurposeLine, purposes
from app.services.dormitory.rooms.purposes import CancelPurpose, cancel_purpose
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class PurposeDates(Acting):
    """Planned changes first, then the newest; of one room, or of the whole house.

    Signals:
        said(text): something worth a toast.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._room_id: UUID | None = None
        self.about = sentence()
        self.cancel_button = button(
            workplace.looks, self.tr("Cancel this plan"), self.cancel, icon=Icon.CLOSE
        )
        self._dates = Listing(
            self.tr("Use of rooms by date"),
            self.tr("No change of use is planned or noted."),
            None,
            self.cancel_button,
        )
        self.lines = self._dates.list
        self.lines.currentItemChanged.connect(lambda _now, _before: self._fit())
        self.setLayout(
            column(heading(self.tr("Use by date")), self.about, self.banner, self._dates, margin=8)
        )
        self._show(())

    @property
    def chosen(self) -> PurposeLine | None:
        """Return the chosen change."""
        line: PurposeLine | None = self.lines.chosen
        return line

    def open_for(self, room_id: UUID | None, name: str) -> None:
        """Show the dates of one room, or of all rooms."""
        self._room_id = room_id
        self.about.setText(name or self.tr("All rooms"))
        self.banner.clear()
        self.reload()

    def reload(self) -> None:
        """Ask for the dates again."""
        asked = self._room_id
        self._workplace.ask(
            self,
            purposes,
            asked,
            lambda lines: self._show(lines) if asked == self._room_id else None,
        )

    def cancel(self) -> None:
        """Drop the chosen plan and the moves planned for it."""
        line = self.chosen
        if line is not None and line.planned:
            command = CancelPurpose(line.change_id, line.version)
            label = self.tr("Cancelling the plan for {0}").format(line.room_name)
            self.perform(cancel_purpose, lambda: command, self._cancelled, label)

    def _cancelled(self, _done: object) -> None:
        self.reload()
        self.said.emit(self.tr("The plan is cancelled, with the moves planned for it."))

    def _show(self, lines: tuple[PurposeLine, ...]) -> None:
        self.lines.fill(
            ((self._text(line), line) for line in lines),
            lambda one, other: one.change_id == other.change_id,
            self._icon,
        )
        self._fit()

    def _icon(self, line: PurposeLine) -> QIcon:
        if not line.planned:
            return QIcon()
        return self._workplace.looks.icon(Icon.CLOCK, "muted" if line.waiting is None else "warn")

    def _fit(self) -> None:
        line = self.chosen
        may = self._workplace.may(Right.MANAGE_ROOMS)
        self.cancel_button.setHidden(line is None or not line.planned or not may)

    def _text(self, line: PurposeLine) -> str:
        day = shown.short_day(line.from_day)
        since = self.tr("planned from {0}") if line.planned else self.tr("since {0}")
        before = self.tr("before: {0}").format(words(line.before)) if line.before else ""
        moves = self.tr("moves still to be made: {0}").format(line.moves) if line.moves else ""
        return joined(
            line.room_name if self._room_id is None else "",
            words(line.purpose),
            since.format(day),
            before,
            self.tr("waits: {0}").format(words(line.waiting)) if line.waiting else "",
            moves,
            line.why,
            line.decided_by,
        )
