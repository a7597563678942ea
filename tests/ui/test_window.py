"""This file checks the window as a whole: list, search, dialogs, outbox, notices, actions, opening and closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QTreeView,
    QTreeWidget,
    QWidget,
)

from coachdesk.desk.listed import ListQuery
from coachdesk.desk.views import Progress, SessionsChanged, StatusChanged
from coachdesk.domain.session import Policy
from coachdesk.ui.actions import SPECS
from coachdesk.ui.pictures import picture
from coachdesk.ui.search_field import DEBOUNCE_MS
from coachdesk.ui.theme import DARK_COLOURS
from tests.gui import Gui
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import NOW, SUMMARY, DeskStandIn


def _rows(coach: Coach) -> int:
    return coach.window.sidebar.model.rowCount()


# The list.


def test_the_first_paint_shows_the_sessions_of_the_replica(coach: Coach) -> None:
    assert _rows(coach) == 24
    assert coach.find(QListView, "sessionsView").model().index(0, 0).data() == "Preparing for the promotion interview"


def test_a_click_in_the_list_opens_the_session(coach: Coach) -> None:
    view = coach.find(QListView, "sessionsView")
    place = view.visualRect(view.model().index(1, 0)).center()
    coach.gui.do(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place))
    assert coach.find(QLabel, "sessionTitle").text() == "First ninety days as a team lead"


def test_the_search_waits_until_typing_rests_and_then_narrows_the_list(coach: Coach) -> None:
    coach.type("searchField", "anna")
    assert coach.asked("find") == []
    coach.until(lambda: 0 < _rows(coach) < 24, "the hits")
    assert len(coach.asked("find")) == 1
    assert DEBOUNCE_MS == 300
    coach.press("searchField", Qt.Key.Key_Escape)
    coach.until(lambda: _rows(coach) == 24)


def test_enter_in_the_search_goes_to_the_first_hit(coach: Coach) -> None:
    coach.type("searchField", "weber")
    coach.press("searchField", Qt.Key.Key_Return)
    coach.until(lambda: coach.find(QListView, "sessionsView").hasFocus())


def test_a_search_without_hits_says_so_and_offers_a_way_back(coach: Coach) -> None:
    coach.type("searchField", "zebra")
    coach.until(lambda: _rows(coach) == 0 and not coach.sees("sessionsView"))
    shown = [label.text() for label in coach.window.sidebar.findChildren(QLabel) if label.isVisible()]
    assert "Nothing found for “zebra”" in shown
    coach.gui.do(lambda: coach.window.do("clear_filters"))
    coach.until(lambda: _rows(coach) == 24 and coach.sees("sessionsView"))


def test_filters_narrow_the_list(coach: Coach) -> None:
    coach.click("approvedFilter")
    coach.until(lambda: _rows(coach) == 5)
    coach.click("openFilter")
    coach.until(lambda: _rows(coach) == 19)
    coach.click("openFilter")
    coach.click("pendingFilter")
    coach.until(lambda: _rows(coach) == 2)
    coach.click("pendingFilter")
    box = coach.find(QComboBox, "clientFilter")
    coach.gui.do(lambda: box.setCurrentText("Anna Becker"))
    coach.until(lambda: _rows(coach) == 4)


def test_months_or_clients_stand_as_headings_and_can_be_left_out(coach: Coach, home: Path) -> None:
    view = coach.window.sidebar.view
    coach.until(lambda: view.headings == (("December 2026", 24),))
    first = view.visualRect(view.model().index(0, 0))
    assert first.top() > 20
    assert not view.indexAt(QPoint(40, first.top() - 4)).isValid()
    coach.press("orderChoice", Qt.Key.Key_End)
    coach.until(lambda: [word for word, _ in view.headings][:2] == ["Anna Becker", "David Okafor"])
    coach.does("group_list")
    coach.until(lambda: view.headings == () and view.visualRect(view.model().index(0, 0)).top() == 0)
    assert "groups=off" in (home / "window.ini").read_text()


def test_dates_and_tags_are_chosen_from_menus(coach: Coach) -> None:
    _choose(coach, "dateFilter", "Last year")
    coach.until(lambda: _rows(coach) == 0)
    coach.gui.do(lambda: coach.window.do("clear_filters"))
    coach.until(lambda: _rows(coach) == 24)
    _choose(coach, "tagFilter", "spring")
    coach.until(lambda: _rows(coach) == 6)
    assert coach.find(QAbstractButton, "tagFilter").text() == "spring"
    coach.click("attentionFilter")
    coach.until(lambda: [row.id for row in coach.desk.rows(coach.window.sidebar.model.keys)] == ["s4"])


def test_words_of_a_search_that_name_a_client_or_a_time_are_told_and_filter(coach: Coach) -> None:
    coach.type("searchField", "interview with anna in december 2026")
    coach.until(lambda: _rows(coach) == 4)
    assert coach.find(QLabel, "searchUnderstood").text() == "Only: with anna · in december 2026"
    assert coach.asked("find")[-1][0] == ListQuery(
        text="interview", client="c0", date_from="2026-12-01", date_to="2026-12-31"
    )
    coach.press("searchField", Qt.Key.Key_Escape)
    coach.until(lambda: _rows(coach) == 24 and not coach.sees("searchUnderstood"))


def _choose(coach: Coach, button: str, text: str) -> None:
    menu = coach.find(QPushButton, button).menu()
    coach.gui.do(menu.aboutToShow.emit)
    coach.until(lambda: text in [entry.text() for entry in menu.actions()], text)
    coach.gui.do(next(entry for entry in menu.actions() if entry.text() == text).trigger)


def test_the_order_can_be_turned_round(coach: Coach) -> None:
    coach.press("orderChoice", Qt.Key.Key_Down)
    coach.until(lambda: coach.window.sidebar.model.keys[0] == 24)


def test_a_session_that_comes_keeps_the_open_one_open(coach: Coach) -> None:
    coach.open("s3")
    coach.gui.run(coach.desk.create_session("c0", date="2027-01-01", title="The newest"))
    coach.until(lambda: _rows(coach) == 25)
    current = coach.find(QListView, "sessionsView").currentIndex()
    assert current.row() == 4
    assert coach.find(QLabel, "sessionTitle").text() == "The difficult talk with Peter"


def test_a_row_is_shown_anew_when_its_session_changed(coach: Coach) -> None:
    coach.gui.do(lambda: coach.desk.change("s1", title="Another title"))
    coach.until(lambda: coach.window.sidebar.model.index(1).data() == "Another title")
    coach.gui.do(lambda: coach.desk.announce(SessionsChanged()))


# Status and notices.


def test_the_status_line_says_how_laptop_and_platform_stand(coach: Coach) -> None:
    status = coach.find(QAbstractButton, "syncStatus")
    assert status.text() == "Synced"
    coach.gui.do(lambda: coach.desk.go(online=False))
    assert status.text() == "Offline · everything is on this laptop"
    coach.gui.run(coach.desk.edit_summary("s0", "x"))
    assert status.text() == "Offline · 1 edit waiting"
    problem = replace(coach.desk.status, problem="Sign in again")
    coach.gui.do(lambda: coach.desk.announce(StatusChanged(problem)))
    assert "Sign in again" in status.text()


def test_a_notice_interrupts_nothing_and_goes_when_it_is_closed(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.desk.notice("The platform was updated.", error=True))
    assert coach.find(QLabel, "noticeText").text() == "The platform was updated."
    assert QApplication.activeModalWidget() is None
    coach.click("noticeClose")
    assert not coach.sees("notice")


@pytest.mark.logs("task failed")
def test_a_defect_is_told_in_one_sentence_without_its_text(coach: Coach, caplog: pytest.LogCaptureFixture) -> None:
    coach.open()
    coach.desk.fails["approve"] = ValueError("CANARY of a client")
    coach.does("approve")
    coach.until(lambda: "Something went wrong in CoachDesk itself" in coach.window.notices.text)
    assert "CANARY" not in caplog.text


def test_progress_of_another_session_is_not_shown(coach: Coach) -> None:
    coach.open("s0")
    coach.gui.do(lambda: coach.desk.announce(Progress("summarise", "s1", "Reading", 1, 3)))
    assert not coach.sees("progressStrip")
    coach.gui.do(lambda: coach.desk.announce(Progress("summarise", "s0", "Reading", 1, 3)))
    assert coach.sees("progressStrip")
    coach.click("stopJobButton")
    coach.until(lambda: coach.asked("stop") == [("s0",)])


# Clients and sessions.


def test_a_client_is_added(coach: Coach) -> None:
    coach.does("new_client")
    coach.click("dialogYes")
    assert "enter the client’s name" in coach.find(QLabel, "dialogFault").text()
    coach.type("clientName", "Eva Novak")
    coach.type("clientEmail", "eva@example.org")
    coach.press("clientPolicy", Qt.Key.Key_End)
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("create_client") == [("Eva Novak", "eva@example.org", Policy.NONE)])
    coach.until(lambda: coach.window.notices.text == "Eva Novak was added.")


def test_a_new_client_and_a_new_session_can_stay_on_this_laptop_from_the_start(coach: Coach) -> None:
    coach.does("new_client")
    coach.type("clientName", "Eva Novak")
    coach.press("clientKept", Qt.Key.Key_Space)
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("create_client") == [("Eva Novak", "", Policy.PLATFORM, "kept")])
    coach.does("new_session")
    coach.type("sessionTitleField", "Only here")
    coach.press("sessionKept", Qt.Key.Key_Space)
    coach.click("dialogYes")
    coach.until(lambda: [asked[-1] for asked in coach.asked("create_session")] == ["kept"])


def test_a_client_is_edited_and_deleted(coach: Coach) -> None:
    coach.open()
    coach.does("edit_client")
    coach.type("clientName", " the Second")
    coach.click("dialogYes")
    coach.until(lambda: any(client.name == "Anna Becker the Second" for client in coach.desk.clients()))
    coach.does("delete_client")
    assert "4 sessions" in coach.find(QLabel, "questionText").text()
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("delete_client") == [("c0",)] and _rows(coach) == 20)


def test_a_session_is_added_for_a_client_whose_name_is_new(coach: Coach) -> None:
    coach.does("new_session")
    combo = coach.find(QComboBox, "sessionClient")
    coach.gui.do(lambda: QTest.keyClicks(combo.lineEdit(), "Eva Novak"))
    coach.type("sessionTitleField", "A first talk")
    coach.type("sessionTags", "spring, , new")
    coach.click("dialogYes")
    coach.until(lambda: len(coach.asked("create_session")) == 1, "the session")
    client, _date, title, minutes, _kind, _who, tags = coach.asked("create_session")[0]
    assert coach.asked("create_client")[0][0] == "Eva Novak"
    assert (client, title, minutes, tags) == ("c7", "A first talk", 60, ("spring", "new"))
    coach.until(lambda: coach.find(QLabel, "sessionTitle").text() == "A first talk", "it is open")


def test_every_field_of_a_dialog_shows_its_text(coach: Coach) -> None:
    coach.open()
    coach.does("edit_session")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()]
    assert len(fields) == 7
    assert [field.text() for field in fields if field.height() < field.fontMetrics().height()] == []
    assert [field.text() for field in fields if field.width() < 100] == []


def test_only_the_changed_details_of_a_session_are_sent(coach: Coach) -> None:
    coach.open()
    coach.does("edit_session")
    coach.gui.do(lambda: coach.find(QLineEdit, "sessionTitleField").selectAll())
    coach.type("sessionTitleField", "Another title")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("edit_session") == [("s0", (("title", "Another title"),))])
    coach.until(lambda: coach.find(QLabel, "sessionTitle").text() == "Another title")


def test_whoever_writes_in_a_session_that_goes_is_told_where_the_words_are(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "Unsent. ")
    coach.until(coach.desk.outbox)
    coach.gui.run(coach.desk.delete_session("s0"))
    coach.until(lambda: "is in the outbox" in coach.window.notices.text)


def test_a_session_is_deleted_only_after_a_question_whose_safe_answer_has_the_focus(coach: Coach) -> None:
    coach.open()
    coach.does("delete_session")
    assert coach.find(QAbstractButton, "dialogNo").hasFocus()
    coach.click("dialogNo")
    coach.until(lambda: QApplication.activeModalWidget() is None)
    assert coach.asked("delete_session") == []
    coach.does("delete_session")
    coach.click("dialogYes")
    coach.until(lambda: _rows(coach) == 23)
    coach.until(lambda: not coach.sees("summaryEditor"), "no session is open")


def test_approving_shows_it(coach: Coach) -> None:
    coach.open()
    coach.click("approveButton")
    coach.until(lambda: not coach.sees("approveButton"))
    badges = [label.text() for label in coach.window.page.header.findChildren(QLabel) if label.isVisible()]
    assert "Approved" in badges


# Files.


def test_files_to_import_are_chosen_in_a_dialog_that_blocks_nothing(coach: Coach, tmp_path: Path) -> None:
    coach.does("import")
    dialog = coach.window.findChild(QFileDialog)
    assert dialog is not None
    coach.gui.do(lambda: dialog.filesSelected.emit([str(tmp_path / "talk.txt")]))
    coach.gui.do(dialog.reject)
    coach.until(lambda: coach.sees("importDialog"))
    coach.click("dialogNo")


def test_a_session_is_exported_in_the_form_that_its_name_ends_with(coach: Coach, tmp_path: Path) -> None:
    coach.open()
    coach.does("export")
    dialog = coach.window.findChild(QFileDialog)
    assert dialog is not None
    coach.gui.do(lambda: dialog.fileSelected.emit(str(tmp_path / "notes.docx")))
    coach.gui.do(dialog.reject)
    coach.until(lambda: coach.asked("export") == [("s0", "docx", tmp_path / "notes.docx")])
    coach.until(lambda: coach.window.notices.text == "Saved as notes.docx.")
    coach.until(lambda: coach.window.findChild(QFileDialog) is None, "the dialog gone for good")


# The outbox.


def test_the_outbox_stays_in_front_while_sessions_arrive(coach: Coach) -> None:
    coach.open()
    coach.does("outbox")
    rows = coach.window.sidebar.model.rowCount()
    coach.gui.run(coach.desk.create_session(None, title="From another device"))
    coach.until(lambda: coach.window.sidebar.model.rowCount() == rows + 1, "the new session in the list")
    assert coach.sees("outboxView")


def test_the_outbox_lists_what_waits_and_why_it_was_refused(coach: Coach) -> None:
    coach.open()
    operation = coach.gui.do(lambda: coach.desk.park("s0", "Summary edited by you", "Changed on another device."))
    coach.click("syncStatus")
    table = coach.find(QTreeView, "outboxView")
    assert table.model().rowCount() == 1
    assert table.model().index(0, 0).data().startswith("Summary edited by you\n")
    assert table.model().index(0, 1).data() == "Refused"
    assert coach.find(QLabel, "outboxReason").text() == "Changed on another device."
    coach.click("copyButton")
    assert QApplication.clipboard().text() == f"the text of {operation}"
    assert coach.window.notices.text == "The text is on the clipboard."
    coach.click("retryButton")
    coach.until(lambda: coach.asked("retry") == [(operation,)])
    coach.until(lambda: table.model().index(0, 1).data() == "Waiting")
    assert not coach.find(QAbstractButton, "retryButton").isEnabled()


def test_a_refused_edit_is_discarded_after_a_question(coach: Coach) -> None:
    operation = coach.gui.do(lambda: coach.desk.park("s0", "Summary edited by you", "Changed."))
    coach.does("outbox")
    coach.click("discardButton")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("discard") == [(operation,)])
    coach.until(lambda: not coach.sees("outboxView"), "the empty outbox")


# Actions.


def test_every_action_of_the_registry_is_in_a_menu_and_can_be_done_by_name(coach: Coach) -> None:
    coach.open()
    bar = coach.window.menuBar()
    listed = [action for menu in bar.actions() if menu.menu() for action in cast(Any, menu.menu()).actions()]
    assert set(coach.window.actions_.by_name.values()) <= set(listed)
    shortcuts = [spec.shortcut for spec in SPECS if spec.shortcut]
    assert len(shortcuts) == len(set(shortcuts))


def test_actions_that_need_a_session_rest_without_one(coach: Coach) -> None:
    enabled = {name for name, action in coach.window.actions_.by_name.items() if action.isEnabled()}
    assert not enabled & {"approve", "delete_session", "accept", "stop", "export", "edit_client"}
    assert {"new_session", "import", "find", "quit"} <= enabled


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("find", "searchField"),
        ("refine", "chatInput"),
        ("show_summary", "summaryEditor"),
        ("show_sessions", "sessionsView"),
    ],
)
def test_an_action_moves_the_focus(coach: Coach, action: str, name: str) -> None:
    coach.open()
    coach.does(action)
    coach.until(lambda: coach.find(QWidget, name).hasFocus())


def test_the_palette_finds_an_action_by_letters(coach: Coach) -> None:
    coach.open()
    coach.does("palette")
    coach.type("paletteField", "revis")
    assert coach.find(QTreeWidget, "paletteList").topLevelItemCount() == 1
    coach.press("paletteField", Qt.Key.Key_Return)
    coach.until(lambda: coach.sees("revisionsList"))


def test_the_next_session_is_one_key_away(coach: Coach) -> None:
    coach.open("s0")
    coach.does("next_session")
    coach.until(lambda: coach.find(QLabel, "sessionTitle").text() == "First ninety days as a team lead")
    coach.does("previous_session")
    coach.until(lambda: coach.find(QLabel, "sessionTitle").text() == "Preparing for the promotion interview")


def test_the_chat_can_be_hidden(coach: Coach) -> None:
    coach.open()
    coach.does("toggle_chat")
    assert not coach.sees("chatDock")
    coach.click("chatToggle")
    assert coach.sees("chatDock")


def test_dark_colours_are_taken_at_once_and_remembered(coach: Coach, home: Path) -> None:
    coach.does("dark")
    assert QApplication.instance().palette().window().color().name() == DARK_COLOURS.window  # type: ignore[union-attr]
    assert "colours=dark" in (home / "window.ini").read_text()
    coach.does("light")


def test_every_control_has_a_name_for_screen_readers_and_a_place_in_the_tab_order(coach: Coach) -> None:
    coach.open()
    nameless, unreachable = [], []
    for widget in coach.window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QAbstractButton | QComboBox | QLineEdit | QTextEdit | QPlainTextEdit | QListView | QTreeView
        ):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit | QComboBox)
        if not (widget.accessibleName() or text) and not inner:
            nameless.append(widget.objectName() or type(widget).__name__)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            unreachable.append(widget.objectName() or widget.accessibleName())
    assert nameless == []
    assert unreachable == []


def test_tab_goes_round_the_window_and_reaches_every_part(coach: Coach) -> None:
    coach.open()
    coach.gui.do(coach.window.sidebar.search.setFocus)
    seen = set()
    for _ in range(60):
        coach.gui.do(lambda: QTest.keyClick(QApplication.focusWidget() or coach.window, Qt.Key.Key_Tab))
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus.objectName())
    assert {"sessionsView", "summaryEditor", "chatInput", "syncStatus", "engineChoice", "pageTabs"} <= seen


# Life.


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_no_text_of_the_window_is_clipped(coach: Coach, size: tuple[int, int]) -> None:
    coach.desk.replies = [("Shorter.", SUMMARY.replace("10:00", "11:00"))]
    coach.desk.go(online=False)
    coach.open()
    coach.gui.do(lambda: coach.window.resize(*size))
    coach.click("quickPrompt")
    coach.until(lambda: coach.sees("diffView"))
    coach.gui.run(coach.gui.eventually(lambda: coach.window.size().width() == size[0]))
    clipped = []
    for widget in coach.window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.height() + 1 < widget.heightForWidth(widget.width())
        else:
            needed = widget.minimumSizeHint() if isinstance(widget, QAbstractButton) else widget.sizeHint()
            short = widget.width() + 1 < needed.width() or widget.height() + 1 < needed.height()
        if short and widget.text():
            clipped.append((widget.objectName(), widget.text()[:30], widget.size().toTuple()))
    assert clipped == []


def test_the_window_remembers_its_looks_and_no_word_of_a_client(coach: Coach, home: Path) -> None:
    coach.open()
    coach.gui.do(coach.window.close)
    kept = (home / "window.ini").read_bytes()
    assert b"geometry" in kept
    assert b"session=s0" in kept
    assert b"Anna" not in kept
    assert b"promotion" not in kept


def test_closing_saves_what_was_just_typed(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "x")
    coach.type("chatInput", "half a thought")
    coach.gui.do(coach.window.close)
    coach.gui.run(coach.window.shut_down())
    assert coach.desk.view("s0").summary == "x" + SUMMARY
    assert coach.desk.draft("s0", "chat") == "half a thought"


def test_an_empty_desk_welcomes(gui: Gui, home: Path) -> None:
    from coachdesk.ui.main_window import MainWindow

    window = gui.do(lambda: MainWindow(cast(Any, DeskStandIn(0)), home))
    gui.do(window.show)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    gui.do(window.close)
    gui.run(window.shut_down())
    assert "Welcome to CoachDesk" in shown
    assert "No sessions yet" in shown


def test_a_picture_of_the_window_is_saved(coach: Coach, tmp_path: Path) -> None:
    path = coach.gui.do(lambda: picture(coach.window, tmp_path / "shots" / "window.png"))
    assert path.read_bytes().startswith(b"\x89PNG")
    assert NOW
