"""This file keeps the platform's data in SQLite, on one thread of its own.

The database is in WAL mode with synchronous=FULL: a commit that was acknowledged survives a power failure. Since one
thread does everything, transactions never meet, and a batch costs one hop to it.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from coachdesk.errors import StorageFault
from coachdesk.server.sqlite_accounts import ACCOUNTS_SCHEMA, SqliteAccounts
from coachdesk.server.sqlite_rows import ROWS_SCHEMA, SqliteRows
from coachdesk.server.store import Accounts, CoachReader, CoachWriter

T = TypeVar("T")

SCHEMA_VERSION = 2
_FROM_1 = (
    # Logins of the first form cannot be carried over: whoever was signed in signs in again.
    "DROP TABLE family",
    *ACCOUNTS_SCHEMA[1:3],
    "ALTER TABLE request ADD COLUMN holder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE request ADD COLUMN until_ms INTEGER NOT NULL DEFAULT 0",
)


class SqliteStore:
    """A `Store` in one file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._connection: sqlite3.Connection | None = None

    async def open(self) -> None:
        """Open the file, and make it where it is missing; raises StorageFault."""
        try:
            await self._run(self._open)
        except (sqlite3.Error, OSError) as fault:
            self._thread.shutdown()
            raise StorageFault(
                f"The database {self._file} cannot be opened. Check the folder and its rights."
            ) from fault

    async def read(self, coach: int, work: Callable[[CoachReader], T]) -> T:
        return await self._run(
            lambda: self._transact(lambda connection: work(SqliteRows(connection, coach)), "DEFERRED")
        )

    async def write(self, coach: int, work: Callable[[CoachWriter], T]) -> T:
        return await self._run(lambda: self._write(coach, work))

    async def accounts(self, work: Callable[[Accounts], T]) -> T:
        return await self._run(lambda: self._transact(lambda connection: work(SqliteAccounts(connection))))

    async def close(self) -> None:
        """Finish what was begun and close the file."""
        with contextlib.suppress(RuntimeError):
            await self._run(self._close)
        self._thread.shutdown()

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _open(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(self._file, isolation_level=None, cached_statements=256)
        self._file.chmod(0o600)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA temp_store = MEMORY")
        # What is erased is overwritten. Debian's SQLite does so by itself, others do not.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA cache_size = -65536")
        # Batches touch the same pages again and again; copying them back less often halves the writing.
        connection.execute("PRAGMA wal_autocheckpoint = 8000")
        with _transaction(connection, "IMMEDIATE"):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > SCHEMA_VERSION:
                raise StorageFault(f"The database {self._file} is of a newer CoachDesk. Update this one.")
            steps = {0: (*ROWS_SCHEMA, *ACCOUNTS_SCHEMA), 1: _FROM_1}
            for statement in steps.get(version, ()):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        self._connection = connection

    def _transact(self, work: Callable[[sqlite3.Connection], T], mode: str = "IMMEDIATE") -> T:
        if self._connection is None:
            raise StorageFault("The database is closed.")
        with _transaction(self._connection, mode):
            return work(self._connection)

    def _write(self, coach: int, work: Callable[[CoachWriter], T]) -> T:
        """Write; where something was erased, the log that still holds it is emptied before anybody is answered."""
        erased = False

        def write(connection: sqlite3.Connection) -> T:
            nonlocal erased
            rows = SqliteRows(connection, coach)
            result = work(rows)
            erased = rows.erased
            return result

        result = self._transact(write)
        if erased and self._connection is not None:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return result

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection, mode: str) -> Iterator[None]:
    connection.execute(f"BEGIN {mode}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
