"""This file tests which facts a message wants kept while all else may change."""

from __future__ import annotations

import asyncio

import pytest

from coachdesk.assistant.facts_kept import keeps_facts, kinds_kept, names_stay
from coachdesk.assistant.refining import refine

SUMMARY = """## Focus
Sanna leads a depot with 40 drivers and wants fewer night calls before 3 March.

## Insights
- She answers the phone at 2 in the morning because she fears an accident.
- Her dispatcher, Piet, took the calls for a week in May and nothing happened.
- She is proud of the new rota, which took her half a year.

## Commitments
- Give Piet the night phone on Fridays.
- Tell Ms Vos about the rota by 9 February.
"""


@pytest.mark.parametrize(
    "part",
    [
        "leave the names and dates in",
        "all names of persons and all deadlines must be preserved",
        "no deadline may be lost",
        "make sure no name goes missing",
        "the figures should still be there",
        "keep the money and the market date in",
        "please hang on to people's names",
    ],
)
def test_a_part_that_only_says_what_stays_is_known(part: str) -> None:
    assert keeps_facts(part)


@pytest.mark.parametrize(
    "part",
    [
        "leave the names out",
        "nobody's name may be in there",
        "the dates must go",
        "keep only the names",
        "keep the bit about the rota",
        "don't mention the figures",
    ],
)
def test_a_part_that_asks_for_more_is_a_request(part: str) -> None:
    assert not keeps_facts(part)


def test_what_stays_may_be_said_before_or_behind() -> None:
    assert "name" in kinds_kept("Cut it by half. Nobody's role matters, but all names have to stay.")
    assert "date" in kinds_kept("shorten it without losing any dates")
    assert "date" not in kinds_kept("shorten it and leave the dates out")


def test_names_that_must_stay_are_not_hidden() -> None:
    assert names_stay("all names must be preserved")
    assert not names_stay("the names must stay secret")


@pytest.mark.parametrize(
    "instruction",
    [
        "Rather wordy, this. Halve it, all names and dates must stay.",
        "Names and dates have to survive. Otherwise cut it to half please.",
        "Cut it to half - no name and no date may be lost.",
    ],
)
def test_the_facts_to_be_kept_outweigh_the_length(instruction: str) -> None:
    refined = asyncio.run(refine(SUMMARY, None, (), instruction, engine=None))
    assert len(refined.summary.split()) < len(SUMMARY.split()) * 0.8
    for fact in ("Sanna", "Piet", "Ms Vos", "3 March", "May", "Fridays", "9 February"):
        assert fact in refined.summary, fact


def test_a_length_that_nobody_named_costs_no_name_and_no_date() -> None:
    refined = asyncio.run(refine(SUMMARY, None, (), "shorter please", engine=None))
    assert len(refined.summary.split()) < len(SUMMARY.split()) * 0.85
    for fact in ("Sanna", "Piet", "Ms Vos", "3 March", "9 February"):
        assert fact in refined.summary, fact
