# SPDX-License-Identifier: Apache-2.0
"""What a dormitory caretaker hands out, looks at, asks to be mended and counts."""

from enum import StrEnum


class Item(StrEnum):
    """Something issued with a bed."""

    SHEET = "sheet"
    BLANKET = "blanket"
    PILLOW = "pillow"
    TOWEL = "towel"
    CLOTHES = "clothes"
    TOILETRIES = "toiletries"
    SANITARY = "sanitary"
    PRAYER_SET = "prayer_set"
    INFANT_KIT = "infant_kit"


class InspectionPoint(StrEnum):
    """One line of the room checklist (paper: spring beds, fans, tiles, clean)."""

    CLEAN = "clean"
    BEDS = "beds"
    FAN = "fan"
    LIGHT = "light"
    WINDOW = "window"
    DOOR = "door"
    BATHROOM = "bathroom"
    PESTS = "pests"
    DANGER = "danger"


class RepairKind(StrEnum):
    """What is broken."""

    FAN = "fan"
    BATHROOM = "bathroom"
    LIGHT = "light"
    WATER = "water"
    DOOR = "door"
    WINDOW = "window"
    BED = "bed"
    POWER = "power"
    OTHER = "other"


class RepairStatus(StrEnum):
    """How far a repair is."""

    ASKED = "asked"
    IN_WORK = "in_work"
    DONE = "done"
    DROPPED = "dropped"
