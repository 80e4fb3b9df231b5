# SPDX-License-Identifier: Apache-2.0
"""What is typed unseen: shown only while its eye is held, and Caps Lock is told."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.staff_page import StaffPage
from app.ui.login.wizard import Wizard
from app.ui.widgets.field import Field, line
from app.ui.widgets.layouts import column
from app.ui.widgets.lines.caps import typed_in_capitals
from app.ui.widgets.lines.secret import Secret
from tests.ui.login.ways import idle, sign_in
from tests.ui.widgets.screens import button_named, open_screen, press, write

HIDDEN, SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def secret(qtbot) -> Secret:
    made = line(secret=True)
    page = QWidget()
    page.setLayout(column(Field("Password", made), line(), None))
    open_screen(qtbot, page)
    made.setFocus()
    write(page, "hujan")
    return made


def key(kind: QEvent.Type, what: Qt.Key, *, repeated: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, what, Qt.KeyboardModifier.NoModifier, "", repeated)


def told(secret: Secret) -> bool:
    (label,) = (
        each for each in secret.parent().findChildren(QLabel) if each.text() == "Caps Lock is on"
    )
    return label.isVisible()


def test_the_mouse_shows_it_while_it_is_held(secret: Secret) -> None:
    assert secret.echoMode() is HIDDEN
    QTest.mousePress(secret.eye, Qt.MouseButton.LeftButton)
    assert (secret.echoMode(), secret.text()) == (SHOWN, "hujan")
    assert secret.hasFocus()
    QTest.mouseRelease(secret.eye, Qt.MouseButton.LeftButton)
    assert secret.echoMode() is HIDDEN


@pytest.mark.parametrize("what", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_shows_it_while_it_is_held_also_when_it_repeats(secret: Secret, what) -> None:
    press(secret, Qt.Key.Key_Tab)
    assert secret.eye.hasFocus()
    QApplication.sendEvent(secret.eye, key(QEvent.Type.KeyPress, what))
    assert secret.echoMode() is SHOWN
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        QApplication.sendEvent(secret.eye, key(kind, what, repeated=True))
        assert secret.echoMode() is SHOWN
    QApplication.sendEvent(secret.eye, key(QEvent.Type.KeyRelease, what))
    assert secret.echoMode() is HIDDEN


def by_focus(secret: Secret) -> None:
    secret.eye.setFocus()
    secret.setFocus()


def by_hiding(secret: Secret) -> None:
    secret.parent().hide()


def by_another_window(secret: Secret) -> None:
    QApplication.sendEvent(secret, QEvent(QEvent.Type.ActivationChange))


@pytest.mark.parametrize("leave", [by_focus, by_hiding, by_another_window])
def test_it_is_hidden_when_somebody_leaves_although_it_is_held(secret: Secret, leave) -> None:
    QTest.mousePress(secret.eye, Qt.MouseButton.LeftButton)
    assert secret.echoMode() is SHOWN
    leave(secret)
    assert secret.echoMode() is HIDDEN


def test_the_lock_hides_it(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "ratna")
    main.go("admin")
    idle(qtbot, shell)
    own = next(each for each in main.findChildren(Secret) if each.isVisible())
    own.setText("rahasia")
    QTest.mousePress(own.eye, Qt.MouseButton.LeftButton)
    assert own.echoMode() is SHOWN
    shell.lock()
    assert own.echoMode() is HIDDEN


@pytest.mark.parametrize(
    ("letter", "shift", "on"),
    [
        ("A", False, True),
        ("a", False, False),
        ("A", True, False),
        ("a", True, True),
        ("É", False, True),
        ("1", False, None),
        ("!", True, None),
        ("", False, None),
        ("ab", False, None),
        ("字", False, None),
    ],
)
def test_what_a_letter_tells(letter: str, shift: bool, on: bool | None) -> None:
    assert typed_in_capitals(letter, shift=shift) is on


def test_a_capital_without_shift_is_told_at_once_and_takes_no_room(secret: Secret) -> None:
    before = secret.mapTo(secret.window(), secret.rect().topLeft()), secret.size()
    assert not told(secret)
    write(secret, "A")
    assert told(secret)
    assert (secret.mapTo(secret.window(), secret.rect().topLeft()), secret.size()) == before
    write(secret, "1")
    assert told(secret)
    press(secret, Qt.Key.Key_CapsLock)
    assert not told(secret)
    press(secret, "B", held=SHIFT)
    assert not told(secret)


def test_in_a_narrow_field_it_stands_in_place_of_the_label(qtbot) -> None:
    made, page = line(secret=True), QWidget()
    field = Field("Her first password", made)
    field.setFixedWidth(field.label.sizeHint().width() + 40)
    page.setLayout(column(field, None))
    open_screen(qtbot, page)
    made.setFocus()
    before = made.geometry()
    write(page, "H")
    assert told(made)
    assert not field.label.isVisible()
    field.show_problem("Too short.")
    assert told(made)
    write(page, "h")
    assert not told(made)
    assert made.geometry() == before


def test_it_is_told_only_where_somebody_types(secret: Secret) -> None:
    write(secret, "A")
    press(secret, Qt.Key.Key_Tab)
    assert not told(secret)
    secret.setFocus()
    assert told(secret)


def test_every_secret_line_has_an_eye_and_tells_of_caps_lock(qtbot, shell, looks) -> None:
    main = sign_in(qtbot, shell, "ratna")
    for page in ("admin", "handover"):
        main.go(page)
        idle(qtbot, shell)
    for at in range(main.views["admin"].tabs.count()):
        main.views["admin"].tabs.setCurrentIndex(at)
        idle(qtbot, shell)
    made = [
        LoginPage(looks, ("ratna",), training=False),
        PinPage(looks, "Ratna"),
        RecoveryPage(looks, ("ratna",)),
        Wizard(looks),
        StaffPage(looks),
    ]
    found = 0
    for page in (*made, shell.lock_page, main):
        for editor in page.findChildren(QLineEdit):
            if editor.echoMode() is not SHOWN:
                found += 1
                assert isinstance(editor, Secret), editor.accessibleName()
                assert any(each.editor is editor for each in page.findChildren(Field))
                assert button_named(editor, "Show while this is held") is editor.eye
        if page in made:
            page.deleteLater()
    assert found >= 12
