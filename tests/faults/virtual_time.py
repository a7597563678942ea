"""This file is an event loop whose time jumps to the next timer as soon as nothing is left to do.

What would run in another thread runs at once, so that a seed always gives the same schedule.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from typing import Any

_BEGIN_MS = 1_778_578_200_000


class _Selector(selectors.DefaultSelector):
    """Does not wait: it moves the loop's time by as much as it was to wait."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            # Without a timer nothing would ever happen again.
            assert timeout is not None, "everything waits for something that will not come"
            self.loop.now += timeout + 1e-6
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """`now` is its time in seconds. It is also a clock of the app: `wall_ms` and `monotonic`."""

    def __init__(self) -> None:
        selector = _Selector()
        selector.loop = self
        self.now = 0.0  # small, so that adding a wait to it is exact enough to end that wait
        super().__init__(selector)

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def wall_ms(self) -> int:
        return _BEGIN_MS + int(self.now * 1000)

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]  # no thread
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as fault:  # noqa: BLE001  whoever waits gets it, as from a thread
            done.set_exception(fault)
        return done
