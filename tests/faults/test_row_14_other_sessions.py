"""This file interleaves replies to many sessions, late and to questions no longer asked: none shows in another.

That the platform sends a session's events to nobody else is in tests/server and in tests/security.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coachdesk.desk.previews import Previews
from coachdesk.desk.views import Event, Notice, ReplyGrew
from coachdesk.domain import protocol
from coachdesk.domain.clock import SystemClock
from coachdesk.storage.replica import Replica
from coachdesk.sync.status import Preview, SyncStatus
from tests.storage.edits import AT, KEY, change, session_data

SESSIONS = 5


def canary(session: int) -> str:
    return f"canary-of-{session}-"


def pages_of_questions() -> list[dict[str, Any]]:
    """Return five sessions with a question each; the first two are answered."""
    page = [change(1 + n, "session", f"s{n}", f"s{n}", session_data()) for n in range(SESSIONS)]
    message = {"role": "user", "content": "?", "origin": "coach", "at": AT}
    page += [change(10 + n, "message", f"q{n}", f"s{n}", message) for n in range(SESSIONS)]
    answer = {"role": "assistant", "content": "!", "origin": "platform", "at": AT}
    return page + [change(20 + n, "message", f"a{n}", f"s{n}", {**answer, "replyTo": f"q{n}"}) for n in range(2)]


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    replica = Replica.open(tmp_path / "replica", KEY, SystemClock(), index_when_idle=False)
    replica.apply_page(pages_of_questions(), 30).result(10)
    yield replica
    replica.close()


def events_of(session: int, rng: random.Random) -> list[Preview]:
    """Return what a platform sends while it answers in one session."""
    named = {"session_id": f"s{session}", "reply_to": f"q{session}"}
    events: list[Preview] = [protocol.Typing(is_typing=True, **named)]
    for index in range(rng.randrange(1, 6)):
        delta = f"{canary(session)}{index} "
        events.append(protocol.MessageDelta(id=f"a{session}", index=index, delta=delta, **named))
    events.append(protocol.Error(code="internal", message=canary(session), session_id=f"s{session}"))
    return events


def interleaved(replica: Replica, rng: random.Random, rounds: int) -> None:
    """Play `rounds` interleavings; fail when a text turns up where it does not belong."""
    for _ in range(rounds):
        heard: list[Event] = []
        previews = Previews(replica, heard.append)
        queues = [events_of(session, rng) for session in range(SESSIONS)]
        while any(queues):
            queue = rng.choice([one for one in queues if one])
            # Events of one reply mostly keep their order; some are lost, doubled or overtaken.
            event = queue.pop(0 if rng.random() < 0.9 else rng.randrange(len(queue)))
            for _copy in range(rng.choice((0, 1, 1, 1, 1, 2))):
                previews.preview(event)
            if rng.random() < 0.05:
                previews.status_changed(SyncStatus("", online=False))
            if rng.random() < 0.1:
                previews.end_answered(f"s{rng.randrange(SESSIONS)}")
        for told in heard:
            if isinstance(told, ReplyGrew | Notice) and told.session:
                shown = told.text
                strangers = [canary(n) for n in range(SESSIONS) if told.session != f"s{n}"]
                assert not any(stranger in shown for stranger in strangers), "a text of another session is shown"
            if isinstance(told, ReplyGrew):
                assert told.session not in ("s0", "s1"), "a reply is written to a question that is answered"


def test_a_reply_never_shows_in_another_session_or_under_an_answered_question(
    replica: Replica, rng: random.Random, count: Callable[[int], int]
) -> None:
    interleaved(replica, rng, count(5000))
