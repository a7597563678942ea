"""This file holds the coach's tokens and renews them, once at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from coachdesk.errors import NotSignedIn
from coachdesk.sync.platform_http import PlatformHttp, Tokens


class TokenSource:
    """The access token of one profile.

    `save` stores renewed tokens durably before they are used; `stored` gives what was stored last, by any process: a
    refresh token works once, so whoever comes second takes what the first one got.
    """

    def __init__(
        self,
        http: PlatformHttp,
        tokens: Tokens,
        save: Callable[[Tokens], Awaitable[None]],
        stored: Callable[[], Tokens | None] = lambda: None,
    ) -> None:
        self._http = http
        self._tokens = tokens
        self._save = save
        self._stored = stored
        self._renewing = asyncio.Lock()

    async def current(self) -> str:
        """Return the access token as it is now."""
        return self._tokens.access

    async def renew(self, refused: str) -> str:
        """Return another access token than `refused`.

        Raises NotSignedIn when there is no way to one but to ask the coach, Offline when the platform is away.
        """
        async with self._renewing:
            if self._tokens.access != refused:
                return self._tokens.access
            self._tokens = self._stored() or self._tokens
            if self._tokens.access != refused:
                return self._tokens.access
            if not self._tokens.refresh:
                raise NotSignedIn("The platform does not accept your token. Sign in again; your edits wait here.")
            renewed = await self._http.refresh(self._tokens.refresh)
            await self._save(renewed)
            self._tokens = renewed
            return renewed.access
