"""This file says whose data is meant: the profile, a folder with a replica, and the account that it belongs to.

`COACHDESK_TOKEN` names a server and a coach by itself and needs no login; else it is the account that was signed in to
last (`home/account.json`, which holds no secret; the tokens are in its replica); else the profile of this laptop, which
has no platform.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from coachdesk.errors import UserFault
from coachdesk.settings import Settings
from coachdesk.storage.profile import profile_folder


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who is signed in on this laptop, and where; `adopts`: what was written here before is still to be taken along."""

    server: str
    coach: str
    adopts: bool = False


@dataclass(frozen=True)
class Profile:
    """A replica's folder with the account it belongs to; `account` is None on a laptop without a platform."""

    folder: Path
    account: Account | None
    token: str | None = None


def choose_profile(settings: Settings) -> Profile:
    """Return the profile that `settings` and the last login name; raises UserFault for a token without a server."""
    if settings.token:
        if not settings.server:
            raise UserFault("COACHDESK_TOKEN is set, but not the platform's address. Set COACHDESK_SERVER too.")
        from coachdesk.sync.platform_http import (
            checked_address,  # loads the sync, which whoever is signed in needs later
        )

        account = Account(checked_address(settings.server), coach_of(settings.token))
        return Profile(profile_folder(settings, account.server, account.coach), account, settings.token)
    signed_in = read_account(settings)
    if signed_in is None or (settings.server and settings.server != signed_in.server):
        return Profile(profile_folder(settings), None)
    return Profile(profile_folder(settings, signed_in.server, signed_in.coach), signed_in)


def coach_of(token: str) -> str:
    """Return whose token it is: the subject of a JWT, unverified and only used to tell replicas apart; else a hash."""
    parts = token.split(".")
    if len(parts) == 3:
        with contextlib.suppress(ValueError, msgspec.DecodeError):
            claims = msgspec.json.decode(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
            if isinstance(claims, dict) and isinstance(claims.get("sub"), str | int):
                return str(claims["sub"])
    return hashlib.sha256(token.encode()).hexdigest()


def read_account(settings: Settings) -> Account | None:
    """Return the account that was signed in to last on this laptop."""
    try:
        return msgspec.json.decode((settings.home / "account.json").read_bytes(), type=Account)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def write_account(settings: Settings, account: Account | None) -> None:
    """Remember who is signed in, or that nobody is."""
    file = settings.home / "account.json"
    if account is None:
        file.unlink(missing_ok=True)
        return
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as written:
        written.write(msgspec.json.encode(account))
    draft.replace(file)
