"""This file keeps the model process within bounds: its memory, and no trace of what it held when it crashes."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_DUMPABLE = 4
_SEM_FAILCRITICALERRORS_AND_NOGPFAULTERRORBOX = 0x0003


def leave_no_core() -> None:
    """Make a crash leave no core file and no crash report: the memory holds what coach and client said."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS_AND_NOGPFAULTERRORBOX)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A core_pattern that pipes to a collector does not heed the limit.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def limit_memory(more: int) -> None:
    """Let the address space grow by `more` bytes from here at most, where the system can do that (Linux)."""
    if sys.platform != "linux" or more <= 0:
        return
    import resource

    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123  # a pseudo file
        pages = int(statm.read().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * os.sysconf("SC_PAGE_SIZE") + more,) * 2)


def ignore_interrupts() -> None:
    """Leave Ctrl+C to the parent, which ends this process in its own order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
