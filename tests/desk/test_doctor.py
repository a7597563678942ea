"""This file has the doctor look at addresses that answer, and checks that each is called what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import web

from coachdesk.desk.doctor import examine
from coachdesk.desk.findings import Finding
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Settings
from tests.server.running import running
from tests.sync.platforms import answering, free_port
from tests.sync.seed_platform import SeedPlatform, seed_platform

pytestmark = pytest.mark.leaves("tasks", reason="python-socketio's server does not end its ping tasks")


async def connection(home: Path, address: str, token: str) -> Finding:
    settings = Settings(home=home, server=address, token=token, passphrase="a passphrase")
    return {finding.name: finding for finding in await examine(settings, SystemClock())}["connection"]


async def test_a_platform_of_ours_is_called_so(tmp_path: Path) -> None:
    async with running(tmp_path / "platform") as platform:
        found = await connection(tmp_path / "home", platform.address, platform.token)
    assert (found.ok, "speaks CoachDesk's protocol" in found.sentence) == (True, True)


async def test_a_platform_of_the_seed_is_called_so_once_it_takes_a_connection(tmp_path: Path) -> None:
    async with seed_platform(SeedPlatform()) as platform:
        good = await connection(tmp_path, platform.address, "good")
        bad = await connection(tmp_path, platform.address, "stolen")
        assert platform.auths == [{"token": "good"}]
    assert (good.ok, "only the events of web clients" in good.sentence) == (True, True)
    assert (bad.ok, "does not accept your sign-in" in bad.sentence) == (False, True)


async def test_a_web_server_that_has_neither_is_called_no_platform(tmp_path: Path) -> None:
    async def nothing_here(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=404)

    async with answering(nothing_here, free_port()) as address:
        found = await connection(tmp_path, address, "good")
    assert (found.ok, "is no platform" in found.sentence, "Check the address" in found.fix) == (False, True, True)
