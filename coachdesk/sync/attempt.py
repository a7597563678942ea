"""This file tries once whether an address takes a connection, as a web client of a platform makes it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from coachdesk.domain.clock import Clock
from coachdesk.errors import NotSignedIn
from coachdesk.sync.connection import Connection, ConnectionState, Joining


async def tried(server: str, token: str, clock: Clock, ca: Path | None) -> ConnectionState:
    """Return how one attempt ends to connect with `token` as a web client does; nothing is renewed or sent."""
    ended: asyncio.Future[ConnectionState] = asyncio.get_running_loop().create_future()

    def note(state: ConnectionState) -> None:
        if state is not ConnectionState.CONNECTING and not ended.done():
            ended.set_result(state)

    async def given() -> str:
        return token

    async def refused(_token: str) -> str:
        raise NotSignedIn("The platform does not accept your token. Sign in again; your edits wait here.")

    line = Connection(server, given, refused, Joining(None), clock, on_event=lambda *_: None, on_state=note, ca=ca)
    trying = asyncio.create_task(line.run(), name="one attempt to connect")
    try:
        return await ended
    finally:
        trying.cancel()
        await asyncio.gather(trying, return_exceptions=True)
