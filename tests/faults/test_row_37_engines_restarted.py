"""This file restarts Redis and Postgres, again and again, under two server processes that are being written to."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from coachdesk.domain.protocol import Operation
from tests import engines
from tests.faults.effects import assert_one_effect_each
from tests.faults.laptops import laptop
from tests.server.running import connected
from tests.server.test_serving_process import start
from tests.storage.edits import say, session_put

READY_S = 60.0
HEALED_S = 90.0
SESSIONS = 8

pytestmark = [
    pytest.mark.leaves("children", reason="the restarted engine stays for the other tests"),
    pytest.mark.logs("the platform failed"),
]


@contextlib.asynccontextmanager
async def server_process(database: str, redis: str) -> AsyncIterator[tuple[str, str]]:
    """Run `coachdesk serve` on both engines; gives its address and the demo coach's token."""
    process = await start("--port", "0", "--demo", "--database", database, "--redis", redis)
    assert process.stdout is not None
    assert process.stderr is not None
    log = asyncio.create_task(process.stderr.read(), name="log")
    try:
        async with asyncio.timeout(READY_S):
            address = (await process.stdout.readline()).decode().split()[1]
            token = (await process.stdout.readline()).decode().split()[1]
        yield address, token
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await process.wait()
        await log


@pytest.mark.skipif(sys.platform == "win32", reason="the engines are Debian's")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("which", ["redis", "postgres"])
async def test_no_edit_is_lost_or_doubled_while_an_engine_is_restarted(
    which: str,
    tmp_path: Path,
    postgres_engine: engines.Engine | engines.Missing,
    redis_engine: engines.Engine | engines.Missing,
    rng: random.Random,
    count: Callable[[int], int],
) -> None:
    postgres, redis = engines.needed(postgres_engine), engines.needed(redis_engine)
    database = await asyncio.to_thread(engines.new_database, postgres)
    line = f"redis://127.0.0.1:{redis.port}"
    engine = redis if which == "redis" else postgres
    async with (
        server_process(database, line) as (one_address, token),
        server_process(database, line) as (other_address, _),
        laptop(tmp_path / "one", one_address, token) as one,
        laptop(tmp_path / "other", other_address, token) as other,
    ):
        devices = {"one": one, "other": other}
        stored: list[Operation] = []

        async def edit() -> None:
            for name, device in devices.items():
                stored.extend(await device.add(*(random_edit_of(name, rng, len(stored) + n) for n in range(6))))

        for name, device in devices.items():
            stored += await device.add(*(session_put(f"{name} {n}", title="new") for n in range(SESSIONS)))
            await device.until_synced()
        for _ in range(count(50)):
            await edit()
            await asyncio.to_thread(engine.stop)
            await edit()
            await asyncio.to_thread(engine.start)
        for device in devices.values():
            device.engine.hurry()
            await device.until(lambda device=device: device.engine.status.pending == 0, HEALED_S)
            assert device.engine.status.parked == 0
        for device in devices.values():
            await device.until_synced(HEALED_S)
        async with connected(other_address, "checker", token=token) as checker:
            rows, _ = await checker.pull()
        assert_one_effect_each(stored, rows)
        assert one.replica.digest() == other.replica.digest()


def random_edit_of(device: str, rng: random.Random, number: int) -> Operation:
    """Return an edit of a session that only this device edits, so that its effects can be counted in order."""
    session = f"{device} {rng.randrange(SESSIONS)}"
    return session_put(session, title=f"title {number}") if rng.random() < 0.5 else say(session, f"words {number}")
