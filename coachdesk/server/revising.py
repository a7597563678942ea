"""This file decides where a new text of a summary goes: to the head, merged into it, or beside it as a branch.

A revision whose first parent is the head becomes the head. Otherwise both sides are merged by block from their common
ancestor with the highest seq: clean, a further revision with both as parents becomes the head (`merged`); unclean, the
head stays and the coach settles it (`branched`). Every text is kept either way.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from coachdesk.domain.merge import merge
from coachdesk.domain.protocol import Status
from coachdesk.domain.summary import Revision, common_ancestor
from coachdesk.server.working import Entity, Working


class Placed(NamedTuple):
    """What became of a revision: the answer's status, its seq, and the head after it."""

    status: Status
    seq: int
    head: str


def place(working: Working, session: Entity, id: str, revision: Revision, device: str) -> Placed:
    """Store `revision` in a session whose parents it knows, and move the head as the rule says."""
    head: str | None = session.data.head
    seq = working.put("revision", id, session.id, revision, device)
    if head is None or head in revision.parents:
        return Placed("applied", _move_head(working, session, id, device), id)
    merged = _merged(working, session.id, head, id, revision)
    if merged is None:
        return Placed("branched", seq, head)
    joined = working.new_id()
    working.put(
        "revision",
        joined,
        session.id,
        Revision(parents=(head, id), origin=revision.origin, at=working.now(), text=merged),
        device,
    )
    return Placed("merged", _move_head(working, session, joined, device), joined)


def _move_head(working: Working, session: Entity, head: str, device: str) -> int:
    data = msgspec.structs.replace(session.data, head=head)
    return working.put("session", session.id, session.id, data, device)


def _merged(working: Working, session: str, head: str, id: str, revision: Revision) -> str | None:
    """Return the merge of the head and `revision`, or None if both changed the same block."""
    parents, seqs = working.graph(session)
    base = common_ancestor(head, id, parents, seqs)
    base_text = working.revision(base).text if base is not None else ""
    return merge(base_text, working.revision(head).text, revision.text).text
