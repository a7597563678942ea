"""This file reads and writes one coach's rows in Postgres, in bulk.

A writer holds the coach's row of `feed` from its first statement to its commit. So numbers of one coach are given and
become visible in their order, and a reader that has seen one has seen all before it, however many processes write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, LiteralString

import msgspec
import psycopg

from coachdesk.server.store import KINDS, Answer, Feed, Request, Row

POSTGRES_ROWS_SCHEMA: tuple[LiteralString, ...] = (
    """CREATE TABLE entity (
        key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        coach BIGINT NOT NULL, kind TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, session TEXT COLLATE "C",
        seq BIGINT NOT NULL, version BIGINT NOT NULL, hash BYTEA NOT NULL, device TEXT COLLATE "C" NOT NULL,
        foreign_seq BIGINT NOT NULL, client TEXT COLLATE "C", date TEXT COLLATE "C", blob TEXT COLLATE "C",
        parents TEXT[], body BYTEA NOT NULL)""",
    "CREATE UNIQUE INDEX entity_by_id ON entity (coach, id, kind)",
    "CREATE UNIQUE INDEX entity_by_seq ON entity (coach, seq)",
    "CREATE INDEX entity_by_session ON entity (coach, session, kind) WHERE session IS NOT NULL",
    "CREATE INDEX session_by_client ON entity (coach, client) WHERE client IS NOT NULL",
    "CREATE INDEX session_by_date ON entity (coach, date) WHERE date IS NOT NULL",
    "CREATE INDEX entity_by_blob ON entity (blob, coach) WHERE blob IS NOT NULL",
    """CREATE TABLE feed (
        coach BIGINT PRIMARY KEY, seq BIGINT NOT NULL DEFAULT 0, client BIGINT NOT NULL DEFAULT 0,
        session BIGINT NOT NULL DEFAULT 0, transcript BIGINT NOT NULL DEFAULT 0, revision BIGINT NOT NULL DEFAULT 0,
        message BIGINT NOT NULL DEFAULT 0, total BYTEA NOT NULL DEFAULT '')""",
    """CREATE TABLE answer (
        coach BIGINT NOT NULL, id TEXT COLLATE "C" NOT NULL, status TEXT NOT NULL, seq BIGINT NOT NULL,
        at TEXT NOT NULL, PRIMARY KEY (coach, id))""",
    """CREATE TABLE request (
        number BIGINT GENERATED ALWAYS AS IDENTITY, coach BIGINT NOT NULL, id TEXT COLLATE "C" NOT NULL,
        session TEXT COLLATE "C" NOT NULL, holder TEXT NOT NULL DEFAULT '', until_ms BIGINT NOT NULL DEFAULT 0,
        body BYTEA NOT NULL, PRIMARY KEY (coach, id))""",
    """CREATE TABLE blob (
        coach BIGINT NOT NULL, sha TEXT COLLATE "C" NOT NULL, size BIGINT NOT NULL, PRIMARY KEY (sha, coach))""",
)
NOW_MS: LiteralString = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
LOCK_BLOB: LiteralString = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
"""Held by whoever stores or forgets a blob, so that the two cannot meet."""

_COLUMNS: LiteralString = "kind, id, session, seq, version, hash, device, foreign_seq, client, date, blob"
_INSERT: LiteralString = f"INSERT INTO entity (coach, {_COLUMNS}, body, parents) VALUES ({', '.join(['%s'] * 14)})"
_UPDATE: LiteralString = """UPDATE entity SET seq = %s, version = %s, hash = %s, device = %s, foreign_seq = %s,
    body = %s, client = %s, date = %s, blob = %s WHERE key = %s"""


class _Links(msgspec.Struct):
    parents: list[str] = []


class _Revision(msgspec.Struct):
    data: _Links | None = None


_REVISION = msgspec.json.Decoder(_Revision)


class PostgresRows:
    """A `CoachWriter` on a connection that is inside a transaction."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]], coach: int) -> None:
        self._sql = connection
        self._coach = coach

    def lock(self) -> None:
        """Wait until no other transaction writes this coach's rows, and let none begin before this one ends."""
        self._sql.execute("INSERT INTO feed (coach) VALUES (%s) ON CONFLICT DO NOTHING", (self._coach,))
        self._sql.execute("SELECT 1 FROM feed WHERE coach = %s FOR UPDATE", (self._coach,))

    def feed(self) -> Feed:
        found = self._sql.execute(
            "SELECT seq, total, client, session, transcript, revision, message FROM feed WHERE coach = %s",
            (self._coach,),
        ).fetchone()
        if found is None:
            return Feed(0, dict.fromkeys(KINDS, 0), 0)
        return Feed(found[0], dict(zip(KINDS, found[2:], strict=True)), int.from_bytes(found[1]))

    def page(self, cursor: int, limit: int, size_aim: int) -> tuple[list[bytes], int, bool]:
        # The running size is summed there, so that a page of long texts is not fetched to be thrown away.
        found = self._sql.execute(
            "SELECT body, seq FROM (SELECT body, seq, sum(length(body)) OVER (ORDER BY seq) AS size, row_number()"
            " OVER (ORDER BY seq) AS number FROM (SELECT body, seq FROM entity WHERE coach = %s AND seq > %s"
            " ORDER BY seq LIMIT %s) AS page) AS summed WHERE size <= %s OR number <= 2 ORDER BY seq",
            (self._coach, cursor, limit + 1, size_aim),
        ).fetchall()
        bodies: list[bytes] = []
        size = 0
        for body, seq in found:
            if len(bodies) == limit or (bodies and size + len(body) > size_aim):
                return bodies, cursor, True
            bodies.append(body)
            size += len(body)
            cursor = seq
        more = self._sql.execute("SELECT 1 FROM entity WHERE coach = %s AND seq > %s LIMIT 1", (self._coach, cursor))
        return bodies, cursor, more.fetchone() is not None

    def rows(self, ids: Collection[str]) -> Iterable[Row]:
        found = self._sql.execute(
            f"SELECT {_COLUMNS}, CASE WHEN kind IN ('revision', 'message') THEN ''::bytea ELSE body END, key"
            " FROM entity WHERE coach = %s AND id = ANY(%s)",
            (self._coach, list(ids)),
        )
        return map(Row._make, found.fetchall())

    def bodies(self, kind: str, ids: Collection[str]) -> Mapping[str, bytes]:
        found = self._sql.execute(
            "SELECT id, body FROM entity WHERE coach = %s AND kind = %s AND id = ANY(%s)",
            (self._coach, kind, list(ids)),
        )
        return dict(found.fetchall())

    def within(self, session: str, kind: str) -> list[bytes]:
        found = self._sql.execute(
            "SELECT body FROM entity WHERE coach = %s AND session = %s AND kind = %s AND hash <> '' ORDER BY seq",
            (self._coach, session, kind),
        )
        return [body for (body,) in found]

    def answers(self, ids: Collection[str]) -> Mapping[str, Answer]:
        found = self._sql.execute(
            "SELECT id, status, seq FROM answer WHERE coach = %s AND id = ANY(%s)", (self._coach, list(ids))
        )
        return {id: Answer(status, seq) for id, status, seq in found}

    def graph(self, session: str) -> dict[str, tuple[tuple[str, ...], int]]:
        found = self._sql.execute(
            "SELECT id, parents, seq FROM entity WHERE coach = %s AND session = %s AND kind = 'revision'",
            (self._coach, session),
        )
        return {id: (tuple(parents), seq) for id, parents, seq in found}

    def sessions_of(self, client: str) -> list[str]:
        found = self._sql.execute(
            "SELECT id FROM entity WHERE coach = %s AND client = %s AND hash <> '' ORDER BY seq", (self._coach, client)
        )
        return [id for (id,) in found]

    def changed_within(self, session: str, base: int, device: str) -> bool:
        found = self._sql.execute(
            "SELECT 1 FROM entity WHERE coach = %s AND session = %s"
            " AND CASE WHEN device = %s THEN foreign_seq ELSE seq END > %s LIMIT 1",
            (self._coach, session, device, base),
        )
        return found.fetchone() is not None

    def hashes_within(self, session: str) -> list[tuple[str, bytes]]:
        found = self._sql.execute(
            "SELECT kind, hash FROM entity WHERE coach = %s AND session = %s AND kind <> 'session'",
            (self._coach, session),
        )
        return [(kind, digest) for kind, digest in found]

    def has_blob(self, sha: str) -> bool:
        found = self._sql.execute("SELECT 1 FROM blob WHERE sha = %s AND coach = %s", (sha, self._coach))
        return found.fetchone() is not None

    def sessions(self, date_from: str, date_to: str, offset: int, limit: int) -> tuple[list[bytes], int]:
        # A day as the end of the range takes in all of that day's moments: "~" sorts behind "T".
        values = (self._coach, date_from, date_to + "~" if date_to else "~")
        counted = self._sql.execute(
            "SELECT count(*) FROM entity WHERE coach = %s AND date >= %s AND date < %s", values
        ).fetchone()
        found = self._sql.execute(
            "SELECT body FROM entity WHERE coach = %s AND date >= %s AND date < %s"
            " ORDER BY date DESC, id LIMIT %s OFFSET %s",
            (*values, limit, offset),
        )
        return [body for (body,) in found], counted[0] if counted else 0

    def save(self, added: Sequence[Row], moved: Sequence[Row], erased: Collection[str], feed: Feed) -> None:
        coach = self._coach
        if erased:
            gone = (coach, list(erased))
            self._sql.execute("DELETE FROM entity WHERE coach = %s AND session = ANY(%s) AND kind <> 'session'", gone)
            self._sql.execute("DELETE FROM request WHERE coach = %s AND session = ANY(%s)", gone)
        with self._sql.cursor() as cursor:
            if moved:
                changed = [(*row[3:8], row.body, row.client, row.date, row.blob, row.key) for row in moved]
                cursor.executemany(_UPDATE, changed)
            if added:
                cursor.executemany(_INSERT, [(coach, *row[:-1], _parents(row)) for row in added])
        self._sql.execute(
            "UPDATE feed SET seq = %s, total = %s, client = %s, session = %s, transcript = %s, revision = %s,"
            " message = %s WHERE coach = %s",
            (feed.seq, feed.total.to_bytes(32), *(feed.counts[kind] for kind in KINDS), coach),
        )

    def record(self, answers: Sequence[tuple[str, Answer]], at: str) -> None:
        self._sql.execute(
            "INSERT INTO answer (coach, id, status, seq, at) SELECT %s, id, status, seq, %s"
            " FROM unnest(%s::text[], %s::text[], %s::bigint[]) AS given (id, status, seq)",
            (
                self._coach,
                at,
                [id for id, _ in answers],
                [answer.status for _, answer in answers],
                [answer.seq for _, answer in answers],
            ),
        )

    def add_request(self, request: Request) -> None:
        self._sql.execute(
            "INSERT INTO request (coach, id, session, body) VALUES (%s, %s, %s, %s)",
            (self._coach, request.id, request.session, msgspec.json.encode(request)),
        )

    def claim(self, session: str, holder: str, for_ms: int) -> Request | None:
        held = self._sql.execute(
            f"SELECT 1 FROM request WHERE coach = %s AND session = %s AND until_ms > {NOW_MS} AND holder <> %s",
            (self._coach, session, holder),
        )
        if held.fetchone() is not None:
            return None
        found = self._sql.execute(
            f"UPDATE request SET holder = %s, until_ms = {NOW_MS} + %s WHERE coach = %s AND id ="
            " (SELECT id FROM request WHERE coach = %s AND session = %s ORDER BY number LIMIT 1) RETURNING body",
            (holder, for_ms, self._coach, self._coach, session),
        ).fetchone()
        return msgspec.json.decode(found[0], type=Request) if found else None

    def drop_waiting(self, session: str, id: str) -> Request | None:
        found = self._sql.execute(
            f"DELETE FROM request WHERE coach = %s AND session = %s AND id = %s AND until_ms <= {NOW_MS}"
            " RETURNING body",
            (self._coach, session, id),
        ).fetchone()
        return msgspec.json.decode(found[0], type=Request) if found else None

    def drop_request(self, id: str) -> bool:
        found = self._sql.execute("DELETE FROM request WHERE coach = %s AND id = %s RETURNING 1", (self._coach, id))
        return found.fetchone() is not None

    def add_blob(self, sha: str, size: int) -> None:
        self._sql.execute(LOCK_BLOB, (sha,))
        self._sql.execute(
            "INSERT INTO blob (sha, coach, size) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", (sha, self._coach, size)
        )

    def drop_loose_blobs(self, candidates: Collection[str]) -> list[str]:
        found = self._sql.execute(
            "DELETE FROM blob WHERE coach = %s AND sha = ANY(%s) AND NOT EXISTS"
            " (SELECT 1 FROM entity WHERE entity.blob = sha AND entity.coach = blob.coach) RETURNING sha",
            (self._coach, list(candidates)),
        )
        return [sha for (sha,) in found]


def _parents(row: Row) -> list[str] | None:
    if row.kind != "revision":
        return None
    data = _REVISION.decode(row.body).data
    return data.parents if data is not None else []
