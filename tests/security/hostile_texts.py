"""This file makes hostile texts, by number, and shows one of them in a window of its own process.

python -m tests.security.hostile_texts SEED NUMBER     prints "STALL_MS KIND"

A text is shown as a message of the chat, as a proposed summary, as a title and in the editor; as message and proposal
in one turn; and in all places at once, when a session is opened. STALL_MS is the longest time, in processor ms of the
window's thread, in which the event loop did not turn.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

MOST = 262_144
LONGEST_TITLE = 1_000
"""No text and no title on the wire is longer."""


def _nested(rng: random.Random) -> str:
    tag = rng.choice(["table", "div", "ul", "blockquote", "b", "svg", "details", "a href='x'", "td", "font size=7"])
    return f"<{tag}>" * rng.randrange(20, 20_000) + "x" + f"</{tag.split()[0]}>" * rng.randrange(2)


def _tables(rng: random.Random) -> str:
    depth = rng.randrange(5, 400)
    return "<table><tr><td>" * depth + "x" + "</td></tr></table>" * depth + "| a | b |\n|-|-|\n" * rng.randrange(2_000)


def _emphasis(rng: random.Random) -> str:
    return rng.choice(["*a_", "**a*", "_*", "`a``", "~~x~", "***", "*_`"]) * rng.randrange(1_000, 90_000)


def _brackets(rng: random.Random) -> str:
    times = rng.randrange(1_000, 60_000)
    return rng.choice(["[", "![", "[](", "[a](b", "[[", "<", "<!--", "&#x", "](https://"]) * times


def _deep(rng: random.Random) -> str:
    mark = rng.choice(["> ", "- ", "1. ", "    ", "\t- ", "# "])
    return "".join(mark * (n % rng.randrange(1, 200)) + "x\n" for n in range(rng.randrange(50, 3_000)))


def _endless(rng: random.Random) -> str:
    return rng.choice(["x", "W", "ﷺ", "a\u0301", "\u202e", "\u200d", "👩\u200d", "ก็", "\u00a0", "ß"]) * rng.randrange(
        MOST
    )


def _noise(rng: random.Random) -> str:
    signs = "<>*_`[]()!#-+|\\&;:/\"'\n\t \0\u2028\ufffc\ufdd0\u202e\u0301abc01" + chr(rng.randrange(0x10000, 0x10FFFF))
    return "".join(rng.choices(signs, k=rng.randrange(100, 60_000)))


def _pictures(rng: random.Random) -> str:
    address = rng.choice(
        ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "//127.0.0.1/share/x.png", "data:image/png"]
    )
    return f"![x]({address}) <img src='{address}' width=99999 height=99999>\n" * rng.randrange(1, 2_000)


def _style(rng: random.Random) -> str:
    size = rng.choice(["999999pt", "-1", "1e99em", "expression(1)"])
    body = f"<style>*{{font-size:{size};background:url(file:///etc/passwd)}}</style><script>while(1){{}}</script>"
    return body * rng.randrange(1, 500) + "<iframe src=file:///etc/passwd>" * rng.randrange(40)


def _entities(rng: random.Random) -> str:
    return rng.choice(["&amp;", "&#0;", "&#xD800;", "&lt;b&gt;", "&" + "a" * 500]) * rng.randrange(1_000, 40_000)


def _mixed(rng: random.Random) -> str:
    return "\n".join(rng.choice(KINDS[:-1])(rng)[: rng.randrange(10, 20_000)] for _ in range(12))


KINDS: tuple[Callable[[random.Random], str], ...] = (
    _nested, _tables, _emphasis, _brackets, _deep, _endless, _noise, _pictures, _style, _entities, _mixed,
)  # fmt: skip


def hostile(seed: str, number: int) -> tuple[str, str]:
    """Return the kind and the text of hostile text `number`; no two numbers give the same."""
    rng = random.Random(f"{seed} {number}")
    make = KINDS[number % len(KINDS)]
    text = make(rng)[:MOST].encode(errors="ignore")[:MOST].decode(errors="ignore")
    return make.__name__.strip("_"), text


class Watch:
    """Measures the longest turn of the loop in processor time of this thread, so that neighbours do not count.

    It hangs on the loop's timer itself: a task would wake some turns after its timer, and add these up.
    """

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = time.thread_time()
        self._next: asyncio.Handle | None = None

    def begin(self) -> None:
        self.longest_s, self._last = 0.0, time.thread_time()

    def beat(self) -> None:
        now = time.thread_time()
        self.longest_s, self._last = max(self.longest_s, now - self._last), now
        self._next = asyncio.get_running_loop().call_later(0.001, self.beat)

    def end(self) -> None:
        if self._next is not None:
            self._next.cancel()


async def show(text: str, watch: Watch) -> float:
    """Show `text` in a window, wherever one shows text; return the longest stall in ms."""
    from coachdesk.desk.views import MessageView, Proposal
    from coachdesk.domain.session import Role
    from coachdesk.ui.main_window import MainWindow
    from tests.ui.desk_stand_in import NOW, DeskStandIn

    desk = DeskStandIn()
    with tempfile.TemporaryDirectory() as home:
        window = MainWindow(cast(Any, desk), Path(home))
        window.resize(1280, 800)
        window.show()
        await window.painted()
        window.go_to_session("s1")
        for _ in range(15):
            await asyncio.sleep(0.002)  # the first layout of a window is none of the text's
        message = MessageView("m1", Role.ASSISTANT, text, "platform", NOW, None, False)
        proposal = Proposal("r1", "## Focus\nx\n", text, "local:x", "", "", ((text, text),))
        watch.begin()
        short = text[:LONGEST_TITLE]
        for session, change in (
            ("s1", {"messages": (message,)}),
            ("s1", {"proposal": proposal}),
            ("s1", {"title": short, "client_name": short}),
            ("s2", {"summary": text}),
            ("s2", {"messages": (message,), "proposal": proposal}),
            ("s1", {"summary": text}),
        ):
            desk.change(session, **cast(dict[str, Any], change))
            window.go_to_session(session)
            for _ in range(25):
                await asyncio.sleep(0.002)
        longest_ms = watch.longest_s * 1000
        window.close()
        await window.shut_down()
        await asyncio.sleep(0.02)
    return longest_ms


async def watched(text: str) -> float:
    """Return the longest stall in ms that showing `text` brings."""
    watch = Watch()
    watch.beat()
    try:
        return await show(text, watch)
    finally:
        watch.end()


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.gui import window_loop

    with window_loop(QApplication([])) as gui:
        kind, text = hostile(sys.argv[1], int(sys.argv[2]))
        print(f"{gui.run(watched(text), timeout=60):.0f} {kind}", flush=True)


if __name__ == "__main__":
    main()
