# SPDX-License-Identifier: Apache-2.0
"""The printed room plan: called names only, free beds, closed and kept ones with their end."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.errors import Denied
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.holds import BlockKind
from app.reports.dormitory.content import PlanBed, PlanRoom, PlanState, PlanWing, PrintedPlan
from app.reports.dormitory.room_plan import render
from app.reports.sheet import Letterhead, Sheet
from app.reports.style import TRAINING
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.beds.block import BlockPlace, block_place
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.rooms.room_plan import PrintRoomPlan, print_room_plan, room_plan_paper
from tests.conftest import NIGHT, Shelter
from tests.reports.test_papers import text_of
from tests.services.arrivals.register.test_receipts import trace


def printed(shelter: Shelter, by: str = "dewi", *, training: bool = False) -> PrintedPlan:
    return shelter.act(print_room_plan, PrintRoomPlan(training), by).value


def room(plan: PrintedPlan, name: str) -> PlanRoom:
    return next(r for wing in plan.wings for r in wing.rooms if r.name == name)


def furnished(shelter: Shelter) -> PrintedPlan:
    """Fill the house with every state a bed can have."""
    woman = shelter.arrive("Melur", "34")
    shelter.place(woman.person_id, "101-A")
    shelter.act(note_absence, NoteAbsence(woman.person_id, AbsenceKind.HOSPITAL, "RSCM 7"))
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-B")
    shelter.arrive("", "30")
    until = date(2026, 11, 30)
    shelter.act(
        block_place,
        BlockPlace(shelter.bed_id("101-B"), None, BlockKind.REPAIR, "kaki patah satu", until),
    )
    whole = next(r.room_id for w in shelter.ask(room_list) for r in w.rooms if r.name == "103")
    shelter.act(
        block_place, BlockPlace(None, whole, BlockKind.PESTS, "kutu busuk ditemukan", until)
    )
    kept = ReserveBeds((shelter.bed_id("102-A"),), "Polres: Mawar", NIGHT + timedelta(hours=21))
    shelter.act(reserve_beds, kept)
    return printed(shelter)


def test_every_bed_by_room_with_its_state_and_end(shelter: Shelter) -> None:
    plan = furnished(shelter)
    assert room(plan, "101").beds == (
        PlanBed("A", PlanState.TAKEN, "Melur", "rumah sakit"),
        PlanBed("B", PlanState.CLOSED, note="perbaikan s.d. 30 Nov 2026"),
        PlanBed("C", PlanState.FREE),
    )
    assert room(plan, "102").beds[0] == PlanBed("A", PlanState.KEPT, note="s.d. 24-11 22.50")
    assert room(plan, "103").closed == "ditutup: hama s.d. 30 Nov 2026"
    assert room(plan, "103").free == 0
    assert plan.unplaced == ("(nama belum diketahui)",)
    assert sum(plan.counts.values()) == 30
    assert plan.counts[PlanState.CLOSED] == 4


def test_the_paper_has_called_names_and_no_secret(shelter: Shelter) -> None:
    words, _ = text_of(room_plan_paper(furnished(shelter)))
    for shown in ("Melur – rumah sakit", "Kenanga", "(kosong)", "Sekretariat"):
        assert shown in words
    for hidden in ("34", "RSCM", "REG-", "Mawar", "kutu", "kaki patah"):
        assert hidden not in words


def test_printing_is_audited_without_names(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    plan = printed(shelter, "rina", training=True)
    assert plan.file_name == "DENAH-20261124-0150"
    assert TRAINING in text_of(room_plan_paper(plan))[0]
    assert trace(shelter) == ("print_room_plan", "done", None, {"beds": 30, "people": 1})


@pytest.mark.parametrize("login", ["eko", "tania", "ani"])
def test_who_may_not_print_it(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        printed(shelter, login)


def test_sixty_rooms_and_names_that_outgrow_a_page_are_printed_whole() -> None:
    long = "Sri Wahyuningsih Kusumawardhani " * 3
    bed = PlanBed("A", PlanState.TAKEN, long)
    beds = tuple(replace(bed, label=chr(65 + n), name=f"{long}{n}") for n in range(20))
    rooms = tuple(PlanRoom(str(100 + n), beds[:4]) for n in range(60))
    sheet = Sheet(Letterhead(name="RUMAH UJI"), "DENAH-1", training=False)
    when = datetime(2026, 11, 24, 1, 50)
    plan = PrintedPlan(
        sheet, when, "WIB", (PlanWing(1, "Satu", (*rooms, PlanRoom("Besar", beds)), ()),), ()
    )
    words, pages = text_of(render(plan))
    assert "Kamar 159" in words
    assert "Besar (lanjutan)" in words
    assert pages > 5
    assert render(plan) == render(plan)
