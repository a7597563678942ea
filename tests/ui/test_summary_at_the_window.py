"""This file checks the summary page: typing saves itself, changes are decided on, nothing typed is lost."""

from __future__ import annotations

import asyncio
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPushButton, QTextEdit

from coachdesk.desk.views import Branch
from coachdesk.errors import StorageFault
from coachdesk.ui.hunk_card import HunkCard, pieces_of
from coachdesk.ui.summary_editor import SummaryEditor
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import NOW, SUMMARY

SHORTER = SUMMARY.replace("- She feels confident when she prepares in writing.\n", "").replace("10:00", "11:00")


def _editor(coach: Coach) -> SummaryEditor:
    return coach.find(SummaryEditor, "summaryEditor")


def _cards(coach: Coach) -> list[HunkCard]:
    return [card for card in coach.window.page.summary.diff.findChildren(HunkCard) if card.isVisible()]


def _propose(coach: Coach, text: str = SHORTER) -> None:
    """Let the model on this laptop propose `text`."""
    coach.desk.replies = [("Shorter.", text)]
    coach.desk.go(online=False)
    coach.open()
    coach.type("chatInput", "Shorter")
    coach.click("sendButton")
    coach.until(lambda: len(_cards(coach)) == 2, "the proposal")


def test_what_is_typed_saves_itself_after_a_pause(coach: Coach) -> None:
    coach.open()
    editor = _editor(coach)
    coach.press("summaryEditor", Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    coach.type("summaryEditor", "By the lake.")
    assert coach.find(QLabel, "savedState").text() == "Editing …"
    coach.until(lambda: coach.desk.view("s0").summary == SUMMARY + "By the lake.", "the edit saved")
    coach.until(lambda: re.fullmatch(r"Saved \d\d:\d\d", coach.find(QLabel, "savedState").text()))
    assert editor.text() == SUMMARY + "By the lake."


def test_other_colours_do_not_pass_for_typing(coach: Coach) -> None:
    coach.open()
    coach.press("summaryEditor", Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    coach.type("summaryEditor", "By the lake.")
    assert coach.find(QLabel, "savedState").text() == "Editing …"
    coach.until(lambda: coach.desk.view("s0").summary == SUMMARY + "By the lake.", "the edit saved")
    coach.until(lambda: re.fullmatch(r"Saved \d\d:\d\d", coach.find(QLabel, "savedState").text()))
    coach.does("dark")
    assert coach.find(QLabel, "savedState").text().startswith("Saved")
    coach.does("light")
    assert coach.find(QLabel, "savedState").text().startswith("Saved")


def test_what_is_typed_is_a_draft_before_it_is_saved(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "x")
    coach.until(lambda: coach.desk.draft("s0", "summary") == "x" + SUMMARY, "the draft")
    assert coach.asked("edit_summary") == []
    coach.until(lambda: coach.desk.draft("s0", "summary") == "" and coach.asked("edit_summary"), "saved, draft gone")


def test_leaving_the_editor_saves_at_once(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "x")
    coach.gui.do(coach.window.chat.input.setFocus)
    coach.until(lambda: coach.asked("edit_summary") == [("s0", "x" + SUMMARY)])


def test_going_to_another_session_saves_what_was_typed(coach: Coach) -> None:
    coach.open("s0")
    coach.type("summaryEditor", "x")
    coach.open("s1")
    coach.until(lambda: coach.desk.view("s0").summary == "x" + SUMMARY)
    assert _editor(coach).text() == coach.desk.view("s1").summary


def test_a_draft_that_survived_a_crash_is_back_in_the_editor(coach: Coach) -> None:
    coach.gui.run(coach.desk.save_draft("s0", "summary", "typed before the crash"))
    coach.gui.do(lambda: coach.window.go_to_session("s0"))
    coach.until(lambda: _editor(coach).text() == "typed before the crash")
    coach.until(lambda: coach.desk.view("s0").summary == "typed before the crash", "the draft saved")


def test_a_text_that_arrives_does_not_replace_what_is_being_typed(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "x")
    coach.gui.do(lambda: coach.desk.change("s0", summary="from elsewhere", revision="r99"))
    coach.gui.do(lambda: None)
    assert _editor(coach).text() == "x" + SUMMARY
    coach.until(lambda: ("s0", "x" + SUMMARY) in coach.asked("edit_summary"))
    assert coach.desk.bases == ["r0"], "the edit names the revision that it began from"


def test_a_text_that_arrives_is_shown_when_nothing_was_typed(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", summary="from elsewhere", revision="r99"))
    coach.until(lambda: _editor(coach).text() == "from elsewhere")
    assert coach.asked("edit_summary") == []


def test_a_full_disk_leaves_the_text_in_the_editor_and_says_so(coach: Coach) -> None:
    coach.open()
    coach.desk.fails["edit_summary"] = StorageFault("The disk is full. Make room; your text is still here.")
    coach.type("summaryEditor", "x")
    coach.until(lambda: coach.window.notices.text.startswith("The disk is full."))
    assert coach.find(QLabel, "savedState").text() == "Not saved yet"
    assert _editor(coach).text() == "x" + SUMMARY
    coach.desk.fails.clear()
    coach.does("save")
    coach.until(lambda: coach.desk.view("s0").summary == "x" + SUMMARY)


def test_the_editor_keeps_every_character(coach: Coach) -> None:
    text = "## Füße\u00a0und 手\n\n- [ ] a\u200bb\t\u2003c  \n\n\n1. *x* `y` <b>z</b> &amp;\n"
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", summary=text, revision="r98"))
    coach.until(lambda: _editor(coach).text() == text)


def test_a_very_long_summary_is_loaded_whole_and_not_saved_by_itself(coach: Coach) -> None:
    text = "".join(f"- [ ] Anna: step {number} of very many, by Friday\n" for number in range(5_000))
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", summary=text, revision="r97"))
    coach.until(lambda: _editor(coach).whole and _editor(coach).text() == text)
    assert coach.asked("edit_summary") == []


def test_formatting_works_with_keys(coach: Coach) -> None:
    coach.open()
    editor = _editor(coach)
    coach.gui.do(lambda: editor.setTextCursor(editor.document().find("confident")))
    coach.does("bold")
    assert "feels **confident** when" in editor.text()
    coach.does("bold")
    assert "feels confident when" in editor.text()
    coach.does("italic")
    assert "feels *confident* when" in editor.text()
    coach.does("task")
    assert "- [ ] She feels" in editor.text()
    coach.does("list")
    assert "\n- She feels" in editor.text()
    coach.does("heading")
    assert "\n## She feels" in editor.text()


def test_a_proposal_is_shown_hunk_by_hunk_and_accepted_whole(coach: Coach) -> None:
    _propose(coach)
    title = coach.find(QLabel, "diffTitle").text()
    assert title == "2 changes suggested by SmolLM2-135M on this laptop — check this"
    coach.click("acceptButton")
    coach.until(lambda: coach.desk.view("s0").summary == SHORTER)
    coach.until(lambda: not coach.sees("diffView"))
    assert _editor(coach).text() == SHORTER


def test_back_online_the_platform_can_be_asked_the_same_and_the_proposal_stays_meanwhile(coach: Coach) -> None:
    _propose(coach)
    assert not coach.sees("askPlatformButton")
    coach.desk.go(online=True)
    coach.until(lambda: coach.sees("askPlatformButton"), "the offer")
    coach.click("askPlatformButton")
    coach.until(lambda: "asked the same" in coach.find(QLabel, "diffNote").text())
    assert coach.asked("ask_platform") == [("s0",)]
    coach.until(lambda: not coach.sees("askPlatformButton"))
    assert coach.find(QAbstractButton, "acceptButton").isEnabled()


def test_the_platform_is_asked_the_same_from_the_menu_once_it_is_there(coach: Coach) -> None:
    _propose(coach)
    action = coach.window.actions_.by_name["ask_platform"]
    assert not action.isEnabled()
    coach.desk.go(online=True)
    coach.until(action.isEnabled, "the action")
    coach.does("ask_platform")
    coach.until(lambda: coach.asked("ask_platform") == [("s0",)])
    coach.until(lambda: not action.isEnabled(), "the action to rest")


def test_a_rejected_proposal_leaves_the_summary_as_it_was(coach: Coach) -> None:
    _propose(coach)
    coach.click("rejectButton")
    coach.until(lambda: not coach.sees("diffView"))
    assert coach.desk.view("s0").summary == SUMMARY == _editor(coach).text()


def test_one_hunk_is_accepted_and_the_other_rejected(coach: Coach) -> None:
    _propose(coach)
    coach.gui.do(lambda: _cards(coach)[1].findChild(QPushButton, "acceptHunk").click())
    coach.until(lambda: len(_cards(coach)) == 1, "one change left")
    coach.gui.do(lambda: _cards(coach)[0].findChild(QPushButton, "rejectHunk").click())
    coach.until(lambda: not coach.sees("diffView"))
    assert coach.desk.view("s0").summary == SUMMARY.replace("10:00", "11:00")


def test_the_platforms_reply_is_undone_hunk_by_hunk(coach: Coach) -> None:
    coach.desk.replies = [("Shorter.", SHORTER)]
    coach.open()
    coach.click("quickPrompt")
    coach.until(lambda: len(_cards(coach)) == 2)
    assert coach.find(QAbstractButton, "rejectButton").text() == "Undo all"
    coach.gui.do(lambda: _cards(coach)[0].findChild(QPushButton, "rejectHunk").click())
    coach.until(lambda: coach.asked("undo_reply") == [("s0", frozenset({0}))])
    assert coach.desk.view("s0").summary == SUMMARY.replace("10:00", "11:00")


def test_keeping_every_hunk_of_a_reply_keeps_it(coach: Coach) -> None:
    coach.desk.replies = [("Shorter.", SHORTER)]
    coach.open()
    coach.click("quickPrompt")
    coach.until(lambda: len(_cards(coach)) == 2)
    for card in _cards(coach):
        coach.gui.do(card.findChild(QPushButton, "acceptHunk").click)
    coach.until(lambda: coach.asked("keep_reply") == [("s0",)])
    coach.until(lambda: not coach.sees("diffView"))


def test_a_branch_is_settled_block_by_block(coach: Coach) -> None:
    other = SUMMARY.replace("12 May", "13 May").replace("Friday", "Thursday")
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", branches=(Branch("b1", other, "coach", NOW, SUMMARY),)))
    coach.until(lambda: len(_cards(coach)) == 2)
    coach.gui.do(lambda: _cards(coach)[0].findChild(QPushButton, "acceptHunk").click())
    coach.gui.do(lambda: _cards(coach)[1].findChild(QPushButton, "rejectHunk").click())
    coach.until(lambda: coach.asked("settle_branch") == [("s0", "b1", SUMMARY.replace("12 May", "13 May"))])


MINE = SUMMARY.replace("12 May", "13 May").replace("in writing", "on paper").replace("10:00", "11:00")
THEIRS = SUMMARY.replace("12 May", "14 May").replace("in writing", "aloud").replace("Friday", "Thursday")


def test_a_branch_shows_what_it_was_mine_and_theirs_and_merges_what_only_one_side_changed(coach: Coach) -> None:
    coach.open()
    branch = Branch("b1", THEIRS, "coach", NOW, SUMMARY)
    coach.gui.do(lambda: coach.desk.change("s0", summary=MINE, branches=(branch,)))
    coach.until(lambda: len(_cards(coach)) == 2, "a card for each place that both changed")
    names = [label.text() for label in _cards(coach)[0].findChildren(QLabel, "sideName")]
    assert names == ["Before", "Mine", "Theirs"]
    texts = [pane.toPlainText() for pane in _cards(coach)[0].findChildren(QTextEdit)]
    assert ["12 May" in texts[0], "1213 May" in texts[1], "1214 May" in texts[2]] == [True, True, True]
    coach.gui.do(lambda: _cards(coach)[0].findChild(QPushButton, "acceptHunk").click())
    coach.gui.do(lambda: _cards(coach)[1].findChild(QPushButton, "rejectHunk").click())
    settled = MINE.replace("13 May", "14 May").replace("Friday", "Thursday")
    coach.until(lambda: coach.asked("settle_branch") == [("s0", "b1", settled)])


def test_mine_is_what_was_written_here_although_the_other_device_was_first(coach: Coach) -> None:
    coach.open()
    branch = Branch("b1", MINE, "coach", NOW, SUMMARY, own=True)
    coach.gui.do(lambda: coach.desk.change("s0", summary=THEIRS, branches=(branch,)))
    coach.until(lambda: len(_cards(coach)) == 2, "a card for each place that both changed")
    texts = [pane.toPlainText() for pane in _cards(coach)[0].findChildren(QTextEdit)]
    assert ["1213 May" in texts[1], "1214 May" in texts[2]] == [True, True]
    coach.click("rejectButton")
    coach.until(lambda: coach.asked("settle_branch"))
    ((_, _, settled),) = coach.asked("settle_branch")
    assert "13 May" in str(settled), "“Keep mine everywhere” keeps mine"


def test_a_session_with_two_texts_to_compare_says_so_in_the_list_until_it_is_settled(coach: Coach) -> None:
    coach.click("attentionFilter")
    model = coach.window.sidebar.model
    spoken = Qt.ItemDataRole.AccessibleTextRole

    def listed() -> list[str]:
        return [model.index(row).data(spoken) or "" for row in range(model.rowCount())]

    def named() -> list[str]:
        return [text for text in listed() if "needs you" in text]

    coach.until(lambda: named() and named() == listed(), "what needs the coach already")
    before = len(listed())
    coach.gui.do(lambda: coach.desk.change("s0", branches=(Branch("b1", THEIRS, "coach", NOW, SUMMARY),)))
    coach.until(lambda: len(named()) == before + 1, "one more")
    coach.gui.do(lambda: coach.desk.change("s0", branches=()))
    coach.until(lambda: len(listed()) == before, "it is settled")


def test_a_branch_does_not_take_the_editor_from_who_is_typing(coach: Coach) -> None:
    coach.gui.do(lambda: coach.desk.change("s0", summary=MINE))
    coach.open()
    coach.press("summaryEditor", Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    coach.type("summaryEditor", "By the lake")
    branch = Branch("b1", THEIRS, "coach", NOW, SUMMARY)
    coach.gui.do(lambda: coach.desk.change("s0", branches=(branch,)))
    coach.until(lambda: coach.sees("compareSentence"), "the banner")
    assert "2 places" in coach.find(QLabel, "compareSentence").text()
    assert _editor(coach).hasFocus()
    coach.type("summaryEditor", ".")
    assert _editor(coach).text() == MINE + "By the lake."
    coach.click("compareButton")
    coach.until(lambda: len(_cards(coach)) == 2)
    assert not coach.sees("compareSentence")


def test_revisions_name_origin_and_time_and_can_be_restored(coach: Coach) -> None:
    coach.open()
    coach.gui.run(coach.desk.edit_summary("s0", SUMMARY.replace("Friday", "Thursday")))
    coach.does("show_revisions")
    listed = coach.find(QListWidget, "revisionsList")
    coach.until(lambda: listed.count() == 2)
    assert "You" in listed.item(0).text()
    assert "current" in listed.item(0).text()
    assert "Platform" in listed.item(1).text()
    assert "FridayThursday" in coach.find(QTextEdit, "revisionDiff").toPlainText()
    coach.gui.do(lambda: listed.setCurrentRow(1))
    coach.click("restoreButton")
    coach.until(lambda: coach.desk.view("s0").summary == SUMMARY)
    coach.until(lambda: listed.count() == 3)


def test_the_transcript_is_shown_with_speakers_and_searched(coach: Coach) -> None:
    coach.open()
    coach.does("find_in_transcript")
    pane = coach.find(QTextEdit, "transcriptView")
    coach.until(lambda: pane.document().blockCount() == 40, "all lines")
    assert pane.isReadOnly()
    assert pane.toPlainText().startswith("Ruth   00:00\nWhat would you like")
    coach.type("transcriptSearch", "tom")
    coach.until(lambda: len(pane.extraSelections()) == 10, "the matches marked")
    assert pane.textCursor().block().blockNumber() == 2
    coach.press("transcriptSearch", Qt.Key.Key_Return)
    assert pane.textCursor().block().blockNumber() == 6


def test_a_session_without_a_transcript_offers_to_import_one(coach: Coach) -> None:
    coach.open("s1")
    coach.does("show_transcript")
    assert not coach.sees("transcriptView")
    assert any(button.isVisible() for button in coach.window.page.transcript.findChildren(QPushButton))


def test_summarising_shows_progress_and_then_the_summary(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", summary="", revision=None))
    coach.until(lambda: coach.sees("summariseButton"))
    coach.click("summariseButton")
    coach.until(lambda: coach.desk.view("s0").summary == SUMMARY)
    coach.until(lambda: _editor(coach).text() == SUMMARY and not coach.sees("progressStrip"))


def test_words_that_change_next_to_each_other_are_shown_together() -> None:
    pieces = pieces_of("went badly because she had no time.", "went badly for lack of time.")
    assert [kind for kind, _text in pieces] == ["same", "removed", "added", "same"]
    assert "".join(text for kind, text in pieces if kind != "added") == "went badly because she had no time."
    assert "".join(text for kind, text in pieces if kind != "removed") == "went badly for lack of time."


def test_what_is_typed_while_a_text_is_stored_follows_that_text(coach: Coach) -> None:
    coach.open()

    def typed_twice() -> None:
        for word in ("one ", "two "):
            QTest.keyClicks(_editor(coach), word)
            coach.window.page.summary.save()

    coach.gui.do(typed_twice)
    coach.until(lambda: len(coach.desk.bases) == 2)
    first = coach.desk.revisions("s0")[1].id
    assert coach.desk.bases == ["r0", first]


def test_of_three_texts_that_are_stored_one_after_another_each_follows_the_one_before(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach.open()
    store, asked, may_go_on = coach.desk.edit_summary, list[str](), asyncio.Event()

    async def second_one_takes_long(session: str, text: str, *, base: str | None = None) -> str | None:
        asked.append(text)
        if len(asked) == 2:
            await may_go_on.wait()
        return await store(session, text, base=base)

    monkeypatch.setattr(coach.desk, "edit_summary", second_one_takes_long)

    def typed(*words: str) -> None:
        for word in words:
            QTest.keyClicks(_editor(coach), word)
            coach.window.page.summary.save()

    coach.gui.do(lambda: typed("one ", "two "))
    coach.until(lambda: len(asked) == 2)
    coach.gui.do(lambda: typed("three "))
    coach.gui.do(may_go_on.set)
    coach.until(lambda: len(coach.desk.bases) == 3)
    stored = [revision.id for revision in reversed(coach.desk.revisions("s0"))]
    assert coach.desk.bases == ["r0", *stored[-3:-1]]


def test_what_is_typed_after_an_edit_was_discarded_begins_from_the_text_before(coach: Coach) -> None:
    coach.open()
    coach.type("summaryEditor", "one ")
    coach.gui.do(coach.window.page.summary.save)
    coach.until(lambda: coach.desk.bases == ["r0"])
    coach.gui.do(lambda: coach.desk.change("s0", summary=SUMMARY, revision="r0"))
    coach.until(lambda: _editor(coach).text() == SUMMARY)
    coach.type("summaryEditor", "two ")
    coach.gui.do(coach.window.page.summary.save)
    coach.until(lambda: len(coach.desk.bases) == 2)
    assert coach.desk.bases == ["r0", "r0"]
