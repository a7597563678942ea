"""This file puts what waits to be sent into words: what each edit does, whose session it is in, why it was refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coachdesk.desk.views import OutboxRow
from coachdesk.domain import protocol
from coachdesk.domain.operation import State, fields
from coachdesk.domain.session import Role
from coachdesk.errors import NotFound
from coachdesk.storage.outbox import Outbox, Waiting
from coachdesk.storage.replica import Replica

_WORDS_SHOWN = 60
CLIENT_WORDS = {"name": "name", "email": "e-mail address", "photo": "photo", "policy": "AI policy"}
SESSION_WORDS = {
    "client": "client",
    "date": "date",
    "title": "title",
    "minutes": "length",
    "type": "type",
    "participants": "participants",
    "status": "status",
    "tags": "tags",
}


class OutboxInWords:
    """The outbox of one replica as a coach reads it."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def rows(self, most: int) -> tuple[OutboxRow, ...]:
        """Return what waits, in its order, at most `most` edits (-1: all)."""
        return tuple(map(self._row, self._replica.outbox.list(most)))

    def _row(self, waiting: Waiting) -> OutboxRow:
        operation, title = waiting.operation, waiting.title
        if title is None:  # a client's, or of a session that was deleted; then the words tell which it was
            title = _first_words(self._written(operation)) if operation.session else self._client(operation.entity)
        return OutboxRow(
            id=operation.id,
            number=operation.number,
            kind=str(operation.__struct_config__.tag),
            session=operation.session,
            session_title=title,
            what=_in_words(waiting),
            state=waiting.state,
            reason=protocol.REASONS.get(waiting.reason, waiting.reason),
            at=str(operation.at),
        )

    def text(self, id: str) -> str:
        """Return what the coach wrote in an edit that waits: a text, a message, or the values that were entered."""
        waiting = self._replica.outbox.get(id)
        if waiting is None:
            raise NotFound("This edit does not wait any more.")
        return self._written(waiting.operation)

    def _written(self, operation: protocol.Operation) -> str:
        match operation:
            case protocol.SummaryRevise(data=data):
                return data.text
            case protocol.MessageAdd(data=data) | protocol.RefineRequest(data=data):
                return data.content
            case protocol.ClientPut(data=data) | protocol.SessionPut(data=data):
                values = (self._value(name, value) for name, value in fields(data).items() if name != "photo")
                return "\n".join(filter(None, values))
            case _:
                return ""

    def _value(self, name: str, value: Any) -> str:  # a field of the wire holds a text, a number or several texts
        if name == "client":
            return self._client(value)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def _client(self, id: str | None) -> str:
        client = self._replica.client(id) if id else None
        return client.name if client else ""


def refusal(outbox: Outbox, id: str) -> str:
    """Return why the edit `id` is parked, in words; "" unless it is."""
    waiting = outbox.get(id)
    if waiting is None or waiting.state is not State.PARKED:
        return ""
    return protocol.REASONS.get(waiting.reason, waiting.reason)


def _first_words(text: str) -> str:
    """Return the beginning of the first line of a text that is no heading, in quotation marks."""
    line = next((line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    return f"“{line[:_WORDS_SHOWN]}{' …' if len(line) > _WORDS_SHOWN else ''}”" if line else ""


_WORDS = {
    protocol.ClientDelete: "Client deleted with all sessions",
    protocol.SessionDelete: "Session deleted",
    protocol.SummaryApprove: "Summary approved",
    protocol.RefineRequest: "Question to the platform",
}


def _in_words(waiting: Waiting) -> str:
    """Return what an edit does, without what the coach wrote."""
    match waiting.operation:
        case protocol.ClientPut(data=data):
            return "New client" if waiting.new else _changed([CLIENT_WORDS[name] for name in fields(data)])
        case protocol.SessionPut(data=data):
            return "New session" if waiting.new else _changed([SESSION_WORDS[name] for name in fields(data)])
        case protocol.TranscriptPut(data=data):
            return "Transcript of one line" if data.lines == 1 else f"Transcript of {data.lines} lines"
        case protocol.SummaryRevise(data=data):
            return "Summary edited by you" if data.origin == "coach" else "Summary edited by the model on this laptop"
        case protocol.MessageAdd(data=data):
            return "Your message in the chat" if data.role is Role.USER else "Reply in the chat"
        case operation:
            return _WORDS[type(operation)]


def _changed(names: Sequence[str]) -> str:
    """Return which fields were changed, as a person says it."""
    match names:
        case []:
            return "Nothing changed any more"
        case [one]:
            return f"Changed: {one}"
        case [one, other]:
            return f"Changed: {one} and {other}"
        case [one, other, third]:
            return f"Changed: {one}, {other} and {third}"
        case _:
            return f"Changed: {names[0]}, {names[1]} and {len(names) - 2} more"
