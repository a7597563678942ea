"""This file stores each kind of edit and reads what the outbox says of it, and what of it can be copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.desk.waiting import CLIENT_WORDS, SESSION_WORDS, OutboxInWords
from coachdesk.domain.protocol import ClientFields, SessionFields
from coachdesk.domain.session import Role
from coachdesk.storage.replica import Replica
from tests.storage.edits import (
    approve,
    ask,
    change,
    client_delete,
    client_put,
    opened,
    revise,
    say,
    session_data,
    session_delete,
    session_put,
    transcript_put,
)


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    found = opened(tmp_path)
    known = (
        change(1, "client", "c", None, {"name": "Zoë"}),
        change(2, "session", "s", "s", session_data(client="c", title="Delegation")),
    )
    found.apply_page(known, 2).result(10)
    yield found
    found.close()


def test_every_edit_is_said_as_a_person_would_say_it(replica: Replica) -> None:
    replica.outbox.add(
        client_put("c", name="Zoe"),
        client_put("new", name="Ann"),
        session_put("s", date="2026-05-12", title="Delegating"),
        session_put("t", title="Second"),
        transcript_put("t", "ab" * 32),
        session_put("t", minutes=60),
        revise("s", "Mine."),
        revise("t", "The model's.", origin="local:m"),
        approve("s", "r"),
        say("s", "Shorter."),
        say("s", "Done.", Role.ASSISTANT),
        ask("s", "Why?"),
    ).result(10)
    assert [(row.session_title, row.what) for row in OutboxInWords(replica).rows(-1)] == [
        ("Zoe", "Changed: name"),
        ("Ann", "New client"),
        ("Delegating", "Changed: date and title"),
        ("Second", "New session"),
        ("Second", "Transcript of one line"),
        ("Second", "Changed: length"),
        ("Delegating", "Summary edited by you"),
        ("Second", "Summary edited by the model on this laptop"),
        ("Delegating", "Summary approved"),
        ("Delegating", "Your message in the chat"),
        ("Delegating", "Reply in the chat"),
        ("Delegating", "Question to the platform"),
    ]
    assert len(OutboxInWords(replica).rows(3)) == 3


def test_deletions_are_said_too(replica: Replica) -> None:
    replica.outbox.add(session_delete("s"), client_delete("c")).result(10)
    assert sorted(row.what for row in OutboxInWords(replica).rows(-1)) == [
        "Client deleted with all sessions",
        "Session deleted",
    ]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"title": "a"}, "Changed: title"),
        ({"client": None, "date": "2026-01-01"}, "Changed: client and date"),
        ({"client": None, "date": "2026-01-01", "tags": ("x",)}, "Changed: client, date and tags"),
        ({"client": None, "date": "2026-01-01", "tags": ("x",), "title": "a"}, "Changed: client, date and 2 more"),
    ],
)
def test_what_was_changed_is_listed(replica: Replica, changed: dict[str, object], what: str) -> None:
    replica.outbox.add(session_put("s", **changed)).result(10)
    assert [row.what for row in OutboxInWords(replica).rows(-1)] == [what]


def test_every_field_of_the_wire_has_a_word() -> None:
    assert set(SESSION_WORDS) == set(SessionFields.__struct_fields__)
    assert set(CLIENT_WORDS) == set(ClientFields.__struct_fields__)


def test_what_was_entered_can_be_copied_without_the_names_of_fields(replica: Replica) -> None:
    put = session_put("s", client="c", title="Delegating", participants=("Zoë", "Tom"), minutes=50)
    words = revise("s", "## Focus\n- mine\n")
    replica.outbox.add(put, words).result(10)
    text = OutboxInWords(replica).text
    assert text(put.id).splitlines() == ["Zoë", "50", "Zoë, Tom", "Delegating"]
    assert text(words.id) == "## Focus\n- mine\n"
