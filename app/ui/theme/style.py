# SPDX-License-Identifier: Apache-2.0
"""Fusion with a palette from tokens and one short style sheet (ux §11.3)."""

import re

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.config import RESOURCES
from app.ui.theme.fonts import provide_fonts
from app.ui.theme.icons import Icon, icon
from app.ui.theme.measures import measure_again
from app.ui.theme.tokens import Theme, tokens

ZOOMS = (90, 100, 110, 125, 150)
_STYLES = RESOURCES / "styles"
_TICKS = {
    Theme.LIGHT: "tick_white.svg",
    Theme.DARK: "tick_dark.svg",
    Theme.CONTRAST: "tick_dark.svg",
}
_BASE_POINTS = 10.0
_PRESS, _SMALL_PRESS = 22, 18
"""Pixels that buttons are high inside, at least."""
_FACTOR = "headingFactor"
_DRESSED = "dressed"
_SHEET = "sheet"


class Looks(QObject):
    """The theme and zoom in force, on an application that was started in Fusion style.

    Signals:
        changed: theme or zoom changed; icons have to be fetched again.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        provide_fonts(application)
        self._application = application
        self.theme = Theme.LIGHT
        self.zoom = 100

    def apply(self, theme: Theme, zoom: int) -> None:
        """Show everything in ``theme`` at ``zoom`` percent (90 to 150)."""
        self.theme, self.zoom = theme, min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        font = QFont(self._application.font())
        font.setPointSizeF(_BASE_POINTS * self.zoom / 100)
        words = sheet_words(theme, font)
        plain = (_STYLES / "app.qss").read_text("utf-8")
        sheet = re.sub(r"@(\w+)", lambda found: words[found[1]], plain)
        if font != self._application.font() or sheet != self._application.property(_SHEET):
            self._restyle(font, sheet)
        self.changed.emit()

    def _restyle(self, font: QFont, sheet: str) -> None:
        self._application.setFont(font)
        self._application.setPalette(palette(tokens(self.theme)))
        self._application.setProperty(_SHEET, sheet)
        for window in self._application.topLevelWidgets():
            if window.property(_DRESSED):
                window.setStyleSheet(sheet)
        for widget in self._application.allWidgets():
            factor = widget.property(_FACTOR)
            if factor is not None:
                enlarge(widget, factor)
            measure_again(widget)

    def step_zoom(self, steps: int) -> None:
        """Zoom in or out by steps; 0 returns to 100 %."""
        if steps == 0:
            self.apply(self.theme, 100)
            return
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self.zoom))
        self.apply(self.theme, ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])

    def colour(self, token: str) -> str:
        """Return a token's colour."""
        return tokens(self.theme)[token]

    def icon(self, meaning: Icon, token: str = "text") -> QIcon:  # noqa: S107
        """Return an icon in a token's colour."""
        return icon(meaning, self.colour(token))


def dress(window: QWidget) -> None:
    """Show a window and all it holds in the looks in force, now and after each change.

    The sheet hangs on windows, not on the application: there Qt would style a page anew with
    all it holds each time a part of it is put into another.
    """
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(QApplication.instance().property(_SHEET) or "")


def sheet_words(theme: Theme, font: QFont) -> dict[str, str]:
    """Return what the style sheet may name with an @: colours, a tick, and heights of buttons."""
    line = QFontMetrics(font).height()
    return tokens(theme) | {
        "tick": (_STYLES / _TICKS[theme]).as_posix(),
        "press": f"{max(_PRESS, line)}px",
        "smallPress": f"{max(_SMALL_PRESS, line)}px",
    }


def enlarge(widget: QWidget, factor: float) -> None:
    """Show a widget in bold, larger than running text by ``factor`` at every zoom."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    widget.setProperty(_FACTOR, factor)
    widget.setFont(font)


def palette(colours: dict[str, str]) -> QPalette:
    """Return the palette Fusion paints with."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "onPrimary",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Accent: "primary",
        QPalette.ColorRole.Link: "primary",
    }
    for role, token in roles.items():
        result.setColor(role, QColor(colours[token]))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["disabled"]))
    return result


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set looks by property (``role``, ``tone``, ``card`` …) and paint them."""
    for name, value in properties.items():
        widget.setProperty(name, "true" if value is True else value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
