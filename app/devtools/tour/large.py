# SPDX-License-Identifier: Apache-2.0
"""A house of sixty rooms, two hundred residents and twelve at the door, for the tour."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from uuid import UUID

from app.clock import Clock
from app.config import Paths
from app.devtools.bench.names import names
from app.devtools.bench.saving import form
from app.policies.access import Actor
from app.policies.dormitory.beds.facts import Side
from app.policies.people.kinship import KinKind
from app.services.acts import House, ask, execute
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.facts.room_list import RoomLine, WingLine, room_list
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.services.staff.opening import sign_in
from app.services.staff.setup import WingPlan, furnish, sleeping
from app.services.staff.training import found_training, published_password

IN_CHARGE = "hendra"
_BEDS = 4
_STOREYS = (
    WingPlan("Lantai 3 Dewasa", 3, Side.ADULT, sleeping(3, 20, _BEDS)),
    WingPlan("Lantai 4 Anak", 4, Side.CHILD, sleeping(4, 20, _BEDS)),
    WingPlan("Lantai 5 Dewasa", 5, Side.ADULT, sleeping(5, 10, _BEDS)),
)
"""With the ten rooms of the training shelter these are sixty."""
_EVERY = 9
"""One bed of so many stays free."""
_WAITING = 12
_FAMILY_ROOMS = 2
_SMALL, _CHILD, _GROWN = 7, 11, 34
"""Years of the youngest."""
_BEFORE = timedelta(days=30)


def found_large(paths: Paths, clock: Clock) -> None:
    """Found a training shelter with fifty rooms more, fill it, and let twelve arrive.

    Everything is done by acts, so the house is as legal as any.

    Args:
        paths: the training shelter's own folder.
        clock: the present.
    """
    found_training(paths, clock)
    opened = sign_in(paths, IN_CHARGE, published_password(), lambda: clock() - _BEFORE)
    house, invented = opened.house, names(1_000)
    try:
        execute(house, opened.actor, furnish, _STOREYS)
        for wing in ask(house, opened.actor, room_list, None):
            if wing.floor >= _STOREYS[0].floor:
                _fill(house, opened.actor, wing, invented)
        _family(house, opened.actor, wing.bedrooms[-_FAMILY_ROOMS], invented)
        tonight = replace(house, clock=clock)
        for number, name in enumerate(islice(invented, _WAITING)):
            _register(tonight, opened.actor, name, _CHILD if number % 2 else _GROWN)
    finally:
        house.database.close()


def _fill(house: House, actor: Actor, wing: WingLine, invented: Iterator[str]) -> None:
    last = wing.floor == _STOREYS[-1].floor
    rooms = wing.bedrooms[:-_FAMILY_ROOMS] if last else wing.bedrooms
    beds = [bed.bed_id for room in rooms for bed in room.beds]
    for place, bed_id in enumerate(beds):
        if place % _EVERY:
            age = (_CHILD if wing.side is Side.CHILD else _GROWN) + place % _BEDS
            person_id = _register(house, actor, next(invented), age)
            execute(house, actor, place_client, PlaceClient(person_id, bed_id))


def _family(house: House, actor: Actor, room: RoomLine, invented: Iterator[str]) -> None:
    """Let a mother and her child have a room; the one beside it stays empty."""
    mother, child = (_register(house, actor, next(invented), years) for years in (_GROWN, _SMALL))
    kin = execute(house, actor, declare_kin, DeclareKin(mother, child, KinKind.MOTHER)).value
    execute(house, actor, verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta kelahiran"))
    for person_id, bed in zip((mother, child), room.beds, strict=False):
        execute(house, actor, place_client, PlaceClient(person_id, bed.bed_id))


def _register(house: House, actor: Actor, name: str, years: int) -> UUID:
    filled = replace(form(name), age_text=str(years))
    done = execute(house, actor, register_arrival, RegisterArrival(filled))
    return done.value.person_id
