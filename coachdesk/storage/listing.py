"""This file reads the list of sessions: a million rows, newest first, from a table of its own that `relisting` keeps.

The window's first paint waits for it, so it imports no more of the replica than that takes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import apsw
import msgspec

from coachdesk.domain.clock import wall_ms_of
from coachdesk.domain.session import Policy
from coachdesk.storage.database import Row, each, first, only

DAY_MS = 86_400_000
_FETCH = 50_000
SHIFT = 15
"""By how many bits `sort` holds the moment shifted."""
_WITH_PERSON = "LEFT JOIN person ON person.id = shown.client"


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

    `photo` is the SHA-256 of the client's photo, or ""; `kept` says that the session stays on this laptop, `branched`
    that another device's text waits to be compared, `proposed` that a local model's does.
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
    branched: bool = False
    proposed: bool = False

    @property
    def waits(self) -> bool:
        """Whether the coach has to decide on something."""
        return self.parked > 0 or self.branched or self.proposed

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
        values["from"] = wall_ms_of(query.date_from) << SHIFT
    if query.date_to:
        clauses.append("shown.sort < :to")
        values["to"] = wall_ms_of(query.date_to) + (DAY_MS if len(query.date_to) <= 10 else 1) << SHIFT
    if query.pending:
        clauses.append(
            "key IN (SELECT key FROM outbox CROSS JOIN shown ON shown.id = outbox.session"
            " WHERE state IN ('queued', 'sent', 'parked'))"
        )
    if query.attention:
        clauses.append(
            "key IN (SELECT key FROM outbox CROSS JOIN shown ON shown.id = outbox.session WHERE state = 'parked'"
            " UNION SELECT key FROM proposal CROSS JOIN shown ON shown.id = proposal.session"
            " UNION SELECT key FROM branch CROSS JOIN shown ON shown.id = branch.session WHERE open)"
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
        month = f"strftime('%Y-%m', (sort >> {SHIFT}) / 1000, 'unixepoch')"
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
        row[0]: ListRow(*row[1:-3], *map(bool, row[-3:]))
        for row in each(
            connection,
            "SELECT key, shown.id, coalesce(person.name, ''), date, type, title, status, preview, pending, parked,"
            " coalesce(person.photo, ''), EXISTS (SELECT 1 FROM kept WHERE kept.kind = 'session' AND kept.id = shown.id"
            " OR kept.kind = 'client' AND kept.id = shown.client),"
            " EXISTS (SELECT 1 FROM branch WHERE branch.session = shown.id AND open),"
            " EXISTS (SELECT 1 FROM proposal WHERE proposal.session = shown.id)"
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
