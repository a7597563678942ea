"""This file is a platform that kills itself with -9 around a commit: its parent forks a child for each life.

Standard input brings one line for each life, "FOLDER PORT COMMITS WHERE": at the COMMITS-th write (0: never) the child
dies, WHERE is "before" or "after" the commit. Standard output says "ready TOKEN" and "ended". Forking spares the half
second of imports, so that hundreds of lives fit into a test.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import uvicorn

from coachdesk.server.app import Options, serving
from coachdesk.server.sqlite_store import SqliteStore
from coachdesk.server.store import CoachWriter
from coachdesk.settings import Settings
from tests.server.running import ScriptedReplier

T = TypeVar("T")


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(commits: int, where: str) -> None:
    """Let this process die around its `commits`-th write of rows."""
    write = SqliteStore.write
    done = 0

    async def deadly(self: SqliteStore, coach: int, work: Callable[[CoachWriter], T]) -> T:
        nonlocal done
        done += 1
        last = done == commits

        def within(writer: CoachWriter) -> T:
            given = work(writer)
            if last and where == "before":
                die()
            return given

        given = await write(self, coach, within)
        if last:
            die()
        return given

    SqliteStore.write = deadly  # type: ignore[method-assign]  # this process is here to die


async def live(folder: Path, port: int) -> None:
    listening = socket.create_server(("127.0.0.1", port))
    options = Options(port=port, database=str(folder / "platform.db"))
    async with serving(options, Settings(home=folder), None, ScriptedReplier()) as platform:
        config = uvicorn.Config(platform.app, log_config=None, lifespan="off", access_log=False, log_level="critical")
        server = uvicorn.Server(config)
        _coach, token = await platform.auth.demo_coach()
        tell(f"ready {token}")
        await server.serve([listening])


def main() -> None:
    for late in ("uvicorn.protocols.websockets.auto", "uvicorn.protocols.http.auto", "websockets.extensions", "jwt"):
        importlib.import_module(late)
    for line in iter(sys.stdin.readline, ""):
        folder, port, commits, where = line.split()
        child = os.fork()
        if child == 0:
            Path(folder).mkdir(parents=True, exist_ok=True)
            die_at(int(commits), where)
            asyncio.run(live(Path(folder), int(port)))
            os._exit(0)
        tell(f"pid {child}")
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
