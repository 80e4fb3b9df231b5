# SPDX-License-Identifier: Apache-2.0
"""Schema, upgrades with rows in them, and files that are not what they should be."""

import hashlib
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Integer, Table, Text, func, select, text
from sqlalchemy.orm import Session

from app.config import MIGRATIONS, Paths
from app.db import shape, upgrade
from app.db.birth import Birth
from app.db.engine import Database, open_keyed
from app.db.invariants import install
from app.errors import Cause, Unavailable
from app.models.arrivals.care import Belonging, Medicine, Need, Told
from app.models.arrivals.group import ArrivalGroup
from app.models.arrivals.night import BedCheck, BedCheckMark, LogEntry
from app.models.base import new_id
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed, Wing
from app.models.dormitory.watch import WatchLevel
from app.models.people.ages import AgeStatement
from app.models.people.person import Person
from app.models.people.returning import PossibleReturn, ReturnVerdict
from app.models.people.thresholds import AgeThresholds
from app.models.registry import metadata
from app.models.roster.duty import Duty
from app.models.types import Day, Flag, Id, Instant, Word
from app.policies.arrivals.care import BelongingKind, MedicineOutcome, NeedKind, ToldKind
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.rules.settings import PROPOSED
from app.policies.people.age import AgeBasis
from app.policies.people.kinship import KinKind
from app.policies.roster.duties import DutyKind
from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.facts.known import rules_now
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from app.services.people.ages import SayAge, say_age
from app.services.people.family import DeclareKin, declare_kin
from app.services.people.kin_exceptions import SignException, sign_exception
from app.services.roster.plan import PlanDuty, plan_duty
from app.services.staff.vault_file import check_password, header_of
from tests.conftest import PASSWORD, SetClock, Shelter
from tests.db.older import BEFORE_ONE_ROSTER, BEFORE_ROUNDS, back_to_0007

NEXT = f"{int(upgrade.HEAD) + 1:04d}"
ADD_COLUMN = '''"""Add a note to beds."""

import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("bed") as batch:
        batch.add_column(sa.Column("note", sa.Text(), nullable=True))
    {more}
'''


def key_of(paths: Paths, clock: SetClock) -> bytes:
    opened = check_password(paths, header_of(paths), "ratna", PASSWORD, clock)
    return opened.keys[-1][1]


def scripts(folder: Path, more: str = "pass") -> Path:
    shutil.copytree(MIGRATIONS, folder)
    script = ADD_COLUMN.format(more=more, head=upgrade.HEAD, next=NEXT)
    (folder / "versions" / f"{NEXT}_note.py").write_text(script)
    return folder


def counts(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {
            table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in metadata.tables
        }


def a_row_elsewhere(shelter: Shelter, arrival_id: UUID, one: UUID, other: UUID) -> None:
    """Write one row into each table that the acts above leave empty."""
    by, now = shelter.actors["dewi"].account_id, shelter.clock()
    check = new_id()
    rows = (
        ArrivalGroup(number="ROM", arrived_at=now, opened_at=now, opened_by=by),
        PossibleReturn(person_id=one, earlier_id=other, noted_at=now, verdict=ReturnVerdict.OPEN),
        AgeThresholds(
            presumed_child_up_to=20, doubt_up_to=24, margin=2, changed_at=now, changed_by=by, seq=1
        ),
        Absence(
            person_id=one, kind=AbsenceKind.HOSPITAL, starts_at=now, noted_by=by, note="", seq=1
        ),
        Need(arrival_id=arrival_id, kind=NeedKind.FOOD, met_at=now, met_by=by),
        Medicine(
            person_id=one,
            name="Parasetamol",
            dose="1",
            outcome=MedicineOutcome.GIVEN,
            given_at=now,
            given_by=by,
            seq=1,
        ),
        Belonging(
            arrival_id=arrival_id,
            kind=BelongingKind.PHONE,
            what="telepon",
            kept_where="lemari",
            kept_at=now,
            kept_by=by,
        ),
        Told(arrival_id=arrival_id, kind=ToldKind.JOB, words="", noted_at=now, noted_by=by),
        LogEntry(
            kind=LogKind.CALL, happened_at=now, noted_at=now, noted_by=by, words="telepon", seq=1
        ),
        BedCheck(id=check, started_at=now, checked_by=by, seq=1),
        Duty(
            day=now.date(),
            watch=ShiftKind.NIGHT,
            kind=DutyKind.AT_DESK,
            account_id=by,
            planned_id=by,
        ),
    )
    mark = BedCheckMark(check_id=check, person_id=one, state=MarkState.PRESENT, marked_at=now)
    with shelter.house.database.unit_of_work(now) as session:
        for row in (*rows, mark):
            row.origin_id = shelter.house.origin_id
            session.add(row)
            session.flush()


def a_row_in(session: Session, table: Table, moment: datetime, **known: object) -> None:
    """Write one row into a table that is still empty, from what its columns are for."""
    values: dict[str, object] = {"id": new_id(), "version": 1, **known}
    samples = {Flag: False, Day: moment.date(), Instant: moment, Integer: 1, Text: "kata"}
    for column in table.columns:
        if column.nullable or column.name in values:
            continue
        if column.foreign_keys:
            (key,) = column.foreign_keys
            values[column.name] = session.execute(select(key.column).limit(1)).scalar_one()
        elif isinstance(column.type, Word):
            values[column.name] = next(iter(column.type.words))
        elif column.name in {"expires_at", "to_minute"}:
            values[column.name] = moment + timedelta(hours=1) if column.name == "expires_at" else 60
        elif isinstance(column.type, Id):
            values[column.name] = new_id()
        else:
            (values[column.name],) = (
                sample for kind, sample in samples.items() if isinstance(column.type, kind)
            )
    session.execute(table.insert().values(values))


def a_row_in_the_rest(shelter: Shelter, one: UUID, other: UUID) -> None:
    """Write one row into each table that is still empty."""
    first, second = sorted((one, other))
    known: dict[str, dict[str, object]] = {
        "keep_apart": {"one_id": first, "other_id": second},
        "rules_version": {"needs_two": True},
    }
    now = shelter.clock()
    with shelter.house.database.unit_of_work(now) as session:
        known["block"] = {"bed_id": session.execute(select(Bed.id).limit(1)).scalar_one()}
        for table in metadata.sorted_tables:
            if not session.execute(select(func.count()).select_from(table)).scalar_one():
                origin = {"origin_id": shelter.house.origin_id}
                a_row_in(session, table, now, **origin, **known.get(table.name, {}))


@pytest.fixture
def lived_in(shelter: Shelter) -> Shelter:
    """A shelter with rows in every table, closed again."""
    from app.policies.arrivals.partners import PartnerKind
    from app.policies.people.age import AgeBasis
    from app.services.acts import save_quietly
    from app.services.arrivals.desk.partners import PartnerFacts, add_partner
    from app.services.arrivals.register.drafts import KeepDraft, keep_draft
    from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
    from app.services.arrivals.shift.shifts import start_shift
    from tests.conftest import a_form

    shelter.act(add_partner, PartnerFacts(PartnerKind.POLICE, "Polres"), "hendra")
    shelter.act(start_shift, None)
    first, second = shelter.arrive("Satu", "16"), shelter.arrive("Dua", "16")
    shelter.place(first.person_id, "201-A")
    shelter.place(second.person_id, "201-B")
    kin = DeclareKin(first.person_id, second.person_id, KinKind.SISTER)
    sisters = shelter.act(declare_kin, kin).value
    shelter.act(sign_exception, SignException(sisters.kinship_id, "saling memanggil kakak"))
    shelter.act(say_age, SayAge(second.person_id, "d", AgeBasis.ESTIMATE), "hendra")
    shelter.act(note_needs, NoteNeeds(first.person_id, None, 3, None, None, None))
    shelter.act(look_in, LookIn(first.person_id))
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], "tenang"))
    save_quietly(
        shelter.house, shelter.actors["dewi"], keep_draft, KeepDraft(a_form("Tiga"), "age")
    )
    a_row_elsewhere(shelter, first.arrival_id, first.person_id, second.person_id)
    a_row_in_the_rest(shelter, first.person_id, second.person_id)
    assert min(counts(shelter.house.database).values()) > 0
    return shelter


def test_head_equals_the_models(shelter: Shelter) -> None:
    with shelter.house.database.reading() as session:
        assert shape.standing(session) == shape.expected()


def test_the_program_names_the_newest_migration() -> None:
    names = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert names[-1] == upgrade.HEAD


def test_migrations_never_import_live_models() -> None:
    for path in (MIGRATIONS / "versions").glob("*.py"):
        assert "from app" not in path.read_text()


def test_an_upgrade_keeps_every_row_and_every_trigger(lived_in: Shelter, tmp_path: Path) -> None:
    before = counts(lived_in.house.database)
    lived_in.house.database.close()
    paths = lived_in.paths
    key = key_of(paths, lived_in.clock)
    changed = upgrade.bring_up(paths.database, key, paths.backups, scripts(tmp_path / "m"), NEXT)
    assert changed
    assert upgrade.revision(paths.database, key) == NEXT
    database = Database(paths.database, key)
    assert counts(database) == before
    database.close()
    connection, _ = open_keyed(paths.database, key, read_only=True)
    assert install.standing(connection) == install.expected()
    connection.close()
    assert (paths.backups / f"before-{upgrade.HEAD}-to-{NEXT}.db").exists()


def test_rules_of_before_ask_for_the_ground_floor(shelter: Shelter) -> None:
    shelter.act(propose_rules, ProposeRules(replace(PROPOSED, near_from=1)), "ratna")
    paths, key = shelter.paths, key_of(shelter.paths, shelter.clock)
    shelter.house.database.close()
    connection, _ = open_keyed(paths.database, key, upgrading=True)
    install.take_away(connection)
    back_to_0007(connection)
    connection.executescript(BEFORE_ONE_ROSTER)
    connection.execute("ALTER TABLE rules_version DROP COLUMN ground_floor")
    connection.execute("UPDATE alembic_version SET version_num = '0005'")
    connection.commit()
    connection.close()
    assert upgrade.bring_up(paths.database, key, paths.backups)
    database = Database(paths.database, key)
    with database.reading() as session:
        assert rules_now(session) == replace(PROPOSED, near_from=1)
    database.close()


def test_both_rosters_of_before_become_one(shelter: Shelter) -> None:
    day = shelter.clock().date()
    with shelter.house.database.reading() as session:
        wings = list(session.execute(select(Wing.id).order_by(Wing.position)).scalars())
    plans = [
        PlanDuty(day, ShiftKind.NIGHT, DutyKind.AT_DESK, shelter.actors["dewi"].account_id),
        PlanDuty(day, ShiftKind.NIGHT, DutyKind.ON_CALL, shelter.actors["rina"].account_id),
        *(
            PlanDuty(day, ShiftKind.NIGHT, DutyKind.WING, shelter.actors[login].account_id, wing)
            for login, wing in (("rina", wings[0]), ("sri", wings[0]), ("rina", wings[1]))
        ),
    ]
    for plan in plans:
        shelter.act(plan_duty, plan, "hendra")
    before = _duties(shelter.house.database)
    assert len(before) == 5
    paths, key = shelter.paths, key_of(shelter.paths, shelter.clock)
    shelter.house.database.close()
    connection, _ = open_keyed(paths.database, key, upgrading=True)
    install.take_away(connection)
    back_to_0007(connection)
    connection.executescript(BEFORE_ONE_ROSTER)
    connection.commit()
    connection.close()
    assert upgrade.bring_up(paths.database, key, paths.backups)
    database = Database(paths.database, key)
    assert _duties(database) == before
    with database.reading() as session:
        assert shape.standing(session) == shape.expected()
    database.close()


def test_who_was_watched_before_is_watched_on_from_when_it_was_noted(shelter: Shelter) -> None:
    one, other = (shelter.arrive(name, "30").person_id for name in ("Melati", "Mawar"))
    shelter.act(propose_rules, ProposeRules(replace(PROPOSED, near_from=1)), "ratna")
    shelter.act(note_needs, NoteNeeds(one, None, 2, None, None, None))
    shelter.act(note_needs, NoteNeeds(other, None, 0, None, None, None))
    noted = shelter.clock()
    paths, key = shelter.paths, key_of(shelter.paths, shelter.clock)
    shelter.house.database.close()
    connection, _ = open_keyed(paths.database, key, upgrading=True)
    install.take_away(connection)
    connection.executescript(BEFORE_ROUNDS)
    connection.commit()
    connection.close()
    assert upgrade.bring_up(paths.database, key, paths.backups)
    database = Database(paths.database, key)
    with database.reading() as session:
        assert rules_now(session) == replace(PROPOSED, near_from=1)
        rows = session.execute(select(WatchLevel)).scalars()
        assert [(row.person_id, row.level, row.changed_at) for row in rows] == [(one, 2, noted)]
        assert shape.standing(session) == shape.expected()
    again = replace(shelter, house=replace(shelter.house, database=database))
    again.clock.move(minutes=61)
    (line,) = again.ask(watch_rounds).lines
    assert (line.person_id, line.due_in) == (one, timedelta(minutes=-1))
    again.act(look_in, LookIn(one))
    assert again.ask(watch_rounds).lines[0].due_in == timedelta(minutes=60)
    database.close()


NAMES = ("Anggrek", "Bunga", "Cempaka", "Dahlia", "Edelweis", "Flamboyan", "Gladiol")
AGES = (
    ("34", AgeBasis.SELF, "1991-11-25", "1992-11-24"),
    ("16", AgeBasis.ESTIMATE, "2008-11-24", "2012-11-24"),
    ("12/5/1999", AgeBasis.DOCUMENT, "1999-05-12", "1999-05-12"),
    ("2010", AgeBasis.SELF, "2010-01-01", "2010-12-31"),
    ("1", AgeBasis.ESTIMATE, "2023-11-24", "2026-11-24"),
    ("?", AgeBasis.ESTIMATE, None, None),
    ("d", AgeBasis.ESTIMATE, None, "2008-11-24"),
)


def test_ages_written_before_count_from_the_day_they_were_said(shelter: Shelter) -> None:
    """The migration reckons as the program does now."""
    made = {
        shelter.arrive(name, age, age_basis=basis).person_id: (first, last)
        for name, (age, basis, first, last) in zip(NAMES, AGES, strict=True)
    }

    def born(database: Database) -> dict[UUID, tuple[str | None, str | None]]:
        with database.reading() as session:
            rows = session.execute(select(Person.id, Person.born_earliest, Person.born_latest))
            return {
                person_id: tuple(None if day is None else day.isoformat() for day in days)
                for person_id, *days in rows
            }

    assert born(shelter.house.database) == made
    paths, key = shelter.paths, key_of(shelter.paths, shelter.clock)
    shelter.house.database.close()
    connection, _ = open_keyed(paths.database, key, upgrading=True)
    install.take_away(connection)
    back_to_0007(connection)
    connection.commit()
    connection.close()
    assert upgrade.bring_up(paths.database, key, paths.backups)
    database = Database(paths.database, key)
    assert born(database) == made
    with database.reading() as session:
        said = session.execute(select(AgeStatement.person_id, AgeStatement.age_text)).all()
        assert sorted(text for _, text in said) == sorted(age.strip("?") for age, *_ in AGES)
        assert {person_id for person_id, _ in said} == set(made)
    house = replace(shelter.house, database=database)
    for person_id in made:
        command = SayAge(person_id, "?", AgeBasis.SELF)
        again = replace(shelter, house=house).act(say_age, command, "ani")
        assert again.value.person_id == person_id
    assert born(database) == made
    with database.reading() as session:
        assert shape.standing(session) == shape.expected()
    database.close()


def _duties(database: Database) -> list[tuple[object, ...]]:
    columns = (Duty.id, Duty.version, Duty.day, Duty.watch, Duty.kind, Duty.wing_id)
    with database.reading() as session:
        found = session.execute(select(*columns, Duty.account_id, Duty.planned_id))
        return sorted((tuple(row) for row in found), key=str)


def test_an_upgrade_at_head_does_nothing(shelter: Shelter) -> None:
    key = key_of(shelter.paths, shelter.clock)
    shelter.house.database.close()
    assert not upgrade.bring_up(shelter.paths.database, key, shelter.paths.backups)
    assert not shelter.paths.backups.exists()


@pytest.mark.parametrize(
    "more",
    [
        'raise RuntimeError("stop")',
        'op.execute("DELETE FROM room")',
        'op.execute("DELETE FROM account")',
        'op.execute("no such sql")',
    ],
)
def test_a_failing_upgrade_puts_the_file_back_byte_for_byte(
    lived_in: Shelter, tmp_path: Path, more: str
) -> None:
    lived_in.house.database.close()
    paths = lived_in.paths
    key = key_of(paths, lived_in.clock)
    before = hashlib.sha256(paths.database.read_bytes()).hexdigest()
    with pytest.raises(Unavailable) as caught:
        upgrade.bring_up(paths.database, key, paths.backups, scripts(tmp_path / "m", more), NEXT)
    assert caught.value.cause is Cause.UPGRADE_FAILED
    assert hashlib.sha256(paths.database.read_bytes()).hexdigest() == before
    assert upgrade.revision(paths.database, key) == upgrade.HEAD


def test_a_newer_file_is_refused_and_untouched(shelter: Shelter) -> None:
    paths, key = shelter.paths, key_of(shelter.paths, shelter.clock)
    shelter.house.database.close()
    connection, _ = open_keyed(paths.database, key, upgrading=True)
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    with pytest.raises(Unavailable) as caught:
        upgrade.bring_up(paths.database, key, paths.backups)
    assert caught.value.cause is Cause.NEWER


def test_a_new_database_never_replaces_a_file(paths: Paths, clock: SetClock) -> None:
    from uuid import uuid4

    before = paths.database.read_bytes()
    birth = Birth(uuid4(), uuid4(), "real", clock())
    with pytest.raises(FileExistsError):
        upgrade.create(paths.database, bytes(32), birth)
    assert paths.database.read_bytes() == before


def test_every_column_declares_access_and_retention() -> None:
    silent = [
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if {"access", "retention"} - set(column.info)
    ]
    assert silent == []


def test_the_file_is_not_sqlite_and_holds_no_name(lived_in: Shelter) -> None:
    lived_in.house.database.close()
    for path in lived_in.paths.data.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not content.startswith(b"SQLite format 3")
            assert b"Satu" not in content
            assert b"tenang" not in content
