# SPDX-License-Identifier: Apache-2.0
"""Admin: the rooming rules as settings, with their effect told before they are saved."""

import re
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QComboBox

from app.policies.dormitory.rules.needs import MOST_WATCH
from app.policies.dormitory.rules.settings import (
    ALONE,
    LOOKS,
    PROPOSED,
    RoomingRules,
    needs_two,
    out_of_range,
)
from app.policies.reasons import Reason
from app.services.dormitory.rules.settings import (
    Proposed,
    ProposeRules,
    RulesLine,
    RulesPreview,
    VersionLine,
    preview_rules,
    propose_rules,
    rules_line,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.staff.rules_waiting import RulesWaiting, metres
from app.ui.staff.settings import Setting, SettingsCard, whole_number
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import sentence
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


def _dm2(text: str) -> int | None:
    """Read square metres with a point or a comma."""
    typed = text.replace(",", ".")
    return int(Decimal(typed) * 100) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", typed) else None


class RulesPanel(SettingsCard):
    """Every setting with its unit, basis and author, the preview, and what waits."""

    preview = preview_rules
    out_of_range = staticmethod(out_of_range)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, PROPOSED)
        self.waiting = RulesWaiting(workplace)
        self.waiting.settled.connect(self._settled)
        self.waiting.outdated.connect(self.reload)
        self.basis = line(longest=1000)
        self._earlier = Listing(
            self.tr("Earlier rooming rules"), self.tr("Nobody has changed the proposed rules yet.")
        )
        self.history = self._earlier.list
        self.lay_out(
            self.tr("Rooming rules (SOP)"),
            sentence(
                self.tr(
                    "A child never shares a room with an adult, and two who are kept apart never "
                    "share one: these are no settings. What no longer fits stands on the nightly "
                    "list; a changed rule moves nobody."
                ),
                "muted",
            ),
            {name: (self._label(name), self._setting(name)) for name in RoomingRules.__slots__},
            (
                ("houses_apart", "exploited_apart"),
                ("boys_up_to", "space_dm2"),
                ("near_from", "company_from"),
                ("ground_floor", "caretaker_expected"),
                ALONE,
                ("look_3", "look_2"),
                ("look_1",),
                ("basis",),
            ),
            self.tr("Save rules"),
            self._earlier,
            {
                "basis": Field(
                    self.tr("Legal basis or decision"),
                    self.basis,
                    self.tr("Law, standard or minutes; at most 200 letters. May stay empty."),
                )
            },
            self.waiting,
        )

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.RULES})

    def _label(self, name: str) -> str:
        unit = {
            **dict.fromkeys(("boys_up_to", *ALONE), self.tr("{0} (years)")),
            "space_dm2": self.tr("{0} (m²; 0 counts beds only)"),
            **dict.fromkeys(LOOKS, self.tr("{0} (minutes)")),
        }.get(name, "{0}")
        return unit.format(self.waiting.setting(name))

    def _setting(self, name: str) -> Setting:
        if name == "boys_up_to":
            return self.number(whole_number, str, Reason.BOYS_LIMIT)
        if name in ALONE:
            return self.number(whole_number, str, Reason.ALONE_LIMIT)
        if name == "space_dm2":
            return self.number(_dm2, metres, Reason.SPACE_LIMIT)
        if name in LOOKS:
            return self.number(whole_number, str, Reason.LOOK_LIMIT)
        if isinstance(getattr(PROPOSED, name), bool):
            tick = QCheckBox(self.tr("in force"))
            tick.setAccessibleName(self.waiting.setting(name))
            tick.clicked.connect(lambda _on: self.edited())
            return Setting(tick, tick.isChecked, tick.setChecked)
        levels = QComboBox()
        for level in range(1, MOST_WATCH + 2):
            levels.addItem(self.waiting.level(level), level)
        levels.activated.connect(lambda _at: self.edited())
        return Setting(
            levels,
            levels.currentData,
            lambda level: levels.setCurrentIndex(levels.findData(level)),
        )

    def reload(self) -> None:
        """Ask for the rules in force and what waits; what is being typed stays."""
        self._workplace.ask(self, rules_line, None, self._show)

    def save(self) -> None:
        """Put the rules that are typed in force, or let them wait for a second person."""
        if self.changed:
            self.perform(
                propose_rules, lambda: ProposeRules(self.wanted(), self.basis.text()), self._saved
            )

    def _show(self, seen: RulesLine) -> None:
        for name in self.settings:
            self.fields[name].show_hint(self._author(seen, name))
        self.waiting.show_line(seen.waiting, seen.now)
        earlier = [*(each.rules for each in seen.history[1:]), PROPOSED]
        self.history.fill(
            (self._told(each, before), each)
            for each, before in zip(seen.history, earlier, strict=False)
        )
        self.show_now(seen.now)

    def _told(self, each: VersionLine, before: RoomingRules) -> str:
        changes = "; ".join(self.waiting.changes(before, each.rules))
        return joined(self._since(each), _people(each), changes, each.basis)

    def _since(self, version: VersionLine) -> str:
        return shown.day_and_time(version.since or version.proposed_at, self._workplace.zone)

    def _author(self, seen: RulesLine, name: str) -> str:
        """Return since when a value holds, by whom and on what basis."""
        version = seen.set_by(name)
        if version is not None:
            told = self.tr("Since {0}, {1}").format(self._since(version), _people(version))
            return joined(told, version.basis)
        if name == "space_dm2":
            return self.tr("Proposed SOP: Sphere asks for 3.5 m², children's homes (LKSA) for 4.5.")
        return self.tr("Proposed SOP; nobody has changed it.")

    def tell_effect(self, wanted: RoomingRules, seen: RulesPreview) -> str:
        """Return which rooms and beds a change would touch."""
        told = [self._rooms(seen), self._beds(seen), self.tr("Saving moves nobody.")]
        if needs_two(self._now, wanted):
            told.append(self.tr("A second person approves this change before it holds."))
        return " ".join(filter(None, told))

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

    def _saved(self, done: Proposed) -> None:
        self.basis.clear()
        if done.waits:
            self.begin()
            said = self.tr("Proposed. It holds once a second person has approved it.")
        else:
            said = self.tr("The rules are saved. They hold from now on; nobody was moved.")
        self._settled(said)

    def _settled(self, text: str) -> None:
        self.reload()
        self.said.emit(text)


def _people(version: VersionLine) -> str:
    return " + ".join(dict.fromkeys((version.proposed_by, version.approved_by)))
