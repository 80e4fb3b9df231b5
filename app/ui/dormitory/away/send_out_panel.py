# SPDX-License-Identifier: Apache-2.0
"""Out of the house for a time; her bed is kept."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare
from app.policies.people.names import LONGEST_NAME, LONGEST_NOTE
from app.services.dormitory.away.absences import NotedAbsence
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.people.companions import OwnHere, own_here
from app.ui import format as shown
from app.ui.dormitory.about_her import FormAboutHer
from app.ui.texts import words
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import sentence
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace

_OUT = (
    AbsenceKind.HOSPITAL,
    AbsenceKind.POLICE,
    AbsenceKind.COURT,
    AbsenceKind.LEAVE,
    AbsenceKind.WITH_STAFF,
)


class SendOutPanel(FormAboutHer):
    """Where she goes, who goes with her, when she should be back."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._own = OwnHere((), ())
        self._cares: list[tuple[ChildCare, UUID | None]] = []
        self.kind = narrow(QComboBox())
        for kind in _OUT:
            self.kind.addItem(words(kind), kind)
        self.kind.addItem(self.tr("Left without a plan"), AbsenceKind.MISSING)
        self.escort = line(longest=LONGEST_NAME)
        self.due_back = line(longest=40)
        self.note = line(longest=LONGEST_NOTE)
        self.kept = sentence("", "muted")
        self.care = narrow(QComboBox())
        self.lay_out(
            self.tr("Goes out"),
            {
                "kind": Field(self.tr("Where"), self.kind),
                "escort": Field(self.tr("Who goes with her"), self.escort),
                "due_back": Field(
                    self.tr("Due back"), self.due_back, self.tr("Such as 16.30 or 25/11 09.00")
                ),
                "child_care": Field(self.tr("Who looks after her children?"), self.care),
                "note": Field(self.tr("Note"), self.note),
            },
            (self.tr("Note it"), self._note),
            self.kept,
        )
        self.kind.currentIndexChanged.connect(lambda _at: self._fit())
        self._fit()

    def open_for(self, person_id: UUID, name: str) -> None:
        """Begin with a person; ``name`` as the board shows it."""
        self.start_about(person_id, name)
        self._show_children(person_id, OwnHere((), ()))
        self._workplace.ask(self, own_here, person_id, partial(self._show_children, person_id))

    def _show_children(self, person_id: UUID, own: OwnHere) -> None:
        """Ask who looks after her children only of whoever has some here; they go along."""
        if person_id != self.person_id:
            return
        self._own = own
        hide = self._workplace.masking
        names = ", ".join(shown.person(each.name, each.number, hide=hide) for each in own.children)
        self._cares = [(ChildCare.ALONG, None), (ChildCare.CARETAKER, None)]
        self.care.clear()
        self.care.addItems([self.tr("{0} goes along").format(names), self.tr("The caretaker")])
        for each in own.carers:
            who = shown.person(each.name, each.number, hide=hide)
            self.care.addItem(joined(who, each.place))
            self._cares.append((ChildCare.RELATIVE, each.person_id))
        self._fit()

    def _note(self) -> None:
        if self.person_id is not None:
            label = self.tr("{0} goes out").format(self.label)
            self.finish(send_out, partial(self._command, self.person_id), self._done, label)

    @property
    def _chosen(self) -> AbsenceKind:
        return AbsenceKind(self.kind.currentData())

    def _command(self, person_id: UUID) -> SendOut:
        planned = self._chosen is not AbsenceKind.MISSING
        return SendOut(
            person_id,
            self._chosen,
            self.escort.text() if planned else "",
            self.moment(self.due_back, "due_back") if planned else None,
            self.note.text(),
            *(self._cares[self.care.currentIndex()] if self._own.children else (None, None)),
        )

    def _done(self, _noted: NotedAbsence) -> str:
        return self.tr("Noted. Her bed is kept.")

    def _fit(self) -> None:
        """Ask for escort and hour only of whoever goes with a plan."""
        planned = self._chosen is not AbsenceKind.MISSING
        for name in ("escort", "due_back"):
            self.fields[name].setHidden(not planned)
        self.fields["child_care"].setHidden(not (planned and self._own.children))
        self.kept.setText(
            self.tr("Her bed is kept until she is back.")
            if planned
            else self.tr("Her bed is kept for 24 hours. Her case stays open.")
        )
