# SPDX-License-Identifier: Apache-2.0
"""Where one page leads to another: a line that is looked at, a cure that lies elsewhere."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.policies.dormitory.replan.goals import GoalKind
from app.ui.arrivals.desk.view import DeskView
from app.ui.later import lead
from app.ui.shell.pages import Views
from app.ui.widgets.tabs import TabbedPage


class Ways(QObject):
    """Goes there; a page that this post does not have is no way.

    Args:
        go: shows a page.
        views: the pages of this post.
    """

    def __init__(self, go: Callable[[str], None], views: Views, parent: QObject) -> None:
        super().__init__(parent)
        self._go, self._views = go, views

    def connect_panel(self, panel: QWidget) -> None:
        """Let a panel lead to others."""
        ways = {
            "arrival_chosen": self.open_arrival,
            "bed_wanted": self.find_bed,
            "caretakers_wanted": self.plan_caretakers,
            "replan_wanted": self.plan_anew,
            "proposal_wanted": self.beds_for_all,
            "nights_wanted": self.show_nights,
        }
        lead(panel, ways)

    @property
    def has_desk(self) -> bool:
        """Say whether this post has the duty desk."""
        return "desk" in self._views

    def show_rooms(self) -> None:
        """Open the board."""
        self._go("dormitory")

    def open_arrival(self, arrival_id: UUID) -> None:
        """Open an arrival at the duty desk."""
        if (desk := self._desk()) is not None:
            desk.complete(arrival_id)

    def new_arrival(self) -> None:
        """Open an empty registration."""
        if (desk := self._desk()) is not None:
            desk.new_arrival()

    def new_group(self) -> None:
        """Open the grid of a group arrival."""
        if (desk := self._desk()) is not None:
            desk.new_group()

    def beds_for_all(self) -> None:
        """Propose beds for everybody who waits."""
        if (desk := self._desk()) is not None:
            desk.propose()

    def families(self) -> None:
        """Open the families."""
        if (desk := self._desk()) is not None:
            desk.show_families()

    @property
    def made_desk(self) -> DeskView | None:
        """Return the duty desk if it was looked at already."""
        desk = self._views.built.get("desk")
        return desk if isinstance(desk, DeskView) else None

    @property
    def start(self) -> Callable[[], None] | None:
        """Return what starts the shift, where this may be done now."""
        desk = self.made_desk
        return desk.tonight.start if desk is not None and desk.tonight.may_start else None

    def save(self) -> None:
        """Save the form of the desk, where it is on screen."""
        if (desk := self.made_desk) is not None and desk.isVisible():
            desk.save()

    def leave(self) -> None:
        """Put the form of the desk away, where it is on screen."""
        if (desk := self.made_desk) is not None and desk.isVisible():
            desk.leave()

    def find_bed(self, person_id: UUID) -> None:
        """Select somebody on the board."""
        page = self._page("dormitory")
        if page is not None:
            page.show_panel("DormitoryView").select_soon(person_id)

    def look_in(self) -> None:
        """Go to the watch rounds: at the desk, or where the wings are looked after."""
        if (desk := self._desk()) is not None:
            desk.tonight.rounds.start_looking()
        elif (page := self._page("caretaking")) is not None:
            page.show_panel("MustKnowPanel").rounds.start_looking()

    def show_nights(self, person_id: UUID, name: str, number: str) -> None:
        """Show every night somebody slept here."""
        page = self._page("book")
        if page is not None:
            page.show_panel("HistoryPanel").show_person(person_id, name, number)

    def plan_anew(self) -> None:
        """Look for the fewest moves that make tonight legal."""
        page = self._page("dormitory")
        if page is not None:
            page.show_panel("ReplanPanel").look_for(GoalKind.LEGAL)

    def plan_caretakers(self) -> None:
        """Open the roster of caretakers."""
        page = self._page("caretaking")
        if page is not None:
            page.show_panel("CaretakerRosterPanel")

    def _page(self, key: str) -> TabbedPage | None:
        page = self._views.get(key)
        self._go(key)
        return page if isinstance(page, TabbedPage) else None

    def _desk(self) -> DeskView | None:
        desk = self._views.get("desk")
        if isinstance(desk, DeskView):
            self._go("desk")
            return desk
        return None
