"""This file fills the replica's disk while it syncs: it is told, and syncing goes on by itself once there is room."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from pathlib import Path

import pytest

from coachdesk.errors import StorageFault
from coachdesk.storage.keeping import Keeping
from coachdesk.storage.replica import Replica
from coachdesk.sync import platform_mode, session_link
from tests.faults.laptops import laptop
from tests.server.running import connected, running
from tests.storage.edits import session_put
from tests.sync.seed_platform import SeedPlatform, seed_platform
from tests.sync.test_platform_mode import sitting

PLENTY = 1 << 30


async def room_for(replica: Replica, pages: int) -> None:
    """Let the database have at most so many pages; it has as many as it has."""
    work = replica._writer.submit(lambda transaction: transaction.connection.pragma("max_page_count", pages))
    await asyncio.wrap_future(work)


async def test_what_the_platform_has_comes_once_there_is_room_for_it(tmp_path: Path) -> None:
    async with (
        running(tmp_path / "platform") as platform,
        connected(platform, "other") as other,
        laptop(tmp_path / "one", platform.address, platform.token) as one,
    ):
        await one.add(session_put("mine", title="from here"))
        await one.until_synced()
        await room_for(one.replica, 1)
        text = {"text": "a long text " * 10_000, "origin": "coach"}
        results = await other.push(
            other.operation("session.put", "theirs", {"title": "from elsewhere"}),
            other.operation("summary.revise", "r", text, "theirs"),
        )
        assert [result["status"] for result in results] == ["applied", "applied"]
        await one.until(lambda: "disk" in one.engine.status.problem)
        assert not one.engine.status.synced
        await room_for(one.replica, PLENTY)
        await one.until_synced()
        assert one.engine.status.problem == ""
        assert one.replica.session("theirs") is not None


@pytest.mark.leaves("tasks", reason="python-socketio's server does not end its ping tasks")
async def test_a_disk_that_is_full_when_the_platform_is_first_met_is_waited_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, failures = Keeping.keep, [StorageFault("The disk is full."), StorageFault("The disk is full.")]

    def full(self: Keeping, kind: str, entity: str, on: bool) -> Future[None]:
        if kind != "platform" or not failures:
            return keep(self, kind, entity, on)
        refused: Future[None] = Future()
        refused.set_exception(failures.pop())
        return refused

    monkeypatch.setattr(Keeping, "keep", full)
    monkeypatch.setattr(platform_mode, "AGAIN_S", 0.05)
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        await one.until(lambda: one.desk.status.chat_only and one.desk.status.online)
        assert (failures, one.desk.status.problem) == ([], "")


@pytest.mark.leaves("tasks", reason="python-socketio's server does not end its ping tasks")
async def test_an_answer_that_had_no_room_is_stored_once_there_is_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_link, "AGAIN_S", 0.05)
    platform = SeedPlatform()
    platform.answers = False
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch) as one:
        asked = await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        told: list[str] = []
        preview = one.desk._previews.preview
        monkeypatch.setattr(one.desk._previews, "preview", lambda event: (told.append(repr(event)), preview(event)))
        await room_for(one.desk._replica, 1)
        await platform.answer("An answer. " * 20_000)
        await one.until(lambda: told)
        assert one.answer_to(asked) == []
        await room_for(one.desk._replica, PLENTY)
        await one.until(lambda: one.answer_to(asked))
