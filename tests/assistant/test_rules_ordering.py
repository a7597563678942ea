"""This file tests the rules of order."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after, sections


@pytest.mark.parametrize(
    ("clause", "order"),
    [
        ("put the commitments first", ["Commitments", "Focus", "Insights", "Next session"]),
        ("move the insights to the end", ["Focus", "Commitments", "Next session", "Insights"]),
        ("the next session should come before the insights", ["Focus", "Next session", "Insights", "Commitments"]),
        ("swap the insights and the commitments", ["Focus", "Commitments", "Insights", "Next session"]),
        ("order: next session, commitments, insights, focus", ["Next session", "Commitments", "Insights", "Focus"]),
    ],
)
def test_sections_move_whole(clause: str, order: list[str]) -> None:
    new = sections(after(PLAIN, clause))
    assert list(new) == order
    assert new == sections(PLAIN)


def test_an_item_moves_with_what_is_nested_and_numbers_stay_in_order() -> None:
    body = sections(after(NUMBERED, "move the second takeaway to the top"))["Key takeaways"]
    assert body.startswith("1. She works 70 hours a week.\n   - Her sister")
    assert "\n2. Her accountant" in body


def test_an_item_moves_to_another_section() -> None:
    new = sections(after(PLAIN, "move the second insight to the commitments"))
    assert "Oskar, has run" in new["Commitments"]
    assert "Oskar, has run" not in new["Insights"]


def test_items_are_sorted_by_the_day_they_name() -> None:
    summary = "## Tasks\n- Pay by 5 June\n- Sort papers\n- Call by 3 May\n"
    assert after(summary, "sort the tasks by date") == "## Tasks\n- Call by 3 May\n- Pay by 5 June\n- Sort papers\n"


def test_the_title_stays_on_top() -> None:
    assert after(NUMBERED, "put the action items first").startswith("# Session with Rosa")
