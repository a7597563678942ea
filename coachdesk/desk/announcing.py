"""This file announces what changed to whoever subscribed, on the loop's thread, whoever changed it.

A commit is heard on the writer's thread, also one of another process; it is brought to the loop, and told as events.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from coachdesk.desk.views import Event, ListChanged, OutboxChanged, SessionsChanged
from coachdesk.storage.replica import Replica
from coachdesk.storage.writer import Committed


class Announcer:
    """The subscribers of one desk. `list_changed` is called before anybody is told of what the list may show anew."""

    def __init__(self, list_changed: Callable[[], None]) -> None:
        self._list_changed = list_changed
        self._subscribers: list[Callable[[Event], None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._sessions_changed: Callable[[frozenset[str]], None] | None = None

    def subscribe(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call `callback` with each event from now on; returns what ends that."""
        self._subscribers.append(callback)

        def end() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(callback)

        return end

    def announce(self, event: Event) -> None:
        """Tell every subscriber."""
        if isinstance(event, ListChanged | SessionsChanged | OutboxChanged):
            self._list_changed()
        for subscriber in list(self._subscribers):
            subscriber(event)

    def watch(self, replica: Replica, sessions_changed: Callable[[frozenset[str]], None]) -> None:
        """Tell of each commit of `replica` from now on; `sessions_changed` is called with its sessions before that."""
        self._loop = asyncio.get_running_loop()
        self._sessions_changed = sessions_changed
        replica.on_commit(self._committed_elsewhere)
        self._committed_elsewhere(Committed(rows=True))  # what came since the replica was opened was not heard

    def end(self) -> None:
        """Tell nobody any more."""
        self._subscribers.clear()

    def _committed_elsewhere(self, committed: Committed) -> None:
        """Bring a commit from the writer's thread to the loop's."""
        if self._loop is not None and not self._loop.is_closed():
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._committed, committed)

    def _committed(self, committed: Committed) -> None:
        if committed.rows:
            self.announce(ListChanged())
        if committed.sessions:
            if self._sessions_changed is not None:
                self._sessions_changed(committed.sessions)
            self.announce(SessionsChanged(committed.sessions))
        if committed.outbox:
            self.announce(OutboxChanged())
