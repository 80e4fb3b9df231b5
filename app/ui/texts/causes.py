# SPDX-License-Identifier: Apache-2.0
"""Why the file, the disk or a helper program stands in the way."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.errors import Cause
from app.policies.staff.data_place import Keeper
from app.policies.timekeeping import ClockDoubt

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Cause: {
        Cause.DISK_FULL: QT_TRANSLATE_NOOP(
            "Texts",
            "The disk is full. Your entries are still on screen. Free some space, then try again.",
        ),
        Cause.DISK_FAILS: QT_TRANSLATE_NOOP(
            "Texts",
            "The disk did not answer. Your entries are still on screen. Try again; if it stays "
            "so, print them and call the coordinator.",
        ),
        Cause.LOCKED: QT_TRANSLATE_NOOP(
            "Texts", "The data is open in another program. Try again in 10 seconds."
        ),
        Cause.NO_PLANNER: QT_TRANSLATE_NOOP(
            "Texts",
            "The planner does not run on this PC. Move people one by one on the board; "
            "everything else works.",
        ),
        Cause.MISSING: QT_TRANSLATE_NOOP(
            "Texts",
            "A data file is missing. Nothing was changed. Do not set up anew; call the head and look for the backup.",
        ),
        Cause.CORRUPT: QT_TRANSLATE_NOOP(
            "Texts",
            "The data cannot be read. Nothing was changed. Keep the computer on and call the head; the backup is in the backups folder.",
        ),
        Cause.FOREIGN: QT_TRANSLATE_NOOP(
            "Texts", "This file does not belong to this shelter's lock. Nothing was changed."
        ),
        Cause.NEWER: QT_TRANSLATE_NOOP(
            "Texts",
            "This data was written by a newer Teduh. Install the newer program; nothing was changed.",
        ),
        Cause.NETWORK_PATH: QT_TRANSLATE_NOOP(
            "Texts", "The data folder is on a network. Choose a folder on this computer."
        ),
        Cause.SYNCED_PATH: QT_TRANSLATE_NOOP(
            "Texts",
            "OneDrive, Dropbox or a program like them copies the data folder, and its copies "
            "can lose a night. Choose a folder on this computer that it does not copy.",
        ),
        Cause.READ_ONLY: QT_TRANSLATE_NOOP(
            "Texts", "The data folder cannot be written. Nothing was changed."
        ),
        Cause.WRONG_KIND: QT_TRANSLATE_NOOP(
            "Texts", "Lock and data do not belong together. Nothing was changed."
        ),
        Cause.UPGRADE_FAILED: QT_TRANSLATE_NOOP(
            "Texts", "The data could not be upgraded and was put back as it was."
        ),
        Cause.OCCUPIED: QT_TRANSLATE_NOOP(
            "Texts", "A shelter is already kept in this folder. Nothing was changed."
        ),
    },
    Keeper: {
        Keeper.NETWORK: QT_TRANSLATE_NOOP("Texts", "another computer"),
        Keeper.CLOUD: QT_TRANSLATE_NOOP("Texts", "a cloud program"),
        **{each: each.value for each in Keeper if each not in {Keeper.NETWORK, Keeper.CLOUD}},
    },
    ClockDoubt: {
        ClockDoubt.BEFORE_RECORD: QT_TRANSLATE_NOOP(
            "Texts", "The computer's clock is behind what was written down last."
        ),
        ClockDoubt.BEFORE_BACKUP: QT_TRANSLATE_NOOP(
            "Texts", "The computer's clock is behind the newest backup."
        ),
        ClockDoubt.BEFORE_BUILD: QT_TRANSLATE_NOOP(
            "Texts", "The computer shows a day on which this version of Teduh did not exist yet."
        ),
        ClockDoubt.LONG_PAUSE: QT_TRANSLATE_NOOP(
            "Texts", "More than 30 days would have passed since anything was written down."
        ),
        ClockDoubt.OTHER_ZONE: QT_TRANSLATE_NOOP(
            "Texts", "The computer is set to another time zone than the shelter's."
        ),
        ClockDoubt.EITHER: QT_TRANSLATE_NOOP(
            "Texts", "The clock was corrected before; perhaps somebody has set it right since."
        ),
    },
}
