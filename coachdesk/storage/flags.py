"""This file gives operations the state that the flags "keep on this laptop" ask for."""

from __future__ import annotations

import apsw
import msgspec

from coachdesk.domain.protocol import MessageAdd, MessageText, Operation, RefineRequest, SessionPut
from coachdesk.domain.session import Role
from coachdesk.storage.database import each, first, select
from coachdesk.storage.overlay import operation_of

FLAGGED = (
    "(EXISTS (SELECT 1 FROM kept WHERE kind = 'client' AND id = outbox.client)"
    " OR EXISTS (SELECT 1 FROM kept WHERE kind = 'session' AND id = outbox.session)"
    " OR outbox.kind <> 'refine.request' AND EXISTS (SELECT 1 FROM kept WHERE kind = 'platform'))"
)
"""The condition on the outbox for what stays on this laptop: what belongs to a client or session with that flag, and
all but questions where the platform takes nothing else."""


def is_kept(connection: apsw.Connection, session: str, client: str | None) -> bool:
    """Whether a session stays on this laptop, by its own flag or its client's."""
    found = first(
        connection,
        "SELECT 1 FROM kept WHERE kind = 'session' AND id = ? OR kind = 'client' AND id = ?",
        (session, client),
    )
    return found is not None


def bring_into_line(connection: apsw.Connection) -> list[tuple[str | None, str]]:
    """Give operations that were never sent the state that the flags ask for; return (session, entity) of each changed.

    A question to the platform that is held back becomes a turn of the chat: nobody will answer it.
    """
    changed = select(
        connection,
        "UPDATE outbox SET state = iif(state = 'kept', 'queued', 'kept')"
        f" WHERE (state = 'kept' OR state = 'queued' AND sends = 0) AND (state = 'kept') <> {FLAGGED}"
        " RETURNING session, entity",
    )
    for number, body in select(
        connection, "SELECT number, body FROM outbox WHERE state = 'kept' AND kind = 'refine.request'"
    ):
        rewrite(connection, number, "message.add", as_turn(operation_of(body)))
    return changed


def as_turn(operation: Operation) -> Operation:
    """Return a question to the platform as a mere turn of the chat; any other operation as it is."""
    if not isinstance(operation, RefineRequest):
        return operation
    data = MessageText(role=Role.USER, content=operation.data.content, origin="coach")
    return MessageAdd(
        id=operation.id,
        number=operation.number,
        session=operation.session,
        entity=operation.entity,
        at=operation.at,
        data=data,
    )


def move(connection: apsw.Connection, session: str, client: str | None) -> list[tuple[str | None, str]]:
    """Let what was never sent of `session` belong to `client`, where it moves to or from one that is kept."""
    clients = [
        row[0]
        for row in each(connection, "SELECT DISTINCT client FROM outbox WHERE session = ? AND sends = 0", (session,))
    ]
    kept = {row[0] for row in each(connection, "SELECT id FROM kept WHERE kind = 'client'")}
    if not kept.intersection([client, *clients]):
        return []
    for number, body in select(
        connection,
        "SELECT number, body FROM outbox WHERE session = ? AND sends = 0 AND state IN ('queued', 'kept')",
        (session,),
    ):
        operation = operation_of(body)
        if isinstance(operation, SessionPut) and operation.data.client is not msgspec.UNSET:
            data = msgspec.structs.replace(operation.data, client=client)
            rewrite(connection, number, "session.put", msgspec.structs.replace(operation, data=data))
        connection.execute("UPDATE outbox SET client = ? WHERE number = ?", (client, number))
    return [*bring_into_line(connection), (session, session)]


def rewrite(connection: apsw.Connection, number: int, kind: str, operation: Operation) -> None:
    """Put `operation`, of `kind`, in the place of the one with `number`."""
    body = msgspec.json.encode(operation)
    blob = ", blob = NULL" if kind in ("session.put", "client.put") else ""
    connection.execute(
        f"UPDATE outbox SET kind = ?, entity = ?, body = ?, bytes = ?{blob} WHERE number = ?",
        (kind, operation.entity, body.decode(), len(body), number),
    )
