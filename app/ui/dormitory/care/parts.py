# SPDX-License-Identifier: Apache-2.0
"""What the caretakers' books share: words to choose from, whole numbers."""

import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.errors import Refused
from app.policies.reasons import Reason
from app.ui.texts import words
from app.ui.widgets.acting import narrow

_NUMBER = re.compile(r"[+-]?\d+", re.ASCII)


def choices(members: Iterable[Any]) -> QComboBox:
    """Return a list of an enum's words to choose from."""
    box = narrow(QComboBox())
    for member in members:
        box.addItem(words(member), member.value)
    return box


def whole_number(editor: QLineEdit, field: str, otherwise: Reason) -> int:
    """Return the whole number that is typed.

    Raises:
        Refused: it is none (``field``), for the reason ``otherwise``.
    """
    typed = editor.text().strip()
    if not _NUMBER.fullmatch(typed):
        raise Refused(otherwise, field=field)
    return int(typed)
