# SPDX-License-Identifier: Apache-2.0
"""Possible returning clients: two entries side by side, the same person or not."""

from app.services.people.possible_returns import Known, PossibleReturnLine, possible_returns
from app.services.people.returning import ReturnVerdict, SettleReturn, settle_return
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class ReturnsPanel(Acting):
    """The pairs that wait for a look, for posts that may settle them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._lines: tuple[PossibleReturnLine, ...] = ()
        looks = workplace.looks
        self.same_button = button(
            looks,
            self.tr("The same person"),
            lambda: self._settle(ReturnVerdict.SAME),
            icon=Icon.ALLOWED,
        )
        self.different_button = button(
            looks,
            self.tr("Two different people"),
            lambda: self._settle(ReturnVerdict.DIFFERENT),
            icon=Icon.PEOPLE,
        )
        waiting = Listing(
            self.tr("Who may have been here before"),
            self.tr("Nobody waits for a check."),
            None,
            self.different_button,
            self.same_button,
        )
        self.pairs = waiting.list
        layout = column(
            heading(self.tr("Was she here before?")),
            sentence(self.tr("Nothing is merged: both entries stay as they are."), "muted"),
            self.banner,
            waiting,
            margin=12,
        )
        layout.setStretchFactor(waiting, 1)
        self.setLayout(layout)
        workplace.masking_changed.connect(self.repaint_names)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.RETURNS, Topic.ARRIVALS, Topic.PEOPLE})

    def reload(self) -> None:
        """Ask for the pairs again."""
        self._workplace.ask(self, possible_returns, None, self._show)

    def _show(self, lines: tuple[PossibleReturnLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def repaint_names(self) -> None:
        """Show the same pairs with names masked or not."""
        pair = self.tr("New: {0}\nEarlier: {1}")
        self.pairs.fill(
            (
                (pair.format(self._told(each.newcomer), self._told(each.earlier)), each)
                for each in self._lines
            ),
            _same,
        )

    def _told(self, known: Known) -> str:
        name = shown.numbered(known.name, known.number, hide=self._workplace.masking)
        age = (
            self.tr("age not known")
            if known.years is None
            else self.tr("about {0} years").format(known.years)
        )
        return joined(name, age)

    def _settle(self, verdict: ReturnVerdict) -> None:
        chosen: PossibleReturnLine | None = self.pairs.chosen
        if chosen is not None:
            command = SettleReturn(chosen.possible_id, chosen.version, verdict)
            self.perform(settle_return, lambda: command, self._settled)

    def _settled(self, _verdict: ReturnVerdict) -> None:
        self.reload()
        self.said.emit(self.tr("Noted. Both entries stay as they are."))


def _same(one: PossibleReturnLine, other: PossibleReturnLine) -> bool:
    return one.possible_id == other.possible_id
