# SPDX-License-Identifier: Apache-2.0
"""Who is out of the house, who is late, and beds that need not be kept any longer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.policies.access import Right
from app.services.dormitory.away.absences import EndAbsence, EndedAbsence, end_absence
from app.services.dormitory.away.send_out import AwayLine, away
from app.services.dormitory.away.vacate import ReleasedBed, release_bed
from app.services.topics import Topic
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


class AwayPanel(QWidget):
    """The list, overdue first; one key brings somebody back.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[AwayLine, ...] = ()
        self._busy = False
        looks = workplace.looks
        self.banner = Banner(looks)
        self._none = sentence(self.tr("Nobody is out."), "muted")
        self.people = QListWidget()
        self.people.setWordWrap(True)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setAccessibleName(self.tr("Who is out"))
        self.people.currentItemChanged.connect(lambda _now, _before: self._fit())
        self.back_button = button(
            looks, self.tr("She is back"), self.bring_back, role="primary", icon=Icon.HOME
        )
        self.release_button = button(
            looks, self.tr("Give her bed away"), self.release, icon=Icon.DORMITORY
        )
        layout = column(
            heading(self.tr("Who is out")),
            self.banner,
            self._none,
            self.people,
            row(self.release_button, None, self.back_button),
            None,
            margin=12,
        )
        layout.setStretchFactor(self.people, 9)
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
        item = self.people.currentItem()
        return item.data(_LINE) if item is not None else None

    def reload(self) -> None:
        """Ask again who is out."""
        self._workplace.ask(self, away, None, self._show)

    def bring_back(self) -> None:
        """Note that the chosen one is back."""
        line = self.chosen
        if line is None or self._busy:
            return
        self._begin()
        self._workplace.act(
            self,
            end_absence,
            EndAbsence(line.person_id),
            self._is_back,
            self._failed,
            label=self.tr("{0} is back").format(self._masked(line)),
        )

    def release(self) -> None:
        """Give the bed away of the chosen one, who left without a plan a day ago."""
        line = self.chosen
        if line is None or self._busy:
            return
        self._begin()
        self._workplace.act(
            self,
            release_bed,
            line.person_id,
            self._is_released,
            self._failed,
            label=self.tr("Giving away the bed of {0}").format(self._masked(line)),
        )

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        chosen = self.chosen
        self.people.clear()
        for line in self._lines:
            item = QListWidgetItem(self._text(line))
            tone = "stop" if line.overdue else "muted"
            icon = Icon.WARN if line.overdue else Icon.AWAY
            item.setIcon(self._workplace.looks.icon(icon, tone))
            item.setData(_LINE, line)
            self.people.addItem(item)
            if chosen is not None and line.person_id == chosen.person_id:
                self.people.setCurrentItem(item)
        if self._lines and self.people.currentItem() is None:
            self.people.setCurrentRow(0)
        some = bool(self._lines)
        self._none.setHidden(some)
        self.people.setHidden(not some)
        self._fit()

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
        zone = self._workplace.zone
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
            parts.append(self.tr("overdue"))
        if line.kept_until is not None:
            parts.append(
                self.tr("bed {0} kept until {1}").format(
                    line.place, shown.day_and_time(line.kept_until, zone)
                )
            )
        elif line.place:
            parts.append(self.tr("bed {0} kept").format(line.place))
        if line.note and not self._workplace.masking:
            parts.append(line.note)
        return " · ".join(parts)

    def _masked(self, line: AwayLine) -> str:
        return shown.person(line.name, line.number, hide=True)

    def _begin(self) -> None:
        self._busy = True
        self.banner.clear()

    def _is_back(self, _ended: EndedAbsence) -> None:
        self._busy = False
        self.reload()
        self.said.emit(self.tr("Noted: she is back."))

    def _is_released(self, _bed: ReleasedBed) -> None:
        self._busy = False
        self.reload()
        self.said.emit(self.tr("Her bed is free. She is still on this list."))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, {}, self.reload)
