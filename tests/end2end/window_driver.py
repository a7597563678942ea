"""This file opens the real window on a home and does what its arguments say, so that a test can kill it in the middle.

python window_driver.py STEP...      each step is one word: see `STEPS`; `said STEP` is printed after each
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

from coachdesk.app import open_window
from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.settings import read_settings
from coachdesk.ui.main_window import MainWindow
from coachdesk.ui.tour import as_a_slot

OFFLINE_REQUEST = "Rename Marcus to Markus."
OWN_WORDS = "Typed by hand on the train."
DRAFT = "A question that is not sent"


async def _until(condition: Callable[[], object], deadline_s: float = 30.0) -> None:
    deadline = time.monotonic() + deadline_s
    while not condition():
        assert time.monotonic() < deadline, "this did not happen in time"
        await asyncio.sleep(0.02)


def _newest(desk: Desk) -> str:
    return desk.rows(desk.keys(ListQuery())[:1])[0].id


async def _wait_synced(desk: Desk, _window: MainWindow) -> None:
    await _until(lambda: desk.status.synced)


async def _wait_offline(desk: Desk, _window: MainWindow) -> None:
    await _until(lambda: not desk.status.online)


async def _open(desk: Desk, window: MainWindow) -> None:
    window.go_to_session(_newest(desk))


async def _ask_here(desk: Desk, window: MainWindow) -> None:
    box, button = window.findChild(QWidget, "chatInput"), window.findChild(QAbstractButton, "sendButton")
    await as_a_slot(lambda: QTest.keyClicks(box, OFFLINE_REQUEST))
    await as_a_slot(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
    await _until(lambda: desk.view(_newest(desk)).proposal)


async def _accept(desk: Desk, window: MainWindow) -> None:
    button = window.findChild(QAbstractButton, "acceptButton")
    await _until(button.isVisible)
    await as_a_slot(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
    await _until(lambda: desk.view(_newest(desk)).proposal is None)


async def _edit(desk: Desk, window: MainWindow) -> None:
    editor = window.findChild(QTextEdit, "summaryEditor")
    await _until(editor.isVisible)
    editor.setFocus()
    await as_a_slot(lambda: QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    await as_a_slot(lambda: QTest.keyClicks(editor, OWN_WORDS))
    await _until(lambda: OWN_WORDS in desk.view(_newest(desk)).summary)


async def _draft(desk: Desk, window: MainWindow) -> None:
    box = window.findChild(QWidget, "chatInput")
    await as_a_slot(lambda: QTest.keyClicks(box, DRAFT))
    await _until(lambda: desk.draft(_newest(desk), "chat") == DRAFT)


async def _find_draft(desk: Desk, window: MainWindow) -> None:
    box = window.findChild(QWidget, "chatInput")
    await _until(lambda: box.toPlainText() == DRAFT)


async def _wait_for_the_end(_desk: Desk, _window: MainWindow) -> None:
    await asyncio.sleep(600)


STEPS: dict[str, Callable[[Desk, MainWindow], Awaitable[None]]] = {
    "synced": _wait_synced,
    "offline": _wait_offline,
    "open": _open,
    "ask": _ask_here,
    "accept": _accept,
    "edit": _edit,
    "draft": _draft,
    "find-draft": _find_draft,
    "stay": _wait_for_the_end,
}


async def _script(desk: Desk, window: MainWindow) -> int:
    for word in sys.argv[1:]:
        await STEPS[word](desk, window)
        print("said", word, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(open_window(read_settings(), _script))
