"""This file tests that a plan which does not fit what the coach typed is dropped, and another reading gets its turn."""

from __future__ import annotations

import pytest

from coachdesk.assistant.refining import Refined, refine

SUMMARY = """## Focus
Yusuf, a freelance illustrator, wants to raise his prices before the book fair on 20 March.

## Insights
- He charges 45 euros an hour, although colleagues ask for 70.
- The publisher Lindqvist pays late: the invoice of 11 January is still open.
- Talking to his brother Ebo calms him down.

## Commitments
- Send Lindqvist a reminder by Thursday.
- Quote the new price to the next customer.

## Next session
2 March, 11:30, by video.
"""


async def asked(instruction: str) -> Refined:
    return await refine(SUMMARY, None, (), instruction, engine=None)


async def test_words_that_speak_to_the_assistant_are_never_written_into_the_summary() -> None:
    refined = await asked("His brother is called Ekow, so please put that where it says Ebo.")
    assert "please" not in refined.summary
    assert "Ekow calms him down" in refined.summary


async def test_what_is_put_for_a_name_takes_nothing_else_away() -> None:
    refined = await asked("Don't name the publisher, just say 'a publisher' there.")
    assert "Lindqvist" not in refined.summary
    assert "11 January" in refined.summary


@pytest.mark.parametrize(
    "instruction",
    [
        "Sending the reminder matters most, so list it as the first commitment.",
        "Get an e-mail ready.",
    ],
)
async def test_no_scrap_of_a_request_is_added_as_a_statement(instruction: str) -> None:
    refined = await asked(instruction)
    assert len(refined.summary.splitlines()) == len(SUMMARY.splitlines())


async def test_sections_of_which_nothing_was_said_stay_where_nothing_else_is_to_change() -> None:
    refined = await asked("Nothing else changes, but among the insights only the one about his brother survives.")
    assert refined.changed == ("Insights",)
    assert "45 euros" not in refined.summary
    assert "Ebo" in refined.summary


async def test_a_day_for_something_new_is_not_put_into_a_statement_about_something_else() -> None:
    refined = await asked("He wants to hire an apprentice in autumn, that's a commitment.")
    assert "by Thursday" in refined.summary
    assert "by in autumn" not in refined.summary


async def test_what_a_coach_says_of_an_order_is_no_new_name() -> None:
    refined = await asked("Writing to Lindqvist should be the first commitment.")
    assert "The first commitment" not in refined.summary


async def test_what_concerns_somebody_is_kept_within_the_section_that_was_named() -> None:
    refined = await asked("Leave only what concerns Lindqvist in the insights.")
    assert refined.changed == ("Insights",)
    assert "Ebo" not in refined.summary


async def test_one_section_goes_to_the_top_and_another_to_the_end_in_one_request() -> None:
    refined = await asked("Commitments on top, insights at the very end.")
    headings = [line for line in refined.summary.splitlines() if line.startswith("## ")]
    assert headings == ["## Commitments", "## Focus", "## Next session", "## Insights"]


async def test_an_item_goes_before_another_that_is_only_described() -> None:
    refined = await asked("The new price should come before the reminder.")
    assert refined.summary.index("Quote the new price") < refined.summary.index("Send Lindqvist")


async def test_the_section_that_is_to_stay_is_never_the_one_that_goes() -> None:
    refined = await asked("only insights pls rest can go")
    assert "45 euros" in refined.summary
    assert "## Commitments" not in refined.summary


async def test_a_heading_gets_the_words_in_quotation_marks_and_no_others() -> None:
    refined = await asked("As a heading I'd say 'Observations' rather than 'Insights'.")
    assert "## Observations\n" in refined.summary


async def test_marks_from_one_on_are_no_figure_of_the_text() -> None:
    refined = await asked("The insights should be numbered from 1 to 3.")
    assert "1. He charges 45 euros" in refined.summary


async def test_a_day_that_does_not_suit_gives_way_to_the_one_named_after_it() -> None:
    refined = await asked("He can't on the 2nd, the 3rd is fine.")
    assert "3 March, 11:30" in refined.summary


async def test_a_section_whose_bullets_are_to_go_keeps_its_words() -> None:
    refined = await asked("No bullet points under Insights please, make them a paragraph.")
    assert "45 euros" in refined.summary
    assert "- He charges" not in refined.summary


async def test_where_a_name_alone_is_to_go_its_statement_stays() -> None:
    refined = await asked("For privacy, please remove the names Lindqvist and Ebo. Everything else can stay.")
    assert "11 January" in refined.summary


async def test_a_visit_to_somebody_new_moves_no_session() -> None:
    refined = await asked("I forgot something: he'll see his physio, Dr Amin, on Tuesday.")
    assert "2 March, 11:30, by video." in refined.summary
