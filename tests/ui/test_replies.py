"""This file asks the real rules, and reads their replies in the languages of the window."""

from __future__ import annotations

import ast
import asyncio
import re
import sys
from pathlib import Path

import pytest

import coachdesk
from coachdesk.assistant.refining import refine
from coachdesk.ui.languages import LANGUAGES
from coachdesk.ui.message_bubble import MessageBubble
from coachdesk.ui.replies import SENTENCES, said
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import SUMMARY
from tests.ui.languages import spoken

ASKED = (
    "Make it shorter.",
    "Number the commitments.",
    "Replace Tom by Tim.",
    "Rename Anna to Anne.",
    "xyzzy plugh",
    "Remove the section Insights.",
    "How many words does it have?",
    "Delete everything.",
    "Sort the list.",
)


def _replied(instruction: str) -> str:
    return asyncio.run(refine(SUMMARY, None, (), instruction, engine=None)).reply


@pytest.mark.parametrize("instruction", ASKED)
def test_what_the_rules_reply_is_said_in_every_language_of_the_window(instruction: str) -> None:
    reply = _replied(instruction)
    told = set()
    for language in LANGUAGES:
        with spoken(language):
            told.add(said(reply))
    assert len(told) == len(LANGUAGES), f"not said in all languages: {told}"


def test_a_reply_of_several_sentences_keeps_what_stands_in_the_places() -> None:
    with spoken("de"):
        assert said("I replaced “a. b” by “c” (3 times). I removed “x”.\n\nNo longer in the summary: Tom.") == (
            "Ich habe „a. b“ durch „c“ ersetzt (3-mal). Ich habe „x“ entfernt.\n\n"
            "Nicht mehr in der Zusammenfassung: Tom."
        )


@pytest.mark.parametrize(
    "free", ["Anna sleeps well.", "I removed “x”. Anna sleeps well.", "Ich bin schon deutsch.", ""]
)
def test_what_is_said_in_free_words_stays_as_it_is(free: str) -> None:
    with spoken("de"):
        assert said(free) == free


def test_in_english_a_reply_stays_as_it_is() -> None:
    with spoken("en"):
        assert said("I removed “x”.") == "I removed “x”."


def test_the_chat_shows_it_so(coach: Coach) -> None:
    with spoken("de"):
        coach.desk.replies = [("I removed “x”.", SUMMARY)]
        coach.desk.go(online=False)
        coach.open()
        coach.click("quickPrompt")
        shown = coach.window.chat.chat.findChildren
        coach.until(lambda: "Ich habe „x“ entfernt." in [bubble.text for bubble in shown(MessageBubble)], "the reply")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_is_one_that_the_assistant_says(sentence: str) -> None:
    sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
    from translations import _texts

    folder = Path(coachdesk.__file__).parent / "assistant"
    for file in folder.rglob("*.py"):
        for template in _texts(ast.parse(file.read_text("utf-8"))):
            words = re.split(r"\{\d+\}", template.removeprefix("{0} "))
            if sum(map(str.isalpha, "".join(words))) and re.fullmatch(".*".join(map(re.escape, words)), sentence):
                return
    raise AssertionError("nothing in the assistant says this any more")
