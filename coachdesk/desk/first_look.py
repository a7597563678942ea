"""This file reads the list before the desk is open: a window can paint it while sync and assistant are being loaded.

It has a connection of its own that writes nothing. Where opening the desk has something to do first, such as making,
migrating or saving the database, there is no first look, and the window waits for the desk.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import apsw

from coachdesk.desk.listed import ClientRow, ListQuery, SessionRow, lines
from coachdesk.errors import CoachDeskError
from coachdesk.storage import listing
from coachdesk.storage.database import DAMAGE_NOTE, connect, plain_faults
from coachdesk.storage.schema import MIGRATIONS, version_of

_ALL = ListQuery()


class FirstLook:
    """The list over a `connection`, whose keys were read already; its reads are short. They raise StorageFault.

    It may be opened in one thread and used in another.
    """

    def __init__(self, connection: apsw.Connection, keys: Sequence[int]) -> None:
        self._connection, self._keys = connection, keys

    @classmethod
    def open(cls, folder: Path, key: bytes) -> FirstLook | None:
        """Return a look at the replica in `folder`, which 32 bytes of `key` open; None where it has to be opened whole.

        What is wrong with it, if anything is, comes to light when it is opened whole.
        """
        path = folder / "replica.db"
        if not path.exists() or (folder / DAMAGE_NOTE).exists():
            return None
        with contextlib.suppress(CoachDeskError), plain_faults(), contextlib.ExitStack() as refused:
            connection = connect(path, key)
            refused.callback(connection.close)
            connection.pragma("query_only", True)
            if version_of(connection) == len(MIGRATIONS):
                look = cls(connection, listing.keys(connection, _ALL))
                refused.pop_all()
                return look
        return None

    def keys(self, query: ListQuery) -> Sequence[int]:
        """Return the keys of the list for a `query` without words, in order."""
        if query == _ALL:
            return self._keys
        with plain_faults():
            return listing.keys(self._connection, query)

    def rows(self, keys: Sequence[int]) -> tuple[SessionRow, ...]:
        """Return the lines of the list for `keys`."""
        with plain_faults():
            return lines(lambda wanted: listing.rows(self._connection, wanted), keys)

    def clients(self) -> tuple[ClientRow, ...]:
        """Return all clients by name."""
        with plain_faults():
            return tuple(listing.clients(self._connection))

    def key_of(self, session: str) -> int | None:
        """Return the key of a session, or None if it is not in the list."""
        with plain_faults():
            return listing.key_of(self._connection, session)

    def close(self) -> None:
        """Read no more."""
        self._connection.close()
