# SPDX-License-Identifier: Apache-2.0
"""Words of the duty desk: who came how, what is next."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.partners import PartnerKind
from app.policies.arrivals.queue import NextStep
from app.policies.arrivals.registration import CameBy, UrgentNeed
from app.policies.arrivals.shifts import ShiftKind

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    CameBy: {
        CameBy.ALONE: QT_TRANSLATE_NOOP("Texts", "On her own"),
        CameBy.POLICE: QT_TRANSLATE_NOOP("Texts", "Police"),
        CameBy.REFERRAL: QT_TRANSLATE_NOOP("Texts", "Referral"),
        CameBy.COMMUNITY: QT_TRANSLATE_NOOP("Texts", "Community"),
    },
    PartnerKind: {
        PartnerKind.SOCIAL_OFFICE: QT_TRANSLATE_NOOP("Texts", "Social affairs office"),
        PartnerKind.POLICE: QT_TRANSLATE_NOOP("Texts", "Police station"),
        PartnerKind.NGO: QT_TRANSLATE_NOOP("Texts", "Organisation"),
        PartnerKind.HOSPITAL: QT_TRANSLATE_NOOP("Texts", "Hospital"),
        PartnerKind.SHELTER: QT_TRANSLATE_NOOP("Texts", "Another shelter"),
        PartnerKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    },
    UrgentNeed: {
        UrgentNeed.INJURED: QT_TRANSLATE_NOOP("Texts", "Injured"),
        UrgentNeed.PREGNANT: QT_TRANSLATE_NOOP("Texts", "Pregnant"),
        UrgentNeed.ILL: QT_TRANSLATE_NOOP("Texts", "Ill"),
    },
    ShiftKind: {
        ShiftKind.MORNING: QT_TRANSLATE_NOOP("Texts", "Morning shift"),
        ShiftKind.AFTERNOON: QT_TRANSLATE_NOOP("Texts", "Afternoon shift"),
        ShiftKind.NIGHT: QT_TRANSLATE_NOOP("Texts", "Night shift"),
    },
    NextStep: {
        NextStep.LOOK_AT_URGENT: QT_TRANSLATE_NOOP("Texts", "Look: injured, pregnant, ill?"),
        NextStep.FIND_BED: QT_TRANSLATE_NOOP("Texts", "Find a bed"),
        NextStep.ASK_THREAT: QT_TRANSLATE_NOOP(
            "Texts", "Ask the escort: is anyone looking for her?"
        ),
        NextStep.COMPLETE: QT_TRANSLATE_NOOP("Texts", "Complete missing facts"),
        NextStep.DONE: QT_TRANSLATE_NOOP("Texts", "Done for tonight"),
    },
    FollowUpKind: {
        FollowUpKind.NAME: QT_TRANSLATE_NOOP("Texts", "Ask her name"),
        FollowUpKind.SEX: QT_TRANSLATE_NOOP("Texts", "Note the sex"),
        FollowUpKind.AGE: QT_TRANSLATE_NOOP("Texts", "Ask or estimate the age"),
        FollowUpKind.VERIFY_AGE: QT_TRANSLATE_NOOP("Texts", "Verify the age"),
        FollowUpKind.CAME_BY: QT_TRANSLATE_NOOP("Texts", "Note who brought her"),
        FollowUpKind.REFERRER: QT_TRANSLATE_NOOP("Texts", "Which office or station?"),
        FollowUpKind.URGENT: QT_TRANSLATE_NOOP("Texts", "Look: injured, pregnant, ill?"),
        FollowUpKind.ACCOMPANIED: QT_TRANSLATE_NOOP("Texts", "Who came with her?"),
        FollowUpKind.LANGUAGE: QT_TRANSLATE_NOOP("Texts", "Which language?"),
        FollowUpKind.THREAT: QT_TRANSLATE_NOOP("Texts", "Is anyone looking for her?"),
        FollowUpKind.BED: QT_TRANSLATE_NOOP("Texts", "Find a bed"),
    },
}
