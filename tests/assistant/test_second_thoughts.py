"""This file tests that a coach who thinks again while she types gets what she said last."""

from __future__ import annotations

from coachdesk.assistant.second_thoughts import last_thought


def test_the_second_value_takes_the_place_of_the_first() -> None:
    assert last_thought("Move it to 27 June, sorry, 28 June") == "Move it to 28 June"
    assert last_thought("It was 40 people, no wait, 50") == "It was 50 people"


def test_the_second_command_takes_the_place_of_the_first() -> None:
    assert last_thought("Shorten the insights. No wait, number the insights") == "number the insights"


def test_a_message_without_a_second_thought_stays_as_it_is() -> None:
    for text in (
        "E-mail to Fatou please. No mention of the sick leave numbers.",
        "Sorry, could you number the insights?",
        "Add: “he said no, wait, and left”",
    ):
        assert last_thought(text) == text
