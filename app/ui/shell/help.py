# SPDX-License-Identifier: Apache-2.0
"""F1: what this page is for, and every key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.measures import letters, lines
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row, scrolling


class HelpDialog(QDialog):
    """One page of help; Esc closes it."""

    def __init__(self, looks: Looks, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help – Teduh"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place, (keys, what) in enumerate(self._keys()):
            label = QLabel(keys)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(sentence(what), place, 1)
        grid.setColumnStretch(1, 1)
        content = QWidget()
        content.setLayout(
            column(
                heading(self.tr("About this page")),
                sentence(self._about().get(page, self._about()["desk"])),
                12,
                heading(self.tr("Keys")),
                grid,
                None,
                margin=12,
            )
        )
        close = button(looks, self.tr("Close"), self.accept, icon=Icon.CLOSE, shortcut="Esc")
        self.setLayout(column(scrolling(content), row(None, close), margin=8))
        self.resize(letters(97), lines(34))

    def _about(self) -> dict[str, str]:
        return {
            "desk": self.tr(
                "Register everyone who arrives, with whatever is known. One filled field is "
                "enough; what is missing becomes a task. Everything is kept while you type. "
                "Someone whose age is not certain is treated as a child."
            ),
            "dormitory": self.tr(
                "Choose a person, then a bed, or drag her there: every room says at once whether "
                "she may sleep in it. Arrows walk the beds, Space or Enter picks up and puts "
                "down, Esc lets go. A child and an adult are never put into one room. An alarm "
                "shows a pair that a corrected fact or a birthday made. A reason that your post "
                "may not know always reads the same, whatever it is: “This does not fit the "
                "placing rules.”"
            ),
            "caretaking": self.tr(
                "What the wings need by day: who is on duty, what to know of each woman, linen, "
                "rooms and repairs, the TV room, and the headcount."
            ),
            "night": self.tr(
                "The duty log, the round through the beds, and what each woman needs tonight. "
                "One key for each kind of entry and for each bed. Receipts and dormitory cards "
                "are printed from the person chosen."
            ),
            "book": self.tr(
                "Every arrival of a period, and who is planned for which shift. A swap keeps "
                "the planned name beside the one who came. Past nights show who slept where, "
                "departures who has left for good; Enter shows every night of one woman."
            ),
            "handover": self.tr(
                "The sheet is written from what was recorded. Add a message, print it, and let "
                "the incoming officer type her password. Then the next shift begins."
            ),
            "admin": self.tr(
                "Accounts and your own password; the shelter with its letterhead; partners; rules; "
                "backup and the recovery sheet. A closed account opens nothing any more; the name "
                "stays on what she recorded."
            ),
        }

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+K", self.tr("Find a client, a room or a command")),
            ("Ctrl+N", self.tr("New arrival")),
            ("Ctrl+Shift+N", self.tr("Group arrival, one row each")),
            ("Ctrl+Shift+B", self.tr("Beds for everyone who waits")),
            ("Ctrl+Shift+K", self.tr("Families")),
            ("Ctrl+D", self.tr("Copy from the row above, in a group")),
            ("Ctrl+Enter", self.tr("Save and find a bed")),
            ("1  2  3", self.tr("Take the first, second, third bed")),
            ("?", self.tr("Not known yet, in any field")),
            ("!", self.tr("Prefers not to say, in a row of choices")),
            ("Esc", self.tr("Put the form away as a draft; nothing is lost")),
            ("Ctrl+Z", self.tr("Undo the last act")),
            ("F8", self.tr("To the button of the notice below")),
            ("F9", self.tr("Handover sheet")),
            ("Ctrl+P", self.tr("Print the paper on screen")),
            ("Ctrl+L", self.tr("Lock at once")),
            ("Shift Shift Shift", self.tr("Lock at once, without looking")),
            ("Ctrl+Shift+H", self.tr("Mask or show names")),
            ("Ctrl+1 … 6", self.tr("Desk, dormitory, admin, tonight, books, caretaking")),
            ("F6", self.tr("Beds as a list or as a board")),
            ("F7", self.tr("Watch rounds; Space or Enter: seen, well")),
            ("Alt+← →", self.tr("Back and forward")),
            ("Ctrl++  −  0", self.tr("Larger, smaller, normal")),
            ("F1", self.tr("This help")),
        )
