# SPDX-License-Identifier: Apache-2.0
"""The fire roll-call: everybody of the house exactly once, and counts for the secretariat."""

from typing import Any

import pytest

from app.errors import Denied
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.reports.dormitory.content import Called, RollCall
from app.reports.style import TRAINING
from app.services.acts import execute
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.dormitory.away.absences import EndAbsence, NoteAbsence, end_absence, note_absence
from app.services.dormitory.night.roll_call import (
    PrintRollCall,
    print_roll_call,
    roll_call_counts,
    roll_call_paper,
)
from tests.conftest import STAFF, Shelter
from tests.reports.test_papers import text_of
from tests.services.arrivals.register.test_receipts import trace


def printed(shelter: Shelter, by: str = "dewi", *, training: bool = False) -> RollCall:
    return shelter.act(print_roll_call, PrintRollCall(training), by).value


def away(shelter: Shelter, arrived: Any, kind: AbsenceKind) -> None:
    shelter.act(note_absence, NoteAbsence(arrived.person_id, kind, "RSCM bangsal 7"))


def test_it_follows_the_house_and_shows_called_names_only(shelter: Shelter) -> None:
    for name, age, place in (("Kenanga", "12", "201-B"), ("Melur", "34", "103-A")):
        shelter.place(shelter.arrive(name, age).person_id, place)
    shelter.place(shelter.arrive("Sari", "40").person_id, "103-C")
    waiting = shelter.arrive("", "?")
    roll = printed(shelter)
    adults, children = (wing for wing in roll.wings if wing.rooms)
    assert [wing.floor for wing in roll.wings] == sorted(wing.floor for wing in roll.wings)
    assert (adults.name, children.name) == ("Lantai 1 Dewasa", "Lantai 2 Anak")
    assert adults.rooms[0].people == (Called("A", "Melur"), Called("C", "Sari"))
    assert adults.empty == ("101", "102", "104", "105")
    assert children.rooms[0].people == (Called("B", "Kenanga"),)
    assert roll.unplaced == (Called("", "(nama belum diketahui)"),)
    others = next(wing for wing in roll.wings if not wing.rooms)
    assert "Sekretariat" in others.other
    words, _ = text_of(roll_call_paper(roll))
    for hidden in (waiting.number, "REG-", "Polres", "34"):
        assert hidden not in words


@pytest.mark.parametrize("kind", list(AbsenceKind))
def test_who_may_still_be_inside_is_looked_for(shelter: Shelter, kind: AbsenceKind) -> None:
    woman = shelter.arrive("Melur", "34")
    shelter.place(woman.person_id, "101-A")
    away(shelter, woman, kind)
    (found,) = printed(shelter).people
    assert found.away
    assert found.sought is (kind in {AbsenceKind.MISSING, AbsenceKind.WITH_STAFF})
    words, _ = text_of(roll_call_paper(printed(shelter)))
    assert f"Melur – {found.away}" in words
    assert "RSCM" not in words, "the note of an absence is nobody's business here"
    shelter.act(end_absence, EndAbsence(woman.person_id))
    assert printed(shelter).people == (Called("A", "Melur"),)


def test_who_waits_for_a_bed_and_is_away_stands_at_the_end(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34")
    away(shelter, woman, AbsenceKind.HOSPITAL)
    assert printed(shelter).unplaced == (Called("", "Melur", "rumah sakit", sought=False),)


def test_a_withdrawn_registration_is_not_called(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34")
    shelter.act(withdraw_arrival, WithdrawArrival(woman.arrival_id, woman.version))
    assert printed(shelter).people == ()


def test_every_printing_is_audited_without_names(shelter: Shelter) -> None:
    away(shelter, shelter.arrive("Melur", "34"), AbsenceKind.LEAVE)
    shelter.arrive("Sari", "40")
    roll = printed(shelter, training=True)
    assert roll.file_name == "HADIR-20261124-0150"
    assert TRAINING in text_of(roll_call_paper(roll))[0]
    assert trace(shelter) == ("print_roll_call", "done", None, {"people": 2, "away": 1})


@pytest.mark.parametrize("login", sorted(set(STAFF) - {"eko"}))
def test_everybody_but_the_secretariat_may_print_it(shelter: Shelter, login: str) -> None:
    shelter.arrive("Melur", "34")
    assert printed(shelter, login).people == (Called("", "Melur"),)


def test_the_secretariat_sees_how_many_and_nobody(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    hospital = shelter.arrive("Sari", "40")
    shelter.place(hospital.person_id, "101-B")
    away(shelter, hospital, AbsenceKind.HOSPITAL)
    shelter.arrive("Kenanga", "12")
    with pytest.raises(Denied):
        execute(shelter.house, shelter.actors["eko"], print_roll_call, PrintRollCall())
    assert trace(shelter)[:2] == ("print_roll_call", "denied")
    counts = shelter.ask(roll_call_counts, by="eko")
    assert (counts.people, counts.unplaced, counts.away) == (2, 1, 1)
    assert {wing.name: wing.people for wing in counts.wings}["Lantai 1 Dewasa"] == 1
    assert not any(name in str(counts) for name in ("Melur", "Sari", "Kenanga"))
