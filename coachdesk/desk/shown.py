"""This file is what a desk shows: reads of the replica, which are short, and texts that may have to be fetched.

The reads are synchronous and take less than the 8 ms that the window's thread may be held. A text that is not on this
laptop comes from the cache or the platform; where it cannot be had now the answer is None, and no error.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.desk.listed import ClientRow, ListQuery, SessionRow
from coachdesk.desk.reading import Reading
from coachdesk.desk.session_list import SessionList
from coachdesk.desk.views import OutboxRow, RevisionView, SessionView, Status, Support, status_of
from coachdesk.desk.waiting import OutboxInWords, refusal
from coachdesk.domain.session import Policy, Transcript
from coachdesk.errors import CoachDeskError, NotFound
from coachdesk.storage.cache import Cache
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.assistant.evidence import Evidence
    from coachdesk.sync.engine import SyncEngine


class Shown:
    """What is shown of one replica; `sync` is None where no platform is known, `most` the most that models may see."""

    def __init__(self, replica: Replica, cache: Cache, sync: SyncEngine | None, most: Policy) -> None:
        self._replica = replica
        self._cache = cache
        self._sync = sync
        self._reading = Reading(replica, most)
        self._outbox = OutboxInWords(replica)
        self.list = SessionList(replica, self._reading)

    @property
    def status(self) -> Status:
        """How this laptop and the platform stand."""
        if self._sync is None:
            pending, parked = self._replica.outbox.counts()
            return Status(pending=pending, parked=parked)
        return status_of(self._sync.status)

    def keys(self, query: ListQuery) -> Sequence[int]:
        """Return the keys of the list, in order; with a text in `query`, use `find`, which does not wait here."""
        return self.list.keys(query)

    async def find(self, query: ListQuery, most: int | None = None) -> Sequence[int]:
        """Return the keys of the list for a query with a text, at most `most`: the first ones of all."""
        return await self.list.find(query, most)

    def rows(self, keys: Sequence[int]) -> tuple[SessionRow, ...]:
        """Return the lines of the list for `keys`."""
        return self._reading.rows(list(keys))

    def row(self, session: str) -> SessionRow:
        """Return the line of one session; raises NotFound."""
        key = self.key_of(session)
        if key is None:
            raise NotFound("There is no session with this id.")
        return self.rows([key])[0]

    def key_of(self, session: str) -> int | None:
        """Return the key of a session, or None if it is not in the list."""
        return self._replica.key_of(session)

    def clients(self) -> tuple[ClientRow, ...]:
        """Return all clients by name."""
        return self._reading.clients()

    def view(self, session: str) -> SessionView:
        """Return all of one session that a screen shows; raises NotFound."""
        return self._reading.view(session)

    def revisions(self, session: str) -> tuple[RevisionView, ...]:
        """Return the revisions of a session, newest first; raises NotFound."""
        return self._reading.revisions(session)

    def outbox(self, most: int = -1) -> tuple[OutboxRow, ...]:
        """Return what waits, in its order, at most `most` edits (-1: all)."""
        return self._outbox.rows(most)

    def waiting_text(self, operation: str) -> str:
        """Return what the coach wrote in an operation that waits, for copying; raises NotFound."""
        return self._outbox.text(operation)

    def refusal(self, operation: str) -> str:
        """Return why the platform refused or did not answer `operation`, in words; "" unless it is parked."""
        return refusal(self._replica.outbox, operation)

    def draft(self, session: str, kind: str) -> str:
        """Return what was typed and not yet sent; `kind` is "chat" or "summary"."""
        return self._replica.draft(session, kind)

    async def transcript(self, session: str) -> Transcript | None:
        """Return a session's transcript, fetched if it is not here; None if there is none or it cannot be had now."""
        row = self._replica.transcript_row(session)
        if row is None:
            return None
        content = await self.file(row.blob)
        if content is None:
            return None
        transcript = await asyncio.to_thread(Transcript.from_blob, content)
        if self._replica.heard(session) != row.blob:
            self._replica.hear(session, row.blob, "\n".join(line.text for line in transcript.lines))
        return transcript

    async def file(self, blob: str) -> bytes | None:
        """Return the file that `blob` (SHA-256) names, a photo or a transcript; None where it cannot be had now."""
        content = self._replica.blob(blob) or await asyncio.to_thread(self._cache.get, blob)
        if content is None and self._sync is not None and self._sync.status.online:
            with contextlib.suppress(CoachDeskError):
                content = await self._sync.fetch_blob(blob)
        return content

    async def evidence(self, session: str) -> tuple[Evidence, ...]:
        """Return which transcript lines support which statement of the shown summary."""
        await _load_evidence()
        from coachdesk.assistant.evidence import evidence_for

        transcript = await self.transcript(session)
        if transcript is None:
            return ()
        return await asyncio.to_thread(evidence_for, self.view(session).summary, transcript)

    async def support(self, session: str) -> tuple[Support, ...]:
        """Return the statements of the shown summary with the transcript lines that support each; () without one."""
        if not self.view(session).transcript:
            return ()
        await _load_evidence()
        from coachdesk.assistant.evidence import statements_of

        found = {one.statement: one.lines for one in await self.evidence(session)}
        statements = statements_of(self.view(session).summary)
        return tuple(Support(statement, found.get(statement)) for statement in statements)

    async def export(self, session: str, form: str, path: Path) -> None:
        """Write a session to `path` as `form` (md, docx, vtt, eml, json); raises Unreadable or StorageFault."""
        from coachdesk.export import Exported, export_session

        view = self.view(session)
        transcript = await self.transcript(session)
        exported = Exported(
            client=view.client_name,
            date=view.date,
            title=view.title,
            participants=view.participants,
            summary=view.summary,
            transcript=transcript or Transcript(),
        )
        await asyncio.to_thread(export_session, exported, form, path)

    async def look(self, deadline_s: float) -> Status:
        """Return how laptop and platform stand, without sending or fetching anything."""
        if self._sync is None:
            return self.status
        return status_of(await self._sync.look(deadline_s))

    async def until_online(self, deadline_s: float) -> bool:
        """Return whether the platform was reached within `deadline_s`."""
        return self._sync is not None and await self._sync.until_online(deadline_s)

    async def until_synced(self, no_progress_s: float = 60.0) -> Status:
        """Return once everything is acknowledged and the digests are equal, or nothing moved for so long."""
        if self._sync is None:
            return self.status
        return status_of(await self._sync.until_synced(no_progress_s))


async def _load_evidence() -> None:
    """Load what links statements with lines in a thread, for its patterns take 30 ms to be compiled the first time."""
    await asyncio.to_thread(importlib.import_module, "coachdesk.assistant.evidence")
