"""This file times a process from its start to its first paint, which it tells by printing `painted`."""

from __future__ import annotations

import subprocess
import time

WAIT_S = 60


def seconds_to_paint(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds from the start of `command` to its first paint; the process is ended then."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    try:
        assert process.stdout
        line = process.stdout.readline()
        spent = time.perf_counter() - began
        assert line == b"painted\n", line
        return spent
    finally:
        process.kill()
        process.communicate(timeout=WAIT_S)
