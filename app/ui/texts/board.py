# SPDX-License-Identifier: Apache-2.0
"""Words of the dormitory board and of the caretakers' books."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.board import BedState
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.dormitory.care.caretaking import InspectionPoint, Item, RepairKind, RepairStatus
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.replan.goals import GoalKind, Level, MoveWhy, ReplanPhase
from app.policies.dormitory.rules.needs import House
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason, Verdict

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    House: {
        House.RPSW: QT_TRANSLATE_NOOP("Texts", "RPSW"),
        House.PSKW: QT_TRANSLATE_NOOP("Texts", "PSKW"),
    },
    Verdict: {
        Verdict.ALLOWED: QT_TRANSLATE_NOOP("Texts", "Allowed"),
        Verdict.PERMIT: QT_TRANSLATE_NOOP("Texts", "Needs permission"),
        Verdict.FORBIDDEN: QT_TRANSLATE_NOOP("Texts", "Not allowed"),
    },
    BlockKind: {
        BlockKind.REPAIR: QT_TRANSLATE_NOOP("Texts", "Repair"),
        BlockKind.CLEANING: QT_TRANSLATE_NOOP("Texts", "Cleaning"),
        BlockKind.PESTS: QT_TRANSLATE_NOOP("Texts", "Pests"),
        BlockKind.NO_BEDDING: QT_TRANSLATE_NOOP("Texts", "No bedding"),
        BlockKind.KEPT_FREE: QT_TRANSLATE_NOOP("Texts", "Kept free"),
        BlockKind.CONVERSION: QT_TRANSLATE_NOOP("Texts", "Change of use"),
        BlockKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    },
    Outcome: {
        Outcome.HOME: QT_TRANSLATE_NOOP("Texts", "Home to her family"),
        Outcome.REFERRED: QT_TRANSLATE_NOOP("Texts", "Referred to another shelter"),
        Outcome.SISTER_HOUSE: QT_TRANSLATE_NOOP("Texts", "To the sister house"),
        Outcome.WORK: QT_TRANSLATE_NOOP("Texts", "To work"),
        Outcome.OWN_WISH: QT_TRANSLATE_NOOP("Texts", "Left at her own wish"),
        Outcome.WITHOUT_PLAN: QT_TRANSLATE_NOOP("Texts", "Left without a plan"),
        Outcome.AUTHORITY: QT_TRANSLATE_NOOP("Texts", "Handed to the police or court"),
        Outcome.HOSPITAL: QT_TRANSLATE_NOOP("Texts", "To a hospital for long"),
        Outcome.DIED: QT_TRANSLATE_NOOP("Texts", "Died"),
    },
    Item: {
        Item.SHEET: QT_TRANSLATE_NOOP("Texts", "Sheet"),
        Item.BLANKET: QT_TRANSLATE_NOOP("Texts", "Blanket"),
        Item.PILLOW: QT_TRANSLATE_NOOP("Texts", "Pillow"),
        Item.TOWEL: QT_TRANSLATE_NOOP("Texts", "Towel"),
        Item.CLOTHES: QT_TRANSLATE_NOOP("Texts", "Clothes"),
        Item.TOILETRIES: QT_TRANSLATE_NOOP("Texts", "Toiletries"),
        Item.SANITARY: QT_TRANSLATE_NOOP("Texts", "Sanitary pads"),
        Item.PRAYER_SET: QT_TRANSLATE_NOOP("Texts", "Prayer set"),
        Item.INFANT_KIT: QT_TRANSLATE_NOOP("Texts", "Infant kit"),
    },
    InspectionPoint: {
        InspectionPoint.CLEAN: QT_TRANSLATE_NOOP("Texts", "Clean and dry"),
        InspectionPoint.BEDS: QT_TRANSLATE_NOOP("Texts", "Beds and mattresses"),
        InspectionPoint.FAN: QT_TRANSLATE_NOOP("Texts", "Fan"),
        InspectionPoint.LIGHT: QT_TRANSLATE_NOOP("Texts", "Light"),
        InspectionPoint.WINDOW: QT_TRANSLATE_NOOP("Texts", "Window and lock"),
        InspectionPoint.DOOR: QT_TRANSLATE_NOOP("Texts", "Door"),
        InspectionPoint.BATHROOM: QT_TRANSLATE_NOOP("Texts", "Bathroom"),
        InspectionPoint.PESTS: QT_TRANSLATE_NOOP("Texts", "No pests"),
        InspectionPoint.DANGER: QT_TRANSLATE_NOOP("Texts", "Nothing dangerous"),
    },
    RepairKind: {
        RepairKind.FAN: QT_TRANSLATE_NOOP("Texts", "Fan"),
        RepairKind.BATHROOM: QT_TRANSLATE_NOOP("Texts", "Bathroom"),
        RepairKind.LIGHT: QT_TRANSLATE_NOOP("Texts", "Light"),
        RepairKind.WATER: QT_TRANSLATE_NOOP("Texts", "Water"),
        RepairKind.DOOR: QT_TRANSLATE_NOOP("Texts", "Door"),
        RepairKind.WINDOW: QT_TRANSLATE_NOOP("Texts", "Window"),
        RepairKind.BED: QT_TRANSLATE_NOOP("Texts", "Bed"),
        RepairKind.POWER: QT_TRANSLATE_NOOP("Texts", "Electricity"),
        RepairKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    },
    RepairStatus: {
        RepairStatus.ASKED: QT_TRANSLATE_NOOP("Texts", "Asked for"),
        RepairStatus.IN_WORK: QT_TRANSLATE_NOOP("Texts", "Being mended"),
        RepairStatus.DONE: QT_TRANSLATE_NOOP("Texts", "Mended"),
        RepairStatus.DROPPED: QT_TRANSLATE_NOOP("Texts", "Not needed any more"),
    },
    FindingKind: {
        FindingKind.CHILD_WITH_ADULT: QT_TRANSLATE_NOOP("Texts", "Child and adult in one room"),
        FindingKind.FAMILY_SHARED: QT_TRANSLATE_NOOP(
            "Texts", "Family that must be alone shares its room"
        ),
        FindingKind.MAYBE_ADULT_WITH_YOUNG: QT_TRANSLATE_NOOP(
            "Texts", "May be grown up, with under-13s"
        ),
        FindingKind.MAN_IN_BED: QT_TRANSLATE_NOOP("Texts", "A man has a bed"),
        FindingKind.SEX_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Sex not written down, not alone"),
        FindingKind.INFANT_WITHOUT_MOTHER: QT_TRANSLATE_NOOP(
            "Texts", "Infant without her mother or guardian"
        ),
        FindingKind.SMALL_CHILD_ALONE: QT_TRANSLATE_NOOP("Texts", "Small child alone in a room"),
        FindingKind.CHILD_ALONE: QT_TRANSLATE_NOOP("Texts", "Child alone in a room at night"),
        FindingKind.MAYBE_ADULT_WITH_TEEN: QT_TRANSLATE_NOOP(
            "Texts", "May be grown up, with a girl of 13 or 14"
        ),
        FindingKind.KEPT_APART: QT_TRANSLATE_NOOP("Texts", "Two who are kept apart in one room"),
        FindingKind.OWN_ROOM_SHARED: QT_TRANSLATE_NOOP("Texts", "Needs a room of her own"),
        FindingKind.EXPLOITED_MIX: QT_TRANSLATE_NOOP(
            "Texts", "Exploited and not exploited in one room"
        ),
        FindingKind.HOUSE_MIX: QT_TRANSLATE_NOOP("Texts", "RPSW and PSKW in one room"),
        FindingKind.BOY_WITHOUT_FAMILY: QT_TRANSLATE_NOOP(
            "Texts", "Boy in a room without his family"
        ),
        FindingKind.BOY_TOO_OLD: QT_TRANSLATE_NOOP("Texts", "Boy older than the rules allow"),
        FindingKind.WRONG_SIDE: QT_TRANSLATE_NOOP("Texts", "On the wrong floor"),
        FindingKind.WATCH: QT_TRANSLATE_NOOP("Texts", "Watch is not kept"),
        FindingKind.STEP_FREE: QT_TRANSLATE_NOOP("Texts", "Wheelchair cannot reach the room"),
        FindingKind.LOWER_BUNK: QT_TRANSLATE_NOOP("Texts", "Needs a lower bunk"),
        FindingKind.OVER_CAPACITY: QT_TRANSLATE_NOOP("Texts", "Too many in one room"),
        FindingKind.NOT_IN_USE: QT_TRANSLATE_NOOP("Texts", "Bed or room nobody may sleep in"),
        FindingKind.PERMIT_OVER: QT_TRANSLATE_NOOP("Texts", "Signature has run out"),
        FindingKind.WITHOUT_BED: QT_TRANSLATE_NOOP("Texts", "Has no bed"),
        FindingKind.NOT_RECEIVED: QT_TRANSLATE_NOOP("Texts", "Not received in the wing"),
        FindingKind.BED_OF_MISSING: QT_TRANSLATE_NOOP("Texts", "Bed kept longer than 24 hours"),
        FindingKind.NO_CARETAKER: QT_TRANSLATE_NOOP("Texts", "No caretaker on duty"),
        FindingKind.ONE_FOR_BOTH: QT_TRANSLATE_NOOP(
            "Texts", "One caretaker for adults and children"
        ),
    },
    GoalKind: {
        GoalKind.LEGAL: QT_TRANSLATE_NOOP("Texts", "Tonight by the rules"),
        GoalKind.PLACE: QT_TRANSLATE_NOOP("Texts", "Beds for everyone"),
        GoalKind.EMPTY: QT_TRANSLATE_NOOP("Texts", "Empty rooms"),
        GoalKind.SEPARATE: QT_TRANSLATE_NOOP("Texts", "Rooms for one age"),
    },
    MoveWhy: {
        MoveWhy.NEW: QT_TRANSLATE_NOOP("Texts", "her first bed here"),
        MoveWhy.AGAINST_A_RULE: QT_TRANSLATE_NOOP("Texts", "her bed is against a rule"),
        MoveWhy.ROOM_EMPTIED: QT_TRANSLATE_NOOP("Texts", "her room is to be empty"),
        MoveWhy.OTHER_SIDE: QT_TRANSLATE_NOOP("Texts", "her room will be for others"),
        MoveWhy.MAKES_ROOM: QT_TRANSLATE_NOOP("Texts", "makes room for somebody"),
    },
    Level: {
        Level.BREACHES: QT_TRANSLATE_NOOP(
            "Texts", "At most {0} more people might sleep by the rules."
        ),
        Level.URGENT: QT_TRANSLATE_NOOP("Texts", "At most {0} more urgent people might get a bed."),
        Level.CHILDREN: QT_TRANSLATE_NOOP("Texts", "At most {0} more children might get a bed."),
        Level.WAITING: QT_TRANSLATE_NOOP("Texts", "At most {0} more people might get a bed."),
        Level.PARTED: QT_TRANSLATE_NOOP(
            "Texts", "At most {0} more pairs of a family might be together."
        ),
        Level.MOVED: QT_TRANSLATE_NOOP("Texts", "At most {0} fewer moves might be possible."),
        Level.MOVED_SIGNED: QT_TRANSLATE_NOOP(
            "Texts", "At most {0} more signed beds might be kept."
        ),
        Level.MOVED_CHILDREN: QT_TRANSLATE_NOOP(
            "Texts", "At most {0} fewer children might have to move."
        ),
        Level.MOVED_AWAY: QT_TRANSLATE_NOOP(
            "Texts", "At most {0} more beds of people who are away might be kept."
        ),
        Level.NIGHTS: QT_TRANSLATE_NOOP(
            "Texts", "Others might move who came up to {0} nights later."
        ),
        Level.LEFT_OUT: QT_TRANSLATE_NOOP(
            "Texts", "Who waits longest might come first by up to {0} places."
        ),
    },
    ReplanPhase: {
        ReplanPhase.MOVES: QT_TRANSLATE_NOOP("Texts", "Looking for the fewest moves"),
        ReplanPhase.SIGNATURES: QT_TRANSLATE_NOOP("Texts", "Looking for the least to sign"),
    },
    BedState: {
        BedState.FREE: QT_TRANSLATE_NOOP("Texts", "free"),
        BedState.TAKEN: QT_TRANSLATE_NOOP("Texts", "taken"),
        BedState.ON_THE_WAY: QT_TRANSLATE_NOOP("Texts", "on the way"),
        BedState.AWAY: QT_TRANSLATE_NOOP("Texts", "away"),
        BedState.RESERVED: QT_TRANSLATE_NOOP("Texts", "reserved"),
        BedState.BLOCKED: QT_TRANSLATE_NOOP("Texts", "blocked"),
        BedState.OUT_OF_USE: QT_TRANSLATE_NOOP("Texts", "out of use"),
    },
}
SHORT: dict[StrEnum, str] = {
    BedState.FREE: QT_TRANSLATE_NOOP("Texts", "free"),
    BedState.TAKEN: QT_TRANSLATE_NOOP("Texts", "taken"),
    BedState.ON_THE_WAY: QT_TRANSLATE_NOOP("Texts", "due"),
    BedState.RESERVED: QT_TRANSLATE_NOOP("Texts", "kept"),
    BedState.BLOCKED: QT_TRANSLATE_NOOP("Texts", "closed"),
    BedState.OUT_OF_USE: QT_TRANSLATE_NOOP("Texts", "broken"),
    AbsenceKind.HOSPITAL: QT_TRANSLATE_NOOP("Texts", "hospital"),
    AbsenceKind.WITH_STAFF: QT_TRANSLATE_NOOP("Texts", "staff"),
    AbsenceKind.POLICE: QT_TRANSLATE_NOOP("Texts", "police"),
    AbsenceKind.COURT: QT_TRANSLATE_NOOP("Texts", "court"),
    AbsenceKind.LEAVE: QT_TRANSLATE_NOOP("Texts", "leave"),
    AbsenceKind.MISSING: QT_TRANSLATE_NOOP("Texts", "gone"),
    Reason.CHILD_WITH_ADULT: QT_TRANSLATE_NOOP("Texts", "Child and adult"),
    Reason.MAYBE_ADULT_WITH_UNDER_13: QT_TRANSLATE_NOOP("Texts", "May be grown up"),
    Reason.MAYBE_ADULT_WITH_TEEN: QT_TRANSLATE_NOOP("Texts", "May be grown up"),
    Reason.NO_BED_FOR_MEN: QT_TRANSLATE_NOOP("Texts", "Man"),
    Reason.SEX_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Sex?"),
    Reason.WING_FOR_ADULTS: QT_TRANSLATE_NOOP("Texts", "For adults"),
    Reason.WING_FOR_CHILDREN: QT_TRANSLATE_NOOP("Texts", "For children"),
    Reason.BOY_WITHOUT_FAMILY: QT_TRANSLATE_NOOP("Texts", "Boy"),
    Reason.FAMILY_ALONE: QT_TRANSLATE_NOOP("Texts", "Family room"),
    Reason.BED_TAKEN: QT_TRANSLATE_NOOP("Texts", "Full"),
    Reason.ROOM_BLOCKED: QT_TRANSLATE_NOOP("Texts", "Blocked"),
    Reason.BED_BLOCKED: QT_TRANSLATE_NOOP("Texts", "Blocked"),
    Reason.BED_OUT_OF_USE: QT_TRANSLATE_NOOP("Texts", "Out of use"),
    Reason.ROOM_TOO_SMALL: QT_TRANSLATE_NOOP("Texts", "Too small"),
    Reason.HOUSES_APART: QT_TRANSLATE_NOOP("Texts", "Other house"),
    Reason.BOY_TOO_OLD: QT_TRANSLATE_NOOP("Texts", "Boy too old"),
    Reason.NOT_STEP_FREE: QT_TRANSLATE_NOOP("Texts", "Stairs"),
    Reason.UPPER_BUNK: QT_TRANSLATE_NOOP("Texts", "Upper bunk"),
    Reason.BED_RESERVED: QT_TRANSLATE_NOOP("Texts", "Reserved"),
    Reason.MASKED_RULE: QT_TRANSLATE_NOOP("Texts", "Placing rules"),
    Reason.KEPT_APART: QT_TRANSLATE_NOOP("Texts", "Kept apart"),
    Reason.OWN_ROOM_NEEDED: QT_TRANSLATE_NOOP("Texts", "Own room"),
    Reason.EXPLOITED_APART: QT_TRANSLATE_NOOP("Texts", "Keep separate"),
    Reason.WATCH_NEAR: QT_TRANSLATE_NOOP("Texts", "Watch: near"),
    Reason.WATCH_GROUND: QT_TRANSLATE_NOOP("Texts", "Watch: ground floor"),
    Reason.WATCH_ALONE: QT_TRANSLATE_NOOP("Texts", "Watch: company"),
}
"""One or two words for a card; the whole sentence stands in the side panel."""
