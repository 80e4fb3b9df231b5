# SPDX-License-Identifier: Apache-2.0
"""Counting heads wing by wing: what should be is told only after the count."""

from app.errors import Refused
from app.policies.access import Right
from app.policies.reasons import Reason
from app.services.dormitory.care.headcount import (
    LONGEST_COUNT_NOTE,
    Counted,
    CountWing,
    WingCount,
    count_wing,
    headcounts,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.care.parts import whole_number
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.short_list import ShortList, joined
from app.ui.workplace import Workplace

_COUNT_LETTERS = 18


class HeadcountPanel(Acting):
    """Choose a wing, count, write the number; a difference is loud but calm."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self.wings = ShortList(self.tr("Wings and their last count"))
        self.counted = measure(line(longest=20), most=_COUNT_LETTERS)
        self.note = line(longest=LONGEST_COUNT_NOTE)
        self.fields = {
            "wing_id": Field(self.tr("Wing"), self.wings),
            "counted": Field(self.tr("How many you counted"), self.counted),
            "note": Field(self.tr("Note (if there is one)"), self.note),
        }
        self.save_button = button(
            looks,
            self.tr("Write down the count"),
            self.save,
            role="primary",
            icon=Icon.SAVE,
            shortcut="Ctrl+Return",
        )
        self._none = sentence(
            self.tr("No wing has a bedroom yet. Set up rooms under Admin first."), "muted"
        )
        self._hint = sentence(
            self.tr(
                "Count who is in the wing now; whoever is out of the house is not counted. "
                "A difference goes into the duty log with both numbers."
            ),
            "muted",
        )
        self._may = workplace.may(Right.KEEP_DORMITORY)
        layout = column(
            heading(self.tr("Headcount")),
            self.banner,
            self._hint,
            self._none,
            self.fields["wing_id"],
            beside(self.fields["counted"], self.fields["note"]),
            row(None, self.save_button),
            None,
            margin=12,
        )
        layout.setStretchFactor(self.fields["wing_id"], 9)
        self.setLayout(layout)
        for acting in (self.fields["counted"], self.fields["note"], self.save_button):
            acting.setHidden(not self._may)
        self.wings.opened.connect(self.counted.setFocus)
        self.counted.returnPressed.connect(self.save)
        self._show(())

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.CARETAKING, Topic.BEDS, Topic.WHEREABOUTS, Topic.SHELTER})

    def reload(self) -> None:
        """Ask for the wings again; what is typed stays."""
        self._workplace.ask(self, headcounts, None, self._show)

    def save(self) -> None:
        """Write the count down."""
        if self._may:
            self.perform(count_wing, self._command, self._counted)

    def _command(self) -> CountWing:
        chosen: WingCount | None = self.wings.chosen
        if chosen is None:
            raise Refused(Reason.STALE)
        counted = whole_number(self.counted, "counted", Reason.COUNTED_LIMIT)
        return CountWing(chosen.wing_id, counted, self.note.text())

    def _counted(self, done: Counted) -> None:
        self.counted.clear()
        self.note.clear()
        if done.differs:
            told = self.tr(
                "{0}: counted {1}, but {2} should be there. Both numbers stand in the duty log. "
                "Look again, then count again."
            )
            self.banner.say("warn", told.format(done.wing, done.counted, done.expected))
        else:
            told = self.tr("{0}: counted {1}, as it should be.")
            self.banner.say("ok", told.format(done.wing, done.counted))
            row_now = self.wings.currentRow()
            self.wings.setCurrentRow(min(row_now + 1, self.wings.count() - 1))
        self.reload()
        self.counted.setFocus()

    def _show(self, lines: tuple[WingCount, ...]) -> None:
        self.wings.fill(((self._told(each), each) for each in lines), _same)
        self._none.setHidden(bool(lines))
        self.fields["wing_id"].setHidden(not lines)
        self.save_button.setEnabled(bool(lines))

    def _told(self, each: WingCount) -> str:
        out = self.tr("{0} out now").format(each.out) if each.out else ""
        if each.last is None:
            return joined(each.name, words(each.side), self.tr("not counted yet"), out)
        last = each.last
        when = shown.day_and_time(last.counted_at, self._workplace.zone)
        numbers = (
            self.tr("counted {0}, should be {1}").format(last.counted, last.expected)
            if last.counted != last.expected
            else self.tr("counted {0}, as it should be").format(last.counted)
        )
        return joined(each.name, words(each.side), numbers, when, last.counted_by, last.note, out)


def _same(one: WingCount, other: WingCount) -> bool:
    return one.wing_id == other.wing_id
