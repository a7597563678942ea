"""This file has two real desks of one coach write, be refused, discard, branch and settle at random (points 7 to 9).

Each desk is behind a proxy that is cut and refuses; the platform is real and refuses a marked text while it is in that
mood. At each step a desk shows the last text of its own that waits, whatever was pulled; in the end both desks and the
platform hold the same, and each text that was not discarded is there once.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.operation import State
from coachdesk.domain.protocol import Result
from coachdesk.server import batch
from coachdesk.settings import Settings
from coachdesk.storage import keys
from tests.faults.proxy import FaultProxy, proxying
from tests.server.running import Running, connected, running

SECTIONS = 4
STEPS = 40
LISTED_S = 2.0
SYNCED_S = 60.0
REFUSED = "not to be taken"
FIRST = "".join(f"## Section {n}\n\nas it was {n}\n\n" for n in range(SECTIONS))


class Mood:
    """Whether the platform takes texts that are marked."""

    refuses = True

    def install(self, patch: pytest.MonkeyPatch) -> None:
        decoded = batch._decoded

        def moody(raw: Any) -> Any:
            if self.refuses and REFUSED in str(raw.get("data")):
                return Result(id=raw["id"], status="rejected", reason="invalid")
            return decoded(raw)

        patch.setattr(batch, "_decoded", moody)


class Seat:
    """One laptop: a desk that may be closed and opened again, and its line."""

    def __init__(self, home: Path, proxy: FaultProxy, token: str) -> None:
        self._settings = Settings(home=home, server=proxy.address, token=token, passphrase="a passphrase")
        self.proxy = proxy
        self.desk: Desk

    async def open(self) -> None:
        self.desk = open_desk(self._settings, SystemClock())
        await self.desk.start()

    def line(self, *, up: bool) -> None:
        self.proxy.refusing = not up
        if not up:
            self.proxy.cut()

    def waiting(self, session: str) -> list[str]:
        """Return the ids of the texts of `session` that wait, in their order."""
        rows = self.desk.outbox()
        return [row.id for row in rows if row.session == session and row.kind == "summary.revise"]

    def parked(self) -> list[str]:
        return [row.id for row in self.desk.outbox() if row.state is State.PARKED]


class World:
    """Two seats and what was written at them: `texts` are the words by revision, `titles` by session and seat."""

    def __init__(self, seats: list[Seat], rng: random.Random, mood: Mood) -> None:
        self.seats, self.rng, self.mood = seats, rng, mood
        self.texts: dict[str, str] = {}
        self.titles: dict[tuple[str, int], str] = {}
        self.done: Counter[str] = Counter()
        self.number = 0

    def word(self) -> str:
        self.number += 1
        return f"w{self.number}w"

    async def step(self, sessions: list[str]) -> None:
        which = self.rng.randrange(len(self.seats))
        seat, session = self.seats[which], self.rng.choice(sessions)
        deeds = (
            self.write,
            self.write,
            self.write,
            self.write_late,
            self.retitle,
            self.decide,
            self.decide,
            self.settle,
            self.move,
        )
        deed = self.rng.choice(deeds)
        await deed(seat, session, which)
        for one in self.seats:
            for open_one in sessions:
                shows_its_own(one, open_one)

    async def write(self, seat: Seat, session: str, _which: int) -> None:
        """Change a section of the text that is shown."""
        view = seat.desk.view(session)
        await self.store(seat, session, view.summary, view.revision)

    async def write_late(self, seat: Seat, session: str, _which: int) -> None:
        """Change a section of an older text, as an editor does that was open while others arrived."""
        kept = self.rng.choice(seat.desk.revisions(session)[:4])
        await self.store(seat, session, kept.text, kept.id)

    async def store(self, seat: Seat, session: str, old: str, base: str | None) -> None:
        word, place = self.word(), self.rng.randrange(SECTIONS)
        marked = f" {REFUSED}" if self.rng.random() < 0.3 else ""
        blocks = old.split("\n\n")
        blocks[min(2 * place + 1, len(blocks) - 1)] = f"{word}{marked} in {place}"
        stored = await seat.desk.edit_summary(session, "\n\n".join(blocks), base=base or "")
        assert stored is not None
        assert word in seat.desk.view(session).summary, "what was written is not shown"
        self.texts[stored] = word
        self.done["written"] += 1

    async def retitle(self, seat: Seat, session: str, which: int) -> None:
        title = self.word()
        await seat.desk.edit_session(session, title=title)
        self.titles[session, which] = title

    async def decide(self, seat: Seat, _session: str, _which: int) -> None:
        """Retry or discard something that was refused, or change the platform's mood."""
        parked = seat.parked()
        if not parked or self.rng.random() < 0.1:
            self.mood.refuses = not self.mood.refuses
            return
        id = self.rng.choice(parked)
        if self.rng.random() < 0.4:
            await seat.desk.retry(id)
            return
        entry = seat.desk._replica.outbox.get(id)
        assert entry is not None
        waiting = seat.waiting(str(entry.operation.session))
        later = id in waiting[:-1]
        await seat.desk.discard(id)
        self.done["rebased"] += bool(later)
        # Later texts are rebased; whether each is still there is looked at in the end.
        self.texts.pop(entry.operation.entity, None)
        self.done["discarded"] += 1

    async def settle(self, seat: Seat, session: str, _which: int) -> None:
        view = seat.desk.view(session)
        if view.branches:
            branch, word = view.branches[0], self.word()
            text = self.rng.choice((view.summary, branch.text)) + f"\n\nsettled {word}\n"
            await seat.desk.settle_branch(session, branch.revision, text, base=view.revision)
            self.done["settled"] += 1

    async def move(self, seat: Seat, _session: str, _which: int) -> None:
        """Lose the line or find it, start again, or let time pass."""
        match self.rng.choice(("off", "on", "on", "again", "wait", "wait")):
            case "off":
                seat.line(up=False)
            case "on":
                seat.line(up=True)
            case "again":
                await seat.desk.close()
                await seat.open()
            case _:
                await asyncio.sleep(self.rng.random() * 0.2)


def shows_its_own(seat: Seat, session: str) -> None:
    """Fail unless the seat shows the last text of its own that waits, however much was pulled meanwhile."""
    waiting = seat.waiting(session)
    until = time.monotonic() + LISTED_S
    while seat.desk.row(session).branched != bool(seat.desk.view(session).branches):
        assert time.monotonic() < until, "the list says otherwise than the session"
        time.sleep(0.001)  # the writer came between the two
    if waiting:
        assert seat.desk.view(session).summary == seat.desk.waiting_text(waiting[-1]), "a pull wiped what waits"


async def play(folder: Path, rng: random.Random, *, sessions: int = 2) -> Counter[str]:
    """Play one schedule and compare all sides in the end; returns what happened."""
    mood = Mood()
    async with AsyncExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(keys, "MEMORY_KIB", 64)  # what a key costs is not the question
        patch.setattr(keys, "ITERATIONS", 1)
        mood.install(patch)
        platform = await stack.enter_async_context(running(folder))
        seats = []
        for name in ("one", "other"):
            proxy = await stack.enter_async_context(proxying(platform.address))
            seats.append(Seat(folder / name, proxy, platform.token))
            await seats[-1].open()
            stack.push_async_callback(lambda seat=seats[-1]: seat.desk.close())
        world = World(seats, rng, mood)
        ids = [await seats[0].desk.create_session(None, title=f"title {n}") for n in range(sessions)]
        for session in ids:
            await seats[0].desk.edit_summary(session, FIRST)
        await all_synced(seats)
        for _ in range(STEPS):
            await world.step(ids)
        await heal(world, ids)
        await compare(world, platform, ids)
        return world.done


async def all_synced(seats: list[Seat]) -> None:
    """Return once every seat holds what the platform holds."""
    async with asyncio.timeout(SYNCED_S):
        while True:
            statuses = [await seat.desk.until_synced(SYNCED_S) for seat in seats]
            if all(one.synced for one in statuses) and len({one.cursor for one in statuses}) == 1:
                return
            await asyncio.sleep(0.01)


async def heal(world: World, sessions: list[str]) -> None:
    """Let the platform take everything, retry what was refused, and settle every branch."""
    world.mood.refuses = False
    for seat in world.seats:
        seat.line(up=True)
        async with asyncio.timeout(SYNCED_S):
            while seat.desk.outbox():
                for id in seat.parked():
                    await seat.desk.retry(id)
                await asyncio.sleep(0.01)
    await all_synced(world.seats)
    for session in sessions:
        while seat_branches(world.seats[0], session):
            world.done["branched"] += 1
            await world.settle(world.seats[0], session, 0)
            await all_synced(world.seats)


def seat_branches(seat: Seat, session: str) -> bool:
    return bool(seat.desk.view(session).branches)


async def compare(world: World, platform: Running, sessions: list[str]) -> None:
    async with connected(platform, "checker") as checker:
        changes, _ = await checker.pull()
    rows = {(row["kind"], row["id"]): row for row in changes}
    for session in sessions:
        data = rows["session", session]["data"]
        views = [seat.desk.view(session) for seat in world.seats]
        assert {(view.summary, view.title) for view in views} == {
            (rows["revision", data["head"]]["data"]["text"], data["title"])
        }
        titles = {title for (one, _), title in world.titles.items() if one == session}
        assert data["title"] in (titles or {data["title"]}), "a title is not the last of either desk"
        assert not any(view.pending or view.parked or view.branches for view in views)
    for revision, word in world.texts.items():
        row = rows.get(("revision", revision))
        assert row is not None, f"the text with {word} is lost"
        assert row["version"] == 1, f"the text with {word} was applied twice"
        assert word in row["data"]["text"]
    assert all(len(seat.desk.keys(ListQuery())) == len(sessions) for seat in world.seats)


@pytest.mark.timeout(3600)
@pytest.mark.logs("^coachdesk.sync", "^socketio", "^engineio", "^aiohttp", "^asyncio: Unclosed connection")
@pytest.mark.filterwarnings("ignore:Unclosed connection:ResourceWarning")
async def test_two_desks_write_are_refused_branch_and_settle_and_hold_the_same(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    done: Counter[str] = Counter()
    for number in range(count(40)):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        done += await play(folder, rng)
    print(dict(done))
    assert min(done[deed] for deed in ("written", "rebased", "settled")) > 0
