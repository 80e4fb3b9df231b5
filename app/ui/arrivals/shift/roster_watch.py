# SPDX-License-Identifier: Apache-2.0
"""One watch of the roster, opened in the panel: plan, swap, take off."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Right
from app.policies.arrivals.roster import DutyKind
from app.services.arrivals.shift.roster import (
    Colleague,
    DutyKey,
    DutyName,
    PlanDuty,
    SwapDuty,
    WatchLine,
    drop_duty,
    plan_duty,
    swap_duty,
)
from app.ui import format as shown
from app.ui.arrivals.shift.roster_grid import called
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, panel, row
from app.ui.workplace import Workplace

_DUTY = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WatchEditor(QWidget):
    """Who is on one watch, and one line to change it.

    Signals:
        changed: the roster is another one now.
        dropped: somebody was taken off; it can be undone.
        closed: the grid should have the cursor again.
    """

    changed = Signal()
    dropped = Signal()
    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._colleagues: tuple[Colleague, ...] = ()
        self._line: WatchLine | None = None
        looks = workplace.looks
        self._heading = heading("")
        self.banner = Banner(looks)
        self.duties = QListWidget()
        self.duties.setAccessibleName(self.tr("Planned for this shift"))
        self.duties.setMaximumHeight(66)
        self.duties.currentRowChanged.connect(lambda _row: self._show_buttons())
        self.kind = QComboBox()
        for kind in DutyKind:
            self.kind.addItem(words(kind), kind)
        self.kind.currentIndexChanged.connect(lambda _at: self._offer())
        self.who = QComboBox()
        self.fields = {
            "account": Field(self.tr("Colleague"), self.who),
            "day": Field(self.tr("Kind of duty"), self.kind),
        }
        self.plan_button = button(
            looks, self.tr("Put on duty"), self.plan, role="primary", icon=Icon.ARRIVAL
        )
        self.swap_button = button(looks, self.tr("Swap"), self.swap, icon=Icon.RESET)
        self.drop_button = button(
            looks, self.tr("Take off duty"), self.drop, icon=Icon.CLOSE_ACCOUNT, shortcut="Del"
        )
        self.close_button = button(
            looks, self.tr("Back to the week"), self.close_editor, role="quiet", shortcut="Esc"
        )
        actions = row(*self.fields.values(), None, spacing=16)
        for made in (self.drop_button, self.swap_button, self.plan_button):
            actions.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            panel(
                column(
                    row(self._heading, None, self.close_button),
                    self.banner,
                    self.duties,
                    actions,
                    margin=12,
                ),
                card=True,
            )
        )

    @property
    def line(self) -> WatchLine | None:
        """Return the watch that is open, or None."""
        return self._line

    @property
    def chosen(self) -> DutyName | None:
        """Return the duty that is selected in the list."""
        item = self.duties.currentItem()
        return item.data(_DUTY) if item is not None else None

    def learn(self, colleagues: tuple[Colleague, ...]) -> None:
        """Know who can be planned."""
        self._colleagues = colleagues
        self._offer()

    def open(self, line: WatchLine) -> None:
        """Show a watch and put the cursor where somebody is chosen."""
        self._clear_problems()
        self.kind.setCurrentIndex(0)
        self.show_line(line)
        self.show()
        (self.who if self._workplace.may(Right.PLAN_DUTY) else self.duties).setFocus()

    def show_line(self, line: WatchLine) -> None:
        """Show a watch as it is now; what is selected stays."""
        chosen = self.chosen
        same = self._line is not None and (self._line.day, self._line.watch) == (
            line.day,
            line.watch,
        )
        self._line = line
        self._heading.setText(f"{shown.short_day(line.day)} · {words(line.watch)}")
        self.duties.clear()
        for duty in (*line.at_desk, *line.on_call):
            item = QListWidgetItem(f"{called(duty)} · {words(duty.kind)}")
            item.setData(_DUTY, duty)
            self.duties.addItem(item)
            if same and chosen is not None and duty.duty_id == chosen.duty_id:
                self.duties.setCurrentItem(item)
        if self.duties.currentRow() < 0:
            self.duties.setCurrentRow(0)
        self._show_buttons()

    def plan(self) -> None:
        """Put the chosen colleague on this watch."""
        line, who = self._line, self.who.currentData()
        if line is None or who is None or not self._workplace.may(Right.PLAN_DUTY):
            return
        self._clear_problems()
        command = PlanDuty(line.day, line.watch, DutyKind(self.kind.currentData()), who)
        self._workplace.act(
            self, plan_duty, command, self._kept, self._failed, label=self._label_plan()
        )

    def swap(self) -> None:
        """Let the chosen colleague take the duty selected in the list."""
        duty, who = self.chosen, self.who.currentData()
        if duty is None or who is None or not self._workplace.may(Right.SWAP_DUTY):
            return
        self._clear_problems()
        command = SwapDuty(duty.duty_id, duty.version, who)
        self._workplace.act(
            self, swap_duty, command, self._kept, self._failed, label=self._label_swap()
        )

    def drop(self) -> None:
        """Take the duty selected in the list off the roster; Ctrl+Z puts it back."""
        duty = self.chosen
        if duty is None or not self._workplace.may(Right.PLAN_DUTY):
            return
        self._clear_problems()
        command = DutyKey(duty.duty_id, duty.version)
        self._workplace.act(
            self, drop_duty, command, self._dropped, self._failed, label=self._label_drop()
        )

    def close_editor(self) -> None:
        """Close it; nothing is left half done."""
        self._line = None
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while a watch is open."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Del takes off, Enter plans (or swaps, where one may not plan)."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        elif event.key() == Qt.Key.Key_Delete and self.duties.hasFocus():
            self.drop()
        elif event.key() in _ENTER and (self.who.hasFocus() or self.kind.hasFocus()):
            if self._workplace.may(Right.PLAN_DUTY):
                self.plan()
            else:
                self.swap()
        else:
            super().keyPressEvent(event)

    def _day(self) -> str:
        return shown.short_day(self._line.day) if self._line is not None else ""

    def _label_plan(self) -> str:
        return self.tr("Planning a duty of {0}").format(self._day())

    def _label_swap(self) -> str:
        return self.tr("Swapping a duty of {0}").format(self._day())

    def _label_drop(self) -> str:
        return self.tr("Taking off a duty of {0}").format(self._day())

    def _offer(self) -> None:
        before = self.who.currentData()
        desk = self.kind.currentData() == DutyKind.AT_DESK
        self.who.clear()
        for each in self._colleagues:
            if each.runs_desk or not desk:
                self.who.addItem(f"{each.name} · {words(each.role)}", each.account_id)
        at = self.who.findData(before)
        self.who.setCurrentIndex(max(at, 0))

    def _show_buttons(self) -> None:
        may = self._workplace.may
        some = self.chosen is not None
        self.plan_button.setVisible(may(Right.PLAN_DUTY))
        self.drop_button.setVisible(may(Right.PLAN_DUTY) and some)
        self.swap_button.setVisible(may(Right.SWAP_DUTY) and some)

    def _clear_problems(self) -> None:
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")

    def _kept(self, _value: object) -> None:
        self.changed.emit()

    def _dropped(self, _value: object) -> None:
        self.dropped.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            field = self.fields.get(error.field or "")
            if field is not None:
                field.show_problem(sentences(error.reasons))
                field.setFocus()
            else:
                self.banner.say("stop", sentences(error.reasons))
                self.changed.emit()
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause))
        else:
            self._workplace.tasks.failed.emit(error)
