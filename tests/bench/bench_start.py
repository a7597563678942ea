"""This file measures from the start of the process to the painted list, against a bare window of PySide6."""

from __future__ import annotations

import os
import sys
import time

from coachdesk.desk.profiles import choose_profile
from coachdesk.settings import Settings
from coachdesk.storage.keys import open_key
from tests.bench.first_paint import seconds_to_paint
from tests.bench.homes import KEY_NOTE, PASSPHRASE, settings_in, temporary_folder
from tests.bench.measured import Measured, pairs, report
from tests.bench.stocks import stock

SESSIONS, ROUNDS = 100_000, 7
MOST = 3.0

BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os.write(1, b"painted\\n")
        os._exit(0)
application = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""

OURS = """
import os, sys
from coachdesk.cli import main
from coachdesk.ui.main_window import MainWindow
made = MainWindow.__init__
def watched(window, *parts, **named):
    made(window, *parts, **named)
    window.painted_first.connect(lambda: told(window))
def told(window):
    assert window.sidebar.model.rowCount() == int(os.environ["BENCH_SESSIONS"])
    os.write(1, b"painted\\n")
    os._exit(0)
MainWindow.__init__ = watched
main([])
"""


def measure() -> Measured:
    """Start both in turn, each from nothing."""
    with temporary_folder() as folder:
        settings = settings_in(folder)
        stock(settings, SESSIONS)
        own = {"COACHDESK_HOME": str(settings.home), "COACHDESK_PASSPHRASE": PASSPHRASE}
        environment = {**os.environ, **own, "BENCH_SESSIONS": str(SESSIONS), "QT_QPA_PLATFORM": "offscreen"}

        def painted(program: str) -> float:
            return seconds_to_paint([sys.executable, "-c", program], environment)

        for program in (BARE, OURS):  # the compiled modules and the disk's cache are there from now on
            painted(program)
        ours, theirs, ratio = pairs(lambda: painted(OURS), lambda: painted(BARE), ROUNDS)
        key_s = _key_s(settings)
    return Measured(
        name="start",
        value=round(ours, 3),
        unit="s",
        versus=f"a bare PySide6 window: {theirs:.3f} s; offscreen; {KEY_NOTE}",
        ratio=round(ratio, 2),
        goal=f"<= {MOST:.0f} x",
        held=ratio <= MOST,
        seen={"of_it_passphrase_s": round(key_s, 3)},
    )


def _key_s(settings: Settings) -> float:
    began = time.perf_counter()
    open_key(choose_profile(settings).folder, settings, create=False)
    return time.perf_counter() - began


if __name__ == "__main__":
    report(measure)
