"""This file sits a window at the real desk: an encrypted replica, no platform, rules instead of a model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QTextEdit, QTreeView, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.session import Policy
from coachdesk.settings import Settings
from coachdesk.ui.main_window import MainWindow
from tests.gui import Gui

TEXT = "## Focus\nAnna wants to delegate.\n\n## Insights\n- She checks everything.\n- Tom is ready.\n"


@pytest.fixture
def desk(gui: Gui, home: Path) -> Iterator[Desk]:
    desk = open_desk(Settings(home=home, passphrase="a passphrase"), SystemClock())
    gui.run(desk.start())
    yield desk
    gui.run(desk.close())


@pytest.fixture
def session(gui: Gui, desk: Desk) -> str:
    async def make() -> str:
        client = await desk.create_client("Anna Becker", policy=Policy.NONE)
        session = await desk.create_session(client, date="2026-05-12", title="Delegating")
        await desk.edit_summary(session, TEXT)
        return session

    return gui.run(make())


@pytest.fixture
def window(gui: Gui, desk: Desk, session: str, home: Path) -> Iterator[MainWindow]:
    window = gui.do(lambda: MainWindow(desk, home))
    gui.do(window.show)
    gui.run(window.painted())
    yield window
    gui.do(window.close)
    gui.run(window.shut_down())
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


def _open(gui: Gui, window: MainWindow, desk: Desk, session: str) -> QTextEdit:
    """Click the newest session and return the editor once it holds the summary."""
    view = window.findChild(QListView, "sessionsView")
    place = view.visualRect(view.model().index(0, 0)).center()
    gui.do(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place))
    editor = window.findChild(QTextEdit, "summaryEditor")
    gui.until(lambda: editor.toPlainText() == desk.view(session).summary != "", what="the summary")
    return editor


def test_the_list_shows_what_the_replica_holds(gui: Gui, window: MainWindow, desk: Desk, session: str) -> None:
    row = window.sidebar.model.row(0)
    assert row is not None
    assert (row.id, row.client, row.title) == (session, "Anna Becker", "Delegating")


def test_an_edit_is_durable_and_waits_in_the_outbox(gui: Gui, window: MainWindow, desk: Desk, session: str) -> None:
    editor = _open(gui, window, desk, session)
    gui.do(lambda: QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    gui.do(lambda: QTest.keyClicks(editor, "- New."))
    gui.until(lambda: desk.view(session).summary == TEXT + "- New.", what="the edit stored")
    gui.until(lambda: window.findChild(QLabel, "savedState").text().startswith("Saved"))
    gui.do(lambda: window.do("outbox"))
    table = window.findChild(QTreeView, "outboxView")
    assert table.model().rowCount() == len(desk.outbox()) > 0


def test_rules_answer_in_the_chat_and_the_proposal_is_accepted(
    gui: Gui, window: MainWindow, desk: Desk, session: str
) -> None:
    _open(gui, window, desk, session)
    box = window.findChild(QWidget, "chatInput")
    gui.do(lambda: QTest.keyClicks(box, "Rename Tom to Tim."))
    gui.do(lambda: QTest.keyClick(box, Qt.Key.Key_Return))
    gui.until(lambda: desk.view(session).proposal is not None, timeout=30, what="the proposal")
    button = window.findChild(QAbstractButton, "acceptButton")
    gui.until(button.isVisible)
    gui.do(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
    gui.until(lambda: "Tim is ready" in desk.view(session).summary)
    gui.until(lambda: "Tim is ready" in window.findChild(QTextEdit, "summaryEditor").toPlainText())
    origins = [label.text() for label in window.findChildren(QLabel, "messageOrigin") if label.isVisible()]
    assert any("no model saw it" in origin for origin in origins)


def test_a_search_finds_what_the_index_holds(gui: Gui, window: MainWindow, desk: Desk, session: str) -> None:
    gui.run(desk.index_all())
    field = window.findChild(QWidget, "searchField")
    gui.do(lambda: QTest.keyClicks(field, "zebra"))
    gui.until(lambda: window.sidebar.model.rowCount() == 0)
    gui.do(lambda: QTest.keyClick(field, Qt.Key.Key_Escape))
    gui.do(lambda: QTest.keyClicks(field, "deleg"))
    gui.until(lambda: window.sidebar.model.rowCount() == 1)


def test_a_session_deleted_elsewhere_closes(gui: Gui, window: MainWindow, desk: Desk, session: str) -> None:
    _open(gui, window, desk, session)
    gui.run(desk.delete_session(session))
    gui.until(lambda: not window.findChild(QTextEdit, "summaryEditor").isVisible())
    assert window.notices.text == "This session was deleted."
