# SPDX-License-Identifier: Apache-2.0
"""A paper sheet typed in later: both times kept, its number once, nothing silently changed."""

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.models.arrivals.arrival import Arrival
from app.models.arrivals.draft import Draft
from app.policies.arrivals.registration import ArrivalForm, is_blank
from app.policies.reasons import Reason
from app.services.acts import save_quietly
from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.desk.papers import entries_paper
from app.services.arrivals.register.drafts import KeepDraft, discard_draft, keep_draft, open_draft
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.staff.setup import shelter_facts
from tests.conftest import NIGHT, Shelter, a_form


def arrivals(shelter: Shelter) -> list[Arrival]:
    with shelter.house.database.reading() as session:
        return list(session.execute(select(Arrival).order_by(Arrival.seq)).scalars())


def keep(shelter: Shelter, form: ArrivalForm):
    return save_quietly(
        shelter.house, shelter.actors["dewi"], keep_draft, KeepDraft(form, "arrived")
    )


def test_the_form_alone_keeps_both_times_and_the_number(shelter: Shelter) -> None:
    form = a_form(paper_number=" k-017 ", arrived_text="23/11 22.30")
    shelter.act(register_arrival, RegisterArrival(form))
    (row,) = arrivals(shelter)
    assert row.paper_number == "K-017"
    assert row.arrived_at == datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    assert row.registered_at == NIGHT
    (line,) = shelter.ask(queue_tonight)
    assert line.arrived_at == row.arrived_at


def test_an_empty_time_means_now(shelter: Shelter) -> None:
    shelter.act(register_arrival, RegisterArrival(a_form(paper_number="K-1", arrived_text=" ")))
    assert [row.arrived_at for row in arrivals(shelter)] == [NIGHT]


def test_the_number_of_a_sheet_is_taken_once(shelter: Shelter) -> None:
    shelter.act(register_arrival, RegisterArrival(a_form(paper_number="K-017")))
    again = shelter.refused(
        register_arrival, RegisterArrival(a_form("Melur", paper_number="k-017 "))
    )
    assert (again.field, again.reasons) == ("paper_number", (Reason.PAPER_NUMBER_USED,))
    assert len(arrivals(shelter)) == 1


def test_after_an_undo_the_sheet_can_be_entered_again(shelter: Shelter) -> None:
    done = shelter.act(register_arrival, RegisterArrival(a_form(paper_number="K-017")))
    shelter.act(done.inverse.act, done.inverse.command)
    shelter.act(register_arrival, RegisterArrival(a_form("Melur", paper_number="K-017")))
    assert [row.paper_number for row in arrivals(shelter)] == [None, "K-017"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("24/11 01.51", Reason.TIME_IN_FUTURE),
        ("25/11 01.00", Reason.TIME_IN_FUTURE),
        ("22/11 01.49", Reason.ARRIVED_TOO_LONG_AGO),
        ("malam", Reason.TIME_UNREADABLE),
        ("31/11 01.00", Reason.DATE_IMPOSSIBLE),
    ],
)
def test_a_time_that_cannot_be_is_refused_at_its_field(
    shelter: Shelter, typed: str, reason: Reason
) -> None:
    refusal = shelter.refused(register_arrival, RegisterArrival(a_form(arrived_text=typed)))
    assert (refusal.field, refusal.reasons) == ("arrived", (reason,))
    assert arrivals(shelter) == []


def test_exactly_two_days_ago_is_still_taken(shelter: Shelter) -> None:
    shelter.act(register_arrival, RegisterArrival(a_form(arrived_text="22/11 01.50")))
    assert [row.arrived_at for row in arrivals(shelter)] == [NIGHT - timedelta(days=2)]


@pytest.mark.parametrize("length", [41, 300])
def test_a_number_that_is_too_long_is_refused_at_its_field(shelter: Shelter, length: int) -> None:
    for command in (
        RegisterArrival(a_form(paper_number="9" * length)),
        RegisterArrival(a_form(), paper_number="9" * 300),
    ):
        refusal = shelter.refused(register_arrival, command)
        assert (refusal.field, refusal.reasons) == ("paper_number", (Reason.TEXT_TOO_LONG,))


@pytest.mark.parametrize("form", [ArrivalForm(paper_number="K"), ArrivalForm(arrived_text="02.14")])
def test_a_number_or_a_time_alone_is_worth_keeping(form: ArrivalForm) -> None:
    assert not is_blank(form)


def test_a_draft_keeps_both_texts_and_an_hour_keeps_its_night(shelter: Shelter) -> None:
    form = a_form(paper_number="k 17", arrived_text="23.30")
    draft_id = keep(shelter, form)
    shelter.clock.move(days=1)
    opened = shelter.act(open_draft, draft_id).value
    assert (opened.form.paper_number, opened.form.arrived_text) == ("k 17", "23/11 23.30")
    shelter.act(register_arrival, RegisterArrival(opened.form, None, draft_id))
    (row,) = arrivals(shelter)
    assert row.arrived_at == datetime(2026, 11, 23, 16, 30, tzinfo=UTC)


def test_a_dropped_draft_that_comes_back_still_means_the_same_night(shelter: Shelter) -> None:
    draft_id = keep(shelter, a_form(arrived_text="23.30"))
    shelter.clock.move(days=1)
    dropped = shelter.act(discard_draft, draft_id)
    shelter.act(dropped.inverse.act, dropped.inverse.command)
    assert shelter.act(open_draft, draft_id).value.form.arrived_text == "23/11 23.30"


def test_a_draft_of_an_earlier_program_opens_without_a_sheet(shelter: Shelter) -> None:
    draft_id = keep(shelter, a_form())
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        draft = session.get_one(Draft, draft_id)
        entries = json.loads(draft.entries)
        del entries["paper_number"], entries["arrived_text"]
        draft.entries = json.dumps(entries)
    assert shelter.act(open_draft, draft_id).value.form == a_form()


def test_entries_printed_from_the_screen_hold_the_sheet_too(shelter: Shelter) -> None:
    with shelter.house.database.reading() as session:
        facts = shelter_facts(session)

    def printed(form: ArrivalForm) -> str:
        paper = entries_paper(shelter.house, facts, form, training=False)
        return PdfReader(io.BytesIO(paper)).pages[0].extract_text()

    copied = printed(a_form(paper_number="K-017", arrived_text="23/11 22.30"))
    assert "K-017" in copied
    assert "23/11 22.30" in copied
    assert "Nomor lembar kertas" not in printed(a_form())
