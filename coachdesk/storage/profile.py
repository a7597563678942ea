"""This file names the folder of each server and coach, so that one coach's data is never opened for another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coachdesk.errors import StorageFault
from coachdesk.settings import Settings

LAPTOP = "laptop"


def profile_folder(settings: Settings, server: str | None = None, coach: str | None = None) -> Path:
    """Return the folder of `coach` (an id) at `server`, made if it is missing; without a server that of this laptop.

    Only the account's owner may enter it (0700). Raises StorageFault if it cannot be made.
    """
    name = LAPTOP if server is None else hashlib.sha256(f"{server}\n{coach or ''}".encode()).hexdigest()[:16]
    folder = settings.replicas / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for one in (settings.home, settings.replicas, folder):
            if one.stat().st_mode & 0o077:
                one.chmod(0o700)
    except OSError as fault:
        raise StorageFault("CoachDesk's folder cannot be made; check the disk and its permissions.") from fault
    return folder
