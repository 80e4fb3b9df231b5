# SPDX-License-Identifier: Apache-2.0
"""Who brought her: office or station, escort, telephone; offered from the directory."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from app.policies.access import Right
from app.policies.arrivals.registration import ArrivalForm
from app.services.arrivals.desk.partners import PartnerLine, partner_list
from app.ui.theme.style import dress
from app.ui.widgets.field import Field, beside, line
from app.ui.workplace import Workplace


class EscortRow(QWidget):
    """Three lines side by side; a name that is not in the directory is kept as typed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.referrer, self.escort, self.phone = line(), line(), line()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.referrer.setCompleter(completer)
        dress(completer.popup())
        self.fields = {
            "referrer": Field(self.tr("Office or station"), self.referrer),
            "escort": Field(self.tr("Name of the escort"), self.escort),
            "escort_phone": Field(self.tr("Telephone"), self.phone),
        }
        self.setLayout(beside(*self.fields.values()))

    def load(self, form: ArrivalForm) -> None:
        """Show what a form holds, and learn the partners of today."""
        self.referrer.setText(form.referrer)
        self.escort.setText(form.escort)
        self.phone.setText(form.escort_phone)
        if self._workplace.may(Right.READ_PARTNERS):
            self._workplace.ask(self, partner_list, None, self._offer)

    def _offer(self, lines: tuple[PartnerLine, ...]) -> None:
        self._names.setStringList([each.facts.name for each in lines if not each.retired])
