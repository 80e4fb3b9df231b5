# SPDX-License-Identifier: Apache-2.0
"""On the way from the desk until the wing has received her."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.dormitory.stays import Stay
from app.policies.dormitory.board import BedState
from app.policies.reasons import Reason
from app.services.dormitory.place import PlaceClient, move_client
from app.services.dormitory.receive import Receive, receive_client
from tests.conftest import NIGHT, Shelter


def stay_of(shelter: Shelter, person_id) -> Stay:
    with shelter.house.database.reading() as session:
        return session.execute(
            select(Stay).where(Stay.person_id == person_id, Stay.ends_at.is_(None))
        ).scalar_one()


@pytest.mark.parametrize("by", ["rina", "sri", "hendra"])
def test_the_wing_receives_her(shelter: Shelter, by: str) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    assert shelter.bed("101-A").state is BedState.ON_THE_WAY
    shelter.clock.move(minutes=7)
    assert shelter.act(receive_client, Receive(done.stay_id), by).value == woman
    assert shelter.bed("101-A").state is BedState.TAKEN
    stay = stay_of(shelter, woman)
    assert (stay.received_at, stay.received_by) == (
        NIGHT + timedelta(minutes=7),
        shelter.actors[by].account_id,
    )


def test_who_is_placed_by_the_caretaker_is_received_at_once(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A", "rina").value
    assert shelter.bed("101-A").state is BedState.TAKEN
    assert shelter.refused(receive_client, Receive(done.stay_id), "rina").reasons == (Reason.STALE,)


def test_twice_is_refused_and_the_first_stays(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    shelter.act(receive_client, Receive(done.stay_id), "rina")
    shelter.clock.move(minutes=3)
    assert shelter.refused(receive_client, Receive(done.stay_id)).reasons == (Reason.STALE,)
    stay = stay_of(shelter, woman)
    assert (stay.received_at, stay.received_by) == (NIGHT, shelter.actors["rina"].account_id)


def test_a_bed_she_has_left_is_received_no_more(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    shelter.clock.move(minutes=1)
    shelter.act(move_client, PlaceClient(woman, shelter.bed("102-A").bed_id))
    assert shelter.refused(receive_client, Receive(done.stay_id), "rina").reasons == (Reason.STALE,)
    assert shelter.bed("102-A").state is BedState.ON_THE_WAY


def test_a_clock_that_went_back_receives_nobody_before_she_came(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    shelter.clock.move(hours=-2)
    shelter.act(receive_client, Receive(done.stay_id), "rina")
    stay = stay_of(shelter, woman)
    assert stay.received_at == stay.starts_at


def test_a_stay_that_never_was_is_refused(shelter: Shelter) -> None:
    assert shelter.refused(receive_client, Receive(uuid4()), "rina").reasons == (Reason.STALE,)


@pytest.mark.parametrize("by", ["ani", "eko", "tania"])
def test_only_posts_that_place_receive(shelter: Shelter, by: str) -> None:
    done = shelter.place(shelter.arrive("Melur", "34").person_id, "101-A").value
    with pytest.raises(Denied):
        shelter.act(receive_client, Receive(done.stay_id), by)
