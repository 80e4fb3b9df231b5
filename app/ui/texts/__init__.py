# SPDX-License-Identifier: Apache-2.0
"""Words for every enum a screen shows; nothing else knows wording (ux §11.5)."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.policies.reasons import Reason
from app.ui.texts import arrivals, board, causes, dormitory, people, reasons

WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    **reasons.WORDS,
    **causes.WORDS,
    **people.WORDS,
    **arrivals.WORDS,
    **dormitory.WORDS,
    **board.WORDS,
}
"""The English words of every enum member a screen shows; the catalogue holds the others."""


def words(member: StrEnum) -> str:
    """Return the words for an enum member in the language in force."""
    return QCoreApplication.translate("Texts", WORDS[type(member)][member])


def sentences(reasons: Iterable[Reason]) -> str:
    """Return what reasons say, one after another."""
    return " ".join(words(reason) for reason in reasons)


def short(member: StrEnum) -> str:
    """Return one or two words for a reason or state, where there is no room for a sentence."""
    if member not in board.SHORT:
        return words(member)
    return QCoreApplication.translate("Texts", board.SHORT[member])
