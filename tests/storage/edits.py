"""This file makes operations and changes for the tests of the storage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coachdesk.domain.clock import SystemClock, new_id
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientFields,
    ClientPut,
    MessageAdd,
    MessageText,
    RefineRequest,
    RefineText,
    SessionDelete,
    SessionFields,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
    SummaryText,
    TranscriptData,
    TranscriptPut,
)
from coachdesk.domain.session import Role
from coachdesk.storage.replica import Replica

AT = "2026-05-12T09:30:00.000Z"
KEY = bytes(range(32))


class TestClock:
    """A clock that stands until it is moved."""

    __test__ = False

    def __init__(self, wall_ms: int = 1_778_578_200_000) -> None:
        self.wall = wall_ms
        self.forward = 0.0

    def wall_ms(self) -> int:
        return self.wall

    def monotonic(self) -> float:
        return self.forward


def opened(folder: Path, key: bytes = KEY) -> Replica:
    """Open a replica that indexes only when it is told to."""
    return Replica.open(folder, key, TestClock(), index_when_idle=False)


def fresh(prefix: str = "") -> str:
    return prefix + new_id(SystemClock())


def client_put(client: str, **fields: Any) -> ClientPut:
    return ClientPut(id=fresh(), number=1, entity=client, base=0, at=AT, data=ClientFields(**fields))


def client_delete(client: str) -> ClientDelete:
    return ClientDelete(id=fresh(), number=1, entity=client, base=0, at=AT)


def session_put(session: str, **fields: Any) -> SessionPut:
    return SessionPut(
        id=fresh(), number=1, session=session, entity=session, base=0, at=AT, data=SessionFields(**fields)
    )


def session_delete(session: str) -> SessionDelete:
    return SessionDelete(id=fresh(), number=1, session=session, entity=session, base=0, at=AT)


def revise(
    session: str, text: str, parents: Sequence[str] = (), *, origin: str = "coach", revision: str | None = None
) -> SummaryRevise:
    return SummaryRevise(
        id=fresh(),
        number=1,
        session=session,
        entity=revision or fresh(),
        parents=tuple(parents),
        at=AT,
        data=SummaryText(text=text, origin=origin),
    )


def approve(session: str, revision: str) -> SummaryApprove:
    return SummaryApprove(id=fresh(), number=1, session=session, entity=revision, at=AT)


def say(session: str, content: str, role: Role = Role.USER) -> MessageAdd:
    data = MessageText(role=role, content=content, origin="coach")
    return MessageAdd(id=fresh(), number=1, session=session, entity=fresh(), at=AT, data=data)


def ask(session: str, content: str, base: str | None = None) -> RefineRequest:
    id_ = fresh()
    return RefineRequest(
        id=id_, number=1, session=session, entity=id_, base=base, at=AT, data=RefineText(content=content)
    )


def transcript_put(session: str, sha: str) -> TranscriptPut:
    data = TranscriptData(blob=sha, bytes=3, lines=1)
    return TranscriptPut(id=fresh(), number=1, session=session, entity=session, base=0, at=AT, data=data)


def change(
    seq: int, kind: str, id: str, session: str | None, data: dict[str, Any] | None, version: int = 1
) -> dict[str, Any]:
    """Return a change as it comes over the wire."""
    return {"seq": seq, "kind": kind, "id": id, "session": session, "version": version, "data": data}


def session_data(**fields: Any) -> dict[str, Any]:
    full: dict[str, Any] = {
        "client": None,
        "date": "2026-05-12",
        "minutes": 50,
        "type": "",
        "participants": [],
        "status": "open",
        "tags": [],
        "title": "",
        "head": None,
        "approved": None,
    }
    return full | fields


def revision_data(text: str, parents: Sequence[str] = (), origin: str = "platform") -> dict[str, Any]:
    return {"parents": list(parents), "origin": origin, "at": AT, "text": text}


def text_of(replica: Replica, session: str) -> str:
    """Return the text of a summary as it is shown, "" without one."""
    found = replica.summary(session)
    return found[1] if found else ""
