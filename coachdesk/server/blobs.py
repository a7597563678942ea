"""This file keeps blobs as files named by their SHA-256; the store knows which coach has which."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator, Collection
from pathlib import Path

from coachdesk.domain.protocol import BLOB_BYTES
from coachdesk.errors import NotFound, Refused
from coachdesk.server.store import Accounts, CoachReader, CoachWriter, Store

_INCOMING = "incoming-"
_NAME = re.compile(r"[0-9a-f]{64}")


class TooLarge(Refused):
    """A blob is larger than BLOB_BYTES."""

    code = "too-large"


class Blobs:
    """The folder of blobs. Transcripts, photos: what is too large for a frame."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store

    async def open(self) -> None:
        """Remove what was still arriving when the server last ended."""
        await asyncio.to_thread(self._sweep)

    def _sweep(self) -> None:
        for file in self._folder.glob(f"{_INCOMING}*"):
            file.unlink(missing_ok=True)

    async def put(self, coach: int, sha: str, pieces: AsyncIterator[bytes]) -> None:
        """Store a blob for a coach, piece by piece to the disk; raises Refused (TooLarge, or not what `sha` says)."""
        _check_name(sha)
        incoming = self._folder / f"{_INCOMING}{secrets.token_hex(8)}"
        try:
            size, found = await self._receive(incoming, pieces)
            if found != sha:
                raise Refused("The file is not the one that its name says. Send it again.")
            final = self._path(sha)

            def keep(transaction: CoachWriter) -> None:
                # On the store's side, so that it cannot meet a deletion of the same blob.
                transaction.add_blob(sha, size)
                if incoming.exists():
                    final.parent.mkdir(exist_ok=True, mode=0o700)
                    incoming.replace(final)

            await self._store.write(coach, keep)
        finally:
            await asyncio.to_thread(incoming.unlink, missing_ok=True)

    async def path(self, coach: int, sha: str) -> Path:
        """Return where a coach's blob is; raises NotFound, also for one that only another coach has."""
        _check_name(sha)

        def has(transaction: CoachReader) -> bool:
            return transaction.has_blob(sha)

        if not await self._store.read(coach, has) or not self._path(sha).is_file():
            raise NotFound("The platform does not have this file.")
        return self._path(sha)

    async def content(self, coach: int, sha: str) -> bytes:
        """Return a coach's blob; raises NotFound."""
        path = await self.path(coach, sha)
        return await asyncio.to_thread(path.read_bytes)

    async def forget(self, blobs: Collection[str]) -> None:
        """Remove the files of `blobs` that no coach has any more."""

        def remove(accounts: Accounts) -> None:
            for sha in blobs:
                if not accounts.blob_is_kept(sha):
                    self._path(sha).unlink(missing_ok=True)

        await self._store.accounts(remove)

    async def _receive(self, file: Path, pieces: AsyncIterator[bytes]) -> tuple[int, str]:
        """Write `pieces` to `file` durably; returns size in bytes and SHA-256."""
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True, mode=0o700)
        digest, size = hashlib.sha256(), 0
        with await asyncio.to_thread(file.open, "wb") as target:
            async for piece in pieces:
                size += len(piece)
                if size > BLOB_BYTES:
                    raise TooLarge("The file is larger than 50 MB. Split it.")
                digest.update(piece)
                await asyncio.to_thread(target.write, piece)
            target.flush()
            await asyncio.to_thread(os.fsync, target.fileno())
        return size, digest.hexdigest()

    def _path(self, sha: str) -> Path:
        return self._folder / sha[:2] / sha


def _check_name(sha: str) -> None:
    if not _NAME.fullmatch(sha):
        raise NotFound("The platform does not have this file.")
