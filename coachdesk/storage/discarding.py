"""This file takes an operation out of the outbox again, with what depends on it, and rebases the texts built on it."""

from __future__ import annotations

from collections.abc import Iterable

import apsw
import msgspec

from coachdesk.domain.merge import merge
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientPut,
    Operation,
    RefineRequest,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
)
from coachdesk.domain.summary import Revision
from coachdesk.storage.database import each, first, only, select
from coachdesk.storage.overlay import operation_of, revisions

MAKES = (
    "(kind IN ('session.put', 'client.put')"
    " AND NOT EXISTS (SELECT 1 FROM row WHERE row.kind || '.put' = outbox.kind AND row.id = outbox.entity)"
    " AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.session IS outbox.session"
    " AND earlier.entity = outbox.entity AND earlier.kind = outbox.kind AND earlier.number < outbox.number))"
)
"""Whether an operation makes its entity: neither the platform nor anything earlier in the outbox has it."""


def within(connection: apsw.Connection, op: str) -> tuple[str, ...]:
    """Return the ids of the later operations that discarding `op` takes along: all within what it creates."""
    row = first(connection, f"SELECT number, body, {MAKES} FROM outbox WHERE id = ?", (op,))
    if row is None or not row[2]:
        return ()
    operation = operation_of(row[1])
    sessions: Iterable[str] = ()
    found: list[tuple[int, str]] = []
    if isinstance(operation, SessionPut):
        sessions = (operation.entity,)
    else:
        found += select(
            connection, "SELECT number, id FROM outbox WHERE session IS NULL AND entity = ?", (operation.entity,)
        )
        sessions = [
            session
            for (session,) in select(
                connection,
                "SELECT DISTINCT session FROM outbox WHERE client = ? AND session IS NOT NULL",
                (operation.entity,),
            )
            if not _on_platform(connection, "session", session)
        ]
    for session in sessions:
        found += select(connection, "SELECT number, id FROM outbox WHERE session = ?", (session,))
    return tuple(one for number, one in sorted(found) if number > row[0])


def discard(connection: apsw.Connection, op: str) -> list[tuple[str | None, str]]:
    """Delete the operation `op` and all within; return (session, entity) of each that was touched."""
    body, makes = only(connection, f"SELECT body, {MAKES} FROM outbox WHERE id = ?", (op,))
    operation = operation_of(body)
    takes = (op, *within(connection, op))
    touched: list[tuple[str | None, str]] = []
    if len(takes) == 1 and isinstance(operation, SummaryRevise):
        touched += _rebase(connection, operation)
    if isinstance(operation, ClientPut) and makes:
        touched += _leave_client(connection, operation.entity, takes)
    if isinstance(operation, ClientDelete):
        touched += [(session, session) for session in sessions_of(connection, operation.entity)]
    for one in takes:
        touched += select(connection, "DELETE FROM outbox WHERE id = ? RETURNING session, entity", (one,))
    connection.execute("DELETE FROM blob WHERE sha NOT IN (SELECT blob FROM outbox WHERE blob IS NOT NULL)")
    return touched


def _on_platform(connection: apsw.Connection, kind: str, entity: str) -> bool:
    found = first(connection, "SELECT 1 FROM row WHERE kind = ? AND id = ?", (kind, entity))
    return found is not None


def _rebase(connection: apsw.Connection, discarded: SummaryRevise) -> list[tuple[str | None, str]]:
    """Let the later operations of the session go on without `discarded`."""
    session = str(discarded.session)
    known = revisions(connection, session)
    parent_text = _text(known, discarded.parents[0]) if discarded.parents else ""
    built_on = {discarded.entity}
    touched: list[tuple[str | None, str]] = []
    replace = msgspec.structs.replace
    for number, body in select(
        connection,
        "SELECT number, body FROM outbox WHERE session = ? AND number > ? ORDER BY number",
        (session, discarded.number),
    ):
        later: Operation = operation_of(body)
        match later:
            case SummaryRevise() if built_on.intersection(later.parents):
                built_on.add(later.entity)
                merged = None
                if parent_text is not None:
                    merged = merge(discarded.data.text, later.data.text, parent_text).text
                parents = [
                    grandparent
                    for parent in later.parents
                    for grandparent in (discarded.parents if parent == discarded.entity else (parent,))
                ]
                data = later.data if merged is None else replace(later.data, text=merged)
                _rewrite(connection, number, replace(later, parents=tuple(dict.fromkeys(parents)), data=data))
            case SummaryApprove() if later.entity == discarded.entity:
                connection.execute("DELETE FROM outbox WHERE number = ?", (number,))
            case RefineRequest() if later.base == discarded.entity:
                base = discarded.parents[0] if discarded.parents else None
                _rewrite(connection, number, replace(later, base=base))
            case _:
                continue
        touched.append((later.session, later.entity))
    return touched


def _leave_client(connection: apsw.Connection, client: str, takes: tuple[str, ...]) -> list[tuple[str | None, str]]:
    """Take the discarded `client` out of the edits of sessions that stay."""
    touched: list[tuple[str | None, str]] = []
    for number, other, session, body in select(
        connection, "SELECT number, id, session, body FROM outbox WHERE client = ? AND session IS NOT NULL", (client,)
    ):
        operation = operation_of(body)
        if other in takes:
            continue
        touched.append((session, operation.entity))
        connection.execute("UPDATE outbox SET client = NULL WHERE number = ?", (number,))
        if isinstance(operation, SessionPut) and operation.data.client == client:
            data = msgspec.structs.replace(operation.data, client=msgspec.UNSET)
            _rewrite(connection, number, msgspec.structs.replace(operation, data=data))
    return touched


def _rewrite(connection: apsw.Connection, number: int, operation: Operation) -> None:
    body = msgspec.json.encode(operation)
    connection.execute("UPDATE outbox SET body = ?, bytes = ? WHERE number = ?", (body.decode(), len(body), number))


def _text(known: dict[str, tuple[Revision, int | None]], revision: str) -> str | None:
    found = known.get(revision)
    return found[0].text if found else None


def sessions_of(connection: apsw.Connection, client: str) -> list[str]:
    """Return all sessions of `client`, shown or not; reads every session, so it is for the rare case."""
    return [
        row[0]
        for row in each(
            connection,
            "SELECT id FROM row WHERE kind = 'session' AND json_extract(data, '$.data.client') = ?"
            " UNION SELECT session FROM outbox WHERE client = ? AND session IS NOT NULL",
            (client, client),
        )
    ]
