"""This file tells the time and makes ids; both sources are handed in, so that tests can move them."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of time: one that people set (`wall_ms`), and one that only runs forward (`monotonic`)."""

    def wall_ms(self) -> int:
        """Return milliseconds since 1970, UTC."""

    def monotonic(self) -> float:
        """Return seconds since an arbitrary start; never goes back."""


class SystemClock:
    """The machine's own clocks."""

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic(self) -> float:
        return time.monotonic()


def iso(wall_ms: int) -> str:
    """Return `wall_ms` (ms since 1970) as ISO 8601 in UTC with milliseconds, "2026-05-12T09:30:00.000Z"."""
    seconds, ms = divmod(wall_ms, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC).isoformat()[:19]}.{ms:03d}Z"


def wall_ms_of(time_value: str | float) -> int:
    """Return ms since 1970 for an ISO 8601 string (UTC where it names no zone) or a number of ms.

    Raises ValueError for anything else, years outside 1 to 9999 included.
    """
    if isinstance(time_value, str):
        moment = datetime.fromisoformat(time_value)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    datetime.fromtimestamp(time_value / 1000, UTC)
    return int(time_value)


def new_id(clock: Clock) -> str:
    """Return a UUID version 7 (RFC 9562): 48 bits of `clock.wall_ms()`, then 74 random bits."""
    moment = max(0, clock.wall_ms()) & ((1 << 48) - 1)
    random = secrets.randbits(74)
    value = moment << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & ((1 << 62) - 1)
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
