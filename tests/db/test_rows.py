# SPDX-License-Identifier: Apache-2.0
"""Rows written past the unit of work are as true as those it writes."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import bindparam, select
from sqlcipher3.dbapi2 import IntegrityError

from app.db import rows
from app.db.rows import insert_now, run
from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.policies.dormitory.beds.facts import Side
from app.policies.reasons import Reason
from tests.conftest import Founded, SetClock, Shelter


def a_wing(shelter: Shelter, **facts: Any) -> Wing:
    made = {"name": "Sayap Uji", "floor": 3, "side": Side.CHILD, "position": 9, **facts}
    return Wing(id=new_id(), origin_id=shelter.house.origin_id, **made)


def a_stay(shelter: Shelter, person_id: UUID, place: str, **facts: Any) -> Stay:
    return Stay(
        id=new_id(),
        origin_id=shelter.house.origin_id,
        person_id=person_id,
        bed_id=shelter.bed_id(place),
        starts_at=shelter.clock(),
        placed_by=shelter.actors["dewi"].account_id,
        seq=1_000_000,
        **facts,
    )


def test_what_was_set_is_written_and_the_rest_takes_its_default(shelter: Shelter) -> None:
    row = a_wing(shelter)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        insert_now(session, row)
        assert row not in session
    with shelter.house.database.reading() as session:
        kept = session.execute(select(Wing).where(Wing.id == row.id)).scalar_one()
        assert (kept.name, kept.floor, kept.side, kept.position) == (
            "Sayap Uji",
            3,
            Side.CHILD,
            9,
        )
        assert kept.version == 1
        assert kept.house is None


def test_it_equals_the_row_that_the_unit_of_work_writes(shelter: Shelter) -> None:
    first, second = a_wing(shelter), a_wing(shelter, name="Sayap Lain")
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        insert_now(session, first)
        session.add(second)
    names = [column.key for column in Wing.__table__.columns if column.key not in {"id", "name"}]
    with shelter.house.database.reading() as session:
        one, other = (session.get_one(Wing, each) for each in (first.id, second.id))
        assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]


def test_the_row_may_be_changed_by_a_later_act(shelter: Shelter) -> None:
    row = a_wing(shelter)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        insert_now(session, row)
        session.get_one(Wing, row.id).name = "Sayap Baru"
    with shelter.house.database.reading() as session:
        kept = session.get_one(Wing, row.id)
        assert (kept.name, kept.version) == ("Sayap Baru", 2)


def test_a_missing_value_is_refused_at_once(shelter: Shelter) -> None:
    row = Wing(id=new_id(), origin_id=shelter.house.origin_id, name="Tanpa lantai")
    with (
        pytest.raises(IntegrityError, match="NOT NULL"),
        shelter.house.database.unit_of_work(shelter.clock()) as session,
    ):
        insert_now(session, row)


def test_triggers_see_it_at_once_and_the_whole_act_is_taken_back(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    girl = shelter.arrive("Kenanga", "12").person_id
    shelter.place(girl, "201-A")
    wing = a_wing(shelter)

    def both() -> None:
        with shelter.house.database.unit_of_work(shelter.clock()) as session:
            insert_now(session, wing)
            assert session.get_one(Wing, wing.id).name == "Sayap Uji"
            insert_now(session, a_stay(shelter, woman, "201-B"))

    with pytest.raises(Refused, match=Reason.CHILD_WITH_ADULT):
        both()
    with shelter.house.database.reading() as session:
        assert session.get(Wing, wing.id) is None
        assert list(session.execute(select(Stay.person_id)).scalars()) == [girl]


def test_the_statement_of_a_table_is_built_once(shelter: Shelter) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        insert_now(session, a_wing(shelter, name="Sepuluh"))
        built = rows._ready.cache_info().misses
        insert_now(session, a_wing(shelter, name="Sebelas"))
        assert rows._ready.cache_info().misses == built


def test_a_question_sees_what_is_still_pending(shelter: Shelter) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        room_id = session.execute(select(Room.id).limit(1)).scalar_one()
        bed = Bed(id=new_id(), origin_id=shelter.house.origin_id, room_id=room_id, label="Z")
        session.add(bed)
        found = run(session, select(Bed.label).where(Bed.id == bed.id))
        assert found.one().label == "Z"


def test_values_come_back_as_the_types_of_their_columns(shelter: Shelter) -> None:
    melati = shelter.arrive("Melati", "34").person_id
    shelter.place(melati, "101-A")
    asked = select(
        Stay.person_id, Stay.starts_at, Wing.side, Bed.mattress, Stay.ends_at.is_(None).label("on")
    )
    whole = (
        asked.join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(Wing, Wing.id == Room.wing_id)
        .where(Stay.person_id == bindparam("who"), Wing.side == Side.ADULT)
    )
    with shelter.house.database.reading() as session:
        row = run(session, whole, who=melati).one()
        assert tuple(row) == tuple(session.execute(whole, {"who": melati}).one())
    assert (row.side, row.mattress, row.on) == (Side.ADULT, False, True)
    assert isinstance(row.person_id, UUID)
    assert row.starts_at == shelter.clock()


def test_what_has_to_be_compiled_anew_each_time_is_not_run(shelter: Shelter) -> None:
    asked = select(Room.name).where(Room.name.in_(["101", "102"]))
    with shelter.house.database.reading() as session, pytest.raises(TypeError, match="anew"):
        run(session, asked)


def test_a_second_file_of_the_process_finds_its_statements_compiled(
    founded: Founded, tmp_path: Path, shelter: Shelter
) -> None:
    asked = select(Wing.name).where(Wing.floor == 1, Wing.position > 0)
    answers, compiled = [], []
    other = founded.opened(founded.copied(tmp_path / "other"), SetClock())
    for opened in (shelter, other):
        with opened.house.database.reading() as session:
            answers.append(session.execute(asked).scalars().all())
            compiled.append(session.connection().execute(asked).context.compiled)
    other.house.database.close()
    assert answers[0] == answers[1] != []
    assert compiled[0] is compiled[1]
