"""This file deletes clients and sessions, and takes a deletion back as long as it was not sent.

A deletion is stored at once, so that it is gone from the list and survives a crash. For as long as the coach may still
take it back it is held: no other operation waits for it. Once it is let go, or CoachDesk starts again, it is sent, and
nothing is left of what this laptop alone had.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from coachdesk.desk.records import Records
from coachdesk.errors import NotFound, Refused
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.sync.engine import SyncEngine


class Deleting:
    """The deletions of one desk."""

    def __init__(self, records: Records, replica: Replica, sync: SyncEngine | None) -> None:
        self._records, self._replica, self._sync = records, replica, sync
        self._held: dict[str, str] = {}

    async def delete_session(self, id: str, *, held: bool) -> str:
        """Delete a session; return what `take_back` and `let_go` call it. Raises NotFound."""
        return await self._delete(id, self._records.delete_session, held=held)

    async def delete_client(self, id: str, *, held: bool) -> str:
        """Delete a client with all sessions; the rest as for one session."""
        return await self._delete(id, self._records.delete_client, held=held)

    async def unmake(self, sessions: Sequence[str], clients: Sequence[str]) -> None:
        """Have it as if `sessions` and `clients` had never been made, which were made a moment ago.

        What was not sent yet never will be; what was is deleted again. A client with other sessions stays.
        """
        forgotten = self._replica.keeping.forget_unsent(sessions, clients)
        sent, known = await asyncio.wrap_future(forgotten)
        for session in sent:
            if self._replica.session(session) is not None:
                await self._records.delete_session(session)
        for client in known:
            if self._replica.client(client) is not None:
                await self._records.delete_client(client)

    def finish(self) -> None:
        """Do what was left to do of deletions that nobody can take back any more, since CoachDesk has ended since."""
        self._replica.keeping.finish_deletions()

    async def _delete(self, id: str, delete: Callable[[str], Awaitable[str]], *, held: bool) -> str:
        if held and self._sync is not None:
            self._sync.hold(id)
        try:
            operation = await delete(id)
        except BaseException:
            self._release(id)
            raise
        if held:
            self._held[operation] = id
        else:
            await asyncio.wrap_future(self._replica.keeping.finish_deletions(operation))
        return operation

    async def take_back(self, operation: str) -> None:
        """Have again what was deleted; raises Refused where the deletion has left."""
        try:
            await asyncio.wrap_future(self._replica.outbox.discard(operation))
        except (NotFound, Refused) as fault:
            raise Refused("This deletion has been sent already and cannot be taken back.") from fault
        finally:
            self._let_go(operation)

    def let_go(self, operation: str) -> None:
        """Let the platform have a deletion that was held, and have nothing left here of what it never had."""
        if operation in self._held:
            self._replica.keeping.finish_deletions(operation)
            self._let_go(operation)

    def _let_go(self, operation: str) -> None:
        entity = self._held.pop(operation, None)
        if entity is not None:
            self._release(entity)

    def _release(self, entity: str) -> None:
        if self._sync is not None:
            self._sync.release(entity)
