# SPDX-License-Identifier: Apache-2.0
"""People who are sheltered, with what is known of their age and how it is known."""

from datetime import date

from sqlalchemy import CheckConstraint, Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, strict
from app.models.types import Day, Flag, Word
from app.policies.answers import AnswerState
from app.policies.arrivals.registration import Sex
from app.policies.people.age import AgeBand, AgeBasis, AgeReason, BirthPrecision, TreatedAs
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE


class Person(Rooted, Base):
    """One person; ``adult_from`` empty means she is treated as a child.

    ``born_earliest``, ``born_latest`` and ``born_nominal`` are ``policies.people.age.Born``;
    what was said of her age belongs to the day ``age_said_on``.
    """

    __tablename__ = "person"
    __table_args__ = strict(
        CheckConstraint(
            "adult_from IS NULL OR "
            "(adult_from IS date(adult_from, '+0 days') AND adult_from >= '0001')",
            name="adult_from_is_a_day",
        ).ddl_if(dialect="sqlite"),
        *(
            CheckConstraint(
                f"{name} IS NULL OR ({name} IS date({name}, '+0 days'))", name=f"{name}_is_a_day"
            ).ddl_if(dialect="sqlite")
            for name in ("born_earliest", "born_latest", "born_nominal", "age_said_on")
        ),
        CheckConstraint("(allergy_state = 'given') = (allergy IS NOT NULL)", name="allergy_state"),
        CheckConstraint("(diet_state = 'given') = (diet IS NOT NULL)", name="diet_state"),
        CheckConstraint(
            "(called_name_state = 'given') = (called_name IS NOT NULL)", name="name_state"
        ),
        CheckConstraint("(sex_state = 'given') = (sex IS NOT NULL)", name="sex_state"),
        CheckConstraint(
            "(language_state = 'given') = (language IS NOT NULL)", name="language_state"
        ),
    )

    called_name: Mapped[str | None] = declared(Text(), InfoClass.PRESENCE, _CASE)
    called_name_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.PRESENCE, _CASE)
    spelling_key: Mapped[str] = declared(Text(), InfoClass.PRESENCE, _CASE, index=True)
    sex: Mapped[Sex | None] = declared(Word(Sex), InfoClass.PRESENCE, _CASE)
    sex_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.PRESENCE, _CASE)
    age_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.PRESENCE, _CASE)
    age_text: Mapped[str] = declared(Text(), InfoClass.PRESENCE, _CASE)
    stated_months: Mapped[int | None] = declared(Integer(), InfoClass.PRESENCE, _CASE)
    birth_date: Mapped[date | None] = declared(Day(), InfoClass.IDENTITY, _CASE)
    birth_precision: Mapped[BirthPrecision | None] = declared(
        Word(BirthPrecision), InfoClass.IDENTITY, _CASE
    )
    age_basis: Mapped[AgeBasis | None] = declared(Word(AgeBasis), InfoClass.PRESENCE, _CASE)
    age_doubt: Mapped[bool] = declared(Flag(), InfoClass.PRESENCE, _CASE)
    age_band: Mapped[AgeBand] = declared(Word(AgeBand), InfoClass.PRESENCE, _CASE)
    treated_as: Mapped[TreatedAs] = declared(Word(TreatedAs), InfoClass.PRESENCE, _CASE)
    treated_reason: Mapped[AgeReason] = declared(Word(AgeReason), InfoClass.PRESENCE, _CASE)
    adult_from: Mapped[date | None] = declared(Day(), InfoClass.PRESENCE, _CASE)
    born_earliest: Mapped[date | None] = declared(Day(), InfoClass.PRESENCE, _CASE)
    born_latest: Mapped[date | None] = declared(Day(), InfoClass.PRESENCE, _CASE)
    born_nominal: Mapped[date | None] = declared(Day(), InfoClass.PRESENCE, _CASE)
    age_said_on: Mapped[date] = declared(Day(), InfoClass.PRESENCE, _CASE)
    allergy: Mapped[str | None] = declared(Text(), InfoClass.CARE_NEEDS, _CASE)
    allergy_state: Mapped[AnswerState] = declared(
        Word(AnswerState), InfoClass.CARE_NEEDS, _CASE, default=AnswerState.NOT_ASKED
    )
    diet: Mapped[str | None] = declared(Text(), InfoClass.CARE_NEEDS, _CASE)
    diet_state: Mapped[AnswerState] = declared(
        Word(AnswerState), InfoClass.CARE_NEEDS, _CASE, default=AnswerState.NOT_ASKED
    )
    language: Mapped[str | None] = declared(Text(), InfoClass.PRESENCE, _CASE)
    language_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.PRESENCE, _CASE)
