"""This file looks at what the Account menu offers: by who is signed in, what was written, what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox

from coachdesk.desk.laptop import Laptop
from coachdesk.desk.profiles import Account, write_account
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Organisation, Settings
from coachdesk.ui.main_window import MainWindow
from tests.gui import Gui
from tests.ui.conftest import Coach

PASSPHRASE = "a horse on a train"
Sit = Callable[[Settings], Coach]


@pytest.fixture
def sit(gui: Gui, home: Path) -> Iterator[Sit]:
    """Gives a coach at a window over the desk of some settings; one with an account is not started: nothing is sent."""
    seated: list[Coach] = []

    def begin(settings: Settings) -> Coach:
        laptop = Laptop(settings, SystemClock())

        def build() -> MainWindow:
            window = MainWindow(laptop.open(), home, laptop)
            window.show()
            return window

        window = gui.do(build)
        gui.run(window.painted())
        if laptop.account is None:
            gui.run(window.desk.start())
        seated.append(Coach(gui, window, cast(Any, window.desk)))
        return seated[-1]

    yield begin
    for coach in seated:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            gui.do(dialog.close)
        gui.do(coach.window.close)
        gui.run(coach.window.shut_down())
        gui.run(coach.window.desk.close())
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


def errands_of(coach: Coach) -> list[Callable[[], Any]]:
    errands: list[Callable[[], Any]] = []
    coach.window.account.errand_wanted.connect(errands.append)
    return errands


def offered(coach: Coach, *names: str) -> list[bool]:
    return [coach.window.actions_.by_name[name].isVisible() for name in names]


def test_only_one_who_is_signed_in_signs_out(sit: Sit, home: Path) -> None:
    settings = Settings(home=home, passphrase=PASSPHRASE)
    coach = sit(settings)
    assert offered(coach, "sign_in", "sign_out", "backup") == [True, False, True]
    coach.does("sign_in")
    assert not coach.sees("takesAlong"), "nothing was written here yet"
    coach.click("dialogYes")
    assert "password" in coach.find(QLabel, "dialogFault").text()
    coach.click("dialogNo")

    write_account(settings, Account("https://platform.example", "anna"))
    coach = sit(settings)
    assert offered(coach, "sign_in", "sign_out") == [True, True]
    errands = errands_of(coach)
    coach.does("sign_out")
    assert "encrypted" in coach.find(QLabel, "questionText").text()
    assert errands == []
    coach.click("dialogYes")
    assert len(errands) == 1


def test_what_was_written_here_is_told_to_go_along_when_signing_in(sit: Sit, home: Path) -> None:
    coach = sit(Settings(home=home, passphrase=PASSPHRASE))
    coach.gui.run(coach.window.desk.create_session(None, title="On the train"))
    coach.does("sign_in")
    assert coach.sees("takesAlong")


def test_it_is_locked_and_how_is_chosen_within_what_the_organisation_allows(sit: Sit, home: Path) -> None:
    coach = sit(Settings(home=home, passphrase=PASSPHRASE, organisation=Organisation(lock_minutes=15)))
    coach.does("lock_options")
    minutes = coach.find(QSpinBox, "lockMinutes")
    assert (minutes.minimum(), minutes.maximum()) == (1, 15)
    coach.gui.do(lambda: minutes.setValue(5))
    coach.click("dialogYes")
    coach.until(lambda: coach.window.desk.lock_minutes == 5)


class Keychain:
    """A machine's keychain in memory."""

    name = "a keychain"

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def get(self, profile: str) -> str | None:
        return self._secrets.get(profile)

    def set(self, profile: str, secret: str) -> None:
        self._secrets[profile] = secret

    def forget(self, profile: str) -> None:
        self._secrets.pop(profile, None)


def test_a_lock_that_the_organisation_wants_is_asked_for_until_there_is_a_passphrase(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keychain = Keychain()
    monkeypatch.setattr("coachdesk.storage.keys.find_keychain", lambda *_: keychain)
    coach = sit(Settings(home=home, organisation=Organisation(lock_minutes=15)))
    coach.gui.do(coach.window.account.demand_passphrase)
    assert "wants CoachDesk locked after 15 idle minutes" in coach.window.notices.text
    coach.click("dialogNo")
    coach.does("preferences")
    assert "needs a passphrase" in coach.find(QLabel, "preferredLock").text()
    coach.click("changeLock")
    for field in ("newPassphrase", "repeatedPassphrase"):
        coach.type(field, PASSPHRASE)
    coach.click("dialogYes")
    coach.until(lambda: coach.window.notices.text == "The lock is set.")
    coach.gui.do(coach.window.account.demand_passphrase)
    assert QApplication.activeModalWidget() is None
    coach.does("preferences")
    assert coach.find(QLabel, "preferredLock").text() == "After 15 idle minutes."
    coach.click("changeLock")
    assert not coach.sees("passphraseAway"), "the keychain opens to whoever sits at the laptop"


def test_preferences_say_that_nothing_locks_without_a_passphrase(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keychain = Keychain()
    monkeypatch.setattr("coachdesk.storage.keys.find_keychain", lambda *_: keychain)
    coach = sit(Settings(home=home))
    coach.gui.do(coach.window.account.demand_passphrase)
    assert QApplication.activeModalWidget() is None, "nobody demands one"
    coach.does("preferences")
    assert "does not lock" in coach.find(QLabel, "preferredLock").text()
