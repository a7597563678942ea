"""This file limits how often something may happen within a span of time, for each name apart."""

from __future__ import annotations

from collections import deque

from coachdesk.domain.clock import Clock
from coachdesk.errors import Refused

KEYS_MOST = 100_000
"""How many names are remembered; of more, those counted least recently are forgotten."""


class TooMany(Refused):
    """It happened too often; waiting helps."""

    code = "too-many"


class Limit:
    """At most `most` times in any `in_s` seconds, in this process."""

    def __init__(self, most: int, in_s: float, clock: Clock) -> None:
        self._most = most
        self._in_s = in_s
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def count(self, key: str) -> None:
        """Note that it happened."""
        times = self._times.pop(key, None)
        if times is None:
            times = deque(maxlen=self._most)
        times.append(self._clock.monotonic())
        self._times[key] = times
        if len(self._times) > KEYS_MOST:
            del self._times[next(iter(self._times))]

    def is_reached(self, key: str) -> bool:
        """Return whether it may not happen again yet."""
        times = self._times.get(key)
        return times is not None and len(times) == self._most and self._clock.monotonic() - times[0] < self._in_s

    def check(self, key: str, sentence: str) -> None:
        """Raise TooMany with `sentence` if it may not happen again yet."""
        if self.is_reached(key):
            raise TooMany(sentence)
