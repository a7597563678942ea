"""This file measures from the coach's edit to the moment it is durable, against one commit of SQLite."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import msgspec

from coachdesk.desk.desk import Desk
from coachdesk.desk.opening import open_desk
from coachdesk.desk.profiles import choose_profile
from coachdesk.storage.database import connect
from coachdesk.storage.keys import open_key
from tests.bench.homes import CLOCK, KEY_NOTE, Words, revise, settings_in, temporary_folder
from tests.bench.measured import Measured, pairs, percentile, report

TIMES = 400
MOST = 1.5


def measure() -> Measured:
    """Edit summaries through the desk, and commit as many bytes in a database beside it, in turn."""
    with temporary_folder() as folder, asyncio.Runner() as runner:
        return _measure(folder, runner)


def _measure(folder: Path, runner: asyncio.Runner) -> Measured:
    settings = settings_in(folder)
    desk = open_desk(settings, CLOCK)
    profile = choose_profile(settings).folder
    rival = connect(profile / "rival.db", open_key(profile, settings, create=False), create=True)
    try:
        rival.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, body TEXT)")
        texts = Words().texts(10 * TIMES, 150)
        sessions = runner.run(_sessions(desk, TIMES + 20))
        body = msgspec.json.encode(revise(sessions[0], next(texts))).decode()
        samples: list[float] = []

        def edit() -> float:
            # On a loop that is turning, as the window's is: starting one would be measured too.
            spent = runner.run(_edit(desk, sessions.pop(), next(texts)))
            samples.append(spent)
            return spent

        def commit() -> float:
            began = time.perf_counter()
            rival.execute("BEGIN IMMEDIATE")
            rival.execute("INSERT INTO kept (body) VALUES (?)", (body,))
            rival.execute("COMMIT")
            return time.perf_counter() - began

        for _ in range(20):
            edit(), commit()
        samples.clear()
        ours, theirs, ratio = pairs(edit, commit, TIMES)
    finally:
        rival.close()
        runner.run(desk.close())
    return Measured(
        name="save",
        value=round(ours * 1000, 3),
        unit="ms",
        versus=f"one encrypted SQLite commit, synchronous=FULL, same folder: {theirs * 1000:.3f} ms; {KEY_NOTE}",
        ratio=round(ratio, 2),
        goal=f"<= {MOST} x",
        held=ratio <= MOST,
        seen={"p95_ms": round(percentile(samples, 0.95) * 1000, 3)},
    )


async def _sessions(desk: Desk, count: int) -> list[str]:
    client = await desk.create_client("Priya")
    return [await desk.create_session(client, title=f"Session {number}") for number in range(count)]


async def _edit(desk: Desk, session: str, text: str) -> float:
    began = time.perf_counter()
    await desk.edit_summary(session, text)
    return time.perf_counter() - began


if __name__ == "__main__":
    report(measure)
