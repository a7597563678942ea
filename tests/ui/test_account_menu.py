"""This file drives the Account menu and what stays on this laptop, over the real desk of a laptop with a passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QLineEdit

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.views import SessionView
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Settings
from coachdesk.storage.keys import key_from_recovery
from coachdesk.ui.main_window import MainWindow
from tests.gui import Gui
from tests.ui.conftest import Coach

PASSPHRASE = "a horse on a train"


@pytest.fixture
def laptop(gui: Gui, home: Path) -> Laptop:
    laptop = Laptop(Settings(home=home), SystemClock())
    gui.run(laptop.unlock(PASSPHRASE))
    return laptop


@pytest.fixture
def real_desk(gui: Gui, laptop: Laptop) -> Iterator[Desk]:
    desk = laptop.open()
    gui.run(desk.start())
    yield desk
    gui.run(desk.close())


@pytest.fixture
def session(gui: Gui, real_desk: Desk) -> str:
    async def make() -> str:
        client = await real_desk.create_client("Anna Becker")
        return await real_desk.create_session(client, date="2026-05-12", title="Delegating")

    return gui.run(make())


@pytest.fixture
def owner(gui: Gui, laptop: Laptop, real_desk: Desk, session: str, home: Path) -> Iterator[Coach]:
    """Show a window over the real desk, with the session open."""
    window = gui.do(lambda: MainWindow(real_desk, home, laptop))
    gui.do(window.show)
    gui.run(window.painted())
    gui.do(lambda: window.go_to_session(session))
    yield Coach(gui, window, cast(Any, real_desk))
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        gui.do(dialog.close)
    gui.do(window.close)
    gui.run(window.shut_down())
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


def _type_twice(owner: Coach, first: str, again: str) -> None:
    for name in (first, again):
        line = owner.find(QLineEdit, name)
        owner.gui.do(lambda line=line: line.setText("four words of mine"))


def test_a_session_is_kept_on_this_laptop_after_a_question_and_released(
    owner: Coach, real_desk: Desk, session: str
) -> None:
    owner.does("keep_session")
    assert "no other copy exists" in owner.find(QLabel, "questionText").text()
    owner.click("dialogYes")
    owner.until(lambda: any(row.kept for row in map(real_desk.view, _sessions(real_desk))), "kept")
    owner.until(lambda: owner.window.commands.view is not None and owner.window.commands.view.kept, "shown as kept")
    owner.does("keep_session")
    owner.click("dialogYes")
    owner.until(lambda: not any(row.kept for row in map(real_desk.view, _sessions(real_desk))), "released")


def test_a_client_is_kept_on_this_laptop_with_all_sessions(owner: Coach, real_desk: Desk) -> None:
    owner.does("keep_client")
    assert "Anna Becker" in owner.find(QLabel, "questionText").text()
    owner.click("dialogYes")
    owner.until(lambda: all(view.client_kept for view in map(real_desk.view, _sessions(real_desk))), "kept")


def test_the_dialogs_keep_and_release_as_the_menu_does_and_say_what_it_means(
    owner: Coach, real_desk: Desk, session: str
) -> None:
    owner.does("edit_session")
    assert not owner.sees("keptMeaning")
    owner.press("sessionKept", Qt.Key.Key_Space)
    assert "no other copy exists" in owner.find(QLabel, "keptMeaning").text()
    owner.click("dialogYes")
    owner.until(lambda: _shown(owner).kept, "kept")
    owner.does("edit_client")
    owner.type("clientEmail", "anna@example.org")
    owner.press("clientKept", Qt.Key.Key_Space)
    assert "Anna Becker" in owner.find(QLabel, "keptMeaning").text()
    owner.click("dialogYes")
    owner.until(lambda: _shown(owner).client_kept, "the client kept")
    owner.until(lambda: [row.email for row in real_desk.clients()] == ["anna@example.org"], "the address")
    owner.does("edit_session")
    assert "with all sessions" in owner.find(QLabel, "keptMeaning").text()
    assert not owner.find(QCheckBox, "sessionKept").isEnabled()
    owner.click("dialogNo")
    owner.does("edit_client")
    owner.press("clientKept", Qt.Key.Key_Space)
    assert "as soon as there is a connection" in owner.find(QLabel, "keptMeaning").text()
    owner.click("dialogYes")
    owner.until(lambda: not _shown(owner).client_kept, "released")
    assert real_desk.view(session).kept, "its own flag is its own"


def _shown(owner: Coach) -> SessionView:
    view = owner.window.commands.view
    assert view is not None
    return view


def test_signing_in_asks_where_and_who(owner: Coach) -> None:
    owner.does("sign_in")
    owner.click("dialogYes")
    assert "address" in owner.find(QLabel, "dialogFault").text()


def test_everything_goes_into_one_file_that_the_passphrase_opens(owner: Coach, tmp_path: Path) -> None:
    target = tmp_path / "notes.coachdesk"
    owner.does("backup")
    dialog = cast(QFileDialog, QApplication.activeModalWidget())
    owner.gui.do(lambda: (dialog.fileSelected.emit(str(target)), dialog.close()))
    _type_twice(owner, "dialogPassphrase", "dialogRepeated")
    owner.click("dialogYes")
    owner.until(target.exists, "the backup")
    fresh = Laptop(Settings(home=tmp_path / "fresh"), SystemClock())
    assert owner.gui.run(fresh.restore(target, "four words of mine")) == "The backup was restored."


def test_a_backup_is_restored_after_its_passphrase(owner: Coach, tmp_path: Path) -> None:
    errands: list[object] = []
    owner.window.account.errand_wanted.connect(errands.append)
    owner.does("restore")
    dialog = cast(QFileDialog, QApplication.activeModalWidget())
    owner.gui.do(lambda: (dialog.fileSelected.emit(str(tmp_path / "notes.coachdesk")), dialog.close()))
    line = owner.find(QLineEdit, "dialogPassphrase")
    owner.gui.do(lambda: line.setText("four words of mine"))
    owner.click("dialogYes")
    assert len(errands) == 1


def test_the_recovery_key_is_shown_again(owner: Coach, laptop: Laptop) -> None:
    owner.does("recovery_key")
    shown = owner.find(QLabel, "recoveryKey").text().replace("\n", "")
    assert key_from_recovery(shown) == key_from_recovery(laptop.recovery_key())


def test_locking_closes_the_desk_where_a_passphrase_opens_it(owner: Coach, laptop: Laptop) -> None:
    errands: list[object] = []
    owner.window.account.errand_wanted.connect(errands.append)
    owner.does("lock")
    assert errands == [laptop.lock]


def test_a_new_passphrase_opens_the_notes_from_then_on(owner: Coach, laptop: Laptop) -> None:
    owner.does("lock_options")
    _type_twice(owner, "newPassphrase", "repeatedPassphrase")
    owner.click("dialogYes")
    owner.until(lambda: owner.window.notices.text == "The lock is set.")
    owner.gui.run(laptop.unlock("four words of mine"))


def _sessions(desk: Desk) -> list[str]:
    return [row.id for row in desk.rows(desk.keys(ListQuery())) if row.id]
