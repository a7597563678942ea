"""This file deletes clients and sessions, and takes a deletion back as long as it was not sent.

A deletion is stored at once, so that it is gone from the list and survives a crash. For as long as the coach may still
take it back it is held: no other operation waits for it, and once it is let go, or CoachDesk starts again, it is sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from coachdesk.desk.keeping import Keeping
from coachdesk.desk.records import Records
from coachdesk.errors import NotFound, Refused
from coachdesk.storage.outbox import Outbox

if TYPE_CHECKING:
    from coachdesk.sync.engine import SyncEngine


class Deleting:
    """The deletions of one desk."""

    def __init__(self, records: Records, keeping: Keeping, outbox: Outbox, sync: SyncEngine | None) -> None:
        self._records, self._keeping, self._outbox, self._sync = records, keeping, outbox, sync
        self._held: dict[str, str] = {}

    async def delete_session(self, id: str, *, held: bool) -> str:
        """Delete a session; return what `take_back` and `let_go` call it, or "" where nothing is left of it now."""
        if await self._keeping.forget_session(id):
            return ""
        return await self._delete(id, self._records.delete_session, held=held)

    async def delete_client(self, id: str, *, held: bool) -> str:
        """Delete a client with all sessions; the rest as for one session."""
        if await self._keeping.forget_client(id):
            return ""
        return await self._delete(id, self._records.delete_client, held=held)

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
        return operation

    async def take_back(self, operation: str) -> None:
        """Have again what was deleted; raises Refused where the deletion has left."""
        try:
            await asyncio.wrap_future(self._outbox.discard(operation))
        except (NotFound, Refused) as fault:
            raise Refused("This deletion has been sent already and cannot be taken back.") from fault
        finally:
            self.let_go(operation)

    def let_go(self, operation: str) -> None:
        """Let the platform have a deletion that was held."""
        entity = self._held.pop(operation, None)
        if entity is not None:
            self._release(entity)

    def _release(self, entity: str) -> None:
        if self._sync is not None:
            self._sync.release(entity)
