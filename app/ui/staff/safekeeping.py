# SPDX-License-Identifier: Apache-2.0
"""Admin: backup and the recovery sheet."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.services.staff.upkeep import back_up, renew_sheet
from app.ui.staff.guarded import GuardedTab
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, row
from app.ui.workplace import Workplace


class SafekeepingTab(GuardedTab):
    """A copy of everything, and the words on paper that open when all passwords are lost.

    Signals:
        backed_up(when): a verified backup was made.
        sheet_wanted(words): a new recovery sheet has to be printed.
    """

    backed_up = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.lay_out(self._upkeep_card())

    def _upkeep_card(self) -> QWidget:
        backup = button(
            self._looks, self.tr("Back up now"), self._back_up, role="primary", icon=Icon.BACKUP
        )
        pieces: list[QWidget] = [backup]
        if self._workplace.may(Right.MANAGE_SHELTER):
            pieces.append(
                button(self._looks, self.tr("New recovery sheet"), self._renew, icon=Icon.SHIELD)
            )
        return panel(
            column(
                heading(self.tr("Backup and recovery")),
                sentence(
                    self.tr(
                        "A backup is copied, opened again and counted. Copy the backups folder "
                        "to a USB stick. A new recovery sheet voids the old one."
                    ),
                    "muted",
                ),
                row(*pieces, None),
                margin=12,
            ),
            card=True,
        )

    def _back_up(self) -> None:
        place, own = self._workplace, self.own.text()
        self.run(lambda: back_up(place.paths, place.house, place.actor, own), self._backed_up)

    def _backed_up(self, when: datetime) -> None:
        self.backed_up.emit(when)
        self.done(self.tr("Backed up and verified."))

    def _renew(self) -> None:
        place, own = self._workplace, self.own.text()
        self.run(
            lambda: renew_sheet(place.paths, place.house, place.actor, own),
            self._renewed,
        )

    def _renewed(self, sheet: tuple[str, ...]) -> None:
        self.own.clear()
        self.sheet_wanted.emit(sheet)
