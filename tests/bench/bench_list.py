"""This file measures the list of 1,000,000 sessions: first paint, scrolling and jumps, stalls and memory."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time

import msgspec

from coachdesk.settings import Settings
from tests.bench.homes import PASSPHRASE, temporary_folder
from tests.bench.measured import Measured, percentile, report
from tests.bench.stocks import stock

MANY, FEW, ROUNDS = 1_000_000, 1_000, 3
MOST_RATIO, MOST_FRAME_MS, MOST_STALL_MS, MOST_MIB, MOST_TRUE_S = 2.0, 8.0, 16.0, 40.0, 3.0


class Seen(msgspec.Struct):
    """What one window saw. Times in ms; memory in MiB, of the whole process."""

    first_paint_ms: float
    true_s: float
    frame_p99_ms: float
    stall_ms: float
    memory_mib: float


def measure() -> Measured:
    """Open a window on many and one on few sessions, in turn, each in a process of its own."""
    with temporary_folder() as folder:
        homes = {count: folder / str(count) for count in (MANY, FEW)}
        for count, home in homes.items():
            stock(Settings(home=home, passphrase=PASSPHRASE), count)
        looks = [{count: _look(str(home)) for count, home in homes.items()} for _ in range(ROUNDS)]
    many, few = [look[MANY] for look in looks], [look[FEW] for look in looks]
    ratio = statistics.median(one.first_paint_ms / other.first_paint_ms for one, other in zip(many, few, strict=True))
    frame, stall = _median(many, "frame_p99_ms"), _median(many, "stall_ms")
    more_mib, true_s = _median(many, "memory_mib") - _median(few, "memory_mib"), _median(many, "true_s")
    held = ratio <= MOST_RATIO and frame <= MOST_FRAME_MS and stall <= MOST_STALL_MS
    return Measured(
        name="list",
        value=round(_median(many, "first_paint_ms"), 1),
        unit="ms to the first paint",
        versus=f"the same window with {FEW} sessions: {_median(few, 'first_paint_ms'):.1f} ms; {MANY} rows, offscreen",
        ratio=round(ratio, 2),
        goal=f"<= {MOST_RATIO:.0f} x; scroll bar true within {MOST_TRUE_S:.0f} s, no stall over {MOST_STALL_MS:.0f} ms;"
        f" frame p99 <= {MOST_FRAME_MS:.0f} ms; <= {MOST_MIB:.0f} MB",
        held=held and more_mib <= MOST_MIB and true_s <= MOST_TRUE_S,
        seen={
            "frame_p99_ms": round(frame, 1),
            "stall_ms": round(stall, 1),
            "scroll_bar_true_s": round(true_s, 2),
            "more_memory_mib": round(more_mib, 1),
        },
    )


def _median(seen: list[Seen], name: str) -> float:
    return float(statistics.median(getattr(one, name) for one in seen))


def _look(home: str) -> Seen:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_list", home], check=True, stdout=subprocess.PIPE, timeout=90
    )
    return msgspec.json.decode(done.stdout, type=Seen)


def look(home: str) -> Seen:
    """Open the window on `home`, a folder named for the number of its sessions, and scroll."""
    import asyncio
    from pathlib import Path

    from PySide6.QtCore import QElapsedTimer
    from PySide6.QtWidgets import QApplication

    from coachdesk.desk.desk import Desk
    from coachdesk.ui.main_window import MainWindow
    from coachdesk.ui.sessions_view import SessionsView
    from tests.bench.windows import Pulse, in_window

    seen: list[Seen] = []
    began = 0.0
    count = int(Path(home).name)
    build = MainWindow.__init__

    def building(self: MainWindow, *values: object, **named: object) -> None:
        nonlocal began
        began = time.perf_counter()
        build(self, *values, **named)  # type: ignore[arg-type]  # as it was called

    MainWindow.__init__ = building  # type: ignore[method-assign]  # the moment from which the list is waited for

    async def script(_desk: Desk, window: MainWindow) -> None:
        first_paint_ms = (time.perf_counter() - began) * 1000
        pulse = Pulse()
        pulse.begin()
        view = window.findChild(SessionsView, "sessionsView")
        model = view.model()
        bar = view.verticalScrollBar()
        while model.rowCount() < count or bar.maximum() < count * 20:  # noqa: ASYNC110  # nothing says that it is true
            await asyncio.sleep(0.001)
        true_s = time.perf_counter() - began - first_paint_ms / 1000
        await asyncio.sleep(0.5)
        pulse.end()
        frames: list[float] = []
        timer = QElapsedTimer()
        height = max(1, view.visualRect(model.index(0, 0)).height())
        places = [step * height for step in range(150)]  # as a wheel scrolls
        places += [bar.maximum() * (number * 37 % 100) // 100 for number in range(100)]  # as a hand drags the bar
        for place in places:
            timer.start()
            bar.setValue(min(place, bar.maximum()))
            view.viewport().repaint()
            QApplication.processEvents()  # the page that the frame asked for, and the paint with its text
            frames.append(timer.nsecsElapsed() / 1e6)
            await asyncio.sleep(0)
        seen.append(Seen(first_paint_ms, true_s, percentile(frames, 0.99), max(pulse.gaps_ms), _memory_mib()))

    in_window(Settings(home=Path(home), passphrase=PASSPHRASE), script)
    return seen[0]


def _memory_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.setswitchinterval(0.0005)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        print(msgspec.json.encode(look(sys.argv[1])).decode())
    else:
        report(measure)
