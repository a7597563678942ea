"""This file opens the real window offscreen for a benchmark, and listens to how evenly its event loop turns."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Qt, QTimer

from coachdesk.app import open_window
from coachdesk.desk.desk import Desk
from coachdesk.settings import Settings
from coachdesk.ui.main_window import MainWindow

TICK_MS = 1


class Pulse(QObject):
    """A timer of 1 ms on the window's loop; the time between two ticks is a sample, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Listen from now on; earlier samples are gone."""
        self.gaps_ms.clear()
        self._last = time.perf_counter()
        self._timer.start(TICK_MS)

    def end(self) -> None:
        """Listen no more; what lies between the last tick and now counts too."""
        self._timer.stop()
        self.gaps_ms.append((time.perf_counter() - self._last) * 1000)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


def in_window(settings: Settings, script: Callable[[Desk, MainWindow], Awaitable[None]]) -> None:
    """Open the window on `settings` as the app does, run `script` in it, and close it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    async def play(desk: Desk, window: MainWindow) -> int:
        await script(desk, window)
        return 0

    assert open_window(settings, play) == 0
