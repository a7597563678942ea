"""This file keeps clients and sessions on this laptop: what carries their text is never sent.

The flag holds back operations that were never sent (`storage.flags`). What was sent before is copied under new ids by
the desk; here, in the same transaction, the old ids are withdrawn (`storage.withdrawing`): what waits of them is taken
out, what may have arrived already is asked once more without its text, and a deletion follows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager

import apsw
import msgspec

from coachdesk.domain.protocol import ClientDelete, Operation, SessionDelete
from coachdesk.storage.adding import store
from coachdesk.storage.database import first
from coachdesk.storage.flags import bring_into_line
from coachdesk.storage.touching import touch, touch_ids
from coachdesk.storage.withdrawing import withdraw
from coachdesk.storage.writer import Transaction, Writer


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """What takes the place of `deletion.entity` here: `operations` make it under the id `entity`.

    `sessions` gives the new id of each old one, `proposals` what waits for a decision in the new ones.
    """

    entity: str
    deletion: SessionDelete | ClientDelete
    sessions: dict[str, str]
    operations: tuple[Operation, ...]
    blobs: tuple[bytes, ...] = ()
    proposals: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return f"Copy({self.entity!r})"


class Keeping:
    """The flags of one replica. Methods that return a future write; all others read. Raises CoachDeskError."""

    def __init__(self, writer: Writer, reading: Callable[[], AbstractContextManager[apsw.Connection]]) -> None:
        self._writer = writer
        self._reading = reading

    def keep(self, kind: str, entity: str, on: bool) -> Future[None]:
        """Keep a "client" or "session" on this laptop, or release it: then its kept operations are queued.

        "platform", without an entity, keeps all but questions, for a platform that takes nothing else.
        Keeping holds back what was never sent; what the platform already has goes by `keep_copy`.
        """

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            if on:
                connection.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (kind, entity))
            else:
                connection.execute("DELETE FROM kept WHERE kind = ? AND id = ?", (kind, entity))
            for session, of in bring_into_line(connection):
                touch_ids(transaction, session, of)
            transaction.outbox = True
            if kind != "platform":
                (transaction.clients if kind == "client" else transaction.sessions).add(entity)

        return self._writer.submit(job)

    def keep_copy(self, kind: str, copy: Copy) -> Future[None]:
        """Put a copy under new ids in the place of what the platform has, keep it here, and delete the old, at once."""

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            connection.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (kind, copy.entity))
            known = withdraw(connection, copy.deletion, copy.sessions)
            if known:
                touch(transaction, store(connection, copy.deletion, {}, alone=True))
            for data in copy.blobs:
                sha = hashlib.sha256(data).hexdigest()
                connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (sha, data))
            for operation in copy.operations:
                touch(transaction, store(connection, operation, {}, alone=True))
            for old, new in copy.sessions.items():
                transaction.sessions |= {old, new}
                connection.execute("UPDATE draft SET session = ? WHERE session = ?", (new, old))
                connection.execute("DELETE FROM draft WHERE session = ? AND kind = 'asked'", (new,))
                connection.execute("DELETE FROM proposal WHERE session = ?", (old,))
            for session, proposal in copy.proposals.items():
                connection.execute("INSERT OR REPLACE INTO proposal VALUES (?, ?)", (session, proposal))
            _drop_loose_blobs(connection)
            if kind == "client":
                transaction.clients |= {copy.deletion.entity, copy.entity}
            transaction.outbox = True

        return self._writer.submit(job)

    def forget(self, sessions: Sequence[str], client: str | None = None) -> Future[None]:
        """Delete what never left this laptop: `sessions`, and `client` if one is given. It cannot be had back."""

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            _forget(connection, sessions)
            transaction.sessions.update(sessions)
            if client is not None:
                connection.execute("DELETE FROM outbox WHERE session IS NULL AND entity = ?", (client,))
                connection.execute("DELETE FROM kept WHERE kind = 'client' AND id = ?", (client,))
                transaction.clients.add(client)
            transaction.outbox = True

        return self._writer.submit(job)

    def kept(self, kind: str, entity: str) -> bool:
        """Whether this very client or session has the flag "keep on this laptop"."""
        with self._reading() as connection:
            found = first(connection, "SELECT 1 FROM kept WHERE kind = ? AND id = ?", (kind, entity))
        return found is not None

    def was_sent(self, session: str | None, client: str | None = None) -> bool:
        """Whether the platform may have something of a session, or of a client."""
        with self._reading() as connection:
            kind, entity = ("session", session) if session is not None else ("client", client)
            where = "session = ?" if session is not None else "session IS NULL AND entity = ?"
            return (
                first(connection, "SELECT 1 FROM row WHERE kind = ? AND id = ?", (kind, entity)) is not None
                or first(
                    connection,
                    f"SELECT 1 FROM outbox WHERE {where} AND (sends > 0 OR state = 'acknowledged')",
                    (entity,),
                )
                is not None
            )


def _forget(connection: apsw.Connection, sessions: Iterable[str]) -> None:
    """Delete all that this laptop alone has of `sessions`, which were never sent."""
    for session in sessions:
        for table, column in (("outbox", "session"), ("draft", "session"), ("proposal", "session")):
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (session,))
        connection.execute("DELETE FROM kept WHERE kind = 'session' AND id = ?", (session,))
    _drop_loose_blobs(connection)


def _drop_loose_blobs(connection: apsw.Connection) -> None:
    """Delete the files that no waiting operation names."""
    connection.execute("DELETE FROM blob WHERE sha NOT IN (SELECT blob FROM outbox WHERE blob IS NOT NULL)")
