"""This file works at the real window for as long as it is told to, and says every now and then what the process holds.

python -m tests.faults.long_day SECONDS     prints "RSS_KIB TASKS FDS NONE TRUE ROUNDS" ten times
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import time
from pathlib import Path

from coachdesk.app import open_window
from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.settings import read_settings
from coachdesk.ui.main_window import MainWindow
from coachdesk.ui.tour import as_a_slot

SAMPLES = 10
WARM = 0.4
"""The part of the time after which caches and pools are taken to be full."""


def held(rounds: int) -> str:
    gc.collect()
    rss_kib = int(Path("/proc/self/statm").read_text().split()[1]) * 4
    fds = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  names are enough
    return f"{rss_kib} {len(asyncio.all_tasks())} {fds} {sys.getrefcount(None)} {sys.getrefcount(True)} {rounds}"


async def one_round(desk: Desk, window: MainWindow, number: int) -> None:
    """Open a session, type in its summary and its chat, look for something, open and close a dialog."""
    sessions = [row.id for row in desk.rows(desk.keys(ListQuery())[:5])]
    await as_a_slot(lambda: window.go_to_session(sessions[number % len(sessions)]))
    editor, box = window.page.summary.editor, window.chat.input
    await asyncio.sleep(0.05)
    await as_a_slot(lambda: editor.setPlainText(f"## Focus\nRound {number:09d}\n"))
    await as_a_slot(lambda: box.setPlainText(f"a question {number:09d}"))
    await as_a_slot(lambda: window.do("save"))
    await as_a_slot(lambda: window.do(("show_transcript", "show_revisions", "show_summary")[number % 3]))
    await as_a_slot(lambda: window.sidebar.search.setText("ab"[: number % 3]))
    await asyncio.sleep(0.05)


async def work(desk: Desk, window: MainWindow) -> int:
    began, lasts_s = time.monotonic(), float(sys.argv[1])
    rounds = told = 0
    while told < SAMPLES:
        await one_round(desk, window, rounds)
        rounds += 1
        if time.monotonic() - began > lasts_s * (WARM + (1 - WARM) * told / (SAMPLES - 1)):
            print(held(rounds), flush=True)
            told += 1
    return 0


if __name__ == "__main__":
    raise SystemExit(open_window(read_settings(), work))
