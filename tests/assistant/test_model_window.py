"""This file runs the model on the window's loop, as the app does."""

from __future__ import annotations

import asyncio
import time

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from tests.gui import Gui


def test_the_model_answers_and_stops_on_the_windows_loop(gui: Gui) -> None:
    async def whole() -> tuple[str, float]:
        model = ModelProcess(starter_model())
        said = "".join([piece async for piece in model.generate((Turn("user", "Say hello to Anna."),), max_tokens=12)])
        speaking = model.generate((Turn("user", "Tell a long story."),), max_tokens=2000)
        await anext(speaking)
        began = time.monotonic()
        reading = asyncio.ensure_future(anext(speaking))
        await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        stopped_s = time.monotonic() - began
        await model.close()
        return said, stopped_s

    said, stopped_s = gui.run(whole())
    assert "Anna" in said
    assert stopped_s < 0.2


def test_the_windows_loop_keeps_turning_while_the_model_loads_and_speaks(gui: Gui) -> None:
    async def longest_stall() -> float:
        worst = 0.0

        async def tick() -> None:
            nonlocal worst
            last = time.monotonic()
            while True:
                await asyncio.sleep(0.002)
                now = time.monotonic()
                worst, last = max(worst, now - last), now

        ticking = asyncio.ensure_future(tick())
        model = ModelProcess(starter_model())
        async for _piece in model.generate((Turn("user", "Count the days of the week. " * 5),), max_tokens=30):
            pass
        await model.close()
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
        return worst

    assert gui.run(longest_stall()) < 0.2
