# SPDX-License-Identifier: Apache-2.0
"""The training shelter has something in every list, by the rules, at any hour it is made."""

import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import pytest

import app.services
from app.clock import Zone
from app.config import Paths
from app.policies.access import Actor
from app.services.acts import Query, ask
from app.services.arrivals.care.care_of import care_of
from app.services.dormitory.facts.present import present_people
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.checks import Period, night_checks
from app.services.dormitory.rules.settings import rules_line
from app.services.people.thresholds import thresholds
from app.services.staff.accounts import account_list
from app.services.staff.opening import OpenedHouse, sign_in
from app.services.staff.training import found_training, published_password

EMPTY = {
    "open_alarms": "a rooming alarm is an emergency; correcting an age makes one",
    "waiting_list": "everybody has a bed until the trainee registers somebody",
    "open_permits": "a permit ends at 08.00, whatever the hour at which training begins",
}
"""Lists without a line in a shelter where nothing is wrong, and why."""
NIGHT = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
MORNING = datetime(2027, 1, 1, 0, 59, tzinfo=UTC)
LEAP_DAY = datetime(2028, 2, 29, 5, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 8, 9, 17, 0, 1, tzinfo=UTC)


def opened(folder: Path, moment: datetime) -> OpenedHouse:
    paths = Paths(folder / "training")
    found_training(paths, lambda: moment)
    return sign_in(paths, "ratna", published_password(), lambda: moment)


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedHouse]:
    made = opened(tmp_path_factory.mktemp("lived_in"), NIGHT)
    yield made
    made.house.database.close()


def lists() -> dict[str, Query[Any, Any]]:
    """Return every question without an argument that is answered by a list."""
    found = {}
    for module in pkgutil.walk_packages(app.services.__path__, "app.services."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, Query):
                question, answer = [*get_type_hints(each.answer).values()][-2:]
                if question is type(None) and get_origin(answer) is tuple:
                    found[each.name] = each
    return found


def counted(made: OpenedHouse) -> dict[str, int]:
    return {name: len(ask(made.house, made.actor, each, None)) for name, each in lists().items()}


def slept(made: OpenedHouse) -> list[tuple[str, str, str]]:
    return [
        (room.name, bed.label, bed.sleeper.name)
        for wing in ask(made.house, made.actor, room_list, None)
        for room in wing.rooms
        for bed in room.beds
        if bed.sleeper is not None
    ]


def test_every_list_of_the_program_has_lines(lived_in: OpenedHouse) -> None:
    found = counted(lived_in)
    assert len(found) > 30
    assert {name for name, lines in found.items() if not lines} == EMPTY.keys()


def test_what_belongs_to_a_period_or_a_person_is_there_too(lived_in: OpenedHouse) -> None:
    house, head = lived_in.house, lived_in.actor
    rina = next(each for each in ask(house, head, account_list, None) if each.login == "rina")
    caretaker = Actor(rina.account_id, rina.login, rina.name, rina.role)
    today = Zone.WIB.today(NIGHT)
    checks = ask(house, head, night_checks, Period(today - timedelta(days=14), today))
    assert [check.findings > 0 for check in checks] == [True]
    assert len(ask(house, head, thresholds, None).history) == 2
    assert len(ask(house, head, rules_line, None).history) == 2
    first = ask(house, head, present_people, None)[0]
    cares = [ask(house, each, care_of, first.arrival_id) for each in (head, caretaker)]
    for kind in ("medicines", "belongings", "told", "allergy", "diet"):
        assert any(getattr(care, kind) for care in cares), kind


@pytest.mark.parametrize("moment", [MORNING, LEAP_DAY, MIDNIGHT])
def test_it_is_the_same_shelter_at_any_hour(
    lived_in: OpenedHouse, tmp_path: Path, moment: datetime
) -> None:
    made = opened(tmp_path, moment)
    assert all(finding.ok for finding in made.findings)
    assert counted(made) == counted(lived_in)
    assert slept(made) == slept(lived_in)
    made.house.database.close()
