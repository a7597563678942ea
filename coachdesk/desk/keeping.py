"""This file keeps a client or a session on this laptop, and releases it again.

What was never sent is only held back. What the platform may have is copied under new ids, with its texts in a row, and
deleted there, in one transaction; so a copy that is still under way to the platform has no name here any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypedDict

import msgspec

from coachdesk.desk.reading import Reading
from coachdesk.desk.views import SessionView
from coachdesk.domain.clock import Clock, iso, new_id
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientFields,
    ClientPut,
    MessageAdd,
    MessageText,
    Operation,
    SessionDelete,
    SessionFields,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
    SummaryText,
    TranscriptData,
    TranscriptPut,
)
from coachdesk.domain.session import Client
from coachdesk.errors import NotFound, Refused
from coachdesk.storage.keeping import Copy
from coachdesk.storage.listing import Query
from coachdesk.storage.replica import Replica


class _Stamp(TypedDict):
    """What every operation has."""

    id: str
    number: int
    at: str


class Keeping:
    """What of one desk stays on this laptop. `fetch` gives a file by its SHA-256, or None if it cannot be had now."""

    def __init__(
        self, replica: Replica, reading: Reading, clock: Clock, fetch: Callable[[str], Awaitable[bytes | None]]
    ) -> None:
        self._replica = replica
        self._reading = reading
        self._clock = clock
        self._fetch = fetch

    async def keep_session(self, session: str) -> str:
        """Keep a session on this laptop and return its id from now on; raises NotFound or Refused."""
        shown = self._reading.shown(session)
        if not self._replica.keeping.was_sent(session):
            await asyncio.wrap_future(self._replica.keeping.keep("session", session, True))
            return session
        new = new_id(self._clock)
        operations, blobs, proposals = await self._copied(session, new, shown.session.client)
        copy = Copy(
            entity=new,
            deletion=SessionDelete(session=session, entity=session, base=self._replica.cursor, **self._stamp()),
            sessions={session: new},
            operations=operations,
            blobs=blobs,
            proposals=proposals,
        )
        await asyncio.wrap_future(self._replica.keeping.keep_copy("session", copy))
        return new

    async def keep_client(self, client: str) -> str:
        """Keep a client with all sessions on this laptop and return its id from now on; raises NotFound or Refused."""
        found = self._client(client)
        sessions = self._sessions_of(client)
        keeping = self._replica.keeping
        if not keeping.was_sent(None, client) and not any(keeping.was_sent(session) for session in sessions):
            await asyncio.wrap_future(keeping.keep("client", client, True))
            return client
        new = new_id(self._clock)
        photo = await self._fetch(found.photo) if found.photo else None
        fields = ClientFields(
            name=found.name, email=found.email, policy=found.policy, photo=found.photo if photo else None
        )
        operations: list[Operation] = [ClientPut(entity=new, data=fields, **self._stamp())]
        blobs: list[bytes] = [photo] if photo else []
        proposals: dict[str, bytes] = {}
        renamed = {session: new_id(self._clock) for session in sessions}
        for session, other in renamed.items():
            more, files, waiting = await self._copied(session, other, new)
            operations += more
            blobs += files
            proposals |= waiting
        copy = Copy(
            entity=new,
            deletion=ClientDelete(entity=client, base=self._replica.cursor, **self._stamp()),
            sessions=renamed,
            operations=tuple(operations),
            blobs=tuple(blobs),
            proposals=proposals,
        )
        await asyncio.wrap_future(keeping.keep_copy("client", copy))
        return new

    async def release(self, kind: str, entity: str) -> None:
        """Let the platform have a "client" or "session" that was kept on this laptop."""
        await asyncio.wrap_future(self._replica.keeping.keep(kind, entity, False))

    def kept(self, session: str) -> bool:
        """Whether a session stays on this laptop, by its own flag or its client's; raises NotFound."""
        client = self._reading.shown(session).session.client
        keeping = self._replica.keeping
        return keeping.kept("session", session) or (client is not None and keeping.kept("client", client))

    async def _copied(
        self, session: str, new: str, client: str | None
    ) -> tuple[tuple[Operation, ...], tuple[bytes, ...], dict[str, bytes]]:
        """Return what makes a session again under the id `new`: operations, files, and what waits for a decision."""
        view = self._reading.view(session)
        if view.branches:
            raise Refused("Two versions of a summary wait for your decision. Settle them first, then keep it here.")
        data = SessionFields(
            client=client,
            date=view.date,
            minutes=view.minutes,
            type=view.type,
            participants=view.participants,
            status=view.status,
            tags=view.tags,
            title=view.title,
        )
        operations: list[Operation] = [SessionPut(session=new, entity=new, data=data, **self._stamp())]
        blobs: list[bytes] = []
        row = self._replica.transcript_row(session)
        if row is not None:
            content = await self._fetch(row.blob)
            if content is None:
                raise Refused("A transcript is not on this laptop yet. Connect to the platform once, and try again.")
            blobs.append(content)
            named = TranscriptData(blob=row.blob, bytes=row.bytes, lines=row.lines)
            operations.append(TranscriptPut(session=new, entity=new, data=named, **self._stamp()))
        revisions, names = self._texts(view, new)
        operations += revisions
        operations += self._turns(view, new)
        proposals = {}
        if view.proposal is not None:
            proposal = replace(view.proposal, base=names.get(view.proposal.base or ""), asked=(), passed_on="")
            proposals[new] = msgspec.json.encode(proposal)
        return tuple(operations), tuple(blobs), proposals

    def _texts(self, view: SessionView, new: str) -> tuple[list[Operation], dict[str, str]]:
        """Return the texts of a summary as one row of revisions ending in the head, and their new ids by the old."""
        texts = [text for text in reversed(self._reading.revisions(view.id)) if text.id != view.revision]
        texts += [text for text in self._reading.revisions(view.id) if text.id == view.revision]
        names = {text.id: new_id(self._clock) for text in texts}
        operations: list[Operation] = []
        before: tuple[str, ...] = ()
        for text in texts:
            stamp = self._stamp(text.at)
            data = SummaryText(text=text.text, origin=text.origin)
            operations.append(SummaryRevise(session=new, entity=names[text.id], parents=before, data=data, **stamp))
            before = (names[text.id],)
        if view.approved in names:
            operations.append(SummaryApprove(session=new, entity=names[view.approved], **self._stamp()))
        return operations, names

    def _turns(self, view: SessionView, new: str) -> list[Operation]:
        names = {message.id: new_id(self._clock) for message in view.messages}
        return [
            MessageAdd(
                session=new,
                entity=names[message.id],
                data=MessageText(
                    role=message.role,
                    content=message.content,
                    origin=message.origin,
                    reply_to=names.get(message.reply_to or ""),
                ),
                **self._stamp(message.at),
            )
            for message in view.messages
        ]

    def _sessions_of(self, client: str) -> list[str]:
        keys = self._reading.keys(Query(client=client, order="oldest"))
        return [row.id for row in self._reading.rows(list(keys)) if row.id]

    def _client(self, client: str) -> Client:
        found = self._replica.client(client)
        if found is None:
            raise NotFound("There is no client with this id.")
        return found

    def _stamp(self, at: str = "") -> _Stamp:
        return {"id": new_id(self._clock), "number": 1, "at": at or iso(self._clock.wall_ms())}
