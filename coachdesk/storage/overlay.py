"""This file puts the outbox on top of what the platform last said: what a coach sees of one session or client."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import apsw
import msgspec

from coachdesk.domain.clock import iso
from coachdesk.domain.operation import PENDING, State, shown_client, shown_session
from coachdesk.domain.protocol import (
    ClientDelete,
    MessageAdd,
    MessageRow,
    Operation,
    RefineRequest,
    SummaryRevise,
    TranscriptPut,
    TranscriptRow,
)
from coachdesk.domain.session import Client, Role, Session
from coachdesk.domain.summary import Revision
from coachdesk.storage.database import each

COUNTED = "count(*) FILTER (WHERE state IN ({})), count(*) FILTER (WHERE state = '{}')".format(
    ", ".join(f"'{state}'" for state in PENDING), State.PARKED
)
"""What SQL counts of the outbox: operations that are not confirmed, and the refused among them. By columns, since
groups by state would have to be sorted."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A session as it is shown; `pending` counts its unconfirmed operations, `parked` the refused among them."""

    id: str
    session: Session
    client: Client | None
    pending: int
    parked: int


class ShownMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A turn of the chat as shown, `pending` until the platform has it; `at` ISO 8601; `seq` None for own ones."""

    id: str
    role: Role
    content: str
    origin: str
    at: str
    reply_to: str | None
    seq: int | None
    pending: bool


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One operation of the outbox with where it stands."""

    state: State
    seq: int | None
    operation: Operation


class _SessionData(msgspec.Struct):
    data: Session


class _ClientData(msgspec.Struct):
    data: Client


class _RevisionData(msgspec.Struct):
    data: Revision


class _MessageData(msgspec.Struct):
    data: MessageRow


class _TranscriptData(msgspec.Struct):
    data: TranscriptRow


_session = msgspec.json.Decoder(_SessionData)
_client = msgspec.json.Decoder(_ClientData)
_revision = msgspec.json.Decoder(_RevisionData)
_message = msgspec.json.Decoder(_MessageData)
_transcript = msgspec.json.Decoder(_TranscriptData)
_operation: msgspec.json.Decoder[Operation] = msgspec.json.Decoder(Operation)


def operation_of(body: str | bytes) -> Operation:
    """Return the operation that the outbox holds as JSON."""
    return _operation.decode(body)


def among(ids: Iterable[str | None]) -> str:
    """Return ids as the JSON array that `IN (SELECT value FROM json_each(?))` takes."""
    return msgspec.json.encode([one for one in ids if one is not None]).decode()


def entries(connection: apsw.Connection, sessions: Collection[str]) -> dict[str, list[Entry]]:
    """Return the operations of `sessions` in their order, acknowledged ones included, by session."""
    return _entries(connection, sessions, "")


def deciding(connection: apsw.Connection, sessions: Collection[str]) -> dict[str, list[Entry]]:
    """Return those of `entries` that decide what the list shows: of the texts and approvals only the last ones."""
    return _entries(
        connection,
        sessions,
        " AND (kind IN ('session.put', 'session.delete') OR number IN (SELECT max(number) FROM outbox WHERE session IN"
        " (SELECT value FROM json_each(?1)) AND kind IN ('summary.revise', 'summary.approve')"
        " AND reason <> 'branched' GROUP BY session, kind))",
    )


def counts(connection: apsw.Connection, sessions: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return how many operations of each session are not confirmed, and how many of them were refused."""
    found = each(
        connection,
        f"SELECT session, {COUNTED} FROM outbox WHERE session IN (SELECT value FROM json_each(?)) GROUP BY session",
        (among(sessions),),
    )
    return {session: (pending, parked) for session, pending, parked in found}


def _entries(connection: apsw.Connection, sessions: Collection[str], condition: str) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for session, state, seq, body in each(
        connection,
        "SELECT session, state, seq, body FROM outbox WHERE session IN (SELECT value FROM json_each(?1))"
        f"{condition} ORDER BY number",
        (among(sessions),),
    ):
        found[str(session)].append(Entry(State(state), seq, operation_of(body)))
    return found


def shown_sessions(
    connection: apsw.Connection,
    sessions: Collection[str],
    waiting: dict[str, list[Entry]],
    stored: Mapping[tuple[str, str], Any] = MappingProxyType({}),
) -> dict[str, Session]:
    """Return the sessions of `sessions` that are shown, with their `waiting` operations applied.

    `stored` holds rows by kind and id that need not be read.
    """
    found: dict[str, Session | None] = {
        session: stored["session", session] for session in sessions if ("session", session) in stored
    }
    for session, data in each(
        connection,
        "SELECT id, data FROM row WHERE kind = 'session' AND id IN (SELECT value FROM json_each(?))",
        (among(session for session in sessions if session not in found),),
    ):
        found[str(session)] = _session.decode(data).data
    for session, own in waiting.items():
        found[session] = shown_session(found.get(session), (entry.operation for entry in own))
    gone = {
        row[0] for row in each(connection, "SELECT entity FROM outbox WHERE session IS NULL AND kind = 'client.delete'")
    }
    return {
        session: value
        for session in sessions
        if (value := found.get(session)) is not None and (value.client is None or value.client not in gone)
    }


def head_texts(
    connection: apsw.Connection,
    sessions: dict[str, Session],
    waiting: dict[str, list[Entry]],
    stored: Mapping[tuple[str, str], Any] = MappingProxyType({}),
) -> dict[str, str]:
    """Return the text of each session's head, by session; "" where there is none, or it has not arrived yet."""
    texts: dict[str, str] = {}
    by_revision: dict[str, str] = {}
    for session, value in sessions.items():
        if value.head is None:
            continue
        for entry in reversed(waiting.get(session, ())):
            if isinstance(entry.operation, SummaryRevise) and entry.operation.entity == value.head:
                texts[session] = entry.operation.data.text
                break
        else:
            revision = stored.get(("revision", value.head))
            if revision is not None:
                texts[session] = revision.text
            else:
                by_revision[value.head] = session
    if by_revision:
        for revision, data in each(
            connection,
            "SELECT id, data FROM row WHERE kind = 'revision' AND id IN (SELECT value FROM json_each(?))",
            (among(by_revision),),
        ):
            texts[by_revision[str(revision)]] = _revision.decode(data).data.text
    return {session: texts.get(session, "") for session in sessions}


def shown_clients(connection: apsw.Connection, clients: Collection[str]) -> dict[str, Client]:
    """Return the clients of `clients` that are shown."""
    found: dict[str, Client | None] = {}
    wanted = among(clients)
    for client, data in each(
        connection,
        "SELECT id, data FROM row WHERE kind = 'client' AND id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ):
        found[str(client)] = _client.decode(data).data
    for body in each(
        connection,
        "SELECT body FROM outbox WHERE session IS NULL AND entity IN (SELECT value FROM json_each(?)) ORDER BY number",
        (wanted,),
    ):
        operation = operation_of(body[0])
        if operation.entity in found and found[operation.entity] is None and isinstance(operation, ClientDelete):
            continue
        found[operation.entity] = shown_client(found.get(operation.entity), (operation,))
    return {client: value for client, value in found.items() if value is not None}


def one_session(connection: apsw.Connection, session: str) -> Shown | None:
    """Return a session as it is shown, or None."""
    waiting = deciding(connection, (session,))
    value = shown_sessions(connection, (session,), waiting).get(session)
    if value is None:
        return None
    pending, parked = counts(connection, (session,)).get(session, (0, 0))
    return Shown(
        id=session,
        session=value,
        client=shown_clients(connection, (value.client,)).get(value.client) if value.client else None,
        pending=pending,
        parked=parked,
    )


def summary(connection: apsw.Connection, session: str) -> tuple[str | None, str] | None:
    """Return a summary's revision and text as they are shown, (None, "") without one; None where no session is."""
    waiting = deciding(connection, (session,))
    shown = shown_sessions(connection, (session,), waiting)
    if session not in shown:
        return None
    return shown[session].head, head_texts(connection, shown, waiting)[session]


def revisions(connection: apsw.Connection, session: str) -> dict[str, tuple[Revision, int | None]]:
    """Return a session's revisions by id, oldest first, each with its `seq` or None if the platform has it not yet."""
    found: dict[str, tuple[Revision, int | None]] = {}
    for revision, seq, data in each(
        connection, "SELECT id, seq, data FROM row WHERE session = ? AND kind = 'revision' ORDER BY seq", (session,)
    ):
        found[str(revision)] = (_revision.decode(data).data, int(seq))
    for entry in entries(connection, (session,)).get(session, ()):
        operation = entry.operation
        if isinstance(operation, SummaryRevise) and operation.entity not in found:
            revision = Revision(operation.parents, operation.data.origin, _time(operation.at), operation.data.text)
            found[operation.entity] = (revision, entry.seq)
    return found


def messages(connection: apsw.Connection, session: str) -> list[ShownMessage]:
    """Return the chat of a session: what the platform has in its order, then own turns that it does not have yet."""
    found: dict[str, ShownMessage] = {}
    for message, seq, data in each(
        connection, "SELECT id, seq, data FROM row WHERE session = ? AND kind = 'message' ORDER BY seq", (session,)
    ):
        row = _message.decode(data).data
        found[str(message)] = ShownMessage(
            id=str(message),
            role=row.role,
            content=row.content,
            origin=row.origin,
            at=row.at,
            reply_to=row.reply_to,
            seq=int(seq),
            pending=False,
        )
    for entry in entries(connection, (session,)).get(session, ()):
        operation = entry.operation
        if not isinstance(operation, MessageAdd | RefineRequest) or operation.entity in found:
            continue
        added = operation.data if isinstance(operation, MessageAdd) else None
        found[operation.entity] = ShownMessage(
            id=operation.entity,
            role=added.role if added else Role.USER,
            content=operation.data.content,
            origin=added.origin if added else "coach",
            at=_time(operation.at),
            reply_to=added.reply_to if added else None,
            seq=None,
            pending=entry.state in PENDING,
        )
    return list(found.values())


def transcript_row(connection: apsw.Connection, session: str) -> TranscriptRow | None:
    """Return which blob holds the transcript of a session, or None."""
    for entry in reversed(entries(connection, (session,)).get(session, [])):
        if isinstance(entry.operation, TranscriptPut):
            put = entry.operation.data
            return TranscriptRow(blob=put.blob, bytes=put.bytes, lines=put.lines)
    for data in each(connection, "SELECT data FROM row WHERE session = ? AND kind = 'transcript'", (session,)):
        return _transcript.decode(data[0]).data
    return None


def transcript_is_newer(connection: apsw.Connection, session: str, revision: str) -> bool:
    """Return whether the transcript of a session was stored after `revision` of its summary."""
    for entry in reversed(entries(connection, (session,)).get(session, [])):
        if isinstance(entry.operation, TranscriptPut):
            return True
        if isinstance(entry.operation, SummaryRevise):
            return False
    seqs: dict[str, int] = dict(
        each(
            connection,
            "SELECT kind, max(seq) FROM row WHERE session = ? AND (kind = 'transcript' OR kind = 'revision' AND id = ?)"
            " GROUP BY kind",
            (session, revision),
        )
    )
    return bool(seqs.get("transcript", 0) > seqs.get("revision", 1 << 62))


def _time(at: str | int) -> str:
    return at if isinstance(at, str) else iso(at)
