"""This file applies one operation to a coach's rows, by the rules of the design; it reads and writes only `Working`.

What an operation may not do raises `Refusal` with a reason of `protocol.REASONS`, before anything is changed. An id of
another coach is not among the coach's rows, so it is answered like one that nobody has.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import msgspec

from coachdesk.domain.clock import iso, wall_ms_of
from coachdesk.domain.operation import fields
from coachdesk.domain.protocol import (
    TEXT_BYTES,
    ClientDelete,
    ClientPut,
    MessageAdd,
    MessageRow,
    Operation,
    RefineRequest,
    SessionDelete,
    SessionPut,
    Status,
    SummaryApprove,
    SummaryRevise,
    TranscriptPut,
    TranscriptRow,
)
from coachdesk.domain.session import Client, Policy, Role, Session
from coachdesk.domain.summary import Revision
from coachdesk.server.revising import place
from coachdesk.server.store import Request
from coachdesk.server.working import Entity, Working


class Refusal(Exception):
    """The operation is rejected; `reason` is a key of `protocol.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


Applied = tuple[Status, int]


def session_of(operation: Operation) -> str | None:
    """Return the session that an operation is about; None for operations on clients."""
    if isinstance(operation, ClientPut | ClientDelete):
        return None
    if isinstance(operation, SessionPut | SessionDelete | TranscriptPut):
        return operation.entity
    return operation.session


def apply(operation: Operation, working: Working, device: str) -> Applied:
    """Apply `operation`; returns its status (applied, merged or branched) and seq. Raises Refusal."""
    return _RULES[type(operation)](operation, working, device)


def _session(operation: Operation, working: Working) -> Entity:
    if operation.session is None:
        raise Refusal("invalid")
    return _live("session", operation.session, working)


def _live(kind: str, id: str, working: Working) -> Entity:
    found = working.find(kind, id)
    if found is None:
        raise Refusal("not-found")
    if not found.live:
        raise Refusal("gone")
    return found


def _moment(operation: Operation) -> str:
    at = operation.at
    try:
        moment = wall_ms_of(at)
        if isinstance(at, str) and len(at) == 24 and at[10] == "T" and at[19] == "." and at[23] == "Z":
            return at  # as `iso` would write it, without the cost of writing it
        return iso(moment)
    except (ValueError, TypeError, OverflowError, OSError) as fault:
        raise Refusal("invalid") from fault


def _fitting(text: str | None) -> None:
    # No character takes more than four bytes, so most texts need no encoding to be measured.
    if text is not None and len(text) * 4 > TEXT_BYTES and len(text.encode()) > TEXT_BYTES:
        raise Refusal("too-large")


def _day(date: str | None) -> None:
    """Refuse a date of a session that begins with no day; "" is none."""
    try:
        if date:
            datetime.date.fromisoformat(date[:10])
    except ValueError as fault:
        raise Refusal("invalid") from fault


def _own_session(operation: Operation) -> None:
    """Refuse an operation that names one session as its entity and is filed under another."""
    if operation.session not in (None, operation.entity):
        raise Refusal("invalid")


def _put_client(operation: ClientPut, working: Working, device: str) -> Applied:
    found = working.find("client", operation.entity)
    if found is not None and not found.live:
        raise Refusal("gone")
    changed = fields(operation.data)
    photo = changed.get("photo")
    if photo is not None and not working.transaction.has_blob(photo):
        raise Refusal("blob")
    data = msgspec.structs.replace(found.data if found else Client(name=""), **changed)
    return "applied", working.put("client", operation.entity, None, data, device)


def _delete_client(operation: ClientDelete, working: Working, device: str) -> Applied:
    client = _live("client", operation.entity, working)
    base = operation.base or 0
    sessions = working.live_sessions_of(client.id)
    if client.foreign_change(device) > base or any(working.changed_within(id, base, device) for id in sessions):
        raise Refusal("changed")
    for id in sessions:
        working.delete_session(id, device)
    return "applied", working.put("client", client.id, None, None, device)


def _put_session(operation: SessionPut, working: Working, device: str) -> Applied:
    _own_session(operation)
    found = working.find("session", operation.entity)
    if found is not None and not found.live:
        raise Refusal("gone")
    changed = fields(operation.data)
    client = changed.get("client")
    if client is not None:
        named = working.find("client", client)
        if named is None or not named.live:
            raise Refusal("not-found")
    _day(changed.get("date"))
    data = msgspec.structs.replace(found.data if found else Session(), **changed)
    return "applied", working.put("session", operation.entity, operation.entity, data, device)


def _delete_session(operation: SessionDelete, working: Working, device: str) -> Applied:
    _own_session(operation)
    session = _live("session", operation.entity, working)
    if working.changed_within(session.id, operation.base or 0, device):
        raise Refusal("changed")
    return "applied", working.delete_session(session.id, device)


def _put_transcript(operation: TranscriptPut, working: Working, device: str) -> Applied:
    _own_session(operation)
    session = _live("session", operation.entity, working)
    found = working.find("transcript", session.id)
    if found is not None and found.foreign_change(device) > (operation.base or 0):
        raise Refusal("changed")
    if not working.transaction.has_blob(operation.data.blob):
        raise Refusal("blob")
    data = TranscriptRow(blob=operation.data.blob, bytes=operation.data.bytes, lines=operation.data.lines)
    return "applied", working.put("transcript", session.id, session.id, data, device)


def _revise(operation: SummaryRevise, working: Working, device: str) -> Applied:
    session = _session(operation, working)
    _fitting(operation.data.text)
    _unused("revision", operation.entity, working)
    if len(operation.parents) > 2 or operation.entity in operation.parents:
        raise Refusal("invalid")
    for parent in operation.parents:
        if parent != session.data.head:
            _in_session("revision", parent, session.id, working)
    revision = Revision(
        parents=operation.parents, origin=operation.data.origin, at=_moment(operation), text=operation.data.text
    )
    placed = place(working, session, operation.entity, revision, device)
    return placed.status, placed.seq


def _approve(operation: SummaryApprove, working: Working, device: str) -> Applied:
    session = _session(operation, working)
    _in_session("revision", operation.entity, session.id, working)
    data = msgspec.structs.replace(session.data, approved=operation.entity)
    return "applied", working.put("session", session.id, session.id, data, device)


def _add_message(operation: MessageAdd, working: Working, device: str) -> Applied:
    session = _session(operation, working)
    _fitting(operation.data.content)
    _unused("message", operation.entity, working)
    data = MessageRow(
        role=operation.data.role,
        content=operation.data.content,
        origin=operation.data.origin,
        at=_moment(operation),
        reply_to=operation.data.reply_to,
    )
    return "applied", working.put("message", operation.entity, session.id, data, device)


def _request_refine(operation: RefineRequest, working: Working, device: str) -> Applied:
    session = _session(operation, working)
    _fitting(operation.data.content)
    _fitting(operation.data.selection)
    _unused("message", operation.entity, working)
    if operation.base is not None:
        _in_session("revision", operation.base, session.id, working)
    if not platform_may_see(session, working):
        raise Refusal("policy")
    data = MessageRow(role=Role.USER, content=operation.data.content, origin="coach", at=_moment(operation))
    seq = working.put("message", operation.entity, session.id, data, device)
    working.requests.append(
        Request(
            coach=working.coach,
            id=operation.entity,
            session=session.id,
            base=operation.base,
            selection=operation.data.selection,
            device=device,
        )
    )
    return "applied", seq


def platform_may_see(session: Entity, working: Working) -> bool:
    """Return whether the AI policy of a session's client allows the platform's model."""
    client = working.find("client", session.data.client) if session.data.client is not None else None
    return client is None or not client.live or client.data.policy is Policy.PLATFORM


def _unused(kind: str, id: str, working: Working) -> None:
    if working.find(kind, id) is not None:
        raise Refusal("invalid")


def _in_session(kind: str, id: str, session: str, working: Working) -> None:
    found = working.find(kind, id)
    if found is None or found.session != session:
        raise Refusal("not-found")


_RULES: dict[type, Callable[[Any, Working, str], Applied]] = {
    ClientPut: _put_client,
    ClientDelete: _delete_client,
    SessionPut: _put_session,
    SessionDelete: _delete_session,
    TranscriptPut: _put_transcript,
    SummaryRevise: _revise,
    SummaryApprove: _approve,
    MessageAdd: _add_message,
    RefineRequest: _request_refine,
}
