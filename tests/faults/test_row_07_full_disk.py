"""This file fills the disk under the replica: it is told, nothing saved is lost, and work goes on with room.

That the text stays in the editor and in the chat is in tests/ui/test_summary_at_the_window.py and
test_chat_at_the_window.py.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coachdesk.errors import StorageFault
from coachdesk.storage.replica import Replica
from tests.storage.edits import opened, revise, say, session_put, text_of


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or os.geteuid() != 0 or mount is None:
        pytest.skip("a small tmpfs needs root on Linux")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("this machine mounts no tmpfs")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told_nothing_saved_is_lost_and_work_goes_on_with_room(
    small_disk: Path, count: Callable[[int], int], rng: random.Random
) -> None:
    filler = small_disk / "filler"
    for _ in range(count(100)):
        replica = opened(small_disk / "profile")
        replica.outbox.add(session_put("s")).result(10)
        filler.write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 100_000))
        saved = 0
        while not is_full(replica, rng.randrange(100, 20_000)):
            saved += 1
        with pytest.raises(StorageFault):
            replica.outbox.discard(replica.outbox.list()[0].operation.id).result(10)
        assert len(replica.outbox.list()) == saved + 1
        assert len(replica.rows(replica.keys())) == 1
        filler.unlink()
        replica.outbox.add(session_put("t", title="there is room again")).result(10)
        replica.close()
        replica = opened(small_disk / "profile")
        assert len(replica.outbox.list()) == saved + 2
        replica.close()
        shutil.rmtree(small_disk / "profile")


def is_full(replica: Replica, length: int) -> bool:
    """Add an edit; return whether the disk refused it, and with a sentence that says so."""
    try:
        replica.outbox.add(say("s", "x" * length)).result(10)
    except StorageFault as fault:
        assert "was not saved" in str(fault)  # noqa: PT017  # the loop ends here
        return True
    return False


def test_a_full_database_rolls_back_and_the_connection_stays_usable(tmp_path: Path) -> None:
    replica = opened(tmp_path)
    replica.outbox.add(session_put("s"), revise("s", "kept")).result(10)

    def limit(pages: int) -> None:
        replica._writer.submit(lambda transaction: transaction.connection.pragma("max_page_count", pages)).result(10)

    limit(1)
    with pytest.raises(StorageFault, match="full"):
        replica.put_blob(b"x" * 1_000_000).result(10)
    assert text_of(replica, "s") == "kept"
    limit(1 << 30)
    replica.put_blob(b"x" * 1_000_000).result(10)
    replica.close()
