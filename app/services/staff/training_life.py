# SPDX-License-Identifier: Apache-2.0
"""The training shelter is lived in: every list of the program has something to look at.

Everything is done by the acts that people use, at hours that lie before the present, so
that the rules hold here too; whom and what they are about stands in ``training.toml``.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.models.base import new_id
from app.policies.access import Actor
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.care import BelongingKind, MedicineOutcome, NeedKind, ToldKind
from app.policies.arrivals.groups import GroupHeader, GroupRow
from app.policies.arrivals.night import LogKind
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.dormitory.care.caretaking import InspectionPoint, Item, RepairKind, RepairStatus
from app.policies.dormitory.rules.settings import PROPOSED
from app.policies.people.age import AgeBasis, Thresholds
from app.policies.people.kinship import KinKind
from app.services.acts import Act, House, ask, execute, save_quietly
from app.services.arrivals.care.care import GiveMedicine, TickNeed, give_medicine, tick_need
from app.services.arrivals.desk.promises import NoteTold, note_told
from app.services.arrivals.register.admission import (
    KeepBelonging,
    NoteDiet,
    keep_belonging,
    note_diet_and_allergy,
)
from app.services.arrivals.register.drafts import KeepDraft, keep_draft
from app.services.arrivals.register.groups import RegisterRow, register_row
from app.services.arrivals.register.register import Registered
from app.services.arrivals.shift.log import WriteEntry, write_entry
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.beds.block import BlockPlace, block_place
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.care.headcount import CountWing, count_wing, headcounts
from app.services.dormitory.care.inspections import InspectRoom, inspect_room
from app.services.dormitory.care.issued import IssueItem, issue_item, return_item
from app.services.dormitory.care.repairs import AskRepair, ChangeRepair, ask_repair, change_repair
from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.care.tv import AddSlot, add_slot
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.facts.waiting import waiting_list
from app.services.dormitory.night.checks import run_night_check
from app.services.dormitory.rooms.moves import PlanMove, plan_move
from app.services.dormitory.rooms.purposes import ChangePurpose, change_purpose
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from app.services.people.births import NoteBirth, note_birth
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.services.people.thresholds import change_thresholds
from app.services.staff.accounts import account_list

_WEEKDAYS = range(7)
_A_ROW = timedelta(minutes=5)
_YESTERDAY, _LAST_WEEK = timedelta(hours=20), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Life:
    """Who acts where, on whom, as the training shelter's data name them."""

    house: House
    staff: dict[str, Actor]
    came: dict[str, Registered]
    now: datetime

    def do(self, by: str, what: Act[Any, Any], command: Any, ago: timedelta = _YESTERDAY) -> Any:
        """Let somebody do an act some time ago and return what it gave back."""
        return execute(_at(self.house, self.now - ago), self.staff[by], what, command).value

    @property
    def present(self) -> House:
        """Return the shelter at the moment of founding."""
        return _at(self.house, self.now)


def _at(house: House, moment: datetime) -> House:
    return replace(house, clock=lambda: moment)


def decide_rules(house: House, head: Actor, started: datetime) -> None:
    """Let the head try other rules and ages in the first days and go back to the proposed."""
    other_ages = Thresholds(doubt_up_to=25)
    other_rules = replace(PROPOSED, space_dm2=400)
    for days, ages, rules, basis in (
        (1, other_ages, other_rules, "Rapat staf pertama"),
        (3, Thresholds(), PROPOSED, "Rapat staf kedua: kembali ke usulan"),
    ):
        then = _at(house, started + timedelta(days=days))
        execute(then, head, change_thresholds, ages)
        execute(then, head, propose_rules, ProposeRules(rules, basis))


def live_in(
    house: House, head: Actor, data: dict[str, Any], came: dict[str, Registered], now: datetime
) -> None:
    """Do what a shelter of two months has behind it, up to the present.

    Args:
        house: the training shelter.
        head: asks for the others.
        data: the invented shelter.
        came: everybody who was registered, by called name.
        now: the present.
    """
    staff = {
        each.login: Actor(each.account_id, each.login, each.name, each.role)
        for each in ask(_at(house, now), head, account_list, None)
    }
    life = Life(house, staff, came, now)
    for client in data["clients"]:
        if "left" not in client:
            _about(life, client)
    _between(life, data)
    _rooms(life, data)
    _group(life, data["group"])
    _today(life, data)
    for line in ask(life.present, life.staff["dewi"], watch_rounds, None).lines:
        life.do("dewi", look_in, LookIn(line.person_id), timedelta())


def _about(
    life: Life,
    client: dict[str, Any],
    asked: timedelta = _LAST_WEEK,
    given_out: timedelta = _YESTERDAY,
) -> None:
    """Write down what is known of one of them and what she was given, so long ago."""
    her = life.came[client["name"]]
    allergy, diet = (_answer(client, name) for name in ("allergy", "diet"))
    if allergy or diet:
        life.do(
            "dewi",
            note_diet_and_allergy,
            NoteDiet(her.arrival_id, her.version, allergy, diet),
            given_out,
        )
    needs = [client.get(name) for name in ("watch", "own_room", "step_free", "lower_bunk")]
    if any(needs):
        life.do("ani", note_needs, NoteNeeds(her.person_id, None, *needs), given_out)
    for name, dose, outcome in client.get("medicines", ()):
        given_to = GiveMedicine(her.arrival_id, name, dose, MedicineOutcome(outcome))
        life.do("rina", give_medicine, given_to, given_out)
    for kind, what, where in client.get("belongings", ()):
        kept = KeepBelonging(her.arrival_id, BelongingKind(kind), what, where)
        life.do("dewi", keep_belonging, kept, asked)
    for kind, words in client.get("told", ()):
        life.do("ani", note_told, NoteTold(her.arrival_id, ToldKind(kind), words), asked)
    for name, days in client.get("births", ()):
        born = NoteBirth(her.person_id, life.now - timedelta(days=days), name, Sex.FEMALE)
        life.do("rina", note_birth, born)
    for item, count in client.get("items", ()):
        life.do("rina", issue_item, IssueItem(her.person_id, Item(item), count), given_out)


def _answer(client: dict[str, Any], name: str) -> Answer[str] | None:
    if name not in client:
        return None
    return given(client[name]) if client[name] else Answer(AnswerState.NOT_APPLICABLE)


def _between(life: Life, data: dict[str, Any]) -> None:
    """Write down who is kept apart and who is family."""
    ids = {name: each.person_id for name, each in life.came.items()}
    for pair in data["apart"]:
        command = KeepApart(ids[pair["one"]], ids[pair["other"]], pair["why"])
        life.do("hendra", keep_apart, command, _LAST_WEEK)
    for tie in data["families"]:
        declared = DeclareKin(ids[tie["elder"]], ids[tie["younger"]], KinKind(tie["kind"]))
        kin = life.do("dewi", declare_kin, declared, _LAST_WEEK)
        if "proof" in tie:
            life.do("ani", verify_kin, VerifyKin(kin.kinship_id, kin.version, tie["proof"]))


def _rooms(life: Life, data: dict[str, Any]) -> None:
    """Let caretakers walk through the rooms, ask for repairs and give out the TV hours."""
    wings = ask(life.present, life.staff["ratna"], room_list, None)
    rooms = {room.name: room.room_id for wing in wings for room in wing.rooms}
    beds = {
        f"{room.name}-{bed.label}": bed.bed_id
        for wing in wings
        for room in wing.rooms
        for bed in room.beds
    }
    for walk in data["walks"]:
        fine = {point: point not in walk["wrong"] for point in InspectionPoint}
        life.do("rina", inspect_room, InspectRoom(rooms[walk["room"]], fine, walk["note"]))
    for repair in data["repairs"]:
        asked = AskRepair(rooms[repair["room"]], RepairKind(repair["kind"]), repair["note"])
        key, status = life.do("rina", ask_repair, asked), RepairStatus(repair["status"])
        if status is not RepairStatus.ASKED:
            change = ChangeRepair(key.repair_id, key.version, status)
            life.do("wati", change_repair, change)
    for slot, weekday in ((slot, day) for slot in data["tv"] for day in _WEEKDAYS):
        hours = (slot["from"], slot["to"])
        command = AddSlot(rooms[slot["room"]], weekday, *hours, Side(slot["side"]))
        life.do("rina", add_slot, command, _LAST_WEEK)
    _ahead(life, data, rooms, beds)


def _ahead(life: Life, data: dict[str, Any], rooms: dict[str, UUID], beds: dict[str, UUID]) -> None:
    """Block, reserve and plan what lies ahead."""
    today = life.house.zone.today(life.now)
    for block in data["blocks"]:
        until = today + timedelta(days=block["days"])
        kind = BlockKind(block["kind"])
        command = BlockPlace(None, rooms[block["room"]], kind, block["why"], until)
        life.do("rina", block_place, command)
    for hold in data["holds"]:
        places = tuple(beds[place] for place in hold["beds"])
        until_then = life.now + timedelta(hours=hold["hours"])
        life.do("dewi", reserve_beds, ReserveBeds(places, hold["label"], until_then))
    for move in data["moves"]:
        day = today + timedelta(days=move["days"])
        her = life.came[move["name"]].person_id
        life.do("rina", plan_move, PlanMove(her, beds[move["bed"]], day, move["why"]))
    for change in data["purposes"]:
        day = today + timedelta(days=change["days"])
        purpose = RoomPurpose(change["purpose"])
        use = ChangePurpose(rooms[change["room"]], purpose, day, change["why"])
        life.do("ratna", change_purpose, use)


def place_all(then: House, by: Actor) -> None:
    """Give everybody who waits the first bed that is proposed, one after the other."""
    more = True
    while more:
        fitting = [line for line in ask(then, by, waiting_list, None) if line.suggestions]
        for line in fitting[:1]:
            command = PlaceClient(line.person_id, line.suggestions[0].bed_id)
            execute(then, by, place_client, command)
        more = len(fitting) > 1


def _group(life: Life, group: dict[str, Any]) -> None:
    """Let a few arrive in one car, not long ago."""
    header = GroupHeader(given(CameBy.POLICE), group["referrer"], group["escort"])
    group_id, ago = new_id(), timedelta(hours=group["hours_ago"])
    for row in group["rows"]:
        ago -= _A_ROW
        command = RegisterRow(group_id, header, GroupRow(row["name"], "p", row["age"]))
        her = life.do("dewi", register_row, command, ago)
        life.came[row["name"]] = her
        life.do("dewi", tick_need, TickNeed(her.arrival_id, NeedKind.FOOD), ago)
        place_all(_at(life.house, life.now - ago), life.staff["dewi"])
        _about(life, row, ago, ago)


def _today(life: Life, data: dict[str, Any]) -> None:
    """Write down last night's counts and checks, who is out, and what is half typed."""
    head = life.staff["ratna"]
    for wing in ask(life.present, head, headcounts, None):
        life.do("rina", count_wing, CountWing(wing.wing_id, wing.expected))
    life.do("rina", run_night_check, None)
    returned = life.came["Lili"].person_id
    key = life.do("rina", issue_item, IssueItem(returned, Item.SHEET, 1))
    life.do("rina", return_item, key)
    for each in data["out"]:
        ago, due = timedelta(hours=each["hours_ago"]), timedelta(hours=each["hours"])
        back = life.now - ago + due
        command = SendOut(
            life.came[each["name"]].person_id,
            AbsenceKind(each["kind"]),
            each["escort"],
            back,
            each["note"],
        )
        life.do("rina", send_out, command, ago)
    for line in data["log"]:
        entry = WriteEntry(LogKind(line["kind"]), line["words"], to_next=line.get("to_next", False))
        life.do(line["by"], write_entry, entry, timedelta(hours=1))
    draft = data["draft"]
    form = ArrivalForm(
        name=draft["name"],
        name_state=AnswerState.GIVEN,
        age_text=draft["age"],
        age_state=AnswerState.GIVEN,
        age_basis=AgeBasis.SELF,
    )
    save_quietly(life.present, life.staff["dewi"], keep_draft, KeepDraft(form, "came_by"))
