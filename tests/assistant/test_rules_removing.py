"""This file tests the rules of removing and keeping only a part."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after, sections


@pytest.mark.parametrize(
    ("clause", "gone", "stays"),
    [
        ("remove the section about the next session", "26 May", "20 May"),
        ("delete the second insight", "Oskar, has run", "mistrusts"),
        ("drop the point about the reprints", "Reprints", "Oskar"),
        ("remove all money figures", "£1,200", "20 May"),
        ("no percentages", "10 %", "£1,200"),
        ("take out the dates in the commitments", "20 May", "2 June"),
        ("Oskar's name should be removed", "Oskar", "deputy"),
        ("delete everything except the commitments", "mistrusts", "Give Oskar"),
    ],
)
def test_only_what_is_named_goes(clause: str, gone: str, stays: str) -> None:
    new = after(PLAIN, clause)
    assert gone in PLAIN
    assert gone not in new
    assert stays in new


def test_a_clause_goes_where_the_sentence_says_more() -> None:
    body = sections(after(PLAIN, "delete the bit about the budget"))["Insights"]
    assert "- Reprints cost £1,200 last year." in body


def test_what_follows_in_a_numbered_list_moves_up() -> None:
    body = sections(after(NUMBERED, "remove the second takeaway"))["Key takeaways"]
    assert body.endswith("2. She is afraid that the loan of £85,000 is too much.")
    assert "Bea" not in body


def test_the_last_insight_is_an_item_and_not_the_section() -> None:
    assert "mistrusts" in after(PLAIN, "delete the last insight")


def test_keeping_items_leaves_other_sections_alone() -> None:
    new = sections(after(PLAIN, "keep only the first insight"))
    assert new["Insights"].count("\n") == 0
    assert new["Commitments"] == sections(PLAIN)["Commitments"]


def test_done_tasks_go_by_their_boxes() -> None:
    assert "[x]" not in after(NUMBERED, "remove the completed tasks")


OWNED = (
    "## Insights\n\n- Rent rose to £900 a month.\n- Heating costs €200.\n- She sleeps better.\n\n## Commitments\n\n"
    "- Pia: call the landlord, by 4 June\n- Uwe: read two letters every week\n- Uwe: pay the deposit, by 9 June\n"
)


@pytest.mark.parametrize(
    ("request_", "stays", "goes"),
    [
        ("In Commitments keep only what Uwe has to do", ["read two letters", "sleeps better"], ["landlord"]),
        ("reduce the commitments to those that have a date", ["landlord", "deposit"], ["every week"]),
        ("remove Uwe's tasks", ["landlord"], ["deposit", "every week"]),
        ("no amounts in pounds", ["€200"], ["£900"]),
    ],
)
def test_items_are_meant_by_whose_they_are_and_what_they_hold(request_: str, stays: list[str], goes: list[str]) -> None:
    text = after(OWNED, request_)
    assert [word for word in stays if word not in text] == []
    assert [word for word in goes if word in text] == []
