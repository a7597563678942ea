"""This file listens on a port of the loopback address and counts who comes."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator


class Listener:
    """A listening socket. Whoever connects waits in its queue, and is counted when `connections` is read."""

    def __init__(self, listening: socket.socket) -> None:
        self._listening = listening
        self._came = 0
        self.port = int(listening.getsockname()[1])

    @property
    def connections(self) -> int:
        """How many have connected so far."""
        with contextlib.suppress(BlockingIOError):
            while True:
                self._listening.accept()[0].close()
                self._came += 1
        return self._came

    def connect(self) -> None:
        """Connect once, to see that it would be counted."""
        socket.create_connection(("127.0.0.1", self.port), timeout=5).close()


@contextlib.contextmanager
def listening() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0), backlog=128) as server:
        server.setblocking(False)
        yield Listener(server)
