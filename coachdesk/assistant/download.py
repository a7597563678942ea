"""This file downloads models from the hub: resumed after a cut, never over plain http, verified before use.

What has arrived stays beside the models under a name of its own until it is whole, so that a cancelled or cut download
goes on where it stopped.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote, urljoin, urlsplit

from coachdesk.assistant.catalogue import Known, Listed, Models
from coachdesk.domain.loopback import is_loopback
from coachdesk.errors import ModelFault, Refused

if TYPE_CHECKING:
    import aiohttp

_HUB = "https://huggingface.co"
_PART = 1 << 20
_ATTEMPTS = 5
_REDIRECTS = 5
_SILENT_S = 30.0
_SHA256 = re.compile(r"[0-9a-f]{64}")

Progress = Callable[[int, int], None]


class _Cut(Exception):
    """The connection broke or the hub was busy; what has arrived is kept."""


class _Part:
    """What has arrived of one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)

    def open(self, *, go_on: bool) -> BinaryIO:
        file = self.path.open("ab" if go_on else "wb")
        self.path.chmod(0o600)
        return file


class Downloads:
    """Fetches models of the catalogue into one profile's models."""

    def __init__(
        self, models: Models, hub: str = _HUB, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """`hub` is an https address, or http on this machine; `pause` waits between attempts (seconds)."""
        self._models = models
        self._hub = hub.rstrip("/")
        self._pause = pause

    async def run(self, known: Known, progress: Progress = lambda _done, _size: None) -> Listed:
        """Fetch `known`, verify it and put it among the models; `progress` gets the bytes there and in all.

        Cancelling keeps what has arrived. Raises Refused for a model that is not on the hub or a redirect that is not
        safe, and ModelFault, with what to do, for everything that can be tried again.
        """
        if known.repository is None:
            raise Refused(f"{known.title} comes with CoachDesk and is not downloaded.")
        folder = self._models.folder()
        part = _Part(folder / f".download-{known.file}")
        self._check_room(known, part)
        for attempt in range(_ATTEMPTS):
            try:
                sha256 = await self._fetch(known, part, progress)
                break
            except _Cut:
                if attempt + 1 == _ATTEMPTS:
                    raise ModelFault(
                        "The download was cut off. What has arrived is kept: try again when the connection is better."
                    ) from None
                await self._pause(2.0**attempt)
        else:
            raise AssertionError("unreachable")
        return await self._models.take(part.path, known, sha256)

    def _check_room(self, known: Known, part: _Part) -> None:
        missing = known.size - part.size()
        if shutil.disk_usage(part.path.parent).free < missing:
            gigabytes = missing / 1e9
            raise ModelFault(f"{known.title} needs {gigabytes:.1f} GB more room on this disk. Make room and try again.")

    async def _fetch(self, known: Known, part: _Part, progress: Progress) -> str:
        import aiohttp

        timeout = aiohttp.ClientTimeout(total=None, connect=_SILENT_S, sock_read=_SILENT_S)
        url = f"{self._hub}/{known.repository}/resolve/main/{quote(known.file)}"
        try:
            async with aiohttp.ClientSession(timeout=timeout, auto_decompress=False) as session:
                there = part.size()
                if there == known.size and known.sha256 is not None:
                    return known.sha256
                async with self._answered(session, url, there) as (answer, sha256):
                    await self._store(answer, part, known, progress)
                    return known.sha256 or sha256
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _Cut from error
        except OSError as error:
            raise ModelFault(f"The model could not be stored ({error.strerror}). Make room and try again.") from error

    @contextlib.asynccontextmanager
    async def _answered(
        self, session: aiohttp.ClientSession, url: str, there: int
    ) -> AsyncIterator[tuple[aiohttp.ClientResponse, str]]:
        """Follow safe redirects, and give the answer with the SHA-256 that the hub named on the way ("" for none)."""
        sha256 = ""
        for _redirect in range(_REDIRECTS + 1):
            _require_safe(url)
            headers = {"Range": f"bytes={there}-"} if there else {}
            async with session.get(url, headers=headers, allow_redirects=False) as answer:
                named = answer.headers.get("X-Linked-Etag", answer.headers.get("ETag", "")).strip('"')
                if _SHA256.fullmatch(named):
                    sha256 = sha256 or named
                if answer.status not in (301, 302, 303, 307, 308):
                    yield answer, sha256
                    return
                url = urljoin(url, answer.headers.get("Location", ""))
        raise Refused("The hub sends from address to address without an end. Try again later, or import a file.")

    async def _store(self, answer: aiohttp.ClientResponse, part: _Part, known: Known, progress: Progress) -> None:
        if answer.status == 416:
            # More is there than the file has: it is another file, and begins anew.
            part.discard()
            raise _Cut
        if answer.status >= 500 or answer.status == 429:
            raise _Cut
        if answer.status not in (200, 206):
            raise ModelFault(f"The hub does not have {known.title} (it says {answer.status}). Choose another model.")
        done = _resumes_at(answer) if answer.status == 206 else 0
        if answer.status == 206 and done != part.size():
            part.discard()
            raise _Cut
        with part.open(go_on=done > 0) as file:
            progress(done, known.size)
            async for data in answer.content.iter_chunked(_PART):
                done += len(data)
                if done > known.size:
                    file.close()
                    part.discard()
                    raise ModelFault(f"The hub sent more than {known.title} has. Try again later, or import a file.")
                await asyncio.to_thread(file.write, data)
                progress(done, known.size)
        if done < known.size:
            raise _Cut


def _resumes_at(answer: aiohttp.ClientResponse) -> int:
    found = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    return int(found.group(1)) if found else -1


def _require_safe(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        return
    raise Refused(
        "The hub sent the download to an address without encryption, so it was stopped. Import a file instead."
    )
