# SPDX-License-Identifier: Apache-2.0
"""Icons by meaning, painted in a token's colour (raw ``currentColor`` would be black)."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.config import RESOURCES

_SIZES = (18, 36)


class Icon(StrEnum):
    """What an icon means; the value is its file."""

    DESK = "moon_stars"
    NIGHT = "clipboard_list"
    BOOK = "book"
    DORMITORY = "bed"
    ADMIN = "settings"
    LOCK = "lock"
    MASK = "eye_off"
    SHOW = "eye"
    SEARCH = "search"
    PRINT = "printer"
    UNDO = "arrow_back_up"
    WARN = "alert_triangle"
    REFUSED = "ban"
    ALLOWED = "circle_check"
    BED_BROKEN = "bed_off"
    AGE_UNKNOWN = "user_question"
    CHILD = "mood_kid"
    BIRTHDAY = "cake"
    ARRIVAL = "user_plus"
    HANDOVER = "clipboard_check"
    HELP = "help_circle"
    BACK = "arrow_left"
    FORWARD = "arrow_right"
    PERSON = "user"
    PEOPLE = "users"
    ROOM = "door"
    BACKUP = "database_export"
    SHIELD = "shield_lock"
    KEY = "key"
    CLOSE_ACCOUNT = "user_minus"
    CLOSE = "x"
    TASK = "list_check"
    HOME = "home"
    LANGUAGE = "language"
    TRAINING = "school"
    RESET = "refresh"
    SAVE = "device_floppy"
    AWAY = "logout"
    CLOCK = "clock"
    SWAP = "arrows_exchange"
    REPAIR = "tool"
    BOARD = "layout_grid"


@cache
def icon(meaning: Icon, colour: str) -> QIcon:
    """Return an icon in ``colour`` (#RRGGBB) at all sizes in use."""
    svg = (RESOURCES / "icons" / f"{meaning.value}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.encode())))
    result = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(pixmap)
    return result
