"""This file sets a damaged replica aside and saves what can be read of it into a new one.

The damaged files stay in the folder under a name with the date. The steps can be cut off anywhere: a note, written
first, names where the damaged files go, and the next start goes on from it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import apsw

from coachdesk.domain.clock import Clock, iso
from coachdesk.storage.database import DAMAGE, DAMAGE_NOTE, connect, each, first, flush, only, select
from coachdesk.storage.meta import integer, put
from coachdesk.storage.schema import migrate
from coachdesk.storage.writer import Transaction, Writer

_SUFFIXES = ("", "-wal", "-shm")
_JUMP = 1_000_000
_LISTED_AT_ONCE = 500
_TABLES: tuple[tuple[str, str, str], ...] = (
    ("outbox", "number", "the edits that were waiting"),
    ("draft", "rowid", "what was being typed"),
    ("proposal", "rowid", "the proposals"),
    ("blob", "rowid", "the files that were waiting"),
    ("row", "n", "the sessions"),
)

_log = logging.getLogger(__name__)


def sound(connection: apsw.Connection) -> bool:
    """Whether the parts that exist nowhere else can be read; the platform's rows are not all read, to be quick."""
    try:
        for table in ("meta", "outbox", "draft", "proposal", "kept"):
            select(connection, f"SELECT count(*), sum(length(CAST({_widest(table)} AS BLOB))) FROM {table}")
        select(connection, "SELECT max(n) FROM row")
        select(connection, "SELECT max(key) FROM shown")
    except DAMAGE:
        return False
    return True


def _widest(table: str) -> str:
    return {"meta": "value", "outbox": "body", "draft": "text", "proposal": "json", "kept": "id"}[table]


def note_damage(folder: Path, clock: Clock) -> None:
    """Have the next start set the database aside."""
    note = folder / DAMAGE_NOTE
    if not note.exists():
        stamp = iso(clock.wall_ms()).replace(":", "").replace("-", "")[:15]
        _write_durably(note, f"replica.damaged-{stamp}Z.db")


def set_aside_and_save(folder: Path, key: bytes, clock: Clock) -> tuple[str, ...]:
    """Set the damaged database aside, make a new one with all that can be read, and return what to tell the coach.

    Raises apsw errors if the disk does not allow it; then everything is as before, or the next start goes on.
    """
    note_damage(folder, clock)
    name = Path((folder / DAMAGE_NOTE).read_text(encoding="utf-8").strip()).name
    current, aside, fresh = folder / "replica.db", folder / name, folder / "replica.db.new"
    if not aside.exists() and current.exists():
        for suffix in reversed(_SUFFIXES):
            source = Path(f"{current}{suffix}")
            if source.exists():
                source.replace(f"{aside}{suffix}")
    for suffix in _SUFFIXES:
        Path(f"{fresh}{suffix}").unlink(missing_ok=True)
    new = connect(fresh, key, create=True)
    try:
        migrate(new, fresh)
        lost = _save(aside, key, new)
        flush(new)
    finally:
        new.close()
    for suffix in _SUFFIXES[1:]:
        Path(f"{current}{suffix}").unlink(missing_ok=True)
    fresh.replace(current)
    (folder / DAMAGE_NOTE).unlink()
    found = [f"A part of the data on this disk was damaged; it was set aside as {name}."]
    if lost:
        found.append("Not everything could be read of: " + ", ".join(lost) + ".")
    else:
        found.append("All edits that were waiting could be read and are still here.")
    return tuple(found)


def _save(aside: Path, key: bytes, new: apsw.Connection) -> list[str]:
    """Copy what can be read from `aside` into `new`; return in words what could not be read whole."""
    lost: list[str] = []
    try:
        old = connect(aside, key)
        select(old, "SELECT count(*) FROM sqlite_schema")
    except (apsw.Error, OSError) as fault:
        _log.error("nothing could be read of a damaged replica: %s", type(fault).__name__)
        new.execute("INSERT INTO sqlite_sequence VALUES ('outbox', ?)", (_JUMP,))
        return [words for _, _, words in _TABLES]
    try:
        new.execute("BEGIN IMMEDIATE")
        with_meta = _copy(old, new, "meta", "key")
        kept = _copy(old, new, "kept", "id")
        whole = {table: _copy(old, new, table, order) for table, order, _ in _TABLES}
        lost = [words for table, _, words in _TABLES if not whole[table]]
        lost += [] if kept else ["what stays on this laptop"]
        sequence = _numbers_used(old)
        highest = only(new, "SELECT coalesce(max(number), 0) FROM outbox")[0]
        new.execute("DELETE FROM sqlite_sequence WHERE name = 'outbox'")
        new.execute(
            "INSERT INTO sqlite_sequence VALUES ('outbox', ?)",
            (max(highest, sequence) if sequence is not None else highest + _JUMP,),
        )
        if not (with_meta and whole["row"]):
            put(new, "epoch", str(integer(new, "epoch") + 1))
            put(new, "cursor", "0")
            put(new, "counts", "{}")
            put(new, "digest", "0")
            put(new, "refreshing", "1")
        put(new, "relist", "1")
        new.execute("COMMIT")
    finally:
        old.close()
    return lost


def _numbers_used(old: apsw.Connection) -> int | None:
    """Return the highest number ever used, or None where that cannot be read."""
    try:
        row = first(old, "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
    except apsw.Error:
        return None
    return int(row[0]) if row else 0


def _copy(old: apsw.Connection, new: apsw.Connection, table: str, order: str) -> bool:
    """Copy the rows of `table` that can be read, from both ends; return whether all could be."""
    columns = [row[1] for row in select(new, f"PRAGMA table_info({table})")]
    named = ", ".join(columns)
    insert = f"INSERT OR REPLACE INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})"
    whole = True
    for direction in ("ASC", "DESC"):
        cut = False
        rows = _readable(old, f"SELECT {named} FROM {table} NOT INDEXED ORDER BY {order} {direction}")
        for row in rows:
            if row is None:
                cut = True
            else:
                new.execute(insert, row)
        if not cut:
            return whole
        whole = False
    return False


def _readable(old: apsw.Connection, statement: str) -> Iterator[tuple[object, ...] | None]:
    """Yield rows as long as they can be read, then None if an error cut them off."""
    try:
        yield from old.execute(statement)
    except apsw.Error:
        yield None


def _write_durably(path: Path, content: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, content.encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def list_again(writer: Writer, reading: Callable[[], AbstractContextManager[apsw.Connection]]) -> None:
    """Compute the whole list again, after the database was saved from damage."""
    with reading() as connection:
        sessions = [row[0] for row in each(connection, "SELECT id FROM row WHERE kind = 'session'")]
        sessions += [row[0] for row in each(connection, "SELECT DISTINCT session FROM outbox") if row[0]]
        clients = [row[0] for row in each(connection, "SELECT id FROM row WHERE kind = 'client'")]
        clients += [row[0] for row in each(connection, "SELECT entity FROM outbox WHERE session IS NULL")]

    def touch(part: list[str], of_clients: bool) -> Callable[[Transaction], None]:
        return lambda transaction: (transaction.clients if of_clients else transaction.sessions).update(part)

    for ids, of_clients in ((clients, True), (sessions, False)):
        for start in range(0, len(ids), _LISTED_AT_ONCE):
            writer.submit(touch(ids[start : start + _LISTED_AT_ONCE], of_clients))
    writer.submit(lambda transaction: put(transaction.connection, "relist", "")).result()
