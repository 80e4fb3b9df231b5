# SPDX-License-Identifier: Apache-2.0
"""Things handed out with a bed: who has what, and what came back."""

from uuid import UUID

from app.errors import Refused
from app.policies.dormitory.care.caretaking import Item
from app.policies.reasons import Reason
from app.services.dormitory.away.whereabouts import Census, census
from app.services.dormitory.care.issued import (
    IssuedLine,
    IssueItem,
    ItemKey,
    issue_item,
    issued_to,
    items_out,
    return_item,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.care.parts import choices, whole_number
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting, narrow
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace

_COUNT_LETTERS = 14


class IssuedPanel(Acting):
    """Hand out and take back; with somebody chosen the list is hers, else all that is out."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._people: Census | None = None
        self._lines: tuple[IssuedLine, ...] = ()
        looks = workplace.looks
        self.person = narrow(Chooser())
        self.item = choices(Item)
        self.count = line("1", longest=20)
        measure(self.count, most=_COUNT_LETTERS)
        self.fields = {
            "person_id": Field(self.tr("For whom"), self.person),
            "item": Field(self.tr("What"), self.item),
            "count": Field(self.tr("How many"), self.count),
        }
        self.issue_button = button(
            looks,
            self.tr("Hand out"),
            self.save,
            role="primary",
            icon=Icon.SAVE,
            shortcut="Ctrl+Return",
        )
        self.return_button = button(
            looks, self.tr("It came back"), self.bring_back, icon=Icon.UNDO, shortcut="Return"
        )
        self._out = Listing(self.tr("Things handed out"), "", None, self.return_button, titled=True)
        self.items = self._out.list
        self.items.opened.connect(self.bring_back)
        layout = column(
            heading(self.tr("Linen and kits")),
            self.banner,
            beside(*self.fields.values()),
            row(None, self.issue_button),
            self._out,
            margin=12,
        )
        layout.setStretchFactor(self._out, 9)
        self.setLayout(layout)
        self.repaint_names()
        self.person.currentIndexChanged.connect(lambda _at: self._ask_items())
        workplace.masking_changed.connect(self.repaint_names)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.CARETAKING, Topic.ARRIVALS, Topic.PEOPLE, Topic.BEDS})

    def reload(self) -> None:
        """Ask again who is here and what is out."""
        self._workplace.ask(self, census, None, self._show_people)
        self._ask_items()

    def save(self) -> None:
        """Hand out what is chosen."""
        if self._whom() is None:
            self.at_field("person_id", self.tr("Choose who gets it."))
            return
        label = self.tr("Handing out: {0}").format(self.item.currentText())
        self.perform(issue_item, self._command, self._issued, label)

    def bring_back(self) -> None:
        """Note that the chosen thing came back."""
        chosen: IssuedLine | None = self.items.chosen
        if chosen is not None and chosen.returned_at is None:
            label = self.tr("Back: {0}").format(words(chosen.item))
            key = ItemKey(chosen.issued_id, chosen.version)
            self.perform(return_item, lambda: key, self._returned, label)

    def repaint_names(self) -> None:
        """Show the same lines with names masked or not."""
        self._show_people(self._people)
        self._show_items(self._lines)

    def _whom(self) -> UUID | None:
        chosen = self.person.currentData()
        return UUID(hex=chosen) if chosen else None

    def _command(self) -> IssueItem:
        whom = self._whom()
        if whom is None:
            raise Refused(Reason.PERSON_LEFT, field="person_id")
        count = whole_number(self.count, "count", Reason.COUNT_LIMIT)
        return IssueItem(whom, Item(self.item.currentData()), count)

    def _issued(self, _key: ItemKey) -> None:
        self.count.setText("1")
        self._ask_items()
        self.said.emit(self.tr("Handed out and written down."))

    def _returned(self, _key: ItemKey) -> None:
        self._ask_items()
        self.said.emit(self.tr("It came back."))

    def _ask_items(self) -> None:
        whom = self._whom()
        if whom is None:
            self._workplace.ask(self, items_out, None, lambda got: self._learn(None, got))
        else:
            self._workplace.ask(self, issued_to, whom, lambda got: self._learn(whom, got))

    def _learn(self, whom: UUID | None, lines: tuple[IssuedLine, ...]) -> None:
        if whom == self._whom():
            self._show_items(lines)

    def _show_people(self, found: Census | None) -> None:
        self._people = found
        hide = self._workplace.masking
        here = [
            (
                joined(shown.numbered(each.name, each.number, hide=hide), each.place),
                each.person_id.hex,
            )
            for each in (found.lines if found is not None else ())
        ]
        self.person.offer([(self.tr("choose who gets it"), None), *here])

    def _show_items(self, lines: tuple[IssuedLine, ...]) -> None:
        self._lines = lines
        hers = self._whom() is not None
        self._out.title.setText(self.tr("What she was given") if hers else self.tr("Out now"))
        self._out.none.setText(
            self.tr("She was given nothing yet. Choose what she gets and hand it out.")
            if hers
            else self.tr("Nothing is out. Choose for whom and what, and hand it out.")
        )
        self.items.fill(((self._told(each), each) for each in lines), _same)
        self.return_button.setHidden(not any(each.returned_at is None for each in lines))

    def _told(self, each: IssuedLine) -> str:
        zone = self._workplace.zone
        what = f"{each.count} × {words(each.item)}"
        given = self.tr("{0} by {1}").format(
            shown.day_and_time(each.issued_at, zone), each.issued_by
        )
        if each.returned_at is not None:
            back = shown.day_and_time(each.returned_at, zone)
            given = joined(given, self.tr("came back {0}, {1}").format(back, each.returned_to))
        if self._whom() is not None:
            return joined(what, given)
        who = shown.person(each.name, each.number, hide=self._workplace.masking)
        left = "" if each.here else self.tr("she has left")
        return joined(who, each.place, left, what, given)


def _same(one: IssuedLine, other: IssuedLine) -> bool:
    return one.issued_id == other.issued_id
