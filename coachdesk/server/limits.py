"""This file limits how often something may happen within a span of time, for each name apart, in all processes.

Each process tells the others what it counted. One that cannot be reached counts for itself until it can.
"""

from __future__ import annotations

from collections import deque

from coachdesk.domain.clock import Clock
from coachdesk.errors import Refused
from coachdesk.server.notes import Counted, Notes

KEYS_MOST = 100_000
"""How many names are remembered; of more, those counted least recently are forgotten."""


class TooMany(Refused):
    """It happened too often; waiting helps."""

    code = "too-many"


class Limit:
    """At most `most` times in any `in_s` seconds. `name` is the same in all processes, and no other limit's."""

    def __init__(self, name: str, most: int, in_s: float, clock: Clock, notes: Notes) -> None:
        self._name = name
        self._most = most
        self._in_s = in_s
        self._clock = clock
        self._times: dict[str, deque[float]] = {}
        self._notes = notes
        notes.listen(Counted, self._add)

    async def count(self, key: str) -> None:
        """Note that it happened."""
        await self._notes.tell(Counted(self._name, key))

    def _add(self, counted: Counted) -> None:
        if counted.limit != self._name:
            return
        times = self._times.pop(counted.key, None)
        if times is None:
            times = deque(maxlen=self._most)
        times.append(self._clock.monotonic())
        self._times[counted.key] = times
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
