"""This file is a coach's sitting at one desk: the window is filled and joined to what is around it, and ended in order.

It is loaded once the list is painted (`app` tells when), and is a part of the composition root.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import gc
import importlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.desk.laptop import Laptop
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import CoachDeskError
from coachdesk.settings import Settings
from coachdesk.ui.main_window import MainWindow
from coachdesk.ui.termination import Termination

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk
    from coachdesk.desk.findings import Finding
    from coachdesk.ui.account_commands import Errand
    from coachdesk.ui.door import Door
    from coachdesk.ui.single_instance import SingleInstance

QUIT_S = 2.0
"""How long leaving may take in all."""

Script = Callable[["Desk", MainWindow], Awaitable[int]]


class CannotOpen(Exception):
    """The desk behind a window that is painted already could not be opened; the sentence says why."""


class Sittings:
    """The sittings of one process, one after another: what they have in common, and how each begins and ends."""

    def __init__(
        self,
        laptop: Laptop,
        settings: Settings,
        script: Script | None,
        instance: SingleInstance | None,
        start_demo: Callable[[], None],
    ) -> None:
        self._laptop, self._settings, self._script, self._instance = laptop, settings, script, instance
        self._termination = Termination() if script is None else None  # what a script plays ends at once
        self._start_demo = start_demo
        self._door: Door | None = None
        self.said = ("", False)
        """What came of the errand before the next desk, and whether it failed."""

    def end(self) -> None:
        """Hear the system no more, and leave no door behind."""
        if self._termination is not None:
            self._termination.end()
        if self._door is not None:
            self._door.deleteLater()

    async def open_behind(self, window: MainWindow) -> Desk:
        """Return the desk for `window`, which shows its list already; raises CannotOpen, and the window is gone."""
        await _load_the_rest()
        try:
            return self._laptop.open()
        except CoachDeskError as fault:
            await window.shut_down()
            raise CannotOpen(str(fault)) from fault

    async def enter(self) -> Desk | None:
        """Return the desk that the door opens; None where the coach closes it, or the system ends CoachDesk."""
        from coachdesk.ui.door import Door

        gc.enable()
        if self._termination is not None and self._termination.wanted:
            return None
        if self._door is None:
            self._door = Door(self._laptop, self._settings.home, self._start_demo)
            if self._instance is not None:
                self._instance.knocked.connect(self._door.come_to_the_front)
            if self._termination is not None:
                self._termination.asked.connect(self._door.close)
        return await self._door.enter()

    async def at_desk(self, desk: Desk, window: MainWindow | None, *, crashed: bool) -> int | Errand:
        """Run one window over one desk to the last commit; return the exit code, or what is to be done.

        `window` is the one that is painted already; without it one is built. `crashed` says that the last run did.
        """
        window = await self._filled(desk, window)
        left: asyncio.Future[int | Errand] = asyncio.get_running_loop().create_future()

        def leave(how: int | Errand) -> None:
            if not left.done():
                left.set_result(how)

        window.closed.connect(lambda: leave(0))
        window.account.errand_wanted.connect(leave)
        if not window.isVisible():  # closed while it was being filled
            leave(0)
        hide_tray = self._surround(window, leave)
        window.greet(*self.said, crashed=crashed)
        await asyncio.to_thread(_write_log, self._settings.logs)
        await desk.start()
        gc.enable()
        gc.freeze()  # or each full collection looks through all of the window, 50 ms long
        take_no_more = self._take_files(window)
        if self._script is None:
            window.account.demand_passphrase()
        try:
            return await (left if self._script is None else self._script(desk, window))
        finally:
            take_no_more()
            gc.unfreeze()  # what one desk showed must not outlive it
            hide_tray()
            await window.shut_down()
            with contextlib.suppress(TimeoutError):  # what hangs is left behind; cache and replica are closed
                async with asyncio.timeout(QUIT_S):
                    await desk.close()

    async def _filled(self, desk: Desk, window: MainWindow | None) -> MainWindow:
        """Return the window with all its parts, painted."""
        settings = self._settings

        async def check() -> tuple[Finding, ...]:
            from coachdesk.desk.travel import travel_check

            return await travel_check(settings, desk, datetime.datetime.now().astimezone().date())

        if window is not None:
            for _ in window.furnish(desk, self._laptop, check):
                await asyncio.sleep(0)
            return window
        await _load_the_rest()
        window = MainWindow(desk, settings.home, self._laptop, check)
        window.show()
        await window.painted()
        return window

    def _surround(self, window: MainWindow, leave: Callable[[Errand], None]) -> Callable[[], None]:
        """Have the system, other instances, the tray and idle minutes reach `window`; return what hides the tray."""
        from coachdesk.ui.idle_watch import IdleWatch
        from coachdesk.ui.tray import Tray

        if self._termination is not None:
            self._termination.asked.connect(window.close)
            if self._termination.wanted:  # while it was being filled
                window.close()
        if self._instance is not None:
            self._instance.knocked.connect(window.come_to_the_front)
        watch = IdleWatch(SystemClock(), window)
        watch.idle.connect(lambda: leave(self._laptop.lock))

        def limit() -> None:
            watch.limit(self._laptop.idle_minutes(window.desk.lock_minutes))

        window.account.lock_changed.connect(limit)
        limit()
        return Tray(window).icon.hide

    def _take_files(self, window: MainWindow) -> Callable[[], None]:
        """Have `window` ask about the files that were handed to this process, from now until what is returned."""
        instance = self._instance
        if instance is None:
            return lambda: None

        def take() -> None:
            window.ask_import(instance.take_files())

        instance.handed.connect(take)
        take()

        def take_no_more() -> None:
            instance.handed.disconnect(take)

        return take_no_more


async def _load_the_rest() -> None:
    """Import in a thread what the first paint did without, so that the window goes on turning."""
    for name in ("desk.opening", "ui.workplace", "ui.idle_watch", "ui.tray"):
        await asyncio.to_thread(importlib.import_module, f"coachdesk.{name}")


def _write_log(folder: Path) -> None:
    from coachdesk.logs import write_log, writes_log

    if not writes_log():
        write_log(folder)
