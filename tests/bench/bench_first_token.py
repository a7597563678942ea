"""This file measures how soon an answer begins in a session that was opened before, against one never opened."""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.storage.cache import Cache
from tests.bench.homes import Words, temporary_folder
from tests.bench.measured import Measured, report

PROMPT_WORDS, ROUNDS = 500, 2
MOST = 0.1
QUESTION = Turn("user", "Make it shorter.")


def measure() -> Measured:
    """Ask in new sessions, and after a restart of the model process in one that was prepared, in turn."""
    with temporary_folder() as folder:
        return asyncio.run(_measure(folder))


async def _measure(folder: Path) -> Measured:
    cache = Cache(folder / "cache", bytes(range(32)))
    words = Words(vocabulary=2000)
    opened = _session(words)
    try:
        await _prepared(cache, opened)
        ours, theirs, prompt = [], [], 0
        for _ in range(ROUNDS):
            restored, _ = await _first_piece(cache, opened)
            cold, prompt = await _first_piece(cache, _session(words))
            ours.append(restored)
            theirs.append(cold)
    finally:
        cache.close()
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    return Measured(
        name="first-token",
        value=round(statistics.median(ours), 3),
        unit="s",
        versus=f"a session never opened: {statistics.median(theirs):.2f} s; SmolLM2-135M, {prompt} tokens, the model"
        " loaded, its process new each time",
        ratio=round(ratio, 4),
        goal=f"<= {MOST} x",
        held=ratio <= MOST,
    )


def _session(words: Words) -> tuple[Turn, ...]:
    return (Turn("system", "You help a coach with notes."), Turn("user", words.text(PROMPT_WORDS)))


async def _prepared(cache: Cache, session: tuple[Turn, ...]) -> None:
    model = ModelProcess(starter_model(), states=cache)
    try:
        await model.prepare(session)
    finally:
        await model.close()


async def _first_piece(cache: Cache, session: tuple[Turn, ...]) -> tuple[float, int]:
    """Return the seconds to the first piece of an answer, and the tokens of the prompt."""
    model = ModelProcess(starter_model(), states=cache)
    try:
        await model.load()
        began = time.perf_counter()
        pieces = model.generate((*session, QUESTION), max_tokens=2)
        await anext(pieces)
        spent = time.perf_counter() - began
        async for _ in pieces:
            pass
        return spent, model.last.prompt
    finally:
        await model.close()


if __name__ == "__main__":
    report(measure)
