# SPDX-License-Identifier: Apache-2.0
"""A night for hand-written SQL: two women who are kept apart, one of them in bed 101-A."""

from uuid import UUID, uuid4

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.db.integrity import Check, examine
from app.errors import Refused
from app.models.dormitory.needs import KeepApart as Pair
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from tests.conftest import Shelter

NOW = "2026-11-23T18:50:00.000000Z"
PAST = "2010-01-01T00:00:00.000000Z"
LATER = "2027-11-23T18:50:00.000000Z"
PAIR = (
    "INSERT INTO keep_apart (id, origin_id, version, one_id, other_id, why, noted_at, noted_by,"
    " ended_at, ended_by) VALUES ('{fresh}', '{origin}', 1, {one}, {other}, 'dicatat tangan',"
    " '{at}', '{by}', {ended}, {ender})"
)
STAY = (
    "INSERT INTO stay (id, origin_id, version, person_id, bed_id, starts_at, ends_at, placed_by,"
    " ended_by, end_reason, seq) VALUES ('{fresh}', '{origin}', 1, '{who}', '{bed}', '{at}',"
    " {until}, '{by}', {ender}, {reason}, 999)"
)


class Night:
    """Two women who are kept apart, one of them in 101; two more who are not."""

    def __init__(self, shelter: Shelter) -> None:
        self.shelter = shelter
        people = [shelter.arrive(name, "34").person_id for name in ("Melur", "Seruni", "Dahlia")]
        self.one, self.other = sorted(people[:2])
        self.third = people[2]
        self.fourth = shelter.arrive("Cempaka", "40").person_id
        command = KeepApart(self.one, self.other, "Pernah saling memukul")
        self.pair = shelter.act(keep_apart, command, "ani")
        shelter.place(self.one, "101-A")

    def words(self, **more: str) -> dict[str, str]:
        known = {
            "fresh": uuid4().hex,
            "origin": self.shelter.house.origin_id.hex,
            "one": self.one.hex,
            "other": self.other.hex,
            "third": self.third.hex,
            "fourth": self.fourth.hex,
            "by": self.shelter.actors["ani"].account_id.hex,
            "now": NOW,
            "later": LATER,
        }
        return known | more

    def attack(self, sql: str, **more: str) -> str:
        """Run hostile SQL; return what stopped it."""
        try:
            with self.shelter.house.database.unit_of_work(self.shelter.clock()) as session:
                session.execute(text(sql.format(**self.words(**more)).replace(":", "\\:")))
        except (DBAPIError, Refused) as error:
            return str(getattr(error, "orig", error))
        return ""

    def enter(
        self, person: UUID, place: str, at: str = NOW, verb: str = "INSERT", until: str = ""
    ) -> str:
        """Put somebody into a bed by hand; return what stopped it."""
        by = self.words()["by"]
        return self.attack(
            STAY.replace("INSERT", verb, 1),
            who=person.hex,
            bed=self.shelter.bed_id(place).hex,
            at=at,
            until=f"'{until}'" if until else "NULL",
            ender=f"'{by}'" if until else "NULL",
            reason="'moved'" if until else "NULL",
        )

    def note(self, one: str, other: str, **more: str) -> str:
        words = {"at": NOW, "ended": "NULL", "ender": "NULL", **more}
        return self.attack(PAIR, **{**words, "one": one, "other": other})

    def pairs(self) -> list[Pair]:
        with self.shelter.house.database.reading() as session:
            return list(session.execute(select(Pair).order_by(Pair.id)).scalars())

    def silent(self) -> bool:
        """Say whether two share a room whom no alarm names."""
        with self.shelter.house.database.reading() as session:
            found = examine(session, pages=False, moment=self.shelter.clock())
            return not next(each for each in found if each.check is Check.ROOMING).ok

    def loud(self) -> int:
        return len(self.shelter.ask(open_alarms))

    def id_of(self, person: UUID) -> str:
        return f"'{person.hex}'"
