"""This file finds what a test left behind: threads, child processes, listening sockets, tasks and log records."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing import resource_tracker
from pathlib import Path

GRACE_S = 3.0
"""How long a thread, child or task that was told to stop may take to be gone."""


@dataclass(frozen=True)
class Traces:
    """What of this process runs or listens at one moment. Children and sockets are seen on Linux only."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]
    sockets: frozenset[str]

    @classmethod
    def now(cls) -> Traces:
        """Return the traces of this moment."""
        return cls(frozenset(_threads()), frozenset(_children()), frozenset(_listening()))


def left_since(before: Traces, allowed: Iterable[str] = ()) -> list[str]:
    """Return one line for each thing that is here now and was not `before`, after a short grace.

    `allowed` holds the kinds that may stay: "threads", "children", "sockets".
    """
    allowed = set(allowed)
    deadline = time.monotonic() + GRACE_S
    while True:
        now = Traces.now()
        left = {
            "threads": [f"thread {thread.name}" for thread in now.threads - before.threads],
            "children": [f"child process {pid}: {_command(pid)}" for pid in now.children - before.children],
            "sockets": [f"listening socket {socket}" for socket in now.sockets - before.sockets],
        }
        lines = [line for kind, found in left.items() if kind not in allowed for line in found]
        if not lines or time.monotonic() > deadline:
            return sorted(lines)
        time.sleep(0.01)


async def tasks_left() -> list[str]:
    """Cancel the tasks of the running loop that are not done after a short grace; return one line for each."""
    current = asyncio.current_task()
    others = {task for task in asyncio.all_tasks() if task is not current}
    if others:
        _, others = await asyncio.wait(others, timeout=GRACE_S)
    for task in others:
        task.cancel()
    if others:
        await asyncio.wait(others, timeout=GRACE_S)
    return sorted(f"task {task.get_name()}: {task.get_coro()!r}" for task in others)


class LogWatch(logging.Handler):
    """Collects warnings and errors that no pattern expects. A pattern is searched in `LOGGER: MESSAGE`."""

    def __init__(self, expected: Iterable[str]) -> None:
        super().__init__(logging.WARNING)
        self._expected = [re.compile(pattern) for pattern in expected]
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's line, unless it was expected."""
        line = f"{record.name}: {record.getMessage()}"
        if not any(pattern.search(line) for pattern in self._expected):
            detail = f" ({record.exc_info[1]!r})" if record.exc_info else ""
            self.unexpected.append(f"{record.levelname} {line}{detail}")


def _threads() -> Iterable[threading.Thread]:
    # A dummy stands for a thread that Python did not start (one of Qt's); it is never removed before Python 3.12.
    return (t for t in threading.enumerate() if not isinstance(t, threading._DummyThread))


def _children() -> Iterable[int]:
    multiprocessing.active_children()  # Reaps those that have ended.
    # The resource tracker of `spawn` lives as long as this process, by design.
    tracker = getattr(resource_tracker._resource_tracker, "_pid", None)
    for listing in Path("/proc/self/task").glob("*/children"):
        for pid in _read(listing).split():
            if int(pid) != tracker:
                yield int(pid)


def _listening() -> Iterable[str]:
    own = _open_sockets()
    for name in ("tcp", "tcp6"):
        for line in _read(Path("/proc/self/net") / name).splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in own:  # 0A is LISTEN.
                yield f"{name} port {int(fields[1].rpartition(':')[2], 16)}"
    for line in _read(Path("/proc/self/net/unix")).splitlines()[1:]:
        fields = line.split()
        if int(fields[3], 16) & 0x10000 and fields[6] in own:  # __SO_ACCEPTCON
            yield f"unix {' '.join(fields[7:]) or fields[6]}"


def _open_sockets() -> set[str]:
    found = set()
    for descriptor in Path("/proc/self/fd").glob("*"):
        link = _quietly(lambda path=descriptor: str(path.readlink()))
        if link.startswith("socket:["):
            found.add(link[8:-1])
    return found


def _command(pid: int) -> str:
    return _read(Path(f"/proc/{pid}/cmdline")).replace("\0", " ").strip() or "ended, not waited for"


def _read(path: Path) -> str:
    return _quietly(path.read_text)


def _quietly(read: Callable[[], str]) -> str:
    try:
        return read()
    except OSError:  # It went away while we looked, or this is no Linux.
        return ""
