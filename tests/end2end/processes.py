"""This file runs CoachDesk as its users do: as processes, against a platform that is a process too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from coachdesk.demo import Platform

COMMAND_S = 120.0


class CommandLine:
    """`coachdesk` in a home of its own; `home` and the platform's address and token are fixed."""

    def __init__(self, home: Path, platform: Platform | None, **more: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COACHDESK_")}
        self.environment = {**kept, "COACHDESK_HOME": str(home), "COACHDESK_PASSPHRASE": "a passphrase", **more}
        if platform is not None:
            self.environment |= {"COACHDESK_SERVER": platform.address, "COACHDESK_TOKEN": platform.token}

    def start(self, *words: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """Start a command and return its process."""
        return subprocess.Popen(
            [sys.executable, "-m", "coachdesk", *words],
            env=self.environment,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, code: int = 0, said: str | None = None) -> str:
        """Run a command to its end and return what it printed; fails unless it exits with `code`.

        `said` is what it finds on its standard input.
        """
        process = self.start(*words, stdin=subprocess.DEVNULL if said is None else subprocess.PIPE)
        output, errors = process.communicate(said, timeout=COMMAND_S)
        assert process.returncode == code, f"{words}: exit {process.returncode}\n{output}\n{errors}"
        assert "Traceback" not in output + errors
        self.errors = errors
        return output

    def json(self, *words: str, code: int = 0) -> Any:
        """Run a command with --json and return its document."""
        return json.loads(self.run(*words, "--json", code=code))


@contextmanager
def running_platform(folder: Path) -> Iterator[Platform]:
    """A platform with the sample sessions, killed at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    platform = Platform(folder)
    platform.start()
    try:
        yield platform
    finally:
        platform.stop()
