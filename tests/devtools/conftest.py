# SPDX-License-Identifier: Apache-2.0
"""What the tests of this folder share."""

from datetime import timedelta

import pytest

from app.clock import now
from app.config import Paths
from app.services.staff.opening import close_house
from app.services.staff.upkeep import back_up
from tests.conftest import PASSWORD, Shelter


@pytest.fixture
def lived(shelter: Shelter) -> Paths:
    """Return a closed shelter with a child and an adult in their beds and a fresh backup."""
    child = shelter.arrive("Kenanga", "12")
    adult = shelter.arrive("Melati", "31")
    shelter.place(child.person_id, "201-A")
    shelter.place(adult.person_id, "101-A")
    shelter.clock.moment = now() - timedelta(hours=5)
    back_up(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    close_house(shelter.paths, shelter.house)
    return shelter.paths
