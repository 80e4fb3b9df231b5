# SPDX-License-Identifier: Apache-2.0
"""Why a bed, a room, a rule of placing or a caretaker's entry is refused."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.policies.reasons import Reason

SENTENCES: dict[StrEnum, str] = {
    Reason.CHILD_WITH_ADULT: QT_TRANSLATE_NOOP(
        "Texts", "A child and an adult cannot share a room."
    ),
    Reason.BED_TAKEN: QT_TRANSLATE_NOOP("Texts", "This bed is already taken. Choose another one."),
    Reason.BED_OUT_OF_USE: QT_TRANSLATE_NOOP("Texts", "This bed is out of use."),
    Reason.BED_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "This bed no longer exists."),
    Reason.PERSON_HAS_BED: QT_TRANSLATE_NOOP("Texts", "She already has a bed. Move her instead."),
    Reason.PERSON_LEFT: QT_TRANSLATE_NOOP("Texts", "She is no longer registered here."),
    Reason.ROOM_NOT_A_BEDROOM: QT_TRANSLATE_NOOP("Texts", "This room is not a bedroom."),
    Reason.WING_FOR_ADULTS: QT_TRANSLATE_NOOP("Texts", "These rooms are for adults."),
    Reason.WING_FOR_CHILDREN: QT_TRANSLATE_NOOP("Texts", "These rooms are for children."),
    Reason.MAYBE_ADULT_WITH_UNDER_13: QT_TRANSLATE_NOOP(
        "Texts",
        "Somebody who may be grown up and a child who may be under 13 would share this room.",
    ),
    Reason.MAYBE_ADULT_WITH_TEEN: QT_TRANSLATE_NOOP(
        "Texts", "Somebody who may be grown up and a girl of 13 or 14 would share this room."
    ),
    Reason.NO_BED_FOR_MEN: QT_TRANSLATE_NOOP(
        "Texts",
        "There is no bed here for a man or who may be one. Call the police station, a partner institution or the night phone of the Dinas. If he is a child, write his age.",
    ),
    Reason.SEX_UNKNOWN: QT_TRANSLATE_NOOP(
        "Texts",
        "Whoever's sex is not written down shares no room. Answer field 2 first, or choose an empty room.",
    ),
    Reason.MATTRESSES_ENOUGH: QT_TRANSLATE_NOOP(
        "Texts", "Two mattresses already lie in this room. Choose another room."
    ),
    Reason.BOY_WITHOUT_FAMILY: QT_TRANSLATE_NOOP(
        "Texts", "A boy shares a room only with his own family."
    ),
    Reason.FAMILY_ALONE: QT_TRANSLATE_NOOP(
        "Texts", "This family may only sleep in a room without others."
    ),
    Reason.KEPT_APART: QT_TRANSLATE_NOOP("Texts", "These two are kept apart. Choose another room."),
    Reason.OWN_ROOM_NEEDED: QT_TRANSLATE_NOOP(
        "Texts", "One of them needs a room of her own. Choose another room."
    ),
    Reason.EXPLOITED_APART: QT_TRANSLATE_NOOP(
        "Texts", "Exploited and not exploited clients do not share a room."
    ),
    Reason.WATCH_NEAR: QT_TRANSLATE_NOOP(
        "Texts", "She needs a bed near the caretaker, so that somebody sees and hears her."
    ),
    Reason.WATCH_GROUND: QT_TRANSLATE_NOOP(
        "Texts", "She needs a bed on the ground floor, so that she cannot fall from a height."
    ),
    Reason.WATCH_ALONE: QT_TRANSLATE_NOOP("Texts", "She should not sleep alone in a room."),
    Reason.HOUSES_APART: QT_TRANSLATE_NOOP(
        "Texts", "Clients of RPSW and PSKW do not share a room."
    ),
    Reason.BOY_TOO_OLD: QT_TRANSLATE_NOOP(
        "Texts",
        "This boy is older than the rules allow in women's rooms. Call a partner shelter.",
    ),
    Reason.ROOM_TOO_SMALL: QT_TRANSLATE_NOOP("Texts", "This room has no floor space for one more."),
    Reason.NOT_STEP_FREE: QT_TRANSLATE_NOOP("Texts", "A wheelchair cannot reach this room."),
    Reason.UPPER_BUNK: QT_TRANSLATE_NOOP("Texts", "She needs a lower bunk."),
    Reason.BED_RESERVED: QT_TRANSLATE_NOOP("Texts", "This bed is reserved for somebody else."),
    Reason.BED_BLOCKED: QT_TRANSLATE_NOOP("Texts", "This bed is blocked. Choose another bed."),
    Reason.ROOM_BLOCKED: QT_TRANSLATE_NOOP("Texts", "This room is blocked. Choose another room."),
    Reason.ALREADY_THERE: QT_TRANSLATE_NOOP("Texts", "She already has this bed."),
    Reason.APART_FROM_HERSELF: QT_TRANSLATE_NOOP(
        "Texts", "Choose two different people to keep apart."
    ),
    Reason.APART_KNOWN: QT_TRANSLATE_NOOP("Texts", "These two are already kept apart."),
    Reason.WHY_SHORT: QT_TRANSLATE_NOOP("Texts", "Write in a few words why, at least 10 letters."),
    Reason.NOT_YOURS_TO_SIGN: QT_TRANSLATE_NOOP(
        "Texts",
        "This needs the signature of the coordinator or the head; at night the duty officer signs.",
    ),
    Reason.ROOM_OCCUPIED: QT_TRANSLATE_NOOP(
        "Texts", "People sleep in this room. Move them first, or plan the change for a day."
    ),
    Reason.ROOM_KNOWN: QT_TRANSLATE_NOOP(
        "Texts", "Another room or wing already has this name. Choose another name."
    ),
    Reason.NAME_MISSING: QT_TRANSLATE_NOOP("Texts", "Write a name."),
    Reason.NO_BEDS: QT_TRANSLATE_NOOP("Texts", "A bedroom needs at least one bed."),
    Reason.AREA_LIMIT: QT_TRANSLATE_NOOP(
        "Texts", "Write the floor space in square metres, from 4 to 200."
    ),
    Reason.DAY_PAST: QT_TRANSLATE_NOOP(
        "Texts", "This day has passed. Choose today or a later day."
    ),
    Reason.HOLD_LIMIT: QT_TRANSLATE_NOOP(
        "Texts", "Keep a bed for at most 14 days, until a time that is still to come."
    ),
    Reason.RECEIVER_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "Write where she goes and who receives her."
    ),
    Reason.NOBODY_TO_SWAP: QT_TRANSLATE_NOOP("Texts", "Choose two people who both have a bed."),
    Reason.UPPER_UNKNOWN: QT_TRANSLATE_NOOP(
        "Texts", "Write the letters of beds in this room, such as B, D."
    ),
    Reason.CHANGE_PLANNED: QT_TRANSLATE_NOOP(
        "Texts", "A change of use is already planned for this room. Cancel it first."
    ),
    Reason.MOVE_PLANNED: QT_TRANSLATE_NOOP(
        "Texts", "A move is already planned for her. Cancel it first."
    ),
    Reason.PLAN_LIMIT: QT_TRANSLATE_NOOP("Texts", "Choose a day within the next year."),
    Reason.WING_HAS_ROOMS: QT_TRANSLATE_NOOP(
        "Texts", "This wing still has rooms. Remove them first."
    ),
    Reason.CHOOSE_BED: QT_TRANSLATE_NOOP(
        "Texts", "Choose a bed. If none is offered, choose another day."
    ),
    Reason.NIGHT_AHEAD: QT_TRANSLATE_NOOP(
        "Texts", "This night has not come yet. Choose an earlier day."
    ),
    Reason.ROOM_KEPT: QT_TRANSLATE_NOOP(
        "Texts", "This room has a past. It stays in the plan as a spare room without beds."
    ),
    Reason.BOYS_LIMIT: QT_TRANSLATE_NOOP("Texts", "Write an age from 0 to 17."),
    Reason.SPACE_LIMIT: QT_TRANSLATE_NOOP(
        "Texts", "Write from 2.0 to 12.0 square metres a person, or 0 for beds only."
    ),
    Reason.WATCH_LIMIT: QT_TRANSLATE_NOOP("Texts", "Choose a level from 1 to 3, or never."),
    Reason.NOTHING_CHANGED: QT_TRANSLATE_NOOP(
        "Texts", "Nothing has changed. Change something first."
    ),
    Reason.NO_MOTHER: QT_TRANSLATE_NOOP("Texts", "Choose the mother: this is a man or a boy."),
    Reason.BORN_TOO_LONG_AGO: QT_TRANSLATE_NOOP(
        "Texts", "More than 60 days ago: register the child as an arrival of its own."
    ),
    Reason.CHILD_CARE_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "A child of hers is here. Choose who looks after it until she is back."
    ),
    Reason.ALONE_LIMIT: QT_TRANSLATE_NOOP(
        "Texts", "Write an age in years, up to 18, and not below the one before it."
    ),
    Reason.SECOND_PERSON: QT_TRANSLATE_NOOP(
        "Texts", "A second person approves this change: the head or another coordinator."
    ),
    Reason.RULES_WAITING: QT_TRANSLATE_NOOP(
        "Texts", "Another change waits for its second person. Approve or drop it first."
    ),
    Reason.COUNT_LIMIT: QT_TRANSLATE_NOOP("Texts", "Write how many as a number from 1 to 20."),
    Reason.TIMES_OVERLAP: QT_TRANSLATE_NOOP(
        "Texts", "This time is already given to somebody else. Choose another time."
    ),
    Reason.ENDS_BEFORE_IT_BEGINS: QT_TRANSLATE_NOOP(
        "Texts", "The end has to be later than the beginning, and not after 24.00."
    ),
    Reason.ROOM_NOT_FOR_TV: QT_TRANSLATE_NOOP("Texts", "This is no TV room. Choose a TV room."),
    Reason.SIDE_NEEDED: QT_TRANSLATE_NOOP(
        "Texts", "Choose adults or children: they never share a time."
    ),
    Reason.NOTHING_LOOKED_AT: QT_TRANSLATE_NOOP("Texts", "Mark at least one point."),
    Reason.REPAIR_CLOSED: QT_TRANSLATE_NOOP(
        "Texts", "This request is closed. Ask for the repair again."
    ),
    Reason.COUNTED_LIMIT: QT_TRANSLATE_NOOP(
        "Texts", "Write how many you counted as a number from 0 to 500."
    ),
    Reason.DUTY_NOT_FOR_WING: QT_TRANSLATE_NOOP(
        "Texts", "This post looks after no wing. Choose a caretaker or a duty officer."
    ),
}
