"""This file notes which sessions hold a text that could not be merged, so that the list finds them at any length.

Reading the revisions of every session that a page touches would cost more than storing the page. So only those are
looked at that may have such a text: what is noted already, what came and does not lead to the head, and what is listed
for the first time without all of its revisions at hand.

A session is noted for as long as the platform's revisions have more than one end. It is `open` while one of the ends
waits for the coach; a settling text that waits in the outbox closes it, and discarding that text opens it again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import apsw
import msgspec

from coachdesk.domain.protocol import SummaryRevise
from coachdesk.domain.session import Session
from coachdesk.domain.summary import ancestors, ends_beside
from coachdesk.storage.database import each, first
from coachdesk.storage.overlay import among, operation_of
from coachdesk.storage.writer import Transaction

_parents = msgspec.json.Decoder(tuple[str, ...])


@dataclass(frozen=True, slots=True)
class _Graph:
    """A session's revisions by id with their parents: the platform's, own ones that wait, and those that a platform of
    the seed has told."""

    stored: dict[str, tuple[str, ...]] = field(default_factory=dict)
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def several(self) -> bool:
        """Whether what the platform has ends in more than its head. An own text that waits does not count: the platform
        will merge it."""
        return len(ends_beside(None, self.stored)) > 1

    def ends(self, head: str) -> list[str]:
        """Return the revisions that the coach may have to settle against `head`, the one that is shown."""
        ends = ends_beside(head, {**self.own, **self.told, **self.stored})
        several = self.several
        return [end for end in ends if end in self.told or (several and end in self.stored)]


def waiting(connection: apsw.Connection, session: str, head: str) -> list[str]:
    """Return the revisions of `session` that the coach has to settle against `head`, the one that is shown."""
    if first(connection, "SELECT 1 FROM branch WHERE session = ? AND open", (session,)) is None:
        return []
    return _unsettled(connection, session, head, _graphs(connection, (session,))[session])


def _unsettled(connection: apsw.Connection, session: str, head: str, graph: _Graph) -> list[str]:
    """Return the ends beside `head` whose text is another one: where it is the same there is nothing to decide."""
    ends = graph.ends(head)
    if not ends:
        return []
    shown = _text(connection, session, head)
    return [end for end in ends if _text(connection, session, end) != shown]


def _text(connection: apsw.Connection, session: str, revision: str) -> str | None:
    found = first(
        connection,
        "SELECT json_extract(data, '$.data.text') FROM row WHERE kind = 'revision' AND id = ?1"
        " UNION ALL SELECT json_extract(body, '$.data.text') FROM outbox"
        " WHERE kind = 'summary.revise' AND session = ?2 AND entity = ?1",
        (revision, session),
    )
    return found[0] if found else None


def refresh(transaction: Transaction, shown: Mapping[str, Session], listed: Collection[str]) -> None:
    """Note anew, for the sessions that were touched, which of them hold a text to compare.

    `shown` are those that exist, by id; `listed` are those that were in the list before.
    """
    connection = transaction.connection
    before: dict[str, int] = dict(
        each(
            connection,
            "SELECT session, open FROM branch WHERE session IN (SELECT value FROM json_each(?))",
            (among(transaction.sessions),),
        )
    )
    gone = [(session,) for session in before if session not in shown]
    connection.executemany("DELETE FROM branch WHERE session = ?", gone)
    doubtful = _doubtful(transaction, shown, listed).union(before).intersection(shown)
    if not doubtful:
        return
    noted: dict[str, int] = {}
    for session, graph in _graphs(transaction.connection, doubtful).items():
        head = shown[session].head
        if head is not None:
            waits = bool(_unsettled(connection, session, head, graph))
            if waits or graph.several:
                noted[session] = int(waits)
    if noted == {session: open_ for session, open_ in before.items() if session in shown}:
        return
    connection.executemany("DELETE FROM branch WHERE session = ?", [(session,) for session in doubtful - noted.keys()])
    connection.executemany("INSERT OR REPLACE INTO branch VALUES (?, ?)", list(noted.items()))
    transaction.rows |= any(noted.get(session, 0) != before.get(session, 0) for session in doubtful)


def _doubtful(transaction: Transaction, shown: Mapping[str, Session], listed: Collection[str]) -> set[str]:
    """Return the touched sessions whose revisions must be looked at, beside those that are noted."""
    found = {
        row[0]
        for row in each(
            transaction.connection,
            "SELECT DISTINCT session FROM outbox WHERE reason = 'branched'"
            " AND session IN (SELECT value FROM json_each(?))",
            (among(transaction.sessions),),
        )
    }
    for session, value in shown.items():
        if value.head is None:
            continue
        parents = transaction.came.get(session, {})
        if session not in listed and value.head not in parents:
            found.add(session)
        elif parents:
            row: Session | None = transaction.stored.get(("session", session))
            heads = {value.head} | ({row.head} if row is not None and row.head is not None else set())
            if not parents.keys() <= set().union(*(ancestors(head, parents) for head in heads)):
                found.add(session)
    return found


def _graphs(connection: apsw.Connection, sessions: Iterable[str]) -> dict[str, _Graph]:
    found = {session: _Graph() for session in sessions}
    wanted = (among(found),)
    for session, id, parents in each(
        connection,
        "SELECT session, id, json_extract(data, '$.data.parents') FROM row WHERE kind = 'revision'"
        " AND session IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        found[session].stored[id] = _parents.decode(parents)
    for session, body in each(
        connection,
        "SELECT session, body FROM outbox WHERE kind = 'summary.revise'"
        " AND session IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        operation = operation_of(body)
        graph = found[session]
        if isinstance(operation, SummaryRevise) and operation.entity not in graph.stored:
            part = graph.told if operation.data.origin == "platform" else graph.own
            part[operation.entity] = operation.parents
    return found
