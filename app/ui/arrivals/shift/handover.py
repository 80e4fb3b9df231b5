# SPDX-License-Identifier: Apache-2.0
"""The handover sheet: previewed, printed or saved, confirmed by both officers."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Actor
from app.policies.arrivals.shifts import planned_end
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason
from app.services.acts import Done, execute
from app.services.arrivals.desk.papers import handover_paper
from app.services.arrivals.shift.handover import (
    ConfirmHandover,
    HandedOver,
    SheetWish,
    hand_over,
    named_sheet,
    take_over,
    write_note,
)
from app.services.arrivals.shift.shifts import ShiftLine, shift_now
from app.services.staff.accounts import receivers
from app.services.staff.opening import colleague, remember_head
from app.services.staff.vault_file import MustWait
from app.services.topics import Topic
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns, panel, row, tall
from app.ui.widgets.paper import PaperView
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace
from app.vault.errors import WrongPassword

_PREVIEW_MILLISECONDS = 500
_TOPICS = frozenset(
    {
        Topic.SHIFT,
        Topic.ARRIVALS,
        Topic.BEDS,
        Topic.TASKS,
        Topic.ALARMS,
        Topic.STAFF,
        Topic.ROUNDS,
        Topic.NEEDS,
    }
)


class HandoverView(QWidget):
    """One page from the log; the incoming officer types her own password.

    Signals:
        handed_over(result): the watch is closed, the next one has begun.
        said(text): something worth a toast.
    """

    handed_over = Signal(object)
    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._shift: ShiftLine | None = None
        looks = workplace.looks
        self.paper = PaperView()
        self.banner = Banner(looks)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.names = QCheckBox(self.tr("Print names instead of codes"))
        self.incoming = Chooser()
        self.password = line(secret=True)
        self.note_field = Field(
            self.tr("Message for the next shift (at most {0} characters)").format(LONGEST_NOTE),
            self.note,
        )
        self.incoming_field = Field(self.tr("Incoming officer"), self.incoming)
        self.password_field = Field(self.tr("Incoming officer's password"), self.password)
        self.print_button = button(
            looks, self.tr("Print"), self._print, icon=Icon.PRINT, shortcut="Ctrl+P"
        )
        self.save_button = button(looks, self.tr("Save as PDF"), self.save, icon=Icon.SAVE)
        self.take_button = button(
            looks, self.tr("Not handed over: take this shift over"), self.take_over
        )
        self.confirm_button = button(
            looks, self.tr("Hand over"), self.confirm, role="primary", icon=Icon.HANDOVER
        )
        side = panel(
            column(
                heading(self.tr("Handover"), page=True),
                self.banner,
                self.note_field,
                self.names,
                row(self.print_button, self.save_button, None),
                16,
                heading(self.tr("Confirm")),
                sentence(
                    self.tr("You hand over by signing in; the next officer types her password."),
                    "muted",
                ),
                self.incoming_field,
                self.password_field,
                row(self.take_button, None, self.confirm_button),
                None,
                margin=12,
            )
        )
        self.setLayout(tall(columns((side, 38), (self.paper, 62), spacing=0)))
        self.take_button.hide()
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_MILLISECONDS)
        self._timer.timeout.connect(self._note_typed)
        self.note.textChanged.connect(self._timer.start)
        self.names.toggled.connect(lambda _on: self._preview())
        self.password.returnPressed.connect(self.confirm)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return _TOPICS

    @property
    def pending(self) -> bool:
        """Say whether a typed note has not reached the sheet yet."""
        return self._timer.isActive()

    def reload(self) -> None:
        """Ask for the shift, the colleagues and the sheet."""
        self._workplace.ask(self, shift_now, None, self._show_shift)
        self._workplace.ask(self, receivers, None, self._show_colleagues)

    def _show_shift(self, shift: ShiftLine | None) -> None:
        self._shift = shift
        for widget in (self.note, self.print_button, self.save_button, self.confirm_button):
            widget.setEnabled(shift is not None)
        self.take_button.setVisible(shift is not None and self._may_take_over(shift))
        if shift is None:
            self.banner.say("info", words(Reason.SHIFT_NOT_OPEN))
            return
        self.banner.clear()
        if not self.note.toPlainText():
            self.note.blockSignals(True)
            self.note.setPlainText(shift.note)
            self.note.blockSignals(False)
        self._preview()

    def _may_take_over(self, shift: ShiftLine) -> bool:
        """Say whether the officer before did not hand over and her hours are past."""
        place = self._workplace
        ends = planned_end(shift.kind, place.zone.local(shift.started_at))
        late = place.zone.local(place.now()) >= ends
        return late and shift.officer_id != place.actor.account_id

    def take_over(self) -> None:
        """Begin one's own watch after one that nobody handed over."""
        self._workplace.act(self, take_over, None, self._taken_over, self._refused)

    def _taken_over(self, done: HandedOver) -> None:
        self.reload()
        self.handed_over.emit(done)

    def _show_colleagues(self, names: dict[str, str]) -> None:
        by_name = sorted(names.items(), key=lambda pair: pair[1].casefold())
        self.incoming.offer((name, login) for login, name in by_name)

    def _wish(self) -> SheetWish:
        return SheetWish(
            self.names.isChecked(), self.note.toPlainText().strip(), self._workplace.training
        )

    def _preview(self) -> None:
        house, actor, wish = self._workplace.house, self._workplace.actor, self._wish()
        self._workplace.tasks.read(
            self, lambda: handover_paper(house, actor, wish), self.paper.show_paper, self._refused
        )

    def _note_typed(self) -> None:
        self.note_field.show_problem("")
        self._workplace.act(
            self, write_note, self.note.toPlainText(), lambda _none: self._preview(), self._refused
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused) and error.field == "note":
            self.note_field.show_problem(sentences(error.reasons))
        elif isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
        else:
            self._workplace.tasks.failed.emit(error)

    def _paper_name(self) -> str:
        when = self._workplace.zone.local(self._workplace.now())
        return f"serah-terima-{when:%Y%m%d-%H%M}"

    def _print(self) -> None:
        self._recorded(self._send)

    def _recorded(self, then: Callable[[], None]) -> None:
        """Do it, after the audit knows that names leave the screen, if they do."""
        if self.names.isChecked():
            self._workplace.act(self, named_sheet, self._wish(), lambda _sheet: then())
        else:
            then()

    def _send(self) -> None:
        if self.paper.pages and self.paper.print_out(self._paper_name()):
            self.said.emit(self.tr("Sent to the printer."))

    def save(self) -> None:
        """Save the sheet into the papers folder."""
        self._recorded(self._save)

    def _save(self) -> None:
        try:
            path = self.paper.save_to(self._workplace.paths.papers, self._paper_name())
        except OSError:
            self.banner.say("stop", self.tr("The papers folder cannot be written."))
            return
        self.said.emit(self.tr("Saved as {0} in the papers folder.").format(path.name))

    def confirm(self) -> None:
        """Check the incoming officer's password and close the watch."""
        login = self.incoming.currentData()
        if not login or not self.password.text():
            self.password_field.show_problem(self.tr("The incoming officer types her password."))
            return
        self.password_field.show_problem("")
        self.confirm_button.setEnabled(False)
        self._timer.stop()
        workplace = self._workplace
        house, actor, paths = workplace.house, workplace.actor, workplace.paths
        password, note = self.password.text(), self.note.toPlainText()

        def work() -> tuple[Actor, Done[HandedOver]]:
            incoming = colleague(paths, house, login, password)
            done = execute(house, actor, hand_over, ConfirmHandover(incoming, note))
            remember_head(paths, house)
            return incoming, done

        workplace.tasks.write(self, work, self._confirmed, self._not_confirmed)
        self.password.clear()

    def _confirmed(self, result: tuple[Actor, Done[HandedOver]]) -> None:
        incoming, done = result
        self.confirm_button.setEnabled(True)
        self.note.blockSignals(True)
        self.note.clear()
        self.note.blockSignals(False)
        self._workplace.kept.emit(self._workplace.now())
        self._workplace.become(incoming)
        self._workplace.tasks.announce(done.topics, self)
        self.handed_over.emit(done.value)

    def _not_confirmed(self, error: Exception) -> None:
        self.confirm_button.setEnabled(True)
        if isinstance(error, WrongPassword):
            self.password_field.show_problem(words(Reason.WRONG_PASSWORD))
            self.password.setFocus()
        elif isinstance(error, MustWait):
            self.password_field.show_problem(
                self.tr("Wait {0} seconds, then try again.").format(error.seconds)
            )
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause))
        else:
            self._refused(error)
