# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K: one box for people, rooms and commands; each row teaches its key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.policies.people.spelling import spelling_key
from app.services.search.index import Found, FoundKind, SearchIndex, build_index, find
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.field import line
from app.ui.widgets.labels import sentence
from app.ui.workplace import Workplace

_SHOWN = 12
_ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Command:
    """A thing the program can do from anywhere."""

    text: str
    keys: str
    run: Callable[[], None]


class Palette(QDialog):
    """The box; ``>`` limits to commands, ``#`` to rooms.

    Signals:
        opened(found): a person or a room was chosen.
        learned(index): what can be found, to be kept until something changes.
    """

    opened = Signal(object)
    learned = Signal(object)

    def __init__(
        self,
        workplace: Workplace,
        commands: tuple[Command, ...],
        index: SearchIndex | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._workplace = workplace
        self._commands = commands
        self._keys = tuple(spelling_key(command.text) for command in commands)
        self._index = index or SearchIndex()
        self.box = line(longest=200)
        self.box.setAccessibleName(self.tr("Find a client, a room or a command"))
        self.box.setPlaceholderText(self.tr("A name, a code, a room; > for commands, # for rooms"))
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Results"))
        self._none = sentence(self.tr("Nothing found. Try fewer letters."), "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.rows)
        layout.addWidget(self._none)
        measure(self, width=94, height=25)
        self.box.textEdited.connect(lambda _text: self._search())
        self.box.installEventFilter(self)
        self.rows.itemClicked.connect(self._run)
        if index is None:
            self._workplace.ask(self, build_index, None, self._learn)
        self._search()

    def _learn(self, index: SearchIndex) -> None:
        self._index = index
        self.learned.emit(index)
        self._search()

    def _search(self) -> None:
        typed = self.box.text()
        self.rows.clear()
        wanted = typed.lstrip(">#").strip()
        if not typed.startswith("#"):
            self._add_commands(wanted, everything=typed.startswith(">"))
        if not typed.startswith(">"):
            for found in find(self._index, wanted, 60 if typed.startswith("#") else _SHOWN):
                if typed.startswith("#") and found.kind is not FoundKind.ROOM:
                    continue
                if self.rows.count() < _SHOWN:
                    self._add_found(found)
        self.rows.setCurrentRow(0)
        self._none.setVisible(self.rows.count() == 0)

    def _add_commands(self, wanted: str, *, everything: bool) -> None:
        key = spelling_key(wanted)
        shown_now = 0
        for command, command_key in zip(self._commands, self._keys, strict=True):
            if key in command_key and (wanted or everything or shown_now < 5):
                item = QListWidgetItem(
                    self._workplace.looks.icon(Icon.FORWARD, "muted"),
                    f"{command.text}    {command.keys}".rstrip(),
                )
                item.setData(_ROW, command)
                self.rows.addItem(item)
                shown_now += 1

    def _add_found(self, found: Found) -> None:
        if found.kind is FoundKind.ROOM:
            icon, text = Icon.ROOM, f"{found.label} · {found.detail}"
        else:
            name = shown.numbered(found.label, found.detail, hide=self._workplace.masking)
            band = words(found.band) if found.band else ""
            parts = (name, band, self.tr("left") if found.left else "")
            icon, text = Icon.PERSON, " · ".join(part for part in parts if part)
        item = QListWidgetItem(self._workplace.looks.icon(icon, "info"), text)
        item.setData(_ROW, found)
        self.rows.addItem(item)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        chosen = item.data(_ROW)
        self.accept()
        if isinstance(chosen, Command):
            chosen.run()
        else:
            self.opened.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the results while typing, and Enter take one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
            if step is not None and self.rows.count():
                self.rows.setCurrentRow((self.rows.currentRow() + step) % self.rows.count())
                return True
            if key in ENTER:
                self._run(self.rows.currentItem())
                return True
        return False
