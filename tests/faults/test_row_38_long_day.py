"""This file has the real window worked at for long, against a real platform: it holds no more in the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.processes import CommandLine, running_platform

EIGHT_HOURS_S = 8 * 3600
ORDINARY_S = 40
MOST_GROWTH = {True: 1.05, False: 1.15}
"""By whether the run is nightly: within seconds the first revisions and searches still fill pools."""


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read as Linux tells it")
@pytest.mark.timeout(EIGHT_HOURS_S + 600)
def test_a_long_day_at_the_window_leaves_memory_tasks_and_handles_flat(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    nightly = bool(request.config.getoption("--nightly"))
    lasts_s = EIGHT_HOURS_S if nightly else ORDINARY_S
    with running_platform(tmp_path / "platform-folder") as platform:
        line = CommandLine(tmp_path / "home", platform, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
        line.run("sync")
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.long_day", str(lasts_s)],
            env=line.environment,
            capture_output=True,
            text=True,
            timeout=lasts_s + 300,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-1000:]
    samples = [[int(word) for word in words.split()] for words in done.stdout.splitlines()]
    assert len(samples) == 10
    print(*done.stdout.splitlines(), sep="\n")
    memory, tasks, fds, nones, trues, rounds = zip(*samples, strict=True)
    assert rounds[-1] - rounds[0] > lasts_s, "the window was hardly worked at"
    assert memory[-1] < memory[0] * MOST_GROWTH[nightly], f"memory grew: {memory}"
    assert max(tasks[-3:]) <= max(tasks[:3]) + 2, f"tasks gather: {tasks}"
    assert max(fds[-3:]) <= max(fds[:3]) + 2, f"handles gather: {fds}"
    # Rounds add revisions, which hold references of their own; a binding that loses some makes the counts fall.
    for name, counts in (("None", nones), ("True", trues)):
        per_round = (counts[-1] - counts[0]) / (rounds[-1] - rounds[0])
        assert per_round > -1, f"references to {name} are lost, {per_round:.2f} a round: {counts}"
