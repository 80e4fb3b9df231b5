# SPDX-License-Identifier: Apache-2.0
"""The handover sheet says how the watch rounds were kept, by number and without a reason."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from app.models.arrivals.shift import Handover
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.care.rounds import Found
from app.services.arrivals.desk.papers import sheet_paper
from app.services.arrivals.shift.handover import (
    ConfirmHandover,
    SheetWish,
    hand_over,
    handover_sheet,
)
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.away.absences import EndAbsence, NoteAbsence, end_absence, note_absence
from app.services.dormitory.care.rounds import LookIn, look_in
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from tests.conftest import Shelter
from tests.reports.test_papers import text_of


def rounds(shelter: Shelter, *, names: bool = False) -> tuple[str, ...]:
    return shelter.ask(handover_sheet, SheetWish(names, "", training=False)).rounds


def watch(shelter: Shelter, person_id: Any, level: int) -> None:
    shelter.act(note_needs, NoteNeeds(person_id, None, level, None, None, None))


def look(shelter: Shelter, person_id: Any, found: Found = Found.WELL) -> Any:
    return shelter.act(look_in, LookIn(person_id, found))


@pytest.fixture
def melati(shelter: Shelter) -> Any:
    shelter.act(start_shift, None)
    made = shelter.arrive("Melati", "30")
    shelter.place(made.person_id, "101-A")
    return made


def test_where_nobody_is_watched_the_sheet_is_silent(shelter: Shelter, melati: Any) -> None:
    assert rounds(shelter) == ()


def test_looks_misses_the_longest_gap_and_how_late_it_is(shelter: Shelter, melati: Any) -> None:
    watch(shelter, melati.person_id, 3)
    assert rounds(shelter) == (
        f"{melati.number} tingkat 3: belum ada putaran yang harus dilakukan",
    )
    for minutes in (10, 15, 31, 12):
        shelter.clock.move(minutes=minutes)
        look(shelter, melati.person_id)
    shelter.clock.move(minutes=20)
    assert rounds(shelter) == (
        f"{melati.number} tingkat 3: dilihat 4 dari 7 putaran, jeda terlama 31 menit, "
        "SEKARANG TERLAMBAT 5 menit",
    )
    assert rounds(shelter, names=True)[0].startswith(f"{melati.number} Melati tingkat 3")


def test_a_slip_and_an_empty_bed_are_no_looks(shelter: Shelter, melati: Any) -> None:
    watch(shelter, melati.person_id, 3)
    shelter.clock.move(minutes=10)
    done = look(shelter, melati.person_id)
    shelter.act(done.inverse.act, done.inverse.command)
    look(shelter, melati.person_id, Found.NOT_THERE)
    shelter.clock.move(minutes=6)
    assert rounds(shelter) == (
        f"{melati.number} tingkat 3: dilihat 0 dari 1 putaran, jeda terlama 16 menit, "
        "SEKARANG TERLAMBAT 1 menit",
    )


def test_each_watch_answers_for_its_own_rounds(shelter: Shelter, melati: Any) -> None:
    watch(shelter, melati.person_id, 2)
    look(shelter, melati.person_id)
    shelter.clock.move(minutes=50)
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    with shelter.house.database.reading() as session:
        kept = json.loads(session.execute(select(Handover.sheet)).scalar_one())
    told = "dilihat 1 dari 1 putaran, jeda terlama 50 menit"
    assert kept["rounds"] == [f"{melati.number} tingkat 2: {told}"]
    shelter.clock.move(minutes=30)
    look(shelter, melati.person_id)
    shelter.clock.move(minutes=1)
    told = "dilihat 1 dari 2 putaran, jeda terlama 80 menit"
    assert rounds(shelter) == (f"{melati.number} tingkat 2: {told}",)


def test_out_of_the_house_nobody_has_to_look(shelter: Shelter, melati: Any) -> None:
    watch(shelter, melati.person_id, 3)
    look(shelter, melati.person_id)
    shelter.clock.move(minutes=5)
    shelter.act(note_absence, NoteAbsence(melati.person_id, AbsenceKind.HOSPITAL))
    shelter.clock.move(hours=3)
    assert rounds(shelter)[0].endswith("dilihat 1 dari 1 putaran, jeda terlama 5 menit")
    shelter.act(end_absence, EndAbsence(melati.person_id))
    shelter.clock.move(minutes=10)
    look(shelter, melati.person_id)
    assert rounds(shelter)[0].endswith("dilihat 2 dari 2 putaran, jeda terlama 10 menit")


def test_a_watch_that_ended_is_still_told_and_one_that_rose_begins_anew(
    shelter: Shelter, melati: Any
) -> None:
    watch(shelter, melati.person_id, 2)
    shelter.clock.move(minutes=50)
    watch(shelter, melati.person_id, 3)
    shelter.clock.move(minutes=20)
    look(shelter, melati.person_id)
    watch(shelter, melati.person_id, 0)
    shelter.clock.move(hours=1)
    told = "dilihat 1 dari 2 putaran, jeda terlama 50 menit"
    assert rounds(shelter) == (f"{melati.number} tidak diawasi sekarang: {told}",)
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    shelter.clock.move(minutes=1)
    assert rounds(shelter) == ()


def test_a_clock_that_went_back_counts_every_look_of_the_watch(
    shelter: Shelter, melati: Any
) -> None:
    watch(shelter, melati.person_id, 3)
    shelter.clock.move(minutes=14)
    look(shelter, melati.person_id)
    shelter.clock.move(hours=-8)
    look(shelter, melati.person_id)
    (line,) = rounds(shelter)
    assert "dilihat 2 dari" in line


def test_the_paper_tells_it_without_a_name_or_a_reason(shelter: Shelter, melati: Any) -> None:
    watch(shelter, melati.person_id, 3)
    look(shelter, melati.person_id)
    shelter.clock.move(minutes=16)
    content = shelter.ask(handover_sheet, SheetWish(False, "", training=False))
    told = " ".join(text_of(sheet_paper(content))[0].split())
    assert f"Putaran pengawasan: {melati.number} tingkat 3: dilihat 1 dari 2 putaran" in told
    assert "SEKARANG TERLAMBAT 1 menit" in told
    assert "periksa barang bawaannya" in told
    assert "Melati" not in told
