"""This file gives tests laptops without a desk: a real replica and the whole sync engine over real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from coachdesk.desk.opening import engine_of
from coachdesk.domain.clock import Clock, SystemClock
from coachdesk.domain.protocol import Operation
from coachdesk.storage.cache import Cache
from coachdesk.storage.replica import Replica
from coachdesk.sync.platform_http import PlatformHttp, Tokens
from coachdesk.sync.status import Preview, SyncStatus
from coachdesk.sync.tokens import TokenSource
from tests.storage.edits import KEY

DEADLINE_S = 30.0


class Laptop:
    """One device. `engine` runs between `go` and `stay`; edits may be added at any time."""

    def __init__(
        self, folder: Path, address: str, token: str, *, clock: Clock | None = None, ca: Path | None = None
    ) -> None:
        clock = clock or SystemClock()
        self.folder = folder
        self.replica = Replica.open(folder, KEY, clock, index_when_idle=False)
        self._cache = Cache(folder / "cache", KEY)
        self.previews: list[Preview] = []
        self._moved = asyncio.Event()
        http = PlatformHttp(address, ca)
        self.saved: list[Tokens] = []

        async def save(tokens: Tokens) -> None:
            self.saved.append(tokens)

        source = TokenSource(http, Tokens(access=token, refresh=""), save)

        self.engine = engine_of(address, self.replica, self._cache, source, clock, folder, ca)
        self.engine.add_listener(self)
        self._task: asyncio.Task[None] | None = None

    # A listener of the engine.

    def status_changed(self, status: SyncStatus) -> None:
        self._moved.set()

    def preview(self, event: Preview) -> None:
        self.previews.append(event)
        self._moved.set()

    async def add(self, *operations: Operation) -> tuple[Operation, ...]:
        """Store edits as the desk does: durably, then wake the engine."""
        stored = await asyncio.wrap_future(self.replica.outbox.add(*operations))
        self.engine.wake()
        return stored

    def go(self) -> None:
        """Begin to sync."""
        self._task = asyncio.create_task(self.engine.run(), name="engine of a laptop")

    async def stay(self) -> None:
        """Sync no more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            async with asyncio.timeout(DEADLINE_S):
                await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        await self.stay()
        self._cache.close()
        self.replica.close()

    async def until(self, condition: Callable[[], object], deadline_s: float = DEADLINE_S) -> None:
        """Wait until something holds, looking whenever the engine says something."""
        try:
            async with asyncio.timeout(deadline_s):
                while not condition():
                    self._moved.clear()
                    await self._moved.wait()
        except TimeoutError:
            raise AssertionError(f"waited in vain: {self.engine.status}") from None

    async def until_synced(self, deadline_s: float = DEADLINE_S) -> None:
        await self.until(lambda: self.engine.status.synced, deadline_s)

    async def until_online(self, deadline_s: float = DEADLINE_S) -> None:
        await self.until(lambda: self.engine.status.online, deadline_s)


@asynccontextmanager
async def laptop(folder: Path, address: str, token: str, *, clock: Clock | None = None) -> AsyncIterator[Laptop]:
    """A laptop that syncs."""
    one = Laptop(folder, address, token, clock=clock)
    one.go()
    try:
        yield one
    finally:
        await one.close()
