# SPDX-License-Identifier: Apache-2.0
"""The entries of the duty log, newest first; what an earlier shift left stands on top."""

from PySide6.QtGui import QIcon

from app.policies.access import Right
from app.services.arrivals.shift.log import LogLine, log_of_watch, mark_read
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class LogList(Acting):
    """The list and the one key that confirms a message as read (Enter on its row)."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._lines: tuple[LogLine, ...] = ()
        self.read_button = button(
            workplace.looks, self.tr("Mark as read"), self.read, icon=Icon.ALLOWED
        )
        listing = Listing(
            self.tr("Log of this shift"),
            self.tr("Nothing written on this shift yet."),
            self.read_button,
            None,
        )
        self.list = listing.list
        self.list.opened.connect(self.read)
        self.list.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.setFocusProxy(self.list)
        self.setLayout(column(self.banner, listing))
        workplace.masking_changed.connect(lambda: self._show_lines(self._lines))
        self._chosen()

    @property
    def chosen(self) -> LogLine | None:
        """Return the entry under the cursor."""
        line: LogLine | None = self.list.chosen
        return line

    def reload(self) -> None:
        """Ask for the log of the watch on duty."""
        if self._workplace.may(Right.READ_LOG):
            self._workplace.ask(self, log_of_watch, None, self._show_lines)

    def read(self) -> None:
        """Confirm that the chosen message of an earlier shift was read."""
        chosen = self.chosen
        if chosen is not None and chosen.unread:
            said = self.tr("Marked as read.")
            self.perform(
                mark_read,
                lambda: chosen.entry_id,
                lambda _mark: self.said.emit(said),
                self.tr("Marking as read"),
            )

    def _show_lines(self, lines: tuple[LogLine, ...]) -> None:
        self._lines = lines
        self.list.fill(((self._text(each), each) for each in lines), _same, self._icon)
        self._chosen()

    def _icon(self, each: LogLine) -> QIcon | None:
        looks = self._workplace.looks
        if each.unread:
            return looks.icon(Icon.WARN, "warn")
        if each.to_next and not each.earlier:
            return looks.icon(Icon.HANDOVER, "info")
        return None

    def _text(self, each: LogLine) -> str:
        zone = self._workplace.zone
        today = zone.today(each.happened_at) == zone.today(self._workplace.now())
        when = (shown.clock_time if today else shown.day_and_time)(each.happened_at, zone)
        head = [when, words(each.kind)]
        if each.number:
            head.append(shown.person(each.name, each.number, hide=self._workplace.masking))
        head.append(each.noted_by)
        if each.unread:
            head.insert(0, self.tr("TO READ"))
        elif each.to_next:
            head.append(self.tr("read") if each.earlier else self.tr("for the next shift"))
        return f"{joined(*head)}\n{each.words}"

    def _chosen(self) -> None:
        self.read_button.setEnabled(self.chosen is not None and self.chosen.unread)


def _same(one: LogLine, other: LogLine) -> bool:
    return one.entry_id == other.entry_id
