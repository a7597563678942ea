"""This file checks what is read out of the words of a search, in four languages, and what stays a word."""

from __future__ import annotations

import datetime

import pytest

from coachdesk.desk.listed import ClientRow
from coachdesk.desk.search_words import understood
from coachdesk.domain.session import Policy

TODAY = datetime.date(2026, 3, 18)  # a Wednesday
CLIENTS = [
    ClientRow(id, name, "", Policy.PLATFORM, 1)
    for id, name in (("a", "Anna Becker"), ("z", "Zoë Lindqvist"), ("t", "Tom Abara"), ("u", "Tom Fischer"))
]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("last month", "2026-02-01", "2026-02-28"),
        ("Letzte Woche", "2026-03-09", "2026-03-15"),
        ("aujourd’hui", "2026-03-18", "2026-03-18"),
        ("semaine derniere", "2026-03-09", "2026-03-15"),
        ("el año pasado", "2025-01-01", "2025-12-31"),
        ("in January", "2026-01-01", "2026-01-31"),
        ("in May", "2025-05-01", "2025-05-31"),
        ("im Mai 2024", "2024-05-01", "2024-05-31"),
        ("in 2024", "2024-01-01", "2024-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-02-03", "2026-02-03", "2026-02-03"),
    ],
)
def test_words_for_a_time_become_its_first_and_last_day(typed: str, first: str, last: str) -> None:
    found = understood(typed, CLIENTS, TODAY)
    assert found.query.text == ""
    assert found.filters == {"date_from": first, "date_to": last}


def test_what_is_no_filter_is_still_searched_for() -> None:
    found = understood("interview last month with Anna, fear", CLIENTS, TODAY)
    assert found.query.text == "interview fear"
    assert found.filters == {"date_from": "2026-02-01", "date_to": "2026-02-28", "client": "a"}
    assert found.phrases == ("last month", "with Anna")


@pytest.mark.parametrize(
    "typed", ["with confidence", "with Tom", "in conflict", "2026-13", "2026-02-31", "may", "with", "in", "since then"]
)
def test_a_word_that_fits_only_in_part_stays_a_word(typed: str) -> None:
    found = understood(typed, CLIENTS, TODAY)
    assert found.query.text == typed
    assert found.filters == {}


@pytest.mark.parametrize(
    ("typed", "client"),
    [("with tom abara", "t"), ("mit Zoe", "z"), ("avec becker", "a"), ("con Lindq", "z"), ("with Tom F", None)],
)
def test_a_client_is_meant_where_just_one_is_called_so(typed: str, client: str | None) -> None:
    assert understood(typed, CLIENTS, TODAY).filters.get("client") == client


def test_states_tags_and_since_are_understood() -> None:
    found = understood("#leadership not synced since Feb braucht mich", CLIENTS, TODAY)
    assert found.filters == {"tag": "leadership", "pending": True, "date_from": "2026-02-01", "attention": True}
    assert found.query.text == ""
