# SPDX-License-Identifier: Apache-2.0
"""Turning 18: 90, 30 and 7 days ahead, each with the plan for the day (ux §7)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from app.policies.access import Right
from app.policies.dormitory.night.turning import Turning
from app.services.dormitory.night.turning_list import PlanStatus, TurningLine, turning_18
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.rooms.plan_move_form import PlanMoveForm
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.buttons import ENTER, button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns, row
from app.ui.widgets.still.place import unmoved
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1
_DRAWER = 46


class _Bands(QTreeWidget):
    """The bands with their people; Enter plans a move."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as planning for the chosen person."""
        if event.key() in ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class EighteenPanel(QWidget):
    """Who becomes an adult soon; on the day the rules change and nobody is moved.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[TurningLine, ...] = ()
        self._titles: dict[Turning, str] = {
            Turning.TURNED: self.tr("Is 18 by now, and her bed no longer fits"),
            Turning.WEEK: self.tr("Within 7 days"),
            Turning.MONTH: self.tr("Within 30 days"),
            Turning.QUARTER: self.tr("Within 90 days"),
        }
        self._statuses: dict[PlanStatus, str] = {
            PlanStatus.NOT_NEEDED: self.tr("nothing to plan"),
            PlanStatus.MISSING: self.tr("no plan yet"),
            PlanStatus.PLANNED: self.tr("planned: {0} on {1}"),
            PlanStatus.OVERDUE: self.tr("overdue: {0} on {1}"),
        }
        self.people = _Bands()
        self.people.setVerticalScrollMode(self.people.ScrollMode.ScrollPerPixel)
        self.people.setAccessibleName(self.tr("Turning 18"))
        self.people.setHeaderLabels(
            [self.tr("Name"), self.tr("Turns 18"), self.tr("Bed"), self.tr("Plan")]
        )
        self.people.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.people.currentItemChanged.connect(lambda _now, _before: self._fit())
        self.people.itemDoubleClicked.connect(lambda _item, _at: self.plan())
        self.people.opened.connect(self.plan)
        self._none = sentence(self.tr("Nobody turns 18 within 90 days."), "muted")
        self.against = sentence(tone="warn")
        self.plan_button = button(
            workplace.looks,
            self.tr("Plan a move"),
            self.plan,
            role="primary",
            icon=Icon.SWAP,
            shortcut="Return",
        )
        self.form = PlanMoveForm(workplace)
        self.form.closed.connect(self._closed)
        self.form.said.connect(self.said)
        self.drawer = QStackedWidget()
        measure(self.drawer, width=_DRAWER)
        self.drawer.addWidget(self.form)
        self.drawer.hide()
        left = column(
            heading(self.tr("Turning 18")),
            sentence(
                self.tr("On the day the rules change; her bed does not move by itself."), "muted"
            ),
            self._none,
            self.people,
            self.against,
            row(None, self.plan_button),
            margin=12,
        )
        self.setLayout(columns((left, 1), (self.drawer, 0), spacing=0))
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.PEOPLE, Topic.ARRIVALS, Topic.BEDS, Topic.PLANS, Topic.SHELTER})

    @property
    def chosen(self) -> TurningLine | None:
        """Return the chosen person; None on the heading of a band."""
        item = self.people.currentItem()
        found: TurningLine | None = item.data(0, _LINE) if item is not None else None
        return found

    def reload(self) -> None:
        """Ask again who turns 18."""
        self._workplace.ask(self, turning_18, None, self._show)

    def plan(self) -> None:
        """Open the form for the chosen person, for the day she becomes an adult."""
        chosen = self.chosen
        if chosen is None or not self.plan_button.isEnabled():
            return
        today = self._workplace.zone.today(self._workplace.now())
        why = self.tr("turns 18 on {0}").format(shown.short_day(chosen.adult_from))
        self.drawer.show()
        day = max(chosen.adult_from, today)
        self.form.open_for(chosen.person_id, self._name(chosen), day, why)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        chosen = self.chosen
        with unmoved(self.people, lambda index: index.siblingAtColumn(0).data(_LINE), _same):
            self.people.clear()
            first: QTreeWidgetItem | None = None
            for band, title in self._titles.items():
                lines = [line for line in self._lines if line.band is band]
                if not lines:
                    continue
                top = QTreeWidgetItem([f"{title} ({len(lines)})"])
                self.people.addTopLevelItem(top)
                for line in lines:
                    item = QTreeWidgetItem(self._texts(line))
                    item.setData(0, _LINE, line)
                    item.setIcon(0, self._icon(line))
                    top.addChild(item)
                    first = first or item
                    if chosen is not None and line.person_id == chosen.person_id:
                        first = item
                top.setExpanded(True)
            if first is not None:
                self.people.setCurrentItem(first)
        self._none.setHidden(bool(self._lines))
        self.people.setHidden(not self._lines)
        self._fit()

    def _icon(self, line: TurningLine) -> QIcon:
        looks = self._workplace.looks
        open_plan = line.status in {PlanStatus.MISSING, PlanStatus.OVERDUE}
        return looks.icon(
            Icon.WARN if open_plan else Icon.BIRTHDAY, "warn" if open_plan else "muted"
        )

    def _show(self, lines: tuple[TurningLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def _fit(self) -> None:
        """Say what the chosen one's bed is against, and whether a move can be planned."""
        line = self.chosen
        against = sentences(line.against) if line is not None else ""
        self.against.setText(against)
        self.against.setHidden(not against)
        may = self._workplace.may(Right.PLACE_CLIENT)
        self.plan_button.setHidden(not may or not self._lines)
        self.plan_button.setEnabled(may and line is not None and line.move_id is None)

    def _texts(self, line: TurningLine) -> list[str]:
        told = self._statuses[line.status]
        if line.plan_day is not None:
            told = told.format(line.plan_place, shown.short_day(line.plan_day))
        day = shown.short_day(line.adult_from)
        if line.days > 0:
            day = self.tr("{0} ({1} days)").format(day, line.days)
        return [self._name(line), day, line.place or self.tr("no bed"), told]

    def _name(self, line: TurningLine) -> str:
        return shown.person(line.name, line.number, hide=self._workplace.masking)

    def _closed(self) -> None:
        self.drawer.hide()
        self.people.setFocus()
        self.reload()


def _same(one: TurningLine, other: TurningLine) -> bool:
    return one.person_id == other.person_id
