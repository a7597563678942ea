"""This file is what a coach does with this laptop as a whole: open it, lock it, sign in and out, back up, recover.

It holds the key while a desk is open, and nothing that opens the data while it is locked. Which profile is meant is
`choose_profile`'s to say, each time anew: signing in or out makes it another one. What opens a whole desk is imported
where it is used, asyncio, sync and model with it: the first look, which the window paints, does without.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.desk.first_look import FirstLook
from coachdesk.desk.profiles import Account, choose_profile, read_account, write_account
from coachdesk.domain.clock import Clock
from coachdesk.errors import CoachDeskError, Locked, NoKeychain, NotSignedIn, Refused, StorageFault
from coachdesk.settings import Settings
from coachdesk.storage.keychain import Ahead
from coachdesk.storage.keys import ask_ahead, holder, keep_key, key_from_recovery, open_key, recovery_key
from coachdesk.storage.profile import profile_folder

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk
    from coachdesk.sync.platform_http import Tokens

SHORTEST = 8
"""How many characters a passphrase has at least."""


class Laptop:
    """CoachDesk on this laptop for one account of the machine. One desk at a time is open on it."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._key: bytes | None = None
        self._ahead: Ahead | None = None
        self._laptop_key: bytes | None = None
        self._locked = False
        self._tokens: Tokens | None = None
        self.made_key = False
        """Whether the desk that was opened last is new, so that its recovery key was never seen."""

    # Opening and locking.

    @property
    def first_time(self) -> bool:
        """Whether nothing was ever written here and nobody is signed in: the coach is asked how to begin."""
        if self._settings.token or read_account(self._settings) is not None:
            return False
        return not (self._settings.replicas / "laptop" / "replica.db").exists()

    @property
    def server(self) -> str:
        """The platform's address as far as it is known, else ""."""
        account = read_account(self._settings)
        return self._settings.server or (account.server if account else "")

    @property
    def account(self) -> Account | None:
        """Whose desk it is, None on a laptop without a platform."""
        return choose_profile(self._settings).account

    def ask_ahead(self) -> None:
        """Begin to fetch the key, where the keychain holds it: that takes as long as loading what shows the list."""
        with contextlib.suppress(CoachDeskError):  # `look` and `open` meet it again
            if not self.first_time:
                self._ahead = ask_ahead(choose_profile(self._settings).folder)

    def look(self) -> FirstLook | None:
        """Return a first look at the list of the chosen profile, for whoever shows it before the desk is open.

        None where there is nothing to look at yet, or opening the desk has something to do first. Raises Locked,
        KeyLost, NoKeychain or WrongPassphrase where the coach has, and StorageFault.
        """
        profile = choose_profile(self._settings)
        adopts = profile.account is not None and profile.account.adopts
        return None if adopts else FirstLook.open(profile.folder, self._take_key(profile.folder))

    def open(self) -> Desk:
        """Open the desk of the chosen profile, not yet started.

        Raises Locked, KeyLost, NoKeychain or WrongPassphrase where the coach has to do something first, or
        StorageFault.
        """
        from coachdesk.desk.opening import open_desk

        profile = choose_profile(self._settings)
        key = self._take_key(profile.folder)
        self.made_key = not self._settings.token and not (profile.folder / "replica.db").exists()
        tokens, self._tokens = self._tokens, None
        before, self._laptop_key = self._laptop_key, None
        return open_desk(self._settings, self._clock, profile=profile, key=key, tokens=tokens, laptop_key=before)

    async def unlock(self, passphrase: str) -> None:
        """Take the key with `passphrase`, or make one that it wraps; raises WrongPassphrase or KeyLost."""
        import asyncio

        profile = choose_profile(self._settings)
        given = replace(self._settings, passphrase=passphrase)
        self._key = await asyncio.to_thread(open_key, profile.folder, given, create=True)
        self._locked = False
        if profile.account is not None and profile.account.adopts and self._laptop_key is None:
            # Often it is the same one; where it is not, the desk says what to do.
            with contextlib.suppress(CoachDeskError):
                folder = profile_folder(self._settings)
                self._laptop_key = await asyncio.to_thread(open_key, folder, given, create=False)

    async def lock(self) -> str:
        """Forget the key; the desk must be closed. Only `unlock` opens it again."""
        self._key = self._laptop_key = None
        self._locked = True
        return ""

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase wraps the key, so that locking means something."""
        return holder(choose_profile(self._settings).folder) == "passphrase"

    @property
    def most_idle_minutes(self) -> int | None:
        """After how many idle minutes the organisation has CoachDesk locked at the latest, None if it does not say."""
        return self._settings.organisation.lock_minutes

    def idle_minutes(self, wanted: int) -> int:
        """Return after how many idle minutes CoachDesk locks, 0 for never, where the coach wants `wanted`."""
        if not self.has_passphrase:
            return 0
        most = self.most_idle_minutes
        return wanted if most is None else min(wanted or most, most)

    async def set_passphrase(self, passphrase: str | None) -> None:
        """Wrap the key with `passphrase`, or give it back to the keychain; raises Refused, NoKeychain or UserFault."""
        import asyncio

        if passphrase is not None:
            checked(passphrase)
        given = replace(self._settings, passphrase=passphrase)
        folder = choose_profile(self._settings).folder
        await asyncio.to_thread(keep_key, folder, self._open_key(), given)

    # The recovery key.

    def recovery_key(self) -> str:
        """Return the key of the open desk for paper."""
        return recovery_key(self._open_key())

    def save_recovery_key(self, target: Path) -> None:
        """Write the recovery key to a file that is its owner's alone; raises StorageFault."""
        text = f"CoachDesk recovery key. Whoever has it can open your notes.\n\n{self.recovery_key()}\n"
        try:
            with os.fdopen(
                os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(text)
        except OSError as fault:
            raise StorageFault("The recovery key could not be saved there; choose another place.") from fault

    async def recover(self, written: str, passphrase: str | None = None) -> None:
        """Open the data with the key that was written down, and have the keychain or `passphrase` hold it from now on.

        Raises WrongPassphrase for a slip of the pen or the key of other data, NoKeychain without either.
        """
        import asyncio

        key = key_from_recovery(written)
        folder = choose_profile(self._settings).folder
        given = replace(self._settings, passphrase=passphrase) if passphrase else self._settings
        await asyncio.to_thread(self._check_and_keep, folder, key, given)
        self._key, self._locked = key, False

    def _check_and_keep(self, folder: Path, key: bytes, settings: Settings) -> None:
        from coachdesk.storage.replica import Replica

        Replica.open(folder, key, self._clock, index_when_idle=False).close()
        keep_key(folder, key, settings)

    # Signing in and out.

    async def sign_in(self, server: str, name: str, password: str) -> Account:
        """Ask the platform for tokens; `enter` uses them. Raises NotSignedIn, Offline, NoPlatform, Refused, UserFault.

        Nothing changes on this laptop yet.
        """
        if self._settings.token:
            raise Refused("COACHDESK_TOKEN says who you are; start CoachDesk without it to sign in.")
        from coachdesk.desk.opening import account_of
        from coachdesk.sync.platform_http import PlatformHttp

        tokens = await PlatformHttp(server, self._settings.ca).login(name, password, "")
        self._tokens = tokens
        return account_of(self._settings, server, tokens)

    async def enter(self, account: Account) -> str:
        """Make `account`, which has just signed in, the one whose desk is opened next; the desk must be closed."""
        before = choose_profile(self._settings)
        write_account(self._settings, account)
        self._laptop_key = self._key if before.account is None else None
        self._key, self._locked = None, False
        return f"Signed in to {account.server}."

    async def sign_out(self) -> str:
        """Forget the tokens; the data stays, encrypted, until this coach signs in again. The desk must be closed."""
        account = read_account(self._settings)
        if account is None or self._settings.token:
            raise NotSignedIn("Nobody is signed in on this laptop.")
        from coachdesk.desk.opening import keep_tokens
        from coachdesk.sync.platform_http import Tokens

        folder = profile_folder(self._settings, account.server, account.coach)
        await keep_tokens(folder, self._open_key(), self._clock, Tokens(access="", refresh=""))
        write_account(self._settings, None)
        self._key = None
        return "Signed out."

    # Backups.

    async def back_up(self, target: Path, passphrase: str) -> int:
        """Write everything of the open desk to one file and return its size in bytes; raises Refused, StorageFault."""
        from coachdesk.desk.opening import back_up

        checked(passphrase)
        return await back_up(self._settings, self._clock, target, passphrase, key=self._open_key())

    async def restore(self, source: Path, passphrase: str) -> str:
        """Take over what a backup holds, under its account; the desk must be closed.

        A desk on which nothing was ever written makes room for it. Without a keychain the backup's passphrase opens the
        data from now on. Raises Refused where there is other data of the same coach, NotFound, Unreadable or
        WrongPassphrase.
        """
        from coachdesk.desk.opening import restore

        here, self._key = self._key, None
        try:
            await restore(self._settings, self._clock, source, passphrase, key_here=here)
        except NoKeychain:
            given = replace(self._settings, passphrase=passphrase)
            await restore(given, self._clock, source, passphrase)
            await self.unlock(passphrase)
        return "The backup was restored."

    def _take_key(self, folder: Path) -> bytes:
        """Return the key of the profile in `folder`, fetched or made where it is not held yet."""
        if self._key is None:
            if self._locked:
                raise Locked("CoachDesk is locked. Type your passphrase.")
            ahead, self._ahead = self._ahead, None
            self._key = open_key(folder, self._settings, create=True, ahead=ahead)
        return self._key

    def _open_key(self) -> bytes:
        if self._key is None:
            raise Locked("CoachDesk is locked. Type your passphrase.")
        return self._key


def checked(passphrase: str) -> str:
    """Return `passphrase`; raises Refused if it is too short to protect anything."""
    if len(passphrase) < SHORTEST:
        raise Refused(f"Choose a passphrase of at least {SHORTEST} characters; a few words are easy to remember.")
    return passphrase
