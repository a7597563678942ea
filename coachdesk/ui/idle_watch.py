"""This file notices that nobody has touched CoachDesk for a while, also across the laptop's sleep."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from coachdesk.domain.clock import Clock

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_LOOK_MS = 5_000


class IdleWatch(QObject):
    """Emits `idle` once no key and no pointer touched a window of ours for `minutes`; 0 switches it off."""

    idle = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit_s = 0.0
        self._touched = (clock.monotonic(), clock.wall_ms())
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        # Of each window that gets the focus, so that only what comes from the outside passes through Python.
        QGuiApplication.instance().focusWindowChanged.connect(self._follow)  # type: ignore[union-attr]  # it runs

    def limit(self, minutes: int) -> None:
        """Watch for so many minutes from now on."""
        self._limit_s = minutes * 60.0
        self._touch()
        if minutes:
            self._follow(QGuiApplication.focusWindow())
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Compare the clocks with the last touch; after a sleep only the wall clock has gone on."""
        monotonic, wall_ms = self._touched
        idle_s = max(self._clock.monotonic() - monotonic, (self._clock.wall_ms() - wall_ms) / 1000)
        if self._limit_s and idle_s >= self._limit_s:
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return False

    def _touch(self) -> None:
        self._touched = (self._clock.monotonic(), self._clock.wall_ms())

    def _follow(self, window: QWindow | None) -> None:
        if window is not None and self._limit_s:
            window.removeEventFilter(self)
            window.installEventFilter(self)
