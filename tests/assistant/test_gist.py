"""This file tests that requests in wordings that no exact rule knows are understood, and that nothing is misread."""

from __future__ import annotations

import pytest

from coachdesk.assistant.document import read_document
from coachdesk.assistant.gist.said import language, read_said
from coachdesk.assistant.refining import Refined, refine
from coachdesk.assistant.request import Request

SUMMARY = """## Focus
Omar, a nurse at Kestrel Care, wants to stop working at weekends.

## Insights
- His boss, Helga, writes on Sundays and he answers within the hour.
- Of the 52 hours he worked last week, 11 were meetings.
- He feels guilty when he is idle.

## Commitments
- Tell Helga by Wednesday that he is offline at weekends.
- Decline two meetings before 15 October.

## Next session
22 October, 17:15, by phone.
"""


async def ask(instruction: str, summary: str = SUMMARY) -> Refined:
    return await refine(summary, None, (), instruction, engine=None)


@pytest.mark.parametrize(
    ("instruction", "there", "gone"),
    [
        ("Boil the insights down to the essentials, would you", "## Commitments\n- Tell Helga", "within the hour"),
        ("I'd rather have the heading Goal in the place of Focus", "## Goal\nOmar", "## Focus"),
        ("for privacy his boss should not be identifiable by name", "His boss", "Helga"),
        ("we had to postpone the next session by a week", "29 October, 17:15", "22 October"),
        ("the bit where he feels guilty had better not stand in there, too private", "11 were meetings", "guilty"),
        ("Bitte die Commitments nummerieren", "1. Tell Helga", "- Tell Helga"),
        ("Use 'a colleague' for Helga and 'the firm' for Kestrel Care.", "Tell a colleague by", "Kestrel"),
        ("Es waren 48 Stunden, nicht 52", "Of the 48 hours", "52"),
    ],
)
async def test_a_wording_that_no_exact_rule_knows_is_read_by_its_gist(instruction: str, there: str, gone: str) -> None:
    refined = await ask(instruction)
    assert there in refined.summary
    assert gone not in refined.summary


@pytest.mark.parametrize(
    "instruction",
    [
        "Wann ist der nächste Termin?",
        "blue elephant seventeen quickly",
        "Punkt Komma Strich",
        "who is he meeting first?",
    ],
)
async def test_what_asks_for_no_change_changes_nothing(instruction: str) -> None:
    assert (await ask(instruction)).summary == SUMMARY


async def test_a_question_in_german_is_answered_from_the_summary() -> None:
    summary = "## Thema\nAnna.\n\n## Nächster Termin\n21. Februar, 16 Uhr, per Video.\n"
    assert "21. Februar" in (await ask("Wann ist der nächste Termin?", summary)).reply


async def test_what_was_not_understood_beside_what_was_done_is_told_in_short() -> None:
    refined = await ask("Number the commitments. Zwurbel the frobnitz.")
    assert "1. Tell Helga" in refined.summary
    assert "did nothing about it" in refined.reply
    assert "left the summary as it was" not in refined.reply


def test_the_language_of_a_request_is_told_by_its_small_words() -> None:
    assert language("Bitte die Vereinbarungen nummerieren") == "de"
    assert language("supprime ce qui concerne son mari stp") == "fr"
    assert language("put the commitments first") == "en"
    assert language("asdf") == "en"


def test_sections_are_heard_by_name_by_synonym_and_by_what_they_are_for() -> None:
    document = read_document(SUMMARY)
    for clause in ("put the comitments first", "number the action items", "list what he agreed to do"):
        assert read_said(Request(clause, clause, document)).sections == ("Commitments",)
