"""This file crashes the replica at each of its writes and fsyncs: what was promised is there, and the rest is whole."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import apsw
import pytest

from coachdesk.domain.clock import SystemClock
from coachdesk.storage import database
from coachdesk.storage.replica import Replica
from tests.faults.recorded_disk import NAME, Diary, Entry, after_crash, sometimes, the_diary
from tests.storage.edits import KEY, change, revise, say, session_data, session_put

PROMISE = "saved "


@pytest.fixture
def diary() -> Diary:
    diary = the_diary()
    diary.entries.clear()
    return diary


@contextmanager
def recording() -> Iterator[None]:
    """All connections that the storage opens write through the diary."""
    plain = apsw.Connection
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database.apsw, "Connection", partial(plain, vfs=f"multipleciphers-{NAME}"))
        yield


def work(folder: Path, diary: Diary, edits: int) -> None:
    """Edit, send, pull and close; the diary notes each edit once it is promised to be durable."""
    replica = Replica.open(folder, KEY, SystemClock(), index_when_idle=False)
    diary.mark("made")
    replica.outbox.add(session_put("s", title="new")).result(10)
    for number in range(edits):
        text = f"- edit {number}\n"
        operation = say("s", text) if number % 2 else revise("s", text)
        replica.outbox.add(operation).result(10)
        diary.mark(PROMISE + operation.id)
        if number % 4 == 3:
            replica.outbox.next_batches((), 2, 1 << 20).result(10)
            page = [change(number + 1, "session", f"p{number}", f"p{number}", session_data(title="pulled"))]
            replica.apply_page(page, number + 1, more=number % 8 == 3).result(10)
            replica.index_slice().result(10)
    replica.close()


def crash_everywhere(folder: Path, diary: Diary, rng: random.Random, edits: int, every: int = 1) -> int:
    """Crash at each `every`-th entry of the diary, in three ways; returns how many crashes that were."""
    made = folder / "made"
    with recording():
        work(made, diary, edits)
    entries = list(diary.entries)
    crashes = 0
    for moment in range(0, len(entries) + 1, every):
        ways: list[Callable[[], bool]] = [lambda: True, lambda: False, sometimes(rng)]
        for way in ways:
            crashed(folder / "crashed", made, entries[:moment], way)
            crashes += 1
    return crashes


def crashed(folder: Path, made: Path, entries: list[Entry], survives: Callable[[], bool]) -> None:
    """Open the replica as it is after a crash; fail if a promise is broken or it is not whole."""
    promised = [entry.file.removeprefix(PROMISE) for entry in entries if entry.file.startswith(PROMISE)]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(made / "key.check", folder)
    for name, content in after_crash(entries, survives).items():
        (folder / name).write_bytes(content)
    replica = Replica.open(folder, KEY, SystemClock(), index_when_idle=False)
    try:
        held = {waiting.operation.id for waiting in replica.outbox.list()}
        assert not set(promised) - held, f"an edit that was saved is lost ({len(entries)} entries)"
        assert replica.findings == (), f"the replica is damaged ({len(entries)} entries)"
        with replica._reading() as connection:
            assert connection.pragma("integrity_check") == "ok"
    finally:
        replica.close()


@pytest.mark.timeout(1800)
def test_a_crash_at_any_write_or_fsync_leaves_the_old_or_the_new_state(
    tmp_path: Path, diary: Diary, rng: random.Random, request: pytest.FixtureRequest
) -> None:
    nightly = request.config.getoption("--nightly")
    crashes = crash_everywhere(tmp_path, diary, rng, 40 if nightly else 12, 1 if nightly else 4)
    assert crashes > 100


def test_of_a_pull_only_the_last_page_is_forced_to_the_disk(tmp_path: Path, diary: Diary) -> None:
    with recording():
        replica = Replica.open(tmp_path, KEY, SystemClock(), index_when_idle=False)
        replica.outbox.add(session_put("s", title="new")).result(10)  # a new log is forced to the disk once anyway
        syncs = []
        for seq in (1, 2, 3):
            diary.entries.clear()
            page = [change(seq, "session", f"p{seq}", f"p{seq}", session_data(title="pulled"))]
            replica.apply_page(page, seq, more=seq < 3).result(10)
            syncs.append([entry.file for entry in diary.entries if entry.what == "sync"])
        replica.close()
    assert syncs == [[], [], ["replica.db-wal"]]


@pytest.mark.logs("^coachdesk.storage.salvage")
def test_without_fsync_a_saved_edit_is_lost(
    tmp_path: Path, diary: Diary, rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = database.connect

    def careless(*given: Path, **named: int) -> apsw.Connection:
        connection = connect(*given, **named)  # type: ignore[arg-type]  # whatever the replica gives
        connection.pragma("synchronous", "off")
        return connection

    monkeypatch.setattr("coachdesk.storage.replica.connect", careless)
    with pytest.raises(AssertionError, match=r"is lost|is damaged"):
        crash_everywhere(tmp_path, diary, rng, 6, 5)
