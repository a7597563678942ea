"""This file says how replica and platform stand, to all who want to know, and never "synced" when it is not so."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.protocol import Error, Message, MessageDelta, SummaryUpdate, Typing

if TYPE_CHECKING:
    from coachdesk.storage.lock import SenderLock
    from coachdesk.storage.replica import Replica

PUBLISHED = "sync-status"
TOLD_EVERY_S = 0.1
FAILURES_ENOUGH = 4
"""The shortest time between two looks at the outbox while batches and pages come and go: it counts all that waits."""

Preview = Message | MessageDelta | Typing | SummaryUpdate | Error
PREVIEWS: dict[str, type[Preview]] = {
    protocol.MESSAGE: Message,
    protocol.MESSAGE_DELTA: MessageDelta,
    protocol.TYPING: Typing,
    protocol.SUMMARY_UPDATE: SummaryUpdate,
    protocol.ERROR: Error,
}


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How replica and platform stand; `synced` says that their digests were equal and nothing happened since.

    `chat_only` says that the platform answers in the chat and stores nothing for us: it speaks only the seed's events.
    """

    server: str
    online: bool = False
    synced: bool = False
    pending: int = 0
    parked: int = 0
    cursor: int = 0
    problem: str = ""
    chat_only: bool = False


class Listener(Protocol):
    """Who wants to know; called on the loop's thread, must not wait."""

    def status_changed(self, status: SyncStatus) -> None:
        """The status is another one now."""

    def preview(self, event: Preview) -> None:
        """The platform announced something that a pull will bring."""


class StatusBoard:
    """The status of one replica. `server_seq` is the newest change of the platform that was heard of."""

    def __init__(self, server: str, replica: Replica, lock: SenderLock) -> None:
        self._replica = replica
        self._lock = lock
        self.status = SyncStatus(server)
        self.server_seq = 0
        self._listeners: list[Listener] = []
        self._moved = asyncio.Event()
        self._telling: asyncio.TimerHandle | None = None
        self._refreshed = 0
        self._closed = False
        self._stuck = ""
        self._failures = 0

    def add_listener(self, listener: Listener) -> None:
        """Tell `listener` of every change from now on."""
        self._listeners.append(listener)

    def preview(self, event: Preview) -> None:
        """Hand a preview to all listeners."""
        for listener in self._listeners:
            listener.preview(event)

    def heard_of(self, seq: int) -> None:
        """Take note that the platform has changes up to `seq`."""
        self.server_seq = max(self.server_seq, seq)

    def connected(self, online: bool, problem: str) -> None:
        """Say whether the platform is reached, and what stands in the way."""
        synced = self.status.synced and online
        self._show(replace(self.status, online=online, synced=synced, problem=problem))

    def failed(self) -> None:
        """Take note that an attempt to reach the platform came to nothing."""
        self._failures += 1
        self._moved.set()

    def speaks(self, *, chat_only: bool) -> None:
        """Say whether the platform only answers in the chat."""
        self._show(replace(self.status, chat_only=chat_only))

    def trouble(self, problem: str) -> None:
        """Say what the coach has to do before syncing can go on."""
        self._show(replace(self.status, problem=problem))

    def stuck(self, problem: str) -> None:
        """Say what stands in the way here until `unstuck`, such as a full disk."""
        self._stuck = problem
        self.trouble(problem)

    def unstuck(self) -> None:
        """Say that nothing stands in the way here."""
        if self._stuck and self.status.problem == self._stuck:
            self.trouble("")
        self._stuck = ""

    def close(self) -> None:
        """Say that nothing is synced any more; a count that still runs is ignored, since the replica may be closed."""
        self._closed = True
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        self.connected(False, self.status.problem)

    async def until_synced(self, no_progress_s: float) -> SyncStatus:
        """Return once all is acknowledged and the digests are equal, at a problem, or when nothing moved so long.

        Where the platform only answers in the chat that cannot come: return once no question waits for it.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(no_progress_s) as patience:
                before = self.status
                while not self.status.synced and not self.status.problem and not self._all_there:
                    await self._next_status()
                    if _progress(self.status) != _progress(before):
                        before = self.status
                        patience.reschedule(asyncio.get_running_loop().time() + no_progress_s)
        return self.status

    @property
    def _all_there(self) -> bool:
        status = self.status
        return status.chat_only and status.online and status.pending == status.parked

    async def until_online(self, deadline_s: float) -> bool:
        """Return whether the platform was reached within `deadline_s`; False once it refused, or is surely not there.

        A slow laptop needs its time to connect; where nothing answers, a few attempts say so much sooner.
        """
        enough = self._failures + FAILURES_ENOUGH
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(deadline_s):
                while not self.status.online and not self.status.problem and self._failures < enough:
                    await self._next_status()
        return self.status.online

    async def _next_status(self) -> None:
        self._moved.clear()
        await self._moved.wait()

    def refresh(self, *, synced: bool | None = None) -> None:
        self._refreshed += 1
        self._show_counts(self._replica.outbox.counts(), synced=synced)

    def _show_counts(self, counts: tuple[int, int], *, synced: bool | None = None) -> None:
        pending, parked = counts
        cursor = self._replica.cursor
        still = self.status.synced if synced is None else synced
        still = bool(still) and not pending and not parked and self.server_seq <= cursor and self.status.online
        self._show(replace(self.status, synced=still, pending=pending, parked=parked, cursor=cursor))

    def tell_soon(self) -> None:
        """Refresh the status within TOLD_EVERY_S."""
        if self._telling is None and not self._closed:
            self._telling = asyncio.get_running_loop().call_later(TOLD_EVERY_S, self._tell)

    def _tell(self) -> None:
        """Count in a thread, since a long queue takes longer than the window may stand still."""
        self._telling = None
        refreshed = self._refreshed

        def show(counting: asyncio.Future[tuple[int, int]]) -> None:
            # What was looked at meanwhile is newer than this count.
            stale = self._closed or refreshed != self._refreshed
            if not counting.cancelled() and counting.exception() is None and not stale:
                self._show_counts(counting.result())

        asyncio.get_running_loop().run_in_executor(None, self._replica.outbox.counts).add_done_callback(show)

    def _show(self, status: SyncStatus) -> None:
        if status == self.status:
            return
        told = _published(self.status)
        self.status = status
        if self._lock.held and told != _published(status):
            self._replica.set_meta(PUBLISHED, msgspec.json.encode(status).decode())
        for listener in self._listeners:
            listener.status_changed(status)
        self._moved.set()

    def follow(self) -> None:
        """Show what the process that holds the lock last wrote of itself, over what the replica holds now."""
        published = self._replica.meta(PUBLISHED)
        if published:
            said = msgspec.json.decode(published, type=SyncStatus)
            self.status = replace(self.status, online=said.online, problem=said.problem, chat_only=said.chat_only)
            self.refresh(synced=said.synced)


def _published(status: SyncStatus) -> tuple[bool, bool, str, bool]:
    """Return what other processes cannot see in the replica."""
    return status.online, status.synced, status.problem, status.chat_only


def _progress(status: SyncStatus) -> tuple[int, int, int]:
    """Return what changes when something was sent or pulled."""
    return status.pending, status.parked, status.cursor
