"""This file knows the coaches: passwords, short-lived access tokens, refresh tokens that rotate, and devices.

An access token is a JWT that lives for 15 minutes. A login's refresh tokens are numbered and signed, not stored: using
number n gives n + 1, and gives the same n + 1 again until that one was used. So neither a crash before the answer was
stored nor two processes that renew at once lock anybody out. A number below that was copied: its login ends, and so do
the connections that came with it. A device is all logins that named it; revoking it ends them in the same way.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
import uuid
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from coachdesk.domain.clock import Clock, iso
from coachdesk.errors import NotFound, NotSignedIn, OurFault, UserFault
from coachdesk.server.limits import Limit
from coachdesk.server.notes import Ended, LocalNotes, Notes
from coachdesk.server.store import Accounts, Coach, Login, Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher

ACCESS_MS = 15 * 60 * 1000
REFRESH_MS = 60 * 24 * 60 * 60 * 1000
PASSWORD_LEAST = 10
ATTEMPTS_IN_S = 300.0
ATTEMPTS_AT_ONE_NAME = 10
"""How many wrong passwords for one name come from one address before it has to wait."""
ATTEMPTS = 100
"""How many wrong passwords come from one address, or for one name from everywhere, before they have to wait."""
HASHED_AT_ONCE = 2
"""Argon2id takes 64 MB for each password that is looked at."""
DEMO_COACH = "demo"
_SECRET = "jwt-secret"  # noqa: S105 - the name under which it is stored


class Granted(msgspec.Struct, frozen=True):
    """What a login or a refresh gives; `coach` is the account's public id."""

    access: str
    refresh: str
    coach: str

    def __repr__(self) -> str:
        return "Granted()"


class Caller(NamedTuple):
    """Who presented an access token. `login` is None for the demo coach's token, which no login gave."""

    coach: Coach
    login: str | None


class Device(msgspec.Struct, frozen=True):
    """A device that is signed in; times are ISO 8601."""

    id: str
    since: str
    seen: str


class Auth:
    """The accounts of one server; its processes share limits over `notes`."""

    def __init__(self, store: Store, clock: Clock, notes: Notes | None = None) -> None:
        self._store = store
        self._clock = clock
        self._secret = b""
        self._on_ended: Callable[[Ended], None] = _nobody_listens
        self._hashing = asyncio.Semaphore(HASHED_AT_ONCE)
        notes = notes or LocalNotes()
        self._at_one_name = Limit("sign-in of a name", ATTEMPTS_AT_ONE_NAME, ATTEMPTS_IN_S, clock, notes)
        self._in_all = Limit("sign-in", ATTEMPTS, ATTEMPTS_IN_S, clock, notes)

    async def open(self, on_ended: Callable[[Ended], None] | None = None) -> None:
        """Read the secret that signs tokens, and make it in a new database. `on_ended` hears of ended logins."""
        self._on_ended = on_ended or _nobody_listens
        self._secret = await self._store.accounts(lambda accounts: accounts.meta_or(_SECRET, secrets.token_bytes(32)))

    async def create_coach(self, name: str, password: str) -> Coach:
        """Add an account; raises UserFault for a name that is taken or a short password."""
        if len(password) < PASSWORD_LEAST:
            raise UserFault(f"The password is too short. Take {PASSWORD_LEAST} characters or more.")
        hashed = _hasher().hash(password)

        coach = await self._store.accounts(lambda accounts: accounts.add_coach(str(uuid.uuid4()), name, hashed))
        if coach is None:
            raise UserFault("There is a coach of that name already. Take another name.")
        return coach

    async def demo_coach(self) -> tuple[Coach, str]:
        """Return the coach of the sample sessions, and a token that never expires and is always the same."""

        def find(accounts: Accounts) -> Coach | None:
            accounts.add_coach(str(uuid.uuid4()), DEMO_COACH, None)
            return accounts.coach_named(DEMO_COACH)

        coach = await self._store.accounts(find)
        if coach is None:
            raise OurFault("The demo's coach could not be added.")
        return coach, self._signed({"sub": coach.public})

    async def login(self, name: str, password: str, device: str, address: str = "") -> Granted:
        """Return tokens; raises NotSignedIn, in the same time for an unknown name as for a wrong password.

        Raises TooMany after too many wrong passwords for this name or from this address.
        """
        attempts = ((self._at_one_name, f"{address} {name}"), (self._in_all, f"to {name}"), (self._in_all, address))
        _check(attempts)
        coach = await self._store.accounts(lambda accounts: accounts.coach_named(name))
        async with self._hashing:
            _check(attempts)  # again: of attempts that came at the same moment, the first ones are counted by now
            if not await _verified(coach.password if coach else None, password):
                coach = None
                for limit, key in attempts:
                    await limit.count(key)
        if coach is None:
            raise NotSignedIn("The platform does not know this name and password. Check both and try again.")
        now_ms = self._clock.wall_ms()
        id = secrets.token_urlsafe(16)
        login = Login(
            id=id,
            coach=coach.id,
            device=device or id,
            used=0,
            since_ms=now_ms,
            seen_ms=now_ms,
            expires_ms=now_ms + REFRESH_MS,
        )

        def add(accounts: Accounts) -> None:
            accounts.drop_expired_logins(coach.id, now_ms)
            accounts.put_login(login)

        await self._store.accounts(add)
        return self._granted(coach, login)

    async def refresh(self, token: str) -> Granted:
        """Return the next tokens; raises NotSignedIn for a token that is not valid any more."""
        refused = NotSignedIn("The platform does not accept your sign-in any more. Sign in again; nothing is lost.")
        id, _, rest = token.partition(".")
        number = int(rest.partition(".")[0]) if rest.partition(".")[0].isdecimal() else 0
        if not hmac.compare_digest(self._refresh_token(id, number).encode(), token.encode()):
            raise refused
        now_ms = self._clock.wall_ms()

        def rotate(accounts: Accounts) -> tuple[Coach | None, Login] | None:
            login = accounts.login(id)
            if login is None:
                return None
            if number < login.used or login.expires_ms < now_ms:
                accounts.drop_login(id)
                return None, login
            used = msgspec.structs.replace(login, used=number, seen_ms=now_ms, expires_ms=now_ms + REFRESH_MS)
            accounts.put_login(used)
            return accounts.coach_by_id(login.coach), used

        rotated = await self._store.accounts(rotate)
        if rotated is None:
            raise refused
        coach, login = rotated
        if coach is None:
            self._on_ended(Ended(login.coach, frozenset({id})))
            raise refused
        return self._granted(coach, login)

    async def caller_of(self, token: str) -> Caller:
        """Return whose access token this is; raises NotSignedIn, also where its login has ended."""
        import jwt

        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=["HS256"],
                options={"require": ["sub"], "verify_exp": False, "verify_iat": False},
            )
        except (jwt.InvalidTokenError, ValueError) as fault:
            raise NotSignedIn("The platform does not accept this token. Sign in again; nothing is lost.") from fault
        expires, public, id = claims.get("exp"), str(claims["sub"]), claims.get("login")
        if expires is not None and expires * 1000 <= self._clock.wall_ms():
            raise NotSignedIn("The platform does not accept this token any more. Sign in again; nothing is lost.")

        def find(accounts: Accounts) -> tuple[Coach | None, bool]:
            return accounts.coach_with(public), id is None or accounts.login(id) is not None

        coach, signed_in = await self._store.accounts(find)
        if coach is None:
            raise NotSignedIn("The platform does not know this coach any more. Sign in again.")
        if not signed_in:
            raise NotSignedIn("This device was signed out. Sign in again; nothing is lost.")
        return Caller(coach, id)

    async def devices(self, coach: Coach) -> list[Device]:
        """Return the coach's devices, the one that was seen last first."""
        now_ms = self._clock.wall_ms()
        logins = await self._store.accounts(lambda accounts: accounts.logins(coach.id))
        spans: dict[str, tuple[int, int]] = {}
        for login in logins:
            if login.expires_ms >= now_ms:
                since, seen = spans.get(login.device, (login.since_ms, login.seen_ms))
                spans[login.device] = (min(since, login.since_ms), max(seen, login.seen_ms))
        ordered = sorted(spans.items(), key=lambda item: item[1][1], reverse=True)
        return [Device(id, iso(since), iso(seen)) for id, (since, seen) in ordered]

    async def revoke(self, coach: Coach, device: str) -> None:
        """End all logins of a device, and the connections of both; raises NotFound."""

        def drop(accounts: Accounts) -> frozenset[str]:
            ids = frozenset(login.id for login in accounts.logins(coach.id) if login.device == device)
            for id in ids:
                accounts.drop_login(id)
            return ids

        ended = await self._store.accounts(drop)
        if not ended:
            raise NotFound("The platform does not know this device.")
        self._on_ended(Ended(coach.id, ended, device))

    async def ended_among(self, logins: Collection[str]) -> frozenset[str]:
        """Return those of `logins` that are none any more."""
        return await self._store.accounts(lambda accounts: frozenset(id for id in logins if accounts.login(id) is None))

    def _granted(self, coach: Coach, login: Login) -> Granted:
        now_ms = self._clock.wall_ms()
        access = self._signed(
            {"sub": coach.public, "login": login.id, "iat": now_ms // 1000, "exp": (now_ms + ACCESS_MS) // 1000}
        )
        return Granted(access, self._refresh_token(login.id, login.used + 1), coach.public)

    def _refresh_token(self, login: str, number: int) -> str:
        stem = f"{login}.{number}"
        return f"{stem}.{hmac.new(self._secret, f'refresh {stem}'.encode(), hashlib.sha256).hexdigest()}"

    def _signed(self, claims: dict[str, object]) -> str:
        import jwt

        return jwt.encode(claims, self._secret, algorithm="HS256")


def _check(attempts: Iterable[tuple[Limit, str]]) -> None:
    for limit, key in attempts:
        limit.check(key, "There were too many attempts to sign in. Wait five minutes, then try again.")


def _nobody_listens(_ended: Ended) -> None:
    pass


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


async def _verified(hashed: str | None, password: str) -> bool:
    """Return whether the password is right. It takes as long for an account that does not exist."""
    from argon2.exceptions import InvalidHashError, VerificationError

    hasher = _hasher()

    def verify() -> bool:
        try:
            hasher.verify(hashed or hasher.hash("an account that is not there"), password)
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None

    return await asyncio.to_thread(verify)
