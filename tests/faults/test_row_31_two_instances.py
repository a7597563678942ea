"""This file starts two instances on one profile: one of them sends, and the other goes on when it is gone."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.effects import assert_one_effect_each
from tests.faults.laptops import DEADLINE_S, Laptop
from tests.faults.lives import ROOT
from tests.faults.proxy import proxying
from tests.server.running import connected, running
from tests.storage.edits import say, session_put


@pytest.mark.skipif(sys.platform == "win32", reason="the instances are forked")
def test_of_two_instances_that_start_at_once_one_sends(tmp_path: Path, count: Callable[[int], int]) -> None:
    command = [sys.executable, "-m", "tests.faults.racers", str(tmp_path), str(count(100))]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=True).stdout
    assert printed.split("\n")[:-1] == ["senders 1"] * count(100)


async def one_sender(folder: Path, patience_s: float = DEADLINE_S) -> None:
    """Run two engines on one replica; fail unless one connects, both see all, and the second takes over."""
    async with running(folder) as platform, proxying(platform.address) as proxy:
        first = Laptop(folder / "profile", proxy.address, platform.token)
        second = Laptop(folder / "profile", proxy.address, platform.token)
        try:
            first.go()
            await first.until_synced(patience_s)
            second.go()
            stored = [*await second.add(session_put("s", title="written by the second"))]
            for number in range(20):
                stored += await (first if number % 2 else second).add(say("s", f"words {number}"))
                first.engine.wake()  # as the desk does when another process wrote
            await first.until(lambda: not first.engine.status.pending, patience_s)
            assert proxy.upgraded == 1, "both instances connected"
            await first.stay()
            stored += await second.add(say("s", "the first is gone"))
            await second.until_synced(patience_s)
            assert proxy.upgraded == 2
            async with connected(platform, "checker") as checker:
                rows, _ = await checker.pull()
            assert_one_effect_each(stored, rows)
        finally:
            await asyncio.gather(first.close(), second.close())


async def test_the_second_instance_sends_when_the_first_is_gone(tmp_path: Path) -> None:
    await one_sender(tmp_path)
