"""This file moves the clock by a day or ten years in the middle of a queue: the order of edits stays."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.domain.clock import SystemClock
from tests.faults.effects import assert_one_effect_each, random_edit
from tests.faults.laptops import Laptop
from tests.server.running import connected, running
from tests.storage.edits import session_put

DAY_MS = 86_400_000
JUMPS_MS = (-3653 * DAY_MS, -DAY_MS, DAY_MS, 3653 * DAY_MS)


class JumpingClock(SystemClock):
    """The machine's clock with a wall that somebody sets."""

    off_ms = 0

    def wall_ms(self) -> int:
        return super().wall_ms() + self.off_ms


async def jumps(folder: Path, rng: random.Random, runs: int, patience_s: float = 60) -> None:
    """Queue edits while the clock jumps `runs` times, offline and online; fail unless their order is kept."""
    clock = JumpingClock()
    stored = []
    async with running(folder) as platform:
        one = Laptop(folder / "laptop", platform.address, platform.token, clock=clock)
        try:
            stored += await one.add(*(session_put(f"s{n}", title="new") for n in range(4)))
            for number in range(runs):
                for step in range(3):
                    stored += await one.add(random_edit(rng, number * 10 + step, sessions=4))
                clock.off_ms = rng.choice((0, *JUMPS_MS))
                for step in range(3, 6):
                    stored += await one.add(random_edit(rng, number * 10 + step, sessions=4))
                if number % 10 == 9:
                    one.go()
                    await one.until_synced(patience_s)
                    await one.stay()
            one.go()
            await one.until_synced(patience_s)
            async with connected(platform, "checker") as checker:
                rows, _ = await checker.pull()
        finally:
            await one.close()
    numbers = list(dict.fromkeys(operation.number for operation in stored))  # a coalesced edit has the earlier number
    assert numbers == sorted(numbers)
    assert_one_effect_each(stored, rows)


@pytest.mark.timeout(600)
async def test_a_clock_that_jumps_in_mid_queue_changes_no_order(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    await jumps(tmp_path, rng, count(200))
