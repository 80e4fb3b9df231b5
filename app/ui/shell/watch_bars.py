# SPDX-License-Identifier: Apache-2.0
"""What the bars and the sidebar count, asked again each minute and after each act."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.policies.access import Right
from app.services.arrivals.shift.log import unread_for_next
from app.services.arrivals.shift.shifts import shift_now
from app.services.dormitory.facts.counts import OpenCounts, open_counts
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.time_up import check_rooms, time_is_up
from app.services.staff.upkeep import last_backup
from app.services.topics import Topic
from app.ui.shell.bars import ShiftBar, StatusLine
from app.ui.shell.sidebar import Sidebar
from app.ui.workplace import Workplace

BAR_TOPICS = frozenset(
    {
        Topic.ARRIVALS,
        Topic.BEDS,
        Topic.SHIFT,
        Topic.ALARMS,
        Topic.LOG,
        Topic.WHEREABOUTS,
        Topic.ROUNDS,
        Topic.NEEDS,
        Topic.RULES,
    }
)
_MINUTE = 60_000


class WatchBars(QObject):
    """Keeps the bars true.

    Signals:
        minute: another minute has passed.
    """

    minute = Signal()

    def __init__(
        self,
        workplace: Workplace,
        shift_bar: ShiftBar,
        status: StatusLine,
        sidebar: Sidebar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shift_bar, self._status, self._sidebar = shift_bar, status, sidebar
        self._counts = OpenCounts()
        self._late = 0
        workplace.rounds.changed.connect(self._count_late)
        workplace.rounds.ticked.connect(self._count_late)
        timer = QTimer(self, interval=_MINUTE)
        timer.timeout.connect(self.tick)
        timer.start()

    @property
    def drafts(self) -> int:
        """Return how many registrations are begun and not saved."""
        return self._counts.drafts

    def tick(self) -> None:
        """Count again, look for birthdays and signatures that ran out, and say how late it is."""
        self._workplace.ask(self, time_is_up, None, self._look_again)
        self.refresh()
        self._status.show_backup(last_backup(self._workplace.paths))
        self.minute.emit()

    def refresh(self) -> None:
        """Ask again for what the bars and the sidebar count."""
        place = self._workplace
        place.ask(self, shift_now, None, self._shift_bar.show_shift)
        place.ask(self, room_list, None, self._shift_bar.show_rooms)
        place.ask(self, open_counts, None, self._show_counts)
        place.rounds.refresh()
        if place.may(Right.READ_LOG):
            place.ask(self, unread_for_next, None, self._show_unread)

    def _look_again(self, due: bool) -> None:
        if due:
            self._workplace.act(self, check_rooms, None)

    def _show_counts(self, counts: OpenCounts) -> None:
        self._counts = counts
        self._shift_bar.show_open(counts)
        self._sidebar.count("desk", counts.waiting + counts.drafts + self._late)
        self._sidebar.count("dormitory", counts.waiting + counts.alarms)

    def _count_late(self) -> None:
        late = self._workplace.rounds.loud
        if late != self._late:
            self._late = late
            self._shift_bar.show_late(late)
            self._sidebar.count("desk", self._counts.waiting + self._counts.drafts + late)
            self._sidebar.count("caretaking", late)

    def _show_unread(self, unread: int) -> None:
        self._shift_bar.show_unread(unread)
        self._sidebar.count("night", unread)
