# SPDX-License-Identifier: Apache-2.0
"""The entries of the duty log, newest first; what an earlier shift left stands on top."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.policies.access import Right
from app.services.arrivals.shift.log import LogLine, log_of_watch, mark_read
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import column, row
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1


class LogList(QWidget):
    """The list and the one key that confirms a message as read (Enter on its row).

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[LogLine, ...] = ()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(self.tr("Log of this shift"))
        self.list.itemActivated.connect(lambda _item: self.read())
        self.list.currentRowChanged.connect(lambda _place: self._chosen())
        self.setFocusProxy(self.list)
        self.read_button = button(
            workplace.looks, self.tr("Mark as read"), self.read, icon=Icon.ALLOWED
        )
        self._empty = sentence(self.tr("Nothing written on this shift yet."), "muted")
        layout = column(self._empty, self.list, row(self.read_button, None))
        layout.setStretchFactor(self.list, 1)
        self.setLayout(layout)
        workplace.masking_changed.connect(lambda: self._show_lines(self._lines))
        self._chosen()

    def reload(self) -> None:
        """Ask for the log of the watch on duty."""
        if self._workplace.may(Right.READ_LOG):
            self._workplace.ask(self, log_of_watch, None, self._show_lines)

    def read(self) -> None:
        """Confirm that the chosen message of an earlier shift was read."""
        chosen = self._current()
        if chosen is not None and chosen.unread:
            self._workplace.act(
                self,
                mark_read,
                chosen.entry_id,
                lambda _mark: self.said.emit(self.tr("Marked as read.")),
                label=self.tr("Marking as read"),
            )

    def _show_lines(self, lines: tuple[LogLine, ...]) -> None:
        chosen = self._current()
        self._lines = lines
        self.list.clear()
        for each in lines:
            item = QListWidgetItem(self._text(each))
            item.setData(_LINE, each)
            if each.unread:
                item.setIcon(self._workplace.looks.icon(Icon.WARN, "warn"))
            elif each.to_next and not each.earlier:
                item.setIcon(self._workplace.looks.icon(Icon.HANDOVER, "info"))
            self.list.addItem(item)
            if chosen is not None and each.entry_id == chosen.entry_id:
                self.list.setCurrentItem(item)
        self._empty.setVisible(not lines)
        self._chosen()

    def _text(self, each: LogLine) -> str:
        zone = self._workplace.zone
        today = zone.today(each.happened_at) == zone.today(self._workplace.now())
        when = (shown.clock_time if today else shown.day_and_time)(each.happened_at, zone)
        head = [f"{when}  {words(each.kind)}"]
        if each.number:
            head.append(shown.person(each.name, each.number, hide=self._workplace.masking))
        head.append(each.noted_by)
        if each.unread:
            head.insert(0, self.tr("TO READ"))
        elif each.to_next:
            head.append(self.tr("read") if each.earlier else self.tr("for the next shift"))
        return f"{' · '.join(head)}\n{each.words}"

    def _current(self) -> LogLine | None:
        item = self.list.currentItem()
        return item.data(_LINE) if item is not None else None

    def _chosen(self) -> None:
        chosen = self._current()
        self.read_button.setEnabled(chosen is not None and chosen.unread)
