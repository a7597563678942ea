"""This file queues 10,000 edits offline and then goes online: in order, with bounded memory, and the loop turns."""

from __future__ import annotations

import asyncio
import gc
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
    """Keeps the longest turn of the loop, in processor time of all threads here.

    So a thread of ours that holds the interpreter counts, and what neighbours do on the machine does not. It hangs on
    the loop's timer itself: a task would wake a turn later than its timer.
    """

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._last = time.process_time()
        self._next: asyncio.Handle | None = None

    def begin(self) -> None:
        self.longest_ms, self._last = 0.0, time.process_time()

    def beat(self) -> None:
        now = time.process_time()
        self.longest_ms, self._last = max(self.longest_ms, (now - self._last) * 1000), now
        self._next = asyncio.get_running_loop().call_later(0.001, self.beat)

    def end(self) -> None:
        if self._next is not None:
            self._next.cancel()


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
    pulse.beat()
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
        gc.collect()
        gc.freeze()  # what pytest and its plugins hold is not the app's to be looked through
        before_mb = resident_mb()
        pulse.begin()
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
        gc.unfreeze()
        pulse.end()
        await one.close()
    with capsys.disabled():
        print(f" [{EDITS / seconds:.0f} edits/s, longest stall {stall_ms:.0f} ms, {grown_mb:.0f} MB more] ", end="")
    assert grown_mb < MEMORY_MB
    assert stall_ms < STALL_MS
