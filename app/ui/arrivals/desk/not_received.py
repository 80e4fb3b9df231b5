# SPDX-License-Identifier: Apache-2.0
"""Who was sent to her bed 20 minutes ago and has not been received there (ux §7)."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.policies.access import Right
from app.services.dormitory.beds.receive import LateLine, Receive, not_received, receive_client
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import announce
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import emptied, panel, row, wide
from app.ui.workplace import Workplace


class NotReceived(QWidget):
    """The desk's banner: the longest on her way, whom to call, how many more there are.

    Attributes:
        button: says that she has come; None while nobody is late or this post may not.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[LateLine, ...] = ()
        self.button: QPushButton | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 0)
        self.hide()

    def reload(self) -> None:
        """Ask again who is on her way for too long."""
        self._workplace.ask(self, not_received, None, self._show)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not; the keyboard stays in its place."""
        focused = self.button is not None and self.button.hasFocus()
        self.button = None
        emptied(self._box)
        if self._lines:
            self._box.addWidget(self._banner(self._lines[0]))
        self.setHidden(not self._lines)
        if focused and self.button is not None:
            self.button.setFocus()

    def _show(self, lines: tuple[LateLine, ...]) -> None:
        new = {line.stay_id for line in lines} - {line.stay_id for line in self._lines}
        self._lines = lines
        self.repaint_names()
        for line in lines:
            if line.stay_id in new:
                announce(self, self._told(line, hide=True))

    def _banner(self, line: LateLine) -> QWidget:
        hide = self._workplace.masking
        told = self._told(line, hide=hide)
        if more := len(self._lines) - 1:
            counted = self.tr("And {0} more: see the nightly check.").format(more)
            told = f"{told} {counted}"
        box = row(wide(sentence(told, "warn")), margin=8)
        if self._workplace.may(Right.PLACE_CLIENT):
            who = shown.person(line.name, line.number, hide=hide)
            self.button = button(
                self._workplace.looks,
                self.tr("Received"),
                partial(self._receive, line),
                icon=Icon.ALLOWED,
                name=self.tr("{0} was received in {1}").format(who, line.place),
            )
            box.addWidget(self.button)
        return panel(box, banner="warn")

    def _told(self, line: LateLine, *, hide: bool) -> str:
        who = shown.person(line.name, line.number, hide=hide)
        since = shown.waited(line.minutes)
        late = self.tr("{0} was sent to {1} {2} ago. Nobody has received her.")
        told = late.format(who, line.place, since)
        if line.caretakers:
            call = self.tr("Call {0}.").format(", ".join(line.caretakers))
        else:
            call = self.tr("No caretaker is planned for {0}: look there.").format(line.wing)
        return f"{told} {call}"

    def _receive(self, line: LateLine) -> None:
        self._workplace.act(
            self, receive_client, Receive(line.stay_id), lambda _who: self.reload(), self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._workplace.tasks.failed.emit(error)
        self.reload()
