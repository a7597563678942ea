"""This file measures how long the window's event loop stands still while a model writes and 10,000 edits replay."""

from __future__ import annotations

import asyncio
import contextlib

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.settings import Settings
from coachdesk.ui.main_window import MainWindow
from tests.bench.bench_push import EDITS, SESSIONS, WORDS, queue, queued_edits, replica_of, until_synced
from tests.bench.homes import CLOCK, Words, fresh, session_put, stage
from tests.bench.measured import Measured, percentile, report
from tests.bench.windows import Pulse, in_window

MOST_P999_MS, MOST_MS = 16.0, 100.0


def measure() -> Measured:
    """Open the window on a full queue beside a real server; a session is open, the model writes into the chat."""
    pulse = Pulse()
    quiet: list[float] = []
    with stage() as settings:
        asyncio.run(_fill_queue(settings))

        async def script(desk: Desk, window: MainWindow) -> None:
            window.resize(1280, 800)
            model = ModelProcess(starter_model(), context=4096)
            writing = asyncio.create_task(_write(model, window))
            try:
                window.open_session(desk.rows(desk.keys(ListQuery())[:1])[0].id)
                pulse.begin()
                await until_synced(desk)
                pulse.end()
            finally:
                writing.cancel()
                await asyncio.gather(writing, return_exceptions=True)
                await model.close()
            alone = Pulse()
            alone.begin()
            await asyncio.sleep(2)
            alone.end()
            quiet.extend(alone.gaps_ms)

        in_window(settings, script)
    p999, most = percentile(pulse.gaps_ms, 0.999), max(pulse.gaps_ms)
    return Measured(
        name="stall",
        value=round(p999, 1),
        unit="ms",
        versus=f"the same window afterwards with nothing to do: p99.9 {percentile(quiet, 0.999):.1f} ms",
        ratio=round(p999 / percentile(quiet, 0.999), 2),
        goal=f"p99.9 <= {MOST_P999_MS:.0f} ms, max <= {MOST_MS:.0f} ms",
        held=p999 <= MOST_P999_MS and most <= MOST_MS,
        seen={
            "max_ms": round(most, 1),
            "p99_ms": round(percentile(pulse.gaps_ms, 0.99), 1),
            "ticks": len(pulse.gaps_ms),
        },
    )


async def _write(model: ModelProcess, window: MainWindow) -> None:
    """Have the model write until cancelled; each piece goes into the chat as a reply's does."""
    with contextlib.suppress(asyncio.CancelledError):
        while True:
            text = ""
            async for piece in model.generate((Turn("user", "Tell a long story about a dog."),), max_tokens=400):
                text += piece
                if window.commands.view is not None:
                    window.chat.grow(window.commands.view.id, text)


async def _fill_queue(settings: Settings) -> None:
    """Put 10,000 edits into the queue of a replica that has never connected."""
    texts = Words().texts(EDITS, WORDS)
    sessions = [fresh() for _ in range(SESSIONS)]
    desk = open_desk(settings, CLOCK)
    try:
        await queue(desk, [session_put(session, date="2026-05-12", title=session[-8:]) for session in sessions])
        await queue(desk, queued_edits(replica_of(desk), sessions, EDITS - SESSIONS, texts))
    finally:
        await desk.close()


if __name__ == "__main__":
    report(measure)
