"""This file checks the runner of the benchmarks: their line, names it does not know, and that nothing outlives it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench import run
from tests.bench.measured import Measured, pairs, percentile

PROGRAM = Path(run.__file__)


def test_an_unknown_name_is_told_with_those_there_are() -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "nonsense"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "nonsense" in done.stderr
    assert all(name in done.stderr for name in run.DEADLINES_S)
    assert done.stdout == ""


def test_every_benchmark_has_a_program() -> None:
    for name in run.DEADLINES_S:
        assert PROGRAM.with_name(f"bench_{name.replace('-', '_')}.py").is_file(), name


def test_a_benchmark_prints_one_line_with_every_field() -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "save"], capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert {"name", "value", "unit", "versus", "ratio", "goal", "held", "load"} <= found.keys()
    assert found["name"] == "save"
    assert found["value"] > 0
    assert isinstance(found["held"], bool)


def test_a_benchmark_past_its_deadline_is_ended_with_what_it_started(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    # "stall" has not got far within this time, and its server has mostly started.
    assert run.run_one("stall", 3.0, tmp_path) == 1
    assert "did not end within 3 s" in capfd.readouterr().err
    deadline = time.monotonic() + 10
    while any(str(tmp_path) in words for words in _command_lines()):
        assert time.monotonic() < deadline, "a process was left"
        time.sleep(0.05)


def _command_lines() -> list[str]:
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                found.append(Path(entry.path, "environ").read_bytes().decode(errors="replace"))
            except OSError:
                continue
    return found


def test_pairs_are_measured_in_turn_and_change_places() -> None:
    called: list[str] = []
    values = iter([2.0, 4.0, 4.0, 8.0])
    ours, theirs, ratio = pairs(
        lambda: called.append("ours") or next(values), lambda: called.append("theirs") or next(values), 2
    )
    assert called == ["ours", "theirs", "theirs", "ours"]
    assert (ours, theirs, ratio) == (5.0, 4.0, 1.25)


def test_a_percentile_is_a_sample() -> None:
    assert percentile([5.0, 1.0, 3.0], 0.5) == 3.0
    assert percentile([1.0], 0.999) == 1.0
    assert percentile(list(map(float, range(1, 1001))), 0.999) == 999.0
    assert Measured(name="a", value=1, unit="", versus="", ratio=None, goal="", held=False).ratio is None
