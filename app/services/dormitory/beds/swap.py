# SPDX-License-Identifier: Apache-2.0
"""Two people change beds in one act: both leave their beds before either lies down again."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.stays import Stay, StayEnd
from app.policies.access import Right
from app.policies.dormitory.beds.facts import Occupant, Room
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.beds.secrecy import signable
from app.policies.dormitory.night.cures import without
from app.policies.reasons import Decision, Reason, Verdict
from app.services.acts import Context, Inverse, act
from app.services.dormitory.beds.place import (
    PLACING_TOPICS,
    Placed,
    TakeBack,
    end_stay,
    lie_down,
    present,
    stay_now,
)
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known
from app.services.dormitory.night.alarms import settle_alarms


@dataclass(frozen=True, slots=True)
class Swap:
    """Two people who change beds; ``why`` is the typed reason of whoever signs."""

    one_id: UUID
    other_id: UUID
    why: str = ""


@dataclass(frozen=True, slots=True)
class Swapped:
    """Where the two sleep now."""

    one: Placed
    other: Placed


@dataclass(frozen=True, slots=True)
class SwapBack:
    """The two stays as the swap left them."""

    one: TakeBack
    other: TakeBack


def _swap_back(done: Swapped) -> Inverse:
    one, other = (TakeBack(each.stay_id, each.version) for each in (done.one, done.other))
    return Inverse(swap_back, SwapBack(one, other))


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, undo=_swap_back)
def swap_clients(session: Session, context: Context, command: Swap) -> Swapped:
    """Let two people change beds.

    Raises:
        Refused: one of them has no bed, or with every reason against either of them; both
            stay where they are.
    """
    context.record(command.one_id, other=command.other_id.hex)
    for person_id in (command.one_id, command.other_id):
        present(session, person_id)
    one, other = (stay_now(session, each) for each in (command.one_id, command.other_id))
    if one is None or other is None or one is other:
        raise Refused(Reason.NOBODY_TO_SWAP)
    return _exchange(session, context, one, other, command.why)


@act(Right.PLACE_CLIENT, *PLACING_TOPICS)
def swap_back(session: Session, context: Context, command: SwapBack) -> UUID:
    """Undo a swap, audited as an act of its own.

    Raises:
        Refused: one of the two was moved since, or the beds they had are no longer legal.
    """
    one, other = (session.get_one(Stay, each.stay_id) for each in (command.one, command.other))
    context.record(one.person_id, other=other.person_id.hex)
    for stay, seen in ((one, command.one), (other, command.other)):
        if stay.version != seen.version or stay.ends_at is not None:
            raise Refused(Reason.MOVED_ON)
    _exchange(session, context, one, other, undoing=True)
    return one.person_id


def _exchange(
    session: Session,
    context: Context,
    one: Stay,
    other: Stay,
    why: str = "",
    *,
    undoing: bool = False,
) -> Swapped:
    """Change the beds of two stays; ``undoing`` needs no signature."""
    context.record(
        one.person_id,
        beds=f"{one.person_id.hex}:{other.bed_id.hex} {other.person_id.hex}:{one.bed_id.hex}",
    )
    meets, decision = _judged(session, context, one, other)
    if decision.verdict is Verdict.FORBIDDEN or (decision.reasons and not (why or undoing)):
        offered = not why and signable(context.actor.role, decision.reasons)
        raise Refused(*decision.reasons, signable=offered)
    ended = StayEnd.UNDONE if undoing else StayEnd.MOVED
    for stay in (one, other):
        end_stay(session, stay, context, ended)
    session.flush()
    lain = [
        lie_down(
            session,
            context,
            left.person_id,
            taken.bed_id,
            left.bed_id,
            why,
            undoing=undoing,
            beside=beside,
        )
        for left, taken, beside in ((one, other, meets), (other, one, None))
    ]
    settle_alarms(session, context)
    return Swapped(*lain)


def _judged(
    session: Session, context: Context, one: Stay, other: Stay
) -> tuple[Occupant | None, Decision]:
    """Return what speaks against either of two in the other's bed, once both lie there.

    With it comes the other as an occupant of her new bed, if both sleep in one room.
    """
    about = known(session)
    kin = read.kin(session, context.now)
    beds = {one.person_id: other.bed_id, other.person_id: one.bed_id}
    house = _after(read.rooms(session, context.today, context.now, about), beds)
    meets: Occupant | None = None
    found: list[Reason] = []
    for person_id, bed_id in beds.items():
        guest = read.here(session, person_id, context.today, about)
        if guest is None:
            raise Refused(Reason.PERSON_LEFT)
        room = next(room for room in house if any(b.bed_id == bed_id for b in room.beds))
        bed = next(bed for bed in room.beds if bed.bed_id == bed_id)
        guest = replace(guest, has_bed=False)
        found += why_not(guest, bed, without(room, person_id), context.today, kin).reasons
        if person_id == one.person_id:
            meets = next((o for o in room.occupants if o.person_id == other.person_id), None)
    return meets, Decision(tuple(dict.fromkeys(found)))


def _after(house: tuple[Room, ...], beds: dict[UUID, UUID]) -> list[Room]:
    """Return the rooms as they are when people have gone to other beds."""
    moved = [
        replace(occupant, bed_id=beds[occupant.person_id])
        for room in house
        for occupant in room.occupants
        if occupant.person_id in beds
    ]
    return [
        replace(
            room,
            occupants=(
                *(o for o in room.occupants if o.person_id not in beds),
                *(o for o in moved if any(bed.bed_id == o.bed_id for bed in room.beds)),
            ),
        )
        for room in house
    ]
