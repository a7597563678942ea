"""This file signs in after work without a platform, and looks for it on the laptop, and once on the platform."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.desk.profiles import read_account, write_account
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import StorageFault
from coachdesk.settings import Settings
from coachdesk.storage.adopting import Adopting
from tests.server.running import Running, connected, running

TEXT = "## Focus\nAnna wants to delegate.\n"
PASSPHRASE = "a passphrase"


@pytest.fixture
async def platform(tmp_path: Path) -> AsyncIterator[Running]:
    async with running(tmp_path) as platform:
        await platform.auth.create_coach("anna", "a password")
        await platform.auth.create_coach("berta", "a password")
        yield platform


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", passphrase=PASSPHRASE)


async def written_alone(laptop: Laptop, tmp_path: Path) -> str:
    """Work on the laptop without a platform; returns the session's id."""
    talk = tmp_path / "talk.txt"
    talk.write_text("Anna: Tom is ready.\nCoach: When?\nAnna: On Monday.\n")
    desk = laptop.open()
    await desk.start()
    try:
        client = await desk.create_client("Anna")
        session = await desk.create_session(client, title="On the train", date="2026-05-12")
        await desk.import_file(talk, session=session)
        await desk.edit_summary(session, TEXT)
        await desk.send(session, "Rename Anna to Anne.", engine="local")
        await desk.reply_written(session)
        await desk.save_draft(session, "chat", "half a sentence")
        return session
    finally:
        await desk.close()


async def signed_in(laptop: Laptop, platform: Running, name: str = "anna") -> Desk:
    await laptop.enter(await laptop.sign_in(platform.address, name, "a password"))
    desk = laptop.open()
    await desk.start()
    return desk


async def titles_on(platform: Running, name: str) -> Counter[str]:
    tokens = (await platform.request("POST", "/v1/auth/login", json={"name": name, "password": "a password"}))[1]
    async with connected(platform, "checker", token=tokens["access"]) as checker:
        rows: dict[tuple[str, str], Any] = await checker.rows()
    return Counter(row["title"] for (kind, _), row in rows.items() if kind == "session")


async def test_what_was_written_without_a_platform_is_there_after_signing_in_and_sent_once(
    platform: Running, settings: Settings, tmp_path: Path
) -> None:
    laptop = Laptop(settings, SystemClock())
    session = await written_alone(laptop, tmp_path)
    desk = await signed_in(laptop, platform)
    try:
        view = desk.view(session)
        assert (view.title, view.summary, view.client) == ("On the train", TEXT, view.client)
        assert view.proposal is not None
        assert desk.draft(session, "chat") == "half a sentence"
        assert (await desk.until_synced(30)).synced
        assert await desk.transcript(session) is not None
    finally:
        await desk.close()
    assert await titles_on(platform, "anna") == {"On the train": 1}
    account = read_account(settings)
    assert account is not None
    assert not account.adopts
    assert not (settings.replicas / "laptop" / "replica.db").exists()
    # Signing out and in again doubles nothing, and there is nothing left for the next coach.
    await laptop.sign_out()
    desk = await signed_in(laptop, platform, "berta")
    try:
        assert len(desk.keys(ListQuery())) == 0
        assert (await desk.until_synced(30)).synced
    finally:
        await desk.close()
    assert await titles_on(platform, "berta") == {}
    await laptop.sign_out()
    desk = await signed_in(laptop, platform)
    assert (await desk.until_synced(30)).synced
    assert len(desk.keys(ListQuery())) == 1
    await desk.close()
    assert await titles_on(platform, "anna") == {"On the train": 1}


async def test_what_was_kept_on_the_laptop_stays_there_after_signing_in(platform: Running, settings: Settings) -> None:
    laptop = Laptop(settings, SystemClock())
    desk = laptop.open()
    session = await desk.create_session(await desk.create_client("Anna", kept=True), title="Only here")
    await desk.create_session(None, title="For all")
    await desk.close()
    desk = await signed_in(laptop, platform)
    try:
        assert (await desk.until_synced(30)).synced
        assert desk.view(session).client_kept
    finally:
        await desk.close()
    assert await titles_on(platform, "anna") == {"For all": 1}


@pytest.mark.parametrize("step", ["pack", "take", "let_go"])
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
async def test_stopped_in_the_middle_nothing_is_lost_or_doubled_and_nobody_else_gets_it(
    platform: Running, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, done: bool
) -> None:
    laptop = Laptop(settings, SystemClock())
    session = await written_alone(laptop, tmp_path)
    with monkeypatch.context() as stopped:
        stopped.setattr(Adopting, step, stopping(getattr(Adopting, step), done))
        with pytest.raises(StorageFault):
            await signed_in(laptop, platform)
    # Another process now. Had "pack" not begun, nothing would say yet whose it becomes.
    if (step, done) != ("pack", False):
        write_account(settings, None)
        desk = await signed_in(Laptop(settings, SystemClock()), platform, "berta")
        assert len(desk.keys(ListQuery())) == 0
        await desk.close()
        write_account(settings, None)
        desk = await signed_in(Laptop(settings, SystemClock()), platform)
    else:
        desk = Laptop(settings, SystemClock()).open()
        await desk.start()
    try:
        assert desk.view(session).summary == TEXT
        assert (await desk.until_synced(30)).synced
    finally:
        await desk.close()
    desk = open_desk(settings, SystemClock())
    assert len(desk.keys(ListQuery())) == 1
    await desk.close()
    assert await titles_on(platform, "anna") == {"On the train": 1}


def stopping(step: Callable[..., Any], done: bool) -> Callable[..., Any]:
    """Return `step` as a process does it that is killed before it, or right after it."""

    def stop(self: Adopting, *args: Any) -> Any:
        if done:
            step(self, *args).result()
        raise StorageFault("killed")

    return stop
