# SPDX-License-Identifier: Apache-2.0
"""Watch rounds at the desk and on the caretaker's page: one list by when, one key to look."""

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.policies.access import Right
from app.policies.dormitory.care.rounds import Found, RoundState
from app.services.dormitory.care.rounds import LookIn, look_in
from app.services.dormitory.care.watch_tasks import WatchTask, WatchTaskDone, watch_task_done
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.rounds import Running
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import mark
from app.ui.widgets.acting import Acting, narrow
from app.ui.widgets.banner import announce
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.layouts import wide as wide_button
from app.ui.widgets.rounds_list import RoundsList
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace

TOPICS = frozenset(
    {
        Topic.ROUNDS,
        Topic.NEEDS,
        Topic.RULES,
        Topic.TASKS,
        Topic.ARRIVALS,
        Topic.BEDS,
        Topic.PEOPLE,
        Topic.WHEREABOUTS,
        Topic.ROSTER,
    }
)
"""What the rounds are made of, for the screens that hold the card."""


class RoundsCard(Acting):
    """Enter or Space says that the chosen one was seen and is well; F2 says more.

    Hidden where nobody is watched. What is typed about one woman stays hers, whoever is
    chosen meanwhile.

    Args:
        workplace: the open shelter.
        wide: as wide as a page; else a narrow column that tells more of the chosen one only.
    """

    def __init__(self, workplace: Workplace, *, wide: bool = False) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self._about: Running | None = None
        self._loud: frozenset[UUID] = frozenset()
        self._wanted = False
        self.summary = sentence()
        self.list = RoundsList(workplace, self.tr("Watch rounds"), wide=wide)
        self.well_button = button(
            looks,
            self.tr("Seen, well"),
            self.well,
            role="primary",
            icon=Icon.ALLOWED,
            shortcut="Space",
        )
        self.more_button = button(
            looks,
            self.tr("Write…"),
            self.write,
            icon=Icon.NIGHT,
            shortcut="F2",
            name=self.tr("Write what was seen"),
        )
        self.task_button = button(looks, "", self._task_done, icon=Icon.TASK)
        self.found = narrow(QComboBox())
        for found in Found:
            self.found.addItem(words(found), found)
        self.words = line()
        self.who, self.last = sentence(), sentence(tone="muted")
        self.fields = {
            "found": Field(self.tr("What was seen"), self.found),
            "words": Field(self.tr("In one line; may stay empty"), self.words),
        }
        self.save_button = button(
            looks,
            self.tr("Keep"),
            self.save,
            role="primary",
            icon=Icon.SAVE,
            shortcut="Ctrl+Return",
        )
        self.cancel_button = button(
            looks, self.tr("Cancel"), self.close_form, role="quiet", shortcut="Esc"
        )
        self._form, self._deeds = QWidget(), QWidget()
        self._form.setLayout(
            column(self.who, *self.fields.values(), row(self.cancel_button, None, self.save_button))
        )
        if wide:
            self.last.hide()
            deeds = row(self.well_button, self.more_button, self.task_button, None, spacing=4)
        else:
            looking = row(wide_button(self.well_button), self.more_button, spacing=4)
            deeds = column(self.last, looking, self.task_button, spacing=4)
        self._deeds.setLayout(deeds)
        self.setLayout(
            column(
                heading(self.tr("Watch rounds")),
                self.summary,
                self.banner,
                self.list,
                self._deeds,
                self._form,
                spacing=4,
            )
        )
        self.list.well_wanted.connect(self.well)
        self.list.opened.connect(self.write)
        self.list.currentItemChanged.connect(lambda _now, _before: self._fit())
        self.words.returnPressed.connect(self.save)
        workplace.rounds.changed.connect(self._show)
        workplace.rounds.ticked.connect(self.repaint_names)
        workplace.masking_changed.connect(self.repaint_names)
        self._fit()
        self.hide()

    @property
    def chosen(self) -> Running | None:
        """Return the round under the cursor."""
        found: Running | None = self.list.chosen
        return found

    def reload(self) -> None:
        """Ask again who is watched; the time of a round that runs stays."""
        self._workplace.rounds.refresh()

    def repaint_names(self) -> None:
        """Show the rounds as they stand, names masked or not; say once what became late."""
        rounds = self._workplace.rounds
        running = rounds.running
        self.list.show_rounds(running)
        self.list.setVisible(bool(running))
        self.setHidden(not running and not rounds.away and self._about is None)
        loud = frozenset(each.line.person_id for each in running if each.loud)
        self.summary.setText(joined(*self._summed()))
        self.summary.setHidden(not self.summary.text())
        mark(self.summary, tone="stop" if loud else "muted")
        if loud - self._loud:
            announce(self, self.summary.text())
        self._loud = loud
        self._fit()

    def start_looking(self) -> None:
        """Go to the most urgent round, once it is known."""
        self._wanted = True
        self.reload()

    def _show(self) -> None:
        self.repaint_names()
        if self._wanted and self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self._wanted = False

    def well(self) -> None:
        """Write down that the chosen one was seen and is well."""
        chosen = self.chosen
        if chosen is not None:
            self._look(chosen, lambda: LookIn(chosen.line.person_id))

    def write(self) -> None:
        """Open the form about the chosen one."""
        if self.chosen is not None:
            self.forget_problems()
            self._about = self.chosen
            self._fit()
            self.found.setFocus()

    def save(self) -> None:
        """Keep what the form says was seen."""
        about = self._about
        if about is not None:
            found = Found(self.found.currentData())
            self._look(about, lambda: LookIn(about.line.person_id, found, self.words.text()))

    def close_form(self) -> None:
        """Put the form away."""
        self._about = None
        self.found.setCurrentIndex(0)
        self.words.clear()
        self.forget_problems()
        self._fit()
        self.list.setFocus()

    def _look(self, at: Running, command: Callable[[], LookIn]) -> None:
        label = self.tr("Look at {0}").format(self.list.name(at))
        self.perform(look_in, command, lambda _done: self._looked(at), label)

    def _looked(self, at: Running) -> None:
        """Go on to who is to be looked at next, and say what was kept."""
        if self._about is not None and self._about.line.person_id == at.line.person_id:
            self.close_form()
        for place, each in enumerate(self._workplace.rounds.running):
            if each.line.person_id != at.line.person_id:
                if each.loud or each.state is RoundState.DUE:
                    self.list.setCurrentRow(place)
                break
        self.said.emit(self.tr("Looked in on {0}.").format(self.list.name(at)))

    def _task_done(self) -> None:
        task = self._task
        if task is not None:
            done = WatchTaskDone(task.task_id, task.version)
            self.perform(watch_task_done, lambda: done, lambda _id: self.reload())

    @property
    def _task(self) -> WatchTask | None:
        """Return what is still to be done for her, for a post without the desk's tasks."""
        chosen = None if self._workplace.may(Right.SETTLE_TASK) else self.chosen
        return next(iter(chosen.line.tasks), None) if chosen is not None else None

    def _summed(self) -> Iterator[str]:
        rounds = self._workplace.rounds
        if rounds.loud:
            yield self.tr("Late {0}").format(rounds.loud)
        if due := rounds.due - rounds.loud:
            yield self.tr("Now {0}").format(due)
        if rounds.away:
            yield self.tr("Out of the house {0}").format(rounds.away)

    def _fit(self) -> None:
        """Show the buttons of the chosen one, or the form."""
        about, task = self._about, self._task
        self._form.setVisible(about is not None)
        self._deeds.setVisible(about is None and self.list.count() > 0)
        if about is not None:
            self.who.setText(self.tr("About {0}").format(self.list.name(about)))
        if self.chosen is not None:
            self.last.setText(self.list.seen(self.chosen))
        self.task_button.setVisible(task is not None)
        if task is not None:
            until = shown.clock_time(task.due_at, self._workplace.zone)
            text = self.tr("Done: {0} ({1})").format(words(task.kind), until)
            self.task_button.setText(f" {text}")
            self.task_button.setAccessibleName(text)

    def deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Open the form with F2, close it with Esc, keep it with Ctrl+Return."""
        if self._about is None:
            wanted = event.key() == Qt.Key.Key_F2 and self.list.hasFocus()
            return self.write if wanted else None
        return self.close_form if event.key() == Qt.Key.Key_Escape else super().deed_of(event)
