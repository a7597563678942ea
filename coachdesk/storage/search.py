"""This file finds sessions by the beginnings of words, and fills the full-text index in small slices.

The index has no text of its own (contentless) and is as encrypted as all else. Its rowid is the row's `sort`, so SQLite
gives the newest hits first without sorting; the newest 500 are then ranked by where the words stand: title and client,
then tags, then the summary. Ranking all hits, as bm25 does, costs 127 ms on 100,000 sessions. Transcripts have an index
of their own, of those that were on this laptop; sessions in whose transcript alone the words stand come last.
"""

from __future__ import annotations

import re
import time
from array import array

import apsw

from coachdesk.storage.database import each, first, select
from coachdesk.storage.listing import Query, conditions
from coachdesk.storage.overlay import among, deciding, head_texts, shown_sessions
from coachdesk.storage.writer import Transaction

NEWEST = 500
"""How many of the newest hits are ranked."""
SLICE_S = 0.006
"""How long one slice of indexing works, in seconds, before it commits."""
_BATCH = 8
_WORD = re.compile(r"[^\W_]+")


def match_of(text: str) -> str | None:
    """Return what FTS5 is asked for `text`: each word's beginning, all of them; None where it holds no word.

    Every word is quoted, so nothing that a coach types is taken for syntax. At most 12 words of 64 characters count. A
    single letter must stand alone: the index has the beginnings of two to four letters, and reading all words takes
    over a second.
    """
    words = [word[:64] for word in _WORD.findall(text)][:12]
    return " AND ".join(f'"{word}"' if len(word) == 1 and word.isascii() else f'"{word}"*' for word in words) or None


def search(connection: apsw.Connection, query: Query, most: int | None = NEWEST) -> array[int]:
    """Return the keys of the sessions that hold all words of `query`, best first, at most `most` of them.

    The newest 500 hits come ranked, older ones behind them newest first. Another order replaces the rank.
    """
    match = match_of(query.text)
    if match is None:
        return array("q")
    clauses, values = conditions(query)
    values["match"] = match
    if query.order != "newest":
        return _ordered(connection, query, clauses, values, most)
    joined = "FROM words CROSS JOIN shown ON shown.sort = words.rowid WHERE words MATCH :match"
    joined += "".join(f" AND {clause}" for clause in clauses)
    newest = select(
        connection,
        f"SELECT key, sort, shown.title, shown.client, shown.tags {joined} ORDER BY words.rowid DESC LIMIT {NEWEST}",
        values,
    )
    names = {
        str(row[0]): str(row[1])
        for row in each(
            connection,
            "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))",
            (among({row[3] for row in newest}),),
        )
    }
    starts = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in _WORD.findall(query.text)[:12]]

    def score(row: tuple[int, int, str, str | None, str]) -> int:
        title, name, tags = row[2], names.get(row[3] or "", ""), row[4]
        return sum(
            4 if start.search(title) or start.search(name) else 2 if start.search(tags) else 0 for start in starts
        )

    found = array("q", [row[0] for row in sorted(newest, key=score, reverse=True)])
    if len(newest) == NEWEST and (most is None or most > NEWEST):
        values["last"] = newest[-1][1]
        limit = -1 if most is None else most - NEWEST
        older = f"SELECT key {joined} AND words.rowid < :last ORDER BY words.rowid DESC LIMIT {limit}"
        found.extend(row[0] for row in each(connection, older, values))
    if most is None or len(found) < most:
        known = set(found)
        found.extend(key for key, _sort in _said(connection, clauses, values) if key not in known)
    return found if most is None else found[:most]


def _said(connection: apsw.Connection, clauses: list[str], values: dict[str, str | int]) -> list[tuple[int, int]]:
    """Return key and sort of the sessions in whose transcript all words stand, newest first."""
    sql = "SELECT key, sort FROM said CROSS JOIN shown ON shown.key = said.rowid WHERE said MATCH :match"
    sql += "".join(f" AND {clause}" for clause in clauses)
    return [(row[0], row[1]) for row in each(connection, f"{sql} ORDER BY sort DESC", values)]


def _ordered(
    connection: apsw.Connection, query: Query, clauses: list[str], values: dict[str, str | int], most: int | None
) -> array[int]:
    """Return the keys of all hits, the oldest first or by client, whose sessions come newest first."""
    hits = "SELECT rowid FROM words WHERE words MATCH :match"
    heard = "SELECT sort FROM said CROSS JOIN shown ON shown.key = said.rowid WHERE said MATCH :match"
    sql = "SELECT key FROM shown LEFT JOIN person ON person.id = shown.client"
    sql += f" WHERE sort IN ({hits} UNION {heard})" + "".join(f" AND {clause}" for clause in clauses)
    order = "sort" if query.order == "oldest" else "person.name COLLATE NOCASE, sort DESC"
    found = each(connection, f"{sql} ORDER BY {order} LIMIT {-1 if most is None else most}", values)
    return array("q", [row[0] for row in found])


def hear(transaction: Transaction, session: str, blob: str, text: str) -> None:
    """Index what was said in a session; `blob` names the transcript, so that the same one is indexed once."""
    connection = transaction.connection
    row = first(
        connection,
        "SELECT shown.key, heard.blob FROM shown LEFT JOIN heard ON heard.key = shown.key WHERE id = ?",
        (session,),
    )
    if row is None or row[1] == blob:
        return
    connection.execute("DELETE FROM said WHERE rowid = ?", (row[0],))
    connection.execute("INSERT INTO said (rowid, text) VALUES (?, ?)", (row[0], text))
    connection.execute("INSERT OR REPLACE INTO heard VALUES (?, ?)", (row[0], blob))


def index_slice(transaction: Transaction) -> int:
    """Index some rows that are not in the index yet, newest first; return how many this slice did (0: none is left)."""
    connection = transaction.connection
    until = time.perf_counter() + SLICE_S
    done = 0
    while True:
        rows = select(
            connection,
            "SELECT key, shown.id, sort, fts, coalesce(person.name, ''), title, tags FROM shown"
            " LEFT JOIN person ON person.id = shown.client WHERE stale = 1 ORDER BY sort DESC LIMIT ?",
            (_BATCH,),
        )
        if not rows:
            return done
        sessions = [row[1] for row in rows]
        waiting = deciding(connection, sessions)
        texts = head_texts(connection, shown_sessions(connection, sessions, waiting), waiting)
        connection.executemany("DELETE FROM words WHERE rowid = ?", [(row[3],) for row in rows if row[3] is not None])
        connection.executemany(
            "INSERT INTO words (rowid, title, client, tags, summary) VALUES (?, ?, ?, ?, ?)",
            [(row[2], row[5], row[4], row[6], texts.get(row[1], "")) for row in rows],
        )
        connection.executemany("UPDATE shown SET stale = 0, fts = sort WHERE key = ?", [(row[0],) for row in rows])
        done += len(rows)
        if time.perf_counter() > until:
            return done
