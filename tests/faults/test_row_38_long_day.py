"""This file has the real window worked at for long, against a real platform: it holds no more in the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.processes import CommandLine, running_platform

EIGHT_HOURS_S = 8 * 3600
A_ROUND_EVERY_S = 8
"""Of a coach who does nothing else all day: open a session, write, look something up, ask, open a dialog."""
ROUNDS = {True: EIGHT_HOURS_S // A_ROUND_EVERY_S, False: 80}
"""By whether the run is nightly."""
PACE_S = {True: 1.5, False: 0.0}
"""Five times as fast as that coach, so that the day takes 90 minutes, with time to rest after each round."""
MOST_GROWTH = {True: 1.05, False: 1.15}
"""Within seconds the first revisions and searches still fill pools."""
MOST_TRUE_A_ROUND = {True: 1.0, False: 30.0}
"""Deadlines that were cancelled stay in qasync until their time, a minute at most, and gather until then."""
PATIENCE_S = 7200


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read as Linux tells it")
@pytest.mark.timeout(PATIENCE_S + 600)
def test_a_long_day_at_the_window_leaves_memory_tasks_and_handles_flat(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    nightly = bool(request.config.getoption("--nightly"))
    with running_platform(tmp_path / "platform-folder") as platform:
        line = CommandLine(tmp_path / "home", platform, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
        line.run("sync")
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.long_day", str(ROUNDS[nightly]), str(PACE_S[nightly])],
            env=line.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-1000:]
    samples = [[int(word) for word in words.split()] for words in done.stdout.splitlines()]
    print(*done.stdout.splitlines(), sep="\n")
    assert len(samples) == 10
    memory, tasks, fds, nones, trues, rounds, _seconds = zip(*samples, strict=True)
    assert rounds[-1] == ROUNDS[nightly]
    assert memory[-1] < memory[0] * MOST_GROWTH[nightly], f"memory grew: {memory}"
    assert max(tasks[-3:]) <= max(tasks[:3]) + 2, f"tasks gather: {tasks}"
    assert max(fds[-3:]) <= max(fds[:3]) + 2, f"handles gather: {fds}"
    # A binding that loses references makes the counts fall, until the process is aborted. PySide keeps some to None for
    # each widget that was shown, and dialogs are made anew, so that None rises for good; memory shows what that costs.
    none_a_round, true_a_round = ((counts[-1] - counts[0]) / (rounds[-1] - rounds[0]) for counts in (nones, trues))
    assert none_a_round > -1, f"references to None are lost, {none_a_round:.2f} a round: {nones}"
    assert abs(true_a_round) < MOST_TRUE_A_ROUND[nightly], (
        f"those to True change by {true_a_round:.2f} a round: {trues}"
    )
