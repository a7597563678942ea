"""This file gives each test a home of its own, a loop for windows, and sees that nothing is left behind.

Nothing here is imported by name: pytest finds it. What tests use is `home`, `gui`, `rng`, `count` and the marks `logs`,
`leaves` and `nightly`; the rest acts by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
import structlog

from tests import engines
from tests.leftovers import LogWatch, Traces, left_since, tasks_left

if TYPE_CHECKING:
    from tests.gui import Gui

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests never reach the keychain of whoever runs them; one that needs a keychain brings its own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

RUNNER = "_function_scoped_runner"  # pytest-asyncio's fixture that owns the loop of a test
FIXED_SEED = 20260101

hypothesis.settings.register_profile(
    "ordinary", deadline=None, derandomize=True, max_examples=50, print_blob=True, database=None
)
hypothesis.settings.register_profile("nightly", deadline=None, max_examples=1000, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="run the long tests, and the others with full counts")
    parser.addoption("--seed", type=int, help="the seed of `rng`; fixed without --nightly, else of the moment")


def pytest_configure(config: pytest.Config) -> None:
    nightly = config.getoption("--nightly")
    hypothesis.settings.load_profile("nightly" if nightly else "ordinary")
    if config.getoption("--seed") is None:
        config.option.seed = int(time.time()) if nightly else FIXED_SEED


def pytest_report_header(config: pytest.Config) -> str:
    return f"seed: {config.getoption('--seed')}{', nightly' if config.getoption('--nightly') else ''}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--nightly"):
        for item in items:
            if item.get_closest_marker("nightly"):
                item.add_marker(pytest.mark.skip(reason="a long run, for --nightly"))


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Callable[[int], int]:
    """Return how many of `full` rounds this run does: all of them nightly, a tenth otherwise."""
    nightly = request.config.getoption("--nightly")
    return lambda full: full if nightly else max(1, full // 10)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """Give the test its randomness; the seed is printed when it fails, and `--seed` brings it back."""
    seed = request.config.getoption("--seed")
    print(f"to repeat: --seed {seed}")
    return random.Random(f"{seed} {request.node.nodeid}")


@pytest.fixture(scope="session")
def postgres_engine() -> Iterator[engines.Engine | engines.Missing]:
    """Run one Postgres for all tests of this process, or say why there is none."""
    with contextlib.ExitStack() as stack:
        try:
            engine: engines.Engine | engines.Missing = stack.enter_context(engines.postgres())
        except engines.Missing as missing:
            engine = missing
        yield engine


@pytest.fixture
def postgres_url(postgres_engine: engines.Engine | engines.Missing) -> str:
    """Return the address of an empty database."""
    return engines.new_database(engines.needed(postgres_engine))


@pytest.fixture(scope="session")
def redis_engine() -> Iterator[engines.Engine | engines.Missing]:
    """Run one Redis for all tests of this process, or say why there is none."""
    with contextlib.ExitStack() as stack:
        try:
            engine: engines.Engine | engines.Missing = stack.enter_context(engines.redis())
        except engines.Missing as missing:
            engine = missing
        yield engine


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty COACHDESK_HOME, and no other setting from outside."""
    for name in [name for name in os.environ if name.startswith("COACHDESK_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    monkeypatch.setenv("COACHDESK_HOME", str(home))
    return home


@pytest.fixture(scope="module", autouse=True)
def widgets_end_where_they_were_made() -> Iterator[None]:
    """Collect the widgets of a module in Qt's own thread: a later test's thread must not end their timers."""
    yield
    if "PySide6.QtCore" in sys.modules:
        gc.collect()


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest, home: Path) -> Iterator[None]:
    """Fail a test that leaves a thread, child process or listening socket behind, or logs what nobody expected."""
    expected = [pattern for mark in request.node.iter_markers("logs") for pattern in mark.args]
    allowed = _allowed_to_stay(request.node)
    watch = LogWatch(expected)
    _log_through_the_standard_library()
    before = Traces.now()
    logging.getLogger().addHandler(watch)
    try:
        yield
        if RUNNER in request.fixturenames or "gui" in request.fixturenames:
            gc.collect()  # A task that failed unseen says so only when it is collected.
        problems = left_since(before, allowed)
    finally:
        logging.getLogger().removeHandler(watch)
    problems = [f"left behind: {line}" for line in problems] + [f"logged: {line}" for line in watch.unexpected]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


@pytest.fixture(autouse=True)
def no_task_left(request: pytest.FixtureRequest, nothing_left: None) -> Iterator[None]:
    """Fail a coroutine test that leaves tasks behind; pytest-asyncio alone would cancel them silently."""
    if RUNNER not in request.fixturenames:
        yield
        return
    runner: asyncio.Runner = request.getfixturevalue(RUNNER)
    yield
    left = runner.run(tasks_left())
    if left and "tasks" not in _allowed_to_stay(request.node):
        pytest.fail("\n".join(f"left behind: {line}" for line in left), pytrace=False)


@pytest.fixture
def gui(qapp: object, no_task_left: None) -> Iterator[Gui]:
    """Give a test, which must be a plain function, the loop that its windows run on."""
    from PySide6.QtWidgets import QApplication

    from tests.gui import window_loop

    assert isinstance(qapp, QApplication)
    with window_loop(qapp) as gui:
        yield gui


def _allowed_to_stay(node: pytest.Item) -> set[str]:
    allowed: set[str] = set()
    for mark in node.iter_markers("leaves"):
        assert mark.kwargs.get("reason"), "say with reason=… why something may be left behind"
        allowed |= set(mark.args)
    return allowed


def _log_through_the_standard_library() -> None:
    structlog.configure(
        processors=[structlog.stdlib.render_to_log_kwargs],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
