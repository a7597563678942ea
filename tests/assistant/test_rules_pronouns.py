"""This file tests the rules of pronouns and names."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import PLAIN, after, sections


@pytest.mark.parametrize(
    "clause", ["write about Petra by name in every insight", "use her name instead of she in every insight"]
)
def test_the_name_stands_in_every_item_and_nowhere_else(clause: str) -> None:
    new = sections(after(PLAIN, clause))
    assert "- Petra checks" in new["Insights"]
    assert "- Petra's deputy" in new["Insights"]
    assert new["Focus"] == sections(PLAIN)["Focus"]


def test_verbs_agree_with_another_pronoun() -> None:
    new = after(PLAIN, "use they instead of she")
    assert "- They check every page twice because they mistrust the printer." in new
    assert "- Their deputy" in new


def test_him_and_his_are_told_apart() -> None:
    summary = "## Insights\n- She trusts her team, and it trusts her.\n"
    assert after(summary, "change she to he") == "## Insights\n- He trusts his team, and it trusts him.\n"


def test_the_client_is_addressed_as_you() -> None:
    assert "You want to hand over" in after(PLAIN, "address her as you")
