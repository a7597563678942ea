"""This file compares the registry of actions with the tests that drive them, and drives those that no other does."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTreeWidget

from coachdesk.desk.findings import Finding
from coachdesk.desk.listed import ListQuery
from coachdesk.ui.actions import SPECS
from coachdesk.ui.theme import CONTRAST_COLOURS
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import SUMMARY

_DRIVEN = re.compile(r'\bdoes\("(\w+)"\)|^\s+\("(\w+)", "\w+"\),', re.MULTILINE)


def test_every_action_of_the_registry_is_driven_by_a_test_of_the_window() -> None:
    sources = [file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py")]
    driven = {one or other for source in sources for one, other in _DRIVEN.findall(source)}
    assert {spec.name for spec in SPECS} - driven == set()


def test_the_platform_is_tried_when_the_coach_says_so(coach: Coach) -> None:
    coach.does("sync_now")
    coach.until(lambda: coach.asked("sync_now") == [()])


def test_quitting_closes_the_window(coach: Coach) -> None:
    closed: list[bool] = []
    coach.window.closed.connect(lambda: closed.append(True))
    coach.does("quit")
    assert closed == [True]


def test_the_transcript_is_summarised(coach: Coach) -> None:
    coach.open()
    coach.does("summarise")
    coach.until(lambda: coach.asked("summarise") == [("s0",)])


def _proposal(coach: Coach) -> None:
    coach.desk.replies = [("At eleven.", SUMMARY.replace("10:00", "11:00"))]
    coach.desk.go(online=False)
    coach.open()
    coach.click("quickPrompt")
    coach.until(lambda: coach.sees("diffView"), "the proposal")


def test_all_changes_are_accepted(coach: Coach) -> None:
    _proposal(coach)
    coach.does("accept")
    coach.until(lambda: coach.asked("accept") == [("s0", None)])
    coach.until(lambda: "11:00" in coach.window.page.summary.editor.text())


def test_all_changes_are_rejected(coach: Coach) -> None:
    _proposal(coach)
    coach.does("reject")
    coach.until(lambda: coach.asked("reject") == [("s0", None)])
    coach.until(lambda: not coach.sees("diffView"))


def test_high_contrast_is_chosen_and_left_to_the_system_again(coach: Coach, home: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    coach.does("contrast")
    assert application.palette().windowText().color().name() == CONTRAST_COLOURS.text
    coach.does("system")
    assert "colours=system" in (home / "window.ini").read_text()


@pytest.mark.parametrize("word", ["Ctrl+N", "F5"])
def test_all_shortcuts_are_listed(coach: Coach, word: str) -> None:
    coach.does("shortcuts")
    listed = coach.find(QTreeWidget, "paletteList")
    keys = [listed.topLevelItem(row).text(1) for row in range(listed.topLevelItemCount())]
    assert word in keys


def test_the_window_tells_what_it_is_and_under_which_licences(coach: Coach, home: Path) -> None:
    coach.does("about")
    coach.until(lambda: coach.sees("aboutDialog"), "the dialog")
    assert "Your notes are encrypted" in coach.find(QLabel, "aboutSentence").text()
    facts = [label.text() for label in coach.window.findChildren(QLabel, "aboutFact")]
    assert {version("coachdesk"), "https://coach.example", "SmolLM2 135M", str(home), "Apache-2.0"} <= set(facts)
    text = coach.find(QPlainTextEdit, "aboutLicences")
    coach.until(lambda: "PySide6" in text.toPlainText(), "the licences")
    coach.click("aboutDiagnostics")
    coach.until(lambda: "diagnostics are on the clipboard" in coach.window.notices.text)


def test_the_log_is_shown_in_words_newest_last(coach: Coach, home: Path) -> None:
    (home / "logs").mkdir(parents=True)
    lines = [
        '{"at": "2026-05-14T14:02:11.120Z", "logger": "coachdesk.sync", "level": "error", "event": "lost", "ms": 40}',
        "no JSON at all",
    ]
    (home / "logs" / "coachdesk.log").write_text("\n".join(lines))
    coach.does("view_log")
    shown = coach.window.findChild(QPlainTextEdit, "logLines")
    assert shown is not None
    coach.until(lambda: "no JSON" in shown.toPlainText(), "the log")
    first, second = shown.toPlainText().splitlines()
    assert first == "2026-05-14 14:02:11  error   coachdesk.sync  lost  ms=40"
    assert second == "no JSON at all"
    with (home / "logs" / "coachdesk.log").open("a") as log:
        log.write('\n{"event": "later"}')
    coach.click("logAgain")
    coach.until(lambda: "later" in shown.toPlainText(), "the new line")
    coach.click("log_copy_diagnostics")
    coach.until(lambda: "diagnostics are on the clipboard" in coach.window.notices.text)


def test_after_a_crash_the_diagnostics_are_offered(coach: Coach) -> None:
    coach.gui.do(lambda: coach.window.greet("", False, crashed=True))
    assert "did not end properly" in coach.find(QLabel, "noticeText").text()
    coach.click("noticeButton")
    coach.until(lambda: "diagnostics are on the clipboard" in coach.window.notices.text)


def test_what_is_missing_for_a_journey_is_shown_with_its_fix_and_looked_at_again(coach: Coach) -> None:
    low = Finding("battery", "The battery is at 20 %.", "Charge it before you leave.")
    coach.desk.findings = (Finding("disk", "90 GB are free on the disk."), low)
    coach.does("travel")
    coach.until(lambda: coach.sees("travelFix"), "the fix")
    assert QApplication.activeModalWidget() is None
    assert coach.find(QLabel, "travelFix").text() == "Charge it before you leave."
    assert coach.find(QLabel, "travelVerdict").text() == "One thing to do before you leave"
    coach.desk.findings = (Finding("battery", "The battery is at 90 %."),)
    coach.click("travelAgain")
    coach.until(lambda: not coach.sees("travelFix"))
    assert coach.find(QLabel, "travelVerdict").text() == "All is ready for working offline."


def test_what_is_to_be_done_before_a_journey_is_done_by_a_button(coach: Coach) -> None:
    coach.desk.park("s0", "Summary edited", "too long")
    fix = "Look at them with: coachdesk queue."
    coach.desk.findings = (Finding("queue", "1 edit was refused.", fix, "outbox", "Decide about each in the outbox."),)
    coach.does("travel")
    coach.until(lambda: coach.sees("travelDo"), "the button")
    assert coach.find(QLabel, "travelFix").text() == "Decide about each in the outbox."
    coach.click("travelDo")
    coach.until(lambda: coach.sees("outboxView"), "the outbox")


def test_what_needs_a_session_asks_for_one_first(coach: Coach) -> None:
    coach.desk.findings = (Finding("model", "It is slow.", "Run a command.", "choose_engine", "Choose another."),)
    coach.does("travel")
    coach.until(lambda: coach.sees("travelDo"), "the button")
    coach.click("travelDo")
    coach.until(lambda: coach.window.notices.text == "Open a session first.")


def test_preferences_are_asked_for_and_kept(coach: Coach, home: Path) -> None:
    coach.does("preferences")
    coach.press("preferredColours", Qt.Key.Key_D)
    coach.press("preferredUpdates", Qt.Key.Key_Space)
    coach.click("dialogYes")
    coach.until(lambda: "colours=dark" in (home / "window.ini").read_text())
    assert not coach.desk.updates.wanted


def test_newer_versions_are_not_asked_about_where_nobody_looks_for_them(coach: Coach) -> None:
    coach.desk.updates.offered = False
    coach.does("preferences")
    assert coach.sees("preferredColours")
    assert not coach.sees("preferredUpdates")


def test_diagnostics_tell_counts_and_the_log_but_no_text_of_a_client(coach: Coach, home: Path) -> None:
    (home / "logs").mkdir(parents=True)
    (home / "logs" / "coachdesk.log").write_text('{"event": "started"}\n')
    coach.open()
    coach.does("copy_diagnostics")
    clipboard = QApplication.clipboard()
    coach.until(lambda: '{"event": "started"}' in clipboard.text(), "the log's line")
    told = clipboard.text()
    assert f"Sessions: {len(coach.desk.keys(ListQuery()))}" in told
    for client in coach.desk.clients():
        assert client.name not in told
    assert coach.desk.view("s0").title not in told


def test_a_missing_log_folder_is_told(coach: Coach) -> None:
    coach.does("show_logs")
    coach.until(lambda: coach.sees("noticeText"), "the sentence")
    assert coach.find(QLabel, "noticeText").text() == "There is no log yet."
