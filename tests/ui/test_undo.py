"""This file checks that what was done can be undone for a while, by a button that does not take the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from coachdesk.desk.listed import ListQuery
from tests.ui.conftest import Coach


def _delete(coach: Coach, session: str = "s0") -> None:
    coach.open(session)
    coach.does("delete_session")
    coach.click("dialogYes")
    coach.until(lambda: coach.sees("toastButton"), "the offer")


def _count(coach: Coach) -> int:
    return len(coach.desk.keys(ListQuery()))


def test_a_deleted_session_is_had_again_and_opened(coach: Coach) -> None:
    _delete(coach)
    assert coach.find(QLabel, "toastText").text() == "The session was deleted."
    coach.until(lambda: _count(coach) == 23)
    assert not coach.sees("noticeText"), "it is said once"
    coach.click("toastButton")
    coach.until(lambda: _count(coach) == 24, "the session again")
    coach.until(lambda: coach.sees("summaryEditor"), "it is open")
    assert not coach.sees("toastText")
    assert coach.asked("let_go") == []


def test_a_deleted_client_is_had_again_by_the_keyboard_alone(coach: Coach) -> None:
    coach.open()
    sessions = _count(coach)
    coach.does("delete_client")
    coach.click("dialogYes")
    coach.until(lambda: _count(coach) < sessions and coach.sees("toastText"))
    assert coach.find(QLabel, "toastText").text() == "Anna Becker was deleted."
    coach.does("take_back")
    coach.until(lambda: _count(coach) == sessions, "the client again")
    assert not coach.window.actions_.by_name["take_back"].isEnabled()


def test_the_offer_does_not_take_the_focus(coach: Coach) -> None:
    coach.open("s0")
    coach.does("find")
    coach.gui.run(coach.window.commands._delete_session(coach.desk.view("s1")))
    coach.until(lambda: coach.sees("toastButton"), "the offer")
    assert coach.window.focusWidget() is coach.find(QLineEdit, "searchField")


def test_the_offer_is_announced_to_screen_readers(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    _delete(coach)
    assert "The session was deleted." in said


def test_a_closed_offer_lets_the_deletion_go(coach: Coach) -> None:
    _delete(coach)
    assert coach.asked("let_go") == []
    coach.click("toastClose")
    coach.until(lambda: len(coach.asked("let_go")) == 1)
    assert not coach.window.actions_.by_name["take_back"].isEnabled()


def test_an_offer_goes_by_itself_but_not_while_it_has_the_focus(coach: Coach) -> None:
    _delete(coach)
    toast = coach.window.undoing.toast
    coach.gui.do(coach.window.activateWindow)
    coach.gui.do(lambda: toast._button.setFocus(Qt.FocusReason.TabFocusReason))
    coach.until(lambda: coach.find(QAbstractButton, "toastButton").hasFocus(), "the focus")
    coach.gui.do(toast._timer.timeout.emit)
    assert coach.sees("toastButton")
    coach.click("searchField")
    coach.gui.do(toast._timer.timeout.emit)
    coach.until(lambda: not coach.sees("toastButton"))
    assert len(coach.asked("let_go")) == 1


def test_a_second_deletion_lets_the_first_one_go(coach: Coach) -> None:
    _delete(coach, "s0")
    _delete(coach, "s1")
    coach.until(lambda: len(coach.asked("let_go")) == 1)
    coach.click("toastButton")
    coach.until(lambda: _count(coach) == 23)


def test_closing_the_window_lets_the_deletion_go(coach: Coach) -> None:
    _delete(coach)
    coach.gui.do(coach.window.close)
    coach.gui.run(coach.window.shut_down())
    assert len(coach.asked("let_go")) == 1


def test_changed_details_are_undone(coach: Coach) -> None:
    coach.open()
    before = coach.desk.view("s0").title
    coach.does("edit_session")
    coach.gui.do(lambda: coach.find(QLineEdit, "sessionTitleField").selectAll())
    coach.type("sessionTitleField", "Another title")
    coach.click("dialogYes")
    coach.until(lambda: coach.desk.view("s0").title == "Another title" and coach.sees("toastButton"))
    coach.click("toastButton")
    coach.until(lambda: coach.desk.view("s0").title == before)


def test_a_changed_client_is_undone(coach: Coach) -> None:
    coach.open()
    coach.does("edit_client")
    coach.type("clientEmail", "anna@example.org")
    coach.click("dialogYes")
    coach.until(lambda: coach.sees("toastButton"), "the offer")
    assert coach.desk.clients()[0].email == "anna@example.org"
    coach.click("toastButton")
    coach.until(lambda: coach.desk.clients()[0].email == "")


def test_a_restored_revision_is_undone(coach: Coach) -> None:
    coach.open()
    before = coach.desk.view("s0").summary
    coach.gui.run(coach.desk.edit_summary("s0", "Another text."))
    coach.does("show_revisions")
    coach.until(lambda: coach.window.page.revisions.list.count() == 2)
    coach.gui.do(lambda: coach.window.page.revisions.list.setCurrentRow(1))
    coach.click("restoreButton")
    coach.until(lambda: coach.desk.view("s0").summary == before and coach.sees("toastButton"))
    coach.click("toastButton")
    coach.until(lambda: coach.desk.view("s0").summary == "Another text.")


def test_an_import_is_undone_with_the_client_that_it_made(coach: Coach, tmp_path: Path) -> None:
    sessions = _count(coach)
    coach.gui.do(lambda: coach.window.commands.ask_import((tmp_path / "talk.txt",)))
    coach.until(lambda: coach.sees("importDialog") and not coach.sees("importProgress"), "the file read")
    coach.click("dialogYes")
    coach.until(lambda: coach.sees("toastButton"), "the offer")
    assert _count(coach) == sessions + 1
    coach.click("toastButton")
    coach.until(lambda: _count(coach) == sessions, "the session gone")
    ((made, clients),) = coach.asked("unmake")
    assert (len(made), clients) == (1, ())
    coach.until(lambda: not coach.sees("summaryEditor"), "its page closed")
    assert not coach.sees("noticeText"), "nobody else deleted it"
