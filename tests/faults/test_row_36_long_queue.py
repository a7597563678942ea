"""This file queues 10,000 edits offline and then goes online: in order, with bounded memory, and the loop turns."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.demo import Platform
from tests.end2end.processes import running_platform
from tests.faults.effects import assert_one_effect_each
from tests.faults.laptops import Laptop
from tests.server.running import connected
from tests.storage.edits import say, session_put

EDITS = 10_000
SESSIONS = 1_000
STALL_MS = 100.0
MEMORY_MB = 60


class Pulse:
    """Turns with the loop and keeps the longest time that it did not turn."""

    def __init__(self) -> None:
        self.longest_ms = 0.0

    async def beat(self) -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            self.longest_ms = max(self.longest_ms, (now - last) * 1000 - 1)
            last = now


def resident_mb() -> float:
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * 4096 / 1e6


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[Platform]:
    with running_platform(tmp_path / "platform-folder") as running:
        yield running


@pytest.mark.timeout(300)
async def test_ten_thousand_queued_edits_go_in_order_with_bounded_memory_and_the_loop_turns(
    tmp_path: Path, platform: Platform, capsys: pytest.CaptureFixture[str]
) -> None:
    one = Laptop(tmp_path / "laptop", platform.address, platform.token)
    pulse = Pulse()
    beating = asyncio.create_task(pulse.beat())
    try:
        one.go()
        await one.until_synced()
        await one.stay()
        stored = [*await one.add(*(session_put(f"s{n}", title="new") for n in range(SESSIONS)))]
        for number in range(SESSIONS, EDITS, 100):
            batch = [
                say(f"s{n % SESSIONS}", f"words {n}") if n % 2 else session_put(f"s{n % SESSIONS}", title=f"title {n}")
                for n in range(number, number + 100)
            ]
            stored += await one.add(*batch)
        before_mb, pulse.longest_ms = resident_mb(), 0.0
        began = time.perf_counter()
        one.go()
        await one.until(lambda: not one.engine.status.pending, 120)
        seconds = time.perf_counter() - began
        stall_ms, grown_mb = pulse.longest_ms, resident_mb() - before_mb
        await one.until_synced(60)
        async with connected(platform.address, "checker", token=platform.token) as checker:
            rows, _ = await checker.pull()
        assert_one_effect_each(stored, rows)
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await one.close()
    with capsys.disabled():
        print(f" [{EDITS / seconds:.0f} edits/s, longest stall {stall_ms:.0f} ms, {grown_mb:.0f} MB more] ", end="")
    assert grown_mb < MEMORY_MB
    assert stall_ms < STALL_MS
