"""This file is a disk that keeps a diary: a SQLite VFS below the cipher that notes each write, fsync and deletion.

From the diary the disk is rebuilt as it would be after a crash at any of its entries: after a killed process all that
was written is there; after a power failure only what was synced, and of the rest whatever the disk happened to do.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import apsw

NAME = "diary"


class Entry(NamedTuple):
    """One thing that happened to a file: "write", "truncate", "sync" or "delete"; or a "mark" of the test's own."""

    what: str
    file: str
    offset: int = 0
    data: bytes = b""


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], diary: list[Entry]) -> None:
        super().__init__("unix", name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(path).name if path else ""
        self._diary = diary

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._diary.append(Entry("write", self._name, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self._diary.append(Entry("truncate", self._name, size))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._diary.append(Entry("sync", self._name))


class Diary(apsw.VFS):
    """The VFS; connections name it with `vfs="multipleciphers-diary"`."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        super().__init__(NAME, "unix")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _File(name, flags, self.entries)

    def xDelete(self, name: str, sync_directory: bool) -> None:
        super().xDelete(name, sync_directory)
        self.entries.append(Entry("delete", Path(name).name))

    def mark(self, text: str) -> None:
        """Note what has been promised by now."""
        self.entries.append(Entry("mark", text))


def after_crash(entries: list[Entry], survives: Callable[[], bool]) -> dict[str, bytes]:
    """Return the files after `entries`; of each write that was not synced since, `survives` says whether it is there.

    Deleting and truncating is taken to happen at once, as the journalled file systems do before later syncs.
    """
    files: dict[str, bytearray] = {}
    unsynced: dict[str, list[Entry]] = {}
    for entry in entries:
        match entry.what:
            case "write" | "truncate":
                unsynced.setdefault(entry.file, []).append(entry)
            case "sync":
                for one in unsynced.pop(entry.file, []):
                    _apply(files, one)
            case "delete":
                files.pop(entry.file, None)
                unsynced.pop(entry.file, None)
            case _:
                pass
    for waiting in unsynced.values():
        for one in waiting:
            if survives():
                _apply(files, one)
    return {name: bytes(content) for name, content in files.items()}


def _apply(files: dict[str, bytearray], entry: Entry) -> None:
    content = files.setdefault(entry.file, bytearray())
    if entry.what == "truncate":
        del content[entry.offset :]
        return
    end = entry.offset + len(entry.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[entry.offset : end] = entry.data


def sometimes(rng: random.Random) -> Callable[[], bool]:
    return lambda: rng.random() < 0.5


@cache
def the_diary() -> Diary:
    """Return the one diary of this process: the cipher's VFS above it refers to it for ever."""
    return Diary()
