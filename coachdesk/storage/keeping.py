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
from coachdesk.storage.database import first, select
from coachdesk.storage.flags import bring_into_line, is_kept
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

    def finish_deletions(self, operation: str | None = None) -> Future[None]:
        """Have nothing left of what a deletion hides and this laptop alone has: of that `operation`, else of all.

        Until then discarding the deletion brings it back, also after a crash.
        """

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            for kind, entity in select(
                connection,
                "SELECT kind, entity FROM outbox WHERE kind IN ('session.delete', 'client.delete')"
                " AND (?1 IS NULL OR id = ?1)",
                (operation,),
            ):
                within = [entity] if kind == "session.delete" else _waiting_of(connection, entity)
                alone = [session for session in within if _here_alone(connection, session)]
                _forget(connection, alone)
                transaction.sessions.update(alone)
                transaction.outbox |= bool(alone)
                if kind == "client.delete" and is_kept(connection, "", entity) and not _sent(connection, None, entity):
                    _forget_client(connection, entity)
                    transaction.clients.add(entity)
                    transaction.outbox = True

        return self._writer.submit(job)

    def forget_unsent(self, sessions: Sequence[str], clients: Sequence[str]) -> Future[tuple[list[str], list[str]]]:
        """Delete those that were never sent, clients only where no session is left; return those that take a deletion.

        It cannot be had back.
        """

        def job(transaction: Transaction) -> tuple[list[str], list[str]]:
            connection = transaction.connection
            sent = [session for session in sessions if _sent(connection, session)]
            unsent = [session for session in sessions if session not in sent]
            _forget(connection, unsent)
            transaction.sessions.update(unsent)
            left = []
            for client in clients:
                listed = select(connection, "SELECT id FROM shown WHERE client = ?", (client,))
                if not {row[0] for row in listed} <= set(sessions):
                    continue
                if sent or _sent(connection, None, client):
                    left.append(client)
                else:
                    _forget_client(connection, client)
                    transaction.clients.add(client)
            transaction.outbox = True
            return sent, left

        return self._writer.submit(job)

    def kept(self, kind: str, entity: str) -> bool:
        """Whether this very client or session has the flag "keep on this laptop"."""
        with self._reading() as connection:
            found = first(connection, "SELECT 1 FROM kept WHERE kind = ? AND id = ?", (kind, entity))
        return found is not None

    def was_sent(self, session: str | None, client: str | None = None) -> bool:
        """Whether the platform may have something of a session, or of a client."""
        with self._reading() as connection:
            return _sent(connection, session, client)


def _sent(connection: apsw.Connection, session: str | None, client: str | None = None) -> bool:
    """Whether the platform may have something of a session, or of a client."""
    kind, entity = ("session", session) if session is not None else ("client", client)
    where = "session = ?" if session is not None else "session IS NULL AND entity = ?"
    sent = f"SELECT 1 FROM outbox WHERE {where} AND (sends > 0 OR state = 'acknowledged')"
    stored = first(connection, "SELECT 1 FROM row WHERE kind = ? AND id = ?", (kind, entity))
    return stored is not None or first(connection, sent, (entity,)) is not None


def _waiting_of(connection: apsw.Connection, client: str) -> list[str]:
    """Return the sessions of `client` of which something waits."""
    found = select(connection, "SELECT DISTINCT session FROM outbox WHERE client = ?", (client,))
    return [row[0] for row in found if row[0] is not None]


def _here_alone(connection: apsw.Connection, session: str) -> bool:
    """Whether a session is kept on this laptop, and the platform never had anything of it."""
    clients = select(connection, "SELECT DISTINCT client FROM outbox WHERE session = ?", (session,))
    kept = any(is_kept(connection, session, row[0]) for row in clients)
    return kept and not _sent(connection, session)


def _forget_client(connection: apsw.Connection, client: str) -> None:
    """Delete all that this laptop alone has of `client`, which was never sent, but for its sessions."""
    connection.execute("DELETE FROM outbox WHERE session IS NULL AND entity = ?", (client,))
    connection.execute("DELETE FROM kept WHERE kind = 'client' AND id = ?", (client,))


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
