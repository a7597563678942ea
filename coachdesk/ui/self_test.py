"""This file checks an installation from within: Qt, the texts that travel along, replica, socket, model process.

Frozen applications fail late, in the part that nobody tried. So each part is used for real, against a platform that the
same installation starts on this machine; the outcome is one line for each part and the exit code.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from coachdesk.desk import reports
from coachdesk.desk.desk import Desk
from coachdesk.desk.doctor import versions
from coachdesk.desk.licences import licences
from coachdesk.desk.listed import ListQuery
from coachdesk.errors import CoachDeskError
from coachdesk.resources import resource
from coachdesk.ui.handbook import FIRST_PAGE
from coachdesk.ui.languages import LANGUAGES, translators_of
from coachdesk.ui.main_window import MainWindow

SYNC_S = 30.0
REPLY_S = 120.0
PARTS = ("pyside6-essentials", "llama-cpp-python", "merge3")
"""Works of others whose licences ask to be told of with the app."""
QUESTION = "Make it more formal."
TEXT = "## Focus\nA canary: 7Q4Z-CANARY.\n\n## Insights\n- He needs to find out what is wrong and fix it.\n"


class SelfTest:
    """The checks, run on a desk of their own in `home`."""

    def __init__(self, home: Path) -> None:
        self._home = home

    async def run(self, desk: Desk, window: MainWindow) -> int:
        """Run every check and print what came of it; returns 0 if all of them held."""
        checks: tuple[tuple[str, Callable[[Desk], Awaitable[str]]], ...] = (
            ("window", lambda _desk: self._window(window)),
            ("parts", self._parts),
            ("handbook", lambda _desk: self._handbook(window)),
            ("languages", self._languages),
            ("licences", self._licences),
            ("socket", self._socket),
            ("replica", self._replica),
            ("model", self._model),
        )
        held = True
        for name, check in checks:
            try:
                said = await check(desk)
            except (CoachDeskError, TimeoutError, AssertionError) as fault:
                held = False
                said = f"FAILED: {str(fault) or type(fault).__name__}"
            print(f"{name:<9} {said}", flush=True)
        return 0 if held else 1

    async def _window(self, window: MainWindow) -> str:
        picture = window.grab()
        _require(window.isVisible() and not picture.isNull(), "the window was not painted")
        return f"painted {picture.width()} x {picture.height()} with Qt {qt_version}"

    async def _parts(self, _desk: Desk) -> str:
        found = versions()
        _require(found.ok, found.fix)
        return found.sentence

    async def _handbook(self, window: MainWindow) -> str:
        window.actions_.by_name["handbook"].trigger()
        book = window.findChild(QTextBrowser, "handbookText")
        if book is None or not book.isVisible():
            raise AssertionError("the handbook did not open from the Help menu")
        first = book.toPlainText()
        pages = sorted(set(re.findall(r'href="([a-z-]+\.md)"', book.toHtml())))
        _require(bool(pages), "the handbook's first page leads nowhere")
        for page in pages:
            before = book.toPlainText()
            book.anchorClicked.emit(QUrl(page))
            _require(book.toPlainText() not in ("", first, before), f"the handbook has no page {page}")
        book.window().close()
        names = [f"{language}/{page}" for language in LANGUAGES if language != "en" for page in (FIRST_PAGE, *pages)]
        missing = [name for name in names if not resource(f"handbook/{name}").is_file()]
        _require(not missing, f"the handbook has no {', '.join(missing)}")
        return f"{len(pages) + 1} pages in {len(LANGUAGES)} languages, opened from the Help menu"

    async def _languages(self, _desk: Desk) -> str:
        mute = [language for language in LANGUAGES if language != "en" and len(translators_of(language)) < 2]
        _require(not mute, f"no words of Qt or of ours in {', '.join(mute)}")
        return ", ".join(LANGUAGES.values())

    async def _licences(self, _desk: Desk) -> str:
        told = (await asyncio.to_thread(licences)).casefold().replace("_", "-")
        missing = [part for part in PARTS if part not in told]
        _require(not missing, f"no licence is told of {', '.join(missing)}")
        return f"{told.count(': ')} parts are told of"

    async def _socket(self, desk: Desk) -> str:
        status = await desk.until_synced(SYNC_S)
        _require(status.synced, status.problem or "the platform on this machine was not reached")
        return f"synced {len(desk.keys(ListQuery()))} sessions with {status.server}"

    async def _replica(self, desk: Desk) -> str:
        client = await desk.create_client("Self Test")
        session = await desk.create_session(client, title="Self-test")
        await desk.edit_summary(session, TEXT)
        _require((await desk.until_synced(SYNC_S)).synced, "the edit did not reach the platform")
        found = await asyncio.to_thread(_search, self._home, b"7Q4Z-CANARY")
        _require(not found, f"text lies unencrypted in {', '.join(found)}")
        self._session = session
        return "encrypted; an edit went to the platform and was acknowledged"

    async def _model(self, desk: Desk) -> str:
        turn = await reports.turn(desk, self._session, QUESTION, "local", propose=True, deadline_s=REPLY_S)
        _require("failed" not in turn, str(turn.get("failed", "")))
        _require(turn["engine"] != "local:rules", "no model answered")
        return f"answered by {turn['engine'].partition(':')[2]}"


def _require(held: bool, what: str) -> None:
    if not held:
        raise AssertionError(what)


def _search(folder: Path, canary: bytes) -> list[str]:
    """Return the files below `folder` that hold `canary` as it is."""
    return [str(file) for file in folder.rglob("*") if file.is_file() and canary in file.read_bytes()]
