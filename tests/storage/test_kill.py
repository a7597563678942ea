"""This file kills the process that edits with -9, again and again, and looks whether an edit is lost or doubled."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coachdesk.domain.protocol import Operation
from tests.storage.platform_model import Platform

ROOT = Path(__file__).resolve().parents[2]


class Rounds:
    """Runs rounds of the worker and is its platform, which outlives it."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self.folder = folder
        self.platform = Platform()
        self.saved: dict[str, tuple[int, str]] = {}

    def round(self, seed: int, kill_after: int | None, delay_s: float, answers: bool) -> dict[str, Any]:
        """Play one round; kill after so many lines and `delay_s`, without `answers` before the last answer is given."""
        drain = "drain" if kill_after is None else "edit"
        self.say(f"go\t{self.folder}\t{seed}\t{drain}\n".encode())
        child = self.line()["pid"]
        lines, timer, last = 0, None, {}
        while "ended" not in (line := self.line()):
            lines += 1
            last = line
            killing = kill_after is not None and lines >= kill_after and timer is None
            for op, number, session in line.get("saved", ()):
                assert self.saved.setdefault(op, (number, session)) == (number, session)
            if "push" in line:
                results = self.platform.push(msgspec.convert(line["push"], list[Operation]))
                if not killing or answers:
                    self.say(msgspec.json.encode(results) + b"\n")
            if "pull" in line:
                self.say(msgspec.json.encode(self.platform.page(line["pull"], 40)) + b"\n")
            if killing:
                # The delay is part of the fault: it lets the death fall anywhere in the write that follows.
                timer = threading.Timer(delay_s, kill, (child,))
                timer.start()
        if timer is not None:
            timer.join()
        return last

    def say(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        while True:
            line = self.process.stdout.readline()
            assert line, "the worker's parent died"
            with contextlib.suppress(msgspec.DecodeError):
                decoded: dict[str, Any] = msgspec.json.decode(line)
                return decoded


def kill(child: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[Rounds]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.storage.killed_worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as process:
        yield Rounds(process, tmp_path / "profile")
        assert process.stdin is not None
        process.stdin.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the worker forks")
@pytest.mark.timeout(1800)
def test_killed_anywhere_between_edit_and_acknowledgement_nothing_is_lost_or_doubled(
    rounds: Rounds, rng: random.Random, count: Callable[[int], int]
) -> None:
    kills = count(2000) if count(10) == 10 else 60
    for seed in range(kills):
        rounds.round(seed, rng.randrange(1, 30), rng.random() * 0.004, rng.random() < 0.5)
    last = rounds.round(kills, None, 0, True)
    effects = rounds.platform.effects
    ids = [effect.id for effect in effects]
    assert len(ids) == len(set(ids)), "an edit was applied twice"
    assert not set(rounds.saved) - set(ids), "an edit is lost"
    highest: dict[str | None, int] = {}
    for effect in effects:
        assert effect.number > highest.get(effect.session, 0), "an edit overtook another"
        highest[effect.session] = effect.number
    assert len({effect.number for effect in effects}) == len(effects), "a number was used twice"
    assert last["empty"]
    assert (last["counts"], last["digest"]) == rounds.platform.digest()
    assert len(rounds.saved) > kills
