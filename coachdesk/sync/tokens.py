"""This file holds the coach's tokens and renews them, once at a time: in this process, and among those of a profile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from coachdesk.errors import NotSignedIn, Offline
from coachdesk.sync.platform_http import REQUEST_S, PlatformHttp, Tokens

RENEW_S = REQUEST_S + 5
LOOK_S = 0.05


class TokenSource:
    """The access token of one profile.

    `save` stores renewed tokens durably before they are used; `stored` gives what was stored last, by any process: a
    refresh token works once, so whoever comes second takes what the first one got. `turnstile` is a file that lets one
    process of the profile renew at a time; None where no other process has these tokens.
    """

    def __init__(
        self,
        http: PlatformHttp,
        tokens: Tokens,
        save: Callable[[Tokens], Awaitable[None]],
        stored: Callable[[], Tokens | None] = lambda: None,
        turnstile: Path | None = None,
    ) -> None:
        self._http = http
        self._tokens = tokens
        self._save = save
        self._stored = stored
        self._renewing = asyncio.Lock()
        self._turnstile = None if turnstile is None else FileLock(turnstile, blocking=False, mode=0o600)

    async def current(self) -> str:
        """Return the access token as it is now."""
        return self._tokens.access

    async def renew(self, refused: str) -> str:
        """Return another access token than `refused`.

        Raises NotSignedIn when there is no way to one but to ask the coach, Offline when the platform is away.
        """
        async with self._renewing, self._alone():
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

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Let no other process of this profile renew meanwhile; raises Offline after RENEW_S."""
        lock = self._turnstile
        if lock is None:
            yield
            return
        until = asyncio.get_running_loop().time() + RENEW_S
        while True:
            try:
                lock.acquire()
                break
            except Timeout:
                if asyncio.get_running_loop().time() > until:
                    raise Offline("Another CoachDesk is renewing the sign-in. It is tried again soon.") from None
                await asyncio.sleep(LOOK_S)
        try:
            yield
        finally:
            lock.release()
