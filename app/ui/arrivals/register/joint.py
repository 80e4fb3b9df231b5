# SPDX-License-Identifier: Apache-2.0
"""Beds for everyone who waits, proposed together; one key takes them all."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Right
from app.policies.arrivals.partners import PartnerKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.suggest import NoBedOption
from app.policies.reasons import Reason
from app.services.arrivals.desk.partners import PartnerLine, partner_list
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.beds.propose import (
    Accepted,
    AcceptPlan,
    Proposal,
    ProposedLine,
    accept_plan,
    proposals,
)
from app.services.topics import Topic
from app.ui import format as formatted
from app.ui.arrivals.desk.kept_for_groups import KeptForGroups
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.age_chip import AgeChip
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import ENTER, button
from app.ui.widgets.labels import caption, heading, sentence
from app.ui.widgets.layouts import column, emptied, panel, row, scrolling, wide
from app.ui.workplace import Workplace

_CALLED = {
    NoBedOption.PARTNER_SHELTER: PartnerKind.SHELTER,
    NoBedOption.POLICE_STATION: PartnerKind.POLICE,
    NoBedOption.DINAS: PartnerKind.SOCIAL_OFFICE,
}


class JointPanel(QWidget):
    """The proposal on screen; it is never a placement until somebody takes it.

    Signals:
        bed_wanted(person): one of them should get another bed than the proposed one.
        finished: nobody waits any more, or the officer goes back.
        said(text): something worth a toast.
    """

    bed_wanted = Signal(object)
    finished = Signal()
    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._proposal: Proposal | None = None
        self._busy = False
        self._partners: dict[PartnerKind, list[str]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Beds for everyone"))
        self.banner = Banner(workplace.looks)
        self.kept = KeptForGroups(workplace)
        self.kept.opened.connect(self.reload)
        self.kept.failed.connect(self._failed)
        self._lines = QVBoxLayout()
        self._why = sentence(tone="muted")
        self.take_button = button(
            workplace.looks,
            self.tr("Place all"),
            self.take,
            role="primary",
            icon=Icon.DORMITORY,
            shortcut="Return",
        )
        self.take_button.hide()
        content = QWidget()
        content.setLayout(column(self.kept, self._lines, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(heading(self.tr("Beds for everyone")))
        box.addWidget(self.banner)
        box.addWidget(scrolling(content), 1)
        box.addWidget(self._why)
        box.addLayout(row(None, self.take_button))

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.BEDS, Topic.ARRIVALS, Topic.PEOPLE, Topic.ALARMS, Topic.HOLDS})

    @property
    def proposal(self) -> Proposal | None:
        """Return the proposal on screen."""
        return self._proposal

    def reload(self) -> None:
        """Ask for a fresh proposal, unless one is being taken."""
        if not self._busy:
            if self._workplace.may(Right.READ_PARTNERS):
                self._workplace.ask(self, partner_list, None, self._know)
            self.kept.reload()
            self._workplace.ask(self, proposals, None, self._show, self._failed)

    def repaint_names(self) -> None:
        """Show the same lines with names masked or not."""
        if self._proposal is not None:
            self._show(self._proposal)

    def take(self) -> None:
        """Place everybody who has a proposed bed, all or nobody."""
        if self._busy or self._proposal is None or not self._proposal.beds:
            return
        self._busy = True
        self.banner.clear()
        count = len(self._proposal.beds)
        self._workplace.act(
            self,
            accept_plan,
            AcceptPlan(self._proposal.beds, self._proposal.revision),
            self._taken,
            self._failed,
            label=self.tr("Placing {0} people").format(count),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the whole proposal with Enter."""
        if event.key() in ENTER and not event.modifiers():
            self.take()
        else:
            super().keyPressEvent(event)

    def _taken(self, accepted: Accepted) -> None:
        self._busy = False
        self.said.emit(self.tr("{0} people have a bed.").format(len(accepted.placed)))
        self.reload()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Refused):
            said = sentences(error.reasons)
            if Reason.STALE in error.reasons:
                said = self.tr("Beds or people changed meanwhile. Here is a new proposal.")
            self.banner.say("warn", said)
            self.reload()
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause))
        else:
            self._workplace.tasks.failed.emit(error)

    def _show(self, proposal: Proposal) -> None:
        self._proposal = proposal
        emptied(self._lines)
        for line in proposal.lines:
            self._lines.addWidget(self._line(line))
        if not proposal.lines:
            self._lines.addWidget(sentence(self.tr("Everyone has a bed."), "ok"))
        count = len(proposal.beds)
        self.take_button.setVisible(count > 0)
        self._why.setVisible(count > 0)
        take = self.tr("Place all {0}").format(count)
        self.take_button.setText(f" {take}")
        self._why.setText(
            self.tr("Found together, not first come. Urgent ones and children are never left out.")
            if proposal.proven
            else self.tr("Legal, though a kinder arrangement may exist.")
        )

    def _line(self, line: ProposedLine) -> QWidget:
        name = formatted.person(line.name, line.number, hide=self._workplace.masking)
        chip = AgeChip()
        chip.show_treatment(line.treated_as, presumed=line.presumed)
        who = caption(
            self.tr("{0} · waiting {1}").format(name, formatted.waited(line.minutes)),
            "stop" if line.urgent else "",
        )
        head = row(who, chip, None)
        if line.bed is None:
            options = " → ".join(self._option(option) for option in line.when_full)
            told = sentence(
                self.tr("No safe bed tonight. In this order: {0}").format(options), "stop"
            )
        else:
            reasons = ", ".join(words(reason) for reason in line.bed.reasons)
            place = f"{line.bed.room_name}-{line.bed.bed_label}"
            told = sentence(self.tr("{0}: {1}").format(place, reasons), "ok")
        others = ", ".join(f"{each.room_name}-{each.bed_label}" for each in line.others)
        another = button(
            self._workplace.looks,
            self.tr("Or {0}").format(others) if others else self.tr("Why?"),
            partial(self.bed_wanted.emit, line.person_id),
            role="quiet",
            name=self.tr("Another bed for {0}").format(name),
        )
        buttons: list[QWidget] = [another]
        if line.bed is None and self._workplace.may(Right.CHECK_BEDS):
            buttons.append(
                button(
                    self._workplace.looks,
                    self.tr("With staff tonight"),
                    partial(self._with_staff, line),
                    name=self.tr("{0} stays with staff tonight").format(name),
                )
            )
        body = row(wide(told), *buttons)
        return panel(column(head, body, spacing=4, margin=8), card=True)

    def _option(self, option: NoBedOption) -> str:
        """Return a next step in words, with whom to call."""
        kind = _CALLED.get(option)
        known = self._partners.get(kind, []) if kind else []
        return f"{words(option)}: {', '.join(known)}" if known else words(option)

    def _know(self, partners: tuple[PartnerLine, ...]) -> None:
        self._partners = {}
        for each in partners:
            if not each.retired:
                told = " ".join(part for part in (each.facts.name, each.facts.phone) if part)
                self._partners.setdefault(each.facts.kind, []).append(told)

    def _with_staff(self, line: ProposedLine) -> None:
        self._workplace.act(
            self,
            note_absence,
            NoteAbsence(line.person_id, AbsenceKind.WITH_STAFF),
            lambda _done: self.said.emit(self.tr("Noted: with staff tonight. She still waits.")),
            self._failed,
            label=self.tr("Noting who stays with staff"),
        )
