# SPDX-License-Identifier: Apache-2.0
"""Themes and zoom on the application: palette from tokens, sizes within their limits."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import ZOOMS, dress, mark
from app.ui.theme.tokens import Theme, tokens

BASE_POINTS = 10.0


@pytest.mark.parametrize("theme", list(Theme))
def test_a_theme_reaches_palette_and_icons(qtbot, looks, theme) -> None:
    looks.apply(theme, 100)
    colours = tokens(theme)
    palette = QApplication.palette()
    for role, token in (
        (QPalette.ColorRole.Window, "window"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Highlight, "primary"),
    ):
        assert palette.color(role).name().casefold() == colours[token].casefold()
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off.name().casefold() == colours["disabled"].casefold()
    window = QWidget()
    qtbot.addWidget(window)
    dress(window)
    assert colours["surface"] in window.styleSheet()
    assert "@" not in window.styleSheet()
    picture = looks.icon(Icon.LOCK).pixmap(18, 18).toImage()
    painted = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert painted <= {colours["text"].casefold()}


@pytest.mark.parametrize(
    ("asked", "given"), [(90, 90), (100, 100), (150, 150), (10, 90), (900, 150)]
)
def test_a_zoom_outside_its_limits_is_brought_inside(looks, asked, given) -> None:
    looks.apply(Theme.LIGHT, asked)
    assert looks.zoom == given
    assert QApplication.font().pointSizeF() == pytest.approx(BASE_POINTS * given / 100)


def test_steps_walk_the_zooms_and_stop_at_both_ends(looks) -> None:
    looks.apply(Theme.DARK, 90)
    seen = [looks.zoom]
    for _step in range(len(ZOOMS)):
        looks.step_zoom(1)
        seen.append(looks.zoom)
    assert seen == [*ZOOMS, ZOOMS[-1]]
    looks.step_zoom(-9)
    assert looks.zoom == ZOOMS[0]
    looks.step_zoom(0)
    assert (looks.theme, looks.zoom) == (Theme.DARK, 100)


def test_a_step_from_an_odd_zoom_goes_to_a_neighbour(looks) -> None:
    looks.apply(Theme.LIGHT, 118)
    looks.step_zoom(1)
    assert looks.zoom in {125, 150}


def test_zooming_does_not_creep(looks) -> None:
    for _time in range(3):
        looks.step_zoom(1)
        looks.step_zoom(0)
    assert QApplication.font().pointSizeF() == pytest.approx(BASE_POINTS)


def test_the_same_looks_again_polish_no_widget(qtbot, looks) -> None:
    class Counted(QLabel):
        styled = 0

        def event(self, event: QEvent) -> bool:
            self.styled += event.type() == QEvent.Type.StyleChange
            return super().event(event)

    label = Counted("Bunga")
    qtbot.addWidget(label)
    dress(label)
    label.show()
    before = label.styled
    looks.apply(Theme.LIGHT, 100)
    assert label.styled == before
    looks.apply(Theme.DARK, 100)
    assert label.styled > before


def test_a_mark_shows_at_once(qtbot, looks) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    dress(label)
    label.show()
    before = label.palette().color(label.foregroundRole())
    mark(label, tone="stop")
    after = label.palette().color(label.foregroundRole())
    assert after.name().casefold() == tokens(Theme.LIGHT)["stop"].casefold() != before.name()


def inked_columns(picture: QImage, start: int) -> list[int]:
    """Return the columns from ``start`` on in which something is painted."""
    ground = picture.pixel(picture.width() - 1, 0)
    return [
        x
        for x in range(start, picture.width())
        if any(picture.pixel(x, y) != ground for y in range(picture.height()))
    ]


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("text", ["Lower bunk", "Tell the next shift", "in force", "Kamar MTYWf"])
def test_a_check_box_keeps_its_last_letter_and_stands_still_when_focused(
    qtbot, looks, zoom, text
) -> None:
    looks.apply(Theme.LIGHT, zoom)
    window = QWidget()
    qtbot.addWidget(window)
    dress(window)
    window.resize(500, 60)
    box = QCheckBox(text, window)
    box.adjustSize()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    box.clearFocus()
    indicator = 16
    width = box.width()
    box.resize(width + 20, box.height())
    plain = inked_columns(box.grab().toImage(), indicator + 2)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=5000)
    assert inked_columns(box.grab().toImage(), indicator + 2) == plain
    assert max(plain) < width - 1


@pytest.mark.parametrize("theme", list(Theme))
def test_a_ticked_check_box_shows_the_focus(qtbot, looks, theme) -> None:
    looks.apply(theme, 100)
    window = QWidget()
    qtbot.addWidget(window)
    dress(window)
    window.resize(300, 60)
    box = QCheckBox("x", window)
    box.setChecked(True)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    box.clearFocus()
    before = box.grab().toImage()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=5000)
    edge = box.grab().toImage().pixelColor(8, before.height() // 2 - 7)
    assert edge.name().casefold() == tokens(theme)["text"].casefold()
