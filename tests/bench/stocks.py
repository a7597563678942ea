"""This file fills a replica with sessions by writing its tables in bulk, far faster than a sync could."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import msgspec

from coachdesk.desk.profiles import choose_profile
from coachdesk.domain.clock import iso
from coachdesk.domain.protocol import RevisionChange, SessionChange, canonical
from coachdesk.domain.session import Session
from coachdesk.domain.summary import Revision
from coachdesk.settings import Settings
from coachdesk.storage.database import connect, flush
from coachdesk.storage.keys import open_key
from coachdesk.storage.relisting import preview_of, sort_of
from coachdesk.storage.replica import Replica
from tests.bench.homes import CLOCK, Words

CLIENTS = 200
HOUR_MS, NEWEST_MS = 3_600_000, 1_778_578_200_000
TITLES = ("Check-in", "Goals for the quarter", "The difficult talk", "Looking back", "First steps as a lead")
TAGS = ("leadership", "calm", "career", "family", "team")
_SHOWN = (
    "INSERT INTO shown (id, sort, client, date, type, title, status, tags, preview, pending, parked, print, stale, fts)"
    " VALUES (?, ?, ?, ?, 'coaching', ?, ?, ?, ?, 0, 0, 0, 0, ?)"
)


def stock(settings: Settings, count: int, *, words: int = 0) -> Path:
    """Make the replica of `settings` with `count` sessions; return its folder.

    With `words` each has a summary of so many words, as the platform's row and in the full-text index. Without, only
    the list's own table is filled: that is what the list reads.
    """
    profile = choose_profile(settings).folder
    key = open_key(profile, settings, create=True)
    Replica.open(profile, key, CLOCK).close()
    connection = connect(profile / "replica.db", key, cache_kib=262_144)
    try:
        # Only while filling: nothing is lost if a benchmark's data is.
        connection.pragma("synchronous", "off")
        connection.execute("BEGIN IMMEDIATE")
        names = Words(seed=3).known
        connection.executemany(
            "INSERT INTO person (id, name, email, policy) VALUES (?, ?, '', 'platform')",
            [(_client(number), f"{names[number].title()} {names[-number - 1].title()}") for number in range(CLIENTS)],
        )
        connection.executemany(
            "INSERT INTO tally VALUES (?, ?)", [(_client(number), count // CLIENTS) for number in range(CLIENTS)]
        )
        _fill(connection, count, Words().texts(count, words) if words else None, names)
        connection.execute("COMMIT")
        flush(connection)
    finally:
        connection.close()
    return profile


def _client(number: int) -> str:
    return f"client-{number % CLIENTS:04d}"


def _id(number: int) -> str:
    """Return an id as a device makes it, so that its place in the list depends on the time within it."""
    moment = NEWEST_MS - number * HOUR_MS
    digits = f"{moment:012x}"
    return f"{digits[:8]}-{digits[8:]}-7{number % 4096:03x}-8000-{number:012x}"


def _fill(connection: apsw.Connection, count: int, texts: Iterator[str] | None, names: list[str]) -> None:
    for start in range(0, count, 10_000):
        shown, rows, indexed = [], [], []
        for number in range(start, min(count, start + 10_000)):
            session, title, tag = _id(number), TITLES[number % 5], TAGS[number % 5]
            date = iso(NEWEST_MS - number * HOUR_MS)
            sort = sort_of(session, date)
            text = next(texts) if texts is not None else ""
            status = "open" if number % 3 else "done"
            preview = preview_of(text) if text else "Talked about the week, and what the next one needs"
            shown.append((session, sort, _client(number), date, title, status, tag, preview, sort if text else None))
            if text:
                rows += _rows(number, session, date, title, text)
                indexed.append((sort, title, names[number % CLIENTS], tag, text))
        connection.executemany(_SHOWN, shown)
        connection.executemany(
            "INSERT INTO row (kind, id, session, seq, version, epoch, hash, data) VALUES (?, ?, ?, ?, 1, 0, x'', ?)",
            rows,
        )
        connection.executemany(
            "INSERT INTO words (rowid, title, client, tags, summary) VALUES (?, ?, ?, ?, ?)", indexed
        )


def _rows(number: int, session: str, date: str, title: str, text: str) -> list[tuple[str, str, str, int, str]]:
    head = f"{session}-head"
    made = Session(client=_client(number), date=date, minutes=50, title=title, head=head)
    revision = Revision(parents=(), origin="coach", at=date, text=text)
    seq = 2 * number + 1
    changes: tuple[msgspec.Struct, ...] = (
        RevisionChange(seq=seq, id=head, session=session, version=1, data=revision),
        SessionChange(seq=seq + 1, id=session, session=session, version=1, data=made),
    )
    bodies = [canonical(change).decode() for change in changes]
    return [
        ("revision", head, session, seq, bodies[0]),
        ("session", session, session, seq + 1, bodies[1]),
    ]
