# SPDX-License-Identifier: Apache-2.0
"""Meja jaga: queue, registration or beds, and tonight, side by side."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.policies.access import Right
from app.services.arrivals.register.complete import Completed
from app.services.arrivals.register.register import Registered
from app.services.topics import Topic
from app.ui.arrivals.desk.not_received import NotReceived
from app.ui.arrivals.desk.queue import Queue
from app.ui.arrivals.desk.tonight import Tonight
from app.ui.arrivals.register.register import RegisterPanel
from app.ui.later import Later
from app.ui.widgets.bed_choice import BedChoice
from app.ui.widgets.boxes.folding import Folding
from app.ui.widgets.layouts import column
from app.ui.widgets.rounds_card import TOPICS as ROUND_TOPICS
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.ui.arrivals.desk.family import FamilyPanel
    from app.ui.arrivals.register.group import GroupPanel
    from app.ui.arrivals.register.joint import JointPanel

_NARROW_BELOW = 170
"""Letters; below it the form and two columns do not fit side by side (ux §2)."""
_GROUP = Later("arrivals.register.group", "GroupPanel")
_JOINT = Later("arrivals.register.joint", "JointPanel")
_FAMILIES = Later("arrivals.desk.family", "FamilyPanel")
_TOPICS = ROUND_TOPICS | {Topic.SHIFT, Topic.HOLDS}


class DeskView(QWidget):
    """The duty desk.

    Signals:
        handover_wanted: the handover sheet should open.
        print_entries(form): unsaved entries should be printed.
        said(text): something worth a toast.
    """

    handover_wanted = Signal()
    print_entries = Signal(object)
    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.not_received = NotReceived(workplace)
        self.queue = Queue(workplace)
        self.register = RegisterPanel(workplace)
        self.beds = BedChoice(workplace)
        self.tonight = Tonight(workplace)
        self._group: GroupPanel | None = None
        self._joint: JointPanel | None = None
        self._families: FamilyPanel | None = None
        self.middle = QStackedWidget()
        self.middle.addWidget(self.register)
        self.middle.addWidget(self.beds)
        parts = ((self.queue, 26), (self.middle, 52), (self.tonight, 22))
        self.parts = Folding(workplace.looks, parts, _NARROW_BELOW)
        self.setLayout(column(self.not_received, self.parts, spacing=0))
        self.queue.reloaded.connect(self.not_received.reload)
        self.queue.new_wanted.connect(self.new_arrival)
        self.queue.group_wanted.connect(self.new_group)
        self.queue.joint_wanted.connect(self.propose)
        self.queue.families_wanted.connect(self.show_families)
        self.queue.draft_chosen.connect(self._resume)
        self.queue.person_chosen.connect(self.find_bed)
        self.register.registered.connect(self._registered)
        self.register.postponed.connect(self._postponed)
        self.register.discarded.connect(lambda: self.said.emit(self.tr("The draft was dropped.")))
        self.register.print_entries.connect(self.print_entries)
        self.register.present_wanted.connect(self.complete)
        self.register.completed.connect(self._completed)
        self.beds.finished.connect(self._bed_found)
        self.queue.arrival_chosen.connect(self.complete)
        self.tonight.bed_wanted.connect(self.find_bed)
        self.tonight.answer_wanted.connect(self.complete)
        self.tonight.rounds.said.connect(self.said)
        self.tonight.handover_wanted.connect(self.handover_wanted)
        workplace.masking_changed.connect(self._repaint)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return _TOPICS

    def reload(self) -> None:
        """Ask for everything again; what is being typed stays."""
        self.queue.reload()
        self.tonight.reload()
        if self._workplace.may(Right.PLACE_CLIENT):
            self.beds.reload()
        for panel in (self._group, self._joint, self._families):
            if panel is not None and self.middle.currentWidget() is panel:
                panel.reload()

    @property
    def group(self) -> "GroupPanel":
        """Return the grid of a group arrival, made when it is first wanted."""
        if self._group is None:
            self._group = _GROUP(self._workplace)
            self._group.said.connect(self.said)
            self._group.saved.connect(self._group_saved)
            self.middle.addWidget(self._group)
        return self._group

    @property
    def joint(self) -> "JointPanel":
        """Return the joint proposal, made when it is first wanted."""
        if self._joint is None:
            self._joint = _JOINT(self._workplace)
            self._joint.said.connect(self.said)
            self._joint.bed_wanted.connect(self.find_bed)
            self._joint.finished.connect(self._bed_found)
            self.middle.addWidget(self._joint)
        return self._joint

    @property
    def families(self) -> "FamilyPanel":
        """Return the families, made when they are first wanted."""
        if self._families is None:
            self._families = _FAMILIES(self._workplace)
            self._families.said.connect(self.said)
            self.middle.addWidget(self._families)
        return self._families

    def new_group(self) -> None:
        """Open the grid; a half-typed form becomes a draft first."""
        if self._workplace.may(Right.REGISTER_ARRIVAL):
            self.register.keep_then(self._show_group)

    def _show_group(self) -> None:
        self.middle.setCurrentWidget(self.group)
        self.group.reload()
        self.group.start_typing()

    def _group_saved(self, count: int) -> None:
        self.said.emit(self.tr("{0} registered.").format(count))
        self.propose()

    def propose(self) -> None:
        """Propose beds for everyone who waits."""
        if self._workplace.may(Right.PLACE_CLIENT):
            self.middle.setCurrentWidget(self.joint)
            self.joint.reload()
            self.joint.setFocus()

    def show_families(self) -> None:
        """Show who belongs to whom."""
        if self._workplace.may(Right.DECLARE_KIN):
            self.middle.setCurrentWidget(self.families)
            self.families.reload()
            self.families.setFocus()

    def _repaint(self) -> None:
        for panel in (self._joint, self._families):
            if panel is not None:
                panel.repaint_names()
        self.queue.repaint_names()
        self.not_received.repaint_names()
        self.tonight.repaint_names()
        self.beds.repaint_names()

    def new_arrival(self) -> None:
        """Open an empty form; a half-typed one becomes a draft first."""
        if not self._workplace.may(Right.REGISTER_ARRIVAL):
            return
        self.middle.setCurrentWidget(self.register)
        self.register.keep_then(self._begin)

    def _begin(self) -> None:
        self.register.begin()
        self.queue.reload()

    def save(self) -> None:
        """Save the form on screen."""
        if self.middle.currentWidget() is self.register:
            self.register.save()
        elif self._group is not None and self.middle.currentWidget() is self._group:
            self._group.save()

    def leave(self) -> None:
        """Keep the form as a draft, or go back from the beds."""
        if self.middle.currentWidget() is self.register:
            if not self.register.blank:
                self.register.put_away()
        else:
            self.middle.setCurrentWidget(self.register)
            self.register.fields.focus("name")

    def keep_typing(self) -> None:
        """Put what is typed on disk now, before locking or rebuilding."""
        self.register.autosave()
        if self._group is not None:
            self._group.autosave()

    def find_bed(self, person_id: UUID) -> None:
        """Show the best beds for somebody who waits."""
        if not self._workplace.may(Right.PLACE_CLIENT):
            return
        self.middle.setCurrentWidget(self.beds)
        self.beds.choose(person_id)

    def complete(self, arrival_id: UUID, field: str = "name") -> None:
        """Open an earlier arrival to add what is missing; a half-typed form becomes a draft."""
        if not self._workplace.may(Right.CORRECT_PERSON):
            return
        self.middle.setCurrentWidget(self.register)
        self.register.keep_then(lambda: self._complete(arrival_id, field))

    def _complete(self, arrival_id: UUID, field: str) -> None:
        if self.register.draft_id is not None:
            self.said.emit(self.tr("Kept as a draft in the queue."))
        self.register.complete(arrival_id, field)
        self.queue.reload()

    def _resume(self, draft_id: UUID) -> None:
        self.middle.setCurrentWidget(self.register)
        self.register.keep_then(lambda: self.register.resume(draft_id))

    def _registered(self, result: Registered) -> None:
        self.said.emit(self.tr("Saved as {0}. She waits for a bed.").format(result.number))
        if self._workplace.may(Right.PLACE_CLIENT):
            self.find_bed(result.person_id)

    def _completed(self, result: Completed) -> None:
        self.said.emit(self.tr("Saved {0}.").format(result.number))

    def _postponed(self) -> None:
        self.register.begin()
        self.queue.reload()
        self.said.emit(self.tr("Kept as a draft in the queue."))

    def _bed_found(self) -> None:
        self.middle.setCurrentWidget(self.register)
        self.register.fields.focus("name")
