"""This file is the outbox: the durable, ordered queue of all that a coach did and the platform has not confirmed.

The promise. Once the future of `add` is done, the edit is on the disk. From then on it is either in this queue, or in
the platform's rows that a pull has brought, or the coach has discarded it by hand. It is never in neither, and the
platform never applies it twice.

An operation has an id, by which the platform applies it once, and a number, which counts on this device and orders it.
Numbers come from SQLite's AUTOINCREMENT inside the transaction that stores the operation: they rise strictly, and none
is used twice, whatever happens to the process or to the clock. Time orders nothing here; `at` is only shown.

States

    queued        stored. `sends` = 0: never sent, so its text may still change. `sends` > 0: the platform answered that
                  it did not apply it (`skipped`), or the coach retries it. A copy may still be under way on an old
                  connection, so its text stays as it is
    sent          written before the first byte leaves. Perhaps applied: only an answer can tell. Without one it stays
                  `sent` and goes again with the same id, before anything later of its session
    acknowledged  answered with `seq`. It stays on top of the platform's rows until a page reaches `seq`, so that the
                  edit does not flicker; the transaction that stores that page deletes it. Where the cursor is there
                  already, the transaction that stores the answer deletes it
    parked        refused by the platform, or kept from it by the AI policy of the client or of the organisation, with
                  its reason. It holds the later operations of its session
    kept          of a client or session that stays on this laptop; released by clearing the flag

        add ──► queued ─next_batches─► sent ──applied, merged, branched──► acknowledged ──page with seq──► gone
        add ──► kept ──release──► ▲ ◄──────────skipped──────────┤
                                  └──────retry────── parked ◄───┘ rejected          parked, queued ──discard──► gone

An answer that comes late, twice or out of order does no harm: `applied` wins over whatever state the operation is in,
because the platform does not take it back; `rejected` counts only for what is queued or sent; `skipped` only for what
is sent; an answer about an operation that is gone is ignored. An answer that claims success without `seq` settles
nothing: the operation is asked again.

Order (`storage.sending`). Within a session nothing overtakes: its operations are taken in the order of their numbers,
and one whose earlier operation is under way (`busy`) or parked is left out from there on. Sessions do not wait for one
another: they come by the number of their first waiting operation, each with all that it has, since what lies together
in both databases is then written together.
Operations on clients have no session; they go before all sessions, in their own order, and hold only the sessions of
their client until they are answered. One that deletes a client waits for the earlier operations of that client's
sessions that can still be sent, or it would make them fail. A file goes before the operation that names it: the engine
asks `needs_blob` and sends it first.

Coalescing (`storage.adding`). Only the last operation of its session (of its client, for one on a client), while it is
queued or kept and was never sent, takes up a following one, as `domain.operation.coalesced` allows; a text takes up
only one of the same process, so that window and command line never take each other's words away. The stored operation
keeps its id, number and revision: callers go on with what `add` returns. Later operations of the same call that name
the swallowed revision are changed to name the one that stays.

Discarding (`storage.discarding`). What the coach discards is deleted. Later texts of the session that were built on a
discarded text are merged (base: the discarded text; one side: the later text; other side: the parent of the discarded
text) and get its parents; where that is not clean, the later text is kept whole. An approval of the discarded text goes
with it. Discarding the creation of a session or client takes all within; the desk asks first and shows `within`.

Where a crash can come, and what is then

    before the commit of `add`           nothing is stored; the draft still is, and the window has not said "Saved"
    after it, before `next_batches`      queued
    after `next_batches`, then no send   sent, though it was not; it goes again, and is applied then
    after the platform's commit          sent; it goes again, and the platform repeats its stored answer
    after the answer, before `settle`    the same
    after `settle`, before the page      acknowledged; the page deletes it
    within any transaction               SQLite rolls back to the state before

Not promised

    - Two commits are not one: a draft that is not handed to `add` with its operation may be left by a crash between,
      although its text is already queued.
    - `add` may coalesce: the revision that a caller made up may not come to be. What it returns is.
    - A batch is durably marked as sent before it leaves, not delivered. Delivery is at least once; the platform's ids
      make it once.
    - A copy of this database that is put back by hand is older than the numbers it used. `restore` therefore gives it a
      new device id.
    - Nothing here protects against a disk that says it has written and has not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

import apsw
import msgspec

from coachdesk.domain.operation import State
from coachdesk.domain.protocol import Operation, Result, SessionPut, SummaryRevise
from coachdesk.domain.session import Policy
from coachdesk.errors import NotFound, Refused
from coachdesk.storage import branches, discarding
from coachdesk.storage.adding import check, renamed_in, store
from coachdesk.storage.database import each, first, only, select
from coachdesk.storage.flags import move
from coachdesk.storage.meta import integer
from coachdesk.storage.overlay import COUNTED, among, operation_of
from coachdesk.storage.sending import WAITING, Outgoing, Questions, batches, sendable
from coachdesk.storage.touching import touch, touch_ids
from coachdesk.storage.withdrawing import settles_itself
from coachdesk.storage.writer import Transaction

T = TypeVar("T")
_SETTLED = ("applied", "merged", "branched")
_BRANCHED = "branched"
_BRANCHES_MOST = 20
_TITLE = (
    "(SELECT iif(title = '', coalesce(person.name, ''), title) FROM shown"
    " LEFT JOIN person ON person.id = shown.client WHERE shown.id = outbox.session)"
)


class Writes(Protocol):
    """What the outbox needs of the replica's writer."""

    def submit(self, job: Callable[[Transaction], T]) -> Future[T]:
        """Return the result of `job` once its transaction is durable."""


class Waiting(msgspec.Struct, frozen=True):
    """An operation with where it stands; `reason` is the platform's code if it was refused, else ""."""

    operation: Operation
    state: State
    reason: str
    at: str | int
    new: bool = False
    """Whether it makes the client or the session that it is about."""
    title: str | None = None
    """The title of its session as shown, or the client's name where it has none; None where no session is shown."""


class Outbox:
    """The queue of one replica. Methods that return a future write; all others read. Raises CoachDeskError."""

    def __init__(self, writer: Writes, reading: Callable[[], AbstractContextManager[apsw.Connection]]) -> None:
        self._writer = writer
        self._reading = reading
        self._own: tuple[str | None, str] | None = None
        self.most = Policy.PLATFORM
        """The most that the organisation lets models see: questions beyond that are parked instead of sent."""

    def add(
        self, *operations: Operation, blobs: Sequence[bytes] = (), drafts: Mapping[tuple[str, str], str] | None = None
    ) -> Future[tuple[Operation, ...]]:
        """Store operations in this order, with the files they name and what becomes of drafts, in one transaction.

        `drafts` gives the text of each (session, kind), "" to remove it.
        Their `number` is assigned here; the one given counts for nothing. Returns them as stored: a coalesced one has
        the earlier id and, for a text, the earlier revision. Raises Refused for a text the wire does not carry.
        """
        for operation in operations:
            check(operation)

        def job(transaction: Transaction) -> tuple[Operation, ...]:
            connection = transaction.connection
            for data in blobs:
                sha = hashlib.sha256(data).hexdigest()
                connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (sha, data))
            renamed: dict[str, str] = {}
            stored = []
            for operation in operations:
                stored.append(store(connection, renamed_in(operation, renamed), renamed, self._own))
                if isinstance(operation, SummaryRevise):
                    self._own = (operation.session, operation.data.text)
                touch(transaction, stored[-1])
                if isinstance(operation, SessionPut) and operation.data.client is not msgspec.UNSET:
                    for touched in move(connection, operation.entity, operation.data.client):
                        touch_ids(transaction, *touched)
            for (session, draft), text in (drafts or {}).items():
                put_draft(connection, session, draft, text)
            transaction.outbox |= bool(operations)
            return tuple(stored)

        return self._writer.submit(job)

    def next_batches(
        self, busy: Collection[str | None], most: int, bytes_aim: int, count: int = 1
    ) -> Future[tuple[tuple[Outgoing, ...], ...]]:
        """Return what may be sent now in at most `count` batches that may be under way together.

        Each has at most `most` operations of together about `bytes_aim` bytes, but at least one. Sessions and clients
        in `busy` are left out; None in it stands for all operations on clients. What is returned is durably marked as
        sent. A question that the client's AI policy, or the organisation's, keeps from the platform by now is parked.
        """

        def job(transaction: Transaction) -> tuple[tuple[Outgoing, ...], ...]:
            connection = transaction.connection
            questions = Questions(self.most)
            found = batches(sendable(connection, busy, questions), most, bytes_aim, count)
            fresh = [(one.number,) for batch in found for one in batch if one.state != State.SENT]
            connection.executemany("UPDATE outbox SET state = 'sent', sends = sends + 1 WHERE number = ?", fresh)
            for number, session, reason in questions.held:
                connection.execute("UPDATE outbox SET state = 'parked', reason = ? WHERE number = ?", (reason, number))
                touch_ids(transaction, session, session)
            transaction.outbox |= bool(fresh or questions.held)
            return found

        return self._writer.submit(job)

    def settle(self, results: Sequence[Result]) -> Future[None]:
        """Store the platform's answers, see the top of this file. Unknown ids are ignored."""

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            cursor = integer(connection, "cursor")
            known = {
                row[0]: row
                for row in each(
                    connection,
                    "SELECT id, number, state, session, entity FROM outbox"
                    " WHERE id IN (SELECT value FROM json_each(?))",
                    (among(result.id for result in results),),
                )
            }
            gone: list[tuple[int]] = []
            changed: list[tuple[str, str, int | None, int]] = []
            for result in results:
                row = known.get(result.id)
                if row is None:
                    continue
                _, number, state, session, entity = row
                if result.status in _SETTLED and result.seq is not None:
                    if result.status == "branched":
                        _note_branch(connection, session, entity)
                    if result.seq <= cursor:
                        gone.append((number,))
                    else:
                        changed.append((State.ACKNOWLEDGED.value, "", result.seq, number))
                elif result.status == "rejected" and state in (State.QUEUED, State.SENT):
                    body = only(connection, "SELECT body FROM outbox WHERE number = ?", (number,))[0]
                    if settles_itself(operation_of(body), result.reason or ""):
                        gone.append((number,))
                        touch_ids(transaction, session, entity)
                        transaction.outbox = True
                        continue
                    changed.append((State.PARKED.value, result.reason or "invalid", None, number))
                elif result.status == "skipped" and state == State.SENT:
                    changed.append((State.QUEUED.value, "", None, number))
                else:
                    continue
                if session is None or (result.seq is not None and result.seq <= cursor):
                    touch_ids(transaction, session, entity)
                else:
                    transaction.counted.add(session)
                transaction.outbox = True
            connection.executemany("UPDATE outbox SET state = ?, reason = ?, seq = ? WHERE number = ?", changed)
            connection.executemany("DELETE FROM outbox WHERE number = ?", gone)

        return self._writer.submit(job)

    def retry(self, op: str) -> Future[None]:
        """Queue a parked operation again, with what it holds. Raises NotFound if none is parked under `op`."""

        def job(transaction: Transaction) -> None:
            row = first(
                transaction.connection,
                "UPDATE outbox SET state = 'queued', reason = '' WHERE id = ? AND state = 'parked'"
                " RETURNING session, entity",
                (op,),
            )
            if row is None:
                raise NotFound("No refused edit has this id; the list of waiting edits shows those there are.")
            touch_ids(transaction, *row)
            transaction.outbox = True

        return self._writer.submit(job)

    def discard(self, op: str) -> Future[None]:
        """Delete an operation that was refused or not sent yet, and all `within` it; later texts are merged without it.

        Raises NotFound for an unknown id, Refused for one that may have been applied.
        """

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            row = first(connection, "SELECT state FROM outbox WHERE id = ?", (op,))
            if row is None:
                raise NotFound("No waiting edit has this id; the list of waiting edits shows those there are.")
            if row[0] in (State.SENT, State.ACKNOWLEDGED):
                raise Refused("This edit is on its way to the platform; wait for its answer.")
            for session, entity in discarding.discard(connection, op):
                touch_ids(transaction, session, entity)
            transaction.outbox = True

        return self._writer.submit(job)

    def branched(self, session: str) -> list[str]:
        """Return which revisions of a session that the platform could not merge are of this laptop."""
        with self._reading() as connection:
            return own_branches(connection, session)

    def unsettled(self, session: str, head: str) -> list[str]:
        """Return the revisions that could not be merged with `head`, the one that is shown, and wait for the coach."""
        with self._reading() as connection:
            return branches.waiting(connection, session, head)

    def counts(self) -> tuple[int, int]:
        """Return how many operations are not confirmed, refused ones included, and how many were refused."""
        with self._reading() as connection:
            pending, parked = only(connection, f"SELECT {COUNTED} FROM outbox")
        return pending, parked

    def empty(self) -> bool:
        """Whether neither the platform nor a pull owes us anything; kept operations do not count."""
        with self._reading() as connection:
            return first(connection, "SELECT 1 FROM outbox WHERE state <> 'kept' LIMIT 1") is None

    def list(self, most: int = -1) -> list[Waiting]:
        """Return what waits in its order: parked, queued, sent and kept, at most `most` (-1: all).

        What a platform of the seed said itself is kept too, with a reason (`storage.turns`); that does not wait.
        """
        with self._reading() as connection:
            rows = select(
                connection,
                f"SELECT body, state, reason, {discarding.MAKES}, {_TITLE} FROM outbox WHERE state <> 'acknowledged'"
                " AND NOT (state = 'kept' AND reason <> '') ORDER BY number LIMIT ?",
                (most,),
            )
        found = []
        for body, state, reason, new, title in rows:
            operation = operation_of(body)
            found.append(Waiting(operation, State(state), reason, operation.at, bool(new), title))
        return found

    def get(self, op: str) -> Waiting | None:
        """Return one operation, acknowledged ones included."""
        with self._reading() as connection:
            row = first(connection, "SELECT body, state, reason FROM outbox WHERE id = ?", (op,))
        if row is None:
            return None
        operation = operation_of(row[0])
        return Waiting(operation, State(row[1]), row[2], operation.at)

    def within(self, op: str) -> tuple[str, ...]:
        """Return the ids of the later operations that discarding `op` takes along; () unless it creates something."""
        with self._reading() as connection:
            return discarding.within(connection, op)

    def needs_blob(self) -> tuple[str, ...]:
        """Return the SHA-256 of the files in the replica that waiting operations name, in the order they are needed."""
        with self._reading() as connection:
            found = select(
                connection,
                f"SELECT blob FROM outbox WHERE {WAITING} AND blob IN (SELECT sha FROM blob) ORDER BY number",
            )
        return tuple(dict.fromkeys(row[0] for row in found))


def own_branches(connection: apsw.Connection, session: str) -> list[str]:
    """Return the revisions of this laptop that the platform could not merge, the last ones last."""
    row = first(connection, "SELECT text FROM draft WHERE session = ? AND kind = ?", (session, _BRANCHED))
    return msgspec.json.decode(row[0], type=list[str]) if row else []


def _note_branch(connection: apsw.Connection, session: str, revision: str) -> None:
    noted = own_branches(connection, session)
    if revision not in noted:
        kept = [*noted, revision][-_BRANCHES_MOST:]
        put_draft(connection, session, _BRANCHED, msgspec.json.encode(kept).decode())


def put_draft(connection: apsw.Connection, session: str, kind: str, text: str) -> None:
    """Store what is being typed; "" removes it."""
    if text:
        connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (session, kind, text))
    else:
        connection.execute("DELETE FROM draft WHERE session = ? AND kind = ?", (session, kind))
