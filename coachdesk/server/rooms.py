"""This file tells the connected sockets of a coach what happened: which room gets which event, in all processes.

A socket with `query.sessionId` is in the room of that session, one with `auth.device` in that of all its coach's. Each
room has a second one of those who speak our protocol: they get previews, and are told that there is something to pull.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.protocol import SyncChanged, builtins
from coachdesk.server.notes import Changed, Notes

CHANGED_EVERY_S = 0.03
"""The shortest time between two `sync-changed` to the same coach."""


class Rooms:
    """An `Announcer` over the library's `server`.

    `start` begins a task that ends with the server.
    """

    def __init__(self, server: Any, notes: Notes, start: Callable[..., asyncio.Task[None]]) -> None:
        self._server = server
        self._notes = notes
        self._start = start
        self._changed: dict[int, tuple[Changed, set[str | None]]] = {}

    def open(self, tell_joined: Callable[[Changed], Awaitable[None]]) -> None:
        """Begin to listen to the other processes; `tell_joined` tells web clients here what they changed."""

        async def tell(changed: Changed) -> None:
            await self.tell_changed(changed)
            await tell_joined(changed)

        def hear(changed: Changed) -> None:
            self._start(tell, changed)

        self._notes.listen(Changed, hear)

    async def join(self, sid: str, coach: int, session: str | None, device: str | None, *, previews: bool) -> None:
        """Let a socket hear what it connected for."""
        for room_of_previews in (False, True)[: 2 if previews else 1]:
            if session is not None:
                await self._server.enter_room(sid, _session_room(coach, session, previews=room_of_previews))
            if device is not None:
                await self._server.enter_room(sid, _coach_room(coach, previews=room_of_previews))

    async def tell(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        await self._server.emit(event, builtins(payload), to=[_session_room(coach, session), _coach_room(coach)])

    async def tell_joined(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        await self._server.emit(event, builtins(payload), to=_session_room(coach, session), ignore_queue=True)

    async def preview(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        rooms = [_session_room(coach, session, previews=True), _coach_room(coach, previews=True)]
        await self._server.emit(event, builtins(payload), to=rooms)

    def changed(self, changed: Changed, by: str | None) -> None:
        waiting = self._changed.get(changed.coach)
        if waiting is None:
            self._changed[changed.coach] = (changed, {by})
            self._start(self._tell_changed, changed.coach)
        else:
            self._changed[changed.coach] = (waiting[0].with_(changed), waiting[1] | {by})

    def someone_joined(self, coach: int, session: str) -> bool:
        participants = self._server.manager.get_participants("/", _session_room(coach, session))
        return next(participants, None) is not None

    async def _tell_changed(self, coach: int) -> None:
        await asyncio.sleep(CHANGED_EVERY_S)
        changed, authors = self._changed.pop(coach)
        # The one socket that made all of these changes knows them from its acknowledgements.
        only = next(iter(authors)) if len(authors) == 1 else None
        await self.tell_changed(changed, only)
        await self._notes.pass_on(changed)

    async def tell_changed(self, changed: Changed, but: str | None = None) -> None:
        """Say to a coach's devices at this process, but the socket `but`, how far the feed reaches."""
        room = _coach_room(changed.coach, previews=True)
        payload = builtins(SyncChanged(seq=changed.seq))
        await self._server.emit(protocol.SYNC_CHANGED, payload, to=room, skip_sid=but, ignore_queue=True)


def _session_room(coach: int, session: str, *, previews: bool = False) -> str:
    return f"{'previews' if previews else 'session'}:{coach}:{session}"


def _coach_room(coach: int, *, previews: bool = False) -> str:
    return f"{'device' if previews else 'coach'}:{coach}"
