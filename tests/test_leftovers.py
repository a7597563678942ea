"""This file shows that the watch over what tests leave behind can fail: each kind is left once, in a run of its own."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer

from tests.gui import Gui

pytest_plugins = ["pytester"]

HERE = Path(__file__).parent

LEAVERS = """
import asyncio, logging, socket, subprocess, sys, threading
import pytest, structlog

kept = []

def test_thread():
    threading.Thread(target=threading.Event().wait, name="sleeper", daemon=True).start()

def test_child():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_socket():
    kept.append(socket.create_server(("127.0.0.1", 0)))

async def test_task():
    kept.append(asyncio.create_task(asyncio.sleep(60), name="forgotten"))

def test_window_task(gui):
    gui.do(lambda: kept.append(asyncio.get_running_loop().create_task(asyncio.sleep(60), name="of the window")))

def test_log():
    logging.getLogger("a").warning("low on %s", "paper")

def test_structured_log():
    structlog.get_logger("b").warning("out of ink")

async def test_unseen_failure():
    async def fail():
        raise ValueError("unseen")
    asyncio.create_task(fail())
    await asyncio.sleep(0)

@pytest.mark.leaves("threads", reason="it is shown to be possible")
@pytest.mark.logs("low on ink")
def test_allowed():
    threading.Thread(target=threading.Event().wait, name="allowed", daemon=True).start()
    logging.getLogger("a").warning("low on ink")
"""

SEEN = [
    "left behind: thread sleeper",
    "left behind: child process",
    "left behind: listening socket tcp port",
    "left behind: task forgotten",
    "left behind: task of the window",
    "logged: WARNING a: low on paper",
    "logged: WARNING b: out of ink",
    "Task exception was never retrieved",
]


def test_what_a_test_leaves_behind_fails_it(pytester: pytest.Pytester) -> None:
    tests = pytester.mkdir("tests")
    for name in ("__init__.py", "conftest.py", "engines.py", "gui.py"):
        shutil.copy(HERE / name, tests / name)
    (tests / "leftovers.py").write_text((HERE / "leftovers.py").read_text().replace("GRACE_S = 3.0", "GRACE_S = 0.2"))
    shutil.copy(HERE.parent / "pyproject.toml", pytester.path / "pyproject.toml")
    (tests / "test_leavers.py").write_text(LEAVERS)
    result = pytester.runpytest_subprocess("tests", "-p", "no:cacheprovider", timeout=60)
    result.assert_outcomes(passed=9, errors=8)
    for line in SEEN:
        assert line in result.stdout.str()
    assert "allowed" not in [line.rpartition(" ")[2] for line in result.outlines if "left behind" in line]


async def test_a_task_that_is_waited_for_is_not_left() -> None:
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    assert task.done()


@given(st.integers())
async def test_the_watch_goes_with_generated_examples(number: int) -> None:
    await asyncio.sleep(0)
    assert number == int(str(number))


def test_the_window_loop_runs_coroutines_and_qt_together(gui: Gui) -> None:
    fired: list[str] = []

    async def work() -> int:
        QTimer.singleShot(0, lambda: fired.append("timer"))
        await gui.eventually(lambda: fired)
        return await asyncio.to_thread(lambda: 7)

    assert gui.run(work()) == 7
    QTimer.singleShot(0, lambda: fired.append("again"))
    gui.until(lambda: len(fired) == 2)


def test_the_window_loop_hands_on_errors_and_ends_every_wait(gui: Gui) -> None:
    with pytest.raises(ZeroDivisionError):
        gui.do(lambda: 1 // 0)
    with pytest.raises(AssertionError, match=r"not so within 0\.05 s: the list is painted"):
        gui.until(lambda: False, timeout=0.05, what="the list is painted")
    with pytest.raises(TimeoutError):
        gui.run(asyncio.sleep(60), timeout=0.05)


def test_an_ordinary_run_takes_a_tenth(count: Callable[[int], int], pytestconfig: pytest.Config) -> None:
    assert count(2000) == (2000 if pytestconfig.getoption("--nightly") else 200)
    assert count(5) >= 1
