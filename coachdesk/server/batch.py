"""This file applies a batch of operations in one transaction, each at most once, and says what became of each.

A refused operation spoils no other, but it holds the later ones of its own session, and a refused operation on a client
those of the client's sessions. An operation that took effect has its answer recorded in the same transaction; the same
id gets that answer again, however often it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, get_args

import msgspec
import structlog

from coachdesk.domain.protocol import TEXT_BYTES, ClientDelete, ClientPut, Operation, Result, SessionPut
from coachdesk.server.apply import Refusal, apply, session_of
from coachdesk.server.store import Answer, CoachWriter, Request
from coachdesk.server.working import Entity, Working

_FORMS: dict[str, type[Operation]] = {form.__struct_config__.tag: form for form in get_args(Operation)}
_log = structlog.get_logger(__name__)


class Outcome(NamedTuple):
    """What a batch did: an answer for each operation, the entities that changed, and what is now to be answered."""

    results: tuple[Result, ...]
    changed: tuple[Entity, ...]
    seq: int
    requests: tuple[Request, ...]
    erased: frozenset[str]
    loose_blobs: tuple[str, ...]


class _Held:
    """The sessions and clients of which an operation of this batch was refused."""

    def __init__(self, working: Working) -> None:
        self._working = working
        self._sessions: set[str] = set()
        self._clients: set[str] = set()

    def hold(self, session: str | None, client: str | None) -> None:
        if session is not None:
            self._sessions.add(session)
        if client is not None:
            self._clients.add(client)

    def holds(self, operation: Operation, session: str | None) -> bool:
        if not self._sessions and not self._clients:
            return False
        if session is None:
            return operation.entity in self._clients
        if session in self._sessions:
            return True
        if not self._clients:
            return False
        if isinstance(operation, SessionPut) and operation.data.client in self._clients:
            return True
        found = self._working.find("session", session)
        return found is not None and found.live and found.data.client in self._clients


def apply_batch(
    transaction: CoachWriter,
    coach: int,
    operations: Sequence[object],
    device: str,
    now: Callable[[], str],
    new_id: Callable[[], str],
) -> Outcome:
    """Apply what `operations` holds in its order; each is still to be decoded."""
    decoded = [_decoded(raw) for raw in operations]
    working = Working(transaction, coach, now, new_id)
    readable = [operation for operation in decoded if not isinstance(operation, Result)]
    working.load({id for operation in readable for id in _ids(operation)})
    answers = dict(transaction.answers([operation.id for operation in readable]))
    held = _Held(working)
    fresh: list[tuple[str, Answer]] = []
    results: list[Result] = []
    for raw, operation in zip(operations, decoded, strict=True):
        if isinstance(operation, Result):
            held.hold(*_named_by(raw))
            results.append(operation)
            continue
        answer = answers.get(operation.id)
        if answer is None:
            result = _apply_one(operation, working, device, held)
            if result.seq is not None:
                answers[operation.id] = Answer(result.status, result.seq)
                fresh.append((operation.id, answers[operation.id]))
            results.append(result)
        else:
            results.append(Result(id=operation.id, status=answer.status, seq=answer.seq))  # type: ignore[arg-type]  # as it was stored
    changed = working.flush()
    if fresh:
        transaction.record(fresh, now())
    loose = working.loose_blobs()
    return Outcome(
        tuple(results),
        tuple(changed),
        working.seq,
        tuple(working.requests),
        frozenset(working.erased),
        tuple(transaction.drop_loose_blobs(loose)) if loose else (),
    )


def _apply_one(operation: Operation, working: Working, device: str, held: _Held) -> Result:
    session = session_of(operation)
    if held.holds(operation, session):
        return Result(id=operation.id, status="skipped", reason="held")
    working.mark()
    try:
        status, seq = apply(operation, working, device)
    except Refusal as refusal:
        reason = refusal.reason
    except (RecursionError, ValueError, KeyError, TypeError, AttributeError) as fault:
        # Whatever this one operation provoked, the others of the batch are not to suffer for it.
        _log.error("operation failed", kind=type(operation).__name__, fault=type(fault).__name__)
        reason = "invalid"
    else:
        return Result(id=operation.id, status=status, seq=seq)
    working.undo()
    held.hold(session, operation.entity if isinstance(operation, ClientPut | ClientDelete) else None)
    return Result(id=operation.id, status="rejected", reason=reason)


def _decoded(raw: object) -> Operation | Result:
    """Return the operation, or its answer where it cannot be read.

    JSON has been read by msgspec, so lone surrogates and NaN were refused before.
    """
    try:
        # By its kind, because msgspec looks at a union of types anew each time.
        operation: Operation = msgspec.convert(raw, _FORMS[raw["kind"]])  # type: ignore[index]  # caught below
    except (msgspec.ValidationError, RecursionError, LookupError, TypeError):
        id = raw.get("id") if isinstance(raw, dict) else None
        reason = "too-large" if _has_long_text(raw) else "invalid"
        return Result(id=id if isinstance(id, str) else "", status="rejected", reason=reason)
    return operation


def _has_long_text(raw: Any) -> bool:
    data = raw.get("data") if isinstance(raw, dict) else None
    texts = (data.get(key) for key in ("text", "content", "selection")) if isinstance(data, dict) else ()
    return any(isinstance(text, str) and len(text) > TEXT_BYTES for text in texts)


def _named_by(raw: Any) -> tuple[str | None, str | None]:
    """Return the session and the client that an unreadable operation seems to be about."""
    if not isinstance(raw, dict):
        return None, None
    kind, entity, session = raw.get("kind"), raw.get("entity"), raw.get("session")
    named = entity if isinstance(entity, str) else None
    if isinstance(kind, str) and kind.startswith("client."):
        return None, named
    if isinstance(kind, str) and kind.startswith(("session.", "transcript.")):
        return named, None
    return (session if isinstance(session, str) else None), None


def _ids(operation: Operation) -> tuple[str, ...]:
    """Return what is surely looked at; a parent mostly is the head, and then known to be there."""
    ids: tuple[str, ...] = (operation.entity,)
    if operation.session is not None:
        ids = (*ids, operation.session)
    if isinstance(operation, SessionPut) and isinstance(operation.data.client, str):
        ids = (*ids, operation.data.client)
    return ids
