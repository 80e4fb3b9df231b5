# SPDX-License-Identifier: Apache-2.0
"""Possible returning clients: two entries side by side, the same person or not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.errors import Refused
from app.services.people.returning import (
    Known,
    PossibleReturnLine,
    ReturnVerdict,
    SettleReturn,
    possible_returns,
    settle_return,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import keep_place, row
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1


class ReturnsPanel(QWidget):
    """The pairs that wait for a look, for posts that may settle them.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[PossibleReturnLine, ...] = ()
        looks = workplace.looks
        self.banner = Banner(looks)
        self._none = sentence(self.tr("Nobody waits for a check."), "muted")
        self.pairs = QListWidget()
        self.pairs.setWordWrap(True)
        self.pairs.setAccessibleName(self.tr("Who may have been here before"))
        self.same_button = button(looks, self.tr("The same person"), self._same, icon=Icon.ALLOWED)
        self.different_button = button(
            looks, self.tr("Two different people"), self._different, icon=Icon.PEOPLE
        )
        workplace.masking_changed.connect(self.repaint_names)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(heading(self.tr("Was she here before?")))
        box.addWidget(
            sentence(
                self.tr("Nothing is merged: both entries stay as they are."),
                "muted",
            )
        )
        box.addWidget(self.banner)
        box.addWidget(self._none)
        box.addWidget(self.pairs, 1)
        box.addLayout(row(None, self.different_button, self.same_button))
        keep_place(self.pairs)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.RETURNS, Topic.ARRIVALS, Topic.PEOPLE})

    def reload(self) -> None:
        """Ask for the pairs again."""
        self._workplace.ask(self, possible_returns, None, self._show)

    def _show(self, lines: tuple[PossibleReturnLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def repaint_names(self) -> None:
        """Show the same pairs with names masked or not."""
        at = self.pairs.currentRow()
        self.pairs.clear()
        for line in self._lines:
            item = QListWidgetItem(
                self.tr("New: {0}\nEarlier: {1}").format(
                    self._told(line.newcomer), self._told(line.earlier)
                )
            )
            item.setData(_LINE, line)
            self.pairs.addItem(item)
        if self._lines:
            self.pairs.setCurrentRow(min(max(at, 0), len(self._lines) - 1))
        self._none.setHidden(bool(self._lines))
        for made in (self.pairs, self.same_button, self.different_button):
            made.setHidden(not self._lines)

    def _told(self, known: Known) -> str:
        name = shown.person(known.name, known.number, hide=self._workplace.masking)
        age = (
            self.tr("age not known")
            if known.years is None
            else self.tr("about {0} years").format(known.years)
        )
        return f"{name} · {known.number} · {age}"

    def _same(self) -> None:
        self._settle(ReturnVerdict.SAME)

    def _different(self) -> None:
        self._settle(ReturnVerdict.DIFFERENT)

    def _settle(self, verdict: ReturnVerdict) -> None:
        item = self.pairs.currentItem()
        if item is None:
            return
        line: PossibleReturnLine = item.data(_LINE)
        self.banner.clear()
        command = SettleReturn(line.possible_id, line.version, verdict)
        self._workplace.act(self, settle_return, command, self._settled, self._failed)

    def _settled(self, _verdict: ReturnVerdict) -> None:
        self.reload()
        self.said.emit(self.tr("Noted. Both entries stay as they are."))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
            self.reload()
        else:
            self._workplace.tasks.failed.emit(error)
