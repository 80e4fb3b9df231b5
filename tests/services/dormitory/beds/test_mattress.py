# SPDX-License-Identifier: Apache-2.0
"""Mattresses of a full night: laid, slept on under all rules, taken away."""

import pytest
from sqlalchemy import select

from app.errors import Refused
from app.models.dormitory.rooms import Bed, Room
from app.policies.reasons import Reason
from app.services.dormitory.beds.mattress import TakeAway, lay_mattress, take_mattress_away
from tests.conftest import Shelter


def room_id(shelter: Shelter, name: str):
    with shelter.house.database.reading() as session:
        return session.execute(select(Room.id).where(Room.name == name)).scalar_one()


def test_a_mattress_is_a_bed_under_all_rules(shelter: Shelter) -> None:
    laid = shelter.act(lay_mattress, room_id(shelter, "101")).value
    assert (laid.room_name, laid.label) == ("101", "M1")
    woman, girl = shelter.arrive("Melur", "34"), shelter.arrive("Kenanga", "12")
    with pytest.raises(Refused):
        shelter.place(girl.person_id, "101-M1")
    shelter.place(woman.person_id, "101-M1")
    taken = shelter.refused(take_mattress_away, TakeAway(laid.bed_id, laid.version))
    assert taken.reasons == (Reason.BED_TAKEN,)


def test_two_are_enough_and_one_taken_away_is_laid_again(shelter: Shelter) -> None:
    here = room_id(shelter, "101")
    first = shelter.act(lay_mattress, here)
    shelter.act(lay_mattress, here)
    assert shelter.refused(lay_mattress, here).reasons == (Reason.MATTRESSES_ENOUGH,)
    shelter.act(first.inverse.act, first.inverse.command)
    again = shelter.act(lay_mattress, here).value
    assert (again.bed_id, again.label) == (first.value.bed_id, "M1")
    with shelter.house.database.reading() as session:
        labels = session.execute(select(Bed.label).where(Bed.mattress.is_(True))).scalars()
        assert sorted(labels) == ["M1", "M2"]


def test_no_mattress_in_the_field(shelter: Shelter) -> None:
    refused = shelter.refused(lay_mattress, room_id(shelter, "Lapangan"))
    assert refused.reasons == (Reason.ROOM_NOT_A_BEDROOM,)
