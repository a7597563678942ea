"""This file tests that statements find their lines, and that what nobody said finds none."""

from __future__ import annotations

import time

import pytest

from coachdesk.assistant.evidence import NOT_AGREED, Evidence, evidence_for, statements_of, tokens_of, unsupported
from coachdesk.domain.session import Line, Transcript
from tests.assistant.conversations import PROMOTION


@pytest.mark.parametrize(
    ("statement", "lines"),
    [
        ("Anna wants to prepare for her promotion interview on 12 May.", (2, 4)),
        ("She avoids asking her manager, Tom, for feedback.", (4, 4)),
        ("Anna will ask Tom for feedback by Friday.", (6, 6)),
        ("Wednesday, 7 May, 10:00, by video.", (13, 13)),
        ("They meet on Wednesday, 7 May, at ten by video.", (11, 13)),
        (NOT_AGREED, (3, 14)),
    ],
)
def test_a_statement_in_other_words_finds_its_lines(statement: str, lines: tuple[int, int] | None) -> None:
    expected = () if lines is None else (Evidence(statement, lines),)
    assert evidence_for(statement, PROMOTION) == expected


@pytest.mark.parametrize(
    "statement",
    [
        "Anna will ask Peter for feedback by Friday.",
        "Anna will ask Tom for feedback by Thursday.",
        "Anna's promotion interview is on 13 May.",
        "She will draft four stories for the interview.",
        "Anna has a dog and likes swimming in the lake.",
    ],
)
def test_a_wrong_name_day_or_figure_or_an_invention_has_no_support(statement: str) -> None:
    assert evidence_for(statement, PROMOTION) == ()


def test_statements_are_sentences_without_markers_headings_and_code() -> None:
    summary = (
        "# A\n\nOne is here. Two is there.\n- [ ] Anna: ask Dr. Lee\n1. Third\n---\n```\ncode\n```\n| - | - |\n> Quoted"
    )
    assert statements_of(summary) == ("One is here.", "Two is there.", "Anna: ask Dr. Lee", "Third", "Quoted")


def test_spellings_of_a_number_are_one() -> None:
    assert tokens_of(["12th ten Tom's May twenty-five"]) == {"12", "10", "tom", "may", "20", "5"}
    assert unsupported("Tom pays 12 euros on 3 June.", tokens_of(["tom had twelve euros"])) == ("3 June",)


def test_nothing_supports_anything_in_an_empty_transcript() -> None:
    assert evidence_for("Anna is brave.", Transcript()) == ()


def test_a_long_transcript_is_searched_in_time() -> None:
    lines = tuple(
        Line("Ann", f"We talked about house {n % 97} and the price of garden {n % 89} again.") for n in range(3000)
    )
    summary = "\n".join(f"- We talked about house {n} and the price." for n in range(30))
    began = time.monotonic()
    assert len(evidence_for(summary, Transcript(lines))) == 30
    assert time.monotonic() - began < 30
