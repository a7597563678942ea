"""This file reads and writes one coach's rows in SQLite, in bulk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from coachdesk.server.store import KINDS, Answer, Feed, Request, Row

ROWS_SCHEMA = (
    """CREATE TABLE row (
        coach INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, session TEXT, seq INTEGER NOT NULL,
        version INTEGER NOT NULL, hash BLOB NOT NULL, device TEXT NOT NULL, foreign_seq INTEGER NOT NULL,
        client TEXT, date TEXT, blob TEXT, body BLOB NOT NULL)""",
    "CREATE UNIQUE INDEX row_by_id ON row (coach, id, kind)",
    "CREATE UNIQUE INDEX row_by_seq ON row (coach, seq)",
    "CREATE INDEX row_by_session ON row (coach, session, kind) WHERE session IS NOT NULL",
    "CREATE INDEX session_by_client ON row (coach, client) WHERE client IS NOT NULL",
    "CREATE INDEX session_by_date ON row (coach, date) WHERE date IS NOT NULL",
    "CREATE INDEX row_by_blob ON row (blob, coach) WHERE blob IS NOT NULL",
    """CREATE TABLE feed (
        coach INTEGER PRIMARY KEY, seq INTEGER NOT NULL, client INTEGER NOT NULL, session INTEGER NOT NULL,
        transcript INTEGER NOT NULL, revision INTEGER NOT NULL, message INTEGER NOT NULL, total BLOB NOT NULL)""",
    """CREATE TABLE answer (
        coach INTEGER NOT NULL, id TEXT NOT NULL, status TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (coach, id)) WITHOUT ROWID""",
    """CREATE TABLE request (
        coach INTEGER NOT NULL, id TEXT NOT NULL, session TEXT NOT NULL, base TEXT, selection TEXT,
        device TEXT NOT NULL, holder TEXT NOT NULL DEFAULT '', until_ms INTEGER NOT NULL DEFAULT 0,
        UNIQUE (coach, id))""",
    """CREATE TABLE blob (
        coach INTEGER NOT NULL, sha TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (sha, coach)) WITHOUT ROWID""",
)

_COLUMNS = "kind, id, session, seq, version, hash, device, foreign_seq, client, date, blob"
_INSERT = f"INSERT INTO row (coach, {_COLUMNS}, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_UPDATE = """UPDATE row SET seq = ?, version = ?, hash = ?, device = ?, foreign_seq = ?, body = ?
    WHERE rowid = ?"""
# Apart, because naming a column of an index in an UPDATE rewrites that index even if the value stays.
_UPDATE_INDEXED = """UPDATE row SET client = ?1, date = ?2, blob = ?3
    WHERE rowid = ?4 AND (client IS NOT ?1 OR date IS NOT ?2 OR blob IS NOT ?3)"""
_AMONG = "(SELECT value FROM json_each(?))"


class SqliteRows:
    """A `CoachWriter` on a connection that is inside a transaction."""

    def __init__(self, connection: sqlite3.Connection, coach: int) -> None:
        self._sql = connection
        self._coach = coach
        self.erased = False
        """Whether something of a client was taken out for good."""

    def feed(self) -> Feed:
        found = self._sql.execute(
            "SELECT seq, total, client, session, transcript, revision, message FROM feed WHERE coach = ?",
            (self._coach,),
        ).fetchone()
        if found is None:
            return Feed(0, dict.fromkeys(KINDS, 0), 0)
        return Feed(found[0], dict(zip(KINDS, found[2:], strict=True)), int.from_bytes(found[1]))

    def page(self, cursor: int, limit: int, size_aim: int) -> tuple[list[bytes], int, bool]:
        found = self._sql.execute(
            "SELECT body, seq FROM row WHERE coach = ? AND seq > ? ORDER BY seq LIMIT ?",
            (self._coach, cursor, limit + 1),
        )
        bodies: list[bytes] = []
        size = 0
        for body, seq in found:
            if len(bodies) == limit or (bodies and size + len(body) > size_aim):
                return bodies, cursor, True
            bodies.append(body)
            size += len(body)
            cursor = seq
        return bodies, cursor, False

    def rows(self, ids: Collection[str]) -> Iterable[Row]:
        found = self._sql.execute(
            f"SELECT {_COLUMNS}, CASE WHEN kind IN ('revision', 'message') THEN x'' ELSE body END, rowid"  # noqa: S608
            f" FROM row WHERE coach = ? AND id IN {_AMONG}",
            (self._coach, _json(ids)),
        )
        return map(Row._make, found)

    def bodies(self, kind: str, ids: Collection[str]) -> Mapping[str, bytes]:
        found = self._sql.execute(
            f"SELECT id, body FROM row WHERE coach = ? AND kind = ? AND id IN {_AMONG}",  # noqa: S608
            (self._coach, kind, _json(ids)),
        )
        return dict(found.fetchall())

    def within(self, session: str, kind: str) -> list[bytes]:
        found = self._sql.execute(
            "SELECT body FROM row WHERE coach = ? AND session = ? AND kind = ? AND hash <> x'' ORDER BY seq",
            (self._coach, session, kind),
        )
        return [body for (body,) in found]

    def answers(self, ids: Collection[str]) -> Mapping[str, Answer]:
        found = self._sql.execute(
            f"SELECT id, status, seq FROM answer WHERE coach = ? AND id IN {_AMONG}",  # noqa: S608
            (self._coach, _json(ids)),
        )
        return {id: Answer(status, seq) for id, status, seq in found}

    def graph(self, session: str) -> dict[str, tuple[tuple[str, ...], int]]:
        found = self._sql.execute(
            "SELECT id, json_extract(body, '$.data.parents'), seq FROM row"
            " WHERE coach = ? AND session = ? AND kind = 'revision'",
            (self._coach, session),
        )
        return {id: (msgspec.json.decode(parents, type=tuple[str, ...]), seq) for id, parents, seq in found}

    def sessions_of(self, client: str) -> list[str]:
        found = self._sql.execute(
            "SELECT id FROM row WHERE coach = ? AND client = ? AND hash <> x'' ORDER BY seq", (self._coach, client)
        )
        return [id for (id,) in found]

    def changed_within(self, session: str, base: int, device: str) -> bool:
        found = self._sql.execute(
            "SELECT 1 FROM row WHERE coach = ? AND session = ?"
            " AND CASE WHEN device = ? THEN foreign_seq ELSE seq END > ? LIMIT 1",
            (self._coach, session, device, base),
        )
        return found.fetchone() is not None

    def hashes_within(self, session: str) -> list[tuple[str, bytes]]:
        found = self._sql.execute(
            "SELECT kind, hash FROM row WHERE coach = ? AND session = ? AND kind <> 'session'", (self._coach, session)
        )
        return found.fetchall()

    def has_blob(self, sha: str) -> bool:
        found = self._sql.execute("SELECT 1 FROM blob WHERE sha = ? AND coach = ?", (sha, self._coach))
        return found.fetchone() is not None

    def sessions(self, date_from: str, date_to: str, offset: int, limit: int) -> tuple[list[bytes], int]:
        # A day as the end of the range takes in all of that day's moments: "~" sorts behind "T".
        among = "FROM row WHERE coach = ? AND date >= ? AND date < ?"
        values = (self._coach, date_from, date_to + "~" if date_to else "~")
        (total,) = self._sql.execute(f"SELECT count(*) {among}", values).fetchone()
        found = self._sql.execute(
            f"SELECT body {among} ORDER BY date DESC, id LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )
        return [body for (body,) in found], total

    def save(self, added: Sequence[Row], moved: Sequence[Row], erased: Collection[str], feed: Feed) -> None:
        coach = self._coach
        self.erased |= bool(erased) or any(not row.hash for row in moved)
        self._sql.executemany(
            "DELETE FROM row WHERE coach = ? AND session = ? AND kind <> 'session'", [(coach, id) for id in erased]
        )
        self._sql.executemany("DELETE FROM request WHERE coach = ? AND session = ?", [(coach, id) for id in erased])
        self._sql.executemany(
            _UPDATE,
            [(row.seq, row.version, row.hash, row.device, row.foreign_seq, row.body, row.key) for row in moved],
        )
        indexed = [row for row in moved if row.kind in ("client", "session", "transcript")]
        self._sql.executemany(_UPDATE_INDEXED, [(row.client, row.date, row.blob, row.key) for row in indexed])
        self._sql.executemany(_INSERT, [(coach, *row[:-1]) for row in added])
        self._sql.execute(
            "INSERT OR REPLACE INTO feed (coach, seq, total, client, session, transcript, revision, message)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (coach, feed.seq, feed.total.to_bytes(32), *(feed.counts[kind] for kind in KINDS)),
        )

    def record(self, answers: Sequence[tuple[str, Answer]], at: str) -> None:
        self._sql.executemany(
            "INSERT INTO answer (coach, id, status, seq, at) VALUES (?, ?, ?, ?, ?)",
            [(self._coach, id, answer.status, answer.seq, at) for id, answer in answers],
        )

    def add_request(self, request: Request) -> None:
        self._sql.execute(
            "INSERT INTO request (coach, id, session, base, selection, device) VALUES (?, ?, ?, ?, ?, ?)",
            (self._coach, request.id, request.session, request.base, request.selection, request.device),
        )

    def claim(self, session: str, holder: str, for_ms: int) -> Request | None:
        now_ms = time.time_ns() // 1_000_000
        held = self._sql.execute(
            "SELECT 1 FROM request WHERE coach = ? AND session = ? AND until_ms > ? AND holder <> ?",
            (self._coach, session, now_ms, holder),
        )
        if held.fetchone() is not None:
            return None
        found = self._sql.execute(
            "SELECT id, base, selection, device FROM request WHERE coach = ? AND session = ? ORDER BY rowid LIMIT 1",
            (self._coach, session),
        ).fetchone()
        if found is None:
            return None
        id, base, selection, device = found
        self._sql.execute(
            "UPDATE request SET holder = ?, until_ms = ? WHERE coach = ? AND id = ?",
            (holder, now_ms + for_ms, self._coach, id),
        )
        return Request(coach=self._coach, id=id, session=session, base=base, selection=selection, device=device)

    def drop_waiting(self, session: str, id: str) -> Request | None:
        found = self._sql.execute(
            "SELECT base, selection, device FROM request WHERE coach = ? AND session = ? AND id = ? AND until_ms <= ?",
            (self._coach, session, id, time.time_ns() // 1_000_000),
        ).fetchone()
        if found is None:
            return None
        self.drop_request(id)
        base, selection, device = found
        return Request(coach=self._coach, id=id, session=session, base=base, selection=selection, device=device)

    def drop_request(self, id: str) -> bool:
        return self._sql.execute("DELETE FROM request WHERE coach = ? AND id = ?", (self._coach, id)).rowcount > 0

    def add_blob(self, sha: str, size: int) -> None:
        self._sql.execute("INSERT OR IGNORE INTO blob (sha, coach, size) VALUES (?, ?, ?)", (sha, self._coach, size))

    def drop_loose_blobs(self, candidates: Collection[str]) -> list[str]:
        forgotten = []
        for sha in candidates:
            named = self._sql.execute("SELECT 1 FROM row WHERE blob = ? AND coach = ? LIMIT 1", (sha, self._coach))
            if named.fetchone() is not None:
                continue
            self._sql.execute("DELETE FROM blob WHERE sha = ? AND coach = ?", (sha, self._coach))
            forgotten.append(sha)
        return forgotten


def _json(ids: Collection[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()
