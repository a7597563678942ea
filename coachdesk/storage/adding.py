"""This file stores an operation in the outbox, or in the unsent one before it where the two make one."""

from __future__ import annotations

import apsw
import msgspec

from coachdesk.domain.operation import ON_CLIENTS, State, blob_of, coalesced
from coachdesk.domain.protocol import (
    Operation,
    RefineRequest,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
)
from coachdesk.errors import OurFault, Refused
from coachdesk.storage.database import first, only
from coachdesk.storage.overlay import operation_of


def store(
    connection: apsw.Connection,
    operation: Operation,
    renamed: dict[str, str],
    own: tuple[str | None, str] | None = None,
    *,
    alone: bool = False,
) -> Operation:
    """Store one operation, in the last one of its session or client if that may be; return what is stored.

    With `alone` it stays an operation of its own. `own` is the session and the text that this process stored last: no
    other text is taken up, for who follows another process may not have seen what the revision holds by now.
    """
    on_client = isinstance(operation, ON_CLIENTS)
    last = first(
        connection,
        "SELECT number, state, kind, client FROM outbox WHERE "
        + ("session IS NULL AND entity = ?" if on_client else "session = ?")
        + " ORDER BY number DESC LIMIT 1",
        (operation.entity if on_client else operation.session,),
    )
    if not alone and last is not None and last[2] == kind_of(operation) and last[1] in (State.QUEUED, State.KEPT):
        sends, body = only(connection, "SELECT sends, body FROM outbox WHERE number = ?", (last[0],))
        earlier = operation_of(body)
        united = coalesced(earlier, operation) if sends == 0 else None
        if isinstance(earlier, SummaryRevise) and own != (operation.session, earlier.data.text):
            united = None
        if united is not None:
            if united.entity != operation.entity:
                renamed[operation.entity] = united.entity
            _rewrite(connection, united, _client_of(connection, united, last[3]))
            return united
    client = operation.entity if on_client else _client_of(connection, operation, last[3] if last else None)
    used, kept = only(
        connection,
        "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), EXISTS (SELECT 1 FROM kept"
        " WHERE kind = 'client' AND id = ? OR kind = 'session' AND id = ?"
        " OR kind = 'platform' AND ? <> 'refine.request')",
        (client, operation.session, kind_of(operation)),
    )
    operation = msgspec.structs.replace(operation, number=(used or 0) + 1)
    body = msgspec.json.encode(operation)
    connection.execute(
        "INSERT INTO outbox (number, id, kind, session, client, entity, state, blob, bytes, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            operation.number,
            operation.id,
            kind_of(operation),
            None if on_client else operation.session,
            client,
            operation.entity,
            State.KEPT.value if kept else State.QUEUED.value,
            blob_of(operation),
            len(body),
            body.decode(),
        ),
    )
    return operation


def _client_of(connection: apsw.Connection, operation: Operation, before: str | None) -> str | None:
    """Return the client whose session `operation` is about: the one it sets, the one `before`, or the one shown."""
    if isinstance(operation, ON_CLIENTS):
        return operation.entity
    if isinstance(operation, SessionPut) and operation.data.client is not msgspec.UNSET:
        return operation.data.client
    if before is not None:
        return before
    row = first(connection, "SELECT client FROM shown WHERE id = ?", (operation.session,))
    return row[0] if row else None


def _rewrite(connection: apsw.Connection, operation: Operation, client: str | None) -> None:
    body = msgspec.json.encode(operation)
    connection.execute(
        "UPDATE outbox SET body = ?, bytes = ?, blob = ?, client = ? WHERE number = ?",
        (body.decode(), len(body), blob_of(operation), client, operation.number),
    )


def kind_of(operation: Operation) -> str:
    """Return the kind of `operation` as the wire names it."""
    return str(operation.__struct_config__.tag)


def renamed_in(operation: Operation, renamed: dict[str, str]) -> Operation:
    """Return `operation` naming the revisions that stayed where it named some that were swallowed."""
    if not renamed:
        return operation
    replace = msgspec.structs.replace
    match operation:
        case SummaryRevise():
            return replace(operation, parents=tuple(renamed.get(parent, parent) for parent in operation.parents))
        case SummaryApprove():
            return replace(operation, entity=renamed.get(operation.entity, operation.entity))
        case RefineRequest() if operation.base is not None:
            return replace(operation, base=renamed.get(operation.base, operation.base))
    return operation


def check(operation: Operation) -> None:
    """Raise Refused if the wire does not carry `operation`, OurFault if it names no session although it must."""
    try:
        operation_of(msgspec.json.encode(operation))
    except UnicodeEncodeError as fault:
        raise Refused("This text holds characters that cannot be saved; remove what was pasted last.") from fault
    except msgspec.ValidationError as fault:
        raise Refused("This is longer than the platform accepts (256 KiB of text); please shorten it.") from fault
    if operation.session is None and not isinstance(operation, ON_CLIENTS):
        raise OurFault("An edit of a session names no session; please report this.")
