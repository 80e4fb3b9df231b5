# SPDX-License-Identifier: Apache-2.0
"""The bars around a page: search and clock, the shift, training stripe, status line."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.services.arrivals.shift.shifts import ShiftLine
from app.services.dormitory.facts.counts import OpenCounts
from app.services.dormitory.facts.room_list import WingLine
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import mark
from app.ui.widgets.boxes.narrowing import Narrowing
from app.ui.widgets.buttons import button, yielding
from app.ui.widgets.labels import caption
from app.ui.widgets.layouts import row
from app.ui.widgets.still.notices import NoticeLine
from app.ui.workplace import Workplace


class TopBar(QFrame):
    """Search, clock, masking, language, looks, lock.

    Signals:
        search_wanted, back_wanted, forward_wanted, language_wanted, looks_wanted,
        help_wanted, lock_wanted: the button of that name was pressed.
    """

    search_wanted = Signal()
    back_wanted = Signal()
    forward_wanted = Signal()
    language_wanted = Signal()
    looks_wanted = Signal()
    help_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        mark(self, bar="top")
        self._workplace = workplace
        looks = workplace.looks
        self._clock = caption()
        self.mask = yielding(looks, self._toggle_mask, icon=Icon.MASK, shortcut="Ctrl+Shift+H")
        self.search = yielding(
            looks,
            self.search_wanted.emit,
            icon=Icon.SEARCH,
            shortcut="Ctrl+K",
            text=self.tr("Find a client, a room or a command…   Ctrl+K"),
            few=self.tr("Find…   Ctrl+K"),
        )
        box = Narrowing()
        self.setLayout(box)
        box.setContentsMargins(10, 5, 10, 5)
        quiet = (
            (Icon.BACK, self.tr("Back"), self.back_wanted, "Alt+Left"),
            (Icon.FORWARD, self.tr("Forward"), self.forward_wanted, "Alt+Right"),
        )
        for icon, name, signal, keys in quiet:
            box.addWidget(
                button(looks, "", signal.emit, role="quiet", icon=icon, shortcut=keys, name=name)
            )
        box.add(self.search, 1)
        box.addSpacing(12)
        box.addWidget(self._clock)
        box.addSpacing(12)
        box.add(self.mask)
        others = (
            (Icon.LANGUAGE, self.tr("Switch language"), self.language_wanted, ""),
            (Icon.DESK, self.tr("Light, dark, high contrast"), self.looks_wanted, ""),
            (Icon.HELP, self.tr("Help"), self.help_wanted, "F1"),
        )
        for icon, name, signal, keys in others:
            box.addWidget(
                button(looks, "", signal.emit, role="quiet", icon=icon, shortcut=keys, name=name)
            )
        lock, text = self.lock_wanted.emit, self.tr("Lock")
        box.add(yielding(looks, lock, icon=Icon.LOCK, shortcut="Ctrl+L", text=text))
        self._timer = QTimer(self, interval=5000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        workplace.masking_changed.connect(self._write_mask)
        self._write_mask()
        self.tick()

    def tick(self) -> None:
        """Show the time."""
        place = self._workplace
        told = shown.day_and_time(place.now(), place.zone)
        wrong = bool(place.clock_offset)
        if wrong:
            pc = shown.day_and_time(place.now() - place.clock_offset, place.zone)
            self._clock.setToolTip(self.tr("The computer says {0}.").format(pc))
        self._clock.setText(self.tr("{0} (corrected)").format(told) if wrong else told)
        mark(self._clock, tone="warn" if wrong else "")

    def _toggle_mask(self) -> None:
        self._workplace.set_masking(not self._workplace.masking)

    def _write_mask(self) -> None:
        text = self.tr("Show names") if self._workplace.masking else self.tr("Mask names")
        self.mask.say(text)


class ShiftBar(QFrame):
    """Who is on duty, how full the house is, what is still open."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        mark(self, bar="shift")
        self._workplace = workplace
        self._text = caption()
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 4, 12, 4)
        box.addWidget(self._text, 1)
        self._shift: ShiftLine | None = None
        self._wings: tuple[WingLine, ...] = ()
        self._counts = OpenCounts()
        self._unread = 0
        self._late = 0

    @property
    def text(self) -> str:
        """Return what the bar says."""
        return self._text.text()

    def show_shift(self, shift: ShiftLine | None) -> None:
        """Show the watch."""
        self._shift = shift
        self._write()

    def show_rooms(self, wings: tuple[WingLine, ...]) -> None:
        """Show how many beds are taken."""
        self._wings = wings
        self._write()

    def show_open(self, counts: OpenCounts) -> None:
        """Show how many wait, are not found or not received, and how many alarms are open."""
        self._counts = counts
        self._write()

    def show_late(self, late: int) -> None:
        """Show how many watch rounds are overdue."""
        self._late = late
        self._write()

    def show_unread(self, unread: int) -> None:
        """Show how many messages of earlier watches nobody has read yet."""
        self._unread = unread
        self._write()

    def _write(self) -> None:
        pieces = []
        if self._shift is None:
            pieces.append(self.tr("No shift is running"))
        else:
            since = shown.clock_time(self._shift.started_at, self._workplace.zone)
            pieces.append(
                self.tr("{0} since {1} · {2}").format(
                    words(self._shift.kind), since, self._shift.officer
                )
            )
        taken = sum(wing.occupied for wing in self._wings)
        beds = sum(wing.beds for wing in self._wings)
        pieces.append(self.tr("Residents {0}/{1}").format(taken, beds))
        told = (
            (self._counts.waiting, self.tr("Without a bed {0}")),
            (self._counts.alarms, self.tr("ALARMS {0}")),
            (self._counts.alone, self.tr("CHILD ALONE {0}")),
            (self._late, self.tr("ROUNDS OVERDUE {0}")),
            (self._counts.missing, self.tr("Not found {0}")),
            (self._counts.not_received, self.tr("Not received {0}")),
        )
        pieces += [text.format(count) for count, text in told if count]
        if self._unread:
            pieces.append(self.tr("Messages to read {0}").format(self._unread))
        if self._shift is not None:
            pieces.append(self.tr("Handover not done yet"))
        self._text.setText("  ·  ".join(pieces))
        loud = (*(count for count, _ in told), self._unread)
        mark(self, tone="warn" if any(loud) else "")


class StatusLine(QFrame):
    """What is true right now: saved when, backed up when, offline, what can be undone.

    A notice stands in place of the facts.

    Signals:
        undo_wanted: the last act should be taken back.
    """

    undo_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        mark(self, bar="status")
        self._workplace = workplace
        self._saved = caption(self.tr("Nothing typed yet"), "muted")
        self._backup = caption()
        self.undo = yielding(
            workplace.looks,
            self.undo_wanted.emit,
            role="quiet",
            icon=Icon.UNDO,
            shortcut="Ctrl+Z",
        )
        facts = QWidget()
        offline = caption(self.tr("Offline"), "muted")
        facts.setLayout(row(self._saved, self._backup, offline, None, spacing=16))
        self.notices = NoticeLine(workplace.looks, facts)
        box = Narrowing()
        self.setLayout(box)
        box.setContentsMargins(12, 0, 12, 0)
        box.addWidget(self.notices, 1)
        box.add(self.undo)
        kept_room = self.undo.sizePolicy()
        kept_room.setRetainSizeWhenHidden(True)
        self.undo.setSizePolicy(kept_room)
        workplace.kept.connect(self._kept)
        workplace.undo_changed.connect(self._write_undo)
        self._write_undo()

    @property
    def saved(self) -> str:
        """Return what the line says about saving."""
        return self._saved.text()

    def _kept(self, when: datetime) -> None:
        self._saved.setText(
            self.tr("Saved {0}").format(shown.clock_seconds(when, self._workplace.zone))
        )

    def show_backup(self, made_at: datetime | None) -> None:
        """Show when the last verified backup was made."""
        if made_at is None:
            self._backup.setText(self.tr("No backup yet"))
            mark(self._backup, tone="warn")
        else:
            when = shown.day_and_time(made_at, self._workplace.zone)
            late = (self._workplace.now() - made_at).days >= 1
            self._backup.setText(self.tr("Backup {0}").format(when))
            mark(self._backup, tone="warn" if late else "muted")

    def _write_undo(self) -> None:
        last = self._workplace.undoable
        self.undo.setVisible(last is not None)
        if last is not None:
            self.undo.say(self.tr("Undo: {0}").format(last.label), self.tr("Undo"))


class TrainingStripe(QFrame):
    """Says on every page that nothing here is real."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        mark(self, bar="training")
        text = caption(self.tr("TRAINING – NOT REAL DATA"), "warn")
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 2, 12, 2)
        box.addStretch(1)
        box.addWidget(text)
        box.addStretch(1)
        if not workplace.training:
            self.hide()
