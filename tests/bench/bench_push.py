"""This file measures how fast 10,000 edits that waited reach the platform, against PouchDB's replication.

The clock runs from the moment that the laptop is online until the answer to each edit is stored: each then has its
effect on the platform, durably, in the order of its session. What the laptop does after that, pulling its own changes
back and comparing digests, PouchDB's push does not do; that time is told too.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator

from coachdesk.desk.desk import Desk
from coachdesk.desk.opening import open_desk
from coachdesk.desk.views import Event
from coachdesk.domain.protocol import Operation
from coachdesk.settings import Settings
from coachdesk.storage.replica import Replica
from tests.bench.homes import CLOCK, KEY_NOTE, Words, edits, fresh, revise, session_put, stage
from tests.bench.measured import Measured, pairs, report
from tests.bench.platforms import on_shared
from tests.bench.pouch import PUSHED_PER_S, pouch

SESSIONS, EDITS, WORDS, ROUNDS = 1_000, 10_000, 60, 3
LEAST = 5.0
PATIENCE_S = 60.0


def measure() -> Measured:
    """Replay queues through a real server, and push as many documents of that size with PouchDB, in turn."""
    with stage() as settings, pouch() as rival:
        texts = Words().texts(10_000_000, WORDS)
        sessions = asyncio.run(_prepare(settings, texts))
        synced_per_s: list[float] = []

        def ours() -> float:
            acknowledged_s, synced_s = asyncio.run(_replay(settings, sessions, texts))
            synced_per_s.append(EDITS / synced_s)
            return EDITS / acknowledged_s

        def theirs() -> float:
            return EDITS / rival.push(EDITS, WORDS) if rival else PUSHED_PER_S

        value, other, ratio = pairs(ours, theirs, ROUNDS)
    return Measured(
        name="push",
        value=round(value),
        unit="edits/s",
        versus=f"{rival.name if rival else 'PouchDB as the design cites it'}: {other:.0f} docs/s; {KEY_NOTE}",
        ratio=round(ratio, 2) if rival else None,
        goal=f">= {LEAST:.0f} x",
        held=ratio >= LEAST,
        seen={"until digests are equal, edits/s": round(statistics.median(synced_per_s))}
        | on_shared("edits/s", _pushed_to_postgres),
    )


def _pushed_to_postgres(settings: Settings, _database: str) -> float:
    texts = Words().texts(10_000_000, WORDS)
    sessions = asyncio.run(_prepare(settings, texts))
    return statistics.median(EDITS / asyncio.run(_replay(settings, sessions, texts))[0] for _ in range(ROUNDS))


async def _prepare(settings: Settings, texts: Iterator[str]) -> list[str]:
    """Make the sessions, each with a summary, on both sides."""
    sessions = [fresh() for _ in range(SESSIONS)]
    desk = open_desk(settings, CLOCK)
    try:
        operations: list[Operation] = []
        for session in sessions:
            operations += [session_put(session, date="2026-05-12", title=session[-8:]), revise(session, next(texts))]
        await queue(desk, operations)
        await desk.start()
        await until_synced(desk)
    finally:
        await desk.close()
    return sessions


async def _replay(settings: Settings, sessions: list[str], texts: Iterator[str]) -> tuple[float, float]:
    """Queue the edits, then connect; return the seconds from online to all acknowledged, and to equal digests."""
    desk = open_desk(settings, CLOCK)
    try:
        await queue(desk, queued_edits(replica_of(desk), sessions, EDITS, texts))
        began: list[float] = []
        acknowledged: list[float] = []

        def note(_event: Event) -> None:
            if desk.status.online and desk.status.pending == EDITS and not began:
                began.append(time.perf_counter())
            if began and not desk.status.pending and not acknowledged:
                acknowledged.append(time.perf_counter())

        desk.subscribe(note)
        await desk.start()
        await until_synced(desk)
        return acknowledged[0] - began[0], time.perf_counter() - began[0]
    finally:
        await desk.close()


def queued_edits(replica: Replica, sessions: list[str], count: int, texts: Iterator[str]) -> list[Operation]:
    """Return `count` edits over `sessions`, as a coach makes them who goes from session to session and back."""
    each = count // len(sessions)
    made = []
    for session in sessions:
        shown = replica.session(session)
        made.append(edits(session, shown.session.head if shown else None, texts, each))
    return [operation for turn in zip(*made, strict=True) for operation in turn]


async def queue(desk: Desk, operations: list[Operation]) -> None:
    """Store operations in the outbox."""
    for start in range(0, len(operations), 500):
        await asyncio.wrap_future(replica_of(desk).outbox.add(*operations[start : start + 500]))


def replica_of(desk: Desk) -> Replica:
    """Return the replica under a desk: a benchmark writes more at once than a coach can."""
    replica: Replica = desk._replica
    return replica


async def until_synced(desk: Desk) -> None:
    """Return once the digests are equal."""
    status = await desk.until_synced(PATIENCE_S)
    assert status.synced, status


if __name__ == "__main__":
    report(measure)
