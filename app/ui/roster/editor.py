# SPDX-License-Identifier: Apache-2.0
"""One watch of the roster, opened beneath the week: plan, swap, take off."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from app.errors import Refused
from app.policies.access import Right, Role
from app.policies.reasons import Reason
from app.policies.roster.duties import KINDS, DutyKind, Roster
from app.services.roster.plan import (
    DutyKey,
    PlanDuty,
    Planned,
    SwapDuty,
    Swapped,
    drop_duty,
    plan_duty,
    swap_duty,
)
from app.services.roster.week import Colleague, DutyName, WatchLine
from app.ui import format as shown
from app.ui.roster.grid import called
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import ENTER, button
from app.ui.widgets.field import Field, beside
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.short_list import ShortList, joined
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace

_LIST_LINES = 4.5


class WatchEditor(Acting):
    """Who is on one watch, and one line to change it.

    Signals:
        said(text): something worth a toast.
        changed: the roster is another one now.
        closed: the grid should have the cursor again.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, workplace: Workplace, roster: Roster) -> None:
        super().__init__(workplace)
        self._roster = roster
        self._colleagues: tuple[Colleague, ...] = ()
        self._line: WatchLine | None = None
        self._may_plan = workplace.may(Right.PLAN_DUTY)
        self.may_swap = self._may_plan or (roster is Roster.DESK and workplace.may(Right.SWAP_DUTY))
        looks = workplace.looks
        self._heading = heading("")
        self.duties = ShortList(self.tr("Planned for this shift"))
        measure(self.duties, highest=_LIST_LINES)
        self.duties.drop_wanted.connect(self.drop)
        self.kind = QComboBox()
        for kind in KINDS[roster]:
            self.kind.addItem(words(kind), kind)
        self.kind.currentIndexChanged.connect(lambda _at: self._offer())
        self.who = Chooser()
        asked = (
            self.tr("Colleague")
            if roster is Roster.DESK
            else self.tr("Caretaker, or whoever stands in")
        )
        self.fields = {
            "account": Field(asked, self.who),
            "day": Field(self.tr("Kind of duty"), self.kind),
        }
        self.plan_button = button(
            looks, self.tr("Put on duty"), self.save, role="primary", icon=Icon.ARRIVAL
        )
        self.swap_button = button(looks, self.tr("Swap"), self.swap, icon=Icon.RESET)
        self.drop_button = button(
            looks, self.tr("Take off duty"), self.drop, icon=Icon.CLOSE_ACCOUNT, shortcut="Del"
        )
        self.close_button = button(
            looks, self.tr("Back to the week"), self.close_editor, role="quiet", shortcut="Esc"
        )
        deeds = (self.drop_button, self.swap_button, self.plan_button)
        inside = column(
            row(self._heading, None, self.close_button),
            self.banner,
            self.duties,
            beside(*self.fields.values(), None),
            row(None, *deeds),
            margin=12,
        )
        self.setLayout(column(panel(inside, card=True)))
        self.fields["day"].setHidden(self.kind.count() < 2)
        self.plan_button.setHidden(not self._may_plan)

    @property
    def line(self) -> WatchLine | None:
        """Return the watch that is open, or None."""
        return self._line

    def learn(self, colleagues: tuple[Colleague, ...]) -> None:
        """Know who can be planned."""
        self._colleagues = colleagues
        self._offer()

    def open(self, line: WatchLine) -> None:
        """Show a watch and put the cursor where somebody is chosen."""
        self.forget_problems()
        self.kind.setCurrentIndex(0)
        self.show_line(line)
        self.show()
        (self.who if self._may_plan else self.duties).setFocus()

    def show_line(self, line: WatchLine) -> None:
        """Show a watch as it is now; what is selected stays."""
        self._line = line
        place = line.wing.name if line.wing else ""
        self._heading.setText(joined(shown.short_day(line.day), words(line.watch), place))
        self.duties.fill(((self._told(each), each) for each in line.people), _same)
        some = bool(line.people)
        self.duties.setHidden(not some)
        self.drop_button.setVisible(self._may_plan and some)
        self.swap_button.setVisible(self.may_swap and some)

    def save(self) -> None:
        """Put the chosen colleague on this watch; Ctrl+Return does the same."""
        if self._may_plan:
            label = self.tr("Planning a duty of {0}").format(self._day())
            self.perform(plan_duty, self._planning, self._kept, label)

    def swap(self) -> None:
        """Let the chosen colleague take the duty selected in the list."""
        duty: DutyName | None = self.duties.chosen
        if duty is not None and self.may_swap:
            who = self.who.currentData()
            key = duty.duty_id, duty.version
            label = self.tr("Swapping a duty of {0}").format(self._day())
            self.perform(swap_duty, lambda: SwapDuty(*key, _chosen(who)), self._kept, label)

    def drop(self) -> None:
        """Take the duty selected in the list off the roster; Ctrl+Z puts it back."""
        duty: DutyName | None = self.duties.chosen
        if duty is not None and self._may_plan:
            label = self.tr("Taking off a duty of {0}").format(self._day())
            key = DutyKey(duty.duty_id, duty.version)
            self.perform(drop_duty, lambda: key, self._dropped, label)

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
        """Esc goes back; Enter plans, or swaps where one may not plan."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        elif event.key() in ENTER and (self.who.hasFocus() or self.kind.hasFocus()):
            (self.save if self._may_plan else self.swap)()
        else:
            super().keyPressEvent(event)

    def _planning(self) -> PlanDuty:
        line = self._line
        if line is None:
            raise Refused(Reason.STALE)
        who, wing_id = _chosen(self.who.currentData()), line.wing.wing_id if line.wing else None
        return PlanDuty(line.day, line.watch, DutyKind(self.kind.currentData()), who, wing_id)

    def _kept(self, done: Planned | Swapped) -> None:
        if done.both:
            self.banner.say(
                "warn",
                self.tr(
                    "She now has adults and children on this shift. It is recorded. "
                    "If you can, plan somebody else for one of the two."
                ),
            )
        self.changed.emit()

    def _dropped(self, _plan: object) -> None:
        self.changed.emit()
        self.said.emit(self.tr("Taken off the roster."))

    def _told(self, duty: DutyName) -> str:
        return joined(
            called(duty),
            words(duty.kind) if self._roster is Roster.DESK else "",
            self.tr("adults and children on this shift") if duty.both else "",
        )

    def _day(self) -> str:
        return shown.short_day(self._line.day) if self._line is not None else ""

    def _offer(self) -> None:
        kind = DutyKind(self.kind.currentData())
        fit = [each for each in self._colleagues if kind in each.fit]
        if kind is DutyKind.WING:
            fit.sort(key=lambda each: each.role is not Role.CARETAKER)
        self.who.offer((joined(each.name, words(each.role)), each.account_id.hex) for each in fit)


def _chosen(who: str | None) -> UUID:
    if who is None:
        raise Refused(Reason.DUTY_ACCOUNT_CLOSED, field="account")
    return UUID(hex=who)


def _same(one: DutyName, other: DutyName) -> bool:
    return one.duty_id == other.duty_id
