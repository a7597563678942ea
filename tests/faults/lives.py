"""This file runs processes that are made to die: a parent that has imported everything forks a child for each life."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.sync.platforms import free_port

ROOT = Path(__file__).resolve().parents[2]
LIFE_S = 30.0


class Lives:
    """One life after another of a module of tests/faults that forks; each line it prints begins with a word."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = 0

    async def begin(self, *words: object) -> None:
        """Begin a life with these words as its orders."""
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(str(word) for word in words).encode() + b"\n")
        self.pid = int((await self.line("pid"))[1])

    async def line(self, *words: str) -> list[str]:
        """Return the words of the next line that begins with one of `words`; others are passed over."""
        assert self._process.stdout is not None
        async with asyncio.timeout(LIFE_S):
            while line := await self._process.stdout.readline():
                said = line.decode(errors="replace").split()
                if said and said[0] in words:
                    return said
                assert said[:1] != ["ended"], f"the process died before it said {words}"
        raise AssertionError("the parent is gone")

    async def ended(self) -> None:
        """Return once this life has ended."""
        await self.line("ended")
        self.pid = 0

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to this life."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    async def kill(self) -> None:
        """End this life now."""
        if self.pid:
            self.signal(signal.SIGKILL)
            await self.ended()


class MortalServer:
    """A platform on a fixed port that can be made to die around a commit."""

    def __init__(self, lives: Lives, folder: Path) -> None:
        self._lives = lives
        self._folder = folder
        self.port = free_port()
        self.token = ""
        self.ended = lives.ended
        self.kill = lives.kill

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def live(self, commits: int = 0, where: str = "after") -> None:
        """Begin a life that ends around the `commits`-th write of rows (0: never); returns once it listens."""
        await self._lives.begin(self._folder, self.port, commits, where)
        self.token = (await self._lives.line("ready"))[1]


@asynccontextmanager
async def lives_of(module: str) -> AsyncIterator[Lives]:
    """Start the parent of the lives of `module`."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"tests.faults.{module}",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    lives = Lives(process)
    try:
        yield lives
    finally:
        await lives.kill()
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


@asynccontextmanager
async def mortal_server(folder: Path) -> AsyncIterator[MortalServer]:
    async with lives_of("killed_server") as lives:
        yield MortalServer(lives, folder)
