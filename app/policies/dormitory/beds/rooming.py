# SPDX-License-Identifier: Apache-2.0
"""Who may sleep where.

The hard rules stand again as triggers in ``app.db.invariants``: a child (or one treated as
a child) and an adult never share a room by anybody's act, except exactly as ``kin`` says;
whoever is treated as a child and may be a woman never sleeps with under-13s; no man has a
bed; of whom the sex is not known shares no room; one person has one bed. The paper found
children sleeping in rooms with adults.
"""

from collections.abc import Sequence
from datetime import date

from app.policies.dormitory.beds.facts import (
    GROUND,
    Bed,
    Guest,
    Occupant,
    Person,
    Room,
    RoomPurpose,
    Side,
)
from app.policies.dormitory.beds.kin import NO_KIN, Kin, crowded
from app.policies.dormitory.beds.pairs import differ, holding, maybe_adult, why_not_together
from app.policies.people.born import is_adult
from app.policies.reasons import Decision, Reason


def a_man(guest: Guest, today: date) -> bool:
    """Say whether somebody is male and grown up, or may be: for him there is no bed here."""
    return bool(guest.male) and (is_adult(guest.adult_from, today) or maybe_adult(guest, today))


def why_not_room(guest: Guest, room: Room, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return what stands between a person and a room, whichever bed it is.

    A child may follow her mother or guardian into a wing for adults, never the reverse:
    an adult on the children's floor would be near all of them.
    """
    others = [o for o in room.occupants if o.person_id != guest.person_id]
    adult = is_adult(guest.adult_from, today)
    alone_among_adults = (
        room.side is Side.ADULT
        and not adult
        and not any(kin.licensed(o.person_id, guest.person_id) for o in others)
    )
    found = holding(
        (Reason.ROOM_NOT_A_BEDROOM, room.purpose is not RoomPurpose.BEDROOM),
        (Reason.ROOM_BLOCKED, room.blocked),
        (Reason.WING_FOR_CHILDREN, room.side is Side.CHILD and adult),
        (Reason.WING_FOR_ADULTS, alone_among_adults),
        (Reason.NO_BED_FOR_MEN, a_man(guest, today)),
    )
    for occupant in others:
        found += why_not_together(guest, occupant, today, kin).reasons
    if Reason.CHILD_WITH_ADULT not in found and not_alone((*others, guest), today, kin):
        found.append(Reason.FAMILY_ALONE)
    found += _uneasy(guest, room, others, Side.ADULT if adult else Side.CHILD)
    return Decision(tuple(dict.fromkeys(found)))


def _uneasy(guest: Guest, room: Room, others: Sequence[Occupant], side: Side) -> list[Reason]:
    """Return what only a signature sets aside, about one person and a room.

    Who is watched sleeps near the caretaker, to be seen and heard, and on the ground floor,
    not to fall from a height: that only where her own side has such a bed (domain §7.13).
    """
    needs = guest.needs
    return holding(
        (Reason.WATCH_NEAR, needs.near and not room.near_caretaker),
        (Reason.WATCH_GROUND, needs.near and room.floor > GROUND and side in room.ground),
        (Reason.WATCH_ALONE, needs.company and not others),
        (Reason.HOUSES_APART, differ(needs.house, room.house)),
        (Reason.BOY_TOO_OLD, needs.grown_boy),
        (Reason.NOT_STEP_FREE, needs.step_free and not room.step_free),
        (Reason.ROOM_TOO_SMALL, room.most is not None and len(others) >= room.most),
    )


def not_alone(together: Sequence[Person], today: date, kin: Kin) -> bool:
    """Say whether a pair that may only sleep in a room without others has company."""
    if not kin.for_tonight:
        return False
    everybody = [person.person_id for person in together]
    return any(
        is_adult(elder.adult_from, today)
        and not is_adult(younger.adult_from, today)
        and kin.licensed(elder.person_id, younger.person_id)
        and crowded(elder.person_id, younger.person_id, everybody, kin)
        for elder in together
        for younger in together
    )


def why_not(guest: Guest, bed: Bed, room: Room, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return every reason against putting a person in a bed; none means it is allowed."""
    found: list[Reason] = []
    if guest.has_bed:
        found.append(Reason.PERSON_HAS_BED)
    if bed.bed_id in room.taken:
        found.append(Reason.BED_TAKEN)
    if bed.out_of_use:
        found.append(Reason.BED_OUT_OF_USE)
    if bed.blocked:
        found.append(Reason.BED_BLOCKED)
    if bed.kept_from(guest.person_id):
        found.append(Reason.BED_RESERVED)
    if bed.upper and guest.needs.lower_bunk:
        found.append(Reason.UPPER_BUNK)
    return Decision((*why_not_room(guest, room, today, kin).reasons, *found))
