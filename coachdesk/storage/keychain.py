"""This file reaches the keychain of the machine through the keyring package, which takes longer to load than a window.

So whoever starts the window asks ahead: `Ahead` loads that package in a process of its own, which prints the secret of
one profile into a pipe of its parent and ends, while the parent loads Qt.
"""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
from typing import Protocol

SERVICE = "CoachDesk"
ANSWER_S = 120.0
"""How long the keychain may take: it may ask the coach to unlock it."""
_TRUSTED = tuple(
    f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows", "chainer")
)

_log = logging.getLogger(__name__)


class Keychain(Protocol):
    """The keychain of the machine. `name` says which one it is."""

    name: str

    def get(self, profile: str) -> str | None:
        """Return the secret of `profile`, or None."""

    def set(self, profile: str, secret: str) -> None:
        """Store the secret of `profile`."""

    def forget(self, profile: str) -> None:
        """Forget the secret of `profile`, if it holds one."""


class _Keyring:
    """The machine's keychain through the keyring package: the one called `name`, or the best that is there."""

    def __init__(self, name: str) -> None:
        import keyring

        # Looking through all back ends takes half as long again as loading the one that is known to hold the key.
        known = name if name.startswith(_TRUSTED) else ""
        backend = keyring.core.load_keyring(known) if known else keyring.get_keyring()
        self.name = f"{type(backend).__module__}.{type(backend).__name__}"
        # Other back ends write plain text, or accept and forget it.
        if not self.name.startswith(_TRUSTED):
            raise LookupError(self.name)
        if any(not type(one).__module__.startswith(_TRUSTED) for one in getattr(backend, "backends", ())):
            raise LookupError(self.name)
        self._backend = backend

    def get(self, profile: str) -> str | None:
        return self._backend.get_password(SERVICE, profile)

    def set(self, profile: str, secret: str) -> None:
        self._backend.set_password(SERVICE, profile, secret)

    def forget(self, profile: str) -> None:
        if self._backend.get_password(SERVICE, profile) is not None:
            self._backend.delete_password(SERVICE, profile)


def find_keychain(name: str = "") -> Keychain | None:
    """Return the keychain called `name`, or the machine's; None where there is none that keeps a secret."""
    try:
        return _Keyring(name)
    except Exception as fault:  # noqa: BLE001  # each back end has errors of its own
        _log.info("no keychain: %s", type(fault).__name__)
        return None


class Ahead:
    """The keychain called `name`, asked for the secret of `profile` in a process that runs from now on.

    `secret` is None where that process could not get it: then the keychain is to be asked here, and says why.
    """

    def __init__(self, name: str, profile: str) -> None:
        self._process = subprocess.Popen(
            [*_command(), name, profile],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def secret(self) -> str | None:
        """Return the secret, once; waits for the keychain."""
        try:
            said, _ = self._process.communicate(timeout=ANSWER_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            return None
        return said.decode("ascii", "replace") or None


def _in_secret_service(profile: str) -> str | None:
    """Return what a Linux desktop holds for `profile`, as keyring stored it; None where there is nothing unlocked.

    Through the library that keyring itself uses there, which is loaded in a quarter of keyring's time.
    """
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        items = collection.search_items({"service": SERVICE, "username": profile})
        return next((item.get_secret().decode() for item in items if not item.is_locked()), None)


def _command() -> tuple[str, ...]:
    """Return the command that asks the keychain, from a checkout, a wheel or a frozen app."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--keychain")
    return (sys.executable, "-P", "-m", "coachdesk", "--keychain")


def main(words: list[str]) -> int:
    """Print what the keychain `words[0]` holds for the profile `words[1]`; exit code 1 where it holds nothing."""
    name, profile = words
    secret = None
    with contextlib.suppress(Exception):  # the parent asks again, and tells what is wrong
        if name.startswith("keyring.backends.SecretService"):
            secret = _in_secret_service(profile)
        elif (keychain := find_keychain(name)) is not None:
            secret = keychain.get(profile)
    sys.stdout.write(secret or "")
    return 0 if secret else 1
