# SPDX-License-Identifier: Apache-2.0
"""Who must not share a room and which beds are closed, told without the rules' own code."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Zone
from app.models.dormitory.holds import Block, Hold
from app.models.dormitory.needs import KeepApart
from app.models.dormitory.rooms import Bed
from app.models.dormitory.stays import Stay
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.models.people.returning import PossibleReturn, ReturnVerdict
from app.policies.arrivals.registration import Sex
from app.policies.people.born import is_adult
from app.policies.people.kinship import ExceptionKind, KinKind, KinStanding

Pair = frozenset[UUID]


def forbidden_pairs(session: Session, now: datetime, zone: Zone) -> set[Pair]:
    """Return who shares a room now and must not."""
    today = zone.today(now)
    room = {bed.id: bed.room_id for bed in session.execute(select(Bed)).scalars()}
    people = {row.id: row for row in session.execute(select(Person)).scalars()}
    kin = list(session.execute(select(Kinship)).scalars())
    signed = list(session.execute(select(RoomingException)).scalars())
    stays = list(session.execute(select(Stay).where(Stay.ends_at.is_(None))).scalars())
    alike = {
        frozenset({pair.person_id, pair.earlier_id})
        for pair in session.execute(select(PossibleReturn)).scalars()
        if pair.verdict is ReturnVerdict.SAME
        or (pair.verdict is ReturnVerdict.OPEN and not pair.both_here)
    }
    may_be = {who: {who, *(key for both in alike if who in both for key in both)} for who in people}
    apart = {
        frozenset({one, other})
        for pair in session.execute(select(KeepApart)).scalars()
        if pair.ended_at is None
        for one in may_be[pair.one_id]
        for other in may_be[pair.other_id]
        if one != other
    }

    def joined(elder: UUID, younger: UUID, *, as_mother: bool = False) -> bool:
        return any(
            (k.elder_id, k.younger_id) == (elder, younger)
            and k.ended_at is None
            and k.standing is KinStanding.VERIFIED
            and (k.kind is KinKind.MOTHER or (k.kind is KinKind.GUARDIAN and not as_mother))
            for k in kin
        ) or any(
            (x.elder_id, x.younger_id) == (elder, younger)
            and x.ended_at is None
            and x.signed_at <= now < x.expires_at
            and (x.kind is ExceptionKind.DECLARED_MOTHER or not as_mother)
            for x in signed
        )

    def wrong(one: Person, other: Person) -> bool:
        if frozenset({one.id, other.id}) in apart:
            return True
        adult, other_adult = (is_adult(p.adult_from, today) for p in (one, other))
        if adult and not other_adult:
            return not joined(one.id, other.id)
        one_mother = any(
            joined(who, one.id, as_mother=True) and joined(who, other.id, as_mother=True)
            for who in people
        )
        own = joined(one.id, other.id) or one_mother
        small = not adult and not other_adult and _youngest(other, today) < 13
        if small and _oldest(one, today + timedelta(days=1)) >= 18 and not own:
            return True
        return one.sex is None and not own and not joined(other.id, one.id)

    return {
        frozenset({one.person_id, other.person_id})
        for one in stays
        for other in stays
        if one is not other
        and room[one.bed_id] == room[other.bed_id]
        and wrong(people[one.person_id], people[other.person_id])
    }


def men(session: Session, now: datetime, zone: Zone) -> set[Pair]:
    """Return each man, or who may be one tomorrow, with a bed, as a set of himself."""
    today = zone.today(now)
    asleep = select(Person).join(Stay, Stay.person_id == Person.id).where(Stay.ends_at.is_(None))
    return {
        frozenset({who.id})
        for who in session.execute(asleep).scalars()
        if who.sex is Sex.MALE
        and (is_adult(who.adult_from, today) or _oldest(who, today + timedelta(days=1)) >= 18)
    }


def _years(birth: date, today: date) -> int:
    later = (today.month, today.day) >= (birth.month, birth.day)
    return today.year - birth.year - (0 if later else 1)


def _oldest(person: Person, today: date) -> int:
    return 120 if person.born_earliest is None else _years(person.born_earliest, today)


def _youngest(person: Person, today: date) -> int:
    return 120 if person.born_latest is None else _years(person.born_latest, today)


def closed_beds(session: Session, now: datetime, zone: Zone) -> set[UUID]:
    """Return the beds that are blocked today, by themselves or with their room."""
    live = [
        block
        for block in session.execute(select(Block)).scalars()
        if block.lifted_at is None and block.until_day >= zone.today(now)
    ]
    places = {block.bed_id or block.room_id for block in live}
    return {
        bed.id
        for bed in session.execute(select(Bed)).scalars()
        if bed.id in places or bed.room_id in places
    }


def kept_for(session: Session, now: datetime) -> dict[UUID, UUID | None]:
    """Return the reserved beds and the person each is kept for, if for one."""
    return {
        hold.bed_id: hold.person_id
        for hold in session.execute(select(Hold)).scalars()
        if hold.ended_at is None and hold.expires_at > now
    }
