"""This file damages and locks the database under the replica, and looks what is left of the edits."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.errors import StorageFault
from coachdesk.storage import salvage
from coachdesk.storage.database import connect
from coachdesk.storage.listing import Query
from coachdesk.storage.replica import Replica
from tests.storage.edits import (
    KEY,
    TestClock,
    change,
    opened,
    revision_data,
    say,
    session_data,
    session_put,
)

GOLDEN = Path(__file__).parent / "golden"
PAGE = 4096


def filled(folder: Path) -> None:
    """Make a replica with 60 sessions of the platform and 20 edits that wait."""
    replica = opened(folder)
    rows = [change(1, "client", "c", None, {"name": "Zoë"})]
    for n in range(2, 62):
        rows.append(change(n, "session", f"s{n}", f"s{n}", session_data(client="c", title=f"title {n}", head=f"r{n}")))
        rows.append(change(n, "revision", f"r{n}", f"s{n}", revision_data("- words\n" * 60)))
    replica.apply_page(rows, 62).result(10)
    for n in range(2, 22):
        replica.outbox.add(say(f"s{n}", f"edit {n} " * 40)).result(10)
    replica.save_draft("s2", "chat", "half a sentence").result(10)
    while replica.index_slice().result(10):
        pass
    replica.close()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "profile"
    filled(folder)
    return folder


def used(replica: Replica) -> None:
    """Read and write all that a coach would."""
    replica.rows(replica.keys())
    replica.keys(Query(text="words"))
    for row in replica.rows(replica.keys()):
        replica.session(row.id)
        replica.messages(row.id)
        replica.revisions(row.id)
    replica.clients()
    replica.outbox.list()
    replica.digest()
    replica.outbox.add(session_put("new"), say("new", "after the damage")).result(10)


@pytest.mark.logs("nothing could be read of a damaged replica")
def test_a_damaged_database_is_set_aside_and_the_rest_opens(
    template: Path, tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    set_aside = 0
    for number in range(count(200)):
        folder = tmp_path / f"p{number}"
        shutil.copytree(template, folder)
        damage(folder / "replica.db", rng)
        findings: tuple[str, ...] = ()
        for _ in range(3):
            try:
                replica = opened(folder)
            except StorageFault:
                continue
            try:
                findings += replica.findings
                used(replica)
                break
            except StorageFault:
                pass  # damage in a page that opening does not read: the next start saves the rest
            finally:
                replica.close()
        else:
            pytest.fail(f"damage {number} was not repaired")
        aside = list(folder.glob("replica.damaged-*Z.db"))
        assert bool(aside) == bool(findings)
        set_aside += len(aside)
        shutil.rmtree(folder)
    assert set_aside > 5


def damage(database: Path, rng: random.Random) -> None:
    """Overwrite one to three pages with noise, or cut the file off."""
    with database.open("r+b") as file:
        pages = database.stat().st_size // PAGE
        if rng.random() < 0.15:
            file.truncate(rng.randrange(0, pages) * PAGE + rng.randrange(PAGE))
            return
        for _ in range(rng.randrange(1, 4)):
            file.seek(rng.randrange(0, pages) * PAGE + rng.randrange(PAGE - 64))
            file.write(rng.randbytes(64))


def test_all_waiting_edits_are_saved_when_the_damage_is_elsewhere(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(template, folder)
    salvage.note_damage(folder, TestClock())
    replica = opened(folder)
    assert "set aside as replica.damaged-20260512T093000Z.db" in replica.findings[0]
    assert "are still here" in replica.findings[1]
    assert replica.outbox.counts() == (20, 0)
    assert replica.draft("s2", "chat") == "half a sentence"
    assert len(replica.keys()) == 60
    assert replica.cursor == 62
    (stored,) = replica.outbox.add(say("s2", "next")).result(10)
    assert stored.number == 21
    replica.close()
    assert (folder / "replica.damaged-20260512T093000Z.db").exists()
    replica = opened(folder)
    assert replica.findings == ()
    replica.close()


@pytest.mark.parametrize("step", ["after the note", "after the move", "before the new one", "after the new one"])
def test_saving_can_be_cut_off_anywhere(template: Path, tmp_path: Path, step: str) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(template, folder)
    salvage.note_damage(folder, TestClock())
    aside = folder / (folder / "damaged").read_text().strip()
    if step != "after the note":
        (folder / "replica.db").replace(aside)
    if step == "before the new one":
        (folder / "replica.db.new").write_bytes(b"half")
    if step == "after the new one":
        note = (folder / "damaged").read_text()
        salvage.set_aside_and_save(folder, KEY, TestClock())
        (folder / "damaged").write_text(note)
    replica = opened(folder)
    assert replica.outbox.counts() == (20, 0)
    assert len(replica.keys()) == 60
    replica.close()


def test_numbers_jump_where_the_highest_one_cannot_be_read(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(template, folder)
    os.truncate(folder / "replica.db", 100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(salvage._log, "error", lambda *_: None)
        replica = opened(folder)
    (stored,) = replica.outbox.add(say("s2", "next")).result(10)
    assert stored.number > 1_000_000
    assert "the edits that were waiting" in replica.findings[1]
    replica.close()


def test_a_database_that_may_not_be_written_is_told_and_not_set_aside(tmp_path: Path) -> None:
    replica = opened(tmp_path)
    replica._writer.submit(lambda transaction: transaction.connection.pragma("query_only", True)).result(10)
    with pytest.raises(StorageFault, match="permissions"):
        replica.outbox.add(session_put("s")).result(10)
    replica.close()
    replica = opened(tmp_path)
    assert replica.findings == ()
    replica.close()


def test_a_database_that_another_program_locks_is_told_and_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.storage.database.BUSY_MS", 50)
    replica = opened(tmp_path)
    other = connect(tmp_path / "replica.db", KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageFault, match="busy"):
        replica.outbox.add(session_put("s")).result(10)
    other.execute("ROLLBACK")
    other.close()
    replica.outbox.add(session_put("s")).result(10)
    replica.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFault):
        opened(tmp_path / "file" / "profile")
