"""This file says what an operation does to what the coach sees, and what may happen to it while it waits.

What the window shows is the platform's last state with the outbox applied on top. Applying is pure: it takes the
operations that are not yet part of the platform's state, in their order, and returns what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import UNSET, Struct

from coachdesk.domain.protocol import (
    ClientDelete,
    ClientFields,
    ClientPut,
    MessageAdd,
    Operation,
    RefineRequest,
    SessionDelete,
    SessionFields,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
    TranscriptPut,
)
from coachdesk.domain.session import Client, Session

ON_CLIENTS = (ClientPut, ClientDelete)
ON_SUMMARY = (SummaryRevise, SummaryApprove)
ON_CHAT = (MessageAdd, RefineRequest)


class State(StrEnum):
    """Where an operation stands.

    queued        stored, never sent
    sent          sent at least once, perhaps applied; it is sent again with the same id until it is answered
    acknowledged  answered with `seq`; shown on top until the pull that reaches `seq`
    parked        refused by the platform; it waits for the coach, and holds its session's later operations
    kept          belongs to a client or session that is kept on this laptop: not sent, not pending
    """

    QUEUED = "queued"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    PARKED = "parked"
    KEPT = "kept"


PENDING = (State.QUEUED, State.SENT, State.PARKED)
"""The states in which the platform has not confirmed the operation although it should one day."""


def fields(data: Struct) -> dict[str, Any]:
    """Return the fields that are set in `data`, by their Python names."""
    return {name: value for name in data.__struct_fields__ if (value := getattr(data, name)) is not UNSET}


def shown_client(client: Client | None, operations: Iterable[Operation]) -> Client | None:
    """Return `client` with `operations` applied; None once it is deleted or never was."""
    for operation in operations:
        if isinstance(operation, ClientDelete):
            client = None
        elif isinstance(operation, ClientPut):
            client = msgspec.structs.replace(client or Client(name=""), **fields(operation.data))
    return client


def shown_session(session: Session | None, operations: Iterable[Operation]) -> Session | None:
    """Return `session` with `operations` applied; its `head` is the last own revision, else the platform's."""
    for operation in operations:
        match operation:
            case SessionDelete():
                session = None
            case SessionPut():
                session = msgspec.structs.replace(session or Session(), **fields(operation.data))
            case SummaryRevise() if session is not None:
                session = msgspec.structs.replace(session, head=operation.entity)
            case SummaryApprove() if session is not None:
                session = msgspec.structs.replace(session, approved=operation.entity)
            case _:
                pass
    return session


def blob_of(operation: Operation) -> str | None:
    """Return the SHA-256 of the file that has to be on the platform before `operation`, or None."""
    match operation:
        case TranscriptPut():
            return operation.data.blob
        case ClientPut() if isinstance(operation.data.photo, str):
            return operation.data.photo
    return None


def question(request: RefineRequest) -> str:
    """Return what is asked, in one text, for a platform that has no field for the part of the summary it is about."""
    selection = request.data.selection
    return f"{request.data.content}\n\n“{selection}”" if selection else request.data.content


def coalesced(earlier: Operation, later: Operation) -> Operation | None:
    """Return one operation that does what both do, or None where they have to stay two.

    The result keeps the earlier id, number, base and parents, so only an operation that was never sent may be
    replaced by it. Fields of the same client or session are united; of two texts of one summary the later one stays,
    where it directly follows the earlier and has its origin. The replaced revision's id is gone: the caller names the
    earlier one from now on.
    """
    replace = msgspec.structs.replace
    match earlier, later:
        case (ClientPut(entity=one), ClientPut(entity=other)) if one == other:
            return replace(earlier, data=ClientFields(**fields(earlier.data) | fields(later.data)), at=later.at)
        case (SessionPut(entity=one), SessionPut(entity=other)) if one == other:
            return replace(earlier, data=SessionFields(**fields(earlier.data) | fields(later.data)), at=later.at)
        case (SummaryRevise(), SummaryRevise()):
            follows = later.parents == (earlier.entity,) and later.data.origin == earlier.data.origin == "coach"
            return replace(earlier, data=later.data, at=later.at) if follows else None
        case (TranscriptPut(), TranscriptPut()):
            return replace(earlier, data=later.data, at=later.at)
    return None
