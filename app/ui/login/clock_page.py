# SPDX-License-Identifier: Apache-2.0
"""Asks which day and hour it is, when the PC's clock cannot be believed."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.arrivals.moments import read_day, read_moment
from app.policies.people.names import TextProblem
from app.policies.timekeeping import ClockDoubt
from app.services.staff.timekeeping import ClockQuestion, answer_problem, surprising
from app.ui.format import clock_time, day_and_time, long_day
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row


class ClockPage(QWidget):
    """Both clocks and why they are in doubt; a day and an hour from a phone or a watch.

    Signals:
        answered(instant): what time it is now, in UTC.
    """

    answered = Signal(object)

    def __init__(self, looks: Looks, asked: ClockQuestion) -> None:
        super().__init__()
        self._asked = asked
        self._sure: datetime | None = None
        self.day, self.hour = line(longest=20), line(longest=8)
        self.fields = {
            "day": Field(self.tr("Today is the (such as 24/11/2026)"), self.day),
            "hour": Field(self.tr("It is now (such as 02.15)"), self.hour),
        }
        self.banner = Banner(looks, reserved=True)
        self.go_on = button(
            looks, self.tr("Go on with this time"), self._answer, role="primary", icon=Icon.CLOCK
        )
        self._echo = sentence("", "muted")
        card = panel(
            column(
                heading(self.tr("Which day is it?"), page=True),
                sentence(self._both()),
                sentence(" ".join(words(doubt) for doubt in asked.doubts), "muted"),
                sentence(
                    self.tr(
                        "Ages and deadlines depend on it. Look at a phone or a watch. The "
                        "computer's own clock is not changed."
                    ),
                    "muted",
                ),
                beside(*self.fields.values()),
                self._echo,
                self.banner,
                row(None, self.go_on),
                spacing=10,
                margin=24,
            ),
            card=True,
        )
        self.setLayout(centred(card, 79))
        for editor in (self.day, self.hour):
            editor.textEdited.connect(self._typed)
            editor.returnPressed.connect(self._answer)
        self.first = self.day
        if asked.doubts == (ClockDoubt.OTHER_ZONE,):
            local = asked.zone.local(asked.wall)
            self.day.setText(f"{local:%d/%m/%Y}")
            self.hour.setText(f"{local:%H.%M}")
            self._typed()

    def _both(self) -> str:
        asked = self._asked
        told = [self.tr("Computer: {0}.").format(day_and_time(asked.wall, asked.zone))]
        if asked.corrected is not None:
            shown = day_and_time(asked.corrected, asked.zone)
            told.append(self.tr("With the correction so far: {0}.").format(shown))
        if asked.seen.latest is not None:
            shown = day_and_time(asked.seen.latest, asked.zone)
            told.append(self.tr("Written down last: {0}.").format(shown))
        return " ".join(told)

    def _typed(self) -> None:
        self._sure = None
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")
        said = self._read(complain=False)
        zone = self._asked.zone
        self._echo.setText(
            f"{long_day(zone.today(said))}, {clock_time(said, zone)}" if said is not None else ""
        )

    def _read(self, *, complain: bool) -> datetime | None:
        """Return the instant the two fields mean; None where one says nothing readable."""
        zone = self._asked.zone
        near = zone.local(self._asked.seen.latest or self._asked.wall)
        try:
            day = read_day(self.day.text(), near.date())
        except TextProblem as problem:
            return self._complain("day", words(problem.reason), complain=complain)
        if day is None:
            text = self.tr("Write which day it is.")
            return self._complain("day", text, complain=complain)
        try:
            said = read_moment(f"{day:%d/%m/%Y} {self.hour.text()}", near)
        except TextProblem:
            said = None
        if said is None or not self.hour.text().strip():
            text = self.tr("Write the hour and minute, such as 02.15.")
            return self._complain("hour", text, complain=complain)
        return said.astimezone(UTC)

    def _complain(self, field: str, text: str, *, complain: bool) -> None:
        if complain:
            self.fields[field].show_problem(text)
            self.fields[field].setFocus()

    def _answer(self) -> None:
        said = self._read(complain=True)
        if said is None:
            return
        problem = answer_problem(self._asked, said)
        if problem is not None:
            self._complain("day", sentences(problem.reasons), complain=True)
            return
        against = surprising(self._asked, said)
        if against and self._sure != said:
            self._sure = said
            told = self.tr("That is far from what was written down. If it is right, go on again.")
            self.banner.say("warn", told)
            return
        self.answered.emit(said)

    def trouble(self, text: str) -> None:
        """Say what stands in the way; what was typed stays."""
        self.banner.say("stop", text)
