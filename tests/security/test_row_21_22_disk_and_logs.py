"""This file searches all that an end-to-end run leaves on the disk, with every logger at DEBUG, for clients' text."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.demo import Platform
from tests.end2end import window_driver
from tests.end2end.processes import CommandLine, running_platform
from tests.faults.lives import ROOT

SAID = "A-canary-that-only-the-client-said"
NAME = "Canary Halloran"


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[Platform]:
    with running_platform(tmp_path / "platform-folder") as running:
        yield running


def run_to_the_end(tmp_path: Path, platform: Platform, *words: str) -> tuple[Path, str]:
    """Import a transcript, edit and draft in a loud window; returns the home, and who was heard."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    line = CommandLine(home, platform, TMPDIR=str(temporary))
    line.run("sync")
    file = tmp_path / "talk.txt"
    file.write_text(f"{NAME}: {SAID}, and I will call Lena on Monday.\nCoach: When?\n{NAME}: At nine.\n" * 4)
    line.run("import", str(file), "--client", NAME, "--date", "2020-01-01")
    steps = ("synced", "open", "edit", "draft")
    finished = subprocess.run(
        [sys.executable, "-m", "tests.security.loud_app", *words, *steps],
        cwd=ROOT,
        env={**line.environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr[-2000:]
    line.run("sync")
    heard = [row for row in finished.stdout.splitlines() if row.startswith("heard")]
    return home, f"{heard}\n{finished.stderr}"


def found(folder: Path, canaries: list[str]) -> list[str]:
    """Return which file holds which canary, in UTF-8 or UTF-16."""
    hits = []
    for place, _folders, files in os.walk(folder):
        for name in files:
            content = (Path(place) / name).read_bytes()
            hits += [
                f"{name}: {canary[:12]}"
                for canary in canaries
                if canary.encode() in content or canary.encode("utf-16-le") in content
            ]
    return hits


def canaries(platform: Platform) -> list[str]:
    own = [SAID, NAME, window_driver.OWN_WORDS, window_driver.DRAFT]
    return [*own, "Priya Raman", "Priya", platform.token]


@pytest.mark.timeout(240)
def test_after_a_whole_run_with_every_logger_at_debug_no_text_and_no_token_is_on_the_disk(
    tmp_path: Path, platform: Platform
) -> None:
    home, heard = run_to_the_end(tmp_path, platform)
    for library in ("engineio=", "socketio=", "qasync=", "coachdesk="):
        assert library in heard, "the loggers were not loud"
    assert (home / "logs" / "coachdesk.log").stat().st_size > 1000
    assert found(home, canaries(platform)) == []
    assert found(tmp_path / "temporary", canaries(platform)) == []
    assert not any(canary in heard for canary in canaries(platform))


@pytest.mark.timeout(240)
def test_without_the_allow_list_the_log_would_hold_text(tmp_path: Path, platform: Platform) -> None:
    home, _heard = run_to_the_end(tmp_path, platform, "--careless")
    assert [hit for hit in found(home, canaries(platform)) if "coachdesk.log" in hit]
