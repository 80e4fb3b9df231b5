# SPDX-License-Identifier: Apache-2.0
"""The quick registration of one arrival: eight fields, none of them mandatory (ux §5)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.policies.answers import Answer, AnswerState, given
from app.policies.people.age import AgeBasis
from app.policies.people.age_reading import AgeProblem, read_age
from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason

DEFAULT_LANGUAGE = "Indonesia"
MOST_ACCOMPANIED = 30
LONGEST_LANGUAGE = 60
LONGEST_REFERRER = 120
LONGEST_PHONE = 40
LONGEST_PAPER_NUMBER = 40


class Sex(StrEnum):
    """Sex as asked at the desk; boys come only as dependants."""

    FEMALE = "female"
    MALE = "male"


class CameBy(StrEnum):
    """Who brought her."""

    ALONE = "alone"
    POLICE = "police"
    REFERRAL = "referral"
    COMMUNITY = "community"


_SENT = frozenset({CameBy.POLICE, CameBy.REFERRAL})


class UrgentNeed(StrEnum):
    """What cannot wait until morning; an empty set is the answer "none visible"."""

    INJURED = "injured"
    PREGNANT = "pregnant"
    ILL = "ill"


@dataclass(frozen=True, slots=True)
class ArrivalForm:
    """The form as it stands on screen; text stays exactly as typed.

    ``paper_number`` and ``arrived_text`` are filled when a paper sheet is copied: the number
    printed on it, and when she stood at the door (empty: now).
    """

    name: str = ""
    name_state: AnswerState = AnswerState.NOT_ASKED
    sex: Answer[Sex] = field(default_factory=Answer)
    age_text: str = ""
    age_state: AnswerState = AnswerState.NOT_ASKED
    age_basis: AgeBasis | None = None
    doubt: bool = True
    came_by: Answer[CameBy] = field(default_factory=Answer)
    referrer: str = ""
    escort: str = ""
    escort_phone: str = ""
    urgent: Answer[frozenset[UrgentNeed]] = field(default_factory=Answer)
    accompanied_text: str = ""
    accompanied_state: AnswerState = AnswerState.NOT_ASKED
    language: Answer[str] = field(
        default_factory=lambda: Answer(AnswerState.GIVEN, DEFAULT_LANGUAGE)
    )
    threatened: Answer[bool] = field(default_factory=Answer)
    paper_number: str = ""
    arrived_text: str = ""


def is_blank(form: ArrivalForm) -> bool:
    """Say whether nothing at all was answered; "not known" is an answer, a default is not."""
    silent = AnswerState.NOT_ASKED
    default_language = Answer(AnswerState.GIVEN, DEFAULT_LANGUAGE)
    return (
        not form.name.strip()
        and form.name_state in {silent, AnswerState.GIVEN}
        and not form.age_text.strip()
        and form.age_state in {silent, AnswerState.GIVEN}
        and not form.accompanied_text.strip()
        and form.accompanied_state in {silent, AnswerState.GIVEN}
        and form.language in {default_language, Answer()}
        and not (form.referrer + form.escort + form.escort_phone).strip()
        and not (form.paper_number + form.arrived_text).strip()
        and all(
            answer.state is silent
            for answer in (form.sex, form.came_by, form.urgent, form.threatened)
        )
    )


def needs_referrer(form: ArrivalForm) -> bool:
    """Say whether it is still to be found out which office or station brought her."""
    return form.came_by.value in _SENT and not form.referrer.strip()


def accompanied(form: ArrivalForm) -> Answer[int]:
    """Return how many children or relatives came with her.

    Raises:
        TextProblem: not a number from 0 to 30.
    """
    typed = form.accompanied_text.strip()
    if form.accompanied_state is not AnswerState.GIVEN:
        return Answer(form.accompanied_state)
    if not (typed.isascii() and typed.isdigit() and int(typed) <= MOST_ACCOMPANIED):
        raise TextProblem(Reason.COUNT_UNREADABLE)
    return given(int(typed))


def problems(form: ArrivalForm, today: date) -> dict[str, Reason]:
    """Return what cannot be kept as typed, by field; empty when the form can be saved."""
    if is_blank(form):
        return {"name": Reason.NOTHING_FILLED}
    found: dict[str, Reason] = {}
    try:
        clean_name(form.name)
    except TextProblem as problem:
        found["name"] = problem.reason
    if form.age_state is AnswerState.GIVEN:
        try:
            read_age(form.age_text, today)
        except AgeProblem as problem:
            found["age"] = problem.reason
    try:
        accompanied(form)
    except TextProblem as problem:
        found["accompanied"] = problem.reason
    for name, text, longest in (
        ("referrer", form.referrer, LONGEST_REFERRER),
        ("escort", form.escort, LONGEST_REFERRER),
        ("escort_phone", form.escort_phone, LONGEST_PHONE),
        ("paper_number", form.paper_number, LONGEST_PAPER_NUMBER),
    ):
        if len(text.strip()) > longest:
            found[name] = Reason.TEXT_TOO_LONG
    if form.language.value is not None and len(form.language.value) > LONGEST_LANGUAGE:
        found["language"] = Reason.TEXT_TOO_LONG
    return found
