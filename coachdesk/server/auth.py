"""This file knows the coaches: passwords, short-lived access tokens, and refresh tokens that rotate.

An access token is a JWT that lives for 15 minutes. Each login begins a family of refresh tokens: using one gives the
next, and the one before stays valid until the next was used, so that a crash between the two locks nobody out. A token
older than that was stolen or copied: its whole family ends.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from coachdesk.domain.clock import Clock
from coachdesk.errors import NotSignedIn, UserFault
from coachdesk.server.store import Accounts, Coach, Family, Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher

ACCESS_MS = 15 * 60 * 1000
REFRESH_MS = 60 * 24 * 60 * 60 * 1000
PASSWORD_LEAST = 10
DEMO_COACH = "demo"
_SECRET = "jwt-secret"  # noqa: S105 - the name under which it is stored


class Granted(msgspec.Struct, frozen=True):
    """What a login or a refresh gives; `coach` is the account's public id."""

    access: str
    refresh: str
    coach: str

    def __repr__(self) -> str:
        return "Granted()"


class Auth:
    """The accounts of one server."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._secret = b""

    async def open(self) -> None:
        """Read the secret that signs tokens, and make it in a new database."""

        def read(accounts: Accounts) -> bytes:
            secret = accounts.meta(_SECRET)
            if secret is None:
                secret = secrets.token_bytes(32)
                accounts.set_meta(_SECRET, secret)
            return secret

        self._secret = await self._store.accounts(read)

    async def create_coach(self, name: str, password: str) -> Coach:
        """Add an account; raises UserFault for a name that is taken or a short password."""
        if len(password) < PASSWORD_LEAST:
            raise UserFault(f"The password is too short. Take {PASSWORD_LEAST} characters or more.")
        hashed = _hasher().hash(password)

        def add(accounts: Accounts) -> Coach | None:
            if accounts.coach_named(name) is not None:
                return None
            return accounts.add_coach(str(uuid.uuid4()), name, hashed)

        coach = await self._store.accounts(add)
        if coach is None:
            raise UserFault("There is a coach of that name already. Take another name.")
        return coach

    async def demo_coach(self) -> tuple[Coach, str]:
        """Return the coach of the sample sessions, and a token that never expires and is always the same."""

        def find(accounts: Accounts) -> Coach:
            return accounts.coach_named(DEMO_COACH) or accounts.add_coach(str(uuid.uuid4()), DEMO_COACH, None)

        coach = await self._store.accounts(find)
        return coach, self._signed({"sub": coach.public})

    async def login(self, name: str, password: str, device: str) -> Granted:
        """Return tokens; raises NotSignedIn, in the same time for an unknown name as for a wrong password."""
        coach = await self._store.accounts(lambda accounts: accounts.coach_named(name))
        right = await _verified(coach.password if coach else None, password)
        if coach is None or not right:
            raise NotSignedIn("The platform does not know this name and password. Check both and try again.")
        return await self._grant(coach, device)

    async def refresh(self, token: str) -> Granted:
        """Return the next tokens; raises NotSignedIn for a token that is not valid any more."""
        family_id, _, secret = token.partition(".")
        presented = hashlib.sha256(secret.encode()).digest()
        new_secret = secrets.token_urlsafe(32)
        now_ms = self._clock.wall_ms()

        def rotate(accounts: Accounts) -> Coach | None:
            family = accounts.family(family_id)
            if family is None:
                return None
            is_current = hmac.compare_digest(family.current, presented)
            is_previous = family.previous is not None and hmac.compare_digest(family.previous, presented)
            if not (is_current or is_previous) or family.expires_ms < now_ms:
                accounts.drop_family(family_id)
                return None
            accounts.put_family(
                msgspec.structs.replace(
                    family,
                    current=hashlib.sha256(new_secret.encode()).digest(),
                    previous=presented,
                    expires_ms=now_ms + REFRESH_MS,
                )
            )
            return accounts.coach_by_id(family.coach)

        coach = await self._store.accounts(rotate)
        if coach is None:
            raise NotSignedIn("The platform does not accept your sign-in any more. Sign in again; nothing is lost.")
        return Granted(self._access(coach), f"{family_id}.{new_secret}", coach.public)

    async def coach_of(self, token: str) -> Coach:
        """Return the coach to whom an access token belongs; raises NotSignedIn."""
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
        expires = claims.get("exp")
        if expires is not None and expires * 1000 <= self._clock.wall_ms():
            raise NotSignedIn("The platform does not accept this token any more. Sign in again; nothing is lost.")
        coach = await self._store.accounts(partial(_with_public, public=str(claims["sub"])))
        if coach is None:
            raise NotSignedIn("The platform does not know this coach any more. Sign in again.")
        return coach

    async def _grant(self, coach: Coach, device: str) -> Granted:
        secret = secrets.token_urlsafe(32)
        family = Family(
            id=secrets.token_urlsafe(16),
            coach=coach.id,
            device=device,
            current=hashlib.sha256(secret.encode()).digest(),
            previous=None,
            expires_ms=self._clock.wall_ms() + REFRESH_MS,
        )
        await self._store.accounts(lambda accounts: accounts.put_family(family))
        return Granted(self._access(coach), f"{family.id}.{secret}", coach.public)

    def _access(self, coach: Coach) -> str:
        now_ms = self._clock.wall_ms()
        return self._signed({"sub": coach.public, "iat": now_ms // 1000, "exp": (now_ms + ACCESS_MS) // 1000})

    def _signed(self, claims: dict[str, object]) -> str:
        import jwt

        return jwt.encode(claims, self._secret, algorithm="HS256")


def _with_public(accounts: Accounts, public: str) -> Coach | None:
    return accounts.coach_with(public)


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


async def _verified(hashed: str | None, password: str) -> bool:
    """Return whether the password is right. It takes as long for an account that does not exist."""
    import asyncio

    from argon2.exceptions import InvalidHashError, VerificationError

    hasher = _hasher()

    def verify() -> bool:
        try:
            hasher.verify(hashed or hasher.hash("an account that is not there"), password)
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None

    return await asyncio.to_thread(verify)
