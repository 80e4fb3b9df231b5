# SPDX-License-Identifier: Apache-2.0
"""Words of rooms and beds."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare, Whereabouts
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.beds.suggest import NoBedOption, WhyHere

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    WhyHere: {
        WhyHere.MAY_BE_ADULT: QT_TRANSLATE_NOOP("Texts", "may be grown up"),
        WhyHere.LIKE_HER: QT_TRANSLATE_NOOP("Texts", "others like her"),
        WhyHere.WITH_FAMILY: QT_TRANSLATE_NOOP("Texts", "with her family"),
        WhyHere.OWN_ROOM: QT_TRANSLATE_NOOP("Texts", "room of her own"),
        WhyHere.NEAR_CARETAKER: QT_TRANSLATE_NOOP("Texts", "close to the caretaker"),
        WhyHere.SAME_AGE_GROUP: QT_TRANSLATE_NOOP("Texts", "others of her age"),
        WhyHere.CHILD_SIDE: QT_TRANSLATE_NOOP("Texts", "children's floor"),
        WhyHere.ADULT_SIDE: QT_TRANSLATE_NOOP("Texts", "adults' floor"),
        WhyHere.COMPANY: QT_TRANSLATE_NOOP("Texts", "not alone"),
    },
    NoBedOption: {
        NoBedOption.RESERVED_BED: QT_TRANSLATE_NOOP("Texts", "A reserved bed that is still empty"),
        NoBedOption.SPARE_ROOM: QT_TRANSLATE_NOOP("Texts", "Make a spare room a bedroom again"),
        NoBedOption.MATTRESS_NEAR_CARETAKER: QT_TRANSLATE_NOOP(
            "Texts", "A mattress in the caretaker's room"
        ),
        NoBedOption.SISTER_HOUSE: QT_TRANSLATE_NOOP(
            "Texts", "The sister house (adults only; tell them first)"
        ),
        NoBedOption.PARTNER_SHELTER: QT_TRANSLATE_NOOP("Texts", "Call a partner shelter"),
        NoBedOption.POLICE_STATION: QT_TRANSLATE_NOOP("Texts", "Call the police station"),
        NoBedOption.DINAS: QT_TRANSLATE_NOOP("Texts", "Call the night phone of the Dinas Sosial"),
        NoBedOption.CALL_HEAD: QT_TRANSLATE_NOOP("Texts", "Call the head"),
    },
    AbsenceKind: {
        AbsenceKind.HOSPITAL: QT_TRANSLATE_NOOP("Texts", "In hospital"),
        AbsenceKind.WITH_STAFF: QT_TRANSLATE_NOOP("Texts", "With staff"),
        AbsenceKind.POLICE: QT_TRANSLATE_NOOP("Texts", "At the police"),
        AbsenceKind.COURT: QT_TRANSLATE_NOOP("Texts", "At court"),
        AbsenceKind.LEAVE: QT_TRANSLATE_NOOP("Texts", "On leave"),
        AbsenceKind.MISSING: QT_TRANSLATE_NOOP("Texts", "Not found"),
    },
    ChildCare: {
        ChildCare.ALONG: QT_TRANSLATE_NOOP("Texts", "went along"),
        ChildCare.CARETAKER: QT_TRANSLATE_NOOP("Texts", "with the caretaker"),
        ChildCare.RELATIVE: QT_TRANSLATE_NOOP("Texts", "with a relative"),
    },
    Whereabouts: {
        Whereabouts.BED: QT_TRANSLATE_NOOP("Texts", "In bed"),
        Whereabouts.MATTRESS: QT_TRANSLATE_NOOP("Texts", "On a mattress"),
        Whereabouts.HOSPITAL: QT_TRANSLATE_NOOP("Texts", "In hospital"),
        Whereabouts.WITH_STAFF: QT_TRANSLATE_NOOP("Texts", "With staff"),
        Whereabouts.POLICE: QT_TRANSLATE_NOOP("Texts", "At the police"),
        Whereabouts.COURT: QT_TRANSLATE_NOOP("Texts", "At court"),
        Whereabouts.LEAVE: QT_TRANSLATE_NOOP("Texts", "On leave"),
        Whereabouts.MISSING: QT_TRANSLATE_NOOP("Texts", "Not found"),
        Whereabouts.UNPLACED: QT_TRANSLATE_NOOP("Texts", "No bed yet"),
    },
    Side: {
        Side.ADULT: QT_TRANSLATE_NOOP("Texts", "Adults"),
        Side.CHILD: QT_TRANSLATE_NOOP("Texts", "Children"),
        Side.ANY: QT_TRANSLATE_NOOP("Texts", "All"),
    },
    RoomPurpose: {
        RoomPurpose.BEDROOM: QT_TRANSLATE_NOOP("Texts", "Bedroom"),
        RoomPurpose.SPARE: QT_TRANSLATE_NOOP("Texts", "Spare room"),
        RoomPurpose.SECRETARIAT: QT_TRANSLATE_NOOP("Texts", "Secretariat"),
        RoomPurpose.TV_ROOM: QT_TRANSLATE_NOOP("Texts", "TV room"),
        RoomPurpose.FIELD: QT_TRANSLATE_NOOP("Texts", "Field"),
        RoomPurpose.COUNSELLING: QT_TRANSLATE_NOOP("Texts", "Counselling room"),
        RoomPurpose.THERAPY: QT_TRANSLATE_NOOP("Texts", "Therapy room"),
    },
}
