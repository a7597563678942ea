"""This file asks the real window to end as the system does when a coach logs out."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from coachdesk.desk.last_run import MARK
from tests.end2end.processes import COMMAND_S, CommandLine


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends windows by a message of its own")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_window_that_the_system_ends_has_ended_properly(tmp_path: Path, how: signal.Signals) -> None:
    home = tmp_path / "home"
    window = CommandLine(home, None, QT_QPA_PLATFORM="offscreen").start()
    deadline = time.monotonic() + COMMAND_S
    while not (home / MARK).exists() and window.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (home / MARK).exists()
    window.send_signal(how)
    _output, errors = window.communicate(timeout=COMMAND_S)
    assert (window.returncode, "Traceback" in errors) == (0, False), errors
    assert not (home / MARK).exists()  # or the next window would ask whether it was a crash
