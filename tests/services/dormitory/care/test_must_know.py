# SPDX-License-Identifier: Apache-2.0
"""What a caretaker has to know, her own wings only, and nothing of the case."""

from dataclasses import fields
from datetime import timedelta

import pytest

from app.errors import Denied
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.care import MedicineOutcome
from app.services.arrivals.care.care import GiveMedicine, give_medicine
from app.services.arrivals.care.care_of import care_of
from app.services.arrivals.register.admission import NoteDiet, note_diet_and_allergy
from app.services.dormitory.care.must_know import CareNoted, MustKnow, MustKnowLine, must_know
from tests.conftest import Shelter
from tests.services.dormitory.rows import keep_apart, note, on_duty

ADULTS, CHILDREN = "Lantai 1 Dewasa", "Lantai 2 Anak"
SECRET = "Pernah mengancam di jalan"


@pytest.fixture
def house(shelter: Shelter) -> dict:
    people = {
        name: shelter.arrive(name, age)
        for name, age in (("Melur", "34"), ("Anggrek", "30"), ("Kenanga", "14"))
    }
    for name, place in (("Melur", "101-A"), ("Anggrek", "102-A"), ("Kenanga", "201-A")):
        shelter.place(people[name].person_id, place)
    melur = people["Melur"].arrival_id
    version = shelter.ask(care_of, melur, by="rina").person_version
    none = Answer(AnswerState.NOT_APPLICABLE)
    command = NoteDiet(melur, version, allergy=given("kacang"), diet=none)
    shelter.act(note_diet_and_allergy, command)
    shelter.act(give_medicine, GiveMedicine(melur, "Efavirenz", "1", MedicineOutcome.GIVEN))
    shelter.act(give_medicine, GiveMedicine(melur, "Efavirenz", "", MedicineOutcome.REFUSED))
    keep_apart(shelter, people["Melur"].person_id, people["Anggrek"].person_id)
    note(shelter, people["Melur"].person_id, watch=2, exploited=True)
    return people


def known(shelter: Shelter, by: str = "rina") -> MustKnow:
    return shelter.ask(must_know, by=by)


def line_of(shelter: Shelter, name: str, by: str = "rina") -> MustKnowLine:
    return next(
        line for wing in known(shelter, by).wings for line in wing.people if line.who.name == name
    )


def test_bed_diet_allergy_medicine_hours_names_and_level(shelter: Shelter, house) -> None:
    line = line_of(shelter, "Melur")
    assert line.place == "101-A"
    assert line.allergy == given("kacang")
    assert line.diet == Answer(AnswerState.NOT_APPLICABLE)
    assert line.medicine_at == (shelter.clock(),)
    assert [each.name for each in line.apart] == ["Anggrek"]
    assert (line.watch, line.special) == (2, True)
    plain = line_of(shelter, "Kenanga")
    assert (plain.apart, plain.watch, plain.special) == ((), 0, False)
    assert [each.name for each in line_of(shelter, "Anggrek").apart] == ["Melur"]


def test_nothing_of_the_case_and_no_name_of_a_medicine(shelter: Shelter, house) -> None:
    everything = repr(known(shelter))
    for secret in (SECRET, "Efavirenz", "exploited", "Polres"):
        assert secret not in everything
    assert {each.name for each in fields(MustKnowLine)} == {
        *("who", "place", "allergy", "diet", "medicine_at", "noted", "apart", "watch"),
        "newborns",
    }


def test_medicine_of_the_day_before_yesterday_is_not_told(shelter: Shelter, house) -> None:
    shelter.clock.move(hours=23, minutes=59)
    assert len(line_of(shelter, "Melur").medicine_at) == 1
    shelter.clock.moment += timedelta(minutes=1)
    assert line_of(shelter, "Melur").medicine_at == ()


def test_a_caretaker_on_duty_sees_her_wing_only(shelter: Shelter, house) -> None:
    everybody = known(shelter)
    assert not everybody.own_only
    assert [wing.name for wing in everybody.wings] == [ADULTS, CHILDREN]
    on_duty(shelter, "rina", CHILDREN)
    own = known(shelter)
    assert own.own_only
    assert [wing.name for wing in own.wings] == [CHILDREN]
    assert "Melur" not in repr(own)
    on_duty(shelter, "rina", ADULTS)
    assert [wing.name for wing in known(shelter).wings] == [ADULTS, CHILDREN]
    shelter.clock.move(hours=5)
    assert not known(shelter).own_only


def test_the_duty_officer_sees_every_wing_and_who_waits(shelter: Shelter, house) -> None:
    shelter.arrive("Dahlia", "40")
    on_duty(shelter, "dewi", CHILDREN)
    wings = known(shelter, "dewi").wings
    assert [(wing.name, wing.wing_id is None) for wing in wings] == [
        (ADULTS, False),
        (CHILDREN, False),
        ("", True),
    ]
    (waiting,) = wings[-1].people
    assert (waiting.who.name, waiting.place) == ("Dahlia", "")


def test_who_leads_learns_that_something_is_recorded_not_what(shelter: Shelter, house) -> None:
    line = line_of(shelter, "Melur", "hendra")
    assert (line.allergy, line.diet, line.medicine_at) == (None, None, ())
    assert line.noted == CareNoted(allergy=True, diet=False, medicine=True)
    assert (line.watch, line.special) == (2, True)
    assert not line_of(shelter, "Kenanga", "hendra").special
    assert "kacang" not in repr(known(shelter, "hendra"))


def test_other_posts_do_not_ask(shelter: Shelter, house) -> None:
    for login in ("eko", "tania", "ani"):
        with pytest.raises(Denied):
            shelter.ask(must_know, by=login)
