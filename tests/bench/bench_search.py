"""This file measures a search from the end of the debounce to the painted list, in 100,000 sessions of 150 words."""

from __future__ import annotations

import asyncio
import random
import time

import apsw
from PySide6.QtCore import QEvent, QObject

from coachdesk.desk.desk import Desk
from coachdesk.desk.profiles import choose_profile
from coachdesk.storage.database import connect, select
from coachdesk.storage.keys import open_key
from coachdesk.storage.search import NEWEST, match_of
from coachdesk.ui.main_window import MainWindow
from tests.bench.homes import KEY_NOTE, Words, settings_in, temporary_folder
from tests.bench.measured import Measured, percentile, report
from tests.bench.stocks import stock
from tests.bench.windows import in_window

SESSIONS, WORDS, SEARCHES = 100_000, 150, 60
MOST_MS, WAIT_S = 20.0, 10.0


class Paints(QObject):
    """Says when a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = asyncio.Event()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # After this event: the paint is still to be done when the filter sees it.
            asyncio.get_running_loop().call_soon(self.painted.set)
        return super().eventFilter(watched, event)


def measure() -> Measured:
    """Type the beginnings of words into the real window; the rival ranks all hits of the same index."""
    ours: list[float] = []
    theirs: list[float] = []
    with temporary_folder() as folder:
        settings = settings_in(folder)
        stock(settings, SESSIONS, words=WORDS)
        profile = choose_profile(settings).folder
        rival = connect(profile / "replica.db", open_key(profile, settings, create=False), cache_kib=8192)

        async def script(_desk: Desk, window: MainWindow) -> None:
            for letters in _letters():
                ours.append(await _search(window, letters))
                theirs.append(_ranked(rival, letters))

        try:
            in_window(settings, script)
        finally:
            rival.close()
    value, other = percentile(ours, 0.95), percentile(theirs, 0.95)
    return Measured(
        name="search",
        value=round(value, 1),
        unit="ms at p95",
        versus=f"SQLite's own rank (bm25) over all hits of the same index, without a window: p95 {other:.1f} ms;"
        f" {KEY_NOTE}",
        ratio=round(value / other, 3),
        goal=f"p95 <= {MOST_MS:.0f} ms",
        held=value <= MOST_MS,
        seen={"p50_ms": round(percentile(ours, 0.5), 1), "max_ms": round(max(ours), 1)},
    )


def _letters() -> list[str]:
    """Return beginnings of two to six letters of words that occur, each another one than the one before."""
    words = Words().text(5_000).split()
    chosen = random.Random(11).sample(sorted(set(words)), SEARCHES * 3)
    found = [word[: 2 + number % 5] for number, word in enumerate(chosen)]
    return list(dict.fromkeys(found))[:SEARCHES]


async def _search(window: MainWindow, letters: str) -> float:
    """Return the ms from the end of the debounce to the list that is painted with the hits."""
    sidebar = window.sidebar
    began: list[float] = []
    filled = asyncio.Event()
    paints = Paints()
    sidebar.view.viewport().installEventFilter(paints)
    starting = sidebar.search.search_changed.connect(lambda _words: began.append(time.perf_counter()))

    def fill() -> None:
        if began:  # not the rest of the search before
            filled.set()
            paints.painted.clear()

    filling = sidebar.filled.connect(fill)
    try:
        async with asyncio.timeout(WAIT_S):
            sidebar.search.setText(letters)
            await filled.wait()
            await paints.painted.wait()
            return (time.perf_counter() - began[0]) * 1000
    finally:
        sidebar.search.search_changed.disconnect(starting)
        sidebar.filled.disconnect(filling)
        sidebar.view.viewport().removeEventFilter(paints)


def _ranked(rival: apsw.Connection, letters: str) -> float:
    began = time.perf_counter()
    select(rival, f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT {NEWEST}", (match_of(letters),))
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    report(measure)
