"""This file sets up what demo, tour and self-test work on: a real platform as a subprocess, and a temporary home."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from coachdesk.errors import EnvironmentFault
from coachdesk.settings import Settings

READY_S = 60.0
STOP_S = 5.0


class Platform:
    """`coachdesk serve --demo` on a port of 127.0.0.1 that stays the same across restarts; `words` are added to it."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._folder = folder
        self._words = words
        self._process: subprocess.Popen[str] | None = None
        self.address = ""
        self.token = ""

    def start(self) -> None:
        """Start it and return once it answers; raises EnvironmentFault with the last lines of its stderr."""
        port = self.address.rpartition(":")[2] or "0"
        database = self._folder / "platform.db"
        command = [*program(), "serve", "--port", port, "--demo", "--database", str(database), *self._words]
        errors = self._folder / "platform.log"
        with errors.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                stdin=subprocess.DEVNULL,
                text=True,
                env=self._environment(),
            )
        lines: queue.Queue[str] = queue.Queue()
        process = self._process

        def read() -> None:
            for line in process.stdout or ():
                lines.put(line.strip())
            lines.put("")

        threading.Thread(target=read, name="platform output", daemon=True).start()
        deadline = time.monotonic() + READY_S
        found: dict[str, str] = {}
        while not {"ready", "token"} <= found.keys():
            try:
                line = lines.get(timeout=max(0.1, deadline - time.monotonic()))
            except queue.Empty:
                line = ""
            word, _, rest = line.partition(" ")
            if not line:
                tail = errors.read_text(errors="replace")[-500:]
                self.kill()
                raise EnvironmentFault(f"The platform of the demo did not start. {tail}")
            found[word] = rest
        self.address, self.token = found["ready"], found["token"]

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(STOP_S)
            self._close()

    def stop(self) -> None:
        """End it in good order, or by force after STOP_S."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self.kill()
        self._close()

    def _close(self) -> None:
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COACHDESK_")}
        return {**kept, "COACHDESK_HOME": str(self._folder / "platform")}


def program() -> list[str]:
    """Return the command that starts CoachDesk again, frozen or not."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "coachdesk"]


class Stage:
    """A temporary home, a platform with sample sessions, and the settings that lead from one to the other.

    `words` are added to the command that serves.
    """

    def __init__(self, *words: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="coachdesk-", ignore_cleanup_errors=True)
        self.platform = Platform(Path(self._folder.name), *words)

    def set(self, settings: Settings) -> Settings:
        """Start the platform and return `settings` with a home, key, server and token of the stage's own."""
        self.platform.start()
        return replace(
            settings,
            home=Path(self._folder.name) / "home",
            server=self.platform.address,
            token=self.platform.token,
            passphrase=self.platform.token[-24:],
        )

    def strike(self) -> None:
        """Stop the platform and delete the home."""
        self.platform.stop()
        self._folder.cleanup()
