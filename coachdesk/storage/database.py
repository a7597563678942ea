"""This file opens the encrypted SQLite database and says in one sentence what its errors mean."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from coachdesk.errors import CoachDeskError, OurFault, StorageFault

BUSY_MS = 5000
"""How long a statement waits for another process's transaction, in ms."""
DAMAGE = (apsw.CorruptError, apsw.NotADBError)
"""What SQLite raises when a page is not what was written: the cipher authenticates every page."""
DAMAGE_NOTE = "damaged"
"""The file in a replica's folder which says that its database is to be set aside at the next start."""

Row = tuple[Any, ...]
"""A row as SQLite gives it: each statement knows its own types."""
Bindings = tuple[Any, ...] | Mapping[str, Any]


class Damaged(StorageFault):
    """The database holds pages that cannot be read."""


def connect(path: Path, key: bytes, *, create: bool = False, cache_kib: int = 4096) -> apsw.Connection:
    """Return a connection to the database at `path`, encrypted (ChaCha20-Poly1305) with the 32 bytes of `key`.

    WAL with synchronous=FULL: a commit that returned is on the disk. Temporary tables stay in memory, so that no text
    reaches a file of its own. Raises apsw errors; the first statement on a file with another key raises NotADBError.
    """
    if create:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.pragma("cipher", "chacha20")
        connection.pragma("key", "raw:" + key.hex())
        connection.set_busy_timeout(BUSY_MS)
        connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "full")
        connection.pragma("temp_store", "memory")
        connection.pragma("cache_size", -cache_kib)
        connection.pragma("journal_size_limit", 16 * 1024 * 1024)
        # A page of changes fills the usual 1,000 pages of log each time; then everything would be written twice.
        connection.pragma("wal_autocheckpoint", 4000)
    except BaseException:
        connection.close()
        raise
    return connection


def flush(connection: apsw.Connection) -> None:
    """Move all that was committed into the database file itself. Raises BusyError if another connection hinders it."""
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)


def each(connection: apsw.Connection, statement: str, bindings: Bindings = ()) -> Iterator[Row]:
    """Return the rows of a statement one by one, as they are read."""
    return connection.execute(statement, bindings)


def select(connection: apsw.Connection, statement: str, bindings: Bindings = ()) -> list[Row]:
    """Return all rows of a statement."""
    return list(connection.execute(statement, bindings))


def only(connection: apsw.Connection, statement: str, bindings: Bindings = ()) -> Row:
    """Return the row of a statement that always gives one."""
    return next(iter(connection.execute(statement, bindings)))


def first(connection: apsw.Connection, statement: str, bindings: Bindings = ()) -> Row | None:
    """Return the first row of a statement, or None."""
    return next(iter(connection.execute(statement, bindings)), None)


@contextmanager
def plain_faults() -> Iterator[None]:
    """Turn SQLite's errors within into ours: StorageFault with a sentence, or OurFault for a defect."""
    try:
        yield
    except (apsw.Error, OSError) as fault:
        raise fault_of(fault) from fault


def fault_of(fault: Exception) -> CoachDeskError:
    """Return what `fault` means for the coach."""
    match fault:
        case apsw.FullError():
            return StorageFault("The disk is full, so this was not saved; make some room and try again.")
        case apsw.CorruptError() | apsw.NotADBError():
            return Damaged(
                "CoachDesk's data on this disk is damaged; start it again, and it saves all that can still be read."
            )
        case apsw.ReadOnlyError() | apsw.PermissionsError() | PermissionError():
            return StorageFault(
                "CoachDesk may not write to its folder; check the permissions of the disk and try again."
            )
        case apsw.CantOpenError():
            return StorageFault("CoachDesk's data cannot be opened; check that its folder is there and may be written.")
        case apsw.BusyError() | apsw.LockedError():
            return StorageFault("Another program is busy with CoachDesk's data, so this was not saved; try again.")
        case apsw.NoMemError() | apsw.IOError() | OSError():
            return StorageFault(
                "The disk did not do what CoachDesk asked, so this was not saved; check it and try again."
            )
    return OurFault(f"The replica refused a statement ({type(fault).__name__}); please report this.")
