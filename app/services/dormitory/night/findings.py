# SPDX-License-Identifier: Apache-2.0
"""What the nightly check finds, with nothing masked; never leaves the services."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.absences import Absence
from app.models.dormitory.holds import PlacementPermit
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.roster.duty import Duty
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.holds import NOT_ACCEPTED_AFTER
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.night.alone import LeftAlone, cure_for
from app.policies.dormitory.night.cures import CureProposal
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.night.night_list import (
    Violation,
    Watched,
    WatchGap,
    violations,
    watch_gaps,
)
from app.policies.roster.duties import DutyKind
from app.services.acts import Context
from app.services.dormitory.away.send_out import kept_until
from app.services.dormitory.facts import read
from app.services.dormitory.facts.house import away_now
from app.services.dormitory.facts.known import Known, known
from app.services.dormitory.facts.waiting import unplaced
from app.services.dormitory.night.alone import children_alone, out_of_house
from app.services.roster.week import coming_now


@dataclass(frozen=True, slots=True)
class Finding:
    """One line before anybody reads it; ``wrong`` is what the rooming rules found.

    Attributes:
        wing_id: the wing of a caretaker finding.
        since: when what is found began, where that is known.
        signed: somebody set this rule aside for this stay by a signature.
        caretaker_id: the account that covers both sides.
        alone: a child who is left alone, and the ``move`` that ends it.
    """

    kind: FindingKind
    room_id: UUID | None = None
    wing_id: UUID | None = None
    person_id: UUID | None = None
    other_id: UUID | None = None
    since: datetime | None = None
    wrong: Violation | None = None
    signed: bool = False
    stay: Stay | None = None
    permit: PlacementPermit | None = None
    caretaker_id: UUID | None = None
    alone: LeftAlone | None = None
    move: CureProposal = CureProposal()  # noqa: RUF009


@dataclass(frozen=True, slots=True)
class Looked:
    """One look over the whole dormitory; ``rooms`` and ``kin`` are what it was judged by."""

    findings: tuple[Finding, ...]
    rooms: tuple[facts.Room, ...]
    kin: Kin
    out: frozenset[UUID] = frozenset()

    @property
    def people(self) -> int:
        """Return how many sleep in a bed."""
        return sum(len(room.occupants) for room in self.rooms)

    @property
    def bedrooms(self) -> int:
        """Return how many rooms people sleep in, or could."""
        return sum(
            room.purpose is RoomPurpose.BEDROOM or bool(room.occupants) for room in self.rooms
        )


def look(session: Session, context: Context) -> Looked:
    """Look over every room, bed, signature and caretaker now; the worst comes first."""
    about = known(session)
    house = read.rooms(session, context.today, context.now, about)
    kin = read.kin(session, context.now)
    stays = list(session.execute(select(Stay).where(read.ASLEEP)).scalars())
    away = away_now(session)
    rooms_of_beds = {bed.bed_id: room.room_id for room in house for bed in room.beds}
    found = [
        *_against_the_rules(session, context, house, kin, stays),
        *_permits_over(session, context, rooms_of_beds, stays),
        *_alone(session, context, about, house, away),
        *_without_bed(session),
        *_of_stays(context, rooms_of_beds, stays, away),
    ]
    if about.rules.caretaker_expected:
        found += [_gap(gap) for gap in _gaps(session, context, house)]
    order = {kind: place for place, kind in enumerate(FindingKind)}
    worst_first = tuple(sorted(found, key=lambda each: order[each.kind]))
    return Looked(worst_first, house, kin, out_of_house(away))


def _against_the_rules(
    session: Session,
    context: Context,
    house: tuple[facts.Room, ...],
    kin: Kin,
    stays: list[Stay],
) -> list[Finding]:
    signed: dict[UUID, set[str]] = defaultdict(set)
    here = {stay.id: stay.person_id for stay in stays}
    for stay_id, rules in session.execute(
        select(PlacementPermit.stay_id, PlacementPermit.rules).where(
            PlacementPermit.stay_id.in_(select(Stay.id).where(read.ASLEEP).scalar_subquery())
        )
    ):
        signed[here[stay_id]] |= set(rules.split())
    return [
        Finding(
            wrong.kind,
            wrong.room_id,
            person_id=wrong.person_id,
            other_id=wrong.other_id,
            wrong=wrong,
            signed=any(wrong.reason in signed.get(each, ()) for each in wrong.movers),
        )
        for wrong in violations(house, context.today, kin)
    ]


def _permits_over(
    session: Session, context: Context, rooms_of_beds: dict[UUID, UUID], stays: list[Stay]
) -> list[Finding]:
    beds = {stay.id: stay.bed_id for stay in stays}
    permits = session.execute(
        select(PlacementPermit)
        .where(PlacementPermit.ended_at.is_(None), PlacementPermit.expires_at <= context.now)
        .order_by(PlacementPermit.expires_at, PlacementPermit.id)
    ).scalars()
    return [
        Finding(
            FindingKind.PERMIT_OVER,
            rooms_of_beds[beds[permit.stay_id]],
            person_id=permit.person_id,
            since=permit.expires_at,
            permit=permit,
        )
        for permit in permits
        if permit.stay_id in beds
    ]


def _alone(
    session: Session,
    context: Context,
    about: Known,
    house: tuple[facts.Room, ...],
    away: dict[UUID, Absence],
) -> list[Finding]:
    out = out_of_house(away)
    lines = children_alone(session, context, about, house, away)
    kin = read.kin(session, context.now)
    return [
        Finding(
            line.kind,
            line.room_id,
            person_id=line.person_id,
            other_id=line.mother_id,
            alone=line,
            move=cure_for(line, house, out, context.today, about.rules, kin),
        )
        for line in lines
    ]


def _without_bed(session: Session) -> list[Finding]:
    latest = {person.id: arrival for person, arrival in unplaced(session)}
    return [
        Finding(FindingKind.WITHOUT_BED, person_id=person_id, since=arrival.arrived_at)
        for person_id, arrival in latest.items()
    ]


def _of_stays(
    context: Context,
    rooms_of_beds: dict[UUID, UUID],
    stays: list[Stay],
    away: dict[UUID, Absence],
) -> list[Finding]:
    found = []
    for stay in sorted(stays, key=lambda each: each.seq):
        absence = away.get(stay.person_id)
        until = kept_until(absence) if absence is not None else None
        late = context.now - stay.starts_at >= NOT_ACCEPTED_AFTER
        kind, since = None, stay.starts_at
        if until is not None and until <= context.now:
            kind, since = FindingKind.BED_OF_MISSING, until
        elif absence is None and stay.received_at is None and late:
            kind = FindingKind.NOT_RECEIVED
        if kind is not None:
            room_id = rooms_of_beds[stay.bed_id]
            found.append(Finding(kind, room_id, person_id=stay.person_id, since=since, stay=stay))
    return found


def _gaps(
    session: Session, context: Context, house: tuple[facts.Room, ...]
) -> tuple[WatchGap, ...]:
    on_duty: dict[UUID, list[UUID]] = defaultdict(list)
    for duty in coming_now(session, context):
        if duty.wing_id is not None:
            on_duty[duty.wing_id].append(duty.account_id)
    slept_in = {room.room_id for room in house if room.occupants}
    wings = session.execute(
        select(Wing)
        .where(Wing.id.in_(select(Room.wing_id).where(Room.id.in_(slept_in))))
        .order_by(Wing.position)
    ).scalars()
    planned = select(Duty.id).where(Duty.kind == DutyKind.WING).limit(1)
    ever = session.execute(planned).first() is not None
    watched = [Watched(wing.id, wing.side, tuple(on_duty[wing.id])) for wing in wings]
    return watch_gaps(watched, ever_planned=ever)


def _gap(gap: WatchGap) -> Finding:
    return Finding(gap.kind, wing_id=gap.wing_id, caretaker_id=gap.caretaker_id)


def places(session: Session) -> dict[UUID, str]:
    """Return how each bed is called: ``201-A``."""
    rows = session.execute(select(Bed.id, Room.name, Bed.label).join(Room, Room.id == Bed.room_id))
    return {bed_id: f"{room}-{label}" for bed_id, room, label in rows}
