# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL on one of our own connections, and a house to attack."""

from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.db.integrity import Check, examine
from app.errors import Refused
from tests.conftest import Shelter

STAY = (
    "INSERT INTO stay (id, origin_id, version, person_id, bed_id, starts_at, placed_by, seq) "
    "VALUES ('{id}', '{origin}', 1, '{person}', '{bed}', '{at}', '{by}', 999)"
)


def run(shelter: Shelter, sql: str) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(text(sql.replace(":", "\\:")))


def attack(shelter: Shelter, sql: str) -> str:
    """Run hostile SQL; return what stopped it."""
    try:
        run(shelter, sql)
    except (DBAPIError, Refused) as error:
        return str(getattr(error, "orig", error))
    return ""


class House:
    """A girl in 201, a woman in 101, and the ids hand-written SQL needs."""

    def __init__(self, shelter: Shelter) -> None:
        self.shelter = shelter
        self.girl = shelter.arrive("Kenanga", "12").person_id.hex
        self.woman = shelter.arrive("Melur", "34").person_id.hex
        self.waiting = shelter.arrive("Seruni", "40").person_id.hex
        shelter.place(UUID(hex=self.girl), "201-A")
        shelter.place(UUID(hex=self.woman), "101-A")
        self.by = shelter.actors["dewi"].account_id.hex
        self.origin = shelter.house.origin_id.hex

    def bed(self, place: str) -> str:
        return self.shelter.bed_id(place).hex

    def stay(
        self, person: str, place: str, at: str = "2026-11-23T18:50:00.000000Z", verb: str = "INSERT"
    ) -> str:
        return STAY.format(
            id=uuid4().hex,
            origin=self.origin,
            person=person,
            bed=self.bed(place),
            at=at,
            by=self.by,
        ).replace("INSERT INTO", f"{verb} INTO", 1)

    def pairs(self) -> int:
        with self.shelter.house.database.reading() as session:
            found = examine(session, pages=False, moment=self.shelter.clock())
            findings = {f.check: f for f in found}
        return len(findings[Check.ROOMING].problems)
