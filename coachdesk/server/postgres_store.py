"""This file keeps the platform's data in Postgres, which several processes may share.

Each thread here has a connection of its own. Work whose connection turns out to be dead before it committed is begun
anew on a fresh one, once; a commit whose answer is lost is a fault, and whoever sent the batch sends it again.

Statements are sent without waiting for the answers of those before them (a pipeline), until one has to be known. So a
batch of edits takes four round trips instead of a dozen.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg
from psycopg.types.string import StrDumper

from coachdesk.errors import StorageFault
from coachdesk.server.postgres_accounts import POSTGRES_ACCOUNTS_SCHEMA, PostgresAccounts
from coachdesk.server.postgres_rows import POSTGRES_ROWS_SCHEMA, PostgresRows
from coachdesk.server.store import Accounts, CoachReader, CoachWriter

T = TypeVar("T")
Connection = psycopg.Connection[tuple[Any, ...]]

CONNECTIONS = 8
CONNECT_S = 5
WAITS = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=20s -c client_min_messages=warning"
"""No wait for another process is endless, not even for one that was stopped in the middle of a transaction."""
VERSION = 1
_SCHEMA_LOCK = 0x636F6163
_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class _WithoutNul(StrDumper):
    """Postgres has no NUL in texts. Ids have none (`protocol.Id`), and what names one finds nothing."""

    def dump(self, obj: str) -> Any:
        return super().dump(obj.replace("\0", "\ufffd"))


class PostgresStore:
    """A `Store` behind a URL."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._threads = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="store")
        self._own = threading.local()
        self._open_ones: list[Connection] = []
        # Writers of one coach wait for each other anyway; here they do it without a connection each.
        self._writers: weakref.WeakValueDictionary[int, asyncio.Lock] = weakref.WeakValueDictionary()

    async def open(self) -> None:
        """Connect, and make the tables where they are missing; raises StorageFault."""
        try:
            await self._run(self._prepare)
        except psycopg.Error as fault:
            await self.close()
            raise StorageFault("The database cannot be opened. Check the address after --database.") from fault

    async def read(self, coach: int, work: Callable[[CoachReader], T]) -> T:
        return await self._run(lambda: self._transact(lambda sql: work(PostgresRows(sql, coach)), snapshot=True))

    async def write(self, coach: int, work: Callable[[CoachWriter], T]) -> T:
        def alone(sql: Connection) -> T:
            rows = PostgresRows(sql, coach)
            rows.lock()
            return work(rows)

        lock = self._writers.get(coach)
        if lock is None:
            lock = self._writers[coach] = asyncio.Lock()
        async with lock:
            return await self._run(lambda: self._transact(alone))

    async def accounts(self, work: Callable[[Accounts], T]) -> T:
        return await self._run(lambda: self._transact(lambda sql: work(PostgresAccounts(sql))))

    async def close(self) -> None:
        """Finish what was begun and close the connections."""
        await asyncio.to_thread(self._threads.shutdown)
        for connection in self._open_ones:
            connection.close()

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _prepare(self) -> None:
        def make(sql: Connection) -> None:
            sql.execute("SELECT pg_advisory_xact_lock(%s)", (_SCHEMA_LOCK,))
            found = sql.execute("SELECT to_regclass('coachdesk_version')").fetchone()
            if found is None or found[0] is None:
                sql.execute("CREATE TABLE coachdesk_version AS SELECT %s::int AS version", (VERSION,))
                for statement in (*POSTGRES_ROWS_SCHEMA, *POSTGRES_ACCOUNTS_SCHEMA):
                    sql.execute(statement)
            version = sql.execute("SELECT version FROM coachdesk_version").fetchone()
            if version is not None and version[0] > VERSION:
                raise StorageFault("The database is of a newer CoachDesk. Update this one.")

        self._transact(make)

    def _transact(self, work: Callable[[Connection], T], *, snapshot: bool = False) -> T:
        for is_last in (False, True):
            connection = self._connection()
            is_whole = False
            try:
                with connection.pipeline():
                    connection.execute(_SNAPSHOT if snapshot else "BEGIN")
                    given = work(connection)
                    is_whole = True
                    connection.execute("COMMIT")
                return given
            except psycopg.OperationalError:
                was_broken = connection.broken
                self._abandon(connection)
                if is_last or is_whole or not was_broken:
                    raise
            except BaseException:
                self._abandon(connection)
                raise
        raise AssertionError("unreachable")

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None or connection.closed:
            connection = psycopg.connect(
                self._url, autocommit=True, connect_timeout=CONNECT_S, options=WAITS, application_name="coachdesk"
            )
            connection.adapters.register_dumper(str, _WithoutNul)
            self._own.connection = connection
            self._open_ones = [one for one in self._open_ones if not one.closed] + [connection]
        return connection

    def _abandon(self, connection: Connection) -> None:
        try:
            connection.execute("ROLLBACK")
        except psycopg.Error:
            connection.close()
