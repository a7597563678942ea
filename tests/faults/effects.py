"""This file compares what a platform holds with the edits that were made: each took effect once, in order."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coachdesk.domain.protocol import MessageAdd, Operation, SessionPut
from tests.storage.edits import say, session_put


def random_edit(rng: random.Random, number: int, sessions: int = 8) -> Operation:
    """Return an edit whose effect can be counted: a title counts the session's versions, a message is there or not."""
    session = f"s{rng.randrange(sessions)}"
    return session_put(session, title=f"title {number}") if rng.random() < 0.5 else say(session, f"words {number}")


def assert_one_effect_each(stored: Iterable[Operation], rows: Sequence[Mapping[str, Any]]) -> None:
    """Fail unless `rows` (all changes from cursor 0) are just what `stored`, by their ids and numbers, brings about.

    Only `session.put` and `message.add` may be in `stored`; a later one of the same id is a coalesced one.
    """
    last = {operation.id: operation for operation in stored}
    ordered = sorted(last.values(), key=lambda operation: operation.number)
    by_key = {(row["kind"], row["id"]): row for row in rows}
    titles: dict[str, list[str]] = {}
    messages: dict[str, list[str]] = {}
    for operation in ordered:
        if isinstance(operation, SessionPut):
            titles.setdefault(operation.entity, []).append(str(operation.data.title))
        elif isinstance(operation, MessageAdd):
            messages.setdefault(str(operation.session), []).append(operation.entity)
    for session, given in titles.items():
        row = by_key.get(("session", session))
        assert row is not None, f"{session} is lost"
        assert row["version"] == len(given), f"{session} was changed {row['version']} times, not {len(given)}"
        assert row["data"]["title"] == given[-1], f"the last title of {session} is not the last edit"
    for session, entities in messages.items():
        said = sorted((row["seq"], row["id"]) for row in rows if row["kind"] == "message" and row["session"] == session)
        assert [id for _seq, id in said] == entities, f"the messages of {session} are not those written, in their order"
        assert all(by_key["message", entity]["version"] == 1 for entity in entities)
