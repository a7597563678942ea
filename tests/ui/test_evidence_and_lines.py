"""This file checks how statements lead to what was said, a line is corrected, and two revisions are compared."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
)

from coachdesk.desk.views import Support
from coachdesk.ui.evidence_margin import EvidenceMargin
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import SUMMARY


def _marked(coach: Coach) -> EvidenceMargin:
    coach.open()
    margin = coach.window.page.summary.evidence
    coach.until(lambda: len(margin.marks) == 3, "the marks")
    return margin


def test_a_mark_beside_a_statement_leads_to_the_lines_that_support_it(coach: Coach) -> None:
    margin = _marked(coach)
    place = margin.place_of(1).toPoint()
    coach.gui.do(lambda: QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=place))
    pane = coach.window.page.transcript.pane
    coach.until(lambda: "imagine asking Tom" in pane.textCursor().selectedText(), "the lines")
    assert "I get nervous" in pane.textCursor().selectedText()
    assert coach.sees("transcriptView")


def test_each_of_many_marks_of_one_line_is_apart_and_leads_to_its_own_lines(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements = ("One is said.", "Two is said.", "Three is said.", "Four is said.")
    support = tuple(Support(said, (place, place)) for place, said in enumerate(statements, 5))

    async def found(_session: str) -> tuple[Support, ...]:
        return support

    monkeypatch.setattr(coach.desk, "support", found)
    coach.gui.run(coach.desk.edit_summary("s0", " ".join(statements)))
    coach.open()
    margin = coach.window.page.summary.evidence
    coach.until(lambda: len(margin.marks) == 4, "the marks")
    coach.until(lambda: margin.width() > 30, "room for them")
    places = [margin.place_of(number) for number in range(4)]
    assert len({place.y() for place in places}) == 1
    assert all(0 < place.x() < margin.width() for place in places)
    assert all(first.x() - second.x() > 8 for first, second in itertools.pairwise(places))
    led: list[int] = []
    margin.lines_wanted.disconnect()
    margin.lines_wanted.connect(lambda first, _last: led.append(first))
    for place in places:
        coach.gui.do(lambda place=place: QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=place.toPoint()))
    assert led == [5, 6, 7, 8]


def test_a_statement_without_support_is_marked_and_leads_nowhere(coach: Coach) -> None:
    margin = _marked(coach)
    assert margin.marks[2] == ("She feels confident when she prepares in writing.", None)
    coach.gui.do(lambda: QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=margin.place_of(2).toPoint()))
    assert coach.sees("summaryEditor")


def test_the_statement_under_the_cursor_leads_to_its_lines_by_a_key(coach: Coach) -> None:
    _marked(coach)
    editor = coach.find(QTextEdit, "summaryEditor")
    coach.gui.do(lambda: editor.moveCursor(editor.textCursor().MoveOperation.Start))
    coach.does("show_evidence")
    assert "was found for the statement" in coach.window.notices.text
    coach.gui.do(lambda: editor.find("promotion"))
    coach.does("show_evidence")
    pane = coach.window.page.transcript.pane
    coach.until(lambda: "I keep putting off" in pane.textCursor().selectedText(), "the line")


def test_marks_go_with_their_words_while_the_coach_types(coach: Coach) -> None:
    margin = _marked(coach)
    coach.type("summaryEditor", "New words first. ")
    assert margin.marks[0][0] == "Anna wants to prepare for her promotion interview on 12 May."


def test_a_line_of_the_transcript_is_corrected_and_the_summary_is_told_to_be_older(coach: Coach) -> None:
    coach.open()
    coach.does("show_transcript")
    pane = coach.window.page.transcript.pane
    coach.until(lambda: pane.document().blockCount() == 40, "the transcript")
    block = pane.document().findBlockByNumber(1)
    cursor = pane.textCursor()
    cursor.setPosition(block.position())
    coach.gui.do(lambda: pane.setTextCursor(cursor))
    coach.does("correct_line")
    words = coach.find(QPlainTextEdit, "lineWords")
    coach.gui.do(words.clear)
    coach.click("dialogYes")
    assert "what was said" in coach.find(QLabel, "dialogFault").text()
    coach.type("lineWords", "I have it on 13 May.")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("correct_line") == [("s0", 1, "Anna Becker", "I have it on 13 May.")])
    coach.until(lambda: "13 May" in pane.toPlainText(), "the corrected line")
    coach.until(lambda: pane.textCursor().blockNumber() == 1, "the place kept")
    badges = [label.text() for label in coach.window.page.header.findChildren(QLabel) if label.isVisible()]
    assert "Transcript changed since" in badges


def test_a_double_click_on_a_line_asks_how_it_should_read(coach: Coach) -> None:
    coach.open()
    coach.does("show_transcript")
    pane = coach.window.page.transcript.pane
    coach.until(lambda: pane.document().blockCount() == 40, "the transcript")
    place = pane.cursorRect().center()
    coach.gui.do(lambda: QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place))
    assert coach.sees("lineDialog")
    coach.click("dialogNo")


def test_any_two_revisions_are_compared_word_by_word(coach: Coach) -> None:
    coach.open()
    for text in ("# One\nred\n", "# One\ngreen\n", "# One\nblue\n"):
        coach.gui.run(coach.desk.edit_summary("s0", text))
    coach.does("show_revisions")
    revisions = coach.find(QListWidget, "revisionsList")
    coach.until(lambda: revisions.count() == 4, "the revisions")
    coach.gui.do(lambda: (revisions.clearSelection(), revisions.item(0).setSelected(True)))
    coach.gui.do(lambda: revisions.item(2).setSelected(True))
    shown = coach.find(QTextBrowser, "revisionDiff").toPlainText()
    assert "red" in shown
    assert "blue" in shown
    assert "green" not in shown
    assert not coach.find(QAbstractButton, "restoreButton").isEnabled()


def test_typing_is_undone_and_done_again(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "x")
    coach.does("undo")
    assert coach.window.page.summary.editor.text() == SUMMARY
    coach.does("redo")
    assert coach.window.page.summary.editor.text() == "x" + SUMMARY
    assert QApplication.activeModalWidget() is None
