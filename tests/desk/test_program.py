"""This file puts another program in the place of the one that runs, as an upgrade does while CoachDesk is open."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from coachdesk.desk import background
from coachdesk.desk.opening import open_desk
from coachdesk.desk.program import REPLACED, Program
from coachdesk.desk.views import Event, Notice
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Settings
from coachdesk.ui.tasks import OUR_FAULT, Tasks

WAIT_S = 20.0


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that CoachDesk takes for its program."""
    file = tmp_path / "coachdesk"
    file.write_bytes(b"one version")
    monkeypatch.setattr(sys, "executable", str(file))
    return file


def upgrade(program: Path) -> None:
    """Put another version there as package managers do, under the same name and of the same length."""
    draft = program.with_suffix(".new")
    draft.write_bytes(b"two version")
    draft.replace(program)


async def until(heard: list[str], sentence: str) -> None:
    async with asyncio.timeout(WAIT_S):
        while True:
            if sentence in heard:
                return
            await asyncio.sleep(0.01)


def test_an_upgrade_is_one_only_once_the_new_program_is_there(program: Path) -> None:
    running = Program()
    assert not running.replaced
    program.unlink()
    assert not running.replaced
    upgrade(program)
    assert running.replaced
    assert not Program().replaced


async def test_the_coach_is_told_of_an_upgrade_under_the_open_window(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "PROGRAM_S", 0.01)
    desk = open_desk(Settings(home=tmp_path / "home", passphrase="a horse on a train"), SystemClock())
    heard: list[str] = []

    def hear(event: Event) -> None:
        if isinstance(event, Notice):
            heard.append(event.text)

    desk.subscribe(hear)
    await desk.start()
    await asyncio.sleep(0.1)
    assert REPLACED not in heard
    upgrade(program)
    await until(heard, REPLACED)
    await desk.close()
    assert heard.count(REPLACED) == 1


@pytest.mark.logs("task failed")
async def test_what_fails_after_an_upgrade_asks_for_a_new_start_instead_of_another_try(program: Path) -> None:
    heard: list[str] = []
    tasks = Tasks(heard.append)

    async def load() -> None:
        raise ImportError("this part is another version's")

    tasks.start("load", load())
    await until(heard, OUR_FAULT)
    upgrade(program)
    tasks.start("load", load())
    await until(heard, REPLACED)
