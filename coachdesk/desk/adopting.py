"""This file takes along, at sign-in, what a coach wrote on this laptop before there was a platform.

`account.json` says, from the moment of the sign-in, that this is to be done; the first desk that opens for that coach
does it before it shows anything. Until it is done, it is tried again each time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from coachdesk.domain.clock import Clock
from coachdesk.errors import KeyLost, Locked, NoKeychain, NotFound, WrongPassphrase
from coachdesk.settings import Settings
from coachdesk.storage.keys import open_key
from coachdesk.storage.profile import profile_folder
from coachdesk.storage.replica import Replica


def laptop_has_data(settings: Settings) -> bool:
    """Tell whether something was ever written on this laptop without a platform."""
    return (settings.replicas / "laptop" / "replica.db").exists()


def take_along(settings: Settings, clock: Clock, replica: Replica, adopter: str, key: bytes | None = None) -> bool:
    """Move all that the laptop's own replica holds into `replica`, that of the profile `adopter`.

    What is empty then is deleted: after signing out, the laptop is as new. `key` opens the laptop's, fetched if it is
    not given. Returns False where it cannot be had now; all stays there
    then. Raises StorageFault.
    """
    if not laptop_has_data(settings):
        return True
    folder = profile_folder(settings)
    try:
        key = key or open_key(folder, settings, create=False)
        laptop = Replica.open(folder, key, clock, index_when_idle=False)
    except (Locked, KeyLost, NoKeychain, NotFound, WrongPassphrase):
        return False
    try:
        baggage = laptop.adopting.pack(adopter).result()
        if baggage is not None:
            for sha in baggage.files:
                content = laptop.blob(sha)
                if content is not None:
                    replica.put_blob(content).result()
            replica.adopting.take(baggage).result()
            laptop.adopting.let_go(baggage).result()
    finally:
        laptop.close()
    clear_if_empty(folder, key, clock)
    return True


def clear_if_empty(folder: Path, key: bytes, clock: Clock) -> bool:
    """Delete what a profile's folder holds if nothing was ever written or fetched there; return whether it was so."""
    replica = Replica.open(folder, key, clock, index_when_idle=False)
    empty = replica.empty
    replica.close()
    if empty:
        for part in ("replica.db", "replica.db-wal", "replica.db-shm", "key.check", "key.json"):
            (folder / part).unlink(missing_ok=True)
        for part in ("cache", "states"):  # the old key wrote them
            shutil.rmtree(folder / part, ignore_errors=True)
    return empty
