"""This file renews tokens in two processes of one profile, where a refresh token works once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

from coachdesk.errors import NotSignedIn
from coachdesk.sync.platform_http import PlatformHttp, Tokens
from coachdesk.sync.tokens import TokenSource


class Platform:
    """Gives new tokens for the refresh token it gave last, and for no other."""

    def __init__(self) -> None:
        self.count = 0

    async def refresh(self, token: str) -> Tokens:
        if token != f"refresh-{self.count}":
            raise NotSignedIn("The platform does not accept your sign-in any more.")
        self.count += 1
        return Tokens(access=f"access-{self.count}", refresh=f"refresh-{self.count}")


async def test_a_process_takes_the_tokens_that_another_one_renewed() -> None:
    stored = [Tokens(access="access-0", refresh="refresh-0")]
    http = cast("PlatformHttp", Platform())

    async def save(tokens: Tokens) -> None:
        stored.append(tokens)

    window, command = (TokenSource(http, stored[0], save, lambda: stored[-1]) for _ in range(2))
    assert await command.renew("access-0") == "access-1"
    assert await window.renew("access-0") == "access-1"
    assert await window.renew("access-1") == "access-2"
    assert await command.renew("access-1") == "access-2"


async def test_processes_that_are_refused_at_the_same_moment_renew_once(tmp_path: Path) -> None:
    stored = [Tokens(access="access-0", refresh="refresh-0")]
    platform = Slow()
    http = cast("PlatformHttp", platform)

    async def save(tokens: Tokens) -> None:
        stored.append(tokens)

    sources = [TokenSource(http, stored[0], save, lambda: stored[-1], tmp_path / "renew.lock") for _ in range(4)]
    renewed = await asyncio.gather(*(source.renew("access-0") for source in sources))
    assert (set(renewed), platform.count) == ({"access-1"}, 1)


class Slow(Platform):
    """Takes its time, so that all ask before the first is answered; whoever asks second has a used token."""

    async def refresh(self, token: str) -> Tokens:
        renewed = await super().refresh(token)
        await asyncio.sleep(0.05)
        return renewed
