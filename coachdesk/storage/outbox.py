"""This file is the outbox: the durable, ordered queue of all that a coach did and the platform has not yet confirmed.

The promise. Once the future of `add` is done, the edit is on the disk. From then on it is either in this queue, or in the
platform's rows that a pull has brought, or the coach has discarded it by hand. It is never in neither, and the platform
never applies it twice.

An operation has an id, which the platform uses to apply it once, and a number, which counts on this device and orders
it. Numbers come from SQLite's AUTOINCREMENT inside the transaction that stores the operation: they rise strictly, and
none is used twice, whatever happens to the process or to the clock. Time orders nothing here; `at` is only shown.

States

    queued        stored; `sends` = 0: never sent, so its text may still change. `sends` > 0: the platform answered that
                  it did not apply it (`skipped`), or the coach retries it. A copy of it may still be under way on an old
                  connection, so its text stays as it is
    sent          written before the first byte leaves. Perhaps applied: only an answer can tell. Without one it stays
                  `sent` and goes again with the same id, before anything later of its session
    acknowledged  answered with `seq`. On top of the platform's rows until a page reaches `seq`, so that the edit does not
                  flicker; then the transaction that stores the page deletes it. Where the cursor is there already, the
                  transaction that stores the answer deletes it
    parked        refused, with its reason. It holds the later operations of its session
    kept          of a client or session that stays on this laptop; released by clearing the flag

        add ──► queued ──next_batch──► sent ──applied, merged, branched──► acknowledged ──page with seq──► gone
        add ──► kept ──release──► ▲ ◄──────────skipped──────────┤
                                  └──────retry────── parked ◄───┘ rejected          parked, queued ──discard──► gone

An answer that comes late, twice or out of order does no harm: `applied` wins over whatever state the operation is in,
because the platform does not take it back; `rejected` counts only for what is queued or sent; `skipped` only for what is
sent; an answer about an operation that is gone is ignored. An answer that claims success without `seq` settles nothing:
the operation is asked again.

Order. A batch is taken in the order of numbers. Within a session nothing overtakes: a session whose earlier operation is
under way (`busy`) or parked is left out from there on. Sessions do not wait for one another. Operations on clients have
no session; they go before all sessions, in their own order, and hold only the sessions of their client until they are
answered. One that deletes a client waits for the earlier operations of that client's sessions that can still be sent, or
it would make them fail. A file goes before the operation that names it: the engine asks `needs_blob` and sends it first.

Coalescing. Only the last operation of its session (of its client, for one on a client), while it is queued or kept and
was never sent, takes up a following one, as `domain.operation.coalesced` allows. The stored operation keeps its id,
number and revision: callers go on with what `add` returns. Later operations of the same call that name the swallowed
revision are changed to name the one that stays.

Discarding. What the coach discards is deleted. Later texts of the session that were built on a discarded text are merged
(base: the discarded text, one side: the later text, other side: the parent of the discarded text) and get its parents; where
that is not clean, the later text is kept whole. An approval of the discarded text goes with it. Discarding the creation of a
session or client takes all within; the desk asks first and shows `within`.

Where a crash can come, and what is then
    before the commit of `add`           nothing is stored; the draft still is, and the window has not said "Saved"
    after it, before `next_batch`        queued
    after `next_batch`, before the send  sent, though it was not; it goes again, and is applied then
    after the platform's commit          sent; it goes again, and the platform repeats its stored answer
    after the answer, before `settle`    the same
    after `settle`, before the page      acknowledged; the page deletes it
    within any transaction               SQLite rolls back to the state before

Not promised
    - More than one commit is not atomic: an operation and the draft it came from are deleted one after the other, so a crash
      between may leave the draft of a text that is already queued.
    - `add` may coalesce; who needs one operation for each text must not use one text's revision as the next one's parent.
    - A batch is durable as sent before it leaves, not delivered. Delivery is at least once; the platform's ids make it once.
    - A copy of this database that is put back by hand is older than the numbers it used. `restore` therefore gives it a
      new device id.
    - Nothing here protects against a disk that says it has written and has not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

import apsw
import msgspec

from coachdesk.domain.operation import ON_CLIENTS, PENDING, State, coalesced
from coachdesk.domain.protocol import (
    ClientPut,
    Operation,
    RefineRequest,
    Result,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
    TranscriptPut,
)
from coachdesk.errors import NotFound, OurFault, Refused
from coachdesk.storage import discarding
from coachdesk.storage.database import each, first, select
from coachdesk.storage.meta import integer
from coachdesk.storage.overlay import among, operation_of
from coachdesk.storage.writer import Transaction

T = TypeVar("T")
_WAITING = "state IN ('queued', 'sent', 'parked')"
_SETTLED = ("applied", "merged", "branched")


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


class Outbox:
    """The queue of one replica. Methods that return a future write; all others read. Raises CoachDeskError."""

    def __init__(self, writer: Writes, reading: Callable[[], AbstractContextManager[apsw.Connection]]) -> None:
        self._writer = writer
        self._reading = reading

    def add(self, *operations: Operation, blobs: Sequence[bytes] = ()) -> Future[tuple[Operation, ...]]:
        """Store operations in this order, with the files they name, in one transaction.

        Their `number` is assigned here; the one given counts for nothing. Returns them as stored: a coalesced one has
        the earlier id and, for a text, the earlier revision. Raises Refused for a text the wire does not carry.
        """
        for operation in operations:
            _check(operation)

        def job(transaction: Transaction) -> tuple[Operation, ...]:
            connection = transaction.connection
            connection.executemany(
                "INSERT OR IGNORE INTO blob VALUES (?, ?)",
                [(hashlib.sha256(data).hexdigest(), data) for data in blobs],
            )
            renamed: dict[str, str] = {}
            stored = []
            for operation in operations:
                stored.append(_store(connection, _renamed(operation, renamed), renamed))
                _touch(transaction, stored[-1])
            transaction.outbox |= bool(operations)
            return tuple(stored)

        return self._writer.submit(job)

    def next_batch(self, busy: Collection[str | None], most: int, bytes_aim: int) -> Future[tuple[Operation, ...]]:
        """Return what may be sent now, at most `most` operations of together about `bytes_aim` bytes, but at least one.

        Sessions in `busy` are left out; None in it stands for all operations on clients. What is returned is durably
        marked as sent.
        """

        def job(transaction: Transaction) -> tuple[Operation, ...]:
            connection = transaction.connection
            batch: list[Operation] = []
            fresh: list[tuple[int]] = []
            size = 0
            for number, state, length, body in _sendable(connection, busy):
                if batch and (len(batch) >= most or size + length > bytes_aim):
                    break
                batch.append(operation_of(body))
                size += length
                if state != State.SENT:
                    fresh.append((number,))
            connection.executemany("UPDATE outbox SET state = 'sent', sends = sends + 1 WHERE number = ?", fresh)
            transaction.outbox |= bool(fresh)
            return tuple(batch)

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
                    "SELECT id, number, state, session, entity FROM outbox WHERE id IN (SELECT value FROM json_each(?))",
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
                    if result.seq <= cursor:
                        gone.append((number,))
                    else:
                        changed.append((State.ACKNOWLEDGED.value, "", result.seq, number))
                elif result.status == "rejected" and state in (State.QUEUED, State.SENT):
                    changed.append((State.PARKED.value, result.reason or "invalid", None, number))
                elif result.status == "skipped" and state == State.SENT:
                    changed.append((State.QUEUED.value, "", None, number))
                else:
                    continue
                _touch_ids(transaction, session, entity)
                transaction.outbox = True
            connection.executemany("UPDATE outbox SET state = ?, reason = ?, seq = ? WHERE number = ?", changed)
            connection.executemany("DELETE FROM outbox WHERE number = ?", gone)

        return self._writer.submit(job)

    def retry(self, id: str) -> Future[None]:
        """Queue a parked operation again, with what it holds. Raises NotFound if none is parked under `id`."""

        def job(transaction: Transaction) -> None:
            row = first(
                transaction.connection,
                "UPDATE outbox SET state = 'queued', reason = '' WHERE id = ? AND state = 'parked'"
                " RETURNING session, entity",
                (id,),
            )
            if row is None:
                raise NotFound("No refused edit has this id; the list of waiting edits shows those there are.")
            _touch_ids(transaction, *row)
            transaction.outbox = True

        return self._writer.submit(job)

    def discard(self, id: str) -> Future[None]:
        """Delete an operation that was refused or not sent yet, and all `within` it; later texts are merged without it.

        Raises NotFound for an unknown id, Refused for one that may have been applied.
        """

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            row = first(connection, "SELECT state FROM outbox WHERE id = ?", (id,))
            if row is None:
                raise NotFound("No waiting edit has this id; the list of waiting edits shows those there are.")
            if row[0] in (State.SENT, State.ACKNOWLEDGED):
                raise Refused("This edit is on its way to the platform; wait for its answer.")
            for session, entity in discarding.discard(connection, id):
                _touch_ids(transaction, session, entity)
            transaction.outbox = True

        return self._writer.submit(job)

    def keep(self, kind: str, id: str, on: bool) -> Future[None]:
        """Keep a "client" or "session" on this laptop, or release it: then its kept operations are queued.

        Keeping holds back what was never sent; what the platform already has is for the caller to copy and delete.
        """

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            if on:
                connection.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (kind, id))
            else:
                connection.execute("DELETE FROM kept WHERE kind = ? AND id = ?", (kind, id))
            for session, entity in each(
                connection,
                "UPDATE outbox SET state = iif(state = 'kept', 'queued', 'kept')"
                " WHERE (state = 'kept' OR state = 'queued' AND sends = 0) AND (state = 'kept') <>"
                " (EXISTS (SELECT 1 FROM kept WHERE kind = 'client' AND id = outbox.client)"
                " OR EXISTS (SELECT 1 FROM kept WHERE kind = 'session' AND id = outbox.session))"
                " RETURNING session, entity",
            ):
                _touch_ids(transaction, session, entity)
            transaction.outbox = True
            (transaction.clients if kind == "client" else transaction.sessions).add(id)

        return self._writer.submit(job)

    def kept(self, kind: str, id: str) -> bool:
        """Whether this very client or session has the flag "keep on this laptop"."""
        with self._reading() as connection:
            found = first(connection, "SELECT 1 FROM kept WHERE kind = ? AND id = ?", (kind, id))
        return found is not None

    def counts(self) -> tuple[int, int]:
        """Return how many operations the platform has not confirmed (refused ones included), and how many it refused."""
        with self._reading() as connection:
            by_state: dict[str, int] = dict(select(connection, "SELECT state, count(*) FROM outbox GROUP BY state"))
        return sum(by_state.get(state.value, 0) for state in PENDING), by_state.get(State.PARKED.value, 0)

    def empty(self) -> bool:
        """Whether neither the platform nor a pull owes us anything; kept operations do not count."""
        with self._reading() as connection:
            return first(connection, "SELECT 1 FROM outbox WHERE state <> 'kept' LIMIT 1") is None

    def list(self, most: int = -1) -> list[Waiting]:
        """Return what waits in its order: parked, queued, sent and kept, at most `most` (-1: all)."""
        with self._reading() as connection:
            rows = select(
                connection,
                "SELECT body, state, reason FROM outbox WHERE state <> 'acknowledged' ORDER BY number LIMIT ?",
                (most,),
            )
        found = [(operation_of(body), State(state), reason) for body, state, reason in rows]
        return [Waiting(operation, state, reason, operation.at) for operation, state, reason in found]

    def get(self, id: str) -> Waiting | None:
        """Return one operation, acknowledged ones included."""
        with self._reading() as connection:
            row = first(connection, "SELECT body, state, reason FROM outbox WHERE id = ?", (id,))
        if row is None:
            return None
        operation = operation_of(row[0])
        return Waiting(operation, State(row[1]), row[2], operation.at)

    def within(self, id: str) -> tuple[str, ...]:
        """Return the ids of the later operations that discarding `id` takes along; () unless it creates something."""
        with self._reading() as connection:
            return discarding.within(connection, id)

    def needs_blob(self) -> tuple[str, ...]:
        """Return the SHA-256 of the files in the replica that waiting operations name, in the order they are needed."""
        with self._reading() as connection:
            found = select(
                connection,
                f"SELECT blob FROM outbox WHERE {_WAITING} AND blob IN (SELECT sha FROM blob) ORDER BY number",
            )
        return tuple(dict.fromkeys(row[0] for row in found))


def _sendable(connection: apsw.Connection, busy: Collection[str | None]) -> Iterator[tuple[int, str, int, str]]:
    """Yield (number, state, bytes, body) of what may be sent, client operations first, each in order."""
    held_clients: set[str] = set()
    held: set[str] = {session for session in busy if session is not None}
    first: list[tuple[int, str, int, str]] = []
    stuck: set[str] = set()
    for number, state, length, body, kind, client in select(
        connection,
        f"SELECT number, state, bytes, body, kind, entity FROM outbox WHERE session IS NULL AND {_WAITING} ORDER BY number",
    ):
        if state == State.PARKED or client in stuck or None in busy:
            stuck.add(client)
        elif kind == "client.delete" and _sessions_wait(connection, client, number):
            stuck.add(client)
            continue
        else:
            first.append((number, state, length, body))
        held_clients.add(client)
    yield from first
    for number, state, length, body, session, client in each(
        connection,
        "SELECT number, state, bytes, body, session, client FROM outbox"
        f" WHERE session IS NOT NULL AND {_WAITING} ORDER BY number",
    ):
        if session in held:
            continue
        if state == State.PARKED or client in held_clients:
            held.add(session)
            continue
        yield number, state, length, body


def _sessions_wait(connection: apsw.Connection, client: str, number: int) -> bool:
    """Whether operations of the client's sessions from before `number` wait that are not held by a parked one."""
    parked: set[str] = set()
    for session, state in each(
        connection,
        f"SELECT session, state FROM outbox WHERE client = ? AND session IS NOT NULL AND number < ? AND {_WAITING}"
        " ORDER BY number",
        (client, number),
    ):
        if state == State.PARKED:
            parked.add(session)
        elif session not in parked:
            return True
    return False


def _store(connection: apsw.Connection, operation: Operation, renamed: dict[str, str]) -> Operation:
    """Store one operation, in the last one of its session or client if that may be; return what is stored."""
    on_client = isinstance(operation, ON_CLIENTS)
    if on_client:
        last = first(
            connection,
            "SELECT number, state, sends, client, body FROM outbox WHERE session IS NULL AND entity = ?"
            " ORDER BY number DESC LIMIT 1",
            (operation.entity,),
        )
    else:
        last = first(
            connection,
            "SELECT number, state, sends, client, body FROM outbox WHERE session = ? ORDER BY number DESC LIMIT 1",
            (operation.session,),
        )
    if last is not None and last[1] in (State.QUEUED, State.KEPT) and last[2] == 0:
        united = coalesced(operation_of(last[4]), operation)
        if united is not None:
            if united.entity != operation.entity:
                renamed[operation.entity] = united.entity
            _rewrite(connection, united, _client_of(connection, united, last[3]))
            return united
    client = operation.entity if on_client else _client_of(connection, operation, last[3] if last else None)
    kept = first(
        connection,
        "SELECT 1 FROM kept WHERE kind = 'client' AND id = ? OR kind = 'session' AND id = ?",
        (client, operation.session),
    )
    row = first(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
    operation = msgspec.structs.replace(operation, number=(int(row[0]) if row else 0) + 1)
    body = msgspec.json.encode(operation)
    connection.execute(
        "INSERT INTO outbox (number, id, kind, session, client, entity, state, blob, bytes, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            operation.number,
            operation.id,
            operation.__struct_config__.tag,
            None if on_client else operation.session,
            client,
            operation.entity,
            State.KEPT.value if kept else State.QUEUED.value,
            _blob_of(operation),
            len(body),
            body.decode(),
        ),
    )
    return operation


def _client_of(connection: apsw.Connection, operation: Operation, before: str | None) -> str | None:
    """Return the client whose session `operation` is about: the one it sets, the one `before`, or the one shown."""
    if isinstance(operation, ON_CLIENTS):
        return operation.entity
    if isinstance(operation, SessionPut) and operation.data.client is not msgspec.UNSET:
        return operation.data.client
    if before is not None:
        return before
    row = first(connection, "SELECT client FROM shown WHERE id = ?", (operation.session,))
    return row[0] if row else None


def _rewrite(connection: apsw.Connection, operation: Operation, client: str | None) -> None:
    body = msgspec.json.encode(operation)
    connection.execute(
        "UPDATE outbox SET body = ?, bytes = ?, blob = ?, client = ? WHERE number = ?",
        (body.decode(), len(body), _blob_of(operation), client, operation.number),
    )


def _blob_of(operation: Operation) -> str | None:
    match operation:
        case TranscriptPut():
            return operation.data.blob
        case ClientPut() if isinstance(operation.data.photo, str):
            return operation.data.photo
    return None


def _renamed(operation: Operation, renamed: dict[str, str]) -> Operation:
    """Return `operation` naming the revisions that stayed where it named some that were swallowed."""
    if not renamed:
        return operation
    replace = msgspec.structs.replace
    match operation:
        case SummaryRevise():
            return replace(operation, parents=tuple(renamed.get(parent, parent) for parent in operation.parents))
        case SummaryApprove():
            return replace(operation, entity=renamed.get(operation.entity, operation.entity))
        case RefineRequest() if operation.base is not None:
            return replace(operation, base=renamed.get(operation.base, operation.base))
    return operation


def _check(operation: Operation) -> None:
    """Raise Refused if the wire does not carry `operation`, OurFault if it names no session although it must."""
    try:
        operation_of(msgspec.json.encode(operation))
    except UnicodeEncodeError as fault:
        raise Refused("This text holds characters that cannot be saved; remove what was pasted last.") from fault
    except msgspec.ValidationError as fault:
        raise Refused("This is longer than the platform accepts (256 KiB of text); please shorten it.") from fault
    if operation.session is None and not isinstance(operation, ON_CLIENTS):
        raise OurFault("An edit of a session names no session; please report this.")


def _touch(transaction: Transaction, operation: Operation) -> None:
    on_client = isinstance(operation, ON_CLIENTS)
    _touch_ids(transaction, None if on_client else operation.session, operation.entity)


def _touch_ids(transaction: Transaction, session: str | None, entity: str) -> None:
    """Say that an operation on `session`, or on the client `entity`, changed; a deleted client's sessions go with it."""
    if session is not None:
        transaction.sessions.add(session)
        return
    transaction.clients.add(entity)
    connection = transaction.connection
    deletion = "SELECT 1 FROM outbox WHERE session IS NULL AND kind = 'client.delete' AND entity = ?"
    if first(connection, deletion, (entity,)):
        found = select(connection, "SELECT id FROM shown WHERE client = ?", (entity,))
        transaction.sessions.update(row[0] for row in found)
