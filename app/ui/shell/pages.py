# SPDX-License-Identifier: Apache-2.0
"""Which pages a post has, in the order of the sidebar; each is made when first looked at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.ui.arrivals.care.bed_check import BedCheckPanel
from app.ui.arrivals.care.care_page import CarePage
from app.ui.arrivals.desk.book import BookPanel
from app.ui.arrivals.desk.returns import ReturnsPanel
from app.ui.arrivals.desk.view import DeskView
from app.ui.arrivals.shift.handover import HandoverView
from app.ui.arrivals.shift.log import LogPanel
from app.ui.dormitory.away.away_panel import AwayPanel
from app.ui.dormitory.away.departures_panel import DeparturesPanel
from app.ui.dormitory.beds.kept_panel import KeptPanel
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.dormitory.care.headcount_panel import HeadcountPanel
from app.ui.dormitory.care.issued_panel import IssuedPanel
from app.ui.dormitory.care.must_know_panel import MustKnowPanel
from app.ui.dormitory.care.room_care import RoomCarePanel
from app.ui.dormitory.care.tv_panel import TvPanel
from app.ui.dormitory.night.eighteen_panel import EighteenPanel
from app.ui.dormitory.night.history_panel import HistoryPanel
from app.ui.dormitory.night.night_list_panel import NightListPanel
from app.ui.dormitory.replan.panel import ReplanPanel
from app.ui.dormitory.rooms.moves_panel import MovesPanel
from app.ui.dormitory.rooms.rooms_panel import RoomsPanel
from app.ui.dormitory.rules.apart import ApartPanel
from app.ui.roster.panel import CaretakerRosterPanel, RosterPanel
from app.ui.staff.view import AdminView
from app.ui.theme.icons import Icon
from app.ui.widgets.tabs import TabbedPage
from app.ui.workplace import Workplace

_KEYS = {
    "dormitory": (Icon.DORMITORY, "Ctrl+2"),
    "caretaking": (Icon.REPAIR, "Ctrl+6"),
    "night": (Icon.NIGHT, "Ctrl+4"),
    "book": (Icon.BOOK, "Ctrl+5"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its key, what makes it, its title, its icon, its keys."""

    key: str
    make: Callable[[], QWidget]
    title: str
    icon: Icon
    shortcut: str


class Views(Mapping[str, QWidget]):
    """The pages of a post by key, as widgets; asking for one makes it.

    Args:
        pages: what there is.
        made: learns of each page and its new widget.
    """

    def __init__(self, pages: tuple[Page, ...], made: Callable[[Page, QWidget], None]) -> None:
        self._pages = {page.key: page for page in pages}
        self._made = made
        self.built: dict[str, QWidget] = {}

    def __getitem__(self, key: str) -> QWidget:
        if key not in self.built:
            page = self._pages[key]
            self.built[key] = page.make()
            self._made(page, self.built[key])
        return self.built[key]

    def __contains__(self, key: object) -> bool:
        return key in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


class Pages(QObject):
    """Makes the pages of a post."""

    def of(self, place: Workplace) -> Iterator[Page]:
        """Yield the pages this post may use; what it may not use is absent."""
        if place.may(Right.READ_ARRIVALS):
            yield Page("desk", partial(DeskView, place), self.tr("Duty desk"), Icon.DESK, "Ctrl+1")
        yield from self._panels(
            place,
            "dormitory",
            self.tr("Dormitory"),
            (
                (self.tr("Board"), DormitoryView, Right.READ_ROOMS),
                (self.tr("Nightly check"), NightListPanel, Right.CHECK_ROOMING),
                (self.tr("Plan anew"), ReplanPanel, Right.REPLAN),
                (self.tr("Away"), AwayPanel, Right.SEND_OUT),
                (self.tr("Reserved and blocked"), KeptPanel, Right.RESERVE_BED),
                (self.tr("Kept apart"), ApartPanel, Right.KEEP_APART),
                (self.tr("Turning 18"), EighteenPanel, Right.READ_STAYS),
                (self.tr("Planned moves"), MovesPanel, Right.READ_ROOMS),
            ),
        )
        yield from self._panels(
            place,
            "caretaking",
            self.tr("Caretaking"),
            (
                (self.tr("Good to know"), MustKnowPanel, Right.KEEP_DORMITORY),
                (self.tr("Headcount"), HeadcountPanel, Right.KEEP_DORMITORY),
                (self.tr("Linen and kits"), IssuedPanel, Right.KEEP_DORMITORY),
                (self.tr("Rooms and repairs"), RoomCarePanel, Right.KEEP_DORMITORY),
                (self.tr("TV room"), TvPanel, Right.KEEP_DORMITORY),
                (self.tr("Caretaker roster"), CaretakerRosterPanel, Right.KEEP_DORMITORY),
                (self.tr("Rooms and beds"), RoomsPanel, Right.MANAGE_ROOMS),
            ),
        )
        yield from self._panels(
            place,
            "night",
            self.tr("Tonight"),
            (
                (self.tr("Duty log"), LogPanel, Right.READ_LOG),
                (self.tr("Bed check"), BedCheckPanel, Right.CHECK_BEDS),
                (self.tr("Needs and belongings"), CarePage, Right.RECORD_CARE),
            ),
        )
        yield from self._panels(
            place,
            "book",
            self.tr("Books"),
            (
                (self.tr("Arrival book"), BookPanel, Right.READ_BOOK),
                (self.tr("Duty roster"), RosterPanel, Right.READ_ROSTER),
                (self.tr("Was she here before?"), ReturnsPanel, Right.SETTLE_RETURN),
                (self.tr("Past nights"), HistoryPanel, Right.READ_STAYS),
                (self.tr("Departures"), DeparturesPanel, Right.VACATE_BED),
            ),
        )
        yield Page("admin", partial(AdminView, place), self.tr("Admin"), Icon.ADMIN, "Ctrl+3")
        if place.may(Right.PRINT_HANDOVER):
            sheet = partial(HandoverView, place)
            yield Page("handover", sheet, self.tr("Handover"), Icon.HANDOVER, "F9")

    def _panels(
        self,
        place: Workplace,
        key: str,
        title: str,
        wanted: tuple[tuple[str, type[QWidget], Right], ...],
    ) -> Iterator[Page]:
        tabs = [(name, panel) for name, panel, right in wanted if place.may(right)]
        icon, keys = _KEYS[key]
        if tabs:
            yield Page(key, partial(TabbedPage, place, tabs), title, icon, keys)
