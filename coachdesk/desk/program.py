"""This file notices when another version of CoachDesk is put in the place of the one that runs.

A bundle loads parts of itself when they are needed first, from the file that was started. After an upgrade these are
parts of another version, or none: whoever wants them can only start again.
"""

from __future__ import annotations

import sys
from pathlib import Path

REPLACED = "Another version of CoachDesk was installed. Close CoachDesk and start it again; what you wrote is saved."


class Program:
    """The file of the program that runs, as it was when this was made."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or Path(sys.executable)
        self._begun = self._now()

    @property
    def replaced(self) -> bool:
        """Whether there is another file now; while there is none, an upgrade is still at work."""
        now = self._now()
        return now is not None and now != self._begun

    def _now(self) -> tuple[int, int, int] | None:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns
