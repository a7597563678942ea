"""This file finds out what a platform speaks, and serves one that speaks only the seed's events.

`/v1/health` with our protocol means ours, and the sync engine takes over. A 404 there and a Socket.IO connection that
is accepted mean the seed's events. Anything else (no answer, 503, the page of a guest Wi-Fi) means offline. What was
found is remembered with the replica, so for each server and coach. From the seed's events to ours is a step up, taken
by itself: what was kept here is sent then. The step down is never taken: a platform that once spoke our protocol and
does not any more is told to the coach.

Such a platform answers in the chat and stores nothing for us. Each open session has a connection of its own, and so has
each in which a question waits (`sync.session_link`); with none open, the newest session's tells whether it is there.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from coachdesk.errors import CoachDeskError, NoPlatform, StorageFault
from coachdesk.sync.connection import ConnectionState
from coachdesk.sync.platform_http import PlatformHttp, Speaks
from coachdesk.sync.session_link import BELONGS_S, Join, SessionLink

if TYPE_CHECKING:
    from coachdesk.domain.clock import Clock
    from coachdesk.storage.replica import Replica
    from coachdesk.sync.status import StatusBoard

SPEAKS = "speaks"
AGAIN_S = 2.0
"""The pause between two looks at a platform of which nothing is known yet."""
UPGRADE_S = 600.0
"""How often a platform of the seed is asked whether it has learnt our protocol."""
_LOST = "The platform does not sync any more. Your edits wait on this laptop; ask those who run it."
_REFUSED = "The platform does not accept your sign-in. Sign in again; everything is on this laptop."

_log = logging.getLogger(__name__)


class PlatformMode:
    """What one replica's platform speaks, and the lines to it while that is the seed's events."""

    def __init__(self, replica: Replica, http: PlatformHttp, clock: Clock, join: Join) -> None:
        self._replica = replica
        self._http = http
        self._clock = clock
        self._join = join
        self._board: StatusBoard | None = None
        self._open: str | None = None
        self._links: dict[str | None, tuple[SessionLink, asyncio.Task[None]]] = {}
        self._woken = asyncio.Event()
        self._moved = asyncio.Event()
        self._speaks: Speaks | None = None

    def opened(self, session: str) -> None:
        """Say that the coach looks at `session` now."""
        self._open = session
        self.wake()

    def wake(self) -> None:
        """Say that a question may wait."""
        self._woken.set()
        for link, _task in self._links.values():
            link.look()

    def hurry(self) -> None:
        """Try to connect now rather than after the pause."""
        self._woken.set()
        for link, _task in self._links.values():
            link.hurry()

    def serves(self, session: str) -> bool:
        """Whether the platform speaks only the seed's events, and `session` has a line."""
        return session in self._links

    def stop(self, session: str, message: str) -> None:
        """End the turn `message` of `session` for the coach."""
        found = self._links.get(session)
        if found is not None:
            found[0].stop(message)

    async def whole(self, session: str, message: str) -> None:
        """Return once the answer to `message` has its text of the summary, or it is too late for one."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2 * BELONGS_S):
                while (found := self._links.get(session)) is not None and not found[0].whole(message):
                    self._moved.clear()
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(0.2):
                            await self._moved.wait()

    async def run(self, board: StatusBoard, *, send: bool = True) -> None:
        """Return once the platform is known to speak our protocol; serve what it speaks until then.

        Without `send` no question goes out.
        """
        self._board = board
        stored = self._replica.meta(SPEAKS)
        self._speaks = Speaks(stored) if stored else None
        while self._speaks is not Speaks.PROTOCOL:
            try:
                if self._speaks is Speaks.SEED or await self._seems_of_the_seed(board):
                    await self._serve(board, send=send)
                board.unstuck()
            except StorageFault as fault:  # such as a full disk; in a moment there may be room
                board.stuck(str(fault))
                await asyncio.sleep(AGAIN_S)
        board.speaks(chat_only=False)

    async def still_ours(self) -> str:
        """Return "" unless the address speaks our protocol no more; then what that means, for the coach."""
        with contextlib.suppress(CoachDeskError):
            if await self._http.probe() is Speaks.SEED:
                return _LOST
        return ""

    async def _seems_of_the_seed(self, board: StatusBoard) -> bool:
        """Look once what is there. Return True for a platform without our page; pause where there is none."""
        self._woken.clear()
        try:
            found = await self._http.probe()
        except NoPlatform as fault:
            board.connected(False, str(fault))
        except CoachDeskError:
            board.connected(False, "")
            board.failed()
        else:
            if found is Speaks.SEED:
                return True
            await self._remember(found)
            return False
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_S):
                await self._woken.wait()
        return False

    async def _remember(self, speaks: Speaks) -> None:
        """Note what the platform speaks; edits are kept here, or released, before."""
        await asyncio.wrap_future(self._replica.keeping.keep("platform", "", speaks is Speaks.SEED))
        await asyncio.wrap_future(self._replica.set_meta(SPEAKS, speaks.value))
        self._speaks = speaks
        _log.info("platform", extra={"state": speaks.value})

    async def _serve(self, board: StatusBoard, *, send: bool) -> None:
        """Hold the lines until the platform speaks our protocol or, before it took a connection, something else."""
        await asyncio.wrap_future(self._replica.turns.park())
        board.unstuck()
        watching = asyncio.create_task(self._watch(), name="what the platform speaks")
        try:
            while not watching.done():
                self._woken.clear()
                self._arrange(send=send)
                if self._speaks is None and self._online:
                    await self._remember(Speaks.SEED)
                self._report(board)
                waiting = asyncio.create_task(self._woken.wait(), name="platform mode")
                await asyncio.wait([waiting, watching], return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
        finally:
            lines = [task for _link, task in self._links.values()]
            self._links.clear()
            for task in (watching, *lines):
                task.cancel()
            await asyncio.gather(watching, *lines, return_exceptions=True)
            board.connected(False, "")

    async def _watch(self) -> None:
        """Return once the platform speaks our protocol; or, while it is not known, something that is no platform."""
        while True:
            await asyncio.sleep(UPGRADE_S if self._online else AGAIN_S)
            try:
                found = await self._http.probe()
            except CoachDeskError:
                if self._speaks is None:
                    return
                continue
            if found is Speaks.PROTOCOL:
                await self._remember(found)
                return

    @property
    def _online(self) -> bool:
        return any(link.state is ConnectionState.ONLINE for link, _task in self._links.values())

    def _arrange(self, *, send: bool) -> None:
        """Have a line for each session that needs one, and leave the others once they are at rest."""
        waiting = self._replica.turns.waiting() if send else ()
        wanted: dict[str | None, None] = dict.fromkeys(waiting)
        if self._open is not None and self._replica.key_of(self._open) is not None:
            wanted[self._open] = None
        if not wanted:
            rows = self._replica.rows(self._replica.keys(most=1))
            wanted = {rows[0].id if rows else None: None}
        online = {session for session, (link, _task) in self._links.items() if link.state is ConnectionState.ONLINE}
        for session in [known for known in self._links if known not in wanted]:
            link, task = self._links[session]
            if task.done():
                task.result()
            # Until another line lives this one says that the platform is there.
            if not link.busy and (session not in online or online.intersection(wanted)):
                del self._links[session]
                task.cancel()
        for session in wanted:
            if session not in self._links and self._board is not None:
                turns, told = self._replica.turns, self._board.preview
                link = SessionLink(session, self._join, turns, self._clock, told, self._stirred, asks=send)
                self._links[session] = (link, asyncio.create_task(link.run(), name="line of a session"))

    def _stirred(self) -> None:
        self._woken.set()
        self._moved.set()

    def _report(self, board: StatusBoard) -> None:
        states = {link.state for link, _task in self._links.values()}
        problem = ""
        if ConnectionState.REFUSED in states:
            problem = _REFUSED
        elif ConnectionState.NO_PLATFORM in states and self._speaks is None:
            problem = "What answers at the address is no platform. Check it, or sign in to the Wi-Fi first."
        board.speaks(chat_only=self._speaks is Speaks.SEED)
        board.connected(self._online and self._speaks is Speaks.SEED, problem)
        board.refresh()
