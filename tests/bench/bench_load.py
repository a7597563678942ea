"""This file measures the platform under 500 connected devices and 200 edits a second, alone and as two processes."""

from __future__ import annotations

import asyncio
import contextlib
import random
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import socketio

from coachdesk.domain.protocol import builtins
from coachdesk.server.app import Options, make_store
from coachdesk.server.auth import Auth
from coachdesk.settings import Settings
from tests import engines
from tests.bench.homes import CLOCK, Words, fresh, revise, session_put, temporary_folder
from tests.bench.measured import Measured, percentile, report

COACHES, DEVICES_EACH = 250, 2
EDITS_PER_S, SECONDS = 200, 20.0
WORDS = 60
MOST_MS = 100.0
CONNECTING_AT_ONCE = 10
DEADLINE_S = 60.0


@dataclass
class Load:
    """What one run gave: acknowledgement times in ms, edits per second, and memory for each connection in KB."""

    acknowledged_ms: list[float]
    per_s: float
    kb_each: float

    @property
    def p99_ms(self) -> float:
        return percentile(self.acknowledged_ms, 0.99)


def measure() -> Measured:
    """Load one process on SQLite, then one and two on Postgres and Redis where those are to be had."""
    with temporary_folder() as folder:
        alone = _load([Options(port=0, database=str(folder / "platform.db"))], folder)
    seen: dict[str, float | str] = {"p50 ms": round(percentile(alone.acknowledged_ms, 0.5), 1)}
    seen |= {"edits/s": round(alone.per_s), "KB each connection": round(alone.kb_each)}
    try:
        with engines.postgres() as postgres, engines.redis() as redis, temporary_folder() as folder:
            for processes in (1, 2):
                options = Options(
                    port=0, database=engines.new_database(postgres), redis=f"redis://127.0.0.1:{redis.port}"
                )
                shared = _load([options] * processes, folder)
                name = f"Postgres + Redis, {processes} process{'es' if processes > 1 else ''}"
                seen |= {f"{name}: p99 ms": round(shared.p99_ms, 1), f"{name}: edits/s": round(shared.per_s)}
                seen[f"{name}: p50 ms"] = round(percentile(shared.acknowledged_ms, 0.5), 1)
    except engines.Missing as missing:
        seen["Postgres + Redis"] = str(missing)
    return Measured(
        name="load",
        value=round(alone.p99_ms, 1),
        unit="ms to the acknowledgement, p99",
        versus=f"the goal; {COACHES * DEVICES_EACH} devices of {COACHES} coaches, {EDITS_PER_S} edits/s for"
        f" {SECONDS:.0f} s, one process on SQLite; the clients share the machine with it",
        ratio=None,
        goal=f"<= {MOST_MS:.0f} ms",
        held=alone.p99_ms <= MOST_MS,
        seen=seen,
    )


def _load(processes: Sequence[Options], folder: Path) -> Load:
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
    code = "import sys; from coachdesk.cli import main; sys.exit(main(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, env={"COACHDESK_HOME": str(folder)}, text=True
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
    before = sum(_resident_kb(pid) for _, pid in servers)
    room = asyncio.Semaphore(CONNECTING_AT_ONCE)
    clients = [socketio.AsyncClient(reconnection=False, handle_sigint=False) for _ in range(COACHES * DEVICES_EACH)]

    async def connect(number: int) -> None:
        auth = {"token": tokens[number // DEVICES_EACH], "device": f"d{number}", "protocol": 1}
        address = servers[number % len(servers)][0]
        async with room:
            await clients[number].connect(address, auth=auth, transports=["websocket"], wait_timeout=DEADLINE_S)

    await asyncio.gather(*map(connect, range(len(clients))))
    kb_each = (sum(_resident_kb(pid) for _, pid in servers) - before) / len(clients)
    sessions = [fresh() for _ in tokens]
    heads: list[str | None] = [None] * len(tokens)
    for coach, session in enumerate(sessions):
        await _push(clients[coach * DEVICES_EACH], session_put(session, title="load"))
    texts = Words().texts(10_000_000, WORDS)
    rng = random.Random(11)
    waits: list[float] = []

    async def edit() -> None:
        coach = rng.randrange(len(tokens))
        head = heads[coach]
        operation = revise(sessions[coach], next(texts), (head,) if head else ())
        began = time.perf_counter()
        await _push(clients[coach * DEVICES_EACH + rng.randrange(DEVICES_EACH)], operation)
        waits.append((time.perf_counter() - began) * 1000)
        heads[coach] = operation.entity

    began = time.perf_counter()
    editing = []
    for number in range(int(EDITS_PER_S * SECONDS)):
        await asyncio.sleep(max(0.0, began + number / EDITS_PER_S - time.perf_counter()))
        editing.append(asyncio.create_task(edit()))
    await asyncio.gather(*editing)
    per_s = len(waits) / (time.perf_counter() - began)
    await asyncio.gather(*(client.disconnect() for client in clients))
    return Load(waits, per_s, kb_each)


async def _push(client: socketio.AsyncClient, operation: object) -> None:
    answer = await client.call("sync-push", {"operations": [builtins(operation)]}, timeout=DEADLINE_S)
    assert answer["results"][0]["status"] in ("applied", "merged", "branched"), answer


def _resident_kb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


if __name__ == "__main__":
    report(measure)
