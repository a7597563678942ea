"""This file says which sessions and clients look different once an operation came, went or changed."""

from __future__ import annotations

from coachdesk.domain.operation import ON_CLIENTS
from coachdesk.domain.protocol import Operation
from coachdesk.storage.database import first, select
from coachdesk.storage.writer import Transaction


def touch(transaction: Transaction, operation: Operation) -> None:
    """Say that `operation` changed."""
    on_client = isinstance(operation, ON_CLIENTS)
    touch_ids(transaction, None if on_client else operation.session, operation.entity)


def touch_ids(transaction: Transaction, session: str | None, entity: str) -> None:
    """Say that an operation on `session` or on the client `entity` changed; a deleted client takes its sessions."""
    if session is not None:
        transaction.sessions.add(session)
        return
    transaction.clients.add(entity)
    connection = transaction.connection
    deletion = "SELECT 1 FROM outbox WHERE session IS NULL AND kind = 'client.delete' AND entity = ?"
    if first(connection, deletion, (entity,)):
        found = select(connection, "SELECT id FROM shown WHERE client = ?", (entity,))
        transaction.sessions.update(row[0] for row in found)
