"""This file owns every task that the window starts: it names them, reports their errors and ends them.

A slot starts a task and returns. The task's reference is kept here until it ends, a CoachDeskError becomes a notice,
anything else is logged as our fault and told in one sentence, and closing the window cancels what still runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine

from coachdesk.desk.program import REPLACED, Program
from coachdesk.errors import CoachDeskError

_log = logging.getLogger(__name__)

OUR_FAULT = "Something went wrong in CoachDesk itself. Your work is safe; please try again."


class Tasks:
    """The window's tasks by name. `on_error` gets one sentence for each task that failed."""

    def __init__(self, on_error: Callable[[str], None]) -> None:
        self._on_error = on_error
        self._program = Program()
        self._running: dict[str, set[asyncio.Task[None]]] = {}
        self._closed = False

    def start(self, name: str, work: Coroutine[object, object, object], *, alone: bool = False) -> None:
        """Run `work` as a task called `name`; with `alone`, tasks of that name that still run are cancelled first."""
        if self._closed:
            work.close()
            return
        if alone:
            self.cancel(name)
        task = asyncio.get_event_loop().create_task(self._watched(name, work), name=name)
        mates = self._running.setdefault(name, set())
        mates.add(task)
        task.add_done_callback(mates.discard)
        # A task that is cancelled before its first step never awaits `work`; closing it says that this was meant.
        task.add_done_callback(lambda _: work.close())

    def running(self, name: str) -> bool:
        """Say whether a task called `name` has not ended yet."""
        return bool(self._running.get(name))

    def cancel(self, name: str) -> None:
        """Cancel the tasks called `name`."""
        for task in tuple(self._running.get(name, ())):
            task.cancel()

    async def drain(self, deadline_s: float) -> None:
        """Take no more tasks, give those that run `deadline_s` seconds, then cancel them."""
        self._closed = True
        if waiting := self._all():
            await asyncio.wait(waiting, timeout=deadline_s)
        for task in self._all():
            task.cancel()
        if waiting := self._all():
            await asyncio.wait(waiting, timeout=1)

    def _all(self) -> list[asyncio.Task[None]]:
        current = None
        with contextlib.suppress(RuntimeError):
            current = asyncio.current_task()
        return [task for mates in self._running.values() for task in mates if task is not current]

    async def _watched(self, name: str, work: Coroutine[object, object, object]) -> None:
        try:
            await work
        except CoachDeskError as error:
            _log.info("task refused", extra={"kind": name, "code": error.code})
            self._on_error(str(error))
        except Exception as error:  # noqa: BLE001  A defect must reach the coach as a sentence, not as a dead window.
            fault = type(error).__name__
            _log.error("task failed", extra={"kind": name, "fault": fault}, exc_info=_without_text(error))
            self._on_error(REPLACED if self._program.replaced else OUR_FAULT)


def _without_text(error: Exception) -> Exception:
    """Return an exception that carries the traceback of `error` but not its message, which may hold client text."""
    return Exception(type(error).__name__).with_traceback(error.__traceback__)
