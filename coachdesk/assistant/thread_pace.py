"""This file decides with how many threads the model decodes, by what each token costs just now.

One thread fewer than the cores is safe. With all cores the model is up to twice as fast on an idle machine, and it
collapses when anything else runs (297 against 154 tokens a second, and 1.7 against 49; measured on two cores). So all
cores are only tried while the machine looks idle, for a few tokens, and left at the first token that takes too long.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from statistics import median

_TRIAL = 6
"""How many tokens a trial takes, and how many are looked at to know the usual cost."""
_WORTH = 0.85
"""The part of the usual cost that a token may have with all cores for them to be kept."""
_COLLAPSE = 2.0
"""A token that costs this many times the usual ends the use of all cores at once."""
_PATIENCE = (64, 256, 1024)
"""Tokens until the next trial, after each that failed."""


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def looks_idle(cores: int) -> bool:
    """Return whether nothing but this process seems to use the machine; False where the system does not tell."""
    try:
        return os.getloadavg()[0] < cores - 0.5
    except (AttributeError, OSError):
        return False


class ThreadPace:
    """The number of threads for the next token. `cores` is how many this process may use, `safe` where it begins."""

    def __init__(self, cores: int, safe: int, idle: Callable[[int], bool] = looks_idle) -> None:
        self._most = max(cores, safe)
        self._safe = safe
        self._idle = idle
        self._usual: list[float] = []
        self._trial: list[float] = []
        self._failures = 0
        self._wait = _TRIAL
        self.threads = safe

    def observe(self, seconds: float) -> int:
        """Take note of what one token cost and return the threads for the next."""
        if self._safe == self._most:
            return self._safe
        if self.threads == self._safe:
            self._usual = [*self._usual[1 - 2 * _TRIAL :], seconds]
            self._wait -= 1
            if self._wait <= 0 and self._idle(self._most):
                self._trial = []
                self.threads = self._most
            return self.threads
        usual = median(self._usual)
        self._trial = [*self._trial[1 - _TRIAL :], seconds]
        tried = len(self._trial) >= _TRIAL
        if seconds > _COLLAPSE * usual or (tried and median(self._trial) > _WORTH * usual):
            self._wait = _PATIENCE[min(self._failures, len(_PATIENCE) - 1)]
            self._failures += 1
            self.threads = self._safe
        return self.threads
