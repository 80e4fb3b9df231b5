# SPDX-License-Identifier: Apache-2.0
"""Rows written as facts, whatever the rules say: nights that somebody else made."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.models.base import new_id
from app.models.dormitory.needs import KeepApart, PlacementNeed
from app.models.dormitory.rooms import Wing
from app.models.roster.duty import Duty
from app.policies.answers import AnswerState
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.rules.needs import House
from app.policies.roster.duties import DutyKind
from tests.conftest import Shelter


def note(shelter: Shelter, person_id: UUID, **noted: Any) -> None:
    """Write what her bed has to take into account, after she lay down."""
    plain: dict[str, Any] = {"house": House.RPSW, "exploited": None, "watch": 0, **noted}
    given = plain["exploited"] is not None
    _add(
        shelter,
        PlacementNeed(
            person_id=person_id,
            exploited_state=AnswerState.GIVEN if given else AnswerState.UNKNOWN,
            noted_at=shelter.clock(),
            noted_by=shelter.actors["ani"].account_id,
            **{"own_room": False, "step_free": False, "lower_bunk": False, **plain},
        ),
    )


def keep_apart(shelter: Shelter, one: UUID, other: UUID) -> None:
    first, second = sorted((one, other))
    _add(
        shelter,
        KeepApart(
            one_id=first,
            other_id=second,
            why="Pernah mengancam di jalan",
            noted_at=shelter.clock(),
            noted_by=shelter.actors["ani"].account_id,
        ),
    )


def on_duty(shelter: Shelter, login: str, wing: str, watch: ShiftKind = ShiftKind.NIGHT) -> None:
    """Plan a caretaker for the night that began on 23 November."""
    with shelter.house.database.reading() as session:
        wing_id = session.execute(select(Wing.id).where(Wing.name == wing)).scalar_one()
    _add(
        shelter,
        Duty(
            kind=DutyKind.WING,
            wing_id=wing_id,
            day=date(2026, 11, 23),
            watch=watch,
            account_id=shelter.actors[login].account_id,
            planned_id=shelter.actors[login].account_id,
        ),
    )


def _add(shelter: Shelter, row: Any) -> None:
    row.id, row.origin_id = new_id(), shelter.house.origin_id
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.add(row)
