"""This file loses, delays, doubles and reorders acknowledgements after the platform has done what was asked."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.sync import engine
from tests.faults.effects import assert_one_effect_each, random_edit
from tests.faults.laptops import laptop
from tests.faults.proxy import PASSES, Fate, proxying
from tests.server.running import connected, running
from tests.storage.edits import session_put

ACKNOWLEDGEMENT = "43"
OF_A_BATCH = '"results"'
LOSS = 0.2


class Weather:
    """What becomes of each acknowledgement, and how often each happened."""

    def __init__(self, rng: random.Random, *, every_second_batch: bool = False) -> None:
        self._rng = rng
        self._every_second_batch = every_second_batch
        self.lost = self.late = self.doubled = self.batches = 0
        self.calm = False

    def fate(self, text: str) -> Fate:
        draw = self._rng.random()
        if self.calm or not text.startswith(ACKNOWLEDGEMENT):
            return PASSES
        if OF_A_BATCH in text and self._every_second_batch:
            # However few batches the edits fall into, some are certain to be sent twice.
            self.batches += 1
            if self.batches % 2:
                self.lost += 1
                return Fate(copies=0, cut=True)
            return PASSES
        if draw < LOSS:
            self.lost += 1
            # Half are lost with the connection, half while it seems to live.
            return Fate(copies=0, cut=self._rng.random() < 0.5)
        if draw < LOSS + 0.2:
            self.late += 1
            return Fate(late_s=self._rng.random() * 0.05, copies=1 + (draw < LOSS + 0.05))
        if draw < LOSS + 0.35:
            self.doubled += 1
            return Fate(copies=2)
        return PASSES


async def lossy(
    folder: Path, rng: random.Random, edits: int, patience_s: float = 60, *, every_second_batch: bool = False
) -> Weather:
    """Make `edits` edits over a line that loses acknowledgements, and fail unless each took effect once."""
    weather = Weather(rng, every_second_batch=every_second_batch)
    stored = []
    async with (
        running(folder) as platform,
        proxying(platform.address) as proxy,
        laptop(folder / "laptop", proxy.address, platform.token) as one,
    ):
        await one.until_synced(patience_s)
        proxy.fate = weather.fate
        # Sessions exist before messages name them.
        stored += await one.add(*(session_put(f"s{n}", title="new") for n in range(8)))
        made = 0
        while made < edits:
            for _ in range(rng.randrange(1, 6)):
                stored += await one.add(random_edit(rng, made))
                made += 1
            # A few are in flight at a time, as when somebody types.
            await one.until(lambda: one.engine.status.pending < 10, patience_s)
        weather.calm = True
        await one.until_synced(patience_s)
        assert one.engine.status.parked == 0
        async with connected(platform, "checker") as checker:
            rows, _ = await checker.pull()
        assert_one_effect_each(stored, rows)
    return weather


@pytest.mark.timeout(1800)
@pytest.mark.logs("Unknown callback received", "^coachdesk.sync")
async def test_an_acknowledgement_that_is_lost_late_or_doubled_leaves_exactly_one_effect(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "ANSWER_S", 0.3)
    weather = await lossy(tmp_path, rng, count(5000))
    assert weather.lost > count(5000) // 50
    assert weather.late
    assert weather.doubled
