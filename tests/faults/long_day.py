"""This file works at the real window for as many rounds as it is told to, and says now and then what the process holds.

python -m tests.faults.long_day ROUNDS PACE_S     prints "RSS_KIB TASKS FDS NONE TRUE ROUNDS SECONDS" ten times

A round is what a coach does with one session: it begins PACE_S seconds after the one before, or when that has ended.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coachdesk.app import open_window
from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.settings import read_settings
from coachdesk.ui.main_window import MainWindow
from coachdesk.ui.tour import as_a_slot

SAMPLES = 10
WARM = 0.4
"""The part of the rounds after which caches and pools are taken to be full."""
SESSIONS, ASKS_EVERY = 4, 7
PAGES = ("show_transcript", "show_revisions", "show_summary")
DIALOGS = (*("palette", "edit_session", "new_session", "edit_client") * 2, "preferences", "about", "export")
"""The last ones more seldom, as a coach does; the numbers have no divisor in common, so that each meets each."""
LOOK_S, PATIENCE_S = 0.02, 20.0


def held(rounds: int, began: float) -> str:
    gc.collect()
    rss_kib = int(Path("/proc/self/statm").read_text().split()[1]) * 4
    fds = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  names are enough
    counts = f"{sys.getrefcount(None)} {sys.getrefcount(True)}"
    return f"{rss_kib} {len(asyncio.all_tasks())} {fds} {counts} {rounds} {time.monotonic() - began:.0f}"


async def one_round(desk: Desk, window: MainWindow, number: int) -> None:
    """Open a session, write in its summary and chat, turn its pages, search, and ask or open and close a dialog."""
    sessions = [row.id for row in desk.rows(desk.keys(ListQuery())[:SESSIONS])]
    session = sessions[number % SESSIONS]
    await as_a_slot(lambda: window.go_to_session(session))
    editor, box = window.page.summary.editor, window.chat.input
    await asyncio.sleep(0.05)
    await as_a_slot(lambda: editor.setPlainText(f"## Focus\nRound {number:09d}\n"))
    await as_a_slot(lambda: box.setPlainText(f"When was round {number:09d}?"))
    await as_a_slot(lambda: window.do("save"))
    await as_a_slot(lambda: window.do(PAGES[number % len(PAGES)]))
    await as_a_slot(lambda: window.sidebar.search.setText("ab"[: number % 3]))
    if number % ASKS_EVERY == 0:
        await as_a_slot(window.chat.send)
        await until(lambda: not desk.answering(session))
    else:
        await as_a_slot(lambda: window.do(DIALOGS[number % len(DIALOGS)]))
        await until(lambda: QApplication.activeModalWidget() is not None)
        await as_a_slot(lambda: QApplication.activeModalWidget().close())
    await asyncio.sleep(0.05)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what the window does by and by."""
    for _ in range(round(PATIENCE_S / LOOK_S)):
        await asyncio.sleep(LOOK_S)
        if condition():
            return
    raise AssertionError("waited in vain")


async def work(desk: Desk, window: MainWindow) -> int:
    rounds, pace_s = int(sys.argv[1]), float(sys.argv[2])
    samples = {round(rounds * (WARM + (1 - WARM) * told / (SAMPLES - 1))) for told in range(SAMPLES)}
    began = time.monotonic()
    for number in range(rounds):
        await one_round(desk, window, number)
        if number + 1 in samples:
            print(held(number + 1, began), flush=True)
        await asyncio.sleep(max(0.0, began + (number + 1) * pace_s - time.monotonic()))
    return 0


if __name__ == "__main__":
    raise SystemExit(open_window(read_settings(), work))
