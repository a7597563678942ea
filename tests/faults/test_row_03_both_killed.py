"""This file kills app and platform and cuts the line between them in any order, in virtual time.

The app's replica and sync engine and the platform's rules and database are the real ones; the connection is a fake, so
that a request can be lost at each point of its way, and time is virtual, so that 10,000 schedules are played.
"""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coachdesk.domain import protocol
from coachdesk.domain.protocol import Operation, PushReply, builtins
from coachdesk.errors import Offline
from coachdesk.server.blobs import Blobs
from coachdesk.server.notes import LocalNotes
from coachdesk.server.platform import Platform
from coachdesk.server.sqlite_store import SqliteStore
from coachdesk.storage.lock import SenderLock
from coachdesk.storage.replica import Replica
from coachdesk.storage.writer import Writer
from coachdesk.sync.blobs import Blobs as BlobsOfApp
from coachdesk.sync.connection import ConnectionState, Unanswered
from coachdesk.sync.engine import SyncEngine
from tests.faults.effects import assert_one_effect_each, random_edit
from tests.faults.memory_disk import folder_in_memory
from tests.faults.virtual_time import VirtualLoop
from tests.storage.edits import KEY, session_put

SESSIONS = 3
SYNCED_S = 60.0
"""Within this virtual time all is synced once everything is healed."""


class Silent:
    """Tells nobody: what an announcement brings, a pull brings too."""

    async def tell(self, *_: Any, **__: Any) -> None: ...

    async def preview(self, *_: Any) -> None: ...

    def changed(self, *_: Any) -> None: ...

    def someone_joined(self, *_: Any) -> bool:
        return False


class Server:
    """The platform's rules over its database in `folder`; killed, it is begun again from the file."""

    def __init__(self, folder: Path, loop: VirtualLoop) -> None:
        self._file, self._loop = folder / "platform.db", loop
        self.platform: Platform | None = None
        self._store: SqliteStore | None = None
        self.coach = 0

    async def live(self) -> None:
        self._store = SqliteStore(self._file)
        await self._store.open()
        if not self.coach:
            self.coach = (await self._store.accounts(lambda accounts: accounts.add_coach("a", "Ann", None))).id
        blobs = Blobs(self._file.with_name("blobs"), self._store)
        self.platform = Platform(
            self._store, blobs, self._loop, Silent(), lambda _: None, lambda *_: None, LocalNotes()
        )

    async def die(self) -> None:
        self.platform, store, self._store = None, self._store, None
        if store is not None:
            await store.close()

    async def answer(self, event: str, payload: Any, device: str) -> Any:
        """Do as the sockets do; raises Offline when dead."""
        platform = self.platform
        if platform is None:
            raise Offline("The platform is dead.")
        match event:
            case protocol.SYNC_PUSH:
                results = await platform.push(self.coach, payload["operations"], device, device)
                return builtins(PushReply(results=results))
            case protocol.SYNC_PULL:
                bodies, cursor, more = await platform.pull(self.coach, payload["cursor"], payload["limit"])
                return {"changes": [msgspec.json.decode(body) for body in bodies], "cursor": cursor, "more": more}
            case _:
                feed = await platform.digest(self.coach)
                return {"seq": feed.seq, "counts": dict(feed.counts), "hash": protocol.digest_hex(feed.total)}


class World:
    """The line and its faults. `faulty` ends with the schedule: then all heals."""

    def __init__(self, server: Server, rng: random.Random) -> None:
        self.server, self.rng = server, rng
        self.up = True
        self.faulty = True

    def fault(self) -> str:
        """Return what happens to one request on its way."""
        if not self.faulty:
            return ""
        faults = ("lost", "cut before", "cut after", "unanswered", "dead before", "dead after")
        return self.rng.choice(faults) if self.rng.random() < 0.25 else ""

    async def kill_server(self) -> None:
        """Kill the platform, unless all was healed while the request was on its way: nobody would begin it again."""
        if self.faulty:
            await self.server.die()


class FakeConnection:
    """A `Connection` of the engine over `world`."""

    def __init__(self, world: World, device: str, on_state: Callable[[ConnectionState], None]) -> None:
        self._world, self._device, self._on_state = world, device, on_state
        self.state = ConnectionState.OFFLINE
        self._ended = asyncio.Event()

    def hurry(self) -> None: ...

    def drop(self, _why: str) -> None:
        self._ended.set()
        self._enter(ConnectionState.OFFLINE)

    def _enter(self, state: ConnectionState) -> None:
        if state is not self.state:
            self.state = state
            self._on_state(state)

    async def run(self) -> None:
        try:
            while True:
                await asyncio.sleep(self._world.rng.uniform(0.05, 0.5))
                if self._world.up and self._world.server.platform is not None:
                    self._ended.clear()
                    self._enter(ConnectionState.ONLINE)
                    await self._ended.wait()
        finally:
            self._enter(ConnectionState.OFFLINE)

    async def call(self, event: str, payload: object, deadline_s: float) -> bytes:
        if self.state is not ConnectionState.ONLINE or not self._world.up:
            self.drop("down")
            raise Offline("There is no line.")
        world, fault = self._world, self._world.fault()
        sent = msgspec.json.decode(msgspec.json.encode(payload))
        await asyncio.sleep(world.rng.uniform(0.001, 0.2))
        if fault == "dead before":
            await world.kill_server()
        if fault in ("cut before", "lost"):
            if fault == "lost":
                await asyncio.sleep(deadline_s)
            self.drop(fault)
            raise Offline("Lost on its way.")
        try:
            answer = await world.server.answer(event, sent, self._device)
        except Offline:
            self.drop("dead")
            raise
        if fault == "dead after":
            await world.kill_server()
        if fault == "unanswered":
            await asyncio.sleep(deadline_s)
            self.drop(fault)
            raise Unanswered("The answer was lost.")
        await asyncio.sleep(world.rng.uniform(0.001, 0.2))
        if fault or self.state is not ConnectionState.ONLINE:
            self.drop(fault)
            raise Offline("The answer was lost.")
        return msgspec.json.encode(answer)


class OurPlatform:
    """The engine's `PlatformMode` where the platform is one that syncs, so that there is nothing to do."""

    def wake(self) -> None: ...

    def hurry(self) -> None: ...

    async def run(self, *_: Any, **__: Any) -> None: ...

    async def still_ours(self) -> str:
        return ""


class App:
    """The app without window and sockets: replica and engine; killed, it is begun again from the files."""

    def __init__(self, folder: Path, world: World, loop: VirtualLoop) -> None:
        self._folder, self._world, self._loop = folder, world, loop
        self.live()

    def live(self) -> None:
        self.replica = Replica.open(self._folder, KEY, self._loop, index_when_idle=False)

        def connect(_on_event: object, on_state: Callable[[ConnectionState], None]) -> Any:
            return FakeConnection(self._world, self.replica.device, on_state)

        none: Any = None  # nothing here has a blob or a token
        blobs = BlobsOfApp(self.replica, none, none, none)
        mode: Any = OurPlatform()
        lock = SenderLock(self._folder)
        self.engine = SyncEngine("http://127.0.0.1", self.replica, blobs, mode, none, lock, self._loop, connect)
        self.task = asyncio.get_running_loop().create_task(self.engine.run())

    async def die(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        self.replica.close()

    def edit(self, *operations: Operation) -> Sequence[Operation]:
        stored = self.replica.outbox.add(*operations).result(10)
        self.engine.wake()
        return stored


async def schedule(folder: Path, rng: random.Random, loop: VirtualLoop) -> None:
    """Play one schedule: edits and deaths at random moments, then all heals, and both sides hold what was edited."""
    server = Server(folder, loop)
    await server.live()
    world = World(server, rng)
    app = App(folder / "app", world, loop)
    stored = [*app.edit(*(session_put(f"s{n}", title="new") for n in range(SESSIONS)))]
    try:
        for number in range(rng.randrange(6, 20)):
            await asyncio.sleep(rng.choice((0.0, 0.01, 0.1, 1.0)))
            match rng.choice(("edit", "edit", "edit", "app", "server", "line")):
                case "app":
                    await app.die()
                    app.live()
                case "server":
                    if server.platform is None:
                        await server.live()
                    else:
                        await server.die()
                case "line":
                    world.up = not world.up
                case _:
                    stored += app.edit(random_edit(rng, number, sessions=SESSIONS))
        world.up, world.faulty = True, False
        if server.platform is None:
            await server.live()
        stored += app.edit(random_edit(rng, 99, sessions=SESSIONS))
        status = await app.engine.until_synced(SYNCED_S)
        if app.task.done():
            app.task.result()  # tells what it died of
        assert status.synced, f"it stalled: {status}"
        assert (status.pending, status.parked) == (0, 0)
        pulled = await server.answer(protocol.SYNC_PULL, {"cursor": 0, "limit": 500}, "checker")
        digest = await server.answer(protocol.SYNC_DIGEST, {}, "checker")
        assert app.replica.digest()[1] == digest["hash"]
        assert_one_effect_each(stored, pulled["changes"])
    finally:
        await app.die()
        await server.die()


def play(seeds: Sequence[str]) -> None:
    """Play a schedule for each seed, each on a loop of its own."""
    with pytest.MonkeyPatch.context() as patch:
        submit = Writer.submit

        def at_once(self: Writer, job: Any, *, durable: bool = True) -> Any:
            future = submit(self, job, durable=durable)
            future.exception(10)  # the thread is waited for, so that the schedule depends on the seed alone
            return future

        patch.setattr(Writer, "submit", at_once)
        for seed in seeds:
            folder = folder_in_memory("schedule")
            loop = VirtualLoop()
            try:
                loop.run_until_complete(schedule(folder, random.Random(seed), loop))
            except BaseException as fault:
                fault.add_note(f"schedule {seed}")
                raise
            finally:
                loop.close()
                shutil.rmtree(folder)


@pytest.mark.timeout(7200)
@pytest.mark.logs("^coachdesk.sync.engine: the platform failed")
def test_app_and_platform_killed_and_cut_off_in_any_order_hold_the_same(
    request: pytest.FixtureRequest, count: Callable[[int], int]
) -> None:
    seed = request.config.getoption("--seed")
    play([f"{seed} {number}" for number in range(count(10_000))])
