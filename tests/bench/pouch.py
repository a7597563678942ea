"""This file gets PouchDB through npm, where there is one, and measures its replication.

What is compared is the same effect: the texts lie in a durable database of another process, which they reached over
HTTP on the loopback. So PouchDB forces each batch to the disk (LevelDB's `sync`, which it does not ask for by itself);
its batches are as large as ours (500 rather than its own 100, which is slower), and its texts as long. What it does not
do, and we do: encrypt, check rules, and answer for each edit.

A queued edit is a document of its own here. As revisions of 1,000 documents edits would not arrive: PouchDB replicates
of a document the last text alone. Replicated round by round, so that each of ten revisions does arrive, the same 10,000
took longer: 3,100 to 3,400 a second, against 3,300 to 3,700 in the same runs. We compare with the faster way.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.homes import temporary_folder

PACKAGES = ("pouchdb@9.0.0", "express-pouchdb@4.2.0", "express@4")
PUSHED_PER_S, PULLED_PER_S = 2_000.0, 3_400.0
"""What the design cites for where PouchDB cannot be had."""
INSTALL_S, RUN_S = 240, 240
PROGRAM = Path(__file__).with_name("pouch.cjs")


class Pouch:
    """PouchDB with a server of its own; each measurement begins with empty databases on one side."""

    name = "PouchDB 9 (LevelDB, each batch synced) with express-pouchdb over HTTP"

    def __init__(self, node: str, packages: Path, folder: Path) -> None:
        self._node = node
        self._environment = {**os.environ, "NODE_PATH": str(packages / "node_modules")}
        self._folder = folder
        self._numbers = itertools.count()
        (folder / "server").mkdir()
        self._server = subprocess.Popen(
            [node, str(PROGRAM), "serve", str(folder / "server")],
            env=self._environment,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        assert self._server.stdout
        self.address = self._server.stdout.readline().strip()

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [self._node, str(PROGRAM), *words],
            env=self._environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=RUN_S,
        )
        return done.stdout

    def push(self, documents: int, words: int) -> float:
        """Return the seconds that so many new documents of so many words take to the server."""
        local, remote = self._fresh()
        self._run("fill", local, str(documents), str(words))
        return self._replicated(local, remote, documents)

    def prepare_pull(self, documents: int, words: int) -> str:
        """Fill a database of the server for `pull`; return its address."""
        _, remote = self._fresh()
        self._run("fill", remote, str(documents), str(words))
        return remote

    def pull(self, remote: str, documents: int) -> float:
        """Return the seconds that a first replication of the server's database takes."""
        local, _ = self._fresh()
        return self._replicated(remote, local, documents)

    def _fresh(self) -> tuple[str, str]:
        number = next(self._numbers)
        return str(self._folder / f"local-{number}"), f"{self.address}remote-{number}"

    def _replicated(self, source: str, target: str, documents: int) -> float:
        found = json.loads(self._run("replicate", source, target))
        assert found["documents"] == documents, found
        return float(found["seconds"])

    def close(self) -> None:
        """End the server."""
        self._server.kill()
        self._server.wait()
        if self._server.stdout:
            self._server.stdout.close()


@contextmanager
def pouch() -> Iterator[Pouch | None]:
    """Give PouchDB, or None where there is no Node, or npm cannot get the packages."""
    packages = _installed()
    node = shutil.which("node")
    if packages is None or node is None:
        yield None
        return
    with temporary_folder() as folder:
        rival = Pouch(node, packages, folder)
        try:
            yield rival
        finally:
            rival.close()


def _installed() -> Path | None:
    """Return the folder with PouchDB's packages, installed once in a run."""
    shared = os.environ.get("COACHDESK_BENCH_FOLDER")
    npm = shutil.which("npm")
    if npm is None or shared is None:
        return None
    folder = Path(shared) / "pouchdb"
    if (folder / "complete").exists():
        return folder
    folder.mkdir(exist_ok=True)
    (folder / "package.json").write_text('{"private": true}')
    try:
        subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--silent", *PACKAGES],
            cwd=folder,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            timeout=INSTALL_S,
        )
    except (OSError, subprocess.SubprocessError) as fault:
        print(f"PouchDB could not be installed: {type(fault).__name__}.", file=sys.stderr)
        return None
    (folder / "complete").touch()
    return folder
