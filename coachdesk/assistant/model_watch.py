"""This file tells a hung model process from a busy one by its beats."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_TICK_S = 0.25


class Watch:
    """Calls `hung` once when the process stays silent, or beats without getting on, while an answer is awaited.

    It counts turns of the event loop, not seconds of a clock: after the laptop has slept, or the loop was held up, the
    process gets its whole time to be heard again.
    """

    def __init__(
        self, hung: Callable[[], None], *, silent_s: float, start_s: float = 30.0, stuck_s: float = 180.0
    ) -> None:
        """`silent_s` is the longest silence, `start_s` that before the first word, `stuck_s` the longest standstill."""
        self._hung = hung
        self._silent_s = silent_s
        self._stuck_s = stuck_s
        self._limit_s = start_s
        self._silence_s = 0.0
        self._standstill_s = 0.0
        self._steps = -1
        self._timer: asyncio.TimerHandle | None = None

    def expect(self, *, busy: bool) -> None:
        """Begin to count, or stop counting, as an answer is awaited or not."""
        if busy and self._timer is None:
            self._silence_s = self._standstill_s = 0.0
            self._timer = asyncio.get_running_loop().call_later(_TICK_S, self._tick)
        elif not busy and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def heard(self, steps: int | None = None) -> None:
        """The process said something; in a beat it told its `steps`."""
        self._limit_s = self._silent_s
        self._silence_s = 0.0
        if steps is None or steps != self._steps:
            self._standstill_s = 0.0
        if steps is not None:
            self._steps = steps

    def _tick(self) -> None:
        self._silence_s += _TICK_S
        self._standstill_s += _TICK_S
        if self._silence_s >= self._limit_s or self._standstill_s >= self._stuck_s:
            self._timer = None
            self._hung()
        else:
            self._timer = asyncio.get_running_loop().call_later(_TICK_S, self._tick)
