# SPDX-License-Identifier: Apache-2.0
"""From which day a room serves another purpose, and where everybody in it goes then."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.errors import Refused
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason, Verdict
from app.services.dormitory.rooms.ahead import BedAhead
from app.services.dormitory.rooms.building import Lodger, RoomFacts
from app.services.dormitory.rooms.move_list import BedsOn, beds_on
from app.services.dormitory.rooms.purposes import ChangedPurpose, ChangePurpose, change_purpose
from app.ui import format as shown
from app.ui.dormitory.small_form import SmallForm
from app.ui.texts import words
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import emptied
from app.ui.workplace import Workplace


class PurposeForm(SmallForm):
    """Use, first day, reason; for a room people sleep in also a bed for each of them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._room: RoomFacts | None = None
        self._offered: tuple[object, ...] = ()
        self.choices: dict[UUID, QComboBox] = {}
        self.purpose = narrow(QComboBox())
        for purpose in RoomPurpose:
            self.purpose.addItem(words(purpose), purpose)
        self.from_day, self.why = line(longest=40), line(longest=LONGEST_NOTE)
        self._moves = QWidget()
        self._list = QVBoxLayout(self._moves)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.lay_out(
            self.tr("Use of a room"),
            {
                "purpose": Field(self.tr("New use"), self.purpose),
                "from_day": Field(
                    self.tr("From"), self.from_day, self.tr("Such as 30/11; empty means today")
                ),
                "why": Field(self.tr("Why (at least 10 letters)"), self.why),
                "moves": Field(self.tr("Where they go"), self._moves),
            },
            (self.tr("Change the use"), self._save),
            sentence(
                self.tr("The day alone moves nobody: the room changes once it is empty."), "muted"
            ),
        )
        self.from_day.editingFinished.connect(self._offer)
        self.purpose.activated.connect(lambda _at: self._offer())
        workplace.masking_changed.connect(self._offer)

    def open_for(self, room: RoomFacts) -> None:
        """Begin with a room."""
        self._room, self._offered = room, ()
        self.start(self.tr("{0} · now: {1}").format(room.name, words(room.purpose)))
        other = room.purpose is RoomPurpose.BEDROOM
        wanted = RoomPurpose.COUNSELLING if other else RoomPurpose.BEDROOM
        self.purpose.setCurrentIndex(self.purpose.findData(wanted))
        self._offer()

    def _wanted_day(self) -> date | None:
        """Return the day that is typed, today for none, None for what cannot be read."""
        try:
            typed = self.day(self.from_day, "from_day")
        except Refused:
            return None
        return typed or self._workplace.zone.today(self._workplace.now())

    def _offer(self) -> None:
        """Ask which beds everybody in the room could have on the day, once for each day."""
        room, day = self._room, self._wanted_day()
        staying = RoomPurpose(self.purpose.currentData()) is RoomPurpose.BEDROOM
        wanted = (room, day, staying, self._workplace.masking)
        if wanted == self._offered:
            return
        self._offered = wanted
        emptied(self._list)
        self.choices = {}
        today = self._workplace.zone.today(self._workplace.now())
        lodgers = () if room is None or staying else room.lodgers
        some = bool(lodgers) and day is not None and day > today
        self.fields["moves"].setHidden(not some)
        if room is None or day is None or not some:
            return
        for lodger, bed in lodgers:
            choice = narrow(QComboBox())
            self.choices[lodger.person_id] = choice
            self._list.addWidget(Field(self._who(lodger, bed), choice))
            self._workplace.ask(
                self,
                beds_on,
                BedsOn(lodger.person_id, day, room.room_id),
                partial(self._fill, lodger.person_id, choice),
            )

    def _who(self, lodger: Lodger, bed: str) -> str:
        name = shown.person(lodger.name, lodger.number, hide=self._workplace.masking)
        return self.tr("{0}, bed {1}").format(name, bed)

    def _fill(self, person_id: UUID, choice: QComboBox, beds: tuple[BedAhead, ...]) -> None:
        """Offer beds; the first that nobody else was given is chosen."""
        if self.choices.get(person_id) is not choice:
            return
        given = {other.currentData() for other in self.choices.values()}
        choice.clear()
        for bed in beds:
            place = bed.place
            if bed.verdict is Verdict.PERMIT:
                place = self.tr("{0} (needs permission)").format(place)
            choice.addItem(place, bed.bed_id.hex)
        free = next((at for at, bed in enumerate(beds) if bed.bed_id.hex not in given), 0)
        choice.setCurrentIndex(free if beds else -1)
        if not beds:
            choice.setPlaceholderText(self.tr("no bed on that day"))

    def _save(self) -> None:
        room = self._room
        if room is not None:
            label = self.tr("Changing the use of {0}").format(room.name)
            self.finish(change_purpose, lambda: self._command(room), self._done, label)

    def _command(self, room: RoomFacts) -> ChangePurpose:
        today = self._workplace.zone.today(self._workplace.now())
        day = self.day(self.from_day, "from_day") or today
        moves = []
        for person_id, choice in self.choices.items():
            if choice.currentData() is None:
                raise Refused(Reason.CHOOSE_BED, field="moves")
            moves.append((person_id, UUID(hex=choice.currentData())))
        purpose = RoomPurpose(self.purpose.currentData())
        return ChangePurpose(room.room_id, purpose, day, self.why.text(), tuple(moves))

    def _done(self, done: ChangedPurpose) -> str:
        if done.before is not None:
            return self.tr("The use of the room is changed.")
        return self.tr("The change is planned. Planned moves: {0}.").format(len(done.moves))
