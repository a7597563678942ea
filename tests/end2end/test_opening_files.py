"""This file starts CoachDesk with transcripts, as a desktop does that was told to open them with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.processes import CommandLine

PROGRAM = """
import asyncio, sys
from pathlib import Path
from PySide6.QtWidgets import QTreeWidget, QWidget
from coachdesk import app
from coachdesk.settings import read_settings

async def script(desk, window):
    print("open", flush=True)
    while (dialog := window.findChild(QWidget, "importDialog")) is None or not dialog.isVisible():
        await asyncio.sleep(0.01)
    files = dialog.findChild(QTreeWidget, "importFiles")
    while files.topLevelItemCount() < 2:
        await asyncio.sleep(0.01)
    print(" ".join(files.topLevelItem(row).text(0) for row in range(files.topLevelItemCount())), flush=True)
    return 0

raise SystemExit(app.open_window(read_settings(), script, tuple(Path(word) for word in sys.argv[1:])))
"""


@pytest.mark.timeout(200)
@pytest.mark.parametrize("already_open", [False, True])
def test_the_window_asks_whose_the_transcripts_are_that_coachdesk_is_started_with(
    tmp_path: Path, already_open: bool
) -> None:
    files = [tmp_path / "Gespräch mit Anna.vtt", tmp_path / "second.srt"]
    for file in files:
        file.write_text("Anna: Hello.\n", "utf-8")
    words = [str(file) for file in files]
    line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
    command = [sys.executable, "-c", PROGRAM, *([] if already_open else words)]
    with subprocess.Popen(command, env=line.environment, stdout=subprocess.PIPE, text=True, encoding="utf-8") as first:
        try:
            assert first.stdout is not None
            assert first.stdout.readline().strip() == "open"
            if already_open:
                second = line.start(*words)
                assert second.communicate(timeout=60) == ("", "")
                assert second.returncode == 0
            asked = first.stdout.readline()
            assert all(file.name in asked for file in files), asked
            assert first.wait(30) == 0
        finally:
            first.kill()


FINDER = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from coachdesk import app

application = app._application()
def open_with():
    for word in os.environ["OPENED"].split(os.pathsep):
        application.sendEvent(application, QFileOpenEvent(word))
QTimer.singleShot(0, open_with)
"""


@pytest.mark.timeout(200)
def test_the_window_asks_once_whose_the_transcripts_are_that_the_finder_opens_together(tmp_path: Path) -> None:
    files = [tmp_path / "Gespräch mit Anna.vtt", tmp_path / "second.srt"]
    opened = os.pathsep.join(str(file) for file in files)
    line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()), OPENED=opened)
    command = [sys.executable, "-c", FINDER + PROGRAM]
    done = subprocess.run(
        command, env=line.environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=100
    )
    assert done.returncode == 0, done.stderr
    assert all(file.name in done.stdout.splitlines()[1] for file in files), done.stdout


def test_a_file_that_is_not_there_is_no_command(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen")
    process = line.start(str(tmp_path / "gone.vtt"))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "There is no command" in errors
