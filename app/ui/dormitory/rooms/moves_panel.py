# SPDX-License-Identifier: Apache-2.0
"""Moves that are planned: due ones first, each carried out by somebody, never by the date."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.policies.access import Right
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Verdict
from app.services.dormitory.rooms.move_list import MOVE_TOPICS, PlannedMoveLine, planned_moves
from app.services.dormitory.rooms.moves import CarryOut, MoveKey, cancel_move, carry_out
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1


class MovesPanel(QWidget):
    """The list, with the two acts that end a line of it.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[PlannedMoveLine, ...] = ()
        self._busy = False
        looks = workplace.looks
        self.banner = Banner(looks)
        self.moves = QListWidget()
        self.moves.setWordWrap(True)
        self.moves.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.moves.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.moves.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.moves.setAccessibleName(self.tr("Planned moves"))
        self.moves.currentItemChanged.connect(lambda _now, _before: self._fit())
        self._none = sentence(self.tr("No move is planned."), "muted")
        self.against = sentence(tone="warn")
        self.why = line(longest=LONGEST_NOTE)
        self.fields = {"why": Field(self.tr("Why you sign (at least 10 letters)"), self.why)}
        self.cancel_button = button(
            looks, self.tr("Cancel this plan"), self.cancel, icon=Icon.CLOSE
        )
        self.carry_button = button(
            looks, self.tr("Move her now"), self.carry, role="primary", icon=Icon.DORMITORY
        )
        self.setLayout(
            column(
                heading(self.tr("Planned moves")),
                sentence(self.tr("Nobody is moved by the date."), "muted"),
                self.banner,
                self._none,
                self.moves,
                self.against,
                self.fields["why"],
                row(self.cancel_button, None, self.carry_button),
                margin=12,
            )
        )
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return MOVE_TOPICS

    @property
    def chosen(self) -> PlannedMoveLine | None:
        """Return the chosen move."""
        item = self.moves.currentItem()
        found: PlannedMoveLine | None = item.data(_LINE) if item is not None else None
        return found

    def reload(self) -> None:
        """Ask again what is planned."""
        self._workplace.ask(self, planned_moves, None, self._show)

    def carry(self) -> None:
        """Move the chosen one as planned, signed where that is needed."""
        chosen = self.chosen
        if chosen is not None:
            why = self.why.text() if chosen.verdict is Verdict.PERMIT else ""
            command = CarryOut(chosen.move_id, chosen.version, why)
            label = self.tr("Moving {0} to {1}").format(self._masked(chosen), chosen.to_place)
            self._do(carry_out, command, self.tr("She has the bed that was planned."), label)

    def cancel(self) -> None:
        """Drop the chosen plan; she stays where she is."""
        chosen = self.chosen
        if chosen is not None:
            command = MoveKey(chosen.move_id, chosen.version)
            label = self.tr("Cancelling the move of {0}").format(self._masked(chosen))
            self._do(cancel_move, command, self.tr("The plan is cancelled."), label)

    def repaint_names(self) -> None:
        """Show the same moves with names masked or not."""
        chosen = self.chosen
        self.moves.clear()
        for each in self._lines:
            item = QListWidgetItem(self._text(each))
            tone = "stop" if not each.legal else "warn" if each.due else "muted"
            icon = Icon.REFUSED if not each.legal else Icon.CLOCK
            item.setIcon(self._workplace.looks.icon(icon, tone))
            item.setData(_LINE, each)
            self.moves.addItem(item)
            if chosen is not None and each.move_id == chosen.move_id:
                self.moves.setCurrentItem(item)
        if self._lines and self.moves.currentItem() is None:
            self.moves.setCurrentRow(0)
        self._none.setHidden(bool(self._lines))
        self.moves.setHidden(not self._lines)
        self._fit()

    def _do(self, what: Any, command: object, said: str, label: str) -> None:
        if self._busy:
            return
        self._busy = True
        self.banner.clear()
        self.fields["why"].show_problem("")

        def done(_value: object) -> None:
            self._busy = False
            self.why.clear()
            self.reload()
            self.said.emit(said)

        self._workplace.act(self, what, command, done, self._failed, label=label)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, self.fields, self.reload)

    def _show(self, lines: tuple[PlannedMoveLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def _fit(self) -> None:
        """Say what is against the chosen move, and offer what may be done with it."""
        chosen = self.chosen
        may = chosen is not None and self._workplace.may(Right.PLACE_CLIENT)
        signed = chosen is not None and chosen.verdict is Verdict.PERMIT
        self.against.setText(sentences(chosen.reasons) if chosen is not None else "")
        self.against.setHidden(not self.against.text())
        self.fields["why"].setHidden(not (may and signed))
        for made in (self.carry_button, self.cancel_button):
            made.setHidden(not may)
        self.carry_button.setEnabled(chosen is not None and chosen.legal)
        there = chosen is not None and chosen.there
        text = self.tr("Tick it off") if there else self.tr("Move her now")
        self.carry_button.setText(f" {text}")
        self.carry_button.setAccessibleName(text)

    def _text(self, each: PlannedMoveLine) -> str:
        masking = self._workplace.masking
        day = shown.short_day(each.on_day)
        when = self.tr("{0} (overdue)") if each.overdue else self.tr("{0} (today)")
        parts = [
            when.format(day) if each.due else day,
            shown.person(each.name, each.number, hide=masking),
            self.tr("{0} to {1}").format(each.from_place or self.tr("no bed"), each.to_place),
            self.tr("she lies there already") if each.there else "",
            self.tr("frees {0}").format(each.freeing) if each.freeing else "",
            "" if masking else " ".join(each.why.split()),
            each.planned_by,
        ]
        return " · ".join(part for part in parts if part)

    def _masked(self, each: PlannedMoveLine) -> str:
        return shown.person(each.name, each.number, hide=True)
