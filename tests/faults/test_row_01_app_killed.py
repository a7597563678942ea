"""This file kills the app with -9 anywhere between an edit and its acknowledgement: nothing is lost or applied twice.

2,000 kills of the outbox alone are in tests/storage/test_kill.py, kills of the window in tests/end2end.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.lives import lives_of
from tests.server.running import connected, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the app forks")


@pytest.mark.timeout(1800)
async def test_an_app_killed_between_edit_and_acknowledgement_loses_and_doubles_nothing(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    saved: dict[str, list[str]] = {"title": [], "line": [], "question": []}
    async with running(tmp_path) as platform, lives_of("killed_app") as app:
        orders = (tmp_path / "home", platform.address, platform.token)
        for life in range(count(200)):
            await app.begin(*orders, life, "edit")
            for _ in range(rng.randrange(1, 60)):
                _, kind, word = await app.line("saved")
                saved[kind].append(word)
            await asyncio.sleep(rng.random() * 0.02)  # where the death falls is part of the fault
            await app.kill()
        await app.begin(*orders, "last", "drain")
        assert await app.line("synced", "not-synced") == ["synced", "0", "0"]
        await app.ended()
        async with connected(platform, "checker") as checker:
            rows = await checker.rows()
    sessions = {id: data for (kind, id), data in rows.items() if kind == "session"}
    assert sorted(word for word in saved["title"] if word not in [one["title"] for one in sessions.values()]) == []
    heads = [rows["revision", one["head"]]["text"] for one in sessions.values() if one["head"]]
    lines = [line.removeprefix("- ") for text in heads for line in text.splitlines()]
    assert not [word for word, times in Counter(lines).items() if times > 1], "an edit was applied twice"
    assert not set(saved["line"]) - set(lines), "an edit is lost"
    for text in heads:
        own = [word for word in saved["line"] if f"- {word}\n" in text]
        assert [line for line in lines if line in set(own)] == own, "edits changed their order"
    asked = Counter(data["content"] for (kind, _), data in rows.items() if kind == "message" and data["role"] == "user")
    assert not [word for word, times in asked.items() if times > 1], "a question was applied twice"
    assert not set(saved["question"]) - set(asked), "a question is lost"
    assert saved["line"]
    assert saved["question"]
