"""This file kills the app with -9 while it takes along, at sign-in, what was written on the laptop alone."""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.killed_app import ALONE, STEPS
from tests.faults.lives import Lives, lives_of
from tests.server.running import Running, connected, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the app forks")
MOST_DEATHS = 4


@pytest.mark.timeout(1800)
async def test_a_sign_in_killed_while_it_takes_along_what_was_written_loses_and_doubles_nothing(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    deaths: Counter[str] = Counter()
    async with running(tmp_path) as platform, lives_of("killed_app") as app:
        for number in range(count(30)):
            name, home = f"coach-{number}", tmp_path / f"home-{number}"
            await platform.auth.create_coach(name, "a password")
            await app.begin(home, "-", "-", number, "alone")
            await app.line("done")
            await app.ended()
            for _ in range(rng.randrange(1, MOST_DEATHS + 1)):
                deaths[await killed_at_a_step(app, rng, home, platform.address, name, number)] += 1
            await app.begin(home, platform.address, name, number, "adopt")
            assert await app.line("synced", "not-synced") == ["synced", "0", "0", str(ALONE)], "it is not all here"
            await app.ended()
            await look_at(platform, name)
            assert not (home / "replicas" / "laptop" / "replica.db").exists(), "it was not taken along"
    assert sum(deaths.values()) > deaths["synced"], "nobody died on the way"
    print(dict(deaths))


async def killed_at_a_step(app: Lives, rng: random.Random, home: Path, address: str, name: str, number: int) -> str:
    """Sign in, and die in or right after a step; returns its name, or "synced" where it came to the end before."""
    fatal = rng.choice([step for _, step in STEPS])
    await app.begin(home, address, name, number, "adopt")
    while (said := await app.line("step", "synced", "not-synced"))[0] == "step" and said[1] != fatal:
        pass
    await asyncio.sleep(rng.random() * 0.01)  # where the death falls is part of the fault
    await app.kill()
    return said[-1] if said[0] == "step" else "synced"


async def look_at(platform: Running, name: str) -> None:
    """Fail unless the platform holds once what the coach wrote."""
    login = {"name": name, "password": "a password"}
    _, tokens = await platform.request("POST", "/v1/auth/login", json=login)
    async with connected(platform, "checker", token=tokens["access"]) as checker:
        rows = await checker.rows()
    sessions = [data for (kind, _), data in rows.items() if kind == "session"]
    assert Counter(one["title"] for one in sessions) == {f"title {n}": 1 for n in range(ALONE)}
    texts = Counter(rows["revision", one["head"]]["text"] for one in sessions)
    assert texts == {f"## Focus\nSummary {n}.\n": 1 for n in range(ALONE)}
    assert sum(kind == "revision" for kind, _ in rows) == ALONE
    assert sum(kind == "transcript" for kind, _ in rows) == ALONE
    assert sum(kind == "client" for kind, _ in rows) == 1
