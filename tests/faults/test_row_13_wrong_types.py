"""This file puts wrong types, NaN, lone surrogates and unknown keys into every event and operation, on both sides."""

from __future__ import annotations

import asyncio
import math
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.domain import protocol
from coachdesk.domain.clock import SystemClock, iso
from coachdesk.domain.protocol import canonical
from coachdesk.errors import Unreadable
from coachdesk.server.batch import apply_batch
from coachdesk.server.sqlite_rows import ROWS_SCHEMA, SqliteRows
from coachdesk.storage.replica import Replica
from tests.storage.edits import AT, KEY, change, revision_data, session_data

HASH = "ab" * 32
FROM_THE_CLIENT: dict[type, dict[str, Any]] = {
    protocol.Refine: {"sessionId": "s", "content": "c", "timestamp": AT, "id": "i", "base": "b", "selection": "x"},
    protocol.Stop: {"sessionId": "s", "id": "i"},
    protocol.SyncPull: {"cursor": 0, "limit": 10},
    protocol.SyncPush: {"operations": []},
    protocol.SyncDigest: {},
}
FROM_THE_SERVER: dict[type, dict[str, Any]] = {
    protocol.Message: {"id": "m", "content": "c", "role": "user", "timestamp": AT, "sessionId": "s", "replyTo": "q"},
    protocol.MessageDelta: {"sessionId": "s", "id": "m", "replyTo": "q", "index": 0, "delta": "d"},
    protocol.Typing: {"isTyping": True, "sessionId": "s", "replyTo": "q"},
    protocol.SummaryUpdate: {"summary": "t", "sessionId": "s", "revision": "r", "parents": ["p"], "seq": 3},
    protocol.Error: {"code": "c", "message": "m", "sessionId": "s"},
    protocol.SyncChanged: {"seq": 3},
}
ANSWERS: dict[type, dict[str, Any]] = {
    protocol.PullReply: {"changes": [], "cursor": 3, "more": False},
    protocol.PushReply: {"results": [{"id": "o", "status": "applied", "seq": 3}]},
    protocol.DigestReply: {"seq": 3, "counts": {"session": 1}, "hash": HASH},
    protocol.Failure: {"code": "auth", "message": "m", "ok": False},
}
OPERATIONS: dict[str, dict[str, Any]] = {
    kind: {"id": "o", "number": 1, "kind": kind, "session": "s", "entity": entity, "at": AT, "data": data}
    for kind, entity, data in (
        ("client.put", "c", {"name": "n", "email": "e", "policy": "none"}),
        ("client.delete", "c", {}),
        ("session.put", "s", {"title": "t", "minutes": 5, "tags": ["a"], "participants": ["p"]}),
        ("session.delete", "s", {}),
        ("transcript.put", "s", {"blob": HASH, "bytes": 3, "lines": 1}),
        ("summary.revise", "r", {"text": "t", "origin": "coach"}),
        ("summary.approve", "r0", {}),
        ("message.add", "m", {"role": "user", "content": "c", "origin": "coach"}),
        ("refine.request", "o", {"content": "c"}),
    )
}
CHANGES: dict[str, dict[str, Any]] = {
    "client": change(5, "client", "c", None, {"name": "n", "email": "", "policy": "platform", "photo": None}),
    "session": change(5, "session", "s", "s", session_data(title="t")),
    "transcript": change(5, "transcript", "s", "s", {"blob": HASH, "bytes": 1, "lines": 1}),
    "revision": change(5, "revision", "r", "s", revision_data("t")),
    "message": change(5, "message", "m", "s", {"role": "user", "content": "c", "origin": "coach", "at": AT}),
}
# None of them fits any field: what JSON can say, and what it cannot, alone and in containers.
BROKEN = st.integers(0, 1 << 50).map(lambda number: -(number + 0.5))
WRONG = BROKEN | BROKEN.map(lambda number: [number]) | BROKEN.map(lambda number: [[number]]) | st.just([[{}]])
NO_JSON = st.sampled_from(
    [math.nan, math.inf, -math.inf, "\ud800", "a\udfffb", {"\ud800": 1}, [math.nan], {"a": {"b": "\udc00"}}]
)

FITTING: dict[str, type] = {"timestamp": float, "operations": list, "changes": list}
"""What these would take: a time in milliseconds, and operations and changes of any form, each read by itself."""


@st.composite
def spoiled(draw: st.DrawFn, payload: dict[str, Any], unfitting: st.SearchStrategy[Any] = WRONG) -> Any:
    """Return `payload` with one value, anywhere in it, that does not fit; or something that is no object."""
    if not payload or draw(st.integers(0, 9)) == 0:
        return draw(st.one_of(st.none(), st.integers(), st.text(max_size=3), st.lists(st.integers()), unfitting))
    places: list[tuple[dict[str, Any], str]] = []

    def find(within: dict[str, Any]) -> dict[str, Any]:
        copy = {}
        for key, value in within.items():
            copy[key] = find(value) if isinstance(value, dict) else value
        places.extend((copy, key) for key in copy)
        return copy

    copied = find(payload)
    where, key = draw(st.sampled_from(places))
    fits = FITTING.get(key)
    where[key] = draw(unfitting.filter(lambda value: fits is None or not isinstance(value, fits)))
    return copied


@pytest.fixture(scope="module")
def thousands(request: pytest.FixtureRequest) -> settings:
    return settings(max_examples=10_000 if request.config.getoption("--nightly") else 200, deadline=None)


def tried(test: Callable[..., None], thousands: settings) -> None:
    thousands(test)()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("form", FROM_THE_CLIENT, ids=lambda form: form.__name__)
def test_the_server_refuses_what_does_not_fit_an_event(form: type, thousands: settings) -> None:
    protocol.decode(FROM_THE_CLIENT[form], form)

    @given(spoiled(FROM_THE_CLIENT[form], WRONG | NO_JSON))
    def refused(payload: Any) -> None:
        with pytest.raises(msgspec.ValidationError):
            protocol.decode(payload, form)

    tried(refused, thousands)
    with pytest.raises(msgspec.ValidationError):
        protocol.decode({**FROM_THE_CLIENT[form], "extra": 1}, form)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("form", FROM_THE_SERVER, ids=lambda form: form.__name__)
def test_the_client_refuses_wrong_types_in_an_event_and_ignores_unknown_keys(form: type, thousands: settings) -> None:
    protocol.receive({**FROM_THE_SERVER[form], "extra": 1}, form)

    @given(spoiled(FROM_THE_SERVER[form], WRONG | NO_JSON))
    def refused(payload: Any) -> None:
        with pytest.raises(msgspec.ValidationError):
            protocol.receive(payload, form)

    tried(refused, thousands)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("form", ANSWERS, ids=lambda form: form.__name__)
def test_the_client_refuses_wrong_types_in_an_answer_and_ignores_unknown_keys(form: type, thousands: settings) -> None:
    protocol.answer(msgspec.json.encode({**ANSWERS[form], "extra": 1}), form)

    @given(spoiled(ANSWERS[form]))
    def refused(payload: Any) -> None:
        with pytest.raises(msgspec.DecodeError):
            protocol.answer(msgspec.json.encode(payload), form)

    tried(refused, thousands)


@pytest.fixture
def rows() -> Iterator[sqlite3.Connection]:
    """A platform's database in memory, with one session, client and revision."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in ROWS_SCHEMA:
        connection.execute(statement)
    apply(
        connection,
        {**OPERATIONS["client.put"], "id": "1"},
        {**OPERATIONS["session.put"], "id": "2"},
        {**OPERATIONS["summary.revise"], "id": "3", "entity": "r0"},
    )
    yield connection
    connection.close()


def apply(connection: sqlite3.Connection, *operations: object) -> list[str]:
    """Apply a batch as the platform does; returns the statuses."""
    ids = iter(range(1_000_000))
    outcome = apply_batch(
        SqliteRows(connection, 1), 1, operations, "d", lambda: iso(SystemClock().wall_ms()), lambda: f"n{next(ids)}"
    )
    return [result.status for result in outcome.results]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", OPERATIONS)
def test_an_operation_that_does_not_fit_is_rejected_and_changes_nothing(
    kind: str, rows: sqlite3.Connection, thousands: settings
) -> None:
    before = list(rows.iterdump())

    # What arrives has been JSON, so there is neither NaN nor a lone surrogate in it.
    @given(spoiled(OPERATIONS[kind]))
    def rejected(operation: Any) -> None:
        assert apply(rows, operation) == ["rejected"]

    tried(rejected, thousands)
    assert apply(rows, {**OPERATIONS[kind], "extra": 1}) == ["rejected"]
    assert list(rows.iterdump()) == before, "a refused operation changed something"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", CHANGES)
def test_a_page_with_one_change_that_does_not_fit_is_not_stored_at_all(
    kind: str, tmp_path: Path, thousands: settings
) -> None:
    replica = Replica.open(tmp_path / "replica", KEY, SystemClock(), index_when_idle=False)
    good = change(1, "session", "s", "s", session_data(title="before"))
    replica.apply_page([good], 1).result(10)
    before = replica.digest()

    @given(spoiled(CHANGES[kind]))
    def refused(spoilt: Any) -> None:
        with pytest.raises(Unreadable):
            replica.apply_page([change(4, "session", "x", "x", session_data()), spoilt], 5)
        assert (replica.digest(), replica.cursor) == (before, 1)

    try:
        tried(refused, thousands)
        canonical(CHANGES[kind])
        assert replica.apply_page([CHANGES[kind]], 5).result(10)
    finally:
        replica.close()


async def test_a_frame_of_nan_or_lone_surrogates_never_becomes_an_event() -> None:
    from coachdesk.server.framing import WireJson as ServerJson
    from coachdesk.sync.frames import WireJson as ClientJson

    for json in (ServerJson, ClientJson):
        for text in ("NaN", "[Infinity]", '{"a":-Infinity}', '"\\ud800"', '["\\udfff\\ud800"]', b'"\xed\xa0\x80"'):
            with pytest.raises((msgspec.DecodeError, ValueError)):
                json.loads(text)
    await asyncio.sleep(0)
