# SPDX-License-Identifier: Apache-2.0
"""Admin: the shelter's name, letterhead and logo, as every paper shows them."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from app.services.staff.letterhead import (
    Changed,
    ChangeShelter,
    ShelterLine,
    change_shelter,
    logo_from,
    shelter_now,
)
from app.services.topics import Topic
from app.ui.staff.logo import LogoChoice
from app.ui.staff.settings import Setting, SettingsCard
from app.ui.theme.measures import measure
from app.ui.widgets.field import line
from app.ui.widgets.labels import sentence
from app.ui.workplace import Workplace


class ShelterCard(SettingsCard):
    """What stands above every paper; what was there before is kept in the audit."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.shelter)
        self._version = 0
        self.logo = LogoChoice(workplace.looks)
        self.logo.picked.connect(self.take)
        self.logo.edited.connect(self.edited)
        self._zone = QLabel()
        self.lay_out(
            self.tr("The shelter and its letterhead"),
            sentence(
                self.tr(
                    "Every paper begins with these lines. Papers printed before stay as they are. "
                    "Leave out what should not stand there, such as an address that is kept secret."
                ),
                "muted",
            ),
            {
                "name": (self.tr("Name of the shelter"), self._line(120)),
                "superiors": (
                    self.tr("Above the name: ministry, directorate (up to 3 lines)"),
                    self._lines(3),
                ),
                "address": (self.tr("Address (up to 2 lines)"), self._lines(2)),
                "phone": (self.tr("Telephone"), self._line(80)),
                "email": (self.tr("E-mail"), self._line(80)),
                "city": (self.tr("City, as it stands above signatures"), self._line(80)),
                "zone": (
                    self.tr("Time zone; it never changes"),
                    Setting(self._zone, lambda: self._now.zone, self._show_zone),
                ),
                "logo": (
                    self.tr("Logo, PNG or JPEG, at most 1 MB"),
                    Setting(self.logo, lambda: self.logo.logo, self.logo.show_logo),
                ),
            },
            (
                ("name", "city"),
                ("superiors", "address"),
                ("phone", "email"),
                ("logo", "zone"),
            ),
            self.tr("Save the shelter"),
        )

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this card shows."""
        return frozenset({Topic.SHELTER})

    def reload(self) -> None:
        """Ask for the shelter again; what is being typed stays."""
        self._workplace.ask(self, shelter_now, None, self._show)

    def save(self) -> None:
        """Put on papers what is typed."""
        if self.changed:
            self.perform(
                change_shelter,
                lambda: ChangeShelter(self.wanted(), self._version),
                self._saved,
                self.tr("the shelter's letterhead"),
            )

    def take(self, path: Path) -> None:
        """Read a logo from a file and show it; it is kept with the rest."""
        self.forget_problems()
        self._workplace.tasks.read(self, lambda: logo_from(path), self._took, self._failed)

    def _took(self, logo: bytes) -> None:
        self.logo.show_logo(logo)
        self.edited()

    def _show(self, seen: ShelterLine) -> None:
        self._version = seen.version
        self.show_now(seen.facts)

    def _saved(self, done: Changed) -> None:
        self._show(done.now)
        self.begin()
        self.said.emit(self.tr("Papers show this letterhead from now on."))

    def _show_zone(self, zone: Any) -> None:
        self._zone.setText(f"{zone.name} (UTC+{zone.offset_hours})")

    def _line(self, longest: int) -> Setting:
        editor = line(longest=longest)
        editor.textEdited.connect(lambda _text: self.edited())
        editor.returnPressed.connect(self.save)
        return Setting(editor, lambda: editor.text().strip(), editor.setText)

    def _lines(self, most: int) -> Setting:
        editor = QPlainTextEdit()
        editor.setTabChangesFocus(True)
        measure(editor, height=most + 1)
        editor.textChanged.connect(self.edited)

        def read() -> tuple[str, ...]:
            typed = (text.strip() for text in editor.toPlainText().splitlines())
            return tuple(filter(None, typed))

        def write(lines: tuple[str, ...]) -> None:
            editor.blockSignals(True)
            editor.setPlainText("\n".join(lines))
            editor.blockSignals(False)

        return Setting(editor, read, write)
