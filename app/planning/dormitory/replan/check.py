# SPDX-License-Identifier: Apache-2.0
"""The last word on a plan with moves: the policies, person by person and room by room.

Whoever edits a plan, the same check decides whether it may be applied.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.planning.dormitory.beds.lying import lie_down
from app.planning.dormitory.beds.sequence import in_sequence
from app.policies.dormitory.beds.facts import Guest, Occupant, Room
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.night.cures import as_guest
from app.policies.dormitory.night.night_list import as_if_last
from app.policies.reasons import Reason

Signed = Mapping[tuple[UUID, UUID], frozenset[Reason]]
"""What live signatures set aside, by person and bed: they end once she leaves that bed."""
NOTHING_SIGNED: Signed = {}


@dataclass(frozen=True, slots=True)
class Checked:
    """An order in which all can lie down and the house after it, or what is against it."""

    order: tuple[UUID, ...]
    rooms: tuple[Room, ...]
    reasons: tuple[Reason, ...] = ()


def all_up(rooms: Sequence[Room], people: Collection[UUID]) -> tuple[Room, ...]:
    """Return the rooms when some people have got up."""
    return tuple(
        replace(room, occupants=tuple(o for o in room.occupants if o.person_id not in people))
        for room in rooms
    )


def against(
    rooms: Sequence[Room],
    today: date,
    kin: Kin,
    waived: Collection[Reason] = (),
    signed: Signed = NOTHING_SIGNED,
) -> dict[UUID, tuple[Reason, ...]]:
    """Return the people whose beds are against a rule, with the rules that are not waived.

    What was signed for a bed is no reason to move its owner, nor those beside her, who would
    have nothing against their beds without her.
    """
    return {
        each.person_id: left
        for room in rooms
        for each, reasons in as_if_last(room, today, kin)
        if (
            left := tuple(
                reason
                for reason in reasons
                if reason not in waived and not _signed_for(reason, each, room, today, kin, signed)
            )
        )
    }


def checked(
    wanted: Mapping[Guest, UUID],
    rooms: Sequence[Room],
    today: date,
    kin: Kin,
    waived: Collection[Reason] = (),
    signed: Signed = NOTHING_SIGNED,
) -> Checked:
    """Go through a plan: all who move get up, then lie down one by one, each legally.

    Nobody who stays may get a reason against her bed that she did not have before, for
    instance because her company or her mother has left.

    Args:
        wanted: the new bed of each who moves or comes.
        rooms: the house as it is now.
        today: the shelter's calendar day.
        kin: the licences in force.
        waived: reasons that somebody is ready to sign.
        signed: what was signed for the beds of those who have one now.
    """
    up = all_up(rooms, {guest.person_id for guest in wanted})
    sequenced = in_sequence(wanted, up, today, kin, waived)
    if sequenced.reasons:
        return Checked((), up, sequenced.reasons)
    guests = {guest.person_id: guest for guest in wanted}
    at = {bed.bed_id: rank for rank, room in enumerate(rooms) for bed in room.beds}
    after = list(up)
    for person_id in sequenced.order:
        guest = guests[person_id]
        after[at[wanted[guest]]] = lie_down(after[at[wanted[guest]]], guest, wanted[guest])
    before = against(rooms, today, kin, waived, signed)
    new = [
        reason
        for person_id, reasons in against(after, today, kin, waived, signed).items()
        for reason in reasons
        if reason not in before.get(person_id, ())
    ]
    return Checked(sequenced.order, tuple(after), tuple(dict.fromkeys(new)))


def _signed_for(
    reason: Reason, whose: Occupant, room: Room, today: date, kin: Kin, signed: Signed
) -> bool:
    """Say whether a reason against a bed was signed for, hers or one beside it."""
    signers = {
        o.person_id
        for o in room.occupants
        if reason in signed.get((o.person_id, o.bed_id), frozenset())
    }
    if not signers or whose.person_id in signers:
        return bool(signers)
    others = all_up([room], {*signers, whose.person_id})[0]
    bed = next(bed for bed in room.beds if bed.bed_id == whose.bed_id)
    return reason not in why_not(as_guest(whose), bed, others, today, kin).reasons
