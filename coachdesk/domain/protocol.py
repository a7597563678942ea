"""This file is the wire: every event, operation, change and answer between CoachDesk and a platform, written once.

Socket.IO events carry these structs as JSON. What the server receives is decoded strictly: an unknown key or a wrong
type is refused (`decode`). What the client receives is decoded tolerantly (`receive`): unknown keys are ignored, ids
may be integers, times may be milliseconds; wrong types are refused there too. Times we send are ISO 8601 in UTC.

    from the client   refine, stop, sync-pull, sync-push, sync-digest
    from the server   message, message-delta, typing, summary-update, error, sync-changed, and the acknowledgements
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from coachdesk.domain.clock import iso, wall_ms_of
from coachdesk.domain.session import Client, Policy, Role, Session
from coachdesk.domain.summary import Revision

PROTOCOL = 1
TEXT_BYTES = 256 * 1024
"""The longest text of a summary or message, in bytes of UTF-8."""
FRAME_AIM = 128 * 1024
"""The size in bytes that our frames aim at."""
FRAME_MOST = 2 * 1024 * 1024
"""The size in bytes that our frames never pass."""
FRAME_ACCEPTED = 4 * 1024 * 1024
"""The largest frame that the client accepts, in bytes."""
BLOB_BYTES = 50 * 1024 * 1024
"""The largest blob in bytes."""
PAGE = 500
"""The most changes that one sync-pull brings; whoever asks for more gets so many, and `more`."""
BATCH = 500
"""The most operations that we put into one sync-push."""
BATCH_ACCEPTED = 10_000
"""The most operations that the server takes in one sync-push."""

REFINE = "refine"
STOP = "stop"
MESSAGE = "message"
MESSAGE_DELTA = "message-delta"
TYPING = "typing"
SUMMARY_UPDATE = "summary-update"
ERROR = "error"
SYNC_PULL = "sync-pull"
SYNC_PUSH = "sync-push"
SYNC_CHANGED = "sync-changed"
SYNC_DIGEST = "sync-digest"

_OF_TEXT = 6 * TEXT_BYTES + 16 * 1024
EVENT_MOST: Mapping[str, int] = {
    MESSAGE: _OF_TEXT,
    SUMMARY_UPDATE: _OF_TEXT,
    MESSAGE_DELTA: _OF_TEXT,
    TYPING: 4 * 1024,
    ERROR: 16 * 1024,
    SYNC_CHANGED: 1024,
}
"""How many characters the client reads of an event of each kind, as it came; JSON may write a byte in six."""

Id = Annotated[str, Meta(min_length=1, max_length=128, pattern="^[^\\x00]*$")]
_Named = Annotated[str, Meta(min_length=1, max_length=128)]
"""An `Id` of what comes by the thousand: `_refuse_nul` looks for NUL there, since msgspec asks Python's `re` for each
pattern, and that took as long as all the rest of reading an operation."""
Text = Annotated[str, Meta(max_length=TEXT_BYTES)]
Short = Annotated[str, Meta(max_length=1000)]
Count = Annotated[int, Meta(ge=0, le=2**53)]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Words = Annotated[tuple[Short, ...], Meta(max_length=200)]


def _without_text(value: Struct) -> str:
    """Return a representation that says which struct it is, and nothing that a coach or client said."""
    named = [f"{name}={getattr(value, name)!r}" for name in ("id", "number", "seq") if hasattr(value, name)]
    return f"{type(value).__name__}({', '.join(named)})"


def _refuse_nul(ids: str) -> None:
    """Raise ValueError, for which msgspec refuses the whole, if `ids` hold a NUL: Postgres has none in texts."""
    if "\0" in ids:
        raise ValueError("an id holds a NUL")


class _Strict(Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True, rename="camel"):
    """What the server receives. Without cycles, thousands of them are nothing for the collector to look through."""

    def __repr__(self) -> str:
        return _without_text(self)


class _Tolerant(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, rename="camel"):
    """What the client receives; see above."""

    def __repr__(self) -> str:
        return _without_text(self)


# The operations.


class ClientFields(_Strict, frozen=True, kw_only=True, omit_defaults=True):
    """The changed fields of a client."""

    name: Short | UnsetType = UNSET
    email: Short | UnsetType = UNSET
    photo: Sha256 | None | UnsetType = UNSET
    policy: Policy | UnsetType = UNSET


class SessionFields(_Strict, frozen=True, kw_only=True, omit_defaults=True):
    """The changed fields of a session."""

    client: Id | None | UnsetType = UNSET
    date: Short | UnsetType = UNSET
    minutes: Annotated[int, Meta(ge=0, le=100_000)] | UnsetType = UNSET
    type: Short | UnsetType = UNSET
    participants: Words | UnsetType = UNSET
    status: Short | UnsetType = UNSET
    tags: Words | UnsetType = UNSET
    title: Short | UnsetType = UNSET


class TranscriptData(_Strict, frozen=True, kw_only=True):
    """A transcript's blob by its SHA-256, with its size in bytes and its number of lines."""

    blob: Sha256
    bytes: Count
    lines: Count


class SummaryText(_Strict, frozen=True, kw_only=True):
    """The text of a new revision; `origin` is "coach" or "local:<model>"."""

    text: Text
    origin: Short


class Nothing(_Strict, frozen=True, kw_only=True):
    """No data."""


class MessageText(_Strict, frozen=True, kw_only=True):
    """A turn of the chat that was answered on the laptop."""

    role: Role
    content: Text
    origin: Short
    reply_to: Id | None = None


class RefineText(_Strict, frozen=True, kw_only=True):
    """What the platform is asked; `selection` is the part of the summary that it is about, or None for all."""

    content: Text
    selection: Text | None = None


class _Operation(_Strict, frozen=True, kw_only=True, tag_field="kind"):
    """One intended change. `number` counts on the device from 1; `at` is ISO 8601 or ms."""

    id: _Named
    number: Annotated[int, Meta(ge=1)]
    session: _Named | None = None
    entity: _Named
    parents: tuple[_Named, ...] = ()
    at: str | int

    def __post_init__(self) -> None:
        _refuse_nul("".join((self.id, self.session or "", self.entity, *self.parents)))


class _OnCursor(_Operation, frozen=True, kw_only=True):
    """An operation whose `base` is the cursor at which the device saw the entity."""

    base: Count | None = None


class _OnNothing(_Operation, frozen=True, kw_only=True):
    """An operation that has no base."""

    base: None = None


class ClientPut(_OnCursor, frozen=True, kw_only=True, tag="client.put"):
    data: ClientFields


class ClientDelete(_OnCursor, frozen=True, kw_only=True, tag="client.delete"):
    data: Nothing = Nothing()


class SessionPut(_OnCursor, frozen=True, kw_only=True, tag="session.put"):
    data: SessionFields


class SessionDelete(_OnCursor, frozen=True, kw_only=True, tag="session.delete"):
    data: Nothing = Nothing()


class TranscriptPut(_OnCursor, frozen=True, kw_only=True, tag="transcript.put"):
    data: TranscriptData


class SummaryRevise(_OnNothing, frozen=True, kw_only=True, tag="summary.revise"):
    data: SummaryText


class SummaryApprove(_OnNothing, frozen=True, kw_only=True, tag="summary.approve"):
    data: Nothing = Nothing()


class MessageAdd(_OnNothing, frozen=True, kw_only=True, tag="message.add"):
    data: MessageText


class RefineRequest(_Operation, frozen=True, kw_only=True, tag="refine.request"):
    base: Id | None = None
    data: RefineText


Operation = (
    ClientPut
    | ClientDelete
    | SessionPut
    | SessionDelete
    | TranscriptPut
    | SummaryRevise
    | SummaryApprove
    | MessageAdd
    | RefineRequest
)


# Events and requests from the client.


class Refine(_Strict, frozen=True, kw_only=True, omit_defaults=True):
    """A question to the platform, as the seed's web client asks it; the last three fields are ours."""

    session_id: Id
    content: Annotated[str, Meta(min_length=1, max_length=TEXT_BYTES)]
    timestamp: str | int
    id: Id | None = None
    base: Id | None = None
    selection: Text | None = None


class Stop(_Strict, frozen=True, kw_only=True):
    """Stop the reply to the user message `id`."""

    session_id: Id
    id: Id


class SyncPull(_Strict, frozen=True, kw_only=True):
    """Ask for at most `limit` changes after `cursor` (0: from the beginning)."""

    cursor: Count
    limit: Annotated[int, Meta(ge=1, le=2**53)]


class SyncPush(_Strict, frozen=True, kw_only=True):
    """A batch of operations, each still to be decoded by itself."""

    operations: Annotated[tuple[Any, ...], Meta(max_length=BATCH_ACCEPTED)]


class SyncDigest(_Strict, frozen=True, kw_only=True):
    """Ask for the digest of all that the coach has."""


class ConnectAuth(_Strict, frozen=True, kw_only=True):
    """What `connect` carries: a web client gives only the token. `protocol` is PROTOCOL, or absent."""

    token: str
    device: Id | None = None
    protocol: int | None = None


# Events and answers from the server.


class Message(_Tolerant, frozen=True, kw_only=True):
    """One turn of the chat."""

    id: Id
    content: Text
    role: Role
    timestamp: str
    session_id: Id | None = None
    reply_to: Id | None = None
    origin: str | None = None
    seq: Count | None = None


class MessageDelta(_Tolerant, frozen=True, kw_only=True):
    """A piece of the reply `id` to the message `reply_to`; `index` counts from 0."""

    session_id: Id
    id: Id
    reply_to: Id
    index: Count
    delta: Text


class Typing(_Tolerant, frozen=True, kw_only=True):
    """Whether the platform is writing a reply."""

    is_typing: bool
    session_id: Id | None = None
    reply_to: Id | None = None


class SummaryUpdate(_Tolerant, frozen=True, kw_only=True):
    """The text of the summary's head after a reply."""

    summary: Text
    session_id: Id | None = None
    revision: Id | None = None
    parents: tuple[Id, ...] | None = None
    origin: str | None = None
    reply_to: Id | None = None
    seq: Count | None = None


class Error(_Tolerant, frozen=True, kw_only=True):
    """What went wrong, as a code and one sentence."""

    code: Short
    message: Short
    session_id: Id | None = None
    reply_to: Id | None = None


class SyncChanged(_Tolerant, frozen=True, kw_only=True):
    """There are changes up to `seq`: pull when you can."""

    seq: Count


class MessageRow(_Tolerant, frozen=True, kw_only=True):
    """A turn of the chat as it is stored; `at` ISO 8601."""

    role: Role
    content: str
    origin: str
    at: str
    reply_to: Id | None = None


class TranscriptRow(_Tolerant, frozen=True, kw_only=True):
    """Which blob holds a session's transcript."""

    blob: Sha256
    bytes: Count
    lines: Count


class _Change(_Tolerant, frozen=True, kw_only=True, tag_field="kind", omit_defaults=False):
    """The latest state of one entity. `version` counts its changes from 1; `data` is None where it was deleted."""

    seq: Count
    id: _Named
    session: _Named | None = None
    version: Annotated[int, Meta(ge=1)]

    def __post_init__(self) -> None:
        _refuse_nul(self.id + (self.session or ""))


class ClientChange(_Change, frozen=True, kw_only=True, tag="client", omit_defaults=False):
    data: Client | None = None


class SessionChange(_Change, frozen=True, kw_only=True, tag="session", omit_defaults=False):
    data: Session | None = None


class TranscriptChange(_Change, frozen=True, kw_only=True, tag="transcript", omit_defaults=False):
    data: TranscriptRow | None = None


class RevisionChange(_Change, frozen=True, kw_only=True, tag="revision", omit_defaults=False):
    data: Revision | None = None


class MessageChange(_Change, frozen=True, kw_only=True, tag="message", omit_defaults=False):
    data: MessageRow | None = None


Change = ClientChange | SessionChange | TranscriptChange | RevisionChange | MessageChange


class PullReply(_Tolerant, frozen=True, kw_only=True):
    """A page of changes, each still to be decoded by itself; `cursor` is where the next one begins."""

    changes: tuple[msgspec.Raw, ...]
    cursor: Count
    more: bool


Status = Literal["applied", "merged", "branched", "rejected", "skipped"]


class Result(_Tolerant, frozen=True, kw_only=True, omit_defaults=False):
    """The answer to one operation. `reason` is a code (see `REASONS`); `seq` is there once it was applied."""

    id: str
    status: Status
    seq: Count | None = None
    reason: str | None = None


REASONS: Mapping[str, str] = {
    "invalid": "The platform could not read this edit.",
    "gone": "The session was deleted on another device.",
    "changed": "Another device changed this in the meantime.",
    "not-found": "The platform does not know what this edit is about.",
    "policy": "The client's AI policy does not allow this.",
    "organisation": "Your organisation does not let the platform's model see clients' texts. Ask this laptop instead.",
    "too-large": "The text is longer than the platform accepts.",
    "blob": "The platform does not have the file that this edit names.",
    "too-many": "You asked more at once than the platform answers. Wait a minute, then retry.",
    "unanswered": "The platform did not answer before the line dropped. Look at the chat before you ask it again.",
    "held": "An earlier edit of this session has to be settled first.",
}
"""Why an operation was refused, in words for the coach. `held` goes with `skipped`, all others with `rejected`; a
platform says all but `organisation` and `unanswered`: the client notes these, the latter where a platform knows only
the seed's events."""


class PushReply(_Tolerant, frozen=True, kw_only=True):
    """One result for each operation of a batch, in its order."""

    results: tuple[Result, ...]


class DigestReply(_Tolerant, frozen=True, kw_only=True):
    """What the server holds for the coach at `seq`: rows by kind, and the sum of their hashes as 64 hex digits."""

    seq: Count
    counts: dict[str, int]
    hash: Sha256


class RefineReply(_Tolerant, frozen=True, kw_only=True, omit_defaults=False):
    """`refine` was accepted; `id` is that of the user's message."""

    id: Id
    ok: bool = True


class Failure(_Tolerant, frozen=True, kw_only=True, omit_defaults=False):
    """A request was not carried out: a code and one sentence. All but `auth` may be tried again."""

    code: str
    message: str
    ok: bool = False


T = TypeVar("T")

_ID_KEYS = ("id", "sessionId", "replyTo", "revision", "session")


def decode(payload: object, form: type[T]) -> T:
    """Return what the server received as a `form`.

    Raises msgspec.ValidationError for unknown keys, wrong types, and texts that are not UTF-8 (lone surrogates) or JSON
    (NaN).
    """
    converted = _converted(payload, form)
    _refuse_what_json_cannot_say(payload)
    return converted


def receive(payload: object, form: type[T]) -> T:
    """Return what the client received as a `form`: ids may be integers, times milliseconds, unknown keys are ignored.

    Raises msgspec.ValidationError for anything else.
    """
    if isinstance(payload, dict):
        payload = dict(payload)
        for key in _ID_KEYS:
            value = payload.get(key)
            if isinstance(value, int) and not isinstance(value, bool):
                payload[key] = str(value)
        moment = payload.get("timestamp")
        if moment is not None and not isinstance(moment, bool):
            try:
                payload["timestamp"] = iso(wall_ms_of(moment))
            except (ValueError, TypeError, OverflowError, OSError) as fault:
                raise msgspec.ValidationError("a time is neither ISO 8601 nor milliseconds") from fault
    converted = _converted(payload, form)
    _refuse_what_json_cannot_say(payload)
    return converted


class _Verdict(Struct):
    ok: bool = True


def answer(body: bytes, form: type[T]) -> T | Failure:
    """Return the acknowledgement that the client received as JSON: a `form`, or why the request was not carried out.

    Unknown keys are ignored. Raises msgspec.DecodeError for anything else.
    """
    try:
        return msgspec.json.decode(body, type=form)
    except msgspec.ValidationError:  # a failure has none of the fields; to look for one first is to read a page twice
        if msgspec.json.decode(body, type=_Verdict).ok:
            raise
        return msgspec.json.decode(body, type=Failure)


def _converted(payload: object, form: type[T]) -> T:
    try:
        return msgspec.convert(payload, form)
    except UnicodeEncodeError as fault:
        raise msgspec.ValidationError("a text is not valid Unicode") from fault


def _refuse_what_json_cannot_say(value: object) -> None:
    """Raise msgspec.ValidationError for lone surrogates, NaN and infinities anywhere in `value`."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, str):
            if not current.isascii():
                try:
                    current.encode()
                except UnicodeEncodeError as fault:
                    raise msgspec.ValidationError("a text is not valid Unicode") from fault
        elif isinstance(current, float):
            if not math.isfinite(current):
                raise msgspec.ValidationError("a number is not finite")
        elif isinstance(current, Mapping):
            waiting += [*current.keys(), *current.values()]
        elif isinstance(current, list | tuple):
            waiting += current


def builtins(message: Struct) -> dict[str, Any]:
    """Return a struct as the dicts, lists and strings that Socket.IO sends."""
    plain: dict[str, Any] = msgspec.to_builtins(message)
    return plain


def canonical(change: Struct | Mapping[str, Any]) -> bytes:
    """Return a change as canonical JSON: keys sorted, no white space, UTF-8. Unknown keys count as they came."""
    return msgspec.json.encode(change, order="sorted")


def row_hash(canonical_change: bytes) -> int:
    """Return what one row adds to the digest: the SHA-256 of its canonical JSON as a number."""
    return int.from_bytes(hashlib.sha256(canonical_change).digest())


def digest_hex(total: int) -> str:
    """Return a sum of row hashes, modulo 2^256, as 64 hex digits."""
    return f"{total % (1 << 256):064x}"
