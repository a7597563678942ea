"""This file loads server processes with real Socket.IO clients: devices that stay connected, and edits at an even pace.

The clients run in this process and the servers in theirs, so that the system says how much processor time each took.
What an edit waited for is in part the clients' own lateness; `late_ms` is how late this process was for other things.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import random
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import socketio

from coachdesk.domain.protocol import builtins
from coachdesk.server.app import Options, make_store
from coachdesk.server.auth import Auth
from coachdesk.settings import Settings
from tests.bench.homes import CLOCK, Words, fresh, revise, session_put
from tests.bench.measured import percentile

COACHES, DEVICES_EACH = 250, 2
EDITS_PER_S, SECONDS = 200, 20.0
WORDS = 60
CONNECTING_AT_ONCE = 10
LOOK_S = 0.01
DEADLINE_S = 60.0


@dataclass
class Load:
    """What one run gave; `processor` is the share of one core that servers and clients took while edits went."""

    kb_each: float
    acknowledged_ms: list[float] = field(default_factory=list)
    late_ms: list[float] = field(default_factory=list)
    seconds: float = 0.0
    processor: tuple[float, float] = (0.0, 0.0)

    @property
    def p99_ms(self) -> float:
        return percentile(self.acknowledged_ms, 0.99)

    def figures(self) -> dict[str, float | str]:
        """Return what is printed."""
        servers, clients = self.processor
        return {
            "p50 ms": round(percentile(self.acknowledged_ms, 0.5), 1),
            "p99 ms": round(self.p99_ms, 1),
            "edits/s": round(len(self.acknowledged_ms) / self.seconds),
            "KB each connection": round(self.kb_each),
            "% of a core, servers": round(100 * servers),
            "% of a core, clients": round(100 * clients),
            "p99 ms that the clients were late": round(percentile(self.late_ms, 0.99), 1),
        }


def load(processes: Sequence[Options], folder: Path) -> Load:
    """Start server processes on one new database, load them, and end them."""
    tokens = asyncio.run(_add_coaches(processes[0], folder))
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(_server(options, folder)) for options in processes]
        return asyncio.run(_drive(servers, tokens))


async def _add_coaches(options: Options, folder: Path) -> list[str]:
    """Return a token for each of so many new coaches."""
    store = make_store(options, Settings(home=folder))
    await store.open()
    try:
        auth = Auth(store, CLOCK)
        await auth.open()
        publics = [str(uuid.uuid4()) for _ in range(COACHES)]
        await store.accounts(lambda accounts: [accounts.add_coach(public, public, None) for public in publics])
        return [auth._signed({"sub": public}) for public in publics]
    finally:
        await store.close()


@contextlib.contextmanager
def _server(options: Options, folder: Path) -> Iterator[tuple[str, int]]:
    """Run a server process; gives its address and process id."""
    words = ["serve", "--port", "0", "--database", str(options.database)]
    words += ["--redis", options.redis] if options.redis else []
    process = subprocess.Popen(
        [sys.executable, "-m", "coachdesk", *words],
        stdout=subprocess.PIPE,
        env={**os.environ, "COACHDESK_HOME": str(folder)},
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().split()[1], process.pid
    finally:
        process.terminate()
        process.wait(DEADLINE_S)
        process.stdout.close()


async def _drive(servers: Sequence[tuple[str, int]], tokens: Sequence[str]) -> Load:
    """Connect all devices, then send edits at an even pace whatever the answers do."""
    pids = [pid for _, pid in servers]
    addresses = [address for address, _ in servers]
    for address in addresses:
        await (await _connect(address, tokens[0], "first")).disconnect()  # what a server needs once is no connection's
    before = sum(map(_resident_kb, pids))
    devices = await _connected(addresses, tokens)
    run = Load(kb_each=(sum(map(_resident_kb, pids)) - before) / len(devices))
    coaches = [_Coach(devices[at : at + DEVICES_EACH]) for at in range(0, len(devices), DEVICES_EACH)]
    texts = itertools.cycle(list(Words().texts(500, WORDS)))
    for coach in coaches:
        await coach.begin()
    rng = random.Random(11)
    looking = asyncio.create_task(_look(run.late_ms))
    spent, own = sum(map(_processor_s, pids)), time.process_time()
    began = time.perf_counter()
    editing = []
    for number in range(int(EDITS_PER_S * SECONDS)):
        await asyncio.sleep(max(0.0, began + number / EDITS_PER_S - time.perf_counter()))
        editing.append(asyncio.create_task(rng.choice(coaches).edit(rng, next(texts), run.acknowledged_ms)))
    await asyncio.gather(*editing)
    run.seconds = time.perf_counter() - began
    run.processor = (
        (sum(map(_processor_s, pids)) - spent) / run.seconds,
        (time.process_time() - own) / run.seconds,
    )
    looking.cancel()
    await asyncio.gather(*(device.disconnect() for device in devices))
    return run


async def _connected(addresses: Sequence[str], tokens: Sequence[str]) -> list[socketio.AsyncClient]:
    """Connect the devices of each coach, in turn to each address."""
    room = asyncio.Semaphore(CONNECTING_AT_ONCE)

    async def connect(number: int) -> socketio.AsyncClient:
        async with room:
            return await _connect(addresses[number % len(addresses)], tokens[number // DEVICES_EACH], f"d{number}")

    return list(await asyncio.gather(*map(connect, range(len(tokens) * DEVICES_EACH))))


async def _connect(address: str, token: str, device: str) -> socketio.AsyncClient:
    client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
    auth = {"token": token, "device": device, "protocol": 1}
    await client.connect(address, auth=auth, transports=["websocket"], wait_timeout=DEADLINE_S)
    return client


class _Coach:
    """One coach with a session that is edited on all devices."""

    def __init__(self, devices: Sequence[socketio.AsyncClient]) -> None:
        self._devices = devices
        self._session = fresh()
        self._parents: tuple[str, ...] = ()

    async def begin(self) -> None:
        await _push(self._devices[0], session_put(self._session, title="load"))

    async def edit(self, rng: random.Random, text: str, acknowledged_ms: list[float]) -> None:
        operation = revise(self._session, text, self._parents)
        began = time.perf_counter()
        await _push(rng.choice(self._devices), operation)
        acknowledged_ms.append((time.perf_counter() - began) * 1000)
        self._parents = (operation.entity,)


async def _push(device: socketio.AsyncClient, operation: object) -> None:
    answer = await device.call("sync-push", {"operations": [builtins(operation)]}, timeout=DEADLINE_S)
    assert answer["results"][0]["status"] in ("applied", "merged", "branched"), answer


async def _look(late_ms: list[float]) -> None:
    while True:
        due = time.perf_counter() + LOOK_S
        await asyncio.sleep(LOOK_S)
        late_ms.append((time.perf_counter() - due) * 1000)


def _resident_kb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


def _processor_s(pid: int) -> float:
    """Return how many seconds of a core a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
