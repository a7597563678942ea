"""This file speaks Socket.IO with the clients: who may connect, what their events do, and what is refused.

What cannot be read or is not known is refused with a code and one sentence, and changes nothing; after 20 refused
events in 10 s the connection is closed.

A socket's events are carried out one after another, and its frames are read on meanwhile. Were they not, the answer to
a ping would wait behind events that wait for the database, and a busy platform would take its busiest clients for dead.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any
from urllib.parse import parse_qs

import msgspec
import socketio
import structlog
from socketio.exceptions import ConnectionRefusedError as Refusing

from coachdesk.domain import protocol
from coachdesk.domain.clock import Clock
from coachdesk.domain.protocol import ConnectAuth, Error, Failure, PushReply, RefineReply, builtins
from coachdesk.errors import CoachDeskError, NotFound, NotSignedIn
from coachdesk.server.auth import Auth
from coachdesk.server.framing import OVERSIZED, UNREADABLE, WirePacket
from coachdesk.server.notes import Changed, Ended, Notes, redis_options
from coachdesk.server.platform import Platform
from coachdesk.server.refine import Answering
from coachdesk.server.rooms import Rooms

PING_EVERY_S = 15
PING_WAIT_S = 10
REFUSALS = 20
REFUSALS_IN_S = 10.0
WAITING_MOST = 32
"""How many events of one socket wait to be carried out; our own clients have eight on the way."""

_log = structlog.get_logger(__name__)


class _Peer:
    """One connected socket. `coach` is its owner's id, `login` the one that it came with."""

    def __init__(self, coach: int, device: str | None, login: str | None) -> None:
        self.coach = coach
        self.device = device
        self.login = login
        self.refusals: deque[float] = deque(maxlen=REFUSALS)
        self.turn = asyncio.Lock()
        self.waiting = 0

    @property
    def author(self) -> str:
        """Who made a change that comes over this socket."""
        return self.device or "web"


Handler = Callable[[str, _Peer, object], Awaitable[object]]


class Refused(CoachDeskError):
    """An event that is not carried out; `code` is told to the client."""

    def __init__(self, code: str, message: str, session: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.session = session


_BUSY = Refused("too-many", "Too many events wait to be carried out. Send this one again later.")
_UNKNOWN = Refused("unknown", "The platform does not know this event.")
_NOT_EVENTS = {
    UNREADABLE: Refused("invalid", "The platform cannot read this event."),
    OVERSIZED: Refused("too-large", "This event is larger than 2 MB. Send it in parts."),
}


class Sockets:
    """The Socket.IO side of the server. `rooms` is its `Announcer`."""

    def __init__(self, auth: Auth, clock: Clock, notes: Notes, redis: str | None = None) -> None:
        self._auth = auth
        self._clock = clock
        self._notes = notes
        self._platform: Platform | None = None
        self._answering: Answering | None = None
        self._peers: dict[str, _Peer] = {}
        self._ended: set[str | None] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.server = socketio.AsyncServer(
            async_mode="asgi",
            client_manager=socketio.AsyncRedisManager(redis, redis_options=redis_options()) if redis else None,
            serializer=WirePacket,
            async_handlers=True,  # `_in_turn` keeps the order
            max_http_buffer_size=protocol.FRAME_ACCEPTED,
            ping_interval=PING_EVERY_S,
            ping_timeout=PING_WAIT_S,
            http_compression=False,
        )
        # The library's pings sleep on after their socket was closed; they have to end with the server.
        self.server.eio.start_background_task = self._start
        self.rooms = Rooms(self.server, notes, self._start)
        handlers: dict[str, Handler] = {
            protocol.REFINE: self._refine,
            protocol.STOP: self._stop,
            protocol.SYNC_PULL: self._pull,
            protocol.SYNC_PUSH: self._push,
            protocol.SYNC_DIGEST: self._digest,
        }
        self.server.on("connect", self._connect)
        self.server.on("disconnect", self._disconnect)
        for event, handler in handlers.items():
            self.server.on(event, self._guarded(handler))
        self.server.on("*", self._unknown)

    def open(self, platform: Platform, answering: Answering) -> None:
        """Begin to serve."""
        self._platform = platform
        self._answering = answering
        self._notes.listen(Ended, self._end)
        self.rooms.open(platform.tell_joined)

    def resume(self) -> None:
        """Make good what notes may have missed while there was no line to the other processes."""
        self._start(self._look_around)

    async def _look_around(self) -> None:
        ended = await self._auth.ended_among({peer.login for peer in self._peers.values() if peer.login is not None})
        for coach in {peer.coach for peer in self._peers.values()}:
            self._end(Ended(coach, ended))
            feed = await self._running().digest(coach)
            await self.rooms.tell_changed(Changed(coach, feed.seq))

    async def close(self) -> None:
        """Send nothing more."""
        await self.server.shutdown()
        for line in (getattr(self.server.manager, "pubsub", None), getattr(self.server.manager, "redis", None)):
            if line is not None:
                await line.aclose()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def end(self, ended: Ended) -> None:
        """Disconnect the sockets of logins that ended, in all processes."""
        self._start(self._notes.tell, ended)

    def _end(self, ended: Ended) -> None:
        """Disconnect the sockets of logins that ended, and those that call themselves a revoked device."""
        # A socket whose token was just looked at is not among the peers yet; it asks here before it becomes one.
        self._ended |= ended.logins
        for sid, peer in list(self._peers.items()):
            is_revoked = ended.device is not None and peer.device == ended.device
            if peer.coach == ended.coach and (peer.login in ended.logins or is_revoked):
                del self._peers[sid]
                self._start(self._disconnect_here, sid)

    async def _disconnect_here(self, sid: str) -> None:
        await self.server.disconnect(sid, ignore_queue=True)

    # Connections.

    async def _connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        try:
            given = _auth_of(auth)
            coach, login = await self._auth.caller_of(given.token)
            session = _session_asked_for(environ)
            if session is not None:
                await self._running().owned_session(coach.id, session)
        except NotSignedIn as fault:
            raise Refusing(str(fault), builtins(Failure(code="auth", message=str(fault)))) from None
        except CoachDeskError as fault:
            raise Refusing(str(fault), builtins(Failure(code=fault.code, message=str(fault)))) from None
        except Exception as fault:  # noqa: BLE001 - such as a database that is away: the client is to try again
            _log.error("connecting failed", fault=type(fault).__name__)
            sentence = "The platform cannot be used at the moment. Try again."
            raise Refusing(sentence, builtins(Failure(code="internal", message=sentence))) from None
        if login in self._ended:
            sentence = "This device was signed out. Sign in again; nothing is lost."
            raise Refusing(sentence, builtins(Failure(code="auth", message=sentence)))
        self._peers[sid] = _Peer(coach.id, given.device, login)
        await self.rooms.join(sid, coach.id, session, given.device, previews=given.protocol is not None)

    async def _disconnect(self, sid: str, _reason: str = "") -> None:
        self._peers.pop(sid, None)

    # Events.

    def _guarded(self, handler: Handler) -> Callable[..., Awaitable[object | None]]:
        """Return `handler` for the library: every refusal becomes an acknowledgement and an `error` event."""

        async def handle(sid: str, *values: object) -> object | None:
            peer = self._peers.get(sid)
            if peer is None:
                return None
            try:
                if len(values) != 1:
                    raise Refused("invalid", "This event carries one object.")
                return await self._in_turn(sid, peer, handler, values[0])
            except (msgspec.ValidationError, RecursionError):
                return await self._refuse(sid, peer, Refused("invalid", "The platform cannot read this event."))
            except CoachDeskError as fault:
                return await self._refuse(sid, peer, fault)
            except Exception as fault:  # noqa: BLE001 - such as a full disk: the client is to try again
                _log.error("event failed", fault=type(fault).__name__, exc_info=fault)
                return builtins(Failure(code="internal", message="The platform failed. Nothing was changed."))

        return handle

    async def _in_turn(self, sid: str, peer: _Peer, handler: Handler, value: object) -> object | None:
        """Carry out an event once those that the socket sent before it are done, unless it is gone by then."""
        if peer.waiting == WAITING_MOST:
            raise _BUSY
        peer.waiting += 1
        try:
            async with peer.turn:
                return await handler(sid, peer, value) if self._peers.get(sid) is peer else None
        finally:
            peer.waiting -= 1

    async def _unknown(self, event: str, sid: str, *_values: object) -> object | None:
        peer = self._peers.get(sid)
        if peer is None:
            return None
        return await self._refuse(sid, peer, _NOT_EVENTS.get(event, _UNKNOWN))

    async def _refuse(self, sid: str, peer: _Peer, fault: CoachDeskError) -> dict[str, Any]:
        failure = Failure(code=fault.code, message=str(fault))
        session = fault.session if isinstance(fault, Refused) else None
        error = Error(code=failure.code, message=failure.message, session_id=session)
        await self.server.emit(protocol.ERROR, builtins(error), to=sid, ignore_queue=True)
        now = self._clock.monotonic()
        peer.refusals.append(now)
        if len(peer.refusals) == REFUSALS and now - peer.refusals[0] < REFUSALS_IN_S:
            _log.warning("too many refused events")
            self._start(self._disconnect_here, sid)
        return builtins(failure)

    def _start(self, work: Callable[..., Coroutine[Any, Any, None]], *values: object) -> asyncio.Task[None]:
        task = asyncio.create_task(work(*values))
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            _log.error("background work failed", fault=type(fault).__name__, exc_info=fault)

    async def _refine(self, _sid: str, peer: _Peer, payload: object) -> object:
        refine = protocol.decode(payload, protocol.Refine)
        result = await self._running().refine(peer.coach, refine, peer.author)
        if result.seq is None:
            reason = result.reason or "invalid"
            raise Refused(reason, protocol.REASONS[reason], refine.session_id)
        return builtins(RefineReply(id=refine.id or result.id))

    async def _stop(self, _sid: str, peer: _Peer, payload: object) -> object:
        stop = protocol.decode(payload, protocol.Stop)
        await self._running().owned_session(peer.coach, stop.session_id)
        if self._answering is not None:
            await self._answering.stop(peer.coach, stop.session_id, stop.id)
        return {"ok": True}

    async def _pull(self, _sid: str, peer: _Peer, payload: object) -> object:
        pull = protocol.decode(payload, protocol.SyncPull)
        bodies, cursor, more = await self._running().pull(peer.coach, pull.cursor, pull.limit)
        return {"changes": [msgspec.Raw(body) for body in bodies], "cursor": cursor, "more": more}

    async def _push(self, sid: str, peer: _Peer, payload: object) -> object:
        push = msgspec.convert(payload, protocol.SyncPush)
        results = await self._running().push(peer.coach, push.operations, peer.author, sid)
        return builtins(PushReply(results=results))

    async def _digest(self, _sid: str, peer: _Peer, payload: object) -> object:
        protocol.decode(payload, protocol.SyncDigest)
        feed = await self._running().digest(peer.coach)
        return {"seq": feed.seq, "counts": feed.counts, "hash": protocol.digest_hex(feed.total)}

    def _running(self) -> Platform:
        if self._platform is None:
            raise NotFound("The platform is not ready yet. Try again.")
        return self._platform


def _auth_of(payload: object) -> ConnectAuth:
    """Return what a client connects with; raises NotSignedIn without a token, Refused for what is not known here."""
    if not isinstance(payload, dict) or not isinstance(payload.get("token"), str):
        raise NotSignedIn("Connect with auth: {token}.")
    try:
        given = protocol.decode(payload, ConnectAuth)
    except (msgspec.ValidationError, RecursionError):
        raise Refused("invalid", "Connect with auth: {token}, or {token, device, protocol}.") from None
    if given.protocol not in (None, protocol.PROTOCOL):
        raise Refused("protocol", f"This platform speaks protocol {protocol.PROTOCOL} only. Use a client that does.")
    return given


def _session_asked_for(environ: Mapping[str, Any]) -> str | None:
    values = parse_qs(str(environ.get("QUERY_STRING", ""))).get("sessionId")
    return values[0] if values else None
