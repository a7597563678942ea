"""This file passes short notes between the processes of one platform: whom to disconnect, what to stop.

Notes are hints. All that must not be lost is in the database; after a line to Redis that was down, each process looks
there for what it may have missed (`on_resumed`).
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
import structlog

from coachdesk.errors import StorageFault, UserFault

if TYPE_CHECKING:
    from redis.asyncio import Redis

CHANNEL = "coachdesk-notes"
CONNECT_S = 2.0
QUIET_S = 5.0
"""How long to wait for a note before the line itself is looked at."""
RETRY_S = 0.3

_log = structlog.get_logger(__name__)


class Ended(msgspec.Struct, frozen=True, tag=True):
    """Logins of a coach ended before their time; `device` where all of a device's did."""

    coach: int
    logins: frozenset[str]
    device: str | None = None


class Stop(msgspec.Struct, frozen=True, tag=True):
    """Stop writing the reply to the message `id`."""

    coach: int
    session: str
    id: str


class Changed(msgspec.Struct, frozen=True, tag=True):
    """A coach's feed reaches to `seq`.

    Of what web clients that joined a session are told, it names the messages, as pairs of session and id, and the
    sessions whose summary may read differently. Whoever has such a client looks there; texts do not travel with notes.
    """

    coach: int
    seq: int
    messages: tuple[tuple[str, str], ...] = ()
    summaries: tuple[str, ...] = ()

    def with_(self, later: Changed) -> Changed:
        """Return both as one note."""
        return Changed(
            self.coach,
            max(self.seq, later.seq),
            (*self.messages, *later.messages),
            tuple(dict.fromkeys((*self.summaries, *later.summaries))),
        )


class Counted(msgspec.Struct, frozen=True, tag=True):
    """What `limit` limits has happened once more to `key`."""

    limit: str
    key: str


Note = Ended | Stop | Changed | Counted


class _Sent(msgspec.Struct, frozen=True):
    process: str
    note: Note


class Notes(Protocol):
    """Who passes notes on."""

    def listen(self, kind: type[Any], handler: Callable[[Any], None]) -> None:
        """Hand notes of one kind to `handler`, those of this process too."""

    async def tell(self, note: Note) -> None:
        """Tell this process at once, and the others as soon as may be."""

    async def pass_on(self, note: Note) -> None:
        """Tell only the other processes."""

    async def open(self, on_resumed: Callable[[], None]) -> None: ...

    async def close(self) -> None: ...


class LocalNotes:
    """The notes of a platform in one process."""

    def __init__(self) -> None:
        self._handlers: dict[type, list[Callable[[Any], None]]] = {}

    def listen(self, kind: type[Any], handler: Callable[[Any], None]) -> None:
        self._handlers.setdefault(kind, []).append(handler)

    async def tell(self, note: Note) -> None:
        self.hear(note)

    async def pass_on(self, note: Note) -> None:
        pass

    def hear(self, note: Note) -> None:
        """Hand a note to whoever listens here."""
        for handler in self._handlers.get(type(note), []):
            handler(note)

    async def open(self, on_resumed: Callable[[], None]) -> None:
        pass

    async def close(self) -> None:
        pass


class RedisNotes(LocalNotes):
    """Notes over a channel of Redis."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._process = secrets.token_hex(8)
        self._redis = _connect(url)
        self._listening: asyncio.Task[None] | None = None
        self._subscribed = asyncio.Event()

    async def open(self, on_resumed: Callable[[], None]) -> None:
        """Begin to listen; raises StorageFault where there is no Redis."""
        self._listening = asyncio.create_task(self._listen(on_resumed), name="notes")
        try:
            async with asyncio.timeout(CONNECT_S * 2):
                await self._subscribed.wait()
        except TimeoutError as fault:
            await self.close()
            raise StorageFault("Redis cannot be reached. Check the address after --redis.") from fault

    async def tell(self, note: Note) -> None:
        self.hear(note)
        await self.pass_on(note)

    async def pass_on(self, note: Note) -> None:
        from redis.exceptions import RedisError

        try:
            await self._redis.publish(CHANNEL, msgspec.json.encode(_Sent(self._process, note)))
        except (RedisError, OSError) as fault:
            _log.warning("note not sent", fault=type(fault).__name__)

    async def close(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        await self._redis.aclose()

    async def _listen(self, on_resumed: Callable[[], None]) -> None:
        from redis.exceptions import RedisError

        while True:
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as line:
                    await line.subscribe(CHANNEL)
                    if self._subscribed.is_set():
                        on_resumed()
                    self._subscribed.set()
                    while True:
                        message = await line.get_message(timeout=QUIET_S)
                        if message is None:
                            await line.ping()
                        elif message["type"] == "message":
                            self._take(message["data"])
            except (RedisError, OSError) as fault:
                if self._subscribed.is_set():  # until then `open` says it
                    _log.warning("no line to Redis", fault=type(fault).__name__)
            await asyncio.sleep(RETRY_S)

    def _take(self, body: bytes) -> None:
        with contextlib.suppress(msgspec.DecodeError):  # of another version
            sent = msgspec.json.decode(body, type=_Sent)
            if sent.process != self._process:
                self.hear(sent.note)


def redis_options() -> dict[str, Any]:
    """Return how to connect: all that is sent goes in turn over one line, and its failure is told at once.

    A line for each would run into the library's limit as soon as many coaches write at once.
    """
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    return {
        "single_connection_client": True,
        "retry": Retry(NoBackoff(), 0),
        "socket_connect_timeout": CONNECT_S,
        "socket_keepalive": True,
    }


def _connect(url: str) -> Redis:
    try:
        from redis.asyncio import Redis
    except ImportError as fault:
        raise UserFault("Several processes need redis here. Install coachdesk[redis].") from fault
    try:
        return Redis.from_url(url, **redis_options())
    except ValueError as fault:
        raise UserFault("--redis takes an address such as redis://127.0.0.1:6379.") from fault
