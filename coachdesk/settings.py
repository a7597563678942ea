"""This file reads the environment once and says where everything lies on this machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Settings:
    """What the environment says. `server` is an http(s) address without a trailing slash; None means: not named."""

    home: Path
    server: str | None = None
    token: str | None = None
    passphrase: str | None = None
    model: Path | None = None
    ca: Path | None = None

    @property
    def replicas(self) -> Path:
        """The folder with one folder for each server and coach: replica, lock of the sender."""
        return self.home / "replicas"

    @property
    def cache(self) -> Path:
        """The folder of what can be fetched or computed again."""
        return self.home / "cache"

    @property
    def models(self) -> Path:
        """The folder of downloaded and imported models."""
        return self.home / "models"

    @property
    def logs(self) -> Path:
        """The folder of logs, which hold ids and counts, never texts."""
        return self.home / "logs"

    def __repr__(self) -> str:
        return f"Settings(home={str(self.home)!r}, server={self.server!r})"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that `environment` names: COACHDESK_HOME, _SERVER, _TOKEN, _PASSPHRASE, _MODEL and _CA."""

    def value(name: str) -> str | None:
        return environment.get(f"COACHDESK_{name}") or None

    def path(name: str) -> Path | None:
        found = value(name)
        return Path(found).expanduser() if found else None

    server = value("SERVER")
    return Settings(
        home=path("HOME") or Path(platformdirs.user_data_dir("CoachDesk", appauthor=False)),
        server=server.rstrip("/") if server else None,
        token=value("TOKEN"),
        passphrase=value("PASSPHRASE"),
        model=path("MODEL"),
        ca=path("CA"),
    )
