"""This file ends one of two `coachdesk serve` processes while it writes a reply: the other one goes on with it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from tests import engines
from tests.server.running import Device, connected
from tests.server.test_replies import asked, with_summary
from tests.server.test_serving_process import SERVE, start
from tests.sync.platforms import answering, free_port

PATIENCE_S = 60.0
SOON = "from coachdesk.server import refine; refine.HELD_MS, refine.LOOK_S = 1500, 0.3; "
"""A process that shows no sign of life is given up after this time instead of 15 s."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the engines are Debian's")


class Model:
    """An endpoint that lets the first question hang until it is released, and answers all others."""

    def __init__(self) -> None:
        self.questions = 0
        self.asked = asyncio.Event()
        self.released = asyncio.Event()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        await request.read()
        self.questions += 1
        self.asked.set()
        if self.questions == 1:
            await self.released.wait()
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        with contextlib.suppress(ConnectionError):
            await answer.prepare(request)
            await answer.write(b'data: {"choices":[{"delta":{"content":"Done."}}]}\n\ndata: [DONE]\n\n')
        return answer


@contextlib.asynccontextmanager
async def process(*words: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, str, str]]:
    """Run a platform process; gives it, its address and the demo coach's token."""
    running = await start("--port", "0", "--demo", *words, code=SOON + SERVE)
    assert running.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE_S):
            lines = [(await running.stdout.readline()).decode().split()[1] for _ in range(2)]
        yield running, lines[0], lines[1]
    finally:
        with contextlib.suppress(ProcessLookupError):
            running.send_signal(signal.SIGKILL)
        await running.communicate()


def is_answered(device: Device, question: str) -> bool:
    return any(update["replyTo"] == question for update in device.of("summary-update"))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped, and going on later"])
async def test_a_reply_whose_process_is_gone_is_written_once_by_the_other(
    how: signal.Signals,
    tmp_path: Path,
    postgres_url: str,
    redis_engine: engines.Engine | engines.Missing,
) -> None:
    model = Model()
    port = free_port()
    redis = f"redis://127.0.0.1:{engines.needed(redis_engine).port}"
    words = ("--database", postgres_url, "--redis", redis, "--llm", f"http://127.0.0.1:{port}")
    async with answering(model.handle, port), process(*words) as (one, address, token):
        async with connected(address, "laptop", token=token) as laptop:
            await with_summary(laptop)
            await laptop.push(asked(laptop, "q"))
            async with asyncio.timeout(PATIENCE_S):
                await model.asked.wait()
            async with process(*words) as (_other, other_address, _):
                one.send_signal(how)
                async with connected(other_address, "tablet", token=token) as tablet:
                    await tablet.until(lambda: is_answered(tablet, "q"), PATIENCE_S)
                    model.released.set()
                    if how == signal.SIGSTOP:
                        one.send_signal(signal.SIGCONT)
                        await laptop.push_one("session.put", "s", {"title": "the stopped one goes on"})
                        await laptop.push(asked(laptop, "q2"))
                        await tablet.until(lambda: is_answered(tablet, "q2"), PATIENCE_S)
                    rows = await tablet.rows()
        replies = [row["replyTo"] for (kind, _), row in rows.items() if kind == "message" and row["role"] != "user"]
        assert sorted(replies) == (["q"] if how == signal.SIGKILL else ["q", "q2"])
        assert model.questions == (2 if how == signal.SIGKILL else 3)
