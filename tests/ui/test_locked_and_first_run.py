"""This file begins on an empty laptop, locks it, opens it again, and sees that a lock leaves nothing to read."""

from __future__ import annotations

import asyncio
import gc
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget

from coachdesk.app import live
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.last_run import MARK
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Organisation, Settings
from coachdesk.storage.keys import key_from_recovery
from coachdesk.ui.door import Door
from coachdesk.ui.main_window import MainWindow
from coachdesk.ui.tray import Tray
from tests.gui import Gui
from tests.server.running import running

PASSPHRASE = "a horse on a train"


def seen(name: str) -> QWidget | None:
    """Return the visible widget called `name`."""
    return next((one for one in QApplication.allWidgets() if one.objectName() == name and one.isVisible()), None)


async def shown(gui: Gui, name: str) -> Any:
    await gui.eventually(lambda: seen(name) is not None, what=name)
    return seen(name)


async def slot(action: Callable[[], object]) -> None:
    """Do `action` as Qt would call a slot."""
    done = asyncio.get_running_loop().create_future()

    def call() -> None:
        action()
        done.set_result(None)

    asyncio.get_running_loop().call_soon(call)
    await done


async def typed(gui: Gui, name: str, text: str) -> None:
    line = await shown(gui, name)
    assert isinstance(line, QLineEdit)
    await slot(lambda: (line.clear(), QTest.keyClicks(line, text)))


async def clicked(gui: Gui, name: str) -> None:
    button = await shown(gui, name)
    assert isinstance(button, QPushButton)
    await slot(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))


async def takes_keys(gui: Gui, name: str) -> None:
    """Wait until what is typed gets into the field called `name`."""

    def holder() -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    await gui.eventually(lambda: holder() == name, what=f"the keyboard in {name}")


def holders_of(trace: bytes) -> int:
    """Return how many live objects refer to 32 bytes whose SHA-256 is `trace`."""
    gc.collect()
    return sum(
        any(
            isinstance(one, bytes) and len(one) == 32 and hashlib.sha256(one).digest() == trace
            for one in gc.get_referents(holder)
        )
        for holder in gc.get_objects()
    )


@pytest.mark.timeout(120)
def test_from_an_empty_laptop_over_a_lock_to_the_same_notes_again(
    gui: Gui, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.sitting._write_log", lambda _folder: None)  # it would take pytest's place
    laptop = Laptop(Settings(home=home), SystemClock())

    async def coach() -> None:
        running = asyncio.create_task(live(laptop, Settings(home=home), None))
        await takes_keys(gui, "signInServer")
        await clicked(gui, "laptopButton")
        # The machine of these tests has no keychain.
        await takes_keys(gui, "newPassphrase")
        await typed(gui, "newPassphrase", "short")
        await typed(gui, "repeatedPassphrase", "short")
        await clicked(gui, "choosePassphrase")
        fault = await shown(gui, "doorFault")
        assert "at least" in fault.text()
        await typed(gui, "newPassphrase", PASSPHRASE)
        await typed(gui, "repeatedPassphrase", PASSPHRASE)
        await clicked(gui, "choosePassphrase")
        written = await shown(gui, "recoveryKey")
        assert isinstance(written, QLabel)
        trace = hashlib.sha256(key_from_recovery(written.text().replace("\n", ""))).digest()
        assert holders_of(trace) > 0
        await clicked(gui, "recoveryKeyKept")
        window = await shown(gui, "mainWindow")
        assert isinstance(window, MainWindow)
        session = await window.desk.create_session(None, title="Only here")
        await slot(window.actions_.by_name["lock"].trigger)
        del window
        lock = await shown(gui, "lockPage")
        assert seen("mainWindow") is None
        await slot(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))
        gui.app.processEvents()
        assert laptop._key is None
        assert holders_of(trace) == 0, "somebody still knows the key"
        assert not any("Only here" in text for text in (label.text() for label in lock.findChildren(QLabel)))
        await typed(gui, "passphrase", "not this one")
        await clicked(gui, "unlockButton")
        await gui.eventually(lambda: "does not open" in lock.findChild(QLabel, "doorFault").text())
        await typed(gui, "passphrase", PASSPHRASE)
        await clicked(gui, "unlockButton")
        window = await shown(gui, "mainWindow")
        assert isinstance(window, MainWindow)
        assert window.desk.row(session).title == "Only here"
        await slot(window.close)
        assert await running == 0

    gui.run(coach(), 100)
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


@pytest.mark.parametrize(
    ("most", "wanted", "locks_after"), [(None, 0, 0), (None, 30, 30), (10, 0, 10), (10, 30, 10), (10, 5, 5)]
)
def test_the_organisation_has_the_last_word_on_how_long_nobody_may_touch_it(
    home: Path, most: int | None, wanted: int, locks_after: int
) -> None:
    laptop = Laptop(Settings(home=home, organisation=Organisation(lock_minutes=most)), SystemClock())
    assert laptop.idle_minutes(wanted) == 0, "nothing would be locked without a passphrase"
    asyncio.run(laptop.unlock(PASSPHRASE))
    assert laptop.idle_minutes(wanted) == locks_after


@pytest.mark.timeout(120)
def test_signing_in_at_the_window_takes_along_what_was_written_before(
    gui: Gui, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.sitting._write_log", lambda _folder: None)  # it would take pytest's place
    laptop = Laptop(Settings(home=home), SystemClock())

    async def coach() -> None:
        async with running(tmp_path) as platform:
            await platform.auth.create_coach("anna", "a password")
            shows = asyncio.create_task(live(laptop, Settings(home=home), None))
            await clicked(gui, "laptopButton")
            await choose_passphrase(gui)
            await clicked(gui, "recoveryKeyKept")
            window = await shown(gui, "mainWindow")
            session = await window.desk.create_session(None, title="On the train")
            await slot(window.actions_.by_name["sign_in"].trigger)
            await shown(gui, "takesAlong")
            for name, text in (
                ("signInServer", platform.address),
                ("signInName", "anna"),
                ("signInPassword", "a password"),
            ):
                await typed(gui, name, text)
            await clicked(gui, "dialogYes")
            await choose_passphrase(gui)
            await clicked(gui, "recoveryKeyKept")
            window = await shown(gui, "mainWindow")
            assert window.desk.row(session).title == "On the train"
            assert (await window.desk.until_synced(30)).synced
            await slot(window.close)
            assert await shows == 0

    gui.run(coach(), 100)
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


async def choose_passphrase(gui: Gui) -> None:
    await typed(gui, "newPassphrase", PASSPHRASE)
    await typed(gui, "repeatedPassphrase", PASSPHRASE)
    await clicked(gui, "choosePassphrase")


def test_a_run_that_was_killed_is_told_of_at_the_next_start_and_one_that_ended_is_not(
    gui: Gui, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.sitting._write_log", lambda _folder: None)  # it would take pytest's place
    settings = Settings(home=home, passphrase=PASSPHRASE)
    home.mkdir(parents=True)
    (home / MARK).touch()  # as a killed process leaves it

    async def a_day() -> str:
        laptop = Laptop(settings, SystemClock())
        running = asyncio.create_task(live(laptop, settings, laptop.open()))
        window = await shown(gui, "mainWindow")
        assert isinstance(window, MainWindow)
        await gui.eventually(lambda: window.findChild(Tray) is not None, what="the end of the start")
        assert (home / MARK).exists()
        said = window.notices.text
        await slot(window.close)
        assert await running == 0
        return said

    async def days() -> tuple[str, str]:
        return await a_day(), await a_day()

    first, second = gui.run(days(), 60)
    assert "did not end properly" in first
    assert second == ""
    assert not (home / MARK).exists()


def test_the_handbook_is_at_hand_before_there_is_a_desk(gui: Gui, home: Path) -> None:
    async def lost() -> tuple[str, str]:
        door = Door(Laptop(Settings(home=home), SystemClock()), home, lambda: None)
        entered = asyncio.create_task(door.enter())
        await clicked(gui, "doorHelp")
        text = await shown(gui, "handbookText")
        assert isinstance(text, QTextBrowser)
        first = text.toPlainText()
        await clicked(gui, "laptopButton")
        await shown(gui, "newPassphrase")
        await slot(text.window().close)
        await clicked(gui, "doorHelp")
        again = text.toPlainText() if text.isVisible() else ""
        await slot(text.window().close)
        await slot(door.close)
        assert await entered is None
        door.deleteLater()
        return first, again

    first, again = gui.run(lost(), 60)
    assert first.startswith("First run")
    assert again
