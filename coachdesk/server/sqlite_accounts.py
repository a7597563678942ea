"""This file keeps accounts, logins and the server's own settings in SQLite."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection
from typing import Any

import msgspec

from coachdesk.server.store import Coach, Login, Request

ACCOUNTS_SCHEMA = (
    """CREATE TABLE coach (
        id INTEGER PRIMARY KEY AUTOINCREMENT, public TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, password TEXT)""",
    """CREATE TABLE login (
        id TEXT PRIMARY KEY, coach INTEGER NOT NULL, device TEXT NOT NULL, used INTEGER NOT NULL,
        since_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX login_by_coach ON login (coach)",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL)",
)

_LOGIN = "id, coach, device, used, since_ms, seen_ms, expires_ms"


class SqliteAccounts:
    """`Accounts` on a connection that is inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def coach_named(self, name: str) -> Coach | None:
        return self._coach("name = ?", name)

    def coach_with(self, public: str) -> Coach | None:
        return self._coach("public = ?", public)

    def coach_by_id(self, id: int) -> Coach | None:
        return self._coach("id = ?", id)

    def _coach(self, condition: str, value: str | int) -> Coach | None:
        found = self._sql.execute(
            f"SELECT id, public, name, password FROM coach WHERE {condition}",  # noqa: S608 - a constant condition
            (value,),
        ).fetchone()
        return Coach(id=found[0], public=found[1], name=found[2], password=found[3]) if found else None

    def add_coach(self, public: str, name: str, password: str | None) -> Coach | None:
        added = self._sql.execute(
            "INSERT INTO coach (public, name, password) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (public, name, password),
        )
        if added.rowcount == 0:
            return None
        return Coach(id=added.lastrowid or 0, public=public, name=name, password=password)

    def login(self, id: str) -> Login | None:
        found = self._sql.execute(f"SELECT {_LOGIN} FROM login WHERE id = ?", (id,)).fetchone()  # noqa: S608
        return _login(found) if found else None

    def logins(self, coach: int) -> list[Login]:
        return [_login(found) for found in self._sql.execute(f"SELECT {_LOGIN} FROM login WHERE coach = ?", (coach,))]  # noqa: S608

    def put_login(self, login: Login) -> None:
        self._sql.execute(
            f"INSERT OR REPLACE INTO login ({_LOGIN}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            msgspec.structs.astuple(login),
        )

    def drop_login(self, id: str) -> None:
        self._sql.execute("DELETE FROM login WHERE id = ?", (id,))

    def drop_expired_logins(self, coach: int, now_ms: int) -> None:
        self._sql.execute("DELETE FROM login WHERE coach = ? AND expires_ms < ?", (coach, now_ms))

    def meta_or(self, key: str, value: bytes) -> bytes:
        self._sql.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (key, value))
        (stored,) = self._sql.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return bytes(stored)

    def blob_is_kept(self, sha: str) -> bool:
        return self._sql.execute("SELECT 1 FROM blob WHERE sha = ? LIMIT 1", (sha,)).fetchone() is not None

    def requests(self) -> list[Request]:
        found = self._sql.execute(
            "SELECT coach, id, session, base, selection, device FROM request WHERE until_ms <= ? ORDER BY rowid",
            (time.time_ns() // 1_000_000,),
        )
        return [
            Request(coach=coach, id=id, session=session, base=base, selection=selection, device=device)
            for coach, id, session, base, selection, device in found
        ]

    def renew(self, holder: str, ids: Collection[str], for_ms: int) -> None:
        until_ms = time.time_ns() // 1_000_000 + for_ms
        self._sql.executemany(
            "UPDATE request SET until_ms = ? WHERE holder = ? AND id = ?", [(until_ms, holder, id) for id in ids]
        )

    def release(self, holder: str | None) -> None:
        self._sql.execute("UPDATE request SET until_ms = 0 WHERE ?1 IS NULL OR holder = ?1", (holder,))


def _login(found: tuple[Any, ...]) -> Login:
    id, coach, device, used, since_ms, seen_ms, expires_ms = found
    return Login(
        id=id, coach=coach, device=device, used=used, since_ms=since_ms, seen_ms=seen_ms, expires_ms=expires_ms
    )
