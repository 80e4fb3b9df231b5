# SPDX-License-Identifier: Apache-2.0
"""A new plan is carried out as one act: everybody or nobody, signed, undone as one."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.db.integrity import examine
from app.errors import Denied
from app.models.audit import AuditEntry
from app.models.dormitory.holds import PlacementPermit
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.replan.apply import ApplyReplan, apply_replan
from app.services.dormitory.replan.propose import propose_replan
from app.services.topics import Topic
from tests.services.dormitory.replan.test_replan import ADULTS, birthday, of_rooms
from tests.services.dormitory.rows import keep_apart, note

WHY = "tidak ada ranjang lain malam ini"
LEGAL = Goal(GoalKind.LEGAL)


@pytest.fixture
def sleeping(shelter):
    def lie(place: str, name: str, age: str = "30", **form):
        arrived = shelter.arrive(name, age, **form)
        shelter.place(arrived.person_id, place, "rina")
        return arrived.person_id

    return lie


def beds(shelter) -> dict[str, str]:
    return {
        bed.sleeper.name: f"{room.name}-{bed.label}"
        for wing in shelter.ask(room_list, None, "hendra")
        for room in wing.bedrooms
        for bed in room.beds
        if bed.sleeper is not None
    }


def as_command(plan, why: str = "") -> ApplyReplan:
    return ApplyReplan(plan.moves, plan.placements, plan.revision, why)


def whole(shelter) -> bool:
    with shelter.house.database.reading() as session:
        return all(each.ok for each in examine(session, pages=False, moment=shelter.clock()))


def cycle_of(shelter, sleeping, *names: str) -> tuple:
    """Return the moves that let people change beds in a ring."""
    people = [sleeping(f"10{at}-A", name) for at, name in enumerate(names, 1)]
    places = [shelter.bed_id(f"10{at}-A") for at in range(1, len(names) + 1)]
    return tuple(zip(people, places[1:] + places[:1], strict=True))


def revision(shelter) -> str:
    return shelter.ask(propose_replan, LEGAL).revision


@pytest.mark.parametrize("login", ["rina", "dewi", "hendra"])
def test_a_plan_is_carried_out_and_taken_back(shelter, sleeping, login: str) -> None:
    birthday(shelter, sleeping)
    shelter.arrive("Sekar", "30")
    before = beds(shelter)
    plan = shelter.ask(propose_replan, LEGAL, login)
    done = shelter.act(apply_replan, as_command(plan), login)
    assert done.topics >= {Topic.BEDS, Topic.ALARMS}
    after = beds(shelter)
    assert after["Kenanga"] == "201-B"
    assert after["Melati"].startswith("10")
    assert after["Sekar"].startswith("10")
    assert shelter.ask(propose_replan, LEGAL).lines == ()
    assert whole(shelter)
    shelter.clock.move(minutes=1)
    assert shelter.refused(done.inverse.act, done.inverse.command, login).reasons == (
        Reason.WING_FOR_CHILDREN,
        Reason.CHILD_WITH_ADULT,
    )
    assert beds(shelter) == after
    assert before["Melati"] == "201-A"


def test_a_room_that_was_emptied_is_filled_again_by_undo(shelter, sleeping) -> None:
    for at, name in enumerate(("Melati", "Kenanga", "Sekar")):
        sleeping(f"101-{'ABC'[at]}", name)
    before = beds(shelter)
    plan = shelter.ask(propose_replan, of_rooms(shelter, GoalKind.EMPTY, "101"))
    done = shelter.act(apply_replan, as_command(plan), "hendra")
    assert set(beds(shelter).values()).isdisjoint(before.values())
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command, "hendra")
    assert beds(shelter) == before
    assert whole(shelter)


def test_nothing_is_undone_once_one_of_them_has_moved_on(shelter, sleeping) -> None:
    people = [sleeping(f"101-{label}", f"Melati {label}") for label in "AB"]
    plan = shelter.ask(propose_replan, of_rooms(shelter, GoalKind.EMPTY, "101"))
    done = shelter.act(apply_replan, as_command(plan))
    shelter.act(move_client, PlaceClient(people[0], shelter.bed_id("105-C")))
    after = beds(shelter)
    refused = shelter.refused(done.inverse.act, done.inverse.command)
    assert refused.reasons == (Reason.MOVED_ON,)
    assert beds(shelter) == after


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_ring_of_moves_is_checked_as_a_whole(shelter, sleeping, count: int) -> None:
    names = ("Melati", "Kenanga", "Sekar", "Seruni", "Ratmi")[:count]
    moves = cycle_of(shelter, sleeping, *names)
    shelter.act(apply_replan, ApplyReplan(moves, (), revision(shelter)))
    ring = [beds(shelter)[name] for name in names]
    assert ring == [f"10{at % count + 1}-A" for at in range(1, count + 1)]
    assert whole(shelter)


def test_one_illegal_move_moves_nobody(shelter, sleeping) -> None:
    moves = cycle_of(shelter, sleeping, "Melati", "Kenanga")
    girl = sleeping("201-A", "Kuncup", "12")
    wrong = (girl, shelter.bed_id("103-B"))
    before = beds(shelter)
    command = ApplyReplan((*moves, wrong), (), revision(shelter), WHY)
    refused = shelter.refused(apply_replan, command, "hendra")
    assert Reason.WING_FOR_ADULTS in refused.reasons
    assert not refused.signable
    assert beds(shelter) == before


def test_no_signature_sets_a_hard_rule_aside(shelter, sleeping) -> None:
    one, two = sleeping("101-A", "Melati"), sleeping("102-A", "Kenanga")
    keep_apart(shelter, one, two)
    before = beds(shelter)
    moves = ((two, shelter.bed_id("101-B")),)
    told = {}
    for login in ("rina", "hendra"):
        refused = shelter.refused(
            apply_replan, ApplyReplan(moves, (), revision(shelter), WHY), login
        )
        told[login] = (refused.reasons, refused.signable)
    assert told == {
        "rina": ((Reason.MASKED_RULE,), False),
        "hendra": ((Reason.KEPT_APART,), False),
    }
    assert beds(shelter) == before


def test_a_plan_from_before_a_change_is_refused(shelter, sleeping) -> None:
    birthday(shelter, sleeping)
    plan = shelter.ask(propose_replan, LEGAL)
    other = shelter.arrive("Sekar", "30").person_id
    assert shelter.refused(apply_replan, as_command(plan)).reasons == (Reason.STALE,)
    shelter.place(other, "101-A")
    assert Reason.BED_TAKEN in shelter.refused(apply_replan, as_command(plan)).reasons
    assert beds(shelter)["Melati"] == "201-A"


def test_strange_orders_are_refused_one_by_one(shelter, sleeping) -> None:
    person = sleeping("101-A", "Melati")
    waiting = shelter.arrive("Sekar", "30").person_id
    here, free = shelter.bed_id("101-A"), shelter.bed_id("102-A")
    now = revision(shelter)
    for command, reason in (
        (ApplyReplan((), (), now), Reason.NOTHING_CHANGED),
        (ApplyReplan(((person, here),), (), now), Reason.ALREADY_THERE),
        (ApplyReplan(((waiting, free),), (), now), Reason.STALE),
        (ApplyReplan((), ((person, free),), now), Reason.PERSON_HAS_BED),
        (ApplyReplan(((person, free), (person, here)), (), now), Reason.PERSON_HAS_BED),
        (ApplyReplan(((person, free),), ((waiting, free),), now), Reason.BED_TAKEN),
        (ApplyReplan(((person, person),), (), now), Reason.BED_UNKNOWN),
    ):
        assert shelter.refused(apply_replan, command).reasons == (reason,), command
    assert beds(shelter) == {"Melati": "101-A"}


@pytest.fixture
def full(shelter, sleeping):
    """Leave one bed in a house of RPSW, and somebody of PSKW who needs it."""
    for at, place in enumerate(ADULTS[:-1]):
        sleeping(place, f"Melati {at}")
    late = shelter.arrive("Kenanga", "30").person_id
    note(shelter, late, house=House.PSKW)
    plan = shelter.ask(propose_replan, Goal(GoalKind.PLACE), "hendra")
    return shelter.ask(propose_replan, plan.relaxed, "hendra")


@pytest.mark.parametrize(
    ("login", "lasts"), [("dewi", timedelta(hours=6, minutes=10)), ("hendra", timedelta(days=14))]
)
def test_a_signed_plan_keeps_who_signed_and_until_when(shelter, full, login, lasts) -> None:
    unsigned = shelter.refused(apply_replan, as_command(full), login)
    assert unsigned.signable
    short = shelter.refused(apply_replan, as_command(full, "penuh"), login)
    assert short.field == "why"
    shelter.act(apply_replan, as_command(full, WHY), login)
    with shelter.house.database.reading() as session:
        (permit,) = session.execute(select(PlacementPermit)).scalars()
        assert permit.rules.split() == [Reason.HOUSES_APART]
        assert permit.signed_by == shelter.actors[login].account_id
        assert permit.expires_at - permit.signed_at == lasts
    assert beds(shelter)["Kenanga"] == "105-C"


def test_a_caretaker_signs_nothing(shelter, full) -> None:
    refused = shelter.refused(apply_replan, as_command(full, WHY), "rina")
    assert refused.reasons == (Reason.NOT_YOURS_TO_SIGN,)
    assert "Kenanga" not in beds(shelter)


def test_by_day_the_desk_signs_nothing(shelter, full) -> None:
    shelter.clock.move(hours=8)
    fresh = shelter.ask(propose_replan, full.goal, "hendra")
    refused = shelter.refused(apply_replan, as_command(fresh, WHY), "dewi")
    assert refused.reasons == (Reason.NOT_YOURS_TO_SIGN,)


def test_rights_are_asked_and_the_audit_tells_who_went_where(shelter, sleeping) -> None:
    birthday(shelter, sleeping)
    plan = shelter.ask(propose_replan, LEGAL)
    with pytest.raises(Denied):
        shelter.act(apply_replan, as_command(plan), "tania")
    shelter.act(apply_replan, as_command(plan))
    with shelter.house.database.reading() as session:
        outcomes = session.execute(
            select(AuditEntry.outcome)
            .where(AuditEntry.act == "apply_replan")
            .order_by(AuditEntry.seq)
        ).scalars()
        assert list(outcomes) == ["denied", "done"]
