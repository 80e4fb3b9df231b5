# SPDX-License-Identifier: Apache-2.0
"""Who is out of the house, who is late, and beds that need not be kept any longer."""

from PySide6.QtGui import QIcon

from app.policies.access import Right
from app.services.dormitory.away.absences import EndAbsence, EndedAbsence, end_absence
from app.services.dormitory.away.send_out import AwayLine, away
from app.services.dormitory.away.vacate import ReleasedBed, release_bed
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class AwayPanel(Acting):
    """The list, overdue first; one key brings somebody back.

    Signals:
        said(text): something worth a toast.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._lines: tuple[AwayLine, ...] = ()
        looks = workplace.looks
        self.back_button = button(
            looks, self.tr("She is back"), self.bring_back, role="primary", icon=Icon.HOME
        )
        self.release_button = button(
            looks, self.tr("Give her bed away"), self.release, icon=Icon.DORMITORY
        )
        self._out = Listing(
            self.tr("Who is out"),
            self.tr("Nobody is out."),
            self.release_button,
            None,
            self.back_button,
            titled=True,
        )
        self.people = self._out.list
        self.people.currentItemChanged.connect(lambda _now, _before: self._fit())
        layout = column(self.banner, self._out, margin=12)
        layout.setStretchFactor(self._out, 9)
        self.setLayout(layout)
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.WHEREABOUTS, Topic.BEDS, Topic.ARRIVALS, Topic.PEOPLE})

    @property
    def chosen(self) -> AwayLine | None:
        """Return who is chosen in the list."""
        line: AwayLine | None = self.people.chosen
        return line

    def reload(self) -> None:
        """Ask again who is out."""
        self._workplace.ask(self, away, None, self._show)

    def bring_back(self) -> None:
        """Note that the chosen one is back."""
        line = self.chosen
        if line is not None:
            label = self.tr("{0} is back").format(self._masked(line))
            command = EndAbsence(line.person_id)
            self.perform(end_absence, lambda: command, self._is_back, label)

    def release(self) -> None:
        """Give the bed away of the chosen one, who left without a plan a day ago."""
        line = self.chosen
        if line is not None:
            label = self.tr("Giving away the bed of {0}").format(self._masked(line))
            person_id = line.person_id
            self.perform(release_bed, lambda: person_id, self._is_released, label)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        lines = ((self._text(line), line) for line in self._lines)
        self.people.fill(lines, lambda one, other: one.person_id == other.person_id, self._icon)
        self._fit()

    def _icon(self, line: AwayLine) -> QIcon:
        looks = self._workplace.looks
        return looks.icon(Icon.WARN, "stop") if line.overdue else looks.icon(Icon.AWAY, "muted")

    def _show(self, lines: tuple[AwayLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def _fit(self) -> None:
        """Offer what may be done with the chosen one."""
        line = self.chosen
        may = self._workplace.may
        self.back_button.setHidden(line is None or not may(Right.NOTE_BACK))
        missing = line is not None and line.kept_until is not None
        self.release_button.setHidden(not missing or not may(Right.VACATE_BED))
        self.release_button.setEnabled(line is not None and line.may_release)

    def _text(self, line: AwayLine) -> str:
        zone, now = self._workplace.zone, self._workplace.now()
        parts = [
            shown.person(line.name, line.number, hide=self._workplace.masking),
            words(line.kind),
            self.tr("for {0}").format(shown.waited(line.minutes)),
        ]
        if line.escort:
            parts.append(self.tr("with {0}").format(line.escort))
        if line.due_back is not None:
            parts.append(self.tr("due {0}").format(shown.day_and_time(line.due_back, zone)))
        if line.overdue:
            late = line.due_back is not None and line.due_back < now
            parts.append(shown.late(line.due_back, now) if late else self.tr("overdue"))
        if line.kept_until is not None:
            parts.append(
                self.tr("bed {0} kept until {1}").format(
                    line.place, shown.day_and_time(line.kept_until, zone)
                )
            )
        elif line.place:
            parts.append(self.tr("bed {0} kept").format(line.place))
        if line.child_care is not None:
            care = joined(words(line.child_care), line.carer)
            parts.append(self.tr("children: {0}").format(care))
        if line.note and not self._workplace.masking:
            parts.append(line.note)
        return joined(*parts)

    def _masked(self, line: AwayLine) -> str:
        return shown.person(line.name, line.number, hide=True)

    def _is_back(self, _ended: EndedAbsence) -> None:
        self.reload()
        self.said.emit(self.tr("Noted: she is back."))

    def _is_released(self, _bed: ReleasedBed) -> None:
        self.reload()
        self.said.emit(self.tr("Her bed is free. She is still on this list."))
