"""This file is a small platform that knows only the seed's events, as an unmodified socket.io server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

import socketio
from aiohttp import web

from tests.sync.platforms import free_port, serving

NOON_MS = 1_779_192_000_000


class SeedPlatform:
    """Answers each `refine` by `answer(sid, payload)`; the tests emit what else it says."""

    def __init__(self, *, ping_s: float = 1) -> None:
        self.port = free_port()
        self.asked: list[dict[str, Any]] = []
        self.sessions: dict[str, str | None] = {}
        self.auths: list[object] = []
        self.answers = True
        self.health = 404
        self._moved = asyncio.Event()
        self._number = 0
        self.server = socketio.AsyncServer(async_mode="aiohttp", ping_interval=ping_s, ping_timeout=2 * ping_s)
        self.server.on("connect", self._connect)
        self.server.on("disconnect", self._left)
        self.server.on("refine", self._refine)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def _connect(self, sid: str, environ: dict[str, Any], auth: dict[str, Any] | None) -> None:
        if not auth or auth.get("token") != "good":
            raise socketio.exceptions.ConnectionRefusedError("auth")
        self.auths.append(auth)
        self.sessions[sid] = parse_qs(environ["QUERY_STRING"]).get("sessionId", [None])[0]
        self._moved.set()

    async def _left(self, sid: str, *_reason: object) -> None:
        self.sessions.pop(sid, None)
        self._moved.set()

    async def _refine(self, sid: str, payload: dict[str, Any]) -> None:
        self.asked.append(payload)
        self._moved.set()
        if self.answers:
            await self.answer(f"Answer {len(self.asked)}.")

    async def say(self, event: str, payload: object) -> None:
        """Tell everybody who is connected."""
        await self.server.emit(event, payload)

    async def answer(self, content: str, role: str = "assistant", **more: object) -> None:
        self._number += 1
        turn = {"id": self._number, "content": content, "role": role, "timestamp": NOON_MS}
        await self.say("message", turn | more)

    async def text(self, summary: object, **more: object) -> None:
        await self.say("summary-update", {"summary": summary} | more)

    async def until(self, condition: Callable[[], object], deadline_s: float = 10.0) -> None:
        async with asyncio.timeout(deadline_s):
            while not condition():
                self._moved.clear()
                await self._moved.wait()


@asynccontextmanager
async def seed_platform(platform: SeedPlatform | None = None) -> AsyncIterator[SeedPlatform]:
    """Serve a platform of the seed; the same one may be served again after it was gone."""
    platform = platform or SeedPlatform()
    application = web.Application()

    async def health(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=platform.health)

    application.router.add_get("/v1/health", health)
    platform.server.attach(application)
    async with serving(application, platform.port):
        try:
            yield platform
        finally:
            for sid in list(platform.sessions):
                await platform.server.disconnect(sid)
