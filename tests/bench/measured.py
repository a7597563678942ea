"""This file holds what a benchmark gives, and the arithmetic on its samples."""

from __future__ import annotations

import math
import os
import statistics
import sys
from collections.abc import Callable, Sequence

import msgspec


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `coachdesk bench`. `ratio` is ours to the rival's, None where no rival was to be had.

    `load` is the machine's load average before the run, `seen` what else was measured on the way.
    """

    name: str
    value: float
    unit: str
    versus: str
    ratio: float | None
    goal: str
    held: bool
    load: float = 0.0
    seen: dict[str, float | str] = {}


def report(measure: Callable[[], Measured]) -> None:
    """Run one benchmark and print its line; threads take turns as in every process of CoachDesk (`cli.main`)."""
    sys.setswitchinterval(0.0005)
    load = os.getloadavg()[0]
    measured = measure()
    print(msgspec.json.encode(msgspec.structs.replace(measured, load=round(load, 2))).decode(), flush=True)


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that `share` (0 to 1) of all do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def pairs(ours: Callable[[], float], theirs: Callable[[], float], times: int) -> tuple[float, float, float]:
    """Measure both `times` times in turn; return the median of each, and the median of the ratios of the pairs."""
    found = []
    for number in range(times):
        # Whoever goes second finds warmer caches, so they change places.
        if number % 2:
            second = theirs()
            found.append((ours(), second))
        else:
            first = ours()
            found.append((first, theirs()))
    return (
        statistics.median(one for one, _ in found),
        statistics.median(other for _, other in found),
        statistics.median(one / other for one, other in found),
    )
