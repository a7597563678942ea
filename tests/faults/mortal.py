"""This file runs the platform of `killed_server`, life after life, for tests on an asyncio loop."""

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


class MortalServer:
    """A platform on a fixed port that can be made to die around a commit."""

    def __init__(self, process: asyncio.subprocess.Process, folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._child = 0
        self.port = free_port()
        self.token = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def live(self, commits: int = 0, where: str = "after") -> None:
        """Begin a life that ends around the `commits`-th write of rows; returns once it listens."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{self._folder} {self.port} {commits} {where}\n".encode())
        self._child = int(await self._line("pid"))
        self.token = await self._line("ready")

    async def ended(self) -> None:
        """Return once this life has ended."""
        await self._line("ended")
        self._child = 0

    async def kill(self) -> None:
        """End this life now."""
        if self._child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            await self.ended()

    async def _line(self, word: str) -> str:
        assert self._process.stdout is not None
        async with asyncio.timeout(LIFE_S):
            while line := await self._process.stdout.readline():
                first, _, rest = line.decode().strip().partition(" ")
                if first == word:
                    return rest
                assert not (first == "ended" and word == "ready"), "the platform died before it listened"
        raise AssertionError("the platform's parent is gone")


@asynccontextmanager
async def mortal_server(folder: Path) -> AsyncIterator[MortalServer]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.faults.killed_server",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    server = MortalServer(process, folder)
    try:
        yield server
    finally:
        await server.kill()
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
