"""This file is a platform in memory: it applies an operation once, keeps the order of effects, and serves pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from coachdesk.domain.operation import fields
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientPut,
    MessageAdd,
    Operation,
    RefineRequest,
    Result,
    SessionDelete,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
    TranscriptPut,
    canonical,
    digest_hex,
    row_hash,
)
from tests.storage.edits import change, revision_data, session_data


class Platform:
    """What the server does with operations, as simply as it can be said; `effects` lists what was done, in order."""

    def __init__(self) -> None:
        self.seq = 0
        self.rows: dict[tuple[str, str], dict[str, Any]] = {}
        self.answers: dict[str, Result] = {}
        self.effects: list[Operation] = []
        self.refuses: Callable[[Operation], bool] = lambda _: False

    def push(self, operations: Sequence[Operation]) -> list[Result]:
        """Apply a batch and return its results; what stands behind a refused one of its session is skipped."""
        stuck: set[str | None] = set()
        results = []
        for operation in operations:
            key = operation.session
            if operation.id in self.answers:
                results.append(self.answers[operation.id])
            elif key in stuck:
                results.append(Result(id=operation.id, status="skipped", reason="held"))
            elif self.refuses(operation) or (reason := self._unknown(operation)):
                reason = "policy" if self.refuses(operation) else reason
                results.append(Result(id=operation.id, status="rejected", reason=reason))
                stuck.add(key) if key is not None else None
            else:
                self.effects.append(operation)
                status = self._apply(operation)
                answer = Result(id=operation.id, status=status, seq=self.seq)  # type: ignore[arg-type]
                self.answers[operation.id] = answer
                results.append(answer)
        return results

    def page(self, cursor: int, limit: int) -> tuple[list[dict[str, Any]], int, bool]:
        """Return the changes after `cursor`, at most `limit`, where the next page begins, and whether there is one."""
        newer = sorted((row for row in self.rows.values() if row["seq"] > cursor), key=lambda row: int(row["seq"]))
        part = newer[:limit]
        more = len(newer) > limit
        return part, part[-1]["seq"] if more else self.seq, more

    def digest(self) -> tuple[dict[str, int], str]:
        """Return counts and hash as the protocol says, computed from all rows."""
        counts: dict[str, int] = defaultdict(int)
        total = 0
        for (kind, _), row in self.rows.items():
            if row["data"] is not None:
                counts[kind] += 1
                total += row_hash(canonical(row))
        return dict(counts), digest_hex(total)

    def put(self, kind: str, id: str, session: str | None, data: dict[str, Any] | None) -> None:
        """Store one row under the next seq."""
        self.seq += 1
        version = self.rows[kind, id]["version"] + 1 if (kind, id) in self.rows else 1
        self.rows[kind, id] = change(self.seq, kind, id, session, data, version)

    def _data(self, kind: str, id: str) -> dict[str, Any] | None:
        row = self.rows.get((kind, id))
        return row["data"] if row else None

    def _unknown(self, operation: Operation) -> str | None:
        if isinstance(operation, SessionPut | ClientPut):
            return None
        if isinstance(operation, ClientDelete):
            return None if self._data("client", operation.entity) else "not-found"
        return None if self._data("session", str(operation.session)) else "not-found"

    def _apply(self, operation: Operation) -> str:
        session = operation.session
        match operation:
            case ClientPut():
                before = self._data("client", operation.entity) or {"name": "", "email": "", "photo": None}
                before.setdefault("policy", "platform")
                self.put("client", operation.entity, None, before | msgspec.to_builtins(fields(operation.data)))
            case ClientDelete():
                self.put("client", operation.entity, None, None)
            case SessionPut():
                before = self._data("session", operation.entity) or session_data(date="", minutes=0)
                changed = msgspec.to_builtins(fields(operation.data))
                self.put("session", operation.entity, operation.entity, before | changed)
            case SessionDelete():
                for kind, id in [key for key, row in self.rows.items() if row["session"] == session]:
                    if kind != "session":
                        del self.rows[kind, id]
                self.put("session", operation.entity, operation.entity, None)
            case TranscriptPut():
                self.put("transcript", operation.entity, session, msgspec.to_builtins(operation.data))
            case SummaryRevise():
                return self._revise(operation)
            case SummaryApprove():
                data = self._data("session", str(session)) or {}
                self.put("session", str(session), session, data | {"approved": operation.entity})
            case MessageAdd():
                said = operation.data
                self._say(operation, {"role": said.role.value, "content": said.content, "origin": said.origin})
            case RefineRequest():
                self._say(operation, {"role": "user", "content": operation.data.content, "origin": "coach"})
        return "applied"

    def _say(self, operation: Operation, data: dict[str, Any]) -> None:
        self.put("message", operation.entity, operation.session, data | {"at": operation.at, "replyTo": None})

    def _revise(self, operation: SummaryRevise) -> str:
        session = str(operation.session)
        data = self._data("session", session) or {}
        text = revision_data(operation.data.text, operation.parents, operation.data.origin)
        self.put("revision", operation.entity, session, text)
        if data["head"] not in (None, *operation.parents):
            return "branched"
        self.put("session", session, session, data | {"head": operation.entity})
        return "applied"
