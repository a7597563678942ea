"""This file reads Socket.IO's frames, and turns a malformed one into an event that is refused like any other.

The library itself would raise an exception somewhere inside, or end the connection without a word.
"""

from __future__ import annotations

import asyncio
import contextlib

import msgspec
import socketio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coachdesk.domain import protocol

GREETING_S = 30.0
"""How long a socket may stay without having been let in."""
_LET_IN, _PUT_OUT = "40", "41"
"""How the library's packets begin that say so: Engine.IO's message, with Socket.IO's connect and disconnect."""
UNREADABLE = "unreadable"
OVERSIZED = "oversized"


class WireJson:
    """JSON for the library: msgspec, which refuses NaN and lone surrogates, and passes rows on as they are stored."""

    @staticmethod
    def dumps(value: object, **_options: object) -> str:
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_options: object) -> object:
        return msgspec.json.decode(text)


class WirePacket(socketio.packet.Packet):  # type: ignore[misc]  # the library has no types
    """A packet whose malformed or binary event becomes the event `unreadable`."""

    uses_binary_events = False
    json = WireJson

    def __init__(self, *values: object, encoded_packet: object = None, **named: object) -> None:
        super().__init__(*values, encoded_packet=encoded_packet, **named)
        if encoded_packet is not None and not encoded_packet:
            self._spoil()

    def decode(self, encoded_packet: object) -> int:
        try:
            super().decode(encoded_packet)
        except (ValueError, TypeError, IndexError, RecursionError):
            self._spoil()
            return 0
        kinds = socketio.packet
        known = self.packet_type in (kinds.CONNECT, kinds.DISCONNECT, kinds.EVENT, kinds.ACK)
        if not known or (self.packet_type == kinds.EVENT and not _is_event(self.data)):
            self._spoil()
        return 0

    def _spoil(self) -> None:
        self.packet_type, self.namespace, self.data = socketio.packet.EVENT, None, [UNREADABLE]


class FrameGuard:
    """An ASGI application before the library's: it spares Engine.IO the frames that it would stumble over.

    One that is too large or not a packet becomes an event that is refused, so that the client is told. A socket that is
    not let in, left, or was put out, and stays all the same is closed after GREETING_S.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            line = _Line(receive, send)
            await self._app(scope, line.receive, line.send)
        else:
            await self._app(scope, receive, send)


class _Line:
    """One websocket, as the library is to see it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._until: float | None = asyncio.get_running_loop().time() + GREETING_S
        self._limit: asyncio.Timeout | None = None

    async def receive(self) -> Message:
        try:
            async with asyncio.timeout_at(self._until) as self._limit:
                message = await self._receive()
        except TimeoutError:
            return {"type": "websocket.disconnect", "code": 1008}
        if message["type"] == "websocket.receive":
            text = message.get("text")
            if len(text or message.get("bytes") or b"") > protocol.FRAME_MOST:
                return {"type": "websocket.receive", "text": f'42["{OVERSIZED}"]'}
            if text is None or text[:1] not in ("1", "2", "3", "4", "5"):
                return {"type": "websocket.receive", "text": f'42["{UNREADABLE}"]'}
            if text.startswith(_PUT_OUT):
                self._wait_until(asyncio.get_running_loop().time() + GREETING_S)
        return message

    async def send(self, message: Message) -> None:
        text = message.get("text") or ""
        if text.startswith(_LET_IN):
            self._wait_until(None)
        elif text.startswith(_PUT_OUT):
            self._wait_until(asyncio.get_running_loop().time() + GREETING_S)
        await self._send(message)

    def _wait_until(self, moment: float | None) -> None:
        self._until = moment
        if self._limit is not None:
            with contextlib.suppress(RuntimeError):  # no frame is waited for just now
                self._limit.reschedule(moment)


def _is_event(data: object) -> bool:
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        return False
    return data[0] not in ("connect", "disconnect", "connect_error", "*", "__disconnect_final")
