"""This file reads and writes what the replica knows about itself, by name."""

from __future__ import annotations

import apsw

from coachdesk.storage.database import first


def text(connection: apsw.Connection, key: str, default: str) -> str:
    """Return the value of `key`, or `default`."""
    row = first(connection, "SELECT value FROM meta WHERE key = ?", (key,))
    return str(row[0]) if row else default


def integer(connection: apsw.Connection, key: str) -> int:
    """Return the number under `key`, or 0."""
    return int(text(connection, key, "0"))


def put(connection: apsw.Connection, key: str, value: str) -> None:
    """Store `value` under `key`."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def epoch_of(connection: apsw.Connection) -> int:
    """Return how many full refreshes were begun."""
    return integer(connection, "epoch")
