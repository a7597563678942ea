"""This file holds the programs that need more than a coach's home: demo and tour, self-test, benchmarks."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

from coachdesk.app import open_window
from coachdesk.demo import Stage
from coachdesk.errors import UserFault
from coachdesk.settings import read_settings


def demo(tour: Path | None) -> int:
    """Open the window on sample sessions, or play the tour and save its pictures in `tour`."""
    stage = Stage()
    try:
        settings = stage.set(read_settings())
        if tour is None:
            return open_window(settings)
        from coachdesk.ui.tour import Tour

        return open_window(settings, Tour(stage.platform, tour).play)
    finally:
        stage.strike()


def bench(names: list[str]) -> int:
    """Run the benchmarks of tests/bench; they come with the source, not with an installation."""
    root = Path(__file__).resolve().parent.parent
    program = root / "tests" / "bench" / "run.py"
    if not program.is_file():
        raise UserFault("The benchmarks come with the source code, not with an installation. Run them in a checkout.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(root))
    sys.argv = [str(program), *names]
    runpy.run_path(str(program), run_name="__main__")
    return 0


def self_test() -> int:
    """Check this installation: Qt, an encrypted replica, a socket round trip on loopback, the model process."""
    from coachdesk.ui.self_test import SelfTest

    stage = Stage()
    try:
        settings = stage.set(read_settings())
        return open_window(settings, SelfTest(settings.home).run)
    finally:
        stage.strike()
