# SPDX-License-Identifier: Apache-2.0
"""The watch rounds as lines: who, at which level, and how long still."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.policies.dormitory.care.rounds import RoundState
from app.ui import format as shown
from app.ui.rounds import Running
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import lines
from app.ui.theme.style import mark
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.short_list import LINE, ShortList, joined
from app.ui.workplace import Workplace

_MINUTE = timedelta(minutes=1)
_LOOKS = {
    RoundState.LATER: (Icon.CLOCK, "muted"),
    RoundState.DUE: (Icon.WARN, "warn"),
    RoundState.OVERDUE: (Icon.WARN, "stop"),
}
_LEAST, _MOST = 4, 14
"""Lines of running text: so low may the list be pressed, and so high does it ask to be."""


class RoundsList(ShortList):
    """As high as its lines ask for, within bounds; what is late is red.

    Args:
        workplace: the open shelter.
        name: what a screen reader calls it.
        wide: there is room for all of a round on one line.

    Signals:
        well_wanted: Enter or Space on a line, pressed once and not held down.
    """

    well_wanted = Signal()

    def __init__(self, workplace: Workplace, name: str, *, wide: bool) -> None:
        super().__init__(name)
        self._wide = wide
        self._workplace = workplace
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.filled.connect(self.updateGeometry)
        self.currentItemChanged.connect(lambda _now, _before: self._redden())

    def show_rounds(self, running: Sequence[Running]) -> None:
        """Show rounds; as long as they are the same in the same order, only their time changes."""
        items = [self.item(at) for at in range(self.count())]
        ids = [item.data(LINE).line.person_id for item in items]
        if ids != [each.line.person_id for each in running]:
            self.fill(((self._text(each), each) for each in running), _same)
            items = [self.item(at) for at in range(self.count())]
        for item, each in zip(items, running, strict=True):
            item.setData(LINE, each)
            if item.text() != (text := self._text(each)):
                item.setText(text)
                self.updateGeometry()
            meaning, token = _LOOKS[RoundState.OVERDUE if each.loud else each.state]
            item.setIcon(self._workplace.looks.icon(meaning, token))
            colour = self._workplace.looks.colour("stop" if each.loud else "text")
            item.setForeground(QBrush(QColor(colour)))
        self._redden()

    def _redden(self) -> None:
        """Let the chosen line be as red as the others when it is late."""
        late = self.chosen is not None and self.chosen.loud
        if bool(self.property("late")) != late:
            mark(self, late="true" if late else "")

    def name(self, each: Running) -> str:
        """Return how she is called on screen now."""
        return shown.person(each.line.name, each.line.number, hide=self._workplace.masking)

    def _text(self, each: Running) -> str:
        level = self.tr("level {0}").format(each.line.level)
        head = joined(self.name(each), each.line.place, level)
        when = self._when(each)
        return joined(head, when, self.seen(each)) if self._wide else f"{head}\n{when}"

    def seen(self, each: Running) -> str:
        """Return when somebody saw her last, who, and what was seen."""
        if each.line.seen_at is None or each.line.found is None:
            return self.tr("Nobody has looked in yet.")
        seen = self.tr("{0} by {1}").format(self._clock(each.line.seen_at), each.line.seen_by)
        return joined(seen, words(each.line.found), each.line.words)

    def _when(self, each: Running) -> str:
        since = each.line.missing_since
        if since is not None:
            return self.tr("NOT FOUND since {0}").format(self._clock(since))
        left = shown.waited(-(-abs(each.due_in) // _MINUTE))
        if each.state is RoundState.OVERDUE:
            return self.tr("OVERDUE by {0}").format(left)
        if each.state is RoundState.DUE:
            return self.tr("now · {0} left").format(left)
        return self.tr("in {0}").format(left)

    def _clock(self, moment: datetime) -> str:
        return shown.clock_time(moment, self._workplace.zone)

    def sizeHint(self) -> QSize:
        """Return the height of all lines, within bounds."""
        tall = sum(self.sizeHintForRow(at) for at in range(self.count())) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), min(tall, lines(_MOST)))

    def minimumSizeHint(self) -> QSize:
        """Let one line be seen."""
        return QSize(
            super().minimumSizeHint().width(), min(self.sizeHint().height(), lines(_LEAST))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where lines wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look on Enter or Space."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER | {Qt.Key.Key_Space} and plain and self.chosen is not None:
            if not event.isAutoRepeat():
                self.well_wanted.emit()
        else:
            super().keyPressEvent(event)


def _same(one: Running, other: Running) -> bool:
    return one.line.person_id == other.line.person_id
