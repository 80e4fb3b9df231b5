# SPDX-License-Identifier: Apache-2.0
"""Admin: the rooming rules as settings, with their effect told before they are saved."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.policies.dormitory.rules.needs import MOST_WATCH
from app.policies.dormitory.rules.settings import PROPOSED, RoomingRules, needs_two, out_of_range
from app.policies.reasons import Reason
from app.services.dormitory.rules.settings import (
    Proposed,
    ProposeRules,
    RulesLine,
    RulesPreview,
    preview_rules,
    propose_rules,
    rules_line,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.staff.rules_waiting import RulesWaiting, metres
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_NUMBER_WIDTH = 110
_UNREADABLE = {"boys_up_to": Reason.BOYS_LIMIT, "space_dm2": Reason.SPACE_LIMIT}


@dataclass(frozen=True, slots=True)
class _Editor:
    """How one setting is typed: ``read`` returns None for what is no value."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]


def _years(text: str) -> int | None:
    typed = text.strip()
    return int(typed) if typed.isascii() and typed.isdigit() else None


def _dm2(text: str) -> int | None:
    """Read square metres with a point or a comma."""
    typed = text.strip().replace(",", ".")
    return int(Decimal(typed) * 100) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", typed) else None


class RulesPanel(QWidget):
    """Every setting with its unit, basis and author, the preview, and what waits.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._now = PROPOSED
        self.banner = Banner(workplace.looks)
        self.waiting = RulesWaiting(workplace)
        self.waiting.settled.connect(self._settled)
        self.waiting.outdated.connect(self.reload)
        self.editors = {name: self._editor(name) for name in RoomingRules.__slots__}
        self.basis = line(longest=1000)
        self.fields = {
            name: Field(self._label(name), editor.widget) for name, editor in self.editors.items()
        }
        self.fields["basis"] = Field(
            self.tr("Legal basis or decision"),
            self.basis,
            self.tr("Law, standard or minutes; at most 200 letters. May stay empty."),
        )
        self.effect = sentence(tone="info")
        self.history = QListWidget()
        self.history.setAccessibleName(self.tr("Earlier rooming rules"))
        self.history.setWordWrap(True)
        self.history.setMaximumHeight(130)
        self.save_button = button(
            workplace.looks, self.tr("Save rules"), self._save, role="primary", icon=Icon.SAVE
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel(self._content(), card=True))
        self._fill()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.RULES})

    def _content(self) -> Any:
        fields = self.fields
        return column(
            heading(self.tr("Rooming rules (SOP)")),
            sentence(
                self.tr(
                    "A child never shares a room with an adult, and two who are kept apart never "
                    "share one: these are no settings. What no longer fits stands on the nightly "
                    "list; a changed rule moves nobody."
                ),
                "muted",
            ),
            self.waiting,
            self.banner,
            *(
                row(*(fields[name] for name in names), spacing=16)
                for names in (
                    ("houses_apart", "exploited_apart"),
                    ("boys_up_to", "space_dm2"),
                    ("near_from", "company_from"),
                    ("ground_floor", "caretaker_expected"),
                    ("basis",),
                )
            ),
            self.effect,
            row(None, self.save_button),
            self.history,
            margin=12,
        )

    def _label(self, name: str) -> str:
        unit = {
            "boys_up_to": self.tr("{0} (years)"),
            "space_dm2": self.tr("{0} (m²; 0 counts beds only)"),
        }.get(name, "{0}")
        return unit.format(self.waiting.setting(name))

    def _editor(self, name: str) -> _Editor:
        if isinstance(getattr(PROPOSED, name), bool):
            tick = QCheckBox(self.tr("in force"))
            tick.setAccessibleName(self.waiting.setting(name))
            tick.clicked.connect(lambda _on: self._edited())
            return _Editor(tick, tick.isChecked, tick.setChecked)
        if name in _UNREADABLE:
            return self._number(name)
        levels = QComboBox()
        for level in range(1, MOST_WATCH + 2):
            levels.addItem(self.waiting.level(level), level)
        levels.activated.connect(lambda _at: self._edited())
        return _Editor(
            levels,
            levels.currentData,
            lambda level: levels.setCurrentIndex(levels.findData(level)),
        )

    def _number(self, name: str) -> _Editor:
        editor: QLineEdit = line(longest=8)
        editor.setMaximumWidth(_NUMBER_WIDTH)
        editor.textEdited.connect(lambda _text: self._edited())
        editor.returnPressed.connect(self._save)
        if name == "boys_up_to":
            return _Editor(editor, lambda: _years(editor.text()), lambda v: editor.setText(str(v)))
        return _Editor(editor, lambda: _dm2(editor.text()), lambda v: editor.setText(metres(v)))

    def reload(self) -> None:
        """Ask for the rules in force and what waits; what is being typed stays."""
        self._workplace.ask(self, rules_line, None, self._show)

    def _show(self, seen: RulesLine) -> None:
        before, self._now = self._now, seen.now
        for name, editor in self.editors.items():
            if editor.read() == getattr(before, name):
                editor.write(getattr(seen.now, name))
            self.fields[name].show_hint(self._author(seen, name))
        self.waiting.show_line(seen.waiting, seen.now)
        self.history.clear()
        earlier = [*(each.rules for each in seen.history[1:]), PROPOSED]
        for each, before in zip(seen.history, earlier, strict=False):
            since = shown.day_and_time(each.since or each.proposed_at, self._workplace.zone)
            people = " + ".join(dict.fromkeys((each.proposed_by, each.approved_by)))
            told = "; ".join(self.waiting.changes(before, each.rules))
            self.history.addItem(" · ".join(filter(None, (since, people, told, each.basis))))
        self.history.setVisible(bool(seen.history))
        self._review()

    def _author(self, seen: RulesLine, name: str) -> str:
        """Return since when a value holds, by whom and on what basis."""
        version = seen.set_by(name)
        if version is not None:
            since = shown.day_and_time(version.since or version.proposed_at, self._workplace.zone)
            people = " + ".join(dict.fromkeys((version.proposed_by, version.approved_by)))
            told = self.tr("Since {0}, {1}").format(since, people)
            return " · ".join(filter(None, (told, version.basis)))
        if name == "space_dm2":
            return self.tr("Proposed SOP: Sphere asks for 3.5 m², children's homes (LKSA) for 4.5.")
        return self.tr("Proposed SOP; nobody has changed it.")

    def _fill(self) -> None:
        for name, editor in self.editors.items():
            editor.write(getattr(self._now, name))
        self._review()

    def typed(self) -> RoomingRules | None:
        """Return the rules on screen, or None while one value cannot be read."""
        values = {name: editor.read() for name, editor in self.editors.items()}
        return None if None in values.values() else RoomingRules(**values)

    def _edited(self) -> None:
        self._clear_problems()
        self._review()

    def _review(self) -> None:
        wanted = self.typed()
        self.save_button.setEnabled(wanted != self._now)
        self.effect.setText("")
        if wanted is not None and wanted != self._now and not out_of_range(wanted):
            self._workplace.ask(
                self, preview_rules, wanted, lambda seen: self._show_effect(wanted, seen)
            )

    def _show_effect(self, wanted: RoomingRules, seen: RulesPreview) -> None:
        if wanted == self.typed() and wanted != self._now:
            told = [self._rooms(seen), self._beds(seen), self.tr("Saving moves nobody.")]
            if needs_two(self._now, wanted):
                told.append(self.tr("A second person approves this change before it holds."))
            self.effect.setText(" ".join(filter(None, told)))

    def _rooms(self, seen: RulesPreview) -> str:
        again = ""
        if seen.fitting_again:
            again = self.tr("Rooms that fit again: {0}.").format(seen.fitting_again)
        if not seen.not_fitting:
            return again or self.tr("Every room stays as fitting as it is now.")
        if seen.not_fitting == 1:
            told = self.tr("1 room becomes not fitting ({0} people).").format(seen.people)
        else:
            told = self.tr("{0} rooms become not fitting ({1} people).").format(
                seen.not_fitting, seen.people
            )
        names = self.tr("Rooms: {0}.").format(", ".join(seen.rooms)) if seen.rooms else ""
        return " ".join(filter(None, (told, names, again)))

    def _beds(self, seen: RulesPreview) -> str:
        if seen.free_before == seen.free_after:
            return ""
        return self.tr("Free beds: {0}, until now {1}.").format(seen.free_after, seen.free_before)

    def _clear_problems(self) -> None:
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")

    def _save(self) -> None:
        self._clear_problems()
        wanted = self.typed()
        if wanted is None:
            self._point_at_what_is_no_number()
        elif wanted != self._now:
            command = ProposeRules(wanted, self.basis.text())
            self._workplace.act(self, propose_rules, command, self._saved, self._failed)

    def _point_at_what_is_no_number(self) -> None:
        for name, reason in _UNREADABLE.items():
            if self.editors[name].read() is None:
                self.fields[name].show_problem(words(reason))
                self.editors[name].widget.setFocus()
                return

    def _saved(self, done: Proposed) -> None:
        self.basis.clear()
        if done.waits:
            self._fill()
            said = self.tr("Proposed. It holds once a second person has approved it.")
        else:
            said = self.tr("The rules are saved. They hold from now on; nobody was moved.")
        self.reload()
        self.said.emit(said)

    def _settled(self, text: str) -> None:
        self.reload()
        self.said.emit(text)

    def _failed(self, error: Exception) -> None:
        tell(self._workplace, error, self.banner, self.fields, self.reload)
