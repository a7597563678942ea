"""This file keeps the table of the list in step with what is shown: one row for each session, computed in bulk.

Each transaction says which sessions and clients it touched; `refresh` computes those again from the platform's rows and
the outbox. The order is one integer, `sort`: the session's date in ms shifted by 15 bits, plus, where the date is only
a day, the time of day at which the session's id was made. It is the same on each device, and unique.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from functools import lru_cache

import apsw

from coachdesk.domain.clock import wall_ms_of
from coachdesk.domain.session import Session
from coachdesk.storage import branches
from coachdesk.storage.database import Row, each, select
from coachdesk.storage.listing import DAY_MS, SHIFT, packed
from coachdesk.storage.overlay import among, counts, deciding, head_texts, shown_clients, shown_sessions
from coachdesk.storage.writer import Transaction

_COLUMNS = ("sort", "client", "date", "type", "title", "status", "tags", "preview", "pending", "parked", "print")
_HEADING = re.compile(r"\s*#{1,6}(?:\s|$)")
_MARK = re.compile(r"\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|>\s?)")


def sort_of(session: str, date: str, attempt: int = 0) -> int:
    """Return where a session stands in the list. Each further `attempt` widens the room for ids that collide."""
    made = _made_ms(session)
    try:
        moment = _begin_ms(date) + made % DAY_MS if len(date) <= 10 else wall_ms_of(date)
    except (ValueError, OverflowError, OSError):
        moment = made
    spread = zlib.crc32(f"{session}{attempt}".encode()) * 0x9E3779B1 & (1 << SHIFT + attempt) - 1
    return (moment << SHIFT) + spread


@lru_cache(4096)
def _begin_ms(day: str) -> int:
    """Return when a day begins, in ms since 1970; days come again and again."""
    return wall_ms_of(day)


def _made_ms(session: str) -> int:
    """Return when a UUID of version 7 was made; for another id a number below a day that depends on it alone."""
    if len(session) == 36 and session[14] == "7":
        try:
            return int(session[:8] + session[9:13], 16)
        except ValueError:
            pass
    return zlib.crc32(session.encode()) % DAY_MS


def preview_of(text: str) -> str:
    """Return the first words of a summary, at most 160 characters, without headings and list marks."""
    words = ""
    for line in text[:1000].split("\n"):
        if not _HEADING.match(line):
            words += line[mark.end() :] + " " if (mark := _MARK.match(line)) else line + " "
            if len(words) > 240:
                break
    return " ".join(words[:240].split())[:160]


def refresh(transaction: Transaction) -> None:
    """Compute the list again for what the transaction has touched."""
    if transaction.clients:
        _refresh_clients(transaction)
    if transaction.sessions:
        _refresh_sessions(transaction)
    counted = transaction.counted - transaction.sessions
    if counted:
        _refresh_counts(transaction.connection, counted)


def _refresh_clients(transaction: Transaction) -> None:
    connection, clients = transaction.connection, transaction.clients
    shown = shown_clients(connection, clients)
    names: dict[str, str] = {}
    photos: dict[str, str] = {}
    for client, name, photo in select(
        connection, "SELECT id, name, photo FROM person WHERE id IN (SELECT value FROM json_each(?))", (among(clients),)
    ):
        names[client], photos[client] = name, photo
    gone = [(client,) for client in names if client not in shown]
    connection.executemany("DELETE FROM person WHERE id = ?", gone)
    connection.executemany(
        "INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?)",
        [(client, value.name, value.email, value.policy.value, value.photo or "") for client, value in shown.items()],
    )
    transaction.rows |= any(photos.get(client, "") != (value.photo or "") for client, value in shown.items())
    renamed = [(client,) for client, value in shown.items() if names.get(client) != value.name] + gone
    if renamed:
        before = connection.total_changes()
        connection.executemany("UPDATE shown SET stale = 1 WHERE client = ?", renamed)
        transaction.rows |= connection.total_changes() > before


def _refresh_sessions(transaction: Transaction) -> None:
    connection, sessions = transaction.connection, transaction.sessions
    waiting = deciding(connection, sessions)
    waits = counts(connection, sessions)
    shown = shown_sessions(connection, sessions, waiting, transaction.stored)
    texts = head_texts(connection, shown, waiting, transaction.stored)
    old: dict[str, Row] = {
        row[0]: row
        for row in each(
            connection,
            f"SELECT id, key, fts, {', '.join(_COLUMNS)} FROM shown WHERE id IN (SELECT value FROM json_each(?))",
            (among(sessions),),
        )
    }
    tally: Counter[str | None] = Counter()
    gone = [row for session, row in old.items() if session not in shown]
    if gone:
        connection.executemany("DELETE FROM words WHERE rowid = ?", [(row[2],) for row in gone if row[2] is not None])
        for table, key in (("shown", "key"), ("said", "rowid"), ("heard", "key")):
            connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(row[1],) for row in gone])
    tally.subtract(row[4] for row in old.values())
    tally.update(value.client for value in shown.values())
    new: list[Row] = []
    changed: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    sorts = _free_sorts(connection, shown, {session: row[3] for session, row in old.items()})
    for session, value in shown.items():
        line = _line(sorts[session], value, texts[session], waits.get(session, (0, 0)))
        before = old.get(session)
        if before is None:
            new.append((session, *line))
            continue
        # SQLite rewrites each index of a column that is set, changed or not: set only what did change.
        other = tuple(name for name, was, is_ in zip(_COLUMNS, before[3:], line, strict=True) if was != is_)
        if other:
            changed[other].append((*(line[_COLUMNS.index(name)] for name in other), before[1]))
            transaction.rows |= not {"sort", "client", "status", "tags"}.isdisjoint(other)
    for names, values in changed.items():
        stale = ", stale = 1" if not {"sort", "print"}.isdisjoint(names) else ""
        settings = ", ".join(f"{name} = ?" for name in names)
        connection.executemany(f"UPDATE shown SET {settings}{stale} WHERE key = ?", values)
    connection.executemany(
        f"INSERT INTO shown (id, {', '.join(_COLUMNS)}, stale) VALUES (?{', ?' * len(_COLUMNS)}, 1)", new
    )
    connection.executemany(
        "INSERT INTO tally VALUES (?, ?) ON CONFLICT (client) DO UPDATE SET sessions = sessions + excluded.sessions",
        [(client, count) for client, count in tally.items() if client and count],
    )
    transaction.rows |= bool(new or gone)
    branches.refresh(transaction, shown, old)


def _refresh_counts(connection: apsw.Connection, sessions: set[str]) -> None:
    waits = counts(connection, sessions)
    none = (0, 0)
    connection.executemany(
        "UPDATE shown SET pending = ?1, parked = ?2 WHERE id = ?3 AND (pending <> ?1 OR parked <> ?2)",
        [(*waits.get(session, none), session) for session in sessions],
    )


def _line(sort: int, value: Session, text: str, waits: tuple[int, int]) -> Row:
    """Return what the list keeps of a session, in the order of `_COLUMNS`."""
    tags = "\n".join(value.tags)
    print_ = zlib.crc32("\0".join((value.title, tags, value.client or "", text)).encode())
    return (
        *(sort, value.client, value.date, value.type, value.title, value.status, tags),
        *(preview_of(text), *waits, print_),
    )


def _free_sorts(connection: apsw.Connection, shown: dict[str, Session], old: dict[str, int]) -> dict[str, int]:
    """Return a place for each session that no other one has; a session whose date did not change keeps its own."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    waiting = list(shown)
    for attempt in range(48 - SHIFT):
        wanted = {session: sort_of(session, shown[session].date, attempt) for session in waiting}
        moving = [session for session in waiting if old.get(session) != wanted[session]]
        if moving:
            taken.update(
                row[0]
                for row in each(
                    connection,
                    "SELECT sort FROM shown WHERE sort IN (SELECT value FROM json_each(?))",
                    (packed([wanted[session] for session in moving]),),
                )
            )
        staying = set(waiting) - set(moving)
        taken.update(wanted[session] for session in staying)
        found.update((session, wanted[session]) for session in staying)
        waiting = []
        for session in moving:
            if wanted[session] in taken:
                waiting.append(session)
            else:
                taken.add(wanted[session])
                found[session] = wanted[session]
        if not waiting:
            break
    return found
