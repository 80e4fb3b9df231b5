# SPDX-License-Identifier: Apache-2.0
"""Words of people: posts, ages, sex."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.access import Role
from app.policies.arrivals.registration import Sex
from app.policies.people.age import AgeBand, AgeBasis, AgeReason, TreatedAs
from app.policies.people.kinship import KinKind, KinStanding

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Role: {
        Role.HEAD: QT_TRANSLATE_NOOP("Texts", "Head"),
        Role.COORDINATOR: QT_TRANSLATE_NOOP("Texts", "Coordinator"),
        Role.DUTY_OFFICER: QT_TRANSLATE_NOOP("Texts", "Duty officer"),
        Role.CARETAKER: QT_TRANSLATE_NOOP("Texts", "Dormitory caretaker"),
        Role.SOCIAL_WORKER: QT_TRANSLATE_NOOP("Texts", "Social worker"),
        Role.PSYCHOLOGIST: QT_TRANSLATE_NOOP("Texts", "Psychologist"),
        Role.SECRETARIAT: QT_TRANSLATE_NOOP("Texts", "Secretariat"),
    },
    KinKind: {
        KinKind.MOTHER: QT_TRANSLATE_NOOP("Texts", "mother"),
        KinKind.GUARDIAN: QT_TRANSLATE_NOOP("Texts", "guardian"),
        KinKind.SISTER: QT_TRANSLATE_NOOP("Texts", "older sister"),
        KinKind.OTHER: QT_TRANSLATE_NOOP("Texts", "other family"),
    },
    KinStanding: {
        KinStanding.DECLARED: QT_TRANSLATE_NOOP("Texts", "declared, not verified"),
        KinStanding.VERIFIED: QT_TRANSLATE_NOOP("Texts", "verified"),
    },
    AgeBand: {
        AgeBand.UNDER_15: QT_TRANSLATE_NOOP("Texts", "under 15"),
        AgeBand.CHILD_15_17: QT_TRANSLATE_NOOP("Texts", "15 to 17"),
        AgeBand.ADULT: QT_TRANSLATE_NOOP("Texts", "18 or older"),
        AgeBand.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "age not known"),
    },
    AgeBasis: {
        AgeBasis.DOCUMENT: QT_TRANSLATE_NOOP("Texts", "Document"),
        AgeBasis.SELF: QT_TRANSLATE_NOOP("Texts", "Says so herself"),
        AgeBasis.ESCORT: QT_TRANSLATE_NOOP("Texts", "Escort says so"),
        AgeBasis.ESTIMATE: QT_TRANSLATE_NOOP("Texts", "Estimate"),
        AgeBasis.ASSESSMENT: QT_TRANSLATE_NOOP("Texts", "Age assessment"),
    },
    TreatedAs: {
        TreatedAs.CHILD: QT_TRANSLATE_NOOP("Texts", "Child"),
        TreatedAs.ADULT: QT_TRANSLATE_NOOP("Texts", "Adult"),
    },
    AgeReason: {
        AgeReason.AGE_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "the age is not known"),
        AgeReason.DOCUMENT_CHILD: QT_TRANSLATE_NOOP("Texts", "a document shows it"),
        AgeReason.DOCUMENT_ADULT: QT_TRANSLATE_NOOP("Texts", "a document shows it"),
        AgeReason.STATED_CHILD: QT_TRANSLATE_NOOP("Texts", "states an age under 18"),
        AgeReason.NOT_VERIFIED: QT_TRANSLATE_NOOP(
            "Texts", "no document yet, and the age is close to 18"
        ),
        AgeReason.DOUBT: QT_TRANSLATE_NOOP("Texts", "there is doubt about the age"),
        AgeReason.CLEARLY_ADULT: QT_TRANSLATE_NOOP("Texts", "the stated age is clearly above 18"),
        AgeReason.PAPER_DOUBTED: QT_TRANSLATE_NOOP(
            "Texts", "a document says adult, but something else said says child"
        ),
        AgeReason.SAID_BEFORE: QT_TRANSLATE_NOOP(
            "Texts", "she may have been here before, as a child"
        ),
        AgeReason.EVIDENTLY_ADULT: QT_TRANSLATE_NOOP(
            "Texts", "Looks over 25? If in doubt, write an estimate instead."
        ),
    },
    Sex: {
        Sex.FEMALE: QT_TRANSLATE_NOOP("Texts", "Female"),
        Sex.MALE: QT_TRANSLATE_NOOP("Texts", "Male"),
    },
}
