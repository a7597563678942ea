"""This file makes folders in memory, for tests in which processes die but no power fails: an fsync is free there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")


def folder_in_memory(name: str) -> Path:
    """Return a new folder, on the disk where the system has no file system in memory; whoever asks removes it."""
    there = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix=f"coachdesk-{name}-", dir=there))
