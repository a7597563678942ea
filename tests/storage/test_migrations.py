"""This file opens databases of every version of the schema, and lets a migration fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest

from coachdesk.errors import StorageFault
from coachdesk.storage.database import connect
from coachdesk.storage.listing import Query
from coachdesk.storage.schema import MIGRATIONS, migrate, version_of
from tests.storage.edits import KEY, client_put, opened, say, text_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_database_of_each_version_opens_with_all_its_edits(tmp_path: Path, version: int) -> None:
    shutil.copy(GOLDEN / f"replica-v{version}.db", tmp_path / "replica.db")
    replica = opened(tmp_path)
    assert replica.findings == ()
    assert [(row.title, row.client, row.pending) for row in replica.rows(replica.keys())] == [
        ("Delegation", "Zoë", 3),
        ("Second", "", 0),
    ]
    assert text_of(replica, "s1") == "# Focus\n\n- her own text\n"
    assert replica.outbox.counts() == (4, 1)
    assert replica.draft("s1", "chat") == "half a sentence"
    assert replica.blob("ab" * 32) is None
    assert len(replica.keys(Query(text="dele"))) == 1
    assert replica.headings(Query()) == [("2026-05", 1), ("2026-01", 1)]
    replica.hear("s1", "b" * 64, "a heron at the pond").result(10)
    assert len(replica.keys(Query(text="heron"))) == 1
    (stored,) = replica.outbox.add(client_put("d", name="new")).result(10)
    assert stored.number == 6
    replica.close()


def test_before_a_migration_the_database_is_copied_and_a_failed_one_leaves_it_as_it_was(tmp_path: Path) -> None:
    replica = opened(tmp_path)
    replica.outbox.add(*(say("s", f"edit {n}") for n in range(20))).result(10)
    replica.close()
    path = tmp_path / "replica.db"
    connection = connect(path, KEY)
    with pytest.raises(apsw.SQLError):
        migrate(connection, path, (*MIGRATIONS, "CREATE TABLE later (a); CREATE TABLE meta (b)"))
    assert version_of(connection) == len(MIGRATIONS)
    migrate(connection, path, (*MIGRATIONS, "CREATE TABLE later (a)"))
    assert version_of(connection) == len(MIGRATIONS) + 1
    connection.close()
    spare = connect(tmp_path / f"replica.db.v{len(MIGRATIONS)}.bak", KEY)
    assert spare.execute("SELECT count(*) FROM outbox").fetchall() == [(20,)]
    spare.close()
    with pytest.raises(StorageFault, match="newer"):
        opened(tmp_path)
