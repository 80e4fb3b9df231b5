# SPDX-License-Identifier: Apache-2.0
"""A child who is left alone stands on the nightly list and at once on the desk, with a cure."""

import pytest

from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare
from app.policies.dormitory.night.findings import FindingKind
from app.policies.people.kinship import KinKind
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.facts.counts import open_counts
from app.services.dormitory.night.alone import caretaker_minds
from app.services.dormitory.night.night_list import CureKind, NightLine, night_list
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from tests.conftest import Shelter

ALONE = {
    FindingKind.INFANT_WITHOUT_MOTHER,
    FindingKind.SMALL_CHILD_ALONE,
    FindingKind.CHILD_ALONE,
}


class Family:
    """Melur of 34 in 101-A and Lili in 101-B."""

    def __init__(self, shelter: Shelter, age: str) -> None:
        self.shelter = shelter
        self.mother = shelter.arrive("Melur", "34").person_id
        self.child = shelter.arrive("Lili", age).person_id
        kin = shelter.act(declare_kin, DeclareKin(self.mother, self.child, KinKind.MOTHER)).value
        shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta lahir"), "ani")
        shelter.place(self.mother, "101-A")
        shelter.place(self.child, "101-B")

    def alone(self) -> list[NightLine]:
        return [line for line in self.shelter.ask(night_list).lines if line.kind in ALONE]

    def moved(self) -> None:
        bed = self.shelter.bed_id("102-A")
        self.shelter.act(move_client, PlaceClient(self.mother, bed))

    def at_once(self) -> int:
        return self.shelter.ask(open_counts).alone


def test_moved_without_her_child_of_eight_months_the_desk_sees_it_and_the_cure_ends_it(
    shelter: Shelter,
) -> None:
    family = Family(shelter, "8b")
    assert (family.alone(), family.at_once()) == ([], 0)
    family.moved()
    (line,) = family.alone()
    assert (line.kind, line.room, family.at_once()) == (
        FindingKind.INFANT_WITHOUT_MOTHER,
        "101",
        1,
    )
    assert (line.cure.kind, line.cure.place) == (CureKind.MOVE, "102-B")
    shelter.act(move_client, PlaceClient(line.cure.person_id, line.cure.bed_id))
    assert (family.alone(), family.at_once()) == ([], 0)


@pytest.mark.parametrize(("age", "kind", "at_once"), [
    ("5", FindingKind.SMALL_CHILD_ALONE, 1),
    ("11", FindingKind.CHILD_ALONE, 0),
    ("16", None, 0),
])  # fmt: skip
def test_at_which_age_it_counts(
    shelter: Shelter, age: str, kind: FindingKind | None, at_once: int
) -> None:
    family = Family(shelter, age)
    family.moved()
    assert [line.kind for line in family.alone()] == ([] if kind is None else [kind])
    assert family.at_once() == at_once


@pytest.mark.parametrize("care", [None, ChildCare.CARETAKER])
def test_in_hospital_somebody_minds_the_child_or_it_is_found(
    shelter: Shelter, care: ChildCare | None
) -> None:
    family = Family(shelter, "8b")
    if care is None:
        absence = NoteAbsence(family.mother, AbsenceKind.HOSPITAL)
        shelter.act(note_absence, absence)
        (line,) = family.alone()
        assert (line.cure.kind, line.cure.person_id) == (CureKind.MIND, family.mother)
        shelter.act(caretaker_minds, family.mother)
    else:
        shelter.act(send_out, SendOut(family.mother, AbsenceKind.HOSPITAL, child_care=care))
    assert (family.alone(), family.at_once()) == ([], 0)


def test_whoever_runs_away_leaves_her_child_to_be_found_at_once(shelter: Shelter) -> None:
    family = Family(shelter, "8b")
    shelter.act(send_out, SendOut(family.mother, AbsenceKind.MISSING))
    assert family.at_once() == 1
