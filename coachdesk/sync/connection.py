"""This file keeps one Socket.IO connection to the platform alive; it is the only client import of socketio.

The library's own reconnection dies or hangs under ordinary faults, so a supervisor (`Connection.run`) makes a fresh
client for each attempt and puts each attempt under a deadline:

    offline ──▶ connecting ──▶ online ──▶ offline …      backoff with jitter between attempts, at most 3 s
                     │
                     ├──▶ refused      the token is not accepted: renewed once, then the coach is asked
                     ├──▶ no-platform  something answers, but it speaks no Socket.IO; tried again all the same
                     └──▶ other-protocol  it does not take our version of the protocol; tried again all the same

After the upgrade to a websocket the platform has to greet soon: a server that stays silent is left. A jump of the
clock, or a loop that stood still, means that the laptop slept: the socket is dropped and made anew at once. Requests
are futures of our own that fail the moment the connection drops, since the library would let them wait. Every event
goes through one synchronous handler, because asynchronous ones run out of order.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import random
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import msgspec

from coachdesk.domain.clock import Clock
from coachdesk.domain.protocol import FRAME_ACCEPTED, PROTOCOL
from coachdesk.errors import EnvironmentFault, NoPlatform, NotSignedIn, Offline
from coachdesk.sync.frames import WireJson, too_large
from coachdesk.sync.platform_http import CONNECT_S, Trust, checked_address, new_session

if TYPE_CHECKING:
    import aiohttp
    import socketio

GREETING_S = 3.0
"""How long a platform may take from the upgrade to its greeting, beside five times what the upgrade took."""
DELAYS_S = (0.1, 0.3, 0.8, 1.5, 2.5)
"""Pauses between attempts; each is multiplied by a random factor from 0.5 to 1.2."""
REFUSED_S = 30.0
"""The pause once the token was refused; a new sign-in ends it."""
QUIET_S = 15.0
"""How long a line to a platform of the seed may be quiet before its WebSocket is pinged; half as long it may take to
answer. Engine.IO's pings would find a half-open line after 45 s. For our protocol there is the engine's heartbeat."""
WATCH_S = 1.0
SLEPT_S = 4.0
"""A gap of this length between two looks at the clock means that the laptop slept."""
CLOSE_S = 1.0
_log = logging.getLogger(__name__)


class ConnectionState(StrEnum):
    """How this device and the platform stand."""

    OFFLINE = "offline"
    CONNECTING = "connecting"
    ONLINE = "online"
    REFUSED = "refused"
    NO_PLATFORM = "no-platform"
    OTHER_PROTOCOL = "other-protocol"


class Joining(NamedTuple):
    """How the seed's web client connects: it names the session it shows, or none, and no device."""

    session: str | None


class _OtherProtocol(NoPlatform):
    """The platform refuses our version of the protocol."""


class Unanswered(Offline):
    """The line seemed to live, and a request got no answer in time."""


class Connection:
    """One connection. `who` is this device's id, or what a platform of the seed is told instead.

    Callbacks run on the loop's thread and must not wait.
    """

    def __init__(
        self,
        server: str,
        token: Callable[[], Awaitable[str]],
        renew: Callable[[str], Awaitable[str]],
        who: str | Joining,
        clock: Clock,
        *,
        on_event: Callable[[str, object], None],
        on_state: Callable[[ConnectionState], None],
        ca: Path | None = None,
    ) -> None:
        self._server = checked_address(server)
        self._token = token
        self._renew = renew
        self._who = who
        self._clock = clock
        self._on_event = on_event
        self._on_state = on_state
        self._trust = Trust(self._server, ca)
        self._state = ConnectionState.OFFLINE
        self._client: socketio.AsyncClient | None = None
        self._ended: asyncio.Future[str] | None = None
        self._requests: set[asyncio.Future[bytes]] = set()
        self._emitting = asyncio.Lock()
        self._hurry = asyncio.Event()

    @property
    def state(self) -> ConnectionState:
        """How it stands now."""
        return self._state

    def hurry(self) -> None:
        """Skip the pause before the next attempt."""
        self._hurry.set()

    def drop(self, why: str) -> None:
        """Leave the present socket; the supervisor makes a new one at once. `why` is a word for the log."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(why)
            self._hurry.set()

    async def call(self, event: str, payload: object, deadline_s: float) -> bytes:
        """Return the acknowledgement as JSON; raises Offline at the deadline, or as soon as the connection drops."""
        client = self._client
        if client is None or self._state is not ConnectionState.ONLINE:
            raise Offline("The platform cannot be reached. Your edits wait on this laptop.")
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._requests.add(answer)

        def answered(*values: object) -> None:
            if not answer.done():
                answer.set_result(msgspec.json.encode(values[0] if values else None))

        try:
            async with asyncio.timeout(deadline_s):
                async with self._emitting:
                    await client.emit(event, payload, callback=answered)
                return await answer
        except TimeoutError as fault:
            self.drop("unanswered")
            raise Unanswered("The platform does not answer. Your edits wait on this laptop.") from fault
        except _socketio_errors() as fault:
            raise Offline("The connection dropped. Your edits wait on this laptop.") from fault
        finally:
            self._requests.discard(answer)

    async def send(self, event: str, payload: object, deadline_s: float) -> None:
        """Send an event that nobody acknowledges; raises Offline where it surely or perhaps did not leave."""
        client = self._client
        if client is None or self._state is not ConnectionState.ONLINE:
            raise Offline("The platform cannot be reached. Your edits wait on this laptop.")
        try:
            async with asyncio.timeout(deadline_s), self._emitting:
                await client.emit(event, payload)
        except Exception as fault:
            if not isinstance(fault, (TimeoutError, *_socketio_errors())):
                raise
            self.drop("unsent")
            raise Offline("The connection dropped. Your edits wait on this laptop.") from fault

    async def run(self) -> None:
        """Keep the connection until cancelled."""
        # Importing takes most of a second; in a thread the window goes on turning meanwhile.
        await asyncio.to_thread(importlib.import_module, "socketio")
        attempt = 0
        try:
            while True:
                self._hurry.clear()
                try:
                    await self._live()
                    attempt = 0
                    self._enter(ConnectionState.OFFLINE)
                except NotSignedIn:
                    self._enter(ConnectionState.REFUSED)
                except _OtherProtocol:
                    self._enter(ConnectionState.OTHER_PROTOCOL)
                except NoPlatform:
                    self._enter(ConnectionState.NO_PLATFORM)
                except EnvironmentFault:  # Offline, or a platform that cannot renew the token just now
                    self._enter(ConnectionState.OFFLINE)
                refused = self._state is ConnectionState.REFUSED
                await self._pause(REFUSED_S if refused else DELAYS_S[min(attempt, len(DELAYS_S) - 1)])
                attempt += 1
        finally:
            self._enter(ConnectionState.OFFLINE)

    async def _pause(self, delay_s: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(delay_s * random.uniform(0.5, 1.2)):
                await self._hurry.wait()

    def _enter(self, state: ConnectionState) -> None:
        if state is not ConnectionState.ONLINE:
            for request in list(self._requests):
                if not request.done():
                    request.set_exception(Offline("The connection dropped. Your edits wait on this laptop."))
        if state is not self._state:
            self._state = state
            _log.info("connection", extra={"state": state.value})
            self._on_state(state)

    async def _live(self) -> None:
        """Connect once and stay until the connection ends; raises Offline, NoPlatform or NotSignedIn before that."""
        import socketio

        if self._state is ConnectionState.OFFLINE:
            self._enter(ConnectionState.CONNECTING)
        context = await self._trust.context()
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[str] = loop.create_future()
        refusal: list[object] = []
        upgraded = asyncio.Event()
        session = new_session(context, upgraded.set)
        quiet_s = QUIET_S if isinstance(self._who, Joining) else None
        client = _new_client(socketio, session, ended, self._on_event, refusal, quiet_s)
        self._client, self._ended = client, ended
        watch = asyncio.create_task(self._watch_clock(), name="connection clock")
        try:
            await self._greet(client, upgraded, refusal)
            self._enter(ConnectionState.ONLINE)
            _log.info("connection ended", extra={"why": await ended})
        finally:
            watch.cancel()
            self._client = self._ended = None
            await _close(client, session)

    async def _greet(self, client: socketio.AsyncClient, upgraded: asyncio.Event, refusal: list[object]) -> None:
        """Connect `client`; the whole has CONNECT_S, and from the upgrade on the platform has only GREETING_S."""
        import socketio

        token = await self._token()
        server = self._server
        auth: dict[str, object] = {"token": token}
        if isinstance(self._who, str):
            auth |= {"device": self._who, "protocol": PROTOCOL}
        elif self._who.session is not None:
            server += "?sessionId=" + quote(self._who.session, safe="")
        began = self._clock.monotonic()
        loop = asyncio.get_running_loop()

        async def shorten(limit: asyncio.Timeout) -> None:
            await upgraded.wait()
            limit.reschedule(loop.time() + GREETING_S + 5 * (self._clock.monotonic() - began))

        try:
            async with asyncio.timeout(CONNECT_S) as limit:
                shortening = asyncio.create_task(shorten(limit), name="greeting deadline")
                try:
                    await client.connect(server, auth=auth, transports=["websocket"], wait_timeout=60)
                finally:
                    shortening.cancel()
                    _heed_cancellation()
        except TimeoutError as fault:
            raise Offline("The platform does not answer. Your edits wait on this laptop.") from fault
        except socketio.exceptions.ConnectionError as fault:
            # The library reports failed upgrades the same way; only a refusal of the token is a matter of the token.
            if any(_speaks_of(reason, "protocol") for reason in refusal):
                raise _OtherProtocol(
                    "The platform speaks another version. Update CoachDesk; your edits wait here."
                ) from fault
            if not any(_speaks_of(reason, "auth") for reason in refusal):
                raise _not_reached(fault) from fault
            await self._renew(token)  # raises NotSignedIn unless another one was to be had
            raise Offline("The sign-in was renewed.") from fault
        except Exception as fault:  # the library raises KeyError, TypeError and others for a broken greeting
            raise NoPlatform("What answers is not a CoachDesk platform. Check its address.") from fault

    async def _watch_clock(self) -> None:
        wall, steady = self._clock.wall_ms() / 1000, self._clock.monotonic()
        while True:
            await asyncio.sleep(WATCH_S)
            now_wall, now_steady = self._clock.wall_ms() / 1000, self._clock.monotonic()
            passed = now_steady - steady
            if passed > SLEPT_S or abs((now_wall - wall) - passed) > SLEPT_S:
                self.drop("slept")
            wall, steady = now_wall, now_steady


def _new_client(
    library: Any,
    session: aiohttp.ClientSession,
    ended: asyncio.Future[str],
    on_event: Callable[[str, object], None],
    refusal: list[object],
    quiet_s: float | None,
) -> socketio.AsyncClient:
    """Return a client that reports all it gets, and ends its connection at the first frame that it cannot read.

    With `quiet_s` it pings a WebSocket that was quiet so long, and ends where no answer comes.
    """

    def end(why: str) -> None:
        if not ended.done():
            ended.set_result(why)

    def refused(*reason: object) -> None:
        refusal.append(reason[0] if reason else None)
        end("refused")  # where it comes late, the library takes no more requests and leaves the line open

    class Packet(library.packet.Packet):  # type: ignore[misc]  # the base is imported late and untyped
        json = WireJson
        uses_binary_events = False

    class Client(library.AsyncClient):  # type: ignore[misc]  # as above
        async def _handle_eio_message(self, data: object) -> None:
            if isinstance(data, str) and too_large(data):
                _log.warning("event too large", extra={"count": len(data)})
                return
            # The library runs this in a task of its own and lets its exception go unseen.
            try:
                await super()._handle_eio_message(data)
            except Exception as fault:  # noqa: BLE001 - whatever a malformed frame provokes
                _log.warning("malformed frame", extra={"fault": type(fault).__name__})
                end("malformed")
            if (
                self._binary_packet is not None
            ):  # the frame behind it, perhaps an answer, would be taken for bytes of it
                end("malformed")

    client = Client(
        reconnection=False,
        handle_sigint=False,
        serializer=Packet,
        http_session=session,
        websocket_extra_options={"max_msg_size": FRAME_ACCEPTED, "heartbeat": quiet_s},
    )
    client.on("*", lambda event, *values: on_event(event, values[0] if values else None))
    client.on("message", lambda *values: on_event("message", values[0] if values else None))
    client.on("disconnect", lambda *_reason: end("disconnected"))
    client.on("connect_error", refused)
    return client


async def _close(client: socketio.AsyncClient, session: aiohttp.ClientSession) -> None:
    """Leave a connection in whatever state it is, within CLOSE_S."""
    with contextlib.suppress(Exception):
        async with asyncio.timeout(CLOSE_S):
            await client.disconnect()
    engine = client.eio
    for name in ("read_loop_task", "write_loop_task"):
        task = getattr(engine, name, None)
        if task is not None and not task.done():
            task.cancel()
    with contextlib.suppress(Exception):
        async with asyncio.timeout(CLOSE_S):
            await session.close()


def _heed_cancellation() -> None:
    """Raise CancelledError where this task was cancelled and the library's wait_for lost it (python/cpython#86296).

    Such a connection would go on for ever, beside the one that takes its place.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _socketio_errors() -> tuple[type[Exception], ...]:
    import socketio

    return (socketio.exceptions.SocketIOError, ConnectionError)


def _speaks_of(reason: object, code: str) -> bool:
    """Return whether a refusal has `code`, or says nothing else: "auth" is about the token."""
    if isinstance(reason, dict):
        inner = reason.get("data")
        return code in (reason.get("code"), reason.get("message"), inner.get("code") if isinstance(inner, dict) else "")
    return reason == code


def _not_reached(fault: BaseException) -> Exception:
    """Return what a failed upgrade means, told by the HTTP status where one came."""
    cause: BaseException | None = fault
    while cause is not None:
        status = getattr(cause, "status", None)
        if status == 401:
            return NotSignedIn("The platform does not accept your token. Sign in again; your edits wait here.")
        if isinstance(status, int) and status < 500:
            return NoPlatform(
                "The address answers, but not as a platform. Check it; on a guest Wi-Fi, sign in there first."
            )
        cause = cause.__cause__ or cause.__context__
    return Offline("The platform cannot be reached. Your edits wait on this laptop.")
