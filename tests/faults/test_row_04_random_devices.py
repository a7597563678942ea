"""This file has three to five laptops edit at random, come and go, and be cut off, against a real platform.

Each laptop is a replica with the whole sync engine, behind a proxy of its own that can be cut. In the end all are
online: they hold the same as the platform, each edit took effect once, and in its session in the order it was made.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, seed, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from coachdesk.domain.operation import State
from coachdesk.domain.protocol import MessageAdd, Operation, SessionDelete, SessionPut, SummaryRevise
from tests.faults.laptops import Laptop
from tests.faults.memory_disk import folder_in_memory
from tests.faults.proxy import FaultProxy, proxying
from tests.server.running import connected, running
from tests.storage.edits import approve, client_put, revise, say, session_delete, session_put, text_of

T = TypeVar("T")
SESSIONS = tuple(f"s{n}" for n in range(4))
DOOMED = "doomed"
"""The one session that may be deleted; what others edit in it meanwhile may be refused, and is then discarded."""
LINES = tuple(f"- line {n}\n" for n in range(6))
PATIENCE_S = 30.0


class Device:
    """A laptop that may be closed and opened again, what it edited in its order, and the line to the platform."""

    def __init__(self, folder: Path, proxy: FaultProxy, token: str) -> None:
        self._folder, self.proxy, self._token = folder, proxy, token
        self.edits: dict[str, Operation] = {}
        self.online = False
        self.laptop = self._opened()

    def _opened(self) -> Laptop:
        return Laptop(self._folder, self.proxy.address, self._token)

    async def edit(self, *operations: Operation) -> None:
        for stored in await self.laptop.add(*operations):
            self.edits[stored.id] = stored  # a coalesced one replaces what it was before

    async def go(self) -> None:
        if not self.online:
            self.online = True
            self.laptop.go()

    async def stay(self) -> None:
        self.online = False
        await self.laptop.stay()

    async def start_again(self) -> None:
        self.online = False
        await self.laptop.close()
        self.laptop = self._opened()

    def refused(self) -> list[tuple[str, str | None, str | None]]:
        """Return id, session and reason of what is parked."""
        waiting = self.laptop.replica.outbox.list()
        return [(one.operation.id, one.operation.session, one.reason) for one in waiting if one.state is State.PARKED]

    async def discard_refused(self) -> None:
        outbox = self.laptop.replica.outbox
        for id, session, reason in self.refused():
            assert session == DOOMED, f"an edit was refused: {reason}"
            if outbox.get(id) is None:
                continue  # it went with one before it
            for gone in (id, *outbox.within(id)):
                self.edits.pop(gone, None)
            await asyncio.wrap_future(outbox.discard(id))
        self.laptop.engine.wake()


class Devices(RuleBasedStateMachine):
    """Laptops of one coach. Everything runs on a loop of the machine's own, which turns only within `run`."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = folder_in_memory("devices")
        self.stack = AsyncExitStack()
        self.devices: list[Device] = []
        self.number = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    @initialize(how_many=strategies.integers(3, 5))
    def set_out(self, how_many: int) -> None:
        async def open_all() -> None:
            self.platform = await self.stack.enter_async_context(running(self.folder))
            for n in range(how_many):
                proxy = await self.stack.enter_async_context(proxying(self.platform.address))
                device = Device(self.folder / f"laptop {n}", proxy, self.platform.token)
                self.devices.append(device)
            first = self.devices[0]
            await first.edit(*(session_put(session, title="new") for session in (*SESSIONS, DOOMED)))
            for device in self.devices:
                await device.go()
            await self.all_synced()

        self.run(open_all())

    def chosen(self, which: int) -> Device:
        return self.devices[which % len(self.devices)]

    def fresh(self) -> str:
        self.number += 1
        return f"{self.number}"

    WHICH = strategies.integers(0, 4)
    WHERE = strategies.sampled_from((*SESSIONS, *SESSIONS, DOOMED))

    @rule(which=WHICH, session=WHERE, kind=strategies.sampled_from(("title", "client", "words", "words")))
    def edits(self, which: int, session: str, kind: str) -> None:
        fresh = self.fresh()
        match kind:
            case "title":
                made: tuple[Operation, ...] = (session_put(session, title=f"title {fresh}"),)
            case "client":
                made = (client_put("c", name=f"name {fresh}"), session_put(session, client="c"))
            case _:
                made = (say(session, f"words {fresh}"),)
        if not self.gone(which, session):
            self.run(self.chosen(which).edit(*made))

    @rule(which=WHICH, session=WHERE, lines=strategies.sets(strategies.sampled_from(LINES), min_size=1))
    def rewrites(self, which: int, session: str, lines: set[str]) -> None:
        """Write another text over the one that is shown."""
        if self.gone(which, session):
            return
        shown = self.chosen(which).laptop.replica.session(session)
        assert shown is not None
        head = shown.session.head
        text = "".join(sorted(lines)) + f"- by {which} as {self.fresh()}\n"
        self.run(self.chosen(which).edit(revise(session, text, (head,) if head else ())))

    @rule(which=WHICH, session=WHERE)
    def approves(self, which: int, session: str) -> None:
        shown = None if self.gone(which, session) else self.chosen(which).laptop.replica.session(session)
        if shown is not None and shown.session.head is not None:
            self.run(self.chosen(which).edit(approve(session, shown.session.head)))

    @rule(which=WHICH, sure=strategies.sampled_from((True, False, False)))
    def deletes_the_doomed_one(self, which: int, sure: bool) -> None:
        if sure and not self.gone(which, DOOMED):
            self.run(self.chosen(which).edit(session_delete(DOOMED)))

    def gone(self, which: int, session: str) -> bool:
        return session == DOOMED and self.chosen(which).laptop.replica.session(session) is None

    @rule(which=WHICH)
    def goes_online(self, which: int) -> None:
        self.run(self.chosen(which).go())

    @rule(which=WHICH)
    def goes_offline(self, which: int) -> None:
        self.run(self.chosen(which).stay())

    @rule(which=WHICH)
    def is_cut_off(self, which: int) -> None:
        self.chosen(which).proxy.cut()

    @rule(which=WHICH)
    def starts_again(self, which: int) -> None:
        self.run(self.chosen(which).start_again())

    @rule(turns=strategies.sampled_from((1, 5, 20, 100)))
    def time_passes(self, turns: int) -> None:
        async def turn() -> None:
            for _ in range(turns):
                await asyncio.sleep(0.0002)

        self.run(turn())

    # How it ends.

    async def all_synced(self) -> None:
        """Return once every laptop holds what the platform holds; what was refused is discarded on the way."""
        async with connected(self.platform, "checker") as checker, asyncio.timeout(PATIENCE_S):
            while True:
                for device in self.devices:
                    await device.laptop.until(lambda d=device: d.laptop.engine.status.synced or d.refused(), PATIENCE_S)
                    await device.discard_refused()
                end = (await checker.call("sync-digest", {}))["seq"]
                statuses = [device.laptop.engine.status for device in self.devices]
                if all(status.synced and status.cursor == end for status in statuses):
                    return
                await asyncio.sleep(0.005)

    def teardown(self) -> None:
        try:
            if self.devices:
                self.run(self.converge())
        finally:
            self.run(self.close_all())
            self.runner.close()
            shutil.rmtree(self.folder)

    async def converge(self) -> None:
        for device in self.devices:
            await device.go()
            device.laptop.engine.hurry()
        await self.all_synced()
        async with connected(self.platform, "checker") as checker:
            changes, _ = await checker.pull()
            digest = await checker.call("sync-digest", {})
        for device in self.devices:
            replica = device.laptop.replica
            assert replica.digest()[1] == digest["hash"]
            assert replica.outbox.empty(), "something still waits"
        self.compare_what_is_shown(changes)
        self.look_for_each_edit(changes)

    def compare_what_is_shown(self, changes: list[dict[str, Any]]) -> None:
        """Fail unless every laptop shows each session as the platform has it."""
        texts = {row["id"]: row["data"]["text"] for row in changes if row["kind"] == "revision" and row["data"]}
        live = {row["id"]: row["data"] for row in changes if row["kind"] == "session" and row["data"]}
        for device in self.devices:
            replica = device.laptop.replica
            assert {row.id for row in replica.rows(replica.keys())} == set(live)
            for session, data in live.items():
                shown = replica.session(session)
                assert shown is not None
                assert (shown.session.title, shown.session.head) == (data["title"], data["head"])
                assert text_of(replica, session) == texts.get(data["head"], "")

    def look_for_each_edit(self, changes: list[dict[str, Any]]) -> None:
        """Fail unless each edit took effect once, and those of a laptop in a session in the order they were made."""
        rows = {(row["kind"], row["id"]): row for row in changes}
        if rows["session", DOOMED]["data"] is None:
            deletes = [one for d in self.devices for one in d.edits.values() if isinstance(one, SessionDelete)]
            assert deletes, "a session was deleted by nobody"
        titles: dict[str, set[str]] = {}
        puts: dict[str, int] = {}
        for device in self.devices:
            made = sorted(device.edits.values(), key=lambda one: one.number)
            last: dict[tuple[str, str], int] = {}
            last_title: dict[str, str] = {}
            for one in made:
                if one.session == DOOMED and rows["session", DOOMED]["data"] is None:
                    continue
                if isinstance(one, MessageAdd | SummaryRevise):
                    kind = "message" if isinstance(one, MessageAdd) else "revision"
                    row = rows.get((kind, one.entity))
                    assert row is not None, f"a {kind} is lost"
                    assert row["version"] == 1, f"a {kind} was applied twice"
                    lane = str(one.session), kind
                    assert row["seq"] > last.get(lane, 0), f"a {kind} overtook another of its session"
                    last[lane] = row["seq"]
                elif isinstance(one, SessionPut):
                    puts[one.entity] = puts.get(one.entity, 0) + 1
                    if isinstance(one.data.title, str):
                        last_title[one.entity] = one.data.title
            for session, title in last_title.items():
                titles.setdefault(session, set()).add(title)
        for session, candidates in titles.items():
            row = rows["session", session]
            assert row["data"]["title"] in candidates, "a title is not the last of any laptop"
            # Heads and approvals change the session too, so that this is a lower bound.
            assert row["version"] >= puts[session], "a change of a session is lost"

    async def close_all(self) -> None:
        for device in self.devices:
            await device.laptop.close()
        await self.stack.aclose()


def play(runs: int, seed_number: int) -> None:
    """Run the machine `runs` times with 50 steps each; a failure is told with its steps.

    Real sockets interleave otherwise each time, so that shrinking the steps would lead nowhere.
    """
    how = settings(max_examples=runs, stateful_step_count=50, deadline=None, phases=(Phase.generate,), database=None)
    run_state_machine_as_test(seed(seed_number)(Devices), settings=how)  # type: ignore[no-untyped-call]


# A line that is cut while it is greeted: the session closes its socket, and aiohttp complains late.
@pytest.mark.filterwarnings("ignore:Unclosed connection:ResourceWarning")
@pytest.mark.timeout(7200)
@pytest.mark.logs("^coachdesk.sync", "^socketio", "^engineio", "^aiohttp", "^asyncio: Unclosed connection")
def test_laptops_that_edit_and_reconnect_at_random_converge(
    request: pytest.FixtureRequest, count: Callable[[int], int]
) -> None:
    play(count(2000), request.config.getoption("--seed"))
