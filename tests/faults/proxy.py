"""This file is a proxy between a client and a platform on the loopback address that loses, doubles and delays frames.

Towards the platform it passes on bytes. Towards the client it reads the platform's WebSocket frames, far enough to
know where each ends, and asks `fate` what becomes of each text. So a frame that is lost here is one whose cause has
already taken effect on the platform.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

TEXT = 0x1


@dataclass(frozen=True)
class Fate:
    """What becomes of a frame: how often it arrives, how many seconds late (others overtake it), and a cut after it."""

    copies: int = 1
    late_s: float = 0.0
    cut: bool = False


PASSES = Fate()


class FaultProxy:
    """A listening proxy. `target` is the platform's port and may be changed; `fate` is asked for each text frame.

    `connections` counts all that came, `upgraded` those that became WebSockets.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.fate: Callable[[str], Fate] = lambda _text: PASSES
        self.refusing = False
        self.port = 0
        self.connections = 0
        self.upgraded = 0
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._clients: set[asyncio.StreamWriter] = set()
        self._lines: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> str:
        """Where clients go."""
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """End all connections at once, as a tunnel does; new ones are taken unless `refusing`."""
        for line in list(self._lines):
            line.transport.abort()

    def stall(self) -> None:
        """Pass nothing on in either direction, and say nothing about it."""
        self._flowing.clear()

    def flow(self) -> None:
        """Pass things on again."""
        self._flowing.set()

    def inject(self, frames: bytes) -> None:
        """Send bytes to all clients that were upgraded to a WebSocket, between two frames of the platform."""
        for client in list(self._clients):
            _write(client, frames)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection to its end."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        upstream: asyncio.StreamWriter | None = None
        try:
            if self.refusing:
                return
            answers, upstream = await asyncio.open_connection("127.0.0.1", self.target)
            self._lines |= {writer, upstream}
            ways = [
                asyncio.create_task(self._pass_on(reader, upstream)),
                asyncio.create_task(self._pass_answers(answers, writer)),
            ]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        except OSError:
            pass  # the platform is away, which is a fault like any other
        except asyncio.CancelledError:
            pass
        finally:
            for line in (writer, upstream):
                if line is not None:
                    self._lines.discard(line)
                    self._clients.discard(line)
                    line.transport.abort()
            self._tasks.discard(task)

    async def close(self) -> None:
        """End everything."""
        self.cut()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while piece := await reader.read(1 << 16):
                await self._flowing.wait()
                writer.write(piece)
                await writer.drain()

    async def _pass_answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            await self._flowing.wait()
            writer.write(head)
            if b" 101 " not in head.split(b"\r\n", 1)[0]:
                await self._pass_on(reader, writer)
                return
            self._clients.add(writer)
            self.upgraded += 1
            while True:
                opcode, frame, text = await read_frame(reader)
                await self._flowing.wait()
                fate = self.fate(text) if opcode == TEXT else PASSES
                if fate.late_s:
                    loop = asyncio.get_running_loop()
                    loop.call_later(fate.late_s, _write, writer, frame * fate.copies)
                else:
                    _write(writer, frame * fate.copies)
                if fate.cut:
                    return
                await writer.drain()


def _write(writer: asyncio.StreamWriter, frames: bytes) -> None:
    if not writer.is_closing():
        writer.write(frames)


async def read_frame(reader: asyncio.StreamReader) -> tuple[int, bytes, str]:
    """Return opcode, bytes and text of the next unmasked WebSocket frame (RFC 6455, 5.2); text is "" for others."""
    start = await reader.readexactly(2)
    opcode, length = start[0] & 0x0F, start[1] & 0x7F
    more = await reader.readexactly({126: 2, 127: 8}.get(length, 0))
    payload = await reader.readexactly(int.from_bytes(more) if more else length)
    return opcode, start + more + payload, payload.decode(errors="replace") if opcode == TEXT else ""


def frame_of(payload: bytes, opcode: int = TEXT) -> bytes:
    """Return `payload` as one unmasked WebSocket frame."""
    size = len(payload)
    if size < 126:
        return bytes((0x80 | opcode, size)) + payload
    if size < 1 << 16:
        return bytes((0x80 | opcode, 126)) + size.to_bytes(2) + payload
    return bytes((0x80 | opcode, 127)) + size.to_bytes(8) + payload


@asynccontextmanager
async def proxying(target: int | str) -> AsyncIterator[FaultProxy]:
    """Run a proxy before a platform, named by its port or address."""
    proxy = FaultProxy(target if isinstance(target, int) else int(target.rpartition(":")[2]))
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        await proxy.close()
        await server.wait_closed()
