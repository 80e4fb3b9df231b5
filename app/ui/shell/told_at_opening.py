# SPDX-License-Identifier: Apache-2.0
"""What is told once when a shelter was opened, and when something is wrong with its data."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.services.staff.opening import Finding, OpenedHouse
from app.ui.format import day_and_time
from app.ui.texts import words

Notice = tuple[str, str]


def told_at_opening(opened: OpenedHouse) -> Iterator[Notice]:
    """Yield tone and sentence of each notice."""
    if opened.sheet_used:
        text = QCoreApplication.translate(
            "Opening",
            "The recovery sheet was used on {0}. If you did not expect it, change passwords and "
            "make a new sheet in Admin.",
        )
        yield "warn", text.format(day_and_time(opened.sheet_used, opened.house.zone))
    if opened.keeper is not None:
        text = QCoreApplication.translate(
            "Opening",
            "The data folder is kept by {0} too, and its copies can lose a night. Call the "
            "coordinator: it has to move to a folder of this computer alone.",
        )
        yield "warn", text.format(words(opened.keeper))
    yield from told_of_findings(opened.findings)


def told_of_findings(findings: tuple[Finding, ...]) -> Iterator[Notice]:
    """Yield what is said loudly when the data was changed by something else than Teduh."""
    wrong = [finding.check.value for finding in findings if not finding.ok]
    if wrong:
        text = QCoreApplication.translate(
            "Opening",
            "The data was changed outside Teduh ({0}). Call the head; run the examination "
            "(teduh doctor).",
        )
        yield "stop", text.format(", ".join(wrong))
