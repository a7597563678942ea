"""This file offers platforms for tests of the connection: one that works, and the ways in which others do not."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import socketio
from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def free_port() -> int:
    """Return a port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def serving(application: web.Application, port: int) -> AsyncIterator[str]:
    """Serve an aiohttp application on the loopback address; gives its address."""
    runner = web.AppRunner(application, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def answering(handler: Handler, port: int) -> AsyncIterator[str]:
    """Serve one handler for every path."""
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handler)
    async with serving(application, port) as address:
        yield address


@asynccontextmanager
async def working(port: int, token: str = "good") -> AsyncIterator[socketio.AsyncServer]:
    """Serve Socket.IO as a platform does: it checks the token, echoes `echo`, and never answers `silence`."""
    server = socketio.AsyncServer(async_mode="aiohttp", async_handlers=True, ping_interval=1, ping_timeout=2)
    application = web.Application()
    server.attach(application)

    @server.event
    async def connect(sid: str, environ: dict[str, Any], auth: dict[str, Any] | None) -> None:
        if not auth or auth.get("token") != token:
            raise socketio.exceptions.ConnectionRefusedError("auth", {"code": "auth"})

    @server.event
    async def echo(sid: str, payload: object) -> object:
        return payload

    @server.event
    async def silence(sid: str, payload: object) -> object:
        await asyncio.sleep(60)
        return None

    async with serving(application, port):
        try:
            yield server
        finally:
            await server.shutdown()


async def _upgraded(request: web.Request) -> web.WebSocketResponse:
    socket_ = web.WebSocketResponse()
    await socket_.prepare(request)
    return socket_


async def closes_after_the_upgrade(request: web.Request) -> web.StreamResponse:
    socket_ = await _upgraded(request)
    await socket_.close()
    return socket_


async def sends_no_sid(request: web.Request) -> web.StreamResponse:
    socket_ = await _upgraded(request)
    await socket_.send_str('0{"pingInterval":25000,"pingTimeout":20000,"upgrades":[]}')
    await asyncio.sleep(0.2)
    return socket_


async def stays_silent(request: web.Request) -> web.StreamResponse:
    socket_ = await _upgraded(request)
    async for _message in socket_:
        pass
    return socket_


async def never_upgrades(request: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    raise AssertionError("nobody sets it")


async def is_a_captive_portal(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>Welcome to the train. Accept our terms.</html>", content_type="text/html")


async def answers_503(request: web.Request) -> web.StreamResponse:
    return web.Response(status=503)


async def answers_401(request: web.Request) -> web.StreamResponse:
    return web.Response(status=401)


async def sends_close(request: web.Request) -> web.StreamResponse:
    socket_ = await _upgraded(request)
    await socket_.send_str('0{"sid":"a","pingInterval":25000,"pingTimeout":20000,"upgrades":[],"maxPayload":1000000}')
    await socket_.send_str("1")
    await asyncio.sleep(0.2)
    return socket_


async def kicks(request: web.Request) -> web.StreamResponse:
    socket_ = await _upgraded(request)
    await socket_.send_str('0{"sid":"a","pingInterval":25000,"pingTimeout":20000,"upgrades":[],"maxPayload":1000000}')
    await socket_.receive()
    await socket_.send_str('40{"sid":"b"}')
    await socket_.send_str("41")
    await asyncio.sleep(0.2)
    return socket_


async def sends_malformed_frames(request: web.Request) -> web.StreamResponse:
    socket_ = await _upgraded(request)
    await socket_.send_str('0{"sid":"a","pingInterval":25000,"pingTimeout":20000,"upgrades":[],"maxPayload":1000000}')
    await socket_.receive()
    await socket_.send_str('40{"sid":"b"}')
    for frame in ('42["message",{"id":NaN}]', "42{", "4", "zz", '42["a"', "43", "45-", "4" + "[" * 3000):
        await socket_.send_str(frame)
    await asyncio.sleep(0.2)
    return socket_


FAULTS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        closes_after_the_upgrade,
        sends_no_sid,
        stays_silent,
        is_a_captive_portal,
        answers_503,
        answers_401,
        sends_close,
        kicks,
        sends_malformed_frames,
    )
}


class Recording:
    """An origin that keeps every byte it gets, to see whether a token was among them."""

    def __init__(self) -> None:
        self.seen = b""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.seen += str(request.raw_headers).encode() + request.path_qs.encode() + await request.read()
        if request.headers.get("Upgrade", "").lower() == "websocket":
            socket_ = await _upgraded(request)
            await socket_.send_str('0{"sid":"a","pingInterval":25000,"pingTimeout":20000,"upgrades":[]}')
            async for message in socket_:
                if message.type is aiohttp.WSMsgType.TEXT:
                    self.seen += message.data.encode()
            return socket_
        return web.Response(text="ok")
