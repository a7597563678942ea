"""This file holds the wire to its golden JSON, and checks what is refused on either side."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain import protocol as p
from coachdesk.domain.session import Client, Policy, Role, Session
from coachdesk.domain.summary import Revision

GOLDEN = Path(__file__).parent / "golden"
SHA = "ab" * 32
AT = "2026-05-12T09:30:00.000Z"
ON = {"id": "o1", "number": 7, "session": "s1", "entity": "s1", "at": AT}

OPERATIONS: dict[str, msgspec.Struct] = {
    "client.put": p.ClientPut(
        id="o1",
        number=1,
        entity="c1",
        base=3,
        at=AT,
        data=p.ClientFields(name="Maria Lund", email="m@example.org", photo=SHA, policy=Policy.LOCAL),
    ),
    "client.delete": p.ClientDelete(id="o1", number=2, entity="c1", base=4, at=AT),
    "session.put": p.SessionPut(
        **ON,
        base=3,
        data=p.SessionFields(
            client="c1",
            date="2026-05-12",
            minutes=50,
            type="video",
            participants=("Maria",),
            status="open",
            tags=("career",),
            title="Interview",
        ),
    ),
    "session.delete": p.SessionDelete(**ON, base=9),
    "transcript.put": p.TranscriptPut(**ON, base=0, data=p.TranscriptData(blob=SHA, bytes=1200, lines=40)),
    "summary.revise": p.SummaryRevise(
        id="o1",
        number=8,
        session="s1",
        entity="r2",
        parents=("r1",),
        at=AT,
        data=p.SummaryText(text="## Focus\nÜben 🙂\n", origin="coach"),
    ),
    "summary.approve": p.SummaryApprove(id="o1", number=9, session="s1", entity="r2", at=AT),
    "message.add": p.MessageAdd(
        id="o1",
        number=10,
        session="s1",
        entity="m1",
        at=AT,
        data=p.MessageText(role=Role.ASSISTANT, content="Done.", origin="local:SmolLM2", reply_to="m0"),
    ),
    "refine.request": p.RefineRequest(
        id="m1",
        number=11,
        session="s1",
        entity="m1",
        base="r2",
        at=AT,
        data=p.RefineText(content="Shorter", selection="## Focus"),
    ),
}
EVENTS: dict[str, msgspec.Struct] = {
    "refine": p.Refine(session_id="s1", content="Shorter", timestamp=AT, id="m1", base="r1", selection="x"),
    "refine-of-the-seed": p.Refine(session_id="s1", content="Shorter", timestamp=AT),
    "stop": p.Stop(session_id="s1", id="m1"),
    "message": p.Message(
        id="m2",
        content="Done.",
        role=Role.ASSISTANT,
        timestamp=AT,
        session_id="s1",
        reply_to="m1",
        origin="platform",
        seq=9,
    ),
    "message-delta": p.MessageDelta(session_id="s1", id="m2", reply_to="m1", index=0, delta="Do"),
    "typing": p.Typing(is_typing=True, session_id="s1", reply_to="m1"),
    "summary-update": p.SummaryUpdate(
        summary="## Focus\n", session_id="s1", revision="r3", parents=("r2",), origin="platform", reply_to="m1", seq=10
    ),
    "error": p.Error(code="policy", message="Not allowed.", session_id="s1", reply_to="m1"),
    "sync-pull": p.SyncPull(cursor=12, limit=500),
    "sync-pull-reply": p.PullReply(changes=(msgspec.Raw(b'{"kind":"client"}'),), cursor=13, more=False),
    "sync-push-reply": p.PushReply(
        results=(p.Result(id="o1", status="applied", seq=4), p.Result(id="o2", status="rejected", reason="gone"))
    ),
    "sync-changed": p.SyncChanged(seq=13),
    "sync-digest-reply": p.DigestReply(seq=13, counts={"client": 1}, hash=SHA),
    "refine-reply": p.RefineReply(id="m1"),
    "failure": p.Failure(code="auth", message="Sign in again."),
}
CHANGES: dict[str, msgspec.Struct] = {
    "change-client": p.ClientChange(seq=1, id="c1", version=1, data=Client(name="Maria", email="", photo=None)),
    "change-session": p.SessionChange(
        seq=2, id="s1", session="s1", version=3, data=Session(client="c1", date="2026-05-12", head="r1", tags=("a",))
    ),
    "change-transcript": p.TranscriptChange(
        seq=3, id="s1", session="s1", version=1, data=p.TranscriptRow(blob=SHA, bytes=10, lines=2)
    ),
    "change-revision": p.RevisionChange(
        seq=4, id="r1", session="s1", version=1, data=Revision(parents=("r0",), origin="coach", at=AT, text="x")
    ),
    "change-message": p.MessageChange(
        seq=5,
        id="m1",
        session="s1",
        version=1,
        data=p.MessageRow(role=Role.USER, content="Hi", origin="coach", at=AT, reply_to=None),
    ),
    "change-deleted": p.SessionChange(seq=6, id="s1", session="s1", version=4, data=None),
}
ALL = {**OPERATIONS, **EVENTS, **CHANGES}


@pytest.mark.parametrize("name", ALL)
def test_every_wire_type_is_its_golden_json(name: str) -> None:
    encoded = msgspec.json.format(msgspec.json.encode(ALL[name]), indent=1)
    assert encoded == (GOLDEN / f"{name}.json").read_bytes().rstrip(b"\n")


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_golden_operation_is_decoded_to_itself(name: str) -> None:
    plain = msgspec.json.decode((GOLDEN / f"{name}.json").read_bytes())
    assert p.decode(plain, p.Operation) == OPERATIONS[name]


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_id_with_a_nul_in_an_operation_is_refused(name: str) -> None:
    plain = msgspec.to_builtins(OPERATIONS[name])
    for spoiled in ({"id": "o\0"}, {"session": "\0"}, {"entity": "e\0e"}, {"parents": ["r1", "r\0"]}):
        with pytest.raises(msgspec.ValidationError):
            p.decode(plain | spoiled, p.Operation)


@pytest.mark.parametrize("name", CHANGES)
def test_an_id_with_a_nul_in_a_change_is_refused(name: str) -> None:
    plain = msgspec.to_builtins(CHANGES[name])
    for spoiled in ({"id": "\0s"}, {"session": "s\0"}):
        with pytest.raises(msgspec.ValidationError):
            p.receive(plain | spoiled, p.Change)


def test_an_acknowledgement_is_an_answer_a_failure_or_refused() -> None:
    reply = p.PullReply(changes=(), cursor=3, more=False)
    failure = p.Failure(code="internal", message="Try again.")
    assert p.answer(msgspec.json.encode(reply), p.PullReply) == reply
    assert p.answer(msgspec.json.encode(failure), p.PullReply) == failure
    for neither in ({"ok": True}, {"ok": False}, {"ok": False, "code": 1, "message": ""}, {}, []):
        with pytest.raises(msgspec.ValidationError):
            p.answer(msgspec.json.encode(neither), p.PullReply)


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_unknown_key_in_an_operation_is_refused(name: str) -> None:
    plain = msgspec.to_builtins(OPERATIONS[name])
    for spoiled in ({**plain, "extra": 1}, {**plain, "data": {**plain["data"], "extra": 1}}):
        with pytest.raises(msgspec.ValidationError):
            p.decode(spoiled, p.Operation)


def test_the_client_takes_integers_as_ids_and_milliseconds_as_times_and_ignores_unknown_keys() -> None:
    payload = {"id": 5, "content": "x", "role": "user", "timestamp": 1_700_000_000_000, "extra": {"a": 1}}
    message = p.receive(payload, p.Message)
    assert (message.id, message.timestamp) == ("5", "2023-11-14T22:13:20.000Z")


@pytest.mark.parametrize(
    "spoiled",
    [
        {"content": 7},
        {"content": "\ud800"},
        {"content": None},
        {"role": "root"},
        {"timestamp": "yesterday"},
        {"timestamp": math.nan},
        {"timestamp": True},
        {"id": None},
        {"id": ""},
        {"id": 1.5},
        {"sessionId": ["s"]},
        {"extra": math.inf},
        {"content": "x" * (p.TEXT_BYTES + 1)},
    ],
)
def test_the_client_refuses_wrong_types(spoiled: dict[str, Any]) -> None:
    good = {"id": "m", "content": "x", "role": "user", "timestamp": AT}
    assert p.receive(good, p.Message).id == "m"
    with pytest.raises(msgspec.ValidationError):
        p.receive({**good, **spoiled}, p.Message)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_KEYS = [
    "id",
    "sessionId",
    "content",
    "role",
    "timestamp",
    "kind",
    "data",
    "session",
    "number",
    "entity",
    "cursor",
    "limit",
]


@given(JSON | st.dictionaries(st.sampled_from(_KEYS), JSON, max_size=9))
def test_whatever_arrives_is_understood_or_refused_but_never_breaks(payload: object) -> None:
    for form in (p.Refine, p.Stop, p.SyncPull, p.SyncPush, p.Operation):
        try:
            p.decode(payload, form)
        except msgspec.ValidationError:
            continue
    for form in (p.Message, p.MessageDelta, p.Typing, p.SummaryUpdate, p.Error, p.SyncChanged):
        try:
            p.receive(payload, form)
        except msgspec.ValidationError:
            continue


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_has_one_canonical_form_on_both_sides(name: str) -> None:
    change = CHANGES[name]
    received = msgspec.json.decode(msgspec.json.encode(change))
    assert p.canonical(change) == p.canonical(received)


def test_the_digest_is_a_sum_so_that_the_order_of_rows_does_not_matter() -> None:
    hashes = [p.row_hash(p.canonical(change)) for change in CHANGES.values()]
    total = 0
    for value in reversed(hashes):
        total += value
    assert p.digest_hex(sum(hashes)) == p.digest_hex(total)
    assert p.digest_hex(total - hashes[0]) == p.digest_hex(sum(hashes[1:]))
    assert len(p.digest_hex(-1)) == 64


@pytest.mark.parametrize("name", ALL)
def test_no_representation_shows_what_somebody_wrote(name: str) -> None:
    shown = repr(ALL[name])
    for word in ("Maria", "example.org", "Interview", "Focus", "Shorter", "Done", "Hi", "text="):
        assert word not in shown
