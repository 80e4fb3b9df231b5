# SPDX-License-Identifier: Apache-2.0
"""Nightly checks that were kept: two weeks at a time, each with what it found."""

from datetime import date, timedelta

from PySide6.QtGui import QIcon

from app.services.dormitory.night.checks import CheckLine, Period, night_checks
from app.ui import format as shown
from app.ui.dormitory.aside import Aside
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import caption, heading, sentence
from app.ui.widgets.layouts import column, columns, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import ShortList, joined
from app.ui.workplace import Workplace

_DAYS = timedelta(days=14)


class KeptChecks(Aside):
    """The checks on the left, the findings of the chosen one on the right; nobody is named."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self.last = self._today()
        self._entering = False
        self.period = caption()
        self.earlier_button = button(
            looks, self.tr("Earlier"), lambda: self._turn(-1), icon=Icon.BACK
        )
        self.later_button = button(
            looks, self.tr("Later"), lambda: self._turn(1), icon=Icon.FORWARD
        )
        self.back_button = self.back(self.tr("Back to tonight"))
        kept = Listing(self.tr("Kept checks"), self.tr("No check was kept in these days."))
        self.none, self.checks = kept.none, kept.list
        self.findings = ShortList(self.tr("What it found"))
        self.checks.currentItemChanged.connect(lambda _now, _before: self._tell())
        self.found = sentence("", "muted")
        twins = columns((kept, 1), (column(self.found, self.findings, None), 1))
        box = column(
            row(heading(self.tr("Kept checks")), 16, self.period, None, self.back_button),
            row(self.earlier_button, self.later_button, None),
            twins,
            None,
        )
        box.setStretchFactor(twins, 9)
        self.setLayout(box)

    @property
    def chosen(self) -> CheckLine | None:
        """Return the chosen check."""
        line: CheckLine | None = self.checks.chosen
        return line

    def open(self) -> None:
        """Show the last two weeks."""
        self.last = self._today()
        self._entering = True
        self.reload()

    def reload(self) -> None:
        """Ask again what was kept in these days."""
        asked = Period(self.last - _DAYS + timedelta(days=1), self.last)
        days = self.tr("{0} to {1}")
        self.period.setText(days.format(shown.short_day(asked.first), shown.short_day(asked.last)))
        self.later_button.setEnabled(self.last < self._today())
        self._workplace.ask(
            self,
            night_checks,
            asked,
            lambda lines: self._show(lines) if asked.last == self.last else None,
        )

    def _turn(self, step: int) -> None:
        """Show the two weeks before (-1) or after (1); today's are the last."""
        wanted = self.last + step * _DAYS
        if wanted - _DAYS > date.min:
            self.last = min(wanted, self._today())
            self.reload()

    def _show(self, lines: tuple[CheckLine, ...]) -> None:
        here = self._entering or self.checks.hasFocus()
        self._entering = False
        self.checks.fill(((self._told(each), each) for each in lines), _same, self._icon)
        if here:
            (self.checks if lines else self.earlier_button).setFocus()
        self._tell()

    def _icon(self, each: CheckLine) -> QIcon:
        icon, tone = (Icon.TASK, "warn") if each.findings else (Icon.ALLOWED, "ok")
        return self._workplace.looks.icon(icon, tone)

    def _told(self, each: CheckLine) -> str:
        when = shown.day_and_time(each.checked_at, self._workplace.zone)
        found = self.tr("{0} found").format(each.findings)
        return joined(when, each.checked_by, found)

    def _tell(self) -> None:
        """Show what the chosen check found; a secret kind is told as in the list of tonight."""
        chosen = self.chosen
        self.findings.clear()
        self.found.setHidden(chosen is None)
        self.findings.setHidden(chosen is None or not chosen.counts)
        if chosen is None:
            return
        looked = self.tr("{0} people in {1} rooms.").format(chosen.people, chosen.rooms)
        told = "" if chosen.counts else self.tr("Everything was in order.")
        self.found.setText(f"{told} {looked}".strip())
        for kind, count in chosen.counts:
            name = words(kind) if kind is not None else self.tr("Somebody has to move")
            self.findings.addItem(self.tr("{0} ({1})").format(name, count))

    def _today(self) -> date:
        return self._workplace.zone.today(self._workplace.now())


def _same(one: CheckLine, other: CheckLine) -> bool:
    return one.check_id == other.check_id
