# SPDX-License-Identifier: Apache-2.0
"""A group that arrives together: one header, one short row each (ux §5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.registration import (
    DEFAULT_LANGUAGE,
    ArrivalForm,
    CameBy,
    Sex,
    UrgentNeed,
)
from app.policies.people.age import AgeBasis
from app.policies.people.spelling import spelling_key
from app.policies.reasons import Reason

FIRST_ROWS = 5
MOST_ROWS = 60
_NOT_KNOWN = "?"
_SEX = {"p": Sex.FEMALE, "l": Sex.MALE}
_NONE_VISIBLE = "t"
_NEEDS = {"l": UrgentNeed.INJURED, "h": UrgentNeed.PREGNANT, "s": UrgentNeed.ILL}


@dataclass(frozen=True, slots=True)
class GroupHeader:
    """What is the same for all; text as typed."""

    came_by: Answer[CameBy] = field(default_factory=Answer)
    referrer: str = ""
    escort: str = ""
    escort_phone: str = ""
    language: str = DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One person of the group; every cell as typed, none of them mandatory."""

    name: str = ""
    sex: str = ""
    age: str = ""
    urgent: str = ""
    tie: str = ""

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was typed; a tie alone names nobody."""
        return not (self.name + self.sex + self.age + self.urgent).strip()


@dataclass(frozen=True, slots=True)
class RowProblem(ValueError):
    """A cell that cannot be read: which one, and the sentence to show."""

    cell: str
    reason: Reason


def form_of_row(header: GroupHeader, row: GroupRow) -> ArrivalForm:
    """Return the registration form that a row stands for.

    Raises:
        RowProblem: the letters of sex, urgent or tie cannot be read.
    """
    name_state, name = _typed(row.name)
    age_state, age = _typed(row.age)
    spoken = header.language.strip()
    return ArrivalForm(
        name=name,
        name_state=name_state,
        sex=_sex(row.sex),
        age_text=age.lstrip("~±").strip(),
        age_state=age_state,
        age_basis=AgeBasis.ESTIMATE,
        came_by=header.came_by,
        referrer=header.referrer,
        escort=header.escort,
        escort_phone=header.escort_phone,
        urgent=_urgent(row.urgent),
        language=Answer(AnswerState.GIVEN, spoken) if spoken else Answer(),
    )


def tie_of(row: GroupRow) -> str:
    """Return the letter of those who ask to stay together, or nothing.

    Raises:
        RowProblem: more than one letter.
    """
    letter = row.tie.strip().upper()
    if letter and not (len(letter) == 1 and letter.isalpha()):
        raise RowProblem("tie", Reason.TIE_UNREADABLE)
    return letter


def twin_of(row: GroupRow, others: Sequence[GroupRow]) -> int | None:
    """Return the place of another row that reads like the same woman, or None."""
    key = spelling_key(row.name)
    if not key or row.name.strip() == _NOT_KNOWN:
        return None
    for place, other in enumerate(others):
        same_age = row.age.strip().lstrip("~±") == other.age.strip().lstrip("~±")
        if other is not row and spelling_key(other.name) == key and same_age:
            return place
    return None


def copied(above: GroupRow, cell: str, row: GroupRow) -> GroupRow:
    """Return a row with one cell copied from the row above (Ctrl+D)."""
    return replace(row, **{cell: getattr(above, cell)})


def _typed(text: str) -> tuple[AnswerState, str]:
    if text.strip() == _NOT_KNOWN:
        return AnswerState.UNKNOWN, ""
    return (AnswerState.GIVEN, text) if text.strip() else (AnswerState.NOT_ASKED, "")


def _sex(text: str) -> Answer[Sex]:
    typed = text.strip().lower()
    if not typed:
        return Answer()
    if typed == _NOT_KNOWN:
        return Answer(AnswerState.UNKNOWN)
    if typed not in _SEX:
        raise RowProblem("sex", Reason.SEX_LETTER)
    return given(_SEX[typed])


def _urgent(text: str) -> Answer[frozenset[UrgentNeed]]:
    letters = [letter for letter in text.strip().lower() if letter not in " ,"]
    if not letters:
        return Answer()
    if letters == [_NOT_KNOWN]:
        return Answer(AnswerState.UNKNOWN)
    if letters == [_NONE_VISIBLE]:
        return given(frozenset())
    if not set(letters) <= _NEEDS.keys():
        raise RowProblem("urgent", Reason.URGENT_LETTERS)
    return given(frozenset(_NEEDS[letter] for letter in letters))
