"""This file is the sender lock: of all processes that have a replica open, one sends."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from coachdesk.errors import StorageFault


class SenderLock:
    """The right to send for the replica in `folder`. The system takes it back when its holder dies."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "sender.lock", mode=0o600, thread_local=False)

    def acquire(self) -> bool:
        """Take the lock if nobody has it; return whether we have it now. Does not wait. Raises StorageFault."""
        if self._lock.is_locked:
            return True
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as fault:
            raise StorageFault("CoachDesk may not write to its folder; check the permissions of the disk.") from fault
        return True

    def release(self) -> None:
        """Give the lock back, if we have it."""
        if self._lock.is_locked:
            self._lock.release()

    @property
    def held(self) -> bool:
        """Whether we have it."""
        return self._lock.is_locked
