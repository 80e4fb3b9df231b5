# SPDX-License-Identifier: Apache-2.0
"""What the caretakers' books share: one act at a time, problems at fields, short lists."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.errors import Refused
from app.policies.reasons import Reason
from app.services.acts import Act
from app.ui.texts import words
from app.ui.widgets.banner import Banner
from app.ui.widgets.field import Field
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

LINE = Qt.ItemDataRole.UserRole + 1
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NARROWEST = 12
_NUMBER = re.compile(r"[+-]?\d+", re.ASCII)


class ActingPanel(QWidget):
    """A panel whose form does one act at a time; what was typed stays until it is kept.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._busy = False
        self.banner = Banner(workplace.looks)
        self.fields: dict[str, Field] = {}

    def reload(self) -> None:
        """Ask again for what the panel shows; each panel says what that is."""

    def save(self) -> None:
        """Do what Ctrl+Return does here; nothing, unless a panel has a form."""

    def forget_problems(self) -> None:
        """Take away what was wrong before."""
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")

    def perform(
        self,
        what: Act[Any, Any],
        command: Callable[[], object],
        done: Callable[[Any], None],
        label: str = "",
    ) -> None:
        """Do an act once.

        Args:
            what: the act.
            command: reads the form; raises ``Refused`` with the field that cannot be read.
            done: hears what the act gave back.
            label: names the act in the undo offer.
        """
        if self._busy:
            return
        self.forget_problems()
        try:
            wanted = command()
        except Refused as problem:
            self._failed(problem)
            return
        self._busy = True

        def finished(value: Any) -> None:
            self._busy = False
            done(value)

        self._workplace.act(self, what, wanted, finished, self._failed, label=label)

    def at_field(self, name: str, text: str) -> None:
        """Say at a field what to do differently and go there."""
        self.forget_problems()
        self.fields[name].show_problem(text)
        self.fields[name].setFocus()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, self.fields, self.reload)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Return from the window's shortcuts while somebody works here."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_save(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Return."""
        if _is_save(event):
            self.save()
        else:
            super().keyPressEvent(event)


class ShortList(QListWidget):
    """A list whose lines are whole sentences; Enter and Del are said by signals.

    Signals:
        opened: Enter on a line, or a double click.
        drop_wanted: Del on a line.
    """

    opened = Signal()
    drop_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _item: self.opened.emit())

    @property
    def chosen(self) -> Any:
        """Return what the line under the cursor stands for, or None."""
        item = self.currentItem()
        return item.data(LINE) if item is not None else None

    def fill(self, lines: Iterable[tuple[str, Any]], same: Callable[[Any, Any], bool]) -> None:
        """Show other lines; the cursor stays on what it was on, as far as it is there.

        Args:
            lines: text and what it stands for.
            same: whether two things stand for the same, seen at two times.
        """
        before, at = self.chosen, self.currentRow()
        self.clear()
        for text, line in lines:
            item = QListWidgetItem(" ".join(text.split()))
            item.setData(LINE, line)
            self.addItem(item)
            if before is not None and same(line, before):
                self.setCurrentItem(item)
        if self.count() and self.currentRow() < 0:
            self.setCurrentRow(min(max(at, 0), self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a line, Del takes it off."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and plain and self.chosen is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen is not None:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)


def choices(members: Iterable[Any]) -> QComboBox:
    """Return a list of an enum's words to choose from."""
    box = narrow(QComboBox())
    for member in members:
        box.addItem(words(member), member.value)
    return box


def narrow(box: QComboBox) -> QComboBox:
    """Let a list to choose from be narrower than its longest line."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_NARROWEST)
    return box


def whole_number(editor: QLineEdit, field: str, otherwise: Reason) -> int:
    """Return the whole number that is typed.

    Raises:
        Refused: it is none (``field``), for the reason ``otherwise``.
    """
    typed = editor.text().strip()
    if not _NUMBER.fullmatch(typed):
        raise Refused(otherwise, field=field)
    return int(typed)


def joined(*parts: str) -> str:
    """Return what there is of some texts on one line."""
    return " · ".join(part for part in parts if part)


def _is_save(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in _ENTER
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
