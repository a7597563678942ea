"""This file knows whether CoachDesk's window ended properly the last time: a mark lies in the home while it runs."""

from __future__ import annotations

import contextlib
from pathlib import Path

MARK = "running"


class LastRun:
    """The mark in `home`. It holds nothing; that it is there at the start says that the last end was no proper one."""

    def __init__(self, home: Path) -> None:
        self._mark = home / MARK
        self._running = False

    def begin(self) -> bool:
        """Set the mark, once; return whether the last run left its own. A disk that refuses says nothing."""
        broken = not self._running and self._mark.exists()
        self._running = True
        with contextlib.suppress(OSError):
            self._mark.touch(mode=0o600)
        return broken

    def end(self) -> None:
        """Take the mark away, as the last thing of a run."""
        with contextlib.suppress(OSError):
            self._mark.unlink(missing_ok=True)
