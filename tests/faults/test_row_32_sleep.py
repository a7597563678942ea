"""This file puts the laptop to sleep, as a stopped process and as a jump of the clock, while its line goes dead."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.laptops import laptop
from tests.faults.lives import Lives, lives_of
from tests.faults.proxy import proxying
from tests.faults.test_row_11_clock_off import JumpingClock
from tests.server.running import running
from tests.storage.edits import session_put

LIVE_S = 5.0
ASLEEP_S = 4.5
"""Longer than a pause that the engine takes for a busy machine."""


async def live(app: Lives, since: float) -> None:
    """Return once the app has been synced at a moment after `since`."""
    while True:
        _status, moment, *how = await app.line("status")
        if float(moment) > since and how == ["online", "synced"]:
            return


@pytest.mark.skipif(sys.platform == "win32", reason="nothing stops a process there")
@pytest.mark.timeout(600)
async def test_a_stopped_process_is_live_within_five_seconds_of_waking(
    tmp_path: Path, count: Callable[[int], int]
) -> None:
    async with running(tmp_path) as platform, proxying(platform.address) as proxy, lives_of("killed_app") as app:
        await app.begin(tmp_path / "home", proxy.address, platform.token, 1, "idle")
        await app.line("synced")
        for _ in range(count(20)):
            await live(app, time.monotonic())
            app.signal(signal.SIGSTOP)
            # The network forgets the line and tells nobody; what the app sent before goes nowhere.
            proxy.stall()
            await asyncio.sleep(ASLEEP_S)
            began, forgotten = time.monotonic(), proxy.connections
            app.signal(signal.SIGCONT)
            async with asyncio.timeout(LIVE_S):
                while proxy.connections == forgotten:
                    await app.line("status")
                proxy.flow()
                await live(app, time.monotonic())
            assert time.monotonic() - began < LIVE_S
        await app.kill()


@pytest.mark.timeout(600)
async def test_a_jump_of_the_clock_makes_the_line_anew_although_it_seems_to_live(
    tmp_path: Path, count: Callable[[int], int]
) -> None:
    clock = JumpingClock()
    async with (
        running(tmp_path) as platform,
        proxying(platform.address) as proxy,
        laptop(tmp_path / "laptop", proxy.address, platform.token, clock=clock) as one,
    ):
        await one.until_synced()
        for number in range(count(20)):
            proxy.stall()
            clock.off_ms += 8 * 3_600_000
            await one.until(lambda: not one.engine.status.online, LIVE_S)
            proxy.flow()
            await one.add(session_put(f"s{number}", title="written after waking"))
            await one.until_synced(LIVE_S)
