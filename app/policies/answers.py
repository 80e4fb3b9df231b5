# SPDX-License-Identifier: Apache-2.0
"""Answers have five states; a blank never reads or prints as "no" (domain §3.1)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class AnswerState(StrEnum):
    """Whether a question has an answer, and if not, why."""

    GIVEN = "given"
    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """One answer: a value exactly when the state is ``GIVEN``.

    Raises ``ValueError`` when state and value contradict each other.
    """

    state: AnswerState = AnswerState.NOT_ASKED
    value: T | None = None

    def __post_init__(self) -> None:
        if (self.state is AnswerState.GIVEN) != (self.value is not None):
            raise ValueError("an answer has a value exactly when it is given")

    @property
    def is_given(self) -> bool:
        """Say whether a value was given."""
        return self.state is AnswerState.GIVEN


def given(value: T) -> Answer[T]:
    """Return a given answer."""
    return Answer(AnswerState.GIVEN, value)
