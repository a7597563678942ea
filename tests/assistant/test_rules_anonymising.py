"""This file tests the rules of anonymising."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after


def test_roles_of_the_text_stand_for_names() -> None:
    new = after(PLAIN, "anonymise the summary")
    assert "Petra" not in new
    assert "Oskar" not in new
    assert "The client wants" in new
    assert "- Her deputy has run" in new
    assert "- Give her deputy the file by Monday." in new


def test_initials_stand_for_names_everywhere() -> None:
    new = after(NUMBERED, "use initials instead of names")
    assert "# Session with R., 3 March" in new
    assert "V. H., says" in new
    assert "R.: call V." in new


@pytest.mark.parametrize(
    "clause",
    [
        "replace the client's name by 'the coachee'",
        "replace the name of the client with 'the coachee'",
        "refer to Petra as the coachee",
    ],
)
def test_one_person_gets_the_words_given(clause: str) -> None:
    new = after(PLAIN, clause)
    assert "The coachee wants" in new
    assert "Oskar" in new


def test_a_customer_called_the_client_is_meant_before_the_person_coached() -> None:
    summary = "## Insights\n- Deepak fears that the client, Norwind, will notice.\n- Norwind's report is late.\n"
    assert (
        after(summary, "replace the client's name by 'the client'")
        == "## Insights\n- Deepak fears that the client will notice.\n- The client's report is late.\n"
    )
