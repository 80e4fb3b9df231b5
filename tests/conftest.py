# SPDX-License-Identifier: Apache-2.0
"""An encrypted shelter for each test, a clock that can be set, officers in their roles."""

import gc
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import select

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.clock import Zone
from app.config import Paths
from app.db.engine import Database
from app.errors import Refused
from app.models.dormitory.rooms import Bed, Room
from app.models.staff.account import Account
from app.policies.access import Actor, Role
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex
from app.policies.people.age import AgeBasis
from app.services.acts import Done, House, ask, execute
from app.services.arrivals.register.register import RegisterArrival, Registered, register_arrival
from app.services.dormitory.beds.place import PlaceClient, Placed, place_client
from app.services.dormitory.facts.room_list import room_list
from app.services.people.presumption import AskEnd, agree_end, ask_end
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.opening import close_house, sign_in
from app.services.staff.setup import (
    TWO_FLOORS,
    NewAccount,
    ShelterFacts,
    add_account,
    furnish,
)
from app.services.staff.vault_file import actor_of, check_password, header_of
from app.vault import vault
from app.vault.cost import KdfCost
from app.vault.header import save

settings.register_profile(
    "suite",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("suite")

CHEAP = KdfCost(memory=64, passes=1, lanes=1)
PASSWORD = "hujan di bulan juni"
NIGHT = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
"""01.50 on 24 November in Jakarta."""
TODAY = date(2026, 11, 24)
STAFF = {
    "ratna": Role.HEAD,
    "hendra": Role.COORDINATOR,
    "dewi": Role.DUTY_OFFICER,
    "sri": Role.DUTY_OFFICER,
    "rina": Role.CARETAKER,
    "ani": Role.SOCIAL_WORKER,
    "tania": Role.PSYCHOLOGIST,
    "eko": Role.SECRETARIAT,
}


def pytest_collection_finish() -> None:
    """Collect garbage again, which the way to the window has stopped (app.early), but seldom.

    All that was imported and collected stays for the whole run; looking through it again and
    again took a sixth of the suite's time.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


@dataclass
class SetClock:
    """A clock that stands still until it is moved."""

    moment: datetime = NIGHT

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class Shelter:
    """An open shelter with short ways to act in it."""

    paths: Paths
    house: House
    clock: SetClock
    actors: dict[str, Actor] = field(default_factory=dict)

    def act(self, what: Any, command: Any, by: str = "dewi") -> Done[Any]:
        return execute(self.house, self.actors[by], what, command)

    def ask(self, what: Any, question: Any = None, by: str = "dewi") -> Any:
        return ask(self.house, self.actors[by], what, question)

    def arrive(self, name: str = "Kenanga", age: str = "12", **form: Any) -> Registered:
        return self.act(register_arrival, RegisterArrival(a_form(name, age, **form))).value

    def bed(self, place: str) -> Any:
        """Return the bed named like ``201-A``."""
        room_name, label = place.rsplit("-", 1)
        for wing in self.ask(room_list):
            for room in wing.rooms:
                if room.name == room_name:
                    return next(bed for bed in room.beds if bed.label == label)
        raise LookupError(place)

    def bed_id(self, place: str) -> UUID:
        """Return the bed named like ``201-A`` by its row alone, which is quick."""
        room_name, label = place.rsplit("-", 1)
        named = select(Bed.id).join(Room).where(Room.name == room_name, Bed.label == label)
        with self.house.database.reading() as session:
            return session.execute(named).scalar_one()

    def place(self, person_id: Any, place: str, by: str = "dewi") -> Done[Placed]:
        return self.act(place_client, PlaceClient(person_id, self.bed_id(place)), by)

    def grown(self, person_id: Any, age: str = "1/1/2000", asks: str = "ani") -> Any:
        """End the presumption of minority by a document, as two persons."""
        wish = AskEnd(person_id, AgeBasis.DOCUMENT, age, "KTP", TODAY, "KTP asli diperiksa")
        return self.act(agree_end, self.act(ask_end, wish, asks).value, "hendra")

    def refused(self, what: Any, command: Any, by: str = "dewi") -> Refused:
        with pytest.raises(Refused) as caught:
            self.act(what, command, by)
        return caught.value


def a_form(name: str = "Kenanga", age: str = "12", **form: Any) -> ArrivalForm:
    """Return a plain arrival; override what matters."""
    plain = ArrivalForm(
        name=name,
        name_state=AnswerState.GIVEN if name else AnswerState.UNKNOWN,
        sex=given(Sex.FEMALE),
        age_text="" if age == "?" else age,
        age_state=AnswerState.UNKNOWN if age == "?" else AnswerState.GIVEN,
        age_basis=AgeBasis.ESTIMATE,
        came_by=given(CameBy.POLICE),
        referrer="Polres Bogor",
        urgent=Answer(AnswerState.GIVEN, frozenset()),
        accompanied_text="0",
        accompanied_state=AnswerState.GIVEN,
        threatened=given(False),
    )
    return replace(plain, **form)


@dataclass(frozen=True)
class Founded:
    """A shelter on disk in which the head has signed in at 01.50, and what opens it again."""

    paths: Paths
    key: bytes
    house: House
    actors: dict[str, Actor]

    def copied(self, folder: Path) -> Paths:
        """Return a copy of it in a folder."""
        copy = Paths(folder / "data")
        shutil.copytree(self.paths.data, copy.data)
        return copy

    def opened(self, paths: Paths, clock: SetClock) -> Shelter:
        """Open a copy without signing in again."""
        database = Database(paths.database, self.key)
        house = replace(self.house, database=database, clock=clock)
        return Shelter(paths, house, clock, dict(self.actors))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """Found one shelter for the whole run; tests work on copies."""
    paths = Paths(tmp_path_factory.mktemp("founded"))
    facts = ShelterFacts("RPSW Uji", ("KEMENTERIAN UJI", "RUMAH UJI"), "Jakarta", Zone.WIB)
    start = NIGHT - timedelta(days=30)
    made = found_shelter(
        paths,
        Founding(facts, NewAccount("ratna", "Ratna", Role.HEAD), PASSWORD),
        lambda: start,
        CHEAP,
    )
    execute(made.house, made.actor, furnish, TWO_FLOORS)
    header = header_of(paths)
    keys = check_password(paths, header, "ratna", PASSWORD, lambda: start).keys
    for login, role in STAFF.items():
        if login != "ratna":
            execute(made.house, made.actor, add_account, NewAccount(login, login.title(), role))
            header = vault.add_slot(header, dict(keys), login, PASSWORD, CHEAP)
    save(paths.vault, header)
    made.house.database.close()
    opened = sign_in(paths, "ratna", PASSWORD, SetClock())
    with opened.house.database.reading() as session:
        actors = {row.login: actor_of(row) for row in session.execute(select(Account)).scalars()}
    close_house(paths, opened.house)
    return Founded(paths, keys[-1][1], opened.house, actors)


@pytest.fixture
def paths(founded: Founded, tmp_path: Path) -> Paths:
    """Return a copy of the founded shelter's folder."""
    return founded.copied(tmp_path)


@pytest.fixture
def clock() -> SetClock:
    """Return a clock at 01.50 in the night."""
    return SetClock()


@pytest.fixture
def shelter(founded: Founded, paths: Paths, clock: SetClock) -> Iterator[Shelter]:
    """Open a copy in which its head has just signed in; every officer can act."""
    opened = founded.opened(paths, clock)
    yield opened
    opened.house.database.close()
