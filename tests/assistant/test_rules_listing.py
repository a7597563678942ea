"""This file tests the rules of lists, paragraphs and boxes."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after, sections


@pytest.mark.parametrize(
    ("clause", "section", "start"),
    [
        ("number the commitments", "Commitments", "1. Give"),
        ("make the insights a numbered list", "Insights", "1. She"),
        (
            "turn the insights into one paragraph",
            "Insights",
            "She checks every page twice because she mistrusts the printer. Her deputy",
        ),
        ("use checkboxes for the commitments", "Commitments", "- [ ] Give"),
        ("split the next session into bullets", "Next session", "- 26 May"),
    ],
)
def test_a_section_takes_another_form_and_keeps_its_words(clause: str, section: str, start: str) -> None:
    new = after(PLAIN, clause)
    assert sections(new)[section].startswith(start)
    assert [name for name, body in sections(new).items() if body != sections(PLAIN)[name]] == [section]


def test_boxes_are_taken_from_tasks_only() -> None:
    new = after(NUMBERED, "remove the checkboxes")
    assert "[ ]" not in new
    assert "\n2. She works" in new


def test_two_items_become_one_and_one_becomes_two() -> None:
    assert "- Give Oskar the file by Monday. Talk to the printer" in after(PLAIN, "merge the first two commitments")
    assert "- She mistrusts the printer." in after(PLAIN, "split the first insight into two bullets")


def test_a_task_is_ticked_by_what_it_says() -> None:
    assert "- [x] Rosa: call Victor" in after(NUMBERED, "tick off the lease call")
