"""This file looks at every page of a replica, without changing it."""

from __future__ import annotations

from pathlib import Path

import apsw

from coachdesk.errors import StorageFault
from coachdesk.storage.database import Damaged, connect, select


def check_integrity(file: Path, key: bytes) -> None:
    """Raise StorageFault unless the database in `file` opens with `key` and holds together."""
    try:
        connection = connect(file, key)
        try:
            said = [str(row[0]) for row in select(connection, "PRAGMA integrity_check(1)")]
        finally:
            connection.close()
    except apsw.Error as fault:
        raise StorageFault("The local data cannot be read, or parts of it are damaged.") from fault
    if said != ["ok"]:
        raise Damaged("The local data can be read, but parts of it do not fit together.")
