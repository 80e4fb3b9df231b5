# SPDX-License-Identifier: Apache-2.0
"""The nightly check on screen: everything that is wrong, by kind, each with its cure."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.policies.access import Right
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.reasons import Reason
from app.services.dormitory.night.checks import Checked
from app.services.dormitory.night.night_list import (
    CureKind,
    NightLine,
    NightList,
    night_list,
    run_night_check,
)
from app.services.dormitory.replan.propose import replan_facts, work_out
from app.services.dormitory.replan.told import Replan, ReplanFacts
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.night.kept_checks import KeptChecks
from app.ui.dormitory.night.night_cures import NightCures
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, emptied, panel, row, scrolling, wide
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_TOLD_EXACTLY = frozenset(
    {
        Reason.MASKED_RULE,
        Reason.FAMILY_ALONE,
        Reason.BOY_TOO_OLD,
        Reason.WATCH_NEAR,
        Reason.WATCH_GROUND,
        Reason.WATCH_ALONE,
        Reason.ROOM_NOT_A_BEDROOM,
        Reason.ROOM_BLOCKED,
        Reason.BED_BLOCKED,
        Reason.BED_OUT_OF_USE,
    }
)
"""Reasons that say more than the heading of their group."""
_STOPS = frozenset(
    {
        FindingKind.CHILD_WITH_ADULT,
        FindingKind.FAMILY_SHARED,
        FindingKind.MAYBE_ADULT_WITH_YOUNG,
        FindingKind.MAN_IN_BED,
        FindingKind.SEX_UNKNOWN,
        None,
    }
)


class NightListPanel(QWidget):
    """The live list, the button that keeps a check, and the checks that were kept.

    Signals:
        said(text): something worth a toast.
        bed_wanted(id): somebody needs a bed.
        replan_wanted: no single legal move ends a line.
        caretakers_wanted: the roster of caretakers has a gap.
    """

    said = Signal(str)
    bed_wanted = Signal(object)
    replan_wanted = Signal()
    caretakers_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._seen: NightList | None = None
        self._mended: frozenset[UUID | None] = frozenset()
        self.cures: list[QPushButton] = []
        self._cures = NightCures(workplace, self)
        self._cures.begun.connect(self._begin)
        self._cures.done.connect(self.reload)
        self._cures.failed.connect(self._failed)
        self._cures.bed_wanted.connect(self.bed_wanted)
        self._cures.replan_wanted.connect(self.replan_wanted)
        self._cures.caretakers_wanted.connect(self.caretakers_wanted)
        self.banner = Banner(workplace.looks)
        self.check_button = button(
            workplace.looks, self.tr("Check now"), self._check, role="primary", icon=Icon.TASK
        )
        self.kept_button = button(
            workplace.looks, self.tr("Kept checks"), self._open_kept, icon=Icon.BOOK
        )
        self.summary = sentence()
        self.last = sentence(tone="muted")
        self.others = sentence(
            self.tr("What has no button here: tell the duty officer or the coordinator."), "warn"
        )
        self.others.hide()
        self._groups = QVBoxLayout()
        self._groups.setSpacing(12)
        content = QWidget()
        content.setLayout(column(self._groups, None))
        workplace.masking_changed.connect(self.repaint_names)
        tonight = QWidget()
        tonight.setLayout(
            column(
                row(heading(self.tr("Nightly check")), None, self.kept_button, self.check_button),
                self.summary,
                self.last,
                self.others,
                self.banner,
                scrolling(content),
            )
        )
        self.kept = KeptChecks(workplace)
        self.kept.closed.connect(self._close_kept)
        self._stack = QStackedWidget()
        self._stack.addWidget(tonight)
        self._stack.addWidget(self.kept)
        self.setLayout(column(self._stack, margin=12))
        self.check_button.setHidden(not workplace.may(Right.CHECK_ROOMING))

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset(
            {
                Topic.BEDS,
                Topic.ARRIVALS,
                Topic.PEOPLE,
                Topic.ALARMS,
                Topic.SHIFT,
                Topic.WHEREABOUTS,
                Topic.NEEDS,
                Topic.HOLDS,
                Topic.RULES,
                Topic.ROSTER,
            }
        )

    def reload(self) -> None:
        """Look over the dormitory again, and at the kept checks where they are open."""
        if self._stack.currentWidget() is self.kept:
            self.kept.reload()
        self._workplace.ask(self, night_list, None, self._show)

    def _show(self, seen: NightList) -> None:
        self._seen, self._mended = seen, frozenset()
        self.repaint_names()
        hopes = {ln.cure.person_id for ln in seen.lines if ln.cure.kind is CureKind.REPLAN}
        if hopes and self._workplace.may(Right.REPLAN):
            self._workplace.ask(
                self, replan_facts, Goal(GoalKind.LEGAL), lambda facts: self._plan(seen, facts)
            )

    def _plan(self, seen: NightList, facts: ReplanFacts) -> None:
        """Look whether a new plan would mend anything before one is offered."""
        self._workplace.tasks.examine(
            self,
            lambda: work_out(facts, cancelled=lambda: self._seen is not seen),
            lambda plan: self._planned(seen, plan),
            lambda error: tell(self._workplace, error, self.banner, {}, self.reload),
        )

    def _planned(self, seen: NightList, plan: Replan | None) -> None:
        if self._seen is seen and plan is not None and plan.lines:
            left = {each.person.person_id for each in plan.still_wrong}
            people = {line.cure.person_id for line in seen.lines}
            self._mended = frozenset(people - left)
            self.repaint_names()

    def repaint_names(self) -> None:
        """Show the same list with names masked or not; the focus stays at its place."""
        if self._seen is None:
            return
        focused = next((at for at, cure in enumerate(self.cures) if cure.hasFocus()), None)
        self.cures = []
        emptied(self._groups)
        for kind, lines in self._seen.groups():
            self._groups.addWidget(self._group(kind, lines))
        self.others.setHidden(len(self.cures) == len(self._seen.lines))
        self._tell_counts(self._seen)
        if focused is not None:
            (self.cures[min(focused, len(self.cures) - 1) :] or [self.check_button])[0].setFocus()

    def _tell_counts(self, seen: NightList) -> None:
        count = len(seen.lines)
        looked = self.tr("{0} people in {1} rooms.").format(seen.people, seen.rooms)
        if count == 0:
            told = self.tr("Everything is in order.")
        elif count == 1:
            told = self.tr("1 thing has to be put right.")
        else:
            told = self.tr("{0} things have to be put right.").format(count)
        self.summary.setText(f"{told} {looked}")
        if seen.last is None:
            self.last.setText(self.tr("No check was kept yet; each watch begins with one."))
        else:
            when = shown.day_and_time(seen.last.checked_at, self._workplace.zone)
            self.last.setText(
                self.tr("Last kept {0} by {1}: {2} found.").format(
                    when, seen.last.checked_by, seen.last.findings
                )
            )

    def _group(self, kind: FindingKind | None, lines: tuple[NightLine, ...]) -> QWidget:
        name = words(kind) if kind is not None else self.tr("Somebody has to move")
        title = heading(self.tr("{0} ({1})").format(name, len(lines)))
        rows = [self._line(line) for line in lines]
        return panel(column(title, *rows, margin=10), banner="stop" if kind in _STOPS else "warn")

    def _line(self, line: NightLine) -> QWidget:
        made = QWidget()
        box = row(wide(sentence(self._told(line))), spacing=12)
        hope = line.cure.kind is not CureKind.REPLAN or line.cure.person_id in self._mended
        if hope and (cure := self._cures.of(line)) is not None:
            self.cures.append(cure)
            box.addWidget(cure)
        made.setLayout(box)
        return made

    def _told(self, line: NightLine) -> str:
        exact = words(line.reason) if line.reason in _TOLD_EXACTLY and line.reason else ""
        place = self.tr("Room {0}").format(line.room) if line.room else line.wing
        since = ""
        if line.since is not None:
            when = shown.day_and_time(line.since, self._workplace.zone)
            since = self.tr("since {0}").format(when)
        signed = self.tr("somebody signed for it") if line.signed else ""
        if line.cure.kind is CureKind.PLAN_CARETAKER and not line.wing:
            place = self.tr("Nobody has planned caretakers yet.")
        people = [self._cures.called(each) for each in line.people]
        told = (place, *people, line.caretaker, since, signed, exact)
        return " · ".join(filter(None, told))

    def _open_kept(self) -> None:
        self._stack.setCurrentWidget(self.kept)
        self.kept.open()

    def _close_kept(self) -> None:
        self._stack.setCurrentIndex(0)
        self.kept_button.setFocus()

    def _begin(self) -> None:
        self.banner.clear()

    def _check(self) -> None:
        self.banner.clear()
        self._workplace.act(self, run_night_check, None, self._checked, self._failed)

    def _checked(self, done: Checked) -> None:
        self.reload()
        self.said.emit(self.tr("Checked and kept: {0} found.").format(done.findings))

    def _failed(self, error: Exception) -> None:
        tell(self._workplace, error, self.banner, {}, self.reload)
