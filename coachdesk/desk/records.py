"""This file adds, changes, deletes and imports clients and sessions; each action is one transaction."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import msgspec

from coachdesk.domain.clock import Clock, iso, new_id
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientFields,
    ClientPut,
    Operation,
    SessionDelete,
    SessionFields,
    SessionPut,
    TranscriptData,
    TranscriptPut,
)
from coachdesk.domain.session import Policy, Transcript
from coachdesk.errors import NotFound, Refused
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.transcripts.imported import Imported

MOST_PHOTO = 1 << 20


class Records:
    """The clients and sessions of one desk."""

    def __init__(
        self,
        replica: Replica,
        clock: Clock,
        store: Callable[..., Awaitable[tuple[Operation, ...]]],
        most: Policy = Policy.PLATFORM,
    ) -> None:
        """`most` is the most that a client's AI policy may allow; the organisation says so."""
        self._replica = replica
        self._clock = clock
        self._store = store
        self._most = most

    async def create_client(
        self, name: str, email: str = "", policy: Policy | None = None, *, kept: bool = False
    ) -> str:
        """Add a client and return its id; raises Refused without a name, or if the organisation forbids the policy.

        With `kept` it stays on this laptop from the first byte.
        """
        if not name.strip():
            raise Refused("A client needs a name.")
        policy = self._allowed(policy or self._most)
        id = new_id(self._clock)
        if kept:
            await asyncio.wrap_future(self._replica.keeping.keep("client", id, True))
        await self._store(self._client_put(id, ClientFields(name=name.strip(), email=email.strip(), policy=policy)))
        return id

    async def edit_client(self, id: str, **fields: Any) -> None:
        """Change `fields` (name, email, photo, policy) of a client; raises NotFound."""
        self._client(id)
        if not str(fields.get("name", "-")).strip():
            raise Refused("A client needs a name.")
        try:
            changed = msgspec.convert(fields, ClientFields)
        except msgspec.ValidationError as fault:
            raise Refused("One of the client's fields has a value that is too long or of the wrong kind.") from fault
        if changed.policy:
            self._allowed(changed.policy)
        await self._store(self._client_put(id, changed))

    async def set_photo(self, id: str, photo: bytes | None) -> None:
        """Give a client a photo, at most 1 MiB, or none; raises NotFound or Refused."""
        self._client(id)
        if photo is not None and len(photo) > MOST_PHOTO:
            raise Refused("This picture is too large for a photo of a client. Choose a smaller one.")
        sha = None if photo is None else hashlib.sha256(photo).hexdigest()
        put = self._client_put(id, ClientFields(photo=sha))
        await self._store(put, blobs=() if photo is None else (photo,))

    async def delete_client(self, id: str) -> str:
        """Delete a client with all its sessions; return the operation's id. Raises NotFound."""
        self._client(id)
        stored = await self._store(
            ClientDelete(id=new_id(self._clock), number=1, entity=id, base=self._replica.cursor, at=self._now())
        )
        return stored[0].id

    async def create_session(self, client: str | None, *, kept: bool = False, **fields: Any) -> str:
        """Add a session (date, minutes, type, participants, status, tags, title) and return its id; `kept` as above."""
        id = new_id(self._clock)
        if kept:
            await asyncio.wrap_future(self._replica.keeping.keep("session", id, True))
        fields.setdefault("date", self._now()[:10])
        await self._store(self._session_put(id, _session_fields(client=client, **fields)))
        return id

    async def edit_session(self, id: str, **fields: Any) -> None:
        """Change `fields` of a session; raises NotFound."""
        self._session(id)
        await self._store(self._session_put(id, _session_fields(**fields)))

    async def delete_session(self, id: str) -> str:
        """Delete a session with all that belongs to it; return the operation's id. Raises NotFound."""
        self._session(id)
        stored = await self._store(
            SessionDelete(
                id=new_id(self._clock), number=1, session=id, entity=id, base=self._replica.cursor, at=self._now()
            )
        )
        return stored[0].id

    async def add_transcript(
        self, imported: Imported, *, client_name: str | None, date: str, session: str | None
    ) -> str:
        """Store what was read from a file and return its session's id, a new one unless `session` is given."""
        blob = await asyncio.to_thread(imported.transcript.blob)
        operations: list[Operation] = []
        if session is None:
            session = new_id(self._clock)
            client = self._client_named(client_name, operations)
            fields = _session_fields(
                client=client,
                date=date,
                title=imported.title,
                participants=imported.participants[:200],
            )
            operations.append(self._session_put(session, fields))
        else:
            self._session(session)
        operations.append(self._transcript_put(session, blob, len(imported.transcript.lines)))
        await self._store(*operations, blobs=(blob,))
        return session

    async def correct_line(self, session: str, before: Transcript, number: int, speaker: str, text: str) -> None:
        """Store the transcript `before` with another line `number`, whose times stay; raises NotFound."""
        self._session(session)
        lines = list(before.lines)
        lines[number] = msgspec.structs.replace(lines[number], speaker=speaker.strip(), text=text.strip())
        if lines[number] == before.lines[number]:
            return
        blob = await asyncio.to_thread(Transcript(tuple(lines)).blob)
        await self._store(self._transcript_put(session, blob, len(lines)), blobs=(blob,))

    def _transcript_put(self, session: str, blob: bytes, lines: int) -> TranscriptPut:
        return TranscriptPut(
            id=new_id(self._clock),
            number=1,
            session=session,
            entity=session,
            base=self._replica.cursor,
            at=self._now(),
            data=TranscriptData(blob=hashlib.sha256(blob).hexdigest(), bytes=len(blob), lines=lines),
        )

    def _now(self) -> str:
        return iso(self._clock.wall_ms())

    def _session(self, id: str) -> None:
        if self._replica.session(id) is None:
            raise NotFound("There is no session with this id.")

    def _client(self, id: str) -> None:
        if self._replica.client(id) is None:
            raise NotFound("There is no client with this id.")

    def _client_named(self, name: str | None, operations: list[Operation]) -> str | None:
        """Return the id of the client with this name, made by an operation appended to `operations` if need be."""
        if not name or not name.strip():
            return None
        wanted = name.strip().casefold()
        for client in self._replica.clients():
            if client.name.casefold() == wanted:
                return client.id
        id = new_id(self._clock)
        fields = ClientFields(name=name.strip())
        if self._most is not Policy.PLATFORM:
            fields = msgspec.structs.replace(fields, policy=self._most)
        operations.append(self._client_put(id, fields))
        return id

    def _allowed(self, policy: Policy) -> Policy:
        """Return `policy`; raises Refused if the organisation does not go so far."""
        order = list(Policy)
        if order.index(policy) > order.index(self._most):
            raise Refused("Your organisation does not let this model see clients' texts. Choose another AI policy.")
        return policy

    def _client_put(self, id: str, fields: ClientFields) -> ClientPut:
        base = self._replica.cursor
        return ClientPut(id=new_id(self._clock), number=1, entity=id, base=base, at=self._now(), data=fields)

    def _session_put(self, id: str, fields: SessionFields) -> SessionPut:
        base = self._replica.cursor
        return SessionPut(
            id=new_id(self._clock), number=1, session=id, entity=id, base=base, at=self._now(), data=fields
        )


def check_date(date: str) -> None:
    """Raise Refused unless `date` begins with a day."""
    try:
        datetime.date.fromisoformat(date[:10])
    except ValueError as fault:
        raise Refused("The date of a session is written YYYY-MM-DD, like 2026-05-12.") from fault


def _session_fields(**fields: Any) -> SessionFields:
    """Return `fields` as wire fields; raises Refused for a value that no session can have."""
    try:
        return msgspec.convert(fields, SessionFields)
    except msgspec.ValidationError as fault:
        raise Refused("One of the session's fields has a value that is too long or of the wrong kind.") from fault
