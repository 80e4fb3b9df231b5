# SPDX-License-Identifier: Apache-2.0
"""The arrival book: a period, a line to search, the newest comings first."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.services.arrivals.desk.book import Book, BookLine, BookQuestion, book
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.age_chip import treatment_text
from app.ui.widgets.buttons import ENTER, button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import keep_place, row
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1
_PAUSE_MILLISECONDS = 250
_DAY_LETTERS = 24
_WEEK = timedelta(days=6)
_EARLIEST, _LATEST = date(2000, 1, 1), date(2999, 12, 31)


class BookTable(QTableWidget):
    """The lines; Enter opens one.

    Signals:
        opened: the line under the cursor should open.
    """

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(0, 5)
        self.setAccessibleName(self.tr("Arrivals of the period"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Arrived"),
                self.tr("Number"),
                self.tr("Name"),
                self.tr("Treated as"),
                self.tr("Brought by"),
            ]
        )
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(lambda _row, _column: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line under the cursor."""
        if event.key() in ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class BookPanel(QWidget):
    """The book of one period.

    Signals:
        arrival_chosen(arrival_id): a line should be opened.
    """

    arrival_chosen = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._book = Book(0, (), more=False, counted_only=False)
        looks = workplace.looks
        self.first, self.last = self._day_edit(), self._day_edit()
        self.text = line(longest=120)
        self.text.setPlaceholderText(self.tr("A number, a name in any spelling, or who sent her"))
        self.text_field = Field(self.tr("Search"), self.text)
        self.today_button = button(looks, self.tr("Today"), self.show_today)
        self.week_button = button(looks, self.tr("7 days"), self.show_week)
        self.month_button = button(looks, self.tr("This month"), self.show_month)
        self.count = sentence()
        self.table = BookTable()
        self.open_button = button(looks, self.tr("Open arrival"), self._open, icon=Icon.FORWARD)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.reload)
        self.text.textEdited.connect(lambda _text: self._pause.start())
        self.text.returnPressed.connect(self.reload)
        self.table.opened.connect(self._open)
        workplace.masking_changed.connect(self.repaint_names)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(heading(self.tr("Arrival book")))
        box.addLayout(
            beside(
                Field(self.tr("From"), self.first), Field(self.tr("To"), self.last), self.text_field
            )
        )
        box.addLayout(row(self.today_button, self.week_button, self.month_button, None))
        box.addWidget(self.count)
        box.addWidget(self.table, 1)
        box.addLayout(row(None, self.open_button))
        self._set_period(self._today() - _WEEK, self._today())
        keep_place(self.table)
        self.table.hide()
        self.open_button.hide()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.ARRIVALS, Topic.PEOPLE})

    @property
    def question(self) -> BookQuestion:
        """Return what stands on screen as a question."""
        return BookQuestion(_day_of(self.first), _day_of(self.last), self.text.text())

    def reload(self) -> None:
        """Ask for the period again."""
        self._pause.stop()
        asked = self.question
        self._workplace.ask(
            self, book, asked, lambda found: self._show(found) if asked == self.question else None
        )

    def show_today(self) -> None:
        """Show today."""
        self._go(self._today())

    def show_week(self) -> None:
        """Show the last seven days."""
        self._go(self._today() - _WEEK)

    def show_month(self) -> None:
        """Show this month so far."""
        self._go(self._today().replace(day=1))

    def repaint_names(self) -> None:
        """Show the same lines with names masked or not."""
        found = self._book
        self.text_field.setVisible(not found.counted_only)
        some = bool(found.lines)
        self.table.setVisible(some)
        self.open_button.setVisible(some)
        self.count.setText(self._count_text(found))
        chosen = self._chosen()
        self.table.setRowCount(len(found.lines))
        for at, each in enumerate(found.lines):
            for column, text in enumerate(self._cells(each)):
                item = QTableWidgetItem(text)
                item.setData(_LINE, each)
                self.table.setItem(at, column, item)
            if chosen is not None and each.arrival_id == chosen.arrival_id:
                self.table.setCurrentCell(at, max(self.table.currentColumn(), 0))
        if some and self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)

    def _today(self) -> date:
        return self._workplace.zone.today(self._workplace.now())

    def _day_edit(self) -> QDateEdit:
        editor = QDateEdit()
        editor.setDisplayFormat("d MMM yyyy")
        measure(editor, most=_DAY_LETTERS)
        editor.setDateRange(_qdate(_EARLIEST), _qdate(_LATEST))
        editor.dateChanged.connect(lambda _day: self._pause.start())
        return editor

    def _set_period(self, first: date, last: date) -> None:
        for editor, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(editor):
                editor.setDate(_qdate(day))

    def _go(self, first: date) -> None:
        self._set_period(first, self._today())
        self.reload()

    def _show(self, found: Book) -> None:
        self._book = found
        self.repaint_names()

    def _count_text(self, found: Book) -> str:
        asked = self.question
        if asked.first_day > asked.last_day:
            return self.tr("The first day is after the last one. Change one of them.")
        if found.total == 0:
            if asked.text.strip() and not found.counted_only:
                return self.tr("Nothing found in this period. Try fewer letters or more days.")
            return self.tr("Nobody arrived in this period.")
        if found.more:
            return self.tr("The newest {0} of {1} arrivals. Narrow the days or search.").format(
                len(found.lines), found.total
            )
        if found.total == 1:
            return self.tr("1 arrival.")
        return self.tr("{0} arrivals.").format(found.total)

    def _cells(self, each: BookLine) -> tuple[str, ...]:
        zone = self._workplace.zone
        when = shown.day_and_time(each.arrived_at, zone)
        if each.clock_doubtful:
            when = self.tr("{0} (clock doubtful)").format(when)
        came_by = words(each.came_by) if each.came_by is not None else ""
        name = shown.called(each.name, each.number, hide=self._workplace.masking)
        if each.left_at is not None:
            name = self.tr("{0} · left {1}").format(name, shown.short_day(zone.today(each.left_at)))
        brought = " · ".join(part for part in (came_by, each.referrer) if part)
        return (
            when,
            " · ".join(part for part in (each.number, each.paper_number) if part),
            name,
            treatment_text(each.treated_as, presumed=each.presumed),
            brought,
        )

    def _chosen(self) -> BookLine | None:
        item = self.table.item(self.table.currentRow(), 0)
        return item.data(_LINE) if item is not None else None

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.arrival_chosen.emit(chosen.arrival_id)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day_of(editor: QDateEdit) -> date:
    day = editor.date()
    return date(day.year(), day.month(), day.day())
