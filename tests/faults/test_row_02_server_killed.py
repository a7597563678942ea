"""This file kills the platform with -9 around its commits, again and again, under a laptop that goes on sending."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.effects import assert_one_effect_each, random_edit
from tests.faults.laptops import laptop
from tests.faults.lives import mortal_server
from tests.server.running import connected
from tests.storage.edits import session_put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the platform forks")


@pytest.mark.timeout(1800)
async def test_a_platform_killed_around_its_commit_repeats_its_answer_and_has_one_effect(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    async with mortal_server(tmp_path / "platform") as server:
        await server.live()
        async with laptop(tmp_path / "laptop", server.address, server.token) as one:
            stored = [*await one.add(*(session_put(f"s{n}", title="new") for n in range(8)))]
            await one.until_synced()
            await server.kill()
            for _life in range(count(500)):
                where = "after" if rng.random() < 0.75 else "before"
                await server.live(rng.randrange(1, 4), where)
                one.engine.hurry()
                # It dies of what it is sent, so it is sent something until it is dead.
                dying = asyncio.create_task(server.ended())
                while not dying.done():
                    stored += await one.add(*(random_edit(rng, len(stored) + n) for n in range(3)))
                    drained = asyncio.create_task(one.until(lambda: one.engine.status.pending < 3))
                    await asyncio.wait({dying, drained}, return_when=asyncio.FIRST_COMPLETED)
                    drained.cancel()
                await dying
            await server.live()
            one.engine.hurry()
            await one.until_synced()
            assert one.engine.status.parked == 0
            async with connected(server.address, "checker", token=server.token) as checker:
                rows, _ = await checker.pull()
            assert_one_effect_each(stored, rows)
