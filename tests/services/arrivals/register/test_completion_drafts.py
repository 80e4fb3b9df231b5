# SPDX-License-Identifier: Apache-2.0
"""A draft that completes an arrival answers what its officer saw, not what came later."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.models.people.person import Person
from app.policies.answers import given
from app.policies.arrivals.registration import CameBy
from app.policies.people.age import AgeBasis
from app.policies.reasons import Reason
from app.services.acts import save_quietly
from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.register.complete import (
    CompleteArrival,
    OpenArrival,
    complete_arrival,
    open_arrival,
)
from app.services.arrivals.register.drafts import (
    KeepDraft,
    OpenDraft,
    SeenArrival,
    discard_draft,
    drafts_waiting,
    keep_draft,
    open_draft,
)
from app.services.people.ages import SayAge, say_age
from tests.conftest import Shelter


@pytest.fixture
def hers(shelter: Shelter) -> OpenArrival:
    """Return the arrival as Ani opened it."""
    opened: OpenArrival = shelter.act(open_arrival, shelter.arrive().arrival_id, "ani").value
    return opened


@pytest.fixture
def draft_id(shelter: Shelter, hers: OpenArrival) -> UUID:
    """Return the draft of what Ani typed over it."""
    form = replace(hers.form, language=given("Nias"))
    seen = SeenArrival(hers.arrival_id, hers.version, hers.person_version)
    ani = shelter.actors["ani"]
    return save_quietly(shelter.house, ani, keep_draft, KeepDraft(form, "language", None, seen))


def resumed(shelter: Shelter, draft_id: UUID) -> OpenDraft:
    draft: OpenDraft = shelter.act(open_draft, draft_id, "ani").value
    return draft


def over(draft: OpenDraft) -> CompleteArrival:
    assert draft.seen is not None
    seen = draft.seen
    return CompleteArrival(
        seen.arrival_id, seen.version, seen.person_version, draft.form, draft.draft_id
    )


def sri_completes(shelter: Shelter, arrival_id: UUID) -> None:
    now = shelter.act(open_arrival, arrival_id, "sri").value
    form = replace(now.form, came_by=given(CameBy.REFERRAL))
    command = CompleteArrival(arrival_id, now.version, now.person_version, form)
    shelter.act(complete_arrival, command, "sri")


def test_what_nobody_changed_is_saved_from_the_draft(
    shelter: Shelter, hers: OpenArrival, draft_id: UUID
) -> None:
    shelter.act(complete_arrival, over(resumed(shelter, draft_id)), "ani")
    assert shelter.act(open_arrival, hers.arrival_id, "ani").value.form.language == given("Nias")
    assert shelter.ask(drafts_waiting) == ()


def test_what_a_colleague_completed_is_not_overwritten_by_an_older_draft(
    shelter: Shelter, hers: OpenArrival, draft_id: UUID
) -> None:
    sri_completes(shelter, hers.arrival_id)
    draft = resumed(shelter, draft_id)
    assert draft.seen == SeenArrival(hers.arrival_id, hers.version, hers.person_version)
    refusal = shelter.refused(complete_arrival, over(draft), "ani")
    assert list(refusal.reasons) == [Reason.STALE]
    now = shelter.act(open_arrival, hers.arrival_id, "ani").value.form
    assert (now.came_by, now.language) == (given(CameBy.REFERRAL), hers.form.language)
    assert resumed(shelter, draft_id).form.language == given("Nias")


def test_a_corrected_age_outdates_a_draft_too(
    shelter: Shelter, hers: OpenArrival, draft_id: UUID
) -> None:
    (line,) = shelter.ask(queue_tonight)
    shelter.act(say_age, SayAge(line.person_id, "34", AgeBasis.DOCUMENT), "hendra")
    now = shelter.act(open_arrival, hers.arrival_id, "ani").value
    assert now.version == hers.version
    refusal = shelter.refused(complete_arrival, over(resumed(shelter, draft_id)), "ani")
    assert list(refusal.reasons) == [Reason.STALE]


def test_typing_on_in_an_old_draft_is_no_new_look(
    shelter: Shelter, hers: OpenArrival, draft_id: UUID
) -> None:
    sri_completes(shelter, hers.arrival_id)
    now = shelter.act(open_arrival, hers.arrival_id, "ani").value
    seen = SeenArrival(hers.arrival_id, now.version, now.person_version)
    typed = replace(hers.form, language=given("Batak"))
    ani = shelter.actors["ani"]
    save_quietly(shelter.house, ani, keep_draft, KeepDraft(typed, "language", draft_id, seen))
    draft = resumed(shelter, draft_id)
    assert draft.form == typed
    assert draft.seen == SeenArrival(hers.arrival_id, hers.version, hers.person_version)


def test_a_dropped_draft_comes_back_with_what_was_seen(
    shelter: Shelter, hers: OpenArrival, draft_id: UUID
) -> None:
    before = resumed(shelter, draft_id)
    dropped = shelter.act(discard_draft, draft_id, "ani")
    sri_completes(shelter, hers.arrival_id)
    shelter.act(dropped.inverse.act, dropped.inverse.command, "ani")
    back = resumed(shelter, draft_id)
    assert (back.form, back.focused, back.seen) == (before.form, before.focused, before.seen)
    refusal = shelter.refused(complete_arrival, over(back), "ani")
    assert list(refusal.reasons) == [Reason.STALE]


def test_a_new_arrival_was_seen_by_nobody(shelter: Shelter, hers: OpenArrival) -> None:
    dewi = shelter.actors["dewi"]
    draft_id = save_quietly(shelter.house, dewi, keep_draft, KeepDraft(hers.form, "name"))
    assert resumed(shelter, draft_id).seen is None


def test_an_age_belongs_to_the_day_it_was_said(shelter: Shelter) -> None:
    """Two years later somebody completes another answer: 16 is still what was said then."""
    arrived = shelter.arrive("Melati", "16", age_basis=AgeBasis.SELF)
    before = born_of(shelter, arrived.person_id)
    shelter.clock.move(days=730)
    sri_completes(shelter, arrived.arrival_id)
    assert born_of(shelter, arrived.person_id) == before
    shelter.act(say_age, SayAge(arrived.person_id, "17", AgeBasis.SELF), "hendra")
    assert born_of(shelter, arrived.person_id) != before


def born_of(shelter: Shelter, person_id: UUID) -> tuple[object, ...]:
    with shelter.house.database.reading() as session:
        her = session.get_one(Person, person_id)
        return her.age_said_on, her.born_earliest, her.born_latest, her.born_nominal
