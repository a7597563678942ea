"""This file closes the window while a dialog is open and a draft is half typed: it ends in time, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end2end.processes import CommandLine

QUIT_S = 2.0
DIALOGS = ("new_session", "new_client", "import", "export", "palette", "about", "delete_session", "edit_session")
PROGRAM = """
import asyncio, sys
from PySide6.QtWidgets import QApplication, QWidget
from coachdesk import app
from coachdesk.desk.listed import ListQuery
from coachdesk.settings import read_settings
from coachdesk.ui.tour import as_a_slot

async def script(desk, window):
    session = desk.rows(desk.keys(ListQuery())[:1])[0].id
    window.go_to_session(session)
    box = window.findChild(QWidget, "chatInput")
    while not box.isVisible():
        await asyncio.sleep(0.01)
    box.setPlainText(sys.argv[2])
    await as_a_slot(lambda: window.do(sys.argv[1]))
    for _ in range(500):
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            break
        await asyncio.sleep(0.01)
    else:
        print("no dialog", flush=True)
        return 1
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    print("open", flush=True)
    window.close()
    await asyncio.wait_for(closed.wait(), 5)
    return 0

raise SystemExit(app.open_window(read_settings(), script))
"""


@pytest.mark.timeout(900)
def test_a_window_with_an_open_dialog_ends_within_two_seconds_and_keeps_the_draft(
    tmp_path: Path, count: Callable[[int], int]
) -> None:
    line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
    (tmp_path / "notes.txt").write_text("Anna: I want to delegate.\nRuth: What holds you back?\n")
    line.run("import", str(tmp_path / "notes.txt"), "--client", "Anna")
    for number in range(count(80)):
        draft = f"half a question {number}"
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, DIALOGS[number % len(DIALOGS)], draft],
            env=line.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        began = time.monotonic()
        _output, errors = process.communicate(timeout=60)
        took_s = time.monotonic() - began
        assert (said, process.returncode) == ("open", 0), f"{DIALOGS[number % len(DIALOGS)]}: {said} {errors[-800:]}"
        assert took_s < QUIT_S, f"{DIALOGS[number % len(DIALOGS)]} held the end for {took_s:.1f} s"
        assert "Traceback" not in errors, errors[-800:]
        assert kept_draft(line) == draft
    assert line.json("queue")["operations"], "the outbox is empty"


def kept_draft(line: CommandLine) -> str:
    """Return the draft of the newest session, as the next start finds it."""
    program = (
        "from coachdesk.desk.opening import open_desk; from coachdesk.desk.listed import ListQuery\n"
        "from coachdesk.domain.clock import SystemClock; from coachdesk.settings import read_settings\n"
        "desk = open_desk(read_settings(), SystemClock())\n"
        "print(desk.draft(desk.rows(desk.keys(ListQuery())[:1])[0].id, 'chat'), flush=True)\n"
        "import os; os._exit(0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=line.environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.strip()
