"""This file tests what the platform does with events it cannot read, does not know, or gets too many of."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import socketio

from coachdesk.server import framing, sockets
from tests.server.running import AT, DEADLINE_S, Running, connected, running
from tests.server.test_waiting_events import raw_socket

BAD = [
    ("refine", {"sessionId": "s", "content": "x"}),
    ("refine", {"sessionId": "s", "content": "x", "timestamp": AT, "extra": 1}),
    ("refine", {"sessionId": 7, "content": "x", "timestamp": AT}),
    ("refine", {"sessionId": "s", "content": "", "timestamp": AT}),
    ("refine", "text"),
    ("stop", {}),
    ("sync-pull", {"cursor": -1, "limit": 1}),
    ("sync-pull", {"cursor": 0, "limit": 0}),
    ("sync-pull", {"cursor": True, "limit": 1}),
    ("sync-push", {"operations": [{}] * 10_001}),
    ("sync-push", {"operations": None}),
    ("sync-digest", {"extra": 1}),
    ("never-heard-of", {}),
]


@pytest.mark.parametrize(("event", "payload"), BAD)
async def test_a_bad_event_is_refused_with_a_code_and_a_sentence(tmp_path: Path, event: str, payload: Any) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        before = await device.call("sync-digest", {})
        ack = await device.call(event, payload)
        assert (ack["ok"], bool(ack["code"]), bool(ack["message"])) == (False, True, True)
        error = await device.heard("error")
        assert error == {"code": ack["code"], "message": ack["message"]}
        assert await device.call("sync-digest", {}) == before


@pytest.mark.parametrize(
    ("auth", "code"),
    [
        ({"device": "d", "protocol": 2}, "protocol"),
        ({"device": "d", "protocol": 0}, "protocol"),
        ({"device": "d", "protocol": "1"}, "invalid"),
        ({"device": 7}, "invalid"),
        ({"admin": True}, "invalid"),
        ({"token": 7}, "auth"),
        ({"token": None}, "auth"),
    ],
)
async def test_a_connection_that_brings_what_is_not_known_is_refused_with_a_sentence(
    tmp_path: Path, auth: dict[str, Any], code: str
) -> None:
    async with running(tmp_path) as platform:
        client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        refusals: list[Any] = []
        client.on("connect_error", refusals.append)
        with pytest.raises(socketio.exceptions.ConnectionError):
            await client.connect(platform.address, auth={"token": platform.token} | auth, transports=["websocket"])
        assert [refusal["data"]["code"] for refusal in refusals] == [code]
        assert refusals[0]["message"].endswith(".")


@pytest.mark.logs("too many refused events")
async def test_twenty_refused_events_close_the_connection(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device, connected(platform, "other") as other:
        for _ in range(19):
            await device.call("stop", {})
        assert (await device.call("sync-digest", {}))["seq"] == 0
        await device.client.emit("stop", {})
        await device.heard("disconnect")
        assert (await other.call("sync-digest", {}))["seq"] == 0


FRAMES = [
    "42",
    "42{}",
    "42[]",
    "42[1]",
    '42["refine"',
    '42["connect",{}]',
    '42["disconnect"]',
    '42["refine",NaN]',
    '42["refine",{"sessionId":"\\ud800"}]',
    '42["sync-digest",{},{}]',
    '451-["refine",{"_placeholder":true,"num":0}]',
    "4",
    "49",
    "4x",
    "4429999999999999999999999999999999999999[]",
    '42/other,["refine",{}]',
    "9",
    "",
    b"\x00\x01",
    "42" + "[" * 100_000,
]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: repr(frame[:24]))
async def test_a_malformed_frame_disturbs_nobody(tmp_path: Path, frame: str | bytes) -> None:
    async with running(tmp_path) as platform, connected(platform, "other") as other:
        async with aiohttp.ClientSession() as session, asyncio.timeout(DEADLINE_S):
            address = platform.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
            async with session.ws_connect(address) as socket:
                await socket.receive()
                await socket.send_str(f'40{{"token":"{platform.token}","device":"raw"}}')
                await socket.receive()
                send = socket.send_bytes if isinstance(frame, bytes) else socket.send_str
                await send(frame)  # type: ignore[arg-type]  # each takes its own
                await socket.send_str('421["sync-digest",{}]')
                while True:
                    message = await socket.receive()
                    if message.type is not aiohttp.WSMsgType.TEXT or message.data.startswith("431"):
                        break
        assert (await other.call("sync-digest", {}))["seq"] == 0


async def test_an_event_that_is_too_large_is_refused_and_the_connection_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await device.client.emit("refine", {"sessionId": "s", "content": "x" * 3_000_000, "timestamp": AT})
        assert (await device.heard("error"))["code"] == "too-large"
        assert (await device.call("sync-digest", {}))["seq"] == 0


@pytest.mark.parametrize("sent", ["", '40{"token":"x"}', "3"])
async def test_a_socket_that_is_not_let_in_is_closed_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: str
) -> None:
    monkeypatch.setattr(framing, "GREETING_S", 0.3)
    async with running(tmp_path) as platform, aiohttp.ClientSession() as session, asyncio.timeout(DEADLINE_S):
        address = platform.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        async with session.ws_connect(address) as socket:
            if sent:
                await socket.send_str(sent)
            while (await socket.receive()).type != aiohttp.WSMsgType.CLOSE:
                pass


@pytest.mark.logs("too many refused events")
async def test_a_socket_that_was_let_in_stays_until_it_is_put_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(framing, "GREETING_S", 0.3)
    monkeypatch.setattr(sockets, "PING_EVERY_S", 0.2)
    async with running(tmp_path) as platform, raw_socket(platform) as socket:
        for _ in range(5):
            assert (await socket.receive()).data == "2"
            await socket.send_str("3")
        for _ in range(sockets.REFUSALS):
            await socket.send_str('42["never-heard-of",{}]')
        seen = []
        while not seen or seen[-1].type == aiohttp.WSMsgType.TEXT:
            seen.append(await socket.receive())
            if seen[-1].data == "2":
                await socket.send_str("3")
        assert "41" in [frame.data for frame in seen]
        assert seen[-1].type == aiohttp.WSMsgType.CLOSE


async def test_events_before_the_greeting_are_ignored(tmp_path: Path) -> None:
    async with running(tmp_path) as platform:
        async with aiohttp.ClientSession() as session, asyncio.timeout(DEADLINE_S):
            address = platform.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
            async with session.ws_connect(address) as socket:
                await socket.receive()
                await socket.send_str('42["sync-digest",{}]')
                await socket.send_str("40[]")
                refused = await socket.receive()
                assert refused.data.startswith("44")
        await _still_answers(platform)


async def _still_answers(platform: Running) -> None:
    async with connected(platform) as device:
        assert (await device.call("sync-digest", {}))["seq"] == 0
