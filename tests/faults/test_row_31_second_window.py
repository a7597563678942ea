"""This file starts the window twice on one home: the second raises the first and ends, also after crashes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.ui.single_instance import SingleInstance
from tests.end2end.processes import CommandLine
from tests.gui import Gui

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from coachdesk.ui.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
if not instance.begin():
    print("second" if instance.knock() else "unheard", flush=True)
    sys.exit()
instance.listen()
instance.knocked.connect(lambda: print("knocked", flush=True))
print("first", flush=True)
application.exec()
"""


def started(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", HOLDER, str(home)], stdout=subprocess.PIPE, text=True)


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ended(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait(10)
    assert process.stdout is not None
    process.stdout.close()


@pytest.mark.timeout(900)
def test_of_two_that_start_at_once_one_is_first_and_hears_the_other(
    tmp_path: Path, count: Callable[[int], int]
) -> None:
    for race in range(count(100)):
        both = [started(tmp_path), started(tmp_path)]
        try:
            said = sorted(line_of(process) for process in both)
            assert said == ["first", "second"], f"race {race}: {said}"
            first = next(process for process in both if process.poll() is None and process.stdout)
            # Killed, so that lock and socket are left as a crash leaves them, to the next race.
            first.kill()
        finally:
            for process in both:
                ended(process)


def test_a_home_of_its_own_has_a_window_of_its_own(tmp_path: Path, gui: Gui) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")
    try:
        assert gui.do(one.begin)
        assert gui.do(other.begin)
    finally:
        one.end()
        other.end()


@pytest.mark.timeout(200)
def test_a_second_window_ends_at_once_and_the_first_comes_to_the_front(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
    program = (
        "from coachdesk import app\n"
        "from coachdesk.settings import read_settings\n"
        "import asyncio\n"
        "async def script(desk, window):\n"
        "    window.showMinimized()\n"
        "    print('minimised', window.isMinimized(), flush=True)\n"
        "    while window.isMinimized(): await asyncio.sleep(0.01)\n"
        "    print('in front', flush=True)\n"
        "    return 0\n"
        "raise SystemExit(app.open_window(read_settings(), script))"
    )
    first = subprocess.Popen([sys.executable, "-c", program], env=line.environment, stdout=subprocess.PIPE, text=True)
    try:
        assert line_of(first) == "minimised True"
        second = line.start()
        output, errors = second.communicate(timeout=60)
        assert (second.returncode, output, errors) == (0, "", "")
        assert line_of(first) == "in front"
        assert first.wait(30) == 0
    finally:
        ended(first)
