"""This file serves true, tampered, unsigned and older news of releases, and sees that only the makers' are believed."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coachdesk.desk.updates import PAUSE, Source, Updates
from coachdesk.domain.release import BYTES, is_newer
from coachdesk.errors import Offline, Unreadable
from coachdesk.settings import Organisation, Settings

RELEASE = {
    "version": "1.3.0",
    "published": "2027-02-01",
    "page": "https://coachdesk.example/1.3.0",
    "news": ["Faster search."],
}
MAKERS = Ed25519PrivateKey.generate()
RUNNING = "1.2.0"


class MovedClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def wall_ms(self) -> int:
        return int(self.seconds * 1000)

    def monotonic(self) -> float:
        return self.seconds


class Site:
    """The makers' site on loopback: it gives `content`, or sends elsewhere, and counts who asked."""

    def __init__(self) -> None:
        self.content = signed(RELEASE)
        self.elsewhere = ""
        self.asked = 0
        self.address = ""

    async def answer(self, _request: web.Request) -> web.Response:
        self.asked += 1
        if self.elsewhere:
            raise web.HTTPFound(self.elsewhere)
        return web.Response(body=self.content)

    async def answer_truly(self, _request: web.Request) -> web.Response:
        self.asked += 1
        return web.Response(body=signed(RELEASE))


def signed(release: dict[str, Any], key: Ed25519PrivateKey = MAKERS) -> bytes:
    text = json.dumps(release)
    return envelope(text, key.sign(text.encode()))


def envelope(text: str, signature: bytes) -> bytes:
    return json.dumps({"manifest": text, "signature": base64.b64encode(signature).decode()}).encode()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    application = web.Application()
    application.router.add_get("/releases.json", site.answer)
    application.router.add_get("/true.json", site.answer_truly)
    runner = web.AppRunner(application)
    await runner.setup()
    listening = web.TCPSite(runner, "127.0.0.1", 0)
    await listening.start()
    port = runner.addresses[0][1]
    site.address = f"http://127.0.0.1:{port}/releases.json"
    yield site
    await runner.cleanup()


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def looking(site: Site, home: Path, clock: MovedClock) -> Callable[[], Updates]:
    """Return what makes the look of an app that has just been started."""
    source = Source(site.address, MAKERS.public_key().public_bytes_raw())
    return lambda: Updates(Settings(home), clock, RUNNING, source)


async def test_the_makers_news_are_told_once(site: Site, looking: Callable[[], Updates], clock: MovedClock) -> None:
    said = await looking().sentence()
    assert "1.3.0" in said
    assert "Faster search." in said
    assert RELEASE["page"] in said
    clock.seconds += 2 * PAUSE.total_seconds()
    assert await looking().sentence() == ""
    assert site.asked == 2


async def test_a_day_has_one_look(site: Site, looking: Callable[[], Updates], clock: MovedClock) -> None:
    for _ in range(3):
        await looking().sentence()
    assert site.asked == 1
    clock.seconds += PAUSE.total_seconds() + 1
    await looking().sentence()
    assert site.asked == 2
    clock.seconds -= 400 * PAUSE.total_seconds()  # the laptop's clock was set back: still no look is left out for ever
    await looking().sentence()
    assert site.asked == 3


TRUE_TEXT = json.dumps(RELEASE)
FORGED = {
    "its text was changed": envelope(
        TRUE_TEXT.replace("coachdesk.example", "evil.example"), MAKERS.sign(TRUE_TEXT.encode())
    ),
    "somebody else signed it": signed(RELEASE, Ed25519PrivateKey.generate()),
    "it is not signed": TRUE_TEXT.encode(),
    "its signature is cut off": envelope(TRUE_TEXT, MAKERS.sign(TRUE_TEXT.encode())[:32]),
    "its signature is empty": envelope(TRUE_TEXT, b""),
    "it is no JSON": b"<html>Sign in to the Wi-Fi</html>",
    "it is too large": signed({**RELEASE, "news": ["x" * BYTES]}),
    "its page is not https": signed({**RELEASE, "page": "javascript:alert(1)"}),
    "its version is none": signed({**RELEASE, "version": "latest"}),
}


@pytest.mark.parametrize("why", FORGED)
async def test_what_the_makers_did_not_sign_is_not_told(why: str, site: Site, looking: Callable[[], Updates]) -> None:
    site.content = FORGED[why]
    with pytest.raises(Unreadable):
        await looking().look()
    assert await looking().sentence() == ""


async def test_an_older_or_the_same_version_is_not_offered(site: Site, looking: Callable[[], Updates]) -> None:
    for version in ("1.1.9", "1.2.0", "1.2"):
        site.content = signed({**RELEASE, "version": version})
        assert await looking().look(now=True) is None


async def test_a_true_but_older_manifest_does_not_come_back(site: Site, looking: Callable[[], Updates]) -> None:
    assert await looking().look() is not None
    site.content = signed({**RELEASE, "version": "1.2.5", "published": "2027-01-01"})
    assert await looking().look(now=True) is None


async def test_a_redirect_is_not_followed(site: Site, looking: Callable[[], Updates]) -> None:
    site.elsewhere = site.address.replace("releases", "true")
    with pytest.raises(Offline):
        await looking().look()
    assert site.asked == 1


async def test_nobody_is_asked_where_nobody_wants_it(
    site: Site, looking: Callable[[], Updates], home: Path, clock: MovedClock
) -> None:
    looking().want(False)
    assert await looking().sentence() == ""
    looking().want(True)
    source = Source(site.address, MAKERS.public_key().public_bytes_raw())
    managed = Settings(home, organisation=Organisation(updates=False))
    without_key = Source(site.address, b"")
    for updates in (Updates(managed, clock, RUNNING, source), Updates(Settings(home), clock, RUNNING, without_key)):
        assert not updates.offered
        assert await updates.sentence() == ""
    assert site.asked == 0


async def test_a_package_manager_brings_newer_versions_itself(
    site: Site, looking: Callable[[], Updates], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "installed-by").write_text("deb\n")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert not looking().offered
    assert await looking().sentence() == ""
    assert site.asked == 0


@pytest.mark.parametrize(
    ("version", "than", "newer"), [("1.10", "1.9.3", True), ("1.0", "1.0.0", False), ("2", "10", False)]
)
def test_version_numbers_are_compared_number_by_number(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) is newer
