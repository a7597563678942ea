"""This file defines clients, sessions, transcripts and messages, the things a coach works with."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Policy(StrEnum):
    """Which models may see a client's text."""

    NONE = "none"
    LOCAL = "local"
    PLATFORM = "platform"


class Role(StrEnum):
    """Who speaks in the chat."""

    USER = "user"
    ASSISTANT = "assistant"
    SYSTEM = "system"


class Client(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The person coached. `photo` is the SHA-256 of a blob, or None."""

    name: str
    email: str = ""
    photo: str | None = None
    policy: Policy = Policy.PLATFORM

    def __repr__(self) -> str:
        return "Client()"


class Session(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One coaching conversation. `client`, `head` and `approved` are ids; `date` is ISO 8601, a day or a moment."""

    client: str | None = None
    date: str = ""
    minutes: int = 0
    type: str = ""
    participants: tuple[str, ...] = ()
    status: str = "open"
    tags: tuple[str, ...] = ()
    title: str = ""
    head: str | None = None
    approved: str | None = None

    def __repr__(self) -> str:
        return "Session()"


class Line(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One utterance. `start` and `end` are seconds from the beginning of the session, or None where unknown."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None

    def __repr__(self) -> str:
        return "Line()"


class Transcript(msgspec.Struct, frozen=True):
    """What was said in a session, in order. As a blob it is this struct's JSON; its SHA-256 names it."""

    lines: tuple[Line, ...] = ()

    def __repr__(self) -> str:
        return f"Transcript({len(self.lines)} lines)"

    def blob(self) -> bytes:
        """Return the canonical UTF-8 JSON of this transcript."""
        return msgspec.json.encode(self)

    @classmethod
    def from_blob(cls, blob: bytes) -> Transcript:
        """Return the transcript that `blob` holds; raises msgspec.ValidationError or DecodeError."""
        return msgspec.json.decode(blob, type=cls)

    @property
    def words(self) -> int:
        """The number of words spoken."""
        return sum(len(line.text.split()) for line in self.lines)
