"""This file measures what the open window takes while nothing is to be done: processor and memory."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

from coachdesk.desk.desk import Desk
from coachdesk.ui.main_window import MainWindow
from tests.bench.homes import KEY_NOTE, settings_in, temporary_folder
from tests.bench.measured import Measured, report
from tests.bench.stocks import stock
from tests.bench.windows import in_window

SESSIONS, REST_S, WATCH_S = 1_000, 5.0, 20.0
MOST_SHARE, MOST_MB = 0.5, 150.0

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.show()
application.processEvents()
print(open("/proc/self/statm").read().split()[1], flush=True)
"""


def measure() -> Measured:
    """Open the window, let it come to rest, and watch it."""
    found: list[float] = []
    with temporary_folder() as folder:
        settings = settings_in(folder)
        stock(settings, SESSIONS)

        async def script(_desk: Desk, _window: MainWindow) -> None:
            await asyncio.sleep(REST_S)
            before, began = time.process_time(), time.perf_counter()
            await asyncio.sleep(WATCH_S)
            share = 100 * (time.process_time() - before) / (time.perf_counter() - began)
            found.extend((share, _own_mb()))

        in_window(settings, script)
    share, mb = found
    bare = subprocess.run([sys.executable, "-c", BARE], check=True, capture_output=True, text=True, timeout=60)
    bare_mb = _mb(bare.stdout)
    return Measured(
        name="idle",
        value=round(share, 2),
        unit="% of a core",
        versus=f"a bare PySide6 window for memory: {bare_mb:.0f} MB; offscreen, no platform; {KEY_NOTE}",
        ratio=round(mb / bare_mb, 2),
        goal=f"<= {MOST_SHARE} %, <= {MOST_MB:.0f} MB",
        held=share <= MOST_SHARE and mb <= MOST_MB,
        seen={"memory_mb": round(mb, 1)},
    )


def _own_mb() -> float:
    return _mb(Path("/proc/self/statm").read_text().split()[1])


def _mb(pages: str) -> float:
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    report(measure)
