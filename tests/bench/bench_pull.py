"""This file measures a first sync of 100,000 sessions, to listed and durable, against PouchDB's replication."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.settings import Settings
from tests.bench.bench_push import until_synced
from tests.bench.homes import CLOCK, KEY_NOTE, Words, stage, temporary_folder
from tests.bench.measured import Measured, pairs, report
from tests.bench.platforms import add_sessions, on_shared
from tests.bench.pouch import PULLED_PER_S, pouch

SESSIONS, WORDS, ROUNDS = 100_000, 150, 2
ON_POSTGRES = 20_000
LEAST = 5.0


def measure() -> Measured:
    """Pull all sessions into an empty replica, and as many documents into an empty PouchDB, in turn."""
    with stage() as settings, pouch() as rival:
        _fill(settings, str(settings.home.parent / "platform.db"), SESSIONS)
        remote = rival.prepare_pull(SESSIONS, WORDS) if rival else ""

        def ours() -> float:
            return _pulled(settings, SESSIONS)

        def theirs() -> float:
            return SESSIONS / rival.pull(remote, SESSIONS) if rival else PULLED_PER_S

        value, other, ratio = pairs(ours, theirs, ROUNDS)
    return Measured(
        name="pull",
        value=round(value),
        unit="sessions/s",
        versus=f"{rival.name if rival else 'PouchDB as the design cites it'}: {other:.0f} docs/s; each session with a"
        f" summary of {WORDS} words (ours: two rows; PouchDB's: one document); {KEY_NOTE}",
        ratio=round(ratio, 2) if rival else None,
        goal=f">= {LEAST:.0f} x",
        held=ratio >= LEAST,
        seen=on_shared(f"sessions/s, of {ON_POSTGRES}", _pulled_from_postgres),
    )


def _pulled_from_postgres(settings: Settings, database: str) -> float:
    _fill(settings, database, ON_POSTGRES)
    return _pulled(settings, ON_POSTGRES)


def _fill(settings: Settings, database: str, count: int) -> None:
    asyncio.run(add_sessions(database, settings, count, Words().texts(count, WORDS)))


def _pulled(settings: Settings, count: int) -> float:
    """Return how many sessions a second a new laptop pulls."""
    with temporary_folder() as folder:
        return count / asyncio.run(_first_sync(settings, folder, count))


async def _first_sync(settings: Settings, folder: Path, count: int) -> float:
    """Return the seconds from online to equal digests and a full list."""
    desk = open_desk(replace(settings, home=folder), CLOCK)
    try:
        began: list[float] = []
        desk.subscribe(lambda _event: began.append(time.perf_counter()) if desk.status.online and not began else None)
        await desk.start()
        await until_synced(desk)
        listed = len(desk.keys(ListQuery()))
        spent = time.perf_counter() - began[0]
        assert listed >= count, listed
        return spent
    finally:
        await desk.close()


if __name__ == "__main__":
    report(measure)
