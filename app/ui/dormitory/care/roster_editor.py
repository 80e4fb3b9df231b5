# SPDX-License-Identifier: Apache-2.0
"""One watch of one wing, opened beneath the week: put on duty, take off."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from app.errors import Refused
from app.policies.reasons import Reason
from app.services.arrivals.shift.roster import Colleague
from app.services.dormitory.care.caretakers import (
    CaretakerCell,
    CaretakerPlanned,
    DropCaretaker,
    PlanCaretaker,
    drop_caretaker,
    plan_caretaker,
)
from app.ui import format as shown
from app.ui.dormitory.care.parts import ShortList, joined
from app.ui.dormitory.care.roster_grid import WingWatch
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, panel, row
from app.ui.workplace import Workplace

_LIST_HEIGHT = 66
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaretakerEditor(Acting):
    """Who looks after one wing on one watch, and one line to change it.

    Signals:
        said(text): something worth a toast.
        changed: the roster is another one now.
        closed: the grid should have the cursor again.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._line: WingWatch | None = None
        looks = workplace.looks
        self._heading = heading("")
        self.duties = ShortList(self.tr("Planned for this wing and shift"))
        self.duties.setMaximumHeight(_LIST_HEIGHT)
        self.duties.drop_wanted.connect(self.drop)
        self.who = QComboBox()
        self.fields = {"account": Field(self.tr("Caretaker, or whoever stands in"), self.who)}
        self.plan_button = button(
            looks, self.tr("Put on duty"), self.plan, role="primary", icon=Icon.ARRIVAL
        )
        self.drop_button = button(
            looks, self.tr("Take off duty"), self.drop, icon=Icon.CLOSE_ACCOUNT, shortcut="Del"
        )
        self.close_button = button(
            looks, self.tr("Back to the week"), self.close_editor, role="quiet", shortcut="Esc"
        )
        actions = row(self.fields["account"], None, spacing=16)
        for made in (self.drop_button, self.plan_button):
            actions.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        inside = column(
            row(self._heading, None, self.close_button),
            self.banner,
            self.duties,
            actions,
            margin=12,
        )
        self.setLayout(column(panel(inside, card=True)))

    @property
    def line(self) -> WingWatch | None:
        """Return the watch that is open, or None."""
        return self._line

    def learn(self, colleagues: tuple[Colleague, ...]) -> None:
        """Know who can look after a wing."""
        before = self.who.currentData()
        self.who.clear()
        for each in colleagues:
            self.who.addItem(joined(each.name, words(each.role)), each.account_id.hex)
        self.who.setCurrentIndex(max(self.who.findData(before), 0) if before else 0)

    def open(self, line: WingWatch) -> None:
        """Show a watch and put the cursor where somebody is chosen."""
        self.forget_problems()
        self.show_line(line)
        self.show()
        self.who.setFocus()

    def show_line(self, line: WingWatch) -> None:
        """Show a watch as it is now; what is selected stays."""
        self._line = line
        self._heading.setText(joined(shown.short_day(line.day), words(line.watch), line.wing.name))
        self.duties.fill(((self._told(each), each) for each in line.people), _same)
        self.duties.setHidden(not line.people)
        self.drop_button.setHidden(not line.people)

    def plan(self) -> None:
        """Put the chosen colleague on this watch; one for both sides is warned of."""
        label = self.tr("Planning a caretaker for {0}").format(self._when())
        self.perform(plan_caretaker, self._command, self._planned, label)

    def drop(self) -> None:
        """Take the chosen one off this wing; Ctrl+Z puts her back."""
        duty: CaretakerCell | None = self.duties.chosen
        if duty is not None:
            label = self.tr("Taking off a caretaker of {0}").format(self._when())
            key = DropCaretaker(duty.duty_id, duty.version)
            self.perform(drop_caretaker, lambda: key, self._dropped, label)

    def save(self) -> None:
        """Put the chosen colleague on duty."""
        self.plan()

    def reload(self) -> None:
        """Let the week be asked for again."""
        self.changed.emit()

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
        """Esc goes back, Enter plans who is chosen."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        elif event.key() in _ENTER and self.who.hasFocus():
            self.plan()
        else:
            super().keyPressEvent(event)

    def _command(self) -> PlanCaretaker:
        line, who = self._line, self.who.currentData()
        if line is None or who is None:
            raise Refused(Reason.DUTY_ACCOUNT_CLOSED, field="account")
        return PlanCaretaker(line.day, line.watch, line.wing.wing_id, UUID(hex=who))

    def _planned(self, done: CaretakerPlanned) -> None:
        if done.covers_both:
            self.banner.say(
                "warn",
                self.tr(
                    "She now has adults and children on this shift. It is recorded. "
                    "If you can, plan somebody else for one of the two."
                ),
            )
        self.changed.emit()

    def _dropped(self, _plan: PlanCaretaker) -> None:
        self.changed.emit()
        self.said.emit(self.tr("Taken off the roster."))

    def _told(self, cell: CaretakerCell) -> str:
        return joined(
            cell.name,
            self.tr("account closed") if cell.closed else "",
            self.tr("adults and children on this shift") if cell.covers_both else "",
        )

    def _when(self) -> str:
        return shown.short_day(self._line.day) if self._line is not None else ""


def _same(one: CaretakerCell, other: CaretakerCell) -> bool:
    return one.duty_id == other.duty_id
