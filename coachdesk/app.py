"""This file is the composition root of the window: it builds, wires, starts and stops everything.

The life of the process:

    1  settings are read, the key is fetched, the replica is opened         (this thread; nothing of the network yet)
    2  the window is built from the replica, shown and painted
    3  the desk starts: sync engine as tasks of this loop, socketio imported in a thread; the model only when asked
    4  the coach works; the loop is qasync's, one for Qt and asyncio
       locking, signing in or out: as in 5, then an errand without a desk, then the door, and from 2 on again
    5  the window closes, or the system asks for it (ui.termination): drafts are flushed, the window's tasks end, then
       replies, sync, model process, cache, replica, each under a deadline; no step waits for the network

Threads: this one (window and sync), one writer for the replica, asyncio's executor for file and search work, one reader
for the model process's answers. Processes: this one, and one that owns the model.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import gc
import os
import runpy
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.demo import Stage, program
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.last_run import LastRun
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import (
    CoachDeskError,
    EnvironmentFault,
    KeyLost,
    Locked,
    NoKeychain,
    UserFault,
    WrongPassphrase,
)
from coachdesk.settings import Settings, read_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coachdesk.desk.desk import Desk
    from coachdesk.desk.findings import Finding
    from coachdesk.ui.account_commands import Errand
    from coachdesk.ui.door import Door
    from coachdesk.ui.main_window import MainWindow
    from coachdesk.ui.single_instance import SingleInstance
    from coachdesk.ui.termination import Termination

QUIT_S = 2.0
"""How long leaving may take in all."""

Script = Callable[["Desk", "MainWindow"], Awaitable[int]]


def open_window(settings: Settings, script: Script | None = None, files: tuple[Path, ...] = ()) -> int:
    """Show the window until it is closed, or until `script` has driven it; returns the exit code.

    The window, or the one that is open already, asks whose transcripts `files` are.
    """
    application = _application()
    _choose_language(application, settings)
    from coachdesk.ui.application import Application
    from coachdesk.ui.single_instance import SingleInstance

    instance = SingleInstance(settings.home)
    if isinstance(application, Application):
        application.opened.connect(instance.hand)
    laptop = Laptop(settings, SystemClock())
    attended = script is None and application.platformName() != "offscreen"
    desk: Desk | None = None
    try:
        if not instance.begin():
            if instance.knock(files):
                return 0
            raise EnvironmentFault("CoachDesk is open already, but does not answer. End it, then start it again.")
        instance.hand(files)
        if not (attended and laptop.first_time):
            desk = laptop.open()
    except (Locked, KeyLost, NoKeychain, WrongPassphrase) as fault:
        if not attended:  # nobody is there to type
            instance.end()
            print(fault, file=sys.stderr)
            return 1
    except CoachDeskError as fault:
        instance.end()
        print(fault, file=sys.stderr)
        if attended:
            from coachdesk.ui.notices import show_and_quit

            show_and_quit(application, str(fault))
        return 1
    import qasync

    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    try:
        return int(loop.run_until_complete(live(laptop, settings, desk, script, instance)))
    finally:
        instance.end()
        asyncio.set_event_loop(None)
        loop.close()


def _application() -> QApplication:
    """Return Qt's application; without a display it is offscreen."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from coachdesk.ui.application import Application

    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else Application(sys.argv[:1])
    application.setApplicationName("CoachDesk")
    application.setQuitOnLastWindowClosed(False)
    return application


def _choose_language(application: QApplication, settings: Settings) -> None:
    from coachdesk.ui.languages import speak
    from coachdesk.ui.window_memory import WindowMemory

    # A home that is not there yet is made by whoever can say in a sentence why it cannot be.
    speak(application, settings.language or WindowMemory(settings.home if settings.home.is_dir() else None).language)


async def live(
    laptop: Laptop,
    settings: Settings,
    desk: Desk | None,
    script: Script | None = None,
    instance: SingleInstance | None = None,
) -> int:
    """Run one window after another, each over a desk of its own, until the coach closes one; returns the exit code.

    Between two desks an errand is done, such as signing out or locking. Without `desk` the door asks for what opens it.
    """
    from coachdesk.ui.theme import apply_theme

    apply_theme()
    sentence, failed = "", False
    door: Door | None = None
    run = LastRun(settings.home)
    termination = _watch_for_the_end() if script is None else None  # what a script plays ends at once
    try:
        while True:
            if desk is None:
                if termination is not None and termination.wanted:
                    run.end()
                    return 0
                if door is None:
                    from coachdesk.ui.door import Door

                    door = Door(laptop, settings.home, _start_demo)
                    if instance is not None:
                        instance.knocked.connect(door.come_to_the_front)
                    if termination is not None:
                        termination.asked.connect(door.close)
                desk = await door.enter()
                if desk is None:
                    run.end()
                    return 0
            crashed = script is None and run.begin()
            errand = await _at_desk(desk, laptop, settings, script, (sentence, failed), instance, termination, crashed)
            desk = None
            if isinstance(errand, int):
                run.end()
                return errand
            try:
                sentence, failed = await errand(), False
            except CoachDeskError as fault:
                sentence, failed = str(fault), True
    finally:
        if termination is not None:
            termination.end()
        if door is not None:
            door.deleteLater()


def _watch_for_the_end() -> Termination:
    from coachdesk.ui.termination import Termination

    return Termination()


async def _at_desk(
    desk: Desk,
    laptop: Laptop,
    settings: Settings,
    script: Script | None,
    said: tuple[str, bool],
    instance: SingleInstance | None,
    termination: Termination | None,
    crashed: bool,
) -> int | Errand:
    """Run one window over one desk from first paint to last commit; return the exit code, or what is to be done."""
    from coachdesk.ui.idle_watch import IdleWatch
    from coachdesk.ui.main_window import MainWindow
    from coachdesk.ui.tray import Tray

    async def check() -> tuple[Finding, ...]:
        from coachdesk.desk.travel import travel_check

        return await travel_check(settings, desk, datetime.datetime.now().astimezone().date())

    window = MainWindow(desk, settings.home, laptop, check)
    left: asyncio.Future[int | Errand] = asyncio.get_running_loop().create_future()

    def leave(how: int | Errand) -> None:
        if not left.done():
            left.set_result(how)

    window.closed.connect(lambda: leave(0))
    window.account.errand_wanted.connect(leave)
    if termination is not None:
        termination.asked.connect(window.close)
    if instance is not None:
        instance.knocked.connect(window.come_to_the_front)
    watch = IdleWatch(SystemClock(), window)
    watch.idle.connect(lambda: leave(laptop.lock))
    window.show()
    await window.painted()
    tray = Tray(window)
    window.greet(*said, crashed=crashed)
    await asyncio.to_thread(_write_log, settings.logs)
    await desk.start()
    gc.freeze()  # or each full collection looks through all of the window, 50 ms long

    def take_files() -> None:
        if instance is not None:
            window.commands.ask_import(instance.take_files())

    def watch_from_now_on() -> None:
        watch.limit(laptop.idle_minutes(desk.lock_minutes))

    watch_from_now_on()
    if script is None:
        window.account.demand_passphrase()
    window.account.lock_changed.connect(watch_from_now_on)
    if instance is not None:
        instance.handed.connect(take_files)
    take_files()
    try:
        return await (left if script is None else script(desk, window))
    finally:
        if instance is not None:
            instance.handed.disconnect(take_files)
        gc.unfreeze()  # what one desk showed must not outlive it
        tray.icon.hide()
        await window.shut_down()
        # Whatever hangs is left behind; cache and replica are closed all the same.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(QUIT_S):
                await desk.close()


def _start_demo() -> None:
    from PySide6.QtCore import QProcess

    first, *rest = [*program(), "demo"]
    QProcess.startDetached(first, rest)


def _write_log(folder: Path) -> None:
    from coachdesk.logs import write_log, writes_log

    if not writes_log():
        write_log(folder)


def demo(tour: Path | None) -> int:
    """Open the window on sample sessions, or play the tour and save its pictures in `tour`."""
    stage = Stage()
    try:
        settings = stage.set(read_settings())
        if tour is None:
            return open_window(settings)
        from coachdesk.ui.tour import Tour

        return open_window(settings, Tour(stage.platform, tour).play)
    finally:
        stage.strike()


def bench(names: list[str]) -> int:
    """Run the benchmarks of tests/bench; they come with the source, not with an installation."""
    root = Path(__file__).resolve().parent.parent
    program = root / "tests" / "bench" / "run.py"
    if not program.is_file():
        raise UserFault("The benchmarks come with the source code, not with an installation. Run them in a checkout.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(root))
    sys.argv = [str(program), *names]
    runpy.run_path(str(program), run_name="__main__")
    return 0


def self_test() -> int:
    """Check this installation: Qt, an encrypted replica, a socket round trip on loopback, the model process."""
    from coachdesk.ui.self_test import SelfTest

    stage = Stage()
    try:
        settings = stage.set(read_settings())
        return open_window(settings, SelfTest(settings.home).run)
    finally:
        stage.strike()
