"""This file opens the real window with every logger at DEBUG and its log on disk, and does the steps it is given."""

from __future__ import annotations

import logging
import sys

from coachdesk.app import open_window
from coachdesk.desk.desk import Desk
from coachdesk.settings import read_settings
from coachdesk.ui.main_window import MainWindow
from tests.end2end import window_driver

LIBRARIES = ("asyncio", "qasync", "engineio", "engineio.client", "socketio", "socketio.client", "aiohttp", "coachdesk")


class Heard(logging.Handler):
    """Counts what the libraries said, to show that they were loud."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, int] = {}
        self.leaked_to_us = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record."""
        top = record.name.partition(".")[0]
        self.records[top] = self.records.get(top, 0) + 1


async def loud(desk: Desk, window: MainWindow) -> int:
    heard = Heard()
    root = logging.getLogger()
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    for name in [*LIBRARIES, *logging.root.manager.loggerDict]:
        logging.getLogger(name).setLevel(logging.DEBUG)
    code = await window_driver._script(desk, window)
    print("heard", *(f"{name}={count}" for name, count in sorted(heard.records.items())), flush=True)
    return code


if __name__ == "__main__":
    if "--careless" in sys.argv:
        sys.argv.remove("--careless")
        from coachdesk import logs

        # The allow-list taken out.
        logs.keep_allowed = lambda event: {"all": str(event.get("event"))}
    raise SystemExit(open_window(read_settings(), loud))
