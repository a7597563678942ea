"""This file writes a first summary from a transcript, on this laptop, with progress and stop."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import msgspec

from coachdesk.desk.decisions import Decisions
from coachdesk.desk.local_model import LocalModel
from coachdesk.desk.reading import Reading
from coachdesk.desk.views import Event, Progress, Proposal, ReplyEnded, SessionsChanged
from coachdesk.domain.session import Policy, Transcript
from coachdesk.errors import MemoryShort, NotFound, Refused
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.assistant.engine import Engine
    from coachdesk.assistant.summarising import Summarised


class FirstSummary:
    """The first summaries that are being written on one desk."""

    def __init__(
        self,
        replica: Replica,
        reading: Reading,
        decisions: Decisions,
        model: LocalModel,
        find_transcript: Callable[[str], Awaitable[Transcript | None]],
        announce: Callable[[Event], None],
    ) -> None:
        self._replica = replica
        self._reading = reading
        self._decisions = decisions
        self._model = model
        self._find_transcript = find_transcript
        self._announce = announce
        self._writing: dict[str, asyncio.Task[None]] = {}

    def writing(self, session: str) -> bool:
        """Return whether one is being written for `session`."""
        return session in self._writing

    async def write(self, session: str) -> None:
        """Write it and return once it is durable or stopped; raises NotFound without a transcript."""
        if session in self._writing:
            raise Refused("A summary is already being written. Stop it first, or wait for it.")
        task = asyncio.create_task(self._write(session), name="summarise")
        self._writing[session] = task
        try:
            await asyncio.wait([task])
            if not task.cancelled():
                task.result()
        except asyncio.CancelledError:
            task.cancel()
            raise
        finally:
            self._writing.pop(session, None)
            self._announce(Progress("summarise", session, "", 1, 1))
            self._announce(ReplyEnded(session))

    async def stop(self, session: str) -> None:
        """Stop writing for `session`; nothing is stored then."""
        task = self._writing.get(session)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def close(self) -> None:
        """Stop all of them."""
        for session in list(self._writing):
            await self.stop(session)

    async def _write(self, session: str) -> None:
        transcript = await self._find_transcript(session)
        if transcript is None:
            raise NotFound("The transcript of this session is not on this laptop. Import it, or connect to fetch it.")
        view = self._reading.view(session)
        policy = self._reading.policy(session)
        engine = None if policy is Policy.NONE else self._model.engine()

        def progress(done: int, total: int) -> None:
            self._announce(Progress("summarise", session, "Summarising", min(done, total - 1), total))

        made = await self._made(transcript, engine, view.client_name, progress)
        origin = f"local:{made.engine}"
        view = self._reading.view(session)  # the coach may have written one meanwhile
        if not view.summary.strip():
            await self._decisions.revise(view, made.summary, origin)
            return
        reply = f"A new summary of the whole transcript ({made.coverage:.0f} % of it was read)."
        proposal = Proposal(view.revision, view.summary, made.summary, origin, "Summarise", reply)
        await asyncio.wrap_future(self._replica.save_proposal(session, msgspec.json.encode(proposal)))
        self._announce(SessionsChanged(frozenset({session})))

    async def _made(
        self, transcript: Transcript, engine: Engine | None, client: str, progress: Callable[[int, int], None]
    ) -> Summarised:
        """Return the summary, by a smaller model where memory is too short for `engine`."""
        # Its rules take a third of a second to be loaded the first time, in which the window must go on.
        await asyncio.to_thread(importlib.import_module, "coachdesk.assistant.summarising")
        from coachdesk.assistant.summarising import summarise

        try:
            return await summarise(transcript, engine=engine, client=client, progress=progress)
        except MemoryShort as short:
            if engine is None:
                raise
            return await self._made(transcript, self._model.smaller_than(engine, short), client, progress)
