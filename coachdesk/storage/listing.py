"""This file keeps the list of sessions as a table of its own and reads it: a million rows, newest first.

Each transaction says which sessions and clients it touched; `refresh` computes those again from the platform's rows and
the outbox, in bulk. The order is one integer, `sort`: the session's date in ms shifted by 15 bits, plus, where the date
is only a day, the time of day at which the session's id was made. It is the same on each device, and unique.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import apsw
import msgspec

from coachdesk.domain.clock import wall_ms_of
from coachdesk.domain.session import Client, Policy, Session
from coachdesk.storage.database import Row, each, first, only, select
from coachdesk.storage.overlay import among, counts, deciding, head_texts, shown_clients, shown_sessions
from coachdesk.storage.writer import Transaction

DAY_MS = 86_400_000
_FETCH = 50_000
_SHIFT = 15
_COLUMNS = ("sort", "client", "date", "type", "title", "status", "tags", "preview", "pending", "parked", "print")
_WITH_PERSON = "LEFT JOIN person ON person.id = shown.client"
_HEADING = re.compile(r"\s*#{1,6}(?:\s|$)")
_MARK = re.compile(r"\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|>\s?)")


@dataclass(frozen=True, slots=True, repr=False)
class Query:
    """What the list shows, the fields of the desk's ListQuery; `order` is "newest", "oldest" or "client".

    `pending` asks for what is not on the platform yet, `attention` for what waits for the coach's decision.
    """

    text: str = ""
    client: str | None = None
    status: str | None = None
    tag: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    pending: bool = False
    attention: bool = False
    order: str = "newest"


class ListRow(msgspec.Struct, frozen=True):
    """One line of the list. `client` is a name; `date` ISO 8601; `preview` the first words of the summary.

    `photo` is the SHA-256 of the client's photo, or ""; `kept` says that the session stays on this laptop.
    """

    id: str
    client: str
    date: str
    type: str
    title: str
    status: str
    preview: str
    pending: int
    parked: int
    photo: str = ""
    kept: bool = False

    def __repr__(self) -> str:
        return f"ListRow({self.id!r})"


class ListedClient(msgspec.Struct, frozen=True):
    """A client with the number of sessions shown for it."""

    id: str
    name: str
    email: str
    policy: Policy
    sessions: int
    photo: str = ""
    kept: bool = False

    def __repr__(self) -> str:
        return f"ListedClient({self.id!r})"


def sort_of(session: str, date: str, attempt: int = 0) -> int:
    """Return where a session stands in the list. Each further `attempt` widens the room for ids that collide."""
    made = _made_ms(session)
    try:
        moment = wall_ms_of(date)
        if len(date) <= 10:
            moment += made % DAY_MS
    except (ValueError, OverflowError, OSError):
        moment = made
    spread = zlib.crc32(f"{session}{attempt}".encode()) * 0x9E3779B1 & (1 << _SHIFT + attempt) - 1
    return (moment << _SHIFT) + spread


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
            if len(words) > 400:
                break
    return " ".join(words[:400].split())[:160]


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
    for attempt in range(48 - _SHIFT):
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


def keys(connection: apsw.Connection, query: Query, most: int | None = None) -> array[int]:
    """Return the keys of the rows that `query` asks for (without its words), in its order, at most `most`."""
    clauses, values = conditions(query)
    if query.order == "client":
        order = "ORDER BY person.name COLLATE NOCASE, shown.sort DESC"
        sql = "SELECT key FROM shown LEFT JOIN person ON person.id = shown.client"
        sql += (" WHERE " + " AND ".join(clauses) if clauses else "") + f" {order} LIMIT {-1 if most is None else most}"
        return _unpacked(only(connection, f"SELECT json_group_array(key) FROM ({sql})", values))
    sign, direction = (">", "ASC") if query.order == "oldest" else ("<", "DESC")
    edge = "max" if query.order == "oldest" else "min"
    found: array[int] = array("q")
    last: int | None = None
    while most is None or len(found) < most:
        count = _FETCH if most is None else min(_FETCH, most - len(found))
        where = [*clauses, f"sort {sign} {last}"] if last is not None else clauses
        sql = "SELECT key, sort FROM shown" + (" WHERE " + " AND ".join(where) if where else "")
        row = only(
            connection,
            f"SELECT json_group_array(key), {edge}(sort) FROM ({sql} ORDER BY sort {direction} LIMIT {count})",
            values,
        )
        part = _unpacked(row)
        found.extend(part)
        if len(part) < count:
            break
        last = row[1]
    return found


def conditions(query: Query) -> tuple[list[str], dict[str, str | int]]:
    """Return the conditions on `shown` that the filters of `query` mean, and their values."""
    clauses: list[str] = []
    values: dict[str, str | int] = {}
    for name in ("client", "status"):
        value = getattr(query, name)
        if value is not None:
            clauses.append(f"shown.{name} = :{name}")
            values[name] = value
    if query.tag is not None:
        clauses.append("instr(char(10) || shown.tags || char(10), char(10) || :tag || char(10))")
        values["tag"] = query.tag
    if query.date_from:
        clauses.append("shown.sort >= :from")
        values["from"] = wall_ms_of(query.date_from) << _SHIFT
    if query.date_to:
        clauses.append("shown.sort < :to")
        values["to"] = wall_ms_of(query.date_to) + (DAY_MS if len(query.date_to) <= 10 else 1) << _SHIFT
    if query.pending:
        clauses.append(
            "key IN (SELECT key FROM outbox CROSS JOIN shown ON shown.id = outbox.session"
            " WHERE state IN ('queued', 'sent', 'parked'))"
        )
    if query.attention:
        clauses.append(
            "key IN (SELECT key FROM outbox CROSS JOIN shown ON shown.id = outbox.session WHERE state = 'parked'"
            " UNION SELECT key FROM proposal CROSS JOIN shown ON shown.id = proposal.session)"
        )
    return clauses, values


def headings(connection: apsw.Connection, query: Query) -> list[tuple[str, int]]:
    """Return the groups into which the list for `query` (without words) falls, in its order, and how many each has.

    A group is a month, "2026-05", or with the order "client" a client's name.
    """
    clauses, values = conditions(query)
    where = " WHERE " + " AND ".join(clauses) if clauses else ""
    if query.order == "client":
        sql = (
            f"SELECT coalesce(person.name, ''), count(*) FROM shown LEFT JOIN person ON person.id = shown.client{where}"
        )
        sql += " GROUP BY person.name COLLATE NOCASE ORDER BY person.name COLLATE NOCASE"
    else:
        month = f"strftime('%Y-%m', (sort >> {_SHIFT}) / 1000, 'unixepoch')"
        direction = "ASC" if query.order == "oldest" else "DESC"
        sql = f"SELECT {month} AS month, count(*) FROM shown{where} GROUP BY month ORDER BY month {direction}"
    return [(str(name or ""), int(count)) for name, count in each(connection, sql, values)]


def tags(connection: apsw.Connection, most: int) -> list[str]:
    """Return the tags that most sessions have, at most `most`, by alphabet."""
    counted: Counter[str] = Counter()
    for joined, count in each(connection, "SELECT tags, count(*) FROM shown WHERE tags <> '' GROUP BY tags", ()):
        for tag in joined.split("\n"):
            counted[tag] += count
    return sorted((tag for tag, _ in counted.most_common(most)), key=str.casefold)


def packed(numbers: Sequence[int]) -> str:
    """Return numbers as the JSON array that `IN (SELECT value FROM json_each(?))` takes."""
    return msgspec.json.encode(list(numbers)).decode()


def _unpacked(row: Row) -> array[int]:
    return array("q", msgspec.json.decode(row[0], type=list[int]))


def rows(connection: apsw.Connection, wanted: Sequence[int]) -> list[ListRow]:
    """Return the rows of `wanted` in its order, those left out that are no longer shown."""
    found = {
        row[0]: ListRow(*(*row[1:-1], bool(row[-1])))
        for row in each(
            connection,
            "SELECT key, shown.id, coalesce(person.name, ''), date, type, title, status, preview, pending, parked,"
            " coalesce(person.photo, ''), EXISTS (SELECT 1 FROM kept WHERE kept.kind = 'session' AND kept.id = shown.id"
            " OR kept.kind = 'client' AND kept.id = shown.client)"
            f" FROM shown {_WITH_PERSON} WHERE key IN (SELECT value FROM json_each(?))",
            (packed(wanted),),
        )
    }
    return [found[key] for key in wanted if key in found]


def key_of(connection: apsw.Connection, session: str) -> int | None:
    """Return the key of a session's row, or None if it is not shown."""
    row = first(connection, "SELECT key FROM shown WHERE id = ?", (session,))
    return row[0] if row else None


def clients(connection: apsw.Connection) -> list[ListedClient]:
    """Return all clients by name."""
    return [
        ListedClient(client, name, email, Policy(policy), sessions, photo, bool(kept))
        for client, name, email, policy, sessions, photo, kept in each(
            connection,
            "SELECT id, name, email, policy, coalesce(sessions, 0), photo,"
            " EXISTS (SELECT 1 FROM kept WHERE kind = 'client' AND kept.id = person.id) FROM person"
            " LEFT JOIN tally ON tally.client = person.id ORDER BY name COLLATE NOCASE, id",
        )
    ]


def one_client(connection: apsw.Connection, client: str) -> Client | None:
    """Return a client as it is shown, or None."""
    return shown_clients(connection, (client,)).get(client)
