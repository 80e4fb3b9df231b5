# SPDX-License-Identifier: Apache-2.0
"""What stands on the handover sheet, as the log and the house are now (ux §5.4)."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Zone
from app.db.audit import Head, head
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.arrivals.shift import Shift
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Actor
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.people.age import TreatedAs
from app.policies.people.kinship import KinKind, KinStanding, lasts_until
from app.reports.arrivals.content import ArrivalRow, HandoverSheet, Signature, TaskRow, WingCount
from app.reports.sheet import Sheet
from app.reports.words import CAME_BY, CENSUS, ROLES, SHIFTS, TASKS, treatment
from app.services.acts import Context
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.shift.handover_log import code, logged, messages
from app.services.arrivals.shift.handover_rounds import rounds_of
from app.services.dormitory.away.whereabouts import CensusLine, census_lines, present
from app.services.dormitory.facts.room_list import is_presumed, room_list
from app.services.dormitory.facts.waiting import open_alarms, unplaced
from app.services.staff.setup import shelter_facts

UNPLACED = "belum"
People = dict[UUID, tuple[Person, Arrival]]
"""People by id, each with her newest arrival."""


@dataclass(frozen=True, slots=True)
class SheetWish:
    """How the sheet should be made: codes or names, with which note, in which mode."""

    names: bool
    note: str
    training: bool
    incoming: Actor | None = None


def head_text(of: Head) -> str:
    """Return an audit head as papers print it."""
    return f"jejak {of.seq} · {of.entry_hash[:16]}"


def sheet_of(session: Session, context: Context, shift: Shift, wish: SheetWish) -> HandoverSheet:
    """Return the sheet of a watch inside the running act or question."""
    facts = shelter_facts(session)
    zone = facts.zone
    outgoing = session.get_one(Account, shift.officer_id)
    house = census_lines(session, context)
    people = present(session)
    children = _children(session, people, wish)
    return HandoverSheet(
        sheet=Sheet(
            letterhead=facts.letterhead,
            code=f"PIKET-{zone.local(shift.started_at):%y%m%d}-{shift.seq}",
            training=wish.training,
            head=head_text(head(session, context.origin_id)),
        ),
        shift=SHIFTS[shift.kind],
        started=zone.local(shift.started_at),
        printed=zone.local(context.now),
        zone=zone.name,
        city=facts.city,
        wings=tuple(
            WingCount(wing.name, wing.beds, wing.occupied)
            for wing in room_list.answer(session, context, None)
            if wing.bedrooms
        ),
        arrivals=_arrivals(session, context, shift, wish, zone),
        unplaced=tuple(_who(person, arrival, wish) for person, arrival in unplaced(session)),
        attention=_attention(session, wish),
        alarms=tuple(
            f"kamar {alarm.room_name}: "
            + (f"pindahkan ke {alarm.cure_place}" if alarm.cure_place else "hubungi Ketua")
            for alarm in open_alarms.answer(session, context, None)
        ),
        tasks=_tasks(session, context, wish, zone),
        note=wish.note,
        outgoing=Signature(
            outgoing.name,
            ROLES[outgoing.role],
            _signed(context, zone) if wish.incoming else "",
        ),
        incoming=Signature(wish.incoming.name, ROLES[wish.incoming.role], _signed(context, zone))
        if wish.incoming
        else None,
        census=_census(house),
        departures=_departures(session, shift, wish, zone),
        logged=logged(session, shift),
        absent=_absent(house, wish, zone),
        unguarded=children[0],
        unproven=children[1],
        expiring=_expiring(session, context, people, wish),
        messages=messages(session, shift, zone, names=wish.names),
        rounds=rounds_of(session, context, shift, names=wish.names),
    )


def _signed(context: Context, zone: Zone) -> str:
    return f"dikonfirmasi di aplikasi {zone.local(context.now):%d-%m-%Y %H.%M} {zone.name}"


def _who(person: Person, arrival: Arrival, wish: SheetWish) -> str:
    return _code(arrival.number, person.called_name or "", wish)


def _code(number: str, name: str, wish: SheetWish) -> str:
    return code(number, name, names=wish.names)


def _present(session: Session) -> list[tuple[Person, Arrival]]:
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT)
        .order_by(Arrival.seq)
    )
    return [(person, arrival) for person, arrival in rows]


def _arrivals(
    session: Session, context: Context, shift: Shift, wish: SheetWish, zone: Zone
) -> tuple[ArrivalRow, ...]:
    places = {
        bed.sleeper.person_id: f"{room.name}-{bed.label}"
        for wing in room_list.answer(session, context, None)
        for room in wing.rooms
        for bed in room.beds
        if bed.sleeper
    }
    return tuple(
        ArrivalRow(
            _who(person, arrival, wish),
            f"{zone.local(arrival.arrived_at):%H.%M}",
            treatment(person.treated_as, presumed=is_presumed(person)),
            CAME_BY[arrival.came_by] if arrival.came_by else "belum dicatat",
            places.get(person.id, UNPLACED),
        )
        for person, arrival in _present(session)
        if arrival.seq > shift.seq
    )


def _attention(session: Session, wish: SheetWish) -> tuple[str, ...]:
    """Return one line for each reason to look after somebody; health without its name."""
    lines = []
    for person, arrival in _present(session):
        who = _who(person, arrival, wish)
        if arrival.injured or arrival.pregnant or arrival.ill:
            lines.append(f"{who} perlu perhatian kesehatan")
        if arrival.threatened:
            lines.append(f"{who} keamanan: jangan pastikan keberadaannya kepada siapa pun")
    return tuple(lines)


def _tasks(session: Session, context: Context, wish: SheetWish, zone: Zone) -> tuple[TaskRow, ...]:
    return tuple(
        TaskRow(
            f"{task.number} {task.name}" if wish.names and task.name else task.number,
            TASKS[task.kind],
            ROLES[task.owner],
            f"{zone.local(task.due_at):%d-%m %H.%M}",
        )
        for task in tasks_open.answer(session, context, None)
    )


def _census(house: tuple[CensusLine, ...]) -> str:
    found = Counter(line.where for line in house)
    places = ", ".join(f"{CENSUS[where]} {found[where]}" for where in Whereabouts if found[where])
    return f"Penghuni {len(house)} orang{f': {places}' if places else ''}"


def _absent(house: tuple[CensusLine, ...], wish: SheetWish, zone: Zone) -> tuple[str, ...]:
    away = {Whereabouts(kind.value) for kind in AbsenceKind}
    return tuple(
        f"{_code(line.number, line.name, wish)} {CENSUS[line.where]}"
        + (f" sejak {zone.local(line.since):%d-%m %H.%M}" if line.since else "")
        for line in house
        if line.where in away
    )


def _departures(session: Session, shift: Shift, wish: SheetWish, zone: Zone) -> tuple[str, ...]:
    """Return who left on this watch; never where to (I7)."""
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(Arrival.withdrawn_at >= shift.started_at)
        .order_by(Arrival.seq)
    )
    withdrawn = [f"{_who(person, arrival, wish)} registrasi ditarik" for person, arrival in rows]
    left = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(Arrival.departed_at >= shift.started_at)
        .order_by(Arrival.departed_at, Arrival.seq)
    )
    gone = [
        f"{_who(person, arrival, wish)} keluar {zone.local(arrival.departed_at):%H.%M}"
        for person, arrival in left
        if arrival.departed_at is not None
    ]
    return (*withdrawn, *gone)


def _children(
    session: Session, people: People, wish: SheetWish
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return children without a known mother or guardian, and those with a mere claim.

    Who only says that she is the guardian may be anybody (domain §7.8).
    """
    ties: dict[UUID, set[tuple[KinKind, KinStanding]]] = {}
    for child_id, kind, standing in session.execute(
        select(Kinship.younger_id, Kinship.kind, Kinship.standing).where(
            Kinship.ended_at.is_(None), Kinship.kind.in_((KinKind.MOTHER, KinKind.GUARDIAN))
        )
    ):
        ties.setdefault(child_id, set()).add((kind, standing))
    claim = {(KinKind.GUARDIAN, KinStanding.DECLARED)}
    children = [
        (_who(person, arrival, wish), ties.get(person.id))
        for person, arrival in people.values()
        if person.treated_as is TreatedAs.CHILD
    ]
    return (
        tuple(who for who, known in children if known is None),
        tuple(who for who, known in children if known == claim),
    )


def _expiring(
    session: Session, context: Context, people: People, wish: SheetWish
) -> tuple[str, ...]:
    """Return the pairs who may share a room until the next 08.00 at the latest."""
    rows = session.execute(
        select(RoomingException)
        .where(
            RoomingException.ended_at.is_(None),
            RoomingException.expires_at
            <= lasts_until(context.now, context.zone.local(context.now)),
        )
        .order_by(RoomingException.expires_at, RoomingException.signed_at)
    ).scalars()
    return tuple(
        f"{_who(*people[row.elder_id], wish)} dengan {_who(*people[row.younger_id], wish)}"
        for row in rows
        if row.elder_id in people and row.younger_id in people
    )
