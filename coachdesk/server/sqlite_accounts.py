"""This file keeps accounts, logins and the server's own settings in SQLite."""

from __future__ import annotations

import sqlite3

from coachdesk.server.store import Coach, Family, Request

ACCOUNTS_SCHEMA = (
    """CREATE TABLE coach (
        id INTEGER PRIMARY KEY AUTOINCREMENT, public TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, password TEXT)""",
    """CREATE TABLE family (
        id TEXT PRIMARY KEY, coach INTEGER NOT NULL, device TEXT NOT NULL, current BLOB NOT NULL, previous BLOB,
        expires_ms INTEGER NOT NULL)""",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL)",
)


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

    def add_coach(self, public: str, name: str, password: str | None) -> Coach:
        added = self._sql.execute(
            "INSERT INTO coach (public, name, password) VALUES (?, ?, ?)", (public, name, password)
        )
        return Coach(id=added.lastrowid or 0, public=public, name=name, password=password)

    def family(self, id: str) -> Family | None:
        found = self._sql.execute(
            "SELECT coach, device, current, previous, expires_ms FROM family WHERE id = ?", (id,)
        ).fetchone()
        if found is None:
            return None
        coach, device, current, previous, expires_ms = found
        return Family(id=id, coach=coach, device=device, current=current, previous=previous, expires_ms=expires_ms)

    def put_family(self, family: Family) -> None:
        self._sql.execute(
            "INSERT OR REPLACE INTO family (id, coach, device, current, previous, expires_ms)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (family.id, family.coach, family.device, family.current, family.previous, family.expires_ms),
        )

    def drop_family(self, id: str) -> None:
        self._sql.execute("DELETE FROM family WHERE id = ?", (id,))

    def meta(self, key: str) -> bytes | None:
        found = self._sql.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def set_meta(self, key: str, value: bytes) -> None:
        self._sql.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def blob_is_kept(self, sha: str) -> bool:
        return self._sql.execute("SELECT 1 FROM blob WHERE sha = ? LIMIT 1", (sha,)).fetchone() is not None

    def requests(self) -> list[Request]:
        found = self._sql.execute("SELECT coach, id, session, base, selection, device FROM request ORDER BY rowid")
        return [
            Request(coach=coach, id=id, session=session, base=base, selection=selection, device=device)
            for coach, id, session, base, selection, device in found
        ]
