"""This file is the composition root of the window: it builds, wires, starts and stops everything.

The life of the process:

    1  settings are read; a process begins to fetch the key from the keychain                     (`Laptop.ask_ahead`)
    2  Qt is loaded, and the window built as far as its list needs it; meanwhile a thread looks at the list, with
       a connection of its own; it is shown and painted            (`MainWindow`, `Laptop.look`, in Qt's own event loop)
    3  the loop begins, qasync's, one for Qt and asyncio; all other modules are loaded in a thread           (`sitting`)
    4  the replica is opened, and the window filled with its other parts in short steps   (`Laptop.open`, `furnish`);
       what the coach clicked or typed since the first paint was kept, and is done now
    5  the desk starts: sync engine as tasks of this loop, socketio imported in a thread; the model only when asked
    6  the coach works
       locking, signing in or out: as in 7, then an errand without a desk, then the door, then a whole window, and from
       5 on again
    7  the window closes, or the system asks for it (ui.termination): drafts are flushed, the window's tasks end, then
       replies, sync, model process, cache, replica, each under a deadline; no step waits for the network

The first time, with a locked laptop, or with a database that has to be made, migrated or saved, 1 and 2 are left out:
the desk is opened whole, by the door where the coach is needed, and then its window. Before 3 nothing is imported that
the first paint does without: not asyncio, not the network, not the assistant.

Threads: this one (window and sync), one writer for the replica, asyncio's executor for file and search work, one reader
for the model process's answers. Processes: this one, one that owns the model, and for a moment the one
that asks the keychain.
"""

from __future__ import annotations

import gc
import os
import sys
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from coachdesk.desk.laptop import Laptop
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import (
    CoachDeskError,
    EnvironmentFault,
    KeyLost,
    Locked,
    NoKeychain,
    StorageFault,
    WrongPassphrase,
)
from coachdesk.lean_imports import leave_sources_unread
from coachdesk.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coachdesk.desk.desk import Desk
    from coachdesk.desk.first_look import FirstLook
    from coachdesk.sitting import Script
    from coachdesk.ui.main_window import MainWindow
    from coachdesk.ui.single_instance import SingleInstance


def open_window(settings: Settings, script: Script | None = None, files: tuple[Path, ...] = ()) -> int:
    """Show the window until it is closed, or until `script` has driven it; returns the exit code.

    The window, or the one that is open already, asks whose transcripts `files` are.
    """
    gc.disable()  # until the window is whole: everything is being made, and collections find nothing
    try:
        return _open_window(settings, script, files)
    finally:
        gc.enable()


def _open_window(settings: Settings, script: Script | None, files: tuple[Path, ...]) -> int:
    laptop = Laptop(settings, SystemClock())
    laptop.ask_ahead()
    application = _application()
    _choose_language(application, settings)
    from coachdesk.ui.application import Application
    from coachdesk.ui.single_instance import SingleInstance

    instance = SingleInstance(settings.home)
    if isinstance(application, Application):
        application.opened.connect(instance.hand)
    attended = script is None and application.platformName() != "offscreen"
    desk: Desk | None = None
    window: MainWindow | None = None
    try:
        if not instance.begin():
            if instance.knock(files):
                return 0
            raise EnvironmentFault("CoachDesk is open already, but does not answer. End it, then start it again.")
        instance.hand(files)
        if not (attended and laptop.first_time):
            window = _first_window(laptop, settings)
            if window is None:
                desk = laptop.open()
    except (Locked, KeyLost, NoKeychain, WrongPassphrase) as fault:
        if not attended:  # nobody is there to type
            instance.end()
            print(fault, file=sys.stderr)
            return 1
    except CoachDeskError as fault:
        instance.end()
        return _give_up(application, fault, attended=attended)
    import asyncio

    import qasync

    from coachdesk.sitting import CannotOpen

    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    try:
        return int(loop.run_until_complete(live(laptop, settings, desk, script, instance, window)))
    except CannotOpen as fault:
        failed = fault
    finally:
        instance.end()
        asyncio.set_event_loop(None)
        loop.close()
    return _give_up(application, failed, attended=attended)


def _give_up(application: QApplication, fault: Exception, *, attended: bool) -> int:
    """Say why CoachDesk cannot start, and return the exit code for it."""
    print(fault, file=sys.stderr)
    if attended:
        from coachdesk.ui.notices import show_and_quit

        show_and_quit(application, str(fault))
    return 1


def _application() -> QApplication:
    """Return Qt's application; without a display it is offscreen."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    leave_sources_unread()
    from coachdesk.ui.application import Application

    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else Application(sys.argv[:1])
    application.setApplicationName("CoachDesk")
    application.setQuitOnLastWindowClosed(False)
    return application


def _first_window(laptop: Laptop, settings: Settings) -> MainWindow | None:
    """Return the window, painted with the list alone; None where the replica has to be opened whole first."""
    from coachdesk.ui.main_window import MainWindow

    looked: Future[FirstLook | None] = Future()

    def look_beside() -> None:
        try:
            looked.set_result(laptop.look())
        except Exception as fault:  # noqa: BLE001  # it is raised again below
            looked.set_exception(fault)

    Thread(target=look_beside, name="first look").start()
    window = MainWindow(home=settings.home)
    look = None
    try:
        look = looked.result()
        if look is not None:
            window.show_list(look)
    except StorageFault:  # opening it whole saves what is damaged, or says what is wrong
        if look is not None:
            look.close()
        look = None
    finally:
        if look is None:
            window.deleteLater()
    if look is None:
        return None
    window.show()
    paint(window)
    return window


def paint(window: MainWindow) -> None:
    """Turn Qt's events until `window` is painted, or closed; asyncio's loop is not there yet."""
    from PySide6.QtCore import QEventLoop

    turning = QEventLoop()
    window.painted_first.connect(turning.quit)
    window.closed.connect(turning.quit)
    turning.exec()


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
    window: MainWindow | None = None,
) -> int:
    """Run one window after another, each over a desk of its own, until the coach closes one; returns the exit code.

    Between two desks an errand is done, such as signing out or locking. Without `desk` the door asks for what opens it,
    unless the first `window` is painted already: then the desk is opened behind it, or CannotOpen raised.
    """
    from coachdesk.desk.last_run import LastRun
    from coachdesk.sitting import Sittings
    from coachdesk.ui.theme import apply_theme

    run = LastRun(settings.home)
    if instance is not None:
        instance.listen()
    sittings = Sittings(laptop, settings, script, instance, _start_demo)
    try:
        if window is not None:
            desk = await sittings.open_behind(window)
        else:
            apply_theme()
        while (desk := desk or await sittings.enter()) is not None:
            crashed = script is None and run.begin()
            errand = await sittings.at_desk(desk, window, crashed=crashed)
            if isinstance(errand, int):
                run.end()
                return errand
            desk = window = None
            try:
                sittings.said = (await errand(), False)
            except CoachDeskError as fault:
                sittings.said = (str(fault), True)
        run.end()
        return 0
    finally:
        sittings.end()


def _start_demo() -> None:
    from PySide6.QtCore import QProcess

    from coachdesk.demo import program

    first, *rest = [*program(), "demo"]
    QProcess.startDetached(first, rest)
