# SPDX-License-Identifier: Apache-2.0
"""What the tests of this folder share."""

import pytest

from tests.conftest import Shelter
from tests.db.by_hand import House


@pytest.fixture
def house(shelter: Shelter) -> House:
    return House(shelter)
