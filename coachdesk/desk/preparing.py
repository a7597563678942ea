"""This file has the model read a session ahead when it is opened offline, so that a reply can start at once.

It begins after a second of quiet and gives way at once: to what the coach sends, to another session, to edits that are
being sent, and to other work of the machine. Nothing is read for a client whose policy allows no model, for the starter
model (which no prompt of this kind is asked), or while the platform would answer.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coachdesk.desk.local_model import LocalModel
from coachdesk.desk.reading import Reading
from coachdesk.domain.session import Policy, Transcript
from coachdesk.errors import CoachDeskError

if TYPE_CHECKING:
    from coachdesk.sync.engine import SyncEngine
    from coachdesk.sync.status import Preview, SyncStatus


def machine_is_busy() -> bool:
    """Tell whether more wants to run than this machine has cores; False where the system does not say."""
    load = getattr(os, "getloadavg", None)
    return bool(load is not None and load()[0] > (os.cpu_count() or 1) + 0.5)


@dataclass(frozen=True)
class Pace:
    """How long it must be quiet before reading begins, how often the machine is looked at then, and what busy means."""

    quiet_s: float = 1.0
    look_s: float = 0.5
    busy: Callable[[], bool] = machine_is_busy


class Preparing:
    """Reads one session at a time ahead; a listener of the sync engine."""

    def __init__(
        self,
        reading: Reading,
        model: LocalModel,
        sync: SyncEngine | None,
        transcript: Callable[[str], Awaitable[Transcript | None]],
        pace: Pace,
    ) -> None:
        self._reading = reading
        self._model = model
        self._sync = sync
        self._transcript = transcript
        self._pace = pace
        self._session: str | None = None
        self._text: str | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def working(self) -> bool:
        """Whether a session is being read, or is about to be."""
        return self._task is not None

    def opened(self, session: str) -> None:
        """Read `session` ahead once it is quiet, instead of any other."""
        self._session, self._text = session, None
        self._begin()

    def changed(self, session: str) -> None:
        """Read again if the shown text of the open session is another one now."""
        if session == self._session and self._text is not None and self._shown(session) != self._text:
            self._begin()

    def resume(self) -> None:
        """A reply is finished: read the open session as it is now, unless that was done."""
        if self._session is not None and self._task is None and self._shown(self._session) != self._text:
            self._begin()

    def stop(self) -> None:
        """Stop at once, until something changes, `resume`, or a session is opened."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def close(self) -> None:
        """Stop, and wait for that."""
        task = self._task
        self._session = None
        self.stop()
        if task is not None:
            await asyncio.wait([task])

    def status_changed(self, status: SyncStatus) -> None:
        """Give way to edits that are sent; begin when the platform is gone."""
        if self._session is None:
            return
        if not self._wanted(self._session):
            self.stop()
        elif not status.online and self._task is None and self._text is None:
            self._begin()

    def preview(self, event: Preview) -> None:
        """Nothing to do: a preview changes no text here."""

    def _begin(self) -> None:
        self.stop()
        if self._session is not None and self._wanted(self._session):
            task = asyncio.get_running_loop().create_task(self._read(self._session), name="read a session ahead")
            self._task = task
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if self._task is task:
            self._task = None

    def _wanted(self, session: str) -> bool:
        """Tell whether this laptop's model would answer, and nothing is being sent."""
        try:
            policy = self._reading.policy(session)
        except CoachDeskError:
            return False
        status = self._sync.status if self._sync is not None else None
        online = status is not None and status.online
        sending = status is not None and online and status.pending > status.parked
        return policy is not Policy.NONE and not sending and (policy is Policy.LOCAL or not online)

    def _shown(self, session: str) -> str | None:
        """Return the text that the next request works on."""
        try:
            proposal = self._reading.proposal(session)
            return proposal.text if proposal else self._reading.view(session).summary
        except CoachDeskError:
            return None

    async def _read(self, session: str) -> None:
        await asyncio.sleep(self._pace.quiet_s)
        try:
            if not self._model.engine().starter:
                while not await self._read_in_peace(session):
                    pass
        except CoachDeskError:
            # Nobody waits for this; a request says what is wrong.
            return

    async def _read_in_peace(self, session: str) -> bool:
        """Read while the machine has nothing else to do; return whether all was read."""
        while self._pace.busy():  # noqa: ASYNC110 - the system tells its load only when asked
            await asyncio.sleep(self._pace.look_s)
        # The client's AI policy may have become another one meanwhile.
        text = self._shown(session) if self._wanted(session) else None
        if text is None:
            return True
        reading = asyncio.create_task(self._prepare(session, text), name="prepare")
        try:
            while not reading.done():
                await asyncio.wait([reading], timeout=self._pace.look_s)
                if not reading.done() and not self._wanted(session):
                    return True
                if not reading.done() and self._pace.busy():
                    return False
            reading.result()
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
        self._text = text
        return True

    async def _prepare(self, session: str, text: str) -> None:
        engine = self._model.engine()
        if engine.starter:
            return
        from coachdesk.assistant.session_prompt import session_beginning

        beginning = await session_beginning(text, await self._transcript(session), engine)
        if beginning is not None:
            await engine.prepare(beginning.turns)
