"""This file looks at the window between its first paint and the desk behind it: nothing that is done there is lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import CoachDeskError
from coachdesk.settings import Settings
from coachdesk.ui.main_window import MainWindow
from tests.gui import Gui

TITLES = ["Talk about holidays", "Talk about work", "Looking back"]
LATE = {"asyncio", "qasync", "socketio", "keyring", "structlog", "diskcache", "filelock", "cryptography", "merge3"}


class Start:
    """A laptop with three sessions whose window shows its list, and no more yet."""

    def __init__(self, gui: Gui, home: Path) -> None:
        self.gui = gui
        self.laptop = Laptop(Settings(home=home, passphrase="a passphrase"), SystemClock())
        gui.run(self._written())
        look = self.laptop.look()
        assert look is not None
        self.look = look
        self.window = gui.do(lambda: MainWindow(home=home))
        gui.do(lambda: self.window.show_list(look))
        gui.do(self.window.show)
        gui.run(self.window.painted())
        self.desk: Desk | None = None

    async def _written(self) -> None:
        desk = self.laptop.open()
        try:
            for day, title in enumerate(TITLES, start=1):
                session = await desk.create_session(None, date=f"2026-05-0{day}", title=title)
                await desk.edit_summary(session, f"## Focus\n{title}.\n")
        finally:
            await desk.close()

    def furnish(self) -> MainWindow:
        """Open the desk and fill the window as the composition root does."""
        self.desk = desk = self.gui.do(self.laptop.open)

        async def filled() -> None:
            for _ in self.window.furnish(desk, self.laptop):
                await asyncio.sleep(0)

        self.gui.run(filled())
        self.gui.run(desk.start())
        return self.window

    def places(self) -> dict[str, QRect]:
        """Return where the parts lie that are painted first."""
        window = self.window
        parts = {
            name: window.findChild(QWidget, name) for name in ("sidebar", "sessionsView", "searchField", "chatDock")
        }
        places = {name: QRect(part.mapTo(window, QPoint()), part.size()) for name, part in parts.items()}
        view = window.sidebar.view
        places["first row"] = view.visualRect(view.model().index(0, 0))
        return {**places, "menus": window.menuBar().geometry(), "status": window.status_line.geometry()}


@pytest.fixture
def start(gui: Gui, home: Path) -> Iterator[Start]:
    start = Start(gui, home)
    yield start
    gui.do(start.window.close)
    gui.run(start.window.shut_down())
    if start.desk is not None:
        gui.run(start.desk.close())
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


def test_the_list_is_painted_before_there_is_a_desk(start: Start) -> None:
    model = start.window.sidebar.model
    shown = [model.row(number) for number in range(model.rowCount())]
    assert [row.title for row in shown if row is not None] == TITLES[::-1]
    titles = [entry.text() for entry in start.window.menuBar().actions()]
    assert "&Session" in titles


def test_nothing_moves_when_the_rest_comes(start: Start) -> None:
    before, view = start.places(), start.window.sidebar.view
    assert [words for words, _ in view.headings] == ["May 2026"]
    start.furnish()
    start.gui.until(lambda: view._counted, what="the numbers of the headings")
    start.gui.do(QCoreApplication.processEvents)
    assert start.places() == before


def test_nobody_looks_any_more_once_the_desk_is_there(start: Start) -> None:
    assert start.look.clients() == ()
    start.furnish()
    with pytest.raises(CoachDeskError):
        start.look.clients()


def test_a_session_that_is_clicked_at_once_is_open_when_the_rest_has_come(start: Start) -> None:
    view = start.window.sidebar.view
    row = view.visualRect(view.model().index(1, 0)).center()
    start.gui.do(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row))
    editor = start.furnish().page.summary.editor
    start.gui.until(lambda: TITLES[1] in editor.text(), what="the session that was clicked")


def test_shortcuts_that_are_pressed_at_once_are_done_when_the_rest_has_come(start: Start) -> None:
    start.gui.do(lambda: QTest.keyClick(start.window, Qt.Key.Key_Down))
    start.gui.do(lambda: QTest.keyClick(start.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
    start.gui.do(lambda: QTest.keyClick(start.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
    window = start.furnish()
    start.gui.until(lambda: window.findChild(QWidget, "sessionDialog"), what="the dialog for a new session")
    start.gui.do(window.findChild(QWidget, "sessionDialog").close)


def test_what_is_searched_at_once_is_found_when_the_rest_has_come(start: Start) -> None:
    field = start.window.sidebar.search
    start.gui.do(lambda: QTest.keyClicks(field, "holidays"))
    start.gui.until(lambda: start.window.sidebar._query.text, what="the words")
    start.furnish()
    start.gui.until(lambda: start.window.sidebar.model.rowCount() == 1, what="the hit")
    row = start.window.sidebar.model.row(0)
    assert row is not None
    assert row.title == TITLES[0]


def test_what_was_written_after_the_first_look_is_in_the_list(start: Start) -> None:
    async def elsewhere() -> None:
        desk = Laptop(Settings(home=start.laptop._settings.home, passphrase="a passphrase"), SystemClock()).open()
        try:
            await desk.create_session(None, date="2026-05-09", title="From elsewhere")
        finally:
            await desk.close()

    start.gui.run(elsewhere())
    window = start.furnish()
    start.gui.until(lambda: window.sidebar.model.rowCount() == len(TITLES) + 1, what="the new session")
    assert len(window.desk.keys(ListQuery())) == len(TITLES) + 1


def test_a_window_that_is_closed_before_the_rest_has_come_remembers_the_session_all_the_same(
    start: Start, home: Path
) -> None:
    start.window._memory.keep(session="some-session")
    start.gui.do(start.window.close)
    assert "some-session" in (home / "window.ini").read_text()


def test_the_first_paint_loads_nothing_that_it_can_do_without() -> None:
    program = (
        "import sys; from coachdesk.cli import main; from coachdesk.lean_imports import *; import_msgspec()\n"
        "import coachdesk.app, coachdesk.ui.main_window, coachdesk.ui.application, coachdesk.ui.single_instance\n"
        "leave_sources_unread(); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert "coachdesk.ui.sidebar" in loaded
    assert not loaded & {*LATE, "typing_extensions", "coachdesk.desk.desk", "coachdesk.storage.replica"}
