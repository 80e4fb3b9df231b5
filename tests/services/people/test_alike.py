# SPDX-License-Identifier: Apache-2.0
"""She who comes back is still afraid of the same woman: what keeps one safe holds for both."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.models.people.person import Person
from app.policies.answers import given
from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.people.age import AgeBasis, TreatedAs
from app.policies.people.born import Born, may_be_adult
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason
from app.services.arrivals.care.care_of import care_of
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.desk.papers import PrintCards, print_cards
from app.services.arrivals.register.admission import NoteDiet, note_diet_and_allergy
from app.services.arrivals.register.complete import CompleteArrival, complete_arrival, open_arrival
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.care.must_know import must_know
from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.facts.waiting import open_alarms
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from app.services.dormitory.rules.needs import NoteNeeds, needs_of, note_needs
from app.services.people.returning import (
    ReturnVerdict,
    SettleReturn,
    possible_returns,
    settle_return,
)
from tests.conftest import TODAY, Shelter
from tests.db.by_hand import STAY, attack


def leaves(shelter: Shelter, person_id: Any) -> None:
    command = Vacate(person_id, Outcome.HOME, "Cianjur", "Ibu Sartika (ibu kandung)")
    shelter.act(vacate_bed, command)


def settled(shelter: Shelter, verdict: ReturnVerdict) -> None:
    while lines := shelter.ask(possible_returns, None, "ani"):
        line = lines[0]
        shelter.act(settle_return, SettleReturn(line.possible_id, line.version, verdict), "ani")


def the(shelter: Shelter, person_id: Any) -> Person:
    with shelter.house.database.reading() as session:
        return session.get_one(Person, person_id)


class Fear:
    """Bunga and Lastri are kept apart; Bunga leaves and comes back after 20 days."""

    def __init__(self, shelter: Shelter) -> None:
        self.shelter = shelter
        self.before = shelter.arrive("Bunga Pertiwi", "30")
        self.other = shelter.arrive("Lastri", "40").person_id
        pair = KeepApart(self.before.person_id, self.other, "pernah memukul dia")
        shelter.act(keep_apart, pair, "ani")
        shelter.place(self.before.person_id, "101-A")
        shelter.place(self.other, "102-A")
        leaves(shelter, self.before.person_id)
        shelter.clock.move(days=20)

    def back(self, name: str = "Bunga Pertiwi") -> Any:
        return self.shelter.arrive(name, "30").person_id

    def beside(self, person_id: Any) -> bool:
        """Say whether she may be put in Lastri's room, by the act and by hand."""
        bed = self.shelter.bed_id("102-B")
        said = attack(
            self.shelter,
            STAY.format(
                id="f" * 32,
                origin=self.shelter.house.origin_id.hex,
                person=person_id.hex,
                bed=bed.hex,
                at=self.shelter.clock().strftime("%Y-%m-%dT%H:%M:%S.000000Z"),
                by=self.shelter.actors["dewi"].account_id.hex,
            ),
        )
        if not said:
            return True
        refused = self.shelter.refused(place_client, PlaceClient(person_id, bed))
        assert (said, refused.reasons) == ("kept_apart", (Reason.MASKED_RULE,))
        return False


def test_noted_as_a_return_she_never_lies_beside_the_woman_she_fears(shelter: Shelter) -> None:
    fear = Fear(shelter)
    assert not fear.beside(fear.back())


@pytest.mark.parametrize(
    ("verdict", "beside"), [(ReturnVerdict.SAME, False), (ReturnVerdict.DIFFERENT, True)]
)
def test_the_same_keeps_it_and_different_ends_it(
    shelter: Shelter, verdict: ReturnVerdict, beside: bool
) -> None:
    fear = Fear(shelter)
    back = fear.back()
    settled(shelter, verdict)
    assert fear.beside(back) is beside


def test_whom_nobody_named_at_night_is_known_again_when_she_is_named(shelter: Shelter) -> None:
    fear = Fear(shelter)
    arrived = shelter.arrive("", "30")
    opened = shelter.act(open_arrival, arrived.arrival_id).value
    form = replace(opened.form, name="Bunga Pertiwi")
    command = CompleteArrival(arrived.arrival_id, opened.version, opened.person_version, form)
    shelter.act(complete_arrival, command)
    kinds = [task.kind for task in shelter.ask(tasks_open)]
    assert kinds.count(FollowUpKind.RETURNING) == 1
    assert not fear.beside(arrived.person_id)


def test_named_while_she_lies_beside_her_she_is_loud_at_once(shelter: Shelter) -> None:
    fear = Fear(shelter)
    arrived = shelter.arrive("", "30")
    shelter.place(arrived.person_id, "102-B")
    assert shelter.ask(open_alarms) == ()
    opened = shelter.act(open_arrival, arrived.arrival_id).value
    form = replace(opened.form, name="Bunga Pertiwi")
    command = CompleteArrival(arrived.arrival_id, opened.version, opened.person_version, form)
    shelter.act(complete_arrival, command)
    (alarm,) = shelter.ask(open_alarms, None, "hendra")
    assert {alarm.child.person_id, alarm.adult.person_id} == {arrived.person_id, fear.other}
    settled(shelter, ReturnVerdict.DIFFERENT)
    assert shelter.ask(open_alarms, None, "hendra") == ()


def test_she_who_comes_a_third_time_is_still_afraid(shelter: Shelter) -> None:
    """What was noted of the first coming holds although the third is like the second only."""
    fear = Fear(shelter)
    again = fear.back()
    settled(shelter, ReturnVerdict.SAME)
    leaves(shelter, again)
    shelter.clock.move(days=20)
    third = fear.back()
    assert not fear.beside(third)
    settled(shelter, ReturnVerdict.SAME)
    assert shelter.ask(possible_returns, None, "ani") == ()
    assert not fear.beside(third)


def test_two_entries_found_to_be_one_are_one_for_everybody_who_is_like_either(
    shelter: Shelter,
) -> None:
    """The third coming was noted before anybody said that the second was the first."""
    fear = Fear(shelter)
    again = fear.back()
    leaves(shelter, again)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.get_one(Person, fear.before.person_id).spelling_key = "lain sekali"
    third = fear.back()
    for line in shelter.ask(possible_returns, None, "ani"):
        if line.newcomer.person_id == again:
            command = SettleReturn(line.possible_id, line.version, ReturnVerdict.SAME)
            shelter.act(settle_return, command, "ani")
    assert not fear.beside(third)


def test_a_pair_noted_while_she_is_away_holds_for_who_she_may_be_now(shelter: Shelter) -> None:
    before = shelter.arrive("Bunga Pertiwi", "30").person_id
    shelter.act(send_out, SendOut(before, AbsenceKind.MISSING))
    other = shelter.arrive("Lastri", "40").person_id
    shelter.place(other, "102-A")
    back = shelter.arrive("Bunga Pertiwi", "30").person_id
    shelter.place(back, "102-B")
    assert shelter.ask(open_alarms) == ()
    shelter.act(keep_apart, KeepApart(before, other, "pernah memukul dia"), "ani")
    (alarm,) = shelter.ask(open_alarms, None, "hendra")
    assert {alarm.child.person_id, alarm.adult.person_id} == {back, other}


def test_allergy_diet_and_watch_of_both_entries_are_told(shelter: Shelter) -> None:
    before = shelter.arrive("Bunga Pertiwi", "30")
    diet = NoteDiet(before.arrival_id, the(shelter, before.person_id).version, given("kacang"))
    shelter.act(note_diet_and_allergy, diet)
    watched = NoteNeeds(before.person_id, None, 3, None, None, None)
    shelter.act(note_needs, watched, "tania")
    leaves(shelter, before.person_id)
    shelter.clock.move(days=20)
    back = shelter.arrive("Bunga Pertiwi", "30")
    shelter.place(shelter.arrive("Lastri", "40").person_id, "101-A")

    def told() -> tuple[object, ...]:
        (line,) = (
            line
            for wing in shelter.ask(must_know, None, "dewi").wings
            for line in wing.people
            if line.who.person_id == back.person_id
        )
        care = shelter.ask(care_of, back.arrival_id)
        card = shelter.act(print_cards, PrintCards((back.person_id,))).value.cards[0]
        return line.allergy.value, line.watch, care.also.allergy, "kacang" in card.allergy

    assert told() == ("kacang", 3, "kacang", True)
    alone = shelter.refused(
        place_client, PlaceClient(back.person_id, shelter.bed_id("102-A")), "hendra"
    )
    assert Reason.WATCH_ALONE in alone.reasons
    settled(shelter, ReturnVerdict.DIFFERENT)
    assert told() == (None, 0, "", False)
    assert shelter.ask(needs_of, back.person_id, "tania").watch == 0


def test_somebody_looks_in_on_her_as_before_and_the_psychologist_is_called(
    shelter: Shelter,
) -> None:
    before = shelter.arrive("Bunga Pertiwi", "30")
    watched = NoteNeeds(before.person_id, None, 3, None, None, None)
    shelter.act(note_needs, watched, "tania")
    leaves(shelter, before.person_id)
    shelter.clock.move(days=20)
    back = shelter.arrive("Bunga Pertiwi", "30")
    (line,) = shelter.ask(watch_rounds).lines
    assert (line.person_id, line.level, line.due_in) == (back.person_id, 3, timedelta(minutes=15))
    assert {task.kind for task in line.tasks} == set(WATCH_TASKS)
    shelter.clock.move(minutes=10)
    shelter.act(look_in, LookIn(back.person_id), "rina")
    (line,) = shelter.ask(watch_rounds).lines
    assert (line.due_in, line.seen_at) == (timedelta(minutes=15), shelter.clock())
    settled(shelter, ReturnVerdict.DIFFERENT)
    assert shelter.ask(watch_rounds).lines == ()


@pytest.mark.parametrize("verdict", [None, ReturnVerdict.SAME, ReturnVerdict.DIFFERENT])
def test_may_be_adult_of_one_holds_for_the_other(
    shelter: Shelter, verdict: ReturnVerdict | None
) -> None:
    before = shelter.arrive("Bunga Pertiwi", "19", age_basis=AgeBasis.SELF)
    leaves(shelter, before.person_id)
    back = shelter.arrive("Bunga Pertiwi", "17", age_basis=AgeBasis.SELF)
    if verdict is not None:
        settled(shelter, verdict)
    her = the(shelter, back.person_id)
    born = Born(her.born_earliest, her.born_latest, her.born_nominal)
    assert may_be_adult(her.adult_from, born, TODAY) is (verdict is not ReturnVerdict.DIFFERENT)


def test_a_woman_who_was_a_girl_here_is_one_until_it_is_settled(shelter: Shelter) -> None:
    before = shelter.arrive("Bunga Pertiwi", "17", age_basis=AgeBasis.SELF)
    leaves(shelter, before.person_id)
    back = shelter.arrive("Bunga Pertiwi", "1/1/2007", age_basis=AgeBasis.DOCUMENT)
    assert back.treated_as is TreatedAs.CHILD
    settled(shelter, ReturnVerdict.DIFFERENT)
    assert the(shelter, back.person_id).treated_as is TreatedAs.ADULT


@pytest.mark.parametrize("age", ["?", "15", "d"])
def test_a_common_name_makes_no_girl_with_a_certificate_loud(shelter: Shelter, age: str) -> None:
    """Siti of 12 sleeps beside a child of 9; another Siti comes, whose age is not known."""
    girl = shelter.arrive("Siti", "1/1/2014", age_basis=AgeBasis.DOCUMENT).person_id
    shelter.place(girl, "201-A")
    shelter.place(shelter.arrive("Lili", "9").person_id, "201-B")
    before = the(shelter, girl)
    shelter.arrive("Siti", age)
    after = the(shelter, girl)
    assert shelter.ask(open_alarms) == ()
    assert (after.born_earliest, after.born_latest) == (before.born_earliest, before.born_latest)
