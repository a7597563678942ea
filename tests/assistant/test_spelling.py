"""This file tests that a name is spelled as a coach describes it, and only where the description fits one place."""

from __future__ import annotations

import pytest

from coachdesk.assistant.asides import instead, without_asides
from coachdesk.assistant.spelling import spelled_so


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Moore has no e at the end", "Moor"),
        ("Haddad is spelled with one d", "Hadad"),
        ("Philip is written with two l's", "Phillip"),
        ("Clark with an e at the end", "Clarke"),
        ("Lindqvist with a u instead of v", "Lindquist"),
        ("Karin has an m, not an n", "Karim"),
    ],
)
def test_a_name_is_spelled_as_it_is_described(said: str, name: str) -> None:
    found = spelled_so(said)
    assert found is not None
    assert found[1] == name


@pytest.mark.parametrize(
    "said", ["Emma has no m", "Anna is spelled with an x", "Tomas has a new job", "Otto with no t"]
)
def test_a_description_that_fits_nowhere_or_twice_spells_nothing(said: str) -> None:
    assert spelled_so(said) is None


def test_what_a_coach_says_about_her_slip_is_no_part_of_the_request() -> None:
    assert without_asides("Karim should be Kareem, I misheard") == "Karim should be Kareem"
    assert without_asides("three calls, I think I wrote two") == "three calls, not two"
    assert without_asides("Declan's surname is Moor, without e") == "Declan's surname is Moor"


def test_a_pronoun_and_half_a_quotation_stand_for_nothing() -> None:
    assert instead("that") == ""
    assert instead("use that") == ""
    assert instead("his sister' and Declan 'the foreman") == ""
    assert instead("Kareem, I misheard") == "Kareem"
