# SPDX-License-Identifier: Apache-2.0
"""Late entry of a paper sheet: its number and when she stood at the door."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from app.policies.arrivals.moments import with_day
from app.policies.arrivals.registration import ArrivalForm
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.layouts import column
from app.ui.workplace import Workplace

_STILL_TYPING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class PaperEntry(QWidget):
    """One box to tick; ticked, it shows two lines. What is unticked counts as not typed.

    Signals:
        edited: something was typed or the box was ticked.
        dated: an hour got its day, which changes no meaning and answers no refusal.
        left: a line lost the focus.
    """

    edited = Signal()
    dated = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.copied = QCheckBox(self.tr("Copied from a paper sheet"))
        self.number, self.arrived = line(), line()
        self.fields = {
            "paper_number": Field(self.tr("Number of the sheet"), self.number),
            "arrived": Field(
                self.tr("When she arrived, such as 02.14 or 23/11 02.14 (empty: now)"),
                self.arrived,
            ),
        }
        self._lines = QWidget()
        self._lines.setLayout(beside(*self.fields.values(), None))
        self._lines.hide()
        self.setLayout(column(self.copied, self._lines, spacing=4))
        self.copied.toggled.connect(self._lines.setVisible)
        self.copied.clicked.connect(self._ticked)
        for editor in (self.number, self.arrived):
            editor.textEdited.connect(lambda _text: self.edited.emit())
            editor.installEventFilter(self)

    @property
    def paper_number(self) -> str:
        """Return the number of the sheet as typed, if one is copied."""
        return self.number.text() if self.copied.isChecked() else ""

    @property
    def arrived_text(self) -> str:
        """Return as typed when she arrived, if a sheet is copied."""
        return self.arrived.text() if self.copied.isChecked() else ""

    def load(self, form: ArrivalForm, focused: str) -> None:
        """Show what a form holds; the lines open for the cursor too."""
        self.number.setText(form.paper_number)
        self.arrived.setText(form.arrived_text)
        typed = bool(form.paper_number or form.arrived_text)
        self.copied.setChecked(typed or focused in self.fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a line into sight on entering; name the day of an hour on leaving."""
        if event.type() == QEvent.Type.FocusIn:
            self._come_into_sight()
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if watched is self.arrived and event.reason() not in _STILL_TYPING:
                self._name_the_day()
            self.left.emit()
        return False

    def _name_the_day(self) -> None:
        """Write the day to an hour, which must not mean another night when saved later."""
        typed = self.arrived.text()
        meant = with_day(typed, self._workplace.zone.local(self._workplace.now()))
        if meant != typed:
            self.arrived.setText(meant)
            self.dated.emit()

    def _ticked(self) -> None:
        self._come_into_sight()
        self.edited.emit()

    def _come_into_sight(self) -> None:
        QTimer.singleShot(0, self, self._scroll_here)

    def _scroll_here(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self)
