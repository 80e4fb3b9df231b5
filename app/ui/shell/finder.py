# SPDX-License-Identifier: Apache-2.0
"""The box of Ctrl+K: it keeps its index between two openings and opens what was found."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services.search.index import Found, FoundKind, SearchIndex
from app.services.topics import Topic
from app.ui.shell.palette import Command, Palette
from app.ui.shell.ways import Ways
from app.ui.workplace import Workplace

_FOUND_TOPICS = frozenset({Topic.ARRIVALS, Topic.PEOPLE, Topic.SHELTER})


class Finder(QObject):
    """Opens the box beneath the search field.

    Args:
        workplace: the open shelter.
        ways: where results lead.
        around: the widget that the box floats over.
    """

    def __init__(self, workplace: Workplace, ways: Ways, around: QWidget) -> None:
        super().__init__(around)
        self._workplace, self._ways, self._around = workplace, ways, around
        self._index: SearchIndex | None = None

    def open(self, field: QWidget, commands: tuple[Command, ...]) -> None:
        """Open the box over a search field.

        Args:
            field: where it appears.
            commands: what it offers besides people and rooms.
        """
        palette = Palette(self._workplace, commands, self._index, self._around)
        palette.learned.connect(self._learn)
        palette.opened.connect(self._show)
        there = field.mapTo(self._around, field.rect().topLeft())
        palette.move(self._around.mapToGlobal(there))
        palette.show()
        palette.box.setFocus()

    def forget(self, topics: frozenset[Topic]) -> None:
        """Build the index anew next time, if it is about something that has changed."""
        if topics & _FOUND_TOPICS:
            self._index = None

    def _learn(self, index: SearchIndex) -> None:
        self._index = index

    def _show(self, found: Found) -> None:
        if found.arrival_id is not None and self._ways.has_desk:
            self._ways.open_arrival(found.arrival_id)
        elif found.kind is FoundKind.PERSON:
            self._ways.find_bed(found.id)
        else:
            self._ways.show_rooms()
