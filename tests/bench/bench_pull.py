"""This file measures a first sync of 100,000 sessions, to listed and durable, against PouchDB's replication."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

from coachdesk.desk.opening import open_desk
from coachdesk.desk.views import ListQuery
from coachdesk.settings import Settings
from tests.bench.bench_push import until_synced
from tests.bench.homes import CLOCK, KEY_NOTE, Words, stage, temporary_folder
from tests.bench.measured import Measured, pairs, report
from tests.bench.platforms import add_sessions
from tests.bench.pouch import PULLED_PER_S, pouch

SESSIONS, WORDS, ROUNDS = 100_000, 150, 2
LEAST = 5.0


def measure() -> Measured:
    """Pull all sessions into an empty replica, and as many documents into an empty PouchDB, in turn."""
    with stage() as settings, pouch() as rival:
        asyncio.run(add_sessions(settings.home.parent / "platform.db", SESSIONS, Words().texts(SESSIONS, WORDS)))
        remote = rival.prepare_pull(SESSIONS, WORDS) if rival else ""

        def ours() -> float:
            with temporary_folder() as folder:
                return SESSIONS / asyncio.run(_first_sync(settings, folder))

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
    )


async def _first_sync(settings: Settings, folder: Path) -> float:
    """Return the seconds from online to equal digests and a full list."""
    desk = open_desk(replace(settings, home=folder), CLOCK)
    try:
        began: list[float] = []
        desk.subscribe(lambda _event: began.append(time.perf_counter()) if desk.status.online and not began else None)
        await desk.start()
        await until_synced(desk)
        listed = len(desk.keys(ListQuery()))
        spent = time.perf_counter() - began[0]
        assert listed >= SESSIONS, listed
        return spent
    finally:
        await desk.close()


if __name__ == "__main__":
    report(measure)
