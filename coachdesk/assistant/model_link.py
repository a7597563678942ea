"""This file starts one model process and carries frames between it and the event loop.

Two threads belong to it, because a pipe may block for as long as the process hangs: one vets the model's file, starts
the process, reads its reports and sees it die; the other writes. Everything they find out reaches the loop through
call_soon_threadsafe, so that it works under asyncio and qasync alike.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

import msgspec

from coachdesk.assistant.frames import Order, Report, framed, read_report
from coachdesk.errors import ModelFault


class Listener(Protocol):
    """Who hears of a link, on the loop."""

    def started(self, link: ModelLink) -> None:
        """The process runs."""

    def reported(self, link: ModelLink, report: Report) -> None:
        """Take one report."""

    def ended(self, link: ModelLink, fault: ModelFault | None) -> None:
        """The process is gone, for good; `fault` is what the vetting or the start said."""


def start_command() -> tuple[str, ...]:
    """Return the command that starts the model process from a checkout, a wheel or a frozen app."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--model-process")
    return (sys.executable, "-P", "-m", "coachdesk.assistant.model_process")


class ModelLink:
    """One life of a model process. All methods are called on the loop, and none waits for the process."""

    def __init__(self, command: tuple[str, ...], vet: Callable[[], None], listener: Listener) -> None:
        """`vet` runs in the link's thread before the start, and may raise ModelFault."""
        self._command = command
        self._vet = vet
        self._listener = listener
        self._loop = asyncio.get_running_loop()
        self._orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        self._starting = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._unwanted = False
        self._writer: threading.Thread | None = None
        self._reader = threading.Thread(target=self._live, name="model-reports", daemon=True)
        self._over = asyncio.Event()

    @property
    def pid(self) -> int | None:
        """The process's id, None before its start."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Begin: vet, start, read."""
        self._reader.start()

    def send(self, order: Order) -> None:
        """Send `order` in its turn."""
        self._orders.put(order)

    def finish(self) -> None:
        """Let the process end by itself, at once, by closing its input."""
        self._orders.put(None)

    def kill(self) -> None:
        """End the process now; it need not answer."""
        with self._starting:
            self._unwanted = True
            if self._process is not None:
                self._process.kill()

    async def wait_ended(self, seconds: float) -> bool:
        """Wait until the process and its threads are gone, for `seconds` at most; return whether they are."""
        try:
            async with asyncio.timeout(seconds):
                await self._over.wait()
        except TimeoutError:
            return False
        # Both threads have done their last step when `_over` is set.
        self._reader.join(1)
        return True

    def _live(self) -> None:
        fault: ModelFault | None = None
        try:
            self._vet()
            process = self._start_process()
            if process is not None:
                self._post(lambda: self._listener.started(self))
                self._follow(process)
        except ModelFault as found:
            fault = found
        except OSError as error:
            fault = ModelFault(f"The model process could not be started ({error.strerror}). Please try again.")
        self._post(lambda: self._end(fault))

    def _start_process(self) -> subprocess.Popen[bytes] | None:
        with self._starting:
            if self._unwanted:
                return None
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        self._writer = threading.Thread(
            target=self._write, args=(cast("BinaryIO", process.stdin),), name="model-orders", daemon=True
        )
        self._writer.start()
        reports = cast("BinaryIO", process.stdout)
        with contextlib.suppress(msgspec.DecodeError, OSError):
            while (report := read_report(reports)) is not None:
                self._post(lambda report=report: self._listener.reported(self, report))  # type: ignore[misc]  # mypy cannot infer a lambda's default
        process.kill()
        process.wait()
        self._orders.put(None)
        self._writer.join()
        reports.close()

    def _write(self, pipe: BinaryIO) -> None:
        with contextlib.suppress(OSError):
            while (order := self._orders.get()) is not None:
                pipe.write(framed(order))
                pipe.flush()
        # Closing flushes what a broken pipe left behind, and fails again.
        with contextlib.suppress(OSError):
            pipe.close()

    def _post(self, call: Callable[[], None]) -> None:
        # A closed loop has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call)

    def _end(self, fault: ModelFault | None) -> None:
        self._over.set()
        self._listener.ended(self, fault)
