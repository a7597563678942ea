"""This file tests the rules of headings and emphasis."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after, sections


@pytest.mark.parametrize(
    "clause",
    [
        "rename the section Insights to Learnings",
        "call the insights 'Learnings'",
        "the insights section should be called Learnings",
        "change the title of the insights to Learnings",
    ],
)
def test_a_section_gets_another_name_and_keeps_its_body(clause: str) -> None:
    new = sections(after(PLAIN, clause))
    assert list(new) == ["Focus", "Learnings", "Commitments", "Next session"]
    assert new["Learnings"] == sections(PLAIN)["Insights"]


def test_names_become_bold_and_plain_again() -> None:
    bold = after(PLAIN, "make the names bold")
    assert "**Petra** wants" in bold
    assert "deputy, **Oskar**, has" in bold
    assert after(bold, "remove the bold") == PLAIN


def test_headings_change_their_level() -> None:
    assert after(PLAIN, "use level 3 headings").startswith("### Focus\n")
    assert "\n### Key takeaways" in after(NUMBERED, "make the headings smaller")
