"""This file runs a real platform for tests: sockets of the loopback address, clients of Socket.IO, a scripted model."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import socketio
import uvicorn

from coachdesk.domain.clock import Clock, SystemClock, new_id
from coachdesk.domain.protocol import canonical, digest_hex, row_hash
from coachdesk.server.app import Options, Serving, serving
from coachdesk.server.auth import Auth
from coachdesk.server.refine import Question, Reply
from coachdesk.settings import Settings

DEADLINE_S = 20.0
AT = "2026-05-12T09:30:00.000Z"

Script = Callable[[Question, Callable[[str], None]], Awaitable[Reply]]


async def says_nothing_new(question: Question, on_piece: Callable[[str], None]) -> Reply:
    """Answer without touching the summary."""
    on_piece("As you ")
    on_piece("wish.")
    return Reply("As you wish.", question.summary)


class ScriptedReplier:
    """A model that does what the test says."""

    def __init__(self, script: Script = says_nothing_new) -> None:
        self.script = script
        self.questions: list[Question] = []

    async def reply(self, question: Question, on_piece: Callable[[str], None]) -> Reply:
        self.questions.append(question)
        return await self.script(question, on_piece)

    async def close(self) -> None:
        pass


class Running:
    """A platform that answers at `address`; `token` is the demo coach's."""

    def __init__(self, address: str, token: str, replier: ScriptedReplier, auth: Auth) -> None:
        self.address = address
        self.auth = auth
        self.token = token
        self.replier = replier

    async def request(self, method: str, path: str, *, token: str | None = None, **options: Any) -> tuple[int, Any]:
        """Return status and JSON (or bytes) of an HTTP request, by default of the demo coach."""
        headers = {"Authorization": f"Bearer {token if token is not None else self.token}"}
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, self.address + path, headers=headers, **options) as answer,
        ):
            is_json = answer.content_type == "application/json"
            return answer.status, await answer.json() if is_json else await answer.read()

    async def put_blob(self, content: bytes, token: str | None = None) -> str:
        """Store a blob and return its name."""
        sha = hashlib.sha256(content).hexdigest()
        status, _ = await self.request("PUT", f"/v1/blobs/{sha}", data=content, token=token)
        assert status == 201
        return sha


@asynccontextmanager
async def running(
    folder: Path,
    *,
    replier: ScriptedReplier | None = None,
    demo: bool = False,
    clock: Clock | None = None,
    database: str | None = None,
    redis: str | None = None,
) -> AsyncIterator[Running]:
    """Run a platform on this loop; its database is in `folder` unless one is named."""
    replier = replier or ScriptedReplier()
    options = Options(port=0, database=database or str(folder / "platform.db"), redis=redis, demo=demo)
    listening = socket.create_server(("127.0.0.1", 0))
    async with serving(options, Settings(home=folder), clock, replier) as platform:
        config = uvicorn.Config(
            platform.app,
            log_config=None,
            lifespan="off",
            access_log=False,
            log_level="error",
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        task = asyncio.create_task(server._serve([listening]))
        async with asyncio.timeout(DEADLINE_S):
            await server.answers.wait()
        try:
            token = platform.token or await _token(platform)
            yield Running(f"http://127.0.0.1:{listening.getsockname()[1]}", token, replier, platform.auth)
        finally:
            server.should_exit = True
            await task
            listening.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answers = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.answers.set()


async def _token(platform: Serving) -> str:
    _, token = await platform.auth.demo_coach()
    return token


class Device:
    """A client of the platform. Every event it got is in `events`, as (name, payload)."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.events: list[tuple[str, Any]] = []
        self.client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self._numbers = itertools.count(1)
        self._heard = asyncio.Event()
        self.client.on("*", self._on_event)
        self.client.on("message", lambda *values: self._on_event("message", *values))
        self.client.on("disconnect", lambda *_: self._on_event("disconnect"))

    def _on_event(self, event: str, *values: Any) -> None:
        self.events.append((event, values[0] if values else None))
        self._heard.set()

    def of(self, event: str) -> list[Any]:
        """Return the payloads of one kind of event."""
        return [payload for name, payload in self.events if name == event]

    async def until(self, is_so: Callable[[], bool], deadline_s: float = DEADLINE_S) -> None:
        """Wait for events until something holds."""
        try:
            async with asyncio.timeout(deadline_s):
                while not is_so():
                    self._heard.clear()
                    await self._heard.wait()
        except TimeoutError:
            raise AssertionError(f"waited in vain; got {[name for name, _ in self.events]}") from None

    async def heard(self, event: str, times: int = 1) -> Any:
        """Wait for an event and return its payload (the `times`th)."""
        await self.until(lambda: len(self.of(event)) >= times)
        return self.of(event)[times - 1]

    async def call(self, event: str, payload: Any) -> Any:
        """Return the acknowledgement."""
        return await self.client.call(event, payload, timeout=DEADLINE_S)

    def operation(
        self, kind: str, entity: str, data: Any = None, session: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """Return an operation of this device."""
        return {
            "id": new_id(SystemClock()),
            "number": next(self._numbers),
            "kind": kind,
            "session": session,
            "entity": entity,
            "at": AT,
            "data": data or {},
            **more,
        }

    async def push(self, *operations: dict[str, Any]) -> list[dict[str, Any]]:
        """Send a batch and return its results."""
        answer = await self.call("sync-push", {"operations": list(operations)})
        results: list[dict[str, Any]] = answer["results"]
        return results

    async def push_one(self, kind: str, entity: str, data: Any = None, session: str | None = None, **more: Any) -> Any:
        """Send one operation and return its result."""
        (result,) = await self.push(self.operation(kind, entity, data, session, **more))
        return result

    async def pull(self, cursor: int = 0, limit: int = 500) -> tuple[list[dict[str, Any]], int]:
        """Return all changes after `cursor`, page by page, and the cursor at the end."""
        changes: list[dict[str, Any]] = []
        while True:
            page = await self.call("sync-pull", {"cursor": cursor, "limit": limit})
            changes += page["changes"]
            cursor = page["cursor"]
            if not page["more"]:
                return changes, cursor

    async def rows(self) -> dict[tuple[str, str], Any]:
        """Return what a new device sees: data by kind and id."""
        changes, _ = await self.pull()
        return {(change["kind"], change["id"]): change["data"] for change in changes}

    async def texts(self, session: str) -> dict[str, str]:
        """Return the revisions of a session by id."""
        changes, _ = await self.pull()
        found = [change for change in changes if change["kind"] == "revision" and change["session"] == session]
        return {change["id"]: change["data"]["text"] for change in found}


@asynccontextmanager
async def connected(
    platform: Running | str,
    name: str | None = "laptop",
    *,
    token: str | None = None,
    session: str | None = None,
    protocol: int | None = 1,
) -> AsyncIterator[Device]:
    """Connect a device, or with `session` and no name a web client."""
    address = platform if isinstance(platform, str) else platform.address
    if token is None:
        assert isinstance(platform, Running)
        token = platform.token
    device = Device(name)
    auth: dict[str, Any] = {"token": token}
    if name is not None:
        auth |= {"device": name, "protocol": protocol}
    query = f"?sessionId={session}" if session is not None else ""
    await device.client.connect(address + query, auth=auth, transports=["websocket"], wait_timeout=DEADLINE_S)
    try:
        yield device
    finally:
        await device.client.disconnect()
        await device.client.eio.http.close() if device.client.eio.http else None


def digest_of(changes: Sequence[dict[str, Any]]) -> tuple[dict[str, int], str]:
    """Return the digest of pulled rows, reckoned anew."""
    counts: dict[str, int] = {}
    total = 0
    for change in changes:
        if change["data"] is not None:
            counts[change["kind"]] = counts.get(change["kind"], 0) + 1
            total += row_hash(canonical(change))
    return counts, digest_hex(total)
