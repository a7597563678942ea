"""This file tests the rules of adding."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after, sections


@pytest.mark.parametrize(
    ("clause", "section", "line"),
    [
        ("add a commitment: call Ana on Monday", "Commitments", "- Call Ana on Monday."),
        (
            "Add a commitment: Priya sends the page to Samuel by Sunday.",
            "Commitments",
            "- Priya sends the page to Samuel by Sunday.",
        ),
        ("add to the insights that she sleeps badly", "Insights", "- She sleeps badly."),
        ("add 'Buy a chair' to the commitments", "Commitments", "- Buy a chair."),
        ("new commitment: read the brief", "Commitments", "- Read the brief."),
        ("She also agreed to call Ana.", "Commitments", "- Call Ana."),
        ("add an insight: she prefers calls rather than mails", "Insights", "- She prefers calls rather than mails."),
    ],
)
def test_what_is_added_stands_last_in_the_style_of_its_section(clause: str, section: str, line: str) -> None:
    before, bodies = sections(PLAIN), sections(after(PLAIN, clause))
    assert bodies[section] == before[section] + "\n" + line
    assert {name: body for name, body in bodies.items() if name != section} == {
        name: body for name, body in before.items() if name != section
    }


def test_a_numbered_list_counts_on_and_a_task_gets_an_open_box() -> None:
    assert "\n4. She sleeps badly." in after(NUMBERED, "add to the takeaways that she sleeps badly")
    assert "\n- [ ] Rosa: book a flight" in after(NUMBERED, "add a task: Rosa: book a flight")


def test_an_item_in_the_middle_numbers_the_later_ones_anew() -> None:
    body = sections(after(NUMBERED, "add as the first takeaway: she is calm"))["Key takeaways"]
    assert body.startswith("1. She is calm.\n2. Her accountant")
    assert "\n4. She is afraid" in body


def test_a_section_is_added_where_it_is_wanted() -> None:
    new = after(PLAIN, "add a section called Risks before the commitments: the printer may close")
    assert list(sections(new)) == ["Focus", "Insights", "Risks", "Commitments", "Next session"]
    assert sections(new)["Risks"] == "The printer may close."


def test_several_items_are_added_one_by_one() -> None:
    body = sections(after(PLAIN, "add two commitments: call Ana, and write to Bob"))["Commitments"]
    assert body.endswith("- Call Ana.\n- Write to Bob.")
