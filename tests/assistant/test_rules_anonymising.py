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


GROUP = (
    "## Focus\n\nMarit Dahl works at Fjordlys Energy and wants to help her three nephews.\n\n## Commitments\n\n"
    "- Marit talks to Odd, Lars and Jonas one by one, by 3 May.\n"
)


@pytest.mark.parametrize(
    "request_", ["anonymise the three nephews", "names of her nephews have to be removed (Marit is ok)"]
)
def test_a_group_is_hidden_and_nobody_else(request_: str) -> None:
    text = after(GROUP, request_)
    assert not any(name in text for name in ("Odd", "Lars", "Jonas"))
    assert "Marit Dahl works at Fjordlys Energy" in text
    assert "3 May" in text


def test_a_company_becomes_anonymous_and_its_people_stay() -> None:
    text = after(GROUP, "make the company anonymous")
    assert "Marit Dahl works at the company" in text
    assert "Odd, Lars and Jonas" in text
