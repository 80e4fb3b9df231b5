# SPDX-License-Identifier: Apache-2.0
"""The measured process: Teduh from its start to the duty desk of the training shelter.

Says one line of JSON: seconds from the moment the password was found right until the
desk is filled, painted and has the cursor in its form. Then it waits, so that its memory
can be measured, until its standard input is closed.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from app.bootstrap import start
from app.clock import Pc, Zone
from app.config import Paths

_LOOK_MILLISECONDS = 20


class Officer:
    """Signs in as fast as the program lets her; one step follows the other."""

    def __init__(self, login: str) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from app.ui.front import Front

        windows = QApplication.topLevelWidgets()
        self._front = next(each for each in windows if isinstance(each, Front))
        self._login = login
        self._found_right: list[float] = []
        self._look = QTimer(interval=_LOOK_MILLISECONDS)
        self._look.timeout.connect(self._wait_for_shell)
        self._look.start()

    def _wait_for_shell(self) -> None:
        module = sys.modules.get("app.ui.shell.shell")
        shell = self._front.findChild(module.Shell) if module else None
        if shell is None:
            return
        self._look.stop()
        self._shell = shell
        self._note_when_the_password_is_right()
        shell.door.opened.connect(self._choose_pin)
        if shell.door.training:
            self._sign_in(self._front.page)
        else:
            shell.door.show_page.connect(self._arrive)
            shell.door.toggle_training()

    def _note_when_the_password_is_right(self) -> None:
        from app.services.staff import opening

        check = opening.check_password

        def timed(*arguments: object) -> object:
            opened = check(*arguments)
            self._found_right.append(perf_counter())
            return opened

        opening.check_password = timed

    def _arrive(self, page: object) -> None:
        self._shell.door.show_page.disconnect(self._arrive)
        self._sign_in(page)

    def _sign_in(self, page: object) -> None:
        from app.services.staff.training import published_password

        page.sign_in.emit(self._login, published_password())

    def _choose_pin(self, _house: object) -> None:
        self._front.page.chosen.emit("")
        self._shell.tasks.settled.connect(self._filled)
        self._filled()

    def _filled(self) -> None:
        from PySide6.QtCore import QTimer

        if self._shell.tasks.idle:
            self._shell.tasks.settled.disconnect(self._filled)
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        desk = self._shell.main.desk
        focus = self._front.focusWidget()
        said = {
            "seconds": perf_counter() - self._found_right[0],
            "shown": self._front.page is self._shell.main and desk.isVisible(),
            "cursor": focus is not None and desk.register.fields.isAncestorOf(focus),
            "tasks": desk.tonight.tasks.count(),
        }
        print(json.dumps(said), flush=True)
        sys.stdin.read()
        self._front.close()


if __name__ == "__main__":
    officers: list[Officer] = []
    folder, who = sys.argv[1:]
    pc = Pc(shown=lambda: Zone.WIB.ahead)
    sys.exit(start(Paths(Path(folder)), pc, on_painted=lambda: officers.append(Officer(who))))
