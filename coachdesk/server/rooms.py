"""This file tells the connected sockets of a coach what happened: which room gets which event, in all processes.

A socket with `query.sessionId` is in the room of that session, one with `auth.device` in that of all its coach's. Each
room has a second one of those who speak our protocol: they get previews, and are told that there is something to pull.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.protocol import SyncChanged, builtins
from coachdesk.server.notes import Changed, Notes

CHANGED_EVERY_S = 0.03
"""The shortest time between two `sync-changed` to the same coach."""


class Rooms:
    """An `Announcer` over the library's `server`.

    `start` begins a task that ends with the server; `alone`: there is no other process.
    """

    def __init__(self, server: Any, notes: Notes, start: Callable[..., asyncio.Task[None]], *, alone: bool) -> None:
        self._server = server
        self._notes = notes
        self._start = start
        self._alone = alone
        self._changed: dict[int, tuple[int, set[str | None]]] = {}

    def open(self) -> None:
        """Begin to listen to the other processes."""
        self._notes.listen(Changed, self._hear)

    def _hear(self, changed: Changed) -> None:
        self._start(self.tell_changed, changed)

    async def join(self, sid: str, coach: int, session: str | None, device: str | None, *, previews: bool) -> None:
        """Let a socket hear what it connected for."""
        for room_of_previews in (False, True)[: 2 if previews else 1]:
            if session is not None:
                await self._server.enter_room(sid, _session_room(coach, session, previews=room_of_previews))
            if device is not None:
                await self._server.enter_room(sid, _coach_room(coach, previews=room_of_previews))

    async def tell(
        self, event: str, payload: msgspec.Struct, coach: int, session: str, *, devices: bool = True
    ) -> None:
        rooms = [_session_room(coach, session), *([_coach_room(coach)] if devices else [])]
        await self._server.emit(event, builtins(payload), to=rooms)

    async def preview(self, event: str, payload: msgspec.Struct, coach: int, session: str) -> None:
        rooms = [_session_room(coach, session, previews=True), _coach_room(coach, previews=True)]
        await self._server.emit(event, builtins(payload), to=rooms)

    def changed(self, coach: int, seq: int, by: str | None) -> None:
        waiting = self._changed.get(coach)
        if waiting is None:
            self._changed[coach] = (seq, {by})
            self._start(self._tell_changed, coach)
        else:
            self._changed[coach] = (max(seq, waiting[0]), waiting[1] | {by})

    def someone_joined(self, coach: int, session: str) -> bool:
        if not self._alone:
            return True  # at another process, for all that is known here
        participants = self._server.manager.get_participants("/", _session_room(coach, session))
        return next(participants, None) is not None

    async def _tell_changed(self, coach: int) -> None:
        await asyncio.sleep(CHANGED_EVERY_S)
        seq, authors = self._changed.pop(coach)
        # The one socket that made all of these changes knows them from its acknowledgements.
        only = next(iter(authors)) if len(authors) == 1 else None
        await self.tell_changed(Changed(coach, seq), only)
        if not self._alone:
            await self._notes.pass_on(Changed(coach, seq))

    async def tell_changed(self, changed: Changed, but: str | None = None) -> None:
        """Say to a coach's devices at this process, but the socket `but`, how far the feed reaches."""
        room = _coach_room(changed.coach, previews=True)
        payload = builtins(SyncChanged(seq=changed.seq))
        await self._server.emit(protocol.SYNC_CHANGED, payload, to=room, skip_sid=but, ignore_queue=True)


def _session_room(coach: int, session: str, *, previews: bool = False) -> str:
    return f"{'previews' if previews else 'session'}:{coach}:{session}"


def _coach_room(coach: int, *, previews: bool = False) -> str:
    return f"{'device' if previews else 'coach'}:{coach}"
