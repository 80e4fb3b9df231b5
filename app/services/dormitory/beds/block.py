# SPDX-License-Identifier: Apache-2.0
"""Beds and rooms that nobody may lie down in for a time; a block ends with its day."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.holds import Block, Hold
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.beds.holds import BlockKind, clean_why
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory.facts.read import ASLEEP
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Close one bed or one room (exactly one of the two) up to and including a day."""

    bed_id: UUID | None
    room_id: UUID | None
    kind: BlockKind
    why: str
    until_day: date


@dataclass(frozen=True, slots=True)
class Blocked:
    """A place that is closed now; ``reserved`` beds of it need another bed."""

    block_id: UUID
    version: int
    reserved: int


@dataclass(frozen=True, slots=True)
class LiftBlock:
    """Open a place again, as the list showed its block."""

    block_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class LiftedBlock:
    """A place that is open again, and what would close it once more."""

    block_id: UUID
    again: BlockPlace


@dataclass(frozen=True, slots=True)
class BlockLine:
    """One live block: where, why, until when, by whom."""

    block_id: UUID
    version: int
    bed_id: UUID | None
    room_id: UUID | None
    place: str
    kind: BlockKind
    why: str
    since: datetime
    until_day: date
    blocked_by: str


def _lift(done: Blocked) -> Inverse:
    return Inverse(lift_block, LiftBlock(done.block_id, done.version))


def _again(done: LiftedBlock) -> Inverse:
    return Inverse(block_place, done.again)


@act(Right.BLOCK_BED, Topic.HOLDS, Topic.BEDS, undo=_lift)
def block_place(session: Session, context: Context, command: BlockPlace) -> Blocked:
    """Close a bed or a room that nobody sleeps in; a closed room may hold a closed bed.

    Raises:
        Refused: somebody sleeps there, it is closed already, the day has passed
            (``until_day``), or the reason is too short (``why``).
    """
    place = command.bed_id or command.room_id
    context.record(place, kind=command.kind)
    try:
        why = clean_why(command.why)
    except TextProblem as problem:
        raise Refused(problem.reason, field="why") from problem
    if command.until_day < context.today:
        raise Refused(Reason.DAY_PAST, field="until_day")
    _refuse(session, context, command)
    block = Block(
        id=new_id(),
        origin_id=context.origin_id,
        bed_id=command.bed_id,
        room_id=command.room_id,
        kind=command.kind,
        why=why,
        starts_at=context.now,
        until_day=command.until_day,
        blocked_by=context.actor.account_id,
    )
    session.add(block)
    session.flush()
    reserved = session.execute(
        select(Hold.id)
        .join(Bed, Bed.id == Hold.bed_id)
        .where(Hold.ended_at.is_(None), Hold.expires_at > context.now, _there(command))
    ).all()
    return Blocked(block.id, block.version, len(reserved))


@act(Right.BLOCK_BED, Topic.HOLDS, Topic.BEDS, undo=_again)
def lift_block(session: Session, context: Context, command: LiftBlock) -> LiftedBlock:
    """Open a bed or a room again before its day.

    Raises:
        Refused: the block was lifted or changed meanwhile, or its day is over.
    """
    block = session.get(Block, command.block_id)
    context.record(command.block_id)
    if (
        block is None
        or block.version != command.version
        or block.lifted_at is not None
        or block.until_day < context.today
    ):
        raise Refused(Reason.STALE)
    context.record(block.bed_id or block.room_id, kind=block.kind)
    block.lifted_at = max(context.now, block.starts_at)
    block.lifted_by = context.actor.account_id
    return LiftedBlock(
        block.id,
        BlockPlace(block.bed_id, block.room_id, block.kind, block.why, block.until_day),
    )


@query(Right.READ_ROOMS)
def blocks(session: Session, context: Context, _question: None) -> tuple[BlockLine, ...]:
    """Return what is closed today, the first to end first."""
    rows = session.execute(
        select(Block, Room.name, Bed.label, Account.name)
        .outerjoin(Bed, Bed.id == Block.bed_id)
        .join(Room, or_(Room.id == Block.room_id, Room.id == Bed.room_id))
        .join(Account, Account.id == Block.blocked_by)
        .where(_live(context))
        .order_by(Block.until_day, Room.position, Room.name, Bed.label)
    )
    return tuple(
        BlockLine(
            block.id,
            block.version,
            block.bed_id,
            block.room_id,
            f"{room}-{label}" if label else room,
            block.kind,
            block.why,
            block.starts_at,
            block.until_day,
            by,
        )
        for block, room, label, by in rows
    )


def _live(context: Context) -> ColumnElement[bool]:
    return and_(Block.lifted_at.is_(None), Block.until_day >= context.today)


def _there(command: BlockPlace) -> ColumnElement[bool]:
    """Match the beds that a command closes."""
    return Bed.id == command.bed_id if command.bed_id else Bed.room_id == command.room_id


def _refuse(session: Session, context: Context, command: BlockPlace) -> None:
    """Refuse a place that is none, in which somebody sleeps, or that is closed already."""
    of_bed = command.bed_id is not None
    row = (
        session.get(Bed, command.bed_id)
        if command.bed_id is not None
        else session.get(Room, command.room_id)
        if command.room_id is not None
        else None
    )
    if row is None or (of_bed and command.room_id is not None):
        raise Refused(Reason.BED_UNKNOWN)
    asleep = session.execute(
        select(Stay.id).join(Bed, Bed.id == Stay.bed_id).where(ASLEEP, _there(command))
    ).first()
    if asleep is not None:
        raise Refused(Reason.BED_TAKEN if of_bed else Reason.ROOM_OCCUPIED)
    same = Block.bed_id == row.id if of_bed else Block.room_id == row.id
    if session.execute(select(Block.id).where(same, _live(context))).first() is not None:
        raise Refused(Reason.BED_BLOCKED if of_bed else Reason.ROOM_BLOCKED)
