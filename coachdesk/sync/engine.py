"""This file moves operations to the platform and changes back: one sender, pulls with a cursor, and the digest.

One process of a profile holds the sender lock and runs the connection; the others see what it writes in the replica.
What follows is for platforms of ours; while one speaks only the seed's events, `sync.platform_mode` serves it instead.
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
import random
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.clock import Clock
from coachdesk.domain.protocol import (
    DigestReply,
    Failure,
    PullReply,
    PushReply,
    Result,
    SyncChanged,
)
from coachdesk.errors import CoachDeskError, EnvironmentFault, NotFound, NotSignedIn, Offline, StorageFault, Unreadable
from coachdesk.sync.blobs import Blobs
from coachdesk.sync.connection import Connection, ConnectionState, Unanswered
from coachdesk.sync.platform_mode import PlatformMode
from coachdesk.sync.repairs import DIFFERS, Repairs
from coachdesk.sync.status import PREVIEWS, Listener, StatusBoard, SyncStatus
from coachdesk.sync.tokens import TokenSource

if TYPE_CHECKING:
    from coachdesk.storage.lock import SenderLock
    from coachdesk.storage.replica import Replica
    from coachdesk.storage.sending import Outgoing

ANSWER_S = 15.0
"""How long an acknowledgement may take before the socket is left."""
HEARTBEAT_S = 15.0
"""How long the line may be quiet before it is tried with a small pull; finds half-open sockets and lost events."""
LOCK_LOOK_S = 0.5
IN_FLIGHT = 8
"""How many batches are under way at most. New ones are made together, once half of these are answered: that is a look
through the queue, and a commit."""
PAGES_AHEAD = 4
"""How many pages may wait to be written while the next one is asked for."""
SMALLEST, LARGEST = 25, protocol.BATCH
SHORTEST_S, LONGEST_S = 0.5, 4.0
"""The pause after a request that the platform failed, doubled each time; it is multiplied by 0.5 to 1.2."""
QUICK_S = 0.5
"""A batch answered within this time may be followed by one twice as large."""

_PROBLEMS = {
    ConnectionState.REFUSED: "The platform does not accept your sign-in. Sign in again; your edits wait here.",
    ConnectionState.OTHER_PROTOCOL: "The platform speaks another version. Update CoachDesk; your edits wait here.",
    ConnectionState.NO_PLATFORM: "What answers at the address is no platform. Check it, or sign in to the Wi-Fi first.",
}

T = TypeVar("T")
_log = logging.getLogger(__name__)


class _Rejected(CoachDeskError):
    """The platform answered a request with a failing acknowledgement; `code` says which."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.code = failure.code


class SyncEngine:
    """The sync of one replica with one platform."""

    def __init__(
        self,
        server: str,
        replica: Replica,
        blobs: Blobs,
        mode: PlatformMode,
        tokens: TokenSource,
        lock: SenderLock,
        clock: Clock,
        connect: Callable[[Callable[[str, object], None], Callable[[ConnectionState], None]], Connection],
    ) -> None:
        self._replica = replica
        self._blobs = blobs
        self._mode = mode
        self._tokens = tokens
        self._lock = lock
        self._clock = clock
        self._connection = connect(self._heard, self._connection_changed)
        self._board = StatusBoard(server, replica, lock)
        self._repairs = Repairs(clock)
        self._woken = asyncio.Event()
        self._held: set[str] = set()
        self._size = SMALLEST
        self._pause_s = SHORTEST_S
        self._lost = ""
        """What to say while the address speaks our protocol no more; a new line alone is no sign that it does."""

    @property
    def status(self) -> SyncStatus:
        """How it stands now."""
        return self._board.status

    def add_listener(self, listener: Listener) -> None:
        """Tell `listener` of every change from now on."""
        self._board.add_listener(listener)

    def wake(self) -> None:
        """Say that there may be something to send; call it on the loop's thread after each stored operation."""
        self._board.refresh()
        self._woken.set()
        self._mode.wake()

    def hold(self, entity: str) -> None:
        """Send nothing of the session or client `entity` until `release`."""
        self._held.add(entity)

    def release(self, entity: str) -> None:
        """Send what waits of `entity` again."""
        self._held.discard(entity)
        self.wake()

    def hurry(self) -> None:
        """Try to connect now rather than after the pause."""
        self._connection.hurry()
        self._mode.hurry()

    def opened(self, session: str) -> None:
        """Say that the coach looks at `session`: a platform of the seed is asked for each session by itself."""
        self._mode.opened(session)

    async def run(self) -> None:
        """Sync until cancelled. Only the process that holds the sender lock connects; the others wait for the lock."""
        self._board.refresh()
        while not self._lock.acquire():
            self._board.follow()
            await asyncio.sleep(LOCK_LOOK_S)
        try:
            await self._mode.run(self._board)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._connection.run(), name="connection")
                tasks.create_task(self._turn(), name="sync")
        finally:
            self._board.close()
            self._lock.release()

    async def until_synced(self, no_progress_s: float) -> SyncStatus:
        """Return once all is acknowledged and the digests are equal, at a problem, or when nothing moved so long."""
        return await self._board.until_synced(no_progress_s)

    async def until_online(self, deadline_s: float) -> bool:
        """Return whether the platform was reached within `deadline_s`; False once it refused, or is not there."""
        return await self._board.until_online(deadline_s)

    async def look(self, deadline_s: float) -> SyncStatus:
        """Return how it stands without sending or pulling: connect, compare digests, leave.

        While another process holds the sender lock, its last word is returned.
        """
        self._board.refresh()
        if not self._lock.acquire():
            self._board.follow()
            return self._board.status
        connecting = asyncio.create_task(self._connect(), name="connection")
        try:
            if await self.until_online(deadline_s) and not self._board.status.chat_only:
                with contextlib.suppress(Offline):
                    await self._compare(repair=False)
            return self._board.status
        finally:
            connecting.cancel()
            await asyncio.gather(connecting, return_exceptions=True)
            self._lock.release()

    async def _connect(self) -> None:
        await self._mode.run(self._board, send=False)
        await self._connection.run()

    async def reply_whole(self, session: str, message: str) -> None:
        """Return once the platform's answer to `message` has its text of the summary, or will not have one."""
        await self._mode.whole(session, message)

    async def stop_reply(self, session: str, message: str) -> None:
        """Ask the platform to stop its reply to `message`; raises Offline."""
        if self._mode.serves(session):
            self._mode.stop(session, message)
            return
        await self._connection.call(protocol.STOP, {"sessionId": session, "id": message}, ANSWER_S)

    async def fetch_blob(self, sha: str) -> bytes:
        """Return a blob from the replica, the cache or the platform, in this order; raises NotFound or Offline."""
        return await self._blobs.fetch(sha)

    # What the connection reports.

    def _heard(self, event: str, payload: object) -> None:
        try:
            if event == protocol.SYNC_CHANGED:
                self._board.heard_of(protocol.receive(payload, SyncChanged).seq)
                if self._board.server_seq > self._replica.cursor:
                    self._board.refresh(synced=False)
                    self._woken.set()
                return
            form = PREVIEWS.get(event)
            preview = protocol.receive(payload, form) if form else None
        except (msgspec.ValidationError, RecursionError) as fault:
            _log.warning(
                "event refused",
                extra={"event": event if event in PREVIEWS else "other", "fault": type(fault).__name__},
            )
            return
        if preview is not None:
            self._board.preview(preview)

    def _connection_changed(self, state: ConnectionState) -> None:
        online = state is ConnectionState.ONLINE
        if online:
            # What another connection said may have been of another server behind the address, or wrong.
            self._board.server_seq = self._replica.cursor
        if not online and self._size > SMALLEST:
            self._size = SMALLEST
        self._board.connected(online, _PROBLEMS.get(state, self._lost))
        if state is ConnectionState.OFFLINE:
            self._board.failed()
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
                if quiet and self._board.status.synced:
                    await self._pull()
                    self._board.refresh()
                else:
                    await self._work()
                self._pause_s = SHORTEST_S
                self._board.unstuck()
            except StorageFault as fault:  # such as a full disk; in a moment there may be room
                self._board.stuck(str(fault))
                await self._back_off()
            except Unanswered:
                self._lost = await self._mode.still_ours()
                self._board.trouble(self._lost)
            except (Offline, NotFound):
                continue  # the connection says when it is back
            except NotSignedIn as fault:
                self._board.trouble(str(fault))
                self._connection.drop("token")
            except (_Rejected, EnvironmentFault, Unreadable, msgspec.DecodeError) as fault:
                _log.warning("the platform failed", extra={"code": getattr(fault, "code", "invalid")})
                await self._back_off()

    async def _work(self) -> None:
        await self._pull()
        await self._send()
        self._board.refresh()
        await self._pull()
        await self._compare()

    async def _back_off(self) -> None:
        self._size = SMALLEST
        await asyncio.sleep(self._pause_s * random.uniform(0.5, 1.2))
        self._pause_s = min(2 * self._pause_s, LONGEST_S)
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
            self._board.heard_of(page.cursor)
            self._board.tell_soon()
        for stored in writing:
            await asyncio.wrap_future(stored)
        self._board.refresh()

    async def _send(self) -> None:
        """Send what waits, several batches at once, no session in two of them."""
        flying: dict[asyncio.Task[None], frozenset[str | None]] = {}
        try:
            while True:
                busy = frozenset[str | None](self._held).union(*flying.values())
                room = IN_FLIGHT - len(flying)
                if room >= IN_FLIGHT // 2:
                    made = self._replica.outbox.next_batches(busy, self._size, protocol.FRAME_AIM, room)
                    for batch in await asyncio.wrap_future(made):
                        task = asyncio.create_task(self._deliver(batch), name="batch")
                        flying[task] = frozenset(outgoing.session for outgoing in batch)
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

    async def _deliver(self, batch: tuple[Outgoing, ...]) -> None:
        """Send one batch and store its answers."""
        refused = await self._blobs.upload(batch)
        ready = [outgoing for outgoing in batch if outgoing.id not in refused]
        results: list[Result] = list(refused.values())
        if ready:
            began = self._clock.monotonic()
            request = {"operations": [msgspec.Raw(outgoing.body) for outgoing in ready]}
            reply = await self._ask(protocol.SYNC_PUSH, request, PushReply)
            if [result.id for result in reply.results] != [outgoing.id for outgoing in ready]:
                raise msgspec.ValidationError("the results are not those of the batch")
            results += reply.results
            if self._clock.monotonic() - began < QUICK_S:
                self._size = min(LARGEST, self._size * 2)
            else:
                self._size = max(SMALLEST, self._size // 2)
            self._board.heard_of(max(result.seq or 0 for result in reply.results))
        await asyncio.wrap_future(self._replica.outbox.settle(tuple(results)))
        await self._blobs.release(batch, results)
        self._board.tell_soon()

    async def _compare(self, *, repair: bool = True) -> None:
        """Say "synced" if the digests are equal; if not, and `repair`, start over from the platform's rows."""
        pending, parked = self._replica.outbox.counts()
        if pending or parked:
            return
        theirs = await self._ask(protocol.SYNC_DIGEST, {}, DigestReply)
        self._board.heard_of(theirs.seq)
        if theirs.seq != self._replica.cursor:
            self._woken.set()
            return
        counts, total = self._replica.digest()
        if total == theirs.hash and {k: n for k, n in counts.items() if n} == {
            k: n for k, n in theirs.counts.items() if n
        }:
            if self._repairs.agreed():
                self._board.trouble("")
            self._board.refresh(synced=True)
            return
        _log.warning("digests differ", extra={"ours": sum(counts.values()), "theirs": sum(theirs.counts.values())})
        if repair and self._repairs.may_begin():
            await asyncio.wrap_future(self._replica.forget_platform())
            self._woken.set()
        elif repair:
            self._board.trouble(DIFFERS)

    async def _ask(self, event: str, payload: object, form: type[T]) -> T:
        """Return the platform's answer as a `form`; raises Offline, NotSignedIn, _Rejected or msgspec.DecodeError."""
        plain = payload if isinstance(payload, dict) else msgspec.to_builtins(payload)
        body = await self._connection.call(event, plain, ANSWER_S)
        if self._lost:
            self._lost = ""
            self._board.trouble("")
        answer = protocol.answer(body, form)
        if isinstance(answer, Failure):
            if answer.code == "auth":
                await self._tokens.renew(await self._tokens.current())
                self._connection.drop("token")
                raise Offline("The sign-in was renewed.")
            raise _Rejected(answer)
        return answer
