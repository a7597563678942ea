"""This file moves operations to the platform and changes back: one sender, pulls with a cursor, and the digest.

One process of a profile holds the sender lock and runs the connection; the others see what it writes in the replica.
While online, `SyncEngine._work` turns in one loop, woken by new operations, by `sync-changed` and by the connection:

    pull until the cursor is the server's ─▶ send until nothing waits ─▶ pull what came of it ─▶ compare digests
         ▲                                                                                          │ differ
         └────────────────────────── forget the platform's rows, keep the outbox ◀──────────────────┘

Batches grow while they are answered quickly, and shrink after a drop; several are in flight at once, but a session is
in at most one of them, so that its order holds. What a batch carried is marked as sent before it leaves; without an
answer it is sent again with the same ids. "Synced" is said only between equal digests and the next thing that happens.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.clock import Clock
from coachdesk.domain.protocol import (
    DigestReply,
    Error,
    Failure,
    Message,
    MessageDelta,
    Operation,
    PullReply,
    PushReply,
    Result,
    SummaryUpdate,
    SyncChanged,
    TranscriptPut,
    Typing,
)
from coachdesk.errors import CoachDeskError, NotFound, NotSignedIn, Offline, Refused, Unreadable
from coachdesk.sync.connection import Connection, ConnectionState
from coachdesk.sync.platform_http import PlatformHttp
from coachdesk.sync.tokens import TokenSource

if TYPE_CHECKING:
    from coachdesk.storage.cache import Cache
    from coachdesk.storage.lock import SenderLock
    from coachdesk.storage.replica import Replica

ANSWER_S = 15.0
"""How long an acknowledgement may take before the socket is left."""
HEARTBEAT_S = 15.0
"""How long the line may be quiet before it is tried with a small pull; finds half-open sockets and lost events."""
LOCK_LOOK_S = 0.5
PUBLISHED = "sync-status"
IN_FLIGHT = 4
PAGES_AHEAD = 4
"""How many pages may wait to be written while the next one is asked for."""
TOLD_EVERY_S = 0.1
"""The shortest time between two looks at the outbox while batches and pages come and go: it counts all that waits."""
SMALLEST, LARGEST = 25, protocol.BATCH
QUICK_S = 0.5
"""A batch answered within this time may be followed by one twice as large."""

Preview = Message | MessageDelta | Typing | SummaryUpdate | Error
_PREVIEWS: dict[str, type[Preview]] = {
    protocol.MESSAGE: Message,
    protocol.MESSAGE_DELTA: MessageDelta,
    protocol.TYPING: Typing,
    protocol.SUMMARY_UPDATE: SummaryUpdate,
    protocol.ERROR: Error,
}
_PROBLEMS = {
    ConnectionState.REFUSED: "The platform does not accept your sign-in. Sign in again; your edits wait here.",
    ConnectionState.NO_PLATFORM: "What answers at the address is no platform. Check it, or sign in to the Wi-Fi first.",
}

T = TypeVar("T")
_log = logging.getLogger(__name__)


class _Rejected(CoachDeskError):
    """The platform answered a request with a failing acknowledgement; `code` says which."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.code = failure.code


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How replica and platform stand; `synced` says that their digests were equal and nothing happened since."""

    server: str
    online: bool = False
    synced: bool = False
    pending: int = 0
    parked: int = 0
    cursor: int = 0
    problem: str = ""


class Listener(Protocol):
    """Who wants to know; called on the loop's thread, must not wait."""

    def status_changed(self, status: SyncStatus) -> None:
        """The status is another one now."""

    def preview(self, event: Preview) -> None:
        """The platform announced something that a pull will bring."""


class SyncEngine:
    """The sync of one replica with one platform."""

    def __init__(
        self,
        server: str,
        replica: Replica,
        cache: Cache,
        http: PlatformHttp,
        tokens: TokenSource,
        lock: SenderLock,
        clock: Clock,
        connect: Callable[[Callable[[str, object], None], Callable[[ConnectionState], None]], Connection],
    ) -> None:
        self._replica = replica
        self._cache = cache
        self._http = http
        self._tokens = tokens
        self._lock = lock
        self._clock = clock
        self._connection = connect(self._heard, self._connection_changed)
        self._status = SyncStatus(server)
        self._listeners: list[Listener] = []
        self._woken = asyncio.Event()
        self._server_seq = 0
        self._size = SMALLEST
        self._moved = asyncio.Event()
        self._telling: asyncio.TimerHandle | None = None
        self._refreshed = 0

    @property
    def status(self) -> SyncStatus:
        """How it stands now."""
        return self._status

    def add_listener(self, listener: Listener) -> None:
        """Tell `listener` of every change from now on."""
        self._listeners.append(listener)

    def wake(self) -> None:
        """Say that there may be something to send; call it on the loop's thread after each stored operation."""
        self._refresh_status()
        self._woken.set()

    def hurry(self) -> None:
        """Try to connect now rather than after the pause."""
        self._connection.hurry()

    async def run(self) -> None:
        """Sync until cancelled. Only the process that holds the sender lock connects; the others wait for the lock."""
        self._refresh_status()
        while not self._lock.acquire():
            self._follow()
            await asyncio.sleep(LOCK_LOOK_S)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._connection.run(), name="connection")
                tasks.create_task(self._turn(), name="sync")
        finally:
            if self._telling is not None:
                self._telling.cancel()
                self._telling = None
            self._say(replace(self._status, online=False, synced=False))
            self._lock.release()

    async def until_synced(self, no_progress_s: float) -> SyncStatus:
        """Return once all is acknowledged and the digests are equal, at a problem, or when nothing moved so long."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(no_progress_s) as patience:
                before = self._status
                while not self._status.synced and not self._status.problem:
                    await self._next_status()
                    if _progress(self._status) != _progress(before):
                        before = self._status
                        patience.reschedule(asyncio.get_running_loop().time() + no_progress_s)
        return self._status

    async def until_online(self, deadline_s: float) -> bool:
        """Return whether the platform was reached within `deadline_s`; False at once when it refused."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(deadline_s):
                while not self._status.online and not self._status.problem:
                    await self._next_status()
        return self._status.online

    async def _next_status(self) -> None:
        self._moved.clear()
        await self._moved.wait()

    async def look(self, deadline_s: float) -> SyncStatus:
        """Return how it stands without sending or pulling: connect, compare digests, leave.

        While another process holds the sender lock, its last word is returned.
        """
        self._refresh_status()
        if not self._lock.acquire():
            self._follow()
            return self._status
        connecting = asyncio.create_task(self._connection.run(), name="connection")
        try:
            if await self.until_online(deadline_s):
                with contextlib.suppress(Offline):
                    await self._compare(repair=False)
            return self._status
        finally:
            connecting.cancel()
            await asyncio.gather(connecting, return_exceptions=True)
            self._lock.release()

    async def stop_reply(self, session: str, message: str) -> None:
        """Ask the platform to stop its reply to `message`; raises Offline."""
        await self._connection.call(protocol.STOP, {"sessionId": session, "id": message}, ANSWER_S)

    async def fetch_blob(self, sha: str) -> bytes:
        """Return a blob from the replica, the cache or the platform, in this order; raises NotFound or Offline."""
        content = self._replica.blob(sha) or self._cache.get(sha)
        if content is None:
            content = await self._with_token(partial(self._http.get_blob, sha))
            self._cache.set(sha, content)
        return content

    # What the connection reports.

    def _heard(self, event: str, payload: object) -> None:
        try:
            if event == protocol.SYNC_CHANGED:
                self._server_seq = max(self._server_seq, protocol.receive(payload, SyncChanged).seq)
                if self._server_seq > self._replica.cursor:
                    self._refresh_status(synced=False)
                    self._woken.set()
                return
            form = _PREVIEWS.get(event)
            preview = protocol.receive(payload, form) if form else None
        except (msgspec.ValidationError, RecursionError) as fault:
            _log.warning(
                "event refused",
                extra={"event": event if event in _PREVIEWS else "other", "fault": type(fault).__name__},
            )
            return
        if preview is not None:
            for listener in self._listeners:
                listener.preview(preview)

    def _connection_changed(self, state: ConnectionState) -> None:
        online = state is ConnectionState.ONLINE
        if not online and self._size > SMALLEST:
            self._size = SMALLEST
        self._say(
            replace(
                self._status,
                online=online,
                synced=self._status.synced and online,
                problem=_PROBLEMS.get(state, ""),
            )
        )
        self._woken.set()

    # The loop.

    async def _turn(self) -> None:
        """Work whenever woken and online, and try the line when it was quiet for long."""
        while True:
            quiet = False
            try:
                async with asyncio.timeout(HEARTBEAT_S):
                    await self._woken.wait()
            except TimeoutError:
                quiet = True
            self._woken.clear()
            if self._connection.state is not ConnectionState.ONLINE:
                continue
            try:
                if quiet and self._status.synced:
                    await self._pull()
                    self._refresh_status()
                else:
                    await self._work()
            except (Offline, NotFound):
                continue  # the connection says when it is back
            except NotSignedIn as fault:
                self._say(replace(self._status, problem=str(fault)))
                self._connection.drop("token")
            except (_Rejected, Unreadable, msgspec.ValidationError) as fault:
                _log.warning("the platform failed", extra={"code": getattr(fault, "code", "invalid")})
                await self._back_off()

    async def _work(self) -> None:
        await self._pull()
        await self._send()
        await self._pull()
        await self._compare()

    async def _back_off(self) -> None:
        self._size = SMALLEST
        await asyncio.sleep(1.0)
        self._woken.set()

    async def _pull(self) -> None:
        """Write the platform's changes to the replica until there are no more.

        The next page is asked for while earlier ones are written. A page names the cursor that it follows, so what
        another page did not reach is not stored.
        """
        cursor = self._replica.cursor
        writing: deque[Future[bool]] = deque()
        more = True
        while more:
            request = protocol.SyncPull(cursor=cursor, limit=protocol.PAGE)
            page = await self._ask(protocol.SYNC_PULL, request, PullReply)
            stored = self._replica.apply_page(page.changes, page.cursor, more=page.more, after=cursor)
            writing.append(stored)
            more, cursor = page.more, page.cursor
            if not more or len(writing) > PAGES_AHEAD:
                await asyncio.wrap_future(writing.popleft())
            self._server_seq = max(self._server_seq, page.cursor)
            self._tell_soon()
        for stored in writing:
            await asyncio.wrap_future(stored)
        self._refresh_status()

    async def _send(self) -> None:
        """Send what waits, several batches at once, no session in two of them."""
        flying: dict[asyncio.Task[None], frozenset[str | None]] = {}
        try:
            while True:
                busy = frozenset().union(*flying.values())
                batch: tuple[Operation, ...] = ()
                if len(flying) < IN_FLIGHT:
                    outbox = self._replica.outbox
                    batch = await asyncio.wrap_future(outbox.next_batch(busy, self._size, protocol.FRAME_AIM))
                if batch:
                    task = asyncio.create_task(self._deliver(batch), name="batch")
                    flying[task] = frozenset(operation.session for operation in batch)
                    continue
                if not flying:
                    return
                done, _ = await asyncio.wait(flying, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    del flying[task]
                    task.result()
        finally:
            for task in flying:
                task.cancel()
            await asyncio.gather(*flying, return_exceptions=True)

    async def _deliver(self, batch: tuple[Operation, ...]) -> None:
        """Send one batch and store its answers."""
        refused = await self._upload_blobs(batch)
        ready = [operation for operation in batch if operation.id not in refused]
        results: list[Result] = list(refused.values())
        if ready:
            began = self._clock.monotonic()
            request = {"operations": [msgspec.Raw(msgspec.json.encode(operation)) for operation in ready]}
            reply = await self._ask(protocol.SYNC_PUSH, request, PushReply)
            if [result.id for result in reply.results] != [operation.id for operation in ready]:
                raise msgspec.ValidationError("the results are not those of the batch")
            results += reply.results
            if self._clock.monotonic() - began < QUICK_S:
                self._size = min(LARGEST, self._size * 2)
            else:
                self._size = max(SMALLEST, self._size // 2)
            self._server_seq = max(self._server_seq, *(result.seq or 0 for result in reply.results))
        await asyncio.wrap_future(self._replica.outbox.settle(tuple(results)))
        await self._release_blobs(batch, results)
        self._tell_soon()

    async def _upload_blobs(self, batch: tuple[Operation, ...]) -> dict[str, Result]:
        """Upload what the batch names before it goes; returns the results of operations whose blob is not taken."""
        refused: dict[str, Result] = {}
        for operation in batch:
            if not isinstance(operation, TranscriptPut):
                continue
            sha = operation.data.blob
            content = self._replica.blob(sha)
            if content is None:
                continue  # uploaded before, and perhaps dropped since
            try:
                await self._with_token(partial(self._http.put_blob, sha, content))
            except (Refused, NotFound):
                refused[operation.id] = Result(id=operation.id, status="rejected", reason="blob")
        return refused

    async def _release_blobs(self, batch: tuple[Operation, ...], results: list[Result]) -> None:
        """Move what the platform confirmed from the replica to the cache."""
        confirmed = {result.id for result in results if result.seq is not None}
        for operation in batch:
            if isinstance(operation, TranscriptPut) and operation.id in confirmed:
                content = self._replica.blob(operation.data.blob)
                if content is not None:
                    await asyncio.to_thread(self._cache.set, operation.data.blob, content)
                    await asyncio.wrap_future(self._replica.drop_blob(operation.data.blob))

    async def _compare(self, *, repair: bool = True) -> None:
        """Say "synced" if the digests are equal; if not, and `repair`, start over from the platform's rows."""
        pending, parked = self._replica.outbox.counts()
        if pending or parked:
            return
        theirs = await self._ask(protocol.SYNC_DIGEST, {}, DigestReply)
        self._server_seq = max(self._server_seq, theirs.seq)
        if theirs.seq != self._replica.cursor:
            self._woken.set()
            return
        counts, total = self._replica.digest()
        if total == theirs.hash and {k: n for k, n in counts.items() if n} == {
            k: n for k, n in theirs.counts.items() if n
        }:
            self._refresh_status(synced=True)
            return
        _log.warning("digests differ", extra={"ours": sum(counts.values()), "theirs": sum(theirs.counts.values())})
        if repair:
            await asyncio.wrap_future(self._replica.forget_platform())
            self._woken.set()

    async def _ask(self, event: str, payload: object, form: type[T]) -> T:
        """Return the platform's answer as a `form`; raises Offline, NotSignedIn, _Rejected or ValidationError."""
        plain = payload if isinstance(payload, dict) else msgspec.to_builtins(payload)
        answer = await self._connection.call(event, plain, ANSWER_S)
        if isinstance(answer, dict) and answer.get("ok") is False:
            failure = protocol.receive(answer, Failure)
            if failure.code == "auth":
                await self._tokens.renew(await self._tokens.current())
                self._connection.drop("token")
                raise Offline("The sign-in was renewed.")
            raise _Rejected(failure)
        return protocol.receive(answer, form)

    async def _with_token(self, request: Callable[[str], Awaitable[T]]) -> T:
        """Return what `request` gives with the present token, or after one renewal of it."""
        token = await self._tokens.current()
        try:
            return await request(token)
        except NotSignedIn:
            return await request(await self._tokens.renew(token))

    # The status.

    def _refresh_status(self, *, synced: bool | None = None) -> None:
        self._refreshed += 1
        self._show_counts(self._replica.outbox.counts(), synced=synced)

    def _show_counts(self, counts: tuple[int, int], *, synced: bool | None = None) -> None:
        pending, parked = counts
        cursor = self._replica.cursor
        still = self._status.synced if synced is None else synced
        still = bool(still) and not pending and not parked and self._server_seq <= cursor and self._status.online
        self._say(replace(self._status, synced=still, pending=pending, parked=parked, cursor=cursor))

    def _tell_soon(self) -> None:
        """Refresh the status within TOLD_EVERY_S."""
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(TOLD_EVERY_S, self._tell)

    def _tell(self) -> None:
        """Count in a thread, since a long queue takes longer than the window may stand still."""
        self._telling = None
        refreshed = self._refreshed

        def show(counting: asyncio.Future[tuple[int, int]]) -> None:
            # What was looked at meanwhile is newer than this count.
            if not counting.cancelled() and counting.exception() is None and refreshed == self._refreshed:
                self._show_counts(counting.result())

        asyncio.get_running_loop().run_in_executor(None, self._replica.outbox.counts).add_done_callback(show)

    def _say(self, status: SyncStatus) -> None:
        if status == self._status:
            return
        told = (self._status.online, self._status.synced, self._status.problem)
        self._status = status
        if self._lock.held and told != (status.online, status.synced, status.problem):
            self._replica.set_meta(PUBLISHED, msgspec.json.encode(status).decode())
        for listener in self._listeners:
            listener.status_changed(status)
        self._moved.set()

    def _follow(self) -> None:
        """Show what the process that holds the lock last wrote of itself, over what the replica holds now."""
        published = self._replica.meta(PUBLISHED)
        if published:
            said = msgspec.json.decode(published, type=SyncStatus)
            self._status = replace(self._status, online=said.online, problem=said.problem)
            self._refresh_status(synced=said.synced)


def _progress(status: SyncStatus) -> tuple[int, int, int]:
    """Return what changes when something was sent or pulled."""
    return status.pending, status.parked, status.cursor
