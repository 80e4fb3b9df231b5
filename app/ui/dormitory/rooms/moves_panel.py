# SPDX-License-Identifier: Apache-2.0
"""Moves that are planned: due ones first, each carried out by somebody, never by the date."""

from collections.abc import Callable

from PySide6.QtGui import QIcon

from app.policies.access import Right
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Verdict
from app.services.dormitory.rooms.move_list import MOVE_TOPICS, PlannedMoveLine, planned_moves
from app.services.dormitory.rooms.moves import CarryOut, MoveKey, cancel_move, carry_out
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class MovesPanel(Acting):
    """The list, with the two acts that end a line of it.

    Signals:
        said(text): something worth a toast.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._lines: tuple[PlannedMoveLine, ...] = ()
        looks = workplace.looks
        self._planned = Listing(self.tr("Planned moves"), self.tr("No move is planned."))
        self.moves = self._planned.list
        self.moves.currentItemChanged.connect(lambda _now, _before: self._fit())
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
                self._planned,
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
        found: PlannedMoveLine | None = self.moves.chosen
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
            done = self._done(self.tr("She has the bed that was planned."))
            self.perform(carry_out, lambda: command, done, label)

    def cancel(self) -> None:
        """Drop the chosen plan; she stays where she is."""
        chosen = self.chosen
        if chosen is not None:
            command = MoveKey(chosen.move_id, chosen.version)
            label = self.tr("Cancelling the move of {0}").format(self._masked(chosen))
            done = self._done(self.tr("The plan is cancelled."))
            self.perform(cancel_move, lambda: command, done, label)

    def repaint_names(self) -> None:
        """Show the same moves with names masked or not."""
        lines = ((self._text(each), each) for each in self._lines)
        self.moves.fill(lines, lambda one, other: one.move_id == other.move_id, self._icon)
        self._fit()

    def _icon(self, each: PlannedMoveLine) -> QIcon:
        tone = "stop" if not each.legal else "warn" if each.due else "muted"
        return self._workplace.looks.icon(Icon.CLOCK if each.legal else Icon.REFUSED, tone)

    def _done(self, said: str) -> Callable[[object], None]:
        def done(_value: object) -> None:
            self.why.clear()
            self.reload()
            self.said.emit(said)

        return done

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
        return joined(
            when.format(day) if each.due else day,
            shown.person(each.name, each.number, hide=masking),
            self.tr("{0} to {1}").format(each.from_place or self.tr("no bed"), each.to_place),
            self.tr("she lies there already") if each.there else "",
            self.tr("frees {0}").format(each.freeing) if each.freeing else "",
            "" if masking else " ".join(each.why.split()),
            each.planned_by,
        )

    def _masked(self, each: PlannedMoveLine) -> str:
        return shown.person(each.name, each.number, hide=True)
