"""This file does the window's long work in slices, short enough that no frame is missed.

A job is a generator that yields after each small step. Steps run until 4 ms are used, then the event loop has its turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

BUDGET_S = 0.004


class Slices(QObject):
    """One job at a time; a new one replaces the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(self, job: Iterator[None]) -> None:
        """Begin `job` now, and go on with it at each turn of the event loop."""
        self._job = job
        self._timer.start()
        self._work()

    def stop(self) -> None:
        """Leave the job where it is."""
        self._job = None
        self._timer.stop()

    def _work(self) -> None:
        until = perf_counter() + BUDGET_S
        while (job := self._job) is not None:
            try:
                next(job)
            except StopIteration:
                if self._job is job:
                    self.stop()
                return
            if perf_counter() > until:
                return
