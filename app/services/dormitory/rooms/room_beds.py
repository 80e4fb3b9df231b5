# SPDX-License-Identifier: Apache-2.0
"""The beds of one room: more, fewer, which are upper bunks; who ever slept in one keeps it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import Base, Rooted, new_id
from app.models.dormitory.holds import Hold
from app.models.dormitory.rooms import Bed
from app.models.dormitory.stays import Stay
from app.policies.dormitory.rooms.building import next_letters
from app.policies.reasons import Reason
from app.services.acts import Context
from app.services.dormitory.facts.read import ASLEEP


def beds_of(session: Session, room_id: UUID) -> list[Bed]:
    """Return the beds of a room by letter, mattresses left out."""
    return list(
        session.execute(
            select(Bed).where(Bed.room_id == room_id, Bed.mattress.is_(False)).order_by(Bed.label)
        ).scalars()
    )


def slept_in(session: Session, room_id: UUID) -> frozenset[UUID]:
    """Return the beds and mattresses of a room that somebody sleeps in now."""
    rows = session.execute(
        select(Stay.bed_id).join(Bed, Bed.id == Stay.bed_id).where(Bed.room_id == room_id, ASLEEP)
    )
    return frozenset(rows.scalars())


def sleepers_in(session: Session, room_id: UUID) -> frozenset[UUID]:
    """Return who sleeps in a room now."""
    rows = session.execute(
        select(Stay.person_id)
        .join(Bed, Bed.id == Stay.bed_id)
        .where(Bed.room_id == room_id, ASLEEP)
    )
    return frozenset(rows.scalars())


def kept_beds(session: Session, context: Context, room_id: UUID) -> frozenset[UUID]:
    """Return the beds of a room that are reserved now."""
    rows = session.execute(
        select(Hold.bed_id)
        .join(Bed, Bed.id == Hold.bed_id)
        .where(Bed.room_id == room_id, Hold.ended_at.is_(None), Hold.expires_at > context.now)
    )
    return frozenset(rows.scalars())


def mentioned(session: Session, row: Rooted, *, but: frozenset[str] = frozenset()) -> bool:
    """Say whether any row of any table refers to this one.

    Args:
        session: the act's transaction.
        row: a wing, room or bed.
        but: names of tables that do not count.
    """
    own = row.__table__.name  # type: ignore[attr-defined]
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == own and table.name not in but:
                found = session.execute(select(table.c.id).where(key.parent == row.id).limit(1))
                if found.first() is not None:
                    return True
    return False


def fit(session: Session, context: Context, room_id: UUID, wanted: int) -> None:
    """Let a room have as many beds in use as wanted, inside the running act.

    More: what was taken out of use comes back first, then new letters. Fewer: the last
    letters that nobody sleeps in go; who sleeps here keeps her bed.

    Raises:
        Refused: more people sleep here than beds would be left (``beds``), or a bed that
            would go is reserved (``beds``).
    """
    beds = beds_of(session, room_id)
    used = [bed for bed in beds if not bed.out_of_use]
    if wanted < len(used):
        asleep = slept_in(session, room_id)
        free = [bed for bed in used if bed.id not in asleep]
        going = len(used) - wanted
        if going > len(free):
            raise Refused(Reason.ROOM_OCCUPIED, field="beds")
        drop(session, context, free[len(free) - going :])
        return
    for bed in [bed for bed in beds if bed.out_of_use][: wanted - len(used)]:
        bed.out_of_use = False
        used.append(bed)
    session.add_all(
        Bed(id=new_id(), origin_id=context.origin_id, room_id=room_id, label=label)
        for label in next_letters((bed.label for bed in beds), wanted - len(used))
    )
    session.flush()


def stand_again(
    session: Session, context: Context, room_id: UUID, label: str, *, upper: bool
) -> UUID:
    """Put the bed of a letter back into a room, the old one where it still exists."""
    bed = next((bed for bed in beds_of(session, room_id) if bed.label == label), None)
    if bed is None:
        bed = Bed(id=new_id(), origin_id=context.origin_id, room_id=room_id, label=label)
        session.add(bed)
    bed.out_of_use, bed.upper = False, upper
    session.flush()
    return bed.id


def drop(session: Session, context: Context, beds: list[Bed]) -> None:
    """Take beds that nobody sleeps in away; one that anything refers to stays, out of use.

    Raises:
        Refused: one of them is reserved (``beds``).
    """
    for bed in beds:
        if bed.id in kept_beds(session, context, bed.room_id):
            raise Refused(Reason.BED_RESERVED, field="beds")
        if mentioned(session, bed):
            bed.out_of_use = True
        else:
            session.delete(bed)
    session.flush()


def make_upper(session: Session, room_id: UUID, labels: Iterable[str]) -> None:
    """Say which beds of a room are upper bunks; all others are not.

    Raises:
        Refused: there is no such bed (``upper``).
    """
    wanted = set(labels)
    beds = beds_of(session, room_id)
    if wanted - {bed.label for bed in beds if not bed.out_of_use}:
        raise Refused(Reason.UPPER_UNKNOWN, field="upper")
    for bed in beds:
        bed.upper = bed.label in wanted
    session.flush()
