"""This file searches all that the storage leaves on the disk, and in logs and reprs, for what a coach wrote."""

from __future__ import annotations

import logging
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk.errors import OurFault
from coachdesk.settings import Settings
from coachdesk.storage.cache import Cache
from coachdesk.storage.listing import Query
from coachdesk.storage.lock import SenderLock
from coachdesk.storage.profile import profile_folder
from coachdesk.storage.replica import Replica
from tests.storage.edits import (
    KEY,
    change,
    client_put,
    opened,
    revise,
    revision_data,
    say,
    session_data,
    session_put,
    transcript_put,
)

CANARY = "Xq7canary"


def written(folder: Path) -> Replica:
    """Put canaries into each place that takes a text."""
    replica = opened(folder)
    rows = [
        change(1, "client", "c", None, {"name": f"{CANARY}name", "email": f"{CANARY}@x.org"}),
        change(2, "session", "s", "s", session_data(client="c", title=f"{CANARY}title", head="r")),
        change(3, "revision", "r", "s", revision_data(f"# {CANARY}text\n" * 50)),
    ]
    replica.apply_page(rows, 3).result(10)
    data = CANARY.encode() * 1000
    (sha,) = [replica.put_blob(data).result(10)]
    replica.outbox.add(
        client_put("d", name=f"{CANARY}client"),
        session_put("t", title=f"{CANARY}own", tags=(CANARY,)),
        revise("t", f"- {CANARY}revision\n" * 100),
        say("t", f"{CANARY}chat"),
        transcript_put("t", sha),
    ).result(10)
    replica.save_draft("t", "chat", f"{CANARY}draft").result(10)
    replica.save_proposal("t", f"{CANARY}proposal".encode()).result(10)
    replica.set_meta("x", f"{CANARY}meta").result(10)
    while replica.index_slice().result(10):
        pass
    assert len(replica.keys(Query(text=CANARY))) == 2
    return replica


def searched(folder: Path) -> list[str]:
    """Return the files below `folder` in which a canary can be read, as it is or as SQLite's index would fold it."""
    marks = (CANARY.encode(), CANARY.lower().encode(), CANARY.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path.name for path in files if any(mark in path.read_bytes() for mark in marks)]


def test_no_canary_is_in_database_log_cache_or_backup_open_or_closed(tmp_path: Path) -> None:
    replica = written(tmp_path / "profile")
    cache = Cache(tmp_path / "cache", KEY)
    cache.set(f"{CANARY}key", CANARY.encode() * 9000)
    cache.set(f"{CANARY}small", CANARY.encode())
    assert (tmp_path / "profile" / "replica.db-wal").stat().st_size > 0
    assert searched(tmp_path) == []
    replica.close()
    cache.close()
    assert searched(tmp_path) == []
    (tmp_path / "proof").write_text(CANARY)
    assert searched(tmp_path) == ["proof"]


def test_all_files_are_their_owners_only(tmp_path: Path) -> None:
    replica = written(tmp_path / "profile")
    lock = SenderLock(tmp_path / "profile")
    assert lock.acquire()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "profile").iterdir()}
    assert {name for name, mode in modes.items() if mode & 0o077} == set()
    lock.release()
    replica.close()


def test_logs_at_debug_and_reprs_hold_no_canary(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    replica = written(tmp_path / "profile")
    operation = say("t", f"{CANARY}twice")
    doubled = replica.outbox.add(operation, operation)
    with pytest.raises(OurFault) as fault:
        doubled.result(10)
    assert CANARY not in str(fault.value)
    assert CANARY not in caplog.text
    assert CANARY not in repr(replica)
    replica.close()


def test_one_of_two_processes_holds_the_sender_lock_until_it_ends(tmp_path: Path) -> None:
    lock = SenderLock(tmp_path)
    assert lock.acquire()
    assert lock.acquire()
    other = SenderLock(tmp_path)
    assert not other.acquire()
    lock.release()
    assert other.acquire()
    other.release()
    script = (
        "import sys, pathlib\nfrom coachdesk.storage.lock import SenderLock\n"
        "lock = SenderLock(pathlib.Path(sys.argv[1]))\nprint(lock.acquire(), flush=True)\nsys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"True\n"
        assert not lock.acquire()
        process.kill()
        process.wait(10)
        assert lock.acquire()
    lock.release()
    assert not lock.held


def test_each_server_and_coach_has_a_folder_that_only_its_owner_may_enter(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    folders = [
        profile_folder(settings),
        profile_folder(settings, "https://a", "ann"),
        profile_folder(settings, "https://a", "bob"),
        profile_folder(settings, "https://b", "ann"),
    ]
    assert len(set(folders)) == 4
    assert folders[0].name == "laptop"
    assert all(re.fullmatch("[0-9a-f]{16}", folder.name) for folder in folders[1:])
    for folder in (settings.home, settings.replicas, *folders):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
