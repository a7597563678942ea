"""This file is the composition root of `coachdesk serve`: it builds, wires, starts and stops all of the platform.

    run_server ─▶ serving ─▶ store, auth, blobs, sockets, answering, routes ─▶ uvicorn

The socket is bound first, so that port 0 is known; `ready …` is printed when requests are answered. On SIGTERM or
SIGINT uvicorn stops accepting and closes what is open, replies that are being written are left for the next start, the
database is closed last. Nothing but `ready` and `token` goes to standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from urllib.parse import unquote, urlsplit

import socketio
import structlog
import uvicorn
from starlette.types import ASGIApp

from coachdesk.assistant.model_file import check_form
from coachdesk.domain.clock import Clock, SystemClock
from coachdesk.domain.loopback import is_loopback
from coachdesk.domain.protocol import FRAME_ACCEPTED
from coachdesk.errors import CoachDeskError, UserFault
from coachdesk.server.auth import Auth
from coachdesk.server.blobs import Blobs
from coachdesk.server.demo import add_demo
from coachdesk.server.framing import FrameGuard
from coachdesk.server.notes import LocalNotes, Notes, RedisNotes
from coachdesk.server.platform import Platform
from coachdesk.server.refine import Answering, Replier
from coachdesk.server.repliers import make_replier
from coachdesk.server.routes import Routes
from coachdesk.server.sockets import Sockets
from coachdesk.server.sqlite_store import SqliteStore
from coachdesk.server.store import Store
from coachdesk.settings import Settings

CLOSE_S = 1
"""How long open connections may take to end."""
FRAME_READ = 4 * FRAME_ACCEPTED
"""What is larger ends the connection; what is too large but below this is refused with a sentence."""
END_S = 1.7
"""How long all may take to end."""


@dataclass(frozen=True)
class Options:
    """What `coachdesk serve` was given. `port` 0 takes a free one."""

    host: str = "127.0.0.1"
    port: int = 8000
    database: str | None = None
    redis: str | None = None
    llm: str | None = None
    model: Path | None = None
    demo: bool = False
    behind_proxy: bool = False
    create_coach: str | None = None


@dataclass(frozen=True)
class Serving:
    """A running platform: its ASGI application, and the demo coach's token if there is one."""

    app: ASGIApp
    auth: Auth
    token: str | None


def run_server(options: Options | argparse.Namespace, settings: Settings) -> int:
    """Run the platform until it is told to end; returns the exit code."""
    _log_to_standard_error()
    if isinstance(options, argparse.Namespace):
        options = Options(**vars(options))
    try:
        if options.model is not None:
            check_form(options.model)
        if options.create_coach is not None:
            asyncio.run(_create_coach(options, settings, options.create_coach))
            return 0
        return asyncio.run(_serve(options, settings))
    except CoachDeskError as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


@contextlib.asynccontextmanager
async def serving(
    options: Options, settings: Settings, clock: Clock | None = None, replier: Replier | None = None
) -> AsyncIterator[Serving]:
    """Yield a platform that answers, and end it in order. `replier` answers instead of what `options` name."""
    clock = clock or SystemClock()
    async with contextlib.AsyncExitStack() as stack:
        store = make_store(options, settings)
        await store.open()
        stack.push_async_callback(store.close)
        notes: Notes = RedisNotes(options.redis) if options.redis is not None else LocalNotes()
        auth = Auth(store, clock, notes)
        blobs = Blobs(blobs_folder(options, settings), store)
        await blobs.open()
        sockets = Sockets(auth, clock, notes, options.redis)
        stack.push_async_callback(sockets.close)
        await auth.open(sockets.end)
        # One model here works through one reply after another; an endpoint has room for more.
        most = 2 if options.llm is None else 8
        answering = Answering(
            store,
            blobs,
            sockets.rooms,
            replier or make_replier(options.llm, options.model),
            notes,
            most=most,
            alone=options.redis is None,
        )
        platform = Platform(store, blobs, clock, sockets.rooms, answering.ask, answering.forget, notes)
        token = await add_demo(auth, platform, blobs) if options.demo else None
        sockets.open(platform, answering)
        stack.push_async_callback(notes.close)
        await notes.open(sockets.resume)
        await answering.open(platform)
        stack.push_async_callback(answering.close)
        routes = Routes(store, auth, platform, blobs)
        yield Serving(FrameGuard(socketio.ASGIApp(sockets.server, other_asgi_app=routes.app)), auth, token)


def make_store(options: Options, settings: Settings) -> Store:
    """Return the store that `options` name, not yet open; raises UserFault for a kind of database that there is not."""
    if _is_postgres(options):
        try:
            from coachdesk.server.postgres_store import PostgresStore
        except ImportError as fault:
            raise UserFault("Postgres needs psycopg here. Install coachdesk[postgres].") from fault
        return PostgresStore(options.database or "")
    return SqliteStore(database_file(options, settings))


def blobs_folder(options: Options, settings: Settings) -> Path:
    """Return the folder of blobs: beside an SQLite file, else in the home, which the processes on Postgres share."""
    if _is_postgres(options):
        return settings.home / "server" / "blobs"
    database = database_file(options, settings)
    return database.with_name(database.name + ".blobs")


def _is_postgres(options: Options) -> bool:
    return urlsplit(options.database or "").scheme in ("postgresql", "postgres")


def database_file(options: Options, settings: Settings) -> Path:
    """Return the SQLite file that `options` name; raises UserFault for another kind of database."""
    if options.database is None:
        return settings.home / "server" / "coachdesk-server.db"
    parts = urlsplit(options.database)
    if parts.scheme == "sqlite":
        return Path(unquote(parts.path.removeprefix("/")))
    if "://" in options.database:
        raise UserFault("The platform keeps its data in SQLite or Postgres. Name a file or postgresql://… instead.")
    return Path(options.database).expanduser()


def _log_to_standard_error() -> None:
    # structlog's own default prints to standard output, and shows the local variables of a traceback.
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


async def _create_coach(options: Options, settings: Settings, name: str) -> None:
    store = make_store(options, settings)
    await store.open()
    try:
        password = (await asyncio.to_thread(sys.stdin.readline)).rstrip("\r\n")
        await Auth(store, SystemClock()).create_coach(name, password)
    finally:
        await store.close()


async def _serve(options: Options, settings: Settings) -> int:
    if not is_loopback(options.host) and not options.behind_proxy:
        raise UserFault(
            f"{options.host} can be reached from outside, and CoachDesk itself does no TLS. "
            "Put a proxy with TLS before it and add --behind-proxy."
        )
    listening = _listen(options.host, options.port)
    address = f"http://{_shown(options.host)}:{listening.getsockname()[1]}"
    with listening:
        async with serving(options, settings) as platform:
            lines = [f"ready {address}", *([f"token {platform.token}"] if platform.token else [])]
            server = _Server(_config(platform, options), lines)
            with _ended_by_signals(server):
                await server.serve(sockets=[listening])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(found[4][:2], family=found[0], backlog=2048)
    except (OSError, OverflowError) as fault:
        raise UserFault(
            f"Port {port} of {host} cannot be used. Name another with --port, or 0 for a free one."
        ) from fault


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _config(platform: Serving, options: Options) -> uvicorn.Config:
    return uvicorn.Config(
        platform.app,
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws_max_size=FRAME_READ,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        proxy_headers=options.behind_proxy,
        server_header=False,
        timeout_graceful_shutdown=CLOSE_S,
    )


class _Server(uvicorn.Server):
    """A uvicorn that says on standard output when it answers, and leaves signals to us."""

    def __init__(self, config: uvicorn.Config, lines: list[str]) -> None:
        super().__init__(config)
        self._lines = lines

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(*self._lines, sep="\n", flush=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn's own raises the signal again at the end, and the process would die of it instead of exiting with 0.
        yield


@contextlib.contextmanager
def _ended_by_signals(server: uvicorn.Server) -> Iterator[None]:
    def end(_signal: int, _frame: FrameType | None) -> None:
        server.should_exit = True
        # The interpreter would wait for threads, such as one that looks for evidence in a long transcript. They have
        # nothing to store, and a commit that is cut off here is as good as a power failure, which the store survives.
        last = threading.Timer(END_S, os._exit, (0,))
        last.daemon = True
        last.start()

    previous = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
