"""This file lets one window be open for a home: a second one that is started raises the first, hands it files and ends.

Who holds the lock file is the first; the system takes the lock back when its holder dies, so that a crash leaves
nothing to clear away. The others knock at a local socket whose name is made of the home's path.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from coachdesk.errors import StorageFault

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_S = 3.0
"""How long a second instance knocks: the first may have the lock and not listen yet."""
_KNOCK = b"raise "  # then the paths of files as a JSON list, then the end of the line


class SingleInstance(QObject):
    """The right to the window of `home`. `knocked` is emitted in the first instance when another one was started, and
    `handed` when that one had files to open. They wait until a window takes them: there may be only the door."""

    knocked = Signal()
    handed = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._files: tuple[Path, ...] = ()
        self._lock: int | None = None
        self._name = "coachdesk-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:24]
        self._server: QLocalServer | None = None

    def begin(self) -> bool:
        """Return whether this is the first instance; then it is to `listen` soon. Raises StorageFault."""
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = _locked(self._home / "window.lock")
        except OSError as fault:
            raise StorageFault("CoachDesk may not write to its folder; check the permissions of the disk.") from fault
        return self._lock is not None

    def listen(self) -> None:
        """Hear other instances from now on. They go on knocking for a while, so the first paint need not wait."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name)  # a crash leaves the name behind
        self._server.listen(self._name)

    def knock(self, files: tuple[Path, ...] = ()) -> bool:
        """Ask the first instance to come to the front and open `files`; return whether it heard within ANSWER_S."""
        from PySide6.QtNetwork import QLocalSocket

        message = _KNOCK + msgspec.json.encode([str(file) for file in files]) + b"\n"
        deadline = time.monotonic() + ANSWER_S
        while (left_ms := int((deadline - time.monotonic()) * 1000)) > 0:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(left_ms):
                socket.write(message)
                # The first says goodbye once it has come to the front.
                heard = socket.waitForBytesWritten(left_ms) and socket.waitForReadyRead(left_ms)
                socket.abort()
                return bool(heard)
            time.sleep(0.05)
        return False

    def hand(self, files: tuple[Path, ...]) -> None:
        """Keep `files` for a window that can ask about them."""
        self._files += files
        self.handed.emit()

    def take_files(self) -> tuple[Path, ...]:
        """Return the files that were handed here, once."""
        files, self._files = self._files, ()
        return files

    def end(self) -> None:
        """Listen no more, and let another instance be the first."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _answer(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._heard(socket))
            if socket.canReadLine():
                self._heard(socket)

    def _heard(self, socket: QLocalSocket) -> None:
        # Whoever may connect is this user; all that can be asked for is the front, and a question about files.
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine().data())
        try:
            files = tuple(Path(name) for name in msgspec.json.decode(line.removeprefix(_KNOCK), type=list[str]))
        except msgspec.DecodeError:
            return
        self.knocked.emit()
        if files:
            self.hand(files)
        socket.write(b"\n")
        socket.flush()


def _locked(path: Path) -> int | None:
    """Return the open file `path`, locked until it is closed; None where another process has it locked.

    The system's own lock, without the package that the replica's locks come from: that loads asyncio first.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # Linux and macOS, Windows
        os.close(handle)
        return None
    return handle
