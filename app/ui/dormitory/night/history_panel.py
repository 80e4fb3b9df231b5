# SPDX-License-Identifier: Apache-2.0
"""Who slept where on any past night, placed by whom."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.policies.arrivals.moments import read_day
from app.policies.dormitory.night.nights import LAST_DAY, night_of
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason
from app.services.dormitory.night.stays import Night, NightOf, RoomNight, SleptLine, slept
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.lines import Lines
from app.ui.dormitory.night.her_nights import HerNights
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import caption, heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.workplace import Workplace

_DAY_LETTERS = 26
_FIRST_DAY = date(1, 1, 2)


class HistoryPanel(QWidget):
    """One night at a time; Page Up and Page Down turn to the night before and after.

    Enter on a line shows every night of that person.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._night: Night | None = None
        self._people: list[SleptLine | None] = []
        self.day = self._last_night()
        looks = workplace.looks
        self._period = caption()
        self.count = sentence(tone="muted")
        self.previous_button = button(
            looks, self.tr("Previous night"), lambda: self.turn(-1), icon=Icon.BACK
        )
        self.last_button = button(looks, self.tr("Last night"), self.show_last)
        self.next_button = button(
            looks, self.tr("Next night"), lambda: self.turn(1), icon=Icon.FORWARD
        )
        self.typed = measure(line(longest=20), most=_DAY_LETTERS)
        self.typed.returnPressed.connect(self._go_to_typed)
        self.field = Field(self.tr("Night of (such as 30/11/2026, then Enter)"), self.typed)
        self.hers_button = button(
            looks, self.tr("All her nights"), self._show_hers, icon=Icon.PEOPLE
        )
        self.table = Lines(
            [
                self.tr("Wing"),
                self.tr("Room"),
                self.tr("Bed"),
                self.tr("Name"),
                self.tr("Where"),
                self.tr("Since"),
                self.tr("Placed by"),
            ],
            self.tr("Who slept where"),
            turns=True,
        )
        self.table.turned.connect(self.turn)
        self.table.activated.connect(lambda _index: self._show_hers())
        self.table.currentCellChanged.connect(lambda *_cells: self._offer())
        self.hers = HerNights(workplace)
        self.hers.closed.connect(self._show_night)
        steps = row(
            self.previous_button, self.last_button, self.next_button, None, self.hers_button
        )
        box = column(
            row(heading(self.tr("Who slept where")), 16, self._period, None),
            steps,
            self.field,
            self.count,
            self.table,
        )
        whole = QWidget()
        whole.setLayout(box)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self.hers)
        self.setLayout(column(self._stack, margin=12))
        workplace.masking_changed.connect(self.repaint_names)
        self._show_day()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.BEDS, Topic.ARRIVALS, Topic.PEOPLE, Topic.WHEREABOUTS})

    def reload(self) -> None:
        """Ask for the night again, and for the nights of who is looked at."""
        if self._stack.currentWidget() is self.hers:
            self.hers.reload()
        asked = self.day
        self._workplace.ask(
            self,
            slept,
            NightOf(asked),
            lambda night: self._show(night) if asked == self.day else None,
        )

    def turn(self, step: int) -> None:
        """Show the night before (-1) or after (1); the running one is the last."""
        self._go(self.day + timedelta(days=step))

    def show_last(self) -> None:
        """Show the night that is over last."""
        self._go(self._last_night())

    def show_person(self, person_id: UUID, name: str, number: str) -> None:
        """Show every night of one person; her name is masked here."""
        self._stack.setCurrentWidget(self.hers)
        self.hers.open_for(person_id, name, number)

    def repaint_names(self) -> None:
        """Show the same night with names masked or not."""
        night = self._night
        if night is None:
            return
        chosen = self._chosen()
        nobody = RoomNight(self.tr("without a bed"), 0, "", night.without_bed)
        rooms = (*night.rooms, nobody) if night.without_bed else night.rooms
        lines = [(room, each) for room in rooms for each in room.people or (None,)]
        self._people = [each for _room, each in lines]
        self.table.fill([self._row(room, each) for room, each in lines])
        self._choose(chosen)
        told = self.tr("Sheltered: {0}, without a bed: {1}.").format(
            night.people, len(night.without_bed)
        )
        if not night.over:
            now = shown.day_and_time(night.at, self._workplace.zone)
            told = self.tr("This night is not over; as of {0}. {1}").format(now, told)
        self.count.setText(told)

    def _chosen(self) -> SleptLine | None:
        at = self.table.currentRow()
        return self._people[at] if 0 <= at < len(self._people) else None

    def _choose(self, before: SleptLine | None) -> None:
        """Keep the same person chosen from night to night, or choose the first who slept."""
        keys = [each.person_id if each is not None else None for each in self._people]
        slept_at = [at for at, key in enumerate(keys) if key is not None]
        if before is not None and before.person_id in keys:
            self.table.setCurrentCell(keys.index(before.person_id), 0)
        elif slept_at:
            self.table.setCurrentCell(slept_at[0], 0)
        self._offer()

    def _offer(self) -> None:
        self.hers_button.setEnabled(self._chosen() is not None)

    def _show_hers(self) -> None:
        each = self._chosen()
        if each is not None:
            self.show_person(each.person_id, each.name, each.number)

    def _show_night(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def _row(self, room: RoomNight, each: SleptLine | None) -> tuple[str, ...]:
        if each is None:
            return (room.wing, room.room, "", self.tr("empty"), "", "", "")
        zone = self._workplace.zone
        return (
            room.wing,
            room.room,
            each.bed,
            shown.person(each.name, each.number, hide=self._workplace.masking),
            words(each.away) if each.away is not None else "",
            shown.day_and_time(each.since, zone) if each.since is not None else "",
            each.placed_by,
        )

    def _last_night(self) -> date:
        return night_of(self._workplace.zone.local(self._workplace.now()))

    def _running(self) -> date:
        return self._last_night() + timedelta(days=1)

    def _go_to_typed(self) -> None:
        today = self._workplace.zone.today(self._workplace.now())
        try:
            day = read_day(self.typed.text(), today)
        except TextProblem as problem:
            self.field.show_problem(words(problem.reason))
            return
        if day is None:
            return
        if day > self._running():
            self.field.show_problem(words(Reason.NIGHT_AHEAD))
            return
        self._go(day)

    def _go(self, day: date) -> None:
        if not _FIRST_DAY <= day <= min(self._running(), LAST_DAY):
            return
        self.field.show_problem("")
        self.day = day
        self._show_day()
        self.reload()

    def _show_day(self) -> None:
        after = min(self.day, LAST_DAY) + timedelta(days=1)
        text = self.tr("{0} to {1}").format(shown.short_day(self.day), shown.short_day(after))
        self._period.setText(text)
        self.next_button.setEnabled(self.day < self._running())

    def _show(self, night: Night) -> None:
        self._night = night
        self._show_day()
        self.repaint_names()
