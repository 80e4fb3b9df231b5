# SPDX-License-Identifier: Apache-2.0
"""A second start brings the open window to the front; not one byte goes between the two.

The socket lies in the data folder, which is this user's only; on Windows, where it is no file,
its name is made from the folder's. Loaded after the first paint, or by the second start.
"""

import hashlib
import sys

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.config import Paths

_TO_CONNECT, _TO_ANSWER = 1000, 5000
"""Milliseconds."""
_LONGEST = 100
"""Bytes of a socket's path that every system takes."""


class Doorbell(QObject):
    """Hears a second start of Teduh on the same data folder.

    Signals:
        rung: somebody wants to see the open window.
    """

    rung = Signal()

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)
        name = _name(paths)
        if sys.platform == "win32":
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if name:
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def _answer(self) -> None:
        """Show the window, then hang up: that is the answer."""
        while (caller := self._server.nextPendingConnection()) is not None:
            self.rung.emit()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()

    def close(self) -> None:
        """Hear nothing any more and leave nothing in the folder."""
        self._server.close()


def ring(paths: Paths) -> bool:
    """Bring the window that has this folder to the front; say whether it answered."""
    name = _name(paths)
    if not name:
        return False
    _let_it_come(paths)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_TO_CONNECT):
        return False
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    return socket.state() == gone or socket.waitForDisconnected(_TO_ANSWER)


def _name(paths: Paths) -> str:
    """Return the socket's name, or nothing where the folder's is too long for one."""
    if sys.platform == "win32":
        folder = str(paths.data.resolve()).casefold().encode("utf-8", "surrogatepass")
        return f"Teduh-{hashlib.sha256(folder).hexdigest()[:32]}"
    name = str(paths.doorbell)
    return name if len(name.encode("utf-8", "surrogateescape")) <= _LONGEST else ""


def _let_it_come(paths: Paths) -> None:
    """Let the other program take the foreground, which Windows gives to whom it was asked by."""
    if sys.platform == "win32":
        from ctypes import windll

        process = QLockFile(str(paths.instance)).getLockInfo()[0]
        windll.user32.AllowSetForegroundWindow(process)
