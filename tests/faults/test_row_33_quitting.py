"""This file quits while the laptop's model writes, while edits are sent, and while the platform hangs.

The window's own closing is in tests/ui and tests/end2end; here is all that it waits for.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Settings
from tests.faults.proxy import proxying
from tests.server.running import connected, running

QUIT_S = 2.0
TEXT = "## Focus\nAnna wants to delegate, and is not sure to whom.\n\n## Insights\n- She checks everything.\n"


@pytest.mark.timeout(900)
async def test_quitting_in_the_middle_takes_less_than_two_seconds_and_leaves_the_outbox_whole(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    words: list[str] = []
    async with running(tmp_path) as platform, proxying(platform.address) as proxy:
        settings = Settings(
            home=tmp_path / "home", server=proxy.address, token=platform.token, passphrase="a passphrase"
        )
        session = ""
        for number in range(count(100)):
            # One after the other: all is well, the platform hangs, it is away.
            proxy.flow()
            proxy.refusing = number % 3 == 2
            desk = open_desk(settings, SystemClock())
            await desk.start()
            if not session:
                session = await desk.create_session(None, title="the one")
                await desk.edit_summary(session, TEXT)
            if not proxy.refusing:
                assert await desk.until_online(20)
            if number % 3 == 1:
                proxy.stall()
            if number % 2:
                await desk.send(session, "Rewrite every insight in a friendlier tone.", engine="local")
            for _ in range(rng.randrange(1, 20)):
                words.append(f"word-{len(words)}")
                await desk.edit_summary(session, desk.view(session).summary + f"- {words[-1]}\n")
                await desk.save_draft(session, "chat", words[-1])
            began = time.monotonic()
            await desk.close()
            assert time.monotonic() - began < QUIT_S, "quitting took too long"
        proxy.flow()
        proxy.refusing = False
        desk = open_desk(settings, SystemClock())
        await desk.start()
        assert desk.draft(session, "chat") == words[-1]
        status = await desk.until_synced(20)
        assert (status.synced, status.parked) == (True, 0)
        await desk.close()
        async with connected(platform, "checker") as checker:
            rows = await checker.rows()
    head = rows["revision", rows["session", session]["head"]]["text"]
    assert head == TEXT + "".join(f"- {word}\n" for word in words)
    asked = [data for (kind, _), data in rows.items() if kind == "message" and data["role"] == "user"]
    assert len(asked) == count(100) // 2
