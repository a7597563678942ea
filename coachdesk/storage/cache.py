"""This file is the cache: encrypted, of limited size, and free to be lost, for it can be fetched or computed again.

It is diskcache with a Disk of our own. Its own one unpickles what it reads (CVE-2025-69872) and opens any file name
that its table holds; ours reads only what it has encrypted itself, under the hash of the key that was asked for, from a
file below its folder. Anything else counts as missing. A cache that cannot be read at all is made anew.
"""

from __future__ import annotations

import hmac
import logging
import os
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import diskcache
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from diskcache.core import DEFAULT_SETTINGS, METADATA, MODE_BINARY, MODE_RAW, UNKNOWN

T = TypeVar("T")
LIMIT_BYTES = 1024 * 1024 * 1024
"""How much the cache may hold, in bytes, unless its owner says otherwise."""
_IN_FILE = 32 * 1024
_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{28}\.val")
_NONCE = 12

_log = logging.getLogger(__name__)


class EncryptingDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache has no types
    """Stores bytes encrypted with AES-256-GCM, bound to their key. Everything else is refused."""

    def __init__(self, directory: str, secret: bytes | None = None, **_planted: Any) -> None:
        # diskcache stores its settings in plain text, so the secret must not be one of them; see Cache.
        super().__init__(directory, min_file_size=_IN_FILE)
        self._cipher = AESGCM(secret) if secret else None

    def unlock(self, secret: bytes) -> None:
        """Use this key, 32 bytes."""
        self._cipher = AESGCM(secret)

    def put(self, key: object) -> tuple[str, bool]:
        if not isinstance(key, str) or not re.fullmatch("[0-9a-f]{64}", key):
            raise ValueError("a key of the cache is no hash")
        return key, True

    def get(self, key: object, raw: object) -> str:
        if not raw or not isinstance(key, str):
            raise ValueError("the cache holds a key that is not ours")
        return key

    def store(self, value: object, read: object, key: object = UNKNOWN) -> tuple[int, int, str | None, bytes | None]:
        if read or not isinstance(value, bytes) or not isinstance(key, str) or self._cipher is None:
            raise TypeError("the cache takes bytes only")
        nonce = os.urandom(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, value, key.encode())
        if len(sealed) < _IN_FILE:
            return 0, MODE_RAW, None, sealed
        name, path = self.filename(key, value)
        target = Path(path)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(sealed)
        return len(sealed), MODE_BINARY, Path(name).as_posix(), None

    def fetch(self, mode: object, filename: object, value: object, read: object) -> bytes:
        """Return what is stored, still sealed: only `Cache.get` knows the key it must belong to."""
        if read:
            raise ValueError("the cache gives no open files")
        if mode == MODE_RAW and isinstance(value, bytes):
            return value
        if mode == MODE_BINARY and isinstance(filename, str) and _NAME.fullmatch(filename):
            path = Path(self._directory, filename)
            if not path.resolve().is_relative_to(Path(self._directory).resolve()):
                raise ValueError("a file of the cache is a link")
            return path.read_bytes()
        raise ValueError("the cache holds something that is not ours")

    def remove(self, file_path: str) -> None:
        """Delete a file of the cache; a name that is not ours is left alone."""
        if _NAME.fullmatch(file_path):
            super().remove(file_path)

    def opened(self, key: str, sealed: bytes) -> bytes:
        """Return the value that was stored under `key`; raises InvalidTag if it was not."""
        if self._cipher is None:
            raise InvalidTag
        return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], key.encode())


class Cache:
    """Bytes by name, in `folder`, encrypted with keys derived from the 32 bytes of `key`. Safe from several threads.

    Nothing here raises because of what the disk holds or lacks: what cannot be read is missing, what cannot
    be stored is not stored.
    """

    def __init__(self, folder: Path, key: bytes, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._names = hmac.digest(key, b"CoachDesk cache names", "sha256")
        self._secret = hmac.digest(key, b"CoachDesk cache values", "sha256")
        self._cache: Any = None
        self._guard = threading.RLock()

    def get(self, key: str) -> bytes | None:
        """Return what was stored under `key`, or None."""
        name = self._hashed(key)

        def job(cache: Any) -> bytes | None:
            sealed = cache.get(name)
            if sealed is None:
                return None
            opened: bytes = cache.disk.opened(name, sealed)
            return opened

        try:
            return self._tried(job)
        except (InvalidTag, ValueError, TypeError, OSError):
            self.drop(key)
            return None

    def set(self, key: str, value: bytes) -> bool:
        """Store `value` under `key` and return whether it is; the least recently used goes when there is no room."""
        try:
            return bool(self._tried(lambda cache: cache.set(self._hashed(key), value)))
        except (ValueError, TypeError, OSError):
            return False

    def drop(self, key: str) -> None:
        """Remove what is stored under `key`."""
        try:
            self._tried(lambda cache: cache.delete(self._hashed(key)))
        except (ValueError, TypeError, OSError):
            _log.warning("an entry of the cache could not be removed")

    def bytes(self) -> int:
        """Return how much the cache holds, in bytes."""
        try:
            return int(self._tried(lambda cache: cache.volume()) or 0)
        except OSError:
            return 0

    def close(self) -> None:
        """Close the files."""
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def _hashed(self, key: str) -> str:
        return hmac.digest(self._names, key.encode(), "sha256").hex()

    def _tried(self, job: Callable[[Any], T]) -> T | None:
        """Run `job` on the cache; if its table is damaged make it anew and run `job` once more."""
        try:
            return job(self._opened())
        except diskcache.Timeout:
            return None
        except (sqlite3.Error, EOFError) as fault:
            _log.warning("the cache is made anew: %s", type(fault).__name__)
        try:
            with self._guard:
                self._rebuild()
            return job(self._opened())
        except (sqlite3.Error, diskcache.Timeout, OSError):
            return None

    def _opened(self) -> Any:
        with self._guard:
            return self._open()

    def _open(self) -> Any:
        if self._cache is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            table = self._folder / "cache.db"
            os.close(os.open(table, os.O_RDWR | os.O_CREAT, 0o600))
            _refuse_planted_settings(table)
            self._cache = diskcache.Cache(
                str(self._folder),
                disk=EncryptingDisk,
                size_limit=self._limit_bytes,
                eviction_policy="least-recently-used",
                timeout=2,
            )
            self._cache.disk.unlock(self._secret)
        return self._cache

    def _rebuild(self) -> None:
        self.close()
        aside = self._folder.with_name(self._folder.name + ".damaged")
        shutil.rmtree(aside, ignore_errors=True)
        self._folder.replace(aside)
        shutil.rmtree(aside, ignore_errors=True)


def _refuse_planted_settings(table: Path) -> None:
    """Raise sqlite3.DatabaseError if the table names settings that diskcache would put into statements on opening."""
    known = {*DEFAULT_SETTINGS, *METADATA, "disk_min_file_size", "disk_pickle_protocol"}
    connection = sqlite3.connect(table)
    try:
        tables = {
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        }
        settings = connection.execute("SELECT key, value FROM Settings").fetchall() if "Settings" in tables else []
    finally:
        connection.close()
    plain = all(
        key in known
        and (isinstance(value, int | float) or key == "eviction_policy" or value == DEFAULT_SETTINGS.get(key))
        for key, value in settings
    )
    if not plain or not tables <= {"Settings", "Cache"}:
        raise sqlite3.DatabaseError("the table of the cache holds what is not ours")
