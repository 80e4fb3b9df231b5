# SPDX-License-Identifier: Apache-2.0
"""Words of the duty desk: who came how, what is next."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.arrivals.care import BelongingKind, MedicineOutcome, NeedKind, ToldKind
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.arrivals.partners import PartnerKind
from app.policies.arrivals.queue import NextStep
from app.policies.arrivals.registration import CameBy, UrgentNeed
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.care.rounds import Found
from app.policies.roster.duties import DutyKind

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
    LogKind: {
        LogKind.INCIDENT: QT_TRANSLATE_NOOP("Texts", "Incident"),
        LogKind.VISITOR: QT_TRANSLATE_NOOP("Texts", "Visitor"),
        LogKind.CALL: QT_TRANSLATE_NOOP("Texts", "Phone call"),
        LogKind.CHECK: QT_TRANSLATE_NOOP("Texts", "Check"),
        LogKind.MEDICINE: QT_TRANSLATE_NOOP("Texts", "Medicine"),
        LogKind.BUILDING: QT_TRANSLATE_NOOP("Texts", "Building"),
    },
    MarkState: {
        MarkState.PRESENT: QT_TRANSLATE_NOOP("Texts", "Present"),
        MarkState.ABSENT: QT_TRANSLATE_NOOP("Texts", "Not there"),
        MarkState.HOSPITAL: QT_TRANSLATE_NOOP("Texts", "In hospital"),
        MarkState.LEAVE: QT_TRANSLATE_NOOP("Texts", "On leave"),
    },
    Found: {
        Found.WELL: QT_TRANSLATE_NOOP("Texts", "Seen, well"),
        Found.ASLEEP: QT_TRANSLATE_NOOP("Texts", "Asleep"),
        Found.AWAKE: QT_TRANSLATE_NOOP("Texts", "Awake"),
        Found.NOT_THERE: QT_TRANSLATE_NOOP("Texts", "Not there"),
    },
    NeedKind: {
        NeedKind.BED: QT_TRANSLATE_NOOP("Texts", "A bed made up"),
        NeedKind.CLOTHES: QT_TRANSLATE_NOOP("Texts", "Clothes"),
        NeedKind.FOOD: QT_TRANSLATE_NOOP("Texts", "Food and drink"),
        NeedKind.INJURY: QT_TRANSLATE_NOOP("Texts", "Injury looked at"),
        NeedKind.PREGNANCY: QT_TRANSLATE_NOOP("Texts", "Pregnancy looked at"),
        NeedKind.INFANT: QT_TRANSLATE_NOOP("Texts", "Infant cared for"),
    },
    MedicineOutcome: {
        MedicineOutcome.GIVEN: QT_TRANSLATE_NOOP("Texts", "Taken"),
        MedicineOutcome.REFUSED: QT_TRANSLATE_NOOP("Texts", "Chose not to take it"),
    },
    BelongingKind: {
        BelongingKind.DOCUMENT: QT_TRANSLATE_NOOP("Texts", "Document"),
        BelongingKind.MONEY: QT_TRANSLATE_NOOP("Texts", "Money"),
        BelongingKind.PHONE: QT_TRANSLATE_NOOP("Texts", "Phone"),
        BelongingKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Something else"),
    },
    ToldKind: {
        ToldKind.POCKET_MONEY: QT_TRANSLATE_NOOP("Texts", "Pocket money"),
        ToldKind.ONE_TWO_WEEKS: QT_TRANSLATE_NOOP("Texts", "Only one or two weeks"),
        ToldKind.JOB: QT_TRANSLATE_NOOP("Texts", "A job"),
        ToldKind.FAMILY_VISIT: QT_TRANSLATE_NOOP("Texts", "Visits by her family"),
        ToldKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Something else"),
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
    DutyKind: {
        DutyKind.AT_DESK: QT_TRANSLATE_NOOP("Texts", "At the desk"),
        DutyKind.ON_CALL: QT_TRANSLATE_NOOP("Texts", "On call"),
        DutyKind.WING: QT_TRANSLATE_NOOP("Texts", "In a wing"),
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
        FollowUpKind.MAYBE_18: QT_TRANSLATE_NOOP("Texts", "Perhaps 18 by now: verify the age"),
        FollowUpKind.CAME_BY: QT_TRANSLATE_NOOP("Texts", "Note who brought her"),
        FollowUpKind.REFERRER: QT_TRANSLATE_NOOP("Texts", "Which office or station?"),
        FollowUpKind.URGENT: QT_TRANSLATE_NOOP("Texts", "Look: injured, pregnant, ill?"),
        FollowUpKind.ACCOMPANIED: QT_TRANSLATE_NOOP("Texts", "Who came with her?"),
        FollowUpKind.LANGUAGE: QT_TRANSLATE_NOOP("Texts", "Which language?"),
        FollowUpKind.THREAT: QT_TRANSLATE_NOOP("Texts", "Is anyone looking for her?"),
        FollowUpKind.BED: QT_TRANSLATE_NOOP("Texts", "Find a bed"),
        FollowUpKind.RETURNING: QT_TRANSLATE_NOOP("Texts", "Check: was she here before?"),
        FollowUpKind.BELONGINGS: QT_TRANSLATE_NOOP("Texts", "Check her belongings"),
        FollowUpKind.PSYCHOLOGIST: QT_TRANSLATE_NOOP("Texts", "Call the psychologist"),
    },
}
