"""This file gathers what a question is put to the model with, and stores what came of it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from coachdesk.assistant.engine import Turn
from coachdesk.domain import protocol
from coachdesk.domain.protocol import Message, MessageRow, SummaryUpdate
from coachdesk.domain.session import Role, Transcript
from coachdesk.domain.summary import Revision, ancestors
from coachdesk.server.revising import place
from coachdesk.server.store import Request
from coachdesk.server.working import Working

CONVERSATION = 24
"""How many earlier turns are shown to the model."""
ORIGIN = "platform"


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a reply is made from."""

    instruction: str
    selection: str | None
    summary: str
    transcript: Transcript
    conversation: tuple[Turn, ...]

    def __repr__(self) -> str:
        return "Question()"


class Reply(NamedTuple):
    """What the model says, and the summary as it now is (the same text for a question)."""

    text: str
    summary: str


class Asked(NamedTuple):
    """A question with what its answer will descend from (None: there is no summary yet)."""

    question: Question
    parent: str | None


class Stored(NamedTuple):
    message: Message
    update: SummaryUpdate | None


def parent_of(working: Working, request: Request, head: str | None) -> str | None:
    """Return the revision to work on: the head, unless the coach was shown a branch beside it."""
    if head is None or request.base is None or request.base == head:
        return head
    parents, _ = working.graph(request.session)
    return head if request.base in ancestors(head, parents) else request.base


def conversation_of(working: Working, request: Request) -> tuple[str, tuple[Turn, ...]]:
    """Return the instruction, and the turns before it; a reply stands behind its question, whenever it came."""
    bodies = working.transaction.within(request.session, "message")
    changes = [msgspec.json.decode(body, type=protocol.MessageChange) for body in bodies]
    seqs = {change.id: change.seq for change in changes}
    asked_at = seqs.get(request.id, 0)
    instruction = ""
    turns: list[tuple[int, int, Turn]] = []
    for change in changes:
        if change.data is None or change.data.role is Role.SYSTEM:
            continue
        if change.id == request.id:
            instruction = change.data.content
            continue
        place = seqs.get(change.data.reply_to or "", change.seq)
        if place < asked_at:
            turns.append((place, change.seq, Turn(change.data.role.value, change.data.content)))
    turns.sort(key=lambda turn: turn[:2])
    return instruction, tuple(turn for _, _, turn in turns[-CONVERSATION:])


def store_reply(working: Working, request: Request, asked: Asked, reply: Reply, id: str) -> Stored | None:
    """Store a reply as a message and, if the summary changed, as a revision."""
    session = working.find("session", request.session)
    if not working.transaction.drop_request(request.id) or session is None or not session.live:
        return None
    row = MessageRow(role=Role.ASSISTANT, content=reply.text, origin=ORIGIN, at=working.now(), reply_to=request.id)
    seq = working.put("message", id, request.session, row, request.device)
    head = session.data.head
    if reply.summary != asked.question.summary:
        parents = (asked.parent,) if asked.parent is not None else ()
        revision = Revision(parents=parents, origin=ORIGIN, at=working.now(), text=reply.summary)
        placed = place(working, session, working.new_id(), revision, request.device)
        head, head_seq = placed.head, placed.seq
    else:
        head_seq = seq
    update = None
    if head is not None:
        shown = working.revision(head)
        update = SummaryUpdate(
            summary=shown.text,
            session_id=request.session,
            revision=head,
            parents=shown.parents,
            origin=shown.origin,
            reply_to=request.id,
            seq=head_seq,
        )
    return Stored(message_of(id, row, request.session, seq), update)


def message_of(id: str, row: MessageRow, session: str, seq: int) -> Message:
    """Return a stored turn of the chat as clients are told of it."""
    return Message(
        id=id,
        content=row.content,
        role=row.role,
        timestamp=row.at,
        session_id=session,
        reply_to=row.reply_to,
        origin=row.origin,
        seq=seq,
    )
