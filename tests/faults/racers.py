"""This file is two instances that start on one profile at the same moment, race after race; it prints who may send.

python -m tests.faults.racers FOLDER RACES      prints "senders N" for each race
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from coachdesk.storage.lock import SenderLock


def instance(folder: Path, start: int, told: int, end: int) -> None:
    """Wait for the start, try to be the sender, say whether it worked, and hold on until the end."""
    lock = SenderLock(folder)
    os.read(start, 1)
    os.write(told, b"1" if lock.acquire() else b"0")
    os.read(end, 1)
    lock.release()
    os._exit(0)


def race(folder: Path) -> int:
    """Return how many of two instances became the sender."""
    start, told, end = os.pipe(), os.pipe(), os.pipe()
    children = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            instance(folder, start[0], told[1], end[0])
        children.append(child)
    os.write(start[1], b"gg")
    senders = b""
    while len(senders) < 2:
        senders += os.read(told[0], 2)
    os.write(end[1], b"ee")
    for child in children:
        os.waitpid(child, 0)
    for handle in (*start, *told, *end):
        os.close(handle)
    return senders.count(b"1")


if __name__ == "__main__":
    for _ in range(int(sys.argv[2])):
        print("senders", race(Path(sys.argv[1])))
