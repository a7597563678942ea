"""This file runs a few tests of the window once on a real display, which is not to be seen: Xvfb."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui import test_window

ROOT = Path(__file__).parents[2]
_LIBRARIES = ("libxkbcommon-x11.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1")
_START_S, _RUN_S = 30, 100
_LOOKED_AT = (
    test_window.test_the_first_paint_shows_the_sessions_of_the_replica,
    test_window.test_every_control_has_a_name_for_screen_readers_and_a_place_in_the_tab_order,
    test_window.test_the_outbox_lists_what_waits_and_why_it_was_refused,
    test_window.test_the_palette_finds_an_action_by_letters,
    test_window.test_a_picture_of_the_window_is_saved,
)


@pytest.fixture
def display() -> Iterator[str]:
    """Run Xvfb for one test, and return the display's name."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("needs Xvfb (Debian: xvfb)")
    for library in _LIBRARIES:
        try:
            ctypes.CDLL(library)
        except OSError:
            pytest.skip(f"needs {library}; `sh packaging/dev.sh test` gets it where it may")
    read, write = os.pipe()
    command = [program, "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                number = told.readline().strip()  # It writes its number once it is ready, or ends.
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            server.terminate()
            server.wait(_START_S)


def test_the_window_works_on_a_display(display: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    names = [f"tests/ui/test_window.py::{test.__name__}" for test in _LOOKED_AT]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *names]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=_RUN_S, check=False
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert f"{len(names)} passed" in run.stdout
