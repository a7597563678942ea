"""This file plants pickles and paths in every cache on the disk: nothing is run or read, and the cache is rebuilt."""

from __future__ import annotations

import ast
import os
import pickle
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.storage.cache import Cache
from tests.storage.edits import KEY

PACKAGE = Path(__file__).resolve().parents[2] / "coachdesk"
SECRET = b"a secret of a file outside" * 4_000


class Bomb:
    """Says that it was unpickled by making a file."""

    def __init__(self, witness: Path) -> None:
        self.witness = witness

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.open, (str(self.witness), os.O_CREAT | os.O_WRONLY)


def plant(folder: Path, statement: str, *values: object) -> None:
    table = sqlite3.connect(folder / "cache.db")
    with table:
        table.execute(statement, values)
    table.close()


def plantings(bomb: bytes, outside: Path) -> dict[str, Callable[[Path], None]]:
    """Return what is planted in a cache's folder, by name; each replaces every entry."""

    def path(mode: int, name: str) -> Callable[[Path], None]:
        return lambda folder: plant(folder, "UPDATE Cache SET mode = ?, filename = ?, value = NULL", mode, name)

    def linked(folder: Path) -> None:
        for file in folder.glob("*/*/*.val"):
            file.unlink()
            file.symlink_to(outside)

    def overwritten(folder: Path) -> None:
        plant(folder, "UPDATE Cache SET mode = 4")
        for file in folder.glob("*/*/*.val"):
            file.write_bytes(bomb)

    return {
        "a pickle as a value": lambda folder: plant(folder, "UPDATE Cache SET mode = 4, value = ?", bomb),
        "a pickle in a file": overwritten,
        "a pickle as a key": lambda folder: plant(folder, "UPDATE Cache SET raw = 0, key = ?", bomb),
        "a setting that names a class": lambda folder: plant(
            folder, "INSERT OR REPLACE INTO Settings VALUES ('disk', 'pickle.loads')"
        ),
        "an absolute path": path(2, str(outside)),
        "an absolute path as text": path(3, str(outside)),
        "a path upwards": path(2, "../outside"),
        "a path upwards from within": path(2, "aa/../../outside"),
        "a link": linked,
    }


NAMES = tuple(plantings(b"", Path("/nowhere")))


def test_one_module_alone_opens_caches_and_only_with_the_encrypting_disk() -> None:
    importing = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            named = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] in {"diskcache", "pickle", "shelve", "marshal", "dill"} for name in named):
                importing.add(file.relative_to(PACKAGE).as_posix())
    assert importing == {"storage/cache.py"}


@pytest.mark.logs("entry of the cache", "the cache is made anew")
@pytest.mark.parametrize("size", [20, 100_000], ids=["in the table", "in a file"])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_planted_is_neither_run_nor_read_and_the_cache_serves_again(
    tmp_path: Path, name: str, size: int
) -> None:
    outside, witness = tmp_path / "outside", tmp_path / "witness"
    outside.write_bytes(SECRET)
    folder = tmp_path / "cache"
    cache = Cache(folder, KEY)
    assert cache.set("key", b"x" * size)
    cache.close()
    plantings(pickle.dumps(Bomb(witness)), outside)[name](folder)
    cache = Cache(folder, KEY)
    assert cache.get("key") in (None, b"x" * size)
    assert cache.set("key", b"new")
    assert cache.get("key") == b"new"
    cache.close()
    assert not witness.exists()
    assert outside.read_bytes() == SECRET


def test_the_bomb_goes_off_where_it_is_unpickled(tmp_path: Path) -> None:
    os.close(pickle.loads(pickle.dumps(Bomb(tmp_path / "witness"))))
    assert (tmp_path / "witness").exists()
