# SPDX-License-Identifier: Apache-2.0
"""Rows to facts: the rules in force, people's needs, beds that are kept or blocked."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.holds import Block, Hold
from app.models.dormitory.needs import KeepApart, PlacementNeed
from app.models.dormitory.plans import RulesVersion
from app.models.people.person import Person
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.holds import Reserved
from app.policies.dormitory.needs import NO_NEEDS, House, Needs
from app.policies.dormitory.rules import PROPOSED, RoomingRules, under


@dataclass(frozen=True, slots=True)
class Known:
    """What the house knows besides who sleeps where, read once for one question."""

    rules: RoomingRules
    noted: dict[UUID, tuple[Needs, int]]
    apart: dict[UUID, frozenset[UUID]]
    pregnant: frozenset[UUID]

    def needs(self, person: Person, years: int | None) -> Needs:
        """Return a person's needs as the rules in force see them; ``years`` is her age."""
        noted, watch = self.noted.get(person.id, (_USUAL, 0))
        needs = replace(
            noted,
            lower_bunk=noted.lower_bunk or person.id in self.pregnant,
            apart_from=self.apart.get(person.id, frozenset()),
        )
        return under(self.rules, needs, watch, years if person.sex is Sex.MALE else None)


_USUAL = replace(NO_NEEDS, house=House.RPSW)
"""Nothing was noted: a client of this house."""


def rules_now(session: Session) -> RoomingRules:
    """Return the rooming rules in force: the newest approved version, or the proposed SOP."""
    row = session.execute(
        select(RulesVersion)
        .where(RulesVersion.approved_at.is_not(None))
        .order_by(RulesVersion.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
    return PROPOSED if row is None else rules_of(row)


def rules_of(row: RulesVersion) -> RoomingRules:
    """Return the rules that one version states."""
    return RoomingRules(*(getattr(row, name) for name in RoomingRules.__slots__))


def known(session: Session, rules: RoomingRules | None = None) -> Known:
    """Read what the house knows now.

    Args:
        session: any session.
        rules: settings to look through instead of those in force, for a preview.
    """
    noted = {
        row.person_id: (
            Needs(
                house=row.house,
                exploited=row.exploited,
                own_room=row.own_room,
                step_free=row.step_free,
                lower_bunk=row.lower_bunk,
            ),
            row.watch,
        )
        for row in session.execute(select(PlacementNeed)).scalars()
    }
    apart: dict[UUID, set[UUID]] = defaultdict(set)
    for one, other in session.execute(
        select(KeepApart.one_id, KeepApart.other_id).where(KeepApart.ended_at.is_(None))
    ):
        apart[one].add(other)
        apart[other].add(one)
    pregnant = session.execute(
        select(Arrival.person_id).where(PRESENT, Arrival.pregnant.is_(True))
    ).scalars()
    return Known(
        rules or rules_now(session),
        noted,
        {person: frozenset(others) for person, others in apart.items()},
        frozenset(pregnant),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """Beds and rooms that are blocked today, and the beds that are reserved."""

    beds: frozenset[UUID]
    rooms: frozenset[UUID]
    reserved: dict[UUID, Reserved]


def kept(session: Session, today: date, now: datetime) -> Kept:
    """Return what is blocked on a day and reserved at an instant; what has run out is free."""
    blocks = session.execute(
        select(Block.bed_id, Block.room_id).where(
            Block.lifted_at.is_(None), Block.until_day >= today
        )
    ).all()
    holds = session.execute(
        select(Hold).where(Hold.ended_at.is_(None), Hold.expires_at > now)
    ).scalars()
    return Kept(
        frozenset(bed_id for bed_id, _ in blocks if bed_id is not None),
        frozenset(room_id for _, room_id in blocks if room_id is not None),
        {
            hold.bed_id: Reserved(hold.id, hold.label, hold.person_id, hold.expires_at)
            for hold in holds
        },
    )
