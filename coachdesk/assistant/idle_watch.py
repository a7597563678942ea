"""This file decides when a model that nobody uses gives its memory back: after a while, or when memory is short."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from coachdesk.assistant.memory import available_bytes

SHORT_BYTES = 500_000_000
"""So little free memory makes a laptop swap soon; a model that is not at work is then let go."""


@dataclass(frozen=True)
class Idle:
    """When an idle model goes: after `after_s` seconds, or once `available` tells less than `SHORT_BYTES` of memory.

    `available` is asked every `look_s` seconds, in a thread; None means that the system does not say.
    """

    after_s: float = 300.0
    look_s: float = 10.0
    available: Callable[[], int | None] = available_bytes


class IdleWatch:
    """Calls `let_go` once when a model that is not used has to go."""

    def __init__(self, let_go: Callable[[], None], idle: Idle) -> None:
        self._let_go = let_go
        self._rules = idle
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.Future[int | None] | None = None

    def begin(self) -> None:
        """Begin to watch: the last use is over."""
        self.cancel()
        self._wait(self._rules.after_s)

    def cancel(self) -> None:
        """Stop watching: the model is used, or gone."""
        if self._timer is not None:
            self._timer.cancel()
        if self._looking is not None:
            self._looking.cancel()
        self._timer = self._looking = None

    def _wait(self, left_s: float) -> None:
        loop = asyncio.get_running_loop()
        if left_s <= 0:
            self._timer = None
            self._let_go()
        elif left_s <= self._rules.look_s:
            self._timer = loop.call_later(left_s, self._wait, 0.0)
        else:
            self._timer = loop.call_later(self._rules.look_s, self._look, left_s - self._rules.look_s)

    def _look(self, left_s: float) -> None:
        looking = asyncio.get_running_loop().run_in_executor(None, self._rules.available)
        self._looking = looking

        def seen(found: asyncio.Future[int | None]) -> None:
            if found is not self._looking or found.cancelled():
                return
            self._looking = None
            free = found.result() if found.exception() is None else None
            self._wait(0.0 if free is not None and free < SHORT_BYTES else left_s)

        looking.add_done_callback(seen)
