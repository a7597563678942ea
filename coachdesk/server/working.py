"""This file holds a coach's rows as one batch of operations sees them: loaded once, changed in memory, written in bulk.

An operation runs between `mark` and `undo`: if it fails in the middle, nothing of it remains, as with a savepoint in
the database, but without a statement for each. `flush` writes everything at the end, inside the batch's transaction;
so an entity that changed ten times in a batch is encoded, hashed and written once, with its last seq.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from typing import Any

import msgspec

from coachdesk.domain.protocol import (
    ClientChange,
    MessageChange,
    RevisionChange,
    SessionChange,
    TranscriptChange,
    canonical,
)
from coachdesk.domain.session import Client, Session
from coachdesk.domain.summary import Revision
from coachdesk.server.store import CoachWriter, Feed, Request, Row

_CHANGES: dict[str, Any] = {
    "client": ClientChange,
    "session": SessionChange,
    "transcript": TranscriptChange,
    "revision": RevisionChange,
    "message": MessageChange,
}
_DECODERS = {kind: msgspec.json.Decoder(form) for kind, form in _CHANGES.items()}
_MODULUS = 1 << 256


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A row in memory. `data` is None once deleted, and for revisions and messages that were loaded (see `text_of`)."""

    kind: str
    id: str
    session: str | None
    seq: int
    version: int
    data: Any
    live: bool
    hash: bytes
    device: str
    foreign_seq: int
    key: int

    def foreign_change(self, device: str) -> int:
        """Return the seq of the last change that another device than `device` made."""
        return self.foreign_seq if self.device == device else self.seq


class Working:
    """The rows of one coach within one transaction."""

    def __init__(
        self,
        transaction: CoachWriter,
        coach: int,
        now: Callable[[], str],
        new_id: Callable[[], str],
    ) -> None:
        self.transaction = transaction
        self.coach = coach
        self.now = now
        self.new_id = new_id
        feed = transaction.feed()
        self.seq = feed.seq
        self.requests: list[Request] = []
        self.erased: set[str] = set()
        self._counts = dict(feed.counts)
        self._total = feed.total
        self._rows: dict[tuple[str, str], Entity] = {}
        self._stored: dict[tuple[str, str], Entity] = {}
        self._known: set[str] = set()
        self._journal: list[tuple[tuple[str, str], Entity | None]] = []
        self._marked: tuple[int, tuple[Request, ...], frozenset[str]] = (self.seq, (), frozenset())
        self._dirty: set[tuple[str, str]] = set()
        self._loose: set[str] = set()

    def load(self, ids: Collection[str]) -> None:
        """Read the rows with these ids, all at once."""
        wanted = [id for id in ids if id not in self._known]
        if not wanted:
            return
        self._known.update(wanted)
        for row in self.transaction.rows(wanted):
            data = _DECODERS[row.kind].decode(row.body).data if row.body else None
            entity = Entity(
                row.kind,
                row.id,
                row.session,
                row.seq,
                row.version,
                data,
                row.hash != b"",
                row.hash,
                row.device,
                row.foreign_seq,
                row.key,
            )
            self._stored[row.kind, row.id] = self._rows[row.kind, row.id] = entity

    def find(self, kind: str, id: str) -> Entity | None:
        """Return the row as it is now, deleted ones included; None where there never was one."""
        if id not in self._known:
            self.load((id,))
        return self._rows.get((kind, id))

    def put(self, kind: str, id: str, session: str | None, data: Any, device: str) -> int:
        """Store `data` (None: deleted) as the row's next version; returns its seq."""
        old = self.find(kind, id)
        self.seq += 1
        key = (kind, id)
        self._journal.append((key, old))
        if old is None:
            entity = Entity(kind, id, session, self.seq, 1, data, data is not None, b"", device, 0, 0)
        else:
            foreign_seq = old.foreign_change(device)
            entity = Entity(
                kind, id, session, self.seq, old.version + 1, data, data is not None, b"", device, foreign_seq, old.key
            )
        self._rows[key] = entity
        return self.seq

    def delete_session(self, id: str, device: str) -> int:
        """Leave of a session only the fact that it was deleted; returns the seq of that."""
        for key, entity in list(self._rows.items()):
            if entity.session == id and entity.kind != "session":
                self._journal.append((key, entity))
                del self._rows[key]
                if entity.kind == "transcript" and entity.data is not None:
                    self._loose.add(entity.data.blob)
        self.erased.add(id)
        self.requests = [request for request in self.requests if request.session != id]
        return self.put("session", id, id, None, device)

    def live_sessions_of(self, client: str) -> list[str]:
        """Return the ids of a client's sessions."""
        stored = self.transaction.sessions_of(client)
        self.load(stored)
        among = dict.fromkeys([*stored, *(id for kind, id in self._rows if kind == "session")])
        return [id for id in among if self._is_of(id, client)]

    def _is_of(self, id: str, client: str) -> bool:
        session = self._rows.get(("session", id))
        return session is not None and session.live and session.data.client == client

    def changed_within(self, session: str, base: int, device: str) -> bool:
        """Return whether another device changed the session or anything in it after `base`."""
        staged = (self._rows[key] for key in {key for key, _ in self._journal} | self._dirty if key in self._rows)
        if any(entity.session == session and entity.foreign_change(device) > base for entity in staged):
            return True
        return self.transaction.changed_within(session, base, device)

    def graph(self, session: str) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
        """Return the parents and the seq of each revision of a session."""
        known = self.transaction.graph(session)
        parents = {id: links for id, (links, _) in known.items()}
        seqs = {id: seq for id, (_, seq) in known.items()}
        for (kind, id), entity in self._rows.items():
            if kind == "revision" and entity.session == session and entity.data is not None:
                parents[id], seqs[id] = entity.data.parents, entity.seq
        return parents, seqs

    def revision(self, id: str) -> Revision:
        """Return a revision that exists."""
        found = self._rows.get(("revision", id))
        if found is not None and found.data is not None:
            revision: Revision = found.data
            return revision
        body = self.transaction.bodies("revision", (id,))[id]
        stored: Revision = _DECODERS["revision"].decode(body).data
        return stored

    def mark(self) -> None:
        """Keep what was changed so far: `undo` goes back to here."""
        if self._journal:
            self._dirty.update([key for key, _ in self._journal])
            self._journal.clear()
        self._marked = (self.seq, tuple(self.requests), frozenset(self.erased))

    def undo(self) -> None:
        """Take back everything since `mark`."""
        for key, old in reversed(self._journal):
            if old is None:
                self._rows.pop(key, None)
            else:
                self._rows[key] = old
        self._journal.clear()
        self.seq, requests, erased = self._marked
        self.requests = list(requests)
        self.erased = set(erased)

    def flush(self) -> list[Entity]:
        """Write everything; returns the entities that changed, by seq. The digest moves in the same transaction."""
        self.mark()
        self._subtract_erased()
        added: list[Row] = []
        moved: list[Row] = []
        changed = sorted((self._rows[key] for key in self._dirty if key in self._rows), key=_seq)
        for entity in changed:
            key = (entity.kind, entity.id)
            old = self._stored.get(key)
            if old is not None and old.live:
                self._count(entity.kind, old.hash, -1)
            body = canonical(
                _CHANGES[entity.kind](
                    seq=entity.seq, id=entity.id, session=entity.session, version=entity.version, data=entity.data
                )
            )
            digest = hashlib.sha256(body).digest() if entity.live else b""
            if entity.live:
                self._count(entity.kind, digest, 1)
            row = _row(entity, digest, body)
            (added if old is None else moved).append(row)
            before = _blob(old) if old is not None else None
            if before is not None and before != row.blob:
                self._loose.add(before)
        if changed or self.erased:
            self.transaction.save(added, moved, self.erased, Feed(self.seq, self._counts, self._total))
        for request in self.requests:
            self.transaction.add_request(request)
        return changed

    def loose_blobs(self) -> set[str]:
        """Return the blobs that perhaps nothing names any more after `flush`."""
        return self._loose

    def _subtract_erased(self) -> None:
        for session in self.erased:
            for kind, digest in self.transaction.hashes_within(session):
                if digest:
                    self._count(kind, digest, -1)

    def _count(self, kind: str, digest: bytes, sign: int) -> None:
        self._counts[kind] += sign
        self._total = (self._total + sign * int.from_bytes(digest)) % _MODULUS


def _seq(entity: Entity) -> int:
    return entity.seq


def _blob(entity: Entity) -> str | None:
    data = entity.data
    if isinstance(data, Client):
        return data.photo
    blob: str | None = getattr(data, "blob", None)
    return blob


def _row(entity: Entity, digest: bytes, body: bytes) -> Row:
    session = entity.data if entity.kind == "session" else None
    date = client = None
    if isinstance(session, Session):
        date, client = session.date, session.client
    blob = _blob(entity) if entity.kind in ("client", "transcript") else None
    return Row(
        entity.kind,
        entity.id,
        entity.session,
        entity.seq,
        entity.version,
        digest,
        entity.device,
        entity.foreign_seq,
        client,
        date,
        blob,
        body,
        entity.key,
    )
