"""This file checks the chat as a coach uses it: sending, streaming, stopping, drafts, who answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QToolButton, QWidget

from coachdesk.desk.views import MessageView, ModelHere, ReplyEnded, ReplyGrew
from coachdesk.domain.session import Policy, Role
from coachdesk.errors import StorageFault
from coachdesk.ui.chat_view import SHOWN
from coachdesk.ui.engine_choice import EngineChoice
from coachdesk.ui.message_bubble import MessageBubble
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import NOW, SUMMARY

SHORTER = SUMMARY.replace("- She feels confident when she prepares in writing.\n", "")


def _bubbles(coach: Coach) -> list[MessageBubble]:
    return [bubble for bubble in coach.window.chat.chat.findChildren(MessageBubble) if bubble.isVisible()]


def _origins(coach: Coach) -> list[str]:
    return [label.text() for bubble in _bubbles(coach) for label in bubble.findChildren(QLabel, "messageOrigin")]


def test_enter_sends_and_the_turn_is_shown_at_once(coach: Coach) -> None:
    coach.open()
    coach.type("chatInput", "Make it shorter")
    coach.press("chatInput", Qt.Key.Key_Return)
    coach.until(lambda: [bubble.text for bubble in _bubbles(coach)] == ["Make it shorter"])
    assert coach.find(QPlainTextEdit, "chatInput").toPlainText() == ""
    assert coach.asked("send") == [("s0", "Make it shorter", None, "auto")]


def test_shift_and_enter_begins_a_new_line(coach: Coach) -> None:
    coach.open()
    coach.type("chatInput", "one")
    coach.press("chatInput", Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    coach.type("chatInput", "two")
    assert coach.find(QPlainTextEdit, "chatInput").toPlainText() == "one\ntwo"
    assert coach.asked("send") == []


def test_nothing_is_sent_while_nothing_is_typed(coach: Coach) -> None:
    coach.open()
    assert not coach.find(QToolButton, "sendButton").isEnabled()
    coach.type("chatInput", "   ")
    coach.press("chatInput", Qt.Key.Key_Return)
    assert coach.asked("send") == []


def test_a_reply_of_the_platform_is_named_and_shown_as_changes(coach: Coach) -> None:
    coach.desk.replies = [("I made it shorter.", SHORTER)]
    coach.open()
    coach.type("chatInput", "Make it shorter")
    coach.click("sendButton")
    coach.until(lambda: coach.sees("diffView"), "the changes")
    coach.until(lambda: len(_bubbles(coach)) == 2)
    assert _bubbles(coach)[1].text == "I made it shorter."
    assert _origins(coach)[1].startswith("Platform")
    assert coach.find(QAbstractButton, "acceptButton").text() == "Keep all"


def test_a_reply_of_the_starter_model_says_check_this_and_what_was_left(coach: Coach) -> None:
    coach.desk.replies = [("I made it shorter.", SHORTER)]
    coach.desk.go(online=False)
    coach.open()
    coach.type("chatInput", "Make it shorter")
    coach.click("sendButton")
    coach.until(lambda: len(_bubbles(coach)) == 2 and coach.sees("diffView"))
    assert "SmolLM2-135M on this laptop — check this" in _origins(coach)[1]
    notes = [label.text() for label in _bubbles(coach)[1].findChildren(QLabel, "messageNote") if label.isVisible()]
    assert "it would have brought in 14 May" in notes[0]


def test_a_reply_grows_while_it_is_written_and_can_be_stopped(coach: Coach) -> None:
    coach.open()
    coach.type("chatInput", "Make it shorter")
    coach.click("sendButton")
    coach.until(lambda: coach.sees("stopButton"))
    coach.gui.do(lambda: coach.desk.announce(ReplyGrew("s0", "m1", "I am on")))
    coach.until(lambda: any(bubble.text == "I am on" for bubble in _bubbles(coach)))
    coach.click("stopButton")
    coach.until(lambda: coach.asked("stop") == [("s0",)])
    coach.until(lambda: not coach.sees("stopButton"))
    coach.until(lambda: all(bubble.text != "I am on" for bubble in _bubbles(coach)))


def test_escape_stops_the_reply(coach: Coach) -> None:
    coach.open()
    coach.type("chatInput", "Make it shorter")
    coach.click("sendButton")
    stop = coach.window.actions_.by_name["stop"]
    coach.until(stop.isEnabled)
    coach.does("stop")
    coach.until(lambda: coach.asked("stop") == [("s0",)])


def test_a_reply_for_another_session_is_not_shown_here(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.desk.announce(ReplyGrew("s1", "m9", "CANARY")))
    coach.gui.do(lambda: coach.desk.announce(ReplyEnded("s1")))
    assert _bubbles(coach) == []


def test_what_was_typed_is_a_draft_of_its_session(coach: Coach) -> None:
    coach.open("s0")
    coach.type("chatInput", "half a thought")
    coach.until(lambda: coach.desk.draft("s0", "chat") == "half a thought", "the draft")
    coach.open("s1")
    assert coach.find(QPlainTextEdit, "chatInput").toPlainText() == ""
    coach.open("s0")
    assert coach.find(QPlainTextEdit, "chatInput").toPlainText() == "half a thought"


def test_changing_the_session_saves_the_draft_that_was_just_typed(coach: Coach) -> None:
    coach.open("s0")
    coach.type("chatInput", "quick")
    coach.open("s1")
    coach.until(lambda: coach.desk.draft("s0", "chat") == "quick")


def test_what_could_not_be_stored_is_back_in_the_input(coach: Coach) -> None:
    coach.desk.fails["send"] = StorageFault("The disk is full. Make room; your text is still here.")
    coach.open()
    coach.type("chatInput", "Make it shorter")
    coach.click("sendButton")
    coach.until(lambda: coach.window.notices.text.startswith("The disk is full."))
    assert coach.find(QPlainTextEdit, "chatInput").toPlainText() == "Make it shorter"


def test_the_engine_can_be_chosen_and_who_answers_is_said(coach: Coach) -> None:
    coach.open()
    assert coach.find(QLabel, "whoAnswers").text() == "The platform answers"
    coach.press("engineChoice", Qt.Key.Key_End)
    assert coach.find(QLabel, "whoAnswers").text() == "The model on this laptop answers"
    coach.type("chatInput", "Shorter")
    coach.click("sendButton")
    coach.until(lambda: coach.asked("send") == [("s0", "Shorter", None, "local")])


def test_a_client_whom_no_model_may_see_is_named(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", policy=Policy.NONE))
    coach.until(lambda: "No model sees" in coach.find(QLabel, "whoAnswers").text())


def test_a_quick_prompt_is_sent_with_one_click(coach: Coach) -> None:
    coach.open()
    coach.click("quickPrompt")
    coach.until(lambda: coach.asked("send") == [("s0", "Make it shorter.", None, "auto")])


def test_only_the_selection_is_asked_about_when_the_coach_wants_that(coach: Coach) -> None:
    coach.open()
    editor = coach.window.page.summary.editor
    coach.gui.do(lambda: editor.setTextCursor(editor.document().find("feels confident")))
    coach.does("refine_selection")
    assert coach.sees("quoteFrame")
    coach.type("chatInput", "warmer")
    coach.press("chatInput", Qt.Key.Key_Return)
    coach.until(lambda: coach.asked("send") == [("s0", "warmer", "feels confident", "auto")])
    coach.until(lambda: not coach.sees("quoteFrame"))


def test_a_question_can_be_asked_again_and_on_the_platform(coach: Coach) -> None:
    coach.open()
    message = MessageView("m1", Role.USER, "Make it warmer", "coach", NOW, None, False)
    coach.gui.do(lambda: coach.desk.change("s0", messages=(message,)))
    coach.until(lambda: len(_bubbles(coach)) == 1)
    _choose(coach, "Ask again")
    coach.until(lambda: coach.asked("ask_again") == [("s0", "m1", "auto")])
    coach.gui.run(coach.desk.stop("s0"))
    _choose(coach, "Answer again on the platform")
    coach.until(lambda: coach.asked("ask_again")[1:] == [("s0", "m1", "platform")])


def _choose(coach: Coach, entry: str) -> None:
    """Choose an entry of the menu of the first message."""
    entries = {action.text(): action for action in _bubbles(coach)[0].findChildren(QAction)}
    coach.gui.do(entries[entry].trigger)


def test_a_long_conversation_shows_its_end_and_earlier_turns_on_demand(coach: Coach) -> None:
    messages = tuple(
        MessageView(
            f"m{number}", Role.USER if number % 2 else Role.ASSISTANT, f"turn {number}", "platform", NOW, None, False
        )
        for number in range(100)
    )
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", messages=messages))
    coach.until(lambda: len(_bubbles(coach)) == SHOWN)
    assert sorted(bubble.text for bubble in _bubbles(coach)) == sorted(f"turn {number}" for number in range(70, 100))
    bar = coach.window.chat.chat.verticalScrollBar()
    coach.until(lambda: bar.value() == bar.maximum(), "the newest in view")
    coach.gui.do(lambda: coach.find(QWidget, "earlierButton").click())  # type: ignore[attr-defined]  # It is a button.
    coach.until(lambda: len(_bubbles(coach)) == 2 * SHOWN)
    tops = [(bubble.y(), int(bubble.text.split()[1])) for bubble in _bubbles(coach)]
    assert [number for _y, number in sorted(tops)] == list(range(40, 100))


def test_a_link_is_not_opened_before_its_host_was_shown(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.window.commands.ask_link(QUrl("https://exаmple.org/a")))
    coach.until(lambda: coach.sees("question"), "the question")
    assert "xn--exmple-4nf.org" in coach.find(QLabel, "questionText").text()
    coach.click("dialogNo")


def test_a_link_that_is_no_web_address_is_refused(coach: Coach) -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "smb://host/x", "https://"):
        coach.gui.do(lambda link=link: coach.window.commands.ask_link(QUrl(link)))
        assert "not opened" in coach.window.notices.text
        assert not coach.sees("question")
        coach.gui.do(coach.window.notices.dismiss)


def test_a_quick_prompt_leaves_the_draft_of_what_is_being_typed(coach: Coach) -> None:
    coach.open()
    coach.type("chatInput", "half a thought")
    coach.until(lambda: coach.desk.draft("s0", "chat") == "half a thought", "the draft")
    coach.gui.do(lambda: coach.window.chat.say("Make it shorter."))
    coach.until(lambda: coach.asked("send") == [("s0", "Make it shorter.", None, "auto")])
    coach.open("s1")
    coach.open("s0")
    assert coach.find(QPlainTextEdit, "chatInput").toPlainText() == "half a thought"


def test_what_was_left_is_said_on_every_reply_not_only_on_the_last(coach: Coach) -> None:
    coach.desk.go(online=False)
    coach.desk.replies = [("Shorter.", SHORTER), ("At eleven.", SHORTER.replace("10:00", "11:00"))]
    coach.open()
    for request in ("Make it shorter", "At eleven"):
        coach.type("chatInput", request)
        coach.press("chatInput", Qt.Key.Key_Return)
        coach.until(lambda: not coach.desk.replies or len(coach.desk.replies) == 1)
    coach.until(lambda: len(_bubbles(coach)) == 4, "both replies")
    notes = [bubble.findChild(QLabel, "messageNote") for bubble in _bubbles(coach) if bubble.property("role") != "user"]
    assert [note.isVisible() and "it would have brought in 14 May" in note.text() for note in notes] == [True, True]


def test_one_of_several_models_on_this_laptop_is_chosen_by_the_keyboard(coach: Coach) -> None:
    coach.desk.local_model.models = (
        ModelHere("smollm2-135m", "SmolLM2 135M", chosen=True),
        ModelHere("qwen3-4b", "Qwen3 4B", chosen=False),
    )
    coach.open()
    engine = coach.find(EngineChoice, "engineChoice")
    coach.until(lambda: engine.count() == 4, "the models")
    coach.does("choose_engine")
    coach.until(lambda: engine.view().isVisible(), "the choices")
    coach.gui.do(lambda: QTest.keyClick(engine.view(), Qt.Key.Key_End))
    coach.gui.do(lambda: QTest.keyClick(engine.view(), Qt.Key.Key_Return))
    coach.until(lambda: coach.asked("use_model") == [("qwen3-4b",)])
    assert engine.currentText() == "Qwen3 4B on this laptop"
    coach.type("chatInput", "Make it shorter")
    coach.press("chatInput", Qt.Key.Key_Return)
    coach.until(lambda: coach.asked("send") == [("s0", "Make it shorter", None, "local")])


def test_a_laptop_with_one_model_is_one_choice(coach: Coach) -> None:
    coach.open()
    engine = coach.find(EngineChoice, "engineChoice")
    coach.until(lambda: not coach.window.tasks.running("list models"))
    assert [engine.itemText(row) for row in range(engine.count())] == ["Automatic", "Platform", "This laptop"]
