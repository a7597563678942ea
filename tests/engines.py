"""This file starts Debian's Postgres and Redis for tests, on free ports of the loopback address.

Where a machine lacks one, the tests that need it are skipped and say so.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

DEADLINE_S = 30.0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


class Engine:
    """One engine as a process that tests restart."""

    def __init__(self, command: list[str], port: int, user: str | None) -> None:
        self.port = port
        self._command = command
        self._user = user
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Return once it accepts connections."""
        self._process = subprocess.Popen(
            self._command, user=self._user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
        )
        until = time.monotonic() + DEADLINE_S
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            assert self._process.poll() is None, f"{self._command[0]} ended"
            assert time.monotonic() < until, f"{self._command[0]} does not answer"
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: Postgres closes its connections on SIGINT, SIGKILL ends anything."""
        if self._process is not None:
            self._process.send_signal(how)
            try:
                self._process.wait(DEADLINE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


def _program(name: str) -> str | None:
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(beside[-1]) if beside else None)


class Missing(Exception):
    """This machine lacks an engine; the text says which package brings it."""


def needed(engine: Engine | Missing) -> Engine:
    """Return the engine, or skip the test and say why."""
    if isinstance(engine, Missing):
        pytest.skip(str(engine))
    return engine


@contextlib.contextmanager
def postgres() -> Iterator[Engine]:
    """Run a Postgres with a role `coachdesk` that needs no password; raises Missing where there is none."""
    server, maker = _program("postgres"), _program("initdb")
    if server is None or maker is None:
        raise Missing("needs Debian's package postgresql")
    # Postgres refuses to be run by root, and a test's own folder is closed to anybody else.
    user = _other_user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="coachdesk-postgres-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"
        making = [
            maker,
            "-D",
            str(data),
            "-U",
            "coachdesk",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run(making, user=user, check=True, capture_output=True, cwd="/", timeout=DEADLINE_S * 4)
        port = free_port()
        settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        engine = Engine([server, "-D", str(data), *words], port, user)
        engine.start()
        try:
            yield engine
        finally:
            engine.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> str:
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def new_database(engine: Engine) -> str:
    """Return the URL of an empty database."""
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    address = f"postgresql://coachdesk@127.0.0.1:{engine.port}"
    until = time.monotonic() + DEADLINE_S
    while True:  # it accepts connections a moment before it serves them
        try:
            with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]  # a name of our own
                return f"{address}/{name}"
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


@contextlib.contextmanager
def redis() -> Iterator[Engine]:
    """Run a Redis that keeps nothing on the disk; raises Missing where there is none."""
    server = _program("redis-server")
    if server is None:
        raise Missing("needs Debian's package redis-server")
    port = free_port()
    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    engine = Engine(command, port, None)
    engine.start()
    try:
        yield engine
    finally:
        engine.stop()
