"""This file has one edit in ten refused: it is parked with its reason, and no other session waits for it."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.domain.operation import State
from tests.faults.laptops import Laptop, laptop
from tests.server.running import connected, running
from tests.storage.edits import approve, fresh, say, session_put

SESSIONS = 50


async def one_in_ten(folder: Path, rng: random.Random, edits: int, patience_s: float = 30) -> None:
    """Make `edits` edits of which one in ten is refused; fail unless they are parked and hold nobody else."""
    async with running(folder) as platform, laptop(folder / "laptop", platform.address, platform.token) as one:
        await one.add(*(session_put(f"s{n}", title="new") for n in range(SESSIONS + 1)))
        await one.until_synced(patience_s)
        refused: dict[str, str] = {}
        held: list[str] = []
        applied: list[tuple[str, str]] = []
        for number in range(edits):
            session = f"s{rng.randrange(SESSIONS)}"
            if number % 10 == 0:
                # What it approves is nowhere.
                (stored,) = await one.add(approve(session, fresh()))
                if session in refused.values():
                    held.append(stored.id)
                else:
                    refused[stored.id] = session
                await one.until(lambda: _parked(one) == len(refused), patience_s)
                began = time.monotonic()
                (next_one,) = await one.add(say(f"s{SESSIONS}", f"after {number}"))
                await one.until(lambda id=next_one.id: _gone(one, id), 1.0 if patience_s > 1 else patience_s)
                assert time.monotonic() - began < 1.0, "an edit of another session waited for a refused one"
            else:
                (stored,) = await one.add(say(session, f"words {number}"))
                if session in refused.values():
                    held.append(stored.id)
                else:
                    applied.append((session, stored.entity))
        await one.until(lambda: one.engine.status.pending == len(refused) + len(held), patience_s)
        waiting = {entry.operation.id: entry for entry in one.replica.outbox.list()}
        assert {id for id, entry in waiting.items() if entry.state is State.PARKED} == set(refused)
        assert {entry.reason for entry in waiting.values() if entry.state is State.PARKED} == {"not-found"}
        assert [id for id, entry in waiting.items() if entry.state is State.QUEUED] == held
        async with connected(platform, "checker") as checker:
            rows = await checker.rows()
        assert all(("message", entity) in rows for _session, entity in applied)
        # The coach discards what was refused; then all that it held goes on.
        for id in refused:
            await discard(one, id)
        while one.engine.status.pending:
            await one.until(lambda: _parked(one) or not one.engine.status.pending, patience_s)
            for entry in one.replica.outbox.list():
                if entry.state is State.PARKED:
                    await discard(one, entry.operation.id)
        await one.until_synced(patience_s)


def _parked(one: Laptop) -> int:
    return one.engine.status.parked


def _gone(one: Laptop, id: str) -> bool:
    entry = one.replica.outbox.get(id)
    return entry is None or entry.state is State.ACKNOWLEDGED


async def discard(one: Laptop, id: str) -> None:
    await asyncio.wrap_future(one.replica.outbox.discard(id))
    one.engine.wake()


@pytest.mark.timeout(1800)
async def test_a_refused_edit_is_parked_with_its_reason_and_the_next_of_another_session_goes_within_a_second(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    await one_in_ten(tmp_path, rng, count(1000))
