"""This file defines what the desk shows and announces: plain values, the same for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coachdesk.domain.operation import State
from coachdesk.domain.session import Policy, Role

if TYPE_CHECKING:
    from coachdesk.sync.status import SyncStatus


@dataclass(frozen=True, slots=True, repr=False)
class MessageView:
    """One turn of the chat. `pending` is true until the platform has it."""

    id: str
    role: Role
    content: str
    origin: str
    at: str
    reply_to: str | None
    pending: bool
    left: tuple[tuple[str, str], ...] = ()
    """What a model on this laptop was not allowed to change, each with the reason."""


@dataclass(frozen=True, slots=True)
class ModelHere:
    """A model on this laptop; `chosen` is the one that answers there."""

    name: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True, repr=False)
class Proposal:
    """A text of a local model that the coach has not yet decided on; shown as a diff against `base_text`."""

    base: str | None
    base_text: str
    text: str
    origin: str
    instruction: str
    reply: str
    rejected: tuple[tuple[str, str], ...] = ()
    before: str | None = None
    """The text that `instruction` worked on, for asking it again; None: `base_text`."""
    asked: tuple[str, ...] = ()
    """The user messages that led to it, so that the platform can be asked the same; () for a first summary."""
    passed_on: str = ""
    """The turn in which the platform was asked the same: once that is answered, this waits for no decision any more."""


@dataclass(frozen=True, slots=True, repr=False)
class Branch:
    """A revision that could not be merged: the coach settles it against the head.

    `own` says that it was written here, and the head elsewhere; `at` is when the text of elsewhere was written.
    """

    revision: str
    text: str
    origin: str
    at: str
    base_text: str
    own: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class SummaryView:
    """The summary of the session `id`: the shown text and its `revision` (None: no summary yet)."""

    id: str
    revision: str | None
    summary: str


@dataclass(frozen=True, slots=True, repr=False)
class SessionView:
    """All of one session that fits a screen. `summary` is the shown text, `revision` its id (None: no summary yet)."""

    id: str
    client: str | None
    client_name: str
    policy: Policy
    date: str
    minutes: int
    type: str
    participants: tuple[str, ...]
    status: str
    tags: tuple[str, ...]
    title: str
    summary: str
    revision: str | None
    origin: str
    approved: str | None
    messages: tuple[MessageView, ...]
    pending: int
    parked: int
    transcript_lines: int
    transcript: str = ""
    """The SHA-256 of the transcript, another one once a line was corrected."""
    stale: bool = False
    """Whether the transcript is newer than the summary."""
    proposal: Proposal | None = None
    branches: tuple[Branch, ...] = ()
    last_reply: str | None = None
    """The platform's revision that the coach may still undo hunk by hunk; `last_reply_base` is the text before it."""
    last_reply_base: str | None = None
    kept: bool = False
    """Whether the session stays on this laptop; `client_kept` says that it does for its client's sake."""
    client_kept: bool = False
    client_photo: str = ""
    """The SHA-256 of the client's photo, or ""."""


@dataclass(frozen=True, slots=True, repr=False)
class RevisionView:
    """One text of a summary."""

    id: str
    parents: tuple[str, ...]
    origin: str
    at: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Support:
    """A statement of a summary and the lines of the transcript, from 1 and inclusive, that support it, if any do."""

    statement: str
    lines: tuple[int, int] | None


@dataclass(frozen=True, slots=True, repr=False)
class OutboxRow:
    """One operation that waits. `what` says in words what it does; `reason` why it was refused, in words, or ""."""

    id: str
    number: int
    kind: str
    session: str | None
    session_title: str
    what: str
    state: State
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Status:
    """How this laptop and the platform stand. `synced` only when the digests were equal and nothing waits."""

    server: str | None = None
    online: bool = False
    synced: bool = False
    pending: int = 0
    parked: int = 0
    cursor: int = 0
    problem: str = ""
    chat_only: bool = False
    """The platform answers in the chat and stores nothing for us: it speaks only the seed's events."""

    @property
    def sentence(self) -> str:
        """The state as the status bar says it."""
        if self.server is None:
            return "On this laptop only"
        waiting = "1 edit waiting" if self.pending == 1 else f"{self.pending} edits waiting"
        if self.parked:
            return "1 edit refused · needs you" if self.parked == 1 else f"{self.parked} edits refused · needs you"
        if self.chat_only:
            here = "On this laptop · the platform answers in the chat"
            return here if self.online else "Offline · everything is on this laptop"
        if not self.online:
            return f"Offline · {waiting}" if self.pending else "Offline · everything is on this laptop"
        if self.pending:
            return f"Syncing · {waiting}"
        return "Synced" if self.synced else "Checking …"


def status_of(status: SyncStatus) -> Status:
    """Return what the sync engine says of itself as the desk shows it."""
    return Status(
        server=status.server,
        online=status.online,
        synced=status.synced,
        pending=status.pending,
        parked=status.parked,
        cursor=status.cursor,
        problem=status.problem,
        chat_only=status.chat_only,
    )


# What the desk announces. Subscribers are called on the loop's thread.


@dataclass(frozen=True, slots=True)
class ListChanged:
    """Rows came, went or moved; ask for the keys again."""


@dataclass(frozen=True, slots=True)
class SessionsChanged:
    """These sessions look different now."""

    sessions: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """The queue is another one now."""


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """Connection or sync changed."""

    status: Status


@dataclass(frozen=True, slots=True, repr=False)
class ReplyGrew:
    """A reply to `reply_to` is being written; `text` is all of it so far. A preview, not yet stored."""

    session: str
    reply_to: str
    text: str


@dataclass(frozen=True, slots=True)
class ReplyEnded:
    """No reply is being written any more in this session."""

    session: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A long job advanced: `done` of `total` steps; finished when they are equal."""

    job: str
    session: str | None
    label: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the coach, shown without interrupting. `error` asks for the colour of one."""

    text: str
    error: bool = False
    session: str | None = None


Event = ListChanged | SessionsChanged | OutboxChanged | StatusChanged | ReplyGrew | ReplyEnded | Progress | Notice
