# SPDX-License-Identifier: Apache-2.0
"""Needs, medicine, belongings, promises, diet: kept, undone, and masked by post."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditPayload
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.care import (
    LONGEST_ITEM,
    BelongingKind,
    MedicineOutcome,
    NeedKind,
    ToldKind,
)
from app.policies.arrivals.night import LogKind
from app.policies.arrivals.partners import PartnerKind
from app.policies.reasons import Reason
from app.services.arrivals.care.care import (
    GiveMedicine,
    TickNeed,
    UntickNeed,
    give_medicine,
    tick_need,
    untick_need,
)
from app.services.arrivals.care.care_of import Care, Recorded, care_of
from app.services.arrivals.desk.partners import PartnerFacts, add_partner
from app.services.arrivals.desk.promises import (
    NoteTold,
    Untell,
    note_told,
    promises_by_partner,
    untell,
)
from app.services.arrivals.register.admission import (
    KeepBelonging,
    NoteDiet,
    keep_belonging,
    note_diet_and_allergy,
    return_belonging,
)
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.arrivals.shift.log import log_of_watch
from app.services.arrivals.shift.shifts import start_shift
from tests.conftest import NIGHT, Shelter

PILL = "Parasetamol"


@pytest.fixture
def arrival_id(shelter: Shelter):
    """Return one arrival on an open watch."""
    shelter.act(start_shift, None)
    return shelter.arrive("Melati", "30").arrival_id


def care(shelter: Shelter, arrival_id, by: str = "dewi") -> Care:
    return shelter.ask(care_of, arrival_id, by)


def test_a_need_is_ticked_once_with_its_first_time(shelter: Shelter, arrival_id) -> None:
    done = shelter.act(tick_need, TickNeed(arrival_id, NeedKind.FOOD), "rina")
    shelter.clock.move(hours=1)
    again = shelter.act(tick_need, TickNeed(arrival_id, NeedKind.FOOD))
    assert again.inverse is None
    (line,) = care(shelter, arrival_id).needs
    assert (line.kind, line.met_at, line.met_by) == (NeedKind.FOOD, NIGHT, "Rina")
    shelter.act(done.inverse.act, done.inverse.command, "rina")
    assert care(shelter, arrival_id).needs == ()


def test_unticking_is_undone_with_the_old_time(shelter: Shelter, arrival_id) -> None:
    shelter.act(tick_need, TickNeed(arrival_id, NeedKind.CLOTHES))
    shelter.clock.move(minutes=30)
    done = shelter.act(untick_need, UntickNeed(arrival_id, NeedKind.CLOTHES))
    assert care(shelter, arrival_id).needs == ()
    shelter.act(done.inverse.act, done.inverse.command)
    assert care(shelter, arrival_id).needs[0].met_at == NIGHT


def test_an_undo_never_takes_another_ones_tick(shelter: Shelter, arrival_id) -> None:
    done = shelter.act(tick_need, TickNeed(arrival_id, NeedKind.BED))
    shelter.act(untick_need, UntickNeed(arrival_id, NeedKind.BED), "rina")
    shelter.act(tick_need, TickNeed(arrival_id, NeedKind.BED), "rina")
    refused = shelter.refused(done.inverse.act, done.inverse.command)
    assert refused.reasons == (Reason.MOVED_ON,)
    assert len(care(shelter, arrival_id).needs) == 1


def test_medicine_is_kept_and_the_log_does_not_say_which(shelter: Shelter, arrival_id) -> None:
    for outcome in MedicineOutcome:
        done = shelter.act(
            give_medicine, GiveMedicine(arrival_id, f" {PILL}\n", "1 tablet", outcome), "rina"
        )
        assert done.inverse is None
    refused, given_first = care(shelter, arrival_id).medicines
    assert (given_first.name, given_first.dose, given_first.given_by) == (PILL, "1 tablet", "Rina")
    assert (refused.outcome, given_first.outcome) == (
        MedicineOutcome.REFUSED,
        MedicineOutcome.GIVEN,
    )
    lines = shelter.ask(log_of_watch, None, "ratna")
    number = care(shelter, arrival_id).number
    assert [(line.kind, line.words) for line in lines] == [
        (LogKind.MEDICINE, f"{number} · obat dicatat")
    ] * 2


@pytest.mark.parametrize(
    ("name", "dose", "outcome", "field", "reason"),
    [
        (" ", "1", MedicineOutcome.GIVEN, "name", Reason.NOTHING_TO_WRITE),
        (PILL, "", MedicineOutcome.GIVEN, "dose", Reason.NOTHING_TO_WRITE),
        ("x" * (LONGEST_ITEM + 1), "1", MedicineOutcome.GIVEN, "name", Reason.TEXT_TOO_LONG),
    ],
)
def test_medicine_without_name_or_dose_is_told_at_its_field(
    shelter: Shelter, arrival_id, name: str, dose: str, outcome: MedicineOutcome, field, reason
) -> None:
    refused = shelter.refused(give_medicine, GiveMedicine(arrival_id, name, dose, outcome))
    assert (refused.field, refused.reasons) == (field, (reason,))
    assert care(shelter, arrival_id).medicines == ()
    assert shelter.ask(log_of_watch) == ()


def test_a_refused_medicine_needs_no_dose(shelter: Shelter, arrival_id) -> None:
    shelter.act(give_medicine, GiveMedicine(arrival_id, PILL, "", MedicineOutcome.REFUSED))
    assert care(shelter, arrival_id).medicines[0].dose == ""


def test_a_belonging_is_kept_returned_and_never_deleted(shelter: Shelter, arrival_id) -> None:
    kept = shelter.act(
        keep_belonging, KeepBelonging(arrival_id, BelongingKind.MONEY, "Rp150.000", "Lemari B")
    )
    assert kept.inverse is None
    shelter.clock.move(days=3)
    back = shelter.act(return_belonging, kept.value)
    (line,) = care(shelter, arrival_id).belongings
    assert (line.what, line.kept_where, line.kept_at) == ("Rp150.000", "Lemari B", NIGHT)
    assert line.returned_at == shelter.clock()
    assert shelter.refused(return_belonging, kept.value).reasons == (Reason.STALE,)
    shelter.act(back.inverse.act, back.inverse.command)
    assert care(shelter, arrival_id).belongings[0].returned_at is None
    assert shelter.refused(back.inverse.act, back.inverse.command).reasons == (Reason.MOVED_ON,)


def test_a_belonging_without_words_is_told_at_its_field(shelter: Shelter, arrival_id) -> None:
    refused = shelter.refused(
        keep_belonging, KeepBelonging(arrival_id, BelongingKind.OTHER, "\u200b ")
    )
    assert (refused.field, refused.reasons) == ("what", (Reason.NOTHING_TO_WRITE,))


def test_promises_are_noted_corrected_and_taken_back(shelter: Shelter, arrival_id) -> None:
    shelter.act(note_told, NoteTold(arrival_id, ToldKind.OTHER, "boleh pulang lusa"))
    done = shelter.act(note_told, NoteTold(arrival_id, ToldKind.OTHER, "boleh pulang besok"))
    shelter.act(done.inverse.act, done.inverse.command)
    assert [line.words for line in care(shelter, arrival_id).told] == ["boleh pulang lusa"]
    gone = shelter.act(untell, Untell(arrival_id, ToldKind.OTHER))
    assert care(shelter, arrival_id).told == ()
    assert shelter.refused(untell, Untell(arrival_id, ToldKind.OTHER)).reasons == (Reason.MOVED_ON,)
    shelter.act(gone.inverse.act, gone.inverse.command)
    assert [line.words for line in care(shelter, arrival_id).told] == ["boleh pulang lusa"]


def test_promises_are_counted_by_partner_without_names(shelter: Shelter) -> None:
    partner_id = shelter.act(
        add_partner, PartnerFacts(PartnerKind.POLICE, "Polres Bogor"), "hendra"
    ).value
    sent = [shelter.arrive(name) for name in ("Bunga", "Citra", "Dara")]
    other = shelter.arrive("Eka", referrer="Orang lewat")
    for arrived in sent[:2]:
        shelter.act(note_told, NoteTold(arrived.arrival_id, ToldKind.POCKET_MONEY, "50 ribu"))
    shelter.act(note_told, NoteTold(sent[0].arrival_id, ToldKind.JOB))
    shelter.act(note_told, NoteTold(other.arrival_id, ToldKind.JOB))
    gone = shelter.arrive("Salah")
    shelter.act(note_told, NoteTold(gone.arrival_id, ToldKind.JOB))
    shelter.act(withdraw_arrival, WithdrawArrival(gone.arrival_id, gone.version))
    first, last = shelter.ask(promises_by_partner, None, "hendra")
    assert (first.partner_id, first.partner, first.arrivals) == (partner_id, "Polres Bogor", 3)
    assert {kind: count for kind, count in first.counts if count} == {
        ToldKind.POCKET_MONEY: 2,
        ToldKind.JOB: 1,
    }
    assert (last.partner_id, last.partner, dict(last.counts)[ToldKind.JOB]) == (None, "", 1)
    with pytest.raises(Denied):
        shelter.ask(promises_by_partner)


def test_diet_and_allergy_keep_their_five_states(shelter: Shelter, arrival_id) -> None:
    before = care(shelter, arrival_id)
    assert (before.allergy, before.diet) == (Answer(), Answer())
    done = shelter.act(
        note_diet_and_allergy,
        NoteDiet(arrival_id, before.person_version, allergy=given(" kacang ")),
    )
    none = Answer(AnswerState.NOT_APPLICABLE)
    shelter.act(note_diet_and_allergy, NoteDiet(arrival_id, done.value.version, diet=none))
    now = care(shelter, arrival_id, "rina")
    assert (now.allergy, now.diet) == (given("kacang"), none)
    assert shelter.refused(done.inverse.act, done.inverse.command).reasons == (Reason.STALE,)
    stale = shelter.refused(
        note_diet_and_allergy, NoteDiet(arrival_id, before.person_version, allergy=Answer())
    )
    assert stale.reasons == (Reason.STALE,)


def test_undo_puts_the_former_answer_back(shelter: Shelter, arrival_id) -> None:
    version = care(shelter, arrival_id).person_version
    done = shelter.act(
        note_diet_and_allergy, NoteDiet(arrival_id, version, diet=given("tanpa babi"))
    )
    shelter.act(done.inverse.act, done.inverse.command)
    assert care(shelter, arrival_id).diet == Answer()


def test_an_empty_allergy_is_told_at_its_field(shelter: Shelter, arrival_id) -> None:
    version = care(shelter, arrival_id).person_version
    refused = shelter.refused(
        note_diet_and_allergy, NoteDiet(arrival_id, version, allergy=given("  "))
    )
    assert (refused.field, refused.reasons) == ("allergy", (Reason.NOTHING_TO_WRITE,))


@pytest.mark.parametrize("login", ["ratna", "hendra"])
def test_those_in_charge_see_that_something_is_recorded_not_what(
    shelter: Shelter, arrival_id, login: str
) -> None:
    for kind in (NeedKind.PREGNANCY, NeedKind.FOOD):
        shelter.act(tick_need, TickNeed(arrival_id, kind))
    shelter.act(give_medicine, GiveMedicine(arrival_id, PILL, "1", MedicineOutcome.GIVEN))
    shelter.act(keep_belonging, KeepBelonging(arrival_id, BelongingKind.PHONE, "Nokia"))
    version = care(shelter, arrival_id).person_version
    shelter.act(note_diet_and_allergy, NoteDiet(arrival_id, version, allergy=given("kacang")))
    seen = care(shelter, arrival_id, login)
    assert not seen.full
    assert seen.recorded == Recorded(needs=2, medicines=1, allergy=True, diet=False)
    assert (seen.needs, seen.medicines, seen.allergy, seen.diet) == ((), (), None, None)
    assert [line.what for line in seen.belongings] == ["Nokia"]
    for secret in (PILL, "kacang", "pregnancy"):
        assert secret not in repr(seen)
    for act, command in (
        (untick_need, UntickNeed(arrival_id, NeedKind.FOOD)),
        (
            note_diet_and_allergy,
            NoteDiet(arrival_id, seen.person_version, allergy=given("udang")),
        ),
    ):
        with pytest.raises(Denied):
            shelter.act(act, command, login)
    assert shelter.act(tick_need, TickNeed(arrival_id, NeedKind.BED), login).inverse is None


def test_the_audit_of_care_says_neither_need_nor_medicine(shelter: Shelter, arrival_id) -> None:
    shelter.act(tick_need, TickNeed(arrival_id, NeedKind.PREGNANCY))
    shelter.act(give_medicine, GiveMedicine(arrival_id, PILL, "1 tablet", MedicineOutcome.REFUSED))
    with shelter.house.database.reading() as session:
        said = " ".join(str(row.payload) for row in session.execute(select(AuditPayload)).scalars())
    for secret in ("pregnancy", PILL, "tablet", "refused"):
        assert secret not in said


def test_a_caretaker_gives_medicine_and_needs_but_keeps_no_things(
    shelter: Shelter, arrival_id
) -> None:
    for act, command in (
        (keep_belonging, KeepBelonging(arrival_id, BelongingKind.OTHER, "Tas")),
        (note_told, NoteTold(arrival_id, ToldKind.JOB)),
        (note_diet_and_allergy, NoteDiet(arrival_id, 1, diet=Answer())),
    ):
        with pytest.raises(Denied):
            shelter.act(act, command, "rina")


@pytest.mark.parametrize("login", ["tania", "eko"])
def test_posts_outside_the_night_record_nothing(shelter: Shelter, arrival_id, login: str) -> None:
    with pytest.raises(Denied):
        care(shelter, arrival_id, login)
    with pytest.raises(Denied):
        shelter.act(tick_need, TickNeed(arrival_id, NeedKind.FOOD), login)


def test_nothing_is_recorded_of_who_was_withdrawn(shelter: Shelter) -> None:
    gone = shelter.arrive("Salah")
    shelter.act(withdraw_arrival, WithdrawArrival(gone.arrival_id, gone.version))
    command = GiveMedicine(gone.arrival_id, PILL, "1", MedicineOutcome.GIVEN)
    for act, wanted in (
        (tick_need, TickNeed(gone.arrival_id, NeedKind.FOOD)),
        (give_medicine, command),
        (give_medicine, replace(command, outcome=MedicineOutcome.REFUSED)),
        (keep_belonging, KeepBelonging(gone.arrival_id, BelongingKind.OTHER, "Tas")),
    ):
        assert shelter.refused(act, wanted).reasons == (Reason.PERSON_LEFT,)
