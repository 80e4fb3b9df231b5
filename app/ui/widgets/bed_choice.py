# SPDX-License-Identifier: Apache-2.0
"""A bed tonight: who waits, her three best beds with reasons, and why not the others."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.policies.dormitory.beds.suggest import Suggestion
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, Placed, place_client
from app.services.dormitory.beds.together import MoveTogether, move_together
from app.services.dormitory.facts.waiting import Refusal, WaitingLine, waiting_list
from app.services.dormitory.replan.apply import Beds, Replanned
from app.ui import format as formatted
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.age_chip import AgeChip
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import ENTER, button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, emptied, panel, row, scrolling, wide
from app.ui.widgets.short_list import joined
from app.ui.widgets.together import with_family
from app.ui.workplace import Workplace

_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class BedChoice(QWidget):
    """Two clicks or three keys from a waiting person to a bed (``1``, ``2``, ``3``).

    Signals:
        placed(result): she has a bed.
        finished: nobody waits any more, or the officer goes back.
        shown(line): the beds of this ``WaitingLine`` are shown, or of nobody (None).
    """

    placed = Signal(object)
    finished = Signal()
    shown = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[WaitingLine, ...] = ()
        self._wanted: UUID | None = None
        self._busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("A bed tonight"))
        self.banner = Banner(workplace.looks)
        self._people = QVBoxLayout()
        self._beds = QVBoxLayout()
        content = QWidget()
        content.setLayout(column(self._people, self._beds, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(heading(self.tr("A bed tonight")))
        box.addWidget(self.banner)
        box.addWidget(scrolling(content), 1)

    def choose(self, person_id: UUID) -> None:
        """Show the choices of one person; she is looked up again first."""
        self._wanted = person_id
        self.banner.clear()
        self.reload()
        self.setFocus()

    def reload(self) -> None:
        """Ask who waits."""
        self._workplace.ask(self, waiting_list, None, self._show)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        self._show(self._lines)

    @property
    def current(self) -> WaitingLine | None:
        """Return the person whose beds are shown."""
        chosen = [line for line in self._lines if line.person_id == self._wanted]
        return chosen[0] if chosen else (self._lines[0] if self._lines else None)

    def _show(self, lines: tuple[WaitingLine, ...]) -> None:
        self._lines = lines
        emptied(self._people)
        emptied(self._beds)
        current = self.current
        self.shown.emit(current)
        if current is None:
            self._people.addWidget(sentence(self.tr("Everyone has a bed."), "ok"))
            return
        for line in lines:
            self._people.addWidget(self._person(line, chosen=line is current))
        self._show_beds(current)

    def _name(self, line: WaitingLine) -> str:
        return formatted.person(line.name, line.number, hide=self._workplace.masking)

    def _person(self, line: WaitingLine, *, chosen: bool) -> QWidget:
        chip = AgeChip()
        chip.show_treatment(line.treated_as, presumed=line.presumed)
        text = self.tr("{0} · waiting {1}").format(self._name(line), formatted.waited(line.minutes))
        pick = button(
            self._workplace.looks,
            text,
            partial(self.choose, line.person_id),
            role="choice",
            icon=Icon.WARN if line.urgent else Icon.PERSON,
        )
        pick.setCheckable(True)
        pick.setChecked(chosen)
        holder = QWidget()
        holder.setLayout(column(row(pick, None), row(chip, None), spacing=2))
        return holder

    def _show_beds(self, line: WaitingLine) -> None:
        if line.presumed:
            self._beds.addWidget(
                sentence(
                    self.tr("Age is not certain: {0}. {1} is treated as a child.").format(
                        words(line.treated_reason), self._name(line)
                    ),
                    "muted",
                )
            )
        for place, suggestion in enumerate(line.suggestions):
            self._beds.addWidget(self._suggestion(line, suggestion, place))
        if not line.suggestions:
            self._beds.addWidget(self._nothing_legal(line))
        refused = "\n".join(
            self.tr("{0}: {1}").format(", ".join(rooms), sentences(reasons))
            for reasons, rooms in _by_reason(line.refusals).items()
        )
        if refused:
            self._beds.addSpacing(6)
            self._beds.addWidget(heading(self.tr("Why not the others?")))
            self._beds.addWidget(sentence(refused, "muted"))

    def _suggestion(self, line: WaitingLine, suggestion: Suggestion, place: int) -> QWidget:
        bed = f"{suggestion.room_name}-{suggestion.bed_label}"
        take = button(
            self._workplace.looks,
            self.tr("Place in {0}").format(bed),
            partial(self._take, line, suggestion),
            role="primary" if place == 0 else "",
            icon=Icon.DORMITORY,
            shortcut=str(place + 1),
        )
        reasons = " · ".join(words(reason) for reason in suggestion.reasons)
        why = sentence(f"{place + 1}.  {reasons}")
        return panel(row(wide(why), take, margin=8), card=True)

    def _nothing_legal(self, line: WaitingLine) -> QWidget:
        options = "\n".join(
            f"{number}. {words(option)}" for number, option in enumerate(line.when_full, start=1)
        )
        text = self.tr("No safe bed for {0} tonight. What is left, in this order:\n{1}")
        return panel(
            column(sentence(text.format(self._name(line), options)), margin=10), banner="warn"
        )

    def take(self, place: int) -> None:
        """Accept a suggestion of the person shown."""
        line = self.current
        if line is not None and place < len(line.suggestions):
            self._take(line, line.suggestions[place])

    def try_bed(self, bed_id: UUID, bed: str) -> None:
        """Put the person shown into any bed; the rules answer with their reasons."""
        line = self.current
        if line is not None:
            self._place(line, bed_id, bed)

    def _take(self, line: WaitingLine, suggestion: Suggestion) -> None:
        bed = f"{suggestion.room_name}-{suggestion.bed_label}"
        self._place(line, suggestion.bed_id, bed)

    def _place(self, line: WaitingLine, bed_id: UUID, bed: str) -> None:
        if self._busy:
            return
        self._busy = True
        self.banner.clear()
        refused = partial(self._refused, self._name(line), bed)
        label = self.tr("Placing {0} in {1}").format(
            formatted.person(line.name, line.number, hide=True), bed
        )

        def go(beds: Beds) -> None:
            if len(beds) > 1:
                command = MoveTogether(beds)
                placed = self._placed_together
                self._workplace.act(self, move_together, command, placed, refused, label=label)
            else:
                alone = PlaceClient(line.person_id, bed_id)
                self._workplace.act(self, place_client, alone, self._placed, refused, label=label)

        title = joined(self._name(line), bed)
        with_family(self, self._workplace, title, ((line.person_id, bed_id),), go, self._stay)

    def _stay(self) -> None:
        self._busy = False

    def _placed_together(self, done: Replanned) -> None:
        self._placed(*done.placed)

    def _placed(self, *results: Placed) -> None:
        self._busy = False
        self._wanted = None
        for result in results:
            self.placed.emit(result)
        lain = {result.person_id for result in results}
        if all(line.person_id in lain for line in self._lines):
            self.finished.emit()

    def _refused(self, name: str, bed: str, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Refused):
            why = self.tr("{0} was not placed in {1}. {2}")
            self.banner.say("stop", why.format(name, bed, sentences(error.reasons)))
            self.reload()
        else:
            self._workplace.tasks.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take ``1``, ``2``, ``3`` as accepting that suggestion, Enter as the first."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat():
            return
        if key in _DIGITS:
            self.take(_DIGITS[key])
        elif key in ENTER:
            self.take(0)
        else:
            super().keyPressEvent(event)


def _by_reason(refusals: Iterable[Refusal]) -> dict[tuple[Reason, ...], list[str]]:
    """Return the names of rooms by what speaks against them; for a man it is one thing."""
    rooms: dict[tuple[Reason, ...], list[str]] = {}
    for each in refusals:
        men = Reason.NO_BED_FOR_MEN in each.reasons
        rooms.setdefault((Reason.NO_BED_FOR_MEN,) if men else each.reasons, []).append(
            each.room_name
        )
    return rooms
