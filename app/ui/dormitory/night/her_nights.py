# SPDX-License-Identifier: Apache-2.0
"""Every bed one person slept in: from when to when, how many nights, placed by whom."""

from uuid import UUID

from app.services.dormitory.night.stays import StayLine, stays_of
from app.ui import format as shown
from app.ui.dormitory.aside import Aside
from app.ui.dormitory.lines import Lines
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.workplace import Workplace


class HerNights(Aside):
    """The stays of one person, the newest first."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._who: tuple[UUID, str, str] | None = None
        self.title = heading("")
        self.count = sentence(tone="muted")
        self.none = sentence(self.tr("She has not slept in a bed here."), "muted")
        self.none.hide()
        self.back_button = self.back(self.tr("Back to the night"))
        self.table = Lines(
            [
                self.tr("Bed"),
                self.tr("From"),
                self.tr("Until"),
                self.tr("Nights"),
                self.tr("Placed by"),
                self.tr("Ended by"),
            ],
            self.tr("Where she slept"),
        )
        box = column(
            row(self.title, None, self.back_button), self.count, self.none, self.table, None
        )
        box.setStretchFactor(self.table, 9)
        self.setLayout(box)
        workplace.masking_changed.connect(self.repaint_names)

    def open_for(self, person_id: UUID, name: str, number: str) -> None:
        """Show where a person slept.

        Args:
            person_id: whose nights.
            name: her name, masked here when the window masks names.
            number: what she is called where she has no name.
        """
        self._who = (person_id, name, number)
        self.table.setRowCount(0)
        self.count.hide()
        self.none.hide()
        self.repaint_names()
        self.table.setFocus()
        self.reload()

    def reload(self) -> None:
        """Ask again where she slept."""
        if self._who is not None:
            asked = self._who
            self._workplace.ask(
                self,
                stays_of,
                asked[0],
                lambda lines: self._show(lines) if asked == self._who else None,
            )

    def repaint_names(self) -> None:
        """Show the same nights with her name masked or not."""
        if self._who is None:
            return
        _person_id, name, number = self._who
        called = shown.called(name, number, hide=self._workplace.masking)
        who = called if called == number else f"{called} ({number})"
        self.title.setText(self.tr("Where {0} slept").format(who))

    def _show(self, lines: tuple[StayLine, ...]) -> None:
        self.table.fill([self._row(each) for each in lines])
        self.none.setHidden(bool(lines))
        self.table.setHidden(not lines)
        self.count.setHidden(not lines)
        nights = sum(each.nights for each in lines)
        beds = len({each.place for each in lines if not each.undone})
        self.count.setText(self.tr("Nights: {0}, beds: {1}.").format(nights, beds))
        if not lines:
            self.back_button.setFocus()
        elif self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)

    def _row(self, each: StayLine) -> tuple[str, ...]:
        zone = self._workplace.zone
        until = shown.day_and_time(each.ends_at, zone) if each.ends_at is not None else ""
        return (
            each.place,
            shown.day_and_time(each.starts_at, zone),
            self.tr("undone {0}").format(until) if each.undone else until or self.tr("still here"),
            str(each.nights),
            each.placed_by,
            each.ended_by,
        )
