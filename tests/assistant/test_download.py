"""This file downloads from a hub on loopback that cuts, corrupts, redirects and forgets."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import msgspec
import pytest
from aiohttp import web

from coachdesk.assistant.catalogue import Known, Models, catalogue
from coachdesk.assistant.download import Downloads
from coachdesk.errors import ModelFault, Refused
from coachdesk.settings import Settings

BODY = b"GGUF" + (3).to_bytes(4, "little") + bytes(range(256)) * 20_000
KNOWN = msgspec.structs.replace(
    catalogue()[1], name="tiny", file="tiny.gguf", size=len(BODY), sha256=hashlib.sha256(BODY).hexdigest()
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Hub:
    """A hub whose next answers are the handlers in `plan`; after them it serves the file, ranges too."""

    def __init__(self) -> None:
        self.plan: list[Handler] = []
        self.ranges: list[str | None] = []
        self.port = 0
        self.over = asyncio.Event()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.ranges.append(request.headers.get("Range"))
        handler = self.plan.pop(0) if self.plan else self.serve
        return await handler(request)

    async def serve(self, request: web.Request, body: bytes = BODY, until: int | None = None) -> web.StreamResponse:
        start = request.http_range.start or 0
        status, headers = 200, {"X-Linked-Etag": f'"{hashlib.sha256(BODY).hexdigest()}"'}
        if start:
            status, headers["Content-Range"] = 206, f"bytes {start}-{len(body) - 1}/{len(body)}"
        response = web.StreamResponse(status=status, headers=headers)
        response.content_length = len(body) - start
        await response.prepare(request)
        await response.write(body[start:until])
        if until is not None:
            assert request.transport is not None
            request.transport.abort()
        return response

    def cut(self, at: int) -> Handler:
        return lambda request: self.serve(request, until=at)

    def corrupt(self) -> Handler:
        return lambda request: self.serve(request, b"x" * len(BODY))

    def status(self, code: int, location: str | None = None) -> Handler:
        async def handler(_request: web.Request) -> web.StreamResponse:
            return web.Response(status=code, headers={"Location": location} if location else {})

        return handler


@pytest.fixture
async def hub() -> AsyncIterator[Hub]:
    hub = Hub()
    app = web.Application()
    app.router.add_get("/{path:.*}", hub.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hub.port = runner.addresses[0][1]
    yield hub
    hub.over.set()
    await runner.cleanup()


@pytest.fixture
def models(tmp_path: Path) -> Models:
    return Models(Settings(home=tmp_path / "home"))


def downloads(models: Models, hub: Hub) -> Downloads:
    async def at_once(_seconds: float) -> None:
        await asyncio.sleep(0)

    return Downloads(models, f"http://127.0.0.1:{hub.port}", at_once)


def names(models: Models) -> list[str]:
    return sorted(path.name for path in models.folder().iterdir())


async def test_a_model_arrives_whole_and_is_told_of_on_the_way(hub: Hub, models: Models) -> None:
    seen: list[tuple[int, int]] = []
    listed = await downloads(models, hub).run(KNOWN, lambda done, size: seen.append((done, size)))
    assert listed.path is not None
    assert listed.path.read_bytes() == BODY
    assert seen[0] == (0, len(BODY))
    assert seen[-1] == (len(BODY), len(BODY))
    assert names(models) == ["tiny.gguf"]
    assert KNOWN.sha256 in models.trusted()


async def test_a_cut_download_goes_on_where_it_stopped(hub: Hub, models: Models) -> None:
    hub.plan = [hub.cut(2_000_000), hub.cut(3_500_000)]
    listed = await downloads(models, hub).run(KNOWN)
    assert listed.path is not None
    assert listed.path.read_bytes() == BODY
    assert hub.ranges[0] is None
    starts = [int(asked.removeprefix("bytes=").rstrip("-")) for asked in hub.ranges[1:] if asked]
    assert len(starts) == 2
    assert 0 < starts[0] < starts[1] < len(BODY)


async def test_a_hub_that_cuts_every_time_is_given_up_with_what_arrived_kept(hub: Hub, models: Models) -> None:
    hub.plan = [hub.cut(at) for at in range(1_000_000, 6_000_000, 1_000_000)]
    with pytest.raises(ModelFault, match="kept"):
        await downloads(models, hub).run(KNOWN)
    assert names(models) == [".download-tiny.gguf"]
    await downloads(models, hub).run(KNOWN)
    assert hub.ranges[-1] is not None


async def test_a_corrupt_file_is_removed_and_never_becomes_a_model(hub: Hub, models: Models) -> None:
    hub.plan = [hub.corrupt()]
    with pytest.raises(ModelFault, match="damaged"):
        await downloads(models, hub).run(KNOWN)
    assert names(models) == []


async def test_a_hash_that_the_catalogue_lacks_comes_from_the_hub(hub: Hub, models: Models) -> None:
    unknown = msgspec.structs.replace(KNOWN, sha256=None)
    listed = await downloads(models, hub).run(unknown)
    assert listed.path is not None
    hub.plan = [hub.corrupt()]
    with pytest.raises(ModelFault, match="damaged"):
        await downloads(models, hub).run(unknown)


async def test_a_cancelled_download_keeps_what_arrived(hub: Hub, models: Models) -> None:
    begun = asyncio.Event()

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.content_length = len(BODY)
        await response.prepare(request)
        await response.write(BODY[:1_500_000])
        await hub.over.wait()
        return response

    hub.plan = [endless]
    task = asyncio.ensure_future(downloads(models, hub).run(KNOWN, lambda done, _size: done and begun.set()))
    await asyncio.wait_for(begun.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert names(models) == [".download-tiny.gguf"]
    await downloads(models, hub).run(KNOWN)
    assert names(models) == ["tiny.gguf"]


async def test_a_safe_redirect_is_followed_and_an_unsafe_one_refused(hub: Hub, models: Models) -> None:
    hub.plan = [hub.status(302, f"http://localhost:{hub.port}/elsewhere")]
    await downloads(models, hub).run(KNOWN)
    for unsafe in ("http://203.0.113.7/file", "ftp://127.0.0.1/file", "file:///etc/passwd"):
        hub.plan = [hub.status(302, unsafe)]
        with pytest.raises(Refused, match="without encryption"):
            await downloads(models, hub).run(KNOWN)


async def test_redirects_without_an_end_are_refused(hub: Hub, models: Models) -> None:
    hub.plan = [hub.status(302, "/again")] * 20
    with pytest.raises(Refused, match="without an end"):
        await downloads(models, hub).run(KNOWN)


@pytest.mark.parametrize("code", [401, 403, 404])
async def test_a_file_that_the_hub_does_not_have_is_told(hub: Hub, models: Models, code: int) -> None:
    hub.plan = [hub.status(code)]
    with pytest.raises(ModelFault, match=str(code)):
        await downloads(models, hub).run(KNOWN)


async def test_a_busy_hub_is_asked_again(hub: Hub, models: Models) -> None:
    hub.plan = [hub.status(503), hub.status(429)]
    assert (await downloads(models, hub).run(KNOWN)).path is not None


async def test_a_part_that_is_longer_than_the_file_begins_anew(hub: Hub, models: Models) -> None:
    (models.folder() / ".download-tiny.gguf").write_bytes(b"y" * (len(BODY) + 5))
    hub.plan = [hub.status(416)]
    listed = await downloads(models, hub).run(KNOWN)
    assert listed.path is not None
    assert listed.path.read_bytes() == BODY


async def test_more_than_the_file_has_is_refused(hub: Hub, models: Models) -> None:
    hub.plan = [lambda request: hub.serve(request, BODY + b"more")]
    with pytest.raises(ModelFault, match="more than"):
        await downloads(models, hub).run(KNOWN)
    assert names(models) == []


async def test_the_starter_is_not_downloaded(hub: Hub, models: Models) -> None:
    starter: Known = catalogue()[0]
    with pytest.raises(Refused):
        await downloads(models, hub).run(starter)
