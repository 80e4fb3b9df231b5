# SPDX-License-Identifier: Apache-2.0
"""Turns what SQLite says into the three errors of the program."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from app.errors import Cause, Refused, Unavailable
from app.policies.reasons import Reason

_INVARIANTS: dict[str, Reason] = {
    "stay.child_adult": Reason.CHILD_WITH_ADULT,
    "stay.maybe_adult_young": Reason.MAYBE_ADULT_WITH_UNDER_13,
    "stay.sex_unknown": Reason.SEX_UNKNOWN,
    "stay.no_men": Reason.NO_BED_FOR_MEN,
    "stay.family_alone": Reason.FAMILY_ALONE,
    "kinship.untrue": Reason.KIN_KNOWN,
    "stay.kept_apart": Reason.KEPT_APART,
    "stay.blocked": Reason.BED_BLOCKED,
    "room.occupied": Reason.ROOM_OCCUPIED,
    "bed.occupied": Reason.BED_TAKEN,
    "stay.bed_taken": Reason.BED_TAKEN,
    "stay.person_has_bed": Reason.PERSON_HAS_BED,
    "stay.bed_out_of_use": Reason.BED_OUT_OF_USE,
    "stay.not_a_bedroom": Reason.ROOM_NOT_A_BEDROOM,
}
_CAUSES: tuple[tuple[str, Cause], ...] = (
    ("database or disk is full", Cause.DISK_FULL),
    ("database is locked", Cause.LOCKED),
    ("database table is locked", Cause.LOCKED),
    ("file is not a database", Cause.FOREIGN),
    ("malformed", Cause.CORRUPT),
    ("disk i/o error", Cause.DISK_FAILS),
    ("readonly database", Cause.READ_ONLY),
    ("unable to open database file", Cause.MISSING),
)
_ERRNOS = (
    ({errno.ENOSPC, errno.EDQUOT}, Cause.DISK_FULL),
    ({errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR, errno.ENOTDIR}, Cause.READ_ONLY),
)


def _from_sqlite(error: BaseException) -> Refused | Unavailable | None:
    said = str(error)
    if said in _INVARIANTS:
        return Refused(_INVARIANTS[said])
    for words, cause in _CAUSES:
        if words in said.lower():
            return Unavailable(cause, said)
    return None


@contextmanager
def translated() -> Iterator[None]:
    """Raise ``Refused`` for a broken invariant, ``Unavailable`` for the environment."""
    try:
        yield
    except DBAPIError as error:
        if error.orig is not None and (known := _from_sqlite(error.orig)):
            raise known from error
        raise
    except sqlcipher.Error as error:
        if known := _from_sqlite(error):
            raise known from error
        raise
    except OSError as error:
        for numbers, cause in _ERRNOS:
            if error.errno in numbers:
                raise Unavailable(cause, str(error)) from error
        raise
