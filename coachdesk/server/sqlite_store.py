"""This file keeps the platform's data in SQLite, on one thread of its own.

The database is in WAL mode with synchronous=FULL: a commit that was acknowledged survives a power failure. Since one
thread does everything, transactions never meet, and a batch costs one hop to it. Writing to the disk is what takes its
time, so all writes that wait at the same moment share one commit: each is a savepoint, and none is answered before it.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from coachdesk.errors import StorageFault
from coachdesk.server.sqlite_accounts import ACCOUNTS_SCHEMA, SqliteAccounts
from coachdesk.server.sqlite_rows import ROWS_SCHEMA, SqliteRows
from coachdesk.server.store import Accounts, CoachReader, CoachWriter

T = TypeVar("T")

SCHEMA_VERSION = 2
TOGETHER_S = 0.02
"""How long a commit goes on taking in writes that wait already."""
_FROM_1 = (
    # Logins of the first form cannot be carried over: whoever was signed in signs in again.
    "DROP TABLE family",
    *ACCOUNTS_SCHEMA[1:3],
    "ALTER TABLE request ADD COLUMN holder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE request ADD COLUMN until_ms INTEGER NOT NULL DEFAULT 0",
)


class _Write:
    """A write that waits for the thread; `durable` gives its result, `erased` says whether something was."""

    def __init__(self, coach: int, work: Callable[[CoachWriter], Any]) -> None:
        self.durable: Future[Any] = Future()
        self.erased = False
        self._coach = coach
        self._work = work
        self._given: Any = None
        self._fault: Exception | None = None

    def run(self, connection: sqlite3.Connection) -> None:
        """Do the work in a savepoint; raises only what ended the whole transaction."""
        rows = SqliteRows(connection, self._coach)
        connection.execute("SAVEPOINT part")
        try:
            self._given = self._work(rows)
            self.erased = rows.erased
        except Exception as fault:
            if not connection.in_transaction:
                raise
            self._fault = fault
            connection.execute("ROLLBACK TO part")
        connection.execute("RELEASE part")

    def tell(self, fault: Exception | None) -> None:
        """Say what became of it; `fault` is that of the commit."""
        fault = fault or self._fault
        if fault is None:
            self.durable.set_result(self._given)
        else:
            self.durable.set_exception(fault)


class SqliteStore:
    """A `Store` in one file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._connection: sqlite3.Connection | None = None
        self._writes: deque[_Write] = deque()

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
        write = _Write(coach, work)
        self._writes.append(write)
        try:
            await self._run(self._write_together)
        except asyncio.CancelledError:
            write.durable.cancel()  # it is not begun then
            raise
        given: T = write.durable.result()  # done by now, if not by this commit then by an earlier one
        return given

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

    def _write_together(self) -> None:
        """Commit a write, and with it those that wait behind it."""
        first = self._next()
        if first is None:
            return  # an earlier commit took it along
        group = [first]
        fault: Exception | None = None
        try:
            self._transact(lambda connection: self._run_all(connection, group))
            # What was erased is still in the log; that is emptied before anybody is answered.
            if self._connection is not None and any(write.erased for write in group):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception as raised:  # noqa: BLE001 - whatever it was, none of them is durable
            fault = raised
        for write in group:
            write.tell(fault)

    def _run_all(self, connection: sqlite3.Connection, group: list[_Write]) -> None:
        until = time.monotonic() + TOGETHER_S
        for write in group:
            write.run(connection)
            if time.monotonic() < until and (following := self._next()) is not None:
                group.append(following)

    def _next(self) -> _Write | None:
        """Return the next write that somebody still waits for."""
        while self._writes:
            write = self._writes.popleft()
            if write.durable.set_running_or_notify_cancel():
                return write
        return None

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
