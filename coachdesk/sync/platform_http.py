"""This file speaks HTTP with the platform: is it one, who are you, and the blobs; redirects are refused.

A redirect would carry the token to another origin, over plain http too, so every session here ends the request instead
of following it. TLS is required unless the host is this machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import ssl
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

import msgspec

from coachdesk.domain.loopback import is_loopback
from coachdesk.domain.protocol import BLOB_BYTES, PROTOCOL
from coachdesk.errors import EnvironmentFault, NoPlatform, NotFound, NotSignedIn, Offline, Refused, UserFault

if TYPE_CHECKING:
    from types import SimpleNamespace

    import aiohttp

CONNECT_S = 10.0
REQUEST_S = 30.0
BLOB_S = 300.0


class Speaks(StrEnum):
    """What an address turned out to be."""

    PROTOCOL = "protocol"
    SEED = "seed"


class Tokens(msgspec.Struct, frozen=True):
    """What a login or a refresh gives. `access` is short-lived; `refresh` may be used once."""

    access: str
    refresh: str
    coach: str = ""


def checked_address(server: str) -> str:
    """Return `server` without a trailing slash; raises UserFault unless it is https, or http on this machine."""
    parts = urlsplit(server)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UserFault(f"“{server}” is not an address. Give one like https://platform.example.")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise UserFault("CoachDesk does not send notes over plain http. Use the https:// address of the platform.")
    return server.rstrip("/")


class Trust:
    """The authorities that vouch for `server`: the system's and those in the file `ca`, read once."""

    def __init__(self, server: str, ca: Path | None) -> None:
        self._needed = urlsplit(server).scheme == "https"
        self._ca = ca
        self._context: ssl.SSLContext | None = None

    async def context(self) -> ssl.SSLContext | bool:
        """Return what aiohttp wants to know; raises Offline if `ca` cannot be read."""
        if self._needed and self._context is None:
            # Reading the system's authorities takes 50 to 130 ms, which the window would not turn.
            self._context = await asyncio.to_thread(self._read)
        return self._context or True

    def _read(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self._ca is not None:
            try:
                context.load_verify_locations(self._ca)
            except OSError as fault:
                raise Offline(
                    "The certificates that COACHDESK_CA names cannot be read. Check the file; your edits wait here."
                ) from fault
        return context


def new_session(context: ssl.SSLContext | bool, on_answer: Callable[[], None] = lambda: None) -> aiohttp.ClientSession:
    """Return an aiohttp session that follows no redirect and trusts whom `context` does.

    `on_answer` is called when the head of an answer has come.
    """
    import aiohttp

    async def refuse(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, _params: aiohttp.TraceRequestRedirectParams
    ) -> NoReturn:
        raise aiohttp.ClientConnectionError("a redirect was refused")

    async def answered(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, _params: aiohttp.TraceRequestEndParams
    ) -> None:
        on_answer()

    trace = aiohttp.TraceConfig()
    trace.on_request_redirect.append(refuse)
    trace.on_request_end.append(answered)
    return aiohttp.ClientSession(
        trace_configs=[trace],
        connector=aiohttp.TCPConnector(ssl=context, force_close=True),
        timeout=aiohttp.ClientTimeout(total=REQUEST_S, sock_connect=CONNECT_S),
    )


class PlatformHttp:
    """The platform's HTTP routes at one address."""

    def __init__(self, server: str, ca: Path | None) -> None:
        self._server = checked_address(server)
        self._trust = Trust(self._server, ca)
        self.answered_ms: int | None = None
        """When the last answer was given by the platform's own clock, in ms since 1970; None if it did not say."""

    async def probe(self) -> Speaks:
        """Return what the address seems to speak: without such a page the seed's events, if it takes a connection.

        Raises Offline where nothing answers or the platform is not ready, NoPlatform for anything else that answers,
        such as the page of a guest Wi-Fi.
        """
        status, body = await self._request("GET", "/v1/health")
        if status == 404:
            return Speaks.SEED
        if status >= 500:
            raise Offline("The platform is not ready. CoachDesk goes on trying; your edits wait on this laptop.")
        health: object = None
        with contextlib.suppress(msgspec.DecodeError, RecursionError):
            health = msgspec.json.decode(body) if status == 200 else None
        if isinstance(health, dict) and health.get("protocol") == PROTOCOL:
            return Speaks.PROTOCOL
        raise NoPlatform("What answers is not the platform. If this is a guest Wi-Fi, sign in to it first.")

    async def login(self, name: str, password: str, device: str) -> Tokens:
        """Return tokens for a coach; raises NotSignedIn, Offline or NoPlatform."""
        return await self._tokens("/v1/auth/login", {"name": name, "password": password, "device": device})

    async def refresh(self, token: str) -> Tokens:
        """Return new tokens for a refresh token; raises NotSignedIn once it is no longer valid."""
        return await self._tokens("/v1/auth/refresh", {"refresh": token})

    async def put_blob(self, sha: str, content: bytes, token: str) -> None:
        """Store a blob; raises NotSignedIn, Refused (too large, wrong hash) or Offline."""
        status, _body = await self._request("PUT", f"/v1/blobs/{sha}", token=token, content=content, total_s=BLOB_S)
        if status not in (200, 201, 204):
            self._raise(status)

    async def get_blob(self, sha: str, token: str) -> bytes:
        """Return a blob; raises NotFound, NotSignedIn or Offline."""
        status, body = await self._request("GET", f"/v1/blobs/{sha}", token=token, total_s=BLOB_S)
        if status != 200:
            self._raise(status)
        return body

    async def _tokens(self, path: str, payload: dict[str, str]) -> Tokens:
        status, body = await self._request("POST", path, content=msgspec.json.encode(payload))
        if status in (400, 401, 403):
            raise NotSignedIn("The platform does not know this name and password. Check both and try again.")
        if status != 200:
            self._raise(status)
        try:
            return msgspec.json.decode(body, type=Tokens)
        except msgspec.DecodeError as fault:
            raise NoPlatform("What answers is not a CoachDesk platform. Check its address.") from fault

    async def _request(
        self, method: str, path: str, *, token: str = "", content: bytes | None = None, total_s: float = REQUEST_S
    ) -> tuple[int, bytes]:
        """Return status and body (at most BLOB_BYTES) of one request; raises Offline when none comes."""
        import aiohttp

        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if content is not None:
            headers["Content-Type"] = "application/json" if method == "POST" else "application/octet-stream"
        timeout = aiohttp.ClientTimeout(total=total_s, sock_connect=CONNECT_S)
        data = None if content is None else io.BytesIO(content)  # bytes at once would hold the loop
        context = await self._trust.context()
        try:
            async with (
                new_session(context) as session,
                session.request(method, self._server + path, data=data, headers=headers, timeout=timeout) as answer,
            ):
                body = bytearray()
                async for piece in answer.content.iter_chunked(1 << 16):
                    body += piece
                    if len(body) > BLOB_BYTES:
                        raise Refused("The platform sent a file larger than 50 MB. It was not taken.")
                self.answered_ms = _moment(answer.headers.get("Date", ""))
                return answer.status, bytes(body)
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            raise Offline("The platform cannot be reached. Your edits wait on this laptop.") from fault

    @staticmethod
    def _raise(status: int) -> NoReturn:
        if status == 401:
            raise NotSignedIn("The platform does not accept your sign-in any more. Sign in again; nothing is lost.")
        if status == 404:
            raise NotFound("The platform does not have this file.")
        if status in (400, 409, 413, 422):
            raise Refused("The platform refused the file.")
        raise EnvironmentFault("The platform could not do this now. CoachDesk tries again by itself.")


def _moment(date: str) -> int | None:
    """Return the ms since 1970 of an HTTP date, or None."""
    try:
        return int(parsedate_to_datetime(date).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
