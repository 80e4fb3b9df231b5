# SPDX-License-Identifier: Apache-2.0
"""What the papers of the desk say, as frozen data; who fills it in needs no paper."""

from dataclasses import dataclass
from datetime import date, datetime

from app.reports.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Card:
    """One card; ``room`` and ``bed`` are empty while she waits for a bed.

    ``allergy`` and ``diet`` are words for print: an answer, or why there is none.
    """

    name: str
    room: str
    bed: str
    came: date
    allergy: str
    diet: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards that are printed together; of ``sheet`` only code and training are used."""

    sheet: Sheet
    cards: tuple[Card, ...]

    @property
    def file_name(self) -> str:
        """Return a name for file and print job: code and date, never a person."""
        return self.sheet.code


@dataclass(frozen=True, slots=True)
class WingCount:
    """Beds of one wing."""

    name: str
    beds: int
    occupied: int


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """One arrival of the watch; ``who`` is a code, or a name if names were asked for."""

    who: str
    arrived: str
    treated: str
    came_by: str
    place: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """An open task: for whom, what, whose, until when."""

    who: str
    what: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Name and post of one side; ``when`` is empty until confirmed in the program."""

    name: str
    post: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """Everything that stands on the sheet; instants are local already.

    ``census`` says where everybody is, ``logged`` how often the log has which kind of
    entry, ``messages`` what it leaves for the next watch, ``rounds`` how who is watched was
    looked in on. Beds are not reserved yet, so the sheet does not speak of reserved beds
    rather than print a zero that nobody counted.
    """

    sheet: Sheet
    shift: str
    started: datetime
    printed: datetime
    zone: str
    city: str
    wings: tuple[WingCount, ...]
    arrivals: tuple[ArrivalRow, ...]
    unplaced: tuple[str, ...]
    attention: tuple[str, ...]
    alarms: tuple[str, ...]
    tasks: tuple[TaskRow, ...]
    note: str
    outgoing: Signature
    incoming: Signature | None
    census: str = ""
    departures: tuple[str, ...] = ()
    logged: str = ""
    absent: tuple[str, ...] = ()
    unguarded: tuple[str, ...] = ()
    unproven: tuple[str, ...] = ()
    expiring: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One side; what is not known is left as dots to be filled by hand."""

    name: str
    post: str
    agency: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One person: register number, called name or description, when she came."""

    number: str
    name: str
    arrived: str
    treated: str
    company: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept for one person."""

    number: str
    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything that stands on the receipt; instants are local already.

    ``version`` counts what was issued under this number with a different content.
    """

    sheet: Sheet
    number: str
    version: int
    shelter: str
    city: str
    zone: str
    handed_over: datetime
    doubtful: bool
    issued: date
    giving: Party
    taking: Party
    people: tuple[HandedOver, ...]
    kept: tuple[Kept, ...]

    @property
    def file_name(self) -> str:
        """Return a name for file and print job: code and date, never a person."""
        return self.sheet.code
