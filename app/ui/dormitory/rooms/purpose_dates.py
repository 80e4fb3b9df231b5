# SPDX-License-Identifier: Apache-2.0
"""What a room was, is and will be used for, with the days."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.policies.access import Right
from app.services.dormitory.rooms.purpose_list import PurposeLine, purposes
from app.services.dormitory.rooms.purposes import CancelPurpose, cancel_purpose
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1


class PurposeDates(QWidget):
    """Planned changes first, then the newest; of one room, or of the whole house.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._room_id: UUID | None = None
        self._busy = False
        self.banner = Banner(workplace.looks)
        self.about = sentence()
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setAccessibleName(self.tr("Use of rooms by date"))
        self.lines.currentItemChanged.connect(lambda _now, _before: self._fit())
        self._none = sentence(self.tr("No change of use is planned or noted."), "muted")
        self.cancel_button = button(
            workplace.looks, self.tr("Cancel this plan"), self.cancel, icon=Icon.CLOSE
        )
        self.setLayout(
            column(
                heading(self.tr("Use by date")),
                self.about,
                self.banner,
                self._none,
                self.lines,
                row(None, self.cancel_button),
                margin=8,
            )
        )
        self._show(())

    @property
    def chosen(self) -> PurposeLine | None:
        """Return the chosen change."""
        item = self.lines.currentItem()
        line: PurposeLine | None = item.data(_LINE) if item is not None else None
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
        if line is None or not line.planned or self._busy:
            return
        self._busy = True
        self.banner.clear()
        self._workplace.act(
            self,
            cancel_purpose,
            CancelPurpose(line.change_id, line.version),
            lambda _done: self._cancelled(),
            self._failed,
            label=self.tr("Cancelling the plan for {0}").format(line.room_name),
        )

    def _cancelled(self) -> None:
        self._busy = False
        self.reload()
        self.said.emit(self.tr("The plan is cancelled, with the moves planned for it."))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, {}, self.reload)

    def _show(self, lines: tuple[PurposeLine, ...]) -> None:
        self.lines.clear()
        for line in lines:
            item = QListWidgetItem(self._text(line))
            if line.planned:
                tone = "muted" if line.waiting is None else "warn"
                item.setIcon(self._workplace.looks.icon(Icon.CLOCK, tone))
            item.setData(_LINE, line)
            self.lines.addItem(item)
        if lines:
            self.lines.setCurrentRow(0)
        self._none.setHidden(bool(lines))
        self.lines.setHidden(not lines)
        self._fit()

    def _fit(self) -> None:
        line = self.chosen
        may = self._workplace.may(Right.MANAGE_ROOMS)
        self.cancel_button.setHidden(line is None or not line.planned or not may)

    def _text(self, line: PurposeLine) -> str:
        day = shown.short_day(line.from_day)
        since = self.tr("planned from {0}") if line.planned else self.tr("since {0}")
        before = self.tr("before: {0}").format(words(line.before)) if line.before else ""
        moves = self.tr("moves still to be made: {0}").format(line.moves) if line.moves else ""
        parts = [
            line.room_name if self._room_id is None else "",
            words(line.purpose),
            since.format(day),
            before,
            self.tr("waits: {0}").format(words(line.waiting)) if line.waiting else "",
            moves,
            line.why,
            line.decided_by,
        ]
        return " · ".join(" ".join(part.split()) for part in parts if part)
