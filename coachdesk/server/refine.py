"""This file answers `refine.request`s in the background: in a session one after another, a few sessions at a time.

    asked ──▶ waiting ──▶ writing ──▶ answered       message and revision are stored in one transaction
                 │           ├──▶ stopped            by `stop`: a system message says so
                 │           ├──▶ failed             a system message says so, and an `error` event
                 └───────────┴──▶ dropped            the session was deleted meanwhile

A request is removed in the transaction that stores what came of it. So those that are left when the server starts are
exactly the unanswered ones, and they go on; nothing is stored of a reply that was being written when it ended. While a
process writes, it holds the request in the database and keeps saying so; of a session no other one is given out
meanwhile. What a process held that died is free after HELD_MS, and whoever looks next goes on with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
import structlog

from coachdesk.assistant.engine import Turn
from coachdesk.domain import protocol
from coachdesk.domain.protocol import Error, Message, MessageDelta, MessageRow, Typing
from coachdesk.domain.session import Role, Transcript
from coachdesk.errors import CoachDeskError, NotFound, Refused
from coachdesk.server.apply import platform_may_see
from coachdesk.server.blobs import Blobs
from coachdesk.server.notes import Notes, Stop
from coachdesk.server.platform import Announcer, Platform
from coachdesk.server.replying import (
    ORIGIN,
    Asked,
    Question,
    Reply,
    Stored,
    conversation_of,
    message_of,
    parent_of,
    store_reply,
)
from coachdesk.server.store import Accounts, Request, Store
from coachdesk.server.working import Working

HELD_MS = 15_000
LOOK_S = 5.0
"""How often a process says what it still writes, and looks for what nobody does."""
STOPPED = "Stopped. The summary is as it was."

_log = structlog.get_logger(__name__)


class Replier(Protocol):
    """The model behind the platform."""

    async def reply(self, question: Question, on_piece: Callable[[str], None]) -> Reply:
        """Return the reply; what of its text is known early goes to `on_piece`. Raises CoachDeskError."""

    async def close(self) -> None: ...


class Answering:
    """All replies that are waited for. `most` are written at a time here; `alone`: no other process answers."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        announcer: Announcer,
        replier: Replier,
        notes: Notes,
        *,
        most: int = 2,
        alone: bool = True,
    ) -> None:
        self._store = store
        self._blobs = blobs
        self._announcer = announcer
        self._replier = replier
        self._room = asyncio.Semaphore(most)
        self._platform: Platform | None = None
        self._notes = notes
        self._alone = alone
        self._holder = secrets.token_hex(8)
        self._looking: asyncio.Task[None] | None = None
        self._asked: set[tuple[int, str]] = set()
        self._workers: dict[tuple[int, str], asyncio.Task[None]] = {}
        self._writing: dict[tuple[int, str], tuple[str, asyncio.Task[Stored | None]]] = {}

    async def open(self, platform: Platform) -> None:
        """Go on with what was asked before the server last ended."""
        self._platform = platform
        self._notes.listen(Stop, self._stop_here)
        if self._alone:
            await self._store.accounts(lambda accounts: accounts.release(None))
        self.ask(await self._store.accounts(lambda accounts: accounts.requests()))
        self._looking = asyncio.create_task(self._look(), name="looking for requests")

    async def close(self) -> None:
        """Leave everything that is unanswered for the next start, or for another process."""
        self._platform = None
        tasks = [*self._workers.values(), *([self._looking] if self._looking is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with contextlib.suppress(Exception):  # a database that is away frees it later by itself
            await self._store.accounts(lambda accounts: accounts.release(self._holder))
        await self._replier.close()

    def ask(self, requests: Sequence[Request]) -> None:
        """Answer these requests, in the order in which they were stored within a session."""
        for request in requests:
            key = (request.coach, request.session)
            self._asked.add(key)
            if key not in self._workers:
                self._workers[key] = asyncio.create_task(self._work(key), name="answering")

    def forget(self, coach: int, sessions: frozenset[str]) -> None:
        """Stop what is written here for deleted sessions; elsewhere it is dropped once it is whole."""
        for session in sessions:
            writing = self._writing.get((coach, session))
            if writing is not None:
                writing[1].cancel()

    async def stop(self, coach: int, session: str, id: str) -> None:
        """Stop the reply to the message `id`, or take it from the queue; nothing if it was answered already."""
        if not await self._close_turn(coach, session, id, STOPPED):
            await self._notes.tell(Stop(coach, session, id))

    def _stop_here(self, stop: Stop) -> None:
        writing = self._writing.get((stop.coach, stop.session))
        if writing is not None and writing[0] == stop.id:
            writing[1].cancel("stopped")

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                self.ask(await self._store.accounts(self._renew))
            except Exception as fault:  # noqa: BLE001 - such as a database that is away
                _log.warning("requests not looked for", fault=type(fault).__name__)

    def _renew(self, accounts: Accounts) -> list[Request]:
        accounts.renew(self._holder, [id for id, _ in list(self._writing.values())], HELD_MS)
        return accounts.requests()

    async def _work(self, key: tuple[int, str]) -> None:
        coach, session = key
        try:
            while key in self._asked:
                self._asked.discard(key)
                while True:
                    async with self._room:
                        request = await self._store.write(
                            coach, lambda writer: writer.claim(session, self._holder, HELD_MS)
                        )
                        if request is None:
                            break
                        await self._answer(key, request)
        except Exception as fault:  # noqa: BLE001 - such as a full disk; it is tried again once nobody holds it any more
            _log.error("answering failed", fault=type(fault).__name__, exc_info=fault)
        finally:
            self._asked.discard(key)
            self._workers.pop(key, None)

    async def _answer(self, key: tuple[int, str], request: Request) -> None:
        coach, session = key
        typing = Typing(is_typing=True, session_id=session, reply_to=request.id)
        await self._announcer.tell(protocol.TYPING, typing, coach, session)
        task = asyncio.create_task(self._write(request), name="reply")
        self._writing[key] = (request.id, task)
        stored: Stored | None = None
        closing: str | None = None
        try:
            await asyncio.wait([task])
            stored, closing = _outcome(task)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait([task])
            raise
        finally:
            del self._writing[key]
        await self._announcer.tell(protocol.TYPING, msgspec.structs.replace(typing, is_typing=False), coach, session)
        if stored is not None:
            await self._announcer.tell(protocol.MESSAGE, stored.message, coach, session)
            if stored.update is not None:
                await self._announcer.tell(protocol.SUMMARY_UPDATE, stored.update, coach, session)
        elif closing is not None:
            await self._close_turn(*key, request.id, closing, request=request, failed=task.cancelled() is False)

    async def _write(self, request: Request) -> Stored | None:
        """Write one reply and store it; returns None where its session is gone."""
        platform = self._running()
        try:
            asked = await self._gather(request)
        except NotFound:
            return None
        id = platform.new_id()
        deltas: asyncio.Queue[str] = asyncio.Queue()
        streaming = asyncio.create_task(self._stream(request, id, deltas), name="deltas")
        try:
            reply = await self._replier.reply(asked.question, deltas.put_nowait)
            await deltas.join()
        finally:
            streaming.cancel()
        storing = asyncio.ensure_future(
            platform.commit(request.coach, lambda working: store_reply(working, request, asked, reply, id))
        )
        try:
            return await asyncio.shield(storing)
        except asyncio.CancelledError:
            # Once the reply is whole a stop comes too late: what is stored has to be told too.
            return await storing

    async def _stream(self, request: Request, id: str, deltas: asyncio.Queue[str]) -> None:
        index = 0
        while True:
            piece = await deltas.get()
            delta = MessageDelta(session_id=request.session, id=id, reply_to=request.id, index=index, delta=piece)
            await self._announcer.preview(protocol.MESSAGE_DELTA, delta, request.coach, request.session)
            index += 1
            deltas.task_done()

    async def _gather(self, request: Request) -> Asked:
        """Return the question with all that belongs to it; raises NotFound for a deleted session."""

        def read(working: Working) -> tuple[str, str | None, str, tuple[Turn, ...], str | None]:
            session = working.find("session", request.session)
            if session is None or not session.live:
                raise NotFound("The session was deleted.")
            if not platform_may_see(session, working):
                raise Refused("The client's AI policy does not allow the platform to answer any more.")
            instruction, turns = conversation_of(working, request)
            parent = parent_of(working, request, session.data.head)
            text = working.revision(parent).text if parent is not None else ""
            row = working.find("transcript", request.session)
            return instruction, parent, text, turns, row.data.blob if row is not None and row.live else None

        instruction, parent, text, turns, blob = await self._running().commit(request.coach, read)
        transcript = Transcript()
        if blob is not None:
            try:
                transcript = Transcript.from_blob(await self._blobs.content(request.coach, blob))
            except (msgspec.DecodeError, NotFound) as fault:
                _log.warning("transcript unreadable", fault=type(fault).__name__)
        question = Question(
            instruction=instruction,
            selection=request.selection,
            summary=text,
            transcript=transcript,
            conversation=turns,
        )
        return Asked(question, parent)

    async def _close_turn(
        self,
        coach: int,
        session: str,
        asked: str,
        sentence: str,
        *,
        request: Request | None = None,
        failed: bool = False,
    ) -> bool:
        """Store why there is no reply, unless the session is gone; returns whether that was stored.

        Without `request`, the one that is held here, only one that nobody holds is closed.
        """
        platform = self._running()
        id = platform.new_id()
        row = MessageRow(role=Role.SYSTEM, content=sentence, origin=ORIGIN, at=platform.now(), reply_to=asked)

        def store(working: Working) -> Message | None:
            closed = request
            if request is None:
                closed = working.transaction.drop_waiting(session, asked)
            elif not working.transaction.drop_request(asked):
                closed = None
            found = working.find("session", session)
            if closed is None or found is None or not found.live:
                return None
            return message_of(id, row, session, working.put("message", id, session, row, closed.device))

        message = await platform.commit(coach, store)
        if message is None:
            return False
        await self._announcer.tell(protocol.MESSAGE, message, coach, session)
        if failed:
            error = Error(code="failed", message=sentence, session_id=session, reply_to=asked)
            await self._announcer.tell(protocol.ERROR, error, coach, session)
        return True

    def _running(self) -> Platform:
        if self._platform is None:
            raise asyncio.CancelledError
        return self._platform


def _outcome(task: asyncio.Task[Stored | None]) -> tuple[Stored | None, str | None]:
    """Return what was stored, or the sentence that says why nothing was."""
    if task.cancelled():
        return None, STOPPED
    fault = task.exception()
    if fault is None:
        return task.result(), None
    if isinstance(fault, CoachDeskError):
        return None, str(fault)
    _log.error("reply failed", fault=type(fault).__name__, exc_info=fault)
    return None, "The platform could not answer because of a defect. The summary is as it was; try it again."
