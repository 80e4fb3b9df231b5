# SPDX-License-Identifier: Apache-2.0
"""Beds that are kept for somebody, and beds and rooms that are blocked."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from app.policies.access import Right
from app.services.dormitory.beds.block import BlockLine, LiftBlock, blocks, lift_block
from app.services.dormitory.beds.reservations import ReservationLine, reservations
from app.services.dormitory.beds.reserve import ReleaseBeds, release_beds
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class KeptPanel(Acting):
    """Two short lists, each with the one act that ends a line of it.

    Signals:
        said(text): something worth a toast.
        proposal_wanted: a group has come; its beds are open to the proposal for everybody.
    """

    proposal_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._reserved: tuple[ReservationLine, ...] = ()
        self._blocked: tuple[BlockLine, ...] = ()
        looks, may = workplace.looks, workplace.may
        self.release_button = button(looks, self.tr("Release"), self.release, icon=Icon.ALLOWED)
        self.come_button = button(
            looks, self.tr("They have come"), self.open_beds, role="primary", icon=Icon.PEOPLE
        )
        self.lift_button = button(looks, self.tr("Lift the block"), self.lift, icon=Icon.ALLOWED)
        self.release_button.setHidden(not may(Right.RESERVE_BED))
        self.lift_button.setHidden(not may(Right.BLOCK_BED))
        self._reservations = Listing(
            self.tr("Reserved beds"),
            self.tr("No bed is reserved."),
            None,
            self.release_button,
            self.come_button,
            titled=True,
        )
        self._blocks = Listing(
            self.tr("Blocked beds and rooms"),
            self.tr("Nothing is blocked."),
            None,
            self.lift_button,
            titled=True,
        )
        self.reserved, self.blocked = self._reservations.list, self._blocks.list
        layout = column(self.banner, self._reservations, self._blocks, margin=12)
        for listing in (self._reservations, self._blocks):
            layout.setStretchFactor(listing, 9)
        self.setLayout(layout)
        self.reserved.currentItemChanged.connect(lambda _now, _before: self._fit())
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.HOLDS, Topic.BEDS, Topic.PEOPLE})

    def reload(self) -> None:
        """Ask again what is kept and what is blocked."""
        self._workplace.ask(self, reservations, None, self._show_reserved)
        self._workplace.ask(self, blocks, None, self._show_blocked)

    def release(self) -> None:
        """Give the beds of the chosen reservation free."""
        self._release(self.tr("Released."), lambda: None)

    def open_beds(self) -> None:
        """Open the beds of the chosen group, which has come, to the proposal for everybody."""
        if self._for_a_group:
            opened = self.tr("Their beds are open to everybody who waits.")
            self._release(opened, self.proposal_wanted.emit)

    def _release(self, said: str, then: Callable[[], None]) -> None:
        line: ReservationLine | None = self.reserved.chosen
        if line is None:
            return

        def freed(_beds: object) -> None:
            self._done(said)
            then()

        command = ReleaseBeds(line.hold_ids)
        label = self.tr("Releasing {0}").format(", ".join(line.places))
        self.perform(release_beds, lambda: command, freed, label)

    def lift(self) -> None:
        """Open the chosen bed or room again."""
        line: BlockLine | None = self.blocked.chosen
        if line is None:
            return
        command = LiftBlock(line.block_id, line.version)
        said = self.tr("{0} can be used again.").format(line.place)
        label = self.tr("Lifting the block of {0}").format(line.place)
        self.perform(lift_block, lambda: command, lambda _lifted: self._done(said), label)

    def repaint_names(self) -> None:
        """Show the same lines with names masked or not."""
        self.reserved.fill(
            ((self._told(line), line) for line in self._reserved),
            lambda one, other: one.hold_ids == other.hold_ids,
        )
        self.blocked.fill(
            ((self._block(line), line) for line in self._blocked),
            lambda one, other: one.block_id == other.block_id,
        )
        self._fit()

    @property
    def _for_a_group(self) -> bool:
        line: ReservationLine | None = self.reserved.chosen
        return line is not None and line.person_id is None

    def _fit(self) -> None:
        """Offer "They have come" for a group, to whoever then proposes beds at the desk."""
        rights = (Right.RESERVE_BED, Right.PLACE_CLIENT, Right.READ_ARRIVALS)
        may = all(self._workplace.may(right) for right in rights)
        self.come_button.setHidden(not may or not self._for_a_group)

    def _show_reserved(self, lines: tuple[ReservationLine, ...]) -> None:
        self._reserved = lines
        self.repaint_names()

    def _show_blocked(self, lines: tuple[BlockLine, ...]) -> None:
        self._blocked = lines
        self.repaint_names()

    def _told(self, line: ReservationLine) -> str:
        """Return a reservation; a label that may hold her name is hidden with the names."""
        masking = self._workplace.masking
        until = shown.day_and_time(line.expires_at, self._workplace.zone)
        for_her = line.person_id is not None
        return joined(
            "" if for_her and masking else line.label,
            shown.person(line.name, line.number, hide=masking) if for_her else "",
            ", ".join(line.places),
            self.tr("until {0}, {1} left").format(until, shown.waited(line.minutes_left)),
            line.held_by,
        )

    def _block(self, line: BlockLine) -> str:
        until = self.tr("up to {0}").format(shown.short_day(line.until_day))
        return joined(line.place, words(line.kind), line.why, until, line.blocked_by)

    def _done(self, text: str) -> None:
        self.reload()
        self.said.emit(text)
