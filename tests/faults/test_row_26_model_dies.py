"""This file holds row 26: a model process that dies or hangs is replaced within 3 s, and nothing waits for it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable

import pytest

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.errors import ModelFault

HELLO = (Turn("user", "Say hello to Anna."),)
STORY = (Turn("user", "Tell a long story about a train."),)
BEAT_S = 0.01
STRIKES = [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGSTOP]


async def longest_stall(stop: asyncio.Event) -> float:
    """Return the longest time in seconds for which the loop did not turn until `stop` was set."""
    longest, last = 0.0, time.monotonic()
    while not stop.is_set():
        await asyncio.sleep(BEAT_S)
        now = time.monotonic()
        longest, last = max(longest, now - last - BEAT_S), now
    return longest


async def speaks_until_struck(model: ModelProcess, strike: signal.Signals) -> float:
    """Return when the process was struck at its first words; the generation must end in a fault that says so."""
    struck = 0.0

    async def speak() -> None:
        nonlocal struck
        async for _piece in model.generate(STORY, max_tokens=400):
            if not struck and model.pid is not None:
                struck = time.monotonic()
                os.kill(model.pid, strike)

    with pytest.raises(ModelFault, match="started again"):
        await speak()
    return struck


@pytest.mark.timeout(1500)
@pytest.mark.parametrize("strike", STRIKES)
async def test_a_process_that_dies_or_hangs_while_it_speaks_is_replaced_within_3_s(
    strike: signal.Signals, count: Callable[[int], int]
) -> None:
    model = ModelProcess(starter_model())
    stop = asyncio.Event()
    watch = asyncio.ensure_future(longest_stall(stop))
    try:
        await model.load()
        for _ in range(count(30 if strike is signal.SIGSTOP else 100) // 3 or 1):
            struck = await speaks_until_struck(model, strike)
            # The replacement is on its way before anybody asks.
            await model.load()
            assert time.monotonic() - struck < 3
        said = "".join([piece async for piece in model.generate(HELLO, max_tokens=12)])
        assert "Anna" in said
    finally:
        stop.set()
        longest = await watch
        await model.close()
    assert longest < 0.2
