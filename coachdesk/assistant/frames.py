"""This file defines the frames that go between CoachDesk and its model process.

A frame is a length (4 bytes, big endian) and that many bytes of MessagePack, a tagged struct. What CoachDesk sends is
an `Order`, what comes back a `Report`. `id` names the request that an order or a report belongs to; ids only grow. No
struct shows texts in its repr.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

import msgspec

from coachdesk.assistant.engine import Turn

_LENGTH = struct.Struct(">I")


class _Frame(msgspec.Struct, frozen=True, tag_field="kind", array_like=True):
    """The base of all frames; its repr names the kind only."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Load(_Frame, frozen=True, tag="load"):
    """Load a model, once. `family` names a prompt format ("" finds it); `memory` is a limit in bytes, 0 for none."""

    path: str
    family: str
    context: int
    threads: int
    memory: int


class Generate(_Frame, frozen=True, tag="generate"):
    """Continue a conversation; with `max_tokens` 0 only its turns are read, and their state kept."""

    id: int
    turns: tuple[Turn, ...]
    max_tokens: int
    grammar: str | None
    temperature: float
    seed: int


class Count(_Frame, frozen=True, tag="count"):
    """Count the tokens of a text; answered at once, even in the middle of a generation."""

    id: int
    text: str


class Stop(_Frame, frozen=True, tag="stop"):
    """Stop a generation, wherever it is."""

    id: int


class Save(_Frame, frozen=True, tag="save"):
    """Send what the model remembers of the last prompt."""

    id: int


class Restore(_Frame, frozen=True, tag="restore"):
    """Take up what a `State` held."""

    id: int
    state: bytes


class Hello(_Frame, frozen=True, tag="hello"):
    """The process runs; beats follow while it works."""


class Beat(_Frame, frozen=True, tag="beat"):
    """The process lives and is at work; `steps` grows with every piece of work done."""

    steps: int


class Ready(_Frame, frozen=True, tag="ready"):
    """The model is loaded. `build` names the llama.cpp; `context` is in tokens."""

    context: int
    build: str
    family: str


class Piece(_Frame, frozen=True, tag="piece"):
    """More of the answer; whole characters only."""

    id: int
    text: str


class Done(_Frame, frozen=True, tag="done"):
    """A request has ended. Of `prompt` tokens `reused` were remembered; `tokens` were generated."""

    id: int
    prompt: int = 0
    reused: int = 0
    tokens: int = 0


class Counted(_Frame, frozen=True, tag="counted"):
    """The answer to a `Count`."""

    id: int
    tokens: int


class State(_Frame, frozen=True, tag="state"):
    """What the model remembers; empty when it remembers nothing."""

    id: int
    state: bytes


class Failed(_Frame, frozen=True, tag="failed"):
    """A request failed, or (id 0) the load did. `code`: load, format, full, grammar, decode. `numbers` belong to it."""

    id: int
    code: str
    numbers: tuple[int, ...] = ()


Order = Load | Generate | Count | Stop | Save | Restore
Report = Hello | Beat | Ready | Piece | Done | Counted | State | Failed

_orders: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)
_reports: msgspec.msgpack.Decoder[Report] = msgspec.msgpack.Decoder(Report)


def framed(message: Order | Report) -> bytes:
    """Return `message` as a frame."""
    body = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(body)) + body


def _read(stream: BinaryIO) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def read_order(stream: BinaryIO) -> Order | None:
    """Return the next order, or None at the end of `stream`; raises msgspec.DecodeError for anything else."""
    body = _read(stream)
    return None if body is None else _orders.decode(body)


def read_report(stream: BinaryIO) -> Report | None:
    """Return the next report, or None at the end of `stream`; raises msgspec.DecodeError for anything else."""
    body = _read(stream)
    return None if body is None else _reports.decode(body)
