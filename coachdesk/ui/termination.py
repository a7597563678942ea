"""This file hears that the system wants CoachDesk to end, as when the coach logs out, and tells it as a signal of Qt.

Python runs its handler of a signal only once the interpreter does something, which an idle window does not; so the
system's signals go through a pair of sockets that Qt watches.
"""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = (signal.SIGTERM, signal.SIGINT)


class Termination(QObject):
    """What SIGTERM and SIGINT ask for, from now until `end`.

    `asked` is emitted at the first one, and `wanted` is true from then on. The second one ends the process on
    the spot, as without this object.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = False
        self._heard, self._told = socket.socketpair()
        for side in (self._heard, self._told):
            side.setblocking(False)
        self._before_fd = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._note) for number in ENDING}
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)

    def end(self) -> None:
        """Leave the system's signals to whoever had them before."""
        self._restore()
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        self._heard.close()
        self._told.close()

    def _note(self, *_signal: object) -> None:
        self.wanted = True
        self._restore()

    def _tell(self) -> None:
        self._heard.recv(64)
        if self.wanted:
            self._notifier.setEnabled(False)
            self.asked.emit()

    def _restore(self) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
