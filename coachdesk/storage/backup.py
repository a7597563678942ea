"""This file writes a replica to one encrypted file, and makes a replica of such a file again.

Laptop-only coaches have no other copy. The file is a line that names the format, the key wrapped by a passphrase as in
`key.json`, and the database as SQLite's online backup copies it: encrypted page by page with that key, so that no text
is ever plain on the disk. Caches are not in it; they can be fetched or computed again.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import apsw
import msgspec

from coachdesk.domain.clock import Clock, new_id
from coachdesk.errors import NotFound, Refused, Unreadable, WrongPassphrase
from coachdesk.storage.database import connect, flush, only, plain_faults
from coachdesk.storage.keys import note_for_passphrase, open_note
from coachdesk.storage.meta import put

_FORMAT = b"CoachDesk backup 1\n"
_PAGES = 2000
"""Pages that one step copies; others may write between two steps."""


def write_backup(folder: Path, key: bytes, target: Path, passphrase: str) -> int:
    """Copy the replica in `folder` to `target`, readable with `passphrase`; returns its size in bytes.

    `target` is replaced only once the copy is whole and on the disk. Raises NotFound or Refused where no file can be
    written there, and StorageFault.
    """
    if target.is_dir():
        raise Refused(f"“{target}” is a folder. Name a file in it.")
    if not target.absolute().parent.is_dir():
        raise NotFound(f"There is no folder “{target.parent}”. Create it first, or name another.")
    note = note_for_passphrase(key, passphrase)
    with plain_faults(), tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".coachdesk-") as room:
        copy = Path(room) / "replica.db"
        source, sink = connect(folder / "replica.db", key), connect(copy, key, create=True)
        try:
            with sink.backup("main", source, "main") as work:
                while not work.done:
                    work.step(_PAGES)
            flush(sink)
        finally:
            sink.close()
            source.close()
        whole = Path(room) / "whole"
        with os.fdopen(os.open(whole, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file, copy.open("rb") as pages:
            file.write(_FORMAT + len(note).to_bytes(4) + note)
            while piece := pages.read(1 << 20):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        whole.replace(target)
        return target.stat().st_size


def read_backup(source: Path, folder: Path, passphrase: str, clock: Clock) -> bytes:
    """Make the replica that `source` holds in the empty `folder` and return its key.

    It becomes a device of its own: the laptop that made the backup may still be in use. What was sent and not answered
    is sent again under the same ids, which the platform applies once. Raises NotFound, Unreadable, WrongPassphrase
    and StorageFault.
    """
    target = folder / "replica.db"
    try:
        content = source.open("rb")
    except FileNotFoundError as fault:
        raise NotFound(f"There is no file “{source}”. Check the path.") from fault
    except OSError as fault:
        raise Unreadable(f"“{source}” cannot be read: {fault.strerror or 'the disk refused'}.") from fault
    with content, plain_faults():
        if content.read(len(_FORMAT)) != _FORMAT:
            raise Unreadable(f"“{source.name}” is no backup of CoachDesk. Choose a file made with `coachdesk backup`.")
        length = int.from_bytes(content.read(4))
        try:
            key = open_note(content.read(min(length, 1 << 16)), passphrase)
        except msgspec.DecodeError as fault:
            raise Unreadable(f"“{source.name}” is damaged. Use another backup.") from fault
        except WrongPassphrase as fault:
            raise WrongPassphrase("This passphrase does not open the backup. Type the one it was made with.") from fault
        partial = folder / "replica.part"
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            while piece := content.read(1 << 20):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        _take_over(partial, key, source.name, clock)
        partial.replace(target)
    return key


def _take_over(partial: Path, key: bytes, name: str, clock: Clock) -> None:
    """Check a restored database and give it a device id of its own."""
    try:
        connection = connect(partial, key)
        try:
            if only(connection, "PRAGMA quick_check")[0] != "ok":
                raise Unreadable(f"“{name}” is damaged. Use another backup.")
            put(connection, "device", new_id(clock))
            flush(connection)
        finally:
            connection.close()
    except (apsw.CorruptError, apsw.NotADBError) as fault:
        partial.unlink(missing_ok=True)
        raise Unreadable(f"“{name}” is damaged. Use another backup.") from fault
