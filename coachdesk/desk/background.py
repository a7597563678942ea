"""This file holds what a desk does by itself while it is open: sync, look at other processes, pack for the road."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coachdesk.desk.listed import ListQuery
from coachdesk.desk.model_offer import ModelOffer
from coachdesk.desk.program import REPLACED, Program
from coachdesk.desk.reading import Reading
from coachdesk.desk.updates import Updates
from coachdesk.desk.views import Event, ListChanged, Notice, OutboxChanged, SessionsChanged
from coachdesk.domain.session import Transcript
from coachdesk.errors import CoachDeskError
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.sync.engine import SyncEngine

OTHER_PROCESS_S = 1.0
"""How often the replica is asked whether another process wrote to it."""
PREFETCH = 100
"""How many of the newest sessions have their transcripts fetched for the road."""
UPDATES_S = 3600.0
"""How often it is asked whether a day has passed since the last look at releases."""
PROGRAM_S = 5.0
"""How often it is asked whether another version of CoachDesk was installed."""
CLOSE_S = 0.5

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Offers:
    """What a desk may tell of by itself: a better model, a newer CoachDesk."""

    model: ModelOffer
    release: Updates


class Background:
    """The tasks of one desk; it owns them and ends them."""

    def __init__(
        self,
        replica: Replica,
        reading: Reading,
        sync: SyncEngine | None,
        offers: Offers,
        transcript: Callable[[str], Awaitable[Transcript | None]],
        announce: Callable[[Event], None],
    ) -> None:
        self._replica = replica
        self._reading = reading
        self._sync = sync
        self._offer = offers.model
        self._updates = offers.release
        self._transcript = transcript
        self._announce = announce
        self._tasks: list[asyncio.Task[None]] = []
        self._offering: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; returns at once."""
        self._tasks.append(asyncio.create_task(self._watch_other_processes(), name="other processes"))
        self._tasks.append(asyncio.create_task(self._watch_the_program(), name="program"))
        if self._updates.offered:
            self._tasks.append(asyncio.create_task(self._look_at_releases(), name="look at releases"))
        if self._sync is not None:
            self._tasks.append(asyncio.create_task(self._run(self._sync), name="sync engine"))
            self._tasks.append(
                asyncio.create_task(self._fetch_for_the_road(self._sync), name="transcripts for the road")
            )

    def offer_a_model(self) -> None:
        """Name a better model once, when there is time."""
        if self._sync is not None and self._offering is None and self._offer.open:
            self._offering = asyncio.create_task(self._offer_a_model(self._sync), name="offer of a model")
            self._tasks.append(self._offering)

    async def close(self) -> None:
        """End all tasks, within CLOSE_S."""
        for task in reversed(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=CLOSE_S)
        self._tasks.clear()

    async def _run(self, sync: SyncEngine) -> None:
        try:
            await sync.run()
        except Exception as fault:  # noqa: BLE001 - the window goes on without sync and says so
            _log.exception("sync stopped", extra={"fault": type(fault).__name__})
            self._announce(Notice("Syncing stopped because of a defect. Restart CoachDesk; your edits are safe.", True))

    async def _watch_other_processes(self) -> None:
        seen = self._replica.data_version()
        while True:
            await asyncio.sleep(OTHER_PROCESS_S)
            with contextlib.suppress(CoachDeskError):  # a disk that refuses now may not refuse in a second
                version = self._replica.data_version()
                if version != seen:
                    seen = version
                    self._announce(ListChanged())
                    self._announce(OutboxChanged())
                    self._announce(SessionsChanged())
                    if self._sync is not None:
                        self._sync.wake()

    async def _watch_the_program(self) -> None:
        program = Program()
        while True:
            await asyncio.sleep(PROGRAM_S)
            if program.replaced:
                self._announce(Notice(REPLACED, True))
                return

    async def _offer_a_model(self, sync: SyncEngine) -> None:
        """Wait until the coach is at work and the platform, and so probably the hub, can be reached."""
        while self._offer.open:
            await asyncio.sleep(self._offer.after_s)
            sentence = await asyncio.to_thread(self._offer.sentence) if sync.status.online else ""
            if sentence and self._offer.made():
                self._announce(Notice(sentence))

    async def _look_at_releases(self) -> None:
        while True:
            await asyncio.sleep(self._offer.after_s)  # not while the window opens
            sentence = await self._updates.sentence()
            if sentence:
                self._announce(Notice(sentence))
            await asyncio.sleep(UPDATES_S)

    async def _fetch_for_the_road(self, sync: SyncEngine) -> None:
        """Fetch the transcripts of the newest sessions while online, one by one."""
        while True:
            if sync.status.synced:
                with contextlib.suppress(CoachDeskError):
                    await self._fetch_newest(sync)
            await asyncio.sleep(30.0 if sync.status.synced else 2.0)

    async def _fetch_newest(self, sync: SyncEngine) -> None:
        for row in self._reading.rows(list(self._reading.keys(ListQuery())[:PREFETCH])):
            if not sync.status.online:
                return
            with contextlib.suppress(CoachDeskError):
                await self._transcript(row.id)
            await asyncio.sleep(0.05)
