"""This file crashes CoachDesk's processes for good: there is no core file, and no text in what they leave and say."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end2end.processes import CommandLine

resource = pytest.importorskip("resource", reason="cores are limited as POSIX does it")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="cores are limited as Linux does it")
CANARY = "Canary Kestrel"


def cores_wanted() -> None:
    """Let the process leave a core file of any size."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def crashed(command: list[str], folder: Path, environment: dict[str, str], ready: str) -> tuple[bool, str]:
    """Run `command` in `folder` until `ready` was printed, crash it; return if a core was left, and what it said."""
    said = folder / "said"
    with said.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=output,
            preexec_fn=cores_wanted,  # noqa: PLW1509  it only sets a limit
        )
        try:
            deadline = time.monotonic() + 60
            while ready not in said.read_text(errors="replace"):
                assert time.monotonic() < deadline, f"not ready: {said.read_text(errors='replace')[-500:]}"
                assert process.poll() is None, said.read_text(errors="replace")[-500:]
                time.sleep(0.02)
            os.kill(process.pid, signal.SIGSEGV)
            _pid, status = os.waitpid(process.pid, 0)
            process.returncode = -signal.SIGSEGV
        finally:
            if process.returncode is None:
                process.kill()
                process.wait()
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGSEGV
    return os.WCOREDUMP(status), said.read_text(errors="replace")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the crash in which, as a plain process shows, core files are made."""
    folder = tmp_path / "crash"
    folder.mkdir()
    plain = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]
    if not crashed(plain, folder, dict(os.environ), "up")[0]:
        pytest.skip("this machine makes no core files")
    for file in folder.iterdir():
        file.unlink()
    return folder


def canaries_below(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_a_window_that_crashes_leaves_no_core_and_no_text(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "notes.txt").write_text(f"Anna: my name is {CANARY}.\nRuth: and what is it about?\n")
    line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
    line.run("import", str(tmp_path / "notes.txt"), "--client", CANARY)
    program = (
        "import sys, threading, time; from coachdesk import cli\n"
        "from coachdesk.ui.main_window import MainWindow\n"
        "before = MainWindow.furnish\n"
        "def furnish(window, *parts):\n"
        "    yield from before(window, *parts); print('up', flush=True)\n"
        "MainWindow.furnish = furnish\n"
        "sys.argv[1:] = []; sys.exit(cli.main())"
    )
    left_core, said = crashed([sys.executable, "-c", program], folder, line.environment, "up")
    assert not left_core, "a core file was left"
    assert CANARY not in said
    assert [path.name for path in folder.iterdir()] == ["said"]
    (tmp_path / "notes.txt").unlink()
    assert canaries_below(tmp_path) == []


def test_a_platform_that_crashes_leaves_no_core(tmp_path: Path, folder: Path) -> None:
    environment = {**os.environ, "COACHDESK_HOME": str(tmp_path / "home"), "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-m", "coachdesk", "serve", "--port", "0", "--demo"]
    left_core, said = crashed(command, folder, environment, "token")
    assert not left_core, "a core file was left"
    assert "Priya" not in said
