"""This file tests sockets that send more than a slow database can carry out at once."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import msgspec
import pytest

from coachdesk.server import sockets
from coachdesk.server.sqlite_store import SqliteStore
from coachdesk.server.store import CoachWriter
from tests.server.running import DEADLINE_S, Device, Running, connected, running

T = TypeVar("T")


class Gate:
    """What writes wait at before they reach the database."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.reached = 0
        self._open = asyncio.Event()
        self._come = asyncio.Condition()
        write = SqliteStore.write

        async def waits(store: SqliteStore, coach: int, work: Callable[[CoachWriter], T]) -> T:
            async with self._come:
                self.reached += 1
                self._come.notify_all()
            await self._open.wait()
            return await write(store, coach, work)

        patch.setattr(SqliteStore, "write", waits)

    def open(self) -> None:
        self._open.set()

    async def until_reached(self, count: int) -> None:
        async with asyncio.timeout(DEADLINE_S), self._come:
            await self._come.wait_for(lambda: self.reached >= count)


@contextlib.asynccontextmanager
async def raw_socket(platform: Running) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """Connect a device frame by frame."""
    address = platform.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with (
        asyncio.timeout(DEADLINE_S),
        aiohttp.ClientSession() as session,
        session.ws_connect(address) as socket,
    ):
        await socket.receive()
        await socket.send_str(f'40{{"token":"{platform.token}","device":"raw"}}')
        await socket.receive()
        yield socket


def titled(device: Device, number: int) -> dict[str, Any]:
    return device.operation("session.put", "s", {"title": f"{number}"})


async def test_a_socket_whose_events_wait_for_the_database_is_not_taken_for_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "PING_EVERY_S", 0.1)
    monkeypatch.setattr(sockets, "PING_WAIT_S", 0.3)
    gate = Gate(monkeypatch)
    async with running(tmp_path) as platform, raw_socket(platform) as socket:
        push = {"operations": [titled(Device("raw"), 1)]}
        await socket.send_str("421" + msgspec.json.encode(["sync-push", push]).decode())
        pings = 0
        while True:
            frame = (await socket.receive()).data
            assert frame is not None, f"closed after {pings} pings"
            if frame == "2":
                await socket.send_str("3")
                pings += 1
                if pings == 8:
                    gate.open()
            if frame.startswith("431"):
                break
        assert '"applied"' in frame
        assert pings >= 8


async def test_events_that_wait_are_carried_out_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = itertools.count(50, -5)
    write = SqliteStore.write

    async def slow_at_first(store: SqliteStore, coach: int, work: Callable[[CoachWriter], T]) -> T:
        for _ in range(next(turns)):
            await asyncio.sleep(0)
        return await write(store, coach, work)

    async with running(tmp_path) as platform, connected(platform) as device:
        monkeypatch.setattr(SqliteStore, "write", slow_at_first)
        answers = await asyncio.gather(*(device.push(titled(device, number)) for number in range(10)))
        assert [result["seq"] for (result,) in answers] == list(range(1, 11))
        assert (await device.rows())["session", "s"]["title"] == "9"


async def test_what_a_device_sent_before_it_was_revoked_and_still_waits_is_not_carried_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as platform:
        await platform.auth.create_coach("ada", "a long password")
        granted = await platform.auth.login("ada", "a long password", "laptop")
        other = await platform.auth.login("ada", "a long password", "other")
        gate = Gate(monkeypatch)
        async with connected(platform, "laptop", token=granted.access) as lost:
            for number in range(3):
                await lost.client.emit("sync-push", {"operations": [titled(lost, number)]})
            await gate.until_reached(1)
            assert (await platform.request("DELETE", "/v1/devices/laptop", token=granted.access))[0] == 204
            await lost.heard("disconnect")
            gate.open()
        async with connected(platform, "other", token=other.access) as checker:
            await checker.push(checker.operation("client.put", "c", {"name": "x"}))
            rows = await checker.rows()
        assert rows["session", "s"]["title"] == "0"


async def test_more_waiting_events_than_the_platform_keeps_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    async with running(tmp_path) as platform, connected(platform) as device:
        count = sockets.WAITING_MOST
        kept = [asyncio.create_task(device.push(titled(device, number))) for number in range(count)]
        await gate.until_reached(1)
        refused = await device.call("sync-push", {"operations": [titled(device, count)]})
        assert (refused["ok"], refused["code"]) == (False, "too-many")
        gate.open()
        answers = await asyncio.gather(*kept)
        assert [result["seq"] for (result,) in answers] == list(range(1, count + 1))
        assert await device.push_one("session.put", "s", {"title": "again"})
