# SPDX-License-Identifier: Apache-2.0
"""Families at the desk: who belongs to whom, and what is signed for tonight."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.policies.access import Right
from app.policies.people.kinship import KinKind, KinStanding
from app.services.dormitory.facts.present import PresentLine, present_people
from app.services.people.family import (
    DeclareKin,
    EndKin,
    KinLine,
    VerifyKin,
    declare_kin,
    end_kin,
    families,
    verify_kin,
)
from app.services.people.kin_exceptions import SignException, sign_exception
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1
_SHORT = 12


class FamilyPanel(QWidget):
    """Declare a kinship, sign for a night, verify it by a paper.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._people: tuple[PresentLine, ...] = ()
        self._lines: tuple[KinLine, ...] = ()
        looks = workplace.looks
        self.banner = Banner(looks)
        self.elder, self.kind, self.younger = QComboBox(), QComboBox(), QComboBox()
        for box in (self.elder, self.younger):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_SHORT)
        for kind in KinKind:
            self.kind.addItem(words(kind), kind)
        self.declare_button = button(
            looks, self.tr("Note this family"), self._declare, icon=Icon.PEOPLE
        )
        self.families = QListWidget()
        self.families.setWordWrap(True)
        self.families.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.families.setAccessibleName(self.tr("Families in the house"))
        self.families.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.note = line()
        self.note_field = Field(self.tr("What did you see, or what proves it?"), self.note)
        self.sign_button = button(
            looks, self.tr("Sign for tonight"), self._sign, role="primary", icon=Icon.SHIELD
        )
        self.verify_button = button(looks, self.tr("Verified by this paper"), self._verify)
        self.end_button = button(looks, self.tr("Not family"), self._end, role="quiet")
        self.fields = {
            "elder": Field(self.tr("The elder"), self.elder),
            "kind": Field(self.tr("Relation"), self.kind),
            "kin": Field(self.tr("The younger"), self.younger),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 0, 8)
        layout.setSpacing(6)
        layout.addWidget(heading(self.tr("Families")))
        layout.addWidget(self.banner)
        layout.addLayout(row(*self.fields.values(), spacing=12))
        layout.addLayout(row(None, self.declare_button))
        layout.addWidget(self.families, 1)
        layout.addWidget(
            sentence(
                self.tr(
                    "A declared mother or a sister may share a room without others until 08.00. "
                    "A guardian counts only when verified."
                ),
                "muted",
            )
        )
        layout.addWidget(self.note_field)
        layout.addLayout(row(self.end_button, None, self.verify_button, self.sign_button))
        self.verify_button.setVisible(workplace.may(Right.VERIFY_KIN))
        self.sign_button.setVisible(workplace.may(Right.SIGN_EXCEPTION))
        self._chosen()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.PEOPLE, Topic.ARRIVALS, Topic.BEDS})

    @property
    def chosen(self) -> KinLine | None:
        """Return the family that is chosen in the list."""
        item = self.families.currentItem()
        return item.data(_LINE) if item is not None else None

    def reload(self) -> None:
        """Ask for people and families again."""
        self._workplace.ask(self, present_people, None, self._show_people)
        self._workplace.ask(self, families, None, self._show_families)

    def repaint_names(self) -> None:
        """Show the same rows with names masked or not."""
        self._show_people(self._people)
        self._show_families(self._lines)

    def _show_people(self, people: tuple[PresentLine, ...]) -> None:
        self._people = people
        for box in (self.elder, self.younger):
            before: str | None = box.currentData()
            box.clear()
            for each in people:
                name = shown.person(each.name, each.number, hide=self._workplace.masking)
                age = (
                    "" if each.age_years is None else self.tr(" · {0} years").format(each.age_years)
                )
                box.addItem(f"{name}{age} · {each.number[-3:]}", each.person_id.hex)
            box.setCurrentIndex(max(0, box.findData(before)))

    def _show_families(self, lines: tuple[KinLine, ...]) -> None:
        chosen = self.chosen
        self._lines = lines
        self.families.clear()
        for each in lines:
            item = QListWidgetItem(self._text(each))
            signed = each.until is not None or each.standing is KinStanding.VERIFIED
            item.setIcon(
                self._workplace.looks.icon(
                    Icon.ALLOWED if signed else Icon.AGE_UNKNOWN, "ok" if signed else "warn"
                )
            )
            item.setData(_LINE, each)
            self.families.addItem(item)
            if chosen is not None and chosen.kinship_id == each.kinship_id:
                self.families.setCurrentItem(item)
        if self.families.currentRow() < 0 and lines:
            self.families.setCurrentRow(0)
        self._chosen()

    def _text(self, each: KinLine) -> str:
        hide = self._workplace.masking
        parts = [
            self.tr("{0}, {1} of {2}").format(
                shown.person(each.elder, "–", hide=hide),
                words(each.kind),
                shown.person(each.younger, "–", hide=hide),
            ),
            words(each.standing),
        ]
        if each.until is not None:
            when = shown.day_and_time(each.until, self._workplace.zone)
            parts.append(self.tr("may share a room without others until {0}").format(when))
        return " · ".join(parts)

    def _chosen(self) -> None:
        chosen = self.chosen
        self.sign_button.setEnabled(chosen is not None and chosen.exception is not None)
        self.verify_button.setEnabled(
            chosen is not None and chosen.standing is KinStanding.DECLARED
        )
        self.end_button.setEnabled(chosen is not None)

    def _clear(self) -> None:
        self.banner.clear()
        self.note_field.show_problem("")
        for field in self.fields.values():
            field.show_problem("")

    def _declare(self) -> None:
        self._clear()
        elder, younger = self.elder.currentData(), self.younger.currentData()
        if elder is None or younger is None:
            self.banner.say("info", self.tr("Register two people first."))
            return
        self._workplace.act(
            self,
            declare_kin,
            DeclareKin(UUID(hex=elder), UUID(hex=younger), KinKind(self.kind.currentData())),
            lambda _done: self._done(self.tr("Noted. It is not verified yet.")),
            self._failed,
            label=self.tr("Noting a family"),
        )

    def _sign(self) -> None:
        self._clear()
        chosen = self.chosen
        if chosen is not None:
            self._workplace.act(
                self,
                sign_exception,
                SignException(chosen.kinship_id, self.note.text()),
                lambda signed: self._done(
                    self.tr("Signed until {0}, in a room without others.").format(
                        shown.day_and_time(signed.expires_at, self._workplace.zone)
                    )
                ),
                self._failed,
                label=self.tr("Signing for a family"),
            )

    def _verify(self) -> None:
        self._clear()
        chosen = self.chosen
        if chosen is not None:
            self._workplace.act(
                self,
                verify_kin,
                VerifyKin(chosen.kinship_id, chosen.version, self.note.text()),
                lambda _done: self._done(self.tr("The family is verified.")),
                self._failed,
            )

    def _end(self) -> None:
        self._clear()
        chosen = self.chosen
        if chosen is not None:
            self._workplace.act(
                self,
                end_kin,
                EndKin(chosen.kinship_id, chosen.version),
                lambda _open: self._done(self.tr("This family note has ended.")),
                self._failed,
            )

    def _done(self, text: str) -> None:
        self.note.clear()
        self.reload()
        self.said.emit(text)

    def _failed(self, error: Exception) -> None:
        fields = {**self.fields, "observation": self.note_field, "proof": self.note_field}
        tell(self._workplace, error, self.banner, fields, self.reload)
