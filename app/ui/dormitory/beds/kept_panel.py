# SPDX-License-Identifier: Apache-2.0
"""Beds that are kept for somebody, and beds and rooms that are blocked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.policies.access import Right
from app.services.dormitory.beds.block import BlockLine, LiftBlock, blocks, lift_block
from app.services.dormitory.beds.reserve import (
    ReleaseBeds,
    ReservationLine,
    release_beds,
    reservations,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1


class KeptPanel(QWidget):
    """Two short lists, each with the one act that ends a line of it.

    Signals:
        said(text): something worth a toast.
        proposal_wanted: a group has come; its beds are open to the proposal for everybody.
    """

    said = Signal(str)
    proposal_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._reserved: tuple[ReservationLine, ...] = ()
        self._blocked: tuple[BlockLine, ...] = ()
        self._busy = False
        looks = workplace.looks
        self.banner = Banner(looks)
        self.reserved = self._list(self.tr("Reserved beds"))
        self.blocked = self._list(self.tr("Blocked beds and rooms"))
        self._none_reserved = sentence(self.tr("No bed is reserved."), "muted")
        self._none_blocked = sentence(self.tr("Nothing is blocked."), "muted")
        self.release_button = button(looks, self.tr("Release"), self.release, icon=Icon.ALLOWED)
        self.come_button = button(
            looks, self.tr("They have come"), self.open_beds, role="primary", icon=Icon.PEOPLE
        )
        self.lift_button = button(looks, self.tr("Lift the block"), self.lift, icon=Icon.ALLOWED)
        layout = column(
            self.banner,
            heading(self.tr("Reserved beds")),
            self._none_reserved,
            self.reserved,
            row(None, self.release_button, self.come_button),
            heading(self.tr("Blocked beds and rooms")),
            self._none_blocked,
            self.blocked,
            row(None, self.lift_button),
            None,
            margin=12,
        )
        for listed in (self.reserved, self.blocked):
            layout.setStretchFactor(listed, 9)
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
        line: ReservationLine | None = _chosen(self.reserved)
        if line is None or self._busy:
            return

        def freed(_beds: object) -> None:
            self._done(said)
            then()

        self._begin()
        self._workplace.act(
            self,
            release_beds,
            ReleaseBeds(line.hold_ids),
            freed,
            self._failed,
            label=self.tr("Releasing {0}").format(", ".join(line.places)),
        )

    def lift(self) -> None:
        """Open the chosen bed or room again."""
        line: BlockLine | None = _chosen(self.blocked)
        if line is None or self._busy:
            return
        self._begin()
        self._workplace.act(
            self,
            lift_block,
            LiftBlock(line.block_id, line.version),
            lambda _lifted: self._done(self.tr("{0} can be used again.").format(line.place)),
            self._failed,
            label=self.tr("Lifting the block of {0}").format(line.place),
        )

    def repaint_names(self) -> None:
        """Show the same lines with names masked or not."""
        _fill(self.reserved, [(self._told(line), line) for line in self._reserved])
        _fill(self.blocked, [(self._block(line), line) for line in self._blocked])
        may = self._workplace.may
        for some, empty, listed, made, right in (
            (
                self._reserved,
                self._none_reserved,
                self.reserved,
                self.release_button,
                Right.RESERVE_BED,
            ),
            (self._blocked, self._none_blocked, self.blocked, self.lift_button, Right.BLOCK_BED),
        ):
            empty.setHidden(bool(some))
            listed.setHidden(not some)
            made.setHidden(not some or not may(right))
        self._fit()

    @property
    def _for_a_group(self) -> bool:
        line: ReservationLine | None = _chosen(self.reserved)
        return line is not None and line.person_id is None

    def _fit(self) -> None:
        """Offer "They have come" for a group, to whoever then proposes beds at the desk."""
        rights = (Right.RESERVE_BED, Right.PLACE_CLIENT, Right.READ_ARRIVALS)
        may = all(self._workplace.may(right) for right in rights)
        self.come_button.setHidden(not may or not self._for_a_group)

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(name)
        return made

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
        parts = [
            "" if for_her and masking else line.label,
            shown.person(line.name, line.number, hide=masking) if for_her else "",
            ", ".join(line.places),
            self.tr("until {0}, {1} left").format(until, shown.waited(line.minutes_left)),
            line.held_by,
        ]
        return " · ".join(part for part in parts if part)

    def _block(self, line: BlockLine) -> str:
        until = self.tr("up to {0}").format(shown.short_day(line.until_day))
        return " · ".join((line.place, words(line.kind), line.why, until, line.blocked_by))

    def _begin(self) -> None:
        self._busy = True
        self.banner.clear()

    def _done(self, text: str) -> None:
        self._busy = False
        self.reload()
        self.said.emit(text)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, {}, self.reload)


def _chosen(of: QListWidget) -> Any:
    item = of.currentItem()
    return item.data(_LINE) if item is not None else None


def _fill(of: QListWidget, lines: list[tuple[str, Any]]) -> None:
    at = of.currentRow()
    of.clear()
    for text, line in lines:
        item = QListWidgetItem(" ".join(text.split()))
        item.setData(_LINE, line)
        of.addItem(item)
    if lines:
        of.setCurrentRow(min(max(at, 0), len(lines) - 1))
