"""This file seats a second coach at the same account of a laptop, and looks for what the first one wrote."""

from __future__ import annotations

from pathlib import Path

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Settings
from tests.server.running import Running, running

CANARY = "zebra-of-ann"


async def seated(laptop: Laptop, platform: Running, name: str) -> Desk:
    """Sign in as `name`, with a passphrase of one's own."""
    await laptop.enter(await laptop.sign_in(platform.address, name, f"password of {name}"))
    await laptop.unlock(f"passphrase of {name}")
    desk = laptop.open()
    await desk.start()
    assert (await desk.until_synced(30)).synced
    return desk


async def found(desk: Desk) -> tuple[list[str], int, int]:
    """Return all titles, and how much a search and the list of clients give."""
    await desk.index_all()
    titles = [row.title for row in desk.rows(desk.keys(ListQuery()))]
    return titles, len(await desk.find(ListQuery(text=CANARY))), len(desk.clients())


async def test_a_second_coach_sees_nothing_of_the_first_whose_unsent_edit_waits(tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with running(tmp_path / "platform") as platform:
        for name in ("ann", "bob"):
            await platform.auth.create_coach(name, f"password of {name}")
        laptop = Laptop(Settings(home=home), SystemClock())
        desk = await seated(laptop, platform, "ann")
        session = await desk.create_session(await desk.create_client(CANARY), title=CANARY)
        assert (await desk.until_synced(30)).synced
        await desk.close()
        desk = laptop.open()  # not started: nothing is sent
        await desk.edit_summary(session, CANARY)
        assert await found(desk) == ([CANARY], 1, 1)
        await desk.close()
        await laptop.sign_out()

        desk = await seated(laptop, platform, "bob")
        assert await found(desk) == ([], 0, 0)
        await desk.close()
        await laptop.sign_out()
        files = [file for file in home.rglob("*") if file.is_file()]
        assert [file.name for file in files if file.stat().st_mode & 0o077] == []
        assert [file.name for file in files if CANARY.encode() in file.read_bytes()] == []

        desk = await seated(laptop, platform, "ann")
        assert desk.view(session).summary == CANARY
        await desk.close()
        assert [file.name for file in home.rglob("*") if file.is_file() and file.stat().st_mode & 0o077] == []
