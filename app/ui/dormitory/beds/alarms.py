# SPDX-License-Identifier: Apache-2.0
"""Alarms above the board: who shares a room against a hard rule, and the move that ends it."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.policies.access import Right
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.beds.together import MoveTogether, move_together
from app.services.dormitory.facts.waiting import AlarmLine, open_alarms
from app.services.dormitory.replan.apply import Beds
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import emptied, panel, row, wide
from app.ui.widgets.short_list import joined
from app.ui.widgets.together import with_family
from app.ui.workplace import Workplace


class Alarms(QWidget):
    """Every open alarm with its cure."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._alarms: tuple[AlarmLine, ...] = ()
        self.cures: list[QPushButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def reload(self) -> None:
        """Ask for the alarms, if this post may cure them."""
        if self._workplace.may(Right.CURE_ALARM):
            self._workplace.ask(self, open_alarms, None, self._show)

    def repaint_names(self) -> None:
        """Show the same alarms with names masked or not."""
        self._show(self._alarms)

    def _show(self, alarms: tuple[AlarmLine, ...]) -> None:
        self._alarms = alarms
        self.cures = []
        emptied(self._box)
        for alarm in alarms:
            self._box.addWidget(self._alarm(alarm))

    def _alarm(self, alarm: AlarmLine) -> QWidget:
        hide = self._workplace.masking
        child = shown.person(alarm.child.name, alarm.child.number, hide=hide)
        adult = shown.person(alarm.adult.name, alarm.adult.number, hide=hide)
        told = sentence(self._what_is_wrong(alarm).format(alarm.room_name, child, adult), "stop")
        if alarm.cure.person_id is None or alarm.cure.bed_id is None:
            advice: QWidget = sentence(self.tr("No legal bed is free. Call the head."), "stop")
        else:
            who = child if alarm.cure.person_id == alarm.child.person_id else adult
            cure = button(
                self._workplace.looks,
                self.tr("Move {0} to {1}").format(who, alarm.cure_place),
                partial(self._cure, alarm, who),
                role="primary",
                icon=Icon.DORMITORY,
            )
            self.cures.append(cure)
            advice = cure
        return panel(row(wide(told), advice, margin=10), banner="stop")

    def _what_is_wrong(self, alarm: AlarmLine) -> str:
        if alarm.rule is None:
            return self.tr("Room {0}: {1} and {2} may not share it. Move one of them.")
        if alarm.rule == "kept_apart":
            return self.tr("Room {0}: {1} and {2} are kept apart. Move one of them.")
        if alarm.cause == "expired":
            return self.tr(
                "Room {0}: {1} and {2} shared it by a signature that has expired. "
                "Verify the family, or move one of them."
            )
        if alarm.rule == "maybe_adult_with_young":
            return self.tr(
                "Room {0}: {1} may be under 13 and {2} may be grown up. "
                "Nobody placed them so; a fact or a birthday changed."
            )
        if alarm.rule == "sex_unknown":
            return self.tr(
                "Room {0}: {1} shares it with {2}, and whether she is a woman is not written down."
            )
        return self.tr(
            "Room {0}: {1} is a child and {2} an adult. Nobody placed them so; "
            "a fact or a birthday changed."
        )

    def _cure(self, alarm: AlarmLine, who: str) -> None:
        if alarm.cure.person_id is None or alarm.cure.bed_id is None:
            return
        alone = PlaceClient(alarm.cure.person_id, alarm.cure.bed_id)
        label = self.tr("Moving {0} to {1}").format(who, alarm.cure_place)

        def go(beds: Beds) -> None:
            if len(beds) > 1:
                self._workplace.act(self, move_together, MoveTogether(beds), label=label)
            else:
                self._workplace.act(self, move_client, alone, label=label)

        title = joined(who, alarm.cure_place)
        beds = ((alone.person_id, alone.bed_id),)
        with_family(self, self._workplace, title, beds, go, lambda: None)
