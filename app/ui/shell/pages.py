# SPDX-License-Identifier: Apache-2.0
"""Which pages a post has, in the order of the sidebar; each is made when first looked at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.ui.later import Later
from app.ui.theme.icons import Icon
from app.ui.widgets.tabs import TabbedPage
from app.ui.workplace import Workplace

_DESK = Later("arrivals.desk.view", "DeskView")
_DORMITORY = Later("dormitory.beds.view", "DormitoryView")
_NIGHT_LIST = Later("dormitory.night.night_list_panel", "NightListPanel")
_REPLAN = Later("dormitory.replan.panel", "ReplanPanel")
_AWAY = Later("dormitory.away.away_panel", "AwayPanel")
_KEPT = Later("dormitory.beds.kept_panel", "KeptPanel")
_APART = Later("dormitory.rules.apart", "ApartPanel")
_EIGHTEEN = Later("dormitory.night.eighteen_panel", "EighteenPanel")
_MOVES = Later("dormitory.rooms.moves_panel", "MovesPanel")
_MUST_KNOW = Later("dormitory.care.must_know_panel", "MustKnowPanel")
_HEADCOUNT = Later("dormitory.care.headcount_panel", "HeadcountPanel")
_ISSUED = Later("dormitory.care.issued_panel", "IssuedPanel")
_ROOM_CARE = Later("dormitory.care.room_care", "RoomCarePanel")
_TV = Later("dormitory.care.tv_panel", "TvPanel")
_CARETAKER_ROSTER = Later("roster.panel", "CaretakerRosterPanel")
_ROOMS = Later("dormitory.rooms.rooms_panel", "RoomsPanel")
_LOG = Later("arrivals.shift.log", "LogPanel")
_BED_CHECK = Later("arrivals.care.bed_check", "BedCheckPanel")
_CARE = Later("arrivals.care.care_page", "CarePage")
_BOOK = Later("arrivals.desk.book", "BookPanel")
_ROSTER = Later("roster.panel", "RosterPanel")
_RETURNS = Later("arrivals.desk.returns", "ReturnsPanel")
_AGES = Later("arrivals.desk.ages", "AgesPanel")
_HISTORY = Later("dormitory.night.history_panel", "HistoryPanel")
_DEPARTURES = Later("dormitory.away.departures_panel", "DeparturesPanel")
_ACCOUNTS = Later("staff.accounts", "AccountsTab")
_SHELTER = Later("staff.cards", "ShelterTab")
_PARTNERS = Later("staff.cards", "PartnersTab")
_RULES = Later("staff.cards", "RulesTab")
_SAFEKEEPING = Later("staff.safekeeping", "SafekeepingTab")
_HANDOVER = Later("arrivals.shift.handover", "HandoverView")
_KEYS = {
    "dormitory": (Icon.DORMITORY, "Ctrl+2"),
    "caretaking": (Icon.REPAIR, "Ctrl+6"),
    "night": (Icon.NIGHT, "Ctrl+4"),
    "book": (Icon.BOOK, "Ctrl+5"),
    "admin": (Icon.ADMIN, "Ctrl+3"),
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
            yield Page(
                "desk",
                partial(_DESK, place),
                self.tr("Duty desk"),
                Icon.DESK,
                "Ctrl+1",
            )
        yield from self._panels(
            place,
            "dormitory",
            self.tr("Dormitory"),
            (
                (self.tr("Board"), _DORMITORY, Right.READ_ROOMS),
                (
                    self.tr("Nightly check"),
                    _NIGHT_LIST,
                    Right.CHECK_ROOMING,
                ),
                (
                    self.tr("Plan anew"),
                    _REPLAN,
                    Right.REPLAN,
                ),
                (self.tr("Away"), _AWAY, Right.SEND_OUT),
                (
                    self.tr("Reserved and blocked"),
                    _KEPT,
                    Right.RESERVE_BED,
                ),
                (
                    self.tr("Kept apart"),
                    _APART,
                    Right.KEEP_APART,
                ),
                (
                    self.tr("Turning 18"),
                    _EIGHTEEN,
                    Right.READ_STAYS,
                ),
                (
                    self.tr("Planned moves"),
                    _MOVES,
                    Right.READ_ROOMS,
                ),
            ),
        )
        yield from self._panels(
            place,
            "caretaking",
            self.tr("Caretaking"),
            (
                (
                    self.tr("Good to know"),
                    _MUST_KNOW,
                    Right.KEEP_DORMITORY,
                ),
                (
                    self.tr("Headcount"),
                    _HEADCOUNT,
                    Right.KEEP_DORMITORY,
                ),
                (
                    self.tr("Linen and kits"),
                    _ISSUED,
                    Right.KEEP_DORMITORY,
                ),
                (
                    self.tr("Rooms and repairs"),
                    _ROOM_CARE,
                    Right.KEEP_DORMITORY,
                ),
                (
                    self.tr("TV room"),
                    _TV,
                    Right.KEEP_DORMITORY,
                ),
                (
                    self.tr("Caretaker roster"),
                    _CARETAKER_ROSTER,
                    Right.KEEP_DORMITORY,
                ),
                (
                    self.tr("Rooms and beds"),
                    _ROOMS,
                    Right.MANAGE_ROOMS,
                ),
            ),
        )
        yield from self._panels(
            place,
            "night",
            self.tr("Tonight"),
            (
                (self.tr("Duty log"), _LOG, Right.READ_LOG),
                (
                    self.tr("Bed check"),
                    _BED_CHECK,
                    Right.CHECK_BEDS,
                ),
                (
                    self.tr("Needs and belongings"),
                    _CARE,
                    Right.RECORD_CARE,
                ),
            ),
        )
        yield from self._panels(
            place,
            "book",
            self.tr("Books"),
            (
                (
                    self.tr("Arrival book"),
                    _BOOK,
                    Right.READ_BOOK,
                ),
                (self.tr("Duty roster"), _ROSTER, Right.READ_ROSTER),
                (
                    self.tr("Was she here before?"),
                    _RETURNS,
                    Right.SETTLE_RETURN,
                ),
                (
                    self.tr("Ages that are not certain"),
                    _AGES,
                    Right.SETTLE_AGE,
                ),
                (
                    self.tr("Past nights"),
                    _HISTORY,
                    Right.READ_STAYS,
                ),
                (
                    self.tr("Departures"),
                    _DEPARTURES,
                    Right.VACATE_BED,
                ),
            ),
        )
        yield from self._panels(
            place,
            "admin",
            self.tr("Admin"),
            (
                (self.tr("Accounts"), _ACCOUNTS, Right.CHANGE_OWN_PASSWORD),
                (self.tr("Shelter"), _SHELTER, Right.MANAGE_SHELTER),
                (self.tr("Partners"), _PARTNERS, Right.MANAGE_PARTNERS),
                (self.tr("Rules"), _RULES, Right.SET_RULES),
                (self.tr("Backup"), _SAFEKEEPING, Right.MAKE_BACKUP),
            ),
        )
        if place.may(Right.PRINT_HANDOVER):
            sheet = partial(_HANDOVER, place)
            yield Page("handover", sheet, self.tr("Handover"), Icon.HANDOVER, "F9")

    def _panels(
        self,
        place: Workplace,
        key: str,
        title: str,
        wanted: tuple[tuple[str, Later, Right], ...],
    ) -> Iterator[Page]:
        tabs = [(name, panel) for name, panel, right in wanted if place.may(right)]
        icon, keys = _KEYS[key]
        if tabs:
            yield Page(key, partial(TabbedPage, place, tabs), title, icon, keys)
