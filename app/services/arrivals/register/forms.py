# SPDX-License-Identifier: Apache-2.0
"""Between the registration form on screen, the draft on disk and the typed columns."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.models.arrivals.arrival import Arrival
from app.models.people.person import Person
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.registration import (
    ArrivalForm,
    CameBy,
    Sex,
    UrgentNeed,
    accompanied,
    problems,
)
from app.policies.people.age import NOTHING_STATED, AgeBasis, AgeJudgement, Thresholds, judge_age
from app.policies.people.age_reading import read_age
from app.policies.people.names import clean_name
from app.policies.people.spelling import spelling_key
from app.policies.reasons import Reason
from app.services.arrivals.desk.partners import partner_named
from app.services.people.ages import write_said


@dataclass(frozen=True, slots=True)
class Preview:
    """What the desk may see while typing: how the age is taken, what cannot be kept."""

    judgement: AgeJudgement | None
    problems: dict[str, Reason]


def preview(form: ArrivalForm, today: date, thresholds: Thresholds | None = None) -> Preview:
    """Return how a form would be taken if it were saved now."""
    found = problems(form, today)
    return Preview(None if "age" in found else judgement_of(form, today, thresholds), found)


def judgement_of(
    form: ArrivalForm,
    today: date,
    thresholds: Thresholds | None = None,
    said_on: date | None = None,
) -> AgeJudgement:
    """Return how the age on the form is to be taken.

    Args:
        form: the form as it stands.
        today: the shelter's calendar day.
        thresholds: the shelter's setting; without it the proposed ones hold.
        said_on: the day on which the age was said; today if left out.

    Raises:
        AgeProblem: the age cannot be read.
    """
    unread = form.age_state is not AnswerState.GIVEN
    stated = NOTHING_STATED if unread else read_age(form.age_text, said_on or today)
    return judge_age(
        stated,
        form.age_basis,
        today,
        doubt=form.doubt,
        thresholds=thresholds,
        said_on=said_on,
    )


def _answer_out(answer: Answer[Any]) -> list[Any]:
    value = answer.value
    if isinstance(value, frozenset):
        value = sorted(value)
    return [answer.state.value, value]


def entries_of(form: ArrivalForm) -> str:
    """Write a form as text for a draft; nothing typed is changed."""
    return json.dumps(
        {
            "name": form.name,
            "name_state": form.name_state,
            "sex": _answer_out(form.sex),
            "age_text": form.age_text,
            "age_state": form.age_state,
            "age_basis": form.age_basis,
            "doubt": form.doubt,
            "came_by": _answer_out(form.came_by),
            "referrer": form.referrer,
            "escort": form.escort,
            "escort_phone": form.escort_phone,
            "urgent": _answer_out(form.urgent),
            "accompanied_text": form.accompanied_text,
            "accompanied_state": form.accompanied_state,
            "language": _answer_out(form.language),
            "threatened": _answer_out(form.threatened),
            "paper_number": form.paper_number,
            "arrived_text": form.arrived_text,
        },
        ensure_ascii=False,
    )


def form_of(entries: str) -> ArrivalForm:
    """Read a form back from a draft."""
    kept = json.loads(entries)

    def answer(name: str, kind: Any) -> Answer[Any]:
        state, value = kept[name]
        return Answer(AnswerState(state), None if value is None else kind(value))

    return ArrivalForm(
        name=kept["name"],
        name_state=AnswerState(kept["name_state"]),
        sex=answer("sex", Sex),
        age_text=kept["age_text"],
        age_state=AnswerState(kept["age_state"]),
        age_basis=AgeBasis(kept["age_basis"]) if kept["age_basis"] else None,
        doubt=bool(kept["doubt"]),
        came_by=answer("came_by", CameBy),
        referrer=kept["referrer"],
        escort=kept["escort"],
        escort_phone=kept["escort_phone"],
        urgent=answer("urgent", lambda needs: frozenset(UrgentNeed(need) for need in needs)),
        accompanied_text=kept["accompanied_text"],
        accompanied_state=AnswerState(kept["accompanied_state"]),
        language=answer("language", str),
        threatened=answer("threatened", bool),
        paper_number=kept.get("paper_number", ""),
        arrived_text=kept.get("arrived_text", ""),
    )


def write_person(person: Person, form: ArrivalForm) -> None:
    """Copy the form's answers about the person into her row; her age is a statement of its own."""
    name = clean_name(form.name)
    person.called_name = name or None
    person.called_name_state = AnswerState.GIVEN if name else _silent(form.name_state)
    person.spelling_key = spelling_key(name)
    person.sex = form.sex.value
    person.sex_state = form.sex.state
    person.language = form.language.value
    person.language_state = form.language.state


def write_age(person: Person, form: ArrivalForm, judged: AgeJudgement, said_on: date) -> None:
    """Copy what the form says of her age into her row; how it is taken stands beside it."""
    person.age_state = form.age_state
    write_said(person, form.age_text, judged, said_on, doubt=form.doubt)


def write_arrival(session: Session, arrival: Arrival, form: ArrivalForm) -> None:
    """Copy the form's answers about the coming into its row."""
    arrival.came_by = form.came_by.value
    arrival.came_by_state = form.came_by.state
    arrival.referrer = clean_name(form.referrer)
    arrival.partner_id = partner_named(session, form.referrer)
    arrival.escort = clean_name(form.escort)
    arrival.escort_phone = clean_name(form.escort_phone)
    needs = form.urgent.value
    arrival.urgent_state = form.urgent.state
    arrival.injured = None if needs is None else UrgentNeed.INJURED in needs
    arrival.pregnant = None if needs is None else UrgentNeed.PREGNANT in needs
    arrival.ill = None if needs is None else UrgentNeed.ILL in needs
    count = accompanied(form)
    arrival.accompanied = count.value
    arrival.accompanied_state = count.state
    arrival.threatened = form.threatened.value
    arrival.threatened_state = form.threatened.state


def form_of_rows(person: Person, arrival: Arrival) -> ArrivalForm:
    """Read the form back from the rows it was written to."""
    needs = {
        UrgentNeed.INJURED: arrival.injured,
        UrgentNeed.PREGNANT: arrival.pregnant,
        UrgentNeed.ILL: arrival.ill,
    }
    asked = arrival.urgent_state is AnswerState.GIVEN
    return ArrivalForm(
        name=person.called_name or "",
        name_state=person.called_name_state,
        sex=Answer(person.sex_state, person.sex),
        age_text=person.age_text,
        age_state=person.age_state,
        age_basis=person.age_basis,
        doubt=person.age_doubt,
        came_by=Answer(arrival.came_by_state, arrival.came_by),
        referrer=arrival.referrer,
        escort=arrival.escort,
        escort_phone=arrival.escort_phone,
        urgent=Answer(
            arrival.urgent_state,
            frozenset(need for need, seen in needs.items() if seen) if asked else None,
        ),
        accompanied_text="" if arrival.accompanied is None else str(arrival.accompanied),
        accompanied_state=arrival.accompanied_state,
        language=Answer(person.language_state, person.language),
        threatened=Answer(arrival.threatened_state, arrival.threatened),
    )


def _silent(state: AnswerState) -> AnswerState:
    return AnswerState.NOT_ASKED if state is AnswerState.GIVEN else state
