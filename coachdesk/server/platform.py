"""This file does what the platform is for, by whatever wire it is asked: push, pull, digest, and telling the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.clock import Clock, iso, new_id
from coachdesk.domain.protocol import FRAME_AIM, PAGE, RefineRequest, Result, SummaryUpdate
from coachdesk.domain.session import Session
from coachdesk.domain.summary import Revision
from coachdesk.errors import NotFound
from coachdesk.server.batch import Outcome, apply_batch
from coachdesk.server.blobs import Blobs
from coachdesk.server.limits import Limit
from coachdesk.server.notes import Changed, Notes
from coachdesk.server.replying import message_of
from coachdesk.server.store import CoachReader, CoachWriter, Feed, Request, Store
from coachdesk.server.working import Entity, Working

T = TypeVar("T")

ASKED, ASKED_IN_S = 60, 60.0
"""How many questions one coach may put to the model in how many seconds."""


class Announcer(Protocol):
    """Who tells the connected sockets of a coach."""

    async def tell(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        """Send an event to those who joined the session, and to the coach's devices, in all processes."""

    async def tell_joined(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        """Send an event to those who joined the session at this process."""

    async def preview(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        """Send an event only to clients that speak our protocol."""

    def changed(self, changed: Changed, by: str | None) -> None:
        """Say soon to the coach's devices, but the socket `by`, and to other processes, that there are changes."""

    def someone_joined(self, coach: int, session: str) -> bool:
        """Return whether a web client has the session open at this process."""


class Platform:
    """The rows of all coaches, and the rules for changing them."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        clock: Clock,
        announcer: Announcer,
        on_requests: Callable[[Sequence[Request]], None],
        on_erased: Callable[[int, frozenset[str]], None],
        notes: Notes,
    ) -> None:
        self._store = store
        self._blobs = blobs
        self._clock = clock
        self._announcer = announcer
        self._on_requests = on_requests
        self._on_erased = on_erased
        self._asked = Limit("questions", ASKED, ASKED_IN_S, clock, notes)

    async def push(self, coach: int, operations: Sequence[object], device: str, by: str | None) -> tuple[Result, ...]:
        """Apply a batch and return its results once it is durable. `by` is the socket that brought it."""
        outcome = await self._store.write(
            coach,
            lambda transaction: apply_batch(transaction, coach, operations, device, self.now, self.new_id),
        )
        await self._after(coach, outcome, by)
        return outcome.results

    async def refine(self, coach: int, refine: protocol.Refine, device: str) -> Result:
        """Turn a question of a web client into a `refine.request`, apply it, and echo the user's turn.

        Only this way of asking is limited. What comes by `push` waited in a queue, perhaps for weeks: a refusal would
        park it, and the answers are written one after another anyway.
        """
        id = refine.id or self.new_id()
        if self._asked.is_reached(str(coach)):
            return Result(id=id, status="rejected", reason="too-many")
        await self._asked.count(str(coach))
        request = RefineRequest(
            id=id,
            number=1,
            session=refine.session_id,
            entity=id,
            base=refine.base,
            at=refine.timestamp,
            data=protocol.RefineText(content=refine.content, selection=refine.selection),
        )
        # Told to the asking socket too: unlike a push, its acknowledgement brings no seq.
        (result,) = await self.push(coach, (msgspec.to_builtins(request),), device, None)
        return result

    async def pull(self, coach: int, cursor: int, limit: int) -> tuple[list[bytes], int, bool]:
        """Return changes as canonical JSON, the cursor after them, and whether there are more.

        A cursor beyond the feed's end (the server went back to a backup) comes back as the feed's end.
        """

        def read(reader: CoachReader) -> tuple[list[bytes], int, bool]:
            bodies, reached, more = reader.page(cursor, min(limit, PAGE), FRAME_AIM)
            return bodies, min(reached, reader.feed().seq), more

        return await self._store.read(coach, read)

    async def digest(self, coach: int) -> Feed:
        """Return the end of the coach's feed."""
        return await self._store.read(coach, lambda reader: reader.feed())

    async def owned_session(self, coach: int, id: str) -> Session:
        """Return a live session of this coach; raises NotFound for any other id."""

        def read(reader: CoachReader) -> Session:
            body = reader.bodies("session", (id,)).get(id)
            session = msgspec.json.decode(body, type=protocol.SessionChange).data if body else None
            if session is None:
                raise NotFound("The platform does not know this session.")
            return session

        return await self._store.read(coach, read)

    async def commit(self, coach: int, work: Callable[[Working], T]) -> T:
        """Run a change of the platform's own, such as a reply, in one transaction, and tell everybody."""

        def write(transaction: CoachWriter) -> tuple[T, tuple[Entity, ...], int]:
            working = Working(transaction, coach, self.now, self.new_id)
            given = work(working)
            return given, tuple(working.flush()), working.seq

        given, changed, seq = await self._store.write(coach, write)
        if changed:
            self._announcer.changed(Changed(coach, seq), None)
        return given

    def now(self) -> str:
        """Return the time as the wire has it."""
        return iso(self._clock.wall_ms())

    def new_id(self) -> str:
        """Return a fresh id."""
        return new_id(self._clock)

    async def tell_joined(self, changed: Changed) -> None:
        """Tell web clients at this process what was changed at another one."""
        coach = changed.coach
        for session, id in changed.messages:
            if self._announcer.someone_joined(coach, session):
                message = await self._change(coach, "message", id, protocol.MessageChange)
                if message is not None and message.data is not None:
                    told = message_of(id, message.data, session, message.seq)
                    await self._announcer.tell_joined(protocol.MESSAGE, told, coach, session)
        for session in changed.summaries:
            if self._announcer.someone_joined(coach, session):
                found = await self._change(coach, "session", session, protocol.SessionChange)
                if found is not None and found.data is not None:
                    await self._tell_head(coach, session, found.data.head, found.seq, {})

    async def _change(self, coach: int, kind: str, id: str, form: type[T]) -> T | None:
        body = await self._store.read(coach, lambda reader: reader.bodies(kind, (id,)).get(id))
        return msgspec.json.decode(body, type=form) if body is not None else None

    async def _after(self, coach: int, outcome: Outcome, by: str | None) -> None:
        asked = {request.id for request in outcome.requests}
        said = [entity for entity in outcome.changed if entity.kind == "message" and entity.session is not None]
        sessions = [entity for entity in outcome.changed if entity.kind == "session" and entity.live]
        if outcome.changed:
            messages = tuple((entity.session or "", entity.id) for entity in said if entity.id not in asked)
            changed = Changed(coach, outcome.seq, messages, tuple(entity.id for entity in sessions))
            self._announcer.changed(changed, by)
        if outcome.erased:
            self._on_erased(coach, outcome.erased)
        if outcome.loose_blobs:
            await self._blobs.forget(outcome.loose_blobs)
        texts = {entity.id: entity.data for entity in outcome.changed if entity.kind == "revision" and entity.live}
        for entity in said:
            session = entity.session or ""
            if entity.id in asked or self._announcer.someone_joined(coach, session):
                message = message_of(entity.id, entity.data, session, entity.seq)
                tell = self._announcer.tell if entity.id in asked else self._announcer.tell_joined
                await tell(protocol.MESSAGE, message, coach, session)
        for entity in sessions:
            if self._announcer.someone_joined(coach, entity.id):
                await self._tell_head(coach, entity.id, entity.data.head, entity.seq, texts)
        self._on_requests(outcome.requests)

    async def _tell_head(
        self, coach: int, session: str, head: str | None, seq: int, texts: Mapping[str, Revision]
    ) -> None:
        if head is None:
            return
        revision = texts[head] if head in texts else await self._store.read(coach, partial(_revision, id=head))
        update = SummaryUpdate(
            summary=revision.text,
            session_id=session,
            revision=head,
            parents=revision.parents,
            origin=revision.origin,
            seq=seq,
        )
        await self._announcer.tell_joined(protocol.SUMMARY_UPDATE, update, coach, session)


def _revision(reader: CoachReader, id: str) -> Revision:
    change = msgspec.json.decode(reader.bodies("revision", (id,))[id], type=protocol.RevisionChange)
    if change.data is None:
        raise NotFound("The platform does not know this revision.")
    return change.data
