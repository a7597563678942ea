"""This file kills the real window with edits in its queue, and looks that both sides hold the same afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.demo import Platform
from tests.end2end import window_driver
from tests.end2end.processes import CommandLine, running_platform

STEP_S = 90.0


class Window:
    """The window as a process of its own."""

    def __init__(self, environment: dict[str, str], *steps: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(window_driver.__file__)), *steps],
            env={**environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd())},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_for(self, step: str) -> None:
        watchdog = threading.Timer(STEP_S, self._process.kill)
        watchdog.start()
        try:
            for line in self._process.stdout or ():
                if line.split() == ["said", step]:
                    return
            _out, errors = self._process.communicate(timeout=10)
            raise AssertionError(f"the window ended before “{step}”\n{errors}")
        finally:
            watchdog.cancel()

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate(timeout=10)

    def end(self) -> int:
        self._process.communicate(timeout=STEP_S)
        return self._process.returncode


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[Platform]:
    with running_platform(tmp_path / "platform-folder") as running:
        yield running


@pytest.mark.timeout(400)
def test_what_was_queued_by_a_killed_window_is_applied_exactly_once(platform: Platform, tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "home", platform)
    line.run("sync")
    session = str(line.json("list", "--limit", "1")["sessions"][0]["id"])
    before = len(line.json("revisions", session)["revisions"])
    said_before = len(line.json("show", session)["messages"])

    platform.kill()
    window = Window(line.environment, "offline", "open", "ask", "accept", "edit", "draft", "stay")
    window.wait_for("draft")
    window.kill()
    kinds = [operation["kind"] for operation in line.json("queue")["operations"]]
    assert kinds.count("message.add") == 2
    assert kinds.count("summary.revise") == 2
    mine = line.json("show", session)["summary"]
    assert window_driver.OWN_WORDS in mine
    assert "Markus" in mine
    assert "Marcus" not in mine

    again = Window(line.environment, "open", "find-draft", "stay")
    again.wait_for("find-draft")
    again.kill()
    platform.start()
    last = Window(line.environment, "synced")
    last.wait_for("synced")
    assert last.end() == 0

    assert line.json("queue")["operations"] == []
    assert line.json("status") == {**line.json("status"), "online": True, "synced": True, "pending": 0, "parked": 0}
    other = CommandLine(tmp_path / "another-laptop", platform)
    assert other.json("sync")["synced"]
    for side in (line, other):
        shown = side.json("show", session)
        assert shown["summary"] == mine
        questions = [m["content"] for m in shown["messages"]]
        assert questions.count(window_driver.OFFLINE_REQUEST) == 1
        assert len(questions) == said_before + 2
        assert len(side.json("revisions", session)["revisions"]) == before + 2


def test_no_core_file_and_no_text_in_the_home_of_a_killed_window(platform: Platform, tmp_path: Path) -> None:
    home = tmp_path / "home"
    line = CommandLine(home, platform)
    line.run("sync")
    window = Window(line.environment, "synced", "open", "edit", "draft", "stay")
    window.wait_for("draft")
    window.kill()
    canaries = [text.encode() for text in (window_driver.OWN_WORDS, window_driver.DRAFT, "Priya Raman", platform.token)]
    for folder, _folders, files in os.walk(home):
        for name in files:
            content = (Path(folder) / name).read_bytes()
            assert not [canary for canary in canaries if canary in content], f"{name} holds text as it is"
        assert Path(folder).stat().st_mode & 0o077 == 0, f"{folder} can be entered by others"
