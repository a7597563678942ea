"""This file checks what is told outside the window while nobody looks at it, and that no client is named unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from coachdesk.ui.tray import Tray
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import SUMMARY


@pytest.fixture
def told(coach: Coach) -> list[tuple[str, str]]:
    """Return what is told outside; the window is out of sight."""
    said: list[tuple[str, str]] = []
    coach.open()
    coach.window.notifications.told.connect(lambda sentence, session: said.append((sentence, session)))
    coach.gui.do(coach.window.showMinimized)
    return said


def _prefer(coach: Coach, key: Qt.Key) -> None:
    coach.gui.do(coach.window.showNormal)
    coach.does("preferences")
    coach.press("preferredNotifications", key)
    coach.click("dialogYes")
    coach.until(lambda: not coach.sees("preferences"))
    coach.gui.do(coach.window.showMinimized)


def _reply(coach: Coach) -> None:
    coach.desk.replies = [("At eleven.", SUMMARY.replace("10:00", "11:00"))]
    coach.gui.run(coach.desk.send("s0", "It is at eleven."))


def test_a_reply_is_told_without_any_word_of_the_client(coach: Coach, told: list[tuple[str, str]]) -> None:
    _reply(coach)
    coach.until(lambda: told == [("A reply has arrived.", "s0")])


def test_a_refused_edit_is_told_once(coach: Coach, told: list[tuple[str, str]]) -> None:
    coach.gui.do(lambda: coach.desk.park("s0", "Summary edited", "too long"))
    coach.gui.do(lambda: coach.desk.go(online=True))
    assert told == [("The platform refused an edit. It waits for your decision.", "")]


def test_the_client_is_named_where_the_coach_allowed_it(coach: Coach, told: list[tuple[str, str]]) -> None:
    _prefer(coach, Qt.Key.Key_Down)
    _reply(coach)
    coach.until(lambda: told == [("A reply about Anna Becker has arrived.", "s0")])


def test_nothing_is_told_where_the_coach_wants_nothing(coach: Coach, told: list[tuple[str, str]]) -> None:
    _prefer(coach, Qt.Key.Key_End)
    _reply(coach)
    coach.gui.do(lambda: coach.desk.park("s0", "Summary edited", "too long"))
    coach.until(lambda: len(coach.desk.view("s0").messages) == 2)
    assert told == []
    coach.gui.do(coach.window.showNormal)
    coach.does("preferences")
    assert coach.find(QComboBox, "preferredNotifications").currentText() == "Nothing"


def test_nothing_is_told_while_the_coach_looks_or_the_reply_was_stopped(
    coach: Coach, told: list[tuple[str, str]]
) -> None:
    coach.gui.run(coach.desk.send("s0", "It is at eleven."))
    coach.gui.run(coach.desk.stop("s0"))
    coach.gui.do(lambda: (coach.window.showNormal(), coach.window.activateWindow()))
    coach.until(coach.window.isActiveWindow, "the window in front")
    _reply(coach)
    assert told == []


def test_the_icon_in_the_tray_leads_to_what_was_told(coach: Coach, told: list[tuple[str, str]]) -> None:
    tray = coach.gui.do(lambda: Tray(coach.window))
    _reply(coach)
    coach.until(lambda: told, "the sentence")
    coach.gui.do(lambda: coach.window.go_to_session("s1"))
    coach.gui.do(coach.window.showMinimized)
    coach.gui.do(tray.icon.messageClicked.emit)
    assert not coach.window.isMinimized()
    assert coach.window.commands.view is not None
    assert coach.window.commands.view.id == "s0"
    coach.gui.do(lambda: coach.desk.park("s0", "Summary edited", "too long"))
    coach.gui.do(lambda: coach.window.showMinimized() or coach.desk.park("s0", "Summary edited", "too long"))
    coach.gui.do(tray.icon.messageClicked.emit)
    coach.until(lambda: coach.sees("outboxView"), "the outbox")
    assert tray.menu.actions()[0].text() == "Show CoachDesk"
