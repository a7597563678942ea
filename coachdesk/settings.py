"""This file reads the environment and the organisation's file once, and says where everything lies on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from coachdesk.errors import UserFault


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an organisation fixes for the laptops that it looks after; None leaves it to the coach.

    `policy` is the most that a client's AI policy may allow, `lock_minutes` the longest idle time before the lock.
    """

    server: str | None = None
    policy: Literal["none", "local", "platform"] | None = None
    updates: bool = True
    lock_minutes: int | None = None


@dataclass(frozen=True)
class Settings:
    """What was set from outside. `server` is an http(s) address without a trailing slash; None means: not named."""

    home: Path
    server: str | None = None
    token: str | None = None
    passphrase: str | None = None
    model: Path | None = None
    ca: Path | None = None
    language: str | None = None
    organisation: Organisation = field(default_factory=Organisation)

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


def read_settings(environment: Mapping[str, str] = os.environ, organisation_file: Path | None = None) -> Settings:
    """Return the settings that `environment` names: COACHDESK_HOME, _SERVER, _TOKEN, _PASSPHRASE, _MODEL, _CA
    and _LANGUAGE.

    What the organisation fixes comes before the environment; raises UserFault if its file cannot be understood.
    """

    def value(name: str) -> str | None:
        return environment.get(f"COACHDESK_{name}") or None

    def path(name: str) -> Path | None:
        found = value(name)
        return Path(found).expanduser() if found else None

    organisation = _read_organisation(organisation_file or _organisation_file())
    server = organisation.server or value("SERVER")
    return Settings(
        home=path("HOME") or _data_folder(environment) / "CoachDesk",
        server=server.rstrip("/") if server else None,
        token=value("TOKEN"),
        passphrase=value("PASSPHRASE"),
        model=path("MODEL"),
        ca=path("CA"),
        language=value("LANGUAGE"),
        organisation=organisation,
    )


def _data_folder(environment: Mapping[str, str]) -> Path:
    """Return where this machine's programs keep what they hold for the user who is logged in."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    # A relative path there is to be ignored (XDG Base Directory Specification 0.8).
    chosen = Path(environment.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".local" / "share"


def _organisation_file() -> Path:
    """Return where the administrators of this machine, and only they, can put the organisation's file."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "CoachDesk"
    elif sys.platform == "darwin":
        folder = Path("/Library/Application Support/CoachDesk")
    else:
        folder = Path("/etc/coachdesk")
    return folder / "organisation.json"


def _read_organisation(file: Path) -> Organisation:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Organisation)
    except (FileNotFoundError, NotADirectoryError):
        return Organisation()
    except (OSError, msgspec.DecodeError) as fault:
        # Without it a coach's notes might go where the organisation does not want them.
        why = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise UserFault(
            f"Your organisation's settings in {file} cannot be read. Ask whoever wrote them. The reason: {why}."
        ) from fault
