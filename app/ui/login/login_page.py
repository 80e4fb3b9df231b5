# SPDX-License-Identifier: Apache-2.0
"""Login at the start of a shift (ux §4)."""

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import centred, column, panel, row


class LoginPage(QWidget):
    """Login name, password, and nothing about any client.

    Signals:
        sign_in(login, password): somebody wants in.
        language_wanted: the other language is wanted.
        training_wanted: training mode, or back from it.
        recovery_wanted: the recovery sheet should be used.
        reset_wanted: the training shelter should be made anew.
    """

    sign_in = Signal(str, str)
    language_wanted = Signal()
    training_wanted = Signal()
    recovery_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, looks: Looks, logins: tuple[str, ...], *, training: bool) -> None:
        super().__init__()
        self.training = training
        self.login = QComboBox()
        self.login.setEditable(True)
        self.login.addItems(list(logins))
        self.password = line(secret=True)
        self.password_field = Field(self.tr("Password"), self.password)
        self.banner = Banner(looks, reserved=True)
        self.enter = button(looks, self.tr("Sign in"), self._enter, role="primary", icon=Icon.KEY)
        language = button(
            looks,
            "ID | EN",
            self.language_wanted.emit,
            role="quiet",
            name=self.tr("Switch language"),
        )
        self.switch = button(
            looks,
            self.tr("Leave training mode") if training else self.tr("Training mode"),
            self.training_wanted.emit,
            role="" if training else "quiet",
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
                sentence(
                    self.tr(
                        'Training: every password here is "latihan-teduh". Nothing here is '
                        "real; this PC opens here again until you leave training mode."
                    ),
                    "warn",
                ),
            )
            reset = button(
                looks,
                self.tr("Start training over"),
                self.reset_wanted.emit,
                role="quiet",
                icon=Icon.RESET,
            )
            pieces.append(row(self.switch, None, reset))
        else:
            pieces.append(row(self.switch, None, recovery))
        card: QFrame = panel(column(*pieces, spacing=10, margin=24), card=True)
        self.setLayout(centred(card))
        self.password.returnPressed.connect(self._enter)
        self._waiting = 0
        self._who_waits = ""
        self.login.currentTextChanged.connect(lambda _login: self._allow())
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count_down)
        self.first = self.password

    @property
    def wishes(self) -> tuple[SignalInstance, ...]:
        """Return the signals that ask for something."""
        return (
            self.sign_in,
            self.language_wanted,
            self.training_wanted,
            self.recovery_wanted,
            self.reset_wanted,
        )

    def _enter(self) -> None:
        if self.enter.isEnabled():
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

    def busy(self, text: str) -> None:
        """Say what is being done; nothing else can be started meanwhile."""
        self.banner.say("info", text)
        self.setEnabled(False)

    def trouble(self, text: str) -> None:
        """Say calmly what stands in the way."""
        self.setEnabled(True)
        self.enter.setEnabled(True)
        self.banner.say("stop", text)

    def wait(self, seconds: int) -> None:
        """Count down before another try of this login; a colleague may sign in meanwhile."""
        self._waiting = seconds
        self._who_waits = self.login.currentText().strip()
        self.password.clear()
        self._timer.start()
        self._count_down()

    def _count_down(self) -> None:
        if self._waiting <= 0:
            self._timer.stop()
            self._who_waits = ""
        self._allow()
        self._waiting -= 1

    def _allow(self) -> None:
        """Let everybody try but who has to wait."""
        waits = bool(self._who_waits) and self.login.currentText().strip() == self._who_waits
        self.enter.setEnabled(not waits)
        self.password_field.show_problem(
            self.tr("Wait {0} seconds, or let a colleague sign in.").format(self._waiting)
            if waits
            else ""
        )
