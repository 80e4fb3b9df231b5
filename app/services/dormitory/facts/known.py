# SPDX-License-Identifier: Apache-2.0
"""Rows to facts: the rules in force, people's needs, beds that are kept or blocked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from app.db.rows import run
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.holds import Block, Hold
from app.models.dormitory.needs import KeepApart, PlacementNeed
from app.models.dormitory.plans import RulesVersion
from app.models.people.births import Birth
from app.models.people.person import Person
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.rules.needs import House, Needs
from app.policies.dormitory.rules.settings import PROPOSED, RoomingRules, under
from app.services.people.alike import Alike, alike, watched_elsewhere


class Noted(Protocol):
    """A row that knows what was noted of one person; ``house`` is None when nothing was."""

    id: UUID
    sex: Sex | None
    house: House | None
    exploited: bool | None
    own_room: bool | None
    step_free: bool | None
    lower_bunk: bool | None
    watch: int | None
    pregnant: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the house knows besides who sleeps where, read once for one question."""

    rules: RoomingRules
    apart: dict[UUID, frozenset[UUID]]
    watch: dict[UUID, int]
    nursing: frozenset[UUID]

    def needs(self, row: Noted, years: int | None) -> Needs:
        """Return a person's needs as the rules in force see them; ``years`` is her age.

        Of whom nothing was noted, she is a client of this house. What was noted of somebody
        who may be the same person holds for her too. With a newborn in her bed she shares a
        room with her family only.
        """
        noted = Needs(
            house=row.house or House.RPSW,
            exploited=row.exploited,
            own_room=bool(row.own_room) or row.id in self.nursing,
            step_free=bool(row.step_free),
            lower_bunk=bool(row.lower_bunk or row.pregnant),
            apart_from=self.apart.get(row.id, frozenset()),
        )
        watch = max(row.watch or 0, self.watch.get(row.id, 0))
        return under(self.rules, noted, watch, years if row.sex is Sex.MALE else None)


NEEDS = (
    PlacementNeed.house,
    PlacementNeed.exploited,
    PlacementNeed.own_room,
    PlacementNeed.step_free,
    PlacementNeed.lower_bunk,
    PlacementNeed.watch,
)
"""Columns of ``Noted``, for a statement that joins ``PlacementNeed`` from outside."""
PREGNANT = exists(
    select(Arrival.id)
    .where(Arrival.person_id == Person.id, PRESENT, Arrival.pregnant.is_(True))
    .correlate(Person)
).label("pregnant")
_RULES = (
    select(*(getattr(RulesVersion, name) for name in RoomingRules.__slots__))
    .where(RulesVersion.approved_at.is_not(None))
    .order_by(RulesVersion.seq.desc())
    .limit(1)
)
_NURSING = select(Birth.mother_id).where(Birth.ended_at.is_(None)).distinct()
_APART = select(KeepApart.one_id, KeepApart.other_id).where(KeepApart.ended_at.is_(None))
_BLOCKS = select(Block.bed_id, Block.room_id).where(
    Block.lifted_at.is_(None), Block.until_day >= bindparam("today")
)
_HOLDS = select(Hold.bed_id, Hold.id, Hold.label, Hold.person_id, Hold.expires_at).where(
    Hold.ended_at.is_(None), Hold.expires_at > bindparam("now")
)


def rules_now(session: Session) -> RoomingRules:
    """Return the rooming rules in force: the newest approved version, or the proposed SOP."""
    row = run(session, _RULES).one_or_none()
    return PROPOSED if row is None else RoomingRules(*row)


def rules_of(row: RulesVersion) -> RoomingRules:
    """Return the rules that one version states."""
    return RoomingRules(*(getattr(row, name) for name in RoomingRules.__slots__))


def known(session: Session, rules: RoomingRules | None = None) -> Known:
    """Read what the house knows now.

    Args:
        session: any session.
        rules: settings to look through instead of those in force, for a preview.
    """
    apart: dict[UUID, set[UUID]] = defaultdict(set)
    for pair in run(session, _APART):
        apart[pair.one_id].add(pair.other_id)
        apart[pair.other_id].add(pair.one_id)
    others = alike(session)
    return Known(
        rules or rules_now(session),
        {person: frozenset(kept) for person, kept in _for_both(apart, others).items()},
        watched_elsewhere(session, others),
        frozenset(row.mother_id for row in run(session, _NURSING)),
    )


def _for_both(apart: dict[UUID, set[UUID]], others: Alike) -> dict[UUID, set[UUID]]:
    """Return who is kept apart from whom when everybody may also be somebody else."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for person, kept in apart.items():
        ways = {key for each in kept for key in (each, *others.get(each, ()))}
        for same in (person, *others.get(person, ())):
            found[same] |= ways - {same}
    return found


@dataclass(frozen=True, slots=True)
class Kept:
    """Beds and rooms that are blocked today, and the beds that are reserved."""

    beds: frozenset[UUID]
    rooms: frozenset[UUID]
    reserved: dict[UUID, Reserved]


def kept(session: Session, today: date, now: datetime) -> Kept:
    """Return what is blocked on a day and reserved at an instant; what has run out is free."""
    blocks = run(session, _BLOCKS, today=today)
    return Kept(
        frozenset(block.bed_id for block in blocks if block.bed_id is not None),
        frozenset(block.room_id for block in blocks if block.room_id is not None),
        {
            hold.bed_id: Reserved(hold.id, hold.label, hold.person_id, hold.expires_at)
            for hold in run(session, _HOLDS, now=now)
        },
    )
