"""This file carries files to the platform and back: each goes before what names it, and is cached once confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from coachdesk.domain.protocol import Result
from coachdesk.errors import NotFound, NotSignedIn, Refused
from coachdesk.sync.platform_http import PlatformHttp
from coachdesk.sync.tokens import TokenSource

if TYPE_CHECKING:
    from coachdesk.storage.cache import Cache
    from coachdesk.storage.replica import Replica
    from coachdesk.storage.sending import Outgoing

T = TypeVar("T")


class Blobs:
    """The files of one replica, wherever they are."""

    def __init__(self, replica: Replica, cache: Cache, http: PlatformHttp, tokens: TokenSource) -> None:
        self._replica = replica
        self._cache = cache
        self._http = http
        self._tokens = tokens

    async def fetch(self, sha: str) -> bytes:
        """Return a blob from the replica, the cache or the platform, in this order; raises NotFound or Offline."""
        content = self._replica.blob(sha) or self._cache.get(sha)
        if content is None:
            content = await self._with_token(partial(self._http.get_blob, sha))
            self._cache.set(sha, content)
        return content

    async def upload(self, batch: Sequence[Outgoing]) -> dict[str, Result]:
        """Upload what `batch` names before it goes; returns the results of operations whose blob is not taken."""
        refused: dict[str, Result] = {}
        for outgoing in batch:
            sha = outgoing.blob
            content = self._replica.blob(sha) if sha is not None else None
            if sha is None or content is None:
                continue  # names none, or it was uploaded before and perhaps dropped since
            try:
                await self._with_token(partial(self._http.put_blob, sha, content))
            except (Refused, NotFound):
                refused[outgoing.id] = Result(id=outgoing.id, status="rejected", reason="blob")
        return refused

    async def release(self, batch: Sequence[Outgoing], results: Sequence[Result]) -> None:
        """Move what the platform confirmed from the replica to the cache."""
        confirmed = {result.id for result in results if result.seq is not None}
        for outgoing in batch:
            sha = outgoing.blob if outgoing.id in confirmed else None
            content = self._replica.blob(sha) if sha is not None else None
            if sha is not None and content is not None:
                await asyncio.to_thread(self._cache.set, sha, content)
                await asyncio.wrap_future(self._replica.drop_blob(sha))

    async def _with_token(self, request: Callable[[str], Awaitable[T]]) -> T:
        """Return what `request` gives with the present token, or after one renewal of it."""
        token = await self._tokens.current()
        try:
            return await request(token)
        except NotSignedIn:
            return await request(await self._tokens.renew(token))
