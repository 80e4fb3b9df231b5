# SPDX-License-Identifier: Apache-2.0
"""“Together with …?”: who would go along, each already chosen, before anybody moves."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from app.services.dormitory.beds.together import AlongLine, along_with
from app.services.dormitory.replan.apply import Beds
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.theme.measures import letters
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace

_LETTERS = 70


class Together(QDialog):
    """Each who goes along with the bed that is free for her; without one nobody is left unseen.

    Enter goes on with those who are ticked. Where somebody has no bed in that room, Enter goes
    back to the choice of a bed.
    """

    def __init__(
        self, workplace: Workplace, title: str, lines: tuple[AlongLine, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Together? – Teduh"))
        self._workplace = workplace
        self.ticks = {line: self._tick(line) for line in lines}
        left = [line for line in lines if line.bed_id is None]
        looks = workplace.looks
        self.cancel_button = button(
            looks, self.tr("Choose another bed"), self.reject, shortcut="Esc"
        )
        self.go_button = button(
            looks, self.tr("Go on"), self.accept, role="primary", icon=Icon.ALLOWED
        )
        warned = sentence(
            self.tr("There is no bed for her in that room. She stays behind alone."), "warn"
        )
        warned.setHidden(not left)
        self.setLayout(
            column(
                heading(self.tr("{0}. Together?").format(title)),
                *self.ticks.values(),
                warned,
                row(self.cancel_button, None, self.go_button),
                margin=16,
            )
        )
        self.resize(letters(_LETTERS), self.sizeHint().height())
        first = self.cancel_button if left else self.go_button
        first.setDefault(True)
        first.setFocus()

    @property
    def chosen(self) -> Beds:
        """Return the person and the bed of each who goes along."""
        return tuple(
            (line.who.person_id, line.bed_id)
            for line, tick in self.ticks.items()
            if line.bed_id is not None and tick.isChecked()
        )

    def _tick(self, line: AlongLine) -> QCheckBox:
        name = shown.person(line.who.name, line.who.number, hide=self._workplace.masking)
        age = shown.years(line.who.age_years)
        where = line.who.place or self.tr("no bed yet")
        way = self.tr("{0} to {1}").format(where, line.bed)
        none = joined(where, self.tr("no bed for her there"))
        tick = QCheckBox(joined(name, age, way if line.bed else none))
        tick.setChecked(line.bed_id is not None)
        tick.setEnabled(line.bed_id is not None)
        return tick


def with_family(
    asker: QWidget,
    workplace: Workplace,
    title: str,
    beds: Beds,
    go: Callable[[Beds], object],
    stay: Callable[[], object],
) -> None:
    """Ask who goes along before somebody lies down in a new bed.

    Args:
        asker: the screen that wants it.
        workplace: asks, and knows whether names are masked.
        title: who it is about, and where to.
        beds: the person and the bed of each who is to lie down.
        go: hears all who lie down and where; the same as ``beds`` when nobody goes along.
        stay: hears that nobody moves after all.
    """

    def asked(lines: tuple[AlongLine, ...]) -> None:
        if not lines:
            go(beds)
            return
        question = Together(workplace, title, lines, asker)
        question.accepted.connect(lambda: go((*beds, *question.chosen)))
        question.rejected.connect(stay)
        question.open()

    workplace.ask(asker, along_with, beds, asked, lambda _error: go(beds))
