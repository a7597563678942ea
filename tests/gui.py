"""This file drives windows on a qasync loop of the test's own, where every wait has a deadline."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import TypeVar

import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.leftovers import GRACE_S, tasks_left

T = TypeVar("T")


class Gui:
    """The window's event loop in a test. It turns only inside `run`, `do` and `until`.

    Between these calls nothing of the window happens; a slot that starts a task must therefore be reached through
    `do`: `gui.do(lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton))`.
    """

    def __init__(self, app: QApplication, loop: asyncio.AbstractEventLoop) -> None:
        self.app = app
        self.loop = loop

    def run(self, coroutine: Coroutine[object, object, T], timeout: float = 30.0) -> T:
        """Run `coroutine` on the window's loop and return its result; TimeoutError after `timeout` seconds."""

        async def bounded() -> T:
            return await asyncio.wait_for(coroutine, timeout)

        return self.loop.run_until_complete(bounded())

    def do(self, action: Callable[[], T], timeout: float = 30.0) -> T:
        """Call `action` in a turn of the loop, as Qt would call a slot, and return its result or raise its error.

        It is a callback and not a task, so that what it does may let Qt process events.
        """

        async def called() -> T:
            done: asyncio.Future[T] = asyncio.get_running_loop().create_future()

            def call() -> None:
                try:
                    done.set_result(action())
                except Exception as error:  # noqa: BLE001 - it is raised again where `do` was called
                    done.set_exception(error)

            asyncio.get_running_loop().call_soon(call)
            return await done

        return self.run(called(), timeout)

    def until(self, condition: Callable[[], object], timeout: float = 10.0, what: str = "") -> None:
        """Turn the loop until `condition()` is true; AssertionError with `what` after `timeout` seconds."""
        self.run(self.eventually(condition, timeout, what), timeout + 30)

    async def eventually(self, condition: Callable[[], object], timeout: float = 10.0, what: str = "") -> None:
        """Do the same as `until` inside a coroutine that `run` runs."""
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"not so within {timeout} s: {what or condition}"
            await asyncio.sleep(0.005)


class _Loop(qasync.QEventLoop):
    """qasync's loop, which turns only while it runs.

    Its own `run_until_complete` lets Qt turn once more after the loop has ended; a task that is woken in that turn
    finds no running loop and fails.
    """

    def run_until_complete(self, future: Awaitable[T]) -> T:
        task = asyncio.ensure_future(future, loop=self)

        def end(_task: object) -> None:
            self.stop()

        task.add_done_callback(end)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(end)
        assert task.done(), "the loop was stopped from outside"
        return task.result()


@contextmanager
def window_loop(app: QApplication) -> Iterator[Gui]:
    """Give a fresh qasync loop; at the end close it, and fail when tasks are left on it."""
    quits = app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)  # Closing a window would stop the loop under the test's feet.
    loop = _Loop(app)
    asyncio.set_event_loop(loop)
    left: list[str] = []
    try:
        yield Gui(app, loop)
    finally:
        try:
            left = loop.run_until_complete(tasks_left())
            loop.run_until_complete(asyncio.wait_for(loop.shutdown_asyncgens(), GRACE_S))
        finally:
            asyncio.set_event_loop(None)
            loop.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            app.setQuitOnLastWindowClosed(quits)
    assert not left, "left behind: " + "; ".join(left)
