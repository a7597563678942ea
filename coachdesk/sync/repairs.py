"""This file says when a replica that differs from the platform may start over: at once, ever later if in vain."""

from __future__ import annotations

from coachdesk.domain.clock import Clock

FIRST_S, LONGEST_S = 10.0, 3600.0
DIFFERS = "The platform and this laptop do not agree on what they hold. CoachDesk looks again later; no edit is lost."


class Repairs:
    """The full refreshes of one replica."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pause_s = 0.0
        self._next_s = 0.0

    def may_begin(self) -> bool:
        """Return whether a refresh may begin now, and count it if so."""
        now = self._clock.monotonic()
        if self._pause_s and now < self._next_s:
            return False
        self._pause_s = min(max(2 * self._pause_s, FIRST_S), LONGEST_S)
        self._next_s = now + self._pause_s
        return True

    def agreed(self) -> bool:
        """Take note that both hold the same; return whether a refresh had been needed."""
        needed, self._pause_s = self._pause_s > 0, 0.0
        return needed
