# SPDX-License-Identifier: Apache-2.0
"""Training mode: a separate encrypted vault with an invented shelter (issue, ux §3).

Its passwords are published, so they open nothing else: the header binds every slot to
the kind ``training`` and to its own database.
"""

import itertools
import shutil
import tomllib
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app.clock import Clock, Zone
from app.config import RESOURCES, Paths
from app.models.installation import VaultKind
from app.policies.access import Actor, Role
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.partners import PartnerKind
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex
from app.policies.arrivals.shifts import ShiftKind
from app.policies.people.age import AgeBasis
from app.policies.people.born import birthday
from app.policies.people.departures import Outcome
from app.policies.roster.duties import DutyKind, Roster, monday_of
from app.services.acts import House, ask, execute
from app.services.arrivals.desk.partners import PartnerFacts, add_partner
from app.services.arrivals.register.register import (
    RegisterArrival,
    Registered,
    register_arrival,
)
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.time_up import check_rooms
from app.services.roster.plan import CopyWeek, PlanDuty, copy_week, plan_duty
from app.services.roster.week import colleagues
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.setup import (
    NewAccount,
    ShelterFacts,
    add_account,
    furnish,
    two_floors,
)
from app.services.staff.training_life import decide_rules, live_in, place_all
from app.services.staff.vault_file import check_password, header_of
from app.vault import vault
from app.vault.cost import KdfCost
from app.vault.header import save

_CHEAP = KdfCost(memory=19 * 1024, passes=2, lanes=1)
_EVENING = timedelta(hours=5)
_BEDS = 4


def sample() -> dict[str, Any]:
    """Return the invented shelter as data."""
    return tomllib.loads((RESOURCES / "sample" / "training.toml").read_text("utf-8"))


def published_password() -> str:
    """Return the password of every training account; it opens nothing real."""
    return str(sample()["password"])


def reset_training(paths: Paths) -> None:
    """Throw the training vault away; the real one lies in another folder."""
    shutil.rmtree(paths.data, ignore_errors=True)


def found_training(paths: Paths, clock: Clock) -> None:
    """Make the training vault with its staff, rooms and clients.

    Args:
        paths: the training vault's own folder.
        clock: the present; the invented past lies before it.

    Raises:
        Unavailable: no room, or something lies there already.
    """
    invented = sample()
    password = str(invented["password"])
    about = invented["shelter"]
    facts = ShelterFacts(
        about["name"],
        tuple(about["superiors"]),
        about["city"],
        Zone.WIB,
        tuple(about["address"]),
        about["phone"],
        about["email"],
    )
    accounts = [NewAccount(s["login"], s["name"], Role(s["role"])) for s in invented["staff"]]
    started = clock() - timedelta(days=90)
    founded = found_shelter(
        paths,
        Founding(facts, accounts[0], password, VaultKind.TRAINING),
        lambda: started,
        _CHEAP,
    )
    house = founded.house
    try:
        execute(house, founded.actor, furnish, two_floors(beds=_BEDS))
        _add_staff(paths, house, founded.actor, accounts[1:], password)
        for partner in invented["partners"]:
            kind = PartnerKind(partner["kind"])
            known = PartnerFacts(kind, partner["name"], partner["city"], partner["phone"])
            execute(house, founded.actor, add_partner, known)
        _plan_the_week(house, founded.actor, clock())
        caretakers = _plan_caretakers(house, founded.actor, clock())
        decide_rules(house, founded.actor, started)
        now, head = clock(), founded.actor
        came = _add_clients(house, head, caretakers[0], invented["clients"], now)
        live_in(house, head, invented, came, now)
    finally:
        house.database.close()


def _add_staff(
    paths: Paths, house: House, head: Actor, accounts: list[NewAccount], password: str
) -> None:
    header = header_of(paths)
    keys = dict(check_password(paths, header, head.login, password, house.clock).keys)
    for account in accounts:
        execute(house, head, add_account, account)
        header = vault.add_slot(header, keys, account.login, password, _CHEAP)
    save(paths.vault, header)


def _plan_the_week(house: House, head: Actor, now: datetime) -> None:
    """Plan this week and the next: one officer at the desk, the coordinator on call."""
    present = replace(house, clock=_at(now))
    staff = ask(present, head, colleagues, None)
    officers = [each for each in staff if each.role is Role.DUTY_OFFICER]
    on_call = next(each for each in staff if each.role is Role.COORDINATOR)
    first = monday_of(house.zone.today(now))
    for day in (first + timedelta(days=number) for number in range(7)):
        for place, watch in enumerate(ShiftKind):
            officer = officers[(day.toordinal() + place) % len(officers)]
            for kind, who in ((DutyKind.AT_DESK, officer), (DutyKind.ON_CALL, on_call)):
                command = PlanDuty(day, watch, kind, who.account_id)
                execute(present, head, plan_duty, command)
    execute(present, head, copy_week, CopyWeek(Roster.DESK, first, first + timedelta(days=7)))


def _plan_caretakers(house: House, head: Actor, now: datetime) -> list[Actor]:
    """Plan this week and the next: each wing has a caretaker of its own on each watch."""
    present = replace(house, clock=_at(now))
    caretakers = [
        Actor(each.account_id, "", each.name, each.role)
        for each in ask(present, head, colleagues, None)
        if each.role is Role.CARETAKER
    ]
    wings = [wing.wing_id for wing in ask(present, head, room_list, None) if wing.bedrooms]
    first = monday_of(house.zone.today(now))
    slots = itertools.product(range(7), ShiftKind, wings)
    for (number, watch, wing), who in zip(slots, itertools.cycle(caretakers), strict=False):
        day = first + timedelta(days=number)
        command = PlanDuty(day, watch, DutyKind.WING, who.account_id, wing)
        execute(present, head, plan_duty, command)
    execute(present, head, copy_week, CopyWeek(Roster.WINGS, first, first + timedelta(days=7)))
    return caretakers


def _add_clients(
    house: House, head: Actor, caretaker: Actor, clients: list[dict[str, Any]], now: datetime
) -> dict[str, Registered]:
    """Let everybody come, get a bed and, some of them, leave; one after the other."""
    came: dict[str, Registered] = {}
    events = [(client["days_ago"], client) for client in clients]
    events += [(client["left"]["days_ago"], client) for client in clients if "left" in client]
    for days_ago, client in sorted(events, key=lambda event: -event[0]):
        then = replace(house, clock=_at(now - timedelta(days=days_ago) + _EVENING))
        execute(then, head, check_rooms, None)
        if client["name"] not in came:
            command = RegisterArrival(_form(client, house.zone.today(now)))
            came[client["name"]] = execute(then, head, register_arrival, command).value
            place_all(then, caretaker)
        else:
            left = client["left"]
            leaving = Vacate(
                came[client["name"]].person_id,
                Outcome(left["outcome"]),
                left["destination"],
                left["receiver"],
            )
            execute(then, head, vacate_bed, leaving)
    return came


def _at(moment: datetime) -> Clock:
    return lambda: moment


def _form(client: dict[str, Any], today: date) -> ArrivalForm:
    age = client.get("age", "")
    if "turns" in client:
        years, days = client["turns"]
        age = f"{birthday(today + timedelta(days=days), -years):%d/%m/%Y}"
    unknown = age == "?"
    return ArrivalForm(
        name=client["name"],
        name_state=AnswerState.GIVEN,
        sex=given(Sex.FEMALE),
        age_text="" if unknown else age,
        age_state=AnswerState.UNKNOWN if unknown else AnswerState.GIVEN,
        age_basis=AgeBasis(client["basis"]),
        came_by=given(CameBy(client["came_by"])),
        referrer=client.get("referrer", ""),
        urgent=Answer(AnswerState.GIVEN, frozenset()),
        accompanied_text="0",
        accompanied_state=AnswerState.GIVEN,
        threatened=given(False),
    )
