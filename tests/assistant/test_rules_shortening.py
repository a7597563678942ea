"""This file tests the rules of shortening."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import PLAIN, after, sections


def _share(new: str, old: str) -> float:
    return len(new.split()) / len(old.split())


@pytest.mark.parametrize(
    ("clause", "most"), [("make it shorter", 0.75), ("make it half as long", 0.6), ("cut it by a third", 0.68)]
)
def test_it_becomes_as_short_as_asked_and_keeps_person_focus_and_deadline(clause: str, most: float) -> None:
    new = after(PLAIN, clause)
    assert _share(new, PLAIN) <= most
    assert "Petra" in new
    assert "2 June" in new
    assert "20 May" in new
    assert list(sections(new)) == list(sections(PLAIN))


def test_one_section_alone_is_shortened() -> None:
    new, old = sections(after(PLAIN, "the insights are too long")), sections(PLAIN)
    assert len(new["Insights"]) < len(old["Insights"])
    assert {name: body for name, body in new.items() if name != "Insights"} == {
        n: b for n, b in old.items() if n != "Insights"
    }


def test_a_number_of_bullets_leaves_those_that_say_most() -> None:
    body = sections(after(PLAIN, "reduce the insights to two bullets"))["Insights"]
    assert body.count("- ") == 2
    assert "£1,200" in body


def test_a_number_of_words_is_not_passed() -> None:
    assert len(after(PLAIN, "condense it to 50 words").split()) <= 50


def test_a_very_long_summary_is_shortened_too() -> None:
    long = "## Focus\nPetra writes.\n\n## Insights\n" + "".join(
        f"- She met Oskar on day {n} because it rained again.\n" for n in range(700)
    )
    assert 0.5 < _share(after(long, "make it shorter"), long) <= 0.72
