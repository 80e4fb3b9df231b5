# SPDX-License-Identifier: Apache-2.0
"""A change of the rooming rules that waits for its second person, told in words."""

from PySide6.QtCore import QLocale, Signal

from app.policies.dormitory.rules.needs import MOST_WATCH
from app.policies.dormitory.rules.settings import ALONE, LOOKS, RoomingRules
from app.services.dormitory.rules.settings import (
    ApproveRules,
    DropRules,
    VersionLine,
    approve_rules,
    drop_rules,
)
from app.ui import format as shown
from app.ui.widgets.acting import Acting
from app.ui.widgets.layouts import column
from app.ui.widgets.second_person import SecondPerson
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


def metres(dm2: int) -> str:
    """Return square decimetres as square metres: ``3.5``."""
    return QLocale().toString(dm2 / 100, "g", 4)


class RulesWaiting(Acting):
    """The proposal, who made it, and the two ways to settle it; hidden when none waits.

    Signals:
        settled(text): it was approved or dropped; the text is worth a toast.
        outdated: it was settled elsewhere, or other rules came into force.
    """

    settled = Signal(str)
    outdated = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._line: VersionLine | None = None
        self._card = SecondPerson(
            workplace.looks,
            (self.tr("Approve"), self._approve),
            (self.tr("Drop"), self._drop),
        )
        self.approve_button, self.drop_button = self._card.agree_button, self._card.drop_button
        self.setLayout(column(self.banner, self._card))

    def show_line(self, line: VersionLine | None, now: RoomingRules) -> None:
        """Show the proposal beside the rules in force, or nothing."""
        self._line = line
        self._card.setHidden(line is None)
        if line is None:
            return
        when = shown.day_and_time(line.proposed_at, self._workplace.zone)
        by = self.tr("Proposed by {0}").format(line.proposed_by)
        own = line.proposer_id == self._workplace.actor.account_id
        self._card.tell(
            "\n".join(self.changes(now, line.rules)),
            joined(by, when, line.basis),
            self.tr("You proposed it: the head or another coordinator approves it.") if own else "",
        )

    def setting(self, name: str) -> str:
        """Return how a setting is called."""
        return {
            "houses_apart": self.tr("RPSW and PSKW do not share rooms"),
            "exploited_apart": self.tr("Exploited and not exploited do not share rooms"),
            "boys_up_to": self.tr("Boys stay with their mother up to"),
            "space_dm2": self.tr("Floor space for each sleeper"),
            "near_from": self.tr("Near the caretaker"),
            "company_from": self.tr("Never alone in a room"),
            "ground_floor": self.tr("And on the ground floor, if her side has such a bed there"),
            "caretaker_expected": self.tr("Warn when a wing has no caretaker"),
            "infant_under": self.tr("Never without mother or guardian: under"),
            "small_alone_under": self.tr("Never alone in a room: under"),
            "night_alone_under": self.tr("Not alone in a room at night: under"),
            "look_3": self.tr("Watch level 3: look in again within"),
            "look_2": self.tr("Watch level 2: look in again within"),
            "look_1": self.tr("Watch level 1: once a shift, from its beginning within"),
        }[name]

    def value(self, name: str, rules: RoomingRules) -> str:
        """Return a setting's value with its unit."""
        value = getattr(rules, name)
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if name in {"boys_up_to", *ALONE}:
            return self.tr("{0} years").format(value)
        if name == "space_dm2":
            return self.tr("{0} m²").format(metres(value)) if value else self.tr("beds only")
        if name in LOOKS:
            return self.tr("{0} minutes").format(value)
        return self.level(value)

    def level(self, value: int) -> str:
        """Return a level of watch from which something holds."""
        if value > MOST_WATCH:
            return self.tr("never")
        return self.tr("from watch level {0}").format(value)

    def changes(self, before: RoomingRules, after: RoomingRules) -> list[str]:
        """Return one line for each setting that differs."""
        return [
            self.tr("{0}: {1}, until now {2}").format(
                self.setting(name), self.value(name, after), self.value(name, before)
            )
            for name in RoomingRules.__slots__
            if getattr(before, name) != getattr(after, name)
        ]

    def _approve(self) -> None:
        if self._line is not None:
            key = ApproveRules(self._line.version_id, self._line.version)
            said = self.tr("Approved. The rules hold from now on; nobody was moved.")
            self.perform(approve_rules, lambda: key, lambda _rules: self.settled.emit(said))

    def _drop(self) -> None:
        if self._line is not None:
            key = DropRules(self._line.version_id, self._line.version)
            said = self.tr("The proposal was dropped.")
            self.perform(drop_rules, lambda: key, lambda _id: self.settled.emit(said))

    def reload(self) -> None:
        """Let the panel ask again for what is shown."""
        self.outdated.emit()
