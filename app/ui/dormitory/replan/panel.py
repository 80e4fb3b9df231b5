# SPDX-License-Identifier: Apache-2.0
"""Atur ulang: the fewest moves for a goal, seen before anybody moves, carried out as one."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.policies.dormitory.beds.holds import may_sign
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason
from app.services.dormitory.facts.room_list import WingLine, room_list
from app.services.dormitory.replan.apply import ApplyReplan, Replanned, apply_replan
from app.services.dormitory.replan.edit import OtherBed, edited, other_beds
from app.services.dormitory.replan.propose import replan_facts
from app.services.dormitory.replan.told import Replan, ReplanFacts
from app.services.topics import Topic
from app.ui.dormitory.replan.goal import GoalChoice, GoalRooms
from app.ui.dormitory.replan.moves import MoveList
from app.ui.dormitory.replan.rooms import BeforeAfter
from app.ui.dormitory.replan.search import Search
from app.ui.dormitory.replan.telling import Telling
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.theme.style import mark
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns, keep_place, row, wide
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_TOPICS = frozenset(
    {
        Topic.BEDS,
        Topic.ARRIVALS,
        Topic.PEOPLE,
        Topic.HOLDS,
        Topic.NEEDS,
        Topic.WHEREABOUTS,
        Topic.RULES,
    }
)


class ReplanPanel(QWidget):
    """What for, who moves and why, now and then, and one button that moves them all.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._known: ReplanFacts | None = None
        self.plan: Replan | None = None
        self._busy = False
        self._telling = Telling(workplace)
        looks = workplace.looks
        self.goals = GoalChoice()
        self.rooms = GoalRooms()
        self.search = Search(workplace)
        self.look_button = button(
            looks, self.tr("Look for the fewest moves"), self.look, role="primary", icon=Icon.SWAP
        )
        self.banner = Banner(looks)
        self.summary = sentence()
        self.moves = MoveList(looks, self._telling.called)
        self.before_after = BeforeAfter(self._telling.called)
        self.result = QWidget()
        self.why = line(longest=LONGEST_NOTE)
        self.fields = {"why": Field(self.tr("Why you sign (at least 10 letters)"), self.why)}
        self.apply_button = button(
            looks, self.tr("Move"), self.apply, role="primary", icon=Icon.ALLOWED
        )
        self._lay_out()
        self._connect()
        self._forget()

    def _lay_out(self) -> None:
        keep_place(self.result)
        self.result.setLayout(columns((self.moves, 3), (self.before_after, 2)))
        halves = columns((self.rooms, 0), (self.result, 1))
        foot = row(wide(self.fields["why"]), None, self.apply_button, spacing=12)
        foot.setAlignment(self.apply_button, Qt.AlignmentFlag.AlignBottom)
        box = column(
            heading(self.tr("Plan the house anew")),
            row(self.goals, self.look_button),
            self.banner,
            self.search,
            self.summary,
            halves,
            foot,
            margin=12,
        )
        box.setStretch(5, 1)
        self.setLayout(box)

    def _connect(self) -> None:
        self.goals.changed.connect(self._other_goal)
        self.rooms.changed.connect(self._forget)
        self.search.found.connect(self._found)
        self.search.given_up.connect(self._forget)
        self.search.failed.connect(self._failed)
        self.moves.chosen.connect(self._offer)
        self.moves.changed.connect(self._edit)
        self._workplace.masking_changed.connect(self.repaint_names)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return _TOPICS

    def reload(self) -> None:
        """Ask for the rooms, and whether the plan on screen is still about the house as it is."""
        self._workplace.ask(self, room_list, None, self._show_rooms)
        if self.plan is not None and not self._busy:
            self._workplace.ask(self, replan_facts, self.plan.goal, self._compare)

    def look_for(self, kind: GoalKind) -> None:
        """Choose a goal and look for a plan right away."""
        self.goals.choose(kind)
        self._other_goal()
        self.look()

    def look(self) -> None:
        """Look for the best plan for the goal as it stands."""
        goal = self.rooms.goal(self.goals.kind)
        if goal is None:
            self.rooms.fields["rooms"].show_problem(self.tr("Tick at least one room."))
            self.rooms.tree.setFocus()
        else:
            self._start(goal)

    def apply(self) -> None:
        """Move everybody of the plan, or nobody."""
        plan = self.plan
        if plan is None or self._busy or not plan.lines:
            return
        self._busy = True
        self.fields["why"].show_problem("")
        why = self.why.text() if plan.to_sign else ""
        command = ApplyReplan(plan.moves, plan.placements, plan.revision, why)
        label = self.tr("New plan ({0} beds)").format(len(plan.lines))
        self._workplace.act(self, apply_replan, command, self._applied, self._failed, label=label)

    def repaint_names(self) -> None:
        """Show the same plan with names masked or not."""
        if self.plan is not None:
            self._show(self.plan)

    def _start(self, goal: Goal) -> None:
        self._forget()
        self.search.start(goal)
        self.look_button.setEnabled(False)
        self.search.stop_button.setFocus()

    def _other_goal(self) -> None:
        self.rooms.show_for(self.goals.kind)
        self._forget()

    def _forget(self) -> None:
        """Take the plan away, because it is not about what is wanted now."""
        self._known = self.plan = None
        self.banner.clear()
        self.look_button.setEnabled(True)
        self.rooms.fields["rooms"].show_problem("")
        mark(self.summary, tone="muted")
        self.summary.setText(
            self.tr("Say what the plan is for and look. Nobody moves before you have seen it.")
        )
        for part in (self.result, self.apply_button, self.fields["why"]):
            part.hide()

    def _found(self, known: ReplanFacts, plan: Replan) -> None:
        self._known = known
        self.look_button.setEnabled(True)
        self._show(plan)
        (self.moves.list if plan.lines else self.look_button).setFocus()

    def _show(self, plan: Replan) -> None:
        self.plan = plan
        self.summary.setText(self._telling.summary(plan))
        mark(self.summary, tone="ok" if plan.complete else "")
        self._tell_what_is_left(plan)
        for part in (self.result, self.apply_button):
            part.setHidden(not plan.lines)
        self.moves.show_plan(plan)
        self.before_after.show_rooms(plan.rooms)
        place = self._workplace
        signs = may_sign(place.actor.role, place.zone.local(place.now()))
        self.fields["why"].setHidden(not (plan.to_sign and signs))
        self.apply_button.setEnabled(signs or not plan.to_sign)
        text = self._telling.deed(plan, may_sign=signs)
        self.apply_button.setText(f" {text}")
        self.apply_button.setAccessibleName(text)

    def _tell_what_is_left(self, plan: Replan) -> None:
        left = self._telling.left(plan)
        if not left:
            self.banner.clear()
        elif plan.relaxed is not None:
            goal = plan.relaxed
            label = self.tr("Plan with a signature")
            self.banner.say("warn", left, label, lambda: self._start(goal))
        else:
            self.banner.say("warn", left)

    def _offer(self, person_id: UUID) -> None:
        known, plan = self._known, self.plan
        if known is not None and plan is not None:
            self._workplace.tasks.examine(
                self,
                lambda: other_beds(known, plan, person_id),
                lambda beds: self._show_beds(plan, person_id, beds),
            )

    def _show_beds(self, plan: Replan, person_id: UUID, beds: tuple[OtherBed, ...]) -> None:
        if self.plan is plan:
            self.moves.show_beds(person_id, beds)

    def _edit(self, person_id: UUID, bed_id: UUID | None) -> None:
        known, plan = self._known, self.plan
        if known is not None and plan is not None:
            self._workplace.tasks.examine(
                self, lambda: edited(known, plan, person_id, bed_id), self._show, self._failed
            )

    def _show_rooms(self, wings: tuple[WingLine, ...]) -> None:
        self.rooms.show_house(wings)

    def _compare(self, known: ReplanFacts) -> None:
        if self.plan is not None and known.revision != self.plan.revision:
            self._say_stale()

    def _say_stale(self) -> None:
        goal = self.plan.goal if self.plan is not None else None
        text = self.tr("Beds or people changed meanwhile; nobody was moved.")
        if goal is not None:
            self.banner.say("warn", text, self.tr("Look again"), lambda: self._start(goal))
        self.apply_button.setEnabled(False)

    def _applied(self, done: Replanned) -> None:
        self._busy = False
        self.why.clear()
        plan = self.plan
        self._forget()
        self.look_button.setFocus()
        if plan is not None:
            self.summary.setText(self._telling.afterwards(plan))
            mark(self.summary, tone="warn" if plan.still_wrong else "ok")
        self.said.emit(self.tr("Everybody has her new bed ({0}).").format(len(done.placed)))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.look_button.setEnabled(True)
        if isinstance(error, Refused) and Reason.STALE in error.reasons:
            self._say_stale()
        elif isinstance(error, Refused) and error.field is None:
            text = self.tr("Nobody was moved. {0}").format(sentences(error.reasons))
            self.banner.say("stop", text)
        else:
            tell(self._workplace, error, self.banner, self.fields)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts while a search can be given up."""
        if _is_escape(event) and self.search.running:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the search up on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.search.running:
            self.search.give_up()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )
