"""This file stores the pages that the platform sends, and keeps the digest of all that is stored.

A page, its cursor, the digest, the list and the acknowledged operations that it settles are one transaction. After
`forget` the rows of before stay to be shown, but count no longer; the last page of the full refresh drops what is left.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import apsw
import msgspec

from coachdesk.domain.protocol import Change, RevisionChange, canonical, digest_hex, receive
from coachdesk.errors import Unreadable
from coachdesk.storage.database import each
from coachdesk.storage.meta import epoch_of, integer, put, text
from coachdesk.storage.overlay import among
from coachdesk.storage.writer import Transaction

_CHANGE: Any = Change  # a union is no type[T] for mypy
_change: msgspec.json.Decoder[Change] = msgspec.json.Decoder(Change)
_KIND_OF: dict[type, str] = {form: str(form.__struct_config__.tag) for form in get_args(Change)}
KINDS = tuple(_KIND_OF.values())
_ROOM = 1 << 256
Changes = Sequence[msgspec.Raw | Mapping[str, Any]]
"""The changes of a page, as they came or as what they say."""


class Digest:
    """The rows by kind and the sum of their hashes, as the replica's meta table keeps them."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.counts: Counter[str] = Counter(msgspec.json.decode(text(connection, "counts", "{}"), type=dict[str, int]))
        self.total = int(text(connection, "digest", "0"), 16)

    def add(self, kind: str, hash_: int) -> None:
        self.counts[kind] += 1
        self.total = (self.total + hash_) % _ROOM

    def remove(self, kind: str, hash_: int) -> None:
        self.counts[kind] -= 1
        self.total = (self.total - hash_) % _ROOM

    def save(self, connection: apsw.Connection) -> None:
        put(connection, "counts", msgspec.json.encode({k: n for k, n in self.counts.items() if n}).decode())
        put(connection, "digest", digest_hex(self.total))

    @property
    def value(self) -> tuple[dict[str, int], str]:
        """The counts of the kinds that have rows, and 64 hex digits."""
        return {kind: count for kind, count in self.counts.items() if count}, digest_hex(self.total)


def read(changes: Changes) -> dict[tuple[str, str], tuple[Change, bytes]]:
    """Return the last state of each entity in a page, with its canonical JSON; unknown kinds are left out.

    What belongs to a session that the page deletes later is left out too. Raises Unreadable for a wrong type: then
    nothing of the page is stored.
    """
    found: dict[tuple[str, str], tuple[Change, bytes]] = {}
    for raw in changes:
        try:
            readable = _read(bytes(raw) if isinstance(raw, msgspec.Raw) else canonical(raw))
        except (msgspec.DecodeError, UnicodeEncodeError, TypeError, OverflowError) as fault:
            raise Unreadable("The platform sent something that CoachDesk cannot read; nothing was changed.") from fault
        if readable is None:
            continue
        change = readable[0]
        kind = _KIND_OF[type(change)]
        if kind == "session" and change.data is None:
            for identity in [known for known, (other, _) in found.items() if other.session == change.id]:
                del found[identity]
        found[kind, change.id] = readable
    return found


def _read(raw: bytes) -> tuple[Change, bytes] | None:
    """Return the change that `raw` holds, with its canonical JSON; None where it is of an unknown kind."""
    try:
        change = _change.decode(raw)
        if canonical(change) == raw:
            return change, raw
    except msgspec.ValidationError:
        pass  # perhaps an id is a number
    # It has keys that we do not know, or is written in another way than ours: the tolerant, slow way.
    plain = msgspec.json.decode(raw, type=dict[str, Any])
    kind = plain.get("kind")
    if isinstance(kind, str) and kind not in KINDS:
        return None
    return receive(plain, _CHANGE), canonical(plain)


def apply(
    transaction: Transaction,
    page: Mapping[tuple[str, str], tuple[Change, bytes]],
    cursor: int,
    *,
    more: bool,
    after: int | None,
) -> bool:
    """Store a page as `read` returned it; return False, and store nothing, if it was not asked for at our cursor.

    A row that is not newer than the stored one is left out. Acknowledged operations up to `cursor` leave the overlay.
    """
    connection = transaction.connection
    here = integer(connection, "cursor")
    if after is not None and after != here:
        return False
    epoch = epoch_of(connection)
    digest = Digest(connection)
    known = {
        (row[0], row[1]): row
        for kind in KINDS
        if (ids := [identity[1] for identity in page if identity[0] == kind])
        for row in each(
            connection,
            "SELECT kind, id, seq, epoch, hash FROM row WHERE kind = ? AND id IN (SELECT value FROM json_each(?))",
            (kind, among(ids)),
        )
    }
    gone: list[str] = []
    dropped: list[tuple[str, str]] = []
    stored: list[tuple[str, str, str | None, int, int, int, bytes, str]] = []
    for identity, (change, body) in page.items():
        kind = identity[0]
        old = known.get(identity)
        if old is not None and old[3] == epoch and old[2] > change.seq:
            continue
        transaction.stored[identity] = change.data
        if old is not None and old[3] == epoch:
            digest.remove(kind, int.from_bytes(old[4]))
        if change.data is None:
            dropped.append(identity)
            gone += [change.id] if kind == "session" else []
        else:
            hash_ = hashlib.sha256(body).digest()
            digest.add(kind, int.from_bytes(hash_))
            stored.append((kind, change.id, change.session, change.seq, change.version, epoch, hash_, body.decode()))
        if kind == "client":
            transaction.clients.add(change.id)
        else:
            transaction.sessions.add(change.id if kind == "session" else change.session or "")
        if isinstance(change, RevisionChange) and change.data is not None:
            transaction.came.setdefault(change.session or "", {})[change.id] = change.data.parents
    connection.executemany("DELETE FROM row WHERE kind = ? AND id = ?", dropped)
    _drop_sessions(connection, gone, epoch, digest)
    connection.executemany(
        "INSERT INTO row (kind, id, session, seq, version, epoch, hash, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, id) DO UPDATE SET (session, seq, version, epoch, hash, data) = (excluded.session,"
        " excluded.seq, excluded.version, excluded.epoch, excluded.hash, excluded.data)",
        stored,
    )
    if not more and text(connection, "refreshing", ""):
        _drop_left_over(transaction, epoch)
    digest.save(connection)
    put(connection, "cursor", str(max(here, cursor)))
    settle_reached(transaction, max(here, cursor))
    return True


def _drop_sessions(connection: apsw.Connection, sessions: Sequence[str], epoch: int, digest: Digest) -> None:
    """Delete all rows of `sessions`."""
    if not sessions:
        return
    for kind, of_epoch, hash_ in each(
        connection,
        "DELETE FROM row WHERE session IN (SELECT value FROM json_each(?)) RETURNING kind, epoch, hash",
        (among(sessions),),
    ):
        if of_epoch == epoch:
            digest.remove(kind, int.from_bytes(hash_))


def _drop_left_over(transaction: Transaction, epoch: int) -> None:
    """Delete the rows that the full refresh did not bring again."""
    connection = transaction.connection
    for kind, identity, session in each(
        connection, "DELETE FROM row WHERE epoch < ? RETURNING kind, id, session", (epoch,)
    ):
        if kind == "client":
            transaction.clients.add(identity)
        else:
            transaction.sessions.add(identity if kind == "session" else session or "")
    put(connection, "refreshing", "")


def settle_reached(transaction: Transaction, cursor: int) -> None:
    """Let the acknowledged operations go that the platform's rows up to `cursor` hold."""
    for session, entity in each(
        transaction.connection,
        "DELETE FROM outbox WHERE state = 'acknowledged' AND seq <= ? RETURNING session, entity",
        (cursor,),
    ):
        transaction.outbox = True
        if session is None:
            transaction.clients.add(entity)
        else:
            transaction.sessions.add(session)


def forget(transaction: Transaction) -> None:
    """Begin a full refresh: cursor and digest start again, the outbox stays, rows are shown until the last page."""
    connection = transaction.connection
    put(connection, "epoch", str(epoch_of(connection) + 1))
    put(connection, "cursor", "0")
    put(connection, "counts", "{}")
    put(connection, "digest", "0")
    put(connection, "refreshing", "1")
