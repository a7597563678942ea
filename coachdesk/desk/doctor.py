"""This file examines an installation: environment, keychain, replica, cache, model, connection, clock, versions."""

from __future__ import annotations

import asyncio
import os
import platform
import secrets
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from coachdesk.desk import models
from coachdesk.desk.findings import Finding
from coachdesk.desk.profiles import Profile, choose_profile
from coachdesk.domain.clock import Clock
from coachdesk.errors import CoachDeskError, NotFound, StorageFault
from coachdesk.settings import Settings
from coachdesk.storage.cache import Cache
from coachdesk.storage.integrity import check_integrity
from coachdesk.storage.keychain import find_keychain
from coachdesk.storage.keys import holder, open_key
from coachdesk.sync.attempt import tried
from coachdesk.sync.connection import ConnectionState
from coachdesk.sync.platform_http import PlatformHttp, Speaks

CLOCK_S = 120
"""How far the laptop's clock may be from the platform's before tokens and dates go wrong."""
_WITHOUT_OUR_PAGE = {
    ConnectionState.ONLINE: (
        "speaks only the events of web clients: it answers in the chat, and all else stays on this laptop.",
        "",
    ),
    ConnectionState.REFUSED: (
        "is a platform for web clients, and does not accept your sign-in.",
        "Sign in again, or correct COACHDESK_TOKEN.",
    ),
    ConnectionState.OFFLINE: (
        "answers, but takes no connection: perhaps it is no platform, perhaps it refuses your sign-in.",
        "Check the address and COACHDESK_TOKEN.",
    ),
    ConnectionState.NO_PLATFORM: (
        "answers, but is no platform: it has neither CoachDesk's page nor Socket.IO.",
        "Check the address; on a guest Wi-Fi, sign in there first.",
    ),
    ConnectionState.OTHER_PROTOCOL: ("refuses this version of CoachDesk.", "Update CoachDesk."),
}
"""What the end of one attempt to connect means where the address has no page of ours, and what to do about it."""
PARTS = ("coachdesk", "PySide6-Essentials", "python-socketio", "llama-cpp-python", "apsw-sqlite3mc", "diskcache")
"""The parts whose versions are told; a bundle carries what says them."""


async def examine(settings: Settings, clock: Clock) -> tuple[Finding, ...]:
    """Return what was found; nothing of it stops the rest, and nothing is changed."""
    findings = [versions(), _environment(settings)]
    try:
        profile = choose_profile(settings)
    except CoachDeskError as fault:
        return (*findings, Finding("profile", str(fault), "Set what is missing, or sign in: coachdesk login."))
    return (
        *findings,
        *await asyncio.to_thread(_stored, settings, profile),
        await asyncio.to_thread(_model, settings),
        *await _platform(settings, profile, clock),
    )


def versions() -> Finding:
    """Return which system, Python and parts these are, and which part is missing."""
    told = [f"{platform.system()} {platform.machine()}", f"Python {platform.python_version()}"]
    missing = []
    for part in PARTS:
        try:
            told.append(f"{part} {version(part)}")
        except PackageNotFoundError:
            missing.append(part)
    sentence = ", ".join(told) + "."
    return Finding(
        "versions", sentence, f"Install CoachDesk again: {', '.join(missing)} is missing." if missing else ""
    )


def _environment(settings: Settings) -> Finding:
    named = sorted(name for name in os.environ if name.startswith("COACHDESK_"))
    sentence = f"Data lies in {settings.home}; set: {', '.join(named) or 'nothing'}."
    existing = next(one for one in (settings.home, *settings.home.absolute().parents) if one.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        return Finding("environment", sentence, f"Make {existing} a folder that you may write to.")
    if settings.ca is not None and not _readable(settings.ca):
        return Finding("environment", sentence, f"COACHDESK_CA names {settings.ca}, which cannot be read.")
    return Finding("environment", sentence)


def _readable(file: Path) -> bool:
    return file.is_file() and os.access(file, os.R_OK)


def _stored(settings: Settings, profile: Profile) -> list[Finding]:
    """Examine what lies on the disk: the key, the replica and the cache."""
    keychain = find_keychain()
    sentence = f"The keychain is {keychain.name}." if keychain else "This machine has no keychain for CoachDesk."
    try:
        key = open_key(profile.folder, settings, create=False, keychain=keychain)
    except NotFound:
        fix = "" if keychain or settings.passphrase else "Set COACHDESK_PASSPHRASE: it wraps the key instead."
        return [Finding("keychain", sentence, fix), Finding("replica", "There is no data here yet.")]
    except CoachDeskError as fault:
        return [Finding("keychain", sentence, str(fault))]
    found = [Finding("keychain", f"{sentence} The key is held by the {holder(profile.folder) or 'keychain'}.")]
    try:
        check_integrity(profile.folder / "replica.db", key)
        found.append(Finding("replica", "Every page of the local data is as it was written."))
    except StorageFault as fault:
        found.append(Finding("replica", str(fault), "Start CoachDesk: it sets the file aside and saves what is whole."))
    cache = Cache(profile.folder / "cache", key)
    try:
        name = f"doctor-{secrets.token_hex(8)}"
        kept = cache.set(name, b"examined") and cache.get(name) == b"examined"
        cache.drop(name)
        fix = "" if kept else f"Make room on the disk, or remove the folder {profile.folder / 'cache'}."
        found.append(Finding("cache", f"The cache holds {cache.bytes() / 1e6:.1f} MB.", fix))
    finally:
        cache.close()
    return found


def _model(settings: Settings) -> Finding:
    try:
        models.check(settings)
    except CoachDeskError as fault:
        return Finding("model", str(fault), "Choose another with: coachdesk model use NAME.")
    return Finding("model", "The model's file is whole and known.")


async def _line(settings: Settings, server: str, token: str, speaks: Speaks, clock: Clock) -> Finding:
    """Return what an address that answers is: without our page a platform only if it takes a connection."""
    if speaks is Speaks.PROTOCOL:
        return Finding("connection", f"{server} answers and speaks CoachDesk's protocol.")
    state = await tried(server, token, clock, settings.ca)
    sentence, fix = _WITHOUT_OUR_PAGE[state]
    return Finding("connection", f"{server} {sentence}", fix)


async def _platform(settings: Settings, profile: Profile, clock: Clock) -> list[Finding]:
    if profile.account is None:
        return [
            Finding("connection", "No platform is known; everything is on this laptop."),
            Finding("clock", "There is no other clock to compare with."),
        ]
    http = PlatformHttp(profile.account.server, settings.ca)
    try:
        speaks = await http.probe()
    except CoachDeskError as fault:
        return [
            Finding("connection", str(fault), f"Check the network, and the address {profile.account.server}."),
            Finding("clock", "The platform's clock cannot be read now."),
        ]
    found = [await _line(settings, profile.account.server, profile.token or "", speaks, clock)]
    if http.answered_ms is None:
        return [*found, Finding("clock", "The platform does not tell its time.")]
    apart = round(abs(clock.wall_ms() - http.answered_ms) / 1000)
    fix = "Set this laptop's clock, best by itself from the network." if apart > CLOCK_S else ""
    return [*found, Finding("clock", f"This laptop's clock and the platform's are {apart} s apart.", fix)]
