# SPDX-License-Identifier: Apache-2.0
"""The first run: the shelter, its rooms, the first account."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox, QStackedWidget, QWidget

from app.clock import Zone
from app.errors import Refused
from app.policies.access import Role
from app.policies.reasons import Reason
from app.services.staff.founding import Founding, founding_problem
from app.services.staff.setup import MOST_BEDROOMS, MOST_BEDS, NewAccount, ShelterFacts
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row

_SUPERIORS = "KEMENTERIAN SOSIAL REPUBLIK INDONESIA\nDIREKTORAT JENDERAL REHABILITASI SOSIAL"
_ON_THE_FIRST_PAGE = {"shelter", "superiors", "address", "city"}


@dataclass(frozen=True, slots=True)
class WizardAnswers:
    """A founding, and how large each of the template's two floors is."""

    founding: Founding
    bedrooms: int
    beds: int


class Wizard(QWidget):
    """Two pages: the shelter, then the first account.

    Signals:
        finished(answers): everything is typed.
        back: not now; return to the first page.
        language_wanted: the other language is wanted.
    """

    finished = Signal(object)
    back = Signal()
    language_wanted = Signal()

    def __init__(self, looks: Looks, zone: Zone = Zone.WIB) -> None:
        super().__init__()
        self.shelter = line(longest=200)
        self.superiors = QPlainTextEdit(_SUPERIORS)
        self.superiors.setTabChangesFocus(True)
        measure(self.superiors, highest=4.5)
        self.address = line(longest=200)
        self.city = line("Jakarta", longest=80)
        self.zone = QComboBox()
        for each in Zone:
            self.zone.addItem(f"{each.name} (UTC+{each.offset_hours})", each)
        self.zone.setCurrentIndex(self.zone.findData(zone))
        self.bedrooms, self.beds = QSpinBox(), QSpinBox()
        for box, most, usual in ((self.bedrooms, MOST_BEDROOMS, 5), (self.beds, MOST_BEDS, 3)):
            box.setRange(1, most)
            box.setValue(usual)
        self.name = line(longest=200)
        self.login = line(longest=40)
        self.role = QComboBox()
        for role in (Role.HEAD, Role.COORDINATOR):
            self.role.addItem(words(role), role)
        self.password = line(secret=True)
        self.again = line(secret=True)
        self.fields = {
            "shelter": Field(self.tr("Name of the shelter"), self.shelter),
            "superiors": Field(
                self.tr("Ministry and directorate above the name on papers, up to three lines"),
                self.superiors,
            ),
            "address": Field(
                self.tr("Address on papers"),
                self.address,
                self.tr("Telephone, e-mail and logo may be added later in Admin."),
            ),
            "city": Field(self.tr("City, as it stands above signatures"), self.city),
            "zone": Field(self.tr("Time zone"), self.zone),
            "bedrooms": Field(self.tr("Bedrooms on each floor"), self.bedrooms),
            "beds": Field(self.tr("Beds in each bedroom"), self.beds),
            "name": Field(self.tr("Your name"), self.name),
            "login": Field(self.tr("Login name, such as ani"), self.login),
            "role": Field(self.tr("Your post"), self.role),
            "password": Field(
                self.tr("Password"), self.password, self.tr("At least 10 characters; a sentence.")
            ),
            "again": Field(self.tr("Password again"), self.again),
        }
        self.banner = Banner(looks, reserved=True)
        self.again.returnPressed.connect(self._done)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._shelter_page(looks))
        self._pages.addWidget(self._account_page(looks))
        self.setLayout(centred(panel(column(self._pages, self.banner, margin=24), card=True), 94))
        self.first = self.shelter

    def _shelter_page(self, looks: Looks) -> QWidget:
        language = button(
            looks,
            "ID | EN",
            self.language_wanted.emit,
            role="quiet",
            name=self.tr("Switch language"),
        )
        self.following = button(
            looks, self.tr("Next"), self._next, role="primary", icon=Icon.FORWARD
        )
        back = button(looks, self.tr("Back"), self.back.emit, icon=Icon.BACK)
        names = ("shelter", "superiors", "address")
        return panel(
            column(
                row(heading(self.tr("Set up Teduh (1 of 3)"), page=True), None, language),
                sentence(self.tr("Everything stays on this computer, encrypted."), "muted"),
                *(self.fields[name] for name in names),
                beside(self.fields["city"], self.fields["zone"]),
                sentence(
                    self.tr(
                        "Rooms: adults on floor 1, children on floor 2, three spare rooms, "
                        "secretariat, two TV rooms, the field."
                    ),
                    "muted",
                ),
                row(self.fields["bedrooms"], self.fields["beds"], None, spacing=16),
                row(back, None, self.following),
            )
        )

    def _account_page(self, looks: Looks) -> QWidget:
        back = button(looks, self.tr("Back"), self._back, icon=Icon.BACK)
        self.done = button(looks, self.tr("Set up"), self._done, role="primary", icon=Icon.ALLOWED)
        return panel(
            column(
                heading(self.tr("The first account (2 of 3)"), page=True),
                sentence(
                    self.tr("Head or coordinator; the recovery sheet and the staff follow."),
                    "muted",
                ),
                self.fields["name"],
                beside(self.fields["login"], self.fields["role"]),
                self.fields["password"],
                self.fields["again"],
                None,
                row(back, None, self.done),
            )
        )

    def _next(self) -> None:
        missing = not self.shelter.text().strip()
        self.fields["shelter"].show_problem(
            self.tr("Write the name of the shelter.") if missing else ""
        )
        if not missing:
            self._pages.setCurrentIndex(1)
            self.name.setFocus()

    def _back(self) -> None:
        self._pages.setCurrentIndex(0)

    def answers(self) -> WizardAnswers:
        """Return what was typed."""
        facts = ShelterFacts(
            self.shelter.text().strip(),
            tuple(self.superiors.toPlainText().splitlines()),
            self.city.text().strip(),
            Zone(self.zone.currentData()),
            (self.address.text(),),
        )
        account = NewAccount(
            self.login.text().strip(), self.name.text(), Role(self.role.currentData())
        )
        return WizardAnswers(
            Founding(facts, account, self.password.text()), self.bedrooms.value(), self.beds.value()
        )

    def trouble(self, text: str) -> None:
        """Say what stands in the way; what was typed stays."""
        self.banner.say("stop", text)

    def take_over(self, other: "Wizard") -> None:
        """Copy what was typed into another wizard."""
        for editor in ("shelter", "address", "city", "name", "login", "password", "again"):
            getattr(self, editor).setText(getattr(other, editor).text())
        self.superiors.setPlainText(other.superiors.toPlainText())
        self.zone.setCurrentIndex(other.zone.currentIndex())
        self.role.setCurrentIndex(other.role.currentIndex())
        self.bedrooms.setValue(other.bedrooms.value())
        self.beds.setValue(other.beds.value())
        self._pages.setCurrentIndex(other._pages.currentIndex())  # noqa: SLF001

    def _done(self) -> None:
        for field in self.fields.values():
            field.show_problem("")
        answers = self.answers()
        problem = founding_problem(answers.founding)
        if problem is not None:
            self.show_problem(problem)
        elif self.password.text() != self.again.text():
            self.fields["again"].show_problem(words(Reason.PASSWORDS_DIFFER))
        else:
            self.finished.emit(answers)

    def show_problem(self, problem: Refused) -> None:
        """Say next to the field what has to be typed differently."""
        field = self.fields.get(problem.field or "", self.fields["name"])
        field.show_problem(sentences(problem.reasons))
        if problem.field in _ON_THE_FIRST_PAGE:
            self._back()
        field.setFocus()
