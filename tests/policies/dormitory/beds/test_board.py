# SPDX-License-Identifier: Apache-2.0
"""The board's verdicts agree with the rules bed by bed; states of a bed; suggestions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.access import Role
from app.policies.dormitory.beds.board import BedState, RoomVerdict, bed_state, verdicts
from app.policies.dormitory.beds.facts import Bed, Guest, Room, RoomPurpose
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.beds.suggest import NoBedOption, options_when_full, refusals, suggest
from app.policies.reasons import Reason, Verdict
from tests.helpers.ages import TODAY
from tests.policies.dormitory.houses import guest, having, kept, kins, people, room, rooms, uid


def verdict(her: Guest, where: Room) -> RoomVerdict:
    (said,) = verdicts(Role.HEAD, her, [where], TODAY)
    return said


@given(people(1), rooms(), kins)
def test_a_room_says_what_its_beds_say(her: Guest, where: Room, kin: Kin) -> None:
    said = verdicts(Role.HEAD, her, [where], TODAY, kin)
    if where.purpose is not RoomPurpose.BEDROOM:
        assert said == ()
        return
    bedless = replace(her, has_bed=False)
    beds = {bed.bed_id: why_not(bedless, bed, where, TODAY, kin) for bed in where.beds}
    order = [Verdict.ALLOWED, Verdict.PERMIT, Verdict.FORBIDDEN]
    best = min((each.verdict for each in beds.values()), key=order.index, default=order[-1])
    (room_says,) = said
    assert room_says.verdict is best
    if best is Verdict.FORBIDDEN:
        assert room_says.beds == ()
        assert room_says.decision.reasons
    else:
        assert set(room_says.beds) == {bed for bed, each in beds.items() if each.verdict is best}
        told = [beds[bed] for bed in room_says.beds]
        assert room_says.decision in told
        assert len(room_says.decision.reasons) == min(len(each.reasons) for each in told)


def test_it_is_judged_as_if_she_had_no_bed() -> None:
    has_one = replace(guest(1), has_bed=True)
    assert verdict(has_one, room()).verdict is Verdict.ALLOWED


def test_the_room_asks_for_the_least_signature_that_does() -> None:
    where = having(having(room(most=0), "A", upper=True, reserved=kept()), "B", upper=True)
    said = verdict(guest(1, lower_bunk=True), where)
    assert said.decision.reasons == (Reason.ROOM_TOO_SMALL,)
    assert said.beds == tuple(bed.bed_id for bed in where.beds)


@pytest.mark.parametrize(
    ("where", "wanted", "reasons", "beds"),
    [
        (room(), Verdict.ALLOWED, (), "ABC"),
        (room(guest(8), guest(9)), Verdict.ALLOWED, (), "C"),
        (having(room(), "A", blocked=True), Verdict.ALLOWED, (), "BC"),
        (having(room(beds=1), "A", reserved=kept()), Verdict.PERMIT, (Reason.BED_RESERVED,), "A"),
        (having(room(beds=2), "A", reserved=kept()), Verdict.ALLOWED, (), "B"),
        (room(most=0), Verdict.PERMIT, (Reason.ROOM_TOO_SMALL,), "ABC"),
        (room(guest(9), beds=1), Verdict.FORBIDDEN, (Reason.BED_TAKEN,), ""),
        (
            room(guest(9), beds=1, most=1),
            Verdict.FORBIDDEN,
            (Reason.BED_TAKEN, Reason.ROOM_TOO_SMALL),
            "",
        ),
        (
            having(room(beds=1), "A", blocked=True),
            Verdict.FORBIDDEN,
            (Reason.BED_TAKEN,),
            "",
        ),
        (room(beds=0), Verdict.FORBIDDEN, (Reason.BED_TAKEN,), ""),
        (room(blocked=True), Verdict.FORBIDDEN, (Reason.ROOM_BLOCKED,), ""),
        (room(guest(9, 15)), Verdict.FORBIDDEN, (Reason.CHILD_WITH_ADULT,), ""),
    ],
)
def test_verdicts_of_one_room(
    where: Room, wanted: Verdict, reasons: tuple[Reason, ...], beds: str
) -> None:
    said = verdict(guest(1), where)
    labels = {bed.bed_id: bed.label for bed in where.beds}
    assert (said.verdict, said.decision.reasons) == (wanted, reasons)
    assert "".join(labels[bed] for bed in said.beds) == beds


FREE = Bed(uid(1), "A")


@pytest.mark.parametrize(
    ("bed", "told", "state"),
    [
        (FREE, {}, BedState.FREE),
        (FREE, {"closed": True}, BedState.BLOCKED),
        (replace(FREE, blocked=True), {}, BedState.BLOCKED),
        (replace(FREE, out_of_use=True, blocked=True), {}, BedState.OUT_OF_USE),
        (replace(FREE, reserved=kept()), {}, BedState.RESERVED),
        (replace(FREE, reserved=kept()), {"closed": True}, BedState.BLOCKED),
        (FREE, {"taken": True}, BedState.TAKEN),
        (FREE, {"taken": True, "received": False}, BedState.ON_THE_WAY),
        (FREE, {"taken": True, "received": False, "away": True}, BedState.AWAY),
        (
            replace(FREE, reserved=kept(), blocked=True, out_of_use=True),
            {"taken": True, "closed": True},
            BedState.TAKEN,
        ),
    ],
)
def test_how_a_bed_stands(bed: Bed, told: dict, state: BedState) -> None:
    assert bed_state(bed, **{"taken": False, **told}) is state


@given(people(1), st.lists(rooms(), min_size=1, max_size=1), kins)
def test_what_is_suggested_needs_no_signature_and_nothing_legal_is_left_out(
    her: Guest, house: list[Room], kin: Kin
) -> None:
    (where,) = house
    chosen = suggest(her, house, TODAY, kin=kin)
    legal = {bed.bed_id for bed in where.beds if why_not(her, bed, where, TODAY, kin).allowed}
    assert {choice.bed_id for choice in chosen} <= legal
    assert bool(chosen) is bool(legal)
    if where.purpose is RoomPurpose.BEDROOM and not her.has_bed:
        assert bool(refusals(her, house, TODAY, kin)) is not bool(legal)


@pytest.mark.parametrize(
    "facts",
    [{"blocked": True}, {"out_of_use": True}, {"upper": True}],
)
def test_a_bed_kept_for_her_that_she_cannot_have_hides_no_other(facts: dict) -> None:
    her = guest(1, lower_bunk=True)
    where = having(room(), "B", reserved=kept(1))
    assert [each.bed_label for each in suggest(her, [where], TODAY)] == ["B"]
    where = having(where, "B", **facts)
    assert [each.bed_label for each in suggest(her, [where], TODAY)] == ["A"]
    slept_in = having(room(guest(9)), "A", reserved=kept(1))
    assert [each.bed_label for each in suggest(her, [slept_in], TODAY)] == ["B"]


def test_a_full_house_names_reserved_beds_only_where_somebody_could_lie() -> None:
    her = guest(1)
    held = having(room(beds=1), "A", reserved=kept())
    assert options_when_full(her, [held], TODAY)[0] is NoBedOption.RESERVED_BED
    for useless in (having(held, "A", blocked=True), having(room(guest(9)), "A", reserved=kept())):
        assert NoBedOption.RESERVED_BED not in options_when_full(her, [useless], TODAY)
