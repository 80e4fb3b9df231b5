# SPDX-License-Identifier: Apache-2.0
"""Login at the start of a shift, and opening again with the recovery sheet (ux §4)."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, row

_WIDTH = 420


def centred(card: QWidget, width: int = _WIDTH) -> QVBoxLayout:
    """Return a layout with a card in the middle of the window."""
    card.setMinimumWidth(width)
    return column(None, row(None, card, None), None)


class LoginPage(QWidget):
    """Login name, password, and nothing about any client.

    Signals:
        sign_in(login, password): somebody wants in.
        language_wanted: the other language is wanted.
        training_wanted: training mode, or back from it.
        recovery_wanted: the recovery sheet should be used.
    """

    sign_in = Signal(str, str)
    language_wanted = Signal()
    training_wanted = Signal()
    recovery_wanted = Signal()

    def __init__(self, looks: Looks, logins: tuple[str, ...], *, training: bool) -> None:
        super().__init__()
        self.login = QComboBox()
        self.login.setEditable(True)
        self.login.addItems(list(logins))
        self.password = line(secret=True)
        self.password_field = Field(self.tr("Password"), self.password)
        self.banner = Banner(looks)
        self.enter = button(looks, self.tr("Sign in"), self._enter, role="primary", icon=Icon.KEY)
        language = button(
            looks,
            "ID | EN",
            self.language_wanted.emit,
            role="quiet",
            name=self.tr("Switch language"),
        )
        switch = button(
            looks,
            self.tr("Leave training mode") if training else self.tr("Training mode"),
            self.training_wanted.emit,
            role="quiet",
            icon=Icon.TRAINING,
        )
        recovery = button(
            looks, self.tr("Use the recovery sheet"), self.recovery_wanted.emit, role="quiet"
        )
        pieces = [
            row(heading("Teduh", page=True), None, language),
            sentence(self.tr("Sign in to start. The data stays on this computer."), "muted"),
            Field(self.tr("Officer"), self.login),
            self.password_field,
            self.banner,
            row(None, self.enter),
        ]
        if training:
            pieces.insert(
                2,
                sentence(self.tr('Training: every password here is "latihan-teduh".'), "warn"),
            )
            pieces.append(row(switch, None))
        else:
            pieces.append(row(switch, None, recovery))
        card: QFrame = panel(column(*pieces, spacing=10, margin=24), card=True)
        self.setLayout(centred(card))
        self.password.returnPressed.connect(self._enter)
        self._waiting = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count_down)
        self.setFocusProxy(self.password)

    def _enter(self) -> None:
        if not self._waiting:
            self.password_field.show_problem("")
            self.banner.clear()
            self.enter.setEnabled(False)
            self.sign_in.emit(self.login.currentText().strip(), self.password.text())

    def refuse(self, text: str) -> None:
        """Say why not; the login name stays, the password is typed again."""
        self.enter.setEnabled(True)
        self.password.clear()
        self.password_field.show_problem(text)
        self.password.setFocus()

    def trouble(self, text: str) -> None:
        """Say calmly what stands in the way."""
        self.enter.setEnabled(True)
        self.banner.say("stop", text)

    def wait(self, seconds: int) -> None:
        """Count down before another try."""
        self._waiting = seconds
        self.password.clear()
        self._timer.start()
        self._count_down()

    def _count_down(self) -> None:
        if self._waiting <= 0:
            self._timer.stop()
            self.enter.setEnabled(True)
            self.password_field.show_problem("")
            return
        self.enter.setEnabled(False)
        self.password_field.show_problem(
            self.tr("Wait {0} seconds, or let a colleague sign in.").format(self._waiting)
        )
        self._waiting -= 1


class RecoveryPage(QWidget):
    """The seventeen words, a login in charge, and a new password.

    Signals:
        recover(words, login, password): try it.
        back: return to the login.
    """

    recover = Signal(str, str, str)
    back = Signal()

    def __init__(self, looks: Looks, logins: tuple[str, ...]) -> None:
        super().__init__()
        self.words = line()
        self.login = QComboBox()
        self.login.addItems(list(logins))
        self.password = line(secret=True)
        self.again = line(secret=True)
        self.fields = {
            "words": Field(
                self.tr("The 17 words of the sheet, in order"),
                self.words,
                self.tr("The first four letters of each word are enough."),
            ),
            "login": Field(self.tr("Login of the head or coordinator"), self.login),
            "password": Field(self.tr("New password"), self.password),
            "again": Field(self.tr("New password again"), self.again),
        }
        self.banner = Banner(looks)
        go = button(looks, self.tr("Open with the sheet"), self._go, role="primary", icon=Icon.KEY)
        leave = button(looks, self.tr("Back"), self.back.emit, icon=Icon.BACK)
        card = panel(
            column(
                heading(self.tr("Recovery sheet"), page=True),
                sentence(
                    self.tr("Afterwards this sheet is void and a new one is printed."), "muted"
                ),
                *self.fields.values(),
                self.banner,
                row(leave, None, go),
                spacing=10,
                margin=24,
            ),
            card=True,
        )
        self.setLayout(centred(card, 560))
        self.setFocusProxy(self.words)

    def _go(self) -> None:
        for field in self.fields.values():
            field.show_problem("")
        if self.password.text() != self.again.text():
            self.fields["again"].show_problem(
                self.tr("The two passwords differ. Type the second one again.")
            )
            return
        self.recover.emit(self.words.text(), self.login.currentText(), self.password.text())
