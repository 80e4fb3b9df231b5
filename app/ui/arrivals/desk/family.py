# SPDX-License-Identifier: Apache-2.0
"""Families at the desk: who belongs to whom, and what is signed for tonight."""

from uuid import UUID

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox

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
from app.ui.widgets.acting import Acting, narrow
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row, tall
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace


class FamilyPanel(Acting):
    """Declare a kinship, sign for a night, verify it by a paper."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._people: tuple[PresentLine, ...] = ()
        self._lines: tuple[KinLine, ...] = ()
        looks = workplace.looks
        self.elder, self.kind, self.younger = narrow(Chooser()), QComboBox(), narrow(Chooser())
        for kind in KinKind:
            self.kind.addItem(words(kind), kind)
        self.declare_button = button(
            looks, self.tr("Note this family"), self._declare, icon=Icon.PEOPLE
        )
        listing = Listing(self.tr("Families in the house"), self.tr("No family is noted yet."))
        self.families = listing.list
        self.families.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.note = line()
        proof = Field(self.tr("What did you see, or what proves it?"), self.note)
        self.sign_button = button(
            looks, self.tr("Sign for tonight"), self._sign, role="primary", icon=Icon.SHIELD
        )
        self.verify_button = button(looks, self.tr("Verified by this paper"), self._verify)
        self.end_button = button(looks, self.tr("Not family"), self._end, role="quiet")
        pair = {
            "elder": Field(self.tr("The elder"), self.elder),
            "kind": Field(self.tr("Relation"), self.kind),
            "kin": Field(self.tr("The younger"), self.younger),
        }
        self.fields = {**pair, "observation": proof, "proof": proof}
        layout = column(
            heading(self.tr("Families")),
            self.banner,
            beside(*pair.values()),
            row(None, self.declare_button),
            listing,
            sentence(
                self.tr(
                    "A declared mother or a sister may share a room without others until 08.00. "
                    "A guardian counts only when verified."
                ),
                "muted",
            ),
            proof,
            row(self.end_button, None, self.verify_button, self.sign_button),
            margin=8,
        )
        layout.setStretchFactor(listing, 1)
        self.setLayout(tall(layout))
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
        line: KinLine | None = self.families.chosen
        return line

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
            box.offer((self._person(each), each.person_id.hex) for each in people)

    def _person(self, each: PresentLine) -> str:
        name = shown.numbered(each.name, each.number, hide=self._workplace.masking)
        age = "" if each.age_years is None else self.tr(" · {0} years").format(each.age_years)
        return f"{name}{age}"

    def _show_families(self, lines: tuple[KinLine, ...]) -> None:
        self._lines = lines
        self.families.fill(((self._text(each), each) for each in lines), _same, self._icon)
        self._chosen()

    def _icon(self, each: KinLine) -> QIcon:
        signed = each.until is not None or each.standing is KinStanding.VERIFIED
        icon, tone = (Icon.ALLOWED, "ok") if signed else (Icon.AGE_UNKNOWN, "warn")
        return self._workplace.looks.icon(icon, tone)

    def _text(self, each: KinLine) -> str:
        parts = [
            self.tr("{0}, {1} of {2}").format(
                self._called(each.elder_id, each.elder),
                words(each.kind),
                self._called(each.younger_id, each.younger),
            ),
            words(each.standing),
        ]
        if each.until is not None:
            when = shown.day_and_time(each.until, self._workplace.zone)
            parts.append(self.tr("may share a room without others until {0}").format(when))
        return joined(*parts)

    def _called(self, person_id: UUID, name: str) -> str:
        """Return what one of a family is called; her number is known while she is here."""
        numbers = (each.number for each in self._people if each.person_id == person_id)
        return shown.person(name, next(numbers, "–"), hide=self._workplace.masking)

    def _chosen(self) -> None:
        chosen = self.chosen
        self.sign_button.setEnabled(chosen is not None and chosen.exception is not None)
        self.verify_button.setEnabled(
            chosen is not None and chosen.standing is KinStanding.DECLARED
        )
        self.end_button.setEnabled(chosen is not None)

    def _declare(self) -> None:
        elder, younger = self.elder.currentData(), self.younger.currentData()
        if elder is None or younger is None:
            self.forget_problems()
            self.banner.say("info", self.tr("Register two people first."))
            return
        kind = KinKind(self.kind.currentData())
        self.perform(
            declare_kin,
            lambda: DeclareKin(UUID(hex=elder), UUID(hex=younger), kind),
            lambda _done: self._done(self.tr("Noted. It is not verified yet.")),
            self.tr("Noting a family"),
        )

    def _sign(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.perform(
                sign_exception,
                lambda: SignException(chosen.kinship_id, self.note.text()),
                lambda signed: self._done(
                    self.tr("Signed until {0}, in a room without others.").format(
                        shown.day_and_time(signed.expires_at, self._workplace.zone)
                    )
                ),
                self.tr("Signing for a family"),
            )

    def _verify(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.perform(
                verify_kin,
                lambda: VerifyKin(chosen.kinship_id, chosen.version, self.note.text()),
                lambda _done: self._done(self.tr("The family is verified.")),
            )

    def _end(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.perform(
                end_kin,
                lambda: EndKin(chosen.kinship_id, chosen.version),
                lambda _open: self._done(self.tr("This family note has ended.")),
            )

    def _done(self, text: str) -> None:
        self.note.clear()
        self.reload()
        self.said.emit(text)


def _same(one: KinLine, other: KinLine) -> bool:
    return one.kinship_id == other.kinship_id
