"""This file puts broken platforms between a laptop and its platform, again and again, with the whole sync engine.

The connection alone is put through the same faults in tests/sync/test_connection.py.
"""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.faults.effects import assert_one_effect_each, random_edit
from tests.faults.laptops import Laptop, laptop
from tests.faults.proxy import FaultProxy, proxying
from tests.server.running import connected, running
from tests.storage.edits import session_put
from tests.sync.platforms import FAULTS, answering, free_port

HEALED_S = 5.0


async def broken(one: Laptop, proxy: FaultProxy, fault: str, healed_s: float) -> None:
    """Send the laptop to a broken platform until it has tried it, then back; fail unless it is soon synced."""
    healthy, port = proxy.target, free_port()
    async with answering(FAULTS[fault], port):
        proxy.target, tries = port, proxy.connections
        proxy.cut()
        await one.until(lambda: not one.engine.status.online)
        async with asyncio.timeout(10):
            while proxy.connections < tries + 2:
                await asyncio.sleep(0.01)  # the proxy says nothing when it takes a connection
                if fault == "stays_silent" and proxy.connections > tries:
                    break  # it is silent to the first one
                if one.engine.status.problem:
                    break  # asks the coach, and waits for him
        proxy.target = healthy
        if fault == "stays_silent":
            # The silent platform keeps its line: the laptop has to leave it by itself.
            await soon_synced(one, fault, healed_s)
            return
    proxy.cut()
    if fault == "answers_401":
        one.engine.hurry()  # as a new sign-in does
    await soon_synced(one, fault, healed_s)


async def soon_synced(one: Laptop, fault: str, healed_s: float) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await one.until_synced(healed_s + 1)
    assert loop.time() - began < healed_s, f"{fault}: it took too long to be online again"


@pytest.mark.timeout(1800)
@pytest.mark.logs("^coachdesk.sync", "^socketio", "^engineio", "^asyncio: Unclosed connection", "^aiohttp")
@pytest.mark.filterwarnings("ignore:Unclosed connection:ResourceWarning")
@pytest.mark.parametrize("fault", FAULTS)
async def test_the_laptop_is_synced_within_five_seconds_of_the_healing(
    fault: str, tmp_path: Path, rng: random.Random, request: pytest.FixtureRequest
) -> None:
    times = 50 if request.config.getoption("--nightly") else 2
    async with (
        running(tmp_path) as platform,
        proxying(platform.address) as proxy,
        laptop(tmp_path / "laptop", proxy.address, platform.token) as one,
    ):
        stored = [*await one.add(*(session_put(f"s{n}", title="new") for n in range(8)))]
        await one.until_synced()
        for number in range(times):
            stored += await one.add(random_edit(rng, number))
            await broken(one, proxy, fault, HEALED_S)
        async with connected(platform, "checker") as checker:
            rows, _ = await checker.pull()
        assert_one_effect_each(stored, rows)
