"""This file holds the replica's schema as numbered migrations; each has a golden database in the tests.

A migration is never edited once it was released: the next one changes what it made. Before a database of an older
version is migrated, it is copied to `replica.db.v<version>.bak` beside it.

    meta      what the replica knows about itself: device, cursor, digest, epoch
    row       what the platform last said, one row for each entity: the change as it came, canonical, with its hash.
              A row of an earlier epoch is left over from before a full refresh; it is shown until that has ended
    outbox    operations in their order; `sends` counts how often one was sent, `blob` names the file it needs
    blob      files that the platform does not have yet
    kept      clients and sessions that stay on this laptop; "platform": everything but questions to it does
    draft     what is being typed; proposal: what a local model wrote and the coach has not decided on
    shown     the list: one row for each session as it is shown, `sort` unique, larger is newer
    person    the clients as they are shown; tally: how many sessions each has
    words     the full-text index of `shown`, its rowid is `sort`, so that hits come newest first; contentless
    said      the full-text index of the transcripts that were on this laptop, its rowid is `key`; contentless
    heard     which transcript of a session `said` holds
    branch    the sessions with a text that could not be merged (`storage.branches`), `open` until that is settled
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

import apsw

from coachdesk.errors import StorageFault
from coachdesk.storage.database import flush

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE row (
        n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, session TEXT, seq INTEGER NOT NULL,
        version INTEGER NOT NULL, epoch INTEGER NOT NULL, hash BLOB NOT NULL, data TEXT NOT NULL
    );
    CREATE UNIQUE INDEX row_identity ON row (kind, id);
    CREATE INDEX row_session ON row (session, kind) WHERE session IS NOT NULL;
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, session TEXT,
        client TEXT, entity TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', seq INTEGER,
        sends INTEGER NOT NULL DEFAULT 0, blob TEXT, bytes INTEGER NOT NULL, body TEXT NOT NULL
    );
    CREATE INDEX outbox_session ON outbox (session, number, kind, state);
    CREATE INDEX outbox_acknowledged ON outbox (seq) WHERE state = 'acknowledged';
    CREATE INDEX outbox_clients ON outbox (number) WHERE session IS NULL;
    CREATE TABLE blob (sha TEXT PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE kept (kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    CREATE TABLE draft (session TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (session, kind));
    CREATE TABLE proposal (session TEXT PRIMARY KEY, json BLOB NOT NULL);
    CREATE TABLE shown (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort INTEGER NOT NULL UNIQUE, client TEXT, date TEXT NOT NULL,
        type TEXT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, tags TEXT NOT NULL, preview TEXT NOT NULL,
        pending INTEGER NOT NULL, parked INTEGER NOT NULL, print INTEGER NOT NULL, stale INTEGER NOT NULL, fts INTEGER
    );
    CREATE INDEX shown_client ON shown (client, sort);
    CREATE INDEX shown_status ON shown (status, sort);
    CREATE INDEX shown_stale ON shown (sort) WHERE stale = 1;
    CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, policy TEXT NOT NULL);
    CREATE TABLE tally (client TEXT PRIMARY KEY, sessions INTEGER NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (
        title, client, tags, summary, content='', contentless_delete=1, detail=column, prefix='2 3 4',
        tokenize='unicode61 remove_diacritics 2'
    );
    """,
    """
    ALTER TABLE person ADD COLUMN photo TEXT NOT NULL DEFAULT '';
    UPDATE person SET photo = coalesce(
        (SELECT json_extract(data, '$.data.photo') FROM row WHERE kind = 'client' AND row.id = person.id), ''
    );
    CREATE TABLE heard (key INTEGER PRIMARY KEY, blob TEXT NOT NULL);
    CREATE VIRTUAL TABLE said USING fts5 (
        text, content='', contentless_delete=1, detail=none, prefix='2 3 4', tokenize='unicode61 remove_diacritics 2'
    );
    """,
    """
    CREATE TABLE branch (session TEXT PRIMARY KEY, open INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX outbox_branched ON outbox (session) WHERE reason = 'branched';
    WITH several AS (SELECT session FROM row WHERE kind = 'revision' GROUP BY session HAVING count(*) > 1),
    held AS MATERIALIZED (
        SELECT session, id, json_extract(data, '$.data.parents') AS parents FROM row
        WHERE kind = 'revision' AND session IN several
        UNION ALL SELECT session, entity, json_extract(body, '$.parents') FROM outbox
        WHERE kind = 'summary.revise' AND reason = 'branched'
    ),
    named AS MATERIALIZED (SELECT value FROM held, json_each(held.parents)),
    answered AS MATERIALIZED (
        SELECT value FROM outbox, json_each(json_extract(body, '$.parents')) WHERE kind = 'summary.revise'
        UNION SELECT json_extract(data, '$.data.head') FROM row WHERE kind = 'session'
    )
    INSERT INTO branch
    SELECT session, max(id NOT IN (SELECT value FROM answered WHERE value IS NOT NULL)) AS waits FROM held
    WHERE id NOT IN (SELECT value FROM named) GROUP BY session HAVING count(*) > 1 OR waits;
    """,
)


def version_of(connection: apsw.Connection) -> int:
    """Return the number of migrations that the database has had; 0 for a new one."""
    return int(connection.pragma("user_version"))


def migrate(connection: apsw.Connection, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring the database to the newest version, each migration in one transaction, with a backup before the first.

    Raises StorageFault where the database was written by a later version of CoachDesk.
    """
    version = version_of(connection)
    if version == len(migrations):
        return
    if version > len(migrations):
        raise StorageFault("This data was written by a newer CoachDesk; install that version to open it.")
    if version > 0:
        flush(connection)
        spare = path.with_name(f"{path.name}.v{version}.bak")
        partial = spare.with_suffix(".part")
        shutil.copy2(path, partial)
        partial.replace(spare)
    for number, statements in enumerate(migrations[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(statements)
            if number == 1:
                connection.execute(
                    "INSERT INTO meta VALUES ('device', ?), ('cursor', '0'), ('epoch', '0')", (secrets.token_hex(16),)
                )
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
