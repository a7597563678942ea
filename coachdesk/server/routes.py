"""This file answers HTTP: health, sign-in, sessions page by page, summaries and blobs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from coachdesk.domain.clock import wall_ms_of
from coachdesk.domain.protocol import PROTOCOL, RevisionChange, SessionChange
from coachdesk.errors import CoachDeskError, NotFound, NotSignedIn, Refused
from coachdesk.server.auth import Auth
from coachdesk.server.blobs import Blobs, TooLarge
from coachdesk.server.limits import TooMany
from coachdesk.server.platform import Platform
from coachdesk.server.store import Coach, CoachReader, Store

T = TypeVar("T")

BODY_BYTES = 64 * 1024
"""The most that a sign-in may send."""
PAGE_MOST = 200


class _Login(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    password: str
    device: Annotated[str, msgspec.Meta(max_length=128)] = ""

    def __repr__(self) -> str:
        return "_Login()"


class _Refresh(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    refresh: str

    def __repr__(self) -> str:
        return "_Refresh()"


class Routes:
    """The HTTP side of the server; `app` is its ASGI application."""

    def __init__(self, store: Store, auth: Auth, platform: Platform, blobs: Blobs) -> None:
        self._store = store
        self._auth = auth
        self._platform = platform
        self._blobs = blobs
        self.app = Starlette(
            routes=[
                Route("/v1/health", _guarded(self._health)),
                Route("/v1/auth/login", _guarded(self._login), methods=["POST"]),
                Route("/v1/auth/refresh", _guarded(self._refresh), methods=["POST"]),
                Route("/v1/devices", _guarded(self._devices)),
                Route("/v1/devices/{id:path}", _guarded(self._revoke), methods=["DELETE"]),
                Route("/v1/sessions", _guarded(self._sessions)),
                Route("/v1/sessions/{id}", _guarded(self._session)),
                Route("/v1/sessions/{id}/summaries", _guarded(self._summaries)),
                Route("/v1/blobs/{sha}", _guarded(self._get_blob), methods=["GET"]),
                Route("/v1/blobs/{sha}", _guarded(self._put_blob), methods=["PUT"]),
            ]
        )

    async def _health(self, _request: Request) -> Response:
        return _json({"ok": True, "protocol": PROTOCOL})

    async def _login(self, request: Request) -> Response:
        asked = await _body(request, _Login)
        address = request.client.host if request.client is not None else ""
        return _json(await self._auth.login(asked.name, asked.password, asked.device, address))

    async def _refresh(self, request: Request) -> Response:
        return _json(await self._auth.refresh((await _body(request, _Refresh)).refresh))

    async def _devices(self, request: Request) -> Response:
        return _json({"items": await self._auth.devices(await self._coach(request))})

    async def _revoke(self, request: Request) -> Response:
        await self._auth.revoke(await self._coach(request), request.path_params["id"])
        return Response(status_code=204)

    async def _sessions(self, request: Request) -> Response:
        coach = await self._coach(request)
        page, limit = _number(request, "page", 1, 1_000_000), _number(request, "limit", 50, PAGE_MOST)
        date_from, date_to = _date(request, "dateFrom"), _date(request, "dateTo")

        def read(reader: CoachReader) -> tuple[list[bytes], int]:
            return reader.sessions(date_from, date_to, (page - 1) * limit, limit)

        bodies, total = await self._store.read(coach.id, read)
        return _json({"items": [_plain(body) for body in bodies], "page": page, "limit": limit, "total": total})

    async def _session(self, request: Request) -> Response:
        coach = await self._coach(request)
        id = request.path_params["id"]
        await self._platform.owned_session(coach.id, id)
        body = await self._store.read(coach.id, lambda reader: reader.bodies("session", (id,))[id])
        return _json(_plain(body))

    async def _summaries(self, request: Request) -> Response:
        coach = await self._coach(request)
        id = request.path_params["id"]
        session = await self._platform.owned_session(coach.id, id)
        bodies = await self._store.read(coach.id, lambda reader: reader.within(id, "revision"))
        changes = [msgspec.json.decode(body, type=RevisionChange) for body in bodies]
        items = [{"id": change.id, **msgspec.to_builtins(change.data)} for change in changes]
        return _json({"items": items, "head": session.head, "approved": session.approved})

    async def _get_blob(self, request: Request) -> Response:
        coach = await self._coach(request)
        path = await self._blobs.path(coach.id, request.path_params["sha"])
        return FileResponse(path, media_type="application/octet-stream", headers={"X-Content-Type-Options": "nosniff"})

    async def _put_blob(self, request: Request) -> Response:
        coach = await self._coach(request)
        await self._blobs.put(coach.id, request.path_params["sha"], request.stream())
        return Response(status_code=201)

    async def _coach(self, request: Request) -> Coach:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotSignedIn("Send the token as Authorization: Bearer.")
        return (await self._auth.caller_of(token.strip())).coach


def _guarded(handler: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Return `handler` with every refusal as a status, a code and one sentence."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except msgspec.DecodeError:
            return _failure(400, "invalid", "The platform cannot read this request.")
        except CoachDeskError as fault:
            return _failure(_status(fault), fault.code, str(fault))

    return answer


def _status(fault: CoachDeskError) -> int:
    if isinstance(fault, NotSignedIn):
        return 401
    if isinstance(fault, NotFound):
        return 404
    if isinstance(fault, TooLarge):
        return 413
    if isinstance(fault, TooMany):
        return 429
    return 400 if isinstance(fault, Refused) else 500


async def _body(request: Request, form: type[T]) -> T:
    """Return a small JSON body; raises msgspec.DecodeError."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_BYTES:
            raise TooLarge("The request is too large.")
    return msgspec.json.decode(body, type=form)


def _number(request: Request, name: str, otherwise: int, most: int) -> int:
    try:
        value = int(request.query_params.get(name, otherwise))
    except ValueError as fault:
        raise Refused(f"“{name}” has to be a number.") from fault
    if not 1 <= value <= most:
        raise Refused(f"“{name}” has to be between 1 and {most}.")
    return value


def _date(request: Request, name: str) -> str:
    """Return a day or moment, "" if none is named; midnight is the day itself, since most sessions have no time."""
    value = request.query_params.get(name, "")
    if value:
        try:
            wall_ms_of(value)
        except (ValueError, OverflowError) as fault:
            raise Refused(f"“{name}” has to be a day like 2026-05-12, or a moment in ISO 8601.") from fault
    day, _, time = value.partition("T")
    return day if time.startswith("00:00:00") else value


def _plain(body: bytes) -> dict[str, object]:
    change = msgspec.json.decode(body, type=SessionChange)
    return {"id": change.id, **msgspec.to_builtins(change.data)}


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def _failure(status: int, code: str, message: str) -> Response:
    return _json({"ok": False, "code": code, "message": message}, status)
