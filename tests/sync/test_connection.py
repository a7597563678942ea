"""This file puts the connection through the faults that a train, a hotel and a broken server bring."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
import socketio
from aiohttp import web

from coachdesk.domain.clock import SystemClock
from coachdesk.domain.protocol import FRAME_ACCEPTED, TEXT_BYTES
from coachdesk.errors import EnvironmentFault, NoPlatform, NotSignedIn, Offline, UserFault
from coachdesk.sync.connection import Connection, ConnectionState
from coachdesk.sync.platform_http import PlatformHttp
from tests.faults.proxy import proxying
from tests.server.running import running
from tests.sync.platforms import FAULTS, Handler, Recording, answering, free_port, never_upgrades, stays_silent, working

ONLINE = ConnectionState.ONLINE
# The library's server lets its ping tasks sleep out their interval after a shutdown.
pytestmark = pytest.mark.leaves("tasks", reason="python-socketio's server does not end its ping tasks")


class Watched:
    """A connection with what it said so far."""

    def __init__(self, port: int, token: str = "good", renewed: str | None = None) -> None:
        self.states: list[ConnectionState] = []
        self.events: list[tuple[str, object]] = []
        self.renewals = 0
        self.faults: list[Exception] = []
        self._token = token
        self._renewed = renewed
        self._moved = asyncio.Event()
        self.clock = JumpingClock()
        self.connection = Connection(
            f"http://127.0.0.1:{port}",
            self._current,
            self._renew,
            "device-1",
            self.clock,
            on_event=lambda name, payload: self._note(self.events, (name, payload)),
            on_state=lambda state: self._note(self.states, state),
        )

    async def _current(self) -> str:
        return self._token

    async def _renew(self, refused: str) -> str:
        self.renewals += 1
        if self.faults:
            raise self.faults.pop(0)
        if self._renewed is None:
            raise NotSignedIn("Sign in again.")
        self._token = self._renewed
        return self._token

    def _note(self, where: list, what: object) -> None:  # type: ignore[type-arg]  # of states or of events
        where.append(what)
        self._moved.set()

    async def until(self, condition: Callable[[], bool], deadline_s: float = 8.0) -> None:
        async with asyncio.timeout(deadline_s):
            while not condition():
                self._moved.clear()
                await self._moved.wait()

    async def until_online(self, deadline_s: float = 8.0) -> None:
        await self.until(lambda: self.connection.state is ONLINE, deadline_s)


class JumpingClock(SystemClock):
    """The machine's clock, with a wall that the test can move."""

    jump_ms = 0

    def wall_ms(self) -> int:
        return super().wall_ms() + self.jump_ms


@asynccontextmanager
async def connecting(port: int, token: str = "good", renewed: str | None = None) -> AsyncIterator[Watched]:
    watched = Watched(port, token, renewed)
    task = asyncio.create_task(watched.connection.run())
    try:
        yield watched
    finally:
        task.cancel()
        async with asyncio.timeout(4):
            await asyncio.gather(task, return_exceptions=True)


async def test_a_request_is_answered() -> None:
    port = free_port()
    async with working(port), connecting(port) as watched:
        await watched.until_online()
        for value in ({"a": [1, "ü"]}, ["x"], "[", 5):
            assert msgspec.json.decode(await watched.connection.call("echo", value, 5)) == value


async def test_a_request_that_nobody_answers_ends_at_its_deadline_and_the_line_is_made_anew() -> None:
    port = free_port()
    async with working(port), connecting(port) as watched:
        await watched.until_online()
        with pytest.raises(Offline):
            await watched.connection.call("silence", {}, 0.3)
        await watched.until(lambda: watched.states.count(ONLINE) == 2)


async def test_a_request_fails_at_once_when_the_server_dies_and_not_at_its_deadline() -> None:
    port = free_port()
    async with connecting(port) as watched:
        async with working(port):
            await watched.until_online()
            request = asyncio.create_task(watched.connection.call("silence", {}, 60))
            await asyncio.sleep(0)
        async with asyncio.timeout(5):
            with pytest.raises(Offline):
                await request


async def test_a_request_while_offline_fails_at_once() -> None:
    async with connecting(free_port()) as watched:
        with pytest.raises(Offline):
            await watched.connection.call("echo", {}, 60)


async def test_events_arrive_in_the_order_in_which_they_were_sent() -> None:
    port = free_port()
    async with working(port) as server, connecting(port) as watched:
        await watched.until_online()
        for number in range(300):
            await server.emit("message" if number % 2 else "typing", number)
        await watched.until(lambda: len(watched.events) == 300)
        assert [payload for _name, payload in watched.events] == list(range(300))


@pytest.mark.logs("event too large")
async def test_an_event_too_large_for_its_kind_is_refused_and_the_line_stays() -> None:
    port = free_port()
    async with working(port) as server, connecting(port) as watched:
        await watched.until_online()
        await server.emit("typing", {"isTyping": True, "junk": "x" * 5_000})
        await server.emit("unknown-to-us", "x" * 1_000_000)
        await server.emit("message", {"content": "x" * (FRAME_ACCEPTED - 1000)})
        await server.emit("message", {"content": "ü" * TEXT_BYTES})
        await server.emit("typing", {"isTyping": True})
        await watched.until(lambda: len(watched.events) == 2)
        assert [name for name, _payload in watched.events] == ["message", "typing"]
        assert await watched.connection.call("echo", 1, 10) == b"1"
        assert watched.states.count(ONLINE) == 1


async def test_a_frame_over_four_mebibytes_drops_the_line_and_it_is_made_anew() -> None:
    port = free_port()
    async with working(port) as server, connecting(port) as watched:
        await watched.until_online()
        await server.emit("message", {"content": "x" * (FRAME_ACCEPTED + 1000)})
        await watched.until(lambda: watched.states.count(ONLINE) == 2)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.logs(".*")
async def test_the_connection_heals_within_five_seconds_of_the_server(fault: str) -> None:
    port = free_port()
    renewed = "good" if fault == "answers_401" else None
    async with connecting(port, renewed=renewed) as watched:
        async with answering(FAULTS[fault], port):
            if fault == "stays_silent":
                await asyncio.sleep(0.5)
            else:
                await watched.until(lambda: len(watched.states) >= 2)
        watched.connection.hurry() if fault == "answers_401" else None
        async with working(port):
            await watched.until_online(5.0)
            assert await watched.connection.call("echo", 1, 5) == b"1"


async def behind_silence(handler: Handler, within_s: float) -> None:
    """Fail unless a platform that went silent, and keeps the line, is left for one that works `within_s` seconds."""
    silent, good, arrived = free_port(), free_port(), asyncio.Event()

    async def noted(request: web.Request) -> web.StreamResponse:
        arrived.set()
        return await handler(request)

    async with answering(noted, silent), working(good), proxying(silent) as proxy, connecting(proxy.port) as watched:
        async with asyncio.timeout(5):
            await arrived.wait()
        proxy.target = good
        try:
            await watched.until_online(within_s)
        except TimeoutError:
            raise AssertionError("a silent line was kept") from None


async def test_a_platform_that_upgrades_and_then_keeps_silent_is_left_within_five_seconds() -> None:
    await behind_silence(stays_silent, 5.0)


async def test_a_platform_that_never_upgrades_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachdesk.sync.connection.CONNECT_S", 1.0)
    await behind_silence(never_upgrades, 3.0)


# Python 3.11's wait_for loses a cancellation that comes in the turn in which what it waits for comes (cpython#86296).
TURNS = range(6)


async def ends(task: asyncio.Task[None]) -> bool:
    """Return whether a task that was cancelled ends; it is ended in any case."""
    done, _ = await asyncio.wait([task], timeout=5)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return bool(done)


@pytest.mark.parametrize("turns", TURNS)
async def test_a_connection_that_is_ended_in_the_moment_in_which_it_comes_about_ends(
    turns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, greeted, original = free_port(), asyncio.Event(), socketio.AsyncClient._handle_connect

    async def handle_connect(*given: object) -> None:
        await original(*given)
        greeted.set()

    monkeypatch.setattr(socketio.AsyncClient, "_handle_connect", handle_connect)
    async with working(port):
        task = asyncio.create_task(Watched(port).connection.run())
        async with asyncio.timeout(8):
            await greeted.wait()
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        assert await ends(task), "it goes on although it was ended"


@pytest.mark.parametrize("turns", TURNS)
async def test_a_connection_that_is_ended_in_the_moment_in_which_it_is_to_hurry_ends(turns: int) -> None:
    watched = Watched(free_port())
    task = asyncio.create_task(watched.connection.run())
    await watched.until(lambda: watched.states[-1:] == [ConnectionState.OFFLINE])
    watched.connection.hurry()
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    assert await ends(task), "it goes on although it was ended"


async def test_a_token_that_is_refused_is_renewed_once_and_then_used() -> None:
    port = free_port()
    async with working(port, "new"), connecting(port, "old", renewed="new") as watched:
        await watched.until_online()
        assert watched.renewals == 1


async def test_a_token_that_cannot_be_renewed_asks_the_coach_and_does_not_hammer() -> None:
    port = free_port()
    async with working(port), connecting(port, "wrong") as watched:
        await watched.until(lambda: watched.connection.state is ConnectionState.REFUSED)
        assert watched.renewals == 1
        assert ONLINE not in watched.states


async def test_a_platform_that_cannot_renew_the_token_just_now_is_asked_again() -> None:
    port = free_port()
    async with working(port, "renewed"), connecting(port, "expired", "renewed") as watched:
        watched.faults = [EnvironmentFault("The platform could not do this now."), NoPlatform("A guest Wi-Fi.")]
        await watched.until_online()
        assert watched.renewals == 3


async def test_a_platform_that_refuses_our_version_is_told_from_one_that_refuses_the_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.sync.connection.PROTOCOL", 2)
    async with (
        running(tmp_path) as platform,
        connecting(int(platform.address.rpartition(":")[2]), platform.token) as watched,
    ):
        await watched.until(lambda: watched.connection.state is ConnectionState.OTHER_PROTOCOL)
        assert (watched.renewals, ONLINE in watched.states) == (0, False)


async def test_after_a_sleep_of_the_laptop_the_line_is_made_anew_at_once() -> None:
    port = free_port()
    async with working(port), connecting(port) as watched:
        await watched.until_online()
        watched.clock.jump_ms = 3_600_000
        await watched.until(lambda: watched.states.count(ONLINE) == 2, 5.0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_refused_and_the_token_stays_here(status: int) -> None:
    port, other = free_port(), free_port()
    recording = Recording()

    async def redirects(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": f"http://localhost:{other}{request.path_qs}"})

    async with (
        answering(recording.handle, other),
        answering(redirects, port),
        connecting(port, "the-secret-token") as watched,
    ):
        await watched.until(lambda: len(watched.states) >= 2)
        with pytest.raises(Offline):
            await PlatformHttp(f"http://127.0.0.1:{port}", None).get_blob("ab" * 32, "the-secret-token")
    assert recording.seen == b""


@pytest.mark.parametrize("address", ["http://platform.example", "ftp://127.0.0.1", "platform", "http://"])
def test_an_address_without_tls_or_without_a_host_is_refused(address: str) -> None:
    with pytest.raises(UserFault):
        PlatformHttp(address, None)
