"""This file keeps the turns of sessions whose platform speaks only the seed's events: questions, answers, texts.

Such a platform confirms nothing and has no feed to pull from. So all operations but questions are `kept` here, and what
the platform says is stored as kept operations as well, marked with a reason: "told" for what the platform has itself,
"branched" for a text of it that could not be merged and so is not the head. Should the platform learn our protocol one
day, they are released and sent like any other.

    queued ──begin──► sent ──answer──► kept as a `message.add`, "told"
                        └──park──► parked "unanswered": only the coach sends it again

A text of the platform descends from the platform's text before it. If that is not what is shown, both are merged by
block from their common ancestor, as a platform of ours does it (`server.revising`).
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import apsw
import msgspec

from coachdesk.domain.clock import Clock, iso, new_id
from coachdesk.domain.merge import merge
from coachdesk.domain.operation import question
from coachdesk.domain.protocol import (
    Message,
    MessageAdd,
    MessageText,
    Operation,
    RefineRequest,
    SummaryRevise,
    SummaryText,
)
from coachdesk.domain.session import Policy, Role
from coachdesk.domain.summary import Revision, common_ancestor
from coachdesk.storage import overlay
from coachdesk.storage.adding import store
from coachdesk.storage.database import first, select
from coachdesk.storage.flags import as_turn, is_kept, rewrite
from coachdesk.storage.outbox import put_draft
from coachdesk.storage.sending import why_not_asked

if TYPE_CHECKING:
    from coachdesk.storage.outbox import Writes
    from coachdesk.storage.writer import Transaction

ORIGIN = "platform"
TOLD, BRANCHED = "told", "branched"
_TURNS = "turns"
_QUESTION = "kind = 'refine.request' AND state"


class _Turns(msgspec.Struct):
    """What is known of one session's turns: the SHA-256 of each question sent, by the turn's id; the id under which the
    platform echoed it; and which turn a text of the platform belongs to, by revision."""

    asked: dict[str, str] = {}
    echoes: dict[str, str] = {}
    belongs: dict[str, str] = {}


class Turns:
    """The turns of one replica. Methods that return a future write; all others read."""

    def __init__(
        self, writer: Writes, reading: Callable[[], AbstractContextManager[apsw.Connection]], clock: Clock
    ) -> None:
        self._writer = writer
        self._reading = reading
        self._clock = clock
        self.most = Policy.PLATFORM
        """The most that the organisation lets models see, as of the outbox."""

    def waiting(self) -> tuple[str, ...]:
        """Return the sessions in which a question waits to be sent, in the order they were asked."""
        with self._reading() as connection:
            rows = select(connection, f"SELECT session FROM outbox WHERE {_QUESTION} = 'queued' ORDER BY number")
        return tuple(dict.fromkeys(row[0] for row in rows))

    def turn_of(self, session: str, revision: str) -> str | None:
        """Return the question that a text of the platform answers, by its user message; None where it answers none."""
        with self._reading() as connection:
            return _turns(connection, session).belongs.get(revision)

    def begin(self, session: str) -> Future[RefineRequest | None]:
        """Mark the first waiting question of `session` as sent, durably, and return it.

        One that the client's AI policy or "keep on this laptop" forbids by now is parked instead.
        """

        def job(transaction: Transaction) -> RefineRequest | None:
            connection = transaction.connection
            row = first(
                connection,
                f"SELECT number, body FROM outbox WHERE session = ? AND {_QUESTION} = 'queued' ORDER BY number LIMIT 1",
                (session,),
            )
            if row is None:
                return None
            number, request = row[0], overlay.operation_of(row[1])
            transaction.outbox = True
            transaction.sessions.add(session)
            reason = _why_not(connection, session, self.most)
            if not isinstance(request, RefineRequest) or reason:
                connection.execute("UPDATE outbox SET state = 'parked', reason = ? WHERE number = ?", (reason, number))
                return None
            connection.execute("UPDATE outbox SET state = 'sent', sends = sends + 1 WHERE number = ?", (number,))
            turns = _turns(connection, session)
            turns.asked[request.entity] = _print(question(request))
            _keep(connection, session, turns)
            return request

        return self._writer.submit(job)

    def park(self, session: str | None = None) -> Future[None]:
        """Park the questions of `session`, or of all, that were sent and not answered; the coach decides about them."""

        def job(transaction: Transaction) -> None:
            found = select(
                transaction.connection,
                f"UPDATE outbox SET state = 'parked', reason = 'unanswered' WHERE {_QUESTION} = 'sent'"
                " AND (?1 IS NULL OR session = ?1) RETURNING session",
                (session,),
            )
            transaction.sessions.update(row[0] for row in found)
            transaction.outbox |= bool(found)

        return self._writer.submit(job)

    def message(
        self, session: str, message: Message, turn: str | None = None, texts: tuple[str, ...] = ()
    ) -> Future[bool]:
        """Store what the platform said in the chat; False if it is there already, an echo, or the session is gone.

        It answers `turn`, which is over then, and which the revisions `texts` belong to. A turn of the user is an echo
        if a question with the same words was sent from here and not echoed yet.
        """

        def job(transaction: Transaction) -> bool:
            connection = transaction.connection
            if overlay.one_session(connection, session) is None:
                return False
            turns = _turns(connection, session)
            id = _own_id(session, message.id)
            if message.role is Role.USER and _is_echo(turns, id, message.content):
                _keep(connection, session, turns)
                return False
            if turn is not None:
                self._close(transaction, session, turn)
                turns.belongs.update(dict.fromkeys(texts, turn))
                _keep(connection, session, turns)
            if any(known.id == id for known in overlay.messages(connection, session)):
                return False
            said = MessageText(
                role=message.role,
                content=message.content,
                origin="coach" if message.role is Role.USER else ORIGIN,
                reply_to=turn,
            )
            self._add(transaction, self._message(session, id, said, message.timestamp))
            return True

        return self._writer.submit(job)

    def end(self, session: str, turn: str, sentence: str) -> Future[None]:
        """End `turn` without an answer: `sentence` says why."""

        def job(transaction: Transaction) -> None:
            if self._close(transaction, session, turn):
                said = MessageText(role=Role.SYSTEM, content=sentence, origin=ORIGIN, reply_to=turn)
                self._add(transaction, self._message(session, new_id(self._clock), said, iso(self._clock.wall_ms())))

        return self._writer.submit(job)

    def text(self, session: str, text: str, turn: str | None = None) -> Future[tuple[str, ...]]:
        """Store a text of the platform, which belongs to `turn`; return the revisions made, () if it is not new."""

        def job(transaction: Transaction) -> tuple[str, ...]:
            connection = transaction.connection
            shown = overlay.one_session(connection, session)
            if shown is None:
                return ()
            known = overlay.revisions(connection, session)
            theirs = [id for id, (found, _seq) in known.items() if found.origin == ORIGIN and len(found.parents) < 2]
            before = theirs[-1] if theirs else None
            if before is not None and known[before][0].text == text:
                return ()
            head = shown.session.head
            revision = self._revise(transaction, session, (before,) if before else (), text)
            made = [revision]
            if head is not None and head != before:
                merged = _merged(known, head, before, text)
                if merged is None:
                    connection.execute("UPDATE outbox SET reason = ? WHERE entity = ?", (BRANCHED, revision))
                else:
                    made.append(self._revise(transaction, session, (head, revision), merged))
            if turn is not None:
                turns = _turns(connection, session)
                turns.belongs.update(dict.fromkeys(made, turn))
                _keep(connection, session, turns)
            return tuple(made)

        return self._writer.submit(job)

    def _revise(self, transaction: Transaction, session: str, parents: tuple[str, ...], text: str) -> str:
        revision = new_id(self._clock)
        self._add(
            transaction,
            SummaryRevise(
                id=new_id(self._clock),
                number=1,
                session=session,
                entity=revision,
                parents=parents,
                at=iso(self._clock.wall_ms()),
                data=SummaryText(text=text, origin=ORIGIN),
            ),
        )
        return revision

    def _message(self, session: str, id: str, said: MessageText, at: str) -> MessageAdd:
        return MessageAdd(id=new_id(self._clock), number=1, session=session, entity=id, at=at, data=said)

    def _add(self, transaction: Transaction, operation: Operation) -> None:
        stored = store(transaction.connection, operation, {})
        transaction.connection.execute("UPDATE outbox SET state = 'kept', reason = ? WHERE id = ?", (TOLD, stored.id))
        transaction.sessions.add(str(operation.session))
        transaction.outbox = True

    def _close(self, transaction: Transaction, session: str, turn: str) -> bool:
        """Make a message of the question `turn`: the platform has it. Return False if it does not wait any more."""
        connection = transaction.connection
        row = first(connection, "SELECT number, body FROM outbox WHERE id = ? AND kind = 'refine.request'", (turn,))
        if row is None:
            return False
        rewrite(connection, row[0], "message.add", as_turn(overlay.operation_of(row[1])))
        connection.execute("UPDATE outbox SET state = 'kept', reason = ?, sends = 0 WHERE number = ?", (TOLD, row[0]))
        transaction.sessions.add(session)
        transaction.outbox = True
        return True


def _merged(known: dict[str, tuple[Revision, int | None]], head: str, before: str | None, text: str) -> str | None:
    """Return the merge of the head and a text that follows `before`, or None if both changed the same block."""
    parents = {id: found.parents for id, (found, _seq) in known.items()}
    order = {id: place for place, id in enumerate(known)}
    base = common_ancestor(head, before, parents, order) if before is not None else None
    return merge(known[base][0].text if base else "", known[head][0].text if head in known else "", text).text


def _why_not(connection: apsw.Connection, session: str, most: Policy) -> str:
    """Return the code of what keeps a question of `session` from the platform, "" where nothing does."""
    shown = overlay.one_session(connection, session)
    if shown is None or is_kept(connection, session, shown.session.client):
        return "policy"
    return why_not_asked(connection, session, most)


def _is_echo(turns: _Turns, id: str, content: str) -> bool:
    """Whether the user's message `id` is a question sent from here; notes the first one that it can be."""
    if id in turns.echoes.values():
        return True
    same = _print(content)
    for turn, asked in turns.asked.items():
        if asked == same and turn not in turns.echoes:
            turns.echoes[turn] = id
            return True
    return False


def _own_id(session: str, id: str) -> str:
    """Return the id under which a message of the platform is stored: its own may be unique only within the session."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{session}\n{id}"))


def _print(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _turns(connection: apsw.Connection, session: str) -> _Turns:
    row = first(connection, "SELECT text FROM draft WHERE session = ? AND kind = ?", (session, _TURNS))
    return msgspec.json.decode(row[0], type=_Turns) if row else _Turns()


def _keep(connection: apsw.Connection, session: str, turns: _Turns) -> None:
    put_draft(connection, session, _TURNS, msgspec.json.encode(turns).decode())
