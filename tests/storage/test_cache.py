"""This file checks the cache: what it holds, what it refuses to read, and that it can be lost at any time."""

from __future__ import annotations

import os
import pickle
import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.storage.cache import Cache
from tests.storage.edits import KEY

SMALL, LARGE = b"a small secret", b"a large secret" * 10_000


class Bomb:
    """Says that it was unpickled by making a file."""

    def __init__(self, witness: Path) -> None:
        self.witness = witness

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.open, (str(self.witness), os.O_CREAT | os.O_WRONLY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def cache(folder: Path) -> Iterator[Cache]:
    cache = Cache(folder, KEY)
    yield cache
    cache.close()


def entries(folder: Path) -> list[Path]:
    return list(folder.glob("*/*/*.val"))


def planted(folder: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(folder / "cache.db") as table:
        assert table.execute(statement, values).rowcount > 0
    table.close()


def test_what_was_stored_comes_back_from_another_start_and_only_with_the_key(folder: Path) -> None:
    cache = Cache(folder, KEY)
    assert cache.set("small", SMALL)
    assert cache.set("large", LARGE)
    cache.close()
    again = Cache(folder, KEY)
    assert (again.get("small"), again.get("large"), again.get("none")) == (SMALL, LARGE, None)
    again.close()
    other = Cache(folder, bytes(32))
    assert other.get("small") is None
    other.close()


def test_no_name_and_no_value_can_be_read_on_the_disk(cache: Cache, folder: Path) -> None:
    cache.set("transcript of Zoë", SMALL)
    cache.set("another name", LARGE)
    cache.close()
    for file in [path for path in folder.rglob("*") if path.is_file()]:
        content = file.read_bytes()
        assert b"secret" not in content
        assert b"transcript" not in content
        assert b"another" not in content
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.logs("entry of the cache", "the cache is made anew")
class TestPlanted:
    def test_a_pickle_is_not_executed(self, cache: Cache, folder: Path, tmp_path: Path) -> None:
        cache.set("key", SMALL)
        cache.close()
        bomb = pickle.dumps(Bomb(tmp_path / "witness"))
        planted(folder, "UPDATE Cache SET mode = 4, value = ?", bomb)
        assert cache.get("key") is None
        cache.set("key", LARGE)
        cache.close()
        planted(folder, "UPDATE Cache SET mode = 4")
        entries(folder)[0].write_bytes(bomb)
        assert cache.get("key") is None
        assert not (tmp_path / "witness").exists()

    def test_a_pickled_key_is_not_executed(self, cache: Cache, folder: Path, tmp_path: Path) -> None:
        cache.set("key", SMALL)
        cache.close()
        planted(folder, "UPDATE Cache SET raw = 0, key = ?", pickle.dumps(Bomb(tmp_path / "witness")))
        assert cache.get("key") is None
        assert not (tmp_path / "witness").exists()

    @pytest.mark.parametrize("mode", [2, 3])
    def test_a_file_outside_is_neither_read_nor_deleted(
        self, cache: Cache, folder: Path, tmp_path: Path, mode: int
    ) -> None:
        outside = tmp_path / "outside.val"
        outside.write_bytes(LARGE)
        for name in (str(outside), "../outside.val", "aa/../../outside.val"):
            cache.set("key", LARGE)
            cache.close()
            planted(folder, "UPDATE Cache SET mode = ?, filename = ?", mode, name)
            assert cache.get("key") is None
            assert outside.read_bytes() == LARGE

    def test_a_link_to_a_file_outside_is_not_followed(self, cache: Cache, folder: Path, tmp_path: Path) -> None:
        cache.set("key", LARGE)
        (file,) = entries(folder)
        outside = tmp_path / "outside"
        file.rename(outside)
        file.symlink_to(outside)
        assert cache.get("key") is None
        assert outside.exists()

    def test_a_value_moved_under_another_name_is_not_taken(self, cache: Cache, folder: Path) -> None:
        cache.set("one", SMALL)
        cache.set("two", b"other")
        cache.close()
        planted(folder, "UPDATE Cache SET value = (SELECT value FROM Cache ORDER BY rowid LIMIT 1)")
        assert cache.get("one") == SMALL
        assert cache.get("two") is None

    def test_settings_that_would_become_statements_make_the_cache_anew(self, cache: Cache, folder: Path) -> None:
        cache.set("key", SMALL)
        cache.close()
        planted(folder, "INSERT INTO Settings VALUES ('sqlite_journal_mode = off; --', 'x')")
        assert cache.get("key") is None
        assert cache.set("key", SMALL)
        assert cache.get("key") == SMALL

    @pytest.mark.parametrize("damage", [b"", b"noise" * 2000])
    def test_a_damaged_table_makes_the_cache_anew(self, cache: Cache, folder: Path, damage: bytes) -> None:
        cache.set("key", LARGE)
        cache.close()
        (folder / "cache.db").write_bytes(damage)
        assert cache.get("key") is None
        assert cache.set("key", LARGE)
        assert cache.get("key") == LARGE

    def test_a_changed_or_missing_file_counts_as_missing(self, cache: Cache, folder: Path) -> None:
        cache.set("key", LARGE)
        (file,) = entries(folder)
        file.write_bytes(bytes(len(LARGE)))
        assert cache.get("key") is None
        cache.set("key", LARGE)
        (file,) = entries(folder)
        file.unlink()
        assert cache.get("key") is None


def test_the_limit_holds_and_the_least_recently_used_goes(folder: Path) -> None:
    cache = Cache(folder, KEY, limit_bytes=2_000_000)
    for n in range(40):
        assert cache.set(f"{n}", LARGE)
        cache.get("0")
    assert cache.bytes() < 2_500_000
    assert cache.get("0") == LARGE
    assert cache.get("1") is None
    cache.close()


def test_many_threads_may_use_it(cache: Cache) -> None:
    wrong: list[int] = []

    def use(number: int) -> None:
        for n in range(30):
            cache.set(f"{number} {n}", b"%d" % n)
            if cache.get(f"{number} {n}") != b"%d" % n:
                wrong.append(n)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.logs("entry of the cache")
def test_a_folder_that_cannot_be_made_stores_nothing_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache", KEY)
    assert not cache.set("key", SMALL)
    assert cache.get("key") is None
    assert cache.bytes() == 0
    cache.drop("key")
    cache.close()
