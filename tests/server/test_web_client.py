"""This file tests the seed's web client as it is: an unmodified socket.io-client under Node, on one session."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachdesk.server.refine import Question, Reply
from tests.server.running import DEADLINE_S, Running, ScriptedReplier, connected, running

SCRIPT = Path(__file__).with_name("web_client.cjs")
NODE = shutil.which("node")


def _has_client() -> bool:
    """Return whether Node finds socket.io-client (`npm install socket.io-client@4`, or NODE_PATH)."""
    if NODE is None:
        return False
    look = [NODE, "-e", "require.resolve('socket.io-client')"]
    return subprocess.run(look, cwd=SCRIPT.parent, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _has_client(), reason="needs Node with socket.io-client 4 (NODE_PATH)")


async def shorter(question: Question, on_piece: Callable[[str], None]) -> Reply:
    on_piece("Shorter.")
    return Reply("Shorter.", question.summary.replace("Two long offers.", "Offers."))


async def web(platform: Running, token: str, session: str) -> list[tuple[str, Any]]:
    """Return what the web client got."""
    assert NODE is not None
    process = await asyncio.create_subprocess_exec(
        NODE, str(SCRIPT), platform.address, token, session, "Shorter, please", stdout=asyncio.subprocess.PIPE
    )
    out, _ = await asyncio.wait_for(process.communicate(), DEADLINE_S)
    return [(line["event"], line["data"]) for line in map(json.loads, out.decode().splitlines())]


async def test_it_asks_and_sees_the_same_as_coachdesk_on_the_same_session(tmp_path: Path) -> None:
    async with (
        running(tmp_path, replier=ScriptedReplier(shorter)) as platform,
        connected(platform) as desk,
    ):
        await desk.push(
            desk.operation("session.put", "s", {"title": "x"}),
            desk.operation("summary.revise", "r", {"text": "# Focus\n\nTwo long offers.\n", "origin": "coach"}, "s"),
        )
        events = await web(platform, platform.token, "s")
        assert [name for name, _ in events] == [
            "connect",
            "message",
            "typing",
            "typing",
            "message",
            "summary-update",
            "disconnect",
        ]
        assert events[1][1]["content"] == "Shorter, please"
        assert events[4][1]["replyTo"] == events[1][1]["id"]
        assert events[5][1]["summary"] == "# Focus\n\nOffers.\n"
        await desk.heard("summary-update")
        for name in ("message", "typing", "summary-update"):
            assert desk.of(name) == [data for event, data in events if event == name]


@pytest.mark.parametrize(("token", "session", "code"), [("wrong", "s", "auth"), (None, "nobody", "not-found")])
async def test_it_is_told_why_it_may_not_connect(tmp_path: Path, token: str | None, session: str, code: str) -> None:
    async with running(tmp_path) as platform:
        events = await web(platform, token or platform.token, session)
        assert [name for name, _ in events] == ["connect_error"]
        assert events[0][1]["data"]["code"] == code
