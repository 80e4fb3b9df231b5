# SPDX-License-Identifier: Apache-2.0
"""The bars tell the truth: saved when, backed up when, who is on duty; masking and looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.services.arrivals.shift.shifts import start_shift
from app.services.staff.upkeep import back_up
from app.ui.preferences import load
from app.ui.theme.style import ZOOMS
from app.ui.theme.tokens import Theme, tokens
from tests.conftest import PASSWORD
from tests.ui.login.ways import idle, sign_in
from tests.ui.widgets.screens import button_named, press, told, write

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def line_of(bar, start: str) -> QLabel:
    return next(label for label in bar.findChildren(QLabel) if label.text().startswith(start))


def test_nothing_is_called_saved_before_it_is(qtbot, shell, clock) -> None:
    main = sign_in(qtbot, shell)
    assert main.status.saved == "Nothing typed yet"
    write(main, "Kenanga")
    assert main.status.saved == "Nothing typed yet"
    qtbot.waitUntil(lambda: main.desk.register.saved, timeout=5000)
    assert main.status.saved == "Saved 01.50.00"
    clock.move(seconds=75)
    write(main, "x")
    assert main.status.saved == "Saved 01.50.00"
    press(main, Qt.Key.Key_S, held=CTRL)
    qtbot.waitUntil(lambda: main.desk.register.saved, timeout=5000)
    assert main.status.saved == "Saved 01.51.15"


def test_ctrl_s_does_not_claim_what_is_not_on_disk_yet(qtbot, shell, clock) -> None:
    main = sign_in(qtbot, shell)
    write(main, "Kenanga")
    press(main, Qt.Key.Key_S, held=CTRL)
    assert not main.desk.register.saved
    assert "Saved" not in main.toast.text
    idle(qtbot, shell)
    assert main.toast.text == "Saved 01.50.00"


def test_the_age_of_the_backup_is_told(qtbot, shelter, shell, clock) -> None:
    main = sign_in(qtbot, shell)
    assert line_of(main.status, "No backup").property("tone") == "warn"
    back_up(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    shell.switch_language()
    shell.switch_language()
    told_now = line_of(shell.main.status, "Backup 24 Nov 2026 01.50")
    assert told_now.property("tone") == "muted"
    clock.move(hours=25)
    shell.switch_language()
    shell.switch_language()
    assert line_of(shell.main.status, "Backup 24 Nov 2026 01.50").property("tone") == "warn"


def test_a_backup_grows_old_while_the_window_stays_open(qtbot, shelter, shell, clock) -> None:
    back_up(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    main = sign_in(qtbot, shell)
    assert line_of(main.status, "Backup").property("tone") == "muted"
    clock.move(hours=25)
    main.bars.tick()
    idle(qtbot, shell)
    assert line_of(main.status, "Backup").property("tone") == "warn"


def test_the_shift_banner_follows_the_shift_and_the_beds(qtbot, shelter, shell) -> None:
    main = sign_in(qtbot, shell)
    assert main.shift_bar.text == "No shift is running  ·  Residents 0/30"
    assert main.shift_bar.property("tone") == ""
    shell.workplace.act(main, start_shift, None)
    idle(qtbot, shell)
    on_duty = "Night shift since 01.50 · Dewi"
    assert main.shift_bar.text == f"{on_duty}  ·  Residents 0/30  ·  Handover not done yet"
    first = shelter.arrive("Kenanga", "30")
    shelter.arrive("Melati", "31")
    shelter.place(first.person_id, "101-A")
    main.bars.refresh()
    idle(qtbot, shell)
    assert main.shift_bar.text == (
        f"{on_duty}  ·  Residents 1/30  ·  Without a bed 1  ·  Handover not done yet"
    )
    assert main.shift_bar.property("tone") == "warn"


def test_the_clock_of_the_bar_shows_the_shelters_time(qtbot, shell, clock) -> None:
    main = sign_in(qtbot, shell)
    assert line_of(main.top, "24 Nov").text() == "24 Nov 2026 01.50"
    clock.move(minutes=11)
    main.top.tick()
    assert line_of(main.top, "24 Nov").text() == "24 Nov 2026 02.01"


def test_masking_hides_every_name_and_one_key_shows_them(qtbot, shelter, shell) -> None:
    first = shelter.arrive("Kenanga", "30")
    shelter.arrive("Melati", "31")
    shelter.place(first.person_id, "101-A")
    main = sign_in(qtbot, shell)

    def shown() -> str:
        texts = []
        for page in ("desk", "dormitory"):
            main.go(page)
            idle(qtbot, shell)
            texts += told(main)
        return " ".join(texts)

    masked = shown()
    assert "Kenanga" not in masked
    assert "Melati" not in masked
    assert "Ke**" in masked
    assert "Me**" in masked
    press(main, Qt.Key.Key_H, held=CTRL | SHIFT)
    assert button_named(main.top, "Mask names").text().strip() == "Mask names"
    open_text = shown()
    assert "Kenanga" in open_text
    assert "Melati" in open_text
    button_named(main.top, "Mask names").click()
    assert "Kenanga" not in shown()


def test_zoom_goes_from_90_to_150_by_keys_and_is_kept(qtbot, shell, paths) -> None:
    main = sign_in(qtbot, shell)
    looks = shell.front.looks
    normal = QApplication.font().pointSizeF()

    def after(key: Qt.Key) -> int:
        press(main, key, held=CTRL)
        assert QApplication.font().pointSizeF() == pytest.approx(normal * looks.zoom / 100)
        assert load(paths.preferences).zoom == looks.zoom
        return looks.zoom

    assert [after(Qt.Key.Key_Equal) for _ in range(4)] == [110, 125, 150, 150]
    assert after(Qt.Key.Key_0) == 100
    assert [after(Qt.Key.Key_Minus) for _ in range(2)] == [90, 90]
    assert after(Qt.Key.Key_Plus) == 100
    assert set(ZOOMS) == {90, 100, 110, 125, 150}


def test_the_zoom_reaches_words_and_headings_on_screen(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)

    def sizes() -> tuple[float, float]:
        body, title = main.status.undo, main.sidebar.title
        return body.font().pointSizeF(), title.font().pointSizeF()

    before = sizes()
    for _time in range(3):
        press(main, Qt.Key.Key_Equal, held=CTRL)
    after = sizes()
    assert [new / old for old, new in zip(before, after, strict=True)] == pytest.approx([1.5, 1.5])


def test_what_is_drawn_again_after_zooming_has_the_size_of_the_zoom(qtbot, shelter, shell) -> None:
    girl, woman = shelter.arrive("Kenanga", "12"), shelter.arrive("Melati", "34")
    shelter.place(girl.person_id, "201-A")
    main = sign_in(qtbot, shell)
    main.go("dormitory")
    board = main.views["dormitory"].show_panel("DormitoryView")
    idle(qtbot, shell)

    def sizes() -> set[float]:
        """Return every size of words on screen as a part of running text."""
        words = (*main.findChildren(QLabel), *main.findChildren(QAbstractButton))
        seen = [each for each in words if each.isVisible() and each.text()]
        base = QApplication.font().pointSizeF()
        return {
            round(each.font().pointSizeF() / base / (each.property("headingFactor") or 1), 3)
            for each in seen
        }

    for zoom in (150, 100, 125, 90, 100):
        shell.front.looks.apply(Theme.LIGHT, zoom)
        for selected in (woman.person_id, girl.person_id):
            board.chosen.select(selected)
            idle(qtbot, shell)
            assert sizes() == {1.0}, zoom


def test_the_three_themes_follow_one_another_and_are_kept(qtbot, shell, paths) -> None:
    sign_in(qtbot, shell)
    seen = []
    for _time in range(3):
        button_named(shell.main.top, "Light, dark, high contrast").click()
        idle(qtbot, shell)
        seen.append(shell.front.looks.theme)
        window = QApplication.palette().window().color().name().casefold()
        assert window == tokens(seen[-1])["window"].casefold()
        assert load(paths.preferences).theme is seen[-1]
    assert seen == [Theme.DARK, Theme.CONTRAST, Theme.LIGHT]


def test_the_language_changes_everywhere_and_is_kept(qtbot, shell, paths) -> None:
    main = sign_in(qtbot, shell)
    assert main.sidebar.buttons["dormitory"].accessibleName() == "Dormitory"
    button_named(main.top, "Switch language").click()
    idle(qtbot, shell)
    assert shell.main.sidebar.buttons["dormitory"].accessibleName() == "Asrama"
    assert "Penghuni 0/30" in shell.main.shift_bar.text
    assert load(paths.preferences).language == "id"
