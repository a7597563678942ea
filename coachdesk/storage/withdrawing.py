"""This file takes back what waits of a session or client that is to be on this laptop only."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from coachdesk.domain.operation import ON_CLIENTS
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientFields,
    ClientPut,
    Operation,
    SessionDelete,
    SessionFields,
    SessionPut,
)
from coachdesk.storage.database import first, select
from coachdesk.storage.flags import rewrite
from coachdesk.storage.overlay import operation_of


def withdraw(connection: apsw.Connection, deletion: SessionDelete | ClientDelete, sessions: Iterable[str]) -> bool:
    """Take back what waits of an entity and its `sessions`; return whether the platform may have any of it.

    Then `deletion` has to follow: what may have arrived goes once more under its id, without its text, so that a copy
    under way on an old connection changes nothing any more.
    """
    sessions = list(sessions)
    known = False
    for condition, value in [
        *(("session = ?", session) for session in sessions),
        *([("session IS NULL AND entity = ?", deletion.entity)] if isinstance(deletion, ClientDelete) else []),
    ]:
        connection.execute(
            f"DELETE FROM outbox WHERE {condition} AND (state IN ('kept', 'parked') OR state = 'queued' AND sends = 0)",
            (value,),
        )
        for number, state, body in select(
            connection, f"SELECT number, state, body FROM outbox WHERE {condition} ORDER BY number", (value,)
        ):
            known = True
            if state != "acknowledged":
                hollow = hollowed(operation_of(body))
                rewrite(connection, number, str(hollow.__struct_config__.tag), hollow)
    ids = [deletion.entity, *sessions]
    known |= any(
        first(connection, "SELECT 1 FROM row WHERE kind IN ('client', 'session') AND id = ?", (id,)) for id in ids
    )
    return known


def hollowed(operation: Operation) -> Operation:
    """Return an operation with the same id and place that carries no text and changes nothing."""
    id, number, at = operation.id, operation.number, operation.at
    if isinstance(operation, ON_CLIENTS):
        return ClientPut(id=id, number=number, entity=operation.entity, at=at, data=ClientFields())
    session = operation.session or operation.entity
    return SessionPut(id=id, number=number, session=session, entity=session, at=at, data=SessionFields())


def settles_itself(operation: Operation, reason: str) -> bool:
    """Whether a refusal leaves nothing to decide: what is to be deleted is not there, or nothing was to be changed."""
    if isinstance(operation, SessionDelete | ClientDelete):
        return reason in ("gone", "not-found")
    return isinstance(operation, SessionPut | ClientPut) and operation == hollowed(operation)
