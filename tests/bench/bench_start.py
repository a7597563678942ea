"""This file measures from the start of the process to the painted list, against a bare window of PySide6."""

from __future__ import annotations

import os
import sys

from coachdesk.settings import Settings
from tests.bench.first_paint import seconds_to_paint
from tests.bench.homes import temporary_folder
from tests.bench.measured import Measured, pairs, report
from tests.bench.secret_service import running
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
import os
from coachdesk.lean_imports import import_msgspec
import_msgspec()
from coachdesk import app, cli
paint = app.paint
def told(window):
    paint(window)
    assert window.sidebar.model.rowCount() == int(os.environ["BENCH_SESSIONS"])
    os.write(1, b"painted\\n")
    os._exit(0)
app.paint = told
cli.main([])
"""


def measure() -> Measured:
    """Start both in turn, each from nothing."""
    with temporary_folder() as folder, running(folder) as own:
        os.environ.update(own)  # for `stock`, which has the keychain hold the key
        settings = Settings(home=folder / "home")
        stock(settings, SESSIONS)
        environment = {
            **os.environ,
            "COACHDESK_HOME": str(settings.home),
            "BENCH_SESSIONS": str(SESSIONS),
            "QT_QPA_PLATFORM": "offscreen",
        }

        def painted(program: str) -> float:
            return seconds_to_paint([sys.executable, "-c", program], environment)

        for program in (BARE, OURS):  # the compiled modules and the disk's cache are there from now on
            painted(program)
        ours, theirs, ratio = pairs(lambda: painted(OURS), lambda: painted(BARE), ROUNDS)
    return Measured(
        name="start",
        value=round(ours, 3),
        unit="s",
        versus=f"a bare PySide6 window: {theirs:.3f} s; offscreen; key from a Secret Service, as desktops have",
        ratio=round(ratio, 2),
        goal=f"<= {MOST:.0f} x",
        held=ratio <= MOST,
    )


if __name__ == "__main__":
    report(measure)
