"""This file keeps accounts, logins and the server's own settings in Postgres."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, LiteralString

import msgspec
import psycopg
from psycopg.rows import class_row

from coachdesk.server.postgres_rows import LOCK_BLOB, NOW_MS
from coachdesk.server.store import Coach, Login, Request

POSTGRES_ACCOUNTS_SCHEMA: tuple[LiteralString, ...] = (
    """CREATE TABLE coach (
        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, public TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
        password TEXT)""",
    """CREATE TABLE login (
        id TEXT PRIMARY KEY, coach BIGINT NOT NULL, device TEXT NOT NULL, used BIGINT NOT NULL,
        since_ms BIGINT NOT NULL, seen_ms BIGINT NOT NULL, expires_ms BIGINT NOT NULL)""",
    "CREATE INDEX login_by_coach ON login (coach)",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value BYTEA NOT NULL)",
)
_COACH: LiteralString = "SELECT id, public, name, password FROM coach WHERE"
_LOGIN: LiteralString = "id, coach, device, used, since_ms, seen_ms, expires_ms"


class PostgresAccounts:
    """`Accounts` on a connection that is inside a transaction."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        self._sql = connection

    def coach_named(self, name: str) -> Coach | None:
        return self._coach(f"{_COACH} name = %s", name)

    def coach_with(self, public: str) -> Coach | None:
        return self._coach(f"{_COACH} public = %s", public)

    def coach_by_id(self, id: int) -> Coach | None:
        return self._coach(f"{_COACH} id = %s", id)

    def _coach(self, statement: LiteralString, value: str | int) -> Coach | None:
        with self._sql.cursor(row_factory=class_row(Coach)) as cursor:
            return cursor.execute(statement, (value,)).fetchone()

    def add_coach(self, public: str, name: str, password: str | None) -> Coach | None:
        added = self._sql.execute(
            "INSERT INTO coach (public, name, password) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING RETURNING id",
            (public, name, password),
        ).fetchone()
        return Coach(id=added[0], public=public, name=name, password=password) if added else None

    def login(self, id: str) -> Login | None:
        with self._sql.cursor(row_factory=class_row(Login)) as cursor:
            return cursor.execute(f"SELECT {_LOGIN} FROM login WHERE id = %s FOR UPDATE", (id,)).fetchone()

    def logins(self, coach: int) -> list[Login]:
        with self._sql.cursor(row_factory=class_row(Login)) as cursor:
            return cursor.execute(f"SELECT {_LOGIN} FROM login WHERE coach = %s", (coach,)).fetchall()

    def put_login(self, login: Login) -> None:
        self._sql.execute(
            f"INSERT INTO login ({_LOGIN}) VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO UPDATE"
            " SET used = excluded.used, seen_ms = excluded.seen_ms, expires_ms = excluded.expires_ms",
            msgspec.structs.astuple(login),
        )

    def drop_login(self, id: str) -> None:
        self._sql.execute("DELETE FROM login WHERE id = %s", (id,))

    def drop_expired_logins(self, coach: int, now_ms: int) -> None:
        self._sql.execute("DELETE FROM login WHERE coach = %s AND expires_ms < %s", (coach, now_ms))

    def meta_or(self, key: str, value: bytes) -> bytes:
        self._sql.execute("INSERT INTO meta (key, value) VALUES (%s, %s) ON CONFLICT DO NOTHING", (key, value))
        stored = self._sql.execute("SELECT value FROM meta WHERE key = %s", (key,)).fetchone()
        return stored[0] if stored else value

    def blob_is_kept(self, sha: str) -> bool:
        self._sql.execute(LOCK_BLOB, (sha,))
        return self._sql.execute("SELECT 1 FROM blob WHERE sha = %s LIMIT 1", (sha,)).fetchone() is not None

    def requests(self) -> list[Request]:
        found = self._sql.execute(f"SELECT body FROM request WHERE until_ms <= {NOW_MS} ORDER BY number")
        return [msgspec.json.decode(body, type=Request) for (body,) in found]

    def renew(self, holder: str, ids: Collection[str], for_ms: int) -> None:
        self._sql.execute(
            f"UPDATE request SET until_ms = {NOW_MS} + %s WHERE holder = %s AND id = ANY(%s)",
            (for_ms, holder, list(ids)),
        )

    def release(self, holder: str | None) -> None:
        self._sql.execute("UPDATE request SET until_ms = 0 WHERE %s::text IS NULL OR holder = %s", (holder, holder))
